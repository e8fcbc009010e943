internal import PlazaGeometry
public import PlazaLayers

/// A table of records with positions as features: spaces, entrances or shelters that come as a CSV.
public enum RecordFeatures {
  /// Every record in the order of the file, with all its fields; one without a place has no geometry.
  ///
  /// Records that could not be read are left out, and a warning says how many and where the first is.
  /// - Throws: `Failure` `crs.missing`, and what the source throws.
  /// - Complexity: O(bytes); the table is held in memory.
  public static func read(_ source: any PointSource) throws -> FeatureReading {
    let schema = source.schema
    guard let crs = schema.crs else {
      throw Failure(
        .notUnderstood, "crs.missing", ["file": source.name, "fields": schema.coordinateFields.joined(separator: ", ")])
    }
    let reader = try source.makeReader(PointRequest(fields: Array(schema.fields.indices)))
    var points = PointColumn()
    var values = [[FieldValue]](repeating: [], count: schema.fields.count)
    var notes = schema.notes
    var rejected = 0
    var first: (line: Int, cell: String)?
    var batch = PointBatch()
    while try reader.next(&batch) {
      for record in 0..<batch.count {
        guard batch.states[record] == .located || batch.states[record] == .noCoordinates || batch.states[record] == .nullIsland
        else {
          rejected += 1
          let cell = batch.faults.first { $0.record == record }?.cell ?? ""
          first = first ?? (batch.lines[record], cell)
          continue
        }
        if batch.states[record] == .located { points.append(x: batch.x[record], y: batch.y[record]) }
        points.endFeature()
        for field in schema.fields.indices {
          let (start, end) = (batch.fields[field].starts[record], batch.fields[field].ends[record])
          let text = start < 0 ? "" : CanonicalText.of(batch.text[Int(start)..<Int(end)])
          values[field].append(text.isEmpty ? .null : .text(text))
        }
      }
    }
    if let first {
      notes.append(
        Diagnostic(
          .warning, "features.rejected",
          ["file": source.name, "count": String(rejected), "line": String(first.line), "cell": first.cell]))
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
