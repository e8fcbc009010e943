internal import PlazaGeometry
internal import PlazaLayers

/// What a user should know of a file of records before counting them, the gravest first.
struct RecordProblems {
  private(set) var all: [Diagnostic] = []

  init(
    _ source: any PointSource, _ records: RecordsInfo, _ batch: PointBatch, fields: [FieldProfile], crs: CRS?, extent: Envelope
  ) {
    let counts = records.counts
    if !records.hasPositions {
      let names = FieldNames.longitude.union(FieldNames.latitude).union(FieldNames.easting).union(FieldNames.northing)
      let words = FieldNames.longitude.union(FieldNames.latitude)
      let close = source.schema.fields.filter { field in
        names.contains(FieldNames.normalised(field)) || !words.isDisjoint(with: Self.words(field))
      }
      if close.isEmpty {
        add("info.problem.no_position")
      } else {
        add("info.problem.doubtful_position", ["fields": close.joined(separator: ", ")])
      }
    } else if crs == nil {
      addUnknownCRS(records, extent)
    }
    addRange(counts, records.coordinateFields, crs)
    for (state, id) in [
      (RecordState.badRow, "bad_row"), (.badEncoding, "bad_encoding"), (.tooLong, "too_long"), (.notAPoint, "not_a_point"),
    ] where counts[state] > 0 {
      add("info.problem." + id, ["count": String(counts[state]), "line": String(counts.firstLine(state))])
    }
    if counts[.badNumber] > 0 { addBadNumber(counts, batch) }
    if counts[.nullIsland] > 0 { add("info.problem.null_island", ["count": String(counts[.nullIsland])]) }
    if records.hasPositions, counts[.noCoordinates] > 0 {
      let share = Double(counts[.noCoordinates]) / Double(counts.read)
      add(
        "info.problem.no_coordinates",
        ["count": String(counts[.noCoordinates]), "share": NumberText.text(share) ?? "0"])
    }
    if let repeats = counts.repeats, repeats.count > 0 {
      add(repeats.isExact ? "info.problem.repeats" : "info.problem.repeats_about", ["count": String(repeats.count)])
    }
    addPile(batch, isLocated: records.hasPositions)
    addMarks(fields)
    for field in fields where FieldNames.isDate(field.name) && (field.kind == .integer || field.kind == .number) {
      let sample = Array((field.samples.first ?? "").utf8)
      let isSerial = sample.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { DateText.serial($0, count: bytes.count) != nil } ?? false
      }
      add(
        isSerial ? "info.problem.serials" : "info.problem.serial_dates",
        ["field": field.name, "value": field.samples.first ?? ""])
    }
    addTotals(source, batch, fields)
    for (mending, id) in [
      (Mending.blankRows, "mended.blank_rows"), (.marks, "mended.marks"), (.degrees, "mended.degrees"),
      (.swapped, "mended.swapped"), (.serials, "mended.serials"),
      (.encoding, "mended.encoding"),
      (.repeatedKeys, "mended.repeated_keys"),
    ] where counts.mendings[mending] > 0 {
      add(
        id,
        [
          "file": source.name, "count": String(counts.mendings[mending]),
          "line": counts.mendings.line(mending).map(String.init) ?? "",
        ])
    }
  }

  /// Numbers whose marks say two things, or divide thousands where they are counted.
  private mutating func addMarks(_ fields: [FieldProfile]) {
    for field in fields where !field.isCoordinate {
      for mark: UInt8 in [0x2E, 0x2C] {
        guard let one = field.marks.firstGrouped[mark] else { continue }
        var values = ["field": field.name, "value": one.text, "mark": NumberColumn.text(mark)]
        if let other = field.marks.firstDecimal[mark] {
          // Among decimals three digits behind a mark are nothing strange, unless thousands are divided twice.
          guard field.marks.manyGroups[mark] ?? 0 > 0 else { continue }
          values["other"] = other.text
          add("info.problem.mixed_marks", values)
        } else {
          add("info.problem.thousands", values)
        }
      }
    }
  }

  /// Rows that hold the sum of others.
  private mutating func addTotals(_ source: any PointSource, _ batch: PointBatch, _ fields: [FieldProfile]) {
    var (count, first): (Int, (line: Int, field: String, text: String)?) = (0, nil)
    let places = fields.indices.filter { fields[$0].kind == .text && !fields[$0].isMasked && $0 < batch.fields.count }
    for record in 0..<batch.count {
      for place in places {
        let column = batch.fields[place]
        guard column.starts[record] >= 0 else { continue }
        let bytes = batch.text[Int(column.starts[record])..<Int(column.ends[record])]
        // Few cells begin as the words of totals do: T, S, G and their small letters.
        guard let initial = bytes.first(where: { $0 > 0x20 }), [0x54, 0x53, 0x47].contains(initial & 0xDF) else { continue }
        let text = CanonicalText.of(bytes)
        guard TotalWords.isTotal(text) else { continue }
        count += 1
        first = first ?? (batch.lines[record], fields[place].name, text)
        break
      }
    }
    guard let first else { return }
    add(
      "info.problem.totals",
      ["count": String(count), "line": String(first.line), "field": first.field, "value": first.text])
  }

  private static func words(_ field: String) -> [String] {
    FieldNames.normalised(field).split(whereSeparator: { !$0.isLetter }).map(String.init)
  }

  /// As a shell wants a name that is shown behind an option.
  private static func argument(_ name: String) -> String {
    name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? name : "'" + name + "'"
  }

  private mutating func add(_ id: String, _ values: [String: String] = [:]) { all.append(Diagnostic(.warning, id, values)) }

  private mutating func addUnknownCRS(_ records: RecordsInfo, _ extent: Envelope) {
    guard records.coordinateFields.count == 2 else { return add("info.problem.unknown_crs_bare") }
    let isDegrees = !extent.isEmpty && extent.minX >= -180 && extent.maxX <= 180 && extent.minY >= -90 && extent.maxY <= 90
    add(
      isDegrees ? "info.problem.degrees" : "info.problem.metres",
      ["x": Self.argument(records.coordinateFields[0]), "y": Self.argument(records.coordinateFields[1])])
  }

  private mutating func addRange(_ counts: RecordCounts, _ fields: [String], _ crs: CRS?) {
    let outside = counts[.outOfRange]
    let placed = counts.located + outside
    if counts.swappedLooking * 2 > placed, fields.count == 2 {
      add(
        "info.problem.swapped",
        ["count": String(counts.swappedLooking), "x": Self.argument(fields[0]), "y": Self.argument(fields[1])])
    } else if counts.metreLooking * 2 > placed, fields.count == 2 {
      add(
        "info.problem.not_degrees",
        ["count": String(counts.metreLooking), "x": Self.argument(fields[0]), "y": Self.argument(fields[1])])
    } else if outside > 0 {
      add("info.problem.out_of_range", ["count": String(outside), "line": String(counts.firstLine(.outOfRange))])
    }
  }

  private mutating func addBadNumber(_ counts: RecordCounts, _ batch: PointBatch) {
    var values = ["count": String(counts[.badNumber]), "line": String(counts.firstLine(.badNumber))]
    if let fault = batch.faults.first(where: { batch.states[$0.record] == .badNumber }) {
      values["cell"] = PlainText.shown(String(fault.cell.prefix(40)))
      add("info.problem.bad_number", values)
    } else {
      add("info.problem.bad_number_bare", values)
    }
  }

  /// Many records at one and the same place: that of a police station, or of the middle of a district.
  private mutating func addPile(_ batch: PointBatch, isLocated: Bool) {
    guard isLocated else { return }
    var piles: [Coordinate: Int] = [:]
    var located = 0
    for record in 0..<batch.count where batch.states[record] == .located {
      located += 1
      piles[Coordinate(x: batch.x[record], y: batch.y[record]), default: 0] += 1
    }
    // Of equal piles the southernmost, then westernmost, whatever order a dictionary has.
    guard
      let top = piles.max(by: { ($0.value, -$0.key.y, -$0.key.x) < ($1.value, -$1.key.y, -$1.key.x) }),
      top.value >= 20, top.value * 20 >= located
    else { return }
    add(
      "info.problem.pile",
      [
        "count": String(top.value), "of": String(located), "x": NumberText.text(top.key.x) ?? "?",
        "y": NumberText.text(top.key.y) ?? "?",
      ])
  }
}
