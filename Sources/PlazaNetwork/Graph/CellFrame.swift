/// Square cells over a box.
struct CellFrame: Sendable {
  let west: Double
  let south: Double
  let cell: Double
  let columns: Int
  let rows: Int

  /// The column of an abscissa, that at the border for one beyond it.
  func column(_ x: Double) -> Int { Self.index((x - west) / cell, columns) }
  func row(_ y: Double) -> Int { Self.index((y - south) / cell, rows) }

  private static func index(_ place: Double, _ count: Int) -> Int { Int(min(max(place, 0), Double(count - 1))) }

  /// Calls `body` with the cells that a segment touches, and perhaps with neighbours of those; beyond the box with cells at its border.
  @inline(__always)
  func forEachCell(ax: Double, ay: Double, bx: Double, by: Double, _ body: (_ cell: Int) -> Void) {
    // More than rounding may move a place, in cells.
    let pad = 1e-6
    var (ax, ay) = ((ax - west) / cell, (ay - south) / cell)
    var (bx, by) = ((bx - west) / cell, (by - south) / cell)
    if by < ay { (ax, ay, bx, by) = (bx, by, ax, ay) }
    let slope = by > ay ? (bx - ax) / (by - ay) : 0
    for row in Self.index(ay - pad, rows)...Self.index(by + pad, rows) {
      // What of the segment lies in the row, from side to side; the rows at the border go on beyond it.
      var (left, right) = (min(ax, bx), max(ax, bx))
      if by - ay > 1, row > 0, row < rows - 1 {
        let (low, high) = (ax + (Double(row) - ay) * slope, ax + (Double(row + 1) - ay) * slope)
        (left, right) = (max(left, min(low, high)), min(right, max(low, high)))
      }
      let (first, last) = (Self.index(left - pad, columns), Self.index(right + pad, columns))
      if first <= last { for column in first...last { body(row * columns + column) } }
    }
  }
}
