/// The segments of a street graph in the cells of a grid, to find those near a place. A segment is known by its first vertex.
struct SegmentGrid: Sendable {
  let west: Double
  let south: Double
  let cell: Double
  let columns: Int
  let rows: Int
  /// The segments of a cell stand in `members` from its offset to the next, ascending.
  private let offsets: [Int32]
  private let members: [Int32]

  /// A segment is in every cell that it touches, and perhaps in neighbours of those.
  init(_ graph: StreetGraph) {
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
    (self.west, self.south, self.cell) = (west, south, cell)
    (columns, rows) = (Int(width / cell) + 1, Int(height / cell) + 1)
    var counts = [Int32](repeating: 0, count: columns * rows + 1)
    Self.forEachCell(graph, (west, south, cell, columns, rows)) { counts[$1 + 1] += 1 }
    for place in 0..<columns * rows { counts[place + 1] += counts[place] }
    var next = counts
    var members = [Int32](repeating: 0, count: Int(counts[columns * rows]))
    Self.forEachCell(graph, (west, south, cell, columns, rows)) { segment, place in
      members[Int(next[place])] = segment
      next[place] += 1
    }
    (self.offsets, self.members) = (counts, members)
  }

  func segments(ofColumn column: Int, row: Int) -> ArraySlice<Int32> {
    let place = row * columns + column
    return members[Int(offsets[place])..<Int(offsets[place + 1])]
  }

  func column(_ x: Double) -> Int { Self.index((x - west) / cell, columns) }
  func row(_ y: Double) -> Int { Self.index((y - south) / cell, rows) }

  private static func index(_ place: Double, _ count: Int) -> Int { Int(min(max(place, 0), Double(count - 1))) }

  private static func forEachCell(
    _ graph: StreetGraph, _ grid: (west: Double, south: Double, cell: Double, columns: Int, rows: Int),
    _ body: (_ segment: Int32, _ cell: Int) -> Void
  ) {
    // More than rounding may move a place, in cells.
    let pad = 1e-6
    graph.coordinates.withUnsafeBufferPointer { values in
      for edge in 0..<graph.edgeCount {
        for vertex in Int(graph.vertexOffsets[edge])..<Int(graph.vertexOffsets[edge + 1]) - 1 {
          var (ax, ay) = ((values[2 * vertex] - grid.west) / grid.cell, (values[2 * vertex + 1] - grid.south) / grid.cell)
          var (bx, by) = ((values[2 * vertex + 2] - grid.west) / grid.cell, (values[2 * vertex + 3] - grid.south) / grid.cell)
          if by < ay { (ax, ay, bx, by) = (bx, by, ax, ay) }
          let slope = by > ay ? (bx - ax) / (by - ay) : 0
          for row in index(ay - pad, grid.rows)...index(by + pad, grid.rows) {
            // What of the segment lies in the row, from side to side.
            var (left, right) = (min(ax, bx), max(ax, bx))
            if by - ay > 1 {
              let (low, high) = (ax + (Double(row) - ay) * slope, ax + (Double(row + 1) - ay) * slope)
              (left, right) = (max(left, min(low, high)), min(right, max(low, high)))
            }
            let (first, last) = (index(left - pad, grid.columns), index(right + pad, grid.columns))
            for column in first...max(first, last) { body(Int32(vertex), row * grid.columns + column) }
          }
        }
      }
    }
  }
}
