import PlazaGeometry
import PlazaTesting
import Testing

@testable import PlazaGEOS

/// Gaps and overlaps against GEOS, which lays every pair over each other.
@Suite struct CoveringFlawsTests {
  enum Flaw: String, CaseIterable { case none, moved, slivers, extra, missing, grown, within, everything }

  /// A tiling with flaws put into it; valid.
  static func covering(_ flaw: Flaw, seed: Int) async throws -> PolygonColumn {
    var generator = PolygonGenerator(seed: UInt64(seed), step: 1.0 / 1024)
    var column = generator.tiling(count: 5, verticesPerSide: 6)
    func has(_ one: Flaw) -> Bool { flaw == one || flaw == .everything }
    if has(.moved) {
      // A vertex of one area only, so that its border runs beside that of its neighbour.
      var random = generator.random
      column = column.reorderingRings { ring in
        let vertex = Int.random(in: 0..<ring.count, using: &random)
        ring[vertex].x += Double.random(in: -0.7...0.7, using: &random)
        ring[vertex].y += Double.random(in: -0.7...0.7, using: &random)
      }
    }
    if has(.slivers) {
      var random = generator.random
      column = column.reorderingRings { ring in
        for vertex in ring.indices where Bool.random(using: &random) {
          ring[vertex].x += Double.random(in: -1e-3...1e-3, using: &random)
          ring[vertex].y += Double.random(in: -1e-3...1e-3, using: &random)
        }
        // A vertex that the neighbour lacks, on the border and a little beside it.
        let (a, b) = (ring[0], ring[1])
        ring.insert(Coordinate(x: (a.x + b.x) / 2 + 1e-4, y: (a.y + b.y) / 2), at: 1)
      }
    }
    if has(.missing) { column = column.selecting((0..<25).filter { $0 % 9 != 4 }) }
    if has(.grown) {
      let box = column.envelope(ofFeature: 3)
      var grown = PolygonColumn()
      grown.append(feature: 3, of: column)
      grown = grown.mapped {
        Coordinate(x: box.minX + ($0.x - box.minX) * 1.3 - 0.5, y: box.minY + ($0.y - box.minY) * 1.3 - 0.5)
      }
      column.append(contentsOf: grown)
    }
    if has(.extra) {
      // Over many areas, whose borders below it fit.
      column.append(polygon: [[.init(x: 9, y: 9), .init(x: 40.5, y: 11), .init(x: 38, y: 47), .init(x: 12, y: 41)]])
    }
    if has(.within) {
      // Two areas once more as one, and a hole that another fills but for a strip.
      var two = PolygonColumn()
      two.append(contentsOf: try GEOSContext().union(features: [0, 1], of: column))
      column.append(contentsOf: two)
      column.append(polygon: [
        [.init(x: 70, y: 0), .init(x: 80, y: 0), .init(x: 80, y: 10), .init(x: 70, y: 10)],
        [.init(x: 72, y: 2), .init(x: 78, y: 2), .init(x: 78, y: 8), .init(x: 72, y: 8)],
      ])
      column.append(polygon: [[.init(x: 72, y: 2), .init(x: 77.999, y: 2), .init(x: 77.999, y: 8), .init(x: 72, y: 8)]])
    }
    return try await GEOS.repaired(column, jobs: 2).column
  }

