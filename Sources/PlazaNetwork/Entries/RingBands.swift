import PlazaGeometry

/// The boundary edges of one area in bands of y, to ask whether a place is inside in about as many steps as edges cross its band.
struct RingBands {
  private let south: Double
  private let band: Double
  private let bands: Buckets
  private let count: Int
  private let column: PolygonColumn

  /// - Complexity: O(vertices of the feature), more where many edges are as high as the area.
  init(_ column: PolygonColumn, feature: Int, box: Envelope) {
    self.column = column
    let vertices = column.vertices(ofFeature: feature)
    (south, count) = (box.minY, max(1, min(vertices.count / 4, 1 << 16)))
    band = max(box.height / Double(count), .leastNormalMagnitude)
    bands = Buckets(count: count) { [south, band, count] put in
      Self.forEach(column, feature, south, band, count) { put(Int32($0), $1) }
    }
  }

  /// Whether the place is inside by the even-odd rule over all rings; of no meaning on the boundary.
  func contains(x: Double, y: Double) -> Bool {
    var isInside = false
    for vertex in bands[Self.index(y, south, band, count)] {
      let (a, b) = (column.coordinate(at: Int(vertex)), column.coordinate(at: Int(vertex) + 1))
      guard (a.y > y) != (b.y > y) else { continue }
      let side = orientation(ax: a.x, ay: a.y, bx: b.x, by: b.y, px: x, py: y)
      if (b.y > a.y) == (side > 0) { isInside.toggle() }
    }
    return isInside
  }

  private static func index(_ y: Double, _ south: Double, _ band: Double, _ count: Int) -> Int {
    Int(min(max((y - south) / band, 0), Double(count - 1)))
  }

  private static func forEach(
    _ column: PolygonColumn, _ feature: Int, _ south: Double, _ band: Double, _ count: Int,
    _ body: (_ vertex: Int, _ band: Int) -> Void
  ) {
    for ring in column.rings(ofFeature: feature) {
      for vertex in column.vertices(ofRing: ring).dropLast() {
        let (a, b) = (column.coordinate(at: vertex).y, column.coordinate(at: vertex + 1).y)
        for band in index(min(a, b), south, band, count)...index(max(a, b), south, band, count) { body(vertex, band) }
      }
    }
  }
}
