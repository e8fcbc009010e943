public import PlazaGeometry
internal import PlazaParallel

/// What was wrong with one feature, and what its repair changed.
public struct Repair: Hashable, Sendable {
  /// The feature's index in the column.
  public var feature: Int
  /// GEOS's reason, in English.
  public var reason: String
  /// Where the flaw was found, in the CRS of the column; NaN where there is no place.
  public var place: Coordinate
  /// Planar area as the rings state it: shells less holes, each without sign; squared units of the CRS.
  public var areaBefore: Double
  /// Planar area of what is inside; 0 when nothing was left and the feature became empty.
  public var areaAfter: Double
}

/// One invalid feature of a column.
public struct InvalidFeature: Hashable, Sendable {
  public var feature: Int
  /// GEOS's reason, in English.
  public var reason: String
  public var place: Coordinate
}

extension GEOS {
  /// The column with every invalid feature repaired (see `GEOSContext.repair`), and what was repaired, in order.
  ///
  /// Valid and empty features keep their very bytes. The result does not depend on `jobs`.
  /// - Throws: `GEOSError` naming the feature; `CancellationError`.
  /// - Complexity: O(n log n) for the check, shared by the jobs, and the repair of what is invalid.
  public static func repaired(
    _ column: PolygonColumn, jobs: Int
  ) async throws -> (column: PolygonColumn, repairs: [Repair]) {
    let chunks = try await mapChunks(of: column, jobs: jobs) { context, features in
      var mended = PolygonColumn()
      var repairs: [Repair] = []
      for feature in features {
        guard case .invalid(let reason, let x, let y) = try context.validity(of: column, feature: feature) else { continue }
        let result = try context.repair(column, feature: feature)
        try result.appendPolygons(to: &mended)
        mended.endFeature()
        repairs.append(
          Repair(
            feature: feature, reason: reason, place: Coordinate(x: x, y: y),
            areaBefore: statedArea(of: column, feature: feature), areaAfter: try result.area))
      }
      return (mended, repairs)
    }
    if chunks.allSatisfy({ $0.1.isEmpty }) { return (column, []) }
    var result = PolygonColumn()
    result.reserveCapacity(vertices: column.vertexCount)
    var copied = 0
    for (mended, repairs) in chunks {
      for (index, repair) in repairs.enumerated() {
        result.append(features: copied..<repair.feature, of: column)
        result.append(feature: index, of: mended)
        copied = repair.feature + 1
      }
    }
    result.append(features: copied..<column.featureCount, of: column)
    return (result, chunks.flatMap(\.1))
  }

  /// The invalid features of a column with reason and place, in order.
  ///
  /// - Throws: `GEOSError` naming the feature; `CancellationError`.
  public static func invalidFeatures(of column: PolygonColumn, jobs: Int) async throws -> [InvalidFeature] {
    try await mapChunks(of: column, jobs: jobs) { context, features in
      var found: [InvalidFeature] = []
      for feature in features {
        guard case .invalid(let reason, let x, let y) = try context.validity(of: column, feature: feature) else { continue }
        found.append(InvalidFeature(feature: feature, reason: reason, place: Coordinate(x: x, y: y)))
      }
      return found
    }.flatMap { $0 }
  }

  private static func statedArea(of column: PolygonColumn, feature: Int) -> Double {
    var total = 0.0
    for polygon in column.polygons(ofFeature: feature) {
      let rings = column.rings(ofPolygon: polygon)
      for ring in rings {
        let vertices = column.vertices(ofRing: ring)
        guard let first = vertices.first else { continue }
        let origin = column.coordinate(at: first)
        var doubled = 0.0
        for vertex in vertices.dropLast() {
          let a = column.coordinate(at: vertex)
          let b = column.coordinate(at: vertex + 1)
          doubled += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
        }
        total += (ring == rings.lowerBound ? 1 : -1) * abs(doubled) / 2
      }
    }
    return total
  }
}

/// Runs `body` over chunks of features, `jobs` at a time, each worker with a context of its own; results in chunk order.
///
/// Chunks hold about as many vertices each, whatever the number of workers, and workers take the next one when they are free.
func mapChunks<Result: Sendable>(
  of column: PolygonColumn, jobs: Int, _ body: @escaping @Sendable (GEOSContext, Range<Int>) throws -> Result
) async throws -> [Result] {
  try await mapChunks(featureChunks(of: column, vertices: 1 << 14), jobs: jobs, body)
}

/// Runs `body` over ranges of a fixed size, as `mapChunks` does over features; results in order.
func mapRanges<Result: Sendable>(
  count: Int, size: Int, jobs: Int, _ body: @escaping @Sendable (GEOSContext, Range<Int>) throws -> Result
) async throws -> [Result] {
  try await mapChunks(stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }, jobs: jobs, body)
}

private func mapChunks<Result: Sendable>(
  _ chunks: [Range<Int>], jobs: Int, _ body: @escaping @Sendable (GEOSContext, Range<Int>) throws -> Result
) async throws -> [Result] {
  let turns = Turns(of: chunks.count)
  // Tasks rather than threads, because a task knows when it is cancelled.
  return try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
    for _ in 0..<max(1, min(jobs, chunks.count)) {
      group.addTask {
        let context = GEOSContext()
        var results: [(Int, Result)] = []
        while let chunk = turns.next() {
          try Task.checkCancellation()
          results.append((chunk, try body(context, chunks[chunk])))
        }
        return results
      }
    }
    var all: [(Int, Result)] = []
    for try await results in group { all += results }
    return all.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

private func featureChunks(of column: PolygonColumn, vertices limit: Int) -> [Range<Int>] {
  var chunks: [Range<Int>] = []
  var start = 0
  var vertices = 0
  for feature in 0..<column.featureCount {
    vertices += column.vertices(ofFeature: feature).count
    if vertices >= limit {
      chunks.append(start..<feature + 1)
      start = feature + 1
      vertices = 0
    }
  }
  if start < column.featureCount { chunks.append(start..<column.featureCount) }
  return chunks
}
