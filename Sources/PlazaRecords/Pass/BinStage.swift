internal import PlazaLayers

/// Puts the number of its bin in the place of a record's period; after its date.
struct BinStage: RecordStage {
  let bins: TimeBins
  /// The field with the day on which a record became known.
  let registeredSlot: Int?
  let order: DateOrder

  func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let (verdicts, periods, firstDays, lastDays) = (
      columns.verdicts, columns.periods, columns.firstDays, columns.lastDays
    )
    let bad = RecordColumns.Verdict.rejected(.badDate)
    for record in 0..<batch.count where verdicts[record] == RecordColumns.Verdict.good {
      periods[record] = Int32(Tally.unknownPeriod)
      guard firstDays[record] != RecordColumns.noDay else { continue }
      var known = 0
      if let slot = registeredSlot {
        let (start, count) = batch.fields[slot].span(record)
        var result = DateText.parse(text + start, count: count, order: order)
        if result == .unreadable, let moment = DateText.serial(text + start, count: count) { result = .moment(moment) }
        switch result {
        case .moment(let moment): known = moment.day
        // Nothing says when it became known.
        case .blank: continue
        default:
          verdicts[record] = bad
          columns.faults[record] = Int32(slot)
          continue
        }
      }
      if let number = bins.number(first: Int(firstDays[record]), last: Int(lastDays[record]), known: known) {
        periods[record] = Int32(truncatingIfNeeded: number)
      }
    }
  }
}
