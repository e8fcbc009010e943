public import PlazaGeometry
public import PlazaLayers
internal import PlazaPROJ
public import PlazaRecords

/// Public spaces, each by itself, and their registry by region.
public enum Spaces {
  /// What is laid beside the spaces; all of it may be missing.
  public struct Surroundings: Sendable {
    /// Incidents, in any CRS.
    public var incidents: PointCollection?
    public var people: SpacePeople?
    public var hazards: [Hazard] = []
    /// Regions, with their residents where they have them.
    public var areas: AreaLayer?
    public var areaFields = AreaFields()
    /// Tables as they were read, with the names of their files.
    public var activities: [(columns: [Column], file: String)] = []

    public init() {}
  }

  /// - Parameter all: points, lines and valid polygons, in any CRS.
  /// - Throws: `Failure`: what is wrong with fields, areas or tables; `spaces.none_chosen`; `spaces.no_place` when no space
  ///   has a geometry.
  /// - Complexity: for each space that of its neighbours and of the incidents in its box; the incidents are sorted once.
  public static func run(
    _ all: Features, file: String, options: SpaceOptions, surroundings: Surroundings, jobs: Int
  ) async throws -> SpacesResult {
    let chosen = try all.matching(options.only, file: file, option: "--only")
    guard !chosen.isEmpty else {
      throw Failure(.notUnderstood, "spaces.none_chosen", ["file": file, "count": String(all.count)])
    }
    let spaces = all.selecting(chosen)
    var register = try SpaceRegister(spaces, file: file, fields: options.fields, numbers: chosen.map { $0 + 1 })
    let features = try spaces.projected(to: .wgs84)
    let shapes = SpaceShapes(features)
    guard !shapes.byLatitude.isEmpty else { throw Failure(.notUnderstood, "spaces.no_place", ["file": file]) }
    let byPlace = shapes.byLatitude.sorted { one, other in
      guard let a = shapes.centres[one], let b = shapes.centres[other] else { return one < other }
      return (a.y, a.x, one) < (b.y, b.x, other)
    }
    for (one, other) in zip(byPlace, byPlace.dropFirst())
    where shapes.centres[one] == shapes.centres[other] && shapes.reaches[one] == shapes.reaches[other] {
      register.checks.append(
        SpaceCheck(
          .repeatedPlace, file: file, row: register.numbers[max(one, other)], code: register.codes[max(one, other)],
          ["other": register.codes[min(one, other)]]))
    }
    var notes = register.notes
    if chosen.count < all.count {
      notes.append(
        Diagnostic(
          .note, "spaces.chosen", ["file": file, "count": String(chosen.count), "of": String(all.count)]))
    }
    var areas: AreaSet?
    var located = [Int?](repeating: nil, count: shapes.count)
    if let layer = surroundings.areas {
      let set = try await AreaSet(layer.layer, named: layer.file, fields: surroundings.areaFields, jobs: jobs)
      notes += set.notes
      located = try locate(shapes, in: set, jobs: jobs)
      areas = set
    }
    var around: SpaceSurroundings?
    var account = Account()
    if var points = surroundings.incidents {
      notes += piles(in: points)
      try points.move(to: .wgs84, around: box(of: points), boxCRS: points.crs, jobs: jobs)
      let counted = SpaceSurroundings(shapes, points, distances: options.distances, jobs: jobs)
      account = points.account
      account.moveOutside(counted.beyond, cases: counted.beyondCases)
      guard account.isBalanced, points.count + points.emptyRows == account.joined + counted.beyond else {
        throw account.imbalance
      }
      notes += points.notes
      around = counted
    }
    let zones = try SpaceZones(shapes, distances: options.distances, jobs: jobs)
    var residents: SpaceResidents?
    if let source = surroundings.people {
      let crs = StudyCRS.choose(around: features.envelope)
      let people = try await source.people(crs: crs, jobs: jobs)
      notes += people.notes
      residents = try SpaceResidents(people, zones, jobs: jobs)
    }
    let tables = try surroundings.activities.map { table in
      try SpaceActivities(
        table.columns, file: table.file, register: register,
        regions: areas?.codes ?? SpaceRegister.distinct(register.regions ?? []).filter { !$0.isEmpty })
    }
    var checks = register.checks
    let regions =
      areas != nil || register.regions != nil || !tables.isEmpty
      ? SpaceRegions(register, areas: areas, located: located, activities: tables, checks: &checks) : nil
    checks += tables.flatMap(\.checks)
    let hazards = try SpaceHazards(features, surroundings.hazards)
    notes += hazards.notes
    return SpacesResult(
      register: register, features: features, options: options, around: around, zones: zones, residents: residents,
      neighbours: SpaceNeighbours(shapes, jobs: jobs),
      hazards: hazards,
      activities: tables, regions: regions, checks: checks, account: account,
      coordinates: surroundings.incidents?.coordinates, outlines: try areas.map { try WGS84Layer.geometry(of: $0.layer) },
      notes: notes)
  }

