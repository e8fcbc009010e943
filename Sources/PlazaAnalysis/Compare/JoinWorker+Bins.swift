internal import PlazaLayers

extension JoinWorker {
  /// Puts the number of its bin in the place of a record's period.
  func binPass(_ bins: TimeBins, _ batch: PointBatch, _ text: UnsafePointer<UInt8>) {
    let (fates, periods, firstDays, lastDays) = (columns.fates, columns.periods, columns.firstDays, columns.lastDays)
    let bad = JoinColumns.Fate.rejected(.badDate)
    for record in 0..<batch.count where fates[record] == JoinColumns.Fate.good {
      periods[record] = Int32(Tally.unknownPeriod)
      guard firstDays[record] != JoinColumns.noDay else { continue }
      var known = 0
      if let slot = plan.registeredSlot {
        let (start, count) = batch.fields[slot].span(record)
        switch DateText.parse(text + start, count: count, order: plan.dateOrder) {
        case .moment(let moment): known = moment.day
        // Nothing says when it became known.
        case .blank: continue
        default:
          fates[record] = bad
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
