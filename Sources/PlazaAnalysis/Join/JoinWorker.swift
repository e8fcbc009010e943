internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ

/// Takes batches from the reader, locates their points and counts them, until there are no more.
struct JoinWorker {
  private let plan: JoinPlan
  private let locator: AreaLocator
  private let areas: AreaSet
  private let sinks: JoinSinks
  private let transformer: Transformer?
  private var part: JoinPart
  private var located: [Int32] = []
  private var flags: [UInt8] = []
  private var borders: BorderPass?
  private var filterValues: [Interner]
  private var filterVerdicts: [[Bool]]

  /// Beyond the areas: where the tally keeps records that are in none, and those without a place.
  static func outsideArea(_ areaCount: Int) -> Int { areaCount }
  static func unlocatedArea(_ areaCount: Int) -> Int { areaCount + 1 }
  /// Takes off again what a record counts beyond once, so that a kind's total is of records.
  static func repeatedArea(_ areaCount: Int) -> Int { areaCount + 2 }

  init(
    _ plan: JoinPlan, _ locator: AreaLocator, _ borders: BorderPass?, _ areas: AreaSet, _ sinks: JoinSinks,
    _ transformation: Transformation?
  ) throws {
    self.plan = plan
    self.borders = borders
    self.locator = locator
    self.areas = areas
    self.sinks = sinks
    do {
      transformer = try transformation.map { try Transformer($0) }
    } catch let error as ProjError {
      throw CRSOperation.failure(error, files: [:])
    }
    part = JoinPart(isWeighted: plan.weightSlot != nil)
    filterValues = plan.filters.map { _ in Interner() }
    filterVerdicts = plan.filters.map { _ in [] }
  }

  consuming func run(_ reader: any PointReader, progress: any ProgressSink) throws -> JoinPart {
    var batch = PointBatch()
    while !Task.isCancelled, try reader.next(&batch) {
      locate(&batch)
      try count(batch)
      if batch.index == 0 { try checkRange() }
      progress.advanced(bytes: batch.text.count, records: batch.count)
    }
    part.borders = borders?.tally
    return part
  }

  /// A file whose positions are mostly out of range is not in degrees: better said after the first batch than after the last.
  private func checkRange() throws {
    if part.account[.outOfRange] * 2 > part.account.read { throw Join.outOfRangeFailure(plan.file, part.account) }
  }

  private mutating func locate(_ batch: inout PointBatch) {
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
    let locator = locator
    Self.withBuffers(batch, &located, &flags) { x, y, areas, flags in locator.locate(x: x, y: y, areas: areas, flags: flags) }
    borders?.find(batch, areas: located, flags: flags)
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
    var tagged = sinks.tagged.map { _ in RowBlock(columns: plan.taggedSlots.count + 2) }
    var rejects = sinks.rejects.map { _ in RowBlock(columns: 3) }
    var fault = 0
    part.account.read += batch.count
    try batch.text.withUnsafeBufferPointer { text in
      let base = text.baseAddress ?? UnsafePointer(bitPattern: 1)!
      for record in 0..<batch.count {
        while fault < batch.faults.count, batch.faults[fault].record < record { fault += 1 }
        switch try fate(record, batch, base) {
        case .filtered:
          part.account.filtered += 1
        case .rejected(let reason, let cell):
          part.account[reason] += 1
          guard rejects != nil else { continue }
          let known = fault < batch.faults.count && batch.faults[fault].record == record ? batch.faults[fault].cell : ""
          rejects?.append(String(batch.lines[record]))
          rejects?.append(reason.rawValue)
          rejects?.append(cell ?? known)
        case .good(let kind, let period, let weight):
          let area = tallyRecord(record, batch, kind: kind, period: period, weight: weight)
          if tagged != nil { tag(&tagged!, record, batch, text, area) }
        }
      }
    }
    if let tagged { try sinks.tagged?.write(tagged, chunk: batch.index) }
    if let rejects { try sinks.rejects?.write(rejects, chunk: batch.index) }
  }

  private enum Fate {
    case good(kind: Int, period: Int, weight: Int128)
    case filtered
    case rejected(Account.Reason, cell: String?)
  }

