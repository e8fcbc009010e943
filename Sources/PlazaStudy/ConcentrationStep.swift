internal import PlazaAnalysis
public import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

/// How records crowd into few places, as a command line or a study asks for it.
public struct ConcentrationStep: StudyStep {
  public static let verb = "concentration"
  /// The keys of such a step: the names of the command's options.
  public static let keys = ["concentration"] + JoinStep.placedRecordKeys + ["when", "date-order", "from", "to", "draws", "seed"]

  /// The inputs and how they are read; its own outputs and the options of rates are not used.
  public var records: JoinStep
  public var draws = ConcentrationOptions().draws
  public var seed = ConcentrationOptions().seed
  public var outputs = StepOutputs()

  public var name: String { records.name }
  public var inputs: [InputFile] { records.inputs }

  public init(_ records: JoinStep) { self.records = records }

  public init(_ node: StudyNode, folder: String) throws {
    self.init(try JoinStep(node, named: "concentration", folder: folder))
    records.options.when = try node.text("when")
    records.options.dateOrder = try node.choice("date-order", DateOrder.self)
    records.options.from = try node.text("from")
    records.options.to = try node.text("to")
    if let text = try node.text("draws") {
      guard let number = Int(text), ConcentrationOptions.drawRange ~= number else {
        throw node.failure("study.wrong_type", key: "draws", ["wanted": "99 … 99999"])
      }
      draws = number
    }
    if let text = try node.text("seed") {
      guard let number = UInt64(text) else { throw node.failure("study.wrong_type", key: "seed", ["wanted": "1, 2, …"]) }
      seed = number
    }
    outputs[.layer] = "\(name).geojson"
    outputs[.table] = "\(name).csv"
    outputs[.summary] = "\(name).json"
    outputs[.curve] = "\(name)-curve.svg"
    if try node.flag("map") { outputs[.map] = "\(name).svg" }
    if try node.flag("rejects") { outputs[.rejects] = "\(name)-rejects.csv" }
  }

  public var parameters: [(String, JSONValue)] {
    records.parameters.filter { $0.0 != "assign" } + [("draws", .integer(draws)), ("seed", .text(String(seed)))]
  }

  public func run(into files: OutputSet, _ context: StepContext) async throws -> any StepResult {
    let (jobs, progress) = (context.jobs, context.progress)
    let files = try outputs.open(in: files)
    let (source, levels, options) = try await records.readInputs(jobs: jobs, progress: progress)
    let rejects = files[.rejects].map { CSVRowSink($0) }
    try rejects?.write(header: RowSinks.rejectsHeader)
    var concentration = ConcentrationOptions()
    concentration.join = options
    (concentration.draws, concentration.seed) = (draws, seed)
    let result = try await Concentration.run(
      source, levels: levels, options: concentration, rejects: rejects, jobs: jobs, progress: progress)
    try await writeMap(result, into: files, context)
    try writeCurve(result, into: files, context)
    if let file = files[.table] {
      try file.write(CSVText.header(ConcentrationResult.tableHeader))
      var text: [UInt8] = []
      CSVText.append(result.table, to: &text)
      try file.write(text)
    }
    try files[.summary]?.write(result.summary(seconds: nil, notice: context.notice).serialized + "\n")
    return result
  }
}
