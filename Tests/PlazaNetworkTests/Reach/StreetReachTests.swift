import PlazaGeometry
import PlazaNetwork
import PlazaTesting
import Testing

@Suite("Reach on streets") struct StreetReachTests {
  /// One space that enters at places.
  private func space(_ positions: StreetPosition...) -> StreetEntries { StreetEntries([positions.map { StreetEntry($0) }]) }

  @Test func `an edge is reached in part from a place on it`() {
    let graph = StreetGraph(lines([[(0, 0), (100, 0)]]))
    let reach = graph.reach(from: space(StreetPosition(edge: 0, offset: 40)), limit: 30)
    #expect(reach.parts() == [StreetPart(edge: 0, from: 10, to: 70)])
    #expect(reach.parts(within: 12.5) == [StreetPart(edge: 0, from: 27.5, to: 52.5)])
    #expect(reach.distance(at: StreetPosition(edge: 0, offset: 70)) == 30)
    #expect(reach.distance(at: StreetPosition(edge: 0, offset: 9)) == nil)
  }

  @Test func `an edge is reached from both ends and its middle stays out`() {
    // A triangle with a long side: 30 to either end of it, from the corner between.
    let graph = StreetGraph(
      lines([
        [(0, 0), (30, 0)], [(0, 0), (0, 30)], [(30, 0), (30, 50), (0, 50), (0, 30)], [(0, 0), (-1, 0)], [(30, 0), (31, 0)],
        [(0, 30), (-1, 30)],
      ]))
    let corner = place(of: Coordinate(x: 0, y: 0), graph)
    let long = (0..<6).first { graph.length(ofEdge: $0) == 100 }!
    let reach = graph.reach(from: space(corner), limit: 70)
    #expect(
      reach.parts().filter { $0.edge == long } == [
        StreetPart(edge: long, from: 0, to: 40), StreetPart(edge: long, from: 60, to: 100),
      ])
    #expect(reach.parts().count == 7)
    // At 80 the two halves meet.
    let all = graph.reach(from: space(corner), limit: 80).parts()
    #expect(all.map(\.length).reduce(0, +) == 163 && all.count == 6)
    #expect(reach.distance(at: StreetPosition(edge: long, offset: 50)) == nil)
  }

  @Test func `a loop is walked both ways round`() {
    let graph = StreetGraph(lines([[(-10, 0), (0, 0)], [(0, 0), (30, 0), (30, 30), (0, 30), (0, 0)]]))
    let stick = (0..<2).first { graph.length(ofEdge: $0) == 10 }!
    let loop = 1 - stick
    let tip = graph.coordinate(ofNode: graph.nodes(ofEdge: stick).start).x == -10 ? 0.0 : 10
    let reach = graph.reach(from: space(StreetPosition(edge: stick, offset: tip)), limit: 50)
    #expect(
      reach.parts()
        == [
          StreetPart(edge: stick, from: 0, to: 10), StreetPart(edge: loop, from: 0, to: 40),
          StreetPart(edge: loop, from: 80, to: 120),
        ].sorted { ($0.edge, $0.from) < ($1.edge, $1.from) })
    #expect(reach.distance(at: StreetPosition(edge: loop, offset: 100)) == 30)
  }

  @Test func `the cost of an entry counts, and one beyond the limit reaches nothing`() {
    let graph = StreetGraph(lines([[(0, 0), (100, 0)]]))
    let entry = { (cost: Double) in StreetEntries([[StreetEntry(edge: 0, from: 50, to: 60, cost: cost)]]) }
    #expect(graph.reach(from: entry(20), limit: 30).parts() == [StreetPart(edge: 0, from: 40, to: 70)])
    #expect(graph.reach(from: entry(30), limit: 30).parts() == [StreetPart(edge: 0, from: 50, to: 60)])
    #expect(graph.reach(from: entry(31), limit: 30).parts().isEmpty)
    #expect(graph.reach(from: entry(31), limit: 30).distance(at: StreetPosition(edge: 0, offset: 55)) == nil)
    #expect(graph.reach(from: entry(0), limit: 0).distance(at: StreetPosition(edge: 0, offset: 55)) == 0)
    // Limits of nothing and next to nothing, at a node and on the way.
    for limit in [0, .leastNonzeroMagnitude, .leastNormalMagnitude] {
      #expect(graph.reach(from: space(StreetPosition(edge: 0, offset: 0)), limit: limit).nodeDistances == [0, .infinity])
    }
    #expect(graph.reach(from: space(StreetPosition(edge: 0, offset: 0)), limit: 1e300).nodeDistances == [0, 100])
    // A place without a length is no stretch.
    #expect(graph.reach(from: space(StreetPosition(edge: 0, offset: 50)), limit: 0).parts().isEmpty)
  }

  @Test func `streets that hang together with no space are not reached`() {
    let graph = StreetGraph(lines([[(0, 0), (100, 0)], [(0, 10), (100, 10)]]))
    let reach = graph.reach(from: space(StreetPosition(edge: 0, offset: 0)), limit: 1e9)
    #expect(reach.parts() == [StreetPart(edge: 0, from: 0, to: 100)])
    #expect(reach.nodeDistances.count { $0 == .infinity } == 2)
  }

  @Test func `without streets or spaces nothing is reached`() {
    let none = StreetGraph(LineColumn())
    let spaces = StreetEntries([[], []])
    #expect(none.reach(from: spaces, limit: 400).parts().isEmpty)
    #expect(none.serviceAreas(of: spaces, limit: 400, jobs: 3).offsets == [0, 0, 0])
    #expect(none.lines(of: none.serviceAreas(of: spaces, limit: 400)).featureCount == 2)
    #expect(StreetLocator(none).nearest(x: 0, y: 0, within: 1e6) == nil)
    let graph = StreetGraph(lines([[(0, 0), (1, 0)]]))
    #expect(graph.reach(from: StreetEntries([]), limit: 400).parts().isEmpty)
    #expect(graph.serviceAreas(of: spaces, limit: 400).offsets == [0, 0, 0])
  }

  @Test func `a search of many thousand nodes is that of its parts`() {
    // More items than the workspace begins with.
    let graph = StreetGraph(lattice(90, spacing: 1))
    let corner = StreetLocator(graph).nearest(x: 0, y: 0, within: 0)!.position
    let reach = graph.reach(from: StreetEntries([[StreetEntry(corner)]]), limit: 1000)
    for node in 0..<graph.nodeCount {
      let place = graph.coordinate(ofNode: node)
      #expect(reach.nodeDistances[node] == place.x + place.y)
    }
    #expect(reach.parts().count == graph.edgeCount)
    #expect(graph.serviceAreas(of: StreetEntries([[StreetEntry(corner)]]), limit: 1000).parts == reach.parts())
  }

  @Test func `of two spaces equally near the lower is named`() {
    let graph = StreetGraph(lines([[(0, 0), (50, 0), (100, 0)], [(50, 0), (50, 30)]]))
    let ends = [Coordinate(x: 100, y: 0), Coordinate(x: 0, y: 0)]
    let spaces = StreetEntries(ends.map { [StreetEntry(place(of: $0, graph))] })
    let reach = graph.reach(from: spaces, limit: 200)
    #expect(reach.nearest(at: place(of: Coordinate(x: 50, y: 30), graph)) == StreetReach.Nearest(distance: 80, space: 0))
    #expect(reach.nearest(at: place(of: Coordinate(x: 0, y: 0), graph)) == StreetReach.Nearest(distance: 0, space: 1))
  }

  private func place(of coordinate: Coordinate, _ graph: StreetGraph) -> StreetPosition {
    StreetLocator(graph).nearest(x: coordinate.x, y: coordinate.y, within: 1e-9)!.position
  }

  // MARK: Against all pairs

  @Test(arguments: [UInt64](0..<30))
  func `distances are those of all pairs, at any place of any edge`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let graph = StreetGraph(lines(wanderingStreets(16, size: 6, seed: seed)))
    let slow = SlowStreets(graph)
    let spaces = graph.entries(spaces: 4, using: &random)
    let limit = Double.random(in: 0...6, using: &random)
    let reach = graph.reach(from: spaces, limit: limit)
    for _ in 0..<200 {
      let position = graph.position(using: &random)
      let expected = spaces.entries.map { slow.distance($0, position) }.min() ?? .infinity
      if abs(expected - limit) < 1e-9 { continue }
      guard let found = reach.nearest(at: position) else {
        #expect(expected > limit, "seed \(seed)")
        continue
      }
      #expect(abs(found.distance - expected) < 1e-9, "seed \(seed)")
      let own = spaces.entries(ofSpace: found.space).map { slow.distance($0, position) }.min() ?? .infinity
      #expect(abs(own - expected) < 1e-9, "seed \(seed)")
    }
  }

  @Test(arguments: [UInt64](0..<30))
  func `the parts hold every place within the limit and no other, disjoint and in order`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let graph = StreetGraph(lines(wanderingStreets(16, size: 6, seed: seed)))
    let slow = SlowStreets(graph)
    let spaces = graph.entries(spaces: 3, using: &random)
    let limit = Double.random(in: 0.1...5, using: &random)
    let reach = graph.reach(from: spaces, limit: 5)
    let parts = reach.parts(within: limit)
    for (a, b) in zip(parts, parts.dropFirst()) { #expect(a.edge < b.edge || a.edge == b.edge && a.to < b.from, "seed \(seed)") }
    #expect(parts.allSatisfy { $0.from >= 0 && $0.from < $0.to && $0.to <= graph.length(ofEdge: $0.edge) })
    for edge in 0..<graph.edgeCount {
      for step in 0...24 {
        let position = StreetPosition(edge: edge, offset: graph.length(ofEdge: edge) * Double(step) / 24)
        let expected = spaces.entries.map { slow.distance($0, position) }.min() ?? .infinity
        if abs(expected - limit) < 1e-9 { continue }
        let isIn = parts.contains { $0.edge == edge && $0.from <= position.offset && position.offset <= $0.to }
        #expect(isIn == (expected < limit), "seed \(seed), edge \(edge), \(step)")
      }
    }
    #expect(graph.reach(from: spaces, limit: limit).parts() == parts, "seed \(seed)")
  }

  // MARK: Each space by itself

  @Test(arguments: [UInt64](0..<12))
  func `the area of a space is its own reach, with any number of workers`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let graph = StreetGraph(lines(wanderingStreets(60, size: 12, seed: seed)))
    let spaces = graph.entries(spaces: 41, using: &random)
    let areas = graph.serviceAreas(of: spaces, limit: 3, jobs: 1)
    for space in 0..<41 {
      let alone = graph.reach(from: StreetEntries([Array(spaces.entries(ofSpace: space))]), limit: 3)
      #expect(Array(areas.parts(ofSpace: space)) == alone.parts(), "seed \(seed)")
    }
    for jobs in [2, 3, 16] {
      let others = graph.serviceAreas(of: spaces, limit: 3, jobs: jobs)
      #expect(others.parts == areas.parts && others.offsets == areas.offsets)
    }
    // Together they are what all reach.
    let together = graph.reach(from: spaces, limit: 3).parts()
    for part in areas.parts {
      #expect(together.contains { $0.edge == part.edge && $0.from <= part.from && part.to <= $0.to }, "seed \(seed)")
    }
  }

  @Test(arguments: [UInt64](0..<12))
  func `the catchment of a space holds the points that walk to it within the limit`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let graph = StreetGraph(lines(wanderingStreets(60, size: 12, seed: seed)))
    let homes = points(
      (0..<80).map { _ in [(Double.random(in: -1...13, using: &random), Double.random(in: -1...13, using: &random))] })
    let located = StreetLocator(graph).points(homes, within: 0.7)
    #expect((0..<80).contains { located.position(of: $0) == nil } && (0..<80).contains { located.position(of: $0) != nil })
    let spaces = graph.entries(spaces: 21, using: &random)
    let catchments = graph.catchments(of: spaces, points: located, limit: 3, jobs: 1)
    for space in 0..<21 {
      let alone = graph.reach(from: StreetEntries([Array(spaces.entries(ofSpace: space))]), limit: 3).nearest(to: located)
      let range = catchments.range(ofSpace: space)
      #expect(catchments.points[range].map(Int.init) == alone.indices.filter { alone[$0] != nil }, "seed \(seed)")
      #expect(Array(catchments.distances[range]) == alone.compactMap { $0?.distance }, "seed \(seed)")
    }
    for jobs in [2, 5] {
      let other = graph.catchments(of: spaces, points: located, limit: 3, jobs: jobs)
      #expect(other.points == catchments.points && other.distances == catchments.distances && other.offsets == catchments.offsets)
    }
    // The nearest of all spaces is the least over the catchments.
    let nearest = graph.reach(from: spaces, limit: 3).nearest(to: located)
    var least = [Double](repeating: .infinity, count: 80)
    for place in catchments.points.indices {
      let point = Int(catchments.points[place])
      least[point] = min(least[point], catchments.distances[place])
    }
    #expect(least == nearest.map { $0?.distance ?? .infinity })
  }

  // MARK: Geometry

  @Test(arguments: [UInt64](0..<10))
  func `the lines of the parts have their lengths and follow the streets`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let graph = StreetGraph(lines(wanderingStreets(30, size: 8, seed: seed)))
    let areas = graph.serviceAreas(of: graph.entries(spaces: 9, using: &random), limit: 2.3)
    let drawn = graph.lines(of: areas)
    #expect(drawn.featureCount == 9 && drawn.lineCount == areas.parts.count)
    for (line, part) in areas.parts.enumerated() {
      let vertices = drawn.vertices(ofLine: line)
      #expect(vertices.count >= 2)
      #expect(
        drawn.coordinate(at: vertices.lowerBound) == graph.coordinate(at: StreetPosition(edge: part.edge, offset: part.from)))
      #expect(
        drawn.coordinate(at: vertices.upperBound - 1) == graph.coordinate(at: StreetPosition(edge: part.edge, offset: part.to)))
      let length = vertices.dropLast().reduce(0.0) { sum, vertex in
        let (p, q) = (drawn.coordinate(at: vertex), drawn.coordinate(at: vertex + 1))
        return sum + ((q.x - p.x) * (q.x - p.x) + (q.y - p.y) * (q.y - p.y)).squareRoot()
      }
      #expect(abs(length - part.length) < 1e-9, "seed \(seed)")
    }
    #expect(graph.lines(of: areas.parts).lineCount == areas.parts.count)
    #expect(graph.lines(of: [StreetPart]()).featureCount == 1)
  }

  @Test func `on a dense lattice the reach is a diamond, two of pi of the circle`() {
    let graph = StreetGraph(lattice(121, spacing: 10))
    let centre = StreetLocator(graph).nearest(x: 600, y: 600, within: 0)!.position
    let reach = graph.reach(from: StreetEntries([[StreetEntry(centre)]]), limit: 400)
    let drawn = graph.lines(of: reach.parts())
    let corners = convexHull(
      x: (0..<drawn.vertexCount).map { drawn.coordinate(at: $0).x }, y: (0..<drawn.vertexCount).map { drawn.coordinate(at: $0).y }
    )
    var doubled = 0.0
    for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1)) { doubled += a.x * b.y - b.x * a.y }
    #expect(abs(doubled / 2 / (.pi * 400 * 400) - 2 / .pi) < 1e-9)
    // The same of people spread evenly, who live in the blocks.
    let spread = stride(from: 1.0, to: 1200, by: 7).flatMap { y in stride(from: 1.0, to: 1200, by: 7).map { [($0, y)] } }
    let homes = points(spread)
    let walking = reach.nearest(to: StreetLocator(graph).points(homes, within: 10)).count { $0 != nil }
    let straight = (0..<homes.pointCount).count { home in
      let (east, north) = (homes.coordinate(at: home).x - 600, homes.coordinate(at: home).y - 600)
      return east * east + north * north <= 160_000
    }
    #expect(abs(Double(walking) / Double(straight) - 2 / .pi) < 0.01)
  }

  // MARK: Properties

  @Test(arguments: [UInt64](0..<12))
  func `nobody walks less than the straight way, and moved streets give the same walks`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var streets = lines(wanderingStreets(60, size: 12, seed: seed))
    let coordinates = { Double.random(in: 0...12, using: &random) }
    var (spaces, homes) = (
      points((0..<9).map { _ in [(coordinates(), coordinates())] }),
      points((0..<60).map { _ in [(coordinates(), coordinates())] })
    )
    for snap in [0, 0.5] {
      let graph = StreetGraph(streets, snap: snap)
      let locator = StreetLocator(graph)
      let catchments = graph.catchments(
        of: locator.entries(of: spaces, access: 2), points: locator.points(homes, within: 2), limit: 8)
      #expect(!catchments.points.isEmpty)
      for space in 0..<9 {
        let p = spaces.coordinate(at: space)
        for place in catchments.range(ofSpace: space) {
          let q = homes.coordinate(at: Int(catchments.points[place]))
          let straight = ((q.x - p.x) * (q.x - p.x) + (q.y - p.y) * (q.y - p.y)).squareRoot()
          #expect(catchments.distances[place] >= straight - 1e-9, "seed \(seed)")
        }
      }
    }
    func reached() -> [Double] {
      let graph = StreetGraph(streets)
      let locator = StreetLocator(graph)
      return graph.reach(from: locator.entries(of: spaces, access: 2), limit: 8).nearest(to: locator.points(homes, within: 2))
        .map { $0?.distance ?? -1 }
    }
    let before = reached()
    // Powers of two: no coordinate of the streets is rounded, those of the points a little.
    let move = { (values: UnsafeMutableBufferPointer<Double>) in
      for i in values.indices { values[i] += i % 2 == 0 ? 524_288 : 4_194_304 }
    }
    streets.withMutableCoordinates(move)
    spaces.withMutableCoordinates(move)
    homes.withMutableCoordinates(move)
    #expect(zip(before, reached()).allSatisfy { abs($0 - $1) < 1e-6 }, "seed \(seed)")
  }
}
