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

  /// - Parameter leastComponent: metres of street that hang together, below which they are not found: a stub of a path that is drawn apart
  ///   from all others would keep those beside it from the streets.
  /// - Complexity: O(vertices), unless a few segments are very much longer than the others.
  public init(_ graph: StreetGraph, leastComponent: Double = 0) {
    self.graph = graph
    grid = SegmentGrid(graph, leastComponent: leastComponent)
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
    return withKernel { nearest(x: x, y: y, within: distance, $0) } ?? nil
  }

  /// The nearest place on a street for each point of a column, feature by feature; see `nearest(x:y:within:)`.
  ///
  /// - Parameter jobs: how many threads share the points; the result does not depend on it.
  public func points(_ column: PointColumn, within distance: Double, jobs: Int = 1) -> StreetPoints {
    precondition(distance >= 0 && distance.isFinite, "a distance of at least 0 metres")
    let count = column.pointCount
    let chunks = Chunks(of: 1_024, in: count)
    let slots = Slots<[Found?]>(count: chunks.count)
    runAtOnce(chunks, workers: jobs) { chunks in
      _ = withKernel { kernel in
        for chunk in chunks {
          slots[chunk.number] = chunk.range.map { point in
            nearest(x: column.coordinates[2 * point], y: column.coordinates[2 * point + 1], within: distance, kernel)
          }
        }
      }
    }
    let found = graph.edgeCount > 0 ? (0..<chunks.count).flatMap { slots[$0] ?? [] } : .init(repeating: nil, count: count)
    return StreetPoints(
      edges: found.map { $0.map { Int32($0.position.edge) } ?? -1 }, offsets: found.map { $0?.position.offset ?? 0 },
      access: found.map { $0?.distance ?? 0 })
  }

  private func nearest(x: Double, y: Double, within distance: Double, _ kernel: NearestKernel) -> Found? {
    guard x.isFinite, y.isFinite else { return nil }
    let best = kernel.nearest(x: x, y: y, within: distance)
    guard best.segment >= 0 else { return nil }
    let vertex = Int(best.segment)
    let (from, to) = (graph.offsets[vertex], graph.offsets[vertex + 1])
    let offset = best.share == 1 ? to : from + (to - from) * best.share
    return Found(
      position: StreetPosition(edge: Int(edgeOfVertex[vertex]), offset: offset), distance: best.squared.squareRoot())
  }

  /// Nil for a graph without edges, where there is nothing to find.
  private func withKernel<R>(_ body: (NearestKernel) -> R) -> R? {
    grid.cells.offsets.withUnsafeBufferPointer { cells in
      grid.cells.members.withUnsafeBufferPointer { members in
        graph.coordinates.withUnsafeBufferPointer { coordinates in
          guard let cells = cells.baseAddress, let members = members.baseAddress, let coordinates = coordinates.baseAddress,
            graph.edgeCount > 0
          else { return nil }
          return body(NearestKernel(frame: grid.frame, cells: cells, members: members, coordinates: coordinates))
        }
      }
    }
  }
}
