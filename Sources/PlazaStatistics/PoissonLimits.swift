/// An interval for an unknown mean, `low ≤ high`.
public struct Limits: Hashable, Sendable {
  public var low: Double
  public var high: Double

  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}

/// Exact confidence limits for the mean of a Poisson variable of which `count` was observed.
///
/// The lower limit of a count of 0 is 0. Each tail has half of `1 - confidence`, so the interval covers the mean at least as often
/// as `confidence` says. Garwood 1936, doi:10.1093/biomet/28.3-4.437, through the quantiles of chi-square:
/// `low = χ²(α/2; 2n) / 2`, `high = χ²(1 − α/2; 2n + 2) / 2`.
/// - Parameter confidence: between 0 and 1, exclusive.
/// - Throws: `negativeCount`, `confidenceOutOfRange`.
/// - Complexity: O(√count).
public func poissonLimits(count: Int, confidence: Double = 0.95) throws(StatisticsError) -> Limits {
  guard count >= 0 else { throw .negativeCount(count) }
  guard confidence > 0, confidence < 1 else { throw .confidenceOutOfRange(confidence) }
  let tail = (1 - confidence) / 2
  return Limits(
    low: count == 0 ? 0 : gammaQuantile(shape: Double(count), tail: tail, side: .lower),
    high: gammaQuantile(shape: Double(count) + 1, tail: tail, side: .upper))
}
