import Glibc
import Testing

@testable import PlazaStatistics

@Suite struct BandwidthTests {
  /// Twelve events; the values expected of them come from NumPy, SciPy and scikit-learn.
  static let x: [Double] = [0, 120, 250, 310, 90, 400, 560, 35, 220, 300, 180, 950]
  static let y: [Double] = [0, 40, 210, 95, 330, 20, 280, 470, 150, 390, 260, 700]
  static let weights: [Double] = [1, 2, 1, 3, 1, 1, 0.5, 2, 1, 1, 4, 1]

  @Test func `the rules equal their formulas in NumPy and SciPy`() throws {
    let points = try DensityPoints(x: Self.x, y: Self.y)
    let robust = try bandwidth(of: points)
    #expect(robust.rule == .robust && robust.reason == .medianDistance && robust.pointCount == 12 && robust.duplicateShare == 0)
    #expect(abs(robust.meters - 153.04075473959932) < 1e-9)
    #expect(abs(try bandwidth(of: points, rule: .scott, kernel: .gaussian).meters - 155.2163966554148) < 1e-9)
    #expect(abs(try bandwidth(of: points, rule: .normalReference, kernel: .gaussian).meters - 116.40075575160023) < 1e-9)
    let likelihood = try bandwidth(of: points, rule: .likelihood, kernel: .gaussian, workers: 2)
    #expect(abs(likelihood.meters / 209.72955983325284 - 1) < 1e-4 && likelihood.reason == .likelihood)
    #expect(try bandwidth(of: points, rule: .likelihood, kernel: .gaussian) == likelihood)
  }

  @Test func `weights count in the spread, and n is the effective number of SciPy`() throws {
    let spread = try PointSpread(DensityPoints(x: Self.x, y: Self.y, weights: Self.weights))
    #expect(abs(spread.effectiveCount - 8.503105590062113) < 1e-12)
    #expect(abs(spread.standardDistance - 276.4857599525473) < 1e-9)
    for factor in [0x1p-600, 3, 0x1p600] {
      let scaled = try DensityPoints(x: Self.x, y: Self.y, weights: Self.weights.map { $0 * factor })
      let plain = try DensityPoints(x: Self.x, y: Self.y, weights: Self.weights)
      for rule in BandwidthRule.allCases {
        #expect(abs(try bandwidth(of: scaled, rule: rule).meters / bandwidth(of: plain, rule: rule).meters - 1) < 1e-9)
      }
    }
  }

  @Test(arguments: BandwidthRule.allCases)
  func `a bandwidth ignores order and weightless events, moves with the map and scales with it`(_ rule: BandwidthRule) throws {
    let plain = try bandwidth(of: DensityPoints(x: Self.x, y: Self.y), rule: rule)
    let backwards = try DensityPoints(
      x: Self.x.reversed() + [1e6], y: Self.y.reversed() + [1e6], weights: Array(repeating: 1, count: 12) + [0])
    #expect(try bandwidth(of: backwards, rule: rule) == plain)
    let moved = try DensityPoints(x: Self.x.map { $0 + 500_000 }, y: Self.y.map { $0 + 4_000_000 })
    #expect(abs(try bandwidth(of: moved, rule: rule).meters / plain.meters - 1) < 1e-9)
    let larger = try DensityPoints(x: Self.x.map { $0 * 1000 }, y: Self.y.map { $0 * 1000 })
    #expect(abs(try bandwidth(of: larger, rule: rule).meters / (1000 * plain.meters) - 1) < 1e-4)
    guard rule == .robust || rule == .likelihood else { return }
    let (c, s) = (cos(0.7), sin(0.7))
    let turned = try DensityPoints(
      x: Self.x.indices.map { c * Self.x[$0] - s * Self.y[$0] }, y: Self.x.indices.map { s * Self.x[$0] + c * Self.y[$0] })
    #expect(abs(try bandwidth(of: turned, rule: rule).meters / plain.meters - 1) < 1e-4)
  }

  @Test func `every rule makes maps of all kernels equally smooth`() throws {
    let points = try DensityPoints(x: Self.x, y: Self.y)
    for rule in BandwidthRule.allCases {
      let quartic = try bandwidth(of: points, rule: rule).meters * DensityKernel.quartic.standardDeviation
      for kernel in DensityKernel.allCases {
        let meters = try bandwidth(of: points, rule: rule, kernel: kernel).meters
        #expect(abs(meters * kernel.standardDeviation / quartic - 1) < 1e-12, "\(rule), \(kernel)")
      }
    }
  }

