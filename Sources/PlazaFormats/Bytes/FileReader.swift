internal import Glibc
internal import PlazaLayers

/// Reads an open file descriptor front to back and closes it at the end of its life.
final class FileReader: ByteReader {
  private let descriptor: Int32
  private let name: String
  /// The size of a regular file when it was opened, and how much of it has been given.
  private var size = 0
  private var given = 0

  /// - Throws: `Failure` `input.missing`, `input.permission`, `input.is_directory` or `input.unreadable`.
  init(path: String, name: String) throws {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    self.name = name
    guard descriptor >= 0 else { throw Self.failure(errno, name: name) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw Failure(.noInput, "input.is_directory", ["path": name])
    }
    if status.st_mode & S_IFMT == S_IFREG { size = Int(status.st_size) }
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  /// Standard input.
  init(standardInput name: String) {
    descriptor = dup(STDIN_FILENO)
    self.name = name
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// - Throws: `Failure` `input.changed` where the file ends before the size that it had: it was cut short while it was read.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count == 0, buffer.count > 0, given < size { throw Failure(.notUnderstood, "input.changed", ["file": name]) }
      given += max(0, count)
      if count >= 0 { return count }
      if errno != EINTR { throw Self.failure(errno, name: name) }
    }
  }

  static func failure(_ code: Int32, name: String) -> Failure {
    switch code {
    case ENOENT, ENOTDIR: Failure(.noInput, "input.missing", ["path": name])
    case EACCES, EPERM: Failure(.noInput, "input.permission", ["path": name])
    case EISDIR: Failure(.noInput, "input.is_directory", ["path": name])
    default: Failure(.noInput, "input.unreadable", ["path": name, "reason": String(cString: strerror(code))])
    }
  }
}
