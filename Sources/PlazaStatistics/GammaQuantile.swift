import Glibc

/// The value that leaves `tail` of a gamma distribution of shape `a` and scale 1 below it, or above it.
///
/// Half the chi-square quantile of 2a degrees of freedom. Halley's method on the tail itself, so that small tails keep their digits,
/// from Wilson and Hilferty's cube, inside a bracket that shrinks with each step.
/// - Parameter a: at least 1.
/// - Parameter tail: between 0 and 1, exclusive.
/// - Complexity: O(√a) for each of two to four steps.
func gammaQuantile(shape a: Double, tail: Double, side: Tail) -> Double {
  var low = 0.0
  var high = Double.infinity
  var x = wilsonHilferty(shape: a, tail: tail, side: side)
  // The bracket alone would be as narrow as a Double in fewer steps than this.
  for _ in 0..<2_200 {
    let here = gammaTail(shape: a, x: x, side: side)
    // Signed so that it grows with x on both sides.
    let excess = side == .lower ? here.tail - tail : tail - here.tail
    if excess < 0 { low = x } else { high = x }

    let newton = excess / here.density
    // Halley's correction, by the logarithmic derivative of the density; far from the root it can vanish, and Newton's step remains.
    let halley = 1 - 0.5 * newton * ((a - 1) / x - 1)
    var next = x - newton / max(halley, 0.5)
    // Also true when the density has underflowed and the step is no number.
    let left = !(next > low && next < high)
    if left { next = high.isFinite ? low + (high - low) / 2 : 2 * x }
    let step = abs(next - x)
    x = next
    // What remains after Halley's step of relative size s is of the order s³.
    if !left && step <= 1e-7 * x || step <= x.ulp { break }
  }
  return x
}

/// Wilson and Hilferty 1931: the cube root of a gamma variable is nearly normal. Near 0, where it is not, the tail is about xᵃ / Γ(a + 1).
private func wilsonHilferty(shape a: Double, tail: Double, side: Tail) -> Double {
  let z = side == .lower ? -normalQuantile(above: tail) : normalQuantile(above: tail)
  let root = 1 - 1 / (9 * a) + z / (3 * a.squareRoot())
  if root > 0.3 { return a * root * root * root }
  let lower = side == .lower ? log(tail) : log1p(-tail)
  return max(exp((lower + logGamma(a + 1)) / a), .leastNormalMagnitude)
}

/// The value that a standard normal variable exceeds with probability p, to 5e-4: a start, not a result (Abramowitz and Stegun 26.2.23).
private func normalQuantile(above p: Double) -> Double {
  guard p <= 0.5 else { return -normalQuantile(above: 1 - p) }
  let t = (-2 * log(p)).squareRoot()
  return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
}
