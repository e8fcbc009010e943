import Glibc

/// The probability that a standard normal variable is above z.
func standardNormalTail(above z: Double) -> Double { 0.5 * erfc(z / 2.0.squareRoot()) }

/// The value that a standard normal variable exceeds with probability p, to about 1e-15 of its scale.
///
/// Newton's method with Halley's correction, from 26.2.23 of Abramowitz and Stegun.
/// - Parameter p: between 0 and 1, exclusive.
func standardNormalQuantile(above p: Double) -> Double {
  guard p <= 0.5 else { return -standardNormalQuantile(above: 1 - p) }
  let t = (-2 * log(p)).squareRoot()
  var z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  for _ in 0..<3 {
    let step = (standardNormalTail(above: z) - p) * (2 * Double.pi).squareRoot() * exp(z * z / 2)
    z += step / (1 - z * step / 2)
  }
  return z
}
