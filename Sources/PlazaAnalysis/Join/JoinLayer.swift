internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// The areas with the fields that a join adds, in longitude and latitude on WGS 84; made when it is wanted, because surfaces take time.
///
/// The areas of all levels are one layer, those of the coarsest first. Unknown parts have no geometry and stand in the table only.
struct JoinLayer: Sendable {
  let territory: Territory
  let counts: AreaCounts
  let rates: JoinRates?
  let borders: [BorderTally]
  let locatedShare: [Double?]
  let isWeighted: Bool

  private var kinds: [Int] { counts.kinds.indices.filter { counts.kinds[$0].hasColumn } }

  /// The rows that are areas, in the order of the layer.
  var rows: [Int] { counts.places.places.indices.filter { counts.places.places[$0].area >= 0 } }

  var hasLevels: Bool { territory.isNested || territory.levels[0].isNamed }
  var hasParents: Bool { territory.isNested || territory.levels[0].areas.parentField != nil }

  /// What stands behind `rate`, `rate_low` and `rate_high`: nothing, or each kind.
  private var rateSuffixes: [(suffix: String, kind: Int?)] {
    guard rates != nil else { return [] }
    return counts.kinds.isEmpty ? [("", nil)] : kinds.map { ("_\(counts.kinds[$0].slug)", $0) }
  }

  private static let rateFields = ["rate", "rate_low", "rate_high", "rate_eb"]

  /// Fields of the areas that have the name of a computed one, and give way to it.
  var replacedFields: [String] {
    var names: Set = ["count", "area_km2", "per_km2", "located_share"]
    if hasLevels { names.insert("level") }
    if hasParents { names.insert("parent") }
    if isWeighted { names.insert("weight") }
    if !borders.isEmpty { names.formUnion(["count_low", "count_high"]) }
    for kind in kinds { names.insert("count_\(counts.kinds[kind].slug)") }
    for (suffix, _) in rateSuffixes { names.formUnion((Self.rateFields + furtherRateFields).map { $0 + suffix }) }
    if rates?.areOfTable == true { names.insert("population") }
    return ownFields.filter(names.contains)
  }

  /// The fields of all levels, each once, the coarsest level's first.
  var ownFields: [String] {
    var seen: Set<String> = []
    return territory.levels.reversed().flatMap { $0.areas.layer.columns.map(\.name) }.filter { seen.insert($0).inserted }
  }

  /// - Throws: `Failure` when the areas' CRS does not lead to WGS 84.
  /// - Complexity: O(vertices) for the surfaces.
  func layer() throws -> Layer {
    let degrees = try geometry()
    let surface = try surfaces()
    let rows = rows
    let replaced = Set(replacedFields)
    var columns = ownFields.filter { !replaced.contains($0) }.map { ownColumn($0, rows) }
    columns += placeColumns(rows)
    columns.append(Column(name: "count", values: rows.map { .integer(Int(counts.byPlace[$0])) }))
    if !borders.isEmpty {
      columns.append(Column(name: "count_low", values: rows.map { bound($0) { $0.low($1, count: $2) } }))
      columns.append(Column(name: "count_high", values: rows.map { bound($0) { $0.high($1, count: $2) } }))
    }
    for kind in kinds {
      let values = rows.map { FieldValue.integer(Int(counts.byPlaceAndKind[$0 * counts.kinds.count + kind])) }
      columns.append(Column(name: "count_\(counts.kinds[kind].slug)", values: values))
    }
    if isWeighted {
      let values = rows.map { NumberText.field(DecimalAmount.double(counts.weightByPlace[$0])) }
      columns.append(Column(name: "weight", values: values))
    }
    columns.append(Column(name: "area_km2", values: surface.map { NumberText.field($0) }))
    let density = rows.indices.map { index in surface[index].map { Double(counts.byPlace[rows[index]]) / $0 } }
    columns.append(Column(name: "per_km2", values: density.map { NumberText.field($0) }))
    columns.append(Column(name: "located_share", values: rows.map { NumberText.field(locatedShare[$0]) }))
    if let rates, rates.areOfTable {
      columns.append(Column(name: "population", values: try rows.map { NumberText.field(try rates.population($0)) }))
    }
    for (suffix, kind) in rateSuffixes { columns += try rateColumns(suffix, kind: kind, rows) }
    return Layer(geometry: degrees, columns: columns, crs: .wgs84)
  }

