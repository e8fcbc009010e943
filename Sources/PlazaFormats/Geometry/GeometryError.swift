internal import PlazaLayers

/// Why bytes are no geometry that is read.
enum GeometryError: Error, Hashable {
  /// They end inside it, or say what cannot be.
  case damaged
  /// A ring that does not end where it begins.
  case openRing
  /// Arcs and the like, which Plaza does not draw.
  case curve
  /// A position that is no number, or beyond any.
  case position
  /// Collections within collections, beyond any map.
  case tooDeep
}

extension GeometryError {
  func failure(file: String, feature: Int) -> Failure {
    let reason =
      switch self {
      case .damaged: "geometry.damaged"
      case .openRing: "geometry.open_ring"
      case .curve: "geometry.curve"
      case .position: "geometry.position"
      case .tooDeep: "geometry.too_deep"
      }
    return Failure(.notUnderstood, reason, ["file": file, "feature": String(feature)])
  }
}
