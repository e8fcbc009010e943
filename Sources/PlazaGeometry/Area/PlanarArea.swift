extension PolygonColumn {
  /// The area of one feature in the plane, in the square of its CRS unit.
  ///
  /// Holes are subtracted; the direction of rings does not matter. An empty feature has area 0. For valid geometries: parts
  /// that overlap count twice. Relative to each ring's first vertex, so that large coordinates cost no digits. O(vertices).
  public func planarArea(ofFeature feature: Int) -> Double {
    area(ofFeature: feature) { values, vertices in
      guard let first = vertices.first else { return 0 }
      let (x0, y0) = (values[2 * first], values[2 * first + 1])
      var (x, y) = (0.0, 0.0)
      var doubled = 0.0
      for vertex in vertices.dropFirst() {
        let (nextX, nextY) = (values[2 * vertex] - x0, values[2 * vertex + 1] - y0)
        doubled += x * nextY - nextX * y
        (x, y) = (nextX, nextY)
      }
      return doubled / 2
    }
  }

  /// Exteriors less holes, whatever sign the area of a ring has.
  @inline(__always)
  func area(
    ofFeature feature: Int, ofRing ringArea: (_ values: UnsafeBufferPointer<Double>, _ vertices: Range<Int>) -> Double
  ) -> Double {
    coordinates.withUnsafeBufferPointer { values in
      var total = 0.0
      for polygon in polygons(ofFeature: feature) {
        let rings = rings(ofPolygon: polygon)
        for ring in rings {
          let area = ringArea(values, vertices(ofRing: ring)).magnitude
          total += ring == rings.lowerBound ? area : -area
        }
      }
      return total
    }
  }
}
