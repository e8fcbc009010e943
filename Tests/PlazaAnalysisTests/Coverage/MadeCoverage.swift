import PlazaGeometry
import PlazaLayers

@testable import PlazaAnalysis
@testable import PlazaRecords

/// Areas and spaces in metres of UTM 18S, around the middle of its zone, where the scale is 0.9996.
struct MadeCoverage {
  static let crs = CRS.epsg(32718)
  static let (x0, y0) = (500_000.0, 8_600_000.0)

  var spaces = MadeFeatures()
  var areas = MadeFeatures()
  var options = CoverageOptions()

  init() { options.areas.code = ["code"] }

  /// A square from (x, y) with its code, people and women.
  mutating func addArea(_ code: String, x: Double, y: Double, side: Double, people: Double?, women: Double? = nil) {
    var values: [String: FieldValue] = ["code": .text(code), "poblacion": NumberText.field(people)]
    if let people, let women {
      values["mujeres"] = NumberText.field(women)
      values["hombres"] = NumberText.field(people - women)
    }
    areas.addSquare(x: Self.x0 + x, y: Self.y0 + y, side: side, values)
  }

  mutating func addSpace(x: Double, y: Double, _ values: [String: FieldValue] = [:]) {
    spaces.addPoint(x: Self.x0 + x, y: Self.y0 + y, values)
  }

  func inputs() -> Coverage.Inputs {
    let areas = areas.features(Self.crs)
    return Coverage.Inputs(
      spaces: spaces.features(Self.crs), file: "spaces",
      areas: AreaLayer(Layer(geometry: areas.polygons, columns: areas.columns, crs: Self.crs), file: "areas"))
  }

  func run(jobs: Int = 2) async throws -> CoverageResult { try await Coverage.run(inputs(), options: options, jobs: jobs) }
}

/// Features put together one by one; a field that one of them lacks is null there.
struct MadeFeatures {
  private var points = PointColumn()
  private var lines = LineColumn()
  private var polygons = PolygonColumn()
  private var rows: [[String: FieldValue]] = []

  private mutating func end(_ values: [String: FieldValue]) {
    points.endFeature()
    lines.endFeature()
    polygons.endFeature()
    rows.append(values)
  }

  mutating func addPoint(x: Double, y: Double, _ values: [String: FieldValue] = [:]) {
    points.append(x: x, y: y)
    end(values)
  }

  mutating func addNothing(_ values: [String: FieldValue] = [:]) { end(values) }

  mutating func addLine(_ positions: [(Double, Double)]) {
    for (x, y) in positions { lines.append(x: x, y: y) }
    lines.endLine()
    end([:])
  }

  mutating func addSquare(x: Double, y: Double, side: Double, _ values: [String: FieldValue] = [:]) {
    addRing([(x, y), (x + side, y), (x + side, y + side), (x, y + side)], values)
  }

  mutating func addRing(_ corners: [(Double, Double)], _ values: [String: FieldValue] = [:]) {
    for (x, y) in corners + corners.prefix(1) { polygons.append(x: x, y: y) }
    polygons.endRing()
    polygons.endPolygon()
    end(values)
  }

  func features(_ crs: CRS) -> Features {
    let names = Set(rows.flatMap(\.keys)).sorted()
    let columns = names.map { name in Column(name: name, values: rows.map { $0[name] ?? .null }) }
    return Features(points: points, lines: lines, polygons: polygons, columns: columns, crs: crs)
  }
}

extension Layer {
  func numbers(_ name: String) -> [Double?] {
    (column(named: name)?.values ?? []).map { $0.text.flatMap { Double($0) } }
  }
}
