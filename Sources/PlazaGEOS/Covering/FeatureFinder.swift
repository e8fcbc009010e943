internal import PlazaGeometry

/// Which features of a column hold a place that lies on none of their edges; made ready feature by feature, as they are asked about.
struct FeatureFinder {
  private let column: PolygonColumn
  private let boxes: BoxIndex
  private var insides: [EvenOddIndex?]

  init(_ column: PolygonColumn) {
    self.column = column
    boxes = BoxIndex((0..<column.featureCount).map { column.envelope(ofFeature: $0) })
    insides = Array(repeating: nil, count: column.polygonCount)
  }

  /// The features whose boxes meet a box, ascending.
  func near(_ box: Envelope) -> [Int] { boxes.numbers(meeting: box) }

  /// Ascending.
  mutating func features(at place: Coordinate) -> [Int] {
    var found: [Int] = []
    for feature in near(Envelope(minX: place.x, minY: place.y, maxX: place.x, maxY: place.y)) where holds(feature, place) {
      found.append(feature)
    }
    return found
  }

  mutating func holds(_ feature: Int, _ place: Coordinate) -> Bool {
    for polygon in column.polygons(ofFeature: feature) {
      if insides[polygon] == nil { insides[polygon] = EvenOddIndex(polygon: polygon, of: column) }
      if insides[polygon]!.contains(x: place.x, y: place.y) { return true }
    }
    return false
  }
}
