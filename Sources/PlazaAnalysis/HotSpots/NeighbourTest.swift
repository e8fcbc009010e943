internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaStatistics

/// Tests of units against their neighbours: what they are given, and what both of them say of it.
struct NeighbourTest {
  let units: StudyUnits
  let weights: SpatialWeights
  let options: NeighbourTestOptions
  /// The numbers that are compared; nil where there is none.
  let values: [Double?]
  let jobs: Int

  /// - Throws: `Failure` as the neighbours refuse.
  init(_ units: StudyUnits, options: NeighbourTestOptions, jobs: Int, rates: (StudyUnits) throws -> [Double?]) throws {
    self.units = units
    self.options = options
    self.jobs = jobs
    weights = try units.weights(options.neighbors, gap: options.gap, jobs: jobs)
    // An area that lies nowhere can have no record in it: its 0 would say nothing, and be part of the mean.
    let compared: [Double?] = options.measure == .rate ? try rates(units) : units.amounts
    values = compared.indices.map { units.geometry.isEmpty(feature: $0) ? nil : compared[$0] }
  }

  /// What the expectation goes by: people where rates are compared, else the surface; nil where the unit has no value.
  var ground: [Double?] {
    let all = options.measure == .rate ? units.populations : units.surfaces
    return values.indices.map { values[$0] == nil ? nil : all[$0] }
  }

  var usedUnits: [Int] { values.indices.filter { values[$0] != nil } }

  /// Records, or what they stand for; weights that are no whole numbers are scaled to the number of records.
  var events: [Double] {
    guard units.isWeighted, options.measure == .count else { return units.records.map(Double.init) }
    let total = units.amounts.reduce(0, +)
    guard total > 0, !units.amounts.allSatisfy({ $0 == $0.rounded() }) else { return units.amounts }
    let factor = Double(units.records.reduce(0, +)) / total
    return units.amounts.map { $0 * factor }
  }

  /// Whether the whole map has too few records to speak of a pattern.
  var isFew: Bool {
    // Once for all units: each is made of all of them.
    let events = events
    return usedUnits.reduce(0.0) { $0 + events[$1] } < Double(EnoughRecords.onMap)
  }

  /// What chance explains of each unit and its neighbours.
  ///
  /// Of rates it is their deviations in units of what chance does to them that are dealt: stabilised rates vary more where many people live, and
  /// dealing them would find the populous quarters.
  /// - Parameters: as of `WindowTest`.
  func chance(includingSelf: Bool, testsDealt: Bool) throws -> WindowChance {
    try StatisticsFailure.translated { () throws(StatisticsError) in
      var dealt = values
      if options.measure == .rate, testsDealt {
        let deviations = try standardizedRates(counts: units.records, personYears: units.populations)
        dealt = values.indices.map { values[$0] == nil ? nil : deviations[$0] ?? 0 }
      }
      var test = WindowTest(values: dealt, events: events, ground: ground)
      (test.includingSelf, test.testsDealt) = (includingSelf, testsDealt)
      test.allowsDispersion = options.measure == .rate || (units.grid == nil && hasUnequalGround)
      return try windowChance(test, neighbors: weights)
    }
  }

  /// How far the events of each unit lie from what its ground explains, in units of what chance does to them: unlike counts, they are alike for
  /// units of unequal ground where there is no pattern.
  var deviations: [Double?] {
    let (ground, events) = (ground, events)
    let used = usedUnits
    let whole = used.reduce(0) { $0 + (ground[$1] ?? 0) }
    let total = used.reduce(0) { $0 + events[$1] }
    return values.indices.map { unit in
      guard values[unit] != nil, whole > 0, let size = ground[unit], size > 0, total > 0 else { return nil }
      let expected = total * size / whole
      return (events[unit] - expected) / expected.squareRoot()
    }
  }

