package import PlazaGeometry
package import PlazaLayers
internal import PlazaPROJ

extension Reprojection {
  /// The longest edge that is moved by its ends alone, in degrees or in metres: a hundred metres bend by less than a millimetre.
  private static let longestEdge = (degrees: 0.001, metres: 100.0)

  /// Polygons in another CRS whose edges are straight where they came from: long ones get vertices on the way.
  /// - Throws: `Failure` as `transform` does.
  package static func bent(_ column: PolygonColumn, from: CRS, to: CRS) throws -> PolygonColumn {
    var result = column
    if from != to, column.vertexCount > 0 {
      do {
        let info = try ProjContext().info(from)
        result = column.densified(
          longest: info.isGeographic ? longestEdge.degrees : longestEdge.metres / (info.unitSize > 0 ? info.unitSize : 1))
      } catch {
        throw CRSOperation.failure(error, files: [:])
      }
    }
    try transform(&result, from: from, to: to)
    return result
  }
}

extension Features {
  /// As `projected(to:)`, with the edges of polygons straight where they came from.
  package func bent(to target: CRS) throws -> Features {
    var plain = self
    plain.polygons = PolygonColumn()
    for _ in 0..<count { plain.polygons.endFeature() }
    var result = try plain.projected(to: target)
    result.polygons = try Reprojection.bent(polygons, from: crs, to: target)
    return result
  }
}
