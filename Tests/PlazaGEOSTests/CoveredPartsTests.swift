import PlazaGeometry
import PlazaTesting
import Testing

@testable import PlazaGEOS

@Suite struct CoverageTests {
  enum Pattern: String, CaseIterable { case scattered, crowded, lattice, twins, touching, line }

  static func centres(_ pattern: Pattern, seed: Int) -> [Coordinate] {
    var random = SplitMix64(seed: UInt64(seed))
    func scattered(_ count: Int, _ extent: Double) -> [Coordinate] {
      (0..<count).map { _ in
        Coordinate(
          x: 4e5 + Double.random(in: 0...extent, using: &random), y: 15e5 + Double.random(in: 0...extent, using: &random))
      }
    }
    switch pattern {
    case .scattered: return scattered(60, 8000)
    case .crowded: return scattered(200, 2500)
    // Outlines that meet three and four at a time, and edges that lie on each other.
    case .lattice:
      let step = [100.0, 200, 400, 565.685424949238, 800][seed % 5]
      return (0..<49).map { Coordinate(x: 4e5 + step * Double($0 % 7), y: 15e5 + step * Double($0 / 7)) }
    case .twins: return scattered(20, 3000).flatMap { [$0, $0, Coordinate(x: $0.x + 1e-9, y: $0.y)] }
    case .touching: return (0..<9).map { Coordinate(x: 800 * Double($0 % 3), y: 800 * Double($0 / 3)) }
    case .line: return (0..<30).map { Coordinate(x: 4e5 + 39.2 * Double($0), y: 15e5 + 3.86 * Double($0)) }
    }
  }

  static func buffers(_ centres: [Coordinate], quadrantSegments: Int = 16) async throws -> Buffers {
    var points = PointColumn()
    var (lines, polygons) = (LineColumn(), PolygonColumn())
    for centre in centres {
      points.append(x: centre.x, y: centre.y)
      points.endFeature()
      lines.endFeature()
      polygons.endFeature()
    }
    return try await GEOS.buffers(
      points: points, lines: lines, polygons: polygons, distance: 400, quadrantSegments: quadrantSegments, jobs: 2)
  }

  static func squares(_ box: Envelope, _ side: Int) -> PolygonColumn {
    var column = PolygonColumn()
    for cell in 0..<side * side {
      let (w, h) = (box.width / Double(side), box.height / Double(side))
      let (x, y) = (box.minX + w * Double(cell % side), box.minY + h * Double(cell / side))
      for (dx, dy) in [(0.0, 0.0), (w, 0), (w, h), (0, h), (0, 0)] { column.append(x: x + dx, y: y + dy) }
      column.endRing()
      column.endPolygon()
      column.endFeature()
    }
    return column
  }

  @Test(arguments: Pattern.allCases, 0..<6)
  func `Circles are united as GEOS unites them`(pattern: Pattern, seed: Int) async throws {
    let buffers = try await Self.buffers(Self.centres(pattern, seed: seed), quadrantSegments: [16, 8, 5, 1, 32, 2][seed])
    let column = try await GEOS.dissolved(buffers, jobs: 2)
    let context = GEOSContext()
    let expected = try context.union(features: Array(0..<buffers.count), of: buffers.column)
    let area = expected.planarArea(ofFeature: 0)
    #expect(abs(column.planarArea(ofFeature: 0) - area) <= 1e-9 * area)
    let a = try context.geometry(feature: 0, of: column)
    let b = try context.geometry(feature: 0, of: expected)
    #expect(try a.validity().isValid)
    // The shapes themselves, not only their surface.
    #expect(try a.difference(b).area <= 1e-9 * area)
    #expect(try b.difference(a).area <= 1e-9 * area)
  }

  @Test(arguments: [Pattern.scattered, .crowded, .lattice], 0..<6)
  func `Centres of no special kind are united without GEOS`(pattern: Pattern, seed: Int) async throws {
    let buffers = try await Self.buffers(Self.centres(pattern, seed: seed))
    var union = DiscUnion(centres: buffers.centres.compactMap { $0 }, corners: buffers.corners)
    #expect(union.outlines() != nil)
  }

