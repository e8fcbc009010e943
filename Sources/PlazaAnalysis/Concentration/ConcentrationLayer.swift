internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaStatistics

/// The areas with what they hold: of all kinds together, and of each kind with its location quotient.
struct ConcentrationLayer: Sendable {
  let base: JoinLayer
  let rows: ConcentrationRows

  static let fields = ["count", "share", "rank", "cumulative_share", "lq", "lq_low", "lq_high"]

  static func value(_ field: String, _ row: ConcentrationRows.Row) -> FieldValue {
    switch field {
    case "count": .integer(row.count)
    case "share": NumberText.field(row.share)
    case "rank": .integer(row.rank)
    case "cumulative_share": NumberText.field(row.cumulativeShare)
    case "lq": NumberText.field(row.quotient?.value)
    case "lq_low": NumberText.field(row.quotient?.limits?.low)
    default: NumberText.field(row.quotient?.limits?.high)
    }
  }

  /// The kinds with columns, nil for all together, and what their fields end in.
  private var suffixes: [(kind: Int?, text: String)] {
    let kinds = base.counts.kinds
    return [(nil, "")] + kinds.indices.filter { kinds[$0].hasColumn }.map { ($0, "_\(kinds[$0].slug)") }
  }

  private func fields(_ kind: Int?) -> [String] { kind == nil ? Array(Self.fields.prefix(4)) : Self.fields }

  /// Fields of the areas that have the name of a computed one, and give way to it.
  var replacedFields: [String] {
    var names: Set<String> = []
    if base.hasLevels { names.insert("level") }
    if base.hasParents { names.insert("parent") }
    for (kind, suffix) in suffixes { names.formUnion(fields(kind).map { $0 + suffix }) }
    return base.ownFields.filter(names.contains)
  }

  func layer() throws -> Layer {
    let areas = base.rows
    let replaced = Set(replacedFields)
    var columns = base.ownFields.filter { !replaced.contains($0) }.map { base.ownColumn($0, areas) } + base.placeColumns(areas)
    let kinds = base.counts.kinds.count + 1
    var layerRow = [Int](repeating: -1, count: base.counts.places.count)
    for (row, place) in areas.enumerated() { layerRow[place] = row }
    var found = [Int32](repeating: -1, count: areas.count * kinds)
    for (index, row) in rows.rows.enumerated() { found[layerRow[row.place] * kinds + (row.kind ?? -1) + 1] = Int32(index) }
    for (kind, suffix) in suffixes {
      for field in fields(kind) {
        let values = areas.indices.map { area -> FieldValue in
          let row = found[area * kinds + (kind ?? -1) + 1]
          // An area without any record has no share of a kind to compare.
          guard row >= 0 else { return field == "count" ? .integer(0) : .null }
          return Self.value(field, rows.rows[Int(row)])
        }
        columns.append(Column(name: field + suffix, values: values))
      }
    }
    return Layer(geometry: try base.geometry(), columns: columns, crs: .wgs84)
  }
}
