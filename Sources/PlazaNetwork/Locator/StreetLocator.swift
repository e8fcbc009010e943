public import PlazaGeometry
internal import PlazaParallel

/// Finds the nearest place on the streets of a graph: immutable, shared by all workers.
public struct StreetLocator: Sendable {
  public let graph: StreetGraph
  let grid: SegmentGrid
  /// The edge of each vertex.
  let edgeOfVertex: [Int32]

  /// A place on a street and the straight distance to it.
  public struct Found: Hashable, Sendable {
    public var position: StreetPosition
    /// Metres.
    public var distance: Double

    public init(position: StreetPosition, distance: Double) {
      self.position = position
      self.distance = distance
    }
  }

  /// - Complexity: O(vertices), unless a few segments are very much longer than the others.
  public init(_ graph: StreetGraph) {
    self.graph = graph
    grid = SegmentGrid(graph)
    var edgeOfVertex: [Int32] = []
    edgeOfVertex.reserveCapacity(graph.offsets.count)
    for edge in 0..<graph.edgeCount {
      for _ in graph.vertexOffsets[edge]..<graph.vertexOffsets[edge + 1] { edgeOfVertex.append(Int32(edge)) }
    }
    self.edgeOfVertex = edgeOfVertex
  }

  /// The nearest place on a street within a distance in metres; of equally near ones that of the lowest edge, and there the first.
  ///
  /// - Parameter distance: finite; a place exactly so far away is found.
  /// - Returns: nil where no street is so near, and for a coordinate that is not finite.
  /// - Complexity: O(segments in the cells within the answer's distance).
  public func nearest(x: Double, y: Double, within distance: Double) -> Found? {
    precondition(distance >= 0 && distance.isFinite, "a distance of at least 0 metres")
    guard graph.edgeCount > 0, x.isFinite, y.isFinite else { return nil }
    var best = NearestSegment(limit: distance * distance)
    // Cells in square rings around the one at or next to the place.
    let frame = grid.frame
    let (column, row) = (frame.column(x), frame.row(y))
    var ring = 0
    while true {
      // No cell of this ring or a further one is nearer than this, less what rounding may do.
      let sure = (Double(ring) - 1) * frame.cell * (1 - 1e-9)
      if sure > 0, sure * sure > best.squared { break }
      let (south, north) = (row - ring, row + ring)
      let (left, right) = (column - ring, column + ring)
      if south < 0, north >= frame.rows, left < 0, right >= frame.columns { break }
      for cellRow in max(0, south)...min(frame.rows - 1, north) {
        let isWhole = cellRow == south || cellRow == north
        var cellColumn = isWhole ? max(0, left) : left
        while cellColumn <= min(frame.columns - 1, right) {
          if cellColumn >= 0 { visit(cellColumn, cellRow, x, y, &best) }
          cellColumn += isWhole ? 1 : max(1, 2 * ring)
        }
      }
      ring += 1
    }
    guard best.segment >= 0 else { return nil }
    return Found(position: position(best), distance: best.squared.squareRoot())
  }

  /// The nearest place on a street for each point of a column, feature by feature; see `nearest(x:y:within:)`.
  ///
  /// - Parameter jobs: how many threads share the points; the result does not depend on it.
  public func points(_ column: PointColumn, within distance: Double, jobs: Int = 1) -> StreetPoints {
    let count = column.pointCount
    let size = 1_024
    let pieces = (count + size - 1) / size
    let slots = Slots<[Found?]>(count: pieces)
    let turns = Turns()
    runAtOnce(max(1, min(jobs, pieces))) { _ in
      while let piece = turns.next(of: pieces) {
        slots[piece] = (piece * size..<min(count, (piece + 1) * size)).map { point in
          nearest(x: column.coordinates[2 * point], y: column.coordinates[2 * point + 1], within: distance)
        }
      }
    }
    let found = (0..<pieces).flatMap { slots[$0] ?? [] }
    return StreetPoints(
      edges: found.map { $0.map { Int32($0.position.edge) } ?? -1 }, offsets: found.map { $0?.position.offset ?? 0 },
      access: found.map { $0?.distance ?? 0 })
  }

  private func visit(_ column: Int, _ row: Int, _ x: Double, _ y: Double, _ best: inout NearestSegment) {
    for segment in grid.segments(ofColumn: column, row: row) {
      let vertex = Int(segment)
      let (ax, ay) = (graph.coordinates[2 * vertex], graph.coordinates[2 * vertex + 1])
      let (bx, by) = (graph.coordinates[2 * vertex + 2], graph.coordinates[2 * vertex + 3])
      best.offer(segment, ax: ax, ay: ay, bx: bx, by: by, x: x, y: y)
    }
  }

  private func position(_ best: NearestSegment) -> StreetPosition {
    let vertex = Int(best.segment)
    let (from, to) = (graph.offsets[vertex], graph.offsets[vertex + 1])
    return StreetPosition(edge: Int(edgeOfVertex[vertex]), offset: best.share == 1 ? to : from + (to - from) * best.share)
  }
}

/// The nearest of the segments that were offered, the lowest of equals.
private struct NearestSegment {
  /// The distance squared; that of the limit at first.
  var squared: Double
  var segment: Int32 = -1
  /// The share of the way along the segment.
  var share = 0.0

  init(limit: Double) { squared = limit }

  @inline(__always)
  mutating func offer(_ other: Int32, ax: Double, ay: Double, bx: Double, by: Double, x: Double, y: Double) {
    let (dx, dy) = (bx - ax, by - ay)
    let along = min(max(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy), 0), 1)
    // At an end from the end itself, so that the streets of a junction are equally near.
    let (east, north) = along == 1 ? (x - bx, y - by) : (x - (ax + dx * along), y - (ay + dy * along))
    let found = east * east + north * north
    if found < squared || found == squared && (segment < 0 || other < segment) {
      (squared, segment, share) = (found, other, along)
    }
  }
}
