internal import PlazaGeometry
internal import PlazaLayers

/// The features of a layer of a GeoPackage, read whole.
enum GeoPackageFeatures {
  /// - Parameter keepingPaths: whether points and lines are wanted beside areas.
  /// - Throws: `Failure` `gpkg.bad_geometry` with the feature's number from 1, `crs.missing`, `sqlite.damaged`.
  /// - Complexity: O(bytes).
  static func read(
    _ layer: GeoPackageLayer, in database: SQLiteDatabase, _ reading: Reading, keepingPaths: Bool
  ) throws -> (features: Features, findings: LayerFindings, notes: [Diagnostic]) {
    guard let geometry = layer.geometry else {
      throw Failure(.notUnderstood, "gpkg.no_geometry", ["file": database.name, "layer": layer.identifier])
    }
    var notes: [Diagnostic] = []
    let crs = try geometry.crs(assuming: reading.assumedCRS, file: database.name, &notes)
    let fields = try layer.fields(in: database)
    let columns = ([geometry.column] + fields.map(\.column)).map(SQLite.quoted).joined(separator: ", ")
    let statement = try database.prepare("SELECT \(columns) FROM \(SQLite.quoted(layer.table))")
    var builder = GeometryBuilder(keepsPaths: keepingPaths)
    var values = [[FieldValue]](repeating: [], count: fields.count)
    while try statement.step() {
      do {
        try statement.withBlob(0) { (blob) throws(WKBError) in
          guard let start = try GeoPackageGeometry.start(of: blob) else { return }
          var reader = WKBReader(blob, from: start)
          try reader.read(into: &builder)
        }
      } catch {
        throw error.failure(file: database.name, feature: builder.featureNumber)
      }
      builder.endFeature()
      for (place, field) in fields.enumerated() {
        values[place].append(statement.field(place + 1, isBoolean: field.isBoolean))
      }
    }
    if builder.shortLines > 0 {
      notes.append(Diagnostic(.warning, "layer.short_lines", ["file": database.name, "count": String(builder.shortLines)]))
    }
    let features = Features(
      points: builder.points, lines: builder.lines, polygons: builder.polygons,
      columns: zip(fields, values).map { Column(name: $0.name, values: $1) }, crs: crs)
    return (features, builder.findings, notes)
  }
}

/// The head that stands before the well-known binary of a geometry.
enum GeoPackageGeometry {
  /// Where the well-known binary begins; nil for null and for an empty geometry.
  static func start(of blob: UnsafeRawBufferPointer) throws(WKBError) -> Int? {
    if blob.isEmpty { return nil }
    guard blob.count >= 8, blob[0] == 0x47, blob[1] == 0x50, blob[2] == 0 else { throw .damaged }
    let flags = blob[3]
    // Of a kind that only its maker knows.
    if flags & 0x20 != 0 { throw .damaged }
    guard let envelope = [0, 32, 48, 48, 64].dropFirst(Int(flags >> 1 & 7)).first else { throw .damaged }
    let start = 8 + envelope
    guard start < blob.count else { throw .damaged }
    return flags & 0x10 != 0 ? nil : start
  }
}

extension GeoPackageLayer.Geometry {
  /// What its positions are in.
  /// - Throws: `Failure` `crs.missing` where neither the file nor the caller says.
  func crs(assuming assumed: CRS?, file: String, _ notes: inout [Diagnostic]) throws -> CRS {
    if let crs { return crs.winning(over: assumed, file: file, &notes) }
    guard let assumed else { throw Failure(.notUnderstood, "crs.missing", ["file": file, "fields": column]) }
    return assumed
  }
}

extension WKBError {
  func failure(file: String, feature: Int) -> Failure {
    let reason =
      switch self {
      case .damaged: "geometry.damaged"
      case .openRing: "geometry.open_ring"
      case .curve: "geometry.curve"
      case .position: "geometry.position"
      case .tooDeep: "geometry.too_deep"
      }
    return Failure(.notUnderstood, reason, ["file": file, "feature": String(feature)])
  }
}

/// How many features of a layer hold points, lines and areas.
enum GeoPackageCensus {
  /// Features that are looked at, at most.
  private static let sample = 10_000

  static func of(
    _ layer: GeoPackageLayer, _ geometry: GeoPackageLayer.Geometry, in database: SQLiteDatabase
  ) throws -> GeometryCensus {
    var census = GeometryCensus()
    let column = SQLite.quoted(geometry.column)
    let statement = try database.prepare("SELECT \(column) FROM \(SQLite.quoted(layer.table)) LIMIT \(sample)")
    while try statement.step() {
      var builder = GeometryBuilder(keepsPaths: true)
      do {
        try statement.withBlob(0) { (blob) throws(WKBError) in
          guard let start = try GeoPackageGeometry.start(of: blob) else { return }
          var reader = WKBReader(blob, from: start)
          try reader.read(into: &builder)
        }
      } catch {
        throw error.failure(file: database.name, feature: census.features + 1)
      }
      let kinds = [builder.points.pointCount > 0, builder.lines.lineCount > 0, builder.polygons.polygonCount > 0]
      switch kinds {
      case [false, false, false]: census.none += 1
      case [true, false, false]: census.points += 1
      case [false, true, false]: census.lines += 1
      case [false, false, true]: census.areas += 1
      default: census.mixed += 1
      }
    }
    return census
  }
}
