/// The inner loops of the locator over plain pointers.
///
/// A block of points goes through three loops: the cell of each point, the entry of each cell, and the few points whose entry is a
/// record. So the memory accesses of many points overlap, which is what the time goes on.
struct LocatorKernel {
  static let block = 512

  private let grid: CellGrid
  private let table: UnsafePointer<Int32>
  private let words: UnsafePointer<UInt32>
  private let extra: UnsafePointer<UInt32>
  private let simpleWords: Int
  private let values: UnsafePointer<Double>?
  private let locator: AreaLocator

  init(_ locator: AreaLocator, values: UnsafePointer<Double>?) {
    self.locator = locator
    self.values = values
    grid = locator.grid
    table = UnsafePointer(locator.table.base)
    words = UnsafePointer(locator.words.base)
    extra = UnsafePointer(locator.extra.base)
    simpleWords = locator.words.count
  }

  /// At most `block` points.
  func locate(
    x: UnsafePointer<Double>, y: UnsafePointer<Double>, count: Int,
    areas: UnsafeMutablePointer<Int32>, flags: UnsafeMutablePointer<UInt8>
  ) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * Self.block) { scratch in
      guard let cells = scratch.baseAddress else { return }
      let pending = cells + Self.block
      findCells(x: x, y: y, count: count, cells)
      var waiting = 0
      for i in 0..<count {
        let entry = table[Int(cells[i])]
        areas[i] = entry
        flags[i] = 0
        pending[waiting] = Int32(truncatingIfNeeded: i)
        waiting &+= entry < CellRecord.none ? 1 : 0
      }
      for k in 0..<waiting {
        let i = Int(pending[k])
        let answer = answer(entry: areas[i], x: x[i], y: y[i])
        areas[i] = answer.area
        flags[i] = answer.flags
      }
    }
  }

  @inline(__always)
  private func findCells(
    x: UnsafePointer<Double>, y: UnsafePointer<Double>, count: Int, _ cells: UnsafeMutablePointer<Int32>
  ) {
    let box = grid.box
    let columns = Int32(truncatingIfNeeded: grid.columns)
    let outside = Int32(truncatingIfNeeded: grid.cellCount)
    let (scaleX, scaleY) = (grid.scaleX, grid.scaleY)
    for i in 0..<count {
      let (px, py) = (x[i], y[i])
      let column = Int32(truncatingIfNeeded: ((px - box.minX) * scaleX + 0x1.8p52).bitPattern)
      let row = Int32(truncatingIfNeeded: ((py - box.minY) * scaleY + 0x1.8p52).bitPattern)
      let isInBox = px >= box.minX && px <= box.maxX && py >= box.minY && py <= box.maxY
      // Zero, unless a coordinate is not finite.
      let isFinite = (px - px) + (py - py) == 0
      cells[i] = isInBox ? row &* columns &+ column : isFinite ? outside : outside &+ 1
    }
  }

  @inline(__always)
  func record(_ entry: Int32) -> UnsafePointer<UInt32> {
    let offset = CellRecord.offset(entry: entry)
    return offset < simpleWords ? words + offset : extra + (offset &- simpleWords)
  }

  private func answer(entry: Int32, x: Double, y: Double) -> Answer {
    guard entry != CellRecord.notAPlace, let values else { return Answer(area: AreaLocator.notAPlace, flags: 0) }
    let record = record(entry)
    let head = record[0]
    switch head & 3 {
    case CellRecord.simple:
      let side = side(
        record + CellRecord.simpleHead, count: CellRecord.number(head), holdsReference: true, values: values,
        x: x, y: y, reference: reference(head, x: x, y: y))
      return Answer(word: side == .inside ? record[1] : side == .outside ? record[2] : record[3])
    case CellRecord.constant:
      return Answer(word: record[1])
    default:
      let background = Answer(word: record[1])
      var gathering = AnswerGathering(background: background.area, count: Int(background.flags))
      forEachCandidate(record, values, x: x, y: y) { side, area in gathering.add(side, of: area) }
      return gathering.answer()
    }
  }

  /// Names the candidates of a grouped or exhaustive record, in the order of their areas, with the side of the point.
  @inline(__always)
  private func forEachCandidate(
    _ record: UnsafePointer<UInt32>, _ values: UnsafePointer<Double>, x: Double, y: Double,
    _ body: (Side, Int32) -> Void
  ) {
    let head = record[0]
    var next = record + CellRecord.groupedHead
    if head & 3 == CellRecord.exhaustive {
      for i in 0..<CellRecord.number(head) {
        let polygon = Int(next[i])
        body(locator.column.side(ofPolygon: polygon, x: x, y: y), locator.areaOfPolygon[polygon])
      }
      return
    }
    let reference = reference(head, x: x, y: y)
    for _ in 0..<CellRecord.number(head) {
      let count = Int(next[1])
      let side = side(
        next + 2, count: count, holdsReference: next[0] & 1 == 1, values: values, x: x, y: y, reference: reference)
      body(side, Int32(bitPattern: next[0] >> 1))
      next += 2 &+ count
    }
  }

  @inline(__always)
  private func reference(_ head: UInt32, x: Double, y: Double) -> Coordinate {
    Coordinate(
      x: grid.referenceX(column: grid.column(x), choice: CellRecord.choice(head)), y: grid.sweepY(row: grid.row(y)))
  }

  /// The side of a position, from that of the reference and the edges between the two.
  ///
  /// The reference is on no edge. If the position is on none either, an edge crosses the segment between them when they are
  /// on different sides of its line and its ends on different sides of theirs. An end on their line counts as right of it,
  /// as if the line were moved a little to the left: that moves neither position across an edge. If an edge's line goes
  /// through one of the positions, which is not on the edge, both ends are on one side (or both on the line).
  @inline(__always)
  private func side(
    _ edges: UnsafePointer<UInt32>, count: Int, holdsReference: Bool, values: UnsafePointer<Double>,
    x: Double, y: Double, reference: Coordinate
  ) -> Side {
    var isInside = holdsReference
    for i in 0..<count {
      let edge = edges[i]
      let a = values + 2 &* Int(edge >> 1)
      let (ax, ay, bx, by) = (a[0], a[1], a[2], a[3])
      let turn = orientation(ax: ax, ay: ay, bx: bx, by: by, px: x, py: y)
      if turn == 0 {
        if isWithinSpan(ax: ax, ay: ay, bx: bx, by: by, px: x, py: y) { return .boundary }
      } else if (turn > 0) != (edge & 1 == 1) {
        let one = orientation(ax: x, ay: y, bx: reference.x, by: reference.y, px: ax, py: ay)
        let other = orientation(ax: x, ay: y, bx: reference.x, by: reference.y, px: bx, py: by)
        if (one > 0) != (other > 0) { isInside.toggle() }
      }
    }
    return isInside ? .inside : .outside
  }

  /// Appends every area that covers a position, ascending.
  func covering(x: Double, y: Double, to list: inout [Int32]) {
    guard grid.box.contains(x: x, y: y), let values else { return }
    let entry = table[grid.row(y) * grid.columns + grid.column(x)]
    if entry == CellRecord.none { return }
    if entry >= 0 { return list.append(entry) }
    let record = record(entry)
    let answer = Answer(word: record[1])
    switch record[0] & 3 {
    case CellRecord.simple:
      let found = self.answer(entry: entry, x: x, y: y)
      if found.flags == 0 {
        if found.area >= 0 { list.append(found.area) }
      } else {
        // On a border between the areas of its two sides.
        let other = Answer(word: record[2])
        list.append(contentsOf: [min(answer.area, other.area), max(answer.area, other.area)])
      }
    case CellRecord.constant:
      if CellRecord.number(record[0]) == Int(CellRecord.unlisted) { return testAll(x: x, y: y, to: &list) }
      append(constant: record, to: &list)
    default:
      let start = list.count
      if answer.flags > 1 {
        let constant = record - Int(record[2])
        if CellRecord.number(constant[0]) == Int(CellRecord.unlisted) { return testAll(x: x, y: y, to: &list) }
        append(constant: constant, to: &list)
      } else if answer.flags == 1 {
        list.append(answer.area)
      }
      forEachCandidate(record, values, x: x, y: y) { side, area in
        if side != .outside, !list[start...].contains(area) { list.append(area) }
      }
      list[start...].sort()
    }
  }

  private func append(constant record: UnsafePointer<UInt32>, to list: inout [Int32]) {
    for i in 0..<CellRecord.number(record[0]) { list.append(Int32(bitPattern: record[2 + i])) }
  }

  private func testAll(x: Double, y: Double, to list: inout [Int32]) {
    var last: Int32 = -1
    for (polygon, box) in locator.polygonBoxes.enumerated() where box.contains(x: x, y: y) {
      let area = locator.areaOfPolygon[polygon]
      if area != last, locator.column.side(ofPolygon: polygon, x: x, y: y) != .outside {
        list.append(area)
        last = area
      }
    }
  }
}

extension AreaLocator {
  /// Appends all areas that cover a point, in ascending order; nothing for a point outside, or that is not finite.
  ///
  /// For the points that `locate` has flagged; for the others the answer is what `locate` said.
  /// - Complexity: as `locate`, and the number of areas; where very many areas overlap, O(areas).
  public func appendAreas(coveringX x: Double, y: Double, to list: inout [Int32]) {
    column.coordinates.withUnsafeBufferPointer { values in
      LocatorKernel(self, values: values.baseAddress).covering(x: x, y: y, to: &list)
    }
  }
}
