internal import Glibc
internal import PlazaLayers

/// Which bytes the inputs of a run had when it began, by size and time of change: what is digested at the end is what was read.
struct InputStates {
  private struct State: Equatable {
    var device: UInt
    var inode: UInt
    var size: Int
    var seconds: Int
    var nanoseconds: Int

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      (device, inode, size) = (UInt(status.st_dev), UInt(status.st_ino), Int(status.st_size))
      (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }
  }

  private let states: [(file: InputFile, state: State)]

  init(_ files: [InputFile]) {
    var seen: Set<String> = []
    states = files.compactMap { file in
      guard !file.isStream, seen.insert(file.path).inserted, let state = State(file.path) else { return nil }
      return (file, state)
    }
  }

  /// - Throws: `Failure` `input.changed` for a file that is another than when the run began.
  func requireUnchanged() throws {
    for (file, state) in states where State(file.path) != state {
      throw Failure(.notUnderstood, "input.changed", ["file": file.name])
    }
  }
}
