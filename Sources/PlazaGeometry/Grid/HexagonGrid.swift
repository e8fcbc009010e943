/// Regular hexagons with a corner up, in rows from the origin of the CRS; odd rows are shifted by half a cell to the right.
///
/// `cell` is the width across flats, which is the distance between the centres of neighbours: the figure that says how far apart two values of
/// a map are. The area is √3/2 · cell², and a hexagon of the area of a square of side s has the width 1.0746 s. Cell (c, r) is centred on
/// ((c + ½ (r mod 2)) · cell, r · cell · √3/2).
///
/// A position belongs to the cell of the nearest centre; on a border (an equal distance as computed) to the lower row, and in a row to the
/// right. Sides left and right are multiples of half a cell, exact for usual sizes, so vertical borders are half-open like those of squares.
public struct HexagonGrid: PlaneGrid {
  public let cell: Double
  /// The distance between rows.
  private let rise: Double

  /// - Parameter cell: the width across flats, in units of the CRS, finite and above 0.
  public init(cell: Double) {
    precondition(cell > 0 && cell.isFinite, "a cell without size")
    self.cell = cell
    rise = cell * 0.866_025_403_784_438_6
  }

  public var codePrefix: String { "h" + sizeText(cell) }

  public func cell(x: Double, y: Double) -> GridCell? {
    let v = (y / rise).rounded(.down)
    guard v.magnitude < farthestCell, (x / cell).magnitude < farthestCell else { return nil }
    // The nearest centre lies in the row below or in the row above: in each the column is that of a half-open interval around the centre.
    var best: GridCell?
    var least = Double.infinity
    for row in [Int32(v), Int32(v) + 1] {
      let shift = row & 1 == 0 ? 0.0 : 0.5
      var column = (x / cell - shift + 0.5).rounded(.down)
      // As with squares: the products decide, not the quotient.
      if x < (column + shift - 0.5) * cell { column -= 1 } else if x >= (column + shift + 0.5) * cell { column += 1 }
      let (dx, dy) = (x - (column + shift) * cell, y - Double(row) * rise)
      let square = dx * dx + dy * dy
      if square < least { (least, best) = (square, GridCell(column: Int32(column), row: row)) }
    }
    return best
  }

  public func center(of cell: GridCell) -> Coordinate {
    Coordinate(x: Double(2 * Int(cell.column) + Int(cell.row & 1)) * (self.cell / 2), y: Double(cell.row) * rise)
  }

  public func corners(of cell: GridCell) -> [Coordinate] {
    // Both coordinates are whole multiples of one length each, so that three cells compute their common corner alike.
    let half = self.cell / 2
    let third = rise / 3
    let (u, v) = (2 * Int(cell.column) + Int(cell.row & 1), 3 * Int(cell.row))
    return [(0, -2), (1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1)].map { (i, j) in
      Coordinate(x: Double(u + i) * half, y: Double(v + j) * third)
    }
  }

  public func neighbors(of cell: GridCell, rule: ContiguityRule) -> [GridCell] {
    let left = cell.column - 1 + (cell.row & 1)
    let (below, above) = (cell.row - 1, cell.row + 1)
    return [
      (left, below), (left + 1, below), (cell.column - 1, cell.row), (cell.column + 1, cell.row), (left, above),
      (left + 1, above),
    ]
    .map { GridCell(column: $0.0, row: $0.1) }
  }

  public func cellRange(covering box: Envelope) -> (columns: ClosedRange<Int32>, rows: ClosedRange<Int32>)? {
    guard !box.isEmpty, let low = cell(x: box.minX, y: box.minY), let high = cell(x: box.maxX, y: box.maxY) else { return nil }
    return (low.column - 1...high.column + 1, low.row - 1...high.row + 1)
  }
}
