internal import PlazaGeometry
package import PlazaLayers

/// Looks at every position of a layer where it enters: what is no place on earth is refused with its feature, and what crosses the
/// antimeridian is cut there.
package enum EarthCheck {
  /// No projected coordinate of the earth is larger, in metres or feet.
  private static let projectedLimit = 1e9

  /// - Returns: the layer, and what to say of what was done to it.
  /// - Throws: `Failure` `crs.not_degrees`, `crs.axes_swapped`, `crs.beyond_earth`, `crs.unknown`.
  package static func checked(_ layer: Layer, file: String) throws -> (layer: Layer, notes: [Diagnostic]) {
    let isGeographic = try isGeographic(layer.crs, file: file)
    try require(layer.geometry, isGeographic, layer.crs, file)
    guard isGeographic, let cut = Antimeridian.cut(layer.geometry, file: file) else { return (layer, []) }
    return (Layer(geometry: cut.geometry, columns: layer.columns, crs: layer.crs), cut.notes)
  }

  /// - Throws: as of a layer.
  package static func checked(_ features: Features, file: String) throws -> (features: Features, notes: [Diagnostic]) {
    let isGeographic = try isGeographic(features.crs, file: file)
    try require(features.polygons, isGeographic, features.crs, file)
    for feature in 0..<features.count {
      for point in features.points.points(ofFeature: feature) {
        try require(features.points.coordinate(at: point), feature, isGeographic, features.crs, file)
      }
      for line in features.lines.lines(ofFeature: feature) {
        for vertex in features.lines.vertices(ofLine: line) {
          try require(features.lines.coordinate(at: vertex), feature, isGeographic, features.crs, file)
        }
      }
    }
    guard isGeographic else { return (features, []) }
    var result = features
    result.points.withMutableCoordinates { values in
      for place in stride(from: 0, to: values.count, by: 2) where values[place].magnitude > 180 {
        values[place] += values[place] > 0 ? -360 : 360
      }
    }
    guard let cut = Antimeridian.cut(features.polygons, file: file) else { return (result, []) }
    result.polygons = cut.geometry
    return (result, cut.notes)
  }

  private static func isGeographic(_ crs: CRS, file: String) throws -> Bool {
    do {
      return try Reprojection.isGeographic(crs)
    } catch let failure as Failure where failure.diagnostic.id == "crs.unknown" {
      throw Failure(.notUnderstood, "crs.unknown", ["file": file, "crs": crs.description])
    }
  }

  private static func require(_ polygons: PolygonColumn, _ isGeographic: Bool, _ crs: CRS, _ file: String) throws {
    // The box first: a layer in its place costs one look at each vertex.
    let box = polygons.envelope
    guard !box.isEmpty else { return }
    let corners = [Coordinate(x: box.minX, y: box.minY), Coordinate(x: box.maxX, y: box.maxY)]
    if corners.allSatisfy({ isOnEarth($0, isGeographic) }) { return }
    for feature in 0..<polygons.featureCount {
      for vertex in polygons.vertices(ofFeature: feature) {
        try require(polygons.coordinate(at: vertex), feature, isGeographic, crs, file)
      }
    }
  }

  /// Longitudes may run from −180° to 180° or from 0° to 360°.
  private static func isOnEarth(_ place: Coordinate, _ isGeographic: Bool) -> Bool {
    isGeographic
      ? place.x.magnitude <= 360 && place.y.magnitude <= 90.000001
      : place.x.magnitude <= projectedLimit && place.y.magnitude <= projectedLimit
  }

  @inline(__always)
  private static func require(_ place: Coordinate, _ feature: Int, _ isGeographic: Bool, _ crs: CRS, _ file: String) throws {
    if isOnEarth(place, isGeographic) { return }
    let isSwapped = isGeographic && place.x.magnitude <= 90 && place.y.magnitude <= 180
    throw Failure(
      .notUnderstood, !isGeographic ? "crs.beyond_earth" : isSwapped ? "crs.axes_swapped" : "crs.not_degrees",
      [
        "file": file, "feature": String(feature + 1), "crs": crs.description, "x": NumberText.text(place.x) ?? "?",
        "y": NumberText.text(place.y) ?? "?",
      ])
  }
}
