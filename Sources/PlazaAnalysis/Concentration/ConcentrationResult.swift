public import PlazaLayers
public import PlazaRecords
internal import PlazaStatistics

/// What was found about how records crowd into few places.
public struct ConcentrationResult: Sendable {
  public let account: Account
  public let areas: AreaAccount
  /// Finest first; empty for a single level.
  public let levels: [JoinResult.Level]
  public let kinds: [JoinResult.Kind]
  public let coordinates: CRSFacts
  /// The coarsest level first, all kinds together before each kind.
  public let measures: [ConcentrationMeasures]
  /// First and last day of the records, from 1970; nil where no date was read.
  public let days: ClosedRange<Int>?
  public let draws: Int
  public let seed: UInt64
  public let table: RowBlock
  public let findings: [Diagnostic]
  public let warnings: [Diagnostic]
  private let layer: ConcentrationLayer

  /// The columns of the table, in this order; category is empty for all kinds together.
  public static let tableHeader = [
    "code", "category", "count", "share", "rank", "cumulative_share", "lq", "lq_low", "lq_high", "name", "parent", "level",
  ]

  /// The kind that a map shows: the commonest; nil when kinds were not asked for.
  public var mappedKind: JoinResult.Kind? { kinds.commonest }
  /// The field of the layer with the shares that a map shows.
  public var mappedField: String { "cumulative_share" + (mappedKind.map { "_\($0.slug)" } ?? "") }

  /// A field of ours on the map: what it says, and of which kind.
  public func mapped(_ name: String) -> (field: String, kind: JoinResult.Kind?)? {
    for kind in [nil] + kinds.filter(\.hasColumn) {
      let suffix = kind.map { "_\($0.slug)" } ?? ""
      if let field = ConcentrationLayer.fields.first(where: { $0 + suffix == name }) { return (field, kind) }
    }
    return nil
  }

  /// Of the finest level: the three commonest kinds, the most records first, or all records where kinds were not asked for.
  public var leading: [ConcentrationMeasures] { Self.leading(measures) }

  /// The areas with their fields and ours, in longitude and latitude on WGS 84; made at each call.
  /// - Throws: `Failure` when the areas' CRS does not lead to WGS 84.
  public func makeLayer() throws -> Layer { try layer.layer() }
}

extension ConcentrationResult {
  init(_ run: RecordReading<TallySink>, territory: Territory, options: ConcentrationOptions, jobs: Int) throws {
    let (total, plan) = (run.totals, run.plan)
    let counts = AreaCounts(run, territory: territory, hasKinds: plan.kindSlot != nil, mapping: options.join.classes)
    guard !territory.isNested || counts.isNested(assigned: total.account.assigned) else {
      throw Failure(.internalError, "internal.levels")
    }
    let rows = try ConcentrationRows(counts, territory, options, jobs: jobs)
    account = total.account
    var areas = territory.account
    areas.withoutRecords = counts.places.places.indices.count {
      counts.places.places[$0].area >= 0 && counts.byPlace[$0] == 0
    }
    self.areas = areas
    levels = territory.isNested ? JoinResult.levels(territory, counts) : []
    kinds = counts.kinds
    coordinates = run.coordinates
    measures = rows.measures
    days = total.days
    (draws, seed) = (options.draws, options.seed)
    table = Self.table(rows, counts, territory)
    layer = ConcentrationLayer(
      base: JoinLayer(
        territory: territory, counts: counts, rates: nil, borders: [], locatedShare: [], isWeighted: false), rows: rows)
    findings = Self.findings(rows.measures, total.account, subject: options.join.records.subject)
    var warnings = run.warnings
    warnings += JoinResult.warnings(total, plan, hasRates: false, replaced: layer.replacedFields)
    warnings += counts.classes?.warnings ?? []
    warnings += try counts.smallCountWarnings(options.join.records)
    if let keys = plan.keys { warnings += JoinResult.keyNotes(total.keys, keys, total.keys.unmatched(keys)) }
    self.warnings = warnings
  }

  private static func table(_ rows: ConcentrationRows, _ counts: AreaCounts, _ territory: Territory) -> RowBlock {
    var block = RowBlock(columns: tableHeader.count)
    var ranges = [Range<Int>](repeating: 0..<0, count: counts.places.count)
    for (index, row) in rows.rows.enumerated() {
      let known = ranges[row.place]
      ranges[row.place] = known.isEmpty ? index..<index + 1 : known.lowerBound..<index + 1
    }
    for number in counts.places.tableOrder {
      let place = counts.places.places[number]
      let level = territory.levels[place.level]
      for row in rows.rows[ranges[number]] where row.kind == nil || row.count > 0 {
        block.append(place.code)
        block.append(counts.category(row.kind))
        for field in ConcentrationLayer.fields { block.append(ConcentrationLayer.value(field, row)) }
        block.append(place.name)
        block.append(place.parentCode)
        block.append(territory.isNested || level.isNamed ? level.name : "")
      }
    }
    return block
  }

  /// The finest level says most about places.
  private static func leading(_ measures: [ConcentrationMeasures]) -> [ConcentrationMeasures] {
    let finest = measures.last?.level
    let told = measures.filter { $0.level == finest && $0.places > 1 && $0.records > 0 }
    let kinds = told.filter { $0.kind != nil }.sorted { ($1.records, $0.kind ?? "") < ($0.records, $1.kind ?? "") }
    return kinds.isEmpty ? told : Array(kinds.prefix(3))
  }

  /// Of each level, all kinds together and the three commonest: half of the records, and where they would be by chance.
  private static func findings(_ measures: [ConcentrationMeasures], _ account: Account, subject: String) -> [Diagnostic] {
    guard account.joined > 0 else { return [Diagnostic(.note, "finding.no_records")] }
    var findings: [Diagnostic] = []
    for measure in leading(measures) {
      guard let half = measure.holding.first(where: { $0.percent == 50 }) else { continue }
      var values = [
        "kind": measure.kind ?? subject, "places": String(half.places), "total": String(measure.places),
        "level": measure.level, "share": text(Double(half.places) / Double(measure.places)),
        "expected": text(half.expected / Double(measure.places)), "expected_places": String(Int(half.expected.rounded())),
      ]
      findings.append(Diagnostic(.note, half.p <= 0.05 ? "concentration.half" : "concentration.half_chance", values))
      guard let gini = measure.gini?.unbiased, let limits = measure.giniLimits else { continue }
      values["gini"] = text(gini)
      values["low"] = text(limits.low)
      values["high"] = text(limits.high)
      findings.append(Diagnostic(.note, "concentration.gini", values))
    }
    return findings
  }

  private static func text(_ value: Double) -> String { NumberText.text(value) ?? "" }
}
