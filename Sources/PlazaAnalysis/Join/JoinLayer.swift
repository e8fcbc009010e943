internal import PlazaGeometry
internal import PlazaLayers

/// The areas with the fields that a join adds, in longitude and latitude on WGS 84; made when it is wanted, because surfaces take time.
struct JoinLayer: Sendable {
  let set: AreaSet
  let counts: JoinCounts
  let rates: JoinRates?
  let borders: BorderTally?
  let locatedShare: Double?
  let isWeighted: Bool

  private var kinds: [Int] { counts.kinds.indices.filter { counts.kinds[$0].hasColumn } }

  /// What stands behind `rate`, `rate_low` and `rate_high`: nothing, or each kind.
  private var rateSuffixes: [(suffix: String, kind: Int?)] {
    guard rates != nil else { return [] }
    return counts.kinds.isEmpty ? [("", nil)] : kinds.map { ("_\(counts.kinds[$0].slug)", $0) }
  }

  /// Fields of the areas that have the name of a computed one, and give way to it.
  var replacedFields: [String] {
    var names: Set = ["count", "area_km2", "per_km2", "located_share"]
    if isWeighted { names.insert("weight") }
    if borders != nil { names.formUnion(["count_low", "count_high"]) }
    for kind in kinds { names.insert("count_\(counts.kinds[kind].slug)") }
    for (suffix, _) in rateSuffixes { names.formUnion(["rate\(suffix)", "rate_low\(suffix)", "rate_high\(suffix)"]) }
    return set.layer.columns.map(\.name).filter(names.contains)
  }

  /// - Throws: `Failure` when the areas' CRS does not lead to WGS 84.
  /// - Complexity: O(vertices) for the surfaces.
  func layer() throws -> Layer {
    let areas = 0..<set.count
    let degrees = try WGS84Layer.geometry(of: set.layer)
    let surface = WGS84Layer.squareKilometres(degrees)
    var added = [Column(name: "count", values: areas.map { .integer(Int(counts.byArea[$0])) })]
    if let borders {
      let low = areas.map { FieldValue.integer(Int(borders.low($0, count: counts.byArea[$0]))) }
      let high = areas.map { FieldValue.integer(Int(borders.high($0, count: counts.byArea[$0]))) }
      added += [Column(name: "count_low", values: low), Column(name: "count_high", values: high)]
    }
    for kind in kinds {
      let values = areas.map { FieldValue.integer(Int(counts.byAreaAndKind[$0 * counts.kinds.count + kind])) }
      added.append(Column(name: "count_\(counts.kinds[kind].slug)", values: values))
    }
    if isWeighted {
      let values = areas.map { NumberText.field(DecimalAmount.double(counts.weightByArea[$0])) }
      added.append(Column(name: "weight", values: values))
    }
    added.append(Column(name: "area_km2", values: surface.map { NumberText.field($0) }))
    let density = areas.map { area in surface[area].map { Double(counts.byArea[area]) / $0 } }
    added.append(Column(name: "per_km2", values: density.map { NumberText.field($0) }))
    added.append(Column(name: "located_share", values: areas.map { _ in NumberText.field(locatedShare) }))
    for (suffix, kind) in rateSuffixes { added += try rateColumns(suffix, kind: kind) }
    let replaced = Set(replacedFields)
    return Layer(geometry: degrees, columns: set.layer.columns.filter { !replaced.contains($0.name) } + added, crs: .wgs84)
  }

  private func rateColumns(_ suffix: String, kind: Int?) throws -> [Column] {
    guard let rates else { return [] }
    let values = try (0..<set.count).map { area in
      let place = kind.map { area * counts.kinds.count + $0 }
      let count = place.map { counts.byAreaAndKind[$0] } ?? counts.byArea[area]
      let weight = place.map { counts.weightByAreaAndKind[$0] } ?? counts.weightByArea[area]
      return try rates.rate(area: area, count: count, amount: Self.amount(count, weight, isWeighted))
    }
    return [
      Column(name: "rate\(suffix)", values: values.map { NumberText.field($0.value) }),
      Column(name: "rate_low\(suffix)", values: values.map { NumberText.field($0.low) }),
      Column(name: "rate_high\(suffix)", values: values.map { NumberText.field($0.high) }),
    ]
  }

  static func amount(_ count: Int64, _ weight: Int128, _ isWeighted: Bool) -> Double {
    isWeighted ? DecimalAmount.double(weight) : Double(count)
  }
}
