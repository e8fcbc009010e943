internal import PlazaLayers

/// Numbers the kind of each good record.
struct KindStage: RecordStage {
  let slot: Int
  let file: String

  /// - Throws: `Failure` `join.too_many_kinds`, which the merge of all parts would say as well.
  func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) throws {
    let (verdicts, kinds) = (columns.verdicts, columns.kinds)
    let column = batch.fields[slot]
    // Taken out of the class for the loop, so that no access is checked at each record.
    var names = CanonicalKinds(remembering: 0)
    swap(&names, &columns.kindNames)
    defer { swap(&names, &columns.kindNames) }
    for record in 0..<batch.count where verdicts[record] == RecordColumns.Verdict.good {
      let (start, count) = column.span(record)
      kinds[record] = Int32(truncatingIfNeeded: names.number(of: text + start, count: count))
      if names.count > RecordTotals.kindLimit { throw RecordTotals.tooManyKinds(file) }
    }
  }
}
