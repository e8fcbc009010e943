internal import PlazaParallel

/// Walks the rings of each feature and notes whose vertices stand at its own or on its edges.
struct ContiguityKernel: @unchecked Sendable {
  private let column: PolygonColumn
  private let index: VertexIndex
  private let rule: ContiguityRule
  private let featureOfVertex: Memory<Int32>
  /// 1 for the last vertex of a ring, from which no edge goes on.
  private let endsRing: Memory<UInt8>

  private static let chunk = 64

  init(_ column: PolygonColumn, _ index: VertexIndex, _ rule: ContiguityRule) {
    self.column = column
    self.index = index
    self.rule = rule
    featureOfVertex = Memory(zeros: column.vertexCount)
    endsRing = Memory(zeros: column.vertexCount)
    for feature in 0..<column.featureCount {
      for vertex in column.vertices(ofFeature: feature) { featureOfVertex.base[vertex] = Int32(truncatingIfNeeded: feature) }
    }
    for ring in 0..<column.ringCount {
      let vertices = column.vertices(ofRing: ring)
      if !vertices.isEmpty { endsRing.base[vertices.upperBound - 1] = 1 }
    }
  }

  /// What one chunk of features found.
  private struct Found {
    /// How many neighbours each feature has by equal vertices, and which, ascending.
    var counts: [Int] = []
    var neighbors: [Int32] = []
    /// Pairs by a vertex on an edge; the other direction is not written.
    var pairs: [(Int32, Int32)] = []
  }

