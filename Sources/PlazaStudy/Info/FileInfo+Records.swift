internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaPROJ
internal import PlazaRecords

extension FileInfo {
  /// - Parameter sampler: the same records, whose beginning can be looked at.
  static func records(
    _ source: any PointSource, format: Format, sampler: any PointSource, jobs: Int, progress: any ProgressSink
  ) async throws -> FileInfo {
    let schema = source.schema
    let hasPositions = format == .geojson || !schema.coordinateFields.isEmpty
    let isGeographic = schema.crs?.isWGS84 == true
    let fields = Array(schema.fields.indices)
    let batch: PointBatch
    if format == .geojson, source.name == "-" {
      batch = try sampler.first(PointRequest(fields: fields))
    } else {
      batch = try sampler.sample(PointRequest(fields: fields))
    }
    async let profiles = RecordSample(source, batch).profiles()
    let counts = try await count(
      source, hasPositions: hasPositions, isGeographic: isGeographic, jobs: jobs, progress: progress)

    var records = RecordsInfo(dialect: nil, coordinateFields: schema.coordinateFields, hasPositions: hasPositions)
    records.counts = counts
    records.sampled = batch.count
    records.positions = hasPositions ? batch.firstPositions(3) : []
    var info = FileInfo(
      file: source.name, format: format, content: .records(records), crs: CRSFinding(crs: schema.crs, source: .unknown))
    info.fields = await profiles
    info.extent = counts.extent
    info.notes = schema.notes
    records.kindFields = Suggestion.kinds(info.fields)
    records.dateFields = Suggestion.dates(info.fields)
    info.content = .records(records)
    info.problems = RecordProblems(source, records, batch, crs: schema.crs, extent: counts.extent).all
    return info
  }

  private static func count(
    _ source: any PointSource, hasPositions: Bool, isGeographic: Bool, jobs: Int, progress: any ProgressSink
  ) async throws -> RecordCounts {
    let reader = try source.makeReader(PointRequest(positions: hasPositions))
    return try await withThrowingTaskGroup(of: RecordCounts.self) { group in
      for _ in 0..<max(1, jobs) {
        group.addTask {
          var batch = PointBatch()
          var counts = RecordCounts()
          while try reader.next(&batch) {
            if hasPositions {
              counts.add(batch, isGeographic: isGeographic)
            } else {
              counts.addWithoutPositions(batch)
            }
            progress.advanced(bytes: batch.text.count, records: batch.count)
          }
          return counts
        }
      }
      var total = RecordCounts()
      for try await part in group { total += part }
      return total
    }
  }
}

extension PointSource {
  /// The first batch of a pass of its own.
  fileprivate func first(_ request: PointRequest) throws -> PointBatch {
    var batch = PointBatch()
    if try !makeReader(request).next(&batch) { batch.removeAll(fieldCount: request.fields.count) }
    return batch
  }
}

extension PointBatch {
  fileprivate func firstPositions(_ limit: Int) -> [Coordinate] {
    var found: [Coordinate] = []
    for record in 0..<count where states[record] == .located {
      found.append(Coordinate(x: x[record], y: y[record]))
      if found.count == limit { break }
    }
    return found
  }
}

/// The fields of the first records.
struct RecordSample {
  private let schema: RecordSchema
  private let batch: PointBatch

  init(_ source: any PointSource, _ batch: PointBatch) {
    schema = source.schema
    self.batch = batch
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
          values.add(batch.text[start..<Int(column.ends[record])])
        }
      }
      let isCoordinate = schema.coordinateFields.contains(name)
      var profile = values.profile(isMasked: !isCoordinate && FieldNames.isIdentifying(name))
      profile.isCoordinate = isCoordinate
      return profile
    }
  }
}
