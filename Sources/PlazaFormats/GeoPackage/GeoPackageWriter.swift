internal import Glibc
internal import PlazaGeometry
public import PlazaLayers

/// Writes layers as a GeoPackage 1.3: each with its spatial index, its style, and what is said of it as its description.
///
/// Positions are in the CRS of the layer, with seven decimals as in GeoJSON. Columns bear simple names; the names of the fields stand in
/// `gpkg_data_columns`. A file that holds layers of ours gets one more, or another in the place of the one of that name. The same layers in the
/// same order give the same bytes; the date of the last change is `SOURCE_DATE_EPOCH`, else 1970-01-01.
/// Sources: OGC 12-128r17, and of the index SQLite's documentation of the R*Tree module.
public enum GeoPackageWriter: LayerWriter {
  public static let endings = GeoPackage.endings
  /// A centimetre.
  public static let decimals: Int? = 7
  public static let holdsSeveral = true

  /// - Complexity: O(n log n) in the features, O(vertices + values); pages go to the disk as they are filled.
  public static func write(_ layer: WrittenLayer, to output: OpenOutput) throws -> [Diagnostic] {
    // A log beside a file belongs to it: it would be applied to the new one.
    for log in ["-wal", "-journal"] where output.file.temporary != nil && access(output.path + log, F_OK) == 0 {
      throw Failure(.cannotCreate, "gpkg.in_use", ["path": output.path, "log": output.path + log])
    }
    let isNew = !output.file.hasContent
    let database =
      if !isNew, let temporary = output.file.temporary {
        try SQLiteDatabase(extending: temporary, name: output.path)
      } else {
        try SQLiteDatabase(writing: output.file.temporary, name: output.path)
      }
    if !isNew { try GeoPackageRemoval.requireOurs(database, path: output.path) }
    let summary: CollapsedRings
    let renamed: [Diagnostic]
    do {
      let tables = GeoPackageTables(database, layer, name: output.layerName, path: output.path)
      summary = try tables.write(isNew: isNew)
      renamed = tables.notes
    } catch let failure as Failure where failure.diagnostic.id == "sqlite.damaged" {
      throw database.notWritten
    }
    if output.file.temporary == nil { try database.withBytes { try output.file.write($0) } }
    return summary.notes(path: output.path) + renamed
  }
}

/// The tables of a GeoPackage while they are filled.
struct GeoPackageTables {
  private let database: SQLiteDatabase
  private let layer: WrittenLayer
  /// Name of the table, and what people call the layer.
  private let table: String
  private let identifier: String
  private let path: String
  private let columns: [GeoPackageColumn]

  init(_ database: SQLiteDatabase, _ layer: WrittenLayer, name: String, path: String) {
    self.database = database
    self.layer = layer
    self.path = path
    identifier = name
    table = GeoPackageNames.simple(identifier)
    columns = GeoPackageColumn.all(of: layer.layer)
  }

  private static let geometryColumn = "geom"

  /// Fields of which only letters of the other case, or signs, tell their names from those of others, for here names are alike without them;
  /// and those whose columns bear a simpler name.
  var notes: [Diagnostic] {
    func said(_ severity: Diagnostic.Severity, _ id: String, _ changed: [GeoPackageColumn], examples: Int) -> Diagnostic? {
      guard !changed.isEmpty else { return nil }
      let fields = changed.prefix(examples).map { "\($0.field) → \($0.name)" }.joined(separator: ", ")
      return Diagnostic(severity, id, ["path": path, "count": String(changed.count), "fields": fields])
    }
    return [
      said(.warning, "gpkg.renamed", columns.filter(\.isNumbered), examples: 10),
      said(.note, "gpkg.simpler", columns.filter { !$0.isNumbered && $0.name != $0.field }, examples: 2),
    ].compactMap(\.self)
  }

  /// - Parameter isNew: whether the file holds nothing yet.
  func write(isNew: Bool) throws -> CollapsedRings {
    try database.run("BEGIN")
    var hasGaps = false
    if isNew {
      try database.run(GeoPackageSchema.sql)
    } else {
      hasGaps = try GeoPackageRemoval(table: table, identifier: identifier).run(in: database)
    }
    let geometry = layer.layer
    let kind = GeoPackageKind(geometry)
    let srs = try GeoPackageSRS.row(for: geometry.crs, in: database, path: path)
    try createTable(kind)
    let (boxes, summary) = try insertFeatures(kind, srs)
    try describe(kind, boxes, srs)
    try index(boxes)
    try style()
    try database.run("COMMIT")
    // What was in the place of a layer that is gone is given back.
    if hasGaps { try database.run("VACUUM") }
    return summary
  }

  private func createTable(_ kind: GeoPackageKind) throws {
    let list = columns.map { "\(SQLite.quoted($0.name)) \($0.type.rawValue)" }
    let geometry = "\"\(Self.geometryColumn)\" \(kind.rawValue)"
    let all = (["\"fid\" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", geometry] + list).joined(separator: ", ")
    try database.run("CREATE TABLE \(SQLite.quoted(table)) (\(all))")
  }

