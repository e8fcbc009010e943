import PlazaGeometry
import PlazaTesting
import Testing

@Suite("Contiguity") struct ContiguityTests {
  private func lists(_ adjacency: Adjacency) -> [[Int32]] { (0..<adjacency.count).map { Array(adjacency.neighbors(of: $0)) } }

  private func contiguity(_ column: PolygonColumn, _ rule: ContiguityRule, _ tolerance: Double? = nil, jobs: Int = 1) -> [[Int32]]
  {
    lists(Contiguity.neighbors(of: column, rule: rule, tolerance: tolerance, jobs: jobs))
  }

  private func box(_ x: Double, _ y: Double, _ w: Double = 1, _ h: Double = 1) -> [Coordinate] {
    [(x, y), (x + w, y), (x + w, y + h), (x, y + h)].map { Coordinate(x: $0.0, y: $0.1) }
  }

  /// Unit squares by rows, each drawn in by `gap` on all sides.
  private func lattice(_ columns: Int, _ rows: Int, gap: Double = 0) -> PolygonColumn {
    var column = PolygonColumn()
    for place in 0..<columns * rows {
      let (x, y) = (Double(place % columns), Double(place / columns))
      column.append(polygon: [box(x + gap, y + gap, 1 - 2 * gap, 1 - 2 * gap)])
    }
    return column
  }

  private func latticeNeighbors(_ columns: Int, _ rows: Int, _ rule: ContiguityRule) -> [[Int32]] {
    (0..<columns * rows).map { a in
      (0..<columns * rows).filter { b in
        let (dx, dy) = (abs(a % columns - b % columns), abs(a / columns - b / columns))
        return a != b && (rule == .queen ? max(dx, dy) == 1 : dx + dy == 1)
      }.map { Int32($0) }
    }
  }

  @Test(arguments: ContiguityRule.allCases)
  func `squares of a lattice have eight or four neighbours`(_ rule: ContiguityRule) {
    #expect(contiguity(lattice(7, 5), rule) == latticeNeighbors(7, 5, rule))
  }

  @Test(arguments: ContiguityRule.allCases)
  func `a tolerance closes small gaps and nothing else`(_ rule: ContiguityRule) {
    let column = lattice(6, 4, gap: 0.01)
    let none = [[Int32]](repeating: [], count: 24)
    #expect(contiguity(column, rule) == none)
    #expect(contiguity(column, rule, 0.019) == none)
    #expect(contiguity(column, rule, 0.03) == latticeNeighbors(6, 4, rule))
    #expect(contiguity(column, rule, 0.03, jobs: 2) == latticeNeighbors(6, 4, rule))
    #expect(contiguity(lattice(6, 4), rule, 0.03) == latticeNeighbors(6, 4, rule))
  }

  @Test func `a tolerance in metres closes gaps in degrees`() {
    // Gaps of 0.00002°: 2.2 m north to south and, at 60°, 1.1 m east to west.
    let column = lattice(3, 3, gap: 0.01).mapped { Coordinate(x: -75 + $0.x * 0.001, y: 60 + $0.y * 0.001) }
    func pairs(_ metres: Double) -> Int {
      Contiguity.neighbors(of: column, rule: .rook, tolerance: metres, metric: .wgs84).columnIndices.count
    }
    #expect(pairs(1) == 0)
    #expect(pairs(1.5) == 12)
    #expect(pairs(2.5) == 24)
  }

  @Test func `a vertex on an edge is a neighbour and a stretch of it a rook's`() {
    var column = PolygonColumn()
    column.append(polygon: [box(0, 0, 4, 1)])
    column.append(polygon: [box(1, 1)])  // its whole side on the middle of the long one
    column.append(polygon: [[Coordinate(x: 3, y: 1), Coordinate(x: 4, y: 2), Coordinate(x: 2.5, y: 2)]])  // its tip only
    column.append(polygon: [box(5, 5)])
    #expect(contiguity(column, .queen) == [[1, 2], [0], [0], []])
    #expect(contiguity(column, .rook) == [[1], [0], [], []])
  }