  /// Where a row stands among the levels.
  func placeColumns(_ rows: [Int]) -> [Column] {
    let places = counts.places.places
    var columns: [Column] = []
    if hasLevels { columns.append(Column(name: "level", values: rows.map { .text(territory.levels[places[$0].level].name) })) }
    if hasParents {
      columns.append(
        Column(name: "parent", values: rows.map { places[$0].parentCode.isEmpty ? .null : .text(places[$0].parentCode) }))
    }
    return columns
  }

  /// Null where the borders of a coarser level are not known: it is in another CRS, or the area has no geometry.
  private func bound(_ row: Int, _ value: (BorderTally, _ area: Int, _ count: Int64) -> Int64) -> FieldValue {
    let place = counts.places.places[row]
    guard let tally = borders.first(where: { $0.level == place.level }),
      place.level == 0 || !territory.levels[place.level].areas.layer.geometry.isEmpty(feature: place.area)
    else { return .null }
    return .integer(Int(value(tally, place.area, counts.byPlace[row])))
  }

  func geometry() throws -> PolygonColumn {
    if !territory.isNested { return try WGS84Layer.geometry(of: territory.finest.layer) }
    var all = PolygonColumn()
    for level in territory.levels.reversed() { all.append(contentsOf: try WGS84Layer.geometry(of: level.areas.layer)) }
    return all
  }

  /// In km², in the order of the rows.
  private func surfaces() throws -> [Double?] {
    if !territory.isNested { return try WGS84Layer.squareKilometres(of: territory.finest.layer) }
    return try territory.levels.reversed().flatMap { try WGS84Layer.squareKilometres(of: $0.areas.layer) }
  }

  func ownColumn(_ name: String, _ rows: [Int]) -> Column {
    let columns = territory.levels.map { $0.areas.layer.column(named: name) }
    return Column(
      name: name,
      values: rows.map { row in
        let place = counts.places.places[row]
        return columns[place.level]?.values[place.area] ?? .null
      })
  }

  private func rateColumns(_ suffix: String, kind: Int?, _ rows: [Int]) throws -> [Column] {
    guard let rates else { return [] }
    func place(_ row: Int) -> Int? { kind.map { row * counts.kinds.count + $0 } }
    func count(_ row: Int) -> Int64 { place(row).map { counts.byPlaceAndKind[$0] } ?? counts.byPlace[row] }
    let values = try rows.map { row in
      let weight = place(row).map { counts.weightByPlaceAndKind[$0] } ?? counts.weightByPlace[row]
      return try rates.rate(place: row, count: count(row), amount: Self.amount(count(row), weight, isWeighted))
    }
    // Areas are drawn towards the rate of their own level: another level counts the same records again.
    var stabilized: [Int: Double] = [:]
    for level in territory.levels.indices {
      let own = rows.filter { counts.places.places[$0].level == level }
      for (row, value) in zip(own, try rates.stabilized(own, counts: own.map(count))) { stabilized[row] = value }
    }
    return try [
      Column(name: "rate\(suffix)", values: values.map { NumberText.field($0.value) }),
      Column(name: "rate_low\(suffix)", values: values.map { NumberText.field($0.low) }),
      Column(name: "rate_high\(suffix)", values: values.map { NumberText.field($0.high) }),
      Column(name: "rate_eb\(suffix)", values: rows.map { NumberText.field(stabilized[$0]) }),
    ] + furtherRateColumns(rates, suffix, kind: kind, rows)
  }

  static func amount(_ count: Int64, _ weight: Int128, _ isWeighted: Bool) -> Double {
    isWeighted ? DecimalAmount.double(weight) : Double(count)
  }
}
