/// The two-sided p-value of equal rates behind two Poisson counts, each over its own exposure: the E-test.
///
/// The statistic is `T = (k₁/n₁ − k₂/n₂) / √(k₁/n₁² + k₂/n₂²)`; p is the chance that two counts from the one rate that both share,
/// `(k₁ + k₂) / (n₁ + n₂)`, give a T at least as far from 0, ties included (Krishnamoorthy and Thomson 2004,
/// doi:10.1016/S0378-3758(02)00408-1). For each value of the first count the values of the second that are nearer lie between the two roots of a
/// quadratic, so the double sum of the paper is a single one over tails, without any approximation by the normal distribution at any size.
/// Tails beyond 12 standard deviations and 30 are left out: the error of p is below 1e-15 or 1e-9 of p, whichever is more. Two counts of 0
/// say nothing: p is 1.
/// - Parameter exposure: days, or any unit that both share.
/// - Throws: `negativeCount`, `countOutOfRange` above 1e12, `badExposure`.
/// - Complexity: O(√(k₁ + k₂)).
public func poissonETest(
  count: Int, exposure: Double, against otherCount: Int, exposure otherExposure: Double
) throws(StatisticsError) -> Double {
  try checkCounts(count, otherCount, exposure, otherExposure)
  // One order of the two, so that exchanging them changes no bit.
  if (exposure, count) > (otherExposure, otherCount) {
    return eTest(otherCount, otherExposure, count, exposure)
  }
  return eTest(count, exposure, otherCount, otherExposure)
}

private func eTest(_ firstCount: Int, _ firstExposure: Double, _ secondCount: Int, _ secondExposure: Double) -> Double {
  guard firstCount + secondCount > 0 else { return 1 }
  let ratio = secondExposure / firstExposure
  let (first, second) = (Double(firstCount), Double(secondCount))
  // T² with the exposure of the first as unit.
  let gap = first * ratio - second
  let observed = gap * gap / (first * ratio * ratio + second)
  guard observed > 0 else { return 1 }
  let rate = (first + second) / (firstExposure + secondExposure)
  let firstTable = PoissonTable(mean: rate * firstExposure)
  let secondTable = PoissonTable(mean: rate * secondExposure)
  var p = 0.0
  for (place, mass) in firstTable.masses.enumerated() {
    let value = firstTable.first + place
    let center = Double(value) * ratio
    let middle = center + observed / 2
    let half = 0.5 * (observed * (4 * center * (1 + ratio) + observed)).squareRoot()
    // What ties with the observed pair in exact arithmetic must tie here.
    let slack = 1e-10 * (1 + middle + half)
    var tails = secondTable.atLeast(Int((middle + half - slack).rounded(.up)))
    // Of two zeros T is 0, though they lie on the curve.
    if value > 0, middle - half + slack >= 0 { tails += secondTable.atMost(Int((middle - half + slack).rounded(.down))) }
    p += mass * tails
  }
  return min(p, 1)
}

func checkCounts(_ first: Int, _ second: Int, _ firstExposure: Double, _ secondExposure: Double) throws(StatisticsError) {
  for count in [first, second] {
    guard count >= 0 else { throw .negativeCount(count) }
    guard count <= 1_000_000_000_000 else { throw .countOutOfRange(count) }
  }
  for exposure in [firstExposure, secondExposure] {
    guard exposure >= 1e-6, exposure <= 1e6 else { throw .badExposure(exposure) }
  }
}
