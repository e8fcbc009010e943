internal import PlazaGeometry
public import PlazaLayers
public import PlazaRecords
internal import PlazaStatistics

/// A map with what happened later in each of its polygons, and its indices along shares of the surface.
public struct BacktestResult: Sendable {
  /// One share of the surface: the polygons that the map held highest, as many as fit whole.
  public struct Budget: Hashable, Sendable {
    public var share: Double
    public var units: Int
    public var area: Double
    public var areaShare: Double
    public var hits: Int
    /// Of all records; nil when there are none, as are all that follow.
    public var hitShare: Double?
    public var accuracyIndex: Double?
    public var efficiencyIndex: Double?
    /// The share of the records that the best choice of as much surface holds, known only afterwards.
    public var bestHitShare: Double?
    /// The amount that the map promised over the records that came; nil when the map promises no amounts.
    public var predictedOverObserved: Double?
    /// The records that made the map.
    public var earlier: Int?
    public var recaptureRateIndex: Double?
  }

  public let account: Account
  public let coordinates: CRSFacts
  public let findings: [Diagnostic]
  public let warnings: [Diagnostic]
  /// The field that ordered the polygons, and whether it was taken by their surface.
  public let field: String
  public let isAmount: Bool
  public let earlierField: String?
  public let units: Int
  /// Polygons of which the map says something.
  public let scored: Int
  /// In km²: of the polygons, and with what a boundary has beyond them.
  public let mapArea: Double
  public let area: Double
  public let hasBoundary: Bool
  /// Records that are the whole, those in a polygon, and those in none.
  public let records: Int
  public let inside: Int
  public let missed: Int
  /// Of the whole map.
  public let earlier: Int?
  public let predicted: Double?
  public let areaUnderCurve: Double?
  public let bestAreaUnderCurve: Double?
  public let budgets: [Budget]
  /// The share of the surface and that of the records after each polygon that the map held highest; empty when there are no records.
  public let hitRates: [(area: Double, hits: Double)]
  let map: BacktestMap
  let hits: [Int]
  /// The smallest budget that takes each polygon.
  let selectedAt: [Double?]

  init(
    _ map: BacktestMap, hits: [Int], outside: Int, remainder: Backtest.Remainder?, budgets wanted: [Double], account: Account,
    coordinates: CRSFacts, warnings given: [Diagnostic]
  ) throws {
    let scores = map.scores
    let order = scores.indices.filter { map.surfaces[$0] != nil }
    let surface = order.reduce(0) { $0 + map.surfaces[$1]! }
    let beyond = remainder.map { $0.boundary - surface } ?? 0
    // Cells cut to the boundary add up to it but for rounding: what is left then is no ground.
    let hasGround = beyond > surface * 1e-6
    let unplaced = remainder.map(\.hits) ?? outside
    let amounts = map.amounts
    let curve = try StatisticsFailure.translated { () throws(StatisticsError) in
      try HitRateCurve(
        scores: order.map { scores[$0] } + (hasGround ? [nil] : []),
        predicted: amounts.map { amounts in order.map { amounts[$0] } + (hasGround ? [0] : []) },
        observed: order.map { hits[$0] } + (hasGround ? [unplaced] : []),
        areas: order.map { map.surfaces[$0]! } + (hasGround ? [beyond] : []), missed: hasGround ? 0 : unplaced)
    }
    (self.map, self.hits, self.account, self.coordinates) = (map, hits, account, coordinates)
    (field, isAmount, earlierField) = (map.field, map.isAmount, map.earlierField)
    units = hits.count
    scored = scores.count { $0 != nil }
    (mapArea, area, hasBoundary) = (surface, curve.area[curve.cells], remainder != nil)
    let inside = hits.reduce(0, +)
    (records, self.inside, missed) = (curve.total, inside, unplaced)
    earlier = map.earlier?.reduce(0, +)
    predicted = amounts?.reduce(0, +)
    areaUnderCurve = curve.areaUnderCurve
    bestAreaUnderCurve = curve.bestAreaUnderCurve
    hitRates = (0...curve.cells).compactMap { cells in
      curve.hitRate(cells).flatMap { hits in curve.areaShare(cells).map { ($0, hits) } }
    }
    var selected = [Double?](repeating: nil, count: hits.count)
    var taken = 0
    budgets = Set(wanted).sorted().map { share in
      let cells = curve.cells(withinAreaShare: share)
      let before = taken
      for place in before..<max(before, cells) where curve.order[place] < order.count {
        selected[order[curve.order[place]]] = share
      }
      taken = max(before, cells)
      let chosen = curve.order[..<cells].filter { $0 < order.count }.map { order[$0] }
      let then = map.earlier.map { earlier in chosen.reduce(0) { $0 + earlier[$1] } }
      return Budget(
        share: share, units: chosen.count, area: curve.area[cells], areaShare: curve.areaShare(cells) ?? 0,
        hits: curve.observed[cells], hitShare: curve.hitRate(cells), accuracyIndex: curve.predictiveAccuracyIndex(cells),
        efficiencyIndex: curve.predictiveEfficiencyIndex(cells),
        bestHitShare: curve.total > 0 ? curve.mostObserved(cells) / Double(curve.total) : nil,
        predictedOverObserved: curve.predictedOverObserved(cells), earlier: then,
        recaptureRateIndex: then.flatMap { then in
          recaptureRateIndex(
            earlierInside: then, laterInside: chosen.reduce(0) { $0 + hits[$1] }, earlier: map.earlier!.reduce(0, +),
            later: inside)
        })
    }
    selectedAt = selected
    var warnings = given
    if remainder == nil, outside > 0 {
      warnings.append(Diagnostic(.warning, "backtest.outside", ["count": String(outside), "records": String(curve.total)]))
    }
    if let remainder, remainder.boundary < surface * (1 - 1e-3) {
      warnings.append(
        Diagnostic(
          .warning, "backtest.beyond_boundary",
          ["map": Self.text(surface), "boundary": Self.text(remainder.boundary)]))
    }
    let known = scores.compactMap { $0 }
    if known.count > 1, Set(known).count == 1 {
      warnings.append(Diagnostic(.warning, "backtest.flat", ["field": map.field, "count": String(known.count)]))
    }
    let empty = budgets.filter { $0.units == 0 }
    if let last = empty.last, known.count > 0 {
      warnings.append(Diagnostic(.warning, "backtest.empty_budget", ["share": Self.text(last.share)]))
    }
    self.warnings = warnings
    findings = Self.findings(budgets, records: curve.total, inside: inside, earlier: earlier)
  }

