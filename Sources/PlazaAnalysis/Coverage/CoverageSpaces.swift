internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// What became of the features of a file of spaces: `read = used + filtered + without geometry + far`.
public struct SpaceAccount: Hashable, Sendable {
  public var read = 0
  public var used = 0
  /// Left out because a field has none of the wanted values.
  public var filtered = 0
  public var withoutGeometry = 0
  /// Too far from every area for anybody in one to be near.
  public var far = 0
  /// Of those that are used: in no area. They serve the areas near them all the same.
  public var outside = 0

  public init() {}
}

/// The spaces that serve some areas, in the CRS of a study.
struct CoverageSpaces: Sendable {
  /// In the order of the file.
  var features: Features
  /// In longitude and latitude on WGS 84.
  var degrees: Features
  var account = SpaceAccount()

  var count: Int { features.count }

  /// Keeps what is wanted and near, and brings it into the CRS of the study.
  /// - Parameter given: as read, its polygons valid.
  /// - Parameter near: around the areas, in degrees.
  /// - Throws: `Failure` `features.no_field`, `coverage.no_spaces`, and as the choice of an operation does.
  init(_ given: Features, file: String, conditions: [RecordFilter.Condition], near: Envelope, crs: CRS, jobs: Int) async throws {
    account.read = given.count
    let wanted = try given.matching(conditions, file: file, option: "--only")
    account.filtered = given.count - wanted.count
    let placed = wanted.filter {
      !(given.points.isEmpty(feature: $0) && given.lines.isEmpty(feature: $0) && given.polygons.isEmpty(feature: $0))
    }
    account.withoutGeometry = wanted.count - placed.count
    guard !placed.isEmpty else {
      throw Failure(
        .notUnderstood, "coverage.no_spaces",
        ["file": file, "read": String(account.read), "filtered": String(account.filtered)])
    }
    let here = given.selecting(placed)
    let degrees = try here.projected(to: .wgs84)
    let reached = (0..<degrees.count).filter { near.touches(degrees.envelope(of: $0)) }
    account.far = placed.count - reached.count
    account.used = reached.count
    self.degrees = degrees.selecting(reached)
    // By the one way that the areas come too, so that what lies on a border stays there.
    features = try here.selecting(reached).projected(to: crs)
    // A ring that touches itself may cross itself once it is moved.
    features.polygons = try await GEOS.repaired(features.polygons, jobs: jobs).column
  }

  /// Where a space that is no area is: its points, or the vertices of its lines.
  func places(of space: Int) -> PointColumn {
    var column = PointColumn()
    guard features.polygons.isEmpty(feature: space) else { return column }
    for point in features.points.points(ofFeature: space) {
      let position = features.points.coordinate(at: point)
      column.append(x: position.x, y: position.y)
    }
    for line in features.lines.lines(ofFeature: space) {
      for vertex in features.lines.vertices(ofLine: line) {
        let position = features.lines.coordinate(at: vertex)
        column.append(x: position.x, y: position.y)
      }
    }
    return column
  }

  /// A position in each space, by which it belongs to an area.
  func positions() -> [Coordinate] {
    (0..<count).map { space in
      if let inner = InteriorPoint.point(ofFeature: space, of: features.polygons) { return inner }
      if let first = features.lines.lines(ofFeature: space).first {
        return features.lines.coordinate(at: features.lines.vertices(ofLine: first).lowerBound)
      }
      let points = features.points.points(ofFeature: space)
      return points.isEmpty ? Coordinate(x: .nan, y: .nan) : features.points.coordinate(at: points.lowerBound)
    }
  }
}
