import Glibc
import PlazaParallel

/// The search for the Gaussian under which each place is likeliest when it is left out.
///
/// A place is left out with all that lies in it: otherwise events that share one would be likeliest under a bandwidth of 0 (Silverman 1986, section 3.4.4).
/// Beyond 1 000 places a seeded sample of them stands for all, and the result shrinks by (sample / all)^(1/6), the rate at which bandwidths in the
/// plane do.
struct LikelihoodSearch: Sendable {
  static let sampleSize = 1_000
  private let x: [Double]
  private let y: [Double]
  private let weight: [Double]
  private let shrink: Double
  private let reference: Double

  init(_ spread: PointSpread) {
    let all = spread.placeX.count
    let chosen = seededSample(Self.sampleSize, of: all)
    x = chosen.map { spread.placeX[$0] }
    y = chosen.map { spread.placeY[$0] }
    let greatest = spread.placeWeight.max()!
    weight = chosen.map { spread.placeWeight[$0] / greatest }
    shrink = pow(Double(chosen.count) / Double(all), 1 / 6.0)
    reference = spread.standardDistance / 2.0.squareRoot() * pow(Double(chosen.count), -1 / 6.0)
  }

  /// The standard deviation in metres; `inside` is false where the likelihood rose up to an end of the range of 1/32 to 4 times the normal
  /// reference.
  func best(workers: Int) -> (deviation: Double, inside: Bool) {
    // Halves of octaves find the hill, a golden section climbs it.
    let steps = (-10...4).map { reference * exp2(Double($0) / 2) }
    let scores = steps.map { score($0, workers: workers) }
    let top = scores.indices.max { (scores[$0], -$0) < (scores[$1], -$1) }!
    guard top > 0, top < steps.count - 1 else { return (steps[top] * shrink, false) }
    var (low, high) = (log(steps[top - 1]), log(steps[top + 1]))
    let golden = (5.0.squareRoot() - 1) / 2
    var (a, b) = (high - golden * (high - low), low + golden * (high - low))
    var (scoreA, scoreB) = (score(exp(a), workers: workers), score(exp(b), workers: workers))
    while high - low > 1e-4 {
      if scoreA >= scoreB {
        (high, b, scoreB) = (b, a, scoreA)
        a = high - golden * (high - low)
        scoreA = score(exp(a), workers: workers)
      } else {
        (low, a, scoreA) = (a, b, scoreB)
        b = low + golden * (high - low)
        scoreB = score(exp(b), workers: workers)
      }
    }
    return (exp((low + high) / 2) * shrink, true)
  }

  /// The mean logarithm of the density at each place from all others, up to a constant. O(places²).
  func score(_ deviation: Double, workers: Int) -> Double {
    let factor = -0.5 / (deviation * deviation)
    var logs = [Double](repeating: 0, count: x.count)
    logs.withUnsafeMutableBufferPointer { logs in
      nonisolated(unsafe) let logs = logs
      runAtOnce(Chunks(of: 64, in: x.count), workers: workers) { chunks in
        for chunk in chunks { for i in chunk.range { logs[i] = logDensity(at: i, factor: factor) } }
      }
    }
    var sum = 0.0
    for i in x.indices { sum += weight[i] * logs[i] }
    return sum / weight.reduce(0, +) - 2 * log(deviation)
  }

  /// Taken relative to the nearest other place, so that far events do not vanish below the least number.
  private func logDensity(at i: Int, factor: Double) -> Double {
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        weight.withUnsafeBufferPointer { weight in
          var nearest = Double.infinity
          for j in x.indices where j != i {
            let (dx, dy) = (x[j] - x[i], y[j] - y[i])
            nearest = min(nearest, dx * dx + dy * dy)
          }
          var sum = 0.0
          for j in x.indices where j != i {
            let (dx, dy) = (x[j] - x[i], y[j] - y[i])
            let exponent = factor * (dx * dx + dy * dy - nearest)
            if exponent > -40 { sum += weight[j] * exp(exponent) }
          }
          return log(sum) + factor * nearest
        }
      }
    }
  }
}
