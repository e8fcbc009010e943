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
  /// The box of each run of segments: minX, minY, maxX, maxY. A run is near itself, so that most are passed over at a glance.
  private var boxes: [Double] = []
  private static let run = 16

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
    for (a, b) in zip(line, line.dropFirst()) {
      if segments.count / 4 % Self.run == 0 { boxes += [.infinity, .infinity, -.infinity, -.infinity] }
      segments += [a.x, a.y, b.x, b.y]
      let box = boxes.count - 4
      (boxes[box], boxes[box + 1]) = (min(boxes[box], a.x, b.x), min(boxes[box + 1], a.y, b.y))
      (boxes[box + 2], boxes[box + 3]) = (max(boxes[box + 2], a.x, b.x), max(boxes[box + 3], a.y, b.y))
    }
  }

  /// Metres from a place to the nearest of the shape, 0 inside a polygon; infinity for an empty shape.
  /// - Complexity: O(its vertices); a sixteenth of that where few runs of them are near the place.
  func distance(x: Double, y: Double) -> Double {
    var best = Double.infinity
    for index in stride(from: 0, to: points.count, by: 2) {
      let (dx, dy) = (points[index] - x, points[index + 1] - y)
      best = min(best, dx * dx + dy * dy)
    }
    var isInside = false
    let edge = firstEdge ?? .max
    segments.withUnsafeBufferPointer { values in
      for run in 0..<boxes.count / 4 {
        let last = min(values.count / 4, (run + 1) * Self.run)
        // Edges count towards the inside where they cross the parallel of the place, west of it.
        let isCrossed = last > edge && boxes[4 * run + 1] <= y && boxes[4 * run + 3] >= y && boxes[4 * run] <= x
        if !isCrossed, squaredDistance(x, y, toRun: run) > best { continue }
        for index in run * Self.run..<last {
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
    }
    return isInside ? 0 : best.squareRoot()
  }

  /// The square of how far a run of segments is at least.
  private func squaredDistance(_ x: Double, _ y: Double, toRun run: Int) -> Double {
    let dx = max(0, boxes[4 * run] - x, x - boxes[4 * run + 2])
    let dy = max(0, boxes[4 * run + 1] - y, y - boxes[4 * run + 3])
    return dx * dx + dy * dy
  }

  /// The box of everything: minX, minY, maxX, maxY.
  private var extent: (Double, Double, Double, Double) {
    var box = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
    func take(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) {
      box = (min(box.0, minX), min(box.1, minY), max(box.2, maxX), max(box.3, maxY))
    }
    for index in stride(from: 0, to: boxes.count, by: 4) {
      take(boxes[index], boxes[index + 1], boxes[index + 2], boxes[index + 3])
    }
    for index in stride(from: 0, to: points.count, by: 2) {
      take(points[index], points[index + 1], points[index], points[index + 1])
    }
    return box
  }

  /// The two places of least distance between this shape and another; nil when one is empty.
  /// - Complexity: O(product of their vertices) at worst; vertices that are farther from the other's box than the best found are passed over.
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
    func isBeyond(_ place: Coordinate, _ box: (Double, Double, Double, Double)) -> Bool {
      let (dx, dy) = (max(0, box.0 - place.x, place.x - box.2), max(0, box.1 - place.y, place.y - box.3))
      return dx * dx + dy * dy > best?.distance ?? .infinity
    }
    let (own, others) = (extent, other.extent)
    for vertex in vertices where !isBeyond(vertex, others) { take(vertex, other.closest(to: vertex)) }
    for vertex in other.vertices where !isBeyond(vertex, own) { take(closest(to: vertex), vertex) }
    if let best, best.distance > 0, let crossing = crossing(other) { return (crossing, crossing) }
    return best.map { ($0.from, $0.to) }
  }

  private var vertices: [Coordinate] {
    var result: [Coordinate] = []
    for index in stride(from: 0, to: points.count, by: 2) { result.append(Coordinate(x: points[index], y: points[index + 1])) }
    for index in stride(from: 0, to: segments.count, by: 4) {
      let start = Coordinate(x: segments[index], y: segments[index + 1])
      if result.last != start { result.append(start) }
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
    for run in 0..<boxes.count / 4 where squaredDistance(place.x, place.y, toRun: run) <= best.distance {
      for index in stride(from: 4 * run * Self.run, to: min(segments.count, 4 * (run + 1) * Self.run), by: 4) {
        let (ax, ay, bx, by) = (segments[index], segments[index + 1], segments[index + 2], segments[index + 3])
        let (dx, dy) = (bx - ax, by - ay)
        let length = dx * dx + dy * dy
        let share = length > 0 ? min(1, max(0, ((place.x - ax) * dx + (place.y - ay) * dy) / length)) : 0
        take(Coordinate(x: ax + share * dx, y: ay + share * dy))
      }
    }
    return best.place
  }

  /// Where two outlines cross, if they do.
  private func crossing(_ other: LocalShape) -> Coordinate? {
    for run in stride(from: 0, to: boxes.count, by: 4) {
      for met in stride(from: 0, to: other.boxes.count, by: 4) where overlap(run, other, met) {
        if let found = crossing(run / 4, other, met / 4) { return found }
      }
    }
    return nil
  }

  private func overlap(_ run: Int, _ other: LocalShape, _ met: Int) -> Bool {
    boxes[run] <= other.boxes[met + 2] && other.boxes[met] <= boxes[run + 2] && boxes[run + 1] <= other.boxes[met + 3]
      && other.boxes[met + 1] <= boxes[run + 3]
  }

  private func crossing(_ run: Int, _ other: LocalShape, _ met: Int) -> Coordinate? {
    for a in stride(from: 4 * run * Self.run, to: min(segments.count, 4 * (run + 1) * Self.run), by: 4) {
      let (ax, ay, bx, by) = (segments[a], segments[a + 1], segments[a + 2], segments[a + 3])
      for c in stride(from: 4 * met * Self.run, to: min(other.segments.count, 4 * (met + 1) * Self.run), by: 4) {
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
    try geometry(in: context).buffered(by: distance, quadrantSegments: CoverageOptions.quadrantSegments)
  }

  func geometry(in context: GEOSContext) throws(GEOSError) -> GEOSGeometry {
    try context.shape(points: points, lines: lines, polygons: polygons)
  }
}
