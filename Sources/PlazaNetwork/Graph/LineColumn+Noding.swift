public import PlazaGeometry

extension LineColumn {
  /// Lines cut where they meet others, and what was found.
  public struct Noded: Sendable {
    public var lines: LineColumn
    /// Places where two lines crossed or touched without a vertex in common.
    public var crossings: Int
  }

  /// The same lines with a vertex wherever two of one level cross, or where a vertex of one lies on the way of the other.
  ///
  /// Municipal layers are often drawn without a vertex at a crossing; a graph that meets at vertices only would fall into pieces. Every line
  /// keeps its course: new vertices lie on it. The result depends neither on the order of the lines nor on their direction.
  /// - Parameter levels: of each line: lines of different levels pass over one another, as a bridge over a street. Empty: all are of one.
  /// - Parameter touch: a vertex so near to the way of a line lies on it, in units of the coordinates.
  /// - Parameter reach: an end of a line so near to the way of another gets a vertex beside it there, to be snapped to.
  /// - Complexity: O((s + c) log s) for s segments and c pairs of them that share a cell of a grid with about as many cells.
  public func noded(levels: [Int32] = [], touch: Double = 0.1, reach: Double = 0) -> Noded {
    precondition(levels.isEmpty || levels.count == lineCount, "a level for each line, or none")
    guard vertexCount > 1 else { return Noded(lines: self, crossings: 0) }
    var search = CrossingSearch(self, levels: levels, touch: touch, reach: max(touch, reach))
    search.run()
    return search.finished()
  }
}

/// Finds where the segments of lines cross, cell by cell.
private struct CrossingSearch {
  /// A new vertex on a segment.
  private struct Cut {
    var segment: Int32
    var share: Double
    var x: Double
    var y: Double
  }

  private let lines: LineColumn
  private let levels: [Int32]
  private let touch: Double
  private let reach: Double
  private let frame: CellFrame
  private let cells: Buckets
  /// The line of each vertex, and whether the vertex is an end of it.
  private let lineOfVertex: [Int32]
  private var cuts: [Cut] = []

  init(_ lines: LineColumn, levels: [Int32], touch: Double, reach: Double) {
    (self.lines, self.levels, self.touch, self.reach) = (lines, levels, touch, reach)
    var box = Envelope()
    var lineOfVertex = [Int32](repeating: 0, count: lines.vertexCount)
    for line in 0..<lines.lineCount { for vertex in lines.vertices(ofLine: line) { lineOfVertex[vertex] = Int32(line) } }
    for vertex in 0..<lines.vertexCount {
      let place = lines.coordinate(at: vertex)
      if place.x.isFinite, place.y.isFinite { box.expand(x: place.x, y: place.y) }
    }
    if box.isEmpty { box.expand(x: 0, y: 0) }
    let segments = Double(max(1, lines.vertexCount - lines.lineCount))
    let cell = max((box.width / segments * box.height).squareRoot(), box.width / segments, box.height / segments, reach, 1e-6)
    let frame = CellFrame(
      west: box.minX, south: box.minY, cell: cell, columns: Int(saturating: box.width / cell) + 1,
      rows: Int(saturating: box.height / cell) + 1)
    self.frame = frame
    self.lineOfVertex = lineOfVertex
    cells = Buckets(count: frame.columns * frame.rows) { put in
      for line in 0..<lines.lineCount {
        for vertex in lines.vertices(ofLine: line).dropLast() {
          let (a, b) = (lines.coordinate(at: vertex), lines.coordinate(at: vertex + 1))
          guard a.x.isFinite, a.y.isFinite, b.x.isFinite, b.y.isFinite, a != b else { continue }
          frame.forEachCell(ax: a.x, ay: a.y, bx: b.x, by: b.y) { put(Int32(vertex), $0) }
        }
      }
    }
  }

  private func level(_ line: Int32) -> Int32 { levels.isEmpty ? 0 : levels[Int(line)] }

  private func isEnd(_ vertex: Int) -> Bool {
    let range = lines.vertices(ofLine: Int(lineOfVertex[vertex]))
    return vertex == range.lowerBound || vertex + 1 == range.upperBound
  }

  mutating func run() {
    for vertex in 0..<lines.vertexCount { layOnSegments(vertex) }
    for cell in 0..<frame.columns * frame.rows {
      let members = cells[cell]
      for (place, first) in members.enumerated() {
        for second in members.dropFirst(place + 1) { cross(Int(first), Int(second)) }
      }
    }
  }

