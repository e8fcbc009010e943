import Glibc
import Testing

@testable import PlazaStatistics

@Suite struct DiggleBandwidthTests {
  /// Points by the fractions of multiples of irrational numbers, which R computes to the same bits.
  private static func points(_ name: String) throws -> DensityPoints {
    func part(_ value: Double) -> Double { value - value.rounded(.down) }
    let places: [(Double, Double)] =
      switch name {
      case "even":
        (1...120).map { (1000 * part(Double($0) * 0.7548776662466927), 800 * part(Double($0) * 0.5698402909980532)) }
      case "clustered":
        (0..<150).map { i in
          let center = Double(i % 6 + 1)
          return (
            1000 * part(center * 0.7548776662466927) + 60 * part(Double(i) * 0.6180339887498949),
            800 * part(center * 0.5698402909980532) + 60 * part(Double(i) * 0.4142135623730951)
          )
        }
      default:
        (0..<200).map {
          (1500 * pow(part(Double($0) * 0.7548776662466927), 3), 900 * pow(part(Double($0) * 0.5698402909980532), 2))
        }
      }
    return try DensityPoints(x: places.map(\.0), y: places.map(\.1))
  }

  /// `bw.diggle(X, correction = "translate")` of spatstat.explore 3.0-6 with the box of the points as window; its default correction gives the same.
  @Test(arguments: [("even", 48.379747406378), ("clustered", 7.932997730248), ("uneven", 35.756088324767)])
  func `the rule of Diggle equals spatstat`(_ name: String, _ deviation: Double) throws {
    let found = try bandwidth(of: Self.points(name), rule: .diggle, kernel: .gaussian)
    #expect(abs(found.meters - deviation) < 1e-9 && found.rule == .diggle && found.reason == .squareError)
    // A quartic kernel of radius h has the standard deviation h / √8.
    let quartic = try bandwidth(of: Self.points(name), rule: .diggle)
    #expect(abs(quartic.meters - deviation * 8.0.squareRoot()) < 1e-9)
  }

  @Test(arguments: ["even", "clustered", "uneven"])
  func `the mean square error equals its formula over all pairs`(_ name: String) throws {
    let spread = try PointSpread(Self.points(name))
    let search = try #require(DiggleSearch(spread))
    let (x, y, n) = (spread.x, spread.y, Double(spread.pointCount))
    let (width, height) = (x.max()! - x.min()!, y.max()! - y.min()!)
    let step = min(min(width, height) / 4, (1_000 * width * height / (.pi * n)).squareRoot()) / 511
    var pairs: [(distance: Double, weight: Double)] = []
    for i in x.indices {
      for j in x.indices where i != j {
        let (dx, dy) = (abs(x[i] - x[j]), abs(y[i] - y[j]))
        guard dx < width, dy < height else { continue }
        pairs.append((hypot(dx, dy), width * width * height * height / ((width - dx) * (height - dy) * n * (n - 1))))
      }
    }
    for number in [3, 60, 200, 255] {
      let radius = Double(number) * step
      let ripley = pairs.reduce(0) { $0 + ($1.distance <= radius ? $1.weight : 0) }
      let integral = pairs.reduce(0.0) { sum, pair in
        guard pair.distance <= 2 * radius else { return sum }
        let u = ((pair.distance / step).rounded(.up) - 1) * step / (2 * radius)
        return sum + pair.weight * (acos(u) - u * (1 - u * u).squareRoot())
      }
      let surface = Double.pi * radius * radius
      let expected = (width * height / n - 2 * ripley) / surface + 2 * radius * radius * integral / (surface * surface)
      #expect(abs(search.error(at: number) - expected) < 1e-9 * max(1, abs(expected)))
    }
  }

  @Test func `events that share places count once, and a line has Scott's bandwidth`() throws {
    let once = try Self.points("uneven")
    let twice = try DensityPoints(x: once.x + once.x, y: once.y + once.y)
    let found = try bandwidth(of: twice, rule: .diggle)
    let single = try bandwidth(of: once, rule: .diggle)
    #expect(abs(found.meters / single.meters - 1) < 1e-12 && found.duplicateShare == 0.5)
    // Whatever some of the places hold: spatstat's rule on the unique places.
    let piled = try DensityPoints(x: once.x + Array(once.x.prefix(40)), y: once.y + Array(once.y.prefix(40)))
    #expect(abs(try bandwidth(of: piled, rule: .diggle).meters / single.meters - 1) < 1e-12)
    let line = try DensityPoints(x: [0, 10, 20, 30], y: [5, 5, 5, 5])
    let flat = try bandwidth(of: line, rule: .diggle)
    let scott = try bandwidth(of: line, rule: .scott)
    #expect(flat.reason == .boxWithoutArea && flat.rule == .diggle && flat.meters == scott.meters)
  }
}
