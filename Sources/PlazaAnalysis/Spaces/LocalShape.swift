internal import PlazaGEOS
internal import PlazaGeometry

/// The shape of one space on a plane in metres.
struct LocalShape: Sendable {
  private(set) var points: [Double] = []
  /// Ends of each segment: x0, y0, x1, y1. Those of lines come before those of polygons.
  private(set) var segments: [Double] = []
  /// The first segment that belongs to a polygon.
  private(set) var firstEdge: Int?
  private(set) var lines: [[Double]] = []
  private(set) var polygons = PolygonColumn()

  var isEmpty: Bool { points.isEmpty && segments.isEmpty }
  var isPoint: Bool { points.count == 2 && segments.isEmpty }

  mutating func append(point: Coordinate) { points += [point.x, point.y] }

  mutating func append(line: [Coordinate]) {
    guard line.count > 1 else {
      line.first.map { append(point: $0) }
      return
    }
    appendSegments(line)
    lines.append(line.flatMap { [$0.x, $0.y] })
  }

  mutating func append(ring: [Coordinate]) {
    if firstEdge == nil { firstEdge = segments.count / 4 }
    appendSegments(ring)
    for place in ring { polygons.append(x: place.x, y: place.y) }
    polygons.endRing()
  }

  mutating func endPolygon() { polygons.endPolygon() }

  private mutating func appendSegments(_ line: [Coordinate]) {
    for (a, b) in zip(line, line.dropFirst()) { segments += [a.x, a.y, b.x, b.y] }
  }

  /// Metres from a place to the nearest of the shape, 0 inside a polygon; infinity for an empty shape. O(its vertices).
  func distance(x: Double, y: Double) -> Double {
    var best = Double.infinity
    for index in stride(from: 0, to: points.count, by: 2) {
      let (dx, dy) = (points[index] - x, points[index + 1] - y)
      best = min(best, dx * dx + dy * dy)
    }
    var isInside = false
    let edge = firstEdge ?? .max
    segments.withUnsafeBufferPointer { values in
      for index in 0..<values.count / 4 {
        let (ax, ay, bx, by) = (
          values[4 * index] - x, values[4 * index + 1] - y, values[4 * index + 2] - x, values[4 * index + 3] - y
        )
        let (dx, dy) = (bx - ax, by - ay)
        let length = dx * dx + dy * dy
        let share = length > 0 ? min(1, max(0, -(ax * dx + ay * dy) / length)) : 0
        let (px, py) = (ax + share * dx, ay + share * dy)
        best = min(best, px * px + py * py)
        if index >= edge, (ay > 0) != (by > 0), (ax * by - bx * ay < 0) == (by > ay) { isInside.toggle() }
      }
    }
    return isInside ? 0 : best.squareRoot()
  }

  /// The two places of least distance between this shape and another; nil when one is empty. O(product of their vertices).
  ///
  /// Shapes that overlap have distance 0 somewhere inside.
  func nearest(to other: LocalShape) -> (from: Coordinate, to: Coordinate)? {
    guard !isEmpty, !other.isEmpty else { return nil }
    var best: (distance: Double, from: Coordinate, to: Coordinate)?
    func take(_ from: Coordinate, _ to: Coordinate) {
      let (dx, dy) = (from.x - to.x, from.y - to.y)
      let distance = dx * dx + dy * dy
      if distance < best?.distance ?? .infinity { best = (distance, from, to) }
    }
    for vertex in vertices { take(vertex, other.closest(to: vertex)) }
    for vertex in other.vertices { take(closest(to: vertex), vertex) }
    if let best, best.distance > 0, let crossing = crossing(other) { return (crossing, crossing) }
    return best.map { ($0.from, $0.to) }
  }

  private var vertices: [Coordinate] {
    var result: [Coordinate] = []
    for index in stride(from: 0, to: points.count, by: 2) { result.append(Coordinate(x: points[index], y: points[index + 1])) }
    for index in stride(from: 0, to: segments.count, by: 4) {
      result.append(Coordinate(x: segments[index], y: segments[index + 1]))
      result.append(Coordinate(x: segments[index + 2], y: segments[index + 3]))
    }
    return result
  }

  private func closest(to place: Coordinate) -> Coordinate {
    if distance(x: place.x, y: place.y) == 0 { return place }
    var best: (distance: Double, place: Coordinate) = (.infinity, place)
    func take(_ candidate: Coordinate) {
      let (dx, dy) = (candidate.x - place.x, candidate.y - place.y)
      if dx * dx + dy * dy < best.distance { best = (dx * dx + dy * dy, candidate) }
    }
    for index in stride(from: 0, to: points.count, by: 2) { take(Coordinate(x: points[index], y: points[index + 1])) }
    for index in stride(from: 0, to: segments.count, by: 4) {
      let (ax, ay, bx, by) = (segments[index], segments[index + 1], segments[index + 2], segments[index + 3])
      let (dx, dy) = (bx - ax, by - ay)
      let length = dx * dx + dy * dy
      let share = length > 0 ? min(1, max(0, ((place.x - ax) * dx + (place.y - ay) * dy) / length)) : 0
      take(Coordinate(x: ax + share * dx, y: ay + share * dy))
    }
    return best.place
  }

  /// Where two outlines cross, if they do.
  private func crossing(_ other: LocalShape) -> Coordinate? {
    for a in stride(from: 0, to: segments.count, by: 4) {
      let (ax, ay, bx, by) = (segments[a], segments[a + 1], segments[a + 2], segments[a + 3])
      for c in stride(from: 0, to: other.segments.count, by: 4) {
        let (cx, cy) = (other.segments[c], other.segments[c + 1])
        let (dx, dy) = (other.segments[c + 2], other.segments[c + 3])
        if orientation(ax: ax, ay: ay, bx: bx, by: by, px: cx, py: cy)
          * orientation(ax: ax, ay: ay, bx: bx, by: by, px: dx, py: dy) < 0,
          orientation(ax: cx, ay: cy, bx: dx, by: dy, px: ax, py: ay)
            * orientation(ax: cx, ay: cy, bx: dx, by: dy, px: bx, py: by) < 0
        {
          return Coordinate(x: ax, y: ay)
        }
      }
    }
    return nil
  }

  /// All that lies within a distance, its round corners of as many chords as those of coverage, so that both count the same people; valid.
  func buffered(by distance: Double, in context: GEOSContext) throws(GEOSError) -> GEOSGeometry {
    try context.shape(points: points, lines: lines, polygons: polygons).buffered(
      by: distance, quadrantSegments: CoverageOptions.quadrantSegments)
  }
}
