import PlazaGeometry
import PlazaTesting
import Testing

private func square(_ low: Double, _ high: Double) -> [Coordinate] {
  [Coordinate(x: low, y: low), Coordinate(x: high, y: low), Coordinate(x: high, y: high), Coordinate(x: low, y: high)]
}

private func covering(_ x: Double, _ y: Double, _ locator: AreaLocator) -> [Int32] {
  var list: [Int32] = []
  locator.appendAreas(coveringX: x, y: y, to: &list)
  return list
}

@Suite("Area locator at the edges")
struct AreaLocatorEdgeCaseTests {
  @Test("finds nothing in an empty column, nor in empty features")
  func empty() {
    var areas = PolygonColumn()
    let points = [Coordinate(x: 0, y: 0), Coordinate(x: .nan, y: 0)]
    #expect(Located(points, in: AreaLocator(areas)).areas == [AreaLocator.none, AreaLocator.notAPlace])
    for _ in 0..<3 { areas.endFeature() }
    #expect(Located(points, in: AreaLocator(areas, jobs: 4)).areas == [AreaLocator.none, AreaLocator.notAPlace])
    areas.append(polygon: [square(-1, 1)])
    areas.endFeature()
    #expect(Located(points, in: AreaLocator(areas)).areas == [3, AreaLocator.notAPlace])
  }

  @Test("tells points that are nowhere from points outside")
  func notFinite() {
    var areas = PolygonColumn()
    areas.append(polygon: [square(-1, 1)])
    let big = Double.greatestFiniteMagnitude
    let points = [(0, Double.nan), (.infinity, 0), (0, -.infinity), (.nan, .nan), (big, 0), (-big, big), (0, 0)]
      .map { Coordinate(x: $0.0, y: $0.1) }
    let located = Located(points, in: AreaLocator(areas))
    #expect(located.areas == [-2, -2, -2, -2, -1, -1, 0])
    #expect(located.flags == [0, 0, 0, 0, 0, 0, 0])
    #expect(covering(.nan, 0, AreaLocator(areas)).isEmpty)
  }

  @Test("covers boundaries and borders of holes, and flags what is shared")
  func boundaries() {
    var areas = PolygonColumn()
    areas.append(polygon: [square(0, 10), square(2, 4)])
    areas.append(polygon: [square(2, 4)])
    areas.append(polygon: [square(9, 12)])
    let points = [(0, 0), (2, 3), (3, 3), (4, 4), (9.5, 9.5), (9, 9), (10, 11), (10, 9.5), (12, 12), (12.1, 12), (5, 0)]
      .map { Coordinate(x: $0.0, y: $0.1) }
    let locator = AreaLocator(areas)
    let located = Located(points, in: locator)
    #expect(located.areas == [0, 0, 1, 0, 0, 0, 2, 0, 2, -1, 0])
    #expect(located.flags == [0, 1, 0, 1, 2, 1, 0, 1, 0, 0, 0])
    #expect(covering(2, 3, locator) == [0, 1])
    #expect(covering(9.5, 9.5, locator) == [0, 2])
  }

  @Test("agrees with the oracle on spikes, slivers, repeated vertices, points and lines as rings")
  func degenerate() {
    let rings: [[(Double, Double)]] = [
      [(0, 0), (4, 0), (4, 4), (8, 4), (4, 4), (0, 4)], [(1, 1)], [(2, 2), (3, 3)], [(5, 5), (5, 5), (5, 5), (5, 5)],
      [(0, 6), (7, 6), (7, 6.000_000_000_000_001)], [(0, 0), (0, 0), (8, 8), (8, 8), (0, 8), (0, 8), (0, 0)],
      [(1, 1), (1, 1), (2, 1), (2, 1), (2, 2), (1, 2)], [],
    ]
    var areas = PolygonColumn()
    for ring in rings { areas.append(polygon: [ring.map { Coordinate(x: $0.0, y: $0.1) }]) }
    var generator = PolygonGenerator(seed: 9, size: 8, step: 0.5)
    for cells in [1.0, 9, 64, 1_000, 100_000] {
      #expect(disagreement(areas, generator.probes(areas, count: 1_000), cells: cells) == nil)
    }
  }

  @Test("closes open rings and leaves out polygons that are not finite")
  func unsound() {
    var areas = PolygonColumn()
    for vertex in square(0, 4) { areas.append(x: vertex.x, y: vertex.y) }
    areas.endRing()
    areas.endPolygon()
    areas.endFeature()
    areas.append(polygon: [square(0, .nan)])
    areas.append(polygon: [square(0, .infinity)])
    areas.append(polygon: [square(2, 6)])
    let locator = AreaLocator(areas)
    #expect(covering(0, 2, locator) == [0])
    #expect(covering(3, 3, locator) == [0, 3])
    #expect(covering(5, 5, locator) == [3])
    #expect(covering(7, 7, locator).isEmpty)
  }

