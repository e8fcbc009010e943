package import PlazaGeometry

/// A point that lies well inside a feature: what is asked of the whole is asked of it.
package enum InteriorPoint {
  /// The middle of the widest stretch of a line through half the height of the feature's tallest polygon.
  /// - Returns: nil for an empty feature or one without height.
  /// - Complexity: O(vertices of the feature).
  package static func point(ofFeature feature: Int, of column: PolygonColumn) -> Coordinate? {
    var tallest: (height: Double, polygon: Int, low: Double)?
    for polygon in column.polygons(ofFeature: feature) {
      let rings = column.rings(ofPolygon: polygon)
      guard let shell = rings.first else { continue }
      let ys = column.vertices(ofRing: shell).map { column.coordinate(at: $0).y }
      guard let low = ys.min(), let high = ys.max(), high > low, high - low > tallest?.height ?? 0 else { continue }
      tallest = (high - low, polygon, low)
    }
    guard let tallest else { return nil }
    let y = level(low: tallest.low, height: tallest.height, of: tallest.polygon, in: column)
    var crossings: [Double] = []
    for ring in column.rings(ofPolygon: tallest.polygon) {
      let vertices = column.vertices(ofRing: ring)
      for vertex in vertices.dropLast() {
        let (a, b) = (column.coordinate(at: vertex), column.coordinate(at: vertex + 1))
        if (a.y > y) != (b.y > y) { crossings.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)) }
      }
    }
    crossings.sort()
    var widest: (width: Double, middle: Double)?
    for index in stride(from: 0, to: crossings.count - 1, by: 2) {
      let width = crossings[index + 1] - crossings[index]
      if width > widest?.width ?? 0 { widest = (width, (crossings[index] + crossings[index + 1]) / 2) }
    }
    return widest.map { Coordinate(x: $0.middle, y: y) }
  }

  /// Half the height, moved to where no vertex stands: an edge along the line would hide what is beside it.
  private static func level(low: Double, height: Double, of polygon: Int, in column: PolygonColumn) -> Double {
    let middle = low + height / 2
    var isTaken = false
    var above = Double.infinity
    for ring in column.rings(ofPolygon: polygon) {
      for vertex in column.vertices(ofRing: ring) {
        let y = column.coordinate(at: vertex).y
        if y == middle { isTaken = true }
        if y > middle { above = min(above, y) }
      }
    }
    return isTaken && above.isFinite ? (middle + above) / 2 : middle
  }
}
