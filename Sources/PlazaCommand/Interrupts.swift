internal import Glibc
internal import PlazaFormats

/// What ends a process from outside (an interrupt, a closed terminal): temporaries are removed, then it ends with 130.
///
/// A reader that went away is no signal: writing to it fails, and that failure takes the temporaries with it.
enum Interrupts {
  /// A pipe from the handler to the thread that does the work; set before the handler can run.
  nonisolated(unsafe) private static var ends: (read: Int32, write: Int32) = (-1, -1)

  /// The last words of a process that was interrupted; set before the handler can run.
  nonisolated(unsafe) private static var lastWords = ""

  /// A handler may do next to nothing, so it wakes a thread that runs ordinary code.
  ///
  /// Blocking the signals and waiting for them is not enough: the main thread of an asynchronous program sleeps in `sigsuspend`
  /// with every signal let through.
  static func install(_ lastWords: String) {
    Self.lastWords = lastWords
    var pair: (Int32, Int32) = (-1, -1)
    let isMade = withUnsafeMutableBytes(of: &pair) { pipe($0.bindMemory(to: Int32.self).baseAddress!) } == 0
    guard isMade else { return }
    for end in [pair.0, pair.1] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    ends = pair
    var thread = pthread_t()
    let isRunning =
      pthread_create(
        &thread, nil,
        { _ in
          var byte: UInt8 = 0
          while read(Interrupts.ends.read, &byte, 1) != 1 {}
          TemporaryFiles.removeAll {
            Console.write("\nplaza: " + Interrupts.lastWords + "\n", to: STDERR_FILENO)
            _exit(130)
          }
          return nil
        }, nil) == 0
    guard isRunning else { return }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      let code = errno
      var byte: UInt8 = 1
      _ = write(Interrupts.ends.write, &byte, 1)
      errno = code
    }
    action.sa_flags = SA_RESTART
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      // What the caller has it ignore, as `nohup` does, stays ignored.
      var now = sigaction()
      sigaction(signal, nil, &now)
      if now.isIgnored { continue }
      sigaction(signal, &action, nil)
    }
    signal(SIGPIPE, SIG_IGN)
  }
}

extension sigaction {
  /// Whether nothing happens when the signal comes: `SIG_IGN` is the address 1.
  fileprivate var isIgnored: Bool {
    unsafeBitCast(__sigaction_handler.sa_handler, to: UInt.self) == 1
  }
}
