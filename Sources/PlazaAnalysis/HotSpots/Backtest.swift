internal import PlazaGeometry
public import PlazaLayers
public import PlazaRecords
internal import PlazaStatistics

/// Whether a map said where later records would be: shares of its surface, most promising first, and what happened there.
///
/// All records that count are the whole, those in no polygon of the map among them: they were missed. With a boundary the whole is what lies
/// in the map or in the boundary, and the surface is the map's and what the boundary has beyond; without one every record with a place
/// counts, and the surface is the map's. Polygons without a value are taken last, and so is the boundary's remainder.
public enum Backtest {
  static let codeField = "plaza_code"
  /// Sorts behind every code: where polygons overlap it, records count in them.
  static let remainderCode = "\u{10FFFF}"

  /// Counts the records in the polygons of a map and reads the map along the budgets.
  /// - Parameter boundary: polygons that are the study area together, in any CRS.
  /// - Throws: `Failure` as `Join.run` does, `backtest.no_field`, `backtest.not_a_number`, `backtest.not_counts`, `backtest.no_surface`.
  /// - Complexity: of a join, and O(n log n) in the polygons.
  public static func run(
    _ source: any PointSource, map layer: AreaLayer, fields: AreaFields, boundary: AreaLayer? = nil, records: PointOptions,
    options: BacktestOptions, rejects: (any RowSink)? = nil, jobs: Int, progress: any ProgressSink
  ) async throws -> BacktestResult {
    let map = try await BacktestMap(layer, fields: fields, options: options, jobs: jobs)
    for note in map.areas.notes { progress.emit(note) }
    progress.emit(Diagnostic(.note, "backtest.field", ["file": map.file, "field": map.field]))
    // The rest of the boundary stands behind the polygons: what lies in one of them is in that.
    var geometry = map.areas.layer.geometry
    if let boundary {
      var whole = try StudyBoundary.dissolved(boundary)
      try Reprojection.transform(&whole, from: boundary.layer.crs, to: map.areas.layer.crs)
      geometry.append(contentsOf: whole)
    }
    let pass = try RecordPass(
      source, on: .polygons(geometry, map.areas.layer.crs, file: map.file), records.records(),
      rows: RowSinks(rejects: rejects))
    let run = try await pass.run(into: TallySink(pass), jobs: jobs, progress: progress)
    var hits = [Int](repeating: 0, count: geometry.featureCount)
    var outside = 0
    for (key, count, _) in run.sink.tally.entries() {
      let cell = Tally.parts(key).area
      if cell < hits.count { hits[cell] += Int(count) }
      if cell == TallySink.outsideCell(hits.count) { outside += Int(count) }
    }
    var account = run.account
    var remainder: Remainder?
    if boundary != nil {
      let whole = WGS84Layer.squareKilometres(
        try WGS84Layer.geometry(of: Layer(geometry: geometry, columns: [], crs: map.areas.layer.crs)))
      remainder = Remainder(hits: hits.removeLast(), boundary: whole[hits.count] ?? 0, outside: outside)
      // Every polygon lies in the boundary: that is no doubt about a record.
      account.ambiguous = 0
    }
    var warnings = (map.areas.notes + run.notes).filter { $0.severity == .warning }
    if run.totals.kinds.count > 1, let field = records.by {
      warnings.append(Diagnostic(.warning, "hotspots.mixed_kinds", ["count": String(run.totals.kinds.count), "field": field]))
    }
    warnings += try SmallCounts.warnings(of: hits, records.records())
    return try BacktestResult(
      map, hits: hits, outside: outside, remainder: remainder, budgets: options.budgets, account: account,
      coordinates: run.coordinates, warnings: warnings)
  }

  /// What a boundary adds: its records in no polygon, its surface in km², and the records beyond it.
  struct Remainder {
    var hits: Int
    var boundary: Double
    var outside: Int
  }
}
