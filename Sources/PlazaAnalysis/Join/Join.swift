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
    let hasRates = options.areas.population != nil
    var plan = try JoinPlan(
      options, points, isTagged: sinks.tagged != nil, needsDate: hasRates && options.rateBasis == .personYears)
    let territory = try await Territory.build(levels, options: options, jobs: jobs)
    try plan.resolveKeys(options, territory, points.schema)
    let usesPoint = plan.keys!.usesPoint
    let placement = usesPoint ? try Placement(points, areas: territory.finest, areasFile: levels[0].file) : nil
    try PointSample(points, plan: plan).inspect(&plan, options, placement, territory.finest.layer.geometry.envelope)
    let notes = points.schema.notes + plan.notes + territory.notes + (plan.keys?.notes ?? []) + (placement?.notes ?? [])
    for note in notes { progress.emit(note) }

    let locator = usesPoint ? AreaLocator(territory.finest.layer.geometry, jobs: jobs) : nil
    let borders = try locator.map { try BorderPass.passes(plan, territory, $0, jobs: jobs) } ?? []
    let total = try await count(points, plan, locator, borders, territory, sinks, placement?.transformation, jobs, progress)
    guard total.account.isBalanced else { throw Failure(.internalError, "internal.account") }
    if total.account[.outOfRange] * 100 > total.account.read { throw outOfRangeFailure(points.name, total.account) }
    var result = try JoinResult(total, territory: territory, plan: plan, options: options, placement: placement)
    result.addNotes(notes)
    if let least = options.keys.minimumMatch, Double(total.keys.matched) < least * Double(total.keys.keyed) {
      for note in result.warnings where note.id.hasPrefix("keys.") { progress.emit(note) }
      throw Failure(
        .refused, "keys.min_match",
        [
          "file": points.name, "matched": String(total.keys.matched), "keyed": String(total.keys.keyed),
          "share": NumberText.text(Double(total.keys.matched) / Double(total.keys.keyed)) ?? "0",
          "least": NumberText.text(least) ?? "",
        ])
    }
    return result
  }

  /// The columns of a tagged file: those of the records that may be written, and the area's; with several levels the level too.
  public static func taggedHeader(_ points: any PointSource, _ options: JoinOptions, levels: Int = 1) throws -> [String] {
    let plan = try JoinPlan(options, points, isTagged: true, needsDate: false)
    return plan.taggedNames + ["area_code", "area_name"] + (levels > 1 || options.levelField != nil ? ["area_level"] : [])
  }

  private static func count(
    _ points: any PointSource, _ plan: JoinPlan, _ locator: AreaLocator?, _ borders: [BorderPass], _ territory: Territory,
    _ sinks: JoinSinks, _ transformation: Transformation?, _ jobs: Int, _ progress: any ProgressSink
  ) async throws -> JoinTotal {
    let reader = try points.makeReader(plan.request)
    let keys = plan.keys!
    return try await withThrowingTaskGroup(of: JoinPart.self) { group in
      for _ in 0..<max(1, jobs) {
        group.addTask {
          try JoinWorker(plan, keys, locator, borders, territory, sinks, transformation).run(reader, progress: progress)
        }
      }
      var total = JoinTotal(isWeighted: plan.weightSlot != nil, levels: territory.levels.count)
      for try await part in group { try total.merge(part, hasKinds: plan.kindSlot != nil, file: plan.file) }
      return total
    }
  }

  static func outOfRangeFailure(_ file: String, _ account: Account) -> Failure {
    Failure(
      .notUnderstood, "points.out_of_range",
      ["file": file, "count": String(account[.outOfRange]), "read": String(account.read)])
  }
}
