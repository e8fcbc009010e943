import Glibc

/// A tail of a distribution: what lies below a value, or above it.
enum Tail {
  case lower
  case upper
}

/// The tail of the gamma distribution of shape `a` and scale 1 at x > 0, and its density there.
///
/// Below x = a + 1 the series of the lower tail, above it the continued fraction of the upper one (Abramowitz and Stegun 6.5.29 and
/// 6.5.31): each where it converges and loses no digits.
/// - Complexity: O(√a) around x = a.
func gammaTail(shape a: Double, x: Double, side: Tail) -> (tail: Double, density: Double) {
  // xᵃ e⁻ˣ / Γ(a + 1). The three logarithms of a large a cancel almost wholly, so they are taken together around x = a.
  let prefix: Double
  if a >= 16 {
    prefix = exp(a * logOnePlusMinus((x - a) / a) - stirlingRemainder(a)) / (2 * Double.pi * a).squareRoot()
  } else {
    prefix = exp(a * log(x) - x - logGamma(a + 1))
  }
  let density = prefix * a / x
  if x < a + 1 {
    let lower = prefix * lowerSeries(shape: a, x: x)
    return (side == .lower ? lower : 1 - lower, density)
  }
  let upper = prefix * a * upperFraction(shape: a, x: x)
  return (side == .upper ? upper : 1 - upper, density)
}

/// 1 + x/(a+1) + x²/((a+1)(a+2)) + …
private func lowerSeries(shape a: Double, x: Double) -> Double {
  var term = 1.0
  var sum = 1.0
  var n = a
  while term > 1e-17 * sum {
    n += 1
    term *= x / n
    sum += term
  }
  return sum
}

/// 1/(x+1−a − 1(1−a)/(x+3−a − 2(2−a)/(x+5−a − …))), by Lentz's method.
private func upperFraction(shape a: Double, x: Double) -> Double {
  let tiny = 1e-300
  var b = x + 1 - a
  var c = 1 / tiny
  var d = 1 / b
  var result = d
  var change = 0.0
  var i = 0.0
  repeat {
    i += 1
    let numerator = -i * (i - a)
    b += 2
    d = numerator * d + b
    if abs(d) < tiny { d = tiny }
    c = b + numerator / c
    if abs(c) < tiny { c = tiny }
    d = 1 / d
    change = d * c
    result *= change
  } while abs(change - 1) > 1e-15
  return result
}
