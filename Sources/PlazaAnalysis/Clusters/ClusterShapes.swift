internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// The outlines of clusters within a study area, and the surfaces of both.
struct ClusterShapes {
  /// The study area as one valid feature, in metres.
  let ground: PolygonColumn
  /// Its surface on the ellipsoid in km².
  let groundSurface: Double
  private let crs: CRS
  private let context = GEOSContext()

  /// - Throws: `Failure` `clusters.no_surface`, `clusters.failed`.
  init(_ study: StudyGround) throws {
    crs = study.crs
    let context = context
    ground = try Self.translated { () throws(GEOSError) in
      if let boundary = study.boundary { return try context.union(features: [0], of: boundary) }
      var box = PolygonColumn()
      try context.geometry(of: study.box).appendPolygons(to: &box)
      box.endFeature()
      return box
    }
    let degrees = try WGS84Layer.geometry(of: Layer(geometry: ground, columns: [], crs: study.crs))
    guard ground.planarArea(ofFeature: 0) > 0, let surface = WGS84Layer.squareKilometres(degrees)[0] else {
      throw Failure(.notUnderstood, "clusters.no_surface")
    }
    groundSurface = surface
  }

  /// The convex hull of each cluster, widened by the radius and cut to the study area; one feature each.
  /// - Throws: `Failure` `clusters.failed`.
  func outlines(_ members: [[Int]], of points: PointCollection, radius: Double) throws -> PolygonColumn {
    try Self.translated { () throws(GEOSError) in
      let area = try context.geometry(feature: 0, of: ground)
      var result = PolygonColumn()
      for places in members {
        let hull = try context.bufferedHull(x: places.map { points.x[$0] }, y: places.map { points.y[$0] }, distance: radius)
        try context.geometry(feature: 0, of: hull).intersection(area).normalized().appendPolygons(to: &result)
        result.endFeature()
      }
      return result
    }
  }

  /// Which points lie in the outline of each cluster; its own members always do.
  func contents(_ outlines: PolygonColumn, _ members: [[Int]], of points: PointCollection, jobs: Int) -> [[Int]] {
    guard !members.isEmpty, points.count > 0 else { return members }
    let locator = AreaLocator(outlines, jobs: jobs)
    var first = [Int32](repeating: AreaLocator.none, count: points.count)
    var flags = [UInt8](repeating: 0, count: points.count)
    points.x.withUnsafeBufferPointer { x in
      points.y.withUnsafeBufferPointer { y in
        first.withUnsafeMutableBufferPointer { first in
          flags.withUnsafeMutableBufferPointer { locator.locate(x: x, y: y, areas: first, flags: $0) }
        }
      }
    }
    var clusterOf = [Int32](repeating: AreaLocator.none, count: points.count)
    for (cluster, places) in members.enumerated() { for point in places { clusterOf[point] = Int32(cluster) } }
    var contents = [[Int]](repeating: [], count: members.count)
    var all: [Int32] = []
    for point in 0..<points.count {
      all.removeAll(keepingCapacity: true)
      if first[point] >= 0 {
        if flags[point] == 0 {
          all.append(first[point])
        } else {
          locator.appendAreas(coveringX: points.x[point], y: points.y[point], to: &all)
        }
      }
      // The cut at the study area rounds: a member that stands on its border may lie a hair beside its outline.
      if clusterOf[point] >= 0, !all.contains(clusterOf[point]) { all.append(clusterOf[point]) }
      for cluster in all { contents[Int(cluster)].append(point) }
    }
    return contents
  }

  /// An even spread over the study area.
  func evenSampler(jobs: Int) throws -> PieceSampler? {
    try Self.translated { () throws(GEOSError) in try PieceSampler(evenOver: ground, jobs: jobs) }
  }

  /// In longitude and latitude on WGS 84.
  func degrees(_ geometry: PolygonColumn) throws -> PolygonColumn {
    try WGS84Layer.geometry(of: Layer(geometry: geometry, columns: [], crs: crs))
  }

  /// The surface that some outlines cover together, in km²: where two overlap it counts once.
  func surface(ofUnion outlines: PolygonColumn) throws -> Double {
    guard outlines.featureCount > 0 else { return 0 }
    let union = try Self.translated { () throws(GEOSError) in
      try context.union(features: Array(0..<outlines.featureCount), of: outlines)
    }
    return WGS84Layer.squareKilometres(try degrees(union))[0] ?? 0
  }

  /// The mean positions of clusters, in longitude and latitude.
  func centres(_ members: [[Int]], of points: PointCollection) throws -> [Coordinate] {
    var positions = PolygonColumn()
    for places in members {
      // Relative to the first, so that large coordinates cost no digits.
      let (x0, y0) = (points.x[places[0]], points.y[places[0]])
      let (dx, dy) = places.reduce((0.0, 0.0)) { ($0.0 + points.x[$1] - x0, $0.1 + points.y[$1] - y0) }
      positions.append(x: x0 + dx / Double(places.count), y: y0 + dy / Double(places.count))
    }
    // No polygon: a column that carries positions through the transformation.
    positions.endRing()
    positions.endPolygon()
    positions.endFeature()
    let degrees = try degrees(positions)
    return members.indices.map { degrees.coordinate(at: $0) }
  }

  private static func translated<T>(_ body: () throws(GEOSError) -> T) throws -> T {
    do { return try body() } catch { throw Failure(.failed, "clusters.failed", ["reason": error.description]) }
  }
}
