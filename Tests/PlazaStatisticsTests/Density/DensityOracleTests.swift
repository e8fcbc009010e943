import Foundation
import Testing

@testable import PlazaStatistics

private let robberies = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("shared/data/memphis/robberies.csv")

@Suite struct DensityOracleTests {
  /// Weighted densities at (100, 100), (250, 250) and (800, 600) by `sklearn.neighbors.KernelDensity`, times the weight, per km².
  @Test(arguments: [
    (DensityKernel.gaussian, 100.0, [60.99726218792764, 96.22996363014424, 3.1366227161983917]),
    (.epanechnikov, 200, [60.677822053785185, 107.63847744983747, 2.9841551829730424]),
    (.uniform, 200, [71.619724391353, 87.5352187005425, 7.957747154594774]),
  ])
  func `densities equal those of scikit-learn`(_ kernel: DensityKernel, _ bandwidth: Double, _ expected: [Double]) throws {
    let points = try DensityPoints(x: BandwidthTests.x, y: BandwidthTests.y, weights: BandwidthTests.weights)
    // Centres at multiples of 50 m.
    let frame = try RasterFrame(x0: -25, y0: -25, cell: 50, columnCount: 20, rowCount: 16)
    let values = try kernelDensity(of: points, kernel: kernel, bandwidth: bandwidth, frame: frame)
    for (place, (column, row)) in [(2, 2), (5, 5), (16, 12)].enumerated() {
      // The Gaussian ends at six standard deviations here.
      #expect(abs(values[row * 20 + column] / expected[place] - 1) < (kernel == .gaussian ? 1e-8 : 1e-12))
    }
  }

  /// Robberies of January 2019 in UTM zone 15: four cells as printed, cut to three digits, in sfhotspot issue 56; the deviations are those of NumPy.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: robberies.path), "shared/data is not beside the repository"))
  func `Memphis gives the sums printed by sfhotspot, and a normal reference of both axes`() throws {
    let lines = try String(contentsOf: robberies, encoding: .utf8).split(separator: "\n").dropFirst()
    let places = lines.map { $0.split(separator: ",") }.filter { $0[2].hasPrefix("2019-01") }
      .map { universalTransverseMercator(longitude: Double($0[3])!, latitude: Double($0[4])!, zone: 15) }
    #expect(places.count == 206)
    let points = try DensityPoints(x: places.map(\.x), y: places.map(\.y))
    let bandwidth = 4438.334
    let frame = try RasterFrame(x0: 770_486.2, y0: 3_876_436, cell: 500, columnCount: 4, rowCount: 1)
    let density = try kernelDensity(of: points, bandwidth: bandwidth, frame: frame)
    let sums = density.map { $0 / 1e6 * Double.pi * bandwidth * bandwidth / 3 }
    for (sum, printed) in zip(sums, [3.480, 3.652, 3.740, 3.722]) { #expect(abs(sum - printed) < 2e-3) }
    for (sum, exact) in zip(sums, [3.480677424850921, 3.652688768791233, 3.7411263641374277, 3.722377053096479]) {
      #expect(abs(sum - exact) < 1e-6)
    }
    // Its own default was half of 8 876.67 m, from eastings alone.
    let both = try PlazaStatistics.bandwidth(of: points, rule: .normalReference, kernel: .gaussian)
    #expect(abs(4 * both.meters - 9_372.05784749881) < 1e-4)
    #expect(abs(try PlazaStatistics.bandwidth(of: points).meters - 2_775.747702648309) < 1e-4)
    #expect(try PlazaStatistics.bandwidth(of: points, rule: .likelihood).meters > 500)
  }

  @Test func `a density turns with the map by a quarter and moves with it by whole cells`() throws {
    let frame = try RasterFrame(x0: -400, y0: -400, cell: 10, columnCount: 80, rowCount: 80)
    let x = BandwidthTests.x.map { $0 / 3 - 100 }
    let y = BandwidthTests.y.map { $0 / 3 - 100 }
    let plain = try kernelDensity(of: DensityPoints(x: x, y: y), bandwidth: 130, frame: frame)
    let turned = try kernelDensity(of: DensityPoints(x: y.map { -$0 }, y: x), bandwidth: 130, frame: frame)
    let moved = try kernelDensity(of: DensityPoints(x: x.map { $0 + 50 }, y: y.map { $0 - 20 }), bandwidth: 130, frame: frame)
    let greatest = plain.max()!
    for row in 0..<80 {
      for column in 0..<80 {
        let value = plain[row * 80 + column]
        #expect(abs(turned[column * 80 + 79 - row] - value) <= 1e-9 * value + 1e-15 * greatest)
        guard column + 5 < 80, row >= 2 else { continue }
        #expect(abs(moved[(row - 2) * 80 + column + 5] - value) <= 1e-9 * value + 1e-15 * greatest)
      }
    }
  }

  /// Krüger's series to the third power on WGS84, within a millimetre: Karney 2011, doi:10.1007/s00190-011-0445-3.
  private func universalTransverseMercator(longitude: Double, latitude: Double, zone: Int) -> (x: Double, y: Double) {
    let (a, f) = (6_378_137.0, 1 / 298.257223563)
    let n = f / (2 - f)
    let radius = a / (1 + n) * (1 + n * n / 4)
    let (n2, n3) = (n * n, n * n * n)
    let first: Double = n / 2 - 2 * n2 / 3 + 5 * n3 / 16
    let second: Double = 13 * n2 / 48 - 3 * n3 / 5
    let alpha: [Double] = [first, second, 61 * n3 / 240]
    let (lambda, phi) = ((longitude + 183 - 6 * Double(zone)) * .pi / 180, latitude * .pi / 180)
    let e = 2 * n.squareRoot() / (1 + n)
    let t = sinh(atanh(sin(phi)) - e * atanh(e * sin(phi)))
    let (xi, eta) = (atan2(t, cos(lambda)), asinh(sin(lambda) / (t * t + cos(lambda) * cos(lambda)).squareRoot()))
    var (east, north) = (eta, xi)
    for (j, factor) in alpha.enumerated() {
      let k = 2 * Double(j + 1)
      east += factor * cos(k * xi) * sinh(k * eta)
      north += factor * sin(k * xi) * cosh(k * eta)
    }
    return (500_000 + 0.9996 * radius * east, 0.9996 * radius * north)
  }
}
