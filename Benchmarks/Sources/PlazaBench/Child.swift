import Glibc

/// What a child process cost, and what it printed.
struct ChildResult {
  var status: Int32
  var wall: Double
  /// User and system seconds of all its threads.
  var processor: Double
  /// Peak resident set in MB (10⁶ bytes).
  var peak: Double
  var output: String
}

/// Runs a command to its end and measures it with `wait4`.
///
/// The peak is never below this process' own, because Linux counts the memory of the parent until `exec`; so the harness stays small.
/// - Parameter capture: keep standard output; otherwise it is discarded. Standard error goes through.
func runChild(_ command: [String], capture: Bool = false) throws(BenchError) -> ChildResult {
  var pipeEnds: [Int32] = [-1, -1]
  if capture, pipe(&pipeEnds) != 0 { throw BenchError("no pipe: \(String(cString: strerror(errno)))") }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  if capture {
    posix_spawn_file_actions_adddup2(&actions, pipeEnds[1], 1)
    posix_spawn_file_actions_addclose(&actions, pipeEnds[0])
    posix_spawn_file_actions_addclose(&actions, pipeEnds[1])
  } else {
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  }
  var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
  arguments.append(nil)
  defer { for argument in arguments { free(argument) } }

  var child: pid_t = 0
  let start = now()
  let failure = posix_spawnp(&child, command[0], &actions, nil, arguments, environ)
  if failure != 0 { throw BenchError("cannot run \(command[0]): \(String(cString: strerror(failure)))") }
  var output: [UInt8] = []
  if capture {
    close(pipeEnds[1])
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(pipeEnds[0], &chunk, chunk.count)
      if count <= 0 { break }
      output += chunk[..<count]
    }
    close(pipeEnds[0])
  }
  var status: Int32 = 0
  var usage = rusage()
  while wait4(child, &status, 0, &usage) < 0 && errno == EINTR {}
  let wall = now() - start
  // The macros of <sys/wait.h> do not import: the low seven bits are the signal, the next byte is the exit code.
  let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  return ChildResult(
    status: code, wall: wall, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime),
    peak: Double(usage.ru_maxrss) * 1024 / 1e6,
    output: String(decoding: output, as: UTF8.self))
}

private func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

private func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
