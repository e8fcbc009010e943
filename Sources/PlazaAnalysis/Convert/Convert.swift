internal import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords

/// A layer or a table in another form or CRS: every row and field that was asked for, and every other one accounted for.
public enum Convert {
  /// Reads the input whole and makes of it what the new file holds.
  ///
  /// Every vertex is moved to the new CRS; edges stay straight between their ends. Of single records leaves what `RecordGate` lets.
  /// - Parameter file: the input as the user named it.
  /// - Throws: `Failure`: `features.no_field` for a field that is not there, `tagged.no_kinds` and its like for single records, as the
  ///   choice of an operation for the CRS does, and what the source throws.
  /// - Complexity: O(bytes + vertices); the input is held in memory.
  public static func run(
    _ input: ConvertInput, file: String, options: ConvertOptions, progress: any ProgressSink = SilentProgress()
  ) throws -> ConvertResult {
    var rows =
      switch input {
      case .features(let features): ConvertRows(features)
      case .records(let source): try ConvertRows(source, positions: options.needsPlaces, progress: progress)
      }
    let gate = try RecordGate(
      rows.features, coordinateFields: rows.coordinateFields, options: options.records, file: file)
    var result = ConvertResult(file: file, account: rows.account, isOfRecords: gate != nil)
    result.notes = gate?.notes ?? []
    rows = try chosen(rows, gate, options, file: file, &result)
    if let gate {
      result.leftOutFields = gate.fields.leftOut
      rows.features.columns = gate.shown(rows.features.columns)
      if !gate.fields.leftOut.isEmpty { rows.features.columns.insert(rows.numberColumn(gate), at: 0) }
    }
    if options.form != .table || options.typesNumbers { rows = rows.typed() }
    // The position is the geometry of a layer; a table keeps its own fields unless they are to be in another CRS.
    if options.form != .table || options.crs != nil {
      rows.features.columns.removeAll { rows.coordinateFields.contains($0.name) }
      result.hasOwnPosition = false
    } else {
      result.hasOwnPosition = !rows.coordinateFields.isEmpty || !rows.hasPositions
    }
    try select(options.select, of: &rows, file: file, &result)
    try result.move(rows.features, to: target(rows.features.crs, options), file: file)
    result.warnIdentifying()
    return result
  }

  private static func target(_ own: CRS, _ options: ConvertOptions) -> CRS {
    switch options.form {
    case .table: options.crs ?? .wgs84
    case .layer(let prescribed): options.crs ?? prescribed ?? own
    }
  }

  /// The rows that are written; the others are booked by why they are not.
  private static func chosen(
    _ rows: ConvertRows, _ gate: RecordGate?, _ options: ConvertOptions, file: String, _ result: inout ConvertResult
  ) throws -> ConvertRows {
    var left = rows
    let conditions = RecordFilter(options.conditions).fields.map { field, values in
      RecordFilter.Condition(field: field, values: values.sorted(by: CanonicalText.precedes))
    }
    if !conditions.isEmpty {
      left = left.selecting(try left.features.matching(conditions, file: file, option: "--where"))
      result.account.filtered = rows.features.count - left.features.count
    }
    if let box = options.box {
      let degrees = try left.features.crs.isWGS84 ? left.features : left.features.projected(to: .wgs84)
      let placed = (0..<degrees.count).filter { !degrees.envelope(of: $0).isEmpty }
      let met = placed.filter { box.meets($0, of: degrees) }
      result.account[.noCoordinates] = degrees.count - placed.count
      result.account.outside = placed.count - met.count
      left = left.selecting(met)
    }
    result.account.joined = left.features.count
    result.account.assigned = left.features.count
    result.account.locatedBy.point = left.features.count
    if let gate {
      let verdict = try gate.verdict(of: left.features)
      left = left.selecting((0..<left.features.count).filter { !verdict.isSensitive[$0] })
      result.account.withhold(verdict.isSensitive.count { $0 }, .sensitiveKind)
      result.warnings += verdict.withheld.warnings
    }
    try result.account.requireBalance()
    return left
  }

  private static func select(
    _ wanted: [String], of rows: inout ConvertRows, file: String, _ result: inout ConvertResult
  ) throws {
    guard !wanted.isEmpty else { return }
    let names = rows.features.columns.map(\.name)
    var chosen: [Column] = []
    for name in wanted {
      if let place = FieldNames.index(of: name, in: names) {
        if !chosen.contains(where: { $0.name == names[place] }) { chosen.append(rows.features.columns[place]) }
      } else if FieldNames.index(of: name, in: result.leftOutFields + rows.coordinateFields) == nil {
        throw Failure(
          .notUnderstood, "features.no_field",
          ["file": file, "option": "--select", "field": name, "fields": names.joined(separator: ", ")])
      }
    }
    // Whoever asks for fields is told of those that were asked for.
    result.leftOutFields.removeAll { field in !wanted.contains { FieldNames.index(of: $0, in: [field]) != nil } }
    result.unkept = wanted.compactMap { name in
      FieldNames.index(of: name, in: result.leftOutFields).map { result.leftOutFields[$0] }
    }
    rows.features.columns = chosen
  }
}

extension ConvertRows {
  /// The number by which a row leads back to its file, under a name that the file does not have.
  fileprivate func numberColumn(_ gate: RecordGate) -> Column {
    Column(name: gate.fields.header(isNested: false)[0], values: numbers.map(FieldValue.integer))
  }
}
