internal import Glibc
internal import PlazaLayers

/// The outputs of one run: written beside their final names, and renamed together when all is well.
///
/// A failed or interrupted run leaves nothing under a final name; with `force` it leaves what stood there.
public final class OutputSet {
  private var files: [OutputFile] = []
  private let force: Bool
  /// Whether a file that can hold several layers keeps those that it has.
  private let appends: Bool
  private var isCommitted = false
  /// Files that stand there already and come again with more in them.
  private var replaced: Set<String> = []
  /// Files that were opened to hold several layers.
  private var shared: [OutputFile] = []

  /// - Parameter appends: whether layers are added to files that are there, in the place of what they have under the same name.
  public init(force: Bool, appends: Bool = false) { (self.force, self.appends) = (force, appends) }

  deinit { if !isCommitted { discard() } }

  /// - Throws: `Failure` `output.exists` when the file is there and `force` is not set, `output.cannot_create`.
  public func open(_ path: String, isPrivate: Bool = false) throws -> OutputFile {
    try refuseExisting(path)
    if files.contains(where: { $0.path == path && path != "-" }) {
      throw Failure(.usage, "output.twice", ["path": path])
    }
    let file = try OutputFile(path: path, isPrivate: isPrivate)
    files.append(file)
    return file
  }

  /// Opens a file that can hold several layers: once for all of them, and with those that it has where layers are appended.
  /// - Throws: `Failure` as `open` does.
  public func openShared(_ path: String) throws -> OutputFile {
    if let file = shared.first(where: { $0.path == path && path != "-" }) { return file }
    let present = appends ? mode(ofFile: path) : nil
    let file = try present.map { try OutputFile(path: path, isPrivate: $0 & 0o077 == 0) } ?? open(path)
    if present != nil {
      try file.take(contentsOf: path)
      files.append(file)
      replaced.insert(path)
    }
    shared.append(file)
    return file
  }

  /// Who may do what with a file that is there; nil for what is none.
  private func mode(ofFile path: String) -> mode_t? {
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return status.st_mode
  }

  /// Fails early, before the work, rather than after it.
  public func refuseExisting(_ path: String) throws {
    var status = stat()
    guard !force, path != "-", lstat(path, &status) == 0 else { return }
    // A link to a device is written to; one to a file, or to nothing yet, stands in the way as a file does.
    if status.st_mode & S_IFMT == S_IFLNK, stat(path, &status) != 0 { status.st_mode = S_IFREG }
    if status.st_mode & S_IFMT == S_IFREG {
      throw Failure(.cannotCreate, "output.exists", ["path": path])
    }
  }

  /// Brings every file that is open to the disk, still under its temporary name.
  public func finish() throws {
    for file in files { try file.finish() }
  }

  /// The files so far: final name, and where the bytes are now.
  public var written: [(path: String, temporary: String)] {
    files.compactMap { file in file.temporary.map { (file.path, $0) } }
  }

  /// Finishes every file, then gives each its final name, in the order in which they were opened.
  public func commit() throws {
    do {
      try finish()
      try TemporaryFiles.commit { temporaries in
        var placed: [String] = []
        for file in files {
          guard let temporary = file.temporary else { continue }
          do {
            try place(temporary, at: file.path)
          } catch {
            if !force { for path in placed where !replaced.contains(path) { unlink(path) } }
            throw error
          }
          placed.append(file.path)
          temporaries.remove(temporary)
        }
      }
      isCommitted = true
    } catch {
      discard()
      throw error
    }
  }

  private func place(_ temporary: String, at path: String) throws {
    if force || replaced.contains(path) {
      if rename(temporary, path) != 0 { throw OutputFile.failure(errno, path) }
      return
    }
    // Unlike a rename, a link never replaces a file that has appeared meanwhile.
    if link(temporary, path) == 0 {
      unlink(temporary)
      return
    }
    if errno == EEXIST { throw OutputFile.failure(errno, path) }
    // File systems without hard links.
    if rename(temporary, path) != 0 { throw OutputFile.failure(errno, path) }
  }

  public func discard() {
    for file in files {
      if let temporary = file.temporary { TemporaryFiles.remove(temporary) }
    }
    files = []
    isCommitted = true
  }
}

/// Makes a folder and those above it.
/// - Throws: `Failure` `output.cannot_create`.
public func makeFolder(_ path: String) throws {
  var made = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
    var status = stat()
    if stat(made, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { continue }
    if mkdir(made, 0o777) != 0 { throw OutputFile.failure(errno, made) }
  }
}
