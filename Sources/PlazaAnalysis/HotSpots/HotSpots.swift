internal import PlazaGeometry
public import PlazaLayers
public import PlazaRecords
internal import PlazaStatistics

/// Where records are many beyond what chance puts there: tests of areas, or of the cells of a grid, against their neighbours.
public enum HotSpots {
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// Gi*: high or low values all around.
    case gi
    /// Local Moran's I: like or unlike the neighbours.
    case moran
  }

  /// On areas of one level, by the records that lie in each.
  /// - Parameter fields: of the areas; a population when rates are tested.
  /// - Throws: `Failure` as `Join.run` does, `hotspots.no_population`, `statistics.failed`.
  public static func onAreas(
    _ method: Method, _ source: any PointSource, areas: AreaLayer, fields: AreaFields, options: PointOptions,
    test: NeighbourTestOptions, rejects: (any RowSink)? = nil, jobs: Int, progress: any ProgressSink
  ) async throws -> UnitMap {
    if test.measure == .rate, fields.population == nil { throw Failure(.usage, "hotspots.no_population") }
    let records = options.records(areas: fields)
    let territory = try await Territory.build([areas], options: records.territory, jobs: jobs)
    let pass = try RecordPass(source, on: .territory(territory), records, rows: RowSinks(rejects: rejects))
    let run = try await pass.run(into: TallySink(pass), jobs: jobs, progress: progress)
    let counts = AreaCounts(run, territory: territory, hasKinds: run.plan.kindSlot != nil)
    var counted = [Int](repeating: 0, count: territory.finest.count)
    var amounts = [Double](repeating: 0, count: counted.count)
    let isWeighted = run.plan.weightSlot != nil
    for (row, place) in counts.places.places.enumerated() where place.area >= 0 {
      counted[place.area] = Int(counts.byPlace[row])
      amounts[place.area] = isWeighted ? DecimalAmount.double(counts.weightByPlace[row]) : Double(counts.byPlace[row])
    }
    let units = try StudyUnits(areas: territory.finest, records: counted, amounts: amounts, isWeighted: isWeighted)
    var map = try map(
      method, units, test, account: run.account, coordinates: run.coordinates,
      warnings: run.warnings + options.mixture(kinds: counts.kinds.count)
        + SmallCounts.warnings(of: counted, records), jobs: jobs)
    map.days = run.totals.days
    return map
  }

  /// On the cells of a grid over a ground, those without records among them.
  /// - Throws: `Failure` `grid.too_many_cells`, `hotspots.no_population`, `statistics.failed`.
  public static func onCells(
    _ method: Method, _ ground: StudyGround, grid: GridChoice, options: PointOptions, test: NeighbourTestOptions, jobs: Int
  ) throws -> UnitMap {
    if test.measure == .rate { throw Failure(.usage, "hotspots.no_population") }
    let units = try StudyUnits(grid, over: ground, isWeighted: options.weight != nil)
    var map = try map(
      method, units, test, account: ground.account, coordinates: ground.points.coordinates,
      warnings: ground.notes.filter { $0.severity == .warning } + options.mixture(kinds: ground.points.shownKindCount),
      jobs: jobs)
    map.days = ground.points.dayRange
    return map
  }

  private static func map(
    _ method: Method, _ units: StudyUnits, _ options: NeighbourTestOptions, account: Account,
    coordinates: CRSFacts, warnings: [Diagnostic], jobs: Int
  ) throws -> UnitMap {
    let test = try NeighbourTest(units, options: options, jobs: jobs) { units in
      try StatisticsFailure.translated { () throws(StatisticsError) in
        method == .moran
          ? try standardizedRates(counts: units.records, personYears: units.populations)
          : try empiricalBayesRates(counts: units.records, personYears: units.populations).values
      }
    }
    var outcome = method == .gi ? try GetisOrdMap.run(test) : try MoranMap.run(test)
    if options.measure == .rate {
      let rates = try StatisticsFailure.translated { () throws(StatisticsError) in
        try empiricalBayesRates(counts: units.records, personYears: units.populations).values
      }
      outcome.columns.insert(Column(name: "population", values: units.populations.map { NumberText.field($0) }), at: 0)
      outcome.columns.insert(Column(name: "rate_eb", values: rates.map { NumberText.field($0) }), at: 1)
    }
    return UnitMap(
      account: account, coordinates: coordinates, crs: units.crs.description, facts: outcome.facts,
      findings: outcome.findings, warnings: warnings + outcome.warnings, units: units, columns: outcome.columns)
  }
}
