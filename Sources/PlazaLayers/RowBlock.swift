/// Rows of text cells in one buffer, on their way to a table.
public struct RowBlock: Sendable {
  public private(set) var bytes: [UInt8] = []
  /// One past each cell, row after row.
  public private(set) var ends: [Int] = []
  /// Of each cell whether it was a number, which a spreadsheet may show as one; a code of digits is text.
  public private(set) var numbers: [Bool] = []
  public let columns: Int

  public init(columns: Int) { self.columns = columns }

  public var rowCount: Int { ends.count / max(1, columns) }

  public mutating func append(_ cell: String) {
    bytes.append(contentsOf: cell.utf8)
    end(isNumber: false)
  }

  private mutating func end(isNumber: Bool) {
    ends.append(bytes.count)
    numbers.append(isNumber)
  }

  /// A cell that was put into bytes before.
  package mutating func append(_ cell: [UInt8], isNumber: Bool = false) {
    bytes.append(contentsOf: cell)
    end(isNumber: isNumber)
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
    end(isNumber: true)
  }

  public mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: cell)
    end(isNumber: false)
  }

  /// A cell that should be a number, as somebody wrote it: one that needs a person to read it, as `1.234,5` or `007`, is text.
  package mutating func append(number cell: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: cell)
    let digits = cell.first == 0x2D ? cell.dropFirst() : cell[...]
    let whole = digits.prefix { $0 &- 0x30 < 10 }
    let rest = digits.dropFirst(whole.count)
    let isWhole = !whole.isEmpty && (whole.count == 1 || whole.first != 0x30)
    let hasDecimals = rest.first == 0x2E && rest.count > 1 && rest.dropFirst().allSatisfy { $0 &- 0x30 < 10 }
    end(isNumber: isWhole && (rest.isEmpty || hasDecimals))
  }

  /// Adds the rows of a block with as many columns.
  public mutating func append(contentsOf other: RowBlock) {
    precondition(columns == other.columns, "blocks of one table have the same columns")
    let start = bytes.count
    bytes += other.bytes
    ends += other.ends.lazy.map { $0 + start }
    numbers += other.numbers
  }

  public mutating func append(_ cell: FieldValue) {
    bytes.append(contentsOf: (cell.text ?? "").utf8)
    if case .number = cell { end(isNumber: true) } else { end(isNumber: false) }
  }
}

/// Takes rows in pieces that workers finish in any order, and writes them in the order of the pieces.
public protocol RowSink: Sendable {
  /// - Parameter chunk: the piece's place, from 0; every place comes exactly once.
  func write(_ rows: RowBlock, chunk: Int) throws
}
