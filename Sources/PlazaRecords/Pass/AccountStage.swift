internal import PlazaGeometry
internal import PlazaLayers

/// Counts what becomes of each record; the last stage that decides anything.
struct AccountStage: RecordStage {
  private let hasDates: Bool
  private let hasPeriod: Bool
  /// Whether a position can be on the border of two areas, or in both.
  private let hasBorders: Bool
  private let wide: WideMonths?
  private let countSlot: Int?
  private let column: NumberColumn
  private var account = Account()
  private var undated = 0
  /// The first position that is none of the earth's.
  private var outOfRange: RecordPart.Place?
  /// The days of the records that count; nil where records have none.
  private var days: DayCounts?

  init(_ plan: RecordPlan, hasBorders: Bool) {
    hasDates = plan.dateSlot != nil
    hasPeriod = plan.period != nil || plan.bins != nil
    self.hasBorders = hasBorders
    wide = plan.wide
    (countSlot, column) = (plan.countSlot, plan.wholeColumn)
    if plan.wide != nil || plan.countSlot != nil { account.cases = Account.Cases() }
    days = hasDates || wide != nil ? DayCounts() : nil
  }

  mutating func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    account.read += batch.count
    account.mendings += batch.mendings
    let (verdicts, places, methods, flags, counts) = (
      columns.verdicts, columns.places, columns.methods, columns.flags, columns.counts
    )
    var joined = 0
    var withheld = (rows: 0, cases: 0)
    var assigned = 0
    var byMethod = (0, 0, 0)
    for record in 0..<batch.count {
      let verdict = verdicts[record]
      guard verdict == RecordColumns.Verdict.good || verdict == RecordColumns.Verdict.withheld else {
        if verdict == RecordColumns.Verdict.filtered {
          account.filtered += 1
        } else {
          let reason = RecordColumns.Verdict.reason(verdict)
          account[reason] += 1
          if reason == .outOfRange { note(record, of: batch) }
        }
        continue
      }
      let place = places[record]
      guard place >= 0 else {
        if place == RecordColumns.Place.outside {
          account.outside += 1
        } else {
          account[RecordColumns.Place.reason(place)] += 1
        }
        continue
      }
      joined += 1
      if verdict == RecordColumns.Verdict.withheld {
        // Booked as joined by its point to one area, which is what is taken back below.
        withheld.rows += 1
        withheld.cases += Int(counts[record])
        assigned += Int(counts[record])
        byMethod.0 += 1
        continue
      }
      assigned += Int(counts[record])
      switch methods[record] {
      case 0:
        byMethod.0 += 1
        if hasBorders, flags[record] != 0 {
          if flags[record] & AreaLocator.onBorder != 0 { account.onBorder += 1 }
          if flags[record] & AreaLocator.ambiguous != 0 { account.ambiguous += 1 }
        }
      case 1: byMethod.1 += 1
      default: byMethod.2 += 1
      }
    }
    // A record in each of several areas counts there as often.
    for (record, areas) in columns.several where verdicts[record] == RecordColumns.Verdict.good {
      assigned += Int(counts[record]) * (areas.count - 1)
    }
    account.joined += joined
    account.assigned += assigned
    account.locatedBy.point += byMethod.0
    account.locatedBy.code += byMethod.1
    account.locatedBy.name += byMethod.2
    account.withhold(withheld.rows, .sensitiveKind, cases: withheld.cases)
    if account.cases != nil { noteCases(batch, columns, text) }
    guard var found = days else { return }
    // Held by one name only, so that it is changed in place.
    days = nil
    if hasDates { noteDays(batch.count, columns, &found) }
    if let wide { Self.noteMonths(wide, batch.count, columns, &found) }
    days = found
  }

  /// Adds up what the rows stand for, those that were left out among them.
  private mutating func noteCases(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    var cases = account.cases ?? Account.Cases()
    for record in 0..<batch.count {
      let verdict = columns.verdicts[record]
      if verdict == RecordColumns.Verdict.filtered {
        cases.filtered += stated(record, batch, text, where: { _ in true })
        continue
      }
      guard verdict == RecordColumns.Verdict.good || verdict == RecordColumns.Verdict.withheld else { continue }
      // What is withheld has been taken from the joined already.
      let count = Int(columns.counts[record])
      let place = columns.places[record]
      if place >= 0 {
        cases.joined += count
      } else if place == RecordColumns.Place.outside {
        cases.outside += count
      } else {
        cases.unlocated += count
      }
      if let wide {
        cases.filtered += stated(record, batch, text, where: { columns.months[record * wide.months.count + $0] < 0 })
      }
    }
    account.cases = cases
  }

  /// What a row says that it stands for, in some of its months where it has those; what cannot be read counts as nothing.
  private func stated(
    _ record: Int, _ batch: PointBatch, _ text: UnsafePointer<UInt8>, where isWanted: (Int) -> Bool
  ) -> Int {
    func number(_ slot: Int) -> Int {
      let (start, count) = batch.fields[slot].span(record)
      return column.amount(text + start, count: count).flatMap { RecordNumber.whole($0.value) }.map { Int($0) } ?? 0
    }
    guard let wide else { return countSlot.map(number) ?? 1 }
    return wide.months.indices.reduce(0) { isWanted($1) ? $0 + number(wide.months[$1].slot) : $0 }
  }

  private mutating func note(_ record: Int, of batch: PointBatch) {
    let line = batch.lines[record]
    if let known = outOfRange, known.line <= line { return }
    outOfRange = RecordPart.Place(line: line, cell: batch.faults.first { $0.record == record }?.cell ?? "")
  }

  private mutating func noteDays(_ count: Int, _ columns: RecordColumns, _ days: inout DayCounts) {
    let (verdicts, periods, firstDays, lastDays) = (
      columns.verdicts, columns.periods, columns.firstDays, columns.lastDays
    )
    for record in 0..<count where verdicts[record] == RecordColumns.Verdict.good {
      let first = firstDays[record]
      if first == RecordColumns.noDay || hasPeriod && periods[record] == Int32(Tally.unknownPeriod) { undated += 1 }
      guard first != RecordColumns.noDay else { continue }
      days.add(first: Int(first), last: Int(lastDays[record]))
    }
  }

  private static func noteMonths(_ wide: WideMonths, _ count: Int, _ columns: RecordColumns, _ days: inout DayCounts) {
    for record in 0..<count where columns.verdicts[record] == RecordColumns.Verdict.good {
      for (index, month) in wide.months.enumerated() where columns.months[record * wide.months.count + index] >= 0 {
        let year = month.year ?? Int(columns.firstDays[record])
        let first = CivilDate.unchecked(year: year, month: month.month, day: 1)
        let last = first + CivilDate.length(ofMonth: month.month, year: year) - 1
        days.add(first: first, last: last)
      }
    }
  }

  func finish(_ part: inout RecordPart) {
    part.account += account
    part.undated = undated
    part.outOfRange = outOfRange
    part.dayCounts = days
  }
}
