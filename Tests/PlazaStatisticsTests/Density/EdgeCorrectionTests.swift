import Glibc
import Testing

@testable import PlazaStatistics

@Suite struct EdgeCorrectionTests {
  let frame = try! RasterFrame(x0: 400_000, y0: 2_100_000, cell: 50, columnCount: 64, rowCount: 48)

  /// A disc with a hole and a ragged rim, its border cells in part inside.
  private var disc: [Double] {
    var random = RandomStream(seed: 2, rank: 0)
    return (0..<frame.cellCount).map { cell in
      let (dx, dy) = (Double(cell % 64) - 31, Double(cell / 64) - 23)
      let distance = hypot(dx, dy)
      if distance < 4 || distance > 22 { return 0 }
      return distance > 20 ? random.unit() : 1
    }
  }

  private func made(_ count: Int, seed: UInt64) throws -> DensityPoints {
    var random = RandomStream(seed: seed, rank: 0)
    let x = (0..<count).map { _ in frame.x0 + (1.2 * random.unit() - 0.1) * 3_200 }
    let y = (0..<count).map { _ in frame.y0 + (1.2 * random.unit() - 0.1) * 2_400 }
    return try DensityPoints(x: x + x.prefix(9), y: y + y.prefix(9), weights: (0..<count + 9).map { _ in 2 * random.unit() })
  }

  @Test(arguments: DensityKernel.allCases, [60.0, 275, 813.7])
  func `density times surface times inside share sums up to the weight inside`(_ kernel: DensityKernel, _ bandwidth: Double)
    throws
  {
    let (points, share) = (try made(400, seed: 5), disc)
    let result = try kernelDensity(
      of: points, kernel: kernel, bandwidth: bandwidth, frame: frame, insideShare: share, workers: 2)
    let mass = zip(result.values, share).reduce(0) { $0 + $1.0 * $1.1 * 2_500 / 1e6 }
    let inside = (0..<points.count).filter { point in
      frame.cell(x: points.x[point], y: points.y[point]).map { share[$0] > 0 } ?? false
    }
    let weight = inside.reduce(0) { $0 + points.weights![$1] }
    #expect(abs(mass / weight - 1) < 1e-9)
    #expect(abs(result.weight / weight - 1) < 1e-12)
    #expect(result.leftOutCount == points.count - inside.count && result.leftOutCount > 0)
    for (value, share) in zip(result.values, share) { #expect(value.isFinite && value >= 0 && (share > 0 || value == 0)) }
  }

  @Test func `each event is divided by its kernel's mass inside, as a plain double loop finds it`() throws {
    let (points, share) = (try made(60, seed: 8), disc)
    let bandwidth = 700.0
    let fast = try kernelDensity(of: points, bandwidth: bandwidth, frame: frame, insideShare: share)
    func kernel(_ point: Int, _ cell: Int) -> Double {
      let dx = (frame.centerX(ofColumn: cell % 64) - points.x[point]) / bandwidth
      let dy = (frame.centerY(ofRow: cell / 64) - points.y[point]) / bandwidth
      return 3 / (.pi * bandwidth * bandwidth) * DensityKernel.quartic.profile(dx * dx + dy * dy)
    }
    var slow = [Double](repeating: 0, count: frame.cellCount)
    for point in 0..<points.count {
      guard let own = frame.cell(x: points.x[point], y: points.y[point]), share[own] > 0 else { continue }
      let mass = (0..<frame.cellCount).reduce(0) { $0 + share[$1] * 2_500 * kernel(point, $1) }
      for cell in slow.indices where share[cell] > 0 { slow[cell] += points.weights![point] * kernel(point, cell) / mass * 1e6 }
    }
    for (a, b) in zip(fast.values, slow) { #expect(abs(a - b) <= 1e-9 * b) }
  }

  @Test func `events in a sliver of the area keep their mass`() throws {
    var share = [Double](repeating: 0, count: frame.cellCount)
    share[20 * 64 + 30] = 1e-7
    share[40 * 64 + 3] = 0.25
    let points = try DensityPoints(
      x: [frame.centerX(ofColumn: 30) + 20, frame.centerX(ofColumn: 3) - 24],
      y: [frame.centerY(ofRow: 20) - 20, frame.centerY(ofRow: 40)])
    let result = try kernelDensity(of: points, bandwidth: 500, frame: frame, insideShare: share)
    let masses = zip(result.values, share).map { $0 * $1 * 2_500 / 1e6 }.filter { $0 > 0 }
    #expect(masses.count == 2 && masses.allSatisfy { abs($0 - 1) < 1e-12 })
  }

  @Test func `far from any border the correction changes next to nothing`() throws {
    let points = try DensityPoints(x: [frame.x0 + 1_603], y: [frame.y0 + 1_187])
    let share = [Double](repeating: 1, count: frame.cellCount)
    let plain = try kernelDensity(of: points, bandwidth: 600, frame: frame)
    let corrected = try kernelDensity(of: points, bandwidth: 600, frame: frame, insideShare: share)
    for (a, b) in zip(plain, corrected.values) { #expect(abs(a - b) <= 1e-3 * a) }
  }

  @Test func `the bits do not depend on the workers or on the order of the events`() throws {
    let (points, share) = (try made(500, seed: 1), disc)
    let reversed = try DensityPoints(x: points.x.reversed(), y: points.y.reversed(), weights: points.weights!.reversed())
    let one = try kernelDensity(of: points, bandwidth: 420, frame: frame, insideShare: share)
    #expect(try kernelDensity(of: reversed, bandwidth: 420, frame: frame, insideShare: share, workers: 3) == one)
  }

  @Test func `shares outside of 0 to 1, or of another frame, are refused`() throws {
    let points = try DensityPoints(x: [0], y: [0])
    #expect(throws: DensityError.lengthMismatch(expected: 64 * 48, found: 1)) {
      try kernelDensity(of: points, bandwidth: 100, frame: frame, insideShare: [1])
    }
    for bad in [-0.1, 1.1, .nan] {
      #expect(throws: DensityError.self) {
        try kernelDensity(of: points, bandwidth: 100, frame: frame, insideShare: Array(repeating: bad, count: 64 * 48))
      }
    }
  }
}
