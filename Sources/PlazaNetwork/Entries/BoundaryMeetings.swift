import PlazaGeometry

/// Where the streets meet the boundary of one area.
struct BoundaryMeetings {
  /// A place, or a stretch, of an edge that lies on the boundary.
  struct Meeting {
    var edge: Int32
    var from: Double
    var to: Double
  }

  /// By edge and offset.
  private(set) var meetings: [Meeting] = []
  private let locator: StreetLocator

  /// Segments against the edges of the rings in the cells around them; on which side an end lies is decided exactly.
  init(_ locator: StreetLocator, _ column: PolygonColumn, feature: Int) {
    self.locator = locator
    let grid = locator.grid
    for ring in column.rings(ofFeature: feature) {
      for vertex in column.vertices(ofRing: ring).dropLast() {
        let (a, b) = (column.coordinate(at: vertex), column.coordinate(at: vertex + 1))
        if a == b { continue }
        grid.frame.forEachCell(ax: a.x, ay: a.y, bx: b.x, by: b.y) { cell in
          for segment in grid.segments(ofCell: cell) { meet(Int(segment), a, b) }
        }
      }
    }
    meetings.sort { ($0.edge, $0.from, $0.to) < ($1.edge, $1.from, $1.to) }
  }

  /// Adds what a segment and an edge of the boundary have in common.
  private mutating func meet(_ segment: Int, _ a: Coordinate, _ b: Coordinate) {
    let graph = locator.graph
    let p = Coordinate(x: graph.coordinates[2 * segment], y: graph.coordinates[2 * segment + 1])
    let q = Coordinate(x: graph.coordinates[2 * segment + 2], y: graph.coordinates[2 * segment + 3])
    if max(p.x, q.x) < min(a.x, b.x) || max(a.x, b.x) < min(p.x, q.x) { return }
    if max(p.y, q.y) < min(a.y, b.y) || max(a.y, b.y) < min(p.y, q.y) { return }
    let (sideP, sideQ) = (side(of: p, a, b), side(of: q, a, b))
    let (sideA, sideB) = (side(of: a, p, q), side(of: b, p, q))
    if sideP * sideQ > 0 || sideA * sideB > 0 { return }
    if sideP == 0, sideQ == 0 {
      // On one line: the boxes overlap, so the stretches do.
      let (shareA, shareB) = (share(of: a, p, q), share(of: b, p, q))
      return add(segment, max(0, min(shareA, shareB)), min(1, max(shareA, shareB)))
    }
    let place: Double
    if sideP == 0 {
      place = 0
    } else if sideQ == 0 {
      place = 1
    } else if sideA == 0 {
      place = share(of: a, p, q)
    } else if sideB == 0 {
      place = share(of: b, p, q)
    } else {
      let (fromP, fromQ) = (cross(a, b, p).magnitude, cross(a, b, q).magnitude)
      place = fromP + fromQ > 0 ? fromP / (fromP + fromQ) : 0
    }
    add(segment, place, place)
  }

  private mutating func add(_ segment: Int, _ from: Double, _ to: Double) {
    let offsets = locator.graph.offsets
    let (start, end) = (offsets[segment], offsets[segment + 1])
    meetings.append(
      Meeting(
        edge: locator.edgeOfVertex[segment], from: from == 1 ? end : start + (end - start) * from,
        to: to == 1 ? end : start + (end - start) * to))
  }

  private func side(of c: Coordinate, _ a: Coordinate, _ b: Coordinate) -> Int {
    orientation(ax: a.x, ay: a.y, bx: b.x, by: b.y, px: c.x, py: c.y)
  }

  private func cross(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }

  /// How far along the segment from p to q a place on it lies, from 0 to 1.
  private func share(of c: Coordinate, _ p: Coordinate, _ q: Coordinate) -> Double {
    let (dx, dy) = (q.x - p.x, q.y - p.y)
    return min(max(((c.x - p.x) * dx + (c.y - p.y) * dy) / (dx * dx + dy * dy), 0), 1)
  }
}
