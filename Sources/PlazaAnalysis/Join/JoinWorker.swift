internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ

/// Takes batches from the reader, places their records and counts them, until there are no more.
///
/// A batch goes through passes over columns: what is unreadable, the filters, dates, amounts, kinds, places, and the tally last.
struct JoinWorker {
  let plan: JoinPlan
  let locator: AreaLocator?
  let territory: Territory
  let sinks: JoinSinks
  private let transformer: Transformer?
  var part: JoinPart
  var located: [Int32] = []
  var flags: [UInt8] = []
  private var borders: [BorderPass]
  private var filterValues: [Interner]
  private var filterVerdicts: [[Bool]]
  var keys: KeyLocator
  private var strata: StratumReader?
  var withholding: Withholding?
  let columns: JoinColumns

  /// - Parameter locator: nil when positions do not matter.
  init(
    _ plan: JoinPlan, _ keyPlan: KeyPlan, _ locator: AreaLocator?, _ borders: [BorderPass], _ territory: Territory,
    _ sinks: JoinSinks, _ transformation: Transformation?
  ) throws {
    self.plan = plan
    self.borders = borders
    self.locator = locator
    self.territory = territory
    self.sinks = sinks
    do {
      transformer = try transformation.map { try Transformer($0) }
    } catch let error as ProjError {
      throw CRSOperation.failure(error, files: [:])
    }
    part = JoinPart(isWeighted: plan.weightSlot != nil, levels: territory.levels.count)
    filterValues = plan.filters.map { _ in Interner() }
    filterVerdicts = plan.filters.map { _ in [] }
    keys = KeyLocator(keyPlan)
    strata = plan.strata.map { StratumReader($0) }
    withholding = plan.withholding.map { Withholding($0) }
    columns = JoinColumns(monthCount: plan.wide?.months.count ?? 0)
  }

  consuming func run(_ reader: any PointReader, progress: any ProgressSink) throws -> JoinPart {
    var batch = PointBatch()
    while !Task.isCancelled, try reader.next(&batch) {
      if let locator { locate(&batch, locator) }
      try count(batch)
      if batch.index == 0 { try checkRange() }
      progress.advanced(bytes: batch.text.count, records: batch.count)
    }
    part.keys = keys.counts()
    part.borders = borders.map(\.tally)
    part.strata.evidence = strata?.evidence ?? []
    part.withheld = withholding?.counts ?? [:]
    return part
  }

  /// A file whose positions are mostly out of range is not in degrees: better said after the first batch than after the last.
  private func checkRange() throws {
    if part.account[.outOfRange] * 2 > part.account.read { throw JoinRun.outOfRangeFailure(plan.file, part.account) }
  }

  private mutating func locate(_ batch: inout PointBatch, _ locator: AreaLocator) {
    let count = batch.count
    if located.count < count {
      located = Array(repeating: -1, count: count)
      flags = Array(repeating: 0, count: count)
    }
    if let transformer {
      batch.x.withUnsafeMutableBufferPointer { x in
        batch.y.withUnsafeMutableBufferPointer { y in
          _ = transformer.transform(
            x: UnsafeMutableBufferPointer(rebasing: x[..<count]), y: UnsafeMutableBufferPointer(rebasing: y[..<count]))
        }
      }
      for record in 0..<count where batch.states[record] == .located {
        if batch.x[record].isFinite, batch.y[record].isFinite { continue }
        batch.states[record] = .outOfRange
      }
    }
    Self.withBuffers(batch, &located, &flags) { x, y, areas, flags in locator.locate(x: x, y: y, areas: areas, flags: flags) }
    for index in borders.indices { borders[index].find(batch, areas: located, flags: flags) }
  }

  private static func withBuffers(
    _ batch: PointBatch, _ areas: inout [Int32], _ flags: inout [UInt8],
    _ body: (
      UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Int32>,
      UnsafeMutableBufferPointer<UInt8>
    ) -> Void
  ) {
    let records = 0..<batch.count
    batch.x.withUnsafeBufferPointer { x in
      batch.y.withUnsafeBufferPointer { y in
        areas.withUnsafeMutableBufferPointer { areas in
          flags.withUnsafeMutableBufferPointer { flags in
            body(
              .init(rebasing: x[records]), .init(rebasing: y[records]), .init(rebasing: areas[records]),
              .init(rebasing: flags[records]))
          }
        }
      }
    }
  }

