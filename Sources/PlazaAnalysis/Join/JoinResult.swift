internal import PlazaGeometry
public import PlazaLayers
public import PlazaRecords

/// What a join found: the account, counts by area, kind and period, and the areas with their new fields.
public struct JoinResult: Sendable {
  /// A kind of incident, as it was written, with the name of its fields.
  public struct Kind: Hashable, Sendable {
    public var name: String
    public var slug: String
    /// Good records of the kind, with or without a place.
    public var total: Int64
    /// Those in an area; a record counts once for each area that it is assigned to.
    public var assigned: Int64
    /// Whether it has fields of its own in the layer: the 60 commonest have.
    public var hasColumn: Bool
    /// What the class table says of it; nil without one.
    public var meaning: KindMeaning?
  }

  /// One level of the territory, and what is known at it.
  public struct Level: Hashable, Sendable {
    public var name: String
    public var areas: AreaAccount
    /// Records that count in its areas, and in the rows for what is known to the level above only.
    public var count: Int64
    public var unknown: Int64
  }

  public let account: Account
  /// Every good record, in an area or in none.
  public let territory: TerritoryTotal
  public let areas: AreaAccount
  /// Finest first; empty for a single level.
  public let levels: [Level]
  /// Texts of records that matched no area, the commonest first; at most 20.
  public let unmatched: [Unmatched]
  /// Whether records were placed by codes or names, or compared with what they declare.
  public let usesKeys: Bool
  /// In the order of their bytes; empty when kinds were not asked for.
  public let kinds: [Kind]
  /// What the class table said of the kinds; nil without one.
  public let classes: KindClasses?
  /// The records that `--tagged` does not show, by kind; nil when it was not asked for, or without kinds.
  public let withheld: WithheldKinds?
  public let coordinates: CRSFacts
  /// The span of the records in years; nil when no rate needed it.
  public let years: Double?
  /// What `nearBorder` of the account goes by; nil when it was not asked for, or when positions did not matter.
  public let accuracy: Accuracy?
  let assembly: JoinLayer
  let span: JoinSpan
  /// The days of the records, or those that were stated, from 1970; nil where no date was read.
  public var days: ClosedRange<Int>? { span.days.flatMap { $0.isEmpty ? nil : $0.lowerBound...$0.upperBound - 1 } }
  /// The same counts on another division, when that was asked for.
  public var crosswalked: CrosswalkedJoin?
  private let rows: JoinTable
  let isTableComplete: Bool
  public let tableHeader: [String]

  /// The rows of the tidy table in pieces: those that occur, or with `isComplete` a row for each area, kind and period.
  /// - Complexity: O(rows) time; memory of one piece.
  public func writeTable(_ body: (RowBlock) throws -> Void) throws {
    if isTableComplete { try rows.complete(body) } else { try rows.write(body) }
  }

  /// The rows of the tidy table that occur, under `tableHeader`, all in memory.
  public func makeTable() throws -> RowBlock {
    var table = RowBlock(columns: tableHeader.count)
    try rows.write { table.append(contentsOf: $0) }
    return table
  }

  /// What the result says in words, the most important first.
  ///
  /// On another division the outputs are there, and what was found on the former one is not in them.
  public var findings: [Diagnostic] { crosswalked?.findings ?? ownFindings }
  private let ownFindings: [Diagnostic]
  /// The areas in the order of their codes, with their fields and ours, in longitude and latitude on WGS 84; made at each call.
  /// - Throws: `Failure` when the areas' CRS does not lead to WGS 84.
  /// - Complexity: O(vertices).
  public func makeLayer() throws -> Layer { try assembly.layer() }

  public private(set) var warnings: [Diagnostic] = []

  /// The kind whose rate is spoken of and mapped, the commonest that has fields of its own; nil without kinds.
  public var shownKind: Kind? {
    JoinFindings.commonest(assembly.counts).map { kinds[$0] }.flatMap { $0.hasColumn ? $0 : nil }
  }

  /// The columns of the file of records whose point lies elsewhere than they declare.
  public static let disagreeHeader = ["line", "declared", "located"]

