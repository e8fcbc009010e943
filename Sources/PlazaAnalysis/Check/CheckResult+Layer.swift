internal import PlazaGeometry
public import PlazaLayers

extension CheckResult {
  private var all: [(file: String, problem: CheckProblem)] {
    files.flatMap { file in
      file.problems.map { (file.file, $0) }.sorted { left, right in Self.precedes(left.1, right.1) }
    }
  }

  /// By kind, then the largest, then by feature.
  private static func precedes(_ left: CheckProblem, _ right: CheckProblem) -> Bool {
    let (a, b) = (left.kind.rank, right.kind.rank)
    if a != b { return a < b }
    let (s, t) = (left.area ?? 0, right.area ?? 0)
    if s != t { return s > t }
    if left.feature != right.feature { return left.feature ?? 0 < right.feature ?? 0 }
    return (left.other, left.field) < (right.other, right.field)
  }

  /// The problems where they are, in longitude and latitude on WGS 84; those of records have no place here.
  public func makeLayer() -> Layer {
    let all = all
    var (ground, points) = (PolygonColumn(), PointColumn())
    for (_, problem) in all {
      switch problem.shape {
      case .none: break
      case .point(let place): points.append(x: place.x, y: place.y)
      case .ground(let column): for polygon in column.polygons(ofFeature: 0) { ground.append(polygon: polygon, of: column) }
      }
      ground.endFeature()
      points.endFeature()
    }
    let columns = Self.tableHeader.enumerated().map { place, name in
      Column(name: name, values: all.map { Self.values($0.problem, $0.file)[place] })
    }
    return Layer(geometry: ground, points: points, columns: columns, crs: .wgs84)
  }

  public static var tableHeader: [String] {
    [
      "problem", "file", "feature", "code", "name", "other", "other_name", "area_m2", "width_m", "places", "reason", "field",
      "value",
    ]
  }

  /// One row for each problem.
  public var table: RowBlock {
    var rows = RowBlock(columns: Self.tableHeader.count)
    for (file, problem) in all { for value in Self.values(problem, file) { rows.append(value) } }
    return rows
  }

  private static func values(_ problem: CheckProblem, _ file: String) -> [FieldValue] {
    func text(_ text: String) -> FieldValue { text.isEmpty ? .null : .text(text) }
    return [
      .text(problem.kind.rawValue), .text(file), problem.feature.map(FieldValue.integer) ?? .null, text(problem.code),
      text(problem.name), text(problem.other), text(problem.otherName), NumberText.field(problem.area),
      NumberText.field(problem.width),
      .integer(problem.places), text(problem.reason), text(problem.field), text(problem.value),
    ]
  }
}

extension CheckProblem.Kind {
  /// Its place in the order of gravity.
  var rank: Int { Self.allCases.firstIndex(of: self)! }
}
