/// The edges of some areas, less those that two areas of a group share.
///
/// An edge is known by the vertex at which it begins; the last vertex of a ring begins none.
struct OutlineKernel {
  private let column: PolygonColumn
  private let index: VertexIndex
  private let polygonOf: PolygonOfVertex
  /// The group of each polygon.
  private let groups: [Int32]
  private let groupCount: Int
  /// The lowest vertex at the position of each, which stands for the position.
  private var position: [Int32]
  private var isAlive: [Bool]
  /// Polygons that are joined by edges that went, as a forest.
  private var parent: [Int32]

  init(_ column: PolygonColumn, _ groups: [Int]) {
    self.column = column
    index = VertexIndex(column, jobs: 1)
    polygonOf = PolygonOfVertex(column)
    groupCount = max(0, (groups.max() ?? -1) + 1)
    var groupOfPolygon: [Int32] = []
    for feature in 0..<column.featureCount {
      for _ in column.polygons(ofFeature: feature) { groupOfPolygon.append(Int32(max(groups[feature], -1))) }
    }
    self.groups = groupOfPolygon
    parent = Array(0..<Int32(column.polygonCount))
    position = Array(repeating: -1, count: column.vertexCount)
    isAlive = Array(repeating: false, count: column.vertexCount)
    for vertex in 0..<column.vertexCount where position[vertex] < 0 {
      var other = vertex
      repeat {
        position[other] = Int32(vertex)
        other = Int(index.next.base[other])
      } while other != vertex
    }
    for ring in 0..<column.ringCount {
      for vertex in column.vertices(ofRing: ring).dropLast() {
        isAlive[vertex] = position[vertex] != position[vertex + 1] && group(vertex) >= 0
      }
    }
  }

  @inline(__always)
  private func group(_ edge: Int) -> Int32 { groups[polygonOf.polygon(of: edge)] }

  /// Takes away every edge together with its opposite in the same group, and joins the polygons on its sides.
  mutating func cancel() {
    for edge in 0..<isAlive.count where isAlive[edge] {
      let (end, group) = (edge + 1, group(edge))
      var other = Int(index.next.base[end])
      while other != end {
        if isAlive[other], position[other + 1] == position[edge], self.group(other) == group {
          isAlive[edge] = false
          isAlive[other] = false
          join(polygonOf.polygon(of: edge), polygonOf.polygon(of: other))
          break
        }
        other = Int(index.next.base[other])
      }
    }
  }

  private mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    // The lowest polygon stands for all.
    parent[max(a, b)] = Int32(min(a, b))
  }

  private mutating func root(_ polygon: Int) -> Int {
    var polygon = polygon
    while Int(parent[polygon]) != polygon {
      parent[polygon] = parent[Int(parent[polygon])]
      polygon = Int(parent[polygon])
    }
    return polygon
  }

  /// The rings of what is left, as one feature per group.
  ///
  /// Polygons that edges joined are one polygon, which has one exterior, the ring with the most area, and the other rings are its holes.
  mutating func trace() -> PolygonColumn {
    var rings = OutlineRings()
    var path: [Int32] = []
    // Where a position stands on the path.
    var placeOnPath = [Int32](repeating: -1, count: isAlive.count)
    for start in 0..<isAlive.count where isAlive[start] {
      let polygon = root(polygonOf.polygon(of: start))
      var edge = start
      repeat {
        placeOnPath[Int(position[edge])] = Int32(path.count)
        path.append(position[edge])
        let following = successor(of: edge)
        // The first edge stays, so that the last one finds it.
        if edge != start { isAlive[edge] = false }
        // A ring may pass a point twice; there it is cut in two, which then touch.
        let place = placeOnPath[Int(position[edge + 1])]
        if place >= 0 {
          for vertex in path[Int(place)...] { placeOnPath[Int(vertex)] = -1 }
          rings.add(path[Int(place)...], group: groups[polygon], polygon: Int32(polygon), column)
          path.removeSubrange(Int(place)...)
        }
        edge = following
      } while edge != start
      isAlive[start] = false
    }
    return rings.polygons(groupCount: groupCount, column)
  }

  /// The edge that follows where an edge ends: of several the one farthest left, which bounds the same area at that point.
  private func successor(of edge: Int) -> Int {
    let (end, group) = (edge + 1, group(edge))
    let (from, at) = (column.coordinate(at: edge), column.coordinate(at: end))
    func side(_ a: Coordinate, _ b: Coordinate, _ p: Coordinate) -> Int {
      orientation(ax: a.x, ay: a.y, bx: b.x, by: b.y, px: p.x, py: p.y)
    }
    var best = -1
    var other = Int(index.next.base[end])
    let first = other
    repeat {
      if isAlive[other], self.group(other) == group {
        if best < 0 {
          best = other
        } else {
          let (a, b) = (column.coordinate(at: other + 1), column.coordinate(at: best + 1))
          let (sideOfA, sideOfB) = (side(from, at, a), side(from, at, b))
          if sideOfA > sideOfB || (sideOfA == sideOfB && side(at, a, b) > 0) { best = other }
        }
      }
      other = Int(index.next.base[other])
    } while other != first
    return best
  }
}
