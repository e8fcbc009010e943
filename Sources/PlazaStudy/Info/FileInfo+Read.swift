internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
public import PlazaLayers
internal import PlazaPROJ
internal import PlazaRecords

extension FileInfo {
  /// Finds out what is in a file.
  ///
  /// Types and samples of records come from the first 1 MiB; counts and extent from all of it, in constant memory. Areas are read
  /// whole and every one is checked.
  /// - Throws: `Failure` for a file that cannot be read or whose form is not known.
  public static func read(
    _ file: InputFile, options: InfoOptions = InfoOptions(), jobs: Int, progress: any ProgressSink = SilentProgress()
  ) async throws -> FileInfo {
    let input = Input(file.name, path: file.path)
    let assumed = options.assumedCRS.map { CRS($0) }
    var info: FileInfo
    switch FileForm(try input.head(FileForm.evidence)) {
    case .json: info = try await geoJSON(input, assumedCRS: assumed, jobs: jobs, progress: progress)
    case .text:
      let source = try CSVPointSource(input, options: options.csv, assumedCRS: assumed, needsPosition: false)
      info = try await records(source, format: .csv, sampler: source, jobs: jobs, progress: progress)
      info.describe(source, options: options)
    case .empty: throw Failure(.notUnderstood, "input.empty", ["path": file.name])
    case .unknown(let what): throw Failure(.notUnderstood, "input.form", ["path": file.name, "what": what])
    }
    info.describeCRS()
    return info
  }

  private static func geoJSON(
    _ input: Input, assumedCRS: CRS?, jobs: Int, progress: any ProgressSink
  ) async throws -> FileInfo {
    let census = try census(of: input)
    if census.areas > 0, census.areas >= census.points + census.lines {
      return try await areas(
        try GeoJSONLayerSource(name: input.name, open: { try input.open() }, jobs: jobs).readLayer(),
        file: input.name, jobs: jobs)
    }
    if census.features > 0, census.points < census.lines + census.areas + census.mixed { return try lines(input, census) }
    let head = input.isStandardInput ? try input.head(sampleSize) : []
    let source = try GeoJSONPointSource(
      name: input.name, open: { try input.open() }, isStream: input.isStandardInput, assumedCRS: assumedCRS)
    // A stream has one pass: what is looked at first is a copy of its beginning.
    let sampler =
      input.isStandardInput
      ? try GeoJSONPointSource(name: input.name, open: { ArrayReader(head) }, isStream: true, assumedCRS: source.schema.crs)
      : source
    var info = try await records(source, format: .geojson, sampler: sampler, jobs: jobs, progress: progress)
    if assumedCRS != nil {
      info.crs.source = .option
    } else {
      info.crs.source = source.schema.notes.contains { $0.id == "geojson.legacy_crs" } ? .crsMember : .format
    }
    if case .records(let records) = info.content, records.counts.read == 0 {
      info.problems.append(Diagnostic(.warning, "info.problem.no_records"))
    }
    return info
  }

  static let sampleSize = 1 << 20

  /// Counts the kinds of geometry in the first features; in all of them when the first have none.
  private static func census(of input: Input) throws -> GeometryCensus {
    if input.isStandardInput {
      let head = try input.head(sampleSize)
      if head.count < sampleSize { return try GeometryCensus(name: input.name, open: { ArrayReader(head) }, isWhole: true) }
      if let census = try? GeometryCensus(name: input.name, open: { ArrayReader(head) }, isWhole: false) { return census }
      // Not even one feature fits: only the outline of an area is that long.
      var census = GeometryCensus()
      census.areas = 1
      return census
    }
    let first = try GeometryCensus(name: input.name, open: { try input.open() }, isWhole: false)
    if first.features > first.none { return first }
    return try GeometryCensus(name: input.name, open: { try input.open() }, isWhole: true)
  }

  private static func lines(_ input: Input, _ first: GeometryCensus) throws -> FileInfo {
    let whole = try GeometryCensus(name: input.name, open: { try input.open() }, isWhole: true)
    let source = input.isStandardInput ? nil : try GeoJSONPointSource(name: input.name, open: { try input.open() })
    var info = FileInfo(
      file: input.name, format: .geojson, content: .other(whole),
      crs: CRSFinding(crs: source?.schema.crs, source: source?.schema.notes.isEmpty == false ? .crsMember : .format))
    if let source {
      let request = PointRequest(fields: Array(source.schema.fields.indices), positions: false)
      info.fields = RecordSample(source, try source.sample(request)).profiles()
    }
    info.problems.append(
      Diagnostic(
        .warning, "info.problem.not_joinable",
        [
          "points": String(whole.points), "lines": String(whole.lines), "areas": String(whole.areas),
          "mixed": String(whole.mixed),
        ]))
    return info
  }

  // MARK: CSV and CRS

  private mutating func describe(_ source: CSVPointSource, options: InfoOptions) {
    guard case .records(var records) = content else { return }
    records.dialect = source.dialect
    content = .records(records)
    if options.assumedCRS != nil {
      crs.source = .option
    } else if crs.crs != nil {
      crs.source = options.csv.longitude == nil ? .fieldNames : .option
    }
    let values = source.schema.fields.filter { NumberForm($0.utf8) != .none }
    if values.count * 2 > source.schema.fields.count {
      problems.insert(
        Diagnostic(.warning, "info.problem.no_header", ["names": values.prefix(3).joined(separator: ", ")]), at: 0)
    }
    if !source.header.blank.isEmpty {
      problems.append(
        Diagnostic(
          .warning, "info.problem.blank_names", ["places": source.header.blank.map(String.init).joined(separator: ", ")]))
    }
    if !source.header.repeated.isEmpty {
      problems.append(
        Diagnostic(.warning, "info.problem.repeated_names", ["names": source.header.repeated.joined(separator: ", ")]))
    }
  }

  /// Asks PROJ what the CRS is called; for WGS 84 that is known.
  private mutating func describeCRS() {
    guard let value = crs.crs else { return }
    if value.isWGS84 {
      crs.title = "WGS 84"
      crs.unit = "degree"
      return
    }
    do {
      let found = try ProjContext().info(value)
      crs.title = found.name
      crs.unit = found.unit
      if found.isGeographic != looksGeographic, !extent.isEmpty {
        problems.insert(
          Diagnostic(
            .warning, found.isGeographic ? "info.problem.metres_as_degrees" : "info.problem.degrees_as_metres",
            ["crs": value.description, "title": found.name]), at: 0)
      }
    } catch ProjError.unknownCRS {
      problems.insert(Diagnostic(.warning, "info.problem.unknown_crs", ["crs": value.description]), at: 0)
    } catch {
      problems.insert(Diagnostic(.warning, "info.problem.no_proj"), at: 0)
    }
  }

  var looksGeographic: Bool {
    !extent.isEmpty && extent.minX >= -360 && extent.maxX <= 360 && extent.minY >= -90 && extent.maxY <= 90
  }
}
