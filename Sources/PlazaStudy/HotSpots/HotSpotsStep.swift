public import PlazaAnalysis
public import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaReport
internal import PlazaStatistics

/// The plain look at hot spots: density and tested cells in one layer.
public struct HotSpotsStep: StudyStep {
  public static let verb = "hotspots"
  public static let keys = [verb] + PointInputs.keys + ["bandwidth", "cell", "correction", "map", "title", "rejects"]

  public var name: String
  public var points: PointInputs
  public var overview = HotSpots.OverviewOptions()
  /// What stands above the map; nil is the step's name.
  public var title: String?
  public var outputs = StepOutputs()

  public init(name: String, points: InputFile) {
    self.name = name
    self.points = PointInputs(points: points)
  }

  public var inputs: [InputFile] { points.files }

  public init(_ node: StudyNode, folder: String) throws {
    name = try node.required(Self.verb)
    points = try PointInputs(node, folder: folder)
    if let choice = try node.bandwidth("bandwidth") { overview.bandwidth = choice }
    overview.cell = try node.metres("cell")
    overview.correction = try node.choice("correction", MultipleTesting.self) ?? .benjaminiHochberg
    title = try node.text("title")
    if try node.flag("map") { outputs[.map] = "\(name).svg" }
    if try node.flag("rejects") { outputs[.rejects] = "\(name)-rejects.csv" }
    outputs[.layer] = "\(name).geojson"
    outputs[.table] = "\(name).csv"
    outputs[.summary] = "\(name).json"
  }

  public var parameters: [(String, JSONValue)] {
    var members = StepParameters()
    members.add("bandwidth", overview.bandwidth.text)
    members.add("cell", overview.cell.flatMap(NumberText.text))
    members.add("correction", overview.correction.rawValue)
    members.add("title", title)
    return points.parameters + members.members
  }

  public func run(into outputs: OutputSet, _ context: StepContext) async throws -> any StepResult {
    let files = try self.outputs.open(in: outputs)
    let ground = try await points.load(rejects: files[.rejects], context)
    let map = try HotSpots.overview(ground, options: overview, point: points.options, jobs: context.jobs)
    let result = UnitMapResult(map, verb: Self.verb)
    var drawing = StepDrawing(name: name, verb: Self.verb, points: points.points, areas: points.boundary)
    if let title { drawing.title = title }
    drawing.subtitle = StepDrawing.subtitle(from: points.options.from, to: points.options.to, context)
    try await result.write(to: files, style: .hotSpotBins(), drawing: drawing, context)
    return result
  }
}

extension StudyNode {
  /// A bandwidth: metres, or the name of a rule.
  func bandwidth(_ key: String) throws -> DensityOptions.BandwidthChoice? {
    try text(key).map { text in
      guard let choice = DensityOptions.BandwidthChoice(text) else {
        throw failure(
          "study.wrong_type", key: key, ["wanted": "metres, " + BandwidthRule.allCases.map(\.rawValue).joined(separator: ", ")])
      }
      return choice
    }
  }
}
