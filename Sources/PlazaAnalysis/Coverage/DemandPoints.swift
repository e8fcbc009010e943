internal import PlazaGeometry
internal import PlazaRecords

/// Where the people of each area are asked how far they have to a space: positions on a square lattice, about 64 in each area.
///
/// Each stands for an equal part of the area's people. The step is a power of two metres for each area by itself, and the lattice begins at (0, 0), so
/// that nothing depends on the other areas. An area in which no position falls has one, well inside it.
struct DemandPoints: Sendable {
  private(set) var positions: [Coordinate] = []
  /// The area of each position.
  private(set) var areas: [Int] = []
  /// How many positions each area has; 0 without geometry.
  private(set) var counts: [Int] = []

  /// Half the side of the square around each position that belongs to it.
  private(set) var halves: [Double] = []

  static let perArea = 64.0

  /// - Parameter areas: valid, in metres.
  /// - Complexity: O(vertices · √64).
  init(_ column: PolygonColumn) {
    for area in 0..<column.featureCount {
      let before = positions.count
      append(area, of: column)
      if positions.count == before, let inner = InteriorPoint.point(ofFeature: area, of: column) {
        positions.append(inner)
        halves.append(max(0.5, column.planarArea(ofFeature: area).squareRoot() / 2))
      }
      counts.append(positions.count - before)
      for _ in before..<positions.count { areas.append(area) }
    }
  }

  private mutating func append(_ area: Int, of column: PolygonColumn) {
    let surface = column.planarArea(ofFeature: area)
    guard surface > 0, surface.isFinite else { return }
    let wanted = (surface / Self.perArea).squareRoot()
    var step = 1.0
    while step * 1.5 < wanted { step *= 2 }
    let box = column.envelope(ofFeature: area)
    var crossings: [Double] = []
    let (first, last) = (Int((box.minY / step - 0.5).rounded(.up)), Int((box.maxY / step - 0.5).rounded(.down)))
    for row in first..<max(first, last + 1) {
      let y = (Double(row) + 0.5) * step
      crossings.removeAll(keepingCapacity: true)
      for ring in column.rings(ofFeature: area) {
        for vertex in column.vertices(ofRing: ring).dropLast() {
          let (a, b) = (column.coordinate(at: vertex), column.coordinate(at: vertex + 1))
          if (a.y > y) != (b.y > y) { crossings.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)) }
        }
      }
      crossings.sort()
      for index in stride(from: 0, to: crossings.count - 1, by: 2) {
        var place = (crossings[index] / step - 0.5).rounded(.up)
        while (place + 0.5) * step < crossings[index + 1] {
          positions.append(Coordinate(x: (place + 0.5) * step, y: y))
          halves.append(step / 2)
          place += 1
        }
      }
    }
  }

  /// The square around each position.
  var squares: PolygonColumn {
    var column = PolygonColumn()
    for (place, half) in zip(positions, halves) {
      for (dx, dy) in [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)] {
        column.append(x: place.x + dx, y: place.y + dy)
      }
      column.endRing()
      column.endPolygon()
      column.endFeature()
    }
    return column
  }
}
