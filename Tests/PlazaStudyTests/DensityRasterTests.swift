import Foundation
import PlazaAnalysis
import PlazaFormats
import PlazaGeometry
import PlazaLayers
import PlazaPROJ
import PlazaRecords
import PlazaTesting
import Synchronization
import Testing

@testable import PlazaStudy

/// The rasters that a density is written as.
@Suite struct DensityRasterTests {
  let folder = TemporaryFolder()

  private func run(_ name: String, output: String, crs: String? = nil, shuffled: Bool = false, jobs: Int = 1) async throws
    -> StudyRun
  {
    var random = SplitMix64(seed: 5)
    var records = (0..<400).map { _ in
      let (lon, lat) = (Double.random(in: -89.2 ... -89.1, using: &random), Double.random(in: 13.6...13.7, using: &random))
      return String(format: "%.5f,%.5f", lon, lat)
    }
    if shuffled { records.shuffle(using: &random) }
    folder.write("p.csv", "lon,lat\n" + records.joined(separator: "\n") + "\n")
    let ring = "[[-89.19,13.61],[-89.11,13.6],[-89.1,13.69],[-89.18,13.68],[-89.19,13.61]]"
    folder.write(
      "b.geojson",
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"codigo\":\"1\"},"
        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}}]}")
    let lines = [
      "study: s", "steps:", "  - hotspots-density: d", "    points: p.csv", "    boundary: b.geojson", "    output: \(output)",
    ]
    let text = (lines + [crs.map { "    crs: \"\($0)\"" }].compactMap { $0 }).joined(separator: "\n") + "\n"
    let path = folder.write("study.yaml", text)
    return try await StudyRun.run(
      Study(path: path), folder: folder.path + "/" + name, force: true, jobs: jobs, progress: SilentProgress())
  }

  private func values(_ path: String) throws -> (source: any RasterSource, values: [Double]) {
    let source = try InputFile(folder.path + "/" + path).open().raster().source
    let rows = Mutex<[Int: [Double]]>([:])
    try source.forEachRowBlock(jobs: 2) { block in
      let values = Array(block.values)
      rows.withLock { $0[block.rows.lowerBound] = values }
    }
    return (source, rows.withLock { rows in rows.keys.sorted().flatMap { rows[$0]! } })
  }

  @Test func `GeoTIFF and ASCII grid hold the same numbers in the same place`() async throws {
    let run = try await run("tif", output: "d.tif")
    _ = try await self.run("asc", output: "d.asc")
    let tiff = try values("tif/d.tif")
    let grid = try values("asc/d.asc")
    #expect(tiff.source.grid == grid.source.grid && tiff.source.crs == .epsg(32616))
    #expect(try ProjContext().isSame(tiff.source.crs, as: grid.source.crs), "the .prj beside the ASCII grid")
    #expect(
      tiff.values.count == grid.values.count && zip(tiff.values, grid.values).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) })
    #expect(tiff.values.contains { $0.isNaN } && tiff.values.contains { $0 > 0 })
    let map = try #require(run.steps[0].outcome.result as? DensityMap)
    #expect(tiff.values.filter { !$0.isNaN }.max() == NumberText.rounded(map.maximum))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/tif").contains { $0.hasSuffix(".prj") } == false)
  }

  @Test func `the mass within the boundary, by zonal sums, is that of the records inside`() async throws {
    let run = try await run("tif", output: "d.tif")
    let map = try #require(run.steps[0].outcome.result as? DensityMap)
    let (source, _) = try values("tif/d.tif")
    let layer = try InputFile(folder.path + "/b.geojson").open().layer(jobs: 1).layer
    // Its edges are straight in degrees, and bent where the density is computed.
    let zones = try Reprojection.bent(layer.geometry, from: .wgs84, to: source.crs)
    let sum = try ZonalSums.compute(source, zones: zones, jobs: 1)[0]
    let mass = sum.sum * map.cell * map.cell / 1e6
    #expect(abs(mass - map.volume) < 1e-6 * map.volume)
  }

  @Test func `neither workers nor the order of the records change a byte`() async throws {
    for crs in [nil, "+proj=laea +lat_0=14 +lon_0=-89 +datum=WGS84 +units=m +no_defs"] {
      _ = try await run("one", output: "d.tif", crs: crs)
      _ = try await run("two", output: "d.tif", crs: crs, shuffled: true, jobs: 3)
      #expect(folder.read("one/d.tif") == folder.read("two/d.tif"))
    }
  }
}
