internal import PlazaGeometry
internal import PlazaPROJ
internal import PlazaParallel
internal import Synchronization

/// The nearest other space of each, by the geodesic between the two places of least distance.
struct SpaceNeighbours: Sendable {
  /// The space, and how far it is in metres; nil for a space without geometry, or the only one with it.
  let nearest: [(space: Int, metres: Double)?]

  /// A degree of latitude has at least as many metres: no space farther north or south than the best found is looked at.
  private static let metresPerDegree = 110_574.0
  private static let chunk = 64

  /// - Complexity: O(n log n) for spaces spread over latitudes, O(n²) for all on one parallel.
  init(_ shapes: SpaceShapes, jobs: Int) {
    let order = shapes.byLatitude
    let latitudes = order.map { shapes.centres[$0]!.y }
    let farthest = shapes.reaches.max() ?? 0
    let chunks = (order.count + Self.chunk - 1) / Self.chunk
    let workers = max(1, min(jobs, chunks))
    let found = Mutex<[(space: Int, metres: Double)?]>(Array(repeating: nil, count: shapes.count))
    runAtOnce(workers) { worker in
      for index in stride(from: worker, to: chunks, by: workers) {
        for place in index * Self.chunk..<min(order.count, (index + 1) * Self.chunk) {
          let space = order[place]
          var search = Search(shapes, space)
          var (south, north) = (place - 1, place + 1)
          // The nearer in latitude first.
          while south >= 0 || north < order.count {
            let below = south >= 0 ? latitudes[place] - latitudes[south] : .infinity
            let above = north < order.count ? latitudes[north] - latitudes[place] : .infinity
            let gap = min(below, above) * Self.metresPerDegree - shapes.reaches[space] - farthest
            if let best = search.best, gap > best.metres { break }
            if below <= above {
              search.look(at: order[south])
              south -= 1
            } else {
              search.look(at: order[north])
              north += 1
            }
          }
          let best = search.best
          found.withLock { $0[space] = best }
        }
      }
    }
    nearest = found.withLock { $0 }
  }

  /// The spaces around one, looked at one after the other; of equally near ones the first in the file is taken.
  private struct Search {
    private let shapes: SpaceShapes
    private let space: Int
    private let plane: LocalPlane
    private let shape: LocalShape
    private(set) var best: (space: Int, metres: Double)?

    init(_ shapes: SpaceShapes, _ space: Int) {
      self.shapes = shapes
      self.space = space
      plane = LocalPlane(centre: shapes.centres[space]!)
      shape = shapes.local(space, on: plane)
    }

    mutating func look(at other: Int) {
      let apart = Geodesic.wgs84.distance(from: plane.centre, to: shapes.centres[other]!)
      if let best, apart - shapes.reaches[space] - shapes.reaches[other] > best.metres { return }
      var metres = apart
      if shapes.reaches[space] > 0 || shapes.reaches[other] > 0,
        let ends = shape.nearest(to: shapes.local(other, on: plane))
      {
        let isSame = ends.from == ends.to
        metres = isSame ? 0 : Geodesic.wgs84.distance(from: plane.degrees(ends.from), to: plane.degrees(ends.to))
      }
      if let best, (best.metres, best.space) <= (metres, other) { return }
      best = (other, metres)
    }
  }
}
