/// A cell of a grid by its column and row, which count from the origin of the CRS and may be negative.
public struct GridCell: Hashable, Sendable, Comparable {
  public var column: Int32
  public var row: Int32

  @inlinable
  public init(column: Int32, row: Int32) {
    self.column = column
    self.row = row
  }

  /// By row, then by column: the canonical order of cells.
  @inlinable
  public static func < (a: GridCell, b: GridCell) -> Bool { a.row != b.row ? a.row < b.row : a.column < b.column }
}
