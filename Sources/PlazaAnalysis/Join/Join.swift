internal import PlazaGeometry
public import PlazaLayers
internal import PlazaPROJ

/// How many records, where, of what kind, when: the main job, from batches of points to counts by area.
public enum Join {
  /// Reads every record once, locates it and counts it, in areas of one level.
  ///
  /// Memory goes by areas × kinds × periods that occur, not by records. The result is the same for any number of jobs and any
  /// order of the records.
  /// - Parameter areas: the layer as read, with its file's name.
  /// - Throws: `Failure` for data, options or a CRS that are not understood, and what the source and the sinks throw.
  public static func run(
    _ points: any PointSource, areas layer: Layer, areasFile: String, options: JoinOptions, sinks: JoinSinks = JoinSinks(),
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
    _ points: any PointSource, levels: [AreaLayer], options: JoinOptions, sinks: JoinSinks = JoinSinks(),
    jobs: Int, progress: any ProgressSink = SilentProgress()
  ) async throws -> JoinResult {
    let run = try await JoinRun.run(
      points, levels: levels, options: options, sinks: sinks,
      needsDate: options.ratesNeedDates, jobs: jobs, progress: progress)
    var result = try JoinResult(run.total, territory: run.territory, plan: run.plan, options: options, placement: run.placement)
    result.addNotes(run.notes)
    try run.refuseFewMatches(options, file: points.name, warnings: result.warnings, progress: progress)
    return result
  }

  /// The columns of a tagged file: those of the records that may be written, and the area's; with several levels the level too.
  public static func taggedHeader(_ points: any PointSource, _ options: JoinOptions, levels: Int = 1) throws -> [String] {
    let plan = try JoinPlan(options, points, isTagged: true, needsDate: false)
    return plan.taggedNames + ["area_code", "area_name"] + (levels > 1 || options.levelField != nil ? ["area_level"] : [])
  }
}
