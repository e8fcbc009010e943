/// The chance that a number with Student's distribution lies at least as far from 0.
/// - Parameter degrees: above 0; infinite for the normal distribution.
func twoSidedStudentP(_ t: Double, degrees: Double) -> Double {
  guard degrees.isFinite else { return twoSidedNormalP(t) }
  return betaTail(degrees / (degrees + t * t), degrees / 2, 0.5)
}

/// The number that one with Student's distribution is at least as far from 0 as with probability p, to about 1e-12 of it.
/// - Parameter p: between 0 and 1, exclusive.
func studentQuantile(twoSided p: Double, degrees: Double) -> Double {
  guard degrees.isFinite else { return standardNormalQuantile(above: p / 2) }
  var (low, high) = (0.0, 1.0)
  while twoSidedStudentP(high, degrees: degrees) > p, high < 1e150 { (low, high) = (high, high * 2) }
  for _ in 0..<200 {
    let middle = low + (high - low) / 2
    if middle <= low || middle >= high || high - low < 1e-13 * high { break }
    if twoSidedStudentP(middle, degrees: degrees) > p { low = middle } else { high = middle }
  }
  return low + (high - low) / 2
}

/// The chance of so few or fewer where so many are expected, of counts whose variance is a multiple of their mean.
///
/// A negative binomial with that mean and variance, which is the Poisson distribution where the multiple is 1:
/// `P(X ≤ k) = I(1/φ; μ/(φ − 1), k + 1)`.
/// - Parameter expected: above 0.
/// - Parameter dispersion: variance over mean, at least 1.
public func chanceOfAtMost(_ count: Int, expected: Double, dispersion: Double) -> Double {
  guard count >= 0 else { return 0 }
  guard dispersion > 1.0001 else { return gammaTail(shape: Double(count) + 1, x: expected, side: .upper).tail }
  return betaTail(1 / dispersion, expected / (dispersion - 1), Double(count) + 1)
}
