import PlazaParallel

/// The events that reach a frame, sorted by the row of cells in which they lie and, within it, from west to east.
///
/// Coordinates are in cells from the centre of cell (0, 0), so that those of a cell are whole numbers. Events in one place are one, with the
/// sum of their weights. The order is canonical: it does not depend on the order in which the events came.
struct PointBins: Sendable {
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []
  private(set) var weight: [Double] = []
  /// The bandwidth of each in cells; empty where all have the same.
  private(set) var bandwidth: [Double] = []
  /// Where each row begins; one entry more than there are rows. Row 0 lies `margin` rows south of the frame's.
  private(set) var rowOffsets: [Int] = []
  let margin: Int

  /// - Parameter reach: in cells; events farther than that from the frame are left out.
  /// - Parameter bandwidths: in metres, one per event.
  /// - Complexity: O(n + cells) for each worker, and O(k log k) for k events of one cell.
  init(_ points: DensityPoints, frame: RasterFrame, reach: Double, bandwidths: [Double]? = nil, workers: Int = 1) {
    margin = Int(reach) + 2
    let layout = BinLayout(frame, reach: reach, margin: margin)
    // Each worker looks at all events and takes those of its rows.
    let bands = max(1, min(workers, layout.rows))
    var parts = [PointBand](repeating: PointBand(), count: bands)
    parts.withUnsafeMutableBufferPointer { parts in
      nonisolated(unsafe) let parts = parts
      runAtOnce(bands) { band in
        let rows = band * layout.rows / bands..<(band + 1) * layout.rows / bands
        parts[band] = PointBand(points, bandwidths, layout, rows: rows)
      }
    }
    rowOffsets.reserveCapacity(layout.rows + 1)
    for part in parts {
      rowOffsets += part.rowOffsets.map { $0 + x.count }
      x += part.x
      y += part.y
      weight += part.weight
      bandwidth += part.bandwidth
    }
    rowOffsets.append(x.count)
  }

  var count: Int { x.count }

  /// The events that may lie within `reach` cells of a row of the frame.
  @inline(__always)
  func events(near row: Int, reach: Double) -> Range<Int> {
    let rows = Int(reach) + 1
    let first = max(0, row + margin - rows)
    let last = min(rowOffsets.count - 2, row + margin + rows)
    return rowOffsets[first]..<rowOffsets[last + 1]
  }

  /// The same events with other weights, one for each.
  func weighted(by weights: [Double]) -> PointBins {
    var copy = self
    copy.weight = weights
    return copy
  }
}

/// Which bin an event falls into: rows of cells, cut into narrow columns that order the events almost wholly.
struct BinLayout: Sendable {
  let rows, columns: Int
  let west, south, unit: Double
  private let low, width, height, shift, perColumn: Double

  init(_ frame: RasterFrame, reach: Double, margin: Int) {
    rows = frame.rowCount + 2 * margin
    // Fewer columns when the frame is so large that counting would cost more than sorting.
    let wide = frame.columnCount + 2 * margin
    columns = min(wide, max(1, (1 << 22) / rows))
    perColumn = Double(columns) / Double(wide)
    shift = Double(margin) + 0.5
    (west, south, unit) = (frame.x0, frame.y0, 1 / frame.cell)
    (low, width, height) = (-0.5 - reach, Double(frame.columnCount) - 0.5 + reach, Double(frame.rowCount) - 0.5 + reach)
  }

  /// The row of bins of a place in cells; nil where it is out of reach, as with `column`.
  @inline(__always)
  func row(y: Double) -> Int? { y >= low && y <= height ? Int(y + shift) : nil }

  @inline(__always)
  func column(x: Double) -> Int? { x >= low && x <= width ? min(columns - 1, Int((x + shift) * perColumn)) : nil }
}
