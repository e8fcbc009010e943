/// Names the cells that an edge may touch, row by row; some that it only comes near are among them, none is missing.
///
/// An edge within one row or one column is given its whole range of cells, which is safe because columns and rows are
/// monotone. A longer one is followed in cell units with a margin far above the rounding error (some 10⁻¹²) of u and v.
struct EdgeWalk {
  let grid: CellGrid
  /// Only cells of these rows are named.
  let rows: Range<Int>

  private static let margin = 1e-6

  /// - Parameters: the ends of the edge, and the columns and rows of these ends.
  @inline(__always)
  func forEachCell(
    ax: Double, ay: Double, bx: Double, by: Double,
    aColumn: Int, aRow: Int, bColumn: Int, bRow: Int,
    _ body: (_ cell: Int) -> Void
  ) {
    if aRow == bRow {
      guard rows.contains(aRow) else { return }
      let start = aRow &* grid.columns
      if aColumn == bColumn {
        body(start &+ aColumn)
      } else {
        for column in min(aColumn, bColumn)...max(aColumn, bColumn) { body(start &+ column) }
      }
      return
    }
    let first = max(min(aRow, bRow), rows.lowerBound)
    let last = min(max(aRow, bRow), rows.upperBound &- 1)
    if first > last { return }
    if aColumn == bColumn {
      for row in first...last { body(row &* grid.columns &+ aColumn) }
      return
    }
    let u = grid.u(ax)
    let v = grid.v(ay)
    let endV = grid.v(by)
    let slope = (grid.u(bx) - u) / (endV - v)
    let (low, high) = v < endV ? (v, endV) : (endV, v)
    let (left, right) = aColumn < bColumn ? (aColumn, bColumn) : (bColumn, aColumn)
    for row in first...last {
      let bottom = max(low, Double(row) - 0.5 - Self.margin)
      let top = min(high, Double(row) + 0.5 + Self.margin)
      let one = u + (bottom - v) * slope
      let other = u + (top - v) * slope
      let from = max(left, CellGrid.nearest(min(one, other) - Self.margin))
      let to = min(right, CellGrid.nearest(max(one, other) + Self.margin))
      var column = from
      while column <= to {
        body(row &* grid.columns &+ column)
        column &+= 1
      }
    }
  }
}
