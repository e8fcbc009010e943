internal import PlazaLayers

/// Reads the year of each row of a table whose columns are months, and leaves out the rows whose months are all outside a span.
struct WideDateStage: RecordStage {
  let wide: WideMonths
  let from: Int?
  let to: Int?

  func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let (verdicts, years, months) = (columns.verdicts, columns.firstDays, columns.months)
    for record in 0..<batch.count where verdicts[record] == RecordColumns.Verdict.good {
      var rowYear: Int?
      if let slot = wide.yearSlot {
        rowYear = year(record, batch.fields[slot], text)
        guard rowYear != nil else {
          verdicts[record] = RecordColumns.Verdict.rejected(.badDate)
          columns.faults[record] = Int32(slot)
          continue
        }
      }
      years[record] = rowYear.map { Int32($0) } ?? RecordColumns.noDay
      var isWanted = false
      for (index, month) in wide.months.enumerated() {
        let moment = Moment(
          day: CivilDate.unchecked(year: month.year ?? rowYear ?? 1970, month: month.month, day: 1), secondOfDay: 0,
          precision: .month)
        let isInside = moment.second >= from ?? .min && moment.second < to ?? .max
        months[record * wide.months.count + index] = isInside ? 0 : -1
        isWanted = isWanted || isInside
      }
      if !isWanted { verdicts[record] = RecordColumns.Verdict.filtered }
    }
  }

  private func year(_ record: Int, _ column: TextColumn, _ text: UnsafePointer<UInt8>) -> Int? {
    let (start, count) = column.span(record)
    return RecordNumber.parse(text + start, count: count, mark: 0x2E).flatMap { WideMonths.year(String($0)) }
  }
}

/// Reads the months that count, and their sum; a blank one holds nothing.
struct WideCountStage: RecordStage {
  let wide: WideMonths
  let mark: UInt8

  func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    let (verdicts, months, counts) = (columns.verdicts, columns.months, columns.counts)
    for record in 0..<batch.count where verdicts[record] == RecordColumns.Verdict.good {
      var sum: Int64 = 0
      for (index, month) in wide.months.enumerated() {
        let place = record * wide.months.count + index
        guard months[place] >= 0 else { continue }
        let (start, count) = batch.fields[month.slot].span(record)
        if (0..<count).allSatisfy({ text[start + $0] == 0x20 || text[start + $0] == 0x09 }) { continue }
        guard let value = RecordNumber.parse(text + start, count: count, mark: mark) else {
          verdicts[record] = RecordColumns.Verdict.rejected(.badWeight)
          columns.faults[record] = Int32(month.slot)
          break
        }
        months[place] = value
        sum += value
      }
      counts[record] = sum
    }
  }
}
