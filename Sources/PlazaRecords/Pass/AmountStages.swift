internal import PlazaLayers

/// Reads the weight of each record: a decimal of zero or more.
struct WeightStage: RecordStage {
  let slot: Int
  let column: NumberColumn
  private var mendings = Mendings()

  init(slot: Int, column: NumberColumn) { (self.slot, self.column) = (slot, column) }

  mutating func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let (weights, column) = (columns.weights, column)
    var mendings = mendings
    batch.fields[slot].read(batch, columns, text, slot: slot) { record, start, count in
      if let value = RecordNumber.digits(start, count: count) {
        weights[record] = Int128(value) * DecimalAmount.scale
        return true
      }
      guard let found = column.amount(start, count: count), found.value >= 0 else { return false }
      if found.isMended { mendings.note(.thousands, line: batch.lines[record]) }
      weights[record] = found.value
      return true
    }
    self.mendings = mendings
  }

  func finish(_ part: inout RecordPart) { part.account.mendings += mendings }
}

/// Reads how many records each row stands for.
struct CountStage: RecordStage {
  let slot: Int
  private var cells: WholeCells

  init(slot: Int, column: NumberColumn) { (self.slot, cells) = (slot, WholeCells(column)) }

  mutating func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let counts = columns.counts
    var cells = cells
    batch.fields[slot].read(batch, columns, text, slot: slot) { record, start, count in
      guard let value = cells.count(start, count: count, slot: slot, line: batch.lines[record]) else { return false }
      counts[record] = value
      return true
    }
    self.cells = cells
  }

  func finish(_ part: inout RecordPart) { cells.finish(&part) }
}

/// Reads cells of whole numbers, and keeps how they are written.
struct WholeCells: Sendable {
  private let column: NumberColumn
  private var evidence: [Int: NumberColumn.Evidence] = [:]
  private var mendings = Mendings()

  init(_ column: NumberColumn) { self.column = column }

  /// - Returns: nil for what is no whole number of zero or more.
  @inline(__always)
  mutating func count(_ start: UnsafePointer<UInt8>, count: Int, slot: Int, line: Int) -> Int64? {
    if let value = RecordNumber.digits(start, count: count), value <= Int64(RecordNumber.limit) { return value }
    return unusual(start, count, slot, line)
  }

  @inline(never)
  private mutating func unusual(_ start: UnsafePointer<UInt8>, _ count: Int, _ slot: Int, _ line: Int) -> Int64? {
    evidence[slot, default: .init()].note(start, count: count, line: line)
    guard let found = column.amount(start, count: count), let value = RecordNumber.whole(found.value) else { return nil }
    if found.isMended { mendings.note(.thousands, line: line) }
    return value
  }

  func finish(_ part: inout RecordPart) {
    part.account.mendings += mendings
    for (slot, found) in evidence { part.amounts[slot, default: .init()] += found }
  }
}

extension TextColumn {
  /// Has the amount of every good record read; one that cannot be is a reject.
  @inline(__always)
  fileprivate func read(
    _ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>, slot: Int,
    _ parse: (_ record: Int, _ start: UnsafePointer<UInt8>, _ count: Int) -> Bool
  ) {
    let verdicts = columns.verdicts
    let bad = RecordColumns.Verdict.rejected(.badWeight)
    for record in 0..<batch.count where verdicts[record] == RecordColumns.Verdict.good {
      let (start, count) = span(record)
      guard !parse(record, text + start, count) else { continue }
      verdicts[record] = bad
      columns.faults[record] = Int32(slot)
    }
  }
}

/// How many records a row stands for: a whole number of zero or more, as `12` or, out of a program of numbers, `12.0`.
///
/// A row of more than a thousand million records is a mistake, and sums of rows must stay within 64 bits.
enum RecordNumber {
  static let limit: Int128 = 1_000_000_000

  static func parse(_ start: UnsafePointer<UInt8>, count: Int, mark: UInt8) -> Int64? {
    DecimalAmount.parse(start, count: count, mark: mark).flatMap(whole)
  }

  static func whole(_ value: Int128) -> Int64? {
    guard value >= 0, value % DecimalAmount.scale == 0, value / DecimalAmount.scale <= limit else { return nil }
    return Int64(value / DecimalAmount.scale)
  }

  /// A cell of one to eighteen digits, as nearly all are.
  @inline(__always)
  static func digits(_ start: UnsafePointer<UInt8>, count: Int) -> Int64? {
    guard count > 0, count <= 18 else { return nil }
    var value: Int64 = 0
    for index in 0..<count {
      let digit = start[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int64(digit)
    }
    return value
  }
}
