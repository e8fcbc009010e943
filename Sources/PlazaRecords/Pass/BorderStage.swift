internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ

/// One worker's look at what is near the points of its batches, at one level; after records are placed.
struct BorderStage: RecordStage {
  private let level: Int
  private let territory: Territory
  private let locator: AreaLocator
  private let search: BorderSearch
  private let accuracy: AccuracyColumn
  private let decimalMark: UInt8
  private let assignsAll: Bool
  private(set) var tally: BorderTally
  private var found = BorderReach()
  /// Metres; nan where not stated, above the limit where beyond it. Empty when all are alike.
  private var radii: [Double] = []
  /// Where the points are at this level by its own geometry; at the finest the worker knows.
  private var located: [Int32] = []
  private var flags: [UInt8] = []

  /// One for the finest level, and one for each coarser level whose borders can be judged: in the finest one's CRS, with each
  /// record in one area.
  ///
  /// - Parameter locator: of the finest level.
  /// - Throws: `Failure` when PROJ does not know the CRS.
  static func stages(_ plan: RecordPlan, _ territory: Territory, _ locator: AreaLocator, jobs: Int) throws -> [BorderStage] {
    guard let accuracy = plan.accuracy else { return [] }
    let crs = territory.finest.layer.crs
    let metric = try GroundMetric.of(crs, file: territory.levels[0].file)
    return territory.levels.enumerated().compactMap { index, level in
      guard index == 0 || !plan.assignsAll && level.areas.layer.crs == crs else { return nil }
      let own = index == 0 ? locator : AreaLocator(level.areas.layer.geometry, jobs: jobs)
      return BorderStage(
        level: index, territory: territory, locator: own, search: BorderSearch(own, metric: metric), accuracy: accuracy,
        decimalMark: plan.decimalMark, assignsAll: plan.assignsAll, tally: BorderTally(level: index, areaCount: level.areas.count)
      )
    }
  }

  private init(
    level: Int, territory: Territory, locator: AreaLocator, search: BorderSearch, accuracy: AccuracyColumn, decimalMark: UInt8,
    assignsAll: Bool,
    tally: BorderTally
  ) {
    self.level = level
    self.territory = territory
    self.locator = locator
    self.search = search
    self.accuracy = accuracy
    self.decimalMark = decimalMark
    self.assignsAll = assignsAll
    self.tally = tally
  }

  mutating func run(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
    find(batch, columns)
    note(batch, columns)
  }

  func finish(_ part: inout RecordPart) { part.borders.append(tally) }

  // MARK: Finding

  private mutating func find(_ batch: PointBatch, _ columns: RecordColumns) {
    if case .slot(let slot) = accuracy { readRadii(batch, batch.fields[slot]) }
    let records = 0..<batch.count
    batch.x.withUnsafeBufferPointer { x in
      batch.y.withUnsafeBufferPointer { y in
        let (x, y) = (UnsafeBufferPointer(rebasing: x[records]), UnsafeBufferPointer(rebasing: y[records]))
        if level > 0 { locate(x, y) }
        // At the finest level the pass has located them already.
        let areas = UnsafeBufferPointer(start: columns.areas, count: batch.count)
        let known = UnsafeBufferPointer(start: columns.flags, count: batch.count)
        guard level > 0 else { return reach(x, y, areas, known) }
        let (located, flags) = (located, flags)
        located.withUnsafeBufferPointer { located in flags.withUnsafeBufferPointer { reach(x, y, located, $0) } }
      }
    }
  }

  private mutating func reach(
    _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>, _ areas: UnsafeBufferPointer<Int32>,
    _ flags: UnsafeBufferPointer<UInt8>
  ) {
    switch accuracy {
    case .metres(let radius): search.find(x: x, y: y, radius: radius, areas: areas, flags: flags, into: &found)
    case .slot:
      radii.withUnsafeBufferPointer { search.find(x: x, y: y, radii: $0, areas: areas, flags: flags, into: &found) }
    }
  }

  private mutating func locate(_ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>) {
    if located.count < x.count {
      located = Array(repeating: -1, count: x.count)
      flags = Array(repeating: 0, count: x.count)
    }
    located.withUnsafeMutableBufferPointer { areas in
      flags.withUnsafeMutableBufferPointer { flags in locator.locate(x: x, y: y, areas: areas, flags: flags) }
    }
  }

  private mutating func readRadii(_ batch: PointBatch, _ column: TextColumn) {
    radii.removeAll(keepingCapacity: true)
    batch.text.withUnsafeBufferPointer { text in
      for record in 0..<batch.count {
        let (start, count) = column.span(record)
        guard let base = text.baseAddress, let amount = DecimalAmount.parse(base + start, count: count, mark: decimalMark),
          amount >= 0
        else {
          radii.append(.nan)
          continue
        }
        // The least above the limit says beyond, and is as good to search with.
        radii.append(min(DecimalAmount.double(amount), Accuracy.limit.nextUp))
      }
    }
  }

  // MARK: Counting

  /// Counts the records of the batch that are placed by their points.
  private mutating func note(_ batch: PointBatch, _ columns: RecordColumns) {
    if level == 0, !radii.isEmpty {
      for record in 0..<batch.count where isByPoint(record, batch, columns) {
        if radii[record].isNaN { tally.unstated += 1 } else if radii[record] > Accuracy.limit { tally.beyond += 1 }
      }
    }
    for index in found.points.indices {
      let record = Int(found.points[index])
      guard isByPoint(record, batch, columns) else { continue }
      let place = Int(columns.places[record])
      let area = place < 0 ? -1 : territory.ancestor(0, place, at: level)
      settle(
        found.touches[found.starts[index]..<found.starts[index + 1]], located: Int32(area), columns.counts[record])
    }
  }

  private func isByPoint(_ record: Int, _ batch: PointBatch, _ columns: RecordColumns) -> Bool {
    guard columns.verdicts[record] == RecordColumns.Verdict.good, batch.states[record] == .located else { return false }
    // The method of a record in no area is not written.
    return columns.places[record] >= 0 ? columns.methods[record] == 0 : columns.places[record] == RecordColumns.Place.outside
  }

  /// By the rule of one area, a record is possibly in an area that its disc touches unless one of lower rank holds the whole
  /// disc: the first that does is the last that matters. It is surely in its area if that is this one. Where areas overlap, an area
  /// may be named that others cover wherever the disc touches it: `count_high` is an upper bound there.
  private mutating func settle(_ touches: ArraySlice<BorderReach.Touch>, located: Int32, _ count: Int64) {
    if assignsAll {
      tally.near += 1
      for touch in touches where touch.isCut || !touch.holdsCentre {
        if touch.holdsCentre { tally.doubt(touch.area, count) } else { tally.suspect(touch.area, count) }
      }
      return
    }
    guard let first = touches.first, first.isCut || first.area != located else { return }
    tally.near += 1
    if located >= 0 { tally.doubt(located, count) }
    for touch in touches {
      if touch.area != located { tally.suspect(touch.area, count) }
      if !touch.isCut { break }
    }
  }
}
