public import PlazaGeometry

extension PolygonColumn {
  /// Appends a ring, closing it if it is open.
  public mutating func append(ring: [Coordinate]) {
    for vertex in ring { append(x: vertex.x, y: vertex.y) }
    if let first = ring.first, let last = ring.last, first != last { append(x: first.x, y: first.y) }
    endRing()
  }

  /// Appends a feature of one polygon: its exterior, then its holes.
  public mutating func append(polygon rings: [[Coordinate]]) {
    for ring in rings { append(ring: ring) }
    endPolygon()
    endFeature()
  }

  /// The same rings with every vertex changed.
  public func mapped(_ transform: (Coordinate) -> Coordinate) -> PolygonColumn {
    var copy = self
    copy.withMutableCoordinates { values in
      for i in stride(from: 0, to: values.count, by: 2) {
        let moved = transform(Coordinate(x: values[i], y: values[i + 1]))
        values[i] = moved.x
        values[i + 1] = moved.y
      }
    }
    return copy
  }

  /// The same areas with the vertices of each (closed) ring in another order: begun elsewhere, or run the other way.
  public func reorderingRings(_ change: (inout [Coordinate]) -> Void) -> PolygonColumn {
    var result = PolygonColumn()
    for feature in 0..<featureCount {
      for polygon in polygons(ofFeature: feature) {
        for ring in rings(ofPolygon: polygon) {
          var vertices = vertices(ofRing: ring).dropLast().map { coordinate(at: $0) }
          change(&vertices)
          result.append(ring: vertices)
        }
        result.endPolygon()
      }
      result.endFeature()
    }
    return result
  }
}

/// Seeded areas to try geometry on; all coordinates are multiples of `step`, so that points on vertices and edges are common.
public struct PolygonGenerator {
  public var random: SplitMix64
  public var step: Double
  /// All areas lie within 0 and `size` on both axes, or a little beyond.
  public var size: Double

  public init(seed: UInt64, size: Double = 64, step: Double = 1) {
    random = SplitMix64(seed: seed)
    self.size = size
    self.step = step
  }

  public mutating func coordinate() -> Coordinate {
    Coordinate(x: snap(.random(in: 0...size, using: &random)), y: snap(.random(in: 0...size, using: &random)))
  }

  private func snap(_ value: Double) -> Double { (value / step).rounded() * step }

  /// A star around a centre; valid unless snapping folds it.
  public mutating func star(around centre: Coordinate, radius: Double, vertices: Int) -> [Coordinate] {
    let turn = SIMD2<Double>(unit(2 * .pi / Double(vertices)))
    var direction = SIMD2<Double>(unit(.random(in: 0...6, using: &random)))
    var ring: [Coordinate] = []
    for _ in 0..<vertices {
      let length = radius * .random(in: 0.4...1, using: &random)
      ring.append(Coordinate(x: snap(centre.x + direction.x * length), y: snap(centre.y + direction.y * length)))
      direction = SIMD2(direction.x * turn.x - direction.y * turn.y, direction.x * turn.y + direction.y * turn.x)
    }
    return ring
  }

