/// One edge of a polygon as the signed ground below it.
///
/// What is inside a polygon is the sum over its edges of the ground between each edge and a base line below all of them, counted
/// positive under the edges that bound it above and negative under those that bound it below. The sum asks no question about the order
/// or the topology of the edges, so degenerate shapes need no special care.
struct SignedEdge {
  /// From the lower abscissa to the higher one; never equal.
  var x0: Double
  var y0: Double
  var x1: Double
  var y1: Double
  /// 1 above the inside, −1 below it; further where parts overlap.
  var weight: Double

  @inline(__always)
  func y(at x: Double) -> Double { x == x0 ? y0 : x == x1 ? y1 : y0 + (y1 - y0) * ((x - x0) / (x1 - x0)) }

  @inline(__always)
  func x(at y: Double) -> Double { min(x1, max(x0, x0 + (x1 - x0) * ((y - y0) / (y1 - y0)))) }

  /// Appends the edges of one polygon; vertical ones have no ground.
  static func append(polygon: Int, of column: PolygonColumn, to edges: inout [SignedEdge]) {
    let rings = column.rings(ofPolygon: polygon)
    column.coordinates.withUnsafeBufferPointer { values in
      for ring in rings {
        let vertices = column.vertices(ofRing: ring)
        guard let first = vertices.first else { continue }
        let (originX, originY) = (values[2 * first], values[2 * first + 1])
        var doubled = 0.0
        for vertex in vertices.dropLast() {
          doubled += (values[2 * vertex] - originX) * (values[2 * vertex + 3] - originY)
          doubled -= (values[2 * vertex + 2] - originX) * (values[2 * vertex + 1] - originY)
        }
        // Counter-clockwise, the edges above the inside run to the left.
        let weight = (doubled > 0) == (ring == rings.lowerBound) ? 1.0 : -1.0
        for vertex in vertices.dropLast() {
          let (ax, ay) = (values[2 * vertex], values[2 * vertex + 1])
          let (bx, by) = (values[2 * vertex + 2], values[2 * vertex + 3])
          if ax > bx {
            edges.append(SignedEdge(x0: bx, y0: by, x1: ax, y1: ay, weight: weight))
          } else if ax < bx {
            edges.append(SignedEdge(x0: ax, y0: ay, x1: bx, y1: by, weight: -weight))
          }
        }
      }
    }
  }
}
