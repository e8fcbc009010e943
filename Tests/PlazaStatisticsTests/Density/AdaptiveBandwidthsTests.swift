import Testing

@testable import PlazaStatistics

@Suite struct AdaptiveBandwidthsTests {
  let frame = try! RasterFrame(x0: 0, y0: 0, cell: 10, columnCount: 80, rowCount: 70)

  private func made(_ count: Int) throws -> DensityPoints {
    var random = RandomStream(seed: 4, rank: 0)
    let x = (0..<count).map { $0 % 3 == 0 ? 780 * random.unit() : 250 + 60 * random.unit() }
    let y = (0..<count).map { $0 % 3 == 0 ? 680 * random.unit() : 350 + 60 * random.unit() }
    return try DensityPoints(x: x, y: y, weights: (0..<count).map { _ in 1 + random.unit() })
  }

  @Test func `four times the density halves the bandwidth, and the geometric mean keeps it`() throws {
    let frame = try RasterFrame(x0: 0, y0: 0, cell: 10, columnCount: 2, rowCount: 1)
    let points = try DensityPoints(x: [5, 15, -40], y: [5, 5, 99])
    let result = try adaptiveBandwidths(of: points, pilot: [1, 16], frame: frame, bandwidth: 100)
    // The geometric mean of 1, 16 and 1 is 16^⅓; the third event takes the nearest cell.
    let mean = 2.519842099789746
    #expect(abs(result[0] - 100 * mean.squareRoot()) < 1e-9 && result[2] == result[0])
    #expect(abs(result[1] - result[0] / 4) < 1e-9)
  }

  @Test func `factors stop at the cap, bandwidths at one cell, and a pilot of zero takes the cap`() throws {
    let frame = try RasterFrame(x0: 0, y0: 0, cell: 10, columnCount: 3, rowCount: 1)
    let points = try DensityPoints(x: [5, 15, 25], y: [5, 5, 5])
    let result = try adaptiveBandwidths(of: points, pilot: [1e-9, 1e9, 0], frame: frame, bandwidth: 100, cap: 3)
    #expect(result == [300, 10, 300])
    #expect(throws: DensityError.noVolume) { try adaptiveBandwidths(of: points, pilot: [0, 0, 0], frame: frame, bandwidth: 100) }
  }

  @Test func `bandwidths follow their events in any order`() throws {
    let points = try made(200)
    let pilot = try kernelDensity(of: points, bandwidth: 90, frame: frame)
    let result = try adaptiveBandwidths(of: points, pilot: pilot, frame: frame, bandwidth: 90)
    let reversed = try DensityPoints(x: points.x.reversed(), y: points.y.reversed(), weights: points.weights!.reversed())
    #expect(try adaptiveBandwidths(of: reversed, pilot: pilot, frame: frame, bandwidth: 90) == result.reversed())
    // Two thirds of the events lie close together.
    #expect(result[1] < 90 && result[0] > result[1])
  }

  @Test(arguments: DensityKernel.allCases)
  func `a bandwidth per event gives what the plain double loop gives, for any workers and order`(_ kernel: DensityKernel) throws {
    let points = try made(150)
    let own = try adaptiveBandwidths(
      of: points, pilot: kernelDensity(of: points, bandwidth: 90, frame: frame), frame: frame, bandwidth: 90)
    let fast = try kernelDensity(of: points, kernel: kernel, bandwidths: own, frame: frame, workers: 2)
    for (cell, value) in fast.enumerated() {
      let (x, y) = (frame.centerX(ofColumn: cell % 80), frame.centerY(ofRow: cell / 80))
      let slow =
        (0..<points.count).reduce(0.0) { sum, i in
          let (dx, dy) = ((points.x[i] - x) / own[i], (points.y[i] - y) / own[i])
          return sum + points.weights![i] * kernel.profile(dx * dx + dy * dy) / (own[i] * own[i])
        } * kernel.peak * 1e6
      #expect(abs(value - slow) <= 1e-9 * slow + 1e-12)
    }
    let reversed = try DensityPoints(x: points.x.reversed(), y: points.y.reversed(), weights: points.weights!.reversed())
    #expect(try kernelDensity(of: reversed, kernel: kernel, bandwidths: own.reversed(), frame: frame, workers: 3) == fast)
  }

  @Test func `an edge correction keeps the mass with a bandwidth per event too`() throws {
    let points = try made(150)
    let own = (0..<150).map { 20 + Double($0) }
    let share = (0..<frame.cellCount).map { $0 % 80 < 30 ? 1.0 : 0 }
    let result = try kernelDensity(of: points, bandwidths: own, frame: frame, insideShare: share, workers: 2)
    let mass = result.values.reduce(0, +) * 100 / 1e6
    #expect(abs(mass / result.weight - 1) < 1e-9 && result.leftOutCount > 0)
    #expect(throws: DensityError.lengthMismatch(expected: 150, found: 1)) {
      try kernelDensity(of: points, bandwidths: [20], frame: frame, insideShare: share)
    }
  }
}
