internal import PlazaGeometry
internal import PlazaLayers

/// Where records are, and what is counted there.
extension JoinWorker {
  /// Beyond the areas: where the tally keeps records that are in none, and those without a place.
  static func outsideCell(_ cellCount: Int) -> Int { cellCount }
  static func unlocatedCell(_ cellCount: Int) -> Int { cellCount + 1 }
  /// Takes off again what a record counts beyond once, so that a kind's total is of records.
  static func repeatedCell(_ cellCount: Int) -> Int { cellCount + 2 }

  /// The finest level's cells begin at 0: what the locator says is the cell.
  func placeByPoints(_ batch: PointBatch) {
    let places = columns.places
    let unplaced = JoinColumns.Place.ofState
    located.withUnsafeBufferPointer { located in
      batch.states.withUnsafeBufferPointer { states in
        for record in 0..<batch.count {
          // Of rejected records it does not matter.
          places[record] =
            states[record] == .located
            ? (located[record] >= 0 ? located[record] : JoinColumns.Place.outside)
            : unplaced[Int(states[record].rawValue)]
        }
      }
    }
  }

  mutating func placeByKeys(_ batch: PointBatch, _ text: UnsafePointer<UInt8>) {
    let (fates, places, methods) = (columns.fates, columns.places, columns.methods)
    let usesPoint = plan.keys?.usesPoint == true
    for record in 0..<batch.count where fates[record] == JoinColumns.Fate.good {
      let hasPoint = usesPoint && batch.states[record] == .located
      let point = hasPoint ? Int(located[record]) : -1
      var hasKey = false
      if let found = keys.locate(record, batch.fields, text, point: point, hasKey: &hasKey) {
        places[record] = Int32(territory.cell(found.level, found.area))
        methods[record] = found.method == .point ? 0 : found.method == .code ? 1 : 2
      } else if hasPoint {
        places[record] = JoinColumns.Place.outside
      } else {
        places[record] = JoinColumns.Place.unlocated(hasKey ? .unknownCode : .noCode)
      }
    }
  }

  /// Compares what records declare with where their points lie.
  mutating func declaredPass(_ batch: PointBatch, _ text: UnsafePointer<UInt8>) throws {
    guard let slot = plan.keys?.declaredSlot, let locator else { return }
    var rows = sinks.disagree.map { _ in RowBlock(columns: 3) }
    var all: [Int32] = []
    for record in 0..<batch.count where columns.fates[record] == JoinColumns.Fate.good {
      guard batch.states[record] == .located, located[record] >= 0 else { continue }
      all.removeAll(keepingCapacity: true)
      if flags[record] == 0 {
        all.append(located[record])
      } else {
        locator.appendAreas(coveringX: batch.x[record], y: batch.y[record], to: &all)
      }
      guard keys.contradicts(record, batch.fields, text, covering: all.lazy.map { Int($0) }) else { continue }
      part.account.disagree += 1
      rows?.append(String(batch.lines[record]))
      rows?.append(Self.cell(record, batch.fields[slot], text))
      rows?.append(territory.finest.codes[Int(located[record])])
    }
    if let rows { try sinks.disagree?.write(rows, chunk: batch.index) }
  }

  mutating func tallyPass(_ batch: PointBatch) {
    let columns = columns
    let (fates, kinds, periods, counts) = (columns.fates, columns.kinds, columns.periods, columns.counts)
    let (weights, places, methods) = (columns.weights, columns.places, columns.methods)
    let (firstDays, lastDays) = (columns.firstDays, columns.lastDays)
    let hasDates = plan.dateSlot != nil
    let hasPeriod = plan.period != nil || plan.bins != nil
    let usesPoint = locator != nil
    let isWeighted = plan.weightSlot != nil
    let hasStrata = plan.strata != nil
    let cells = territory.cellCount
    var joined = 0
    var assigned = 0
    for record in 0..<batch.count {
      let fate = fates[record]
      guard fate == JoinColumns.Fate.good else {
        if fate == JoinColumns.Fate.filtered {
          part.account.filtered += 1
        } else {
          part.account[JoinColumns.Fate.reason(fate)] += 1
        }
        continue
      }
      let (kind, period) = (Int(kinds[record]), Int(periods[record]))
      if hasDates {
        let first = firstDays[record]
        if first != JoinColumns.noDay { part.saw(Int(first), Int(lastDays[record])) }
        if first == JoinColumns.noDay || hasPeriod && period == Tally.unknownPeriod { part.undated += 1 }
      }
      let place = places[record]
      if place >= 0, plan.wide == nil, !usesPoint || flags[record] == 0 {
        joined += 1
        assigned += Int(counts[record])
        switch methods[record] {
        case 0: part.account.locatedBy.point += 1
        case 1: part.account.locatedBy.code += 1
        default: part.account.locatedBy.name += 1
        }
        if counts[record] != 0 || isWeighted {
          part.tally.add(
            Tally.key(area: Int(place), kind: kind, period: period), count: counts[record], weight: weights[record])
          if hasStrata { part.strata.add(Int(place), kind: kind, mark: Int(columns.strata[record]), count: counts[record]) }
        }
      } else {
        tallyRarely(record, batch, place: place, kind: kind, period: period, cells: cells)
      }
    }
    part.account.joined += joined
    part.account.assigned += assigned
  }

