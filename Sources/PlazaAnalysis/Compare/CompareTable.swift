internal import PlazaLayers
internal import PlazaRecords

/// The table of a comparison: a row for the territory and each area, kind and window with records.
struct CompareTable {
  let rows: ComparedRows
  let counts: AreaCounts
  let territory: Territory

  /// What the level of the territory's own rows is called; they have no code.
  static let territoryLevel = "territory"

  /// The territory first, then the rows of places by their codes.
  var block: RowBlock {
    var block = RowBlock(columns: CompareResult.tableHeader.count)
    let places = counts.places
    for kind in rows.whole.indices {
      append(&block, rows.whole[kind], kind: kind, code: "", name: "", parent: "", level: Self.territoryLevel)
    }
    var ranges = [Range<Int>](repeating: 0..<0, count: places.count)
    for (index, row) in rows.rows.enumerated() {
      let known = ranges[row.place]
      ranges[row.place] = known.isEmpty ? index..<index + 1 : known.lowerBound..<index + 1
    }
    for number in places.tableOrder {
      let place = places.places[number]
      let level = territory.levels[place.level]
      for row in rows.rows[ranges[number]] {
        append(
          &block, row.counts, kind: row.kind, code: place.code, name: place.name, parent: place.parentCode,
          level: territory.isNested || level.isNamed ? level.name : "")
      }
    }
    return block
  }

  private func append(
    _ block: inout RowBlock, _ windows: [ComparedCounts], kind: Int, code: String, name: String, parent: String, level: String
  ) {
    for (number, values) in windows.enumerated() where values.now + values.before > 0 {
      let window = rows.windows[number]
      block.append(code)
      block.append(counts.category(kind < counts.kinds.count ? kind : nil))
      block.append(window.window.rawValue)
      for day in [window.now.lowerBound, window.now.upperBound - 1, window.before.lowerBound, window.before.upperBound - 1] {
        block.append(CivilDate.text(ofDay: day))
      }
      for field in CompareLayer.fields { block.append(CompareLayer.value(field, values)) }
      block.append(name)
      block.append(parent)
      block.append(level)
      for share in [values.locatedNow, values.locatedBefore, values.dispersion] { block.append(NumberText.field(share)) }
      block.append(values.months.map(FieldValue.integer) ?? .null)
    }
  }
}
