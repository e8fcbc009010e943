public import PlazaGeometry
public import PlazaLayers

/// Places where records are put that did not happen there, as a file tells them.
public enum KnownPlaces {
  /// Every located record of a file, with its name where the file has a field for it, in the CRS of a ground.
  /// - Throws: `Failure` as the choice of an operation does, `crs.missing`, and what the source throws.
  public static func read(_ source: any PointSource, crs target: CRS) throws -> [KnownPlace] {
    guard let crs = source.schema.crs else {
      throw Failure(
        .notUnderstood, "crs.missing", ["file": source.name, "fields": source.schema.coordinateFields.joined(separator: ", ")])
    }
    let field = source.schema.fields.firstIndex { ["name", "nombre", "nome"].contains(FieldNames.normalised($0)) }
    let reader = try source.makeReader(PointRequest(fields: field.map { [$0] } ?? [], explode: true))
    var places: [KnownPlace] = []
    var batch = PointBatch()
    while try reader.next(&batch) {
      for record in 0..<batch.count where batch.states[record] == .located {
        let name = field.map { _ in CanonicalText.of(text(batch, record)) } ?? ""
        places.append(
          KnownPlace(name: name.isEmpty ? "\(source.name) \(places.count + 1)" : name, x: batch.x[record], y: batch.y[record]))
      }
    }
    guard !places.isEmpty else { throw Failure(.notUnderstood, "points.no_known", ["file": source.name]) }
    var interleaved = places.flatMap { [$0.x, $0.y] }
    interleaved += interleaved.prefix(2)
    var column = PolygonColumn(
      coordinates: interleaved, ringOffsets: [0, places.count + 1], polygonOffsets: [0, 1], featureOffsets: [0, 1])
    try Reprojection.transform(&column, from: crs, to: target)
    for place in places.indices {
      (places[place].x, places[place].y) = (column.coordinates[2 * place], column.coordinates[2 * place + 1])
    }
    return places
  }

  private static func text(_ batch: PointBatch, _ record: Int) -> ArraySlice<UInt8> {
    let (start, end) = (batch.fields[0].starts[record], batch.fields[0].ends[record])
    return start < 0 ? [] : batch.text[Int(start)..<Int(end)]
  }
}