  /// Whether areas differ so much in size that their counts cannot be dealt as if they were alike: a coefficient of variation above one half.
  private var hasUnequalGround: Bool {
    let sizes = ground.compactMap { $0 }
    let mean = sizes.reduce(0, +) / Double(max(1, sizes.count))
    return sizes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } > 0.25 * mean * mean * Double(sizes.count)
  }

  func permutations(tests: Int) throws -> Permutations {
    guard let count = options.permutations else { return Permutations(tests: tests, seed: options.seed) }
    return try StatisticsFailure.translated { () throws(StatisticsError) in
      try Permutations(count: count, seed: options.seed)
    }
  }

  func facts(
    undefined: [UndefinedStatistic?], classes: [String], permutations: Permutations?, whole: [UnitMap.WholeStatistic] = [],
    zones: [Zone] = []
  ) -> UnitMap.Facts {
    let islands = undefined.count { $0 == .island }
    var counts: [String: Int] = [:]
    for name in classes { counts[name, default: 0] += 1 }
    let connected = units.count - weights.islands.count
    return UnitMap.Facts(
      grid: units.grid, units: units.count, tested: undefined.count { $0 == nil }, islands: islands,
      withRecords: units.records.count { $0 > 0 }, neighbors: options.neighbors.text,
      meanNeighbors: connected == 0 ? 0 : Double(weights.columnIndices.count) / Double(connected),
      measure: options.measure.rawValue, correction: options.correction.rawValue, permutations: permutations?.count,
      seed: permutations?.seed, classCounts: counts, whole: hasCutCells ? whole.map(\.untested) : whole,
      zones: zones)
  }

  /// Whether counts are compared of cells of which the boundary cuts some: dealing takes cells for equal, and its p of the whole map would be of
  /// the shape of the boundary.
  private var hasCutCells: Bool {
    guard units.grid != nil, options.measure == .count else { return false }
    let surfaces = units.surfaces.compactMap(\.self)
    guard let least = surfaces.min(), let most = surfaces.max() else { return false }
    return least < 0.98 * most
  }

  /// What is worth a warning whatever the method.
  func warnings(undefined: [UndefinedStatistic?], permutations: Permutations?) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    let islands = undefined.indices.filter { undefined[$0] == .island }
    if !islands.isEmpty {
      let names = islands.prefix(5).map(label)
      warnings.append(
        Diagnostic(
          .warning, "hotspots.islands", ["count": String(islands.count), "units": names.joined(separator: ", ")]))
    }
    let tested = undefined.count { $0 == nil }
    if let reason = undefined.compactMap({ $0 }).first(where: { $0 != .island && $0 != .noValue }), tested == 0 {
      warnings.append(
        Diagnostic(
          .warning, "hotspots.undefined", ["reason": "untested." + reason.rawValue.lowercased(), "count": String(units.count)]))
    }
    if let permutations, tested > 0, options.correction != .none, !permutations.resolves(tests: tested) {
      warnings.append(
        Diagnostic(
          .warning, "hotspots.few_permutations",
          [
            "permutations": String(permutations.count), "tests": String(tested),
            "wanted": String(Permutations(tests: tested).count),
          ]))
    }
    let missing = undefined.count { $0 == .noValue }
    if missing > 0 { warnings.append(Diagnostic(.warning, "hotspots.no_value", ["count": String(missing)])) }
    return warnings
  }

  /// That one unit holds as much as any other and its neighbours together: wherever its value falls, a window is as high, so that beside it
  /// hardly any other can be beyond chance.
  var dominant: Diagnostic? {
    let used = usedUnits
    guard used.count >= 20, let heaviest = used.max(by: { (values[$0]!, $1) < (values[$1]!, $0) }) else { return nil }
    let most = values[heaviest]!
    for unit in used where unit != heaviest {
      var sum = values[unit]!
      var holdsIt = false
      for other in weights.neighbors(of: unit).map(Int.init) where other != unit {
        sum += values[other] ?? 0
        holdsIt = holdsIt || other == heaviest
      }
      if !holdsIt, sum > most { return nil }
    }
    return Diagnostic(
      .warning, units.grid == nil ? "hotspots.dominant_area" : "hotspots.dominant_cell",
      ["unit": label(heaviest), "count": String(units.records[heaviest])])
  }

  /// Records and surface of some units, as shares of all.
  func shares(_ chosen: [Int]) -> (records: Double?, surface: Double?) {
    let total = units.records.reduce(0, +)
    let surface = units.surfaces.reduce(0) { $0 + ($1 ?? 0) }
    return (
      total == 0 ? nil : Double(chosen.reduce(0) { $0 + units.records[$1] }) / Double(total),
      surface > 0 ? chosen.reduce(0) { $0 + (units.surfaces[$1] ?? 0) } / surface : nil
    )
  }

  /// Groups of chosen units of which each can be reached from each over neighbours; in the order of their first.
  func zones(_ chosen: [Int]) -> [[Int]] {
    let isChosen = Set(chosen)
    var seen: Set<Int> = []
    var zones: [[Int]] = []
    for unit in chosen where seen.insert(unit).inserted {
      var zone = [unit]
      var next = 0
      while next < zone.count {
        for neighbor in weights.neighbors(of: zone[next]) where isChosen.contains(Int(neighbor)) {
          if seen.insert(Int(neighbor)).inserted { zone.append(Int(neighbor)) }
        }
        next += 1
      }
      zones.append(zone.sorted())
    }
    return zones
  }

  /// What people call a unit: its name, or where the middle of the cell is, in degrees of latitude and longitude.
  func label(_ unit: Int) -> String {
    if units.grid == nil { return units.names.isEmpty || units.names[unit].isEmpty ? units.codes[unit] : units.names[unit] }
    let box = units.degrees.envelope(ofFeature: unit)
    func text(_ value: Double) -> String { NumberText.text((value * 1e4).rounded() / 1e4) ?? "" }
    return "\(text((box.minY + box.maxY) / 2)), \(text((box.minX + box.maxX) / 2))"
  }
}
