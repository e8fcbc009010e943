import Foundation
import PlazaGeometry
import PlazaPROJ
import Testing

@Suite struct ProjContextTests {
  @Test func `a CRS has a name, a unit and an area of use`() throws {
    let context = try ProjContext()
    let utm = try context.info(.epsg(32616))
    #expect(utm.name == "WGS 84 / UTM zone 16N")
    #expect(!utm.isGeographic && utm.unit == "metre" && utm.unitSize == 1)
    #expect(utm.areaOfUse == Envelope(minX: -90, minY: 0, maxX: -84, maxY: 84))
    let feet = try context.info(.epsg(2263))
    #expect(feet.unit == "US survey foot" && abs(feet.unitSize - 1200.0 / 3937) < 1e-12)
    for crs in [CRS.wgs84, .epsg(4326)] {
      let degrees = try context.info(crs)
      #expect(degrees.isGeographic && degrees.unit == "degree" && abs(degrees.unitSize - .pi / 180) < 1e-15)
    }
    let proj = try context.info(CRS("+proj=utm +zone=16 +datum=WGS84"))
    #expect(!proj.isGeographic && proj.areaOfUse == nil)
    #expect(try context.info(.definition("+proj=longlat +ellps=intl +towgs84=1,2,3")).isGeographic)
    // Fiji lies on both sides of the antimeridian.
    let fiji = try #require(try context.info(.epsg(3460)).areaOfUse)
    #expect(fiji.minX < 180 && fiji.maxX > 180)
  }

  @Test(arguments: ["EPSG:99999", "NOBODY:1", "+proj=nothing", "a map", "EPSG:4978", "EPSG:5773"])
  func `what is no CRS in the plane is refused by its name`(text: String) throws {
    let context = try ProjContext()
    #expect(throws: ProjError.unknownCRS(text)) { _ = try context.info(CRS(text)) }
    #expect(throws: ProjError.unknownCRS(text)) { _ = try context.isSame(CRS(text), as: CRS(text)) }
  }

  @Test func `the same CRS is known under another name`() throws {
    let context = try ProjContext()
    #expect(try context.isSame(.wgs84, as: .epsg(4326)))
    #expect(try context.isSame(CRS("urn:ogc:def:crs:EPSG::32616"), as: .epsg(32616)))
    #expect(try context.isSame(.definition("+proj=utm +zone=16 +datum=WGS84"), as: .epsg(32616)))
    #expect(try !context.isSame(.epsg(32616), as: .epsg(32617)))
    #expect(try !context.isSame(.epsg(4674), as: .wgs84))
  }

  @Test func `the status names versions and the database`() throws {
    let status = try ProjContext().status
    #expect(status.version == PROJ.version)
    #expect(status.databasePath.hasSuffix("/proj.db"))
    #expect(status.epsgVersion.hasPrefix("v"))
    #expect(status.layoutVersion.split(separator: ".").count == 2)
    #expect(status.gridCount >= 0)
  }

  @Test func `a folder that was named and has no database is an error`() throws {
    #expect(throws: ProjError.noDatabase(tried: ["/nowhere/proj"])) { _ = try ProjContext(folder: "/nowhere/proj") }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("plaza-proj-\(UInt64.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("not a database".utf8).write(to: folder.appendingPathComponent("proj.db"))
    #expect(throws: ProjError.noDatabase(tried: [folder.path])) { _ = try ProjContext(folder: folder.path) }
  }

  @Test func `the folder of the database may be named`() throws {
    let usual = try ProjContext()
    let folder = String(usual.databasePath.dropLast("/proj.db".count))
    let named = try ProjContext(folder: folder)
    #expect(named.databasePath == usual.databasePath)
    let chosen = try Transformation.best(from: .epsg(32616), to: .wgs84, in: named)
    let position = try #require(try Transformer(chosen).transform(Coordinate(x: 500_000, y: 0)))
    #expect(abs(position.x + 87) < 1e-12 && abs(position.y) < 1e-12)
  }

  @Test func `variables that point elsewhere are named in the error`() async {
    await #expect(processExitsWith: .success) {
      setenv("PROJ_DATA", "/nowhere/a", 1)
      expectNoDatabase(["PROJ_DATA=/nowhere/a"])
      unsetenv("PROJ_DATA")
      setenv("PROJ_LIB", "/nowhere/b", 1)
      expectNoDatabase(["PROJ_LIB=/nowhere/b"])
      setenv("PLAZA_PROJ_DATA", "/nowhere/c", 1)
      expectNoDatabase(["PLAZA_PROJ_DATA=/nowhere/c"])
    }
  }
}

private func expectNoDatabase(_ tried: [String]) {
  do {
    _ = try ProjContext()
  } catch {
    if error == .noDatabase(tried: tried) { return }
    print("expected \(tried), got \(error)")
  }
  exit(1)
}
