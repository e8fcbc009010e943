internal import PlazaGEOS
internal import PlazaGeometry
public import PlazaLayers

/// What the caller says about the fields of an area layer.
public struct AreaFields: Hashable, Sendable {
  /// The fields whose texts, joined with `/`, are the code; found by name when empty.
  public var code: [String] = []
  public var name: String?
  public var population: String?
  /// The field with the people who are there in passing; a level whose layer lacks it has none.
  public var floating: String?
  /// The fields with the first day on which an area is valid and the first on which it no longer is; found by name when nil.
  public var validFrom: String?
  public var validTo: String?
  /// The day, as 2019-05-17, on which the areas that are used are valid; nil takes all, and refuses a layer of several divisions.
  public var asOf: String?
  /// The field with the code (or the name) of the area one level up.
  public var parent: String?
  /// Whether features with one code are one area; otherwise a repeated code is an error.
  public var mergesCodes = false
  /// Whether an invalid polygon ends the run rather than being repaired.
  public var isStrict = false
  /// What is left as the file writes it.
  public var asWritten: Set<Mending> = []

  public init() {}

  /// One day is asked of all levels.
  public mutating func takeValidity(of other: AreaFields) {
    (validFrom, validTo, asOf) = (other.validFrom, other.validTo, other.asOf)
  }
}

/// The areas of one level, in the order of their codes (UTF-8 bytes), repaired and ready to be located in.
public struct AreaSet: Sendable {
  public var codes: [String]
  public var names: [String]
  /// Nil where unknown, and everywhere when no field was named.
  public var populations: [Double?]
  /// People who are there in passing; nil where unknown, empty where the layer has no such field.
  public var floating: [Double?]
  /// Attributes and repaired geometry, one feature per area.
  public var layer: Layer
  public var account: AreaAccount
  /// Which fields were chosen.
  public var codeFields: [String]
  public var nameField: String?
  public var notes: [Diagnostic]
  /// What each area says of the area one level up; empty when no field was named.
  package var parentTexts: [String]
  package var parentField: String?
  /// The number in its file, from 1, of each area's first feature.
  var featureNumbers: [Int]

  public var count: Int { codes.count }
}

/// What became of the features of an area layer.
public struct AreaAccount: Hashable, Sendable {
  public var read = 0
  public var used = 0
  /// Features left out because they are not valid on `asOf`.
  public var notValid = 0
  public var asOf: String?
  public var repaired = 0
  public var withoutGeometry = 0
  public var withoutRecords = 0
}

extension AreaSet {
  /// Chooses the fields, checks the codes, merges, sorts and repairs.
  /// - Throws: `Failure`: `areas.no_code`, `areas.no_field`, `areas.null_code`, `areas.repeated_code`, `areas.none`,
  ///   `areas.several_divisions`, `areas.none_valid`, `areas.bad_validity`, `geometry.invalid` when strict.
  /// - Complexity: O(vertices) and a sort of the codes.
  public init(_ layer: Layer, named file: String, fields: AreaFields, jobs: Int) async throws {
    try await self.init(layer, named: file, fields: fields, numbers: Array(1...max(1, layer.featureCount)), jobs: jobs)
  }

  /// - Parameter numbers: the number of each feature in its file, where the layer is a part of one.
  package init(_ all: Layer, named file: String, fields: AreaFields, numbers: [Int], jobs: Int) async throws {
    let valid = try AreaValidity.select(all, file: file, fields: fields, numbers: numbers, jobs: jobs)
    let (layer, numbers) = (valid.layer, valid.numbers)
    let choice = try AreaFieldChoice(layer, file: file, fields: fields)
    let order = try Self.order(choice.codes, file: file, numbers: numbers, merges: fields.mergesCodes)
    guard !order.isEmpty else { throw Failure(.notUnderstood, "areas.none", ["file": file]) }
    let first = order.map(\.features[0])
    var notes = valid.notes + choice.notes

    var account = AreaAccount(read: all.featureCount, used: order.count, notValid: valid.notValid, asOf: fields.asOf)
    let geometry = Self.geometry(layer.geometry, order)
    account.withoutGeometry = order.indices.count { geometry.isEmpty(feature: $0) }
    if account.withoutGeometry > 0, account.withoutGeometry < order.count {
      let first = order.indices.first { geometry.isEmpty(feature: $0) }
      notes.append(
        Diagnostic(
          .warning, "areas.without_geometry",
          ["file": file, "count": String(account.withoutGeometry), "code": first.map { order[$0].code } ?? ""]))
    }
    let repaired = try await Self.repaired(geometry, order, isStrict: fields.isStrict, file: file, numbers: numbers, jobs: jobs)
    account.repaired = repaired.count
    notes += repaired.notes
    let columns = layer.columns.map { column in Column(name: column.name, values: first.map { column.values[$0] }) }

    codes = order.map(\.code)
    names = first.map { choice.names?[$0] ?? "" }
    let mends = !fields.asWritten.contains(.thousands)
    let residents = try Self.populations(
      order.map(\.features), choice.population, file: file, numbers: numbers, mends: mends)
    populations = residents.values
    let passing = try Self.populations(order.map(\.features), choice.floating, file: file, numbers: numbers, mends: mends)
    floating = choice.floating == nil ? [] : passing.values
    notes += residents.notes + passing.notes
    parentTexts = try Self.parents(order, choice.parent, file: file, numbers: numbers)
    parentField = choice.parent?.name
    featureNumbers = first.map { numbers[$0] }
    self.layer = Layer(geometry: repaired.geometry, columns: columns, crs: layer.crs)
    self.account = account
    codeFields = choice.codeFields
    nameField = choice.nameField
    self.notes = notes
  }

