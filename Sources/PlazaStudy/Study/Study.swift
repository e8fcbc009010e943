internal import PlazaFormats
internal import PlazaLayers
internal import PlazaWords

/// A study file: its inputs, its steps and what its outputs must say.
public struct Study: Sendable {
  public var name: String
  public var title: String?
  /// What every output says about the data.
  public var notice: String?
  public var language: String?
  public var steps: [Step]
  /// The study file itself, which is an input too.
  public var file: InputFile

  /// The keys of a study file.
  static let keys = ["study", "title", "notice", "language", "geopackage", "steps"]

  /// What `--set` gave the names in it.
  public var variables: [String: String]

  /// Reads a study; paths in it are relative to its folder.
  /// - Parameter variables: what stands for each `${NAME}` in it, by name; every one must be used.
  /// - Throws: `Failure` with the line of what is wrong.
  public init(path: String, variables: [String: String] = [:]) throws {
    let bytes = try Input(path).head(1 << 20)
    guard bytes.count < 1 << 20 else { throw Failure(.notUnderstood, "study.too_large", ["file": path]) }
    var filling = StudyVariables(variables)
    let root = try StudyNode(yaml: bytes, file: path) { try filling.fill($0, file: path) }
    try filling.refuseUnused(file: path)
    self.variables = variables
    try root.refuseOthers(than: Self.keys)
    file = InputFile(path)
    name = try root.required("study")
    try StudyWords.checkName(name, key: "study", root)
    title = try root.text("title")
    notice = try root.text("notice")
    language = try root.text("language")
    if let language, Language(tag: language) == nil {
      throw root.failure("study.wrong_type", key: "language", ["wanted": "en, es, pt"])
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let geopackage = try root.text("geopackage")
    if let geopackage {
      try StudyWords.checkName(geopackage, key: "geopackage", root)
      guard geopackage.lowercased().hasSuffix(".gpkg") else {
        throw root.failure("study.wrong_type", key: "geopackage", ["wanted": "x.gpkg"])
      }
    }
    steps = try root.mappings("steps").map {
      try StudyWords($0, as: Self.verb(of: $0), geopackage: geopackage).step(folder: folder)
    }
    guard !steps.isEmpty else { throw root.failure("study.no_steps", key: "steps") }
    var names: Set<String> = []
    for step in steps where !names.insert(step.name).inserted {
      throw root.failure("study.repeated_step", key: "steps", ["step": step.name])
    }
  }

  /// The verb of a step: of its keys that are verbs the one that is no option of another, whatever their order.
  ///
  /// `coverage` beside `spaces` is a coverage: it has an option of that name, the file of its spaces.
  /// - Throws: `Failure` `study.unknown_verb`, `study.two_verbs`.
  private static func verb(of node: StudyNode) throws -> any Verb.Type {
    let named = Verbs.all.filter { verb in node.keys.contains(verb.name) }
    let verbs = named.filter { verb in
      !named.contains { other in other != verb && ArgumentShape.all(of: other).contains { $0.name == verb.name } }
    }
    guard let verb = verbs.first else {
      throw node.failure(
        "study.unknown_verb", key: node.keys.first ?? "", ["verbs": Verbs.all.map { $0.name }.joined(separator: ", ")])
    }
    guard verbs.count == 1 else {
      throw node.failure("study.two_verbs", key: verb.name, ["verbs": verbs.map { $0.name }.joined(separator: ", ")])
    }
    return verb
  }
}
