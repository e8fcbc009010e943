internal import CGEOS
public import PlazaGeometry

extension GEOSGeometry {
  /// What two geometries have in common; valid input gives valid output, lines and points where they only touch. O(n log n).
  public func intersection(_ other: borrowing GEOSGeometry) throws(GEOSError) -> GEOSGeometry {
    try GEOSGeometry(
      taking: GEOSIntersection_r(context.handle, borrowed, other.borrowed), of: "Intersection", in: context)
  }

  /// What is in this geometry and not in the other; valid input gives valid output. O(n log n).
  public func difference(_ other: borrowing GEOSGeometry) throws(GEOSError) -> GEOSGeometry {
    try GEOSGeometry(taking: GEOSDifference_r(context.handle, borrowed, other.borrowed), of: "Difference", in: context)
  }

  /// What either geometry has; valid input gives valid output. O(n log n).
  public func union(_ other: borrowing GEOSGeometry) throws(GEOSError) -> GEOSGeometry {
    try GEOSGeometry(taking: GEOSUnion_r(context.handle, borrowed, other.borrowed), of: "Union", in: context)
  }

  /// Whether no point of the other lies outside this one; true for borders that coincide.
  public func covers(_ other: borrowing GEOSGeometry) throws(GEOSError) -> Bool {
    switch GEOSCovers_r(context.handle, borrowed, other.borrowed) {
    case 0: return false
    case 1: return true
    default: throw context.failure("Covers")
    }
  }

  /// Whether the two have a point in common; of a collection, whether any part has one.
  public func intersects(_ other: borrowing GEOSGeometry) throws(GEOSError) -> Bool {
    switch GEOSIntersects_r(context.handle, borrowed, other.borrowed) {
    case 0: return false
    case 1: return true
    default: throw context.failure("Intersects")
    }
  }

  /// Whether the least distance between the two is at most so many units of the CRS.
  public func isWithin(_ distance: Double, of other: borrowing GEOSGeometry) throws(GEOSError) -> Bool {
    switch GEOSDistanceWithin_r(context.handle, borrowed, other.borrowed, distance) {
    case 0: return false
    case 1: return true
    default: throw context.failure("DistanceWithin")
    }
  }

  /// All points within a distance, corners rounded by `quadrantSegments` chords to a quarter of a circle.
  ///
  /// The chords run inside the circle: with 8, the default, they stay within 0.5 % of the distance of it. A point or a line gives an area too.
  /// - Parameter distance: in units of the CRS, above 0.
  public func buffered(by distance: Double, quadrantSegments: Int = 8) throws(GEOSError) -> GEOSGeometry {
    try GEOSGeometry(
      taking: GEOSBuffer_r(context.handle, borrowed, distance, Int32(quadrantSegments)), of: "Buffer", in: context)
  }
}

extension GEOSContext {
  /// The box as a polygon; it must not be empty.
  public func geometry(of box: Envelope) throws(GEOSError) -> GEOSGeometry {
    let pointer = GEOSGeom_createRectangle_r(handle, box.minX, box.minY, box.maxX, box.maxY)
    return try GEOSGeometry(taking: pointer, of: "Rectangle", in: self)
  }
}
