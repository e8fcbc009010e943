internal import Glibc
internal import Synchronization

/// The temporaries of this process, so that an interrupt can remove them.
public enum TemporaryFiles {
  private static let paths = Mutex<Set<String>>([])

  static func add(_ path: String) { paths.withLock { _ = $0.insert(path) } }

  static func remove(_ path: String) {
    paths.withLock {
      unlink(path)
      $0.remove(path)
    }
  }

  /// Runs the renames of a commit as one step: an interrupt waits for its end, so outputs appear all or none.
  static func commit<R>(_ body: (inout Set<String>) throws -> R) rethrows -> R {
    try paths.withLock { try body(&$0) }
  }

  /// Removes every temporary, then calls `exit` with nothing able to come between.
  public static func removeAll(thenExit exit: () -> Never) {
    paths.withLock { paths in
      for path in paths { unlink(path) }
      // Folders are empty once their files are gone.
      for path in paths { rmdir(path) }
      exit()
    }
  }

  /// Where temporaries go that stand beside no output.
  static var home: String { getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp" }

  /// A folder under `parent` that nobody else can enter, known to an interrupt until it is removed.
  /// - Throws: `Failure` `output.cannot_create`.
  static func makeFolder(in parent: String, prefix: String) throws -> String {
    let whole = parent.hasSuffix("/") ? parent : parent + "/"
    // mkdtemp takes six of them to be replaced.
    var template = Array((whole + prefix + String(repeating: "X", count: 6)).utf8CString)
    return try paths.withLock { paths in
      // Under the lock, so that no interrupt comes between the folder and its registration.
      guard mkdtemp(&template) != nil else { throw OutputFile.failure(errno, parent) }
      let made = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
      paths.insert(made)
      return made
    }
  }

  /// Removes a folder that is empty.
  static func removeFolder(_ folder: String) {
    paths.withLock { paths in
      rmdir(folder)
      paths.remove(folder)
    }
  }

  /// A folder under `parent` that nobody else can enter, known to an interrupt while `body` runs and gone at its end.
  /// - Throws: `Failure` `output.cannot_create`, and what the body throws.
  public static func withFolder<R>(in parent: String, prefix: String, _ body: (String) async throws -> R) async throws -> R {
    let folder = try makeFolder(in: parent, prefix: prefix)
    defer { removeFolder(folder) }
    return try await body(folder)
  }
}
