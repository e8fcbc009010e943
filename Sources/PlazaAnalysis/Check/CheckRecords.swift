internal import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords

/// Whether a file of records is sound: rows, positions, counts. Read in passes, in memory that does not grow with the file.
///
/// Single records are told by their line alone: where they happened is nobody's business here.
public enum CheckRecords {
  /// Rows of one kind of problem that are listed.
  public static let listLimit = 1_000

  /// - Throws: what the source throws; `field.unknown`.
  public static func run(
    _ source: any PointSource, options: CheckOptions, jobs: Int, progress: any ProgressSink
  ) async throws -> CheckedFile {
    let schema = source.schema
    let sample = try source.sample(PointRequest(fields: Array(schema.fields.indices), positions: false))
    let columns = schema.fields.indices.map { place in
      Column(name: schema.fields[place], values: (0..<sample.count).map { sample.value(of: place, $0) })
    }
    let check = try CheckColumns(
      columns.map { schema.coordinateFields.contains($0.name) ? Column(name: "", values: $0.values.map { _ in .null }) : $0 },
      population: options.population, file: source.name)
    let isGeographic = schema.crs?.isWGS84 == true
    let request = PointRequest(fields: check.asked, positions: schema.hasPositions)
    let reader = try source.makeReader(request)
    let found = try await withThrowingTaskGroup(of: Part.self) { group in
      for _ in 0..<max(1, jobs) {
        group.addTask {
          var batch = PointBatch()
          var part = Part()
          while try reader.next(&batch) {
            part.add(batch, check, hasPositions: schema.hasPositions, isGeographic: isGeographic)
            progress.advanced(bytes: batch.text.count, records: batch.count)
          }
          return part
        }
      }
      var total = Part()
      for try await part in group { total.merge(part) }
      return total
    }
    return found.file(named: source.name, schema)
  }

  /// What one worker found.
  private struct Part: Sendable {
    var count = 0
    var counts: [CheckProblem.Kind: Int] = [:]
    var listed: [CheckProblem.Kind: [CheckProblem]] = [:]
    var rows = RowFingerprints(limit: RowFingerprints.heldLimit)
    var placed = 0
    /// Positions that look as if their axes were swapped, or as if they were metres.
    var swapped = 0
    var metres = 0

    mutating func add(_ batch: PointBatch, _ check: CheckColumns, hasPositions: Bool, isGeographic: Bool) {
      count += batch.count
      rows.add(batch)
      let asked = check.asked
      var slots = [Int?](repeating: nil, count: check.names.count)
      for (slot, place) in asked.enumerated() { slots[place] = slot }
      for record in 0..<batch.count {
        let (state, line) = (batch.states[record], batch.lines[record])
        switch state {
        case .located:
          placed += 1
          if hasPositions, isGeographic, batch.y[record] < CheckPlaces.south { swapped += 1 }
        case .noCoordinates: if hasPositions { note(.noGeometry, line) }
        case .nullIsland: note(.nullIsland, line)
        case .badRow, .badEncoding, .tooLong, .notAPoint:
          note(.unreadableRow, line, reason: "\(state)")
          if state != .notAPoint { continue }
        case .badNumber: note(.badNumber, line)
        case .outOfRange:
          let (east, north) = (batch.x[record].magnitude, batch.y[record].magnitude)
          if east <= 90, north > 90, north <= 180 { swapped += 1 }
          if max(east, north) > 1_000 { metres += 1 }
          note(.outOfRange, line)
        }
        // Nearly every row is digits alone, and no text is made of it.
        guard !asked.isEmpty, !check.isSoundPlainly({ slots[$0].map { batch.plain($0, record) } ?? .blank }) else { continue }
        for row in check.problems(
          row: line,
          { place in
            slots[place].flatMap { batch.value(of: $0, record).text }
          })
        {
          note(row.kind, line, field: row.field, value: row.value)
        }
      }
      cut()
    }

    private mutating func note(
      _ kind: CheckProblem.Kind, _ line: Int, reason: String = "", field: String = "", value: String = ""
    ) {
      counts[kind, default: 0] += 1
      listed[kind, default: []].append(CheckProblem(kind, feature: line, reason: reason, field: field, value: value))
    }

    /// The first of each kind, whatever worker met them.
    private mutating func cut(_ factor: Int = 4) {
      for (kind, problems) in listed where problems.count > factor * listLimit {
        listed[kind] = Array(problems.sorted { ($0.feature ?? 0, $0.field) < ($1.feature ?? 0, $1.field) }.prefix(listLimit))
      }
    }

    mutating func merge(_ other: Part) {
      count += other.count
      counts.merge(other.counts, uniquingKeysWith: +)
      listed.merge(other.listed, uniquingKeysWith: +)
      rows.merge(other.rows)
      placed += other.placed
      swapped += other.swapped
      metres += other.metres
      for kind in listed.keys { listed[kind]!.sort { ($0.feature ?? 0, $0.field) < ($1.feature ?? 0, $1.field) } }
      cut(1)
    }

    func file(named name: String, _ schema: RecordSchema) -> CheckedFile {
      var file = CheckedFile(file: name, content: .records)
      file.count = count
      file.counts = counts
      for kind in CheckProblem.Kind.allCases { file.problems += listed[kind] ?? [] }
      // One mistake of the whole file, not of each row.
      let outside = counts[.outOfRange] ?? 0
      for (kind, looking) in [(CheckProblem.Kind.swappedCoordinates, swapped), (.notDegrees, metres)]
      where looking > 0 && looking * 2 > placed + outside {
        file.problems.removeAll { $0.kind == .outOfRange }
        file.counts[.outOfRange] = nil
        file.counts[kind] = looking
        file.problems.append(CheckProblem(kind, field: schema.coordinateFields.joined(separator: ", ")))
      }
      if let repeats = rows.repeats, repeats.count > 0 {
        file.counts[.repeatedRow] = repeats.count
        file.problems.append(CheckProblem(.repeatedRow, places: repeats.count))
        file.repeatsAreExact = repeats.isExact
      }
      return file
    }
  }
}

extension PointBatch {
  /// A cell as text; null where the field has none.
  fileprivate func value(of field: Int, _ record: Int) -> FieldValue {
    guard field < fields.count, fields[field].starts[record] >= 0 else { return .null }
    let column = fields[field]
    let bytes = text[Int(column.starts[record])..<Int(column.ends[record])]
    return bytes.isEmpty ? .null : .text(String(decoding: bytes, as: UTF8.self))
  }

  /// A cell as it is by its bytes.
  fileprivate func plain(_ field: Int, _ record: Int) -> CheckColumns.PlainCell {
    guard field < fields.count, fields[field].starts[record] >= 0 else { return .blank }
    let (start, end) = (Int(fields[field].starts[record]), Int(fields[field].ends[record]))
    guard end - start <= 15 else { return .other }
    var value = 0
    for at in start..<end {
      let digit = text[at] &- 0x30
      guard digit < 10 else { return .other }
      value = value * 10 + Int(digit)
    }
    return start == end ? .blank : .count(value)
  }
}
