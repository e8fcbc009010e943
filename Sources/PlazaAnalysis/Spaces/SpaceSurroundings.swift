internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ
internal import PlazaParallel
internal import PlazaRecords
internal import Synchronization

/// The incidents within each distance of each space, by kind, and of all spaces together, where each counts once.
struct SpaceSurroundings: Sendable {
  /// In the order of their bytes.
  let kinds: [String]
  let distances: [Int]
  /// Of space s within distance d and of kind k: at (s · distances + d) · kinds + k; cumulative in d.
  private let amounts: [Double]
  /// Within distance d of any space, of kind k: at d · kinds + k.
  private let union: [Double]
  /// Incidents beyond the largest distance of every space: rows, and what they stand for.
  let beyond: Int
  let beyondCases: Int

  func amount(space: Int, distance: Int, kind: Int? = nil) -> Double {
    Self.sum(amounts, (space * distances.count + distance) * kinds.count, kinds.count, kind)
  }

  func together(distance: Int, kind: Int? = nil) -> Double { Self.sum(union, distance * kinds.count, kinds.count, kind) }

  private static func sum(_ values: [Double], _ start: Int, _ count: Int, _ kind: Int?) -> Double {
    kind.map { values[start + $0] } ?? values[start..<start + count].reduce(0, +)
  }

  /// Spaces that one worker takes at a time.
  private static let chunk = 16

  /// - Parameter points: in degrees on WGS 84.
  /// - Complexity: O(n log n) in the incidents, and those near each space times its vertices.
  init(_ shapes: SpaceShapes, _ points: PointCollection, distances: [Int], jobs: Int) {
    self.distances = distances
    // Kinds without a point are those that must not be shown at single places: a column of zeros would say that there are none.
    let occurring = points.kindNames.isEmpty ? [0] : Set(points.kinds.map { Int($0) }).sorted()
    kinds = points.kindNames.isEmpty ? [""] : occurring.map { points.kindNames[$0] }
    var places = [Int](repeating: 0, count: max(1, points.kindNames.count))
    for (place, kind) in occurring.enumerated() { places[kind] = place }
    let (kindCount, levels) = (kinds.count, distances.count)
    // Of one latitude in canonical order, so sums never depend on the order of the records.
    let order = (0..<points.count).sorted { (points.y[$0], $0) < (points.y[$1], $1) }
    let (y, x) = (order.map { points.y[$0] }, order.map { points.x[$0] })
    let kindOf = order.map { places[Int(points.kinds[$0])] }
    let weight = order.map { points.amounts[$0] }
    let chunks = (shapes.count + Self.chunk - 1) / Self.chunk
    let workers = max(1, min(jobs, chunks))
    let outcome = Mutex<(parts: [[Double]], nearest: [UInt8])>(
      (Array(repeating: [], count: chunks), Array(repeating: UInt8(levels), count: order.count)))
    runAtOnce(workers) { worker in
      var nearest = [UInt8](repeating: UInt8(levels), count: order.count)
      for index in stride(from: worker, to: chunks, by: workers) {
        let spaces = index * Self.chunk..<min(shapes.count, (index + 1) * Self.chunk)
        var part = [Double](repeating: 0, count: spaces.count * levels * kindCount)
        for space in spaces {
          guard let centre = shapes.centres[space] else { continue }
          let plane = LocalPlane(centre: centre)
          let shape = shapes.local(space, on: plane)
          let box = LocalPlane.box(around: shapes.boxes[space], metres: Double(distances.last!))
          let first = y.partitioningIndex { $0 >= box.minY }
          for place in first..<order.count {
            if y[place] > box.maxY { break }
            guard box.holds(longitude: x[place]) else { continue }
            let metres = plane.metres(Coordinate(x: x[place], y: y[place]))
            let apart = shape.distance(x: metres.x, y: metres.y)
            guard let level = distances.firstIndex(where: { apart <= Double($0) }) else { continue }
            nearest[place] = min(nearest[place], UInt8(level))
            for within in level..<levels {
              part[((space - spaces.lowerBound) * levels + within) * kindCount + kindOf[place]] += weight[place]
            }
          }
        }
        let done = part
        outcome.withLock { $0.parts[index] = done }
      }
      let found = nearest
      outcome.withLock { state in for place in found.indices { state.nearest[place] = min(state.nearest[place], found[place]) } }
    }
    let result = outcome.withLock { $0 }
    amounts = result.parts.flatMap { $0 }
    var union = [Double](repeating: 0, count: levels * kindCount)
    for place in order.indices {
      for within in Int(result.nearest[place])..<max(levels, Int(result.nearest[place])) {
        union[within * kindCount + kindOf[place]] += weight[place]
      }
    }
    self.union = union
    let far = order.indices.filter { result.nearest[$0] == levels }
    beyond = far.count
    beyondCases = points.counts.map { counts in far.reduce(0) { $0 + Int(counts[order[$1]]) } } ?? far.count
  }
}

extension Envelope {
  /// Whether a longitude lies within, on this turn of the earth or the next.
  fileprivate func holds(longitude: Double) -> Bool {
    minX <= longitude && longitude <= maxX || minX <= longitude + 360 && longitude + 360 <= maxX
      || minX <= longitude - 360 && longitude - 360 <= maxX
  }
}

extension Array {
  /// The first place from which on a condition holds, of an array in which it holds from some place on. O(log n).
  func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
