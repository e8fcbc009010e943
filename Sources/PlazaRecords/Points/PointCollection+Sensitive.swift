package import PlazaGeometry
internal import PlazaLayers

extension PointCollection {
  /// Brings the points into another CRS.
  /// - Throws: `Failure` as the choice of an operation does; `crs.no_image` when a position has no place there.
  package mutating func move(to target: CRS, around box: Envelope, boxCRS: CRS, jobs: Int) throws {
    try Reprojection.transform(x: &x, y: &y, from: crs, to: target, around: box, boxCRS: boxCRS, jobs: jobs)
    crs = target
  }
}
