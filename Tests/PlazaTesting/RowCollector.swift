public import PlazaLayers
internal import Synchronization

/// Keeps rows in the order of their pieces.
public final class RowCollector: RowSink {
  private let pieces = Mutex<[Int: [[String]]]>([:])

  public init() {}

  public func write(_ rows: RowBlock, chunk: Int) throws { pieces.withLock { $0[chunk] = rows.rows } }

  public var rows: [[String]] { pieces.withLock { pieces in pieces.keys.sorted().flatMap { pieces[$0]! } } }
}

extension RowBlock {
  /// The rows as text.
  public var rows: [[String]] {
    var result: [[String]] = []
    var start = 0
    for (index, end) in ends.enumerated() {
      if index % columns == 0 { result.append([]) }
      result[result.count - 1].append(String(decoding: bytes[start..<end], as: UTF8.self))
      start = end
    }
    return result
  }
}
