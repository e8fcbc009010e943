import PlazaGEOS
import PlazaGeometry
import PlazaTesting
import Testing

/// An invalid shape, and the area that the even-odd rule and the union give it.
struct Flawed: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var wkt: String
  var area: Double

  static let all = [
    Flawed("bow-tie", "POLYGON ((0 0,10 10,10 0,0 10,0 0))", 50),
    Flawed("outward spike", "POLYGON ((0 0,10 0,10 5,15 5,10 5,10 10,0 10,0 0))", 100),
    Flawed("inward spike", "POLYGON ((0 0,10 0,10 5,5 5,10 5,10 10,0 10,0 0))", 100),
    Flawed("nested holes", "POLYGON ((0 0,10 0,10 10,0 10,0 0),(1 1,9 1,9 9,1 9,1 1),(3 3,7 3,7 7,3 7,3 3))", 52),
    Flawed("hole outside the shell", "POLYGON ((0 0,10 0,10 10,0 10,0 0),(20 0,25 0,25 5,20 5,20 0))", 125),
    Flawed("hole half outside the shell", "POLYGON ((0 0,10 0,10 10,0 10,0 0),(2 -1,5 -1,5 5,2 5,2 -1))", 88),
    Flawed("hole along the shell", "POLYGON ((0 0,10 0,10 10,0 10,0 0),(2 0,5 0,5 5,2 5,2 0))", 85),
    Flawed("hole in the corner", "POLYGON ((0 0,10 0,10 10,0 10,0 0),(0 0,5 0,5 5,0 5,0 0))", 75),
    Flawed("hole equal to the shell", "POLYGON ((0 0,10 0,10 10,0 10,0 0),(0 0,10 0,10 10,0 10,0 0))", 0),
    Flawed("hole given twice", "POLYGON ((0 0,10 0,10 10,0 10,0 0),(2 2,5 2,5 5,2 5,2 2),(2 2,5 2,5 5,2 5,2 2))", 100),
    Flawed("holes side by side", "POLYGON ((0 0,10 0,10 10,0 10,0 0),(2 2,5 2,5 5,2 5,2 2),(5 2,8 2,8 5,5 5,5 2))", 82),
    Flawed("overlapping holes", "POLYGON ((0 0,10 0,10 10,0 10,0 0),(2 2,6 2,6 6,2 6,2 2),(4 4,8 4,8 8,4 8,4 4))", 76),
    Flawed("same polygon twice", "MULTIPOLYGON (((0 0,10 0,10 10,0 10,0 0)),((0 0,10 0,10 10,0 10,0 0)))", 100),
    Flawed("overlapping parts", "MULTIPOLYGON (((0 0,10 0,10 10,0 10,0 0)),((5 5,15 5,15 15,5 15,5 5)))", 175),
    Flawed("parts side by side", "MULTIPOLYGON (((0 0,10 0,10 10,0 10,0 0)),((10 0,20 0,20 10,10 10,10 0)))", 200),
    Flawed(
      "part in the other's hole and over it",
      "MULTIPOLYGON (((0 0,10 0,10 10,0 10,0 0),(2 2,8 2,8 8,2 8,2 2)),((4 4,9 4,9 6,4 6,4 4)))", 72),
    Flawed("ring around a loop, touching itself", "POLYGON ((0 0,10 0,10 10,5 10,2 5,8 5,5 10,0 10,0 0))", 85),
    Flawed("ring run through twice", "POLYGON ((0 0,10 0,10 10,0 10,0 0,10 0,10 10,0 10,0 0))", 0),
    Flawed("pentagram", "POLYGON ((0 3,6 3,1 -1,3 5,5 -1,0 3))", .nan),
    Flawed("open ring", "POLYGON ((0 0,10 0,10 10,0 10))", 100),
    Flawed("ring without area", "POLYGON ((0 0,10 10,0 0))", 0),
    Flawed("hole of one point", "POLYGON ((0 0,10 0,10 10,0 10,0 0),(5 5,5 5))", 100),
    Flawed("keyhole", "POLYGON ((0 0,10 0,10 10,0 10,0 5,3 5,3 7,7 7,7 3,3 3,3 5,0 5,0 0))", 84),
  ]

  init(_ name: String, _ wkt: String, _ area: Double) {
    testDescription = name
    self.wkt = wkt
    self.area = area
  }
}

