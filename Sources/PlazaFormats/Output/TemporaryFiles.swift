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
      exit()
    }
  }
}
