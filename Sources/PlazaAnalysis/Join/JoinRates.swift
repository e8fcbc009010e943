internal import PlazaLayers
internal import PlazaStatistics

/// Rates per 100 000 person-years with exact Poisson 95 % limits.
struct JoinRates: Sendable {
  struct Rate {
    var value: Double?
    var low: Double?
    var high: Double?

    static let undefined = Rate(value: nil, low: nil, high: nil)
  }

  private let populations: JoinPopulations
  /// Whether they are of a table, and no field of the areas.
  var areOfTable = false
  private let span: JoinSpan
  private let isWeighted: Bool
  /// People who are there in passing, as residents of the whole day; nil when they were not asked for.
  var floating: [Double?]?
  /// Of each level, finest first, which areas have a border in common; nil when rates are not drawn to those of neighbours.
  var neighbors: [SpatialWeights]?
  /// Whether standardised rates were asked for; of weights, which are no counts, they are undefined.
  var asksStrata = false
  /// What standardised rates are made of.
  var strata: JoinStrata?
  /// The rows of areas without a geometry, where no record can fall by its point: how many there are nobody knows. Empty where records
  /// also come by codes and names.
  var unplaced: Set<Int> = []
  /// What is to be said of populations and strata.
  var notes: [Diagnostic] = []

  init(_ populations: JoinPopulations, span: JoinSpan, isWeighted: Bool) {
    self.populations = populations
    self.span = span
    self.isWeighted = isWeighted
  }

  /// - Parameter place: a row of the join; an unknown part has no population.
  /// - Parameter period: nil for the whole span.
  func population(_ place: Int, period: Int? = nil) throws -> Double? { try populations.value(place, period: period) }

  /// The years of a period or of the whole span; 1 for cumulative rates.
  private func time(_ period: Int?) -> Double? {
    span.basis == .period ? 1 : period.flatMap { span.years(ofPeriod: $0) } ?? span.years
  }

  /// The people of several rows together; nil where those of one are not known.
  func population(ofAll places: [Int], period: Int? = nil) throws -> Double? {
    var sum = 0.0
    for place in places {
      guard let own = try population(place, period: period) else { return nil }
      sum += own
    }
    return places.isEmpty ? nil : sum
  }

  /// - Parameter amount: the count, or the sum of weights.
  /// - Parameter period: of the row; nil for the whole span.
  /// - Returns: undefined without a population or without years; limits are undefined for weights, which are not counts.
  func rate(place: Int, count: Int64, amount: Double, period: Int? = nil) throws -> Rate {
    if unplaced.contains(place) { return .undefined }
    return try rate(population: population(place, period: period), count: count, amount: amount, period: period)
  }

  func rate(population: Double?, count: Int64, amount: Double, period: Int? = nil) throws -> Rate {
    guard let population, population > 0, let time = time(period), time > 0 else { return .undefined }
    let unit = 100_000 / (population * time)
    guard !isWeighted else { return Rate(value: amount * unit, low: nil, high: nil) }
    let limits = try poissonLimits(count: Int(count))
    return Rate(value: amount * unit, low: limits.low * unit, high: limits.high * unit)
  }

  /// The rate of the people who are there: residents, and those in passing by the hours that they stay.
  ///
  /// - Returns: undefined where either is not known, or where nobody is.
  func presentRate(place: Int, amount: Double) throws -> Double? {
    guard !unplaced.contains(place), let passing = floating?[place], let residents = try population(place), let time = time(nil)
    else { return nil }
    let personYears = (residents + passing) * time
    return personYears > 0 ? amount * 100_000 / personYears : nil
  }

  /// Rates of areas of one level drawn towards that level's, because small populations make rates extreme by chance (Marshall 1991).
  ///
  /// - Parameter places: rows of one level.
  /// - Parameter counts: of those rows.
  /// - Parameter neighbors: of those rows, whose rates are then drawn towards that of their neighbourhood.
  /// - Returns: nil where a rate is undefined, and for weights, which are not counts.
  func stabilized(_ places: [Int], counts: [Int64], neighbors: SpatialWeights? = nil) throws -> [Double?] {
    guard !isWeighted, let time = time(nil), time > 0 else { return places.map { _ in nil } }
    let exposures = try places.map { place in
      try unplaced.contains(place) ? nil : population(place).flatMap { $0 > 0 ? $0 * time : nil }
    }
    let counts = counts.map { Int($0) }
    if let neighbors {
      return try spatialEmpiricalBayesRates(counts: counts, personYears: exposures, neighbors: neighbors).values
    }
    return try empiricalBayesRates(counts: counts, personYears: exposures).values
  }
}