  public mutating func addNotes(_ notes: [Diagnostic]) {
    warnings = notes.filter { $0.severity == .warning } + warnings
  }
}

extension JoinResult {
  static let columnLimit = 60

  init(
    _ run: RecordReading<TallySink>, territory: Territory, residents: TerritoryResidents?, options: JoinOptions
  ) throws {
    let (total, plan) = (run.totals, run.plan)
    let counts = AreaCounts(run, territory: territory, hasKinds: plan.kindSlot != nil, mapping: options.classes)
    guard !territory.isNested || counts.isNested(assigned: total.account.assigned) else {
      throw Failure(.internalError, "internal.levels")
    }
    let span = JoinSpan(total, plan: plan, options: options)
    self.span = span
    account = total.account
    levels = territory.isNested ? Self.levels(territory, counts) : []
    var areas = territory.account
    areas.withoutRecords = counts.places.places.indices.count {
      counts.places.places[$0].area >= 0 && counts.byPlace[$0] == 0
    }
    self.areas = areas
    kinds = counts.kinds
    classes = counts.classes
    withheld = plan.tagged == nil ? nil : WithheldKinds(total.withheld)
    coordinates = run.coordinates
    let rates = try JoinRates(run, territory, residents, counts, span: span, options: options)
    let whole = try TerritoryTotal(counts, rates, isWeighted: plan.weightSlot != nil)
    self.territory = whole
    accuracy = total.borders.isEmpty ? nil : options.accuracy
    years = rates == nil ? nil : span.years
    let located =
      territory.isNested
      ? counts.shareKnownAtFinest(territory)
      : Array(repeating: JoinLocatedShare.share(total.account), count: counts.places.count)
    assembly = JoinLayer(
      territory: territory, counts: counts, rates: rates, borders: total.borders, locatedShare: located,
      isWeighted: plan.weightSlot != nil)
    let table = JoinTable(territory, counts, rates, span: span, plan: plan, locatedShare: located)
    rows = table
    isTableComplete = options.isComplete
    if options.isComplete { try table.refuseTooMany(file: plan.file) }
    tableHeader = table.header
    ownFindings = try JoinFindings.findings(total.account, territory, whole, counts, rates, span, plan)
    usesKeys = plan.keys?.usesKeys == true || plan.keys?.declaredField != nil
    unmatched = plan.keys.map { total.keys.unmatched($0) } ?? []
    warnings =
      total.notes + Self.impossibleRates(rates, counts, territory)
      + Self.warnings(total, plan, hasRates: rates != nil, replaced: assembly.replacedFields) + (rates?.notes ?? [])
      + (rates == nil ? [] : span.notes(of: total.days)) + Self.fewRecords(rates, counts, territory, span)
      + (plan.keys.map { Self.keyNotes(total.keys, $0, unmatched) } ?? [])
      + (classes?.warnings ?? []) + (withheld?.warnings ?? []) + (try counts.smallCountWarnings(options.records))
  }

  /// More than one record for each resident and year is nearly always a population that was read wrong.
  static func impossibleRates(_ rates: JoinRates?, _ counts: AreaCounts, _ territory: Territory) -> [Diagnostic] {
    guard let rates else { return [] }
    var (found, highest): (Int, (row: Int, rate: Double)?) = (0, nil)
    for row in counts.places.places.indices where counts.places.places[row].area >= 0 {
      let count = counts.byPlace[row]
      guard let rate = try? rates.rate(place: row, count: count, amount: Double(count)).value, rate > 100_000 else { continue }
      found += 1
      if highest.map({ rate > $0.rate }) ?? true { highest = (row, rate) }
    }
    guard let highest else { return [] }
    let place = counts.places.places[highest.row]
    let areas = territory.levels[place.level].areas
    let population = (try? rates.population(highest.row)) ?? 0
    return [
      Diagnostic(
        .warning, "join.impossible_rates",
        [
          "count": String(found), "area": areas.names[place.area].isEmpty ? areas.codes[place.area] : areas.names[place.area],
          "rate": NumberText.text(highest.rate) ?? "", "population": NumberText.text(population) ?? "",
        ])
    ]
  }