  private mutating func count(_ batch: PointBatch) throws {
    columns.reserve(batch.count)
    part.account.read += batch.count
    try batch.text.withUnsafeBufferPointer { text in
      let base = text.baseAddress ?? UnsafePointer(bitPattern: 1)!
      // What cannot be read at all comes first, then what the caller left out, then cells that cannot be read.
      refuseUnreadable(batch)
      for filter in plan.filters.indices { filterPass(filter, batch, base) }
      if let wide = plan.wide { wideDates(wide, batch, base) }
      if let slot = plan.dateSlot { try datePass(slot, batch, base) }
      if let bins = plan.bins { binPass(bins, batch, base) }
      if let slot = plan.weightSlot { weightPass(slot, batch, base) }
      if let slot = plan.countSlot { countPass(slot, batch, base) }
      if let wide = plan.wide { wideCounts(wide, batch, base) }
      refuseBadPositions(batch)
      if let slot = plan.kindSlot { try kindPass(slot, batch, base) }
      if plan.strata != nil { stratumPass(batch, base) }
      if plan.keys?.usesKeys == true { placeByKeys(batch, base) } else { placeByPoints(batch) }
      if plan.keys?.declaredSlot ?? -1 >= 0 { try declaredPass(batch, base) }
      for index in borders.indices { borders[index].note(batch, columns, territory, months: plan.wide?.months.count ?? 0) }
      tallyPass(batch)
      if plan.keepsPoints {
        part.kept.take(batch, columns, precisionSlot: plan.precisionSlot, isWeighted: plan.weightSlot != nil)
      }
      try rowPass(batch, text)
    }
  }

  // MARK: Passes before the place

  private func refuseUnreadable(_ batch: PointBatch) {
    let fates = columns.fates
    let bad = (
      JoinColumns.Fate.rejected(.badRow), JoinColumns.Fate.rejected(.badEncoding), JoinColumns.Fate.rejected(.tooLong)
    )
    batch.states.withUnsafeBufferPointer { states in
      for record in 0..<batch.count {
        switch states[record] {
        case .badRow: fates[record] = bad.0
        case .badEncoding: fates[record] = bad.1
        case .tooLong: fates[record] = bad.2
        default: fates[record] = JoinColumns.Fate.good
        }
      }
    }
  }

  private func refuseBadPositions(_ batch: PointBatch) {
    let fates = columns.fates
    let faults = columns.faults
    batch.states.withUnsafeBufferPointer { states in
      for record in 0..<batch.count where states[record] != .located && fates[record] == JoinColumns.Fate.good {
        if let reason = states[record].reason, reason.isRejection {
          fates[record] = JoinColumns.Fate.rejected(reason)
          faults[record] = -1
        }
      }
    }
  }

  private mutating func stratumPass(_ batch: PointBatch, _ text: UnsafePointer<UInt8>) {
    let columns = columns
    strata?.read(batch, columns, text)
  }

  private mutating func filterPass(_ filter: Int, _ batch: PointBatch, _ text: UnsafePointer<UInt8>) {
    let fates = columns.fates
    let column = batch.fields[plan.filters[filter].slot]
    for record in 0..<batch.count where fates[record] == JoinColumns.Fate.good {
      let (start, count) = column.span(record)
      let number = filterValues[filter].number(of: text + start, count: count)
      if number == filterVerdicts[filter].count {
        let value = KindText.canonical(filterValues[filter].value(number))
        filterVerdicts[filter].append(plan.filters[filter].values.contains(value))
      }
      if !filterVerdicts[filter][number] { fates[record] = JoinColumns.Fate.filtered }
    }
  }

