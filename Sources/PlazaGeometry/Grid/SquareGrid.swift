/// Squares from the origin of the CRS: cell (c, r) owns the x in [c · cell, (c + 1) · cell) and the y likewise.
///
/// The border products are taken as doubles, and a position equal to one belongs to the cell on its upper side.
public struct SquareGrid: PlaneGrid {
  public let cell: Double

  /// - Parameter cell: the side, in units of the CRS, finite and above 0.
  public init(cell: Double) {
    precondition(cell > 0 && cell.isFinite, "a cell without size")
    self.cell = cell
  }

  public var codePrefix: String { "s" + sizeText(cell) }

  @inline(__always)
  public func cell(x: Double, y: Double) -> GridCell? {
    let (u, v) = ((x / cell).rounded(.down), (y / cell).rounded(.down))
    guard u.magnitude < farthestCell, v.magnitude < farthestCell else { return nil }
    return GridCell(column: settle(u, x), row: settle(v, y))
  }

  /// The quotient may round up to the next border, or a border product down beyond the position; the products decide.
  @inline(__always)
  private func settle(_ index: Double, _ value: Double) -> Int32 {
    var index = index
    if value < index * cell { index -= 1 } else if value >= (index + 1) * cell { index += 1 }
    return Int32(index)
  }

  public func corners(of cell: GridCell) -> [Coordinate] {
    let (left, right) = (Double(cell.column) * self.cell, (Double(cell.column) + 1) * self.cell)
    let (bottom, top) = (Double(cell.row) * self.cell, (Double(cell.row) + 1) * self.cell)
    return [
      Coordinate(x: left, y: bottom), Coordinate(x: right, y: bottom), Coordinate(x: right, y: top), Coordinate(x: left, y: top),
    ]
  }

  public func center(of cell: GridCell) -> Coordinate {
    Coordinate(x: (Double(cell.column) + 0.5) * self.cell, y: (Double(cell.row) + 0.5) * self.cell)
  }

  public func neighbors(of cell: GridCell, rule: ContiguityRule) -> [GridCell] {
    var cells: [GridCell] = []
    for row in Int32(-1)...1 {
      for column in Int32(-1)...1 where rule == .queen ? (row != 0 || column != 0) : (row == 0) != (column == 0) {
        cells.append(GridCell(column: cell.column + column, row: cell.row + row))
      }
    }
    return cells
  }

  public func cellRange(covering box: Envelope) -> (columns: ClosedRange<Int32>, rows: ClosedRange<Int32>)? {
    guard !box.isEmpty, let low = cell(x: box.minX, y: box.minY), let high = cell(x: box.maxX, y: box.maxY) else { return nil }
    // One more on the lower side: a box that begins on a border touches the cell before it.
    return (low.column - 1...high.column, low.row - 1...high.row)
  }
}
