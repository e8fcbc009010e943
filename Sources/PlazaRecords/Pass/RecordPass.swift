internal import PlazaGeometry
package import PlazaLayers

/// One reading of the records of a file: what was asked of them, and the ground that they are placed on.
///
/// Every verb that reads records begins with it. What is kept of them is the sink's; nothing depends on the number of workers, on how the
/// file is divided between them, or on the order of the records.
package struct RecordPass: Sendable {
  package let plan: RecordPlan
  package let ground: Ground
  private let source: any PointSource
  private let rows: RowSinks
  private let schemaNotes: [Diagnostic]

  /// - Throws: `Failure` for data, options or a CRS that are not understood.
  package init(
    _ source: any PointSource, on ground: Ground, _ options: RecordOptions, _ wish: RecordPlan.Wish = .init(),
    rows: RowSinks = RowSinks()
  ) throws {
    var wish = wish
    wish.isTagged = rows.tagged != nil
    plan = try RecordPlan(options, source, on: ground, wish)
    self.ground = ground
    self.source = source
    self.rows = rows
    schemaNotes = source.schema.notes
  }

  /// Reads every record once.
  /// - Parameter notes: what else there is to say of what the records are laid against; all is emitted before the pass.
  /// - Throws: `Failure` `join.too_many_kinds`, `date.contradiction`, `points.out_of_range`, and what the source and the sinks throw.
  package func run<Sink: RecordSink>(
    into sink: Sink, notes: [Diagnostic] = [], jobs: Int, progress: any ProgressSink
  ) async throws -> RecordReading<Sink> {
    let notes = schemaNotes + plan.fieldNotes + (ground.territory?.notes ?? []) + notes + plan.placeNotes
    for note in notes { progress.emit(note) }
    let locator = plan.usesPoint ? ground.geometry.map { AreaLocator($0, jobs: jobs) } : nil
    let stages = try stages(locator, jobs: jobs)
    let reader = try source.makeReader(plan.request)
    var totals = RecordTotals(levels: levelCount)
    var whole = sink
    try await withThrowingTaskGroup(of: (RecordPart, Sink).self) { group in
      for _ in 0..<max(1, jobs) {
        group.addTask {
          let worker = RecordWorker(
            plan, stages, plan.usesPoint ? try RecordLocator(locator, plan.crs?.transformation) : nil, sink,
            levels: levelCount)
          return try worker.run(reader, progress: progress)
        }
      }
      for try await (part, kept) in group { whole.merge(kept, kinds: try totals.merge(part, file: plan.file)) }
    }
    totals.settleRepeats()
    try totals.check(plan)
    totals.settle(plan)
    totals.judgeDates(isMonths: plan.wide != nil)
    return RecordReading(plan: plan, ground: ground, notes: notes, totals: totals, sink: whole)
  }

  private var levelCount: Int { ground.territory?.levels.count ?? 1 }

  /// What cannot be read at all comes first, then what the caller left out, then cells that cannot be read, then places.
  private func stages(_ locator: AreaLocator?, jobs: Int) throws -> [any RecordStage] {
    var stages: [any RecordStage] = [ReadableStage()]
    for filter in plan.filters { stages.append(FilterStage(filter, folding: plan.mends(.kinds))) }
    if let wide = plan.wide { stages.append(WideDateStage(wide: wide, from: plan.from, to: plan.to)) }
    if let slot = plan.dateSlot { stages.append(DateStage(plan, slot: slot)) }
    if let bins = plan.bins {
      stages.append(BinStage(bins: bins, registeredSlot: plan.registeredSlot, order: plan.dateOrder))
    }
    if let slot = plan.weightSlot { stages.append(WeightStage(slot: slot, column: plan.weightColumn)) }
    if let slot = plan.countSlot { stages.append(CountStage(slot: slot, column: plan.wholeColumn)) }
    if let wide = plan.wide { stages.append(WideCountStage(wide: wide, column: plan.wholeColumn, blankIs: plan.blankIs)) }
    stages.append(PositionStage())
    if let keys = plan.keys, keys.usesKeys || keys.declaredSlot >= 0 {
      stages.append(KeyPlaceStage(keys, locator, disagreeing: rows.disagree))
    } else {
      stages.append(PointPlaceStage())
    }
    let isTable = plan.countSlot != nil || plan.wide != nil
    if plan.mends(.totalRows), !isTable { stages.append(NoteRowStage()) }
    // A kind whose records are all withheld is to have no name: there kinds are read last, and no row is known as a total by its kind.
    let namesAll = plan.sensitive?.excludes != true
    if namesAll, let slot = plan.kindSlot { stages.append(KindStage(slot: slot, file: plan.file)) }
    if plan.mends(.totalRows) { stages.append(TotalRowStage(plan, readsKinds: namesAll)) }
    if let locator, plan.assignsAll, !ground.isOneArea { stages.append(SeveralStage(locator: locator)) }
    if let territory = ground.territory, let locator {
      for stage in try BorderStage.stages(plan, territory, locator, jobs: jobs) { stages.append(stage) }
    }
    // Where a withheld record lies is known by then, so that the account has it where it would have been.
    if let sensitive = plan.sensitive { stages.append(SensitiveStage(sensitive)) }
    if !namesAll, let slot = plan.kindSlot { stages.append(KindStage(slot: slot, file: plan.file)) }
    if let strata = plan.strata { stages.append(StrataStage(strata)) }
    stages.append(AccountStage(plan, hasBorders: locator != nil && !ground.isOneArea))
    stages.append(RepeatStage(limit: plan.repeatLimit))
    if rows.rejects != nil || rows.tagged != nil { stages.append(RowStage(rows, plan, ground.territory)) }
    return stages
  }
}

/// What a pass has found, and what its sink has kept.
package struct RecordReading<Sink: RecordSink>: Sendable {
  package let plan: RecordPlan
  package let ground: Ground
  /// What the files, the options and the ground gave cause to say; it was emitted before the pass.
  package let notes: [Diagnostic]
  package internal(set) var totals: RecordTotals
  package internal(set) var sink: Sink

  /// The same reading, seen by one of its sinks.
  package func with<Part: RecordSink>(_ part: Part) -> RecordReading<Part> {
    RecordReading<Part>(plan: plan, ground: ground, notes: notes, totals: totals, sink: part)
  }

  package var account: Account { totals.account }

  /// What was said of the files that a person should know to the end.
  package var warnings: [Diagnostic] { notes.filter { $0.severity == .warning } + totals.notes }

  package var coordinates: CRSFacts { CRSFacts(plan.crs, ground: ground.crs) }

  /// Ends the run when fewer keys match than were asked for; what did not match is said first.
  package func refuseFewMatches(_ options: RecordOptions, warnings: [Diagnostic], progress: any ProgressSink) throws {
    let keys = totals.keys
    guard let least = options.keys.minimumMatch, Double(keys.matched) < least * Double(keys.keyed) else { return }
    for note in warnings where note.id.hasPrefix("keys.") { progress.emit(note) }
    throw Failure(
      .refused, "keys.min_match",
      [
        "file": plan.file, "matched": String(keys.matched), "keyed": String(keys.keyed),
        "share": NumberText.text(Double(keys.matched) / Double(keys.keyed)) ?? "0",
        "least": NumberText.text(least) ?? "",
      ])
  }
}
