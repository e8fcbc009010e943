/// Equal cells that cover the whole plane and begin at the origin of the CRS, never at the data: two periods share them.
///
/// Every position belongs to exactly one cell, by index arithmetic on its doubles and the same on every machine; a cell is known by its column
/// and row, so its code is stable between runs, periods and files.
public protocol PlaneGrid: Hashable, Sendable {
  /// The size of a cell in units of the CRS, finite and above 0: the side of a square, the width across flats of a hexagon.
  var cell: Double { get }
  /// What codes begin with: the shape's letter and the size, as `s500`.
  var codePrefix: String { get }

  /// The cell that owns a position; nil where the position is not finite or so far out (some 2³⁰ cells) that it has no number.
  func cell(x: Double, y: Double) -> GridCell?
  /// The corners of a cell, counter-clockwise, the first not repeated; neighbours compute a common corner to the same doubles.
  func corners(of cell: GridCell) -> [Coordinate]
  /// A position well inside the cell, its centre.
  func center(of cell: GridCell) -> Coordinate
  /// The cells that meet a cell, in the sense of the rule; a hexagon has the same six for either.
  func neighbors(of cell: GridCell, rule: ContiguityRule) -> [GridCell]
  /// A box of cells among which are all that meet the (closed) envelope; nil where it is empty, not finite or has no numbers.
  func cellRange(covering box: Envelope) -> (columns: ClosedRange<Int32>, rows: ClosedRange<Int32>)?
}

extension PlaneGrid {
  /// The code of a cell: `s500_123_-45` is column 123, row −45 of squares of 500 units; hexagons begin with `h`.
  public func code(of cell: GridCell) -> String { "\(codePrefix)_\(cell.column)_\(cell.row)" }

  /// The cell of such a code; nil for a text that is no code of this grid.
  public func cell(code: String) -> GridCell? {
    let parts = code.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == codePrefix, let column = Int32(parts[1]), let row = Int32(parts[2]) else { return nil }
    let cell = GridCell(column: column, row: row)
    return self.code(of: cell) == code ? cell : nil
  }

  /// The smallest box that holds a cell.
  public func envelope(of cell: GridCell) -> Envelope {
    corners(of: cell).reduce(into: Envelope()) { $0.expand(x: $1.x, y: $1.y) }
  }

  /// How many cells `cells(meeting:)` would look at, to refuse a grid that is too fine before it is made; nil as `cellRange`.
  public func cellCount(covering box: Envelope) -> Int? {
    cellRange(covering: box).map { $0.columns.count * $0.rows.count }
  }

  /// The cells whose closed boxes meet the closed envelope, in canonical order. O(cells).
  public func cells(meeting box: Envelope) -> [GridCell] {
    guard let range = cellRange(covering: box) else { return [] }
    var cells: [GridCell] = []
    for row in range.rows {
      for column in range.columns {
        let cell = GridCell(column: column, row: row)
        let own = envelope(of: cell)
        if own.minX <= box.maxX, own.maxX >= box.minX, own.minY <= box.maxY, own.maxY >= box.minY { cells.append(cell) }
      }
    }
    return cells
  }

  /// One polygon for each cell, in the order given; rings run counter-clockwise and repeat their first vertex.
  public func polygons(of cells: [GridCell]) -> PolygonColumn {
    var column = PolygonColumn()
    for cell in cells {
      let corners = corners(of: cell)
      for corner in corners + corners.prefix(1) { column.append(x: corner.x, y: corner.y) }
      column.endRing()
      column.endPolygon()
      column.endFeature()
    }
    return column
  }

  /// Which of some cells are neighbours, as places in their list. O(n log n).
  /// - Parameter cells: in ascending order, each once.
  public func adjacency(of cells: [GridCell], rule: ContiguityRule) -> Adjacency {
    precondition(zip(cells, cells.dropFirst()).allSatisfy { $0 < $1 }, "cells out of order, or one twice")
    var offsets = [0]
    var columns: [Int32] = []
    offsets.reserveCapacity(cells.count + 1)
    for cell in cells {
      let first = columns.count
      for neighbor in neighbors(of: cell, rule: rule) {
        if let place = cells.place(of: neighbor) { columns.append(Int32(place)) }
      }
      columns[first...].sort()
      offsets.append(columns.count)
    }
    return Adjacency(rowOffsets: offsets, columnIndices: columns)
  }
}

extension [GridCell] {
  /// Where a cell stands among ascending ones; nil where it is not among them. O(log n).
  public func place(of cell: GridCell) -> Int? {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < cell { low = middle + 1 } else { high = middle }
    }
    return low < endIndex && self[low] == cell ? low : nil
  }
}

/// The size in a code: whole numbers without a decimal point.
func sizeText(_ cell: Double) -> String {
  cell.rounded() == cell && cell < 0x1p53 ? String(Int64(cell)) : String(cell)
}

/// The number of cells from the origin that still have indices and exact corners.
let farthestCell = 0x1p30
