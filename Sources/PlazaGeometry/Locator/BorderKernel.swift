/// The inner loops of the search for borders over plain pointers.
///
/// A block of points goes through loops that each do one kind of access to memory, so that those of many points overlap: the
/// clearance of each point's cell, which most points end with; the records of the cells under the other discs; their first vertices;
/// and then, with all of it in the cache, the edges.
struct BorderKernel {
  private let locator: AreaLocator
  private let kernel: LocatorKernel
  private let grid: CellGrid
  private let table: UnsafePointer<Int32>
  private let values: UnsafePointer<Double>
  private let scales: ScaleTable.Reader
  private let clearance: UnsafePointer<UInt8>
  private let pad: (x: Double, y: Double)
  private let exactBelow: Double

  /// Cells that are gathered at a time.
  private static let room = 4_096

  /// - Parameter pad: more than the rounding of coordinates, so that no cell with a point of the disc is missed.
  /// - Parameter exactBelow: radii within the rounding of distances: there only points on edges are found, by orientation.
  init(
    _ locator: AreaLocator, values: UnsafePointer<Double>, scales: ScaleTable.Reader, clearance: UnsafePointer<UInt8>,
    pad: (x: Double, y: Double), exactBelow: Double
  ) {
    self.locator = locator
    self.values = values
    self.scales = scales
    self.clearance = clearance
    self.pad = pad
    self.exactBelow = exactBelow
    kernel = LocatorKernel(locator, values: values)
    grid = locator.grid
    table = UnsafePointer(locator.table.base)
  }

