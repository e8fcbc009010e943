internal import PlazaLayers
internal import Synchronization

/// Keeps what a trial run would have told.
final class NoteCollector: ProgressSink {
  private let kept = Mutex<[Diagnostic]>([])

  var notes: [Diagnostic] { kept.withLock { $0 } }

  func advanced(bytes: Int, records: Int) {}

  func emit(_ diagnostic: Diagnostic) { kept.withLock { $0.append(diagnostic) } }
}