  /// Puts a vertex into each segment that it lies on; one near an end of a line beside that end.
  private mutating func layOnSegments(_ vertex: Int) {
    let place = lines.coordinate(at: vertex)
    guard place.x.isFinite, place.y.isFinite else { return }
    let limit = isEnd(vertex) ? reach : touch
    let line = lineOfVertex[vertex]
    for row in frame.row(place.y - limit)...frame.row(place.y + limit) {
      for column in frame.column(place.x - limit)...frame.column(place.x + limit) {
        for member in cells[row * frame.columns + column] {
          let segment = Int(member)
          // The segments at a vertex, and those of another level, are not laid on.
          if segment == vertex || segment + 1 == vertex && lineOfVertex[segment] == line { continue }
          guard level(lineOfVertex[segment]) == level(line) else { continue }
          let (a, b) = (lines.coordinate(at: segment), lines.coordinate(at: segment + 1))
          if a == place || b == place { continue }
          let (dx, dy) = (b.x - a.x, b.y - a.y)
          let share = ((place.x - a.x) * dx + (place.y - a.y) * dy) / (dx * dx + dy * dy)
          guard share > 0, share < 1 else { continue }
          let foot = Coordinate(x: a.x + dx * share, y: a.y + dy * share)
          let away = planarLength(place.x - foot.x, place.y - foot.y)
          // Near an end of the segment the end itself is what one snaps to.
          let toEnd = min(planarLength(foot.x - a.x, foot.y - a.y), planarLength(foot.x - b.x, foot.y - b.y))
          if away <= touch {
            cuts.append(Cut(segment: member, share: share, x: place.x, y: place.y))
          } else if away <= limit, toEnd > limit {
            cuts.append(Cut(segment: member, share: share, x: foot.x, y: foot.y))
          }
        }
      }
    }
  }

  /// Puts the place where two segments cross into both.
  private mutating func cross(_ first: Int, _ second: Int) {
    guard level(lineOfVertex[first]) == level(lineOfVertex[second]) else { return }
    let (one, two) = (ordered(first), ordered(second))
    let isBefore = (one.a.x, one.a.y, one.b.x, one.b.y) < (two.a.x, two.a.y, two.b.x, two.b.y)
    // One order of the two, so that the place is the same number by whichever it is found.
    let (p, q) = isBefore ? (one, two) : (two, one)
    let (px, py) = (p.b.x - p.a.x, p.b.y - p.a.y)
    let (qx, qy) = (q.b.x - q.a.x, q.b.y - q.a.y)
    let cross = px * qy - py * qx
    guard cross != 0 else { return }
    let (dx, dy) = (q.a.x - p.a.x, q.a.y - p.a.y)
    let (t, u) = ((dx * qy - dy * qx) / cross, (dx * py - dy * px) / cross)
    guard t > 0, t < 1, u > 0, u < 1 else { return }
    let place = Coordinate(x: p.a.x + px * t, y: p.a.y + py * t)
    // Beside a vertex of either the vertex is the meeting: it has been laid on the other already.
    for vertex in [p.a, p.b, q.a, q.b] where planarLength(vertex.x - place.x, vertex.y - place.y) <= touch { return }
    for segment in [first, second] {
      let (a, b) = (lines.coordinate(at: segment), lines.coordinate(at: segment + 1))
      let (east, north) = (b.x - a.x, b.y - a.y)
      let share = ((place.x - a.x) * east + (place.y - a.y) * north) / (east * east + north * north)
      cuts.append(Cut(segment: Int32(segment), share: share, x: place.x, y: place.y))
    }
  }

  private func ordered(_ segment: Int) -> (a: Coordinate, b: Coordinate) {
    let (a, b) = (lines.coordinate(at: segment), lines.coordinate(at: segment + 1))
    return (a.x, a.y) < (b.x, b.y) ? (a, b) : (b, a)
  }

  func finished() -> LineColumn.Noded {
    guard !cuts.isEmpty else { return LineColumn.Noded(lines: lines, crossings: 0) }
    let order = cuts.sorted { ($0.segment, $0.share, $0.x, $0.y) < ($1.segment, $1.share, $1.x, $1.y) }
    var result = LineColumn()
    var next = 0
    for feature in 0..<lines.featureCount {
      for line in lines.lines(ofFeature: feature) {
        for vertex in lines.vertices(ofLine: line) {
          var last = lines.coordinate(at: vertex)
          result.append(x: last.x, y: last.y)
          while next < order.count, Int(order[next].segment) == vertex {
            let place = Coordinate(x: order[next].x, y: order[next].y)
            // A pair that shares several cells is found in each.
            if place != last { result.append(x: place.x, y: place.y) }
            last = place
            next += 1
          }
        }
        result.endLine()
      }
      result.endFeature()
    }
    var places = order.map { Coordinate(x: $0.x, y: $0.y) }
    places.sort { ($0.x, $0.y) < ($1.x, $1.y) }
    let crossings = places.indices.count { $0 == 0 || places[$0] != places[$0 - 1] }
    return LineColumn.Noded(lines: result, crossings: crossings)
  }
}
