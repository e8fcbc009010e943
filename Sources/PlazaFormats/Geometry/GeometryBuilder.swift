internal import PlazaGeometry

/// Takes the geometries of features one after the other; each feature is ended by its caller.
struct GeometryBuilder {
  var points = PointColumn()
  var lines = LineColumn()
  var polygons = PolygonColumn()
  var findings = LayerFindings()
  var shortLines = 0
  /// Whether points and lines are wanted too.
  let keepsPaths: Bool
  /// Whether positions of the present feature have heights.
  var hasHeights = false
  private var polygonsBefore = 0
  /// The first kind of geometry of the present feature that is no area and is not kept.
  private var otherKind: GeometryKind?

  init(keepsPaths: Bool) { self.keepsPaths = keepsPaths }

  /// Number of the present feature, from 1.
  var featureNumber: Int { polygons.featureCount + 1 }

  mutating func endFeature() {
    findings.note(otherKind, hasAreas: polygons.polygonCount > polygonsBefore, feature: featureNumber)
    if hasHeights { findings.withHeights += 1 }
    hasHeights = false
    points.endFeature()
    lines.endFeature()
    polygons.endFeature()
    polygonsBefore = polygons.polygonCount
    otherKind = nil
  }

  /// Whether the parts of a geometry of that kind are to be added; what is not is noted.
  mutating func wants(_ kind: GeometryKind) -> Bool {
    if kind == .polygon || keepsPaths { return true }
    otherKind = otherKind ?? kind
    return false
  }

  mutating func noteShortRing() {
    findings.shortRings += 1
    findings.firstShortRing = findings.firstShortRing ?? featureNumber
  }
}
