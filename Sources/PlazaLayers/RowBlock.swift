/// Rows of text cells in one buffer, on their way to a table.
public struct RowBlock: Sendable {
  public private(set) var bytes: [UInt8] = []
  /// One past each cell, row after row.
  public private(set) var ends: [Int] = []
  public let columns: Int

  public init(columns: Int) { self.columns = columns }

  public var rowCount: Int { ends.count / max(1, columns) }

  public mutating func append(_ cell: String) {
    bytes.append(contentsOf: cell.utf8)
    ends.append(bytes.count)
  }

  /// A cell that was put into bytes before.
  package mutating func append(_ cell: [UInt8]) {
    bytes.append(contentsOf: cell)
    ends.append(bytes.count)
  }

  package mutating func append(_ number: Int64) {
    if number < 0 { bytes.append(0x2D) }
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
    ends.append(bytes.count)
  }

  public mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: cell)
    ends.append(bytes.count)
  }

  /// Adds the rows of a block with as many columns.
  public mutating func append(contentsOf other: RowBlock) {
    precondition(columns == other.columns, "blocks of one table have the same columns")
    let start = bytes.count
    bytes += other.bytes
    ends += other.ends.lazy.map { $0 + start }
  }

  public mutating func append(_ cell: FieldValue) { append(cell.text ?? "") }
}

/// Takes rows in pieces that workers finish in any order, and writes them in the order of the pieces.
public protocol RowSink: Sendable {
  /// - Parameter chunk: the piece's place, from 0; every place comes exactly once.
  func write(_ rows: RowBlock, chunk: Int) throws
}
