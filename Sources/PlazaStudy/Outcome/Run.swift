internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords
internal import PlazaReport
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

  // MARK: Reading

  /// Records, opened by what the file holds.
  /// - Parameter positions: what is wanted of the fields of a position.
  /// - Throws: `Failure`.
  func records(_ file: InputFile, _ positions: PositionRequest = .required) throws -> any PointSource {
    try file.placed(in: folder).open().records(positions)
  }

  /// A layer of areas.
  /// - Throws: `Failure`.
  func areas(_ file: InputFile, level: String? = nil) throws -> AreaLayer {
    let reading = try file.placed(in: folder).open().layer(jobs: jobs)
    say(reading.notes)
    let checked = try EarthCheck.checked(reading.layer, file: file.name)
    say(checked.notes)
    return AreaLayer(checked.layer, file: file.name, level: level)
  }

  /// Features of any geometry, their polygons repaired.
  /// - Parameter isStrict: whether an invalid polygon ends the run.
  /// - Throws: `Failure`.
  func features(_ file: InputFile, isStrict: Bool = false) async throws -> Features {
    try await features(of: file.placed(in: folder).open(), file, isStrict: isStrict)
  }

  /// Zones: features of any geometry, their polygons repaired, or the cells of a raster.
  /// - Throws: `Failure`.
  func zones(_ file: InputFile, isStrict: Bool = false) async throws -> Hazard.Zones {
    let dataset = try file.placed(in: folder).open()
    guard dataset.format.contents == [.raster] else {
      return .features(try await features(of: dataset, file, isStrict: isStrict))
    }
    let reading = try dataset.raster()
    say(reading.notes)
    return .raster(reading.source)
  }

  private func features(of dataset: any Dataset, _ file: InputFile, isStrict: Bool) async throws -> Features {
    var reading = try dataset.features(jobs: jobs)
    say(reading.notes)
    let checked = try EarthCheck.checked(reading.features, file: file.name)
    say(checked.notes)
    reading.features = checked.features
    if let repairs = try await reading.features.repairPolygons(file: file.name, isStrict: isStrict, jobs: jobs) {
      say([repairs])
    }
    return reading.features
  }

  /// A raster.
  /// - Throws: `Failure`.
  func raster(_ file: InputFile) throws -> any RasterSource {
    let reading = try file.placed(in: folder).open().raster()
    say(reading.notes)
    return reading.source
  }

  /// A table, read whole.
  /// - Throws: `Failure`.
  func table(_ file: InputFile) throws -> Table { try file.placed(in: folder).open().table() }

  // MARK: Rows that are written while records are read

  /// A sink for rows, its header written; nil when nobody wants them.
  /// - Throws: `Failure`.
  func rows(_ output: String, header: @autoclosure () throws -> [String]) throws -> (any RowSink)? {
    guard let table = outputs.table(output) else { return nil }
    return try table.begin(header().map { TableColumn($0) }).makeSink()
  }

  /// Where rejected records go.
  func rejects() throws -> (any RowSink)? { try rows(Output.rejects.name, header: RowSinks.rejectsHeader) }
}

extension Run {
  /// What stands around a drawing of this step.
  ///
  /// A step's name is written for files: `robos-por-barrio` reads *Robos por barrio*. On the command line the title is what the verb finds
  /// out; of what and when stands under it.
  /// - Parameter records: what it was made of first, in the role that it has; `further`, what else.
  func drawing(
    caption: Caption, of records: InputFile, as role: SourceRole = .records, areas: InputFile? = nil,
    further: [(SourceRole, InputFile?)] = [], subtitle: @escaping @Sendable (Words) -> String? = { _ in nil }
  ) -> Drawing {
    let files =
      [(role, records)] + (areas.map { [(SourceRole.areas, $0)] } ?? [])
      + further.compactMap { role, file in file.map { (role, $0) } }
    let sources = files.map { Diagnostic(.note, "map.source_\($0.rawValue)", ["file": $1.name]) }
    let spaced = name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    let ofStep: StyleText =
      name == verb
      ? .sentence("title.\(verb.replacing("-", with: "_"))") : .verbatim(spaced.prefix(1).uppercased() + spaced.dropFirst())
    var drawing = Drawing(title: caption.title.map(StyleText.verbatim) ?? ofStep, subtitle: subtitle, source: sources[0])
    drawing.further = Array(sources.dropFirst())
    drawing.statedSource = caption.source
    drawing.chosen = caption.shown
    drawing.context = caption.context?.placed(in: folder).context(jobs: jobs)
    return drawing
  }
}

/// What a file is to a drawing.
enum SourceRole: String, Sendable { case records, areas, spaces, people, streets }

extension InputFile {
  /// The areas in it, with their names where a field is called so.
  fileprivate func context(jobs: Int) -> @Sendable () throws -> MapContext {
    { try MapContext(areas: open().layer(jobs: jobs).layer) }
  }
}

extension MapContext {
  /// - Throws: `Failure` when the areas' CRS does not lead to WGS 84.
  init(areas: Layer) throws {
    let field = FieldNames.name(in: areas.columns.map(\.name)).map { areas.columns[$0] }
    self.init(try WGS84Layer.geometry(of: areas), names: field?.values.map { $0.text ?? "" } ?? [])
  }
}
