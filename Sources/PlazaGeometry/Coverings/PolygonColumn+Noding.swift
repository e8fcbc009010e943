extension PolygonColumn {
  /// The same rings with vertices put into their edges where a place lies on one: no border moves, and areas that meet there share the vertex.
  ///
  /// - Parameter open: the edges that are asked, as `EdgeBalance.openLines` gives them: on others nothing can be missing.
  /// - Parameter distance: how far from an edge a place may be by the rounding of its coordinates.
  /// - Returns: the column, and how many vertices were put into it.
  /// - Complexity: O(vertices), and O(log n) for each place.
  public func noded(at places: [Coordinate], along open: LineColumn, within distance: Double) -> (
    column: PolygonColumn, count: Int
  ) {
    var ends: [EdgeKey] = []
    for line in 0..<open.lineCount {
      for vertex in open.vertices(ofLine: line).dropLast() {
        ends.append(EdgeKey(open.coordinate(at: vertex), open.coordinate(at: vertex + 1)))
      }
    }
    let index = BoxIndex(ends.map { $0.box(distance) })
    var nodes: [EdgeKey: [(share: Double, place: Coordinate)]] = [:]
    for place in Set(places) {
      for edge in index.numbers(meeting: Envelope(minX: place.x, minY: place.y, maxX: place.x, maxY: place.y)) {
        if let share = ends[edge].share(of: place, within: distance) { nodes[ends[edge], default: []].append((share, place)) }
      }
    }
    guard !nodes.isEmpty else { return (self, 0) }
    for key in nodes.keys {
      nodes[key]!.sort { ($0.share, $0.place.x, $0.place.y) < ($1.share, $1.place.x, $1.place.y) }
    }
    var (result, count) = (PolygonColumn(), 0)
    result.reserveCapacity(vertices: vertexCount)
    for feature in 0..<featureCount {
      for polygon in polygons(ofFeature: feature) {
        for ring in rings(ofPolygon: polygon) {
          let vertices = vertices(ofRing: ring)
          for vertex in vertices {
            let b = coordinate(at: vertex)
            if vertex > vertices.lowerBound {
              let a = coordinate(at: vertex - 1)
              let key = EdgeKey(a, b)
              if let own = nodes[key] {
                var last = a
                for node in key.a == a ? own : own.reversed() where node.place != last {
                  result.append(x: node.place.x, y: node.place.y)
                  last = node.place
                  count += 1
                }
              }
            }
            result.append(x: b.x, y: b.y)
          }
          result.endRing()
        }
        result.endPolygon()
      }
      result.endFeature()
    }
    return (result, count)
  }

  /// The same rings without vertices that repeat the one before them, and how many those were.
  public func withoutRepeatedVertices() -> (column: PolygonColumn, count: Int) {
    var (result, count) = (PolygonColumn(), 0)
    result.reserveCapacity(vertices: vertexCount)
    for feature in 0..<featureCount {
      for polygon in polygons(ofFeature: feature) {
        for ring in rings(ofPolygon: polygon) {
          var last: Coordinate?
          for vertex in vertices(ofRing: ring) {
            let place = coordinate(at: vertex)
            if place == last {
              count += 1
              continue
            }
            result.append(x: place.x, y: place.y)
            last = place
          }
          result.endRing()
        }
        result.endPolygon()
      }
      result.endFeature()
    }
    return count == 0 ? (self, 0) : (result, count)
  }
}

/// An edge, whichever way it is run through.
private struct EdgeKey: Hashable {
  /// The lower end.
  let a: Coordinate
  let b: Coordinate

  init(_ one: Coordinate, _ other: Coordinate) {
    let isForward = one.x < other.x || (one.x == other.x && one.y <= other.y)
    (a, b) = isForward ? (one, other) : (other, one)
  }

  func box(_ distance: Double) -> Envelope {
    Envelope(minX: a.x - distance, minY: min(a.y, b.y) - distance, maxX: b.x + distance, maxY: max(a.y, b.y) + distance)
  }

  /// How far along the edge a place lies that is on it and at neither end.
  func share(of place: Coordinate, within distance: Double) -> Double? {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let (px, py) = (place.x - a.x, place.y - a.y)
    let square = dx * dx + dy * dy
    guard square > 0 else { return nil }
    let share = (px * dx + py * dy) / square
    let across = (px * dy - py * dx).magnitude / square.squareRoot()
    let along = share * square.squareRoot()
    guard across <= distance, along > distance, along < square.squareRoot() - distance else { return nil }
    return share
  }
}