  /// Records in no area, on borders, in several areas, and rows of months.
  private mutating func tallyRarely(
    _ record: Int, _ batch: PointBatch, place: Int32, kind: Int, period: Int, cells: Int
  ) {
    guard place >= 0 else {
      let isOutside = place == JoinColumns.Place.outside
      if isOutside { part.account.outside += 1 } else { part.account[JoinColumns.Place.reason(place)] += 1 }
      _ = add(record, cell: isOutside ? Self.outsideCell(cells) : Self.unlocatedCell(cells), kind: kind, period: period)
      return
    }
    part.account.joined += 1
    switch columns.methods[record] {
    case 0: part.account.locatedBy.point += 1
    case 1: part.account.locatedBy.code += 1
    default: part.account.locatedBy.name += 1
    }
    let isByPoint = columns.methods[record] == 0 && locator != nil
    let flag = isByPoint ? flags[record] : 0
    if flag & AreaLocator.onBorder != 0 { part.account.onBorder += 1 }
    if flag & AreaLocator.ambiguous != 0 { part.account.ambiguous += 1 }
    if flag != 0, plan.assignsAll, let locator {
      var all: [Int32] = []
      locator.appendAreas(coveringX: batch.x[record], y: batch.y[record], to: &all)
      for area in all { part.account.assigned += add(record, cell: Int(area), kind: kind, period: period) }
      if all.count > 1 {
        _ = add(record, cell: Self.repeatedCell(cells), kind: kind, period: period, times: 1 - all.count)
      }
      return
    }
    part.account.assigned += add(record, cell: Int(place), kind: kind, period: period)
  }

  /// - Returns: how many records the row stands for.
  private mutating func add(_ record: Int, cell: Int, kind: Int, period: Int, times: Int = 1) -> Int {
    if let wide = plan.wide { return tallyMonths(wide, record, cell: cell, kind: kind, sign: Int64(times)) }
    let count = columns.counts[record]
    guard count != 0 || plan.weightSlot != nil else { return 0 }
    let weight = times == 1 ? columns.weights[record] : 0
    part.tally.add(Tally.key(area: cell, kind: kind, period: period), count: count * Int64(times), weight: weight)
    if plan.strata != nil { part.strata.add(cell, kind: kind, mark: Int(columns.strata[record]), count: count * Int64(times)) }
    return Int(count)
  }

  /// Single records on their way to the files that list them.
  mutating func rowPass(_ batch: PointBatch, _ text: UnsafeBufferPointer<UInt8>) throws {
    guard sinks.tagged != nil || sinks.rejects != nil else { return }
    var tagged = RowBlock(columns: plan.taggedSlots.count + 2 + (territory.isNested ? 1 : 0))
    var rejects = RowBlock(columns: 3)
    var rule = withholding.take()
    defer { withholding = rule }
    var fault = 0
    let base = text.baseAddress ?? UnsafePointer(bitPattern: 1)!
    for record in 0..<batch.count {
      while fault < batch.faults.count, batch.faults[fault].record < record { fault += 1 }
      let fate = columns.fates[record]
      if fate == JoinColumns.Fate.good {
        guard sinks.tagged != nil, rule?.withholds(Int(columns.kinds[record]), part.kinds) != true else { continue }
        tag(&tagged, record, batch, text)
      } else if fate != JoinColumns.Fate.filtered, sinks.rejects != nil {
        let reason = JoinColumns.Fate.reason(fate)
        var cell = fault < batch.faults.count && batch.faults[fault].record == record ? batch.faults[fault].cell : ""
        if reason == .badDate || reason == .badWeight {
          cell = Self.cell(record, batch.fields[Int(columns.faults[record])], base)
        }
        rejects.append(String(batch.lines[record]))
        rejects.append(reason.rawValue)
        rejects.append(cell)
      }
    }
    try sinks.tagged?.write(tagged, chunk: batch.index)
    try sinks.rejects?.write(rejects, chunk: batch.index)
  }

  private func tag(_ rows: inout RowBlock, _ record: Int, _ batch: PointBatch, _ text: UnsafeBufferPointer<UInt8>) {
    for slot in plan.taggedSlots {
      let (start, count) = batch.fields[slot].span(record)
      rows.append(UnsafeBufferPointer(rebasing: text[start..<start + count]))
    }
    let place = Int(columns.places[record])
    let found = place < 0 ? nil : territory.place(ofCell: place)
    rows.append(found.map { territory.levels[$0.level].areas.codes[$0.area] } ?? "")
    rows.append(found.map { territory.levels[$0.level].areas.names[$0.area] } ?? "")
    if territory.isNested { rows.append(found.map { territory.levels[$0.level].name } ?? "") }
  }
}