  @Test func `a hole's area, a second part and an equal area are neighbours`() {
    var column = PolygonColumn()
    column.append(polygon: [box(0, 0, 4, 4), box(1, 1)])
    column.append(polygon: [box(1, 1)])
    column.append(ring: box(10, 0))
    column.endPolygon()
    column.append(ring: box(4, 4))
    column.endPolygon()
    column.endFeature()
    column.append(polygon: [box(1, 1)])
    column.endFeature()
    #expect(contiguity(column, .queen) == [[1, 2, 3], [0, 3], [0], [0, 1], []])
    #expect(contiguity(column, .rook) == [[1, 3], [0, 3], [], [0, 1], []])
  }

  @Test func `no areas, empty areas, points and vertices that are not finite have no neighbours`() {
    #expect(contiguity(PolygonColumn(), .queen).isEmpty)
    var column = PolygonColumn()
    column.endFeature()
    column.append(polygon: [[Coordinate(x: 1, y: 1)]])
    column.append(polygon: [[Coordinate(x: .nan, y: 1), Coordinate(x: 1, y: .infinity)]])
    column.endFeature()
    for rule in ContiguityRule.allCases {
      #expect(contiguity(column, rule) == [[], [], [], []])
      #expect(contiguity(column, rule, 1) == [[], [], [], []])
    }
  }

  @Test("equals the comparison of all edges, for any workers", arguments: [UInt64](0..<60))
  func oracle(seed: UInt64) {
    var generator = PolygonGenerator(seed: seed, size: [4, 12, 40][Int(seed) % 3], step: seed % 5 == 4 ? 0x1p-20 : 1)
    let column: PolygonColumn =
      switch seed % 4 {
      case 0: generator.overlappingStars(areas: 14, vertices: 5)
      case 1: generator.scribbles(areas: 12, vertices: 6)
      default: generator.tiling(count: 2 + Int(seed) % 6, verticesPerSide: 1 + Int(seed) % 4)
      }
    let slow = SlowContiguity(column)
    for rule in ContiguityRule.allCases {
      let expected = slow.neighbors(rule)
      #expect(contiguity(column, rule) == expected, "seed \(seed), \(rule)")
      #expect(contiguity(column, rule, jobs: 3) == expected, "seed \(seed), \(rule)")
    }
  }

  @Test("neither the workers, the first vertex, the direction nor the order of features matter", arguments: [UInt64](0..<6))
  func invariance(seed: UInt64) {
    var generator = PolygonGenerator(seed: seed, size: 1_000, step: 0x1p-20)
    let column = generator.tiling(count: 40, verticesPerSide: 20)
    var random = SplitMix64(seed: seed + 100)
    let turned = column.reorderingRings { ring in
      let shift = Int.random(in: 0..<ring.count, using: &random)
      ring = Array(ring[shift...] + ring[..<shift])
      if Bool.random(using: &random) { ring.reverse() }
    }
    let order = (0..<column.featureCount).shuffled(using: &random)
    var shuffled = PolygonColumn()
    for feature in order { shuffled.append(feature: feature, of: column) }
    for rule in ContiguityRule.allCases {
      let one = contiguity(column, rule)
      let pairs = rule == .queen ? 2 * (2 * 39 * 40 + 2 * 39 * 39) : 4 * 39 * 40
      #expect(one.flatMap { $0 }.count == pairs)
      for jobs in [2, 7] { #expect(contiguity(column, rule, jobs: jobs) == one) }
      #expect(contiguity(turned, rule, jobs: 2) == one)
      let other = contiguity(shuffled, rule)
      for (place, feature) in order.enumerated() {
        #expect(other[place].map { Int32(order[Int($0)]) }.sorted() == one[feature])
      }
    }
  }
}
