internal import Glibc

/// A program that is run to its end, with what it printed.
struct ChildProcess {
  /// The exit code, or 128 and the number of the signal that ended it.
  var status: Int32
  var output: String
  var errors: String

  /// What is kept of each stream: a program that talks without end fills no memory.
  private static let limit = 1 << 20

  /// - Parameter name: looked for on the path.
  /// - Parameter environment: settings beside those of this process.
  /// - Returns: nil where there is no such program.
  static func run(_ name: String, _ arguments: [String], environment: [String] = []) -> ChildProcess? {
    var outputEnds: [Int32] = [0, 0]
    var errorEnds: [Int32] = [0, 0]
    guard pipe(&outputEnds) == 0 else { return nil }
    guard pipe(&errorEnds) == 0 else {
      for end in outputEnds { close(end) }
      return nil
    }
    // No other program that is run at the same time is to hold them open.
    for end in outputEnds + errorEnds { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, outputEnds[1], 1)
    posix_spawn_file_actions_adddup2(&actions, errorEnds[1], 2)
    var process = pid_t()
    let started = withStrings([name] + arguments) { arguments in
      withStrings(inherited + environment) { posix_spawnp(&process, name, &actions, nil, arguments, $0) }
    }
    close(outputEnds[1])
    close(errorEnds[1])
    defer {
      close(outputEnds[0])
      close(errorEnds[0])
    }
    guard started == 0 else {
      return started == ENOENT
        ? nil : ChildProcess(status: 126, output: "", errors: String(cString: strerror(started)))
    }
    let texts = read([outputEnds[0], errorEnds[0]])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    let code = signal == 0 ? status >> 8 & 0xFF : 128 + signal
    // 127 is what a shell and posix_spawn say of a program that is not there.
    return code == 127 ? nil : ChildProcess(status: code, output: texts[0], errors: texts[1])
  }

  private static var inherited: [String] {
    var all: [String] = []
    var next = environ
    while let text = next.pointee {
      all.append(String(cString: text))
      next += 1
    }
    return all
  }

  /// Reads both streams as they come, so that neither fills and stops the program.
  private static func read(_ descriptors: [Int32]) -> [String] {
    var texts = descriptors.map { _ in [UInt8]() }
    var open = Set(descriptors.indices)
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while !open.isEmpty {
      let waiting = open.sorted()
      var polls = waiting.map { pollfd(fd: descriptors[$0], events: Int16(POLLIN), revents: 0) }
      if poll(&polls, nfds_t(polls.count), -1) < 0 {
        if errno == EINTR { continue }
        break
      }
      for (place, index) in waiting.enumerated() where polls[place].revents != 0 {
        let count = Glibc.read(descriptors[index], &chunk, chunk.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          open.remove(index)
        } else if texts[index].count < limit {
          texts[index] += chunk[..<count]
        }
      }
    }
    return texts.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func withStrings<R>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> R
  ) -> R {
    var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress!) }
  }
}
