public import PlazaGeometry

/// Streets as a graph to walk on: nodes where they part or end, edges between them that keep their course, and lengths.
///
/// Lines meet where they share a vertex, at an end or on the way, as OpenStreetMap draws them; a bridge that shares no vertex with the
/// street below does not meet it. Where a line ends and one other goes on, the edge goes on. Every edge is walked both ways. Parallel edges and loops are kept. Nodes are numbered along a curve that
/// keeps neighbours together (Morton 1966) and edges by their nodes and course, so the numbers do not depend on the order of the lines nor
/// on the direction in which they are drawn.
public struct StreetGraph: Sendable {
  /// What became of the lines.
  public struct Account: Hashable, Sendable {
    /// Lines that were given.
    public var lines: Int
    /// Those without a length: fewer than two different vertices, a coordinate that is not finite, or all within one node after snapping.
    public var dropped: Int
    /// Ends of lines that became one node with another vertex nearby.
    public var snapped: Int

    public init(lines: Int, dropped: Int, snapped: Int) {
      self.lines = lines
      self.dropped = dropped
      self.snapped = snapped
    }
  }

  /// One direction of an edge, as its node sees it.
  struct Half {
    /// The node at the other end.
    var node: Int32
    /// Twice the edge, plus one at its far end.
    var edge: Int32
    var length: Double
  }

  public let account: Account
  /// Interleaved positions of the nodes.
  let nodeCoordinates: [Double]
  /// The first half of each node; one entry more than there are nodes.
  let halfOffsets: [Int32]
  let halves: [Half]
  /// The two nodes of each edge, interleaved; the first is not the higher.
  let ends: [Int32]
  let lengths: [Double]
  /// The first vertex of each edge; one entry more than there are edges.
  let vertexOffsets: [Int32]
  /// Interleaved vertices of the edges, each edge with both of its ends.
  let coordinates: [Double]
  /// The length from the start of its edge to each vertex.
  let offsets: [Double]
  public let components: StreetComponents

  public var nodeCount: Int { nodeCoordinates.count / 2 }
  public var edgeCount: Int { lengths.count }

  /// The position of a node, in metres.
  public func coordinate(ofNode node: Int) -> Coordinate {
    Coordinate(x: nodeCoordinates[2 * node], y: nodeCoordinates[2 * node + 1])
  }

  /// The nodes at the start and the end of an edge; equal for a loop.
  public func nodes(ofEdge edge: Int) -> (start: Int, end: Int) { (Int(ends[2 * edge]), Int(ends[2 * edge + 1])) }

  /// The length of an edge, in metres.
  public func length(ofEdge edge: Int) -> Double { lengths[edge] }

  /// The place of a position in the plane; offsets beyond an end are taken for the end. O(log vertices of the edge).
  public func coordinate(at position: StreetPosition) -> Coordinate {
    let (vertex, share) = place(of: position)
    let (x, y) = (coordinates[2 * vertex], coordinates[2 * vertex + 1])
    if share == 0 { return Coordinate(x: x, y: y) }
    return Coordinate(x: x + (coordinates[2 * vertex + 2] - x) * share, y: y + (coordinates[2 * vertex + 3] - y) * share)
  }

  /// The last vertex of the edge at or before a position, and the share of the way to the next one, from 0 to below 1.
  func place(of position: StreetPosition) -> (vertex: Int, share: Double) {
    let first = Int(vertexOffsets[position.edge])
    let last = Int(vertexOffsets[position.edge + 1]) - 1
    if position.offset >= offsets[last] { return (last, 0) }
    var (low, high) = (first, last)
    while high - low > 1 {
      let middle = (low + high) / 2
      if offsets[middle] <= position.offset { low = middle } else { high = middle }
    }
    return (low, max(0, (position.offset - offsets[low]) / (offsets[low + 1] - offsets[low])))
  }
}

/// A place on a street: an edge, and the length from its start.
public struct StreetPosition: Hashable, Sendable {
  public var edge: Int
  /// From 0 to the length of the edge, in metres.
  public var offset: Double

  public init(edge: Int, offset: Double) {
    self.edge = edge
    self.offset = offset
  }
}

/// A stretch of one edge, in metres from its start.
public struct StreetPart: Hashable, Sendable {
  public var edge: Int
  public var from: Double
  public var to: Double

  public init(edge: Int, from: Double, to: Double) {
    self.edge = edge
    self.from = from
    self.to = to
  }

  public var length: Double { to - from }
}
