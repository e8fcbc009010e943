import Glibc

/// ln Γ(x) for x > 0, by the reentrant function of the C library: plain `lgamma` writes a global.
func logGamma(_ x: Double) -> Double {
  var sign: Int32 = 0
  return lgamma_r(x, &sign)
}

/// ln Γ(x + 1) − (x ln x − x + ½ ln 2πx): what Stirling's formula leaves out.
///
/// The asymptotic series (Abramowitz and Stegun 6.1.41) needs x ≥ 16: its next term is then below 1e-16.
func stirlingRemainder(_ x: Double) -> Double {
  let s = 1 / (x * x)
  var sum = -691.0 / 360_360
  sum = 1.0 / 1_188 + s * sum
  sum = -1.0 / 1_680 + s * sum
  sum = 1.0 / 1_260 + s * sum
  sum = -1.0 / 360 + s * sum
  sum = 1.0 / 12 + s * sum
  return sum / x
}

/// ln(1 + x) − x for x > −1, without the cancellation near 0.
///
/// With r = x / (2 + x), ln(1 + x) = 2 artanh r, and 2r − x = −x r; the series is used where |r| ≤ 1/3.
func logOnePlusMinus(_ x: Double) -> Double {
  guard x > -0.5, x < 1 else { return log1p(x) - x }
  let r = x / (2 + x)
  let square = r * r
  var sum = 0.0
  var power = 2 * r * square
  var denominator = 3.0
  while abs(power) > 1e-18 * abs(sum) {
    sum += power / denominator
    power *= square
    denominator += 2
  }
  return sum - x * r
}
