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
    _ file: InputFile, jobs: Int, progress: any ProgressSink = SilentProgress()
  ) async throws -> FileInfo {
    let dataset = try file.open()
    var info: FileInfo
    switch try dataset.outline() {
    case .areas: info = try await areas(dataset.layer(jobs: jobs), of: dataset, jobs: jobs)
    case .records: info = try await records(dataset, file.reading, jobs: jobs, progress: progress)
    case .others(let census): info = try others(dataset, census)
    case .raster: info = try raster(dataset, file, jobs: jobs)
    }
    info.describeCRS()
    return info
  }

  private static func others(_ dataset: any Dataset, _ census: GeometryCensus) throws -> FileInfo {
    // A stream has been read to its end to count.
    let source = dataset.input.isStream ? nil : try dataset.records(.incidental)
    var info = FileInfo(
      file: dataset.name, format: dataset.format.name, content: .other(census),
      crs: CRSFinding(crs: source?.schema.crs, source: source?.schema.notes.isEmpty == false ? .crsMember : .format))
    if let source {
      let request = PointRequest(fields: Array(source.schema.fields.indices), positions: false)
      info.fields = RecordSample(source, try source.sample(request), isOfRecords: census.points > 0).profiles()
    }
    info.problems.append(
      Diagnostic(
        .warning, "info.problem.not_joinable",
        [
          "points": String(census.points), "lines": String(census.lines), "areas": String(census.areas),
          "mixed": String(census.mixed),
        ]))
    return info
  }

  // MARK: Headers and CRS

  /// Tells how a delimited file is written, and what is wrong with its header.
  mutating func describe(_ source: CSVPointSource) {
    guard case .records(var records) = content else { return }
    // How a text is divided is the file's only where the file is that text.
    if format == Delimited.name { records.dialect = source.dialect }
    content = .records(records)
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
