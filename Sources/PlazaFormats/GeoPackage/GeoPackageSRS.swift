internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ

/// A CRS as a row of `gpkg_spatial_ref_sys`.
struct GeoPackageSRS {
  var id: Int32
  var name: String
  var organization: String
  var definition: String

  /// Of systems that no register has under a number.
  private static let firstOwn: Int32 = 100_000

  /// The row of a layer's CRS; where the file has none for it, one is added.
  ///
  /// Systems of the registers have the number that they have there, others one of their own.
  /// - Throws: `Failure` `crs.unknown` for a CRS that PROJ does not know, or cannot write in the form of a GeoPackage.
  static func row(for crs: CRS, in database: SQLiteDatabase, path: String) throws -> GeoPackageSRS {
    if crs.isWGS84 { return GeoPackageSRS(id: 4326, name: "WGS 84 geodetic", organization: "EPSG", definition: "") }
    var row: GeoPackageSRS
    do {
      let context = try ProjContext()
      row = GeoPackageSRS(
        id: 0, name: try context.info(crs).name, organization: "NONE", definition: try context.plainDefinition(of: crs))
    } catch {
      throw Failure(.notUnderstood, "crs.unknown", ["file": path, "crs": crs.description])
    }
    let known = try rows(in: database)
    if case .authority(let authority, let code) = crs, ["EPSG", "ESRI"].contains(authority), let number = Int32(code), number > 0
    {
      (row.id, row.organization) = (number, authority)
      if known.contains(where: { $0.id == number }) { return row }
    } else {
      if let same = known.first(where: { $0.definition == row.definition }) { return same }
      row.id = max(firstOwn, (known.map(\.id).max() ?? 0) + 1)
    }
    let insert = try database.prepare("INSERT INTO gpkg_spatial_ref_sys VALUES (?1, ?2, ?3, ?2, ?4, NULL)")
    try insert.bind(row.name, at: 1)
    try insert.bind(Int64(row.id), at: 2)
    try insert.bind(row.organization, at: 3)
    try insert.bind(row.definition, at: 4)
    try insert.step()
    return row
  }

  private static func rows(in database: SQLiteDatabase) throws -> [GeoPackageSRS] {
    try database.rows("SELECT srs_id, srs_name, organization, definition FROM gpkg_spatial_ref_sys ORDER BY srs_id") { row in
      GeoPackageSRS(
        id: Int32(clamping: row.integer(0)), name: row.text(1) ?? "", organization: row.text(2) ?? "",
        definition: row.text(3) ?? "")
    }
  }
}
