/// Points, each with the nearest place on a street.
public struct StreetPoints: Hashable, Sendable {
  /// The edge of each point; −1 where no street is within reach.
  public let edges: [Int32]
  /// Metres from the start of the edge; 0 where there is none.
  public let offsets: [Double]
  /// Metres from the point straight to its street; 0 where there is none.
  public let access: [Double]

  public var count: Int { edges.count }

  /// The place on a street of a point; nil where no street is within reach.
  public func position(of point: Int) -> StreetPosition? {
    edges[point] < 0 ? nil : StreetPosition(edge: Int(edges[point]), offset: offsets[point])
  }
}
