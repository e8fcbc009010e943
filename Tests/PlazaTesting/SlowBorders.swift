public import PlazaGeometry

/// What is near a point by the distance to every edge of every area: the oracle of the border search.
public struct SlowBorders {
  private let areas: PolygonColumn
  private let metric: GroundMetric
  private let places: SlowLocator

  public init(_ areas: PolygonColumn, metric: GroundMetric) {
    self.areas = areas
    self.metric = metric
    places = SlowLocator(areas)
  }

  /// Metres from a point to the nearest edge of each area, 0 exactly when it is on one; infinite without edges.
  public func distances(x: Double, y: Double) -> [Double] {
    let scale = metric.scales(y: y)
    return (0..<areas.featureCount).map { area in
      var nearest = Double.infinity
      for ring in areas.rings(ofFeature: area) {
        for vertex in areas.vertices(ofRing: ring).dropLast() {
          let (a, b) = (areas.coordinate(at: vertex), areas.coordinate(at: vertex + 1))
          nearest = min(nearest, distance(a, b, x, y, scale))
        }
      }
      return nearest
    }
  }

  private func distance(_ a: Coordinate, _ b: Coordinate, _ x: Double, _ y: Double, _ scale: (x: Double, y: Double)) -> Double {
    let isInBox = x >= min(a.x, b.x) && x <= max(a.x, b.x) && y >= min(a.y, b.y) && y <= max(a.y, b.y)
    if isInBox, orientation(ax: a.x, ay: a.y, bx: b.x, by: b.y, px: x, py: y) == 0 { return 0 }
    let (toA, toB) = (((a.x - x) * scale.x, (a.y - y) * scale.y), ((b.x - x) * scale.x, (b.y - y) * scale.y))
    let edge = (toB.0 - toA.0, toB.1 - toA.1)
    let length = edge.0 * edge.0 + edge.1 * edge.1
    let share = length == 0 ? 0 : min(max(-(toA.0 * edge.0 + toA.1 * edge.1) / length, 0), 1)
    let foot = (toA.0 + edge.0 * share, toA.1 + edge.1 * share)
    let distance = (foot.0 * foot.0 + foot.1 * foot.1).squareRoot()
    return max(distance, .leastNonzeroMagnitude)
  }

  /// The areas that the disc around a point touches, lowest rank first; none when it holds no edge.
  ///
  /// Nil when an edge is so near the rim that rounding may decide: of one part in 10⁷ of the radius.
  public func touches(x: Double, y: Double, radius: Double) -> [BorderReach.Touch]? {
    let distances = distances(x: x, y: y)
    let slack = radius * 1e-7
    if distances.contains(where: { radius > 0 && $0 > 0 && abs($0 - radius) <= slack }) { return nil }
    if !distances.contains(where: { $0 <= radius }) { return [] }
    let covering = Set(places.areas(x: x, y: y).covering)
    return distances.indices.compactMap { index in
      let area = Int32(index)
      let isCut = distances[index] <= radius
      guard isCut || covering.contains(area) else { return nil }
      return BorderReach.Touch(area: area, isCut: isCut, holdsCentre: covering.contains(area))
    }
  }
}
