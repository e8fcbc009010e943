public import PlazaLayers
public import PlazaRecords

/// What a comparison found: the account, the changes by area, kind and window, and the areas with their new fields.
public struct CompareResult: Sendable {
  public let account: Account
  public let areas: AreaAccount
  /// Finest first; empty for a single level.
  public let levels: [JoinResult.Level]
  /// In the order of their bytes; empty when kinds were not asked for.
  public let kinds: [JoinResult.Kind]
  public let coordinates: CRSFacts
  public let windows: [ComparedWindow]
  public let against: CompareOptions.Against
  /// Days between the end of a window and the day on which its records had to be known; nil when that was not asked.
  public let delay: Int?
  /// Records of kinds that are not shown in cells; nil for areas.
  public let withheld: Int?
  /// The changes of the whole territory, `[kind][window]`: all good records, those without a place too; of several kinds the last is all of
  /// them together; one when kinds were not asked for.
  public let whole: [[ComparedCounts]]
  /// Of each window whether its records are all there: now and before.
  public let completeness: [[WindowState]]
  /// What became of the records of each window: now and before.
  public let accounts: [(now: SideAccount, before: SideAccount)]
  /// Good records with a date that are in no window.
  public let elsewhere: Int
  /// The months of the past that say how much counts vary; fewer than twelve are not used.
  public let pastMonths: Int
  /// How many areas of each level, kind and window have each verdict.
  public let verdicts: [VerdictCount]
  public let table: RowBlock
  public let findings: [Diagnostic]
  public private(set) var warnings: [Diagnostic]
  private let layer: CompareLayer

  /// The columns of the table, in this order.
  public static let tableHeader = [
    "code", "category", "window", "from", "to", "before_from", "before_to", "count_now", "count_before", "change", "change_pct",
    "change_low", "change_high", "p", "p_fdr", "verdict", "name", "parent", "level", "located_share_now",
    "located_share_before", "dispersion", "past_months",
  ]

  public struct VerdictCount: Hashable, Sendable {
    public var level: String
    /// Nil when kinds were not asked for.
    public var kind: String?
    public var window: CompareOptions.Window
    public var areas: [ChangeVerdict: Int]
  }

  /// The window that a map shows: the first.
  public var mappedWindow: ComparedWindow { windows[0] }
  /// The kind that a map shows: the commonest; nil when kinds were not asked for.
  public var mappedKind: JoinResult.Kind? { kinds.commonest }
  /// The field of the layer with the verdicts that a map shows.
  public var mappedField: String { CompareLayer.name("verdict", mappedWindow, mappedKind.map { "_\($0.slug)" } ?? "") }

  /// A field of ours on the map.
  public struct MappedField: Hashable, Sendable {
    /// What it says: `verdict`, `change_pct` …
    public var field: String
    public var window: ComparedWindow
    /// Nil when kinds were not asked for.
    public var kind: JoinResult.Kind?

    /// The field with something else of the same window and kind.
    public func name(of field: String) -> String { CompareLayer.name(field, window, kind.map { "_\($0.slug)" } ?? "") }
  }

  /// - Returns: nil for a field that is none of ours.
  public func mapped(_ name: String) -> MappedField? {
    for window in windows {
      for kind in kinds.isEmpty ? [nil] : kinds.filter(\.hasColumn).map(Optional.some) {
        for field in CompareLayer.fields {
          let mapped = MappedField(field: field, window: window, kind: kind)
          if mapped.name(of: field) == name { return mapped }
        }
      }
    }
    return nil
  }

  /// The areas with their fields and ours, in longitude and latitude on WGS 84; made at each call.
  /// - Throws: `Failure` when the areas' CRS does not lead to WGS 84.
  public func makeLayer() throws -> Layer { try layer.layer() }
}

extension [JoinResult.Kind] {
  /// The kind with the most records in areas; of several the first by name.
  var commonest: JoinResult.Kind? {
    indices.filter { self[$0].hasColumn }.max { (self[$0].assigned, -$0) < (self[$1].assigned, -$1) }.map { self[$0] }
  }
}