  private func datePass(_ slot: Int, _ batch: PointBatch, _ text: UnsafePointer<UInt8>) throws {
    let (fates, periods, firstDays, lastDays) = (columns.fates, columns.periods, columns.firstDays, columns.lastDays)
    let column = batch.fields[slot]
    let (from, to, wanted, order) = (plan.from, plan.to, plan.period, plan.dateOrder)
    let bad = JoinColumns.Fate.rejected(.badDate)
    for record in 0..<batch.count where fates[record] == JoinColumns.Fate.good {
      periods[record] = Int32(Tally.unknownPeriod)
      firstDays[record] = JoinColumns.noDay
      let (start, count) = column.span(record)
      switch DateText.parse(text + start, count: count, order: order) {
      case .moment(let moment):
        if let from, moment.second < from {
          fates[record] = JoinColumns.Fate.filtered
        } else if let to, moment.second >= to {
          fates[record] = JoinColumns.Fate.filtered
        } else {
          firstDays[record] = Int32(truncatingIfNeeded: moment.day)
          lastDays[record] = Int32(
            truncatingIfNeeded: moment.precision >= .day ? moment.day : moment.end / 86_400 - 1)
          if let wanted, let number = wanted.number(of: moment), Tally.periodRange.contains(number) {
            periods[record] = Int32(truncatingIfNeeded: number)
          }
        }
      case .blank: if from != nil || to != nil { fates[record] = JoinColumns.Fate.filtered }
      case let result:
        if result == .otherOrder, !plan.isDateOrderStated {
          throw Failure(
            .notUnderstood, "date.contradiction",
            ["file": plan.file, "value": Self.cell(record, column, text), "order": order.rawValue])
        }
        fates[record] = bad
        columns.faults[record] = Int32(slot)
      }
    }
  }

  private func weightPass(_ slot: Int, _ batch: PointBatch, _ text: UnsafePointer<UInt8>) {
    let (fates, weights) = (columns.fates, columns.weights)
    let column = batch.fields[slot]
    let bad = JoinColumns.Fate.rejected(.badWeight)
    for record in 0..<batch.count where fates[record] == JoinColumns.Fate.good {
      let (start, count) = column.span(record)
      if let value = DecimalAmount.parse(text + start, count: count, mark: plan.decimalMark), value >= 0 {
        weights[record] = value
      } else {
        fates[record] = bad
        columns.faults[record] = Int32(slot)
      }
    }
  }

  private func countPass(_ slot: Int, _ batch: PointBatch, _ text: UnsafePointer<UInt8>) {
    let (fates, counts) = (columns.fates, columns.counts)
    let column = batch.fields[slot]
    let bad = JoinColumns.Fate.rejected(.badWeight)
    for record in 0..<batch.count where fates[record] == JoinColumns.Fate.good {
      let (start, count) = column.span(record)
      if let value = RecordNumber.parse(text + start, count: count, mark: plan.decimalMark) {
        counts[record] = value
      } else {
        fates[record] = bad
        columns.faults[record] = Int32(slot)
      }
    }
  }

  private mutating func kindPass(_ slot: Int, _ batch: PointBatch, _ text: UnsafePointer<UInt8>) throws {
    let (fates, kinds) = (columns.fates, columns.kinds)
    let column = batch.fields[slot]
    for record in 0..<batch.count where fates[record] == JoinColumns.Fate.good {
      let (start, count) = column.span(record)
      let kind = part.kinds.number(of: text + start, count: count)
      if kind >= Tally.kindLimit { throw Failure(.notUnderstood, "join.too_many_kinds", ["file": plan.file]) }
      kinds[record] = Int32(truncatingIfNeeded: kind)
    }
  }

  static func cell(_ record: Int, _ column: TextColumn, _ text: UnsafePointer<UInt8>) -> String {
    let (start, count) = column.span(record)
    return String(decoding: UnsafeBufferPointer(start: text + start, count: min(count, 200)), as: UTF8.self)
  }
}

/// How many records a row stands for: a whole number of zero or more, as `12` or, out of a program of numbers, `12.0`.
enum RecordNumber {
  static let limit: Int128 = 1 << 53

  static func parse(_ start: UnsafePointer<UInt8>, count: Int, mark: UInt8) -> Int64? {
    guard let value = DecimalAmount.parse(start, count: count, mark: mark), value >= 0, value % DecimalAmount.scale == 0,
      value / DecimalAmount.scale < limit
    else { return nil }
    return Int64(value / DecimalAmount.scale)
  }
}
