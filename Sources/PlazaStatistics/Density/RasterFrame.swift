/// Where the cells of a regular raster lie, in metres of a projected CRS.
///
/// Cells are counted by row from the south and, within a row, by column from the west: cell `row * columnCount + column`.
public struct RasterFrame: Hashable, Sendable {
  /// The western and southern edge.
  public let x0: Double
  public let y0: Double
  /// The side of a cell.
  public let cell: Double
  public let columnCount: Int
  public let rowCount: Int

  /// - Throws: `DensityError.badFrame`.
  public init(x0: Double, y0: Double, cell: Double, columnCount: Int, rowCount: Int) throws(DensityError) {
    let limit = 1 << 28
    guard x0.isFinite, y0.isFinite, cell.isFinite, cell > 0, (1...limit).contains(columnCount), (1...limit).contains(rowCount),
      columnCount * rowCount <= limit
    else { throw .badFrame(cell: cell, columns: columnCount, rows: rowCount) }
    self.x0 = x0
    self.y0 = y0
    self.cell = cell
    self.columnCount = columnCount
    self.rowCount = rowCount
  }

  public var cellCount: Int { columnCount * rowCount }
  /// The easting of the middle of a column of cells, in metres.
  public func centerX(ofColumn column: Int) -> Double { x0 + (Double(column) + 0.5) * cell }
  /// The northing of the middle of a row of cells, in metres; row 0 lies in the south.
  public func centerY(ofRow row: Int) -> Double { y0 + (Double(row) + 0.5) * cell }

  /// The cell that holds a place, half open to the east and north; nil outside.
  public func cell(x: Double, y: Double) -> Int? {
    let column = ((x - x0) / cell).rounded(.down)
    let row = ((y - y0) / cell).rounded(.down)
    guard column >= 0, row >= 0, column < Double(columnCount), row < Double(rowCount) else { return nil }
    return Int(row) * columnCount + Int(column)
  }
}
