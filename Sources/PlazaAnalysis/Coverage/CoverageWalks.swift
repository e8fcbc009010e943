internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaNetwork
internal import PlazaPROJ
internal import PlazaRecords

/// What the streets of a coverage are like.
public struct StreetAccount: Hashable, Sendable {
  public var lines: Int
  public var edges: Int
  public var kilometres: Double
  /// Pieces between which nobody can walk, and the share of the length that the longest has.
  public var pieces: Int
  public var shareOfLargest: Double
  /// Ends that became one node with a vertex near them.
  public var snapped: Int
  /// Places where lines crossed or touched without a vertex in common, and were joined.
  public var crossings: Int
  /// Lines that nobody walks on, or that the caller left out.
  public var leftOut: Int
  /// Spaces that no street leads to.
  public var spacesWithoutStreet: Int
  /// Areas in which no street lies.
  public var areasWithoutStreet: Int
  /// Metres to each side of a street within which people live on it.
  public var band: Double
}

/// Walks to spaces along streets.
struct CoverageWalks: Sendable {
  /// Metres that a position may lie away from its street, where no band says more.
  private static let access = 100.0

  let account: StreetAccount
  private(set) var notes: [Diagnostic] = []
  private let locator: StreetLocator
  private let entries: StreetEntries
  private let reach: StreetReach
  private let band: Double

  /// - Throws: `Failure` `coverage.no_streets`, and as the choice of an operation does.
  init(
    _ ground: CoverageGround, streets: Features, file: String, entrances: Features?, options: CoverageOptions, jobs: Int
  ) throws {
    let walked = try WalkedStreets(streets, file: file, choice: options.streets)
    notes = walked.notes
    let projected = try walked.features.projected(to: ground.crs).lines
    let levels = (0..<projected.featureCount).flatMap { feature in
      [Int32](repeating: walked.levels[feature], count: projected.lines(ofFeature: feature).count)
    }
    let noded = projected.noded(levels: levels, reach: options.snap)
    let lines = noded.lines
    let lengths = ground.isLocal ? try Self.lengths(lines, in: ground.crs) : nil
    let graph = StreetGraph(lines, lengths: lengths, snap: options.snap)
    locator = StreetLocator(graph)
    band = options.band
    entries = Self.entries(ground.spaces, try entrances?.projected(to: ground.crs), locator, jobs: jobs)
    reach = graph.reach(from: entries, limit: options.distances.last ?? 0)
    let hasStreet = Self.areasWithStreet(lines, ground.geometry, jobs: jobs)
    account = StreetAccount(
      lines: graph.account.lines, edges: graph.edgeCount, kilometres: graph.components.totalLength / 1000,
      pieces: graph.components.count, shareOfLargest: graph.components.shareOfLargest ?? 0, snapped: graph.account.snapped,
      crossings: noded.crossings, leftOut: walked.leftOut,
      spacesWithoutStreet: entries.spacesWithoutStreet.count,
      areasWithoutStreet: (0..<ground.count).count { !hasStreet[$0] && !ground.geometry.isEmpty(feature: $0) },
      band: options.band)
    if account.crossings > 0 {
      notes.append(
        Diagnostic(.note, "coverage.street_crossings", ["file": file, "count": String(account.crossings)]))
    }
    if account.pieces > 1 {
      notes.append(
        Diagnostic(
          .warning, "coverage.street_pieces",
          ["count": String(account.pieces), "share": NumberText.text(account.shareOfLargest) ?? ""]))
    }
    if account.spacesWithoutStreet > 0 {
      notes.append(
        Diagnostic(.warning, "coverage.spaces_without_street", ["count": String(account.spacesWithoutStreet)]))
    }
    if account.areasWithoutStreet > 0 {
      notes.append(Diagnostic(.warning, "coverage.areas_without_street", ["count": String(account.areasWithoutStreet)]))
    }
  }

