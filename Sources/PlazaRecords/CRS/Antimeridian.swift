internal import PlazaGeometry
internal import PlazaLayers

/// Polygons in degrees that cross the antimeridian, cut into a part on each side of it.
///
/// RFC 7946, 3.1.9 asks for that; many files have an edge of 358° instead, or go on beyond 180°.
enum Antimeridian {
  /// Nil when nothing crosses.
  static func cut(_ column: PolygonColumn, file: String) -> (geometry: PolygonColumn, notes: [Diagnostic])? {
    let crossing = (0..<column.featureCount).filter { crosses($0, column) }
    guard let first = crossing.first else { return nil }
    var result = PolygonColumn()
    var next = 0
    for feature in 0..<column.featureCount {
      guard next < crossing.count, crossing[next] == feature else {
        result.append(feature: feature, of: column)
        continue
      }
      next += 1
      for polygon in column.polygons(ofFeature: feature) {
        let rings = unwrapped(polygon, of: column)
        append(cut(rings) { $0 <= 180 }, shift: 0, to: &result)
        append(cut(rings) { $0 > 180 }, shift: -360, to: &result)
      }
      result.endFeature()
    }
    let values = ["file": file, "count": String(crossing.count), "feature": String(first + 1)]
    return (result, [Diagnostic(.note, "geometry.antimeridian", values)])
  }

  private static func crosses(_ feature: Int, _ column: PolygonColumn) -> Bool {
    let box = column.envelope(ofFeature: feature)
    if box.isEmpty { return false }
    if box.minX < -180 || box.maxX > 180 { return true }
    guard box.width > 180 else { return false }
    return column.rings(ofFeature: feature).contains { turned($0, of: column) != nil }
  }

  /// The longitudes of a ring that takes the short way along every edge; nil for one that is no narrower for it, for one that follows both
  /// sides of the map of the world, and for one around a pole.
  private static func turned(_ ring: Int, of column: PolygonColumn) -> [Double]? {
    var x: [Double] = []
    var shift = 0.0
    var box = Envelope()
    for vertex in column.vertices(ofRing: ring) {
      let here = column.coordinate(at: vertex).x
      box.expand(x: here, y: 0)
      if let last = x.last {
        let step = here + shift - last
        if step.magnitude > 180, step.magnitude < 360 { shift += step > 0 ? -360 : 360 }
      }
      x.append(here + shift)
    }
    guard shift == 0, let least = x.min(), let most = x.max(), most - least < box.width else { return nil }
    return x
  }

  /// The rings of a polygon with longitudes that run on beyond 180° and none below −180°, holes where their shell is.
  private static func unwrapped(_ polygon: Int, of column: PolygonColumn) -> [[Coordinate]] {
    var middle: Double?
    return column.rings(ofPolygon: polygon).map { ring in
      let vertices = column.vertices(ofRing: ring)
      var x = turned(ring, of: column) ?? vertices.map { column.coordinate(at: $0).x }
      let (least, most) = (x.min() ?? 0, x.max() ?? 0)
      let turns = middle.map { (($0 - (least + most) / 2) / 360).rounded() } ?? (least < -180 ? 1 : 0)
      x = x.map { $0 + 360 * turns }
      middle = middle ?? (least + most) / 2 + 360 * turns
      return zip(x, vertices).map { Coordinate(x: $0, y: column.coordinate(at: $1).y) }
    }
  }

