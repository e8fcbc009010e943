internal import Glibc

/// Paths as one folder tells them to another, so that files say nothing of the machine on which they were written.
enum RelativePath {
  /// The path without `.` and empty parts: two spellings of one place are one.
  static func plain(_ path: String) -> String {
    (path.hasPrefix("/") ? "/" : "") + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  /// The last part of a path.
  static func last(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The way from `folder`, which exists, to `path`, which exists.
  /// - Returns: nil when the two have only the root in common: the way would tell where each of them is.
  static func from(folder: String, to path: String) -> String? {
    guard let start = resolved(folder), let goal = resolved(path) else { return nil }
    let from = start.split(separator: "/")
    let to = goal.split(separator: "/")
    let shared = zip(from, to).prefix { $0 == $1 }.count
    guard shared > 0 || from.isEmpty else { return nil }
    let parts = [Substring](repeating: "..", count: from.count - shared) + to[shared...]
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// The folder of a file, as `data/` or empty: what its relative paths are put behind.
  static func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  /// Whether a regular file stands there.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// What a path leads to, so that two names of one file are one: a file by its device and inode, what is not there yet by the folder that it
  /// will stand in and its name there. Nil for what is no file, as standard output and devices are.
  static func identity(_ path: String) -> String? {
    var status = stat()
    if path == "-" { return nil }
    if stat(path, &status) == 0 {
      return status.st_mode & S_IFMT == S_IFREG ? "\(status.st_dev):\(status.st_ino)" : nil
    }
    let folder = folder(of: path)
    guard stat(folder.isEmpty ? "." : folder, &status) == 0 else { return plain(path) }
    return "\(status.st_dev):\(status.st_ino)/\(last(path))"
  }

  private static func resolved(_ path: String) -> String? {
    guard let text = realpath(path.isEmpty ? "." : path, nil) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }
}
