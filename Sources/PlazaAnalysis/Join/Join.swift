internal import PlazaGeometry
public import PlazaLayers
internal import PlazaPROJ

/// How many records, where, of what kind, when: the main job, from batches of points to counts by area.
public enum Join {
  /// Reads every record once, locates it and counts it.
  ///
  /// Memory goes by areas × kinds × periods that occur, not by records. The result is the same for any number of jobs and any
  /// order of the records.
  /// - Parameter areas: the layer as read, with its file's name.
  /// - Throws: `Failure` for data, options or a CRS that are not understood, and what the source and the sinks throw.
  public static func run(
    _ points: any PointSource, areas layer: Layer, areasFile: String, options: JoinOptions, sinks: JoinSinks = JoinSinks(),
    jobs: Int, progress: any ProgressSink = SilentProgress()
  ) async throws -> JoinResult {
    let hasRates = options.areas.population != nil
    var plan = try JoinPlan(
      options, points, isTagged: sinks.tagged != nil, needsDate: hasRates && options.rateBasis == .personYears)
    let areas = try await AreaSet(layer, named: areasFile, fields: options.areas, jobs: jobs)
    let placement = try Placement(points, areas: areas, areasFile: areasFile)
    try PointSample(points, plan: plan).inspect(&plan, options, placement, areas.layer.geometry.envelope)
    for note in points.schema.notes + plan.notes + areas.notes + placement.notes { progress.emit(note) }

    let locator = AreaLocator(areas.layer.geometry, jobs: jobs)
    let borders = try plan.accuracy.map { accuracy in
      BorderPass(
        BorderSearch(locator, metric: try BorderPass.metric(of: areas.layer.crs, file: areasFile)), accuracy: accuracy,
        areaCount: areas.count, decimalMark: plan.decimalMark, assignsAll: plan.assignsAll)
    }
    let total = try await count(points, plan, locator, borders, areas, sinks, placement.transformation, jobs, progress)
    guard total.account.isBalanced else { throw Failure(.internalError, "internal.account") }
    if total.account[.outOfRange] * 100 > total.account.read { throw outOfRangeFailure(points.name, total.account) }
    var result = try JoinResult(
      total, areas: areas, plan: plan, options: options, placement: placement)
    result.addNotes(points.schema.notes + plan.notes + areas.notes + placement.notes)
    return result
  }

  /// The columns of a tagged file: those of the records that may be written, and the area's.
  public static func taggedHeader(_ points: any PointSource, _ options: JoinOptions) throws -> [String] {
    let plan = try JoinPlan(options, points, isTagged: true, needsDate: false)
    return plan.taggedNames + ["area_code", "area_name"]
  }

  private static func count(
    _ points: any PointSource, _ plan: JoinPlan, _ locator: AreaLocator, _ borders: BorderPass?, _ areas: AreaSet,
    _ sinks: JoinSinks, _ transformation: Transformation?, _ jobs: Int, _ progress: any ProgressSink
  ) async throws -> JoinTotal {
    let reader = try points.makeReader(plan.request)
    return try await withThrowingTaskGroup(of: JoinPart.self) { group in
      for _ in 0..<max(1, jobs) {
        group.addTask { try JoinWorker(plan, locator, borders, areas, sinks, transformation).run(reader, progress: progress) }
      }
      var total = JoinTotal(isWeighted: plan.weightSlot != nil)
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
