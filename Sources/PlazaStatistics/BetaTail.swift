import Glibc

/// The regularised incomplete beta function Iₓ(a, b) for a, b > 0 and 0 ≤ x ≤ 1: the lower tail of the beta distribution.
///
/// The continued fraction of DiDonato and Morris 1992 (doi:10.1145/131766.131776, equation 9; also DLMF 8.17.22) by Lentz's method, on the side
/// of the mean where it converges fast.
/// - Complexity: O(√max(a, b)) around the mean.
func betaTail(_ x: Double, _ a: Double, _ b: Double) -> Double {
  guard x > 0 else { return 0 }
  guard x < 1 else { return 1 }
  let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x))
  return x < (a + 1) / (a + b + 2)
    ? min(1, front * betaFraction(x, a, b) / a) : max(0, 1 - front * betaFraction(1 - x, b, a) / b)
}

private func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
  let tiny = 1e-300
  func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
  var c = 1.0
  var d = 1 / kept(1 - (a + b) * x / (a + 1))
  var result = d
  var change = 0.0
  var m = 0.0
  repeat {
    m += 1
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / kept(1 + even * d)
    c = kept(1 + even / c)
    result *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / kept(1 + odd * d)
    c = kept(1 + odd / c)
    change = d * c
    result *= change
  } while abs(change - 1) > 1e-15 && m < 1e6
  return result
}

/// The chance that at least, or at most, so many of `trials` events fall to a share of the whole: the exact binomial tail.
///
/// The number need not be whole: scaled weights are read as so many events.
/// - Parameter share: from 0 to 1.
func binomialTail(_ successes: Double, of trials: Double, share: Double, side: Tail) -> Double {
  switch side {
  case .upper: successes <= 0 ? 1 : share >= 1 ? 1 : betaTail(share, successes, max(trials - successes, 0) + 1)
  case .lower: successes >= trials ? 1 : share >= 1 ? 0 : betaTail(1 - share, trials - successes, max(successes, 0) + 1)
  }
}
