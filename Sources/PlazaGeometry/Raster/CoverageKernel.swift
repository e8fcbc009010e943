/// Finds the share of each cell that a zone covers, for one band of rows after the other, and sums values by it.
///
/// For each cell that an edge crosses two numbers are kept: the height of the pieces of edges in it, signed, which is what the cells to
/// the right gain or lose of coverage; and their area to the right side of the cell, which is what the cell itself gains or loses. Their
/// running sum along a row is the coverage.
struct CoverageKernel: ~Copyable {
  private let grid: RasterGrid
  private let columnCount: Int
  private let wordCount: Int
  private let classCount: Int
  /// (height, area) by row of the band and column; 0 between two zones.
  private let cells: UnsafeMutablePointer<SIMD2<Double>>
  /// Which cells have any, 64 to a word; 0 between two zones.
  private let touched: UnsafeMutablePointer<UInt64>

  init(_ grid: RasterGrid, bandHeight: Int, classCount: Int) {
    self.grid = grid
    self.classCount = classCount
    columnCount = grid.columnCount
    wordCount = (columnCount + 63) / 64
    cells = .allocate(capacity: bandHeight * columnCount)
    cells.initialize(repeating: .zero, count: bandHeight * columnCount)
    touched = .allocate(capacity: bandHeight * wordCount)
    touched.initialize(repeating: 0, count: bandHeight * wordCount)
  }

  deinit {
    cells.deallocate()
    touched.deallocate()
  }

  /// Appends the sums of each zone of the band.
  /// - Parameter blocks: the block that holds the rows, and that of the weights.
  mutating func append(
    _ band: ZoneEdges.Band, _ coordinates: UnsafeBufferPointer<Double>, rows: Range<Int>, of blocks: [RasterBlock],
    breaks: [Double], to parts: inout [ZonePart]
  ) {
    let offset = (rows.lowerBound - blocks[0].rows.lowerBound) * columnCount
    guard let values = blocks[0].values.baseAddress, let coordinates = coordinates.baseAddress else { return }
    let weights = blocks.count > 1 ? blocks[1].values.baseAddress : nil
    for run in band.runs.indices {
      var columns = ColumnRange()
      band.edges.withUnsafeBufferPointer { edges in
        for place in band.edges(ofRun: run) {
          cross(coordinates + 2 * Int(edges[place] >> 1), sign: edges[place] & 1 == 0 ? 1 : -1, rows, &columns)
        }
      }
      var part = ZonePart(zone: band.runs[run].zone, classCount: classCount)
      for row in 0..<rows.count {
        let start = offset + row * columnCount
        sweep(row, columns, values + start, weights.map { $0 + start }, breaks, &part)
      }
      parts.append(part)
    }
  }

  // MARK: Edges

  private struct ColumnRange {
    var low = Int.max
    var high = -1
  }

  /// Walks one edge through the rows of the band, downwards.
  private func cross(_ edge: UnsafePointer<Double>, sign: Double, _ rows: Range<Int>, _ columns: inout ColumnRange) {
    var (u0, v0) = ((edge[0] - grid.west) / grid.cellWidth, (grid.north - edge[1]) / grid.cellHeight)
    var (u1, v1) = ((edge[2] - grid.west) / grid.cellWidth, (grid.north - edge[3]) / grid.cellHeight)
    var sign = sign
    if v0 > v1 {
      swap(&u0, &u1)
      swap(&v0, &v1)
      sign = -sign
    }
    let (top, bottom) = (max(v0, Double(rows.lowerBound)), min(v1, Double(rows.upperBound)))
    guard top < bottom else { return }
    let slope = (u1 - u0) / (v1 - v0)
    let (least, most) = (min(u0, u1), max(u0, u1))
    // Where the edge stands at the border of a row comes of its ends alone, so neighbouring rows and bands agree on it.
    func position(_ v: Double) -> Double { v <= v0 ? u0 : v >= v1 ? u1 : min(most, max(least, u0 + (v - v0) * slope)) }
    var row = Int(top)
    var (v, u) = (top, position(top))
    while v < bottom {
      let nextV = min(Double(row + 1), bottom)
      let nextU = position(nextV)
      spread(row - rows.lowerBound, min(u, nextU), max(u, nextU), (nextV - v) * sign, &columns)
      (v, u) = (nextV, nextU)
      row += 1
    }
  }

  /// Divides a piece of edge within one row among the cells from `low` to `high`.
  @inline(__always)
  private func spread(_ row: Int, _ low: Double, _ high: Double, _ height: Double, _ columns: inout ColumnRange) {
    let width = Double(columnCount)
    var (low, high, height) = (low, high, height)
    // What lies to the west covers whole rows; what lies to the east covers nothing.
    if low < 0 {
      let outside = high <= 0 ? height : height * (-low / (high - low))
      add(row, 0, outside, mean: 0, &columns)
      if high <= 0 { return }
      height -= outside
      low = 0
    }
    if high > width {
      guard low < width else { return }
      height *= (width - low) / (high - low)
      high = width
    }
    if low >= width { return }
    let first = Int(low)
    let last = min(Int(high), columnCount - 1)
    if first == last {
      add(row, first, height, mean: (low + high) / 2 - Double(first), &columns)
      return
    }
    let perCell = height / (high - low)
    var left = height
    let part = (Double(first + 1) - low) * perCell
    add(row, first, part, mean: (low - Double(first) + 1) / 2, &columns)
    left -= part
    var column = first + 1
    while column < last {
      add(row, column, perCell, mean: 0.5, &columns)
      left -= perCell
      column += 1
    }
    add(row, last, left, mean: (high - Double(last)) / 2, &columns)
  }

  /// - Parameter mean: how far the middle of the piece lies from the left side of the cell.
  @inline(__always)
  private func add(_ row: Int, _ column: Int, _ height: Double, mean: Double, _ columns: inout ColumnRange) {
    cells[row * columnCount + column] += SIMD2(height, height * (1 - mean))
    touched[row * wordCount + column >> 6] |= 1 << UInt64(column & 63)
    if column < columns.low { columns.low = column }
    if column > columns.high { columns.high = column }
  }

  // MARK: Cells

  /// Runs along one row, and leaves it empty for the next zone.
  private func sweep(
    _ row: Int, _ columns: ColumnRange, _ values: UnsafePointer<Double>, _ weights: UnsafePointer<Double>?, _ breaks: [Double],
    _ part: inout ZonePart
  ) {
    guard columns.high >= 0 else { return }
    let cells = cells + row * columnCount
    let touched = touched + row * wordCount
    var covered = 0.0
    var next = columns.low
    for word in columns.low >> 6...columns.high >> 6 {
      var bits = touched[word]
      if bits == 0 { continue }
      touched[word] = 0
      while bits != 0 {
        let column = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        if column > next { part.add(next..<column, values, weights, coverage: covered, breaks) }
        part.add(column..<column + 1, values, weights, coverage: covered + cells[column].y, breaks)
        covered += cells[column].x
        cells[column] = .zero
        next = column + 1
      }
    }
    if next < columnCount { part.add(next..<columnCount, values, weights, coverage: covered, breaks) }
  }
}
