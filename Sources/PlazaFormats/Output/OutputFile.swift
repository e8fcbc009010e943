internal import Glibc
internal import PlazaLayers

/// One output while it is written: a temporary beside its final name, standard output, or a device that is written directly.
///
/// Not safe for several workers at once; who shares one guards it.
public final class OutputFile {
  /// As the user named it.
  public let path: String
  /// What must be renamed at the end; nil for what is written directly.
  let temporary: String?
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isClosed = false

  private static let bufferSize = 1 << 20

  /// - Parameter isPrivate: whether only its owner may read it, as files with single records.
  init(path: String, isPrivate: Bool) throws {
    self.path = path
    if path == "-" {
      (descriptor, temporary) = (dup(STDOUT_FILENO), nil)
      return
    }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      if status.st_mode & S_IFMT == S_IFDIR { throw Self.failure(EISDIR, path) }
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
      temporary = nil
      if descriptor < 0 { throw Self.failure(errno, path) }
      return
    }
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    var number = 0
    while true {
      let candidate = "\(path[..<slash]).\(path[slash...]).\(getpid())-\(number).tmp"
      // Registered before it exists: an interrupt between the two removes nothing, the other way round it would leave a file.
      TemporaryFiles.add(candidate)
      let opened = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
      if opened >= 0 {
        (descriptor, temporary) = (opened, candidate)
        return
      }
      let code = errno
      TemporaryFiles.commit { _ = $0.remove(candidate) }
      if code != EEXIST { throw Self.failure(code, path) }
      number += 1
    }
  }

  deinit {
    if !isClosed { close(descriptor) }
  }

  /// Takes the file from everybody but its owner: what it holds turned out to be about single people.
  public func makePrivate() {
    if temporary != nil, !isClosed { fchmod(descriptor, 0o600) }
  }

  /// Whether the temporary holds something already.
  var hasContent: Bool {
    var status = stat()
    return temporary != nil && fstat(descriptor, &status) == 0 && status.st_size > 0
  }

  /// Takes what a file holds, as it stands on the disk.
  /// - Throws: `Failure` `output.cannot_create` for a file that cannot be read.
  func take(contentsOf path: String) throws {
    let source = open(path, O_RDONLY | O_CLOEXEC)
    if source < 0 { throw Self.failure(errno, path) }
    defer { close(source) }
    var chunk = [UInt8](repeating: 0, count: Self.bufferSize)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(source, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw Self.failure(errno, path) }
      if count == 0 { return }
      try chunk.withUnsafeBytes { try writeAll(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }

  public func write(_ bytes: [UInt8]) throws {
    if buffer.count + bytes.count > Self.bufferSize { try flush() }
    if bytes.count >= Self.bufferSize {
      try bytes.withUnsafeBytes { try writeAll($0) }
    } else {
      buffer += bytes
    }
  }

  public func write(_ bytes: UnsafeRawBufferPointer) throws {
    if buffer.count + bytes.count > Self.bufferSize { try flush() }
    if bytes.count >= Self.bufferSize { try writeAll(bytes) } else { buffer.append(contentsOf: bytes) }
  }

  public func write(_ text: String) throws { try write(Array(text.utf8)) }

  private func flush() throws {
    try buffer.withUnsafeBytes { try writeAll($0) }
    buffer.removeAll(keepingCapacity: true)
  }

  private func writeAll(_ bytes: UnsafeRawBufferPointer) throws {
    var written = 0
    while written < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw Self.failure(errno, path)
      }
    }
  }

  /// Writes what is left, to the disk.
  func finish() throws {
    guard !isClosed else { return }
    try flush()
    if temporary != nil, fsync(descriptor) != 0 { throw Self.failure(errno, path) }
    isClosed = true
    if close(descriptor) != 0 { throw Self.failure(errno, path) }
  }

  static func failure(_ code: Int32, _ path: String) -> Failure {
    switch code {
    case ENOSPC, EDQUOT: Failure(.cannotCreate, "output.disk_full", ["path": path])
    case EEXIST: Failure(.cannotCreate, "output.exists", ["path": path])
    default: Failure(.cannotCreate, "output.cannot_create", ["path": path, "reason": String(cString: strerror(code))])
    }
  }
}