extension CompareResult {
  init(
    _ run: RecordReading<TallySink>, territory: Territory, options: CompareOptions, time: ComparedTime, records: DayRecords,
    withheld: WithheldKinds?, piles: Diagnostic?
  ) throws {
    let (total, plan, windows, delay) = (run.totals, run.plan, time.windows, time.delay)
    let counts = AreaCounts(run, territory: territory, hasKinds: options.join.by != nil, mapping: options.join.classes)
    guard !territory.isNested || counts.isNested(assigned: total.account.assigned) else {
      throw Failure(.internalError, "internal.levels")
    }
    let entries = run.sink.tally.entries()
    let uses = PeriodUses(
      entries.lazy.map { Tally.parts($0.key).period }, windows: windows, past: time.past, bins: time.bins, delay: delay)
    let sums = TerritoryCounts(
      run.sink.tally, groups: counts.groups, territory: territory, windows: windows.count, uses: uses)
    let rows = try ComparedRows(
      counts, sums, windows: windows, uses: uses,
      completeness: Completeness(
        records, kinds: records.series(of: counts.groups, kinds: total.kinds),
        places: options.isOnCells ? nil : counts.places, sizes: counts.byPlace, windows: windows, past: time.past,
        silenceOnly: delay != nil))
    account = total.account
    var areas = territory.account
    areas.withoutRecords = counts.places.places.indices.count {
      counts.places.places[$0].area >= 0 && counts.byPlace[$0] == 0
    }
    self.areas = areas
    levels = territory.isNested ? JoinResult.levels(territory, counts) : []
    kinds = counts.kinds
    coordinates = run.coordinates
    self.windows = windows
    self.delay = delay
    self.withheld = withheld?.count
    against = options.against
    whole = rows.whole
    completeness = rows.completeness.whole
    accounts = sums.accounts
    elsewhere = sums.elsewhere
    pastMonths = rows.historyMonths
    verdicts = Self.verdicts(rows, counts, territory, windows)
    table = CompareTable(rows: rows, counts: counts, territory: territory).block
    layer = CompareLayer(
      base: JoinLayer(
        territory: territory, counts: counts, rates: nil, borders: [], locatedShare: [], isWeighted: false), rows: rows,
      windows: windows)
    let words = CompareFindings(
      rows: rows, counts: counts, sums: sums, territory: territory, windows: windows,
      subject: options.join.records.subject)
    findings = words.all(total.account)
    var warnings = run.warnings + rows.kindNotes(counts, windows)
    warnings += time.dropped.map { window in
      Diagnostic(
        .warning, "compare.window_dropped",
        [
          "window": window.window.rawValue, "needed": CivilDate.text(ofDay: window.before.lowerBound),
          "first": total.days.map { CivilDate.text(ofDay: $0.lowerBound) } ?? "", "file": plan.file,
        ])
    }
    if delay == nil { warnings.append(Diagnostic(.warning, "compare.preliminary")) }
    if let piles { warnings.append(piles) }
    warnings += withheld?.warnings ?? []
    if options.until == nil, let end = windows.first?.now.upperBound {
      warnings.append(
        Diagnostic(
          .note, options.cutoff == nil ? "compare.until" : "compare.until_cutoff",
          ["until": CivilDate.text(ofDay: end - 1), "cutoff": options.cutoff ?? ""]))
    }
    warnings += words.notes
    if total.undated > 0 {
      warnings.append(Diagnostic(.warning, "compare.unplaced_in_time", ["count": String(total.undated)]))
    }
    warnings += JoinResult.warnings(total, plan, hasRates: false, replaced: layer.replacedFields).filter {
      $0.id != "join.undated"
    }
    warnings += counts.classes?.warnings ?? []
    warnings += try rows.smallCountWarnings(counts.kinds, options.join.records)
    if let keys = plan.keys { warnings += JoinResult.keyNotes(total.keys, keys, total.keys.unmatched(keys)) }
    self.warnings = warnings
  }

  private static func verdicts(
    _ rows: ComparedRows, _ counts: AreaCounts, _ territory: Territory, _ windows: [ComparedWindow]
  ) -> [VerdictCount] {
    let kinds = max(1, counts.kinds.count)
    let levels = territory.levels.count
    var found = [[ChangeVerdict: Int]](repeating: [:], count: levels * kinds * windows.count)
    func place(_ level: Int, _ kind: Int, _ window: Int) -> Int { (level * kinds + kind) * windows.count + window }
    var known = [Int](repeating: 0, count: found.count)
    for row in rows.rows {
      let level = counts.places.places[row.place].level
      for (window, counts) in row.counts.enumerated() {
        guard let verdict = counts.verdict else { continue }
        found[place(level, row.kind, window)][verdict, default: 0] += 1
        known[place(level, row.kind, window)] += 1
      }
    }
    return (0..<levels).flatMap { level in
      (0..<kinds).flatMap { kind in
        windows.indices.map { window in
          var areas = found[place(level, kind, window)]
          // Areas without a record have nothing to tell either.
          areas[rows.verdictWithoutRecords(window), default: 0] +=
            territory.levels[level].areas.count - known[place(level, kind, window)]
          return VerdictCount(
            level: territory.levels[level].name, kind: counts.kinds.isEmpty ? nil : counts.kinds[kind].name,
            window: windows[window].window, areas: areas)
        }
      }
    }
  }
}
