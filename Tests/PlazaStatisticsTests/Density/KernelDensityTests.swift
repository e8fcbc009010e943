import Testing

@testable import PlazaStatistics

@Suite struct KernelDensityTests {
  @Test(arguments: DensityKernel.allCases, [1.3, 5.5, 7.3, 41.0])
  func `the density equals the plain double loop to nine digits in every cell`(_ kernel: DensityKernel, _ radius: Double) throws {
    let frame = try RasterFrame(x0: 500_000, y0: 1_500_000, cell: 20, columnCount: 61, rowCount: 43)
    let points = try made(count: 300, around: frame, seed: 11)
    let fast = try kernelDensity(of: points, kernel: kernel, bandwidth: radius * 20, frame: frame, workers: 2)
    let slow = slowDensity(of: points, kernel: kernel, bandwidth: radius * 20, frame: frame)
    let greatest = slow.max()!
    #expect(greatest > 0)
    // A jump at the rim, or a place on it, may fall either way: the rest is relative to the cell.
    for (a, b) in zip(fast, slow) { #expect(abs(a - b) <= 1e-9 * b + 1e-15 * greatest) }
  }

  @Test func `a cell that no event reaches is exactly zero and none is negative`() throws {
    let frame = try RasterFrame(x0: 0, y0: 0, cell: 10, columnCount: 300, rowCount: 40)
    let points = try DensityPoints(x: [801.3, 803.7, 2_555.1], y: [203.2, 190.8, 44.4], weights: [1, 1e6, 3])
    let values = try kernelDensity(of: points, bandwidth: 203, frame: frame)
    for row in 0..<40 {
      for column in 0..<300 {
        let reached = (0..<3).contains { point in
          let (dx, dy) = (frame.centerX(ofColumn: column) - points.x[point], frame.centerY(ofRow: row) - points.y[point])
          return dx * dx + dy * dy < 203 * 203
        }
        let value = values[row * 300 + column]
        #expect(reached ? value > 0 : value == 0)
      }
    }
  }

  @Test(arguments: [3.0, 12.0])
  func `the bits do not depend on the workers or on the order of the events`(_ radius: Double) throws {
    let frame = try RasterFrame(x0: 0, y0: 0, cell: 10, columnCount: 90, rowCount: 70)
    let points = try made(count: 500, around: frame, seed: 3)
    var order = Array(0..<points.count)
    var random = RandomStream(seed: 5, rank: 0)
    order.shuffle(using: &random)
    let shuffled = try DensityPoints(
      x: order.map { points.x[$0] }, y: order.map { points.y[$0] }, weights: order.map { points.weights![$0] })
    let one = try kernelDensity(of: points, bandwidth: radius * 10, frame: frame, workers: 1)
    for workers in [2, 3, 7] {
      #expect(try kernelDensity(of: shuffled, bandwidth: radius * 10, frame: frame, workers: workers) == one)
    }
  }

  @Test(arguments: DensityKernel.allCases)
  func `one event holds mass one on a fine grid`(_ kernel: DensityKernel) throws {
    let cells = kernel == .gaussian ? 1_300 : 1_000
    let frame = try RasterFrame(x0: -500, y0: -500, cell: 1_000 / Double(cells), columnCount: cells, rowCount: cells)
    let point = try DensityPoints(x: [0.13], y: [-0.21])
    let bandwidth = kernel == .gaussian ? 80.0 : 490
    let values = try kernelDensity(of: point, kernel: kernel, bandwidth: bandwidth, frame: frame, workers: 2)
    let mass = values.reduce(0, +) * frame.cell * frame.cell / 1e6
    // A jump at the rim is resolved by whole cells only.
    #expect(abs(mass - 1) < (kernel == .uniform ? 1e-4 : kernel == .epanechnikov || kernel == .triangular ? 1e-5 : 1e-6))
  }

  @Test func `a quartic event peaks at three over pi h squared, not at the scaled constant of 116 fifths`() throws {
    let frame = try RasterFrame(x0: -10.5, y0: -10.5, cell: 1, columnCount: 21, rowCount: 21)
    let value = try kernelDensity(of: DensityPoints(x: [0], y: [0]), bandwidth: 8, frame: frame)[10 * 21 + 10]
    #expect(abs(value / 1e6 - 3 / (Double.pi * 64)) < 1e-15)
  }

  @Test func `no events give zeros, and what cannot be computed is refused`() throws {
    let frame = try RasterFrame(x0: 0, y0: 0, cell: 10, columnCount: 5, rowCount: 4)
    let none = try DensityPoints(x: [], y: [])
    #expect(try kernelDensity(of: none, bandwidth: 70, frame: frame) == Array(repeating: 0, count: 20))
    #expect(throws: DensityError.badBandwidth(meters: 9, cell: 10)) { try kernelDensity(of: none, bandwidth: 9, frame: frame) }
    #expect(throws: DensityError.badCoordinate(point: 1)) { try DensityPoints(x: [0, .nan], y: [0, 0]) }
    #expect(throws: DensityError.badWeight(point: 0)) { try DensityPoints(x: [0], y: [0], weights: [-1]) }
    #expect(throws: DensityError.badFrame(cell: 0, columns: 1, rows: 1)) {
      try RasterFrame(x0: 0, y0: 0, cell: 0, columnCount: 1, rowCount: 1)
    }
  }

  private func made(count: Int, around frame: RasterFrame, seed: UInt64) throws -> DensityPoints {
    var random = RandomStream(seed: seed, rank: 1)
    let (width, height) = (Double(frame.columnCount) * frame.cell, Double(frame.rowCount) * frame.cell)
    let x = (0..<count).map { _ in frame.x0 + (1.4 * random.unit() - 0.2) * width }
    let y = (0..<count).map { _ in frame.y0 + (1.4 * random.unit() - 0.2) * height }
    return try DensityPoints(x: x + x.prefix(20), y: y + y.prefix(20), weights: (0..<count + 20).map { _ in random.unit() * 3 })
  }

  private func slowDensity(of points: DensityPoints, kernel: DensityKernel, bandwidth: Double, frame: RasterFrame) -> [Double] {
    (0..<frame.cellCount).map { cell in
      let x = frame.centerX(ofColumn: cell % frame.columnCount)
      let y = frame.centerY(ofRow: cell / frame.columnCount)
      return (0..<points.count).reduce(0.0) { sum, i in
        let (dx, dy) = ((points.x[i] - x) / bandwidth, (points.y[i] - y) / bandwidth)
        return sum + points.weights![i] * kernel.profile(dx * dx + dy * dy)
      } * kernel.peak / (bandwidth * bandwidth) * 1e6
    }
  }
}
