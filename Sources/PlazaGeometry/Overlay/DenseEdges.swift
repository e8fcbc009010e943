extension PolygonColumn {
  /// The same rings with vertices put into long edges, so that an edge which is straight here stays so where the column is projected to.
  ///
  /// An edge is divided evenly, and the same whichever way it is run through: neighbours that shared it share its new vertices.
  /// - Parameter longest: of the parts on either axis, in units of the coordinates, above 0.
  /// - Complexity: O(vertices of the result).
  public func densified(longest: Double) -> PolygonColumn {
    let isLong = (0..<max(0, vertexCount - 1)).contains { vertex in
      let (a, b) = (coordinate(at: vertex), coordinate(at: vertex + 1))
      return abs(b.x - a.x) > longest || abs(b.y - a.y) > longest
    }
    guard isLong else { return self }
    var result = PolygonColumn()
    result.reserveCapacity(vertices: vertexCount)
    for feature in 0..<featureCount {
      for polygon in polygons(ofFeature: feature) {
        for ring in rings(ofPolygon: polygon) {
          let vertices = vertices(ofRing: ring)
          for vertex in vertices {
            let b = coordinate(at: vertex)
            if vertex > vertices.lowerBound { result.divide(coordinate(at: vertex - 1), b, longest) }
            result.append(x: b.x, y: b.y)
          }
          result.endRing()
        }
        result.endPolygon()
      }
      result.endFeature()
    }
    return result
  }

  private mutating func divide(_ a: Coordinate, _ b: Coordinate, _ longest: Double) {
    let length = max(abs(b.x - a.x), abs(b.y - a.y))
    // More than a round of the earth is no edge worth dividing.
    guard length > longest, length < 1e6 * longest else { return }
    let parts = Int((length / longest).rounded(.up))
    let isForward = a.x < b.x || (a.x == b.x && a.y < b.y)
    let (from, to) = isForward ? (a, b) : (b, a)
    for part in 1..<parts {
      let share = Double(isForward ? part : parts - part) / Double(parts)
      append(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
    }
  }
}
