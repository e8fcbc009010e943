import PlazaGEOS
import PlazaGeometry
import Testing

@Suite struct ValidityTests {
  let context = GEOSContext()

  @Test func `a sound shape is valid, and so is an empty one`() throws {
    #expect(try context.validity(of: column("POLYGON ((0 0,10 0,10 10,0 10,0 0),(1 1,2 1,2 2,1 2,1 1))"), feature: 0).isValid)
    #expect(try context.validity(of: column("POLYGON EMPTY"), feature: 0).isValid)
    // Holes may touch the shell in one point.
    #expect(try context.validity(of: column("POLYGON ((0 0,10 0,10 10,0 10,0 0),(0 5,2 4,2 6,0 5))"), feature: 0).isValid)
  }

  @Test(arguments: [
    ("POLYGON ((0 0,10 10,10 0,0 10,0 0))", "Self-intersection", 5.0, 5.0),
    ("POLYGON ((0 0,10 0,10 10,0 10,0 0),(20 0,25 0,25 5,20 5,20 0))", "Hole lies outside shell", 20, 0),
    ("MULTIPOLYGON (((0 0,9 0,9 9,0 9,0 0)),((1 1,2 1,2 2,1 2,1 1)))", "Nested shells", 1, 1),
    ("POLYGON ((3 4,10 0,3 4))", "Too few points in geometry component", 3, 4),
    ("POLYGON ((3 4,10 0,10 10,0 10))", "Ring is not closed", 3, 4),
  ])
  func `a flaw has its reason and its place`(wkt: String, reason: String, x: Double, y: Double) throws {
    #expect(try context.validity(of: column(wkt), feature: 0) == .invalid(reason: reason, x: x, y: y))
  }

  @Test func `a ring without positions has no place`() throws {
    var empty = PolygonColumn()
    empty.endRing()
    empty.endPolygon()
    empty.endFeature()
    guard case .invalid(_, let x, let y) = try context.validity(of: empty, feature: 0) else {
      Issue.record("an empty ring was called valid")
      return
    }
    #expect(x.isNaN && y.isNaN)
  }

  @Test func `a prepared area tells its boundary from its inside`() throws {
    let area = try GEOSPreparedGeometry(context.geometry(feature: 0, of: column("POLYGON ((0 0,10 0,10 10,0 10,0 0))")))
    #expect(try area.covers(x: 0, y: 5) && !area.contains(x: 0, y: 5))
    #expect(try area.covers(x: 5, y: 5) && area.contains(x: 5, y: 5))
    #expect(try !area.covers(x: 11, y: 5))
  }

  @Test func `the version is the one of the design or newer`() {
    let parts = GEOS.version.split(separator: ".").prefix(2).compactMap { Int($0) }
    #expect(parts.lexicographicallyPrecedes([3, 11]) == false)
  }
}
