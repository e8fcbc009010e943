/// The search for the nearest segment over plain pointers.
struct NearestKernel {
  let frame: CellFrame
  /// The first member of each cell.
  let cells: UnsafePointer<Int32>
  let members: UnsafePointer<Int32>
  let coordinates: UnsafePointer<Double>

  /// The nearest of the segments offered, the lowest of equals.
  struct Best {
    /// The distance squared; that of the limit at first.
    var squared: Double
    /// Its first vertex; −1 while none is within the limit.
    var segment: Int32 = -1
    /// The share of the way along it.
    var share = 0.0
  }

  /// Looks at cells in square rings around the one at or next to a finite place.
  func nearest(x: Double, y: Double, within distance: Double) -> Best {
    var best = Best(squared: distance * distance)
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
        if cellRow == south || cellRow == north {
          for cellColumn in max(0, left)...min(frame.columns - 1, right) { visit(cellColumn, cellRow, x, y, &best) }
        } else {
          if left >= 0 { visit(left, cellRow, x, y, &best) }
          if right < frame.columns { visit(right, cellRow, x, y, &best) }
        }
      }
      ring += 1
    }
    return best
  }

  @inline(__always)
  private func visit(_ column: Int, _ row: Int, _ x: Double, _ y: Double, _ best: inout Best) {
    let cell = row &* frame.columns &+ column
    for place in Int(cells[cell])..<Int(cells[cell &+ 1]) {
      let segment = members[place]
      let vertices = coordinates + 2 * Int(segment)
      let (ax, ay, bx, by) = (vertices[0], vertices[1], vertices[2], vertices[3])
      let (dx, dy) = (bx - ax, by - ay)
      let along = min(max(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy), 0), 1)
      // At an end from the end itself, so that the streets of a junction are equally near.
      let (east, north) = along == 1 ? (x - bx, y - by) : (x - (ax + dx * along), y - (ay + dy * along))
      let found = east * east + north * north
      if found < best.squared || found == best.squared && (best.segment < 0 || segment < best.segment) {
        best = Best(squared: found, segment: segment, share: along)
      }
    }
  }
}
