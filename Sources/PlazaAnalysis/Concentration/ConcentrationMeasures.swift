internal import PlazaLayers
internal import PlazaRecords
public import PlazaStatistics

/// How the records of one kind are spread over the areas of one level.
public struct ConcentrationMeasures: Sendable {
  public var level: String
  /// Nil for all kinds together.
  public var kind: String?
  public var records: Int
  public var places: Int
  public var withRecords: Int
  /// Nil without records.
  public var gini: Gini?
  /// Of its unbiased form, 95 %.
  public var giniLimits: Limits?
  /// For 25, 50 and 80 %; empty without records.
  public var holding: [PlacesHolding]
  /// What so many areas with the most hold.
  public var curve: LorenzCurve
}

/// The counts of every level with what they are measured by.
struct ConcentrationRows: Sendable {
  struct Row: Sendable {
    var place: Int
    /// Nil for all kinds together.
    var kind: Int?
    var count: Int
    var share: Double?
    /// From 1, the area with the most; areas with as many stand in the order of their codes.
    var rank: Int
    /// What it and all areas before it hold.
    var cumulativeShare: Double?
    var quotient: LocationQuotient?
  }

  /// Ordered by place, all kinds together first.
  private(set) var rows: [Row] = []
  private(set) var measures: [ConcentrationMeasures] = []

  /// Kinds beyond the commonest 60 have rows, but no draws are made for them.
  init(_ counts: AreaCounts, _ territory: Territory, _ options: ConcentrationOptions, jobs: Int) throws {
    let kinds: [Int?] = [nil] + counts.kinds.indices.map { $0 }
    for level in territory.levels.indices.reversed() {
      let areas = counts.places.ranges[level].filter { counts.places.places[$0].area >= 0 }
      let totals = areas.map { Int(counts.byPlace[$0]) }
      let total = totals.reduce(0, +)
      for kind in kinds {
        let values = kind.map { kind in areas.map { Int(counts.byPlaceAndKind[$0 * counts.kinds.count + kind]) } } ?? totals
        let sum = values.reduce(0, +)
        var held = 0
        for (rank, index) in areas.indices.sorted(by: { (-values[$0], $0) < (-values[$1], $1) }).enumerated() {
          held += values[index]
          guard kind == nil || totals[index] > 0 else { continue }
          rows.append(
            Row(
              place: areas[index], kind: kind, count: values[index], share: Self.share(values[index], sum), rank: rank + 1,
              cumulativeShare: Self.share(held, sum),
              quotient: kind == nil
                ? nil : try LocationQuotient(count: values[index], of: totals[index], allOfKind: sum, of: total)))
        }
        guard kind.map({ counts.kinds[$0].hasColumn }) ?? true else { continue }
        let curve = try LorenzCurve(values)
        measures.append(
          ConcentrationMeasures(
            level: territory.levels[level].name, kind: kind.map { counts.kinds[$0].name }, records: sum, places: areas.count,
            withRecords: values.count { $0 > 0 }, gini: try Gini(values),
            giniLimits: try giniLimits(values, draws: options.draws, seed: options.seed),
            holding: placesHolding(of: curve, draws: options.draws, seed: options.seed, jobs: jobs) ?? [], curve: curve))
      }
    }
    rows.sort { ($0.place, $0.kind ?? -1) < ($1.place, $1.kind ?? -1) }
  }

  private static func share(_ part: Int, _ whole: Int) -> Double? { whole > 0 ? Double(part) / Double(whole) : nil }
}
