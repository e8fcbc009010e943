/// Finishes the records of a row of cells, from left to right along the row's sweep line.
///
/// It knows which polygons hold the point where the sweep line enters a cell; an edge of the cell that crosses the line before the
/// cell's reference, or before the next cell, puts its polygon in or out. "Before" is strict and decided by exact orientation
/// against the first double of a column. An edge that crosses within a cell's doubles is registered in that cell, so every
/// crossing is met once.
struct RowSweep {
  private let build: LocatorBuild
  private let grid: CellGrid
  private let starts: [Double]
  private let values: UnsafePointer<Double>
  private let table: UnsafeMutablePointer<Int32>
  private let words: UnsafeMutablePointer<UInt32>
  private var covering = CoveringSet()
  private var candidates: [Candidate] = []
  private var background: [Int32] = []
  /// Records that do not fit the room of a simple one; the first has the place `extraStart`.
  private(set) var extra: [UInt32] = []
  private let extraStart: Int
  /// Places of the constant records in `extra`, by the hash of their polygons.
  private var lists: [UInt64: Int] = [:]
  private var listed = 0

  /// Words of area lists that one band keeps; beyond, a covering query tests the areas one by one.
  private static let maximumListed = 1 << 22

  /// The edges of one polygon in the cell at hand.
  private struct Candidate {
    var polygon: Int32
    var first: Int
    var count: Int
    /// Whether an odd number of edges crosses the sweep line before the reference, or before the next cell.
    var turnsBeforeReference = false
    var turns = false
    var holdsReference = false
  }

  /// - Parameter values: the coordinates of the areas, valid as long as this value.
  init(_ build: LocatorBuild, words: Memory<UInt32>, values: UnsafePointer<Double>, starts: [Double]) {
    self.build = build
    self.values = values
    self.starts = starts
    extraStart = words.count
    grid = build.grid
    table = build.table.base
    self.words = words.base
  }

  mutating func run(row: Int) {
    covering.removeAll()
    var current = CellRecord.none
    let first = row * grid.columns
    let y = grid.sweepY(row: row)
    for column in 0..<grid.columns {
      let entry = table[first &+ column]
      if entry == 0 {
        table[first &+ column] = current
      } else {
        table[first &+ column] = finish(entry, column: column, row: row, y: y)
        current = self.entry()
      }
    }
  }

  /// Completes the record of a cell with edges and moves on to the next cell; returns the cell's entry.
  private mutating func finish(_ entry: Int32, column: Int, row: Int, y: Double) -> Int32 {
    let record = words + CellRecord.offset(entry: entry)
    let edges = record + CellRecord.simpleHead
    group(edges, Int(record[0]))
    // Of two polygons with the same edges, one is looked at.
    let isPair = isSharedBorder(edges)
    let looked = isPair ? 1 : candidates.count
    var choice = 0
    while choice < 4, !evaluate(edges, looked, column: column, row: row, y: y, choice: choice) { choice += 1 }
    if isPair {
      candidates[1].turns = candidates[0].turns
      candidates[1].turnsBeforeReference = candidates[0].turnsBeforeReference
    }
    sortCandidates()
    for i in candidates.indices {
      candidates[i].holdsReference = covering.contains(candidates[i].polygon) != candidates[i].turnsBeforeReference
    }
    collectBackground()

    var result = entry
    if choice < 4, background.isEmpty, isPair || candidates.count == 1, let answers = simpleAnswers() {
      record[0] = CellRecord.head(CellRecord.simple, choice: choice, number: candidates[0].count)
      record[1] = answers.reference.word
      record[2] = answers.other.word
      record[3] = answers.border.word
    } else {
      if isPair { _ = evaluate(edges, 2, column: column, row: row, y: y, choice: choice & 3) }
      result = appendRecord(edges, choice: choice)
    }
    for candidate in candidates where candidate.turns { covering.toggle(candidate.polygon) }
    return result
  }

  /// Splits the edges by polygon; those of one polygon are together.
  private mutating func group(_ edges: UnsafeMutablePointer<UInt32>, _ count: Int) {
    candidates.removeAll(keepingCapacity: true)
    var vertices = 0..<0
    var i = 0
    while i < count {
      let polygon = build.polygonOfVertex.polygon(of: Int(edges[i]))
      vertices = build.polygonOfVertex.vertices(ofPolygon: polygon)
      let first = i
      repeat {
        edges[i] <<= 1
        i &+= 1
      } while i < count && vertices.contains(Int(edges[i]))
      candidates.append(Candidate(polygon: Int32(truncatingIfNeeded: polygon), first: first, count: i &- first))
    }
  }

