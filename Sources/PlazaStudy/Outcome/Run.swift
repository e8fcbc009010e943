internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
public import PlazaLayers
internal import PlazaWords

/// What a step is told by the run that it is part of.
public struct StepContext: Sendable {
  /// What every output must say about the data, if anything.
  public var notice: String?
  /// The language of what people read in outputs: en, es or pt.
  public var language: String
  public var jobs: Int
  public var progress: any ProgressSink

  public init(notice: String? = nil, language: String = "en", jobs: Int, progress: any ProgressSink = SilentProgress()) {
    self.notice = notice
    self.language = language
    self.jobs = jobs
    self.progress = progress
  }

  var words: Words { Words(Language(tag: language) ?? .en) }
}

/// One run of a verb: where its files are, who listens, and the doors through which it reads.
///
/// Every door says what its reader has to say, so no verb does.
public struct Run {
  /// The step's name; the verb's own on the command line.
  public let name: String
  let verb: String
  let folder: String
  public let context: StepContext
  let outputs: OpenOutputs

  public var jobs: Int { context.jobs }
  public var progress: any ProgressSink { context.progress }

  public func say(_ notes: [Diagnostic]) {
    for note in notes { progress.emit(note) }
  }

  /// Says the notes among what a method has to say; its warnings stand in the outcome.
  public func sayNotes(_ diagnostics: [Diagnostic]) { say(diagnostics.filter { $0.severity == .note }) }

  /// Whether somebody wants an output.
  func wants(_ output: String) -> Bool { outputs[output] != nil }

  // MARK: Reading

  /// Records, opened by what the file holds.
  /// - Parameter mayLackPosition: whether a table without fields of a position is read without one, though positions are wanted.
  /// - Throws: `Failure`.
  func records(_ file: InputFile, needsPosition: Bool = true, mayLackPosition: Bool = false) throws -> any PointSource {
    let file = file.placed(in: folder)
    return try PointSources.open(
      file, csv: file.csv, assumedCRS: file.crs, needsPosition: needsPosition, mayLackPosition: mayLackPosition)
  }

  /// A layer of areas.
  /// - Throws: `Failure`.
  func areas(_ file: InputFile, level: String? = nil) throws -> AreaLayer {
    let reading = try LayerSources.read(file.placed(in: folder), jobs: jobs)
    say(reading.notes)
    return AreaLayer(reading.layer, file: file.name, level: level)
  }

  /// Features of any geometry, their polygons repaired.
  /// - Parameter isStrict: whether an invalid polygon ends the run.
  /// - Throws: `Failure`.
  func features(_ file: InputFile, isStrict: Bool = false) async throws -> Features {
    let file = file.placed(in: folder)
    let reading = try await FeatureSources.read(file, csv: file.csv, assumedCRS: file.crs, isStrict: isStrict, jobs: jobs)
    say(reading.notes)
    return reading.features
  }

  /// A raster.
  /// - Throws: `Failure`.
  func raster(_ file: InputFile) throws -> any RasterSource {
    let file = file.placed(in: folder)
    let reading = try RasterSources.open(file, assumedCRS: file.crs)
    say(reading.notes)
    return reading.source
  }

  /// Columns of a small table.
  /// - Throws: `Failure`.
  func table(_ file: InputFile) throws -> [Column] { try PlainTable.read(file.placed(in: folder)) }

  // MARK: Rows that are written while records are read

  /// A sink for rows, its header written; nil when nobody wants them.
  /// - Throws: `Failure`.
  func rows(_ output: String, header: @autoclosure () throws -> [String]) throws -> CSVRowSink? {
    guard let file = outputs[output]?.file else { return nil }
    let sink = CSVRowSink(file)
    try sink.write(header: header())
    return sink
  }

  /// Where rejected records go.
  func rejects() throws -> CSVRowSink? { try rows(Output.rejects.name, header: JoinResult.rejectsHeader) }
}

extension Run {
  /// What stands around a drawing of this step.
  ///
  /// A step's name is written for files: `robos-por-barrio` reads *Robos por barrio*. On the command line the file of the records
  /// gives the title.
  /// - Parameter records: what it was made of.
  func drawing(
    title: String?, of records: InputFile, areas: InputFile? = nil,
    subtitle: @escaping @Sendable (Words) -> String? = { _ in nil }
  ) -> Drawing {
    let source = areas.map {
      Diagnostic(.note, "map.source", ["points": records.name, "areas": $0.name])
    }
    let words = name == verb ? String(RelativePath.last(records.name).prefix { $0 != "." }) : name
    let spaced = words.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return Drawing(
      title: title ?? spaced.prefix(1).uppercased() + spaced.dropFirst(), subtitle: subtitle,
      source: source ?? Diagnostic(.note, "map.source_points", ["points": records.name]))
  }
}
