public import PlazaAnalysis
public import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

/// Clusters of records by density, with their outlines.
public struct ClustersStep: StudyStep {
  public static let verb = "hotspots-clusters"
  public static let keys =
    [verb] + PointInputs.keys
    + ["radius", "minimum", "simulations", "population", "population-field", "seed", "map", "title", "rejects"]

  public var name: String
  public var points: PointInputs
  public var clusters = ClusterOptions()
  /// Points with people, that chance follows; nil is an even spread.
  public var population: InputFile?
  /// Their field with how many.
  public var populationField: String?
  /// What stands above the map; nil is the step's name.
  public var title: String?
  public var outputs = StepOutputs()

  public init(name: String, points: InputFile) {
    self.name = name
    self.points = PointInputs(points: points)
  }

  public var inputs: [InputFile] { points.files + [population].compactMap { $0 } }

  public init(_ node: StudyNode, folder: String) throws {
    name = try node.required(Self.verb)
    points = try PointInputs(node, folder: folder)
    clusters.radius = try node.metres("radius")
    clusters.minimum = try node.text("minimum").map { text in
      guard let value = Double(text), value > 0, value.isFinite else {
        throw node.failure("study.wrong_type", key: "minimum", ["wanted": "> 0"])
      }
      return value
    }
    clusters.simulations = try node.integer("simulations", in: 0...99_999) ?? clusters.simulations
    clusters.seed = UInt64(try node.integer("seed", in: 0...Int.max) ?? 1)
    population = try node.text("population").map { InputFile($0, folder: folder) }
    populationField = try node.text("population-field")
    title = try node.text("title")
    if try node.flag("map") { outputs[.map] = "\(name).svg" }
    if try node.flag("rejects") { outputs[.rejects] = "\(name)-rejects.csv" }
    outputs[.layer] = "\(name).geojson"
    outputs[.table] = "\(name).csv"
    outputs[.summary] = "\(name).json"
  }

  public var parameters: [(String, JSONValue)] {
    var members = StepParameters()
    members.add("radius", clusters.radius.flatMap(NumberText.text))
    members.add("minimum", clusters.minimum.flatMap(NumberText.text))
    members.add("simulations", String(clusters.simulations))
    members.add("population", population?.name)
    members.add("population-field", populationField)
    members.add("seed", String(clusters.seed))
    members.add("title", title)
    return points.parameters + members.members
  }

  public func run(into outputs: OutputSet, _ context: StepContext) async throws -> any StepResult {
    guard (population == nil) == (populationField == nil), population == nil || points.boundary != nil else {
      throw Failure(.usage, "clusters.population_needs")
    }
    let files = try self.outputs.open(in: outputs)
    let boundary = try points.boundary.map { file in
      let reading = try LayerSources.read(file, jobs: context.jobs)
      for note in reading.notes { context.progress.emit(note) }
      return AreaLayer(reading.layer, file: file.name)
    }
    let ground = try await points.load(boundary: boundary, rejects: files[.rejects], context)
    let people = try await readPopulation(on: ground, boundary: boundary, context)
    let map = try Clusters.find(
      in: ground, population: people, records: points.options, options: clusters, jobs: context.jobs)
    for note in map.notes { context.progress.emit(note) }
    let result = ClustersResult(map)
    var drawing = StepDrawing(name: name, verb: Self.verb, points: points.points, areas: points.boundary)
    if let title { drawing.title = title }
    drawing.subtitle = StepDrawing.subtitle(from: points.options.from, to: points.options.to, context)
    drawing.isNested = true
    try await result.write(to: files, drawing: drawing, context)
    return result
  }

  /// The points with people that lie in the study area.
  private func readPopulation(on ground: StudyGround, boundary: AreaLayer?, _ context: StepContext) async throws
    -> StudyGround?
  {
    guard let population, let populationField else { return nil }
    var options = PointOptions()
    options.weight = populationField
    let source = try PointSources.open(population, csv: CSVOptions(), assumedCRS: nil)
    let people = try await PointCollection.read(
      source, within: boundary, options: options, jobs: context.jobs, progress: context.progress)
    return try StudyGround(people, boundary: boundary, crs: ground.crs, jobs: context.jobs)
  }
}