  /// The polygons come in the order of their places (see `LocatorBuild`); records have them in the order of their areas.
  private mutating func sortCandidates() {
    if candidates.count == 1 { return }
    if candidates.count > 8 { return candidates.sort { $0.polygon < $1.polygon } }
    for i in 1..<candidates.count {
      var j = i
      while j > 0, candidates[j - 1].polygon > candidates[j].polygon {
        candidates.swapAt(j - 1, j)
        j -= 1
      }
    }
  }

  /// Finds the crossings and the side of the reference for each edge of the first candidates, the side kept in the lowest bit
  /// of its word.
  ///
  /// - Returns: false if an edge runs through the reference; the crossings before the next cell are found all the same.
  private mutating func evaluate(
    _ edges: UnsafeMutablePointer<UInt32>, _ looked: Int, column: Int, row: Int, y: Double, choice: Int
  ) -> Bool {
    let start = starts[column]
    let end = starts[column + 1]
    let x = grid.referenceX(column: column, choice: choice)
    var isUsable = grid.column(x) == column && grid.row(y) == row
    for c in 0..<looked {
      var before = false
      var turns = false
      for i in candidates[c].first..<candidates[c].first + candidates[c].count {
        let edge = edges[i] & ~1
        let a = values + Int(edge)
        let (ax, ay, bx, by) = (a[0], a[1], a[2], a[3])
        let side = orientation(ax: ax, ay: ay, bx: bx, by: by, px: x, py: y)
        if side == 0, isWithinSpan(ax: ax, ay: ay, bx: bx, by: by, px: x, py: y) { isUsable = false }
        edges[i] = edge | (side > 0 ? 1 : 0)
        // Without branches, for whether an edge crosses the line is as good as random.
        let isAcross = (ay > y) != (by > y)
        let up = by > ay ? 1 : -1
        let crossed = side &* up < 0
        let crossedAtStart = sideOfLinePoint(ax, ay, bx, by, start, y) &* up < 0
        let crossedAtEnd = sideOfLinePoint(ax, ay, bx, by, end, y) &* up < 0
        before = before != (isAcross && crossed != crossedAtStart)
        turns = turns != (isAcross && crossedAtEnd != crossedAtStart)
      }
      candidates[c].turnsBeforeReference = before
      candidates[c].turns = turns
    }
    return isUsable
  }

  @inline(__always)
  private func sideOfLinePoint(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ x: Double, _ y: Double) -> Int {
    orientation(ax: ax, ay: ay, bx: bx, by: by, px: x, py: y)
  }

  private mutating func collectBackground() {
    background.removeAll(keepingCapacity: true)
    var next = 0
    for polygon in covering.polygons {
      while next < candidates.count, candidates[next].polygon < polygon { next += 1 }
      if next == candidates.count || candidates[next].polygon != polygon { background.append(polygon) }
    }
  }

  /// Whether there are two polygons and each edge is an edge of both.
  private func isSharedBorder(_ edges: UnsafeMutablePointer<UInt32>) -> Bool {
    guard candidates.count == 2, candidates[0].count == candidates[1].count else { return false }
    let count = candidates[0].count
    let others = edges + candidates[1].first
    // Neighbours run along their border in opposite directions.
    var isReversed = true
    for i in 0..<count where !isSameEdge(edges[i], others[count - 1 - i]) {
      isReversed = false
      break
    }
    if isReversed { return true }
    // Few edges only, for this looks at all pairs. Equal edges of one polygon would have to be counted: left to grouped records.
    guard count <= 32 else { return false }
    for i in 0..<count {
      var same = 0
      for j in 0..<count where isSameEdge(edges[i], others[j]) { same += 1 }
      if same != 1 { return false }
      for j in 0..<i where isSameEdge(edges[i], edges[j]) { return false }
    }
    return true
  }

  @inline(__always)
  private func isSameEdge(_ one: UInt32, _ other: UInt32) -> Bool {
    let a = values + Int(one & ~1)
    let b = values + Int(other & ~1)
    if a[0] == b[2], a[1] == b[3], a[2] == b[0], a[3] == b[1] { return true }
    return a[0] == b[0] && a[1] == b[1] && a[2] == b[2] && a[3] == b[3]
  }

  /// The three answers of a cell with a single border and no background; nil if an answer off the border has a flag.
  private func simpleAnswers() -> (reference: Answer, other: Answer, border: Answer)? {
    var reference = AnswerGathering()
    var other = AnswerGathering()
    var border = AnswerGathering()
    for candidate in candidates {
      let area = build.areaOfPolygon[Int(candidate.polygon)]
      reference.add(candidate.holdsReference ? .inside : .outside, of: area)
      other.add(candidate.holdsReference ? .outside : .inside, of: area)
      border.add(.boundary, of: area)
    }
    let answers = (reference.answer(), other.answer(), border.answer())
    return answers.0.flags | answers.1.flags == 0 ? answers : nil
  }

