internal import PlazaLayers

/// The whole territory: every good record, in an area or in none, and its rate where the people are known.
public struct TerritoryTotal: Hashable, Sendable {
  /// What became of some of its records: of all, or of one kind.
  public struct Part: Hashable, Sendable {
    public var count: Int64
    /// Of `count`: in an area of any level, outside every area, and without a usable place.
    public var inAreas: Int64
    public var outside: Int64
    public var unlocated: Int64
    /// The share of records with a place: a point, or an area of the finest level; nil without records.
    public var locatedShare: Double?
    /// The exact sum of weights; nil where records have none.
    public var weight: Double?
    /// Per 100 000 people; nil where it is not known, where it is of kinds together, and where more than one record in a hundred lies outside
    /// the areas whose people they are.
    public var rate: Double?
    public var rateLow: Double?
    public var rateHigh: Double?
  }

  public let whole: Part
  /// In the order of the kinds; empty when kinds were not asked for.
  public let kinds: [Part]
  /// Of all areas of the coarsest level, at the middle of the whole span; nil where those of one are not known.
  public let population: Double?

  init(_ counts: AreaCounts, _ rates: JoinRates?, isWeighted: Bool) throws {
    let people = try rates?.population(ofAll: counts.places.topAreas)
    population = people
    func part(_ sum: TerritoryTotals.Sum, hasRate: Bool) throws -> Part {
      var part = Part(
        count: sum.count, inAreas: sum.count - sum.outside - sum.unlocated, outside: sum.outside, unlocated: sum.unlocated,
        locatedShare: sum.locatedShare)
      if isWeighted { part.weight = DecimalAmount.double(sum.weight) }
      if hasRate, sum.isOfTerritory, let rates {
        let rate = try rates.rate(
          population: people, count: sum.count, amount: JoinLayer.amount(sum.count, sum.weight, isWeighted))
        (part.rate, part.rateLow, part.rateHigh) = (rate.value, rate.low, rate.high)
      }
      return part
    }
    // Rates belong to one kind: with kinds there is none of all together.
    whole = try part(counts.territory.whole, hasRate: counts.kinds.isEmpty)
    kinds = try counts.kinds.isEmpty ? [] : counts.territory.byKind.map { try part($0, hasRate: true) }
  }
}
