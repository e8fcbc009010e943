internal import PlazaStatistics

/// Rates per 100 000 person-years with exact Poisson 95 % limits.
struct JoinRates: Sendable {
  struct Rate {
    var value: Double?
    var low: Double?
    var high: Double?

    static let undefined = Rate(value: nil, low: nil, high: nil)
  }

  private let populations: [Double?]
  private let years: Double?
  private let basis: JoinOptions.RateBasis
  private let isWeighted: Bool

  init(_ populations: [Double?], span: JoinSpan, isWeighted: Bool) {
    self.populations = populations
    years = span.years
    basis = span.basis
    self.isWeighted = isWeighted
  }

  /// - Parameter place: a row of the join; an unknown part has no population.
  func population(_ place: Int) -> Double? { populations[place] }

  /// - Parameter amount: the count, or the sum of weights.
  /// - Parameter years: of the row; nil for the whole span.
  /// - Returns: undefined without a population or without years; limits are undefined for weights, which are not counts.
  func rate(place: Int, count: Int64, amount: Double, years: Double? = nil) throws -> Rate {
    guard let population = populations[place], population > 0 else { return .undefined }
    let time = basis == .period ? 1 : years ?? self.years
    guard let time, time > 0 else { return .undefined }
    let unit = 100_000 / (population * time)
    guard !isWeighted else { return Rate(value: amount * unit, low: nil, high: nil) }
    let limits = try poissonLimits(count: Int(count))
    return Rate(value: amount * unit, low: limits.low * unit, high: limits.high * unit)
  }

  /// Rates of areas of one level drawn towards that level's, because small populations make rates extreme by chance (Marshall 1991).
  ///
  /// - Parameter places: rows of one level.
  /// - Parameter counts: of those rows.
  /// - Returns: nil where a rate is undefined, and for weights, which are not counts.
  func stabilized(_ places: [Int], counts: [Int64]) throws -> [Double?] {
    guard !isWeighted, let time = basis == .period ? 1 : years, time > 0 else { return places.map { _ in nil } }
    let exposures = places.map { place in populations[place].flatMap { $0 > 0 ? $0 * time : nil } }
    return try empiricalBayesRates(counts: counts.map { Int($0) }, personYears: exposures).values
  }
}