  private static func text(_ value: Double) -> String { NumberText.text(value) ?? "" }

  /// The budget that is told: the first of at least a twentieth of the surface that takes a polygon, else the largest that does.
  private static func findings(_ budgets: [Budget], records: Int, inside: Int, earlier: Int?) -> [Diagnostic] {
    guard records > 0 else { return [Diagnostic(.note, "backtest.none")] }
    let some = budgets.filter { $0.units > 0 }
    guard let told = some.first(where: { $0.share >= 0.05 }) ?? some.last else { return [] }
    var findings = [
      Diagnostic(
        .note, told.hits > 0 ? "backtest.hits" : "backtest.no_hits",
        [
          "surface": text(told.areaShare), "units": String(told.units), "records": text(told.hitShare ?? 0),
          "pai": text(told.accuracyIndex ?? 0), "best": text(told.bestHitShare ?? 0),
        ])
    ]
    if let index = told.recaptureRateIndex, let then = told.earlier, let earlier, earlier > 0 {
      findings.append(
        Diagnostic(
          .note, "backtest.recapture",
          [
            "then": String(then), "now": String(told.hits), "all_then": String(earlier), "all_now": String(inside),
            "index": text(index),
          ]))
    }
    return findings
  }

  /// The map in longitude and latitude on WGS 84, with `predicted_rank`, `hits` and `selected_at`.
  public func makeLayer() -> Layer {
    let ours = [
      Column(name: "predicted_rank", values: map.ranks.map { $0.map(FieldValue.integer) ?? .null }),
      Column(name: "hits", values: hits.map(FieldValue.integer)),
      Column(name: "selected_at", values: selectedAt.map { NumberText.field($0) }),
    ]
    let names = Set(ours.map(\.name))
    return Layer(
      geometry: map.degrees, columns: map.areas.layer.columns.filter { !names.contains($0.name) } + ours, crs: .wgs84)
  }

  public static let tableHeader = [
    "budget_share", "units", "area_km2", "area_share", "hits", "hit_share", "pai", "pei", "best_hit_share",
    "predicted_over_observed", "earlier", "recapture_rate_index",
  ]

  /// One row for each budget, the smallest first; what is not defined is blank.
  public var table: RowBlock {
    var rows = RowBlock(columns: Self.tableHeader.count)
    for budget in budgets {
      let values: [FieldValue] = [
        NumberText.field(budget.share), .integer(budget.units), NumberText.field(budget.area), NumberText.field(budget.areaShare),
        .integer(budget.hits), NumberText.field(budget.hitShare), NumberText.field(budget.accuracyIndex),
        NumberText.field(budget.efficiencyIndex), NumberText.field(budget.bestHitShare),
        NumberText.field(budget.predictedOverObserved), budget.earlier.map(FieldValue.integer) ?? .null,
        NumberText.field(budget.recaptureRateIndex),
      ]
      for value in values { rows.append(value) }
    }
    return rows
  }
}
