internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords
package import PlazaWords

/// A description of a file as text for a person.
package struct InfoText {
  package private(set) var text = ""
  private let words: Words

  package init(_ info: FileInfo, _ words: Words) {
    self.words = words
    text += heading(info) + "\n"
    var facts = facts(info.content)
    if info.hasPlaces { facts.append(("info.crs", crs(info.crs))) }
    if !info.extent.isEmpty { facts.append(("info.extent", extent(info.extent))) }
    write(facts)
    if case .records(let records) = info.content { write(records) }
    writeFields(info)
    writeProblems(info)
    writeNext(info)
  }

  private func word(_ id: String, _ values: [String: String] = [:]) -> String { words.render(id: id, values: values) }
  private func number(_ value: Int) -> String { words.number(String(value)) }

  // MARK: What it is

  private func heading(_ info: FileInfo) -> String {
    switch info.content {
    case .records(let records):
      word("info.heading.records", ["file": info.file, "format": info.format, "count": String(records.counts.read)])
    case .areas(let areas):
      word("info.heading.areas", ["file": info.file, "format": info.format, "count": String(areas.features)])
    case .raster(let raster):
      word(
        "info.heading.raster",
        ["file": info.file, "format": info.format, "columns": String(raster.columns), "rows": String(raster.rows)])
    case .other(let census):
      word("info.heading.other", ["file": info.file, "format": info.format, "count": String(census.features)])
    }
  }

  private func facts(_ content: FileInfo.Content) -> [(String, String)] {
    switch content {
    case .records(let records):
      var facts: [(String, String)] = []
      if let dialect = records.dialect { facts.append(("info.dialect", self.dialect(dialect))) }
      if records.coordinateFields.count == 2 {
        facts.append(("info.position", records.coordinateFields.map(Self.printable).joined(separator: ", ")))
      }
      if !records.positions.isEmpty {
        facts.append(("info.positions", records.positions.map { "(\(decimal($0.x)), \(decimal($0.y)))" }.joined(separator: "  ")))
      }
      return facts
    case .areas(let areas):
      return [
        (
          "info.geometry",
          word(
            "info.geometry.areas",
            ["polygons": String(areas.polygons), "rings": String(areas.rings), "vertices": String(areas.vertices)])
        )
      ]
    case .raster(let raster): return rasterFacts(raster)
    case .other(let census):
      let values = [
        "points": String(census.points), "lines": String(census.lines), "areas": String(census.areas),
        "mixed": String(census.mixed),
        "none": String(census.none),
      ]
      return [("info.geometry", word("info.geometry.other", values))]
    }
  }

  private func rasterFacts(_ raster: RasterInfo) -> [(String, String)] {
    func number(_ value: Double) -> String { words.number(NumberText.text(value) ?? "?") }
    var cells = number(raster.cellWidth) + " × " + number(raster.cellHeight)
    if let sample = raster.storage.sample { cells += ", " + sample }
    if raster.storage.bands > 1 { cells += ", " + word("info.raster.bands", ["count": String(raster.storage.bands)]) }
    if raster.storage.scale != 1 || raster.storage.offset != 0 {
      cells += ", × " + number(raster.storage.scale) + " + " + number(raster.storage.offset)
    }
    var facts = [("info.raster.cells", cells)]
    if let least = raster.minimum, let most = raster.maximum {
      let values = [
        "low": NumberText.text(least) ?? "?", "high": NumberText.text(most) ?? "?", "sum": NumberText.text(raster.sum) ?? "?",
      ]
      facts.append(("info.raster.values", word("info.raster.values.text", values)))
    }
    let absent = raster.storage.noData.flatMap { NumberText.text($0) } ?? "–"
    facts.append(
      ("info.raster.nodata", word("info.raster.nodata.text", ["count": String(raster.withoutValue), "value": absent])))
    return facts
  }

  private func dialect(_ dialect: CSVDialect) -> String {
    let names: [UInt8: String] = [0x2C: "comma", 0x3B: "semicolon", 0x09: "tab", 0x7C: "bar"]
    var text = word(
      "info.dialect.value",
      [
        "delimiter": names[dialect.delimiter].map { "info.delimiter." + $0 } ?? String(UnicodeScalar(dialect.delimiter)),
        "decimal": dialect.decimalMark == 0x2C ? "info.delimiter.comma" : "info.delimiter.point",
        "encoding": dialect.encoding.rawValue + (dialect.hasByteOrderMark ? " (BOM)" : ""),
      ])
    if dialect.newline == 0x0D { text += "; " + word("info.dialect.cr") }
    if dialect.skippedLines > 0 { text += "; " + word("info.dialect.skipped", ["count": String(dialect.skippedLines)]) }
    return text
  }

  private func crs(_ finding: CRSFinding) -> String {
    guard let crs = finding.crs else { return word("info.crs.unknown") }
    var text = crs.description
    if let title = finding.title { text += " (" + title + ")" }
    return Self.printable(text) + ": " + word("info.crs." + finding.source.rawValue)
  }

  private func extent(_ box: Envelope) -> String {
    "\(decimal(box.minX)) … \(decimal(box.maxX)), \(decimal(box.minY)) … \(decimal(box.maxY))"
  }

  private func decimal(_ value: Double) -> String { words.number(NumberText.text(value) ?? "?") }

  private mutating func write(_ facts: [(String, String)]) {
    let labels = facts.map { word($0.0) }
    let width = labels.map(\.count).max() ?? 0
    for (label, fact) in zip(labels, facts) { text += "  " + Self.padded(label, width) + "  " + fact.1 + "\n" }
  }

  // MARK: The account

  private mutating func write(_ records: RecordsInfo) {
    let counts = records.counts
    guard counts.read > 0, records.hasPositions || counts.rejected > 0 else { return }
    var rows: [(label: String, count: Int, indent: Int)] = [
      (word("account.read"), counts.read, 1), (word("info.located"), counts.located, 2),
    ]
    func add(_ label: String, _ total: Int, _ isRejection: Bool) {
      rows.append((label, total, 2))
      for state in RecordState.allCases {
        guard let reason = state.reason, reason.isRejection == isRejection, counts[state] > 0 else { continue }
        rows.append((word("account.reason." + reason.rawValue), counts[state], 3))
      }
    }
    add(word("account.unlocated"), counts.unlocated, false)
    add(word("account.rejected"), counts.rejected, true)
    let labels = rows.map { String(repeating: "  ", count: $0.indent) + $0.label }
    let numbers = rows.map { number($0.count) }
    let width = labels.map(\.count).max() ?? 0
    let numberWidth = numbers.map(\.count).max() ?? 0
    for (index, row) in rows.enumerated() {
      text +=
        Self.padded(labels[index], width) + "  " + String(repeating: " ", count: numberWidth - numbers[index].count)
        + numbers[index]
      if row.indent == 2, row.count > 0 {
        text += "  " + words.percent(NumberText.text(Double(row.count) / Double(counts.read)) ?? "0")
      }
      text += "\n"
    }
  }

  // MARK: Fields

  private mutating func writeFields(_ info: FileInfo) {
    guard !info.fields.isEmpty else { return }
    if case .records(let records) = info.content {
      text += "  " + word("info.fields.sampled", ["count": String(records.sampled)]) + "\n"
    } else {
      text += "  " + word("info.fields") + "\n"
    }
    let header = ["info.column.field", "info.column.type", "info.column.empty", "info.column.distinct", "info.column.samples"]
      .map { word($0) }
    let rows = [header] + info.fields.map(row)
    let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      var line = "    "
      for column in 0..<4 { line += Self.padded(row[column], widths[column], atEnd: column >= 2) + "  " }
      text += line + row[4] + "\n"
    }
  }

  private func row(_ field: FieldProfile) -> [String] {
    var kind = word("info.type." + field.kind.rawValue)
    if field.kind == .date { kind += " " + (field.dateOrder?.rawValue ?? "?") }
    if field.hasLeadingZeros { kind = word("info.type.code") }
    if field.unlike > 0 { kind += word("info.type.unlike", ["count": String(field.unlike)]) }
    return [
      Self.short(field.name, 40), kind, words.percent(NumberText.text(field.emptyShare) ?? "0"), number(field.distinct),
      field.samples.map { Self.short($0, 28) }.joined(separator: " · "),
    ]
  }

  private static func short(_ text: String, _ limit: Int) -> String {
    let text = printable(text)
    return text.count <= limit ? text : text.prefix(limit - 1) + "…"
  }

  /// Without what would move a terminal's cursor.
  private static func printable(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
      result.unicodeScalars.append(isControl ? " " : scalar)
    }
    return result
  }

  private static func padded(_ text: String, _ width: Int, atEnd: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - text.count))
    return atEnd ? blanks + text : text + blanks
  }

  // MARK: Problems and the next step

  private mutating func writeProblems(_ info: FileInfo) {
    var lines = info.problems.map { problem in
      var values = problem.values
      values["file"] = info.file
      return Self.printable(words.render(id: problem.id, values: values))
    }
    if case .areas(let areas) = info.content, let place = info.problems.firstIndex(where: { $0.id == "info.problem.invalid" }) {
      let flaws = areas.invalid.map { flaw in
        "        "
          + word(
            "info.invalid_feature",
            ["feature": String(flaw.feature), "reason": flaw.reason, "x": decimal(flaw.place.x), "y": decimal(flaw.place.y)])
      }
      lines[place] = ([lines[place]] + flaws).joined(separator: "\n")
    }
    text += "  " + word(lines.isEmpty ? "info.problems.none" : "info.problems") + "\n"
    for line in lines { text += "    • " + line + "\n" }
  }

  private mutating func writeNext(_ info: FileInfo) {
    let command: String
    let file = Self.quoted(info.file)
    switch info.content {
    case .records(let records):
      guard records.counts.read > 0 else { return }
      var options = ""
      if records.counts.located == 0 {
        // Without positions records are placed by what their fields say of the area.
        let names = info.fields.map(\.name)
        let areas = names.filter { FieldNames.isArea($0) && !FieldNames.isDate($0) }
        guard let place = areas.first(where: FieldNames.isCode) ?? areas.first else { return }
        options += (FieldNames.isCode(place) ? " --key " : " --key-name ") + Self.quoted(place)
      }
      for problem in info.problems {
        if problem.id == "wide.unused" { options += " " + (problem.values["options"] ?? "") }
        if problem.id == "count.unused" { options += " --count " + Self.quoted(problem.values["field"] ?? "") }
      }
      if let kind = records.kindFields.first { options += " --by " + Self.quoted(kind) }
      if let date = records.dateFields.first { options += " --when " + Self.quoted(date) + " --period month" }
      if records.counts.located == 0 {
        // There are no positions that could be in something.
      } else if info.problems.contains(where: { $0.id == "info.problem.degrees" }) {
        options += " --lon " + Self.quoted(records.coordinateFields[0]) + " --lat " + Self.quoted(records.coordinateFields[1])
      } else if info.crs.crs == nil {
        options += " --assume-crs EPSG:…"
      }
      command = "plaza join \(file) --areas areas.geojson\(options) --table table.csv"
    case .areas(let areas):
      var options = ""
      if let code = areas.codeFields.first { options += " --code " + Self.quoted(code) }
      if let name = areas.nameField { options += " --name " + Self.quoted(name) }
      if let population = areas.populationFields.first { options += " --population " + Self.quoted(population) }
      command = "plaza join records.csv --areas \(file)\(options) -o joined.geojson"
    case .raster:
      var options = info.crs.crs == nil ? " --raster-crs EPSG:…" : ""
      if let problem = info.problems.first(where: { $0.id == "info.problem.raster_below" }) {
        options += " --raster-nodata " + (problem.values["value"] ?? "")
      }
      command = "plaza exposure areas.geojson --raster \(file)\(options) --hazards flood=zones.geojson:class -o exposed.geojson"
    case .other: return
    }
    var next = "info.next"
    if case .raster = info.content { next = "info.next_people" }
    text += "  " + word(next) + "\n    " + Self.printable(command) + "\n"
    if case .records(let records) = info.content {
      writeChoices("--by", records.kindFields)
      writeChoices("--when", records.dateFields)
    } else if case .areas(let areas) = info.content {
      writeChoices("--code", areas.codeFields)
      writeChoices("--population", areas.populationFields)
    }
  }

  private mutating func writeChoices(_ option: String, _ fields: [String]) {
    guard fields.count > 1 else { return }
    text += "    " + word("info.choices", ["option": option, "fields": Self.printable(fields.joined(separator: ", "))]) + "\n"
  }

  /// As a shell wants it.
  private static func quoted(_ text: String) -> String {
    let isPlain = !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "._-/:,+@%".contains($0) }
    return isPlain ? text : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}

extension FileInfo {
  /// Whether a CRS matters and can be told: a table without fields of a position has none.
  fileprivate var hasPlaces: Bool {
    switch content {
    case .records(let records): records.hasPositions
    case .areas, .raster: true
    case .other: crs.crs != nil
    }
  }
}
