internal import PlazaAnalysis
public import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaReport

extension CoverageStep {
  public func run(into outputs: OutputSet, _ context: StepContext) async throws -> any StepResult {
    let files = try self.outputs.open(in: outputs)
    var options = options
    options.people = people.fields
    let result = try await Coverage.run(
      try await readInputs(context), options: options, jobs: context.jobs, progress: context.progress)
    try await write(result, into: files, context)
    try files[.table]?.write(result.table, header: CoverageResult.tableHeader)
    try files[.summary]?.write(result.summary(seconds: nil, notice: context.notice).serialized + "\n")
    return result
  }

  private func readInputs(_ context: StepContext) async throws -> Coverage.Inputs {
    func features(_ file: InputFile, isSpaces: Bool = false) async throws -> Features {
      try await FeatureSources.read(
        file, context, csv: isSpaces ? csv : CSVOptions(), assumedCRS: assumedCRS.map { CRS($0) },
        isStrict: options.areas.isStrict)
    }
    let reading = try LayerSources.read(areas, jobs: context.jobs)
    for note in reading.notes { context.progress.emit(note) }
    var inputs = Coverage.Inputs(
      spaces: try await features(spaces, isSpaces: true), file: spaces.name, areas: AreaLayer(reading.layer, file: areas.name))
    let people = try await people.read(
      context, assumedCRS: assumedCRS.map { CRS($0) }, isStrict: options.areas.isStrict)
    if let given = people.features { inputs.people = .features(given.features, file: given.file) }
    if let given = people.raster { inputs.people = .raster(given.source, file: given.file) }
    inputs.residential = people.residential
    if let streets {
      inputs.streets = try await features(streets)
      inputs.streetsFile = streets.name
    }
    if let entrances { inputs.entrances = try await features(entrances) }
    if urban != nil || inventory != nil {
      guard let urban, let inventory, let inventoryDate, streets != nil, width != nil || assumedWidth != nil else {
        throw Failure(.usage, "sdg.incomplete")
      }
      var given = OpenSpaceInputs(
        urban: try await features(urban), urbanFile: urban.name, inventory: try await features(inventory),
        inventoryFile: inventory.name, inventoryDate: inventoryDate)
      (given.width, given.assumedWidth, given.circles) = (width, assumedWidth, sample)
      inputs.openSpaces = given
    }
    if let incidents {
      inputs.incidents = try PointSources.open(incidents, csv: CSVOptions(), assumedCRS: assumedCRS.map { CRS($0) })
      inputs.incidentOptions = records
    }
    return inputs
  }

  /// Writes the layers with their styles, and the map of the areas.
  private func write(
    _ result: CoverageResult, into files: [StepOutputs.Kind: OutputFile], _ context: StepContext
  ) async throws {
    func sink(_ layer: Layer, _ kind: StepOutputs.Kind) async throws {
      guard let file = files[kind] else { return }
      try await LayerSinks.write(layer, to: file, notice: context.notice, jobs: context.jobs, progress: context.progress)
    }
    var drawing = StepDrawing(name: name, verb: Self.verb, points: spaces, areas: areas)
    if let title { drawing.title = title }
    drawing.nameField = result.nameField
    if files[.layer] != nil || files[.map] != nil {
      let layer = result.makeLayer()
      try await sink(layer, .layer)
      try drawing.write(
        layer, style: .coveredShares(field: result.mappedField, title: result.mappedTitle),
        into: files.filter { $0.key == .style || $0.key == .map }, context)
    }
    if let file = files[.serviceMap] {
      let mode: CoverageMode = streets == nil ? .straight : .walk
      drawing.isNested = true
      drawing.context = try result.outlines
      try drawing.write(
        result.makeServiceLayer(mode),
        style: .distances(metres: options.distances, title: .sentence("style.service_\(mode.rawValue)")), into: [.map: file],
        context)
    }
    for (kind, style, title) in [
      (StepOutputs.Kind.service, StepOutputs.Kind.serviceStyle, "style.service"), (.gaps, .gapStyle, "style.gaps"),
    ] where files[kind] != nil {
      let layer = kind == .service ? try result.makeServiceLayer() : result.makeGapLayer()
      try await sink(layer, kind)
      var wanted: [StepOutputs.Kind: OutputFile] = [:]
      wanted[.style] = files[style]
      try drawing.write(layer, style: .distances(metres: options.distances, title: .sentence(title)), into: wanted, context)
    }
  }
}
