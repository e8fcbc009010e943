public import PlazaGeometry
public import PlazaLayers

extension Features {
  /// The same features in another CRS: every vertex is moved, and edges stay straight between their ends.
  /// - Throws: `Failure` as the choice of an operation does; `crs.no_image` when a position has no place there.
  /// - Complexity: O(vertices).
  public func projected(to target: CRS) throws -> Features {
    var result = self
    try Reprojection.transform(&result.polygons, from: crs, to: target)
    try result.points.withMutableCoordinates { try Reprojection.transform($0, from: crs, to: target) }
    try result.lines.withMutableCoordinates { try Reprojection.transform($0, from: crs, to: target) }
    result.crs = target
    return result
  }
}
