public import PlazaAnalysis
public import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaReport
internal import PlazaStatistics

/// Which test a step is: one type for each, so that each is a verb of its own.
public protocol HotSpotVerb: Sendable {
  static var method: HotSpots.Method { get }
}

public enum GetisOrdVerb: HotSpotVerb { public static let method = HotSpots.Method.gi }
public enum MoranVerb: HotSpotVerb { public static let method = HotSpots.Method.moran }

/// One test of areas or cells against their neighbours.
public struct HotSpotTestStep<Verb: HotSpotVerb>: StudyStep {
  public static var verb: String { "hotspots-\(Verb.method.rawValue)" }
  public static var keys: [String] {
    [verb] + PointInputs.keys + UnitInputs.keys
      + ["on", "neighbors", "gap", "correction", "permutations", "seed", "map", "title", "rejects"]
  }

  public var name: String
  public var points: PointInputs
  public var units = UnitInputs()
  public var test = NeighbourTestOptions()
  /// What stands above the map; nil is the step's name.
  public var title: String?
  public var outputs = StepOutputs()

  public init(name: String, points: InputFile) {
    self.name = name
    self.points = PointInputs(points: points)
  }

  public var inputs: [InputFile] { points.files + [units.areas].compactMap { $0 } }

  public init(_ node: StudyNode, folder: String) throws {
    name = try node.required(Self.verb)
    points = try PointInputs(node, folder: folder)
    units = try UnitInputs(node, folder: folder)
    test.measure = try node.choice("on", NeighbourTestOptions.Measure.self) ?? .count
    if let text = try node.text("neighbors") {
      guard let rule = NeighborRule(text) else {
        throw node.failure("study.wrong_type", key: "neighbors", ["wanted": "queen, rook, distance:METRES, nearest:K"])
      }
      test.neighbors = rule
    }
    test.gap = try node.metres("gap")
    test.correction = try node.choice("correction", MultipleTesting.self) ?? .benjaminiHochberg
    test.permutations = try node.integer("permutations", in: 1...9_999_999)
    test.seed = UInt64(try node.integer("seed", in: 0...Int.max) ?? 1)
    title = try node.text("title")
    if try node.flag("map") { outputs[.map] = "\(name).svg" }
    if try node.flag("rejects") { outputs[.rejects] = "\(name)-rejects.csv" }
    outputs[.layer] = "\(name).geojson"
    outputs[.table] = "\(name).csv"
    outputs[.summary] = "\(name).json"
  }

  public var parameters: [(String, JSONValue)] {
    var members = StepParameters()
    members.add("on", test.measure.rawValue)
    members.add("neighbors", test.neighbors.text)
    members.add("gap", test.gap.flatMap(NumberText.text))
    members.add("correction", test.correction.rawValue)
    members.add("permutations", test.permutations.map(String.init))
    members.add("seed", String(test.seed))
    members.add("title", title)
    return points.parameters + units.parameters + members.members
  }

  public func run(into outputs: OutputSet, _ context: StepContext) async throws -> any StepResult {
    let files = try self.outputs.open(in: outputs)
    let map = try await makeMap(rejects: files[.rejects], context)
    let result = UnitMapResult(map, verb: Self.verb)
    var drawing = StepDrawing(name: name, verb: Self.verb, points: points.points, areas: units.areas ?? points.boundary)
    if let title { drawing.title = title }
    drawing.subtitle = StepDrawing.subtitle(from: points.options.from, to: points.options.to, context)
    drawing.nameField = map.nameField
    let style = Verb.method == .gi ? LayerStyle.hotSpotBins() : .moranClasses()
    try await result.write(to: files, style: style, drawing: drawing, context)
    return result
  }

  private func makeMap(rejects: OutputFile?, _ context: StepContext) async throws -> UnitMap {
    guard let file = units.areas else {
      guard let grid = units.grid, grid.cell > 0 else { throw Failure(.usage, "hotspots.no_units") }
      let ground = try await points.load(rejects: rejects, context)
      return try HotSpots.onCells(
        Verb.method, ground, grid: grid, options: points.options, test: test, jobs: context.jobs)
    }
    guard units.grid == nil else { throw Failure(.usage, "hotspots.two_units") }
    guard points.boundary == nil, points.piles == nil, points.known == nil, points.crs == nil, points.options.precision == nil
    else { throw Failure(.usage, "hotspots.cells_only") }
    let reading = try LayerSources.read(file, jobs: context.jobs)
    for note in reading.notes { context.progress.emit(note) }
    let source = try PointSources.open(points.points, csv: points.csv, assumedCRS: points.assumed)
    let sink = rejects.map { CSVRowSink($0) }
    try sink?.write(header: RowSinks.rejectsHeader)
    return try await HotSpots.onAreas(
      Verb.method, source, areas: AreaLayer(reading.layer, file: file.name), fields: units.fields, options: points.options,
      test: test, rejects: sink, jobs: context.jobs, progress: context.progress)
  }
}
