/// The inner loops of the search for borders over plain pointers.
///
/// A block of points goes through two loops: whether the cells under the disc's box hold any edge, which for most points is four
/// look-ups in memory that `locate` has just touched, and the edges of those that do.
struct BorderKernel {
  private let locator: AreaLocator
  private let kernel: LocatorKernel
  private let grid: CellGrid
  private let table: UnsafePointer<Int32>
  private let values: UnsafePointer<Double>
  private let scales: ScaleTable.Reader
  private let pad: (x: Double, y: Double)
  private let exactBelow: Double

  /// - Parameter pad: more than the rounding of coordinates, so that no cell with a point of the disc is missed.
  /// - Parameter exactBelow: radii within the rounding of distances: there only points on edges are found, by orientation.
  init(
    _ locator: AreaLocator, values: UnsafePointer<Double>, scales: ScaleTable.Reader, pad: (x: Double, y: Double),
    exactBelow: Double
  ) {
    self.locator = locator
    self.values = values
    self.scales = scales
    self.pad = pad
    self.exactBelow = exactBelow
    kernel = LocatorKernel(locator, values: values)
    grid = locator.grid
    table = UnsafePointer(locator.table.base)
  }

  /// A disc, and the cells that its box meets.
  private struct Disc {
    var x: Double
    var y: Double
    var scaleX: Double
    var scaleY: Double
    var radius: Double
    var columns: (first: Int, last: Int) = (0, 0)
    var rows: (first: Int, last: Int) = (0, 0)
    /// The disc's box meets the box of the areas.
    var isNear = false
  }

  @inline(__always)
  private func disc(x: Double, y: Double, radius: Double) -> Disc {
    let (scaleX, scaleY) = scales.scales(y: y)
    var disc = Disc(x: x, y: y, scaleX: scaleX, scaleY: scaleY, radius: radius)
    let width = radius / scaleX * (1 + 0x1p-40) + pad.x
    let height = radius / scaleY * (1 + 0x1p-40) + pad.y
    let (left, right) = (x - width, x + width)
    let (bottom, top) = (y - height, y + height)
    let box = grid.box
    // False when a coordinate or the radius is nan.
    disc.isNear = left <= box.maxX && right >= box.minX && bottom <= box.maxY && top >= box.minY && radius >= 0
    if disc.isNear {
      disc.columns = (grid.column(max(left, box.minX)), grid.column(min(right, box.maxX)))
      disc.rows = (grid.row(max(bottom, box.minY)), grid.row(min(top, box.maxY)))
    }
    return disc
  }

  /// At most `LocatorKernel.block` points, those of a range of the batch.
  func find(
    x: UnsafePointer<Double>, y: UnsafePointer<Double>, radii: UnsafePointer<Double>, stride: Int, range: Range<Int>,
    areas: UnsafePointer<Int32>, flags: UnsafePointer<UInt8>, into reach: inout BorderReach
  ) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: LocatorKernel.block) { scratch in
      guard let pending = scratch.baseAddress else { return }
      var waiting = 0
      for i in range {
        let disc = disc(x: x[i], y: y[i], radius: radii[i &* stride])
        let one = table + disc.rows.first &* grid.columns
        let other = table + disc.rows.last &* grid.columns
        let lowest = min(
          min(one[disc.columns.first], one[disc.columns.last]), min(other[disc.columns.first], other[disc.columns.last]))
        // More than the four cells looked at: left to the second loop.
        let isWide = disc.columns.last &- disc.columns.first > 1 || disc.rows.last &- disc.rows.first > 1
        let isWaiting = disc.isNear && (lowest < CellRecord.none || isWide) && areas[i] != AreaLocator.notAPlace
        pending[waiting] = Int32(truncatingIfNeeded: i)
        waiting &+= isWaiting ? 1 : 0
      }
      for k in 0..<waiting {
        let i = Int(pending[k])
        let disc = disc(x: x[i], y: y[i], radius: radii[i &* stride])
        guard disc.radius.isFinite else { continue }
        search(disc, into: &reach)
        reach.end(point: i, x: disc.x, y: disc.y, area: areas[i], isAlone: flags[i] == 0, kernel)
      }
    }
  }

  private func search(_ disc: Disc, into reach: inout BorderReach) {
    var row = disc.rows.first
    while row <= disc.rows.last {
      let cells = table + row &* grid.columns
      var column = disc.columns.first
      while column <= disc.columns.last {
        let entry = cells[column]
        if entry < CellRecord.none { search(record: kernel.record(entry), disc, into: &reach) }
        column &+= 1
      }
      row &+= 1
    }
  }

  @inline(__always)
  private func search(record: UnsafePointer<UInt32>, _ disc: Disc, into reach: inout BorderReach) {
    let head = record[0]
    switch head & 3 {
    case CellRecord.simple:
      let one = Answer(word: record[1]).area
      let other = Answer(word: record[2]).area
      if (one < 0 || reach.hasCut(one)) && (other < 0 || reach.hasCut(other)) { return }
      if holdsEdge(record + CellRecord.simpleHead, count: CellRecord.number(head), disc) {
        if one >= 0 { reach.cut(one) }
        if other >= 0 { reach.cut(other) }
      }
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
