internal import PlazaGeometry

/// The points within a walk of each space, and how far they walk: what floating catchments and access for each space are made of.
public struct Catchments: Sendable {
  /// For all spaces, points in ascending order within each.
  public let points: [Int32]
  /// Metres from each of those points to the space: to its street, along the streets, and from them to the space.
  public let distances: [Double]
  /// The first point of each space; one more than there are spaces.
  public let offsets: [Int]

  public var spaceCount: Int { offsets.count - 1 }

  /// The places in `points` and `distances` that belong to a space.
  public func range(ofSpace space: Int) -> Range<Int> { offsets[space]..<offsets[space + 1] }
}

extension StreetGraph {
  /// The points within a limit in metres of each space, each space by itself.
  ///
  /// - Parameter jobs: how many threads share the spaces; the result does not depend on it.
  /// - Complexity: O(n log n) for each space with n edges and points within the limit.
  public func catchments(of spaces: StreetEntries, points: StreetPoints, limit: Double, jobs: Int = 1) -> Catchments {
    let members = PointsOfEdges(points, edgeCount: edgeCount)
    let found: (values: [Pair], offsets: [Int]) = search(spaces, limit: limit, jobs: jobs) { graph, workspace, entries, pairs in
      let first = pairs.count
      Self.gather(graph, workspace, entries, points, members, limit, &pairs)
      pairs[first...].sort { $0.point < $1.point }
    }
    return Catchments(points: found.values.map(\.point), distances: found.values.map(\.distance), offsets: found.offsets)
  }

  private struct Pair: Sendable {
    var point: Int32
    var distance: Double
  }

  private static func gather(
    _ graph: GraphPointers, _ workspace: SearchWorkspace, _ entries: UnsafeBufferPointer<StreetEntry>, _ points: StreetPoints,
    _ members: PointsOfEdges, _ limit: Double, _ pairs: inout [Pair]
  ) {
    for entry in entries { workspace.isEntered[entry.edge] = true }
    for place in 0..<workspace.touchedCount {
      let node = Int(workspace.touched[place])
      for place in Int(graph.halfOffsets[node])..<Int(graph.halfOffsets[node + 1]) {
        let half = graph.halves[place]
        let edge = Int(half.edge >> 1)
        // An edge is looked at from its start, from its end where only that was reached, and one with entries afterwards.
        if workspace.isEntered[edge] || half.edge & 1 == 1 && workspace.distances[Int(half.node)] != .infinity { continue }
        for point in members.points(ofEdge: edge) {
          let distance = points.access[Int(point)] + workspace.along(graph, edge, points.offsets[Int(point)])
          if distance <= limit { pairs.append(Pair(point: point, distance: distance)) }
        }
      }
    }
    var place = 0
    while place < entries.count {
      let edge = entries[place].edge
      let begin = place
      while place < entries.count, entries[place].edge == edge { place += 1 }
      for point in members.points(ofEdge: edge) {
        let offset = points.offsets[Int(point)]
        var distance = workspace.along(graph, edge, offset)
        for entry in entries[begin..<place] {
          distance = min(distance, entry.cost + max(0, entry.from - offset, offset - entry.to))
        }
        distance += points.access[Int(point)]
        if distance <= limit { pairs.append(Pair(point: point, distance: distance)) }
      }
      workspace.isEntered[edge] = false
    }
  }
}

extension SearchWorkspace {
  /// The metres to a place of an edge by way of its ends.
  fileprivate func along(_ graph: GraphPointers, _ edge: Int, _ offset: Double) -> Double {
    min(
      distances[Int(graph.ends[2 * edge])] + offset,
      distances[Int(graph.ends[2 * edge + 1])] + max(0, graph.lengths[edge] - offset))
  }
}

/// Points by the edge they stand at, ascending on each.
private struct PointsOfEdges: Sendable {
  private let buckets: Buckets

  init(_ points: StreetPoints, edgeCount: Int) {
    buckets = Buckets(count: edgeCount) { put in
      for (point, edge) in points.edges.enumerated() where edge >= 0 { put(Int32(point), Int(edge)) }
    }
  }

  func points(ofEdge edge: Int) -> ArraySlice<Int32> { buckets[edge] }
}
