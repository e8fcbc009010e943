import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats
@testable import PlazaRecords

@Suite struct StudyGroundTests {
  private func points(_ text: String, within boundary: AreaLayer? = nil) async throws -> PointCollection {
    try await PointCollection.read(
      SmallBatches(Array(text.utf8)), within: boundary, options: PointOptions(), jobs: 1, progress: SilentProgress())
  }

  /// A street grid of 40 × 40 records around Memphis and one far away.
  private static let city: String = {
    var text = "lon,lat\n"
    for i in 0..<40 {
      for j in 0..<40 { text += "\(-90 + Double(i) / 400),\(35.1 + Double(j) / 400)\n" }
    }
    return text + "-60,10\n"
  }()

  private static func square(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> AreaLayer {
    let geometry = PolygonColumn(
      coordinates: [west, south, east, south, east, north, west, north, west, south], ringOffsets: [0, 5],
      polygonOffsets: [0, 1],
      featureOffsets: [0, 1])
    return AreaLayer(Layer(geometry: geometry, columns: [], crs: .wgs84), file: "boundary.geojson")
  }

  @Test func `without a boundary the ground is a box in the zone of the middle, and what lies beyond is outside`() async throws {
    let collected = try await points(Self.city)
    let ground = try StudyGround(collected, boundary: nil, crs: nil, jobs: 2)
    #expect(ground.crs == .epsg(32616) && ground.points.count == 1_600)
    #expect(ground.account.outside == 1 && ground.account.joined == 1_600 && ground.account.isBalanced)
    // A degree of longitude is 91.3 km there, one of latitude 110.9 km; the zone's north is 1.7° off, which makes the box a little larger.
    #expect(abs(ground.box.width - 39.0 / 400 * 91_290 * 1.1) < 500 && abs(ground.box.height - 39.0 / 400 * 110_945 * 1.1) < 500)
    #expect(ground.notes.contains { $0.id == "ground.box" && $0.values["beyond"] == "1" })
  }

  @Test func `with a boundary the ground is the boundary, whatever its CRS and that of the records`() async throws {
    let square = Self.square(-90, 35.1, -89.95, 35.15)
    let collected = try await points(Self.city, within: square)
    let ground = try StudyGround(collected, boundary: square, crs: nil, jobs: 1)
    #expect(ground.points.count == 21 * 21 && ground.boundary?.featureCount == 1 && ground.account.outside == 1_601 - 441)
    #expect(ground.points.x.allSatisfy { ground.box.minX - 1e-6 <= $0 && $0 <= ground.box.maxX + 1e-6 })
    let stated = try StudyGround(collected, boundary: square, crs: .epsg(32615), jobs: 1)
    #expect(stated.crs == .epsg(32615) && stated.points.count == 441)
  }

  @Test func `degrees and feet are refused, and so is a ground of nothing`() async throws {
    let collected = try await points(Self.city)
    for crs in [CRS.wgs84, .epsg(2274)] {
      let failure = #expect(throws: Failure.self) { try StudyGround(collected, boundary: nil, crs: crs, jobs: 1) }
      #expect(failure?.diagnostic.id == "ground.not_metric")
    }
    let none = try await points("lon,lat\n,\n")
    let failure = #expect(throws: Failure.self) { try StudyGround(none, boundary: nil, crs: nil, jobs: 1) }
    #expect(failure?.diagnostic.id == "ground.no_points")
  }

  @Test func `one worker or seven bring the same positions`() async throws {
    let collected = try await points(Self.city)
    let one = try StudyGround(collected, boundary: nil, crs: nil, jobs: 1)
    let seven = try StudyGround(collected, boundary: nil, crs: nil, jobs: 7)
    #expect(one.points.x == seven.points.x && one.points.y == seven.points.y && one.box == seven.box)
  }
}
