internal import CGEOS
public import PlazaGeometry

extension GEOSContext {
  /// Points, lines and polygons as one collection: what a space is made of.
  ///
  /// - Parameter points: interleaved coordinates.
  /// - Parameter lines: interleaved coordinates of each, of two positions at least.
  /// - Parameter polygons: polygons that belong to no feature yet, all of them.
  public func shape(points: [Double], lines: [[Double]], polygons: PolygonColumn) throws(GEOSError) -> GEOSGeometry {
    var parts = GEOSParts(in: self)
    for index in stride(from: 0, to: points.count - 1, by: 2) {
      parts.append(
        try GEOSGeometry(taking: GEOSGeom_createPointFromXY_r(handle, points[index], points[index + 1]), of: "Point", in: self))
    }
    for values in lines { parts.append(try line(values)) }
    if polygons.polygonCount > 0 {
      var column = polygons
      column.endFeature()
      parts.append(try geometry(feature: 0, of: column))
    }
    return try parts.collection(GEOS_GEOMETRYCOLLECTION)
  }
}
