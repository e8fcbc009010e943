internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ

/// One pass over the records of a file: what was asked, on which territory, and what was counted.
///
/// Every verb that counts records in areas begins with it.
struct JoinRun {
  let plan: JoinPlan
  let territory: Territory
  /// Nil when positions do not matter.
  let placement: Placement?
  private(set) var total: JoinTotal
  /// What the files, the options and the areas gave cause to say; it was emitted before the pass.
  let notes: [Diagnostic]

  /// - Parameter needsDate: whether a date is wanted though none was named.
  /// - Parameter pointFields: fields that kept points need; nil keeps no points.
  /// - Parameter bins: what time is divided into, in the place of the options' period.
  /// - Throws: `Failure` for data, options or a CRS that are not understood, and what the source and the sinks throw.
  static func run(
    _ points: any PointSource, levels: [AreaLayer], options: JoinOptions, sinks: JoinSinks = JoinSinks(), needsDate: Bool,
    keeping pointFields: KeptFields? = nil, bins: TimeBins? = nil, jobs: Int, progress: any ProgressSink
  ) async throws -> JoinRun {
    try options.checkRates()
    var plan = try JoinPlan(options, points, isTagged: sinks.tagged != nil, needsDate: needsDate)
    if let bins { try plan.divideTime(bins, points.schema) }
    if let pointFields { try plan.keepPoints(pointFields, points.schema) }
    var territory = try await Territory.build(levels, options: options, jobs: jobs)
    try plan.resolveKeys(options, territory, points.schema)
    if let table = options.populationTable {
      territory.residents = try TerritoryResidents(table, territory, strata: plan.strata?.places ?? [])
    }
    let usesPoint = plan.keys!.usesPoint
    let placement = usesPoint ? try Placement(points, areas: territory.finest, areasFile: levels[0].file) : nil
    try PointSample(points, plan: plan).inspect(&plan, options, placement, territory.finest.layer.geometry.envelope)
    let notes =
      points.schema.notes + plan.notes + territory.notes + (territory.residents?.notes ?? []) + (plan.keys?.notes ?? [])
      + (placement?.notes ?? [])
    for note in notes { progress.emit(note) }

    let locator = usesPoint ? AreaLocator(territory.finest.layer.geometry, jobs: jobs) : nil
    let borders = try locator.map { try BorderPass.passes(plan, territory, $0, jobs: jobs) } ?? []
    let total = try await count(points, plan, locator, borders, territory, sinks, placement?.transformation, jobs, progress)
    guard total.account.isBalanced else { throw Failure(.internalError, "internal.account") }
    if total.account[.outOfRange] * 100 > total.account.read { throw outOfRangeFailure(points.name, total.account) }
    return JoinRun(plan: plan, territory: territory, placement: placement, total: total, notes: notes)
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

  /// Ends the run when fewer keys match than were asked for; what did not match is said first.
  func refuseFewMatches(_ options: JoinOptions, file: String, warnings: [Diagnostic], progress: any ProgressSink) throws {
    guard let least = options.keys.minimumMatch, Double(total.keys.matched) < least * Double(total.keys.keyed) else { return }
    for note in warnings where note.id.hasPrefix("keys.") { progress.emit(note) }
    throw Failure(
      .refused, "keys.min_match",
      [
        "file": file, "matched": String(total.keys.matched), "keyed": String(total.keys.keyed),
        "share": NumberText.text(Double(total.keys.matched) / Double(total.keys.keyed)) ?? "0",
        "least": NumberText.text(least) ?? "",
      ])
  }

  /// Takes the records of kinds that expose people out of the counts; the account keeps them.
  /// - Parameter keepsKinds: whether the others stay apart by kind.
  mutating func withhold(_ options: JoinOptions, keepingKinds keepsKinds: Bool) throws -> WithheldKinds {
    let rule = try SensitiveKinds(classes: options.classes, keeping: options.keptKinds)
    return WithheldKinds(total.withhold(rule, cells: territory.cellCount, keepingKinds: keepsKinds), rule)
  }

  static func outOfRangeFailure(_ file: String, _ account: Account) -> Failure {
    Failure(
      .notUnderstood, "points.out_of_range",
      ["file": file, "count": String(account[.outOfRange]), "read": String(account.read)])
  }
}