  /// What is within a walk: the ground beside the stretches of street within the distance, and the spaces themselves; nothing that is not within
  /// the distance in a straight line too.
  /// - Parameter straight: the band of the same distance.
  func band(_ straight: CoverageBand, _ ground: CoverageGround, jobs: Int) async throws -> CoverageBand {
    let lines = locator.graph.lines(of: reach.parts(within: straight.distance))
    var (points, polygons) = (PointColumn(), PolygonColumn())
    for _ in 0..<lines.lineCount {
      points.endFeature()
      polygons.endFeature()
    }
    // Each stretch by itself, so that each area unites those that are near it.
    let single = LineColumn(
      coordinates: lines.coordinates, lineOffsets: lines.lineOffsets, featureOffsets: Array(0...lines.lineCount))
    var shapes = try await GEOS.buffers(
      points: points, lines: single, polygons: polygons, distance: band, quadrantSegments: 8, jobs: jobs
    ).column
    shapes.append(contentsOf: ground.spaces.features.polygons)
    let ways = Buffers(shapes)
    let near = try await GEOS.coverage(of: straight.covered, by: ways, jobs: jobs).covered
    var result = try await ground.band(straight.distance, .walk, Buffers(near), jobs: jobs)
    let whole = Buffers(try await GEOS.dissolved(ways, jobs: jobs))
    result.service = try await GEOS.coverage(of: straight.service, by: whole, jobs: jobs).covered
    return result
  }

  /// The spaces within a walk of each position, with its metres.
  func costs(of positions: [Coordinate], within limit: Double, jobs: Int) -> [[(supply: Int, cost: Double)]] {
    var column = PointColumn()
    for position in positions {
      column.append(x: position.x, y: position.y)
      column.endFeature()
    }
    let points = locator.points(column, within: max(band, Self.access), jobs: jobs)
    let catchments = locator.graph.catchments(of: entries, points: points, limit: limit, jobs: jobs)
    var rows: [[(supply: Int, cost: Double)]] = positions.map { _ in [] }
    for space in 0..<catchments.spaceCount {
      for pair in catchments.range(ofSpace: space) {
        rows[Int(catchments.points[pair])].append((space, catchments.distances[pair]))
      }
    }
    return rows
  }

  /// A space with entrances near it is entered there; another by the streets in it or along its boundary, a point from its nearest street.
  private static func entries(
    _ spaces: CoverageSpaces, _ entrances: Features?, _ locator: StreetLocator, jobs: Int
  ) -> StreetEntries {
    var own = [PointColumn](repeating: PointColumn(), count: spaces.count)
    if let entrances {
      let positions = (0..<entrances.points.pointCount).map { entrances.points.coordinate(at: $0) }
      let near = SpaceDistances(spaces.features).near(positions, within: 50, jobs: jobs)
      for (position, found) in zip(positions, near) {
        // The nearest, the first in the file of several.
        guard let space = found.min(by: { ($0.cost, $0.supply) < ($1.cost, $1.supply) })?.supply else { continue }
        own[space].append(x: position.x, y: position.y)
      }
    }
    var points = PointColumn()
    for space in 0..<spaces.count {
      let column = own[space].pointCount > 0 ? own[space] : spaces.places(of: space)
      for point in 0..<column.pointCount {
        let position = column.coordinate(at: point)
        points.append(x: position.x, y: position.y)
      }
      points.endFeature()
    }
    let byPoints = locator.entries(of: points, access: access, jobs: jobs)
    let byAreas = locator.entries(of: spaces.features.polygons, jobs: jobs)
    return StreetEntries(
      (0..<spaces.count).map { space in
        let hasOwn = own[space].pointCount > 0 || spaces.features.polygons.isEmpty(feature: space)
        return Array(hasOwn ? byPoints.entries(ofSpace: space) : byAreas.entries(ofSpace: space))
      })
  }

  private static func areasWithStreet(_ lines: LineColumn, _ areas: PolygonColumn, jobs: Int) -> [Bool] {
    let positions = (0..<lines.vertexCount).map { lines.coordinate(at: $0) }
    var result = [Bool](repeating: false, count: areas.featureCount)
    for case let area? in CoverageGround.locate(positions, in: areas, jobs: jobs) { result[area] = true }
    return result
  }

  /// Of the segment that begins at each vertex, on the ellipsoid.
  private static func lengths(_ lines: LineColumn, in crs: CRS) throws -> [Double] {
    let count = lines.featureCount
    let features = Features(
      points: PointColumn(empty: count), lines: lines, polygons: PolygonColumn(empty: count), columns: [], crs: crs)
    let degrees = try features.projected(to: .wgs84).lines
    var lengths = [Double](repeating: 0, count: degrees.vertexCount)
    for line in 0..<degrees.lineCount {
      for vertex in degrees.vertices(ofLine: line).dropLast() {
        let (a, b) = (degrees.coordinate(at: vertex), degrees.coordinate(at: vertex + 1))
        if a != b { lengths[vertex] = max(.leastNormalMagnitude, Geodesic.wgs84.distance(from: a, to: b)) }
      }
    }
    return lengths
  }
}
