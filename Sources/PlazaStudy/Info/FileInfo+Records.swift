internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ
internal import PlazaRecords

extension FileInfo {
  /// - Parameter reading: what the caller said of the file.
  static func records(
    _ dataset: any Dataset, _ reading: Reading, jobs: Int, progress: any ProgressSink
  ) async throws -> FileInfo {
    let source = try dataset.records(.incidental)
    let schema = source.schema
    let hasPositions = schema.hasPositions
    let isGeographic = schema.crs?.isWGS84 == true
    let batch = try source.sample(PointRequest(fields: Array(schema.fields.indices)))
    let sample = RecordSample(source, batch)
    async let profiles = sample.profiles()
    let counts = try await count(
      source, hasPositions: hasPositions, isGeographic: isGeographic, jobs: jobs, progress: progress)

    var records = RecordsInfo(dialect: nil, coordinateFields: schema.coordinateFields, hasPositions: hasPositions)
    records.counts = counts
    records.sampled = batch.count
    records.positions = hasPositions ? sample.firstPositions(3) : []
    var info = FileInfo(
      file: source.name, format: dataset.format.name, content: .records(records),
      crs: CRSFinding(crs: schema.crs, source: crsSource(schema, reading)))
    info.fields = await profiles
    info.extent = counts.extent
    info.notes = schema.notes
    records.kindFields = Suggestion.kinds(info.fields, holding: sample.kindNames)
    records.dateFields = Suggestion.dates(info.fields)
    info.content = .records(records)
    info.problems =
      RecordProblems(
        source, records, batch, fields: info.fields, crs: schema.crs, extent: counts.extent
      ).all
    if let note = try UnusedCounts.note(source, RecordOptions()) { info.problems.append(note) }
    if let table = source as? CSVPointSource {
      info.describe(table)
    } else if counts.read == 0 {
      info.problems.append(Diagnostic(.warning, "info.problem.no_records"))
    }
    return info
  }

  /// How the CRS of records is known.
  private static func crsSource(_ schema: RecordSchema, _ reading: Reading) -> CRSFinding.Source {
    if reading.assumedCRS != nil { return .option }
    if schema.notes.contains(where: { $0.id == "geojson.legacy_crs" }) { return .crsMember }
    guard schema.crs != nil else { return .unknown }
    return schema.coordinateFields.isEmpty ? .format : reading.longitude == nil ? .fieldNames : .option
  }

  private static func count(
    _ source: any PointSource, hasPositions: Bool, isGeographic: Bool, jobs: Int, progress: any ProgressSink
  ) async throws -> RecordCounts {
    let reader = try source.makeReader(PointRequest(positions: hasPositions))
    return try await withThrowingTaskGroup(of: (RecordCounts, RowFingerprints).self) { group in
      for _ in 0..<max(1, jobs) {
        group.addTask {
          var batch = PointBatch()
          var counts = RecordCounts()
          var rows = RowFingerprints(limit: RowFingerprints.heldLimit)
          while try reader.next(&batch) {
            if hasPositions {
              counts.add(batch, isGeographic: isGeographic)
            } else {
              counts.addWithoutPositions(batch)
            }
            rows.add(batch)
            progress.advanced(bytes: batch.text.count, records: batch.count)
          }
          return (counts, rows)
        }
      }
      var total = RecordCounts()
      var rows = RowFingerprints(limit: RowFingerprints.heldLimit)
      for try await (part, own) in group {
        total += part
        rows.merge(own)
      }
      total.repeats = rows.repeats
      return total
    }
  }
}

/// The fields of the first records.
///
/// What is shown of them goes by the rule of what may be written of records: numbers, dates, kinds and areas, and nothing of a record that
/// must not be shown at its place.
struct RecordSample {
  private let schema: RecordSchema
  private let batch: PointBatch
  private let kinds: [SensitiveFields.Kinds]
  /// By record.
  private let isSensitive: [Bool]
  /// Whether the records are those of incidents: of streets and lines the names are shown.
  private let isOfRecords: Bool

  init(_ source: any PointSource, _ batch: PointBatch, isOfRecords: Bool = true) {
    schema = source.schema
    self.batch = batch
    self.isOfRecords = isOfRecords
    let found = isOfRecords ? try? SensitiveFields(schema, batch, RecordOptions(), trustsBy: false, file: source.name) : nil
    kinds = found?.kinds ?? []
    let schema = source.schema
    isSensitive = found.flatMap { try? $0.sensitive(in: batch, schema) } ?? Array(repeating: false, count: batch.count)
  }

  /// The fields that hold kinds of incident.
  var kindNames: [String] { kinds.filter(\.isNaming).map { schema.fields[$0.field] } }

  func firstPositions(_ limit: Int) -> [Coordinate] {
    var found: [Coordinate] = []
    for record in 0..<batch.count where batch.states[record] == .located && !isSensitive[record] {
      found.append(Coordinate(x: batch.x[record], y: batch.y[record]))
      if found.count == limit { break }
    }
    return found
  }

  func profiles() -> [FieldProfile] {
    schema.fields.enumerated().map { place, name in
      var values = FieldValues(name: name)
      let column = batch.fields[place]
      for record in 0..<batch.count {
        switch batch.states[record] {
        case .badRow, .badEncoding, .tooLong: continue
        default: break
        }
        let start = Int(column.starts[record])
        if start < 0 {
          values.addEmpty()
        } else {
          values.add(batch.text[start..<Int(column.ends[record])], isSample: !isSensitive[record])
        }
      }
      let isCoordinate = schema.coordinateFields.contains(name)
      var profile = values.profile(isMasked: !isCoordinate && FieldNames.isIdentifying(name))
      profile.isCoordinate = isCoordinate
      if isOfRecords { mask(&profile, isKind: kinds.contains { $0.field == place && $0.isNaming }) }
      return profile
    }
  }

  private func mask(_ profile: inout FieldProfile, isKind: Bool) {
    let isArea = FieldNames.isArea(profile.name) && profile.distinct * 3 <= profile.values
    guard !profile.isMasked, !isKind, !isArea, profile.kind != .boolean else { return }
    // Long numbers that never come back are documents, telephones or the numbers of cases.
    let longest = profile.samples.map(\.utf8.count).max() ?? 0
    let isNumber = profile.kind == .integer || profile.hasLeadingZeros
    let isPlane = !FieldNames.matches([profile.name], FieldNames.easting.union(FieldNames.northing)).isEmpty
    let isNumbering = isNumber && longest >= 5 && profile.distinct * 2 > profile.values - profile.empty && !isPlane
    let isBirth = FieldNames.isBirth(profile.name)
    profile.mask { !isNumbering && !isBirth && (PlainText.isNumber($0) || PlainText.isDate($0)) }
  }
}