  /// Writes a grouped or exhaustive record; returns its entry.
  private mutating func appendRecord(_ edges: UnsafeMutablePointer<UInt32>, choice: Int) -> Int32 {
    let lowest = background.first.map { build.areaOfPolygon[Int($0)] }
    let isSeveral = background.contains { build.areaOfPolygon[Int($0)] != lowest }
    let list = isSeveral ? constantRecord(background, hash: CoveringSet.hash(background)) : 0
    let place = extra.count
    let kind = choice < 4 ? CellRecord.grouped : CellRecord.exhaustive
    extra.append(CellRecord.head(kind, choice: choice & 3, number: candidates.count))
    extra.append(Answer(area: lowest ?? -1, flags: lowest == nil ? 0 : isSeveral ? 2 : 1).word)
    extra.append(isSeveral ? UInt32(truncatingIfNeeded: place - list) : 0)
    for candidate in candidates {
      if kind == CellRecord.exhaustive {
        extra.append(UInt32(bitPattern: candidate.polygon))
        continue
      }
      let area = UInt32(bitPattern: build.areaOfPolygon[Int(candidate.polygon)])
      extra.append(area << 1 | (candidate.holdsReference ? 1 : 0))
      extra.append(UInt32(truncatingIfNeeded: candidate.count))
      for i in 0..<candidate.count { extra.append(edges[candidate.first + i]) }
    }
    return CellRecord.entry(offset: extraStart + place)
  }

  /// The entry of a cell that the polygons of the sweep cover wholly.
  private mutating func entry() -> Int32 {
    guard let first = covering.polygons.first else { return CellRecord.none }
    let area = build.areaOfPolygon[Int(first)]
    if covering.polygons.allSatisfy({ build.areaOfPolygon[Int($0)] == area }) { return area }
    return CellRecord.entry(offset: extraStart + constantRecord(covering.polygons, hash: covering.hash))
  }

  /// The place in `extra` of the constant record for these polygons, of two or more areas; equal ones share it.
  private mutating func constantRecord(_ polygons: [Int32], hash: UInt64) -> Int {
    var areas: [UInt32] = []
    for polygon in polygons {
      let area = UInt32(bitPattern: build.areaOfPolygon[Int(polygon)])
      if areas.last != area { areas.append(area) }
    }
    if let place = lists[hash], extra[place + 1 + 1..<min(place + 2 + areas.count, extra.count)].elementsEqual(areas),
      extra[place] == CellRecord.head(CellRecord.constant, choice: 0, number: areas.count)
    {
      return place
    }
    let answer = Answer(area: Int32(bitPattern: areas[0]), flags: AreaLocator.ambiguous).word
    listed += areas.count
    let isListed = listed <= Self.maximumListed
    // Without their lists, records differ by their answer only.
    let key = isListed ? hash : UInt64(answer)
    if !isListed, let place = lists[key], extra[place + 1] == answer, extra[place] >> 4 == CellRecord.unlisted { return place }
    let place = extra.count
    extra.append(
      CellRecord.head(CellRecord.constant, choice: 0, number: isListed ? areas.count : Int(CellRecord.unlisted)))
    extra.append(answer)
    if isListed { extra.append(contentsOf: areas) }
    lists[key] = place
    return place
  }
}

/// The polygons that hold a point, ascending, with a hash that follows every change.
private struct CoveringSet {
  private(set) var polygons: [Int32] = []
  private(set) var hash: UInt64 = 0

  mutating func removeAll() {
    polygons.removeAll(keepingCapacity: true)
    hash = 0
  }

  func contains(_ polygon: Int32) -> Bool {
    let place = place(of: polygon)
    return place < polygons.count && polygons[place] == polygon
  }

  mutating func toggle(_ polygon: Int32) {
    let place = place(of: polygon)
    if place < polygons.count, polygons[place] == polygon {
      polygons.remove(at: place)
    } else {
      polygons.insert(polygon, at: place)
    }
    hash ^= Self.hash(polygon)
  }

  private func place(of polygon: Int32) -> Int {
    var low = 0
    var high = polygons.count
    while low < high {
      let middle = (low + high) / 2
      if polygons[middle] < polygon { low = middle + 1 } else { high = middle }
    }
    return low
  }

  static func hash(_ polygons: [Int32]) -> UInt64 { polygons.reduce(0) { $0 ^ hash($1) } }

  /// SplitMix64's finisher.
  private static func hash(_ polygon: Int32) -> UInt64 {
    var z = (UInt64(UInt32(bitPattern: polygon)) &+ 1) &* 0x9e37_79b9_7f4a_7c15
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }
}
