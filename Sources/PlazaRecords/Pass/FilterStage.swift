internal import PlazaLayers

/// Leaves out records whose field does not say one of some values; a text is compared once.
struct FilterStage: RecordStage {
  let slot: Int
  let wanted: Set<String>
  private var values = Interner()
  private var isWanted: [Bool] = []

  init(slot: Int, wanted: Set<String>) {
    self.slot = slot
    self.wanted = wanted
  }

  mutating func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let verdicts = columns.verdicts
    let column = batch.fields[slot]
    for record in 0..<batch.count where verdicts[record] == RecordColumns.Verdict.good {
      let (start, count) = column.span(record)
      let number = values.number(of: text + start, count: count)
      if number == isWanted.count { isWanted.append(wanted.contains(CanonicalText.of(values.value(number)))) }
      if !isWanted[number] { verdicts[record] = RecordColumns.Verdict.filtered }
    }
  }
}
