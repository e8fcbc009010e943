/// How a count changed against an earlier one over its own exposure, how likely chance does as much, and the limits that it leaves open.
public struct CountChange: Hashable, Sendable {
  /// What was counted now beyond what the earlier rate would give over as many days; the plain difference when both have as many, and
  /// exactly 0 where the rates are equal.
  public let change: Double
  /// The change in percent of the earlier rate; nil when the earlier count is below `leastForPercent`.
  public let percent: Double?
  /// How likely equal rates give counts at least as far apart; 1 for two counts of 0.
  public let p: Double

  private let first: Double
  private let second: Double
  private let scale: Double
  /// What the variance of the score is of that of Poisson counts.
  private let variance: Double
  private let degrees: Double

  /// Percentages of fewer records mislead: from 1 to 3 is no +200 %.
  public static let leastForPercent = 10

  /// The change between two counts.
  ///
  /// Without a dispersion above 1 the counts are Poisson and p is that of the E-test. With one, p is that of the score
  /// `(k₁ − s·k₂) / √(φ·s·(k₁ + k₂))`, s the ratio of the exposures, in Student's distribution with the degrees of freedom of φ.
  /// - Parameter exposure: whole days, or any unit that both share.
  /// - Parameter dispersion: nil where nothing is known of the past.
  /// - Throws: `negativeCount`, `countOutOfRange`, `badExposure`.
  /// - Complexity: O(√count).
  public init(
    now count: Int, exposure: Double, before earlier: Int, exposure earlierExposure: Double, dispersion: Dispersion? = nil
  ) throws(StatisticsError) {
    try checkCounts(count, earlier, exposure, earlierExposure)
    (first, second, scale) = (Double(count), Double(earlier), exposure / earlierExposure)
    // Whole numbers up to here, so that equal rates leave nothing.
    let crossed = first * earlierExposure - second * exposure
    change = crossed / earlierExposure
    percent = earlier < Self.leastForPercent ? nil : 100 * crossed / (second * exposure)
    let deviation = (scale * (first + second)).squareRoot()
    let score = deviation > 0 ? abs(change) / deviation : 0
    if let dispersion, dispersion.value > 1 {
      (variance, degrees) = (dispersion.value, dispersion.degrees)
      p = score > 0 ? twoSidedStudentP(score / dispersion.value.squareRoot(), degrees: dispersion.degrees) : 1
    } else {
      p = try poissonETest(count: count, exposure: exposure, against: earlier, exposure: earlierExposure)
      degrees = .infinity
      // The score is stretched so that its normal p is that of the E-test: then limits of any width hold 0 where that test does.
      let normal = p > 0 && p < 0.5 ? standardNormalQuantile(above: p / 2) : 0
      variance = normal > 0 && score > 0 ? (score / normal) * (score / normal) : 1
    }
  }

  /// The limits of the change, which hold 0 exactly where p is above the significance.
  ///
  /// They are the changes d that the score does not reject: `|k₁ − s·k₂ − d| ≤ t·√(φ·(m₁ + s²·m₂))`, m₁ and m₂ the most likely means of
  /// which the change is d (Miettinen and Nurminen 1985, doi:10.1002/sim.4780040211, for Poisson counts), and t of Student's distribution.
  /// - Parameter significance: the chance with which they miss the true change; above 0 and at most 0.5.
  /// - Throws: `confidenceOutOfRange`.
  public func limits(significance: Double = 0.05) throws(StatisticsError) -> Limits {
    guard significance > 0, significance <= 0.5 else { throw .confidenceOutOfRange(1 - significance) }
    let reach = studentQuantile(twoSided: significance, degrees: degrees) * variance.squareRoot()
    return Limits(
      low: limit(reach, -1, holdsZero: p > significance), high: limit(reach, 1, holdsZero: p > significance))
  }

  /// One end, found by halving between a change that is inside and one that is not; on which side 0 is, p says.
  private func limit(_ reach: Double, _ side: Double, holdsZero: Bool) -> Double {
    func isInside(_ d: Double) -> Bool { abs(change - d) <= reach * deviation(d) }
    let isTowardsZero = change * side < 0
    var inside = isTowardsZero && holdsZero ? 0 : change
    var outside = 0.0
    if !isTowardsZero || holdsZero {
      var step = max(1, reach * deviation(inside))
      outside = inside + side * step
      while isInside(outside), step < 1e15 {
        inside = outside
        step *= 2
        outside = inside + side * step
      }
    }
    for _ in 0..<100 where abs(outside - inside) > 1e-10 * max(1, abs(outside)) {
      let middle = inside + (outside - inside) / 2
      if isInside(middle) { inside = middle } else { outside = middle }
    }
    return inside
  }

  /// The standard deviation of `k₁ − s·k₂` under the most likely Poisson means whose change is d.
  private func deviation(_ d: Double) -> Double {
    let a = (1 + scale) * scale
    let b = (1 + scale) * d - scale * (first + second)
    let root = max(0, b * b + 4 * a * second * d).squareRoot()
    // Of two ways to write the root the one that does not cancel.
    let earlier = b <= 0 ? (root - b) / (2 * a) : 2 * second * d / (b + root)
    let mean = max(earlier, -d / scale, 0)
    return max(0, scale * mean + d + scale * scale * mean).squareRoot()
  }
}
