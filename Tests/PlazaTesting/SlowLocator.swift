public import PlazaGeometry

/// The areas of points by looking at every edge of every polygon: the oracle of the area locator.
public struct SlowLocator {
  private let areas: PolygonColumn

  public init(_ areas: PolygonColumn) { self.areas = areas }

  /// Where a point lies relative to an area: 1 inside one of its polygons, 0 on a boundary, −1 outside.
  public func place(x: Double, y: Double, inArea area: Int) -> Int {
    var result = -1
    for polygon in areas.polygons(ofFeature: area) { result = max(result, place(x: x, y: y, inPolygon: polygon)) }
    return result
  }

  /// All areas that cover a point, and those that hold it strictly inside.
  public func areas(x: Double, y: Double) -> (covering: [Int32], strictly: [Int32]) {
    let places = (0..<areas.featureCount).map { place(x: x, y: y, inArea: $0) }
    let covering = places.indices.filter { places[$0] >= 0 }.map { Int32($0) }
    return (covering, covering.filter { places[Int($0)] == 1 })
  }

  /// Even-odd over the edges that a ray to the left meets: an edge is met if it reaches from below y, or y, to above it.
  private func place(x: Double, y: Double, inPolygon polygon: Int) -> Int {
    var crossings = 0
    for ring in areas.rings(ofPolygon: polygon) {
      for vertex in areas.vertices(ofRing: ring).dropLast() {
        let a = areas.coordinate(at: vertex)
        let b = areas.coordinate(at: vertex + 1)
        let isInBox = x >= min(a.x, b.x) && x <= max(a.x, b.x) && y >= min(a.y, b.y) && y <= max(a.y, b.y)
        if !isInBox && (a.y <= y) == (b.y <= y) { continue }
        let turn = orientation(ax: a.x, ay: a.y, bx: b.x, by: b.y, px: x, py: y)
        if turn == 0 && isInBox { return 0 }
        if a.y <= y && b.y > y && turn < 0 { crossings += 1 }
        if b.y <= y && a.y > y && turn > 0 { crossings += 1 }
      }
    }
    return crossings % 2 == 1 ? 1 : -1
  }
}
