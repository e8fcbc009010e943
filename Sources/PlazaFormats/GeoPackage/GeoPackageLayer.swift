internal import PlazaGeometry
internal import PlazaLayers

/// One layer or table of a GeoPackage.
struct GeoPackageLayer {
  struct Geometry {
    var column: String
    /// What its positions are in; nil where the file does not say.
    var crs: CRS?
  }

  struct Field {
    /// The column of the table.
    var column: String
    /// The name of the field: that of the column, or the one of which the column's is a simpler form.
    var name: String
    var isBoolean: Bool
  }

  var table: String
  /// What people call it.
  var identifier: String
  /// Nil for a table without geometry.
  var geometry: Geometry?

  /// Those of a file, in the order of its contents.
  /// - Throws: `Failure` `gpkg.no_contents` for a database that is no GeoPackage, `sqlite.damaged`.
  static func all(in database: SQLiteDatabase) throws -> [GeoPackageLayer] {
    guard try database.has(table: "gpkg_contents") else {
      throw Failure(.notUnderstood, "gpkg.no_contents", ["file": database.name])
    }
    let hasGeometry = try database.has(table: "gpkg_geometry_columns") && database.has(table: "gpkg_spatial_ref_sys")
    let sql =
      hasGeometry
      ? """
      SELECT c.table_name, c.identifier, g.column_name, s.organization, s.organization_coordsys_id, s.definition, s.srs_id
      FROM gpkg_contents c LEFT JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)
      LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
      WHERE c.data_type IN ('features', 'attributes', 'aspatial') AND lower(c.table_name) <> 'layer_styles' ORDER BY c.rowid
      """
      : """
      SELECT table_name, identifier, NULL, NULL, NULL, NULL, NULL FROM gpkg_contents
      WHERE data_type IN ('attributes', 'aspatial') AND lower(table_name) <> 'layer_styles' ORDER BY rowid
      """
    return try database.rows(sql) { row in
      let table = row.text(0) ?? ""
      return GeoPackageLayer(
        table: table, identifier: row.text(1) ?? table,
        geometry: row.text(2).map { Geometry(column: $0, crs: Self.crs(row)) })
    }
  }

  /// Numbers −1 and 0 stand for systems that nobody has named.
  private static func crs(_ row: SQLiteStatement) -> CRS? {
    guard !row.isNull(6), row.integer(6) > 0, let organization = row.text(3) else { return nil }
    if ["EPSG", "ESRI", "IGNF", "OGC"].contains(organization.uppercased()) {
      return CRS("\(organization.uppercased()):\(row.integer(4))")
    }
    return row.text(5).flatMap { $0.isEmpty || $0.lowercased() == "undefined" ? nil : CRS.stated(byFile: $0) }
  }

  /// The layer that is meant: the one of that name, or the only one.
  /// - Throws: `Failure` `layers.unknown`, `layers.several`, `layers.none`.
  static func chosen(in database: SQLiteDatabase, named name: String?, needsGeometry: Bool) throws -> GeoPackageLayer {
    let all = try all(in: database)
    let list = all.map(\.identifier).joined(separator: ", ")
    if let name {
      let found =
        all.first { $0.table == name || $0.identifier == name }
        ?? all.first { PlaceName.folded($0.identifier) == PlaceName.folded(name) }
      guard let found else {
        throw Failure(.usage, "layers.unknown", ["file": database.name, "layer": name, "layers": list])
      }
      try found.refuseView(in: database)
      return found
    }
    let spatial = all.filter { $0.geometry != nil }
    let candidates = spatial.isEmpty && !needsGeometry ? all : spatial
    guard let first = candidates.first else { throw Failure(.notUnderstood, "layers.none", ["file": database.name]) }
    guard candidates.count == 1 else {
      throw Failure(.usage, "layers.several", ["file": database.name, "count": String(candidates.count), "layers": list])
    }
    try first.refuseView(in: database)
    return first
  }

  /// A view is a question, which may have no end.
  private func refuseView(in database: SQLiteDatabase) throws {
    let statement = try database.prepare(
      "SELECT type FROM sqlite_master WHERE lower(name) = lower(?1) AND type IN ('table', 'view')")
    try statement.bind(table, at: 1)
    if try statement.step(), statement.text(0) == "view" {
      throw Failure(.notUnderstood, "gpkg.view", ["file": database.name, "layer": table])
    }
  }

  /// Its fields in the order of the table, without the geometry and without numbers that only the file gives.
  /// - Throws: `Failure` `gpkg.no_table`, `sqlite.damaged`.
  func fields(in database: SQLiteDatabase) throws -> [Field] {
    let aliases = try aliases(in: database)
    let columns = try database.rows("PRAGMA table_info(\(SQLite.quoted(table)))") { row in
      (name: row.text(1) ?? "", type: (row.text(2) ?? "").uppercased(), isKey: row.integer(5) > 0)
    }
    if columns.isEmpty { throw Failure(.notUnderstood, "gpkg.no_table", ["file": database.name, "layer": table]) }
    return columns.filter { column in
      column.name.lowercased() != geometry?.column.lowercased()
        && !(column.isKey && ["fid", "ogc_fid"].contains(column.name.lowercased()))
    }
    .map { Field(column: $0.name, name: aliases[$0.name] ?? $0.name, isBoolean: $0.type == "BOOLEAN") }
  }

  /// The names of which columns bear a simpler form, as Plaza writes them.
  private func aliases(in database: SQLiteDatabase) throws -> [String: String] {
    guard try database.has(table: "gpkg_data_columns") else { return [:] }
    let statement = try database.prepare("SELECT column_name, name FROM gpkg_data_columns WHERE lower(table_name) = lower(?1)")
    try statement.bind(table, at: 1)
    var names: [String: String] = [:]
    while try statement.step() {
      guard let column = statement.text(0), let name = statement.text(1), GeoPackageNames.isSimplerForm(column, of: name) else {
        continue
      }
      names[column] = name
    }
    return names
  }
}

/// Names as the most careful readers of GeoPackages want them: lower case, ASCII, beginning with a letter.
enum GeoPackageNames {
  static let limit = 57

  static func simple(_ name: String) -> String {
    var simple = Slug.slug(name)
    // Names that SQLite or the package keep for themselves, and those that begin with a digit.
    let isTaken = ["gpkg_", "sqlite_", "rtree_", "layer_styles"].contains { simple.hasPrefix($0) }
    if simple.first?.isNumber == true || isTaken { simple = "f_" + simple }
    return String(simple.prefix(limit))
  }

  /// Whether a column's name is what is left of a name when it is made simple, with a number behind it where another had it before.
  static func isSimplerForm(_ column: String, of name: String) -> Bool {
    let simple = simple(name)
    if column == simple { return true }
    guard column.hasPrefix(simple + "_") else { return false }
    return Int(column.dropFirst(simple.count + 1)) != nil
  }
}
