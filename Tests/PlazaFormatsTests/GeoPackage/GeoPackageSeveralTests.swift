import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

/// Several layers in one GeoPackage: of one run, and added to a file that is there.
@Suite struct GeoPackageSeveralTests {
  private let folder = TemporaryFolder()
  private var path: String { folder.path + "/all.gpkg" }

  private static func layer(seed: UInt64, crs: CRS = .wgs84) -> Layer {
    var generator = PolygonGenerator(seed: seed)
    let geometry = generator.tiling(count: 9, verticesPerSide: 4)
    return Layer(
      geometry: geometry,
      columns: [
        Column(name: "Código \(seed)", values: (0..<geometry.featureCount).map { .text("0\($0)") }),
        Column(name: "n", values: (0..<geometry.featureCount).map { .number("\($0)") }),
      ], crs: crs)
  }

  private func add(
    _ layers: [(name: String?, layer: Layer)], force: Bool = false, appends: Bool = false, commits: Bool = true
  ) throws {
    let files = OutputSet(force: force, appends: appends)
    for (name, layer) in layers {
      let output = try LayerOutput(path, layer: name, in: files)
      _ = try output.write(WrittenLayer(layer, members: [("release", .text("internal"))]) { _ in Array("<qgis/>".utf8) })
    }
    if commits { try files.commit() } else { files.discard() }
  }

  private func read(_ name: String) throws -> Layer {
    var reading = Reading()
    reading.layer = name
    return try Formats.open(path, as: reading).layer(jobs: 1).layer
  }

  private func same(_ name: String, _ layer: Layer) throws -> Bool {
    let own = try read(name)
    let files = OutputSet(force: true)
    let one = try LayerOutput(folder.path + "/one.geojson", in: files)
    _ = try one.write(WrittenLayer(layer))
    try files.commit()
    let json = try Formats.open(folder.path + "/one.geojson").layer(jobs: 1).layer
    return own.geometry == json.geometry && own.columns == json.columns
  }

  private func requireWhole(layers: Int) throws {
    let database = try SQLiteDatabase(reading: path, name: "all")
    #expect(try database.rows("PRAGMA integrity_check") { $0.text(0) } == ["ok"])
    let tables = try database.rows("SELECT table_name FROM gpkg_geometry_columns ORDER BY 1") { $0.text(0) ?? "" }
    #expect(tables.count == layers)
    for table in tables { #expect(try database.rows("SELECT rtreecheck('rtree_\(table)_geom')") { $0.text(0) } == ["ok"]) }
    #expect(try database.rows("SELECT count(*) FROM layer_styles") { $0.integer(0) } == [Int64(layers)])
    #expect(
      try database.rows("SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'layer_styles'") { $0.integer(0) }
        == [Int64(layers)])
    #expect(
      try database.rows("SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'") { $0.integer(0) }
        == [Int64(layers)])
  }

  @Test func `the layers of one run stand in one file, each with its name, and the same ones give the same bytes`() throws {
    let layers: [(name: String?, layer: Layer)] = [
      ("Zonas de riesgo", Self.layer(seed: 1)), ("calles", Self.layer(seed: 2)), (nil, Self.layer(seed: 3)),
    ]
    try add(layers)
    for (name, layer) in layers { #expect(try same(name ?? "all", layer)) }
    try requireWhole(layers: 3)
    let bytes = try #require(folder.read("all.gpkg"))
    try add(layers, force: true)
    #expect(folder.read("all.gpkg") == bytes)
  }

  @Test func `a layer is added, or takes the place of the one of its name, and the others stay as they are`() throws {
    try add([("uno", Self.layer(seed: 1)), ("dos", Self.layer(seed: 2))])
    let base = try #require(folder.read("all.gpkg"))
    try add([("tres", Self.layer(seed: 3))], appends: true)
    try requireWhole(layers: 3)
    let three = try #require(folder.read("all.gpkg"))
    folder.write("all.gpkg", base)
    try add([("tres", Self.layer(seed: 3))], appends: true)
    #expect(folder.read("all.gpkg") == three)
    try add([("uno", Self.layer(seed: 4))], appends: true)
    try requireWhole(layers: 3)
    for (name, seed) in [("uno", 4), ("dos", 2), ("tres", 3)] as [(String, UInt64)] {
      #expect(try same(name, Self.layer(seed: seed)), "\(name)")
    }
    let size = try #require(folder.read("all.gpkg")).count
    for _ in 0..<3 { try add([("uno", Self.layer(seed: 4))], appends: true) }
    #expect(folder.read("all.gpkg")?.count == size)
  }

  @Test func `two layers of a CRS that no register has share its row`() throws {
    let crs = CRS("+proj=laea +lat_0=14 +lon_0=-89 +datum=WGS84 +units=m")
    try add([("a", Self.layer(seed: 1, crs: crs))])
    try add([("b", Self.layer(seed: 2, crs: crs)), ("c", Self.layer(seed: 2, crs: .epsg(32616)))], appends: true)
    let database = try SQLiteDatabase(reading: path, name: "all")
    #expect(
      try database.rows("SELECT srs_id FROM gpkg_spatial_ref_sys WHERE srs_id > 4326 ORDER BY 1") { $0.integer(0) } == [
        32616, 100_000,
      ])
  }

  @Test func `a file is only replaced by force, and a run that fails leaves it`() throws {
    try add([("uno", Self.layer(seed: 1))])
    let bytes = folder.read("all.gpkg")
    #expect(throws: Failure.self) { try add([("dos", Self.layer(seed: 2))]) }
    try add([("dos", Self.layer(seed: 2))], appends: true, commits: false)
    #expect(folder.read("all.gpkg") == bytes && folder.names == ["all.gpkg"])
  }

  @Test func `what Plaza has not written is not touched`() throws {
    try add([("uno", Self.layer(seed: 1))])
    let database = try SQLiteDatabase(extending: path, name: "all")
    try database.run("CREATE TABLE x (fid INTEGER PRIMARY KEY, a TEXT)")
    try database.run(
      "INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES ('x', 'attributes', 'x', '')")
    let bytes = folder.read("all.gpkg")
    let failure = #expect(throws: Failure.self) { try add([("dos", Self.layer(seed: 2))], appends: true) }
    #expect(failure?.diagnostic.id == "gpkg.not_ours" && failure?.diagnostic.values["layers"] == "x")
    #expect(folder.read("all.gpkg") == bytes)
    folder.write("all.gpkg", "no database")
    #expect(throws: Failure.self) { try add([("dos", Self.layer(seed: 2))], appends: true) }
  }
}
