/// How often something happens in a population, with the limits that chance alone leaves open.
public struct Rate: Hashable, Sendable {
  public var value: Double
  /// Exact Poisson limits of the rate.
  public var limits: Limits

  public init(value: Double, limits: Limits) {
    self.value = value
    self.limits = limits
  }
}

/// The crude rate of `count` events over so many person-years, with exact Poisson limits.
///
/// The limits are those of the count (`poissonLimits`) divided alike; person-years are taken as known without error.
/// - Parameter personYears: residents × years; for a cumulative rate, residents.
/// - Parameter unit: the number of person-years that the rate is told for.
/// - Returns: nil without person-years, where a rate is undefined rather than 0.
/// - Throws: `badPersonYears`, and what `poissonLimits` throws.
public func rate(
  count: Int, personYears: Double, per unit: Double = 100_000, confidence: Double = 0.95
) throws(StatisticsError) -> Rate? {
  guard arePersonYears(personYears) else { throw .badPersonYears(personYears) }
  let limits = try poissonLimits(count: count, confidence: confidence)
  guard personYears > 0 else { return nil }
  return Rate(
    value: Double(count) * unit / personYears,
    limits: Limits(low: limits.low * unit / personYears, high: limits.high * unit / personYears))
}

/// Whether a number can stand for person-years: 0, or so far from the ends of a Double that rates and their squares neither overflow nor vanish.
func arePersonYears(_ value: Double) -> Bool {
  value == 0 || (value >= 1e-50 && value <= 1e50)
}
