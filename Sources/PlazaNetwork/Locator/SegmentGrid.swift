internal import PlazaGeometry

/// The segments of a street graph in the cells of a grid, to find those near a place. A segment is known by its first vertex.
struct SegmentGrid: Sendable {
  let frame: CellFrame
  /// The segments of each cell, ascending.
  let cells: Buckets

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
    cells = Buckets(count: frame.columns * frame.rows) { [frame] put in Self.forEachCell(graph, leastComponent, frame, put) }
  }

  func segments(ofCell cell: Int) -> ArraySlice<Int32> { cells[cell] }

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