  func run(jobs: Int) -> Adjacency {
    let count = column.featureCount
    let chunks = Chunks(of: Self.chunk, in: count)
    let slots = Slots<Found>(count: chunks.count)
    column.coordinates.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return }
      nonisolated(unsafe) let values = base
      runAtOnce(chunks, workers: min(jobs, column.vertexCount / 20_000)) { chunks in
        var stamps = [Int32](repeating: -1, count: count)
        stamps.withUnsafeMutableBufferPointer { stamps in
          guard let stamps = stamps.baseAddress else { return }
          for chunk in chunks {
            var found = Found()
            for feature in chunk.range {
              visit(feature, values, stamps, &found)
            }
            slots[chunk.number] = found
          }
        }
      }
    }
    var offsets = [0]
    var columns: [Int32] = []
    var pairs: [(Int32, Int32)] = []
    offsets.reserveCapacity(count + 1)
    for chunk in 0..<chunks.count {
      guard let found = slots[chunk] else { continue }
      for size in found.counts { offsets.append(offsets[offsets.count - 1] + size) }
      columns += found.neighbors
      pairs += found.pairs
    }
    while offsets.count <= count { offsets.append(0) }  // a column without a vertex
    let equal = Adjacency(rowOffsets: offsets, columnIndices: columns)
    return pairs.isEmpty ? equal : equal.union(Adjacency(count: count, pairs: pairs))
  }

  private func visit(
    _ feature: Int, _ values: UnsafePointer<Double>, _ stamps: UnsafeMutablePointer<Int32>, _ found: inout Found
  ) {
    let own = Int32(truncatingIfNeeded: feature)
    let first = found.neighbors.count
    let (next, features, ends) = (
      UnsafePointer(index.next.base), UnsafePointer(featureOfVertex.base), UnsafePointer(endsRing.base)
    )
    let cells = UnsafePointer(index.cells.base)
    let isQueen = rule == .queen
    let vertices = column.vertices(ofFeature: feature)
    var vertex = vertices.lowerBound
    while vertex < vertices.upperBound {
      defer { vertex &+= 1 }
      if cells[vertex] == VertexIndex.nowhere { continue }
      let hasEdge = ends[vertex] == 0 && cells[vertex &+ 1] != VertexIndex.nowhere
      var other = Int(next[vertex])
      if isQueen {
        while other != vertex {
          let neighbor = features[other]
          if neighbor != own, stamps[Int(neighbor)] != own {
            stamps[Int(neighbor)] = own
            found.neighbors.append(neighbor)
          }
          other = Int(next[other])
        }
      } else if hasEdge {
        let (x, y) = (values[2 &* vertex &+ 2], values[2 &* vertex &+ 3])
        let hasLength = x != values[2 &* vertex] || y != values[2 &* vertex &+ 1]
        while hasLength, other != vertex {
          let neighbor = features[other]
          if neighbor != own, stamps[Int(neighbor)] != own {
            let isSame =
              (ends[other] == 0 && values[2 &* other &+ 2] == x && values[2 &* other &+ 3] == y)
              || (other > 0 && ends[other &- 1] == 0 && values[2 &* other &- 2] == x && values[2 &* other &- 1] == y)
            if isSame {
              stamps[Int(neighbor)] = own
              found.neighbors.append(neighbor)
            }
          }
          other = Int(next[other])
        }
      }
      if hasEdge { findVertices(onEdge: vertex, of: own, values, stamps, &found) }
    }
    found.neighbors[first...].sort()
    found.counts.append(found.neighbors.count - first)
  }

  /// Looks for vertices of other features strictly between the ends of an edge.
  @inline(__always)
  private func findVertices(
    onEdge edge: Int, of own: Int32, _ values: UnsafePointer<Double>, _ stamps: UnsafePointer<Int32>, _ found: inout Found
  ) {
    let (ax, ay) = (values[2 &* edge], values[2 &* edge &+ 1])
    let (bx, by) = (values[2 &* edge &+ 2], values[2 &* edge &+ 3])
    let (left, right) = (min(ax, bx), max(ax, bx))
    let (bottom, top) = (min(ay, by), max(ay, by))
    let (entries, starts) = (UnsafePointer(index.entries.base), UnsafePointer(index.starts.base))
    let columns = index.grid.columns
    let aCell = Int(index.cells.base[edge])
    let bCell = Int(index.cells.base[edge &+ 1])
    @inline(__always) func look(_ cell: Int) {
      var place = Int(starts[cell])
      let end = Int(starts[cell &+ 1])
      if end &- place > 32 {
        // The vertices of a cell ascend by x.
        var high = end
        while place < high {
          let middle = (place &+ high) / 2
          if values[2 &* Int(entries[middle])] < left { place = middle &+ 1 } else { high = middle }
        }
      }
      while place < end {
        let vertex = Int(entries[place])
        place &+= 1
        let (x, y) = (values[2 &* vertex], values[2 &* vertex &+ 1])
        if x > right { break }
        if x < left || y < bottom || y > top { continue }
        if (x == ax && y == ay) || (x == bx && y == by) { continue }
        let neighbor = featureOfVertex.base[vertex]
        if neighbor == own || stamps[Int(neighbor)] == own { continue }
        if orientation(ax: ax, ay: ay, bx: bx, by: by, px: x, py: y) != 0 { continue }
        if rule == .queen || leavesAlong(vertex, ax, ay, bx, by, values) { found.pairs.append((own, neighbor)) }
      }
    }
    if aCell == bCell { return look(aCell) }
    EdgeWalk(grid: index.grid, rows: 0..<index.grid.rows).forEachCell(
      ax: ax, ay: ay, bx: bx, by: by, aColumn: aCell % columns, aRow: aCell / columns, bColumn: bCell % columns,
      bRow: bCell / columns
    ) { look($0) }
  }

  /// Whether an edge at the vertex, which lies on the line from a to b, runs along that line.
  private func leavesAlong(
    _ vertex: Int, _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ values: UnsafePointer<Double>
  ) -> Bool {
    let (x, y) = (values[2 * vertex], values[2 * vertex + 1])
    func leads(to end: Int) -> Bool {
      let (ex, ey) = (values[2 * end], values[2 * end + 1])
      return index.cells.base[end] != VertexIndex.nowhere && (ex != x || ey != y)
        && orientation(ax: ax, ay: ay, bx: bx, by: by, px: ex, py: ey) == 0
    }
    if endsRing.base[vertex] == 0, leads(to: vertex + 1) { return true }
    return vertex > 0 && endsRing.base[vertex - 1] == 0 && leads(to: vertex - 1)
  }
}