  /// Overlapping multipolygons of stars with holes, some of them empty.
  public mutating func overlappingStars(areas: Int, vertices: Int) -> PolygonColumn {
    var column = PolygonColumn()
    for _ in 0..<areas {
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let centre = coordinate()
        let radius = size * .random(in: 0.02...0.3, using: &random)
        column.append(ring: star(around: centre, radius: radius, vertices: vertices))
        if Bool.random(using: &random) { column.append(ring: star(around: centre, radius: radius * 0.35, vertices: vertices)) }
        column.endPolygon()
      }
      column.endFeature()
    }
    return column
  }

  /// Rings of random vertices: they cross themselves, repeat edges and vertices, and collapse.
  public mutating func scribbles(areas: Int, vertices: Int) -> PolygonColumn {
    var column = PolygonColumn()
    for _ in 0..<areas {
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        for _ in 0..<Int.random(in: 1...2, using: &random) {
          var ring = (0..<Int.random(in: 1...vertices, using: &random)).map { _ in coordinate() }
          // A spike, and a vertex twice.
          if ring.count > 2, Bool.random(using: &random) { ring += [ring[1], ring[2], ring[1], ring[1]] }
          column.append(ring: ring)
        }
        column.endPolygon()
      }
      column.endFeature()
    }
    return column
  }

  /// Quadrilaterals with wavy sides that tile the square, `count` × `count`; neighbours share every vertex. In shuffled order.
  public mutating func tiling(count: Int, verticesPerSide: Int) -> PolygonColumn {
    let cell = size / Double(count)
    func corner(_ i: Int, _ j: Int) -> Coordinate { Coordinate(x: snap(Double(i) * cell), y: snap(Double(j) * cell)) }
    var sides: [[Coordinate]] = []
    for vertical in [false, true] {
      for i in 0...count {
        for j in 0..<count {
          let a = vertical ? corner(i, j) : corner(j, i)
          let b = vertical ? corner(i, j + 1) : corner(j + 1, i)
          var side = [a]
          for k in stride(from: 1, to: verticesPerSide, by: 1) {
            let share = Double(k) / Double(verticesPerSide)
            let isOuter = i == 0 || i == count
            let shift = isOuter ? 0 : cell * .random(in: -0.2...0.2, using: &random)
            side.append(
              Coordinate(
                x: snap(a.x + (b.x - a.x) * share + (vertical ? shift : 0)),
                y: snap(a.y + (b.y - a.y) * share + (vertical ? 0 : shift))))
          }
          sides.append(side + [b])
        }
      }
    }
    let horizontal = { (i: Int, j: Int) in sides[j * count + i] }
    let vertical = { (i: Int, j: Int) in sides[(count + 1) * count + i * count + j] }
    var column = PolygonColumn()
    for tile in (0..<count * count).shuffled(using: &random) {
      let (i, j) = (tile / count, tile % count)
      let ring =
        horizontal(i, j).dropLast() + vertical(i + 1, j).dropLast() + horizontal(i, j + 1).reversed().dropLast()
        + vertical(i, j).reversed()
      column.append(polygon: [Array(ring)])
    }
    return column
  }

  /// Points to try on areas: random ones, vertices, middles and other points of edges, and their neighbouring doubles.
  public mutating func probes(_ column: PolygonColumn, count: Int) -> [Coordinate] {
    let box = column.envelope
    var points: [Coordinate] = []
    for i in 0..<count {
      guard i % 2 == 1, column.vertexCount > 1 else {
        let point = free(around: box)
        points.append(i % 4 == 0 ? Coordinate(x: snap(point.x), y: snap(point.y)) : point)
        continue
      }
      let vertex = Int.random(in: 0..<column.vertexCount - 1, using: &random)
      let a = column.coordinate(at: vertex)
      let b = column.coordinate(at: vertex + 1)
      let share = [0, 0.5, 0.25, .random(in: 0...1, using: &random)].randomElement(using: &random)!
      var point = Coordinate(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: point.x = Self.exact(point.x.nextUp)
      case 1: point.y = Self.exact(point.y.nextDown)
      default: break
      }
      points.append(point)
    }
    return points
  }

  /// The nearest to a number beside 0 of those that `orientation` is exact for.
  private static func exact(_ value: Double) -> Double {
    value.magnitude < 0x1p-400 && value != 0 ? Double(signOf: value, magnitudeOf: 0x1p-400) : value
  }

  private mutating func free(around box: Envelope) -> Coordinate {
    if box.isEmpty { return coordinate() }
    let (x, y) = (box.minX...box.maxX, box.minY...box.maxY)
    // A little beyond the box too.
    return Coordinate(
      x: .random(in: x, using: &random) + box.width * .random(in: -0.02...0.02, using: &random),
      y: .random(in: y, using: &random) + box.height * .random(in: -0.02...0.02, using: &random))
  }
}

/// The point at an angle on the unit circle, by the series of the exponential of i·angle: enough for shapes, without a C library.
private func unit(_ angle: Double) -> (Double, Double) {
  var (cosine, sine, term) = (1.0, 0.0, 1.0)
  for k in 1..<40 {
    term *= angle / Double(k)
    switch k % 4 {
    case 1: sine += term
    case 2: cosine -= term
    case 3: sine -= term
    default: cosine += term
    }
  }
  return (cosine, sine)
}

extension SIMD2<Double> {
  fileprivate init(_ pair: (Double, Double)) { self.init(pair.0, pair.1) }
}
