internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ
internal import PlazaParallel
internal import Synchronization

/// What lies within each distance of each space, as polygons, and how much of it others share.
struct SpaceZones: Sendable {
  /// For each distance one feature a space, in degrees on WGS 84; empty for a space without geometry.
  let zones: [PolygonColumn]
  /// The share of each zone that lies in the zones of other spaces, by distance and space.
  let overlapShares: [[Double?]]
  /// For each distance one feature, all zones together.
  let unions: [PolygonColumn]

  private static let chunk = 8

  /// - Throws: `Failure` `spaces.failed`.
  /// - Complexity: for each space the distances of those around it, and that of the few whose zones together cover its own.
  init(_ shapes: SpaceShapes, distances: [Int], jobs: Int) throws {
    let chunks = (shapes.count + Self.chunk - 1) / Self.chunk
    let workers = max(1, min(jobs, chunks))
    typealias Part = (zones: [PolygonColumn], shares: [[Double?]])
    let outcome = Mutex<(parts: [Part?], error: GEOSError?)>((Array(repeating: nil, count: chunks), nil))
    runAtOnce(workers) { worker in
      let context = GEOSContext()
      do throws(GEOSError) {
        for index in stride(from: worker, to: chunks, by: workers) {
          var zones = [PolygonColumn](repeating: PolygonColumn(), count: distances.count)
          var shares = [[Double?]](repeating: [], count: distances.count)
          for space in index * Self.chunk..<min(shapes.count, (index + 1) * Self.chunk) {
            for (level, distance) in distances.enumerated() {
              let (zone, share) = try Self.zone(of: space, within: Double(distance), of: shapes, in: context)
              zones[level].append(contentsOf: zone)
              shares[level].append(share)
            }
          }
          let part = (zones, shares)
          outcome.withLock { $0.parts[index] = part }
        }
      } catch {
        outcome.withLock { $0.error = error }
      }
    }
    let result = outcome.withLock { $0 }
    if let error = result.error { throw Failure(.failed, "spaces.failed", ["reason": error.description]) }
    var zones = [PolygonColumn](repeating: PolygonColumn(), count: distances.count)
    var shares = [[Double?]](repeating: [], count: distances.count)
    for part in result.parts {
      guard let part else { continue }
      for level in distances.indices {
        zones[level].append(contentsOf: part.zones[level])
        shares[level] += part.shares[level]
      }
    }
    self.zones = zones
    overlapShares = shares
    do throws(GEOSError) {
      var unions: [PolygonColumn] = []
      for column in zones { unions.append(try GEOSContext().union(features: Array(0..<column.featureCount), of: column)) }
      self.unions = unions
    } catch {
      throw Failure(.failed, "spaces.failed", ["reason": error.description])
    }
  }

  /// The zone of a space in degrees, and the share of it that others share; both by the plane around the space.
  private static func zone(
    of space: Int, within distance: Double, of shapes: SpaceShapes, in context: GEOSContext
  ) throws(GEOSError) -> (PolygonColumn, Double?) {
    var column = PolygonColumn()
    guard let centre = shapes.centres[space] else {
      column.endFeature()
      return (column, nil)
    }
    let plane = LocalPlane(centre: centre)
    let zone = try shapes.local(space, on: plane).buffered(by: distance, in: context).normalized()
    try zone.appendPolygons(to: &column)
    column.endFeature()
    column.withMutableCoordinates { plane.toDegrees(interleaved: $0) }
    let whole = try zone.area
    let alone = try areaAlone(zone, of: shapes.meeting(space, within: 2 * distance), within: distance, shapes, plane, context)
    let share = 1 - alone / whole
    // What differs less is the rounding of the overlay.
    return (column, share < 1e-9 ? 0 : min(1, share))
  }

  /// The ground of a zone that is in no other's, in m².
  ///
  /// The others are taken away one by one, the nearest first: in a dense quarter a few of them leave nothing, and the hundreds behind are not looked at.
  private static func areaAlone(
    _ zone: consuming GEOSGeometry, of others: [Int], within distance: Double, _ shapes: SpaceShapes, _ plane: LocalPlane,
    _ context: GEOSContext
  ) throws(GEOSError) -> Double {
    var rest = zone
    for other in others {
      let shape = try shapes.local(other, on: plane).geometry(in: context)
      guard try shape.isWithin(distance, of: rest) else { continue }
      rest = try rest.difference(
        shape.buffered(by: distance, quadrantSegments: CoverageOptions.quadrantSegments))
      if try rest.isEmpty { return 0 }
    }
    return try rest.area
  }
}

extension SpaceShapes {
  /// Other spaces whose nearest place may be within a distance, the nearest first.
  fileprivate func meeting(_ space: Int, within metres: Double) -> [Int] {
    guard let centre = centres[space] else { return [] }
    let reach = metres + reaches[space] + (reaches.max() ?? 0)
    let band = reach / 110_574
    let first = byLatitude.partitioningIndex { centres[$0]!.y >= centre.y - band }
    var found: [(metres: Double, space: Int)] = []
    for place in first..<byLatitude.count {
      let other = byLatitude[place]
      if centres[other]!.y > centre.y + band { break }
      guard other != space else { continue }
      let apart = Geodesic.wgs84.distance(from: centre, to: centres[other]!)
      if apart <= metres + reaches[space] + reaches[other] { found.append((apart, other)) }
    }
    return found.sorted { ($0.metres, $0.space) < ($1.metres, $1.space) }.map(\.space)
  }
}