  /// sfhotspot 0.9 passed the northings to `mean` as its trim, so they never entered its bandwidth.
  @Test func `the normal reference uses northings as well as eastings`() throws {
    let flat = try DensityPoints(x: Self.x, y: Self.y.map { $0 / 10 })
    let tall = try DensityPoints(x: Self.x, y: Self.y.map { $0 * 10 })
    for rule in BandwidthRule.allCases {
      #expect(try bandwidth(of: flat, rule: rule).meters < bandwidth(of: tall, rule: rule).meters)
    }
  }

  @Test func `events that share places are reported and do not draw the likelihood to zero`() throws {
    let once = try DensityPoints(x: Self.x, y: Self.y)
    let twice = try DensityPoints(x: Self.x + Self.x, y: Self.y + Self.y)
    let found = try bandwidth(of: twice, rule: .likelihood)
    #expect(found.duplicateShare == 0.5 && found.placeCount == 12)
    #expect(abs(found.meters / (try bandwidth(of: once, rule: .likelihood).meters) - 1) < 1e-4)
  }

  @Test func `a spread of zero in one measure falls back on the other, and says so`() throws {
    let cross = try DensityPoints(x: [0, 0, 0, 0, 0, 90, -90], y: [0, 0, 0, 0, 0, 60, -60])
    let robust = try bandwidth(of: cross)
    #expect(robust.reason == .medianDistanceZero && robust.meters > 0)
    let normal = try bandwidth(of: cross, rule: .normalReference)
    #expect(normal.reason == .quartileRangeZero && normal.meters > 0)
    let line = try DensityPoints(x: [0, 10, 20, 30], y: [5, 5, 5, 5])
    for rule in BandwidthRule.allCases { #expect(try bandwidth(of: line, rule: rule).meters > 0) }
  }

  @Test(arguments: BandwidthRule.allCases)
  func `fewer than two events, or all in one place, are refused`(_ rule: BandwidthRule) throws {
    #expect(throws: DensityError.tooFewPoints(0)) { try bandwidth(of: DensityPoints(x: [], y: []), rule: rule) }
    #expect(throws: DensityError.tooFewPoints(1)) {
      try bandwidth(of: DensityPoints(x: [0, 5], y: [0, 5], weights: [0, 1]), rule: rule)
    }
    #expect(throws: DensityError.onePlace) { try bandwidth(of: DensityPoints(x: [7, 7, 7], y: [2, 2, 2]), rule: rule) }
  }

  @Test func `a large set is searched by a sample that the order does not change`() throws {
    var random = RandomStream(seed: 9, rank: 0)
    func normal() -> Double { (-2 * log(1 - random.unit())).squareRoot() * cos(2 * .pi * random.unit()) }
    let x = (0..<4_000).map { _ in 1_000 * normal() }
    let y = (0..<4_000).map { _ in 1_000 * normal() }
    let found = try bandwidth(of: DensityPoints(x: x, y: y), rule: .likelihood, kernel: .gaussian, workers: 2)
    #expect(try bandwidth(of: DensityPoints(x: x.reversed(), y: y.reversed()), rule: .likelihood, kernel: .gaussian) == found)
    // The best Gaussian for a round normal cloud is Scott's.
    let scott = try bandwidth(of: DensityPoints(x: x, y: y), rule: .scott, kernel: .gaussian)
    #expect(abs(found.meters / scott.meters - 1) < 0.25)
  }

  @Test(arguments: [
    (300.0, 50.0), (1_000, 200), (499.999, 50), (250, 50), (249.999, 20), (100, 20), (50, 10), (49, 5), (5, 1), (4.9, 0.5),
    (2.5, 0.5),
    (0.5, 0.1), (12_500, 2_000), (1e7, 2e6),
  ])
  func `the default cell is a fifth, rounded down to 1, 2 or 5 times a power of ten`(_ bandwidth: Double, _ cell: Double) {
    #expect(defaultCell(bandwidth: bandwidth) == cell)
  }
}
