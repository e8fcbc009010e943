internal import CGEOS

/// A geometry with an index inside, for many questions about points; changes as it is asked, so each worker makes its own.
///
/// The index that Plaza joins with is its own area locator; this one is what the locator is measured against.
public struct GEOSPreparedGeometry: ~Copyable {
  private let pointer: OpaquePointer
  private let geometry: GEOSGeometry

  public init(_ geometry: consuming GEOSGeometry) throws(GEOSError) {
    guard let prepared = GEOSPrepare_r(geometry.context.handle, geometry.borrowed) else {
      throw geometry.context.failure("Prepare")
    }
    pointer = prepared
    self.geometry = geometry
  }

  // The stored geometry, which the prepared one points into, is freed after this body.
  deinit { GEOSPreparedGeom_destroy_r(geometry.context.handle, pointer) }

  /// Whether the position lies inside or on the boundary.
  public func covers(x: Double, y: Double) throws(GEOSError) -> Bool {
    try ask(x, y, "Covers") { GEOSPreparedCovers_r($0, $1, $2) }
  }

  /// Whether the position lies inside and not on the boundary.
  public func contains(x: Double, y: Double) throws(GEOSError) -> Bool {
    try ask(x, y, "Contains") { GEOSPreparedContains_r($0, $1, $2) }
  }

  private func ask(
    _ x: Double, _ y: Double, _ operation: String, _ predicate: (OpaquePointer, OpaquePointer, OpaquePointer) -> CChar
  ) throws(GEOSError) -> Bool {
    let context = geometry.context
    let point = try GEOSGeometry(taking: GEOSGeom_createPointFromXY_r(context.handle, x, y), of: "Point", in: context)
    switch predicate(context.handle, pointer, point.borrowed) {
    case 0: return false
    case 1: return true
    default: throw context.failure(operation)
    }
  }
}
