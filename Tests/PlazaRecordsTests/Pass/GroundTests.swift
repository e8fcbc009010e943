import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaRecords

@Suite struct GroundTests {
  private func squares(_ rings: [[Coordinate]]) -> AreaLayer {
    var geometry = PolygonColumn()
    for ring in rings { geometry.append(polygon: [ring]) }
    return AreaLayer(Layer(geometry: geometry, columns: [], crs: .wgs84), file: "boundary.geojson")
  }

  private func square(_ x: Double, _ y: Double) -> [Coordinate] {
    [.init(x: x, y: y), .init(x: x + 1, y: y), .init(x: x + 1, y: y + 1), .init(x: x, y: y + 1)]
  }

  private func points(_ text: String, within boundary: AreaLayer?) async throws -> PointCollection {
    try await PointCollection.read(
      try SmallBatches(Array(text.utf8)), within: boundary, options: PointOptions(), jobs: 2, progress: SilentProgress())
  }

  @Test func `a boundary of neighbours needs no repair, and a border between them is none of it`() async throws {
    let boundary = squares([square(0, 0), square(1, 0), square(1, 1)])
    // Inside each, between two, at the corner of three, on the outer border, outside.
    let text = "lon,lat\n0.5,0.5\n1.5,0.5\n1.5,1.5\n1,0.5\n1.5,1\n1,1\n0.5,0\n0.5,1.5\n"
    let found = try await points(text, within: boundary)
    #expect(found.notes.isEmpty)
    #expect(found.account.joined == 7 && found.account.outside == 1)
    #expect(found.account.onBorder == 0 && found.account.ambiguous == 0)
  }

  @Test func `a polygon of a boundary that crosses itself is repaired and said to be, once`() async throws {
    let bow = [Coordinate(x: 5, y: 0), .init(x: 6, y: 1), .init(x: 6, y: 0), .init(x: 5, y: 1)]
    let found = try await points("lon,lat\n0.5,0.5\n5.9,0.5\n5.5,0.9\n", within: squares([square(0, 0), square(1, 0), bow]))
    let repairs = found.notes.filter { $0.id == "geometry.repaired" }
    #expect(repairs.count == 1 && repairs[0].values["count"] == "1")
    #expect(found.account.joined == 2 && found.account.outside == 1)
  }

  @Test func `everywhere has no border, and takes positions of any CRS as they are`() async throws {
    let found = try await points("lon,lat\n180,90\n-180,-90\n0.5,0.5\n", within: nil)
    #expect(found.account.joined == 3 && found.account.onBorder == 0 && found.coordinates.areas == .wgs84)
  }

  @Test func `plain polygons count each record in the first that has it`() async throws {
    var geometry = PolygonColumn()
    for ring in [square(0, 0), square(0.5, 0), square(9, 9)] { geometry.append(polygon: [ring]) }
    let pass = try RecordPass(
      try SmallBatches(Array("lon,lat\n0.2,0.5\n0.7,0.5\n1.2,0.5\n1.2,0.6\n8,8\n".utf8)),
      on: .polygons(geometry, .wgs84, file: "map.geojson"), PointOptions().records())
    let run = try await pass.run(into: TallySink(pass), jobs: 1, progress: SilentProgress())
    let counts = run.sink.tally.entries().map { ($0.key >> 40, $0.count) }
    #expect(counts.map(\.0) == [0, 1, 3] && counts.map(\.1) == [2, 2, 1])
    #expect(run.account.ambiguous == 1 && run.account.outside == 1)
  }
}