  @Test(arguments: [Pattern.scattered, .crowded, .lattice])
  func `What is covered and what is left make up each area, whatever the workers and the order`(pattern: Pattern) async throws {
    let centres = Self.centres(pattern, seed: 2)
    let buffers = try await Self.buffers(centres)
    let areas = Self.squares(buffers.column.envelope, 9)
    let one = try await GEOS.coverage(of: areas, by: buffers, wantsRest: true, jobs: 1)
    #expect(one == (try await GEOS.coverage(of: areas, by: buffers, wantsRest: true, jobs: 7)))
    var random = SplitMix64(seed: 9)
    let shuffled = try await Self.buffers(centres.shuffled(using: &random))
    #expect(one == (try await GEOS.coverage(of: areas, by: shuffled, wantsRest: true, jobs: 2)))
    let whole = try await GEOS.dissolved(buffers, jobs: 2)
    #expect(whole == (try await GEOS.dissolved(shuffled, jobs: 3)))
    var sum = 0.0
    for area in 0..<areas.featureCount {
      let (covered, rest) = (one.covered.planarArea(ofFeature: area), one.rest.planarArea(ofFeature: area))
      #expect(abs(covered + rest - areas.planarArea(ofFeature: area)) < 1e-4)
      sum += covered
    }
    #expect(abs(sum - whole.planarArea(ofFeature: 0)) < 1e-8 * sum)
  }

  @Test func `Points, lines and polygons are buffered alike, and holes stay`() async throws {
    var points = PointColumn()
    var lines = LineColumn()
    var polygons = PolygonColumn()
    points.append(x: 0, y: 0)
    points.endFeature()
    lines.endFeature()
    polygons.endFeature()
    // A line.
    points.endFeature()
    lines.append(x: 1000, y: 0)
    lines.append(x: 1200, y: 0)
    lines.endLine()
    lines.endFeature()
    polygons.endFeature()
    // A frame around a court of 300 m.
    points.endFeature()
    lines.endFeature()
    for ring in [[(2000.0, 0.0), (2500, 0), (2500, 500), (2000, 500)], [(2100, 100), (2100, 400), (2400, 400), (2400, 100)]] {
      for (x, y) in ring + ring.prefix(1) { polygons.append(x: x, y: y) }
      polygons.endRing()
    }
    polygons.endPolygon()
    polygons.endFeature()
    // Nothing.
    points.endFeature()
    lines.endFeature()
    polygons.endFeature()
    let buffers = try await GEOS.buffers(
      points: points, lines: lines, polygons: polygons, distance: 100, quadrantSegments: 16, jobs: 1)
    let circle = 64 * 100 * 100 * 0.5 * 0.0980171403295606
    #expect(abs(buffers.column.planarArea(ofFeature: 0) - circle) < 1e-6)
    #expect(abs(buffers.column.planarArea(ofFeature: 1) - circle - 200 * 200) < 1e-6)
    #expect(abs(buffers.column.planarArea(ofFeature: 2) - circle - 500 * 500 - 4 * 500 * 100 + 100 * 100) < 1e-6)
    #expect(buffers.column.isEmpty(feature: 3))
    let whole = try await GEOS.dissolved(buffers, jobs: 1)
    #expect(whole.polygonCount == 3 && whole.ringCount == 4)
    let court = Self.squares(Envelope(minX: 2200, minY: 200, maxX: 2300, maxY: 300), 1)
    let cut = try await GEOS.coverage(of: court, by: buffers, wantsRest: true, jobs: 1)
    #expect(cut.covered.isEmpty(feature: 0) && cut.rest.planarArea(ofFeature: 0) == 10_000)
  }

  @Test func `Without shapes nothing is covered, and an empty area stays empty`() async throws {
    var areas = Self.squares(Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1), 1)
    areas.endFeature()
    let none = Buffers(PolygonColumn())
    let result = try await GEOS.coverage(of: areas, by: none, wantsRest: true, jobs: 1)
    #expect(result.covered.featureCount == 2 && result.covered.vertexCount == 0)
    #expect(result.rest.planarArea(ofFeature: 0) == 1 && result.rest.isEmpty(feature: 1))
    #expect(try await GEOS.dissolved(none, jobs: 1).isEmpty(feature: 0))
  }
}
