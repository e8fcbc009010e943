package import PlazaLayers

/// Counts the records by cell, kind and period, and by stratum where that was asked.
///
/// Behind the cells of the ground stand three more: records in none, records without a place, and what is to be taken off again so that a
/// kind's total is of records.
package struct TallySink: RecordSink {
  package private(set) var tally: Tally
  package private(set) var strata = StratumCounts()
  private let cellCount: Int
  private let isWeighted: Bool
  private let hasStrata: Bool
  private let wide: WideMonths?

  /// The cells behind those of the ground.
  package static func outsideCell(_ cellCount: Int) -> Int { cellCount }
  package static func unlocatedCell(_ cellCount: Int) -> Int { cellCount + 1 }
  package static func repeatedCell(_ cellCount: Int) -> Int { cellCount + 2 }

  package init(_ pass: RecordPass) {
    isWeighted = pass.plan.weightSlot != nil
    tally = Tally(isWeighted: isWeighted)
    cellCount = pass.ground.cellCount
    hasStrata = pass.plan.strata != nil
    wide = pass.plan.wide
  }

  package mutating func take(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    if let wide { return takeMonths(wide, batch, columns) }
    let (verdicts, places, kinds, periods) = (columns.verdicts, columns.places, columns.kinds, columns.periods)
    let (counts, weights) = (columns.counts, columns.weights)
    let cells = cellCount
    if tally.isLarge, !isWeighted, !hasStrata, columns.several.isEmpty { return takeMany(batch.count, columns) }
    var next = 0
    for record in 0..<batch.count where verdicts[record] == RecordColumns.Verdict.good {
      if next < columns.several.count, columns.several[next].record == record {
        takeSeveral(record, columns.several[next].areas, columns)
        next += 1
        continue
      }
      guard counts[record] != 0 || isWeighted else { continue }
      let place = places[record]
      let cell = place >= 0 ? Int(place) : beyond(place, cells)
      tally.add(
        Tally.key(area: cell, kind: Int(kinds[record]), period: Int(periods[record])), count: counts[record],
        weight: weights[record])
      if hasStrata {
        strata.add(cell, kind: Int(kinds[record]), mark: Int(columns.strata[record]), count: counts[record])
      }
    }
  }

  private mutating func takeMany(_ count: Int, _ columns: RecordColumns) {
    let (verdicts, places, kinds, periods) = (columns.verdicts, columns.places, columns.kinds, columns.periods)
    let (counts, keys, amounts) = (columns.counts, columns.keys, columns.amounts)
    let cells = cellCount
    var used = 0
    for record in 0..<count where verdicts[record] == RecordColumns.Verdict.good && counts[record] != 0 {
      let place = places[record]
      keys[used] = Tally.key(
        area: place >= 0 ? Int(place) : beyond(place, cells), kind: Int(kinds[record]), period: Int(periods[record]))
      amounts[used] = counts[record]
      used += 1
    }
    tally.add(UnsafeBufferPointer(start: keys, count: used), counts: amounts)
  }

  @inline(__always)
  private func beyond(_ place: Int32, _ cells: Int) -> Int {
    place == RecordColumns.Place.outside ? Self.outsideCell(cells) : Self.unlocatedCell(cells)
  }

  private mutating func takeSeveral(_ record: Int, _ areas: [Int32], _ columns: RecordColumns) {
    for area in areas { add(record, cell: Int(area), columns) }
    if areas.count > 1 { add(record, cell: Self.repeatedCell(cellCount), columns, times: 1 - areas.count) }
  }

  private mutating func add(_ record: Int, cell: Int, _ columns: RecordColumns, times: Int = 1) {
    let (kind, mark) = (Int(columns.kinds[record]), Int(columns.strata[record]))
    let count = columns.counts[record] * Int64(times)
    guard count != 0 || isWeighted else { return }
    tally.add(
      Tally.key(area: cell, kind: kind, period: Int(columns.periods[record])), count: count,
      weight: columns.weights[record] * Int128(times))
    if hasStrata { strata.add(cell, kind: kind, mark: mark, count: count) }
  }

  // MARK: Rows of months

  private mutating func takeMonths(_ wide: WideMonths, _ batch: PointBatch, _ columns: RecordColumns) {
    var next = 0
    for record in 0..<batch.count where columns.verdicts[record] == RecordColumns.Verdict.good {
      if next < columns.several.count, columns.several[next].record == record {
        let areas = columns.several[next].areas
        next += 1
        for area in areas { addMonths(wide, record, cell: Int(area), columns) }
        if areas.count > 1 {
          addMonths(wide, record, cell: Self.repeatedCell(cellCount), columns, times: Int64(1 - areas.count))
        }
        continue
      }
      let place = columns.places[record]
      addMonths(wide, record, cell: place >= 0 ? Int(place) : beyond(place, cellCount), columns)
    }
  }

  private mutating func addMonths(
    _ wide: WideMonths, _ record: Int, cell: Int, _ columns: RecordColumns, times: Int64 = 1
  ) {
    let kind = Int(columns.kinds[record])
    for (index, month) in wide.months.enumerated() {
      let value = columns.months[record * wide.months.count + index]
      guard value > 0 else { continue }
      let period = wide.number(year: month.year ?? Int(columns.firstDays[record]), month: month.month)
      tally.add(Tally.key(area: cell, kind: kind, period: period), count: value * times)
    }
    let sum = columns.counts[record] * times
    if sum != 0, hasStrata { strata.add(cell, kind: kind, mark: Int(columns.strata[record]), count: sum) }
  }

  package mutating func merge(_ other: TallySink, kinds renamed: [Int]) {
    tally.merge(other.tally, kinds: renamed)
    strata.merge(other.strata, kinds: renamed)
  }
}