  @Test(
    "agrees with the oracle at any scale and place",
    arguments: [(1.0, 0.0), (0x1p330, 0), (0x1p490, 0), (0x1p-250, 0), (0x1p-340, 0), (1, 0x1p40), (0x1p-20, -0x1p30)])
  func scales(scale: Double, shift: Double) {
    for seed in 0..<4 as Range<UInt64> {
      var generator = PolygonGenerator(seed: seed, size: 64, step: 1)
      let stars = generator.overlappingStars(areas: 4, vertices: 8)
      let change = { (p: Coordinate) in Coordinate(x: p.x * scale + shift, y: p.y * scale - shift) }
      let areas = stars.mapped(change)
      let points = generator.probes(stars, count: 40).map(change) + generator.probes(areas, count: 40)
      #expect(disagreement(areas, points, cells: [1, 50, 400, 200][Int(seed)]) == nil)
    }
  }

  @Test("spans the whole range of coordinates")
  func wholeRange() {
    let (big, least) = (0x1p499, 0x1p-400)
    var areas = PolygonColumn()
    areas.append(polygon: [square(-big, big)])
    areas.append(polygon: [square(-1, 1)])
    areas.append(polygon: [square(-least, least)])
    let points = [(0, 0), (big, big), (big.nextDown, 0), (1, 1), (-1, 0.5), (least, 0), (3, 1e120)]
      .map { Coordinate(x: $0.0, y: $0.1) }
    #expect(disagreement(areas, points, cells: 100) == nil)
  }

  @Test("gives the same answers for any number of threads and cells, and any start and direction of rings")
  func independence() {
    var generator = PolygonGenerator(seed: 21, size: 64, step: 0x1p-6)
    var areas = generator.tiling(count: 12, verticesPerSide: 48)
    areas.append(contentsOf: generator.overlappingStars(areas: 8, vertices: 100))
    let points = generator.probes(areas, count: 4_000)
    let truth = Located(points, in: AreaLocator(areas))
    for jobs in [2, 3, 7] { #expect(Located(points, in: AreaLocator(areas, jobs: jobs)) == truth) }
    for cells in [40.0, 1_000, 20_000] {
      #expect(Located(points, in: AreaLocator(areas, jobs: 2) { _ in cells }) == truth)
    }
    let reversed = areas.reorderingRings { $0.reverse() }
    #expect(Located(points, in: AreaLocator(reversed)) == truth)
    let rotated = areas.reorderingRings {
      $0.append(contentsOf: $0.prefix(5))
      $0.removeFirst(min(5, $0.count / 2))
    }
    #expect(Located(points, in: AreaLocator(rotated)) == truth)
    let moved = areas.mapped { Coordinate(x: $0.x + 0x1p20, y: $0.y - 0x1p18) }
    let movedPoints = points.map { Coordinate(x: $0.x + 0x1p20, y: $0.y - 0x1p18) }
    let exact = points.indices.filter { movedPoints[$0].x - 0x1p20 == points[$0].x && movedPoints[$0].y + 0x1p18 == points[$0].y }
    let locatedMoved = Located(exact.map { movedPoints[$0] }, in: AreaLocator(moved))
    #expect(locatedMoved.areas == exact.map { truth.areas[$0] })
  }

  @Test("lists hundreds of areas that cover one another")
  func manyOverlaps() {
    var areas = PolygonColumn()
    for i in 0..<300 { areas.append(polygon: [square(Double(i) / 8, 200 - Double(i) / 8)]) }
    var generator = PolygonGenerator(seed: 4, size: 200, step: 0.125)
    #expect(disagreement(areas, generator.probes(areas, count: 300), cells: 10_000) == nil)
  }

  @Test("builds in proportion to the edges of one great ring")
  func greatRing() {
    var generator = PolygonGenerator(seed: 8, size: 1_000, step: 0x1p-30)
    var times: [Duration] = []
    for vertices in [30_000, 120_000] {
      var areas = PolygonColumn()
      areas.append(polygon: [generator.star(around: Coordinate(x: 500, y: 500), radius: 500, vertices: vertices)])
      var locator: AreaLocator?
      times.append(ContinuousClock().measure { locator = AreaLocator(areas) })
      // The edges go to and fro between radii 200 and 500, and lie in hundreds of cells each: these are made larger for them.
      #expect((locator?.indexSize ?? .max) < 80 * vertices + 1 << 24)
      #expect(locator.map { covering(500, 500, $0) } == [0])
    }
    #expect(times[1] < times[0] * 16)
  }
}