  @Test(arguments: Flaw.allCases, 0..<8)
  func `Every pair has the ground in common that GEOS gives it, and no other pair has any`(flaw: Flaw, seed: Int) async throws {
    let column = try await Self.covering(flaw, seed: seed)
    let flaws = try GEOS.flaws(of: column, reach: 1e-5)
    let context = GEOSContext()
    var expected: [CoveringFlaws.Pair: Double] = [:]
    for first in 0..<column.featureCount {
      for second in first + 1..<column.featureCount {
        let area = try context.geometry(feature: first, of: column).intersection(context.geometry(feature: second, of: column))
          .area
        if area > 1e-9 { expected[.init(first: first, second: second)] = area }
      }
    }
    // Wavy sides of a tiling can cross by themselves.
    if flaw != .none, flaw != .missing { #expect(!expected.isEmpty) }
    var found: [CoveringFlaws.Pair: Double] = [:]
    for (place, pair) in flaws.pairs.enumerated() {
      let area = flaws.overlaps.planarArea(ofFeature: place)
      #expect(try context.validity(of: flaws.overlaps, feature: place).isValid)
      #expect(found.updateValue(area, forKey: pair) == nil)
    }
    for (pair, area) in expected {
      let own = try #require(found[pair], "\(pair) has \(area)")
      #expect(abs(own - area) <= 1e-6 * area + 1e-9, "\(pair)")
    }
    for (pair, area) in found where expected[pair] == nil { #expect(area <= 2e-9, "\(pair)") }
  }

  @Test(arguments: Flaw.allCases, 0..<8)
  func `Gaps are what is enclosed by the areas together and in none of them`(flaw: Flaw, seed: Int) async throws {
    let column = try await Self.covering(flaw, seed: seed)
    let flaws = try GEOS.flaws(of: column, reach: 1e-5)
    let context = GEOSContext()
    let union = try context.union(features: Array(0..<column.featureCount), of: column)
    var filled = PolygonColumn()
    for polygon in 0..<union.polygonCount {
      let shell = union.vertices(ofRing: union.rings(ofPolygon: polygon).lowerBound)
      filled.append(interleaved: union.coordinates[2 * shell.lowerBound..<2 * shell.upperBound])
      filled.endRing()
      filled.endPolygon()
      filled.endFeature()
    }
    let whole = try context.union(features: Array(0..<filled.featureCount), of: filled)
    let expected = whole.planarArea(ofFeature: 0) - union.planarArea(ofFeature: 0)
    let found = (0..<flaws.gaps.featureCount).reduce(0.0) { $0 + flaws.gaps.planarArea(ofFeature: $1) }
    #expect(abs(found - expected) <= 1e-6 * expected + 1e-8)
    for (gap, around) in flaws.neighbours.enumerated() {
      #expect(Set(around).count == around.count)
      // A neighbour is one that the gap touches.
      let ground = try context.geometry(feature: gap, of: flaws.gaps).buffered(by: 1e-4)
      for feature in around { #expect(try ground.intersects(context.geometry(feature: feature, of: column))) }
    }
  }

  @Test(arguments: 0..<10)
  func `What lies outside of a parent is what GEOS leaves of the child without it`(seed: Int) async throws {
    let children = try await Self.covering(seed % 2 == 0 ? .moved : .slivers, seed: seed)
    let parentOf = (0..<children.featureCount).map { feature in
      let box = children.envelope(ofFeature: feature)
      // Some belong to the half that they do not lie in.
      return (box.minX + box.maxX < 64) == (feature % 11 != 3) ? 0 : 1
    }
    var parents = PolygonColumn()
    parents.append(polygon: [[.init(x: 0, y: 0), .init(x: 31, y: 0), .init(x: 33, y: 64), .init(x: 0, y: 64)]])
    parents.append(polygon: [[.init(x: 31, y: 0), .init(x: 64, y: 0), .init(x: 64, y: 64), .init(x: 33, y: 64)]])
    let found = try await GEOS.outside(children, parents, parentOf: parentOf, jobs: 2)
    let context = GEOSContext()
    for child in 0..<children.featureCount {
      let expected = try context.geometry(feature: child, of: children).difference(
        context.geometry(feature: parentOf[child], of: parents)
      ).area
      let place = found.children.firstIndex(of: child)
      let own = place.map { found.ground.planarArea(ofFeature: $0) } ?? 0
      #expect(abs(own - expected) <= 1e-6 * expected + 1e-9, "child \(child)")
    }
  }

  @Test(arguments: 1..<9)
  func `A grid has no gap, though its middle lies on its own lines`(side: Int) throws {
    let column = CoverageTests.squares(Envelope(minX: -89.2, minY: 13.7, maxX: -89.1, maxY: 13.8), side)
    // Corners of squares are computed one by one here, and may miss each other by a last digit.
    let rounded = column.mapped { Coordinate(x: ($0.x * 1e6).rounded() / 1e6, y: ($0.y * 1e6).rounded() / 1e6) }
    #expect(try GEOS.flaws(of: rounded, reach: 1e-8) == CoveringFlaws())
  }

  @Test func `Parts that make up their parents leave nothing to be cut`() async throws {
    let children = try await Self.covering(.none, seed: 1)
    let order = (0..<25).sorted { children.envelope(ofFeature: $0).minX < children.envelope(ofFeature: $1).minX }
    var parents = PolygonColumn()
    parents.append(contentsOf: try GEOSContext().union(features: Array(order[..<12]), of: children))
    parents.append(contentsOf: try GEOSContext().union(features: Array(order[12...]), of: children))
    let parentOf = (0..<25).map { order.firstIndex(of: $0)! < 12 ? 0 : 1 }
    let found = try await GEOS.outside(children, parents, parentOf: parentOf, jobs: 2)
    #expect(found.children.isEmpty)
  }

  private static func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [Coordinate] {
    [.init(x: x, y: y), .init(x: x + width, y: y), .init(x: x + width, y: y + height), .init(x: x, y: y + height)]
  }

  @Test(arguments: [0.1, 0.5, 0.9])
  func `A strip between two areas is found though it is open at both ends, and no wider one`(width: Double) throws {
    var column = PolygonColumn()
    column.append(polygon: [Self.rectangle(0, 0, 100, 50)])
    // Vertices along one side only, a step in the strip, and another length.
    column.append(polygon: [
      [.init(x: 100 + width, y: -5)] + [.init(x: 160, y: -5), .init(x: 160, y: 70)] + [.init(x: 100 + width, y: 70)]
        + (1..<9).map { .init(x: 100 + width, y: 70 - 7 * Double($0)) }
    ])
    let flaws = try GEOS.flaws(of: column, reach: 1e-3, width: 1)
    #expect(flaws.gaps.featureCount == 0 && flaws.openGaps.featureCount == 1)
    #expect(flaws.openNeighbours.map { Set($0) } == [[0, 1]])
    // Fifty metres of it lie between the two; beyond, at most a corner.
    #expect(abs(flaws.openGaps.planarArea(ofFeature: 0) - 50 * width) <= 0.5 * width * width + 0.5)
    #expect(try GEOS.flaws(of: column, reach: 1e-3, width: width * 0.9).openGaps.featureCount == 0)
  }

  @Test func `A border drawn twice between its ends is open where it leaves the other, and a notch is none`() throws {
    var column = PolygonColumn()
    column.append(polygon: [Self.rectangle(0, 0, 100, 50)])
    // Joined below, apart by a wedge of half a metre above.
    column.append(polygon: [[.init(x: 100, y: 0), .init(x: 200, y: 0), .init(x: 200, y: 50), .init(x: 100.5, y: 50)]])
    // And beside them one that parts at a right angle.
    column.append(polygon: [[.init(x: 0, y: 50), .init(x: 50, y: 100), .init(x: 0, y: 100)]])
    let flaws = try GEOS.flaws(of: column, reach: 1e-3, width: 1)
    #expect(flaws.openGaps.featureCount == 1)
    #expect(abs(flaws.openGaps.planarArea(ofFeature: 0) - 12.5) < 0.01)
  }

  @Test func `A strip is narrower than a metre, and one that widens to two is not`() throws {
    var column = PolygonColumn()
    column.append(polygon: [[.init(x: 0, y: 0), .init(x: 1000, y: 0), .init(x: 1000, y: 0.9), .init(x: 0, y: 0.9)]])
    column.append(polygon: [
      [
        .init(x: 0, y: 0), .init(x: 500, y: 0), .init(x: 502, y: -1.1), .init(x: 504, y: 0), .init(x: 1000, y: 0),
        .init(x: 1000, y: 0.9), .init(x: 0, y: 0.9),
      ]
    ])
    let context = GEOSContext()
    #expect(try context.isNarrower(0, of: column, than: 1))
    #expect(try !context.isNarrower(0, of: column, than: 0.8))
    #expect(try !context.isNarrower(1, of: column, than: 1))
  }
}
