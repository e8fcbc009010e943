/// Whether a position that is known to be on the line of an edge is on the edge itself, ends included.
@inline(__always)
func isWithinSpan(ax: Double, ay: Double, bx: Double, by: Double, px: Double, py: Double) -> Bool {
  px >= min(ax, bx) && px <= max(ax, bx) && py >= min(ay, by) && py <= max(ay, by)
}

extension PolygonColumn {
  /// Where a position lies relative to one polygon: even-odd over all its rings, exact. O(vertices).
  func side(ofPolygon polygon: Int, x: Double, y: Double) -> Side {
    coordinates.withUnsafeBufferPointer { values in
      var isInside = false
      for ring in rings(ofPolygon: polygon) {
        let vertices = vertices(ofRing: ring)
        for vertex in vertices.dropLast() {
          let ax = values[2 * vertex]
          let ay = values[2 * vertex + 1]
          let bx = values[2 * vertex + 2]
          let by = values[2 * vertex + 3]
          if (ay > y) == (by > y) && ay != y && by != y { continue }
          if (ax < x && bx < x) || (ay < y && by < y) { continue }
          let turn = orientation(ax: ax, ay: ay, bx: bx, by: by, px: x, py: y)
          if turn == 0 {
            if isWithinSpan(ax: ax, ay: ay, bx: bx, by: by, px: x, py: y) { return .boundary }
          } else if (ay > y) != (by > y), (turn > 0) == (by > ay) {
            isInside.toggle()
          }
        }
      }
      return isInside ? .inside : .outside
    }
  }

  /// Whether the interior or boundary of a feature holds a position; exact. O(vertices of the feature).
  public func covers(feature: Int, x: Double, y: Double) -> Bool {
    polygons(ofFeature: feature).contains { side(ofPolygon: $0, x: x, y: y) != .outside }
  }
}
