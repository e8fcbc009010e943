internal import PlazaLayers

/// What a writer of seven decimals left out.
public struct CollapsedRings: Hashable, Sendable {
  /// Rings that collapsed when rounded, and holes of such rings.
  public var droppedRings = 0
  /// Lines of which rounding left one position.
  public var droppedLines = 0
  /// Features that had a geometry and lost all of it.
  public var emptiedFeatures = 0

  public init(droppedRings: Int = 0, droppedLines: Int = 0, emptiedFeatures: Int = 0) {
    self.droppedRings = droppedRings
    self.droppedLines = droppedLines
    self.emptiedFeatures = emptiedFeatures
  }

  /// What is to be told to the user; nothing where nothing was left out.
  func notes(path: String) -> [Diagnostic] {
    [("output.collapsed_rings", droppedRings), ("output.collapsed_lines", droppedLines)].filter { $0.1 > 0 }.map { id, count in
      Diagnostic(.warning, id, ["path": path, "count": String(count), "features": String(emptiedFeatures)])
    }
  }
}