  static func levels(_ territory: Territory, _ counts: AreaCounts) -> [Level] {
    territory.levels.indices.map { index in
      var level = Level(name: territory.levels[index].name, areas: territory.levels[index].areas.account, count: 0, unknown: 0)
      for row in counts.places.ranges[index] {
        if counts.places.places[row].area < 0 {
          level.unknown += counts.byPlace[row]
        } else {
          level.count += counts.byPlace[row]
          if counts.byPlace[row] == 0 { level.areas.withoutRecords += 1 }
        }
      }
      return level
    }
  }

  /// What was done to keys so that they matched, and those that did not.
  static func keyNotes(_ keys: KeyCounts, _ plan: KeyPlan, _ unmatched: [Unmatched]) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    for level in plan.codeFields.indices {
      for (id, changed) in [("keys.padded", keys.padded[level]), ("keys.cut", keys.cut[level])] where changed.count > 0 {
        notes.append(
          Diagnostic(
            .note, id,
            [
              "field": plan.codeFields[level], "level": plan.territory.levels[level].name, "count": String(changed.count),
              "example": changed.example,
            ]))
      }
    }
    let groups = Dictionary(grouping: keys.misses) { keys.bearers(of: $0.key, plan) > 1 }
    for (id, isAmbiguous) in [("keys.unmatched", false), ("keys.ambiguous", true)] {
      guard let misses = groups[isAmbiguous] else { continue }
      let examples = unmatched.filter { ($0.bearers > 1) == isAmbiguous }.map { item in
        let within = item.within.isEmpty ? "" : " (\(item.within))"
        return "'\(item.value)'\(within) \(item.count)" + (item.nearest.map { " ≈ '\($0)'" } ?? "")
      }
      notes.append(
        Diagnostic(
          .warning, id,
          [
            "count": String(misses.reduce(0) { $0 + $1.value }), "distinct": String(misses.count),
            "examples": examples.joined(separator: "; "),
          ]))
    }
    return notes
  }

  static func warnings(_ total: RecordTotals, _ plan: RecordPlan, hasRates: Bool, replaced: [String]) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    if total.account.ambiguous > 0 {
      warnings.append(
        Diagnostic(
          .warning, plan.assignsAll ? "join.ambiguous_all" : "join.ambiguous", ["count": String(total.account.ambiguous)]))
    }
    if total.undated > 0 { warnings.append(Diagnostic(.warning, "join.undated", ["count": String(total.undated)])) }
    warnings += total.dateNotes(file: plan.file)
    if let finest = total.borders.first { warnings += finest.warnings(total.account) }
    if hasRates, plan.weightSlot != nil { warnings.append(Diagnostic(.warning, "join.weighted_rates")) }
    if total.kinds.count > columnLimit {
      warnings.append(
        Diagnostic(.warning, "join.many_kinds", ["count": String(total.kinds.count), "limit": String(columnLimit)]))
    }
    if !replaced.isEmpty {
      warnings.append(Diagnostic(.warning, "join.replaced_fields", ["fields": replaced.joined(separator: ", ")]))
    }
    return warnings
  }
}

/// The share of good records that have a place.
enum JoinLocatedShare {
  // With levels each row has a share of its own, see `AreaCounts.shareKnownAtFinest`.
  static func share(_ account: Account) -> Double? {
    // Where rows carry counts, of what they stand for.
    let located = account.cases.map { $0.joined + $0.outside } ?? account.joined + account.outside
    let good = located + (account.cases?.unlocated ?? account.unlocated)
    return good == 0 ? nil : Double(located) / Double(good)
  }
}

extension JoinResult.Kind {
  /// What its records count, as the table's column `unit` says: incidents, unless the class table knows better.
  var unit: String {
    switch meaning?.common(\.unit) {
    case .victim?: "victims"
    case .complaint?: "complaints"
    case .incident?, nil: "incidents"
    }
  }
}
