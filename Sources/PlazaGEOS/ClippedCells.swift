internal import CGEOS
public import PlazaGeometry

/// The cells of a grid that have surface in common with a boundary.
public struct ClippedCells: Hashable, Sendable {
  /// In canonical order: by row, then by column.
  public var cells: [GridCell] = []
  /// Whether the boundary covers the whole cell.
  public var isWhole: [Bool] = []
  /// What the boundary leaves of each cell, one feature for each; a whole cell has its own corners.
  public var polygons = PolygonColumn()

  public init() {}
}

extension GEOSContext {
  /// Lays a grid over the union of some areas and cuts its cells to it.
  ///
  /// The boundary is halved again and again along lines between cells, so each cell is cut from a small piece; what covers a block of cells is
  /// not looked at further. Cells that the boundary only touches are left out. Invalid areas are repaired on the way.
  /// - Parameter boundary: in the CRS of the grid; all its features together.
  /// - Throws: `GEOSError` of GEOS itself, or where the grid has no numbers for the boundary. Ask `grid.cellCount(covering:)` first whether
  ///   there are too many.
  /// - Complexity: O(cells + n log² n) for n vertices of which no block holds more than its share.
  public func clip(_ grid: some PlaneGrid, to boundary: PolygonColumn) throws(GEOSError) -> ClippedCells {
    let boundary = try union(features: Array(0..<boundary.featureCount), of: boundary)
    guard !boundary.envelope.isEmpty else { return ClippedCells() }
    guard let range = grid.cellRange(covering: boundary.envelope) else {
      throw GEOSError(operation: "Clip", message: "the boundary lies beyond the cells that have numbers")
    }
    var clipping = CellClipping(grid: grid, context: self)
    try clipping.divide(Block(range.columns, range.rows), try geometry(feature: 0, of: boundary))
    var result = ClippedCells()
    for place in clipping.cells.indices.sorted(by: { clipping.cells[$0] < clipping.cells[$1] }) {
      result.cells.append(clipping.cells[place])
      result.isWhole.append(clipping.pieces[place] == nil)
      if let piece = clipping.pieces[place] {
        result.polygons.append(feature: piece, of: clipping.polygons)
      } else {
        result.polygons.append(contentsOf: grid.polygons(of: [clipping.cells[place]]))
      }
    }
    return result
  }
}

/// Some columns and rows of cells.
private struct Block {
  var columns: ClosedRange<Int32>
  var rows: ClosedRange<Int32>

  init(_ columns: ClosedRange<Int32>, _ rows: ClosedRange<Int32>) {
    self.columns = columns
    self.rows = rows
  }

  var isCell: Bool { columns.count == 1 && rows.count == 1 }

  var halves: [Block] {
    if columns.count >= rows.count {
      let middle = columns.lowerBound + Int32(columns.count / 2)
      return [Block(columns.lowerBound...middle - 1, rows), Block(middle...columns.upperBound, rows)]
    }
    let middle = rows.lowerBound + Int32(rows.count / 2)
    return [Block(columns, rows.lowerBound...middle - 1), Block(columns, middle...rows.upperBound)]
  }

  /// The box of all its cells: outer rows and columns decide, two of each because rows of hexagons are shifted.
  func envelope(_ grid: some PlaneGrid) -> Envelope {
    var box = Envelope()
    for row in Set([rows.lowerBound, min(rows.lowerBound + 1, rows.upperBound), rows.upperBound]) {
      for column in [columns.lowerBound, columns.upperBound] { box.expand(grid.envelope(of: GridCell(column: column, row: row))) }
    }
    return box
  }
}

private struct CellClipping<Grid: PlaneGrid> {
  let grid: Grid
  let context: GEOSContext
  var cells: [GridCell] = []
  /// The feature of `polygons` that each cell has; nil for a whole one.
  var pieces: [Int?] = []
  var polygons = PolygonColumn()

  init(grid: Grid, context: GEOSContext) {
    self.grid = grid
    self.context = context
  }

  mutating func divide(_ block: Block, _ boundary: borrowing GEOSGeometry) throws(GEOSError) {
    if block.isCell { return try cut(GridCell(column: block.columns.lowerBound, row: block.rows.lowerBound), boundary) }
    for half in block.halves {
      let frame = try context.geometry(of: half.envelope(grid))
      let piece = try boundary.intersection(frame)
      if try piece.area == 0 { continue }
      if try piece.covers(frame) {
        for row in half.rows {
          for column in half.columns {
            cells.append(GridCell(column: column, row: row))
            pieces.append(nil)
          }
        }
      } else {
        try divide(half, piece)
      }
    }
  }

  private mutating func cut(_ cell: GridCell, _ boundary: borrowing GEOSGeometry) throws(GEOSError) {
    let shape = try context.geometry(feature: 0, of: grid.polygons(of: [cell]))
    if try boundary.covers(shape) {
      cells.append(cell)
      pieces.append(nil)
      return
    }
    let piece = try boundary.intersection(shape).normalized()
    if try piece.area == 0 { return }
    cells.append(cell)
    pieces.append(polygons.featureCount)
    try piece.appendPolygons(to: &polygons)
    polygons.endFeature()
  }
}
