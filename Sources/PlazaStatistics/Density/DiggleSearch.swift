import Glibc

/// The search for the bandwidth of least mean square error, if the events come from a process that is the same everywhere but clustered.
///
/// `M(r) = (1/λ − 2 K(r)) / (π r²) + J(r) / (π r²)²` with `J(r) = 2 r² ∫ (acos u − u √(1 − u²)) dK(s)`, u = s / 2r, for a disc of radius r, whose standard
/// deviation along an axis is r / 2 (Diggle 1985, doi:10.2307/2347366; Berman and Diggle 1989, J. R. Stat. Soc. B 51:81–92). K is Ripley's function with
/// the translation correction (Ohser 1983) in the box of the events; 512 steps up to a quarter of the box's short side or as far as 1 000 events would
/// reach, as `bw.diggle` of spatstat takes them.
///
/// The events are the places where any lies, each once and whatever its weight, as `bw.diggle(unique(X))` has it: the rule is of a process that never
/// puts two events in one place, and rounded coordinates alone would make the least error that of a bandwidth of nearly 0 (10 m in San Francisco with
/// them, 870 m without). Beyond 4 000 places K is that of a seeded sample, which does not change it but for its error.
struct DiggleSearch: Sendable {
  static let sampleSize = 4_000
  private static let steps = 512
  /// The length of a step in metres, and K at the end of each.
  private let step: Double
  private let ripley: [Double]
  private let intensity: Double

  /// Nil where the events lie on a line along an axis, which has no area.
  init?(_ spread: PointSpread) {
    let (width, height) = (spread.placeX.max()! - spread.placeX.min()!, spread.placeY.max()! - spread.placeY.min()!)
    guard width > 0, height > 0 else { return nil }
    let area = width * height
    let all = Double(spread.placeX.count)
    intensity = all / area
    let reach = min(min(width, height) / 4, (1_000 / (.pi * intensity)).squareRoot())
    step = reach / Double(Self.steps - 1)

    let chosen = seededSample(Self.sampleSize, of: spread.placeX.count)
    let (x, y) = (chosen.map { spread.placeX[$0] }, chosen.map { spread.placeY[$0] })
    var counts = [Double](repeating: 0, count: Self.steps)
    for i in x.indices {
      for j in 0..<i {
        let (dx, dy) = (abs(x[i] - x[j]), abs(y[i] - y[j]))
        let distance = (dx * dx + dy * dy).squareRoot()
        guard distance <= reach else { continue }
        counts[min(Self.steps - 1, Int((distance / step).rounded(.up)))] += area / ((width - dx) * (height - dy))
      }
    }
    let pairs = Double(x.count) * Double(x.count - 1)
    var sum = 0.0
    ripley = counts.map {
      sum += $0
      return sum * 2 * area / pairs
    }
  }

  /// The standard deviation in metres; `inside` is false where the error was least at an end of what was tried.
  func best() -> (deviation: Double, inside: Bool) {
    let last = (Self.steps - 1) / 2
    let errors = (1...last).map(error)
    let least = errors.indices.min { (errors[$0], $0) < (errors[$1], $1) }!
    return (Double(least + 1) * step / 2, least > 0 && least < last - 1)
  }

  /// M at the end of a step, up to the square of the intensity.
  func error(at number: Int) -> Double {
    let radius = Double(number) * step
    let surface = Double.pi * radius * radius
    var integral = 0.0
    for place in 0..<min(2 * number, Self.steps - 1) {
      let u = Double(place) / Double(2 * number)
      integral += (acos(u) - u * (1 - u * u).squareRoot()) * (ripley[place + 1] - ripley[place])
    }
    return (1 / intensity - 2 * ripley[number]) / surface + 2 * radius * radius * integral / (surface * surface)
  }
}

/// As many of the first whole numbers as a sample may have, ascending; all where there are no more. Always the same.
func seededSample(_ size: Int, of count: Int) -> [Int] {
  var chosen = Array(0..<count)
  guard count > size else { return chosen }
  var random = RandomStream(seed: 0, rank: 0)
  for i in 0..<size { chosen.swapAt(i, i + Int(random.next(below: UInt32(count - i)))) }
  return chosen.prefix(size).sorted()
}
