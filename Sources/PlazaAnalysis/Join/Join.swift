internal import PlazaGeometry
public import PlazaLayers
public import PlazaRecords

/// How many records, where, of what kind, when: the main job, from batches of points to counts by area.
public enum Join {
  /// Reads every record once, locates it and counts it, in areas of one level.
  ///
  /// Memory goes by areas × kinds × periods that occur, not by records. The result is the same for any number of jobs and any
  /// order of the records.
  /// - Parameter areas: the layer as read, with its file's name.
  /// - Throws: `Failure` for data, options or a CRS that are not understood, and what the source and the sinks throw.
  public static func run(
    _ points: any PointSource, areas layer: Layer, areasFile: String, options: JoinOptions, sinks: RowSinks = RowSinks(),
    jobs: Int, progress: any ProgressSink = SilentProgress()
  ) async throws -> JoinResult {
    try await run(
      points, levels: [AreaLayer(layer, file: areasFile)], options: options, sinks: sinks, jobs: jobs, progress: progress)
  }

  /// Reads every record once and counts it at every level of a territory at which it is known.
  ///
  /// A point is located in the finest level and rolled up; a record without one counts where its code or name says, and in the row
  /// `<code>:unknown` of the level below: every area's count is the sum of its parts' and of its unknown part, for every kind and period.
  /// - Parameter levels: the layers as read, finest first; one, when a field of it says the level.
  /// - Throws: `Failure` for data, options or a CRS that are not understood, `keys.min_match` when too few keys match, and what the
  ///   source and the sinks throw.
  public static func run(
    _ points: any PointSource, levels: [AreaLayer], options: JoinOptions, sinks: RowSinks = RowSinks(),
    jobs: Int, progress: any ProgressSink = SilentProgress()
  ) async throws -> JoinResult {
    try options.checkRates()
    let territory = try await Territory.build(levels, options: options.records.territory, jobs: jobs)
    let pass = try RecordPass(
      points, on: .territory(territory), options.records, .init(needsDate: options.ratesNeedDates), rows: sinks)
    let residents = try options.populationTable.map {
      try TerritoryResidents($0, territory, strata: pass.plan.strata?.places ?? [])
    }
    let run = try await pass.run(into: TallySink(pass), notes: residents?.notes ?? [], jobs: jobs, progress: progress)
    var result = try JoinResult(run, territory: territory, residents: residents, options: options)
    result.addNotes(run.notes)
    try run.refuseFewMatches(options.records, warnings: result.warnings, progress: progress)
    return result
  }

  /// The columns of a tagged file: our number, the fields of the records that may be written, and the area's; with several levels the level.
  /// - Throws: `Failure` `tagged.no_kinds` where nothing says of what kind the records are.
  public static func taggedHeader(_ points: any PointSource, _ options: JoinOptions, levels: Int = 1) throws -> [String] {
    try TaggedFields(options.records, points).header(isNested: levels > 1 || options.levelField != nil)
  }
}