  private func insertFeatures(_ kind: GeoPackageKind, _ srs: GeoPackageSRS) throws -> (boxes: [RTreeNodes.Box], CollapsedRings) {
    let names = (["\"\(Self.geometryColumn)\""] + columns.map { SQLite.quoted($0.name) }).joined(separator: ", ")
    let places = (1...columns.count + 1).map { "?\($0)" }.joined(separator: ", ")
    let insert = try database.prepare("INSERT INTO \(SQLite.quoted(table)) (\(names)) VALUES (\(places))")
    var geometry = GeoPackageBlob(layer.layer, kind, srs: srs.id)
    var boxes: [RTreeNodes.Box] = []
    boxes.reserveCapacity(layer.layer.featureCount)
    for feature in 0..<layer.layer.featureCount {
      if let box = geometry.make(feature) {
        boxes.append(.init(identifier: Int64(feature + 1), box))
        try geometry.bytes.withUnsafeBytes { try insert.bind(blob: $0, at: 1) }
      } else {
        try insert.bindNull(at: 1)
      }
      for (place, column) in columns.enumerated() {
        try column.bind(layer.layer.columns[place].values[feature], to: insert, at: place + 2)
      }
      try insert.step()
      insert.reset()
    }
    return (boxes, geometry.summary)
  }

  private func describe(_ kind: GeoPackageKind, _ boxes: [RTreeNodes.Box], _ srs: GeoPackageSRS) throws {
    let about = JSONValue.object(layer.members.map { ($0.name, $0.value) }).compact
    let contents = try database.prepare(
      "INSERT INTO gpkg_contents VALUES (?1, 'features', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
    try contents.bind(table, at: 1)
    try contents.bind(identifier, at: 2)
    try contents.bind(about, at: 3)
    try contents.bind(SourceDate.current.text, at: 4)
    if let whole = RTreeNodes.Box(enclosing: boxes) {
      for (place, value) in [whole.minX, whole.minY, whole.maxX, whole.maxY].enumerated() {
        try contents.bind(value, at: 5 + place)
      }
    }
    try contents.bind(Int64(srs.id), at: 9)
    try contents.step()
    let geometry = try database.prepare("INSERT INTO gpkg_geometry_columns VALUES (?1, '\(Self.geometryColumn)', ?2, ?3, 0, 0)")
    try geometry.bind(table, at: 1)
    try geometry.bind(kind.rawValue, at: 2)
    try geometry.bind(Int64(srs.id), at: 3)
    try geometry.step()
    let count = try database.prepare("INSERT INTO gpkg_ogr_contents VALUES (?1, ?2)")
    try count.bind(table, at: 1)
    try count.bind(Int64(layer.layer.featureCount), at: 2)
    try count.step()
    for sql in GeoPackageSchema.countTriggers(table) { try database.run(sql) }
    try describeColumns()
  }

  /// The names of the fields, where a column bears a simpler one.
  private func describeColumns() throws {
    let renamed = columns.filter { $0.name != $0.field }
    guard !renamed.isEmpty else { return }
    if try !database.has(table: "gpkg_data_columns") { try database.run(GeoPackageSchema.dataColumns) }
    let insert = try database.prepare(
      "INSERT INTO gpkg_data_columns (table_name, column_name, name, title) VALUES (?1, ?2, ?3, ?3)")
    for column in renamed {
      try insert.bind(table, at: 1)
      try insert.bind(column.name, at: 2)
      try insert.bind(column.field, at: 3)
      try insert.step()
      insert.reset()
    }
  }

  private func index(_ boxes: [RTreeNodes.Box]) throws {
    let name = "rtree_\(table)_\(Self.geometryColumn)"
    try database.run("CREATE VIRTUAL TABLE \(SQLite.quoted(name)) USING rtree(id, minx, maxx, miny, maxy)")
    try RTreeNodes(boxes).write(to: name, in: database)
    let registration = try database.prepare(
      """
      INSERT INTO gpkg_extensions VALUES (?1, '\(Self.geometryColumn)', 'gpkg_rtree_index', \
      'http://www.geopackage.org/spec120/#registrationrtree', 'write-only')
      """)
    try registration.bind(table, at: 1)
    try registration.step()
    for sql in GeoPackageSchema.indexTriggers(table, geometry: Self.geometryColumn, key: "fid") { try database.run(sql) }
  }

  /// The names of fields that are called otherwise here.
  private var renamed: [String: String] {
    Dictionary(columns.filter { $0.name != $0.field }.map { ($0.field, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// A table of styles, as QGIS keeps them; it is listed as one of attributes.
  private func style() throws {
    guard let style = layer.style else { return }
    if try !database.has(table: "layer_styles") {
      try database.run(GeoPackageSchema.styles(lastChange: SourceDate.current.text))
    }
    let insert = try database.prepare(
      """
      INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, \
      useAsDefault, description, owner, ui, update_time) VALUES ('', '', ?1, '\(Self.geometryColumn)', ?2, ?3, '', 1, '', '', NULL, ?4)
      """)
    try insert.bind(table, at: 1)
    try insert.bind(identifier, at: 2)
    try insert.bind(String(decoding: try style(renamed), as: UTF8.self), at: 3)
    try insert.bind(SourceDate.current.text, at: 4)
    try insert.step()
    try database.run(GeoPackageSchema.countStyles)
  }
}
