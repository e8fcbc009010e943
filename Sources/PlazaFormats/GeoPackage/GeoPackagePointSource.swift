internal import PlazaGeometry
internal import PlazaLayers

/// The records of a layer or table of a GeoPackage: points with attributes, or rows without a place.
struct GeoPackagePointSource: PointSource {
  let name: String
  let schema: RecordSchema
  private let file: GeoPackageFile
  private let layer: GeoPackageLayer
  private let fields: [GeoPackageLayer.Field]

  /// - Parameter needsPosition: whether a table without geometry is an error.
  /// - Throws: `Failure` `gpkg.no_geometry`, `crs.missing`, those of the choice of a layer, `sqlite.damaged`.
  init(_ file: GeoPackageFile, _ reading: Reading, needsPosition: Bool) throws {
    let database = try file.open()
    layer = try GeoPackageLayer.chosen(in: database, named: reading.layer, needsGeometry: needsPosition)
    fields = try layer.fields(in: database)
    name = file.input.name
    self.file = file
    var notes: [Diagnostic] = []
    var crs: CRS?
    if let geometry = layer.geometry {
      crs =
        needsPosition
        ? try geometry.crs(assuming: reading.assumedCRS, file: name, &notes) : geometry.crs ?? reading.assumedCRS
    } else if needsPosition {
      throw Failure(.notUnderstood, "gpkg.no_geometry", ["file": name, "layer": layer.identifier])
    }
    var schema = RecordSchema(fields: fields.map(\.name), coordinateFields: [], crs: crs, notes: notes)
    schema.isCRSStated = crs != nil
    schema.hasPositions = layer.geometry != nil
    schema.asWritten = reading.asWritten
    self.schema = schema
  }

  func makeReader(_ request: PointRequest) throws -> any PointReader { try reader(request) }

  func sample(_ request: PointRequest) throws -> PointBatch {
    var batch = PointBatch()
    if try !reader(request).next(&batch) { batch.removeAll(fieldCount: request.fields.count) }
    return batch
  }

  private func reader(_ request: PointRequest) throws -> CursorPointReader {
    let cursor = try GeoPackageCursor(
      layer, fields: request.fields.map { fields[$0] }, geometry: request.positions ? layer.geometry : nil, in: file.open())
    return CursorPointReader(cursor, PositionRules(request, crs: schema.crs ?? .wgs84))
  }
}
