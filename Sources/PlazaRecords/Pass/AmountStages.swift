internal import PlazaLayers

/// Reads the weight of each record: a decimal of zero or more.
struct WeightStage: RecordStage {
  let slot: Int
  let mark: UInt8

  func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let weights = columns.weights
    batch.fields[slot].read(batch, columns, text, slot: slot) { record, start, count in
      guard let value = DecimalAmount.parse(start, count: count, mark: mark), value >= 0 else { return false }
      weights[record] = value
      return true
    }
  }
}

/// Reads how many records each row stands for.
struct CountStage: RecordStage {
  let slot: Int
  let mark: UInt8

  func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let counts = columns.counts
    batch.fields[slot].read(batch, columns, text, slot: slot) { record, start, count in
      guard let value = RecordNumber.parse(start, count: count, mark: mark) else { return false }
      counts[record] = value
      return true
    }
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
    guard let value = DecimalAmount.parse(start, count: count, mark: mark), value >= 0, value % DecimalAmount.scale == 0,
      value / DecimalAmount.scale <= limit
    else { return nil }
    return Int64(value / DecimalAmount.scale)
  }
}
