internal import CGEOS
public import PlazaGeometry

extension GEOSContext {
  /// The feature as a valid geometry with the same points inside: even-odd over the rings of a polygon, union over its polygons.
  ///
  /// All rings are noded together, the faces that they cut out of the plane are kept where the rule says inside, and joined.
  /// GEOS's own MakeValid is not used: by linework it forgets how often an edge is run through and so fills a hole that shares
  /// an edge with its shell or with another hole; by structure it takes every hole out and so moves what lies outside the shell.
  /// Collapsed spikes and rings without area leave nothing. Coordinates of new vertices are rounded to doubles.
  /// - Returns: a polygon or multipolygon, perhaps empty, normalised.
  /// - Throws: `GEOSError` naming the feature: a coordinate that is not finite, or GEOS's own failure.
  /// - Complexity: O((n + k) log n) for n vertices and k crossings.
  public func repair(_ column: PolygonColumn, feature: Int) throws(GEOSError) -> GEOSGeometry {
    do throws(GEOSError) {
      return try union(ofPolygons: column.polygons(ofFeature: feature), column)
    } catch {
      throw error.naming(feature)
    }
  }

  /// Several features as one: the union of what is inside any of them, normalised; a single valid feature is kept as it stands.
  ///
  /// For areas whose records share a code. Invalid features are repaired on the way.
  /// - Throws: `GEOSError`, naming the feature where it is one's fault.
  public func union(features: [Int], of column: PolygonColumn) throws(GEOSError) -> PolygonColumn {
    var result = PolygonColumn()
    if let only = features.first, features.count == 1, try validity(of: column, feature: only).isValid {
      result.append(feature: only, of: column)
      return result
    }
    var parts = GEOSParts(in: self)
    for feature in features where !column.isEmpty(feature: feature) {
      if try validity(of: column, feature: feature).isValid {
        parts.append(try geometry(feature: feature, of: column))
      } else {
        parts.append(try repair(column, feature: feature))
      }
    }
    let union = try parts.collection(GEOS_GEOMETRYCOLLECTION).unaryUnion().normalized()
    try union.appendPolygons(to: &result)
    result.endFeature()
    return result
  }

  private func union(ofPolygons polygons: Range<Int>, _ column: PolygonColumn) throws(GEOSError) -> GEOSGeometry {
    let faces = try faces(ofPolygons: polygons, column)
    let insides = polygons.map { EvenOddIndex(polygon: $0, of: column) }
    var kept = GEOSParts(in: self)
    for index in 0..<max(0, GEOSGetNumGeometries_r(handle, faces.borrowed)) {
      guard let face = GEOSGetGeometryN_r(handle, faces.borrowed, index) else { throw failure("GeometryN") }
      let point = try GEOSGeometry(taking: GEOSPointOnSurface_r(handle, face), of: "PointOnSurface", in: self)
      var x = 0.0
      var y = 0.0
      guard GEOSGeomGetX_r(handle, point.borrowed, &x) == 1, GEOSGeomGetY_r(handle, point.borrowed, &y) == 1 else {
        throw failure("PointOnSurface")
      }
      if insides.contains(where: { $0.contains(x: x, y: y) }) {
        kept.append(try GEOSGeometry(taking: GEOSGeom_clone_r(handle, face), of: "Clone", in: self))
      }
    }
    let result = try kept.collection(GEOS_MULTIPOLYGON).unaryUnion().normalized()
    if case .invalid(let reason, _, _) = try result.validity() {
      throw GEOSError(operation: "Repair", message: "the result is still invalid: \(reason)")
    }
    return result
  }

  /// The bounded faces that the rings of the polygons cut out of the plane, as a collection.
  private func faces(ofPolygons polygons: Range<Int>, _ column: PolygonColumn) throws(GEOSError) -> GEOSGeometry {
    var lines = GEOSParts(in: self)
    for ring in polygons.flatMap({ column.rings(ofPolygon: $0) }) {
      let vertices = column.vertices(ofRing: ring)
      if let bad = firstNotFinite(column, vertices) {
        throw GEOSError(operation: "Repair", message: "the coordinate \(bad.x), \(bad.y) is not finite")
      }
      guard let first = vertices.first, vertices.contains(where: { column.coordinate(at: $0) != column.coordinate(at: first) })
      else { continue }  // all positions are one: nothing is enclosed
      var values = Array(column.coordinates[2 * vertices.lowerBound..<2 * vertices.upperBound])
      let start = column.coordinate(at: first)
      if column.coordinate(at: vertices.upperBound - 1) != start { values += [start.x, start.y] }
      lines.append(try line(values))
    }
    let noded = try lines.collection(GEOS_MULTILINESTRING).unaryUnion()
    var sources: [OpaquePointer?] = [noded.borrowed]
    let faces = GEOSPolygonize_r(handle, &sources, 1)
    return try GEOSGeometry(taking: faces, of: "Polygonize", in: self)
  }
}
