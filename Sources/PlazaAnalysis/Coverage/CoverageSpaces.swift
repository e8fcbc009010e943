internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaLayers

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
  /// - Throws: `Failure` `coverage.no_field`, `coverage.no_spaces`, and as the choice of an operation does.
  init(_ given: Features, file: String, conditions: [JoinOptions.Condition], near: Envelope, crs: CRS, jobs: Int) async throws {
    account.read = given.count
    let wanted = try Self.wanted(given, file: file, conditions)
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

  private static func wanted(_ given: Features, file: String, _ conditions: [JoinOptions.Condition]) throws -> [Int] {
    let tests = try conditions.map { condition in
      let names = given.columns.map(\.name)
      guard let index = FieldNames.index(of: condition.field, in: names) else {
        throw Failure(
          .notUnderstood, "coverage.no_field",
          ["file": file, "option": "--where", "field": condition.field, "fields": names.joined(separator: ", ")])
      }
      return (values: given.columns[index].values, wanted: Set(condition.values.map { KindText.canonical($0.utf8) }))
    }
    return (0..<given.count).filter { feature in
      tests.allSatisfy { test in test.wanted.contains(test.values[feature].text.map { KindText.canonical($0.utf8) } ?? "") }
    }
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

extension Features {
  /// Some of the features, in the order given. O(their vertices).
  func selecting(_ wanted: [Int]) -> Features {
    if wanted.count == count { return self }
    var (points, lines, polygons) = (PointColumn(), LineColumn(), PolygonColumn())
    for feature in wanted {
      for point in self.points.points(ofFeature: feature) {
        let position = self.points.coordinate(at: point)
        points.append(x: position.x, y: position.y)
      }
      points.endFeature()
      for line in self.lines.lines(ofFeature: feature) {
        for vertex in self.lines.vertices(ofLine: line) {
          let position = self.lines.coordinate(at: vertex)
          lines.append(x: position.x, y: position.y)
        }
        lines.endLine()
      }
      lines.endFeature()
      polygons.append(feature: feature, of: self.polygons)
    }
    let columns = columns.map { column in Column(name: column.name, values: wanted.map { column.values[$0] }) }
    return Features(points: points, lines: lines, polygons: polygons, columns: columns, crs: crs)
  }

  /// The box of one feature; empty without geometry.
  func envelope(of feature: Int) -> Envelope {
    var box = polygons.envelope(ofFeature: feature)
    for point in points.points(ofFeature: feature) {
      let position = points.coordinate(at: point)
      box.expand(x: position.x, y: position.y)
    }
    for line in lines.lines(ofFeature: feature) {
      for vertex in lines.vertices(ofLine: line) {
        let position = lines.coordinate(at: vertex)
        box.expand(x: position.x, y: position.y)
      }
    }
    return box
  }
}
