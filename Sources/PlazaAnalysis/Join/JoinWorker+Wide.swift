internal import PlazaLayers

/// Passes over tables whose columns are months.
extension JoinWorker {
  /// Reads the year of each row, and leaves out the rows whose months are all outside `--from` and `--to`.
  func wideDates(_ wide: WideMonths, _ batch: PointBatch, _ text: UnsafePointer<UInt8>) {
    let (fates, years, months) = (columns.fates, columns.firstDays, columns.months)
    for record in 0..<batch.count where fates[record] == JoinColumns.Fate.good {
      var rowYear: Int?
      if let slot = wide.yearSlot {
        rowYear = year(record, batch.fields[slot], text)
        guard rowYear != nil else {
          fates[record] = JoinColumns.Fate.rejected(.badDate)
          columns.faults[record] = Int32(slot)
          continue
        }
      }
      years[record] = rowYear.map { Int32($0) } ?? JoinColumns.noDay
      var isWanted = false
      for (index, month) in wide.months.enumerated() {
        let moment = Moment(
          day: CivilDate.unchecked(year: month.year ?? rowYear ?? 1970, month: month.month, day: 1), secondOfDay: 0,
          precision: .month)
        let isInside = moment.second >= plan.from ?? .min && moment.second < plan.to ?? .max
        months[record * wide.months.count + index] = isInside ? 0 : -1
        isWanted = isWanted || isInside
      }
      if !isWanted { fates[record] = JoinColumns.Fate.filtered }
    }
  }

  private func year(_ record: Int, _ column: TextColumn, _ text: UnsafePointer<UInt8>) -> Int? {
    let (start, count) = column.span(record)
    return RecordNumber.parse(text + start, count: count, mark: 0x2E).flatMap { WideMonths.year(String($0)) }
  }

  /// Reads the months that count; a blank one holds nothing.
  func wideCounts(_ wide: WideMonths, _ batch: PointBatch, _ text: UnsafePointer<UInt8>) {
    let (fates, months) = (columns.fates, columns.months)
    for record in 0..<batch.count where fates[record] == JoinColumns.Fate.good {
      for (index, month) in wide.months.enumerated() {
        let place = record * wide.months.count + index
        guard months[place] >= 0 else { continue }
        let (start, count) = batch.fields[month.slot].span(record)
        if (0..<count).allSatisfy({ text[start + $0] == 0x20 || text[start + $0] == 0x09 }) { continue }
        guard let value = RecordNumber.parse(text + start, count: count, mark: plan.decimalMark) else {
          fates[record] = JoinColumns.Fate.rejected(.badWeight)
          columns.faults[record] = Int32(month.slot)
          break
        }
        months[place] = value
      }
    }
  }

  /// Counts the months of one row in a cell.
  mutating func tallyMonths(_ wide: WideMonths, _ record: Int, cell: Int, kind: Int, sign: Int64 = 1) -> Int {
    var sum: Int64 = 0
    for (index, month) in wide.months.enumerated() {
      let value = columns.months[record * wide.months.count + index]
      let year = month.year ?? Int(columns.firstDays[record])
      if value >= 0 {
        let first = CivilDate.unchecked(year: year, month: month.month, day: 1)
        part.saw(first, first + CivilDate.length(ofMonth: month.month, year: year) - 1)
      }
      guard value > 0 else { continue }
      let period = wide.number(year: year, month: month.month)
      part.tally.add(Tally.key(area: cell, kind: kind, period: period), count: value * sign)
      sum += value
    }
    if sum > 0, plan.strata != nil { part.strata.add(cell, kind: kind, mark: Int(columns.strata[record]), count: sum * sign) }
    return Int(sum)
  }
}
