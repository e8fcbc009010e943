import PlazaGeometry
import PlazaNetwork
import PlazaTesting

/// Lines of one feature each.
func lines(_ lines: [[(Double, Double)]]) -> LineColumn {
  var column = LineColumn()
  for line in lines {
    for vertex in line { column.append(x: vertex.0, y: vertex.1) }
    column.endLine()
    column.endFeature()
  }
  return column
}

func square(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [Coordinate] {
  [(west, south), (east, south), (east, north), (west, north)].map { Coordinate(x: $0.0, y: $0.1) }
}

func areas(_ polygons: [[Coordinate]]...) -> PolygonColumn {
  var column = PolygonColumn()
  for rings in polygons { column.append(polygon: rings) }
  return column
}

func points(_ features: [[(Double, Double)]]) -> PointColumn {
  var column = PointColumn()
  for feature in features {
    for point in feature { column.append(x: point.0, y: point.1) }
    column.endFeature()
  }
  return column
}

/// Streets along the edges and diagonals of a lattice: many meet on the way, some meet themselves, some go back and forth, some stand alone.
func wanderingStreets(_ count: Int, size: Int, seed: UInt64) -> [[(Double, Double)]] {
  var random = SplitMix64(seed: seed)
  return (0..<count).map { _ in
    var (x, y) = (Int.random(in: 0...size, using: &random), Int.random(in: 0...size, using: &random))
    var line = [(Double(x), Double(y))]
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      x = min(max(x + Int.random(in: -1...1, using: &random), 0), size)
      y = min(max(y + Int.random(in: -1...1, using: &random), 0), size)
      line.append((Double(x), Double(y)))
    }
    return line
  }
}

/// A lattice of streets, each a line over its whole length with a vertex at every crossing.
func lattice(_ count: Int, spacing: Double) -> LineColumn {
  let places = (0..<count).map { Double($0) * spacing }
  return lines(places.map { y in places.map { ($0, y) } } + places.map { x in places.map { (x, $0) } })
}

extension StreetGraph {
  /// A seeded place on a street.
  func position(using random: inout SplitMix64) -> StreetPosition {
    let edge = Int.random(in: 0..<edgeCount, using: &random)
    let share = [0, 1, 0.5, Double.random(in: 0...1, using: &random)].randomElement(using: &random)!
    return StreetPosition(edge: edge, offset: length(ofEdge: edge) * share)
  }

  /// Seeded entries of so many spaces, some of them without any.
  func entries(spaces: Int, using random: inout SplitMix64) -> StreetEntries {
    StreetEntries(
      (0..<spaces).map { _ in
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
          let (a, cost) = (position(using: &random), Double.random(in: 0...1, using: &random))
          guard Bool.random(using: &random) else { return StreetEntry(a, cost: cost) }
          return StreetEntry(
            edge: a.edge, from: a.offset, to: .random(in: a.offset...length(ofEdge: a.edge), using: &random), cost: cost)
        }
      })
  }
}
