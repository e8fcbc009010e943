internal import CGEOS
public import PlazaGeometry

extension GEOSContext {
  /// The convex hull of some positions, widened by a distance: the shape of a cluster, of which even one place has some surface.
  ///
  /// Corners are rounded as `buffered(by:quadrantSegments:)` says. One feature, normalised; without finite positions an empty one.
  /// - Parameter distance: in the unit of x and y, above 0.
  public func bufferedHull(x: [Double], y: [Double], distance: Double, quadrantSegments: Int = 8) throws(GEOSError)
    -> PolygonColumn
  {
    let hull = convexHull(x: x, y: y)
    var result = PolygonColumn()
    if !hull.isEmpty {
      try shape(hull).buffered(by: distance, quadrantSegments: quadrantSegments).normalized().appendPolygons(to: &result)
    }
    result.endFeature()
    return result
  }

  private func shape(_ hull: [Coordinate]) throws(GEOSError) -> GEOSGeometry {
    if hull.count == 1 {
      return try GEOSGeometry(taking: GEOSGeom_createPointFromXY_r(handle, hull[0].x, hull[0].y), of: "Point", in: self)
    }
    if hull.count == 2 { return try line(hull.flatMap { [$0.x, $0.y] }) }
    var column = PolygonColumn()
    for corner in hull + hull.prefix(1) { column.append(x: corner.x, y: corner.y) }
    column.endRing()
    column.endPolygon()
    column.endFeature()
    return try geometry(feature: 0, of: column)
  }
}
