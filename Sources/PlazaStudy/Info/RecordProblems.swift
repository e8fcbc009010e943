internal import PlazaGeometry
internal import PlazaLayers

/// What a user should know of a file of records before counting them, the gravest first.
struct RecordProblems {
  private(set) var all: [Diagnostic] = []

  init(_ source: any PointSource, _ records: RecordsInfo, _ batch: PointBatch, crs: CRS?, extent: Envelope) {
    let counts = records.counts
    if !records.hasPositions {
      let names = FieldNames.longitude.union(FieldNames.latitude).union(FieldNames.easting).union(FieldNames.northing)
      let close = FieldNames.matches(source.schema.fields, names).map { source.schema.fields[$0] }
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
    addPile(batch, isLocated: records.hasPositions)
  }

  private mutating func add(_ id: String, _ values: [String: String] = [:]) { all.append(Diagnostic(.warning, id, values)) }

  private mutating func addUnknownCRS(_ records: RecordsInfo, _ extent: Envelope) {
    guard records.coordinateFields.count == 2 else { return add("info.problem.unknown_crs_bare") }
    let isDegrees = !extent.isEmpty && extent.minX >= -180 && extent.maxX <= 180 && extent.minY >= -90 && extent.maxY <= 90
    add(
      isDegrees ? "info.problem.degrees" : "info.problem.metres",
      ["x": records.coordinateFields[0], "y": records.coordinateFields[1]])
  }

  private mutating func addRange(_ counts: RecordCounts, _ fields: [String], _ crs: CRS?) {
    let outside = counts[.outOfRange]
    let placed = counts.located + outside
    if counts.swappedLooking * 2 > placed, fields.count == 2 {
      add("info.problem.swapped", ["count": String(counts.swappedLooking), "x": fields[0], "y": fields[1]])
    } else if counts.metreLooking * 2 > placed, fields.count == 2 {
      add("info.problem.not_degrees", ["count": String(counts.metreLooking), "x": fields[0], "y": fields[1]])
    } else if outside > 0 {
      add("info.problem.out_of_range", ["count": String(outside), "line": String(counts.firstLine(.outOfRange))])
    }
  }

  private mutating func addBadNumber(_ counts: RecordCounts, _ batch: PointBatch) {
    var values = ["count": String(counts[.badNumber]), "line": String(counts.firstLine(.badNumber))]
    if let fault = batch.faults.first(where: { batch.states[$0.record] == .badNumber }) {
      values["cell"] = String(fault.cell.prefix(40))
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