  /// Records that share a coordinate may have been put there: what is near it seems to have happened near the space.
  private static func piles(in points: PointCollection) -> [Diagnostic] {
    let all = CoincidentPoints.find(in: points, known: [])
    guard let highest = all.first else { return [] }
    return [
      Diagnostic(
        .warning, "spaces.piles",
        ["places": String(all.count), "count": String(all.reduce(0) { $0 + $1.count }), "highest": String(highest.count)])
    ]
  }

  private static func box(of points: PointCollection) -> Envelope {
    var box = Envelope()
    for point in 0..<points.count { box.expand(x: points.x[point], y: points.y[point]) }
    return box
  }

  /// The area that covers the place of each space.
  private static func locate(_ shapes: SpaceShapes, in areas: AreaSet, jobs: Int) throws -> [Int?] {
    let placed = shapes.byLatitude.sorted()
    var values = placed.flatMap { [shapes.centres[$0]!.x, shapes.centres[$0]!.y] }
    try values.withUnsafeMutableBufferPointer { try Reprojection.transform($0, from: .wgs84, to: areas.layer.crs) }
    let x = placed.indices.map { values[2 * $0] }
    let y = placed.indices.map { values[2 * $0 + 1] }
    var found = [Int32](repeating: AreaLocator.none, count: placed.count)
    var flags = [UInt8](repeating: 0, count: placed.count)
    let locator = AreaLocator(areas.layer.geometry, jobs: jobs)
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        found.withUnsafeMutableBufferPointer { found in
          flags.withUnsafeMutableBufferPointer { locator.locate(x: x, y: y, areas: found, flags: $0) }
        }
      }
    }
    var result = [Int?](repeating: nil, count: shapes.count)
    for (space, area) in zip(placed, found) where area >= 0 { result[space] = Int(area) }
    return result
  }
}

/// Where people live, as files have it.
public struct SpacePeople: Sendable {
  enum Source: Sendable {
    case features(Features, PeopleFields, residential: Features?)
    case raster(any RasterSource)
  }

  private let source: Source
  private let file: String

  /// Areas, blocks or points with columns of people.
  /// - Parameter features: polygons valid, in any CRS.
  /// - Parameter residential: where people may live.
  public init(_ features: Features, file: String, fields: PeopleFields = PeopleFields(), residential: Features? = nil) {
    source = .features(features, fields, residential: residential)
    self.file = file
  }

  /// A raster with the number of people of each cell.
  public init(_ raster: any RasterSource, file: String) {
    source = .raster(raster)
    self.file = file
  }

  func people(crs: CRS, jobs: Int) async throws -> People {
    switch source {
    case .features(let features, let fields, let residential):
      try await People(features, named: file, fields: fields, residential: residential, crs: crs, jobs: jobs)
    case .raster(let raster): try People(raster, named: file, crs: crs, jobs: jobs)
    }
  }
}

/// The people within each distance of each space, and of all together.
struct SpaceResidents: Sendable {
  let groups: [PeopleGroup]
  /// By distance and space.
  let around: [[PeopleCount]]
  let together: [PeopleCount]
  let everybody: PeopleCount
  let method: String

  init(_ people: People, _ zones: SpaceZones, jobs: Int) throws {
    func metric(_ column: PolygonColumn) throws -> PolygonColumn {
      var column = column
      try Reprojection.transform(&column, from: .wgs84, to: people.crs)
      return column
    }
    groups = people.groups
    around = try zones.zones.map { try people.within(metric($0), jobs: jobs) }
    together = try zones.unions.map { try people.within(metric($0), jobs: jobs)[0] }
    everybody = people.total
    method = people.method
  }
}
