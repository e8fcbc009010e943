internal import PlazaLayers

/// What a writer of seven decimals left out.
public struct CollapsedRings: Hashable, Sendable {
  /// Rings that collapsed when rounded, and holes of such rings.
  public var droppedRings = 0
  /// Features that had a geometry and lost all of it.
  public var emptiedFeatures = 0

  public init(droppedRings: Int = 0, emptiedFeatures: Int = 0) {
    self.droppedRings = droppedRings
    self.emptiedFeatures = emptiedFeatures
  }

  /// What is to be told to the user; nothing where nothing was left out.
  func notes(path: String) -> [Diagnostic] {
    guard droppedRings > 0 else { return [] }
    let values = ["path": path, "count": String(droppedRings), "features": String(emptiedFeatures)]
    return [Diagnostic(.warning, "output.collapsed_rings", values)]
  }
}
