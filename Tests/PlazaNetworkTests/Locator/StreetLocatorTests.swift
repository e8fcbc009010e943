import PlazaGeometry
import PlazaNetwork
import PlazaTesting
import Testing

@Suite("Street locator") struct StreetLocatorTests {
  @Test func `the nearest place lies on the way, at an end or at a bend`() {
    let locator = StreetLocator(StreetGraph(lines([[(0, 0), (100, 0), (100, 50)]])))
    let find = { (x: Double, y: Double) in locator.nearest(x: x, y: y, within: 30) }
    #expect(find(40, 3) == found(0, 40, 3))
    #expect(find(-3, -4) == found(0, 0, 5))
    #expect(find(103, -4) == found(0, 100, 5))
    #expect(find(110, 20) == found(0, 120, 10))
    #expect(find(100, 70) == found(0, 150, 20))
  }

  @Test func `a street exactly as far as allowed is found, one beyond is not`() {
    let locator = StreetLocator(StreetGraph(lines([[(0, 0), (100, 0)]])))
    #expect(locator.nearest(x: 50, y: 30, within: 30) == found(0, 50, 30))
    #expect(locator.nearest(x: 50, y: 30.001, within: 30) == nil)
    #expect(locator.nearest(x: 50, y: 0, within: 0) == found(0, 50, 0))
    #expect(locator.nearest(x: .nan, y: 0, within: 30) == nil)
    #expect(locator.nearest(x: 0, y: .infinity, within: 30) == nil)
    #expect(locator.nearest(x: 1e300, y: 0, within: 1e6) == nil)
  }

  @Test func `streets that hang together with too few others can be passed over`() {
    let graph = StreetGraph(lines([[(0, 0), (60, 0)], [(60, 0), (120, 0)], [(50, 5), (60, 5)]]))
    let stub = (0..<2).first { graph.length(ofEdge: $0) == 10 }!
    #expect(StreetLocator(graph).nearest(x: 55, y: 6, within: 30)?.position.edge == stub)
    #expect(StreetLocator(graph, leastComponent: 10).nearest(x: 55, y: 6, within: 30)?.position.edge == stub)
    #expect(StreetLocator(graph, leastComponent: 10.5).nearest(x: 55, y: 6, within: 30)?.distance == 6)
    #expect(StreetLocator(graph, leastComponent: 121).nearest(x: 55, y: 6, within: 30) == nil)
    let park = areas([square(52, 4, 53, 6)])
    #expect(StreetLocator(graph).entries(of: park).entries.map(\.cost) == [0])
    #expect(StreetLocator(graph, leastComponent: 11).entries(of: park).entries.allSatisfy { $0.cost >= 4 })
  }

  @Test func `of streets equally near the lowest edge is taken`() {
    // A crossing of four streets, and a point on the way between two of them.
    let locator = StreetLocator(
      StreetGraph(lines([[(0, 0), (10, 0)], [(0, 0), (0, 10)], [(0, 0), (-10, 0)], [(0, 0), (0, -10)]])))
    let places = [(0.0, 0.0), (3, 3), (-3, 3), (-3, -3), (3, -3)].map { locator.nearest(x: $0.0, y: $0.1, within: 5)! }
    for (place, expected) in zip(places, [0.0, 3, 3, 3, 3]) { #expect(place.distance == expected) }
    for (place, x, y) in [(places[1], 3.0, 3.0), (places[2], -3, 3), (places[3], -3, -3), (places[4], 3, -3)] {
      let both = (0..<4).filter { edge in
        let end = locator.graph.coordinate(at: StreetPosition(edge: edge, offset: 5))
        let start = locator.graph.coordinate(at: StreetPosition(edge: edge, offset: 0))
        let outer = abs(start.x) + abs(start.y) > 0 ? start : end
        return outer.x * x > 0 || outer.y * y > 0
      }
      #expect(both.count == 2 && place.position.edge == both.min())
    }
    #expect(places[0].position.edge == 0)
  }

  @Test(arguments: [UInt64](0..<30))
  func `the answer is that of every segment, with any number of workers`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var streets = wanderingStreets(40, size: 12, seed: seed)
    // A long street across all the others, and one far away.
    streets += [[(-40, -35.5), (47, 51.25)], [(300, 300), (300, 301)]]
    let graph = StreetGraph(lines(streets))
    let locator = StreetLocator(graph)
    let homes = points(
      (0..<300).map { i in
        let range = i % 3 == 0 ? -100.0...400 : -2.0...14
        let (x, y) = (Double.random(in: range, using: &random), Double.random(in: range, using: &random))
        return [i % 2 == 0 ? (x, y) : (x.rounded(), y.rounded())]
      })
    for limit in [0.4, 30] {
      let found = locator.points(homes, within: limit, jobs: 1)
      #expect(locator.points(homes, within: limit, jobs: 4) == found)
      for home in 0..<homes.pointCount {
        let expected = slowest(homes.coordinate(at: home), graph)
        guard let position = found.position(of: home) else {
          #expect(expected.distance > limit, "seed \(seed), \(home)")
          continue
        }
        #expect(abs(found.access[home] - expected.distance) < 1e-9, "seed \(seed), \(home)")
        #expect(position.edge == expected.edge, "seed \(seed), \(home)")
        let (p, q) = (graph.coordinate(at: position), homes.coordinate(at: home))
        #expect(abs(((q.x - p.x) * (q.x - p.x) + (q.y - p.y) * (q.y - p.y)).squareRoot() - expected.distance) < 1e-9)
      }
    }
  }

  /// Every segment of every edge in turn: the first that is nearer by more than rounding.
  private func slowest(_ home: Coordinate, _ graph: StreetGraph) -> (edge: Int, distance: Double) {
    var best = (edge: -1, distance: Double.infinity)
    for edge in 0..<graph.edgeCount {
      let drawn = graph.lines(of: [StreetPart(edge: edge, from: 0, to: graph.length(ofEdge: edge))])
      for vertex in 0..<drawn.vertexCount - 1 {
        let (a, b) = (drawn.coordinate(at: vertex), drawn.coordinate(at: vertex + 1))
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let share = min(1, max(0, ((home.x - a.x) * dx + (home.y - a.y) * dy) / (dx * dx + dy * dy)))
        let (east, north) = (home.x - a.x - share * dx, home.y - a.y - share * dy)
        let distance = (east * east + north * north).squareRoot()
        if distance < best.distance - 1e-12 { best = (edge, distance) }
      }
    }
    return best
  }

  private func found(_ edge: Int, _ offset: Double, _ distance: Double) -> StreetLocator.Found {
    StreetLocator.Found(position: StreetPosition(edge: edge, offset: offset), distance: distance)
  }
}
