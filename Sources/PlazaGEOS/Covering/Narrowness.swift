internal import CGEOS
public import PlazaGeometry

extension GEOSContext {
  /// Whether a feature is nowhere as wide as a width: no circle of that diameter fits into it.
  /// - Parameter width: in the unit of the coordinates, above 0.
  /// - Throws: `GEOSError`.
  public func isNarrower(_ feature: Int, of column: PolygonColumn, than width: Double) throws(GEOSError) -> Bool {
    let shape = try geometry(feature: feature, of: column)
    let core = GEOSBuffer_r(handle, shape.borrowed, -width / 2, 2)
    return try GEOSGeometry(taking: core, of: "Buffer", in: self).isEmpty
  }
}
