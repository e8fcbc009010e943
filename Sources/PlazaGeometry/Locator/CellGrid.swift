/// The division of a box into columns and rows of equal cells.
///
/// A coordinate's column is a monotone function of it, computed by one expression everywhere: what lies between two
/// coordinates has a column between theirs. Everything the locator proves about cells rests on this, not on where the
/// cell borders are nominally. Column `c` is centred on `minX + c · cellWidth`, so the outer columns are half empty.
struct CellGrid: Sendable {
  let box: Envelope
  let columns: Int
  let rows: Int
  let scaleX: Double
  let scaleY: Double
  let cellWidth: Double
  let cellHeight: Double

  /// Fewer columns or rows than asked for are made where the coordinates are too coarse or too far apart for them.
  init(box: Envelope, columns: Int, rows: Int) {
    self.box = box
    let x = Axis(from: box.minX, to: box.maxX, count: columns)
    let y = Axis(from: box.minY, to: box.maxY, count: rows)
    (self.columns, scaleX, cellWidth) = (x.count, x.scale, x.step)
    (self.rows, scaleY, cellHeight) = (y.count, y.scale, y.step)
  }

  var cellCount: Int { columns * rows }

  /// Position in units of columns; within the box from 0 to `columns - 1`, whole at the centre of a column.
  @inline(__always)
  func u(_ x: Double) -> Double { (x - box.minX) * scaleX }

  @inline(__always)
  func v(_ y: Double) -> Double { (y - box.minY) * scaleY }

  /// The column of a coordinate within the box.
  @inline(__always)
  func column(_ x: Double) -> Int { Self.nearest(u(x)) }

  @inline(__always)
  func row(_ y: Double) -> Int { Self.nearest(v(y)) }

  /// Rounds to the nearest whole number, which is monotone and, by way of the bits, free of range checks and branches.
  @inline(__always)
  static func nearest(_ value: Double) -> Int {
    Int(truncatingIfNeeded: Int32(truncatingIfNeeded: (value + 0x1.8p52).bitPattern))
  }

  /// The height at which a row is swept, inside the row and off its middle so that round coordinates seldom lie on it.
  @inline(__always)
  func sweepY(row: Int) -> Double { box.minY + (Double(row) + 0.013_718_31) * cellHeight }

  /// The abscissa of one of the four possible reference positions of a cell.
  @inline(__always)
  func referenceX(column: Int, choice: Int) -> Double {
    let shift = 0.027_182_81 + 0.31 * Double(choice & 1) - 0.23 * Double(choice >> 1)
    return box.minX + (Double(column) + shift) * cellWidth
  }

  /// The smallest double of each column, and one beyond the box at either end: column `c` spans `[c]..<[c + 1]`.
  func columnStarts() -> [Double] {
    var starts = [box.minX.nextDown]
    starts.reserveCapacity(columns + 1)
    for c in stride(from: 1, to: columns, by: 1) {
      var low = max(box.minX, box.minX + (Double(c) - 0.75) * cellWidth)
      var high = min(box.maxX, box.minX + (Double(c) - 0.25) * cellWidth)
      // column(low) < c ≤ column(high), down to neighbouring doubles.
      while true {
        let middle = low + (high - low) / 2
        if middle <= low || middle >= high { break }
        if column(middle) < c { low = middle } else { high = middle }
      }
      starts.append(high)
    }
    starts.append(box.maxX.nextUp)
    return starts
  }

  private struct Axis {
    var count: Int
    var scale: Double
    var step: Double

    init(from low: Double, to high: Double, count wanted: Int) {
      let extent = high - low
      // A cell spans at least 2¹⁰ representable numbers, so its references are well inside it.
      let finest = max(low.magnitude, high.magnitude).ulp * 0x1p10
      let possible = (extent / finest).rounded(.down)
      count = possible < Double(wanted) ? max(1, Int(possible)) : wanted
      scale = Double(count - 1) / extent
      if !extent.isFinite || count < 2 || !scale.isFinite || scale < .leastNormalMagnitude {
        (count, scale) = (1, 0)
        step = (high / 2 - low / 2) / 2
      } else {
        step = extent / Double(count - 1)
      }
    }
  }
}
