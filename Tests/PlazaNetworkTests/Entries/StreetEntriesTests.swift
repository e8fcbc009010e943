import PlazaGeometry
import PlazaNetwork
import PlazaTesting
import Testing

@Suite("Entries from the streets") struct StreetEntriesTests {
  private func entries(_ streets: [[(Double, Double)]], _ spaces: PolygonColumn, _ rule: BoundaryRule = BoundaryRule())
    -> StreetEntries
  {
    StreetLocator(StreetGraph(lines(streets))).entries(of: spaces, rule: rule)
  }

  @Test func `a street through an area costs nothing within it`() {
    let found = entries([[(0, 50), (200, 50)]], areas([square(80, 0, 120, 100)]))
    #expect(found.entries == [StreetEntry(edge: 0, from: 80, to: 120, cost: 0)])
  }

  @Test func `a street that ends in an area enters where it crosses, one within it everywhere`() {
    let found = entries(
      [[(0, 50), (100, 50)], [(90, 20), (110, 20)], [(300, 0), (300, 100)]], areas([square(80, 0, 120, 100)]))
    #expect(found.entries.map(\.cost) == [0, 0])
    #expect(found.entries.map { $0.to - $0.from } == [20, 20])
  }

  @Test func `a street is outside in a hole and where an area is open on its way`() {
    let ring = areas([square(0, 0, 100, 100), square(40, 40, 60, 60)])
    #expect(
      entries([[(-14, 50), (114, 50)]], ring).entries == [
        StreetEntry(edge: 0, from: 14, to: 54, cost: 0), StreetEntry(edge: 0, from: 74, to: 114, cost: 0),
      ])
    // A street within the hole does not enter; its area is entered along the hole's boundary instead, which is 5 m away.
    let within = entries([[(45, 50), (55, 50)]], ring)
    #expect(!within.entries.isEmpty && within.entries.allSatisfy { $0.cost >= 5 })
  }

  @Test func `a street that touches a corner enters there, and one along a side enters all along it`() {
    let park = areas([square(0, 0, 10, 10)])
    #expect(entries([[(5, 15), (15, 5)]], park).entries.map { [$0.cost, $0.to - $0.from] } == [[0, 0]])
    #expect(entries([[(-5, 10), (15, 10)]], park).entries == [StreetEntry(edge: 0, from: 5, to: 15, cost: 0)])
    #expect(entries([[(2, 10), (4, 10), (4, 30)]], park).entries == [StreetEntry(edge: 0, from: 0, to: 2, cost: 0)])
    #expect(entries([[(10, 5), (20, 5)]], park).entries == [StreetEntry(edge: 0, from: 0, to: 0, cost: 0)])
    // A side that leans: the vertices are shared, so the stretch between them is on the boundary exactly.
    let leaning = areas([[(0.1, 0.2), (7.3, 1.9), (3.3, 8.8)].map { Coordinate(x: $0.0, y: $0.1) }])
    let along = entries([[(0.1, 0.2), (7.3, 1.9)]], leaning).entries
    #expect(along.count == 1 && along[0].from == 0 && along[0].to > 7.39 && along[0].cost == 0)
  }

  @Test func `an area that no street meets is entered along its boundary where one is near`() {
    // A street 8 m south of a square of 60 m: places at steps of 20 m, the first at its lowest corner.
    let found = entries([[(-100, -8), (200, -8)]], areas([square(0, 0, 60, 60)]))
    #expect(
      found.entries == [
        StreetEntry(edge: 0, from: 100, to: 100, cost: 8), StreetEntry(edge: 0, from: 100, to: 100, cost: 28),
        StreetEntry(edge: 0, from: 120, to: 120, cost: 8), StreetEntry(edge: 0, from: 140, to: 140, cost: 8),
        StreetEntry(edge: 0, from: 160, to: 160, cost: 8), StreetEntry(edge: 0, from: 160, to: 160, cost: 28),
      ])
    #expect(found.spacesWithoutStreet.isEmpty)
    let far = entries([[(-100, -31), (200, -31)]], areas([square(0, 0, 60, 60)], [square(0, -60, 9, -40)]))
    #expect(far.spacesWithoutStreet == [0] && far.spaceCount == 2)
  }

  @Test func `an area that is open everywhere is entered along its boundary as well`() {
    let streets = [[(30.0, -100.0), (30, 30)], [(-100, 64), (100, 64)]]
    let closed = entries(streets, areas([square(0, 0, 60, 60)]))
    #expect(closed.entries.map(\.cost) == [0])
    let open = entries(streets, areas([square(0, 0, 60, 60)]), BoundaryRule(always: true))
    #expect(open.entries.count > 4 && open.entries.contains { $0.cost == 4 } && open.entries.contains { $0.cost == 0 })
  }

  @Test func `points enter at their nearest street, each entrance by itself`() {
    let locator = StreetLocator(StreetGraph(lines([[(0, 0), (100, 0)], [(0, 300), (100, 300)]])))
    let found = locator.entries(of: points([[(50, 40)], [], [(10, 3), (90, 295), (50, 150)]]))
    #expect(found.offsets == [0, 1, 1, 3])
    #expect(found.spacesWithoutStreet == [1])
    #expect(found.entries(ofSpace: 0).first == StreetEntry(edge: 0, from: 50, to: 50, cost: 40))
    #expect(found.entries(ofSpace: 2).map(\.cost).sorted() == [3, 5])
    #expect(locator.entries(of: points([[(50, 40)]]), access: 39).spacesWithoutStreet == [0])
  }

  @Test func `empty areas and areas far from everything reach no street`() {
    var spaces = areas([square(1e6, 1e6, 2e6, 2e6)])
    spaces.endFeature()
    spaces.append(polygon: [[Coordinate(x: .nan, y: 0), Coordinate(x: 1, y: 0), Coordinate(x: 1, y: 1)]])
    #expect(entries([[(0, 0), (100, 0)]], spaces).spacesWithoutStreet == [0, 1, 2])
  }

  // MARK: Properties

  @Test(arguments: [UInt64](0..<24))
  func `a place of a street is free of cost exactly where the area covers it`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var generator = PolygonGenerator(seed: seed, size: 12, step: seed % 3 == 0 ? 1 : 0.125)
    let graph = StreetGraph(lines(wanderingStreets(18, size: 12, seed: seed)))
    let spaces = seed % 2 == 0 ? starsAlone(&generator, count: 9) : generator.tiling(count: 3, verticesPerSide: 2)
    let slow = SlowLocator(spaces)
    let found = StreetLocator(graph).entries(of: spaces, rule: BoundaryRule(access: 1, step: 0.5))
    #expect(StreetLocator(graph).entries(of: spaces, rule: BoundaryRule(access: 1, step: 0.5), jobs: 3) == found)
    for space in 0..<spaces.featureCount {
      let free = found.entries(ofSpace: space).filter { $0.cost == 0 }
      for (a, b) in zip(free, free.dropFirst()) { #expect(a.edge < b.edge || a.to < b.from, "seed \(seed)") }
      for edge in 0..<graph.edgeCount {
        for step in 0...8 {
          let share = step < 5 ? Double(step) / 4 : Double.random(in: 0...1, using: &random)
          let offset = graph.length(ofEdge: edge) * share
          let place = graph.coordinate(at: StreetPosition(edge: edge, offset: offset))
          let expected = slow.place(x: place.x, y: place.y, inArea: space)
          // So near the boundary rounding decides, unless the place is an end of the edge.
          let around = [(-1e-9, -1e-9), (-1e-9, 1e-9), (1e-9, -1e-9), (1e-9, 1e-9)].map {
            slow.place(x: place.x + $0.0, y: place.y + $0.1, inArea: space)
          }
          if share != 0, share != 1, Set(around + [expected]).count > 1 { continue }
          let isFree = free.contains { $0.edge == edge && $0.from - 1e-9 <= offset && offset <= $0.to + 1e-9 }
          if isNearEnd(offset, edge, free) { continue }
          #expect(isFree == (expected >= 0), "seed \(seed), space \(space), edge \(edge), \(offset)")
        }
      }
    }
  }

  /// Within rounding of where a stretch begins or ends.
  private func isNearEnd(_ offset: Double, _ edge: Int, _ free: [StreetEntry]) -> Bool {
    free.contains { $0.edge == edge && $0.to > $0.from && (abs($0.from - offset) < 1e-9 || abs($0.to - offset) < 1e-9) }
  }

  /// Stars that may have a hole, one polygon each.
  private func starsAlone(_ generator: inout PolygonGenerator, count: Int) -> PolygonColumn {
    var spaces = PolygonColumn()
    for _ in 0..<count {
      let centre = generator.coordinate()
      var rings = [generator.star(around: centre, radius: 4, vertices: 9)]
      if Bool.random(using: &generator.random) { rings.append(generator.star(around: centre, radius: 1.2, vertices: 6)) }
      spaces.append(polygon: rings)
    }
    return spaces
  }

  @Test(arguments: [UInt64](0..<10))
  func `where a ring begins and which way it runs changes no entry`(seed: UInt64) {
    var generator = PolygonGenerator(seed: seed, size: 12, step: 0.25)
    let locator = StreetLocator(StreetGraph(lines(wanderingStreets(12, size: 12, seed: seed))))
    let spaces = starsAlone(&generator, count: 12)
    let rule = BoundaryRule(access: 1, step: 0.5)
    let before = locator.entries(of: spaces, rule: rule)
    let turned = spaces.reorderingRings { ring in
      ring.reverse()
      ring = Array(ring[2...] + ring[..<2])
    }
    let after = locator.entries(of: turned, rule: rule)
    #expect(before.offsets == after.offsets, "seed \(seed)")
    for (a, b) in zip(before.entries, after.entries) {
      #expect(a.edge == b.edge && abs(a.from - b.from) < 1e-9 && abs(a.to - b.to) < 1e-9 && abs(a.cost - b.cost) < 1e-9)
    }
  }
}
