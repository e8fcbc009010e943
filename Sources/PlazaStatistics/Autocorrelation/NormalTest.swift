import Glibc

/// How far a statistic lies from what chance would make of it, by its moments.
public struct NormalTest: Hashable, Sendable {
  public var expected: Double
  public var variance: Double
  /// In standard deviations.
  public var z: Double
  /// Two-sided, from the normal distribution.
  public var p: Double

  /// Nil where the variance is not above 0.
  init?(_ value: Double, expected: Double, variance: Double) {
    guard variance > 0 else { return nil }
    self.expected = expected
    self.variance = variance
    z = (value - expected) / variance.squareRoot()
    p = twoSidedNormalP(z)
  }
}

/// The chance that a standard normal number lies at least as far from 0.
func twoSidedNormalP(_ z: Double) -> Double { erfc(abs(z) * 0.5.squareRoot()) }
