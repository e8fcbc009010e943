/// Rings by the polygon that they bound, as they are found.
struct OutlineRings {
  private struct Ring {
    var group: Int32
    var polygon: Int32
    var start: Int
    var count: Int
    var doubledArea: Double
  }
  private var rings: [Ring] = []
  private var vertices: [Int32] = []

  /// Adds a ring, its first vertex not repeated; what has no area is left out.
  mutating func add(_ path: ArraySlice<Int32>, group: Int32, polygon: Int32, _ column: PolygonColumn) {
    guard path.count >= 3 else { return }
    let start = vertices.count
    // From the lowest vertex, of these the leftmost, whatever edge the ring was found by.
    var lowest = path.startIndex
    for place in path.indices {
      let (a, b) = (column.coordinate(at: Int(path[place])), column.coordinate(at: Int(path[lowest])))
      if a.y < b.y || (a.y == b.y && a.x < b.x) { lowest = place }
    }
    vertices.append(contentsOf: path[lowest...])
    vertices.append(contentsOf: path[..<lowest])
    let origin = column.coordinate(at: Int(vertices[start]))
    var (x, y, area) = (0.0, 0.0, 0.0)
    for vertex in vertices[start...] {
      let next = column.coordinate(at: Int(vertex))
      area += x * (next.y - origin.y) - (next.x - origin.x) * y
      (x, y) = (next.x - origin.x, next.y - origin.y)
    }
    rings.append(Ring(group: group, polygon: polygon, start: start, count: path.count, doubledArea: area))
  }

  func polygons(groupCount: Int, _ column: PolygonColumn) -> PolygonColumn {
    // Of each polygon the ring with the most area; only looked into, so that its order is nowhere seen.
    var exteriors: [Int32: Int] = [:]
    for (place, ring) in rings.enumerated() {
      if let other = exteriors[ring.polygon], rings[other].doubledArea >= ring.doubledArea { continue }
      exteriors[ring.polygon] = place
    }
    let order = rings.indices.sorted { a, b in
      if rings[a].group != rings[b].group { return rings[a].group < rings[b].group }
      if rings[a].polygon != rings[b].polygon { return rings[a].polygon < rings[b].polygon }
      let exterior = exteriors[rings[a].polygon]
      if (a == exterior) != (b == exterior) { return a == exterior }
      return a < b
    }
    var result = PolygonColumn()
    result.reserveCapacity(vertices: vertices.count + rings.count)
    var next = 0
    for group in 0..<groupCount {
      while next < order.count, Int(rings[order[next]].group) == group {
        let ring = rings[order[next]]
        for place in Array(ring.start..<ring.start + ring.count) + [ring.start] {
          let vertex = column.coordinate(at: Int(vertices[place]))
          result.append(x: vertex.x, y: vertex.y)
        }
        result.endRing()
        next += 1
        if next == order.count || rings[order[next]].polygon != ring.polygon { result.endPolygon() }
      }
      result.endFeature()
    }
    return result
  }
}
