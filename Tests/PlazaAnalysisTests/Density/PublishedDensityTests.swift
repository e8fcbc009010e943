import Foundation
import PlazaGeometry
import PlazaPROJ
import PlazaStatistics
import Testing

private let robberies = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("shared/data/memphis/robberies.csv")
private let isPresent = FileManager.default.fileExists(atPath: robberies.path)

@Suite(.enabled(if: isPresent, "shared/data is not beside the repository")) struct PublishedDensityTests {
  /// sfhotspot issue 56: the robberies of January in UTM 15, cells of 500 m from (761 986.2, 3 876 436), bandwidth 4 438 m. It prints sums of
  /// (1 − d²/h²)², 3.48, 3.65, 3.74 and 3.72 in its first four cells, which are no densities; ours are divided by the integral, πh²/3.
  @Test func `the density of Memphis is what sfhotspot prints, over the integral of its kernel`() throws {
    let points = try january()
    #expect(points.count == 206)
    let bandwidth = 4438.334
    let frame = try RasterFrame(x0: 770_486.2, y0: 3_876_436, cell: 500, columnCount: 4, rowCount: 1)
    let density = try kernelDensity(of: points, bandwidth: bandwidth, frame: frame)
    for (value, printed) in zip(density, [3.48, 3.65, 3.74, 3.72]) {
      #expect(abs(value / 1e6 * .pi * bandwidth * bandwidth / 3 - printed) < 0.005)
    }
  }

  /// Its bandwidth, "0.5 × 4 438 m" after adjusting, is half of 8 877 m, which the eastings alone give; its manual promises the mean of both
  /// axes. The sums of the formula, four times 1.06 · min(sd, IQR / 1.34) · n^(−1/5), by NumPy 2.
  @Test func `the normal reference of Memphis is the mean over both axes, not that of the eastings`() throws {
    let both = try bandwidth(of: january(), rule: .normalReference, kernel: .gaussian)
    #expect(abs(4 * both.meters - (8876.66854927771 + 9867.447145719909) / 2) < 1e-6)
    #expect(both.reason == .axisSpread)
  }

  private func january() throws -> DensityPoints {
    let lines = try String(contentsOf: robberies, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
    let rows = lines.map { $0.split(separator: ",") }.filter { $0[2].hasPrefix("2019-01") }
    var places = try rows.flatMap { row in [try #require(Double(row[3])), try #require(Double(row[4]))] }
    let memphis = Envelope(minX: -90.3, minY: 34.9, maxX: -89.6, maxY: 35.3)
    let transformer = try Transformer(
      .best(from: .wgs84, to: .epsg(32615), areaOfInterest: memphis, areaCRS: .wgs84, in: ProjContext()))
    #expect(places.withUnsafeMutableBufferPointer { transformer.transform(interleaved: $0) } == 0)
    return try DensityPoints(
      x: stride(from: 0, to: places.count, by: 2).map { places[$0] },
      y: stride(from: 1, to: places.count, by: 2).map { places[$0] })
  }
}
