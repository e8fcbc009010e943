internal import PlazaGeometry
internal import PlazaLayers

/// The rows of a layer or table of a GeoPackage.
final class GeoPackageCursor: RowCursor {
  let name: String
  let geometryField: String?
  private let statement: SQLiteStatement
  private let areBooleans: [Bool]
  /// The place of the first field in the statement.
  private let first: Int

  /// - Parameter geometry: nil where it is not wanted.
  init(
    _ layer: GeoPackageLayer, fields: [GeoPackageLayer.Field], geometry: GeoPackageLayer.Geometry?, in database: SQLiteDatabase
  ) throws {
    name = database.name
    geometryField = geometry?.column
    areBooleans = fields.map(\.isBoolean)
    first = geometry == nil ? 0 : 1
    let columns = ([geometry?.column].compactMap { $0 } + fields.map(\.column)).map(SQLite.quoted)
    let list = columns.isEmpty ? "1" : columns.joined(separator: ", ")
    statement = try database.prepare("SELECT \(list) FROM \(SQLite.quoted(layer.table))")
  }

  var fieldCount: Int { areBooleans.count }

  func next() throws -> Bool { try statement.step() }

  func appendText(_ field: Int, to text: inout [UInt8]) -> Bool {
    statement.appendText(first + field, isBoolean: areBooleans[field], to: &text)
  }

  func value(_ field: Int) -> FieldValue { statement.field(first + field, isBoolean: areBooleans[field]) }

  func positions() throws(GeometryError) -> (kind: GeometryKind, positions: [Coordinate]) {
    try statement.withBlob(0) { (blob) throws(GeometryError) -> (GeometryKind, [Coordinate]) in
      guard let start = try GeoPackageGeometry.start(of: blob) else { return (.point, []) }
      var reader = WKBReader(blob, from: start)
      return try reader.positions()
    }
  }

  func addGeometry(to builder: inout GeometryBuilder) throws(GeometryError) {
    try statement.withBlob(0) { (blob) throws(GeometryError) in
      guard let start = try GeoPackageGeometry.start(of: blob) else { return }
      var reader = WKBReader(blob, from: start)
      try reader.read(into: &builder)
    }
  }
}
