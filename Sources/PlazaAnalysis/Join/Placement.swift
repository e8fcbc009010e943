internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ

/// How positions of the records get into the CRS of the areas.
struct Placement: Sendable {
  let points: CRS
  let areas: CRS
  /// Nil when both sides are in one CRS by name.
  let operation: Transformation?
  /// What the workers run; nil when positions stay as they are.
  var transformation: Transformation? { operation.flatMap { $0.isIdentity ? nil : $0 } }
  var notes: [Diagnostic] = []

  /// - Throws: `Failure` `crs.missing` when a side has none, `crs.unknown`, `crs.no_operation`, `proj.no_database`.
  init(_ source: any PointSource, areas set: AreaSet, areasFile: String) throws {
    guard let points = source.schema.crs else {
      throw Failure(
        .notUnderstood, "crs.missing", ["file": source.name, "fields": source.schema.coordinateFields.joined(separator: ", ")])
    }
    self.points = points
    areas = set.layer.crs
    if points == areas || (points.isWGS84 && areas.isWGS84) {
      operation = nil
      return
    }
    let chosen = try CRSOperation.choose(
      from: points, named: source.name, to: areas, named: areasFile, around: set.layer.geometry.envelope)
    operation = chosen
    notes.append(
      Diagnostic(
        .note, chosen.accuracyMetres == nil ? "crs.operation_unknown" : "crs.operation",
        [
          "from": points.description, "to": areas.description, "operation": chosen.operation,
          "accuracy": chosen.accuracyMetres.flatMap(NumberText.text) ?? "",
        ]))
  }
}
