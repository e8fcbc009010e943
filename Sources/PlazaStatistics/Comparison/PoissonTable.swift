import Glibc

/// The probabilities of a Poisson variable around its mean, with what lies below and above each.
///
/// It reaches 12 standard deviations and 30 to each side; what lies beyond has less than 1e-25.
struct PoissonTable {
  let first: Int
  /// P(X = first + i).
  private(set) var masses: [Double]
  /// P(X < first + i), up to one beyond the last.
  private var below: [Double]
  /// P(X ≥ first + i), down to 0 one beyond the last.
  private var above: [Double]

  /// - Parameter mean: above 0 and at most 1e15.
  init(mean: Double) {
    let reach = 12 * mean.squareRoot() + 30
    first = Int(max(0, (mean - reach).rounded(.down)))
    let last = Int((mean + reach).rounded(.up))
    let mode = Int(mean)
    masses = [Double](repeating: 0, count: last - first + 1)
    masses[mode - first] = poissonMass(mode, mean: mean)
    // Outwards from the mode, so that errors stay relative and nothing underflows before it is negligible.
    for value in stride(from: mode, to: first, by: -1) {
      masses[value - 1 - first] = masses[value - first] * Double(value) / mean
    }
    for value in stride(from: mode, to: last, by: 1) {
      masses[value + 1 - first] = masses[value - first] * mean / Double(value + 1)
    }
    below = [Double](repeating: 0, count: masses.count + 1)
    above = below
    for place in masses.indices { below[place + 1] = below[place] + masses[place] }
    for place in masses.indices.reversed() { above[place] = above[place + 1] + masses[place] }
  }

  /// P(X ≤ value).
  func atMost(_ value: Int) -> Double { value < first ? 0 : below[min(value - first, masses.count - 1) + 1] }

  /// P(X ≥ value).
  func atLeast(_ value: Int) -> Double { value >= first + masses.count ? 0 : above[max(value - first, 0)] }
}

/// The probability that a Poisson variable has this value.
func poissonMass(_ value: Int, mean: Double) -> Double {
  let x = Double(value)
  // The logarithms of a large value cancel almost wholly, so they are taken together around the mean.
  if value >= 16 { return exp(x * logOnePlusMinus((mean - x) / x) - stirlingRemainder(x)) / (2 * Double.pi * x).squareRoot() }
  return exp(x * log(mean) - mean - logGamma(x + 1))
}
