internal import PlazaGeometry
internal import PlazaLayers

/// The areas with what changed in them: for each window and kind the fields of the table, `<field>_<window>_<kind>`.
struct CompareLayer: Sendable {
  let base: JoinLayer
  let rows: ComparedRows
  let windows: [ComparedWindow]

  static let fields = [
    "count_now", "count_before", "change", "change_pct", "change_low", "change_high", "p", "p_fdr", "verdict",
  ]

  static func value(_ field: String, _ counts: ComparedCounts) -> FieldValue {
    switch field {
    case "count_now": .integer(counts.now)
    case "count_before": .integer(counts.before)
    case "change": NumberText.field(counts.change)
    case "change_pct": NumberText.field(counts.percent)
    case "change_low": NumberText.field(counts.low)
    case "change_high": NumberText.field(counts.high)
    case "p": NumberText.field(counts.p)
    case "p_fdr": NumberText.field(counts.adjustedP)
    default: counts.verdict.map { .text($0.rawValue) } ?? .null
    }
  }

  private var suffixes: [(kind: Int, text: String)] {
    let kinds = base.counts.kinds
    return kinds.isEmpty ? [(0, "")] : kinds.indices.filter { kinds[$0].hasColumn }.map { ($0, "_\(kinds[$0].slug)") }
  }

  static func name(_ field: String, _ window: ComparedWindow, _ suffix: String) -> String {
    "\(field)_\(window.window.rawValue)\(suffix)"
  }

  /// Fields of the areas that have the name of a computed one, and give way to it.
  var replacedFields: [String] {
    var names: Set<String> = []
    if base.hasLevels { names.insert("level") }
    if base.hasParents { names.insert("parent") }
    for window in windows {
      for suffix in suffixes { names.formUnion(Self.fields.map { Self.name($0, window, suffix.text) }) }
    }
    return base.ownFields.filter(names.contains)
  }

  func layer() throws -> Layer {
    let areas = base.rows
    let replaced = Set(replacedFields)
    var columns = base.ownFields.filter { !replaced.contains($0) }.map { base.ownColumn($0, areas) } + base.placeColumns(areas)
    var layerRow = [Int](repeating: -1, count: base.counts.places.count)
    for (row, place) in areas.enumerated() { layerRow[place] = row }
    let kinds = max(1, base.counts.kinds.count)
    var found = [Int32](repeating: -1, count: areas.count * kinds)
    for (index, row) in rows.rows.enumerated() where layerRow[row.place] >= 0 {
      found[layerRow[row.place] * kinds + row.kind] = Int32(index)
    }
    for (index, window) in windows.enumerated() {
      var none = ComparedCounts.none
      none.verdict = rows.verdictWithoutRecords(index)
      for (kind, suffix) in suffixes {
        for field in Self.fields {
          let values = areas.indices.map { area -> FieldValue in
            let row = found[area * kinds + kind]
            return Self.value(field, row < 0 ? none : rows.rows[Int(row)].counts[index])
          }
          columns.append(Column(name: Self.name(field, window, suffix), values: values))
        }
      }
    }
    return Layer(geometry: try base.geometry(), columns: columns, crs: .wgs84)
  }
}
