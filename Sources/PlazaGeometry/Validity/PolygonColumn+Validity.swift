extension PolygonColumn {
  /// Polygons of one feature that are compared with each other by their boxes.
  private static let boxLimit = 32

  /// Whether a feature is valid beyond doubt (OGC 06-103r4, 6.1.11): each of its polygons is one simple ring, and their boxes lie apart.
  ///
  /// False says only that it is not proven: holes, polygons close to each other, edges that touch. Nearly all areas of a map are proven, in
  /// about a quarter of the time that GEOS takes for the same answer.
  /// - Parameter feature: its coordinates are finite, and its rings closed.
  /// - Complexity: O(n log n) for the outlines of maps.
  public func isProvenValid(feature: Int) -> Bool {
    let polygons = polygons(ofFeature: feature)
    guard polygons.count <= Self.boxLimit, polygons.allSatisfy({ rings(ofPolygon: $0).count == 1 }) else { return false }
    return coordinates.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return false }
      for polygon in polygons {
        let vertices = vertices(ofRing: rings(ofPolygon: polygon).lowerBound)
        guard RingSimplicity.isProven(base + 2 * vertices.lowerBound, vertices: vertices.count) else { return false }
      }
      return polygons.count < 2 || boxesLieApart(polygons, base)
    }
  }

  private func boxesLieApart(_ polygons: Range<Int>, _ values: UnsafePointer<Double>) -> Bool {
    let boxes = polygons.map { polygon in
      var box = Envelope()
      for vertex in vertices(ofRing: rings(ofPolygon: polygon).lowerBound) {
        box.expand(x: values[2 * vertex], y: values[2 * vertex + 1])
      }
      return box
    }
    for first in boxes.indices {
      for second in boxes.indices.dropFirst(first + 1) {
        let (a, b) = (boxes[first], boxes[second])
        if a.minX <= b.maxX, b.minX <= a.maxX, a.minY <= b.maxY, b.minY <= a.maxY { return false }
      }
    }
    return true
  }
}
