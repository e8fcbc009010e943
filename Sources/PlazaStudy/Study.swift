internal import PlazaFormats
internal import PlazaLayers

/// A study file: its inputs, its steps and what its outputs must say.
public struct Study: Sendable {
  public var name: String
  public var title: String?
  /// What every output says about the data.
  public var notice: String?
  public var language: String?
  public var steps: [any StudyStep]
  /// The study file itself, which is an input too.
  public var file: InputFile

  /// The keys of a study file.
  static let keys = ["study", "title", "notice", "language", "steps"]

  /// What `--set` gave the names in it.
  public var variables: [String: String]

  /// Reads a study; paths in it are relative to its folder.
  /// - Parameter variables: what stands for each `${NAME}` in it, by name; every one must be used.
  /// - Throws: `Failure` with the line of what is wrong.
  public init(path: String, variables: [String: String] = [:]) throws {
    let bytes = try Input(path).head(1 << 20)
    guard bytes.count < 1 << 20 else { throw Failure(.notUnderstood, "study.too_large", ["file": path]) }
    var filling = StudyVariables(variables)
    let root = try StudyNode(yaml: String(decoding: bytes, as: UTF8.self), file: path) { try filling.fill($0, file: path) }
    try filling.refuseUnused(file: path)
    self.variables = variables
    try root.refuseOthers(than: Self.keys)
    file = InputFile(path)
    name = try root.required("study")
    title = try root.text("title")
    notice = try root.text("notice")
    language = try root.text("language")
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    steps = try root.mappings("steps").map { try Self.step($0, folder: folder) }
    guard !steps.isEmpty else { throw root.failure("study.no_steps", key: "steps") }
    var names: Set<String> = []
    for step in steps where !names.insert(step.name).inserted {
      throw root.failure("study.repeated_step", key: "steps", ["step": step.name])
    }
  }

  /// The verbs that a step may have.
  static let verbs: [any StudyStep.Type] = [
    JoinStep.self, CompareStep.self, ConcentrationStep.self, HotSpotsStep.self, HotSpotTestStep<GetisOrdVerb>.self,
    HotSpotTestStep<MoranVerb>.self, DensityStep.self, ClustersStep.self, BacktestStep.self,
    CoverageStep.self, ExposureStep.self,
    // Last: other verbs have a key of its name, the file of the spaces.
    SpacesStep.self,
  ]

  /// The first of a step's keys that is a verb: what a verb is called may be an option of another, as `spaces`.
  static func verb(of node: StudyNode) -> (any StudyStep.Type)? {
    node.keys.lazy.compactMap { key in verbs.first { $0.verb == key } }.first
  }

  private static func step(_ node: StudyNode, folder: String) throws -> any StudyStep {
    guard let type = verb(of: node) else {
      throw node.failure(
        "study.unknown_verb", key: node.keys.first ?? "", ["verbs": verbs.map { $0.verb }.joined(separator: ", ")])
    }
    try node.refuseOthers(than: type.keys)
    return try type.init(node, folder: folder)
  }
}
