internal import Glibc
internal import PlazaFormats

/// SIGINT and SIGTERM: temporaries are removed, then the process ends with 130.
enum Interrupts {
  /// Blocks the signals in this thread, and so in every thread that it starts, and waits for them in one of its own: what runs
  /// then is ordinary code, not a signal handler.
  static func install() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        var received: Int32 = 0
        sigwait(&signals, &received)
        TemporaryFiles.removeAll {
          Console.sayInterrupted()
          _exit(130)
        }
        return nil
      }, nil)
  }
}