  /// At most `LocatorKernel.block` points, those of a range of the batch.
  func find(
    x: UnsafePointer<Double>, y: UnsafePointer<Double>, radii: UnsafePointer<Double>, stride: Int, range: Range<Int>,
    areas: UnsafePointer<Int32>, flags: UnsafePointer<UInt8>, into reach: inout BorderReach
  ) {
    withUnsafeTemporaryAllocation(of: Disc.self, capacity: LocatorKernel.block) { discs in
      withUnsafeTemporaryAllocation(of: Cell.self, capacity: Self.room) { cells in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.room) { entries in
          guard let discs = discs.baseAddress, let cells = cells.baseAddress, let entries = entries.baseAddress else { return }
          let count = findDiscs(x: x, y: y, radii: radii, stride: stride, range: range, areas: areas, discs)
          var next = 0
          while next < count {
            let end = gather(discs, next..<count, cells, entries)
            if end == next {
              // More cells than there is room for: a disc so large that it need not wait for memory.
              searchWhole(discs[next], into: &reach)
              finish(discs[next], areas, flags, into: &reach)
              next &+= 1
              continue
            }
            var first = 0
            for disc in next..<end {
              search(discs[disc], cells + first, count: discs[disc].gathered &- first, into: &reach)
              first = discs[disc].gathered
              finish(discs[disc], areas, flags, into: &reach)
            }
            next = end
          }
        }
      }
    }
  }

  @inline(__always)
  private func finish(
    _ disc: Disc, _ areas: UnsafePointer<Int32>, _ flags: UnsafePointer<UInt8>, into reach: inout BorderReach
  ) {
    let point = disc.point
    reach.end(point: point, x: disc.x, y: disc.y, area: areas[point], isAlone: flags[point] == 0, kernel)
  }

  // MARK: Discs and their cells

  /// A disc, and the cells that its box meets.
  private struct Disc {
    var point: Int
    var x: Double
    var y: Double
    var scaleX: Double
    var scaleY: Double
    var radius: Double
    var columns: (first: Int, last: Int) = (0, 0)
    var rows: (first: Int, last: Int) = (0, 0)
    /// Where the cells that were gathered for it end.
    var gathered = 0

    @inline(__always)
    var cellCount: Int { (columns.last &- columns.first &+ 1) &* (rows.last &- rows.first &+ 1) }
  }

  /// A cell with edges, for one disc: its record, and whether the first vertex there is in the disc.
  private struct Cell {
    var record: UnsafePointer<UInt32>
    var vertex: Int32
    var isHit: Bool
  }

  /// The disc about a point; nil when its box does not meet the areas, or when there is none.
  @inline(__always)
  private func disc(_ point: Int, x: Double, y: Double, radius: Double) -> Disc? {
    let box = grid.box
    let (scaleX, scaleY) = scales.scales(y: y)
    let width = radius / scaleX * (1 + 0x1p-40) + pad.x
    let height = radius / scaleY * (1 + 0x1p-40) + pad.y
    let (left, right) = (x - width, x + width)
    let (bottom, top) = (y - height, y + height)
    // False when a coordinate or the radius is nan.
    guard left <= box.maxX, right >= box.minX, bottom <= box.maxY, top >= box.minY, radius >= 0,
      radius <= .greatestFiniteMagnitude
    else { return nil }
    var disc = Disc(point: point, x: x, y: y, scaleX: scaleX, scaleY: scaleY, radius: radius)
    disc.columns = (grid.column(max(left, box.minX)), grid.column(min(right, box.maxX)))
    disc.rows = (grid.row(max(bottom, box.minY)), grid.row(min(top, box.maxY)))
    return disc
  }

  /// Writes the discs that may hold an edge; returns how many.
  private func findDiscs(
    x: UnsafePointer<Double>, y: UnsafePointer<Double>, radii: UnsafePointer<Double>, stride: Int, range: Range<Int>,
    areas: UnsafePointer<Int32>, _ discs: UnsafeMutablePointer<Disc>
  ) -> Int {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * LocatorKernel.block) { scratch in
      guard let points = scratch.baseAddress else { return 0 }
      let places = points + LocatorKernel.block
      let extents = places + LocatorKernel.block
      var near = 0
      for i in range {
        guard let disc = disc(i, x: x[i], y: y[i], radius: radii[i &* stride]), areas[i] != AreaLocator.notAPlace else {
          continue
        }
        // The cell of the nearest place in the box, and how far the disc's box reaches beyond it.
        let column = grid.column(min(max(x[i], grid.box.minX), grid.box.maxX))
        let row = grid.row(min(max(y[i], grid.box.minY), grid.box.maxY))
        let across = max(column &- disc.columns.first, disc.columns.last &- column)
        let along = max(row &- disc.rows.first, disc.rows.last &- row)
        points[near] = Int32(truncatingIfNeeded: i)
        places[near] = Int32(truncatingIfNeeded: place(row: row, column: column))
        extents[near] = Int32(truncatingIfNeeded: max(across, along))
        near &+= 1
      }
      var waiting = 0
      for k in 0..<near {
        points[waiting] = points[k]
        waiting &+= Int32(clearance[Int(places[k])]) <= extents[k] ? 1 : 0
      }
      var count = 0
      for k in 0..<waiting {
        let i = Int(points[k])
        guard let disc = disc(i, x: x[i], y: y[i], radius: radii[i &* stride]) else { continue }
        discs[count] = disc
        count &+= 1
      }
      return count
    }
  }

  @inline(__always)
  private func place(row: Int, column: Int) -> Int {
    let line = (row &+ 1) &* (grid.columns &+ 2)
    return line &+ column &+ 1
  }

  /// Lists the cells with edges of as many discs as there is room for; returns the first disc that is left.
  private func gather(
    _ discs: UnsafeMutablePointer<Disc>, _ range: Range<Int>, _ cells: UnsafeMutablePointer<Cell>,
    _ entries: UnsafeMutablePointer<Int32>
  ) -> Int {
    var end = range.lowerBound
    var count = 0
    while end < range.upperBound, discs[end].cellCount <= Self.room &- count {
      count &+= list(discs[end], entries + count)
      discs[end].gathered = count
      end &+= 1
    }
    for i in 0..<count { cells[i] = Cell(record: kernel.record(entries[i]), vertex: 0, isHit: false) }
    for i in 0..<count {
      let record = cells[i].record
      let isSimple = record[0] & 3 == CellRecord.simple
      cells[i].vertex = isSimple ? Int32(bitPattern: record[CellRecord.simpleHead] >> 1) : -1
    }
    var first = 0
    for disc in range.lowerBound..<end {
      let last = discs[disc].gathered
      for i in first..<last where cells[i].vertex >= 0 {
        let vertex = values + 2 &* Int(cells[i].vertex)
        cells[i].isHit = holds(vertex, discs[disc])
      }
      first = last
    }
    return end
  }

  /// Writes the entries of the cells with edges, and of some that overlapping areas cover without any; returns how many.
  @inline(__always)
  private func list(_ disc: Disc, _ entries: UnsafeMutablePointer<Int32>) -> Int {
    var count = 0
    var row = disc.rows.first
    while row <= disc.rows.last {
      let line = table + row &* grid.columns
      var column = disc.columns.first
      while column <= disc.columns.last {
        let entry = line[column]
        entries[count] = entry
        count &+= entry < CellRecord.none ? 1 : 0
        column &+= 1
      }
      row &+= 1
    }
    return count
  }

  // MARK: Records and their edges

  private func search(_ disc: Disc, _ cells: UnsafePointer<Cell>, count: Int, into reach: inout BorderReach) {
    for i in 0..<count where cells[i].isHit { cut(cells[i].record, into: &reach) }
    for i in 0..<count where !cells[i].isHit { search(record: cells[i].record, disc, into: &reach) }
  }

  private func searchWhole(_ disc: Disc, into reach: inout BorderReach) {
    for row in disc.rows.first...disc.rows.last {
      let clear = clearance + place(row: row, column: 0)
      let line = table + row &* grid.columns
      var column = disc.columns.first
      while column <= disc.columns.last {
        let steps = Int(clear[column])
        if steps == 0 { search(record: kernel.record(line[column]), disc, into: &reach) }
        column &+= max(steps, 1)
      }
    }
  }

  /// Notes both sides of a simple record.
  @inline(__always)
  private func cut(_ record: UnsafePointer<UInt32>, into reach: inout BorderReach) {
    let one = Answer(word: record[1]).area
    let other = Answer(word: record[2]).area
    if one >= 0 { reach.cut(one) }
    if other >= 0 { reach.cut(other) }
  }

  @inline(__always)
  private func search(record: UnsafePointer<UInt32>, _ disc: Disc, into reach: inout BorderReach) {
    let head = record[0]
    switch head & 3 {
    case CellRecord.simple:
      let one = Answer(word: record[1]).area
      let other = Answer(word: record[2]).area
      if (one < 0 || reach.hasCut(one)) && (other < 0 || reach.hasCut(other)) { return }
      if holdsEdge(record + CellRecord.simpleHead, count: CellRecord.number(head), disc) { cut(record, into: &reach) }
    case CellRecord.grouped:
      var next = record + CellRecord.groupedHead
      for _ in 0..<CellRecord.number(head) {
        let area = Int32(bitPattern: next[0] >> 1)
        let count = Int(next[1])
        if !reach.hasCut(area), holdsEdge(next + 2, count: count, disc) { reach.cut(area) }
        next += 2 &+ count
      }
    case CellRecord.exhaustive:
      for i in 0..<CellRecord.number(head) {
        let polygon = Int(record[CellRecord.groupedHead + i])
        let area = locator.areaOfPolygon[polygon]
        if !reach.hasCut(area), holdsEdge(ofPolygon: polygon, disc) { reach.cut(area) }
      }
    default:
      break
    }
  }

  @inline(__always)
  private func holdsEdge(_ edges: UnsafePointer<UInt32>, count: Int, _ disc: Disc) -> Bool {
    for i in 0..<count where holdsEdge(values + 2 &* Int(edges[i] >> 1), disc) { return true }
    return false
  }

  private func holdsEdge(ofPolygon polygon: Int, _ disc: Disc) -> Bool {
    for ring in locator.column.rings(ofPolygon: polygon) {
      for vertex in locator.column.vertices(ofRing: ring).dropLast() where holdsEdge(values + 2 * vertex, disc) { return true }
    }
    return false
  }

  /// Whether a vertex is in the disc; said only of discs larger than rounding.
  @inline(__always)
  private func holds(_ vertex: UnsafePointer<Double>, _ disc: Disc) -> Bool {
    let dx = (vertex[0] - disc.x) * disc.scaleX
    let dy = (vertex[1] - disc.y) * disc.scaleY
    return dx * dx + dy * dy <= disc.radius * disc.radius && disc.radius > exactBelow
  }

  /// Whether an edge comes within the radius of the centre.
  ///
  /// An end does, or the foot of the perpendicular is between the ends and does. Every term keeps its magnitude when the ends change
  /// places, so the direction of a ring does not matter, not even in the last bit; and nothing is divided.
  @inline(__always)
  private func holdsEdge(_ edge: UnsafePointer<Double>, _ disc: Disc) -> Bool {
    if disc.radius <= exactBelow {
      return orientation(ax: edge[0], ay: edge[1], bx: edge[2], by: edge[3], px: disc.x, py: disc.y) == 0
        && isWithinSpan(ax: edge[0], ay: edge[1], bx: edge[2], by: edge[3], px: disc.x, py: disc.y)
    }
    let ax = (edge[0] - disc.x) * disc.scaleX
    let ay = (edge[1] - disc.y) * disc.scaleY
    let bx = (edge[2] - disc.x) * disc.scaleX
    let by = (edge[3] - disc.y) * disc.scaleY
    let ex = (edge[2] - edge[0]) * disc.scaleX
    let ey = (edge[3] - edge[1]) * disc.scaleY
    let square = disc.radius * disc.radius
    let ends = min(ax * ax + ay * ay, bx * bx + by * by)
    let cross = ax * by - ay * bx
    let isBetween = ax * ex + ay * ey < 0 && bx * ex + by * ey > 0
    return ends <= square || isBetween && cross * cross <= square * (ex * ex + ey * ey)
  }
}
