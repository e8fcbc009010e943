/// Where the cells of a raster lie in the plane of its CRS: rows run along the axes, the first row is the northernmost.
///
/// Cell (c, r) covers the x from `west + c · cellWidth` to `west + (c + 1) · cellWidth` and the y from `north − (r + 1) · cellHeight`
/// to `north − r · cellHeight`.
public struct RasterGrid: Hashable, Sendable {
  /// The western edge of the first column and the northern edge of the first row, in units of the CRS.
  public let west: Double
  public let north: Double
  /// The sides of a cell, above 0.
  public let cellWidth: Double
  public let cellHeight: Double
  public let columnCount: Int
  public let rowCount: Int

  /// Nil for cells without size, numbers that are not finite, no cells, or more than 2³¹ − 1 rows or columns.
  public init?(west: Double, north: Double, cellWidth: Double, cellHeight: Double, columnCount: Int, rowCount: Int) {
    let limit = Int(Int32.max)
    guard west.isFinite, north.isFinite, cellWidth > 0, cellWidth.isFinite, cellHeight > 0, cellHeight.isFinite,
      (1...limit).contains(columnCount), (1...limit).contains(rowCount)
    else { return nil }
    self.west = west
    self.north = north
    self.cellWidth = cellWidth
    self.cellHeight = cellHeight
    self.columnCount = columnCount
    self.rowCount = rowCount
  }

  public var cellCount: Int { columnCount * rowCount }

  /// The box of all cells.
  public var envelope: Envelope {
    Envelope(
      minX: west, minY: north - Double(rowCount) * cellHeight, maxX: west + Double(columnCount) * cellWidth, maxY: north)
  }

  /// Whether the cells of another raster are the same, up to a thousandth of a cell at any corner.
  public func coincides(with other: RasterGrid) -> Bool {
    guard columnCount == other.columnCount, rowCount == other.rowCount else { return false }
    let (a, b) = (envelope, other.envelope)
    let (x, y) = (cellWidth / 1000, cellHeight / 1000)
    return (a.minX - b.minX).magnitude <= x && (a.maxX - b.maxX).magnitude <= x
      && (a.minY - b.minY).magnitude <= y && (a.maxY - b.maxY).magnitude <= y
  }
}
