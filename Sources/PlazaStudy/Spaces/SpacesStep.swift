public import PlazaAnalysis
public import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers

/// Public spaces, each by itself, and their registry by region.
public struct SpacesStep: StudyStep {
  public static let verb = "spaces"

  public var name: String
  /// The spaces: GeoJSON of any geometry, or a table with positions.
  public var registry: InputFile
  public var options = SpaceOptions()
  public var incidents: InputFile?
  /// Which incidents count.
  public var records = PointOptions()
  public var classes: ClassFile?
  /// Kinds that are counted around spaces though they look sensitive or the class table does not have them.
  public var keptKinds: [String] = []
  /// Areas, blocks or points with people; the field with everybody, and those of sexes and ages, are found by name unless they are stated.
  public var people: InputFile?
  public var peopleFields = PeopleFields()
  /// Where people may live.
  public var residential: InputFile?
  /// Regions.
  public var areas: InputFile?
  public var areaFields = AreaFields()
  public var hazards: [HazardFile] = []
  /// The classes of hazards from the lowest to the highest.
  public var order: [String] = []
  public var activities: [InputFile] = []
  /// How the registry is written.
  public var csv = CSVOptions()
  /// What positions are in, in files that do not say.
  public var assumedCRS: String?
  public var title: String?
  public var outputs = StepOutputs()

  /// A hazard as the command line names it: `flood=inundacion.geojson:clase`.
  public struct HazardFile: Hashable, Sendable {
    public var name: String
    public var file: InputFile
    public var field: String

    /// - Parameter text: `NAME=FILE:FIELD`; nil for anything else.
    public init?(_ text: String, folder: String = "") {
      guard let equals = text.firstIndex(of: "="), let colon = text.lastIndex(of: ":"), equals > text.startIndex,
        colon > text.index(after: equals), text.index(after: colon) < text.endIndex
      else { return nil }
      name = String(text[..<equals])
      file = InputFile(String(text[text.index(after: equals)..<colon]), folder: folder)
      field = String(text[text.index(after: colon)...])
    }

    var text: String { "\(name)=\(file.name):\(field)" }
  }

  public init(name: String, registry: InputFile) {
    self.name = name
    self.registry = registry
  }

  public var inputs: [InputFile] {
    [registry, incidents, classes?.file, people, residential, areas].compactMap { $0 } + hazards.map(\.file) + activities
  }

  public func run(into outputs: OutputSet, _ context: StepContext) async throws -> any StepResult {
    let files = try self.outputs.open(in: outputs)
    let assumed = assumedCRS.map { CRS($0) }
    let reading = try await FeatureSources.read(registry, csv: csv, assumedCRS: assumed, jobs: context.jobs)
    for note in reading.notes { context.progress.emit(note) }
    var surroundings = Spaces.Surroundings()
    surroundings.incidents = try await readIncidents(rejects: files[.rejects], context)
    surroundings.areaFields = areaFields
    surroundings.areas = try areas.map { file in
      let reading = try LayerSources.read(file, jobs: context.jobs)
      for note in reading.notes { context.progress.emit(note) }
      return AreaLayer(reading.layer, file: file.name)
    }
    if let people {
      var source = SpacePeople(try await read(people, context), file: people.name)
      source.fields = peopleFields
      if let residential { source.residential = try await read(residential, context) }
      surroundings.people = source
    }
    for hazard in hazards {
      surroundings.hazards.append(
        SpaceHazard(name: hazard.name, field: hazard.field, zones: try await read(hazard.file, context), file: hazard.file.name))
    }
    surroundings.hazardOrder = order
    surroundings.activities = try activities.map { (try PlainTable.read($0), $0.name) }
    let result = try await Spaces.run(
      reading.features, file: registry.name, options: options, surroundings: surroundings, jobs: context.jobs)
    for note in result.notes { context.progress.emit(note) }
    try await write(result, to: files, context)
    return result
  }

  private func read(_ file: InputFile, _ context: StepContext) async throws -> Features {
    let reading = try await FeatureSources.read(file, assumedCRS: assumedCRS.map { CRS($0) }, jobs: context.jobs)
    for note in reading.notes { context.progress.emit(note) }
    return reading.features
  }

  private func readIncidents(rejects: OutputFile?, _ context: StepContext) async throws -> PointCollection? {
    guard let incidents else { return nil }
    let source = try PointSources.open(incidents, csv: CSVOptions(), assumedCRS: assumedCRS.map { CRS($0) })
    let sink = rejects.map { CSVRowSink($0) }
    try sink?.write(header: JoinResult.rejectsHeader)
    return try await PointCollection.read(
      source, within: nil, options: records, sensitive: try SensitiveKinds(classes: classes?.read(), keeping: keptKinds),
      rejects: sink, jobs: context.jobs, progress: context.progress)
  }
}
