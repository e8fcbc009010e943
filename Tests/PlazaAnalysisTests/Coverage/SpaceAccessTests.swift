import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaRecords

@Suite struct SpaceAccessTests {
  @Test func `All that reach a space share it, and what is given is what there is`() async throws {
    var made = CoverageTests.made()
    made.options.distances = [3000, 20_000]
    let result = try await made.run()
    let access = result.makeLayer().numbers("access_20000")
    // Everybody reaches both: two spaces to 1 400 people, told by 1 000 people.
    #expect(access[0] == 1.43 && access[1] == 1.43)
    #expect(access[2] == nil && access[3] == nil)
    #expect(abs(result.totals[1].given! - 2000) < 1e-6 && result.totals[1].shared == 2000)
    #expect(abs(result.totals[1].gini!) < 1e-9)
    #expect(result.totals[0].gini! > 0)
  }

  @Test func `Distances are to the outline of a space, 0 within, and see through its holes`() {
    var made = MadeFeatures()
    made.addSquare(x: 0, y: 0, side: 100)
    made.addLine([(300, 0), (300, 100)])
    made.addPoint(x: 0, y: 500)
    let distances = SpaceDistances(made.features(.epsg(32718)))
    let places = [(50.0, 50.0), (150, 50), (240, 50), (0, 400), (-30, -40), (5000, 50)].map { Coordinate(x: $0.0, y: $0.1) }
    #expect(distances.nearest(places, from: 10, jobs: 2) == [0, 50, 60, 100, 50, 4700])
    let near = distances.near(places, within: 210, jobs: 1)
    #expect(near[1].map(\.supply) == [0, 1] && near[1].map(\.cost) == [50, 150] && near[5].isEmpty)
    var ring = PolygonColumn()
    for corners in [[(0.0, 0.0), (100, 0), (100, 100), (0, 100)], [(20, 20), (20, 80), (80, 80), (80, 20)]] {
      for (x, y) in corners + corners.prefix(1) { ring.append(x: x, y: y) }
      ring.endRing()
    }
    ring.endPolygon()
    ring.endFeature()
    var (points, lines) = (PointColumn(), LineColumn())
    points.endFeature()
    lines.endFeature()
    let frame = SpaceDistances(Features(points: points, lines: lines, polygons: ring, columns: [], crs: .epsg(32718)))
    #expect(frame.nearest([Coordinate(x: 50, y: 45), Coordinate(x: 10, y: 10)], from: 1, jobs: 1) == [25, 0])
  }

  @Test func `The nearest is the least of all distances`() {
    var random = SplitMix64(seed: 12)
    var made = MadeFeatures()
    for _ in 0..<80 {
      made.addSquare(
        x: Double.random(in: 0...5000, using: &random), y: Double.random(in: 0...5000, using: &random),
        side: Double.random(in: 5...300, using: &random))
    }
    let distances = SpaceDistances(made.features(.epsg(32718)))
    let places = (0..<300).map { _ in
      Coordinate(x: Double.random(in: -3000...8000, using: &random), y: Double.random(in: -3000...8000, using: &random))
    }
    let all = distances.near(places, within: 1e9, jobs: 3).map { $0.map(\.cost).min() }
    #expect(distances.nearest(places, from: 40, jobs: 2) == all)
  }

  @Test func `Places on the lattice lie in their areas, about 64 in each, and do not depend on the others`() {
    var made = MadeFeatures()
    made.addSquare(x: 500_000, y: 8_600_000, side: 1000)
    made.addRing([(502_000, 8_600_000), (503_000, 8_600_000), (502_000, 8_603_000)])
    // Too narrow for any position of its lattice.
    made.addRing([(504_000.1, 8_600_000), (504_000.2, 8_600_000), (504_000.2, 8_600_900), (504_000.1, 8_600_900)])
    let column = made.features(.epsg(32718)).polygons
    let demand = DemandPoints(column)
    #expect(demand.counts[0] >= 32 && demand.counts[0] <= 128 && demand.counts[1] >= 32 && demand.counts[1] <= 128)
    #expect(demand.counts[2] >= 1)
    let owners = CoverageGround.locate(demand.positions, in: column, jobs: 1)
    #expect(owners.map { $0 ?? -1 } == demand.areas)
    var alone = PolygonColumn()
    alone.append(feature: 1, of: column)
    let second = demand.areas.indices.filter { demand.areas[$0] == 1 }
    #expect(DemandPoints(alone).positions == second.map { demand.positions[$0] })
  }
}
