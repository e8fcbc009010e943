import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite struct GeoPackageGuardTests {
  private let folder = TemporaryFolder()

  private func failure(_ body: () throws -> Void) -> Diagnostic? {
    do { try body() } catch { return (error as? Failure)?.diagnostic }
    return nil
  }

  @Test func `of names that differ by capitals the computed one is kept`() {
    var geometry = PolygonColumn()
    geometry.append(polygon: [[.init(x: 0, y: 0), .init(x: 1, y: 0), .init(x: 1, y: 1), .init(x: 0, y: 0)]])
    let columns = ["COUNT", "nombre", "count"].map { Column(name: $0, values: [.null]) }
    let found = GeoPackageColumn.all(of: Layer(geometry: geometry, columns: columns, crs: .wgs84))
    #expect(found.map(\.name) == ["count_2", "nombre", "count"] && found.map(\.isNumbered) == [true, false, false])
  }

  @Test func `views in the place of a package's own tables, and layers that are views, are no questions to ask`() throws {
    let endless = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT"
    for (number, sql) in [
      "CREATE VIEW gpkg_contents AS \(endless) 'a' AS table_name, 'features' AS data_type, n AS identifier FROM r",
      """
      CREATE TABLE gpkg_contents (table_name, data_type, identifier);
      INSERT INTO gpkg_contents VALUES ('v', 'attributes', 'v');
      CREATE VIEW v AS \(endless) n FROM r
      """,
    ].enumerated() {
      let path = "\(folder.path)/v\(number).gpkg"
      // Closed before it is read.
      try SQLiteDatabase(writing: path, name: path).run(sql)
      let ids = [
        failure { _ = try Formats.open(path).records(.optional) }?.id, failure { _ = try Formats.open(path).outline() }?.id,
      ]
      #expect(ids == ["gpkg.no_contents", "gpkg.no_contents"] || ids == ["gpkg.view", "gpkg.view"])
    }
  }

  @Test(arguments: [
    ("EPSG:32614", true), ("GEOGCS[\"WGS 84\",DATUM[\"x\"]]", true), ("+proj=utm +zone=14 +datum=WGS84", true),
    ("+init=/etc/passwd:x", false), ("+proj=longlat +nadgrids=/dev/zero", false), ("+proj=merc +nadgrids=@null", true),
    ("+proj=longlat + init = epsg:4326", false),
  ])
  func `what a file says of its CRS names no other file`(_ text: String, _ isTaken: Bool) {
    #expect((CRS.stated(byFile: text) != nil) == isTaken)
  }
}
