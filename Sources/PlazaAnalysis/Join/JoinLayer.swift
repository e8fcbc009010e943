internal import PlazaGeometry
internal import PlazaLayers

/// The areas with the fields that a join adds, in longitude and latitude on WGS 84.
enum JoinLayer {
  static func layer(
    _ set: AreaSet, _ counts: JoinCounts, _ rates: JoinRates?, locatedShare: Double?, isWeighted: Bool
  ) throws -> (layer: Layer, warnings: [Diagnostic]) {
    let areas = 0..<set.count
    let kinds = counts.kinds.indices.filter { counts.kinds[$0].hasColumn }
    let kindCount = counts.kinds.count
    let degrees = try WGS84Layer.geometry(of: set.layer)
    let surface = WGS84Layer.squareKilometres(degrees)
    var added = [Column(name: "count", values: areas.map { .integer(Int(counts.byArea[$0])) })]
    for kind in kinds {
      let values = areas.map { FieldValue.integer(Int(counts.byAreaAndKind[$0 * kindCount + kind])) }
      added.append(Column(name: "count_\(counts.kinds[kind].slug)", values: values))
    }
    if isWeighted {
      added.append(
        Column(name: "weight", values: areas.map { NumberText.field(DecimalAmount.double(counts.weightByArea[$0])) }))
    }
    added.append(Column(name: "area_km2", values: surface.map { NumberText.field($0) }))
    added.append(
      Column(
        name: "per_km2",
        values: areas.map { area in NumberText.field(surface[area].map { Double(counts.byArea[area]) / $0 }) }))
    added.append(Column(name: "located_share", values: areas.map { _ in NumberText.field(locatedShare) }))
    if let rates {
      if counts.kinds.isEmpty {
        added += try columns(of: rates, suffix: "", areas) { area in
          (counts.byArea[area], amount(counts.byArea[area], counts.weightByArea[area], isWeighted))
        }
      }
      for kind in kinds {
        added += try columns(of: rates, suffix: "_\(counts.kinds[kind].slug)", areas) { area in
          let place = area * kindCount + kind
          return (
            counts.byAreaAndKind[place], amount(counts.byAreaAndKind[place], counts.weightByAreaAndKind[place], isWeighted)
          )
        }
      }
    }
    let names = Set(added.map(\.name))
    let replaced = set.layer.columns.filter { names.contains($0.name) }.map(\.name)
    let layer = Layer(
      geometry: degrees, columns: set.layer.columns.filter { !names.contains($0.name) } + added, crs: .wgs84)
    let warnings =
      replaced.isEmpty ? [] : [Diagnostic(.warning, "join.replaced_fields", ["fields": replaced.joined(separator: ", ")])]
    return (layer, warnings)
  }

  static func amount(_ count: Int64, _ weight: Int128, _ isWeighted: Bool) -> Double {
    isWeighted ? DecimalAmount.double(weight) : Double(count)
  }

  private static func columns(
    of rates: JoinRates, suffix: String, _ areas: Range<Int>, _ count: (Int) -> (Int64, Double)
  ) throws -> [Column] {
    let values = try areas.map { area in
      let (count, amount) = count(area)
      return try rates.rate(area: area, count: count, amount: amount)
    }
    return [
      Column(name: "rate\(suffix)", values: values.map { NumberText.field($0.value) }),
      Column(name: "rate_low\(suffix)", values: values.map { NumberText.field($0.low) }),
      Column(name: "rate_high\(suffix)", values: values.map { NumberText.field($0.high) }),
    ]
  }
}
