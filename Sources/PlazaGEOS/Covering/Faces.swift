internal import CGEOS
internal import PlazaGeometry

/// What lines cut out of the plane, and a place inside of each piece.
struct Faces {
  /// One feature for each face: one polygon.
  var column = PolygonColumn()
  var places: [Coordinate] = []
}

extension GEOSContext {
  /// The bounded faces between lines, those too narrow for their coordinates left out.
  ///
  /// All lines are noded together; what dangles bounds nothing. A face narrower than some last digits of its coordinates has no place inside
  /// that could be asked about.
  /// - Complexity: O((n + k) log n) for n edges and k crossings.
  func faces(of lines: [LineColumn]) throws(GEOSError) -> Faces {
    var parts = GEOSParts(in: self)
    var limit = 0.0
    for column in lines {
      for value in column.coordinates { limit = max(limit, value.magnitude) }
      for index in 0..<column.lineCount {
        let vertices = column.vertices(ofLine: index)
        guard vertices.count > 1 else { continue }
        parts.append(try line(Array(column.coordinates[2 * vertices.lowerBound..<2 * vertices.upperBound])))
      }
    }
    var result = Faces()
    guard !parts.pointers.isEmpty else { return result }
    let noded = try parts.collection(GEOS_MULTILINESTRING).unaryUnion()
    var sources: [OpaquePointer?] = [noded.borrowed]
    let found = try GEOSGeometry(taking: GEOSPolygonize_r(handle, &sources, 1), of: "Polygonize", in: self).normalized()
    let least = 32 * limit.ulp
    for index in 0..<max(0, GEOSGetNumGeometries_r(handle, found.borrowed)) {
      guard let face = GEOSGetGeometryN_r(handle, found.borrowed, index) else { throw failure("GeometryN") }
      var (area, length) = (0.0, 0.0)
      guard GEOSArea_r(handle, face, &area) == 1, GEOSLength_r(handle, face, &length) == 1 else { throw failure("Area") }
      guard length > 0, 2 * area > least * length else { continue }
      let point = try GEOSGeometry(taking: GEOSPointOnSurface_r(handle, face), of: "PointOnSurface", in: self)
      var (x, y) = (0.0, 0.0)
      guard GEOSGeomGetX_r(handle, point.borrowed, &x) == 1, GEOSGeomGetY_r(handle, point.borrowed, &y) == 1 else {
        throw failure("PointOnSurface")
      }
      try GEOSGeometry(taking: GEOSGeom_clone_r(handle, face), of: "Clone", in: self).appendPolygons(to: &result.column)
      result.column.endFeature()
      result.places.append(Coordinate(x: x, y: y))
    }
    return result
  }
}
