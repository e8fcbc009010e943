/// How a count changed against an earlier one over its own exposure, with the limits that chance leaves open.
public struct CountChange: Hashable, Sendable {
  /// What was counted now beyond what the earlier rate would give over as many days; the plain difference when both have as many.
  public var change: Double
  /// The change in percent of the earlier rate; nil when the earlier count is below `leastForPercent`.
  public var percent: Double?
  /// The limits of `change`.
  public var limits: Limits

  /// Percentages of fewer records mislead: from 1 to 3 is no +200 %.
  public static let leastForPercent = 10

  /// The change between two Poisson counts.
  ///
  /// The limits combine the exact ones of each count: with `d = k₁ − s·k₂` and `s` the ratio of the exposures, the lower limit is
  /// `d − √((k₁ − l₁)² + s²(u₂ − k₂)²)` and the upper one `d + √((u₁ − k₁)² + s²(k₂ − l₂)²)` (the method of variance estimates recovery, Zou and
  /// Donner 2008, doi:10.1002/sim.3095, on the limits of Garwood). Near the level of significance they may hold 0 where the E-test rejects it,
  /// or the other way round: the verdict is the test's.
  /// - Parameter exposure: days, or any unit that both share.
  /// - Throws: `negativeCount`, `countOutOfRange`, `badExposure`, `confidenceOutOfRange`.
  /// - Complexity: O(√count).
  public init(
    now count: Int, exposure: Double, before earlier: Int, exposure earlierExposure: Double, confidence: Double = 0.95
  ) throws(StatisticsError) {
    try checkCounts(count, earlier, exposure, earlierExposure)
    let scale = exposure / earlierExposure
    let (first, second) = (Double(count), Double(earlier))
    change = first - scale * second
    percent = earlier < Self.leastForPercent ? nil : 100 * change / (scale * second)
    let own = try poissonLimits(count: count, confidence: confidence)
    let other = try poissonLimits(count: earlier, confidence: confidence)
    func root(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    limits = Limits(
      low: change - root(first - own.low, scale * (other.high - second)),
      high: change + root(own.high - first, scale * (second - other.low)))
  }
}
