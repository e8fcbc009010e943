internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// The new areas with the carried counts: the fields and the table of a join, with decimals where areas were divided.
struct CrosswalkedLayer: Sendable {
  let set: AreaSet
  let counts: CrosswalkedCounts
  let rates: CrosswalkedRates?
  let locatedShare: Double?
  let isWeighted: Bool

  private var kinds: [Int] { counts.kinds.indices.filter { counts.kinds[$0].hasColumn } }

  private var rateSuffixes: [(suffix: String, kind: Int?)] {
    guard rates != nil else { return [] }
    return counts.kinds.isEmpty ? [("", nil)] : kinds.map { ("_\(counts.kinds[$0].slug)", $0) }
  }

  var replacedFields: [String] {
    var names: Set = ["count", "area_km2", "per_km2", "located_share"]
    if isWeighted { names.insert("weight") }
    for kind in kinds { names.insert("count_\(counts.kinds[kind].slug)") }
    for (suffix, _) in rateSuffixes { names.formUnion(["rate\(suffix)", "rate_low\(suffix)", "rate_high\(suffix)"]) }
    return set.layer.columns.map(\.name).filter(names.contains)
  }

  /// The area with the most, in words.
  var most: Diagnostic? {
    let total = counts.byArea.reduce(0, +)
    guard total > 0 else { return nil }
    let area = counts.byArea.indices.max { (counts.byArea[$0], $1) < (counts.byArea[$1], $0) }!
    return Diagnostic(
      .note, "carried.most",
      [
        "area": set.names[area].isEmpty ? set.codes[area] : set.names[area], "count": Self.text(counts.byArea[area]),
        "share": NumberText.text(DecimalAmount.double(counts.byArea[area]) / DecimalAmount.double(total)) ?? "0",
      ])
  }

  private static func text(_ amount: Int128) -> String { NumberText.text(DecimalAmount.double(amount)) ?? "" }

  private static func field(_ amount: Int128) -> FieldValue { .number(text(amount)) }

  func layer() throws -> Layer {
    let areas = 0..<set.count
    let degrees = try WGS84Layer.geometry(of: set.layer)
    let surface = try WGS84Layer.squareKilometres(of: set.layer)
    var added = [Column(name: "count", values: areas.map { Self.field(counts.byArea[$0]) })]
    for kind in kinds {
      let values = areas.map { Self.field(counts.byAreaAndKind[$0 * counts.kinds.count + kind]) }
      added.append(Column(name: "count_\(counts.kinds[kind].slug)", values: values))
    }
    if isWeighted { added.append(Column(name: "weight", values: areas.map { Self.field(counts.weightByArea[$0]) })) }
    added.append(Column(name: "area_km2", values: surface.map { NumberText.field($0) }))
    let density = areas.map { area in surface[area].map { DecimalAmount.double(counts.byArea[area]) / $0 } }
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
      return try rates.rate(
        area: area, amount: place.map { counts.byAreaAndKind[$0] } ?? counts.byArea[area],
        weight: place.map { counts.weightByAreaAndKind[$0] } ?? counts.weightByArea[area], isWeighted: isWeighted)
    }
    return [
      Column(name: "rate\(suffix)", values: values.map { NumberText.field($0.value) }),
      Column(name: "rate_low\(suffix)", values: values.map { NumberText.field($0.low) }),
      Column(name: "rate_high\(suffix)", values: values.map { NumberText.field($0.high) }),
    ]
  }

  /// The rows under the header of `JoinTable`.
  func table(_ span: JoinSpan) throws -> RowBlock {
    var rows = RowBlock(columns: JoinTable.columns.count + (isWeighted ? 1 : 0))
    let share = NumberText.field(locatedShare)
    for entry in counts.entries {
      let days = span.days(ofPeriod: entry.period)
      let isUndated = span.period != nil && entry.period == Tally.unknownPeriod
      var rate = JoinRates.Rate.undefined
      if let rates, !isUndated {
        rate = try rates.rate(
          area: entry.area, amount: entry.amount, weight: entry.weight, isWeighted: isWeighted,
          period: entry.period)
      }
      rows.append(set.codes[entry.area])
      rows.append(counts.kinds.isEmpty ? "" : counts.kinds[entry.kind].name)
      rows.append(isUndated ? "" : span.period?.label(entry.period) ?? "")
      rows.append(Self.field(entry.amount))
      rows.append(set.names[entry.area])
      rows.append("")
      rows.append("")
      rows.append(isUndated ? "" : days.map { CivilDate.text(ofDay: $0.lowerBound) } ?? "")
      rows.append(isUndated ? "" : days.map { CivilDate.text(ofDay: $0.upperBound - 1) } ?? "")
      rows.append(isWeighted ? "weight" : "incidents")
      rows.append(NumberText.field(try rates?.population(entry.area)))
      rows.append(NumberText.field(rate.value))
      rows.append(NumberText.field(rate.low))
      rows.append(NumberText.field(rate.high))
      rows.append(share)
      if isWeighted { rows.append(Self.field(entry.weight)) }
    }
    return rows
  }
}
