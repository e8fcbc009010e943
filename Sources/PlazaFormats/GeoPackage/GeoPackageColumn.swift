internal import PlazaGeometry
internal import PlazaLayers

/// A column of a table: what it is called, which field it holds, and of which type its values are.
struct GeoPackageColumn {
  enum ValueType: String {
    case boolean = "BOOLEAN"
    case integer = "INTEGER"
    case real = "REAL"
    case text = "TEXT"
  }

  var name: String
  var field: String
  var type: ValueType
  /// Whether a number tells it from another column.
  var isNumbered = false

  /// One for each field of a layer, in its order; of two that become alike the later, which is computed, keeps its name, and a number tells
  /// the other from it.
  static func all(of layer: Layer) -> [GeoPackageColumn] {
    var taken: Set<String> = ["fid", "geom"]
    let named = layer.columns.reversed().map { column in
      let simple = GeoPackageNames.simple(column.name)
      var name = simple
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(simple)_\(number)"
        number += 1
      }
      return GeoPackageColumn(
        name: name, field: column.name, type: type(of: column.values), isNumbered: number > 2)
    }
    return named.reversed()
  }

  /// The narrowest type that holds every value as it is.
  private static func type(of values: [FieldValue]) -> ValueType {
    var type: ValueType?
    for value in values {
      switch (value, type) {
      case (.null, _): continue
      case (.bool, nil), (.bool, .boolean): type = .boolean
      case (.number(let digits), nil), (.number(let digits), .integer): type = Int64(digits) == nil ? .real : .integer
      case (.number, .real): continue
      default: return .text
      }
    }
    return type ?? .text
  }

  func bind(_ value: FieldValue, to statement: SQLiteStatement, at place: Int) throws {
    switch (value, type) {
    case (.null, _): try statement.bindNull(at: place)
    case (.bool(let value), .boolean): try statement.bind(Int64(value ? 1 : 0), at: place)
    case (.number(let digits), .integer): try statement.bind(Int64(digits) ?? 0 as Int64, at: place)
    case (.number(let digits), .real): try statement.bind(Double(digits) ?? 0 as Double, at: place)
    default: try statement.bind(value.text, at: place)
    }
  }
}

/// Which kind of geometry a layer has, as a GeoPackage names it.
enum GeoPackageKind: String {
  case polygon = "POLYGON"
  case multiPolygon = "MULTIPOLYGON"
  case lineString = "LINESTRING"
  case multiLineString = "MULTILINESTRING"
  case point = "POINT"
  case multiPoint = "MULTIPOINT"
  case any = "GEOMETRY"

  /// Whether every geometry of the layer is written as one of several parts.
  var isMulti: Bool { [.multiPolygon, .multiLineString, .multiPoint].contains(self) }

  init(_ layer: Layer) {
    func isSingle(_ kind: Layer.Kind) -> Bool {
      (0..<layer.featureCount).allSatisfy { layer.count(kind, ofFeature: $0) <= 1 }
    }
    let kinds = layer.kinds
    switch kinds.first {
    case _ where kinds.count > 1: self = .any
    case .points: self = isSingle(.points) ? .point : .multiPoint
    case .lines: self = isSingle(.lines) ? .lineString : .multiLineString
    case .areas, nil: self = isSingle(.areas) ? .polygon : .multiPolygon
    }
  }
}
