import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

/// A raster of depths as a hazard: its cells are its zones, and of ground beyond it nothing is known.
@Suite struct HazardRasterTests {
  /// Cells of 5 × 5 m from the origin: by row from the north.
  private static func raster(_ rows: [[Double]]) -> MemoryRaster {
    let grid = RasterGrid(
      west: 500_000, north: 2_100_000 + Double(rows.count) * 5, cellWidth: 5, cellHeight: 5, columnCount: rows[0].count,
      rowCount: rows.count)!
    return MemoryRaster(grid, rows.flatMap { $0 }, crs: PeopleTests.metric)
  }

  private static func hazard(_ rows: [[Double]], breaks: [Double] = []) throws -> Hazard {
    var about = HazardOptions()
    about.breaks = breaks
    return try Hazard(name: "flood", file: "depth.tif", raster: raster(rows), about: about)
  }

  private static func run(_ hazards: [Hazard]) async throws -> ExposureResult {
    try await Exposure.run(ExposureTests.inputs(ExposureTests.pair, hazards), jobs: 1)
  }

  @Test func `The cells of each class are its zones`() async throws {
    let hazard = try Self.hazard([[0, 0.2, 1, 2], [.nan, 0.4, 0, 3]], breaks: [0.5, 1.5])
    let layer = try await Self.run([hazard]).makeLayer()
    ExposureTests.expect(layer, "flood_under_0_5_km2", [50e-6, 0])
    ExposureTests.expect(layer, "flood_0_5_to_1_5_km2", [0, 25e-6])
    ExposureTests.expect(layer, "flood_from_1_5_km2", [0, 50e-6])
    ExposureTests.expect(layer, "flood_any_share", [0.5, 0.75])
    ExposureTests.expect(layer, "flood_any_population", [50, 45])
  }

  @Test func `Without breaks every number is a class`() async throws {
    let result = try await Self.run([Self.hazard([[1, 1, 3, 0], [1, 0, 3, 3]])])
    #expect(result.hazards[0].classes == ["1", "3"])
    #expect(result.zones.map { $0.total.surface.rounded() } == [75, 75, 150])
  }

  @Test func `Of an area that the raster does not reach nothing is known`() async throws {
    let result = try await Self.run([Self.hazard([[1, 1], [0, 0]])])
    let layer = try result.makeLayer()
    ExposureTests.expect(layer, "flood_1_km2", [50e-6, nil])
    ExposureTests.expect(layer, "flood_any_share", [0.5, nil])
    ExposureTests.expect(layer, "flood_any_population", [50, nil])
    #expect(result.zones[0].share == nil)
    #expect(result.zones[0].peopleShare == nil)
    #expect(result.zones[0].studiedShare.map { abs($0 - 0.5) < 1e-9 } == true)
    #expect(result.findings[0].id == "exposure.people_least")
    let warning = try #require(result.warnings.first { $0.id == "exposure.not_studied" })
    #expect(warning.values["count"] == "1")
  }

  @Test func `Any of several hazards is known where all were looked at`() async throws {
    let whole = ExposureTests.hazard("slide", [((0, 0, 20, 5), "alta")])
    let layer = try await Self.run([Self.hazard([[1, 1], [0, 0]]), whole]).makeLayer()
    ExposureTests.expect(layer, "slide_alta_share", [0.5, 0.5])
    ExposureTests.expect(layer, "any_share", [1, nil])
  }

  @Test func `Depths without breaks are refused with what to do`() throws {
    let depths = [(0..<30).map { Double($0) + 0.25 }]
    let failure = #expect(throws: Failure.self) { try Self.hazard(depths) }
    #expect(failure?.diagnostic.id == "exposure.raster_numbers")
    #expect(failure?.diagnostic.values["most"] == "29.25")
  }
}