  /// What becomes of a record before its place matters. What cannot be read at all comes first, then what the caller left out,
  /// then cells that cannot be read.
  @inline(__always)
  private mutating func fate(_ record: Int, _ batch: PointBatch, _ text: UnsafePointer<UInt8>) throws -> Fate {
    let state = batch.states[record]
    switch state {
    case .badRow, .badEncoding, .tooLong: return .rejected(state.reason!, cell: nil)
    default: break
    }
    for filter in plan.filters.indices where !passes(filter, record, batch, text) { return .filtered }
    var period = Tally.unknownPeriod
    var days: (first: Int, last: Int)?
    var isUndated = false
    if let slot = plan.dateSlot {
      switch try date(record, batch.fields[slot], text) {
      case .moment(let moment):
        if let from = plan.from, moment.second < from { return .filtered }
        if let to = plan.to, moment.second >= to { return .filtered }
        days = (moment.day, moment.precision >= .day ? moment.day : moment.end / 86_400 - 1)
        if let wanted = plan.period {
          if let number = wanted.number(of: moment), Tally.periodRange.contains(number) {
            period = number
          } else {
            isUndated = true
          }
        }
      case .blank:
        if plan.from != nil || plan.to != nil { return .filtered }
        isUndated = true
      case .otherOrder, .unreadable:
        return .rejected(.badDate, cell: cell(record, batch.fields[slot], text))
      }
    }
    var weight: Int128 = 0
    if let slot = plan.weightSlot {
      let (start, count) = span(record, batch.fields[slot])
      guard let value = DecimalAmount.parse(text + start, count: count, mark: plan.decimalMark), value >= 0 else {
        return .rejected(.badWeight, cell: cell(record, batch.fields[slot], text))
      }
      weight = value
    }
    if let reason = state.reason, reason.isRejection { return .rejected(reason, cell: nil) }
    var kind = 0
    if let slot = plan.kindSlot {
      let (start, count) = span(record, batch.fields[slot])
      kind = part.kinds.number(of: text + start, count: count)
      if kind >= Tally.kindLimit { throw Failure(.notUnderstood, "join.too_many_kinds", ["file": plan.file]) }
    }
    if isUndated { part.undated += 1 }
    if let days { part.saw(days.first, days.last) }
    return .good(kind: kind, period: period, weight: weight)
  }

  @inline(__always)
  private mutating func tallyRecord(_ record: Int, _ batch: PointBatch, kind: Int, period: Int, weight: Int128) -> Int {
    guard batch.states[record] == .located else {
      part.account[batch.states[record].reason!] += 1
      part.tally.add(Tally.key(area: Self.unlocatedArea(areas.count), kind: kind, period: period), weight: weight)
      return -1
    }
    let area = Int(located[record])
    borders?.note(record, area: located[record])
    guard area >= 0 else {
      part.account.outside += 1
      part.tally.add(Tally.key(area: Self.outsideArea(areas.count), kind: kind, period: period), weight: weight)
      return -1
    }
    part.account.joined += 1
    part.account.locatedBy.point += 1
    let flag = flags[record]
    if flag != 0 {
      if flag & AreaLocator.onBorder != 0 { part.account.onBorder += 1 }
      if flag & AreaLocator.ambiguous != 0 { part.account.ambiguous += 1 }
      if plan.assignsAll {
        var all: [Int32] = []
        locator.appendAreas(coveringX: batch.x[record], y: batch.y[record], to: &all)
        for area in all { part.tally.add(Tally.key(area: Int(area), kind: kind, period: period), weight: weight) }
        part.account.assigned += all.count
        if all.count > 1 {
          part.tally.add(Tally.key(area: Self.repeatedArea(areas.count), kind: kind, period: period), count: Int64(1 - all.count))
        }
        return area
      }
    }
    part.account.assigned += 1
    part.tally.add(Tally.key(area: area, kind: kind, period: period), weight: weight)
    return area
  }

  private func tag(
    _ rows: inout RowBlock, _ record: Int, _ batch: PointBatch, _ text: UnsafeBufferPointer<UInt8>, _ area: Int
  ) {
    for slot in plan.taggedSlots {
      let (start, count) = span(record, batch.fields[slot])
      rows.append(UnsafeBufferPointer(rebasing: text[start..<start + count]))
    }
    rows.append(area < 0 ? "" : areas.codes[area])
    rows.append(area < 0 ? "" : areas.names[area])
  }

  @inline(__always)
  private mutating func passes(_ filter: Int, _ record: Int, _ batch: PointBatch, _ text: UnsafePointer<UInt8>) -> Bool {
    let (start, count) = span(record, batch.fields[plan.filters[filter].slot])
    let number = filterValues[filter].number(of: text + start, count: count)
    if number == filterVerdicts[filter].count {
      let value = KindText.canonical(filterValues[filter].value(number))
      filterVerdicts[filter].append(plan.filters[filter].values.contains(value))
    }
    return filterVerdicts[filter][number]
  }

  @inline(__always)
  private func date(_ record: Int, _ column: TextColumn, _ text: UnsafePointer<UInt8>) throws -> DateText.Result {
    let (start, count) = span(record, column)
    let result = DateText.parse(text + start, count: count, order: plan.dateOrder)
    if result == .otherOrder, !plan.isDateOrderStated {
      throw Failure(
        .notUnderstood, "date.contradiction",
        ["file": plan.file, "value": cell(record, column, text), "order": plan.dateOrder.rawValue])
    }
    return result
  }

  /// Where a cell stands; null is empty.
  @inline(__always)
  private func span(_ record: Int, _ column: TextColumn) -> (start: Int, count: Int) {
    let start = Int(column.starts[record])
    return start < 0 ? (0, 0) : (start, Int(column.ends[record]) &- start)
  }

  private func cell(_ record: Int, _ column: TextColumn, _ text: UnsafePointer<UInt8>) -> String {
    let (start, count) = span(record, column)
    return String(decoding: UnsafeBufferPointer(start: text + start, count: min(count, 200)), as: UTF8.self)
  }
}
