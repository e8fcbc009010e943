internal import PlazaParallel

/// All vertices of a column by cells of a grid, and which of them stand at the same position.
///
/// Equal coordinates have equal cells, so that equality need only be looked for within a cell; there the vertices are sorted by x and y.
struct VertexIndex: @unchecked Sendable {
  let grid: CellGrid
  /// The place in `entries` where each cell begins, and one more.
  let starts: Memory<Int32>
  /// Vertex numbers, cell by cell, by x, then y.
  let entries: Memory<Int32>
  /// The cell of each vertex; `nowhere` where it is not finite.
  let cells: Memory<Int32>
  /// For each vertex another at the same position, in a circle through all that stand there; itself where it is alone.
  let next: Memory<Int32>

  static let nowhere: Int32 = -1

  init(_ column: PolygonColumn, jobs: Int) {
    let count = column.vertexCount
    let workers = max(1, min(jobs, count / 20_000))
    let grid = Self.grid(column)
    let starts = Memory<Int32>(zeros: grid.cellCount + 1)
    let entries = Memory<Int32>(zeros: count)
    let cells = Memory<Int32>(zeros: count)
    let next = Memory<Int32>(zeros: count)
    self.grid = grid
    self.starts = starts
    self.entries = entries
    self.cells = cells
    self.next = next
    column.coordinates.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return }
      nonisolated(unsafe) let values = base
      runAtOnce(workers) { worker in
        let cell = cells.base
        for vertex in count * worker / workers..<count * (worker + 1) / workers {
          let (x, y) = (values[2 &* vertex], values[2 &* vertex &+ 1])
          cell[vertex] =
            x.isFinite && y.isFinite
            ? Int32(truncatingIfNeeded: grid.row(y) &* grid.columns &+ grid.column(x)) : Self.nowhere
        }
      }
      let bands = (0...workers).map { Int32(grid.cellCount * $0 / workers) }
      runAtOnce(workers) { worker in
        let (low, high) = (bands[worker], bands[worker + 1])
        let (cell, size) = (cells.base, starts.base)
        for vertex in 0..<count where cell[vertex] >= low && cell[vertex] < high { size[Int(cell[vertex])] &+= 1 }
      }
      var place: Int32 = 0
      for cell in 0..<grid.cellCount {
        place &+= starts.base[cell]
        starts.base[cell] = place
      }
      starts.base[grid.cellCount] = place
      runAtOnce(workers) { worker in
        let (low, high) = (bands[worker], bands[worker + 1])
        let (cell, start, entry) = (cells.base, starts.base, entries.base)
        // Backwards from the end of each cell, so that its count has become its beginning when all are placed.
        for vertex in stride(from: count &- 1, through: 0, by: -1) where cell[vertex] >= low && cell[vertex] < high {
          start[Int(cell[vertex])] &-= 1
          entry[Int(start[Int(cell[vertex])])] = Int32(truncatingIfNeeded: vertex)
        }
      }
      runAtOnce(workers) { worker in
        for cell in Int(bands[worker])..<Int(bands[worker + 1]) {
          let end = Int(starts.base[cell + 1])
          Self.link(entries.base, Int(starts.base[cell])..<end, values, next.base)
        }
      }
    }
  }

  /// About two vertices a cell.
  private static func grid(_ column: PolygonColumn) -> CellGrid {
    var box = Envelope()
    column.coordinates.withUnsafeBufferPointer { values in
      for i in stride(from: 0, to: values.count, by: 2) where values[i].isFinite && values[i + 1].isFinite {
        box.expand(x: values[i], y: values[i + 1])
      }
    }
    if box.isEmpty { box = Envelope(minX: 0, minY: 0, maxX: 0, maxY: 0) }
    let wanted = max(1, min(Double(column.vertexCount) / 2, 0x1p27))
    let shape = box.width > 0 && box.height > 0 ? box.width / box.height : 1
    let columns = max(1, min(wanted, (wanted * max(shape, 1e-9)).squareRoot()).rounded())
    return CellGrid(box: box, columns: Int(columns), rows: max(1, Int(wanted / columns)))
  }

  /// Sorts the vertices of one cell and joins those at one position into a circle.
  @inline(__always)
  private static func link(
    _ entry: UnsafeMutablePointer<Int32>, _ range: Range<Int>, _ values: UnsafePointer<Double>,
    _ next: UnsafeMutablePointer<Int32>
  ) {
    @inline(__always) func precedes(_ a: Int32, _ b: Int32) -> Bool {
      let (ax, bx) = (values[2 &* Int(a)], values[2 &* Int(b)])
      if ax != bx { return ax < bx }
      let (ay, by) = (values[2 &* Int(a) &+ 1], values[2 &* Int(b) &+ 1])
      return ay != by ? ay < by : a < b
    }
    if range.count > 24 {
      var many = UnsafeMutableBufferPointer(start: entry + range.lowerBound, count: range.count)
      many.sort(by: precedes)
    } else {
      var i = range.lowerBound &+ 1
      while i < range.upperBound {
        let moved = entry[i]
        var j = i
        while j > range.lowerBound, precedes(moved, entry[j &- 1]) {
          entry[j] = entry[j &- 1]
          j &-= 1
        }
        entry[j] = moved
        i &+= 1
      }
    }
    var i = range.lowerBound
    while i < range.upperBound {
      let first = Int(entry[i])
      let (x, y) = (values[2 &* first], values[2 &* first &+ 1])
      var last = first
      i &+= 1
      while i < range.upperBound, values[2 &* Int(entry[i])] == x, values[2 &* Int(entry[i]) &+ 1] == y {
        next[last] = entry[i]
        last = Int(entry[i])
        i &+= 1
      }
      next[last] = Int32(truncatingIfNeeded: first)
    }
  }
}
