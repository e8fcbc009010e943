internal import PlazaGeometry
internal import PlazaLayers

/// A table of records with positions as features: spaces, entrances or shelters that come as a CSV.
enum RecordFeatures {
  /// Every record in the order of the file, with all its fields; one without a place has no geometry.
  ///
  /// Records that could not be read are left out, and a warning says how many and where the first is.
  /// - Throws: `Failure` `crs.missing`, `features.none`, and what the source throws.
  /// - Complexity: O(bytes); the table is held in memory.
  static func read(_ source: any PointSource) throws -> FeatureReading {
    let schema = source.schema
    guard let crs = schema.crs else {
      throw Failure(
        .notUnderstood, "crs.missing", ["file": source.name, "fields": schema.coordinateFields.joined(separator: ", ")])
    }
    var points = PointColumn()
    var values = [[FieldValue]](repeating: [], count: schema.fields.count)
    var rejected = 0
    var first: (line: Int, cell: String)?
    try source.forEachRecord(PointRequest(fields: Array(schema.fields.indices))) { batch, record in
      switch batch.states[record] {
      case .located: points.append(x: batch.x[record], y: batch.y[record])
      case .noCoordinates, .nullIsland: break
      default:
        rejected += 1
        first = first ?? (batch.lines[record], batch.faults.first { $0.record == record }?.cell ?? "")
        return
      }
      points.endFeature()
      for field in values.indices {
        let text = CanonicalText.of(batch.bytes(of: field, record))
        values[field].append(text.isEmpty ? .null : .text(text))
      }
    }
    var notes = schema.notes
    if let first {
      notes.append(
        Diagnostic(
          .warning, "features.rejected",
          ["file": source.name, "count": String(rejected), "line": String(first.line), "cell": PlainText.shown(first.cell)]))
    }
    guard points.featureCount > 0 else { throw Failure(.notUnderstood, "features.none", ["file": source.name]) }
    let columns = zip(schema.fields, values).map { Column(name: $0, values: $1) }
    var (lines, polygons) = (LineColumn(), PolygonColumn())
    for _ in 0..<points.featureCount {
      lines.endFeature()
      polygons.endFeature()
    }
    return FeatureReading(
      features: Features(points: points, lines: lines, polygons: polygons, columns: columns, crs: crs), notes: notes)
  }
}
