/// The segments of a street graph in the cells of a grid, to find those near a place. A segment is known by its first vertex.
struct SegmentGrid: Sendable {
  let frame: CellFrame
  /// The segments of a cell stand in `members` from its offset to the next, ascending.
  let offsets: [Int32]
  let members: [Int32]

  /// A segment is in every cell that it touches, and perhaps in neighbours of those.
  init(_ graph: StreetGraph, leastComponent: Double) {
    var (west, south, east, north) = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
    for vertex in 0..<graph.offsets.count {
      let (x, y) = (graph.coordinates[2 * vertex], graph.coordinates[2 * vertex + 1])
      (west, south, east, north) = (min(west, x), min(south, y), max(east, x), max(north, y))
    }
    if graph.edgeCount == 0 { (west, south, east, north) = (0, 0, 0, 0) }
    let segments = Double(max(1, graph.offsets.count - graph.edgeCount))
    let (width, height) = (east - west, north - south)
    // About a cell for each segment, and no more of them for streets that follow one line.
    let cell = max((width / segments * height).squareRoot(), width / segments, height / segments, 1e-6)
    frame = CellFrame(west: west, south: south, cell: cell, columns: Int(width / cell) + 1, rows: Int(height / cell) + 1)
    let cells = frame.columns * frame.rows
    var counts = [Int32](repeating: 0, count: cells + 1)
    Self.forEachCell(graph, leastComponent, frame) { counts[$1 + 1] += 1 }
    for place in 0..<cells { counts[place + 1] += counts[place] }
    var next = counts
    var members = [Int32](repeating: 0, count: Int(counts[cells]))
    Self.forEachCell(graph, leastComponent, frame) { segment, place in
      members[Int(next[place])] = segment
      next[place] += 1
    }
    (self.offsets, self.members) = (counts, members)
  }

  func segments(ofCell cell: Int) -> ArraySlice<Int32> { members[Int(offsets[cell])..<Int(offsets[cell + 1])] }

  func segments(ofColumn column: Int, row: Int) -> ArraySlice<Int32> { segments(ofCell: row * frame.columns + column) }

  private static func forEachCell(
    _ graph: StreetGraph, _ leastComponent: Double, _ frame: CellFrame, _ body: (_ segment: Int32, _ cell: Int) -> Void
  ) {
    graph.coordinates.withUnsafeBufferPointer { values in
      let components = graph.components
      for edge in 0..<graph.edgeCount
      where components.lengths[components.component(ofNode: Int(graph.ends[2 * edge]))] >= leastComponent {
        for vertex in Int(graph.vertexOffsets[edge])..<Int(graph.vertexOffsets[edge + 1]) - 1 {
          frame.forEachCell(
            ax: values[2 * vertex], ay: values[2 * vertex + 1], bx: values[2 * vertex + 2], by: values[2 * vertex + 3]
          ) { body(Int32(vertex), $0) }
        }
      }
    }
  }
}
