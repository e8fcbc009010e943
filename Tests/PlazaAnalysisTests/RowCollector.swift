import PlazaLayers
import Synchronization

/// Keeps rows in the order of their pieces.
final class RowCollector: RowSink {
  private let pieces = Mutex<[Int: [[String]]]>([:])

  func write(_ rows: RowBlock, chunk: Int) throws { pieces.withLock { $0[chunk] = rows.rows } }

  var rows: [[String]] { pieces.withLock { pieces in pieces.keys.sorted().flatMap { pieces[$0]! } } }
}
