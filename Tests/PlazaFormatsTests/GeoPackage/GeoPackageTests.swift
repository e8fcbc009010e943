import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite struct GeoPackageTests {
  private let folder = TemporaryFolder()

  private static func layer(seed: UInt64, areas: Int) -> Layer {
    var generator = PolygonGenerator(seed: seed)
    var geometry = generator.tiling(count: 12, verticesPerSide: 4)
    while geometry.featureCount < areas { geometry.endFeature() }
    let count = geometry.featureCount
    func column(_ name: String, _ value: (Int) -> FieldValue) -> Column { Column(name: name, values: (0..<count).map(value)) }
    return Layer(
      geometry: geometry,
      columns: [
        column("CVEGEO") { .text($0 < 10 ? "0900\($0)" : "090\($0)") },
        column("Nombre del área") { $0 % 5 == 4 ? .null : .text("Ñuñoa \"\($0)\"; DROP TABLE x") },
        column("count") { .number(String($0 * 3)) }, column("rate") { $0 == 2 ? .null : .number("\($0).25") },
        column("is_hot") { .bool($0 % 2 == 0) }, column("mixed") { $0 == 0 ? .bool(true) : .number("7") },
      ], crs: .wgs84)
  }

  @discardableResult
  private func write(_ layer: Layer, as name: String, style: (([String: String]) throws -> [UInt8])? = nil) throws -> String {
    let files = OutputSet(force: true)
    let path = folder.path + "/" + name
    let output = try LayerOutput(path, in: files)
    _ = try output.write(WrittenLayer(layer, members: [("release", .text("internal"))], style: style))
    try files.commit()
    return path
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `what is written is read again, as from GeoJSON`(seed: UInt64) throws {
    let layer = Self.layer(seed: seed, areas: 160)
    let package = try Formats.open(write(layer, as: "capa.gpkg")).layer().layer
    let json = try Formats.open(write(layer, as: "capa.geojson")).layer().layer
    #expect(package.geometry == json.geometry && package.crs == .epsg(4326))
    #expect(package.columns.dropLast() == json.columns.dropLast())
    // A column that holds both numbers and words is one of text.
    #expect(package.columns.last?.values.map(\.text) == json.columns.last?.values.map(\.text))
  }

  @Test func `the same layer gives the same bytes, and its index is whole`() throws {
    let layer = Self.layer(seed: 4, areas: 700)
    let first = try write(layer, as: "a.gpkg") { _ in Array("<qgis/>".utf8) }
    let bytes = try #require(folder.read("a.gpkg"))
    try write(layer, as: "a.gpkg") { _ in Array("<qgis/>".utf8) }
    #expect(folder.read("a.gpkg") == bytes)
    let database = try SQLiteDatabase(reading: first, name: "a.gpkg")
    #expect(try database.rows("PRAGMA integrity_check") { $0.text(0) } == ["ok"])
    #expect(try database.rows("SELECT rtreecheck('rtree_a_geom')") { $0.text(0) } == ["ok"])
    let indexed = try database.rows("SELECT count(*) FROM rtree_a_geom") { $0.integer(0) }
    #expect(indexed == [Int64((0..<layer.featureCount).count { !layer.geometry.isEmpty(feature: $0) })])
    #expect(try database.rows("SELECT styleQML FROM layer_styles WHERE useAsDefault") { $0.text(0) } == ["<qgis/>"])
    #expect(try database.rows("PRAGMA user_version") { $0.integer(0) } == [10_300])
  }

  @Test func `the index finds in any box what a look at every feature finds`() throws {
    let boxes = (0..<4_000).map { number -> RTreeNodes.Box in
      var random = SplitMix64(seed: UInt64(number))
      let (x, y) = (Double.random(in: -180...180, using: &random), Double.random(in: -90...90, using: &random))
      var box = Envelope()
      box.expand(x: x, y: y)
      box.expand(x: x + Double.random(in: 0...2, using: &random), y: y + Double.random(in: 0...2, using: &random))
      return RTreeNodes.Box(identifier: Int64(number + 1), box)
    }
    let database = try SQLiteDatabase(writing: nil, name: "memory")
    try database.run("CREATE VIRTUAL TABLE r USING rtree(id, minx, maxx, miny, maxy)")
    try RTreeNodes(boxes).write(to: "r", in: database)
    #expect(try database.rows("SELECT rtreecheck('r')") { $0.text(0) } == ["ok"])
    for x in stride(from: -180.0, to: 180, by: 31) {
      let sql = "SELECT id FROM r WHERE maxx >= \(x) AND minx <= \(x + 20) AND maxy >= -40 AND miny <= 35 ORDER BY id"
      let found = Set(try database.rows(sql) { $0.integer(0) })
      let wanted = boxes.filter { $0.maxX >= x && $0.minX <= x + 20 && $0.maxY >= -40 && $0.minY <= 35 }.map(\.identifier)
      // Numbers of single precision, rounded outwards: nothing is missed, and only a neighbour may be found beside.
      #expect(found.isSuperset(of: wanted) && found.count <= wanted.count + 2)
    }
  }

  @Test func `columns have simple names, and give the fields theirs back`() {
    #expect(GeoPackageNames.simple("Nombre del área") == "nombre_del_area")
    #expect(GeoPackageNames.simple("2024") == "f_2024")
    #expect(GeoPackageNames.simple("\"; DROP TABLE x; --") == "drop_table_x")
    let values = [FieldValue.null]
    let layer = Layer(
      geometry: PolygonColumn(empty: 1),
      columns: ["Año", "ano", "AÑO", "fid"].map { Column(name: $0, values: values) }, crs: .wgs84)
    #expect(GeoPackageColumn.all(of: layer).map(\.name) == ["ano_3", "ano_2", "ano", "fid_2"])
    #expect(GeoPackageNames.isSimplerForm("ano_3", of: "AÑO") && !GeoPackageNames.isSimplerForm("ano_x", of: "AÑO"))
  }

  // MARK: Files of others

  /// A GeoPackage with what a test says of it, as other programs write one.
  private func package(_ name: String, _ sql: String) throws -> String {
    let path = folder.write(name, [UInt8]())
    let database = try SQLiteDatabase(writing: path, name: name)
    try database.run(GeoPackageSchema.sql)
    try database.run(sql)
    return path
  }

  private static func point(_ x: Double, _ y: Double) -> String {
    let numbers = [x, y].flatMap { value in withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) } }
    let bytes: [UInt8] = [0x47, 0x50, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0] + numbers
    return "X'" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "'"
  }

  private static let points = """
    CREATE TABLE delitos (fid INTEGER PRIMARY KEY, geom POINT, \"Tipo \"\"A\"\"\" TEXT, n REAL, grave BOOLEAN, dia DATE);
    INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('delitos', 'features', 'Delitos', 4326);
    INSERT INTO gpkg_geometry_columns VALUES ('delitos', 'geom', 'POINT', 4326, 0, 0);
    INSERT INTO delitos VALUES (1, \(point(-89.2, 13.7)), 'robo', 2.5, 1, '2024-01-02');
    INSERT INTO delitos VALUES (2, NULL, 'hurto', 3.0, 0, NULL);
    INSERT INTO delitos VALUES (3, \(point(0, 0)), NULL, NULL, NULL, '2024-01-03');
    INSERT INTO delitos VALUES (4, \(point(200, 10)), 'robo', 1e300, 1, '');
    INSERT INTO delitos VALUES (5, X'47500001', 'robo', 1, 1, '');
    """

  @Test func `records have the states and the texts that their rows have`() throws {
    let source = try Formats.open(package("d.gpkg", Self.points)).records()
    #expect(source.schema.fields == ["Tipo \"A\"", "n", "grave", "dia"] && source.schema.crs == .epsg(4326))
    var rows: [[String?]] = []
    var states: [RecordState] = []
    try source.forEachRecord(PointRequest(fields: [0, 1, 2, 3])) { batch, record in
      states.append(batch.states[record])
      rows.append(
        batch.fields.indices.map { field in
          batch.fields[field].starts[record] < 0 ? nil : String(decoding: batch.bytes(of: field, record), as: UTF8.self)
        })
    }
    #expect(states == [.located, .noCoordinates, .nullIsland, .outOfRange, .badRow])
    #expect(rows[0] == ["robo", "2.5", "true", "2024-01-02"] && rows[1] == ["hurto", "3", "false", nil])
    #expect(rows[2] == [nil, nil, nil, "2024-01-03"] && rows[3][1] == "1e300")
  }

  @Test func `a file of several layers asks which, and takes a name however it is written`() throws {
    let path = try package(
      "two.gpkg",
      Self.points + """
        CREATE TABLE "áreas; --" (id INTEGER, nombre TEXT);
        INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('áreas; --', 'attributes', 'Áreas');
        INSERT INTO "áreas; --" VALUES (7, 'Norte');
        CREATE TABLE vacia (g POLYGON);
        INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('vacia', 'features', 'vacía', 0);
        INSERT INTO gpkg_geometry_columns VALUES ('vacia', 'g', 'POLYGON', 0, 0, 0);
        """)
    func failure(_ reading: Reading) -> Diagnostic? {
      do { _ = try Formats.open(path, as: reading).records() } catch { return (error as? Failure)?.diagnostic }
      return nil
    }
    var reading = Reading()
    #expect(failure(reading)?.id == "layers.several" && failure(reading)?.values["layers"] == "Delitos, Áreas, vacía")
    reading.layer = "otra"
    #expect(failure(reading)?.id == "layers.unknown")
    reading.layer = "vacía"
    #expect(failure(reading)?.id == "crs.missing")
    reading.layer = "AREAS"
    let table = try Formats.open(path, as: reading).table()
    #expect(table.header == ["id", "nombre"] && table.rows.map { $0[1] } == ["Norte"])
    reading.layer = "delitos"
    #expect(failure(reading) == nil)
  }

  @Test func `a database that is no GeoPackage, and one that is cut or changed, end with a message`() throws {
    func outcome(_ path: String) -> String {
      do {
        let dataset = try Formats.open(path)
        _ = try dataset.records()
        return "read"
      } catch { return (error as? Failure)?.diagnostic.id ?? "\(error)" }
    }
    let plain = folder.write("plain.db", [UInt8]())
    try SQLiteDatabase(writing: plain, name: plain).run("CREATE TABLE x (y)")
    #expect(outcome(plain) == "gpkg.no_contents")
    let named = try package(
      "gone.gpkg", "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('gone', 'attributes', 'gone')")
    #expect(["gpkg.no_table", "layers.none"].contains(outcome(named)))
    let sound = try #require(folder.read(try package("sound.gpkg", Self.points).split(separator: "/").last.map(String.init)!))
    var random = SplitMix64(seed: 8)
    var outcomes: Set<String> = []
    for trial in 0..<300 {
      var bytes = sound
      if trial % 3 == 0 {
        bytes.removeLast(Int.random(in: 1..<bytes.count - 100, using: &random))
      } else {
        for _ in 0..<Int.random(in: 1...40, using: &random) {
          bytes[Int.random(in: 16..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
      }
      let path = folder.write("mutated.gpkg", bytes)
      outcomes.insert(outcome(path))
      if let source = try? Formats.open(path).records() {
        try? source.forEachRecord(PointRequest(fields: Array(source.schema.fields.indices))) { _, _ in }
      }
      _ = try? Formats.open(path).features()
    }
    #expect(outcomes.isSuperset(of: ["read", "sqlite.damaged"]), "\(outcomes)")
  }

  @Test func `bytes in memory are read as a file is`() throws {
    let path = try package("d.gpkg", Self.points)
    let held = try SQLiteDatabase(bytes: #require(folder.read("d.gpkg")), name: "held")
    #expect(try GeoPackageLayer.all(in: held).map(\.identifier) == ["Delitos"])
    let failure = #expect(throws: Failure.self) { _ = try Formats.open(path).layer() }
    #expect(failure?.diagnostic.id == "geometry.damaged" && failure?.diagnostic.values["feature"] == "5")
  }
}
