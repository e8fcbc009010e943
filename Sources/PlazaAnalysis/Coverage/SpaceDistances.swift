internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaParallel
internal import PlazaRecords

/// Straight distances from positions to spaces, to their outline or 0 within.
struct SpaceDistances: Sendable {
  private let features: Features
  private let grid: EnvelopeGrid

  init(_ features: Features) {
    self.features = features
    grid = EnvelopeGrid((0..<features.count).map { features.envelope(of: $0) })
  }

  /// The spaces within a distance of each position, with theirs, ascending.
  /// - Complexity: O(positions · vertices of the spaces near each), shared by the workers.
  func near(_ positions: [Coordinate], within limit: Double, jobs: Int) -> [[(supply: Int, cost: Double)]] {
    mapped(positions, jobs) { position in
      grid.features(touching: Self.box(position, limit)).compactMap { space in
        let distance = distance(from: position, to: space)
        return distance <= limit ? (space, distance) : nil
      }
    }
  }

  /// The distance from each position to the nearest space, however far; nil without spaces.
  /// - Parameter start: how far to look at first.
  func nearest(_ positions: [Coordinate], from start: Double, jobs: Int) -> [Double?] {
    let extent = grid.extent
    guard !extent.isEmpty else { return positions.map { _ in nil } }
    return mapped(positions, jobs) { position in
      let (dx, dy) = (
        max(extent.maxX - position.x, position.x - extent.minX), max(extent.maxY - position.y, position.y - extent.minY)
      )
      let farthest = (dx * dx + dy * dy).squareRoot()
      var reach = start
      while true {
        var least = Double.infinity
        for space in grid.features(touching: Self.box(position, reach)) {
          least = min(least, distance(from: position, to: space))
        }
        if least <= reach { return least }
        if reach > farthest { return least.isFinite ? least : nil }
        reach *= 2
      }
    }
  }

  private static func box(_ position: Coordinate, _ reach: Double) -> Envelope {
    Envelope(minX: position.x - reach, minY: position.y - reach, maxX: position.x + reach, maxY: position.y + reach)
  }

  private func mapped<T: Sendable>(_ positions: [Coordinate], _ jobs: Int, _ body: @Sendable (Coordinate) -> T) -> [T] {
    let chunk = 1024
    let chunks = (positions.count + chunk - 1) / chunk
    return [T](unsafeUninitializedCapacity: positions.count) { buffer, count in
      nonisolated(unsafe) let target = buffer
      let workers = max(1, min(jobs, chunks))
      runAtOnce(workers) { worker in
        for index in stride(from: worker, to: chunks, by: workers) {
          for place in index * chunk..<min(positions.count, (index + 1) * chunk) {
            (target.baseAddress! + place).initialize(to: body(positions[place]))
          }
        }
      }
      count = positions.count
    }
  }

  private func distance(from position: Coordinate, to space: Int) -> Double {
    var least = Double.infinity
    for point in features.points.points(ofFeature: space) {
      let other = features.points.coordinate(at: point)
      let (dx, dy) = (other.x - position.x, other.y - position.y)
      least = min(least, dx * dx + dy * dy)
    }
    for line in features.lines.lines(ofFeature: space) {
      Self.approach(position, features.lines.coordinates, features.lines.vertices(ofLine: line), &least)
    }
    var isInside = false
    for polygon in features.polygons.polygons(ofFeature: space) {
      for ring in features.polygons.rings(ofPolygon: polygon) {
        let crossed = Self.approach(
          position, features.polygons.coordinates, features.polygons.vertices(ofRing: ring), &least)
        if crossed { isInside.toggle() }
      }
    }
    return isInside ? 0 : least.squareRoot()
  }

  /// Takes the square of the distance to a run of edges where it is less.
  /// - Returns: whether a ray east of the position crosses them an odd number of times.
  @discardableResult
  private static func approach(
    _ position: Coordinate, _ coordinates: [Double], _ vertices: Range<Int>, _ least: inout Double
  ) -> Bool {
    coordinates.withUnsafeBufferPointer { values in
      var isOdd = false
      for vertex in vertices.dropLast() {
        let (ax, ay) = (values[2 * vertex] - position.x, values[2 * vertex + 1] - position.y)
        let (bx, by) = (values[2 * vertex + 2] - position.x, values[2 * vertex + 3] - position.y)
        let (dx, dy) = (bx - ax, by - ay)
        let length = dx * dx + dy * dy
        let share = length > 0 ? max(0, min(1, -(ax * dx + ay * dy) / length)) : 0
        let (x, y) = (ax + share * dx, ay + share * dy)
        least = min(least, x * x + y * y)
        if (ay > 0) != (by > 0), ax - ay / dy * dx > 0 { isOdd.toggle() }
      }
      return isOdd
    }
  }
}