@Suite struct RepairTests {
  @Test(arguments: Flawed.all)
  func `repair keeps what the even-odd rule and the union call inside`(shape: Flawed) async throws {
    let before = column(shape.wkt)
    let (after, repairs) = try await GEOS.repaired(before, jobs: 1)
    #expect(repairs.count == 1)
    if !shape.area.isNaN { #expect(abs(repairs[0].areaAfter - shape.area) < 1e-12) }
    #expect(after.isEmpty(feature: 0) == (shape.area == 0))
    #expect(try GEOSContext().validity(of: after, feature: 0) == .valid)
    expectSameInside(before, after, feature: 0, points: 2000, seed: 7)
  }

  @Test func `repair of random multipolygons changes no point`() async throws {
    var random = SplitMix64(seed: 20_261_120)
    for round in 0..<300 {
      // On a coarse grid, edges overlap, touch and repeat all the time; off it, they cross.
      let onGrid = round.isMultiple(of: 2)
      var before = PolygonColumn()
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          var ring: [Double] = []
          for _ in 0..<Int.random(in: 3...9, using: &random) {
            for _ in 0..<2 {
              ring.append(
                onGrid ? Double(Int.random(in: 0...4, using: &random)) : Double.random(in: 0...4, using: &random))
            }
          }
          before.append(interleaved: ring + ring.prefix(2))
          before.endRing()
        }
        before.endPolygon()
      }
      before.endFeature()
      let (after, _) = try await GEOS.repaired(before, jobs: 1)
      #expect(try GEOSContext().validity(of: after, feature: 0) == .valid, "round \(round)")
      expectSameInside(before, after, feature: 0, points: 200, seed: UInt64(round))
    }
  }

  @Test func `valid and empty features keep their bytes and their place`() async throws {
    let square = "POLYGON ((0 0,0 10,10 10,10 0,0 0),(1 1,2 1,2 2,1 2,1 1))"
    let before = column(square, "POLYGON EMPTY", "POLYGON ((0 0,10 10,10 0,0 10,0 0))", square, "MULTIPOLYGON EMPTY")
    let (after, repairs) = try await GEOS.repaired(before, jobs: 2)
    #expect(repairs.map(\.feature) == [2])
    #expect(repairs[0].reason == "Self-intersection")
    #expect(repairs[0].place == Coordinate(x: 5, y: 5))
    #expect(repairs[0].areaBefore == 0)
    #expect(repairs[0].areaAfter == 50)
    #expect(after.featureCount == 5)
    #expect(after.isEmpty(feature: 1) && after.isEmpty(feature: 4))
    for feature in [0, 3] {
      let old = before.vertices(ofFeature: feature)
      let new = after.vertices(ofFeature: feature)
      #expect(
        before.coordinates[2 * old.lowerBound..<2 * old.upperBound] == after.coordinates[2 * new.lowerBound..<2 * new.upperBound])
    }
    let sound = column(square, "POLYGON EMPTY")
    #expect(try await GEOS.repaired(sound, jobs: 2).column == sound)
  }

  @Test func `the number of jobs changes nothing`() async throws {
    var random = SplitMix64(seed: 5)
    var before = PolygonColumn()
    for _ in 0..<6000 {
      var ring: [Double] = []
      for _ in 0..<8 { ring += [Double.random(in: 0...1, using: &random), Double.random(in: 0...1, using: &random)] }
      before.append(interleaved: ring + ring.prefix(2))
      before.endRing()
      before.endPolygon()
      before.endFeature()
    }
    let one = try await GEOS.repaired(before, jobs: 1)
    let seven = try await GEOS.repaired(before, jobs: 7)
    #expect(one.column == seven.column)
    #expect(one.repairs == seven.repairs)
    #expect(one.repairs.count > 5000)
    #expect(try await GEOS.invalidFeatures(of: before, jobs: 3).map(\.feature) == one.repairs.map(\.feature))
  }

  @Test func `a coordinate that is not finite is an error that names the feature`() async {
    var before = column("POLYGON ((0 0,0 10,10 10,10 0,0 0))", "POLYGON ((0 0,0 10,10 10,10 0,0 0))")
    before.withMutableCoordinates { $0[15] = .infinity }
    await #expect(throws: GEOSError(operation: "Repair", message: "the coordinate 10.0, inf is not finite", feature: 1)) {
      _ = try await GEOS.repaired(before, jobs: 1)
    }
  }

  @Test func `several features with one code become their union`() throws {
    let context = GEOSContext()
    let parts = column(
      "POLYGON ((0 0,10 0,10 10,0 10,0 0))", "POLYGON ((10 0,20 0,20 10,10 10,10 0))", "POLYGON ((0 20,10 30,10 20,0 30,0 20))",
      "POLYGON EMPTY")
    let union = try context.union(features: [0, 1, 2, 3], of: parts)
    #expect(union.featureCount == 1)
    #expect(union.polygonCount == 3)
    #expect(try context.geometry(feature: 0, of: union).area == 250)
    #expect(try context.union(features: [0], of: parts).coordinates == Array(parts.coordinates.prefix(10)))
    #expect(try context.union(features: [3], of: parts).isEmpty(feature: 0))
    #expect(try context.union(features: [1, 0, 2], of: parts) == union)
  }
}

func expectSameInside(_ before: PolygonColumn, _ after: PolygonColumn, feature: Int, points: Int, seed: UInt64) {
  var random = SplitMix64(seed: seed)
  let box = before.envelope(ofFeature: feature)
  guard !box.isEmpty else { return }
  // New vertices are rounded, so a point within a few units of the last place of an edge may change sides.
  let margin = 1e-12 * max(box.width, box.height, abs(box.maxX), abs(box.maxY), abs(box.minX), abs(box.minY))
  for _ in 0..<points {
    let x = Double.random(in: box.minX - 0.01 * box.width...box.maxX + 0.01 * box.width, using: &random)
    let y = Double.random(in: box.minY - 0.01 * box.height...box.maxY + 0.01 * box.height, using: &random)
    let expected = isInside(x, y, feature: feature, of: before)
    guard isInside(x, y, feature: feature, of: after) != expected else { continue }
    #expect(
      distanceToEdges(x, y, feature: feature, of: before) <= margin,
      "feature \(feature), seed \(seed): \(x), \(y) was \(expected ? "inside" : "outside")")
  }
}
