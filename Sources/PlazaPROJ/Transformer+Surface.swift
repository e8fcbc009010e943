public import PlazaGeometry

extension Transformer {
  /// The surface of each feature on the ellipsoid, in km²: its vertices carried to longitude and latitude, edges straight there.
  ///
  /// Nil where a vertex has no image. For cells of some kilometres the bend of a projected edge changes nothing that is printed.
  /// - Parameter column: in the CRS that the transformation leads from; it must lead to WGS 84.
  public func squareKilometres(of column: PolygonColumn) -> [Double?] {
    precondition(transformation.to.isWGS84, "surfaces are measured in longitude and latitude")
    var column = column
    transform(&column)
    return (0..<column.featureCount).map { feature in
      let area = column.geodesicArea(ofFeature: feature)
      return area.isFinite ? area / 1e6 : nil
    }
  }
}