  /// The areas' polygons in the order of the codes; the file's own column when that is its order already.
  private static func geometry(_ column: PolygonColumn, _ order: [Group]) -> PolygonColumn {
    if order.count == column.featureCount, order.indices.allSatisfy({ order[$0].features[0] == $0 }) { return column }
    var geometry = PolygonColumn()
    geometry.reserveCapacity(vertices: column.vertexCount)
    for group in order {
      if group.features.count == 1 {
        geometry.append(feature: group.features[0], of: column)
        continue
      }
      for feature in group.features {
        for polygon in column.polygons(ofFeature: feature) { geometry.append(polygon: polygon, of: column) }
      }
      geometry.endFeature()
    }
    return geometry
  }

  /// Parts that were merged under one code may touch or overlap without anything being wrong: their union is no repair.
  private static func repaired(
    _ geometry: PolygonColumn, _ order: [Group], isStrict: Bool, file: String, numbers: [Int], jobs: Int
  ) async throws -> (geometry: PolygonColumn, count: Int, notes: [Diagnostic]) {
    let result: (column: PolygonColumn, repairs: [Repair])
    do {
      result = try await GEOS.repaired(geometry, jobs: jobs)
    } catch let error as GEOSError {
      let feature = error.feature.map { String(numbers[order[$0].features[0]]) } ?? "?"
      throw Failure(.notUnderstood, "geometry.unbuildable", ["file": file, "feature": feature, "reason": error.message])
    }
    let repairs = result.repairs.filter { order[$0.feature].features.count == 1 }
    if isStrict, let first = repairs.first {
      throw Failure(
        .refused, "geometry.invalid",
        [
          "file": file, "feature": String(numbers[order[first.feature].features[0]]), "reason": first.reason,
          "x": NumberText.text(first.place.x) ?? "?", "y": NumberText.text(first.place.y) ?? "?",
        ])
    }
    guard !repairs.isEmpty else { return (result.column, 0, []) }
    return (
      result.column, repairs.count,
      [Diagnostic(.warning, "geometry.repaired", ["file": file, "count": String(repairs.count)])]
    )
  }

  private struct Group {
    var code: String
    var features: [Int]
  }

  private static func order(_ codes: [String?], file: String, numbers: [Int], merges: Bool) throws -> [Group] {
    var groups: [Group] = []
    let sorted = codes.indices.sorted { left, right in
      let (a, b) = (codes[left] ?? "", codes[right] ?? "")
      return a == b ? left < right : CanonicalText.precedes(a, b)
    }
    for feature in sorted {
      guard let code = codes[feature], !code.isEmpty else {
        throw Failure(.notUnderstood, "areas.null_code", ["file": file, "feature": String(numbers[feature])])
      }
      if groups.last?.code == code {
        guard merges else {
          let other = String(numbers[groups[groups.count - 1].features[0]])
          throw Failure(
            .notUnderstood, "areas.repeated_code",
            ["file": file, "code": code, "feature": String(numbers[feature]), "other": other])
        }
        groups[groups.count - 1].features.append(feature)
      } else {
        groups.append(Group(code: code, features: [feature]))
      }
    }
    return groups
  }

  /// Features that are one area either repeat its population, when all values are equal, or have parts of it.
  private static func populations(
    _ groups: [[Int]], _ column: Column?, file: String, numbers: [Int], mends: Bool
  ) throws -> (values: [Double?], notes: [Diagnostic]) {
    guard let column else { return (groups.map { _ in nil }, []) }
    let read = try NumberColumn.readPeople(column.values, places: numbers, mends: mends, file: file, field: column.name)
    if let bad = read.bad {
      throw Failure(
        .notUnderstood, "areas.bad_population",
        ["file": file, "feature": String(numbers[bad]), "field": column.name, "value": column.values[bad].text ?? ""])
    }
    let values = groups.map { features -> Double? in
      let values = features.compactMap { read.values[$0] }.sorted()
      guard let first = values.first, let last = values.last else { return nil }
      return first == last ? first : values.reduce(0, +)
    }
    return (values, read.notes)
  }

  /// What areas say of their parents: features that are one area must agree.
  private static func parents(_ groups: [Group], _ column: Column?, file: String, numbers: [Int]) throws -> [String] {
    guard let column else { return [] }
    func text(_ feature: Int) -> String { column.values[feature].text.map { CanonicalText.of($0.utf8) } ?? "" }
    return try groups.map { group in
      let stated = text(group.features[0])
      for feature in group.features.dropFirst() where text(feature) != stated {
        throw Failure(
          .notUnderstood, "areas.two_parents",
          ["file": file, "feature": String(numbers[feature]), "code": group.code, "one": stated, "other": text(feature)])
      }
      return stated
    }
  }
}
