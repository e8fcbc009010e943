internal import PlazaLayers

/// Takes a layer out of a GeoPackage of ours, so that another can stand in its place.
struct GeoPackageRemoval {
  /// Name of the table, and what people call the layer: what bears either is taken out.
  let table: String
  let identifier: String

  /// Ends the run for a file that holds what Plaza did not write: only its own layers are surely put together as it knows.
  /// - Throws: `Failure` `gpkg.not_ours`.
  static func requireOurs(_ database: SQLiteDatabase, path: String) throws {
    let isPackage =
      try (try? database.has(table: "gpkg_contents")) ?? false
      && database.rows("PRAGMA application_id") { $0.integer(0) } == [1_196_444_487]
    let others =
      isPackage
      ? try database.rows(
        """
        SELECT table_name FROM gpkg_contents
        WHERE lower(table_name) <> 'layer_styles' AND (data_type <> 'features' OR coalesce(description, '') NOT LIKE '{"release":%')
        """
      ) { $0.text(0) ?? "" } : []
    guard isPackage, others.isEmpty else {
      throw Failure(.cannotCreate, "gpkg.not_ours", ["path": path, "layers": others.joined(separator: ", ")])
    }
  }

  /// - Returns: whether there was such a layer.
  func run(in database: SQLiteDatabase) throws -> Bool {
    let find = try database.prepare("SELECT table_name FROM gpkg_contents WHERE table_name = ?1 OR identifier = ?2")
    try find.bind(table, at: 1)
    try find.bind(identifier, at: 2)
    var tables: [String] = []
    while try find.step() { tables.append(find.text(0) ?? "") }
    for table in tables { try remove(table, from: database) }
    return !tables.isEmpty
  }

  private func remove(_ table: String, from database: SQLiteDatabase) throws {
    let columns = try texts("SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?1", table, in: database)
    for column in columns { try database.run("DROP TABLE IF EXISTS \(SQLite.quoted("rtree_\(table)_\(column)"))") }
    try database.run("DROP TABLE IF EXISTS \(SQLite.quoted(table))")
    var places = ["gpkg_geometry_columns", "gpkg_extensions", "gpkg_ogr_contents", "gpkg_data_columns", "gpkg_contents"]
      .map { ($0, "table_name") }
    places.append(("layer_styles", "f_table_name"))
    for (place, column) in places where try database.has(table: place) {
      let delete = try database.prepare("DELETE FROM \(place) WHERE lower(\(column)) = lower(?1)")
      try delete.bind(table, at: 1)
      try delete.step()
    }
  }

  private func texts(_ sql: String, _ value: String, in database: SQLiteDatabase) throws -> [String] {
    let statement = try database.prepare(sql)
    try statement.bind(value, at: 1)
    var texts: [String] = []
    while try statement.step() { texts.append(statement.text(0) ?? "") }
    return texts
  }
}
