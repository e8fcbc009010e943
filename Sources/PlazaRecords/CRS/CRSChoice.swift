package import PlazaGeometry
internal import PlazaLayers
package import PlazaPROJ

/// How positions of the records get into the CRS of their ground.
package struct CRSChoice: Sendable {
  package let points: CRS
  package let ground: CRS
  /// Nil when both sides are in one CRS by name.
  package let operation: Transformation?
  /// What the workers run; nil when positions stay as they are.
  package var transformation: Transformation? { operation.flatMap { $0.isIdentity ? nil : $0 } }
  private(set) var notes: [Diagnostic] = []

  /// - Parameter ground: nil for that of the records; `file` is where it comes from.
  /// - Parameter box: of the ground, in its CRS.
  /// - Throws: `Failure` `crs.missing` when the records have none, `crs.unknown`, `crs.no_operation`, `proj.no_database`.
  init(_ source: any PointSource, on ground: CRS?, file: String, around box: Envelope?) throws {
    guard let points = source.schema.crs else {
      throw Failure(
        .notUnderstood, "crs.missing", ["file": source.name, "fields": source.schema.coordinateFields.joined(separator: ", ")])
    }
    let ground = ground ?? points
    self.points = points
    self.ground = ground
    if points == ground || (points.isWGS84 && ground.isWGS84) {
      operation = nil
      return
    }
    let chosen = try CRSOperation.choose(
      from: points, named: source.name, to: ground, named: file, around: box ?? Envelope())
    operation = chosen
    notes.append(CRSOperation.note(chosen, from: points, to: ground))
  }
}
