internal import CGEOS

/// A geometry that GEOS owns; freed with its last use.
public struct GEOSGeometry: ~Copyable {
  private var pointer: OpaquePointer?
  let context: GEOSContext

  /// Takes what a GEOS call returned; nothing returned is that call's failure.
  init(taking result: OpaquePointer?, of operation: String, in context: GEOSContext) throws(GEOSError) {
    guard let result else { throw context.failure(operation) }
    pointer = result
    self.context = context
  }

  deinit {
    if let pointer { GEOSGeom_destroy_r(context.handle, pointer) }
  }

  /// The handle for a call that only reads; it must not outlive `self`.
  var borrowed: OpaquePointer {
    guard let pointer else { preconditionFailure("a geometry was used after it had been handed over") }
    return pointer
  }

  /// Hands the geometry over to a GEOS constructor, which owns it from the call on, also when it fails.
  consuming func relinquish() -> OpaquePointer {
    let result = borrowed
    pointer = nil
    return result
  }

  /// The planar area in squared units of the CRS; 0 for lines and points. O(vertices).
  public var area: Double {
    get throws(GEOSError) {
      var result = 0.0
      guard GEOSArea_r(context.handle, borrowed, &result) == 1 else { throw context.failure("Area") }
      return result
    }
  }

  public var isEmpty: Bool {
    get throws(GEOSError) {
      switch GEOSisEmpty_r(context.handle, borrowed) {
      case 0: return false
      case 1: return true
      default: throw context.failure("isEmpty")
      }
    }
  }

  /// The union of all its parts: overlaps dissolved, shared borders removed. O(n log n) in the vertices.
  public func unaryUnion() throws(GEOSError) -> GEOSGeometry {
    try GEOSGeometry(taking: GEOSUnaryUnion_r(context.handle, borrowed), of: "UnaryUnion", in: context)
  }

  /// Brings parts, rings and first vertices into GEOS's canonical order, so that equal shapes have equal bytes.
  public consuming func normalized() throws(GEOSError) -> GEOSGeometry {
    guard GEOSNormalize_r(context.handle, borrowed) == 0 else { throw context.failure("Normalize") }
    return self
  }

  /// Whether the geometry is valid in the sense of OGC Simple Features, else why not and where. O(n log n).
  public func validity() throws(GEOSError) -> Validity {
    var reason: UnsafeMutablePointer<CChar>?
    var place: OpaquePointer?
    let answer = GEOSisValidDetail_r(context.handle, borrowed, 0, &reason, &place)
    defer {
      if let reason { GEOSFree_r(context.handle, reason) }
      if let place { GEOSGeom_destroy_r(context.handle, place) }
    }
    switch answer {
    case 1: return .valid
    case 0:
      var x = Double.nan
      var y = Double.nan
      if let place {
        _ = GEOSGeomGetX_r(context.handle, place, &x)
        _ = GEOSGeomGetY_r(context.handle, place, &y)
      }
      return .invalid(reason: reason.map { String(cString: $0) } ?? "", x: x, y: y)
    default: throw context.failure("isValidDetail")
    }
  }
}

/// Whether a geometry is valid in the sense of OGC Simple Features.
public enum Validity: Hashable, Sendable {
  case valid
  /// GEOS's reason in English (`Self-intersection`, `Hole lies outside shell` …) and where it was found, in the column's CRS;
  /// the place is NaN where there is none (a ring without positions).
  case invalid(reason: String, x: Double, y: Double)

  public var isValid: Bool { self == .valid }
}
