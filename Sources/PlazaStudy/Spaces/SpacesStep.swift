public import PlazaAnalysis
public import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers
public import PlazaRecords

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
  public var people = PeopleInputs()
  /// Regions.
  public var areas: InputFile?
  public var areaFields = AreaFields()
  public var hazards = HazardTexts()
  /// What hazards name their files from, with its `/`, or empty.
  var folder = ""
  public var activities: [InputFile] = []
  /// How the registry is written.
  public var csv = CSVOptions()
  /// What positions are in, in files that do not say.
  public var assumedCRS: String?
  public var title: String?
  public var outputs = StepOutputs()

  public init(name: String, registry: InputFile) {
    self.name = name
    self.registry = registry
  }

  public var inputs: [InputFile] {
    [registry, incidents, classes?.file].compactMap { $0 } + people.files + [areas].compactMap { $0 }
      + ((try? hazards.named()) ?? []).map { InputFile($0.file, folder: folder) } + activities
  }

  public func run(into outputs: OutputSet, _ context: StepContext) async throws -> any StepResult {
    let named = try hazards.named()
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
    surroundings.people = try await readPeople(context)
    for hazard in named {
      let zones = try await read(InputFile(hazard.file, folder: folder), context)
      surroundings.hazards.append(
        Hazard(name: hazard.name, file: hazard.file, features: zones, field: hazard.field, about: hazard.about))
    }
    surroundings.activities = try activities.map { (try PlainTable.read($0), $0.name) }
    let result = try await Spaces.run(
      reading.features, file: registry.name, options: options, surroundings: surroundings, jobs: context.jobs)
    for note in result.notes { context.progress.emit(note) }
    try await write(result, to: files, context)
    return result
  }

  private func readPeople(_ context: StepContext) async throws -> SpacePeople? {
    let found = try await people.read(context, assumedCRS: assumedCRS.map { CRS($0) })
    if let raster = found.raster { return SpacePeople(raster.source, file: raster.file) }
    return found.features.map {
      SpacePeople($0.features, file: $0.file, fields: people.fields, residential: found.residential)
    }
  }

  private func read(_ file: InputFile, _ context: StepContext) async throws -> Features {
    try await FeatureSources.read(file, context, assumedCRS: assumedCRS.map { CRS($0) })
  }

  private func readIncidents(rejects: OutputFile?, _ context: StepContext) async throws -> PointCollection? {
    guard let incidents else { return nil }
    let source = try PointSources.open(incidents, csv: CSVOptions(), assumedCRS: assumedCRS.map { CRS($0) })
    let sink = rejects.map { CSVRowSink($0) }
    try sink?.write(header: RowSinks.rejectsHeader)
    return try await PointCollection.read(
      source, within: nil, options: records, sensitive: try SensitiveKinds(classes: classes?.read(), keeping: keptKinds),
      rejects: sink, jobs: context.jobs, progress: context.progress)
  }
}