  /// The part of a polygon on one side of the meridian, its rings in no order that means anything; each closed.
  ///
  /// A ring that crosses leaves pieces with both ends on the meridian. Along it inside and outside alternate, so the ends are joined in pairs
  /// from the south.
  private static func cut(_ rings: [[Coordinate]], isInside: (Double) -> Bool) -> [[Coordinate]] {
    var whole: [[Coordinate]] = []
    var pieces: [[Coordinate]] = []
    for ring in rings {
      let inside = ring.map { isInside($0.x) }
      if !inside.contains(true) { continue }
      guard let start = ring.indices.dropLast().first(where: { !inside[$0] && inside[$0 + 1] }) else {
        whole.append(ring)
        continue
      }
      let count = ring.count - 1
      var piece: [Coordinate] = []
      for step in 0..<count {
        let (from, to) = ((start + step) % count, (start + step) % count + 1)
        if inside[from] != inside[to] {
          piece.append(crossing(ring[from], ring[to]))
          if inside[from] {
            pieces.append(piece)
            piece = []
            continue
          }
        }
        if inside[to] { piece.append(ring[to]) }
      }
      if !piece.isEmpty { pieces.append(piece) }
    }
    return whole + joined(pieces)
  }

  private static func crossing(_ a: Coordinate, _ b: Coordinate) -> Coordinate {
    Coordinate(x: 180, y: a.y + (b.y - a.y) * ((180 - a.x) / (b.x - a.x)))
  }

  private static func joined(_ pieces: [[Coordinate]]) -> [[Coordinate]] {
    // The ends of piece k are 2k and 2k + 1.
    let ys = pieces.flatMap { [$0[0].y, $0[$0.count - 1].y] }
    let order = ys.indices.sorted { (ys[$0], $0) < (ys[$1], $1) }
    var partner = [Int](repeating: 0, count: ys.count)
    for place in stride(from: 0, to: order.count - 1, by: 2) {
      (partner[order[place]], partner[order[place + 1]]) = (order[place + 1], order[place])
    }
    var isTaken = [Bool](repeating: false, count: pieces.count)
    var result: [[Coordinate]] = []
    for first in pieces.indices where !isTaken[first] {
      var ring: [Coordinate] = []
      var (piece, isForward) = (first, true)
      while !isTaken[piece] {
        isTaken[piece] = true
        ring += isForward ? pieces[piece] : pieces[piece].reversed()
        let next = partner[isForward ? 2 * piece + 1 : 2 * piece]
        (piece, isForward) = (next / 2, next % 2 == 0)
      }
      ring.append(ring[0])
      result.append(ring)
    }
    return result
  }

  /// Appends rings as polygons: those within an odd number of others are holes of the smallest around them.
  private static func append(_ rings: [[Coordinate]], shift: Double, to result: inout PolygonColumn) {
    let rings = rings.filter { area($0) > 0 }.sorted { area($0) > area($1) }
    var holes = [[Int]](repeating: [], count: rings.count)
    var isHole = [Bool](repeating: false, count: rings.count)
    for (place, ring) in rings.enumerated() {
      let around = (0..<place).filter { contains(rings[$0], ring) }
      guard around.count % 2 == 1, let shell = around.last(where: { !isHole[$0] }) else { continue }
      isHole[place] = true
      holes[shell].append(place)
    }
    for shell in rings.indices where !isHole[shell] {
      for ring in [shell] + holes[shell] {
        for place in rings[ring] { result.append(x: place.x + shift, y: place.y) }
        result.endRing()
      }
      result.endPolygon()
    }
  }

  private static func area(_ ring: [Coordinate]) -> Double {
    guard let first = ring.first else { return 0 }
    return
      (zip(ring, ring.dropFirst()).reduce(0) {
        $0 + ($1.0.x - first.x) * ($1.1.y - first.y) - ($1.1.x - first.x) * ($1.0.y - first.y)
      }).magnitude / 2
  }

  /// Whether a ring that crosses no other lies within one, by the middle of its first edge.
  private static func contains(_ outer: [Coordinate], _ ring: [Coordinate]) -> Bool {
    let place = Coordinate(x: (ring[0].x + ring[1].x) / 2, y: (ring[0].y + ring[1].y) / 2)
    var isInside = false
    for (a, b) in zip(outer, outer.dropFirst()) where (a.y > place.y) != (b.y > place.y) {
      if place.x < a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
    }
    return isInside
  }
}
