/// Which units count as neighbours of each other.
public enum NeighborRule: Hashable, Sendable {
  /// Their borders meet, be it in a point.
  case queen
  /// Their borders have a stretch in common.
  case rook
  /// Their centres are at most so many metres apart.
  case distance(Double)
  /// The so many nearest centres.
  case nearest(Int)

  /// The text of the command line: `queen`, `rook`, `distance:1500`, `nearest:8`.
  public var text: String {
    switch self {
    case .queen: "queen"
    case .rook: "rook"
    case .distance(let metres): "distance:\(metres.rounded() == metres && metres < 1e9 ? String(Int(metres)) : String(metres))"
    case .nearest(let count): "nearest:\(count)"
    }
  }

  /// - Parameter text: as `text` gives it; nil comes back for any other.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    switch (parts[0], parts.count) {
    case ("queen", 1): self = .queen
    case ("rook", 1): self = .rook
    case ("distance", 2):
      guard let metres = Double(parts[1]), metres > 0, metres <= 1e7 else { return nil }
      self = .distance(metres)
    case ("nearest", 2):
      guard let count = Int(parts[1]), (1...1000).contains(count) else { return nil }
      self = .nearest(count)
    default: return nil
    }
  }
}

/// Cells of a grid: their shape and size.
public struct GridChoice: Hashable, Sendable {
  public enum Shape: String, Hashable, Sendable, CaseIterable { case square, hexagon }

  public var shape: Shape
  /// The side of a square, the width across flats of a hexagon, in metres.
  public var cell: Double

  public init(_ shape: Shape, cell: Double) {
    self.shape = shape
    self.cell = cell
  }
}
