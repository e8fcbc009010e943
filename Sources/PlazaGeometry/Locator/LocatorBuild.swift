internal import PlazaParallel

/// The building of a locator's table and records, in bands of rows, one band per thread.
///
/// 1. The edges of each cell are counted. 2. Every cell with edges gets room for a simple record. 3. The edges are written
/// there, in the order of their vertices. 4. Each row is swept from left to right (`RowSweep`) and the records are finished.
struct LocatorBuild: @unchecked Sendable {
  let column: PolygonColumn
  let areaOfPolygon: [Int32]
  let boxes: [Envelope]
  let polygonOfVertex: PolygonOfVertex
  let grid: CellGrid
  let table: Memory<Int32>
  /// The polygons in the order in which their edges are written: neighbours after each other, so that they find the cells of one
  /// another in the cache.
  private let order: [Int32]

  init(column: PolygonColumn, areaOfPolygon: [Int32], boxes: [Envelope], polygonOfVertex: PolygonOfVertex, grid: CellGrid) {
    self.column = column
    self.areaOfPolygon = areaOfPolygon
    self.boxes = boxes
    self.polygonOfVertex = polygonOfVertex
    self.grid = grid
    table = Memory(zeros: grid.cellCount + 2)
    order = Self.order(boxes, grid)
  }

  /// By strips of 64 rows, and by column within them.
  private static func order(_ boxes: [Envelope], _ grid: CellGrid) -> [Int32] {
    let keys = boxes.indices.map { polygon in
      let box = boxes[polygon]
      let strip = box.isEmpty ? 0 : (grid.row(box.minY) + grid.row(box.maxY)) / 128
      let column = box.isEmpty ? 0 : grid.column(box.minX)
      return UInt64(strip) << 52 | UInt64(column) << 32 | UInt64(polygon)
    }
    return keys.sorted().map { Int32(truncatingIfNeeded: $0) }
  }

  /// - Returns: the words of the simple records, and of the others.
  func run(jobs: Int) -> (words: Memory<UInt32>, extra: Memory<UInt32>) {
    let bands = bands(jobs)
    let sizes = Slots<Int>(count: bands.count)
    runAtOnce(bands.count) { sizes[$0] = count(rows: bands[$0]) }
    let total = (0..<bands.count).reduce(0) { $0 + (sizes[$1] ?? 0) }
    precondition(total < 1 << 30, "too many edges for one index")
    let words = Memory<UInt32>(zeros: total)

    let starts = grid.columnStarts()
    let extras = Slots<[UInt32]>(count: bands.count)
    runAtOnce(bands.count) { band in
      let start = (0..<band).reduce(0) { $0 + (sizes[$1] ?? 0) }
      makeRoom(rows: bands[band], start: start)
      fill(rows: bands[band], words)
      column.coordinates.withUnsafeBufferPointer { values in
        guard let values = values.baseAddress else { return }
        var sweep = RowSweep(self, words: words, values: values, starts: starts)
        for row in bands[band] { sweep.run(row: row) }
        extras[band] = sweep.extra
      }
    }
    return (words, join(extras, of: bands, after: total))
  }

  /// Puts the further records of the bands one after the other; each band numbered its own as if they followed the simple ones.
  private func join(_ extras: Slots<[UInt32]>, of bands: [Range<Int>], after total: Int) -> Memory<UInt32> {
    let count = bands.indices.reduce(0) { $0 + (extras[$1]?.count ?? 0) }
    precondition(total + count < 1 << 31 - 2, "too many overlaps for one index")
    let memory = Memory<UInt32>(zeros: count)
    var place = 0
    for band in bands.indices {
      guard let extra = extras[band], !extra.isEmpty else { continue }
      extra.withUnsafeBufferPointer { source in
        if let start = source.baseAddress { (memory.base + place).update(from: start, count: source.count) }
      }
      if place > 0 {
        let last = CellRecord.entry(offset: total)
        for cell in bands[band].lowerBound * grid.columns..<bands[band].upperBound * grid.columns where table.base[cell] <= last {
          table.base[cell] -= Int32(place)
        }
      }
      place += extra.count
    }
    return memory
  }

  private func bands(_ jobs: Int) -> [Range<Int>] {
    // A thread costs more than it saves on few edges.
    let count = max(1, min(jobs, grid.rows, column.vertexCount / 20_000))
    return (0..<count).map { grid.rows * $0 / count..<grid.rows * ($0 + 1) / count }
  }

  /// Counts the edges of each cell into the table; returns the words that the simple records of the band need.
  private func count(rows: Range<Int>) -> Int {
    let counts = table.base
    forEachEdgeCell(rows: rows) { cell, _ in counts[cell] &+= 1 }
    var size = 0
    for cell in rows.lowerBound * grid.columns..<rows.upperBound * grid.columns where counts[cell] > 0 {
      size += CellRecord.simpleHead + Int(counts[cell])
    }
    return size
  }

  /// Turns the counts into places of records.
  private func makeRoom(rows: Range<Int>, start: Int) {
    var offset = start
    for cell in rows.lowerBound * grid.columns..<rows.upperBound * grid.columns where table.base[cell] > 0 {
      let size = CellRecord.simpleHead + Int(table.base[cell])
      table.base[cell] = CellRecord.entry(offset: offset)
      offset += size
    }
  }

  /// Writes the number of the first vertex of each edge into the cells; a record's first word counts them.
  private func fill(rows: Range<Int>, _ words: Memory<UInt32>) {
    let places = table.base
    let records = words.base
    forEachEdgeCell(rows: rows) { cell, vertex in
      let record = records + CellRecord.offset(entry: places[cell])
      record[CellRecord.simpleHead &+ Int(truncatingIfNeeded: record[0])] = UInt32(truncatingIfNeeded: vertex)
      record[0] &+= 1
    }
  }

  @inline(__always)
  private func forEachEdgeCell(rows: Range<Int>, _ body: (_ cell: Int, _ vertex: Int) -> Void) {
    let walk = EdgeWalk(grid: grid, rows: rows)
    column.coordinates.withUnsafeBufferPointer { values in
      guard let values = values.baseAddress else { return }
      for polygon in order {
        let polygon = Int(polygon)
        let box = boxes[polygon]
        if box.isEmpty || grid.row(box.maxY) < rows.lowerBound || grid.row(box.minY) >= rows.upperBound { continue }
        for ring in column.rings(ofPolygon: polygon) {
          let vertices = column.vertices(ofRing: ring)
          if vertices.isEmpty { continue }
          var ax = values[2 &* vertices.lowerBound]
          var ay = values[2 &* vertices.lowerBound &+ 1]
          var aColumn = grid.column(ax)
          var aRow = grid.row(ay)
          var vertex = vertices.lowerBound
          while vertex &+ 1 < vertices.upperBound {
            let bx = values[2 &* vertex &+ 2]
            let by = values[2 &* vertex &+ 3]
            let bColumn = grid.column(bx)
            let bRow = grid.row(by)
            walk.forEachCell(
              ax: ax, ay: ay, bx: bx, by: by, aColumn: aColumn, aRow: aRow, bColumn: bColumn, bRow: bRow
            ) { body($0, vertex) }
            (ax, ay, aColumn, aRow) = (bx, by, bColumn, bRow)
            vertex &+= 1
          }
        }
      }
    }
  }
}
