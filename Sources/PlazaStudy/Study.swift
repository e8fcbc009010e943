internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers

/// A study file: its inputs, its steps and what its outputs must say.
public struct Study: Sendable {
  public var name: String
  public var title: String?
  /// What every output says about the data.
  public var notice: String?
  public var language: String?
  public var steps: [JoinStep]
  /// The study file itself, which is an input too.
  public var file: InputFile

  /// Reads a study; paths in it are relative to its folder.
  /// - Throws: `Failure` with the line of what is wrong.
  public init(path: String) throws {
    let bytes = try Input(path).head(1 << 20)
    guard bytes.count < 1 << 20 else { throw Failure(.notUnderstood, "study.too_large", ["file": path]) }
    let root = try StudyNode(yaml: String(decoding: bytes, as: UTF8.self), file: path)
    try root.refuseOthers(than: ["study", "title", "notice", "language", "steps"])
    file = InputFile(path)
    name = try root.required("study")
    title = try root.text("title")
    notice = try root.text("notice")
    language = try root.text("language")
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    steps = try root.mappings("steps").map { try JoinStep($0, folder: folder) }
    guard !steps.isEmpty else { throw root.failure("study.no_steps", key: "steps") }
    var names: Set<String> = []
    for step in steps where !names.insert(step.name).inserted {
      throw root.failure("study.repeated_step", key: "steps", ["step": step.name])
    }
  }
}

extension JoinStep {
  /// The keys of a join step: the names of the command's options.
  static let keys = [
    "join", "points", "areas", "code", "name", "population", "merge-codes", "strict", "by", "when", "period", "date-order",
    "from",
    "to", "where", "weight", "accuracy", "assign", "explode", "rate-basis", "keep", "delimiter", "decimal", "encoding", "lon",
    "lat",
    "easting",
    "northing", "assume-crs", "tagged", "rejects",
  ]

  init(_ node: StudyNode, folder: String) throws {
    guard node.keys.contains("join") else { throw node.failure("study.unknown_verb", key: node.keys.first ?? "") }
    try node.refuseOthers(than: Self.keys)
    func input(_ key: String) throws -> InputFile {
      let name = try node.required(key)
      return InputFile(name, path: name.hasPrefix("/") || name == "-" ? name : folder + name)
    }
    self.init(name: try node.required("join"), points: try input("points"), areas: try input("areas"))
    options.areas.code = try node.texts("code")
    options.areas.name = try node.text("name")
    options.areas.population = try node.text("population")
    options.areas.mergesCodes = try node.flag("merge-codes")
    options.areas.isStrict = try node.flag("strict")
    options.by = try node.text("by")
    options.when = try node.text("when")
    options.period = try node.choice("period", Period.self)
    options.dateOrder = try node.choice("date-order", DateOrder.self)
    options.from = try node.text("from")
    options.to = try node.text("to")
    if let conditions = try node.mapping("where") {
      options.conditions = try conditions.keys.map { .init(field: $0, values: try conditions.texts($0)) }
    }
    options.weight = try node.text("weight")
    options.assignment = try node.choice("assign", JoinOptions.Assignment.self) ?? .lowest
    options.accuracy = try node.text("accuracy").map { Accuracy($0) }
    options.explodes = try node.flag("explode")
    options.rateBasis = try node.choice("rate-basis", JoinOptions.RateBasis.self) ?? .personYears
    options.keep = try node.texts("keep")
    csv = try Self.csvOptions(node)
    assumedCRS = try node.text("assume-crs")
    if try node.flag("tagged") { outputs.tagged = "\(name)-tagged.csv" }
    if try node.flag("rejects") { outputs.rejects = "\(name)-rejects.csv" }
    outputs.layer = "\(name).geojson"
    outputs.table = "\(name).csv"
    outputs.summary = "\(name).json"
  }

  private static func csvOptions(_ node: StudyNode) throws -> CSVOptions {
    var csv = CSVOptions()
    csv.longitude = try node.text("lon")
    csv.latitude = try node.text("lat")
    csv.easting = try node.text("easting")
    csv.northing = try node.text("northing")
    if let text = try node.text("delimiter") {
      guard let value = CSVOptions.delimiter(named: text) else {
        throw node.failure("study.wrong_type", key: "delimiter", ["wanted": ", ; tab |"])
      }
      csv.delimiter = value
    }
    if let text = try node.text("decimal") {
      guard let value = CSVOptions.decimalMark(named: text) else {
        throw node.failure("study.wrong_type", key: "decimal", ["wanted": ". ,"])
      }
      csv.decimalMark = value
    }
    if let text = try node.text("encoding") {
      guard let value = TextEncoding(name: text) else {
        throw node.failure(
          "study.wrong_type", key: "encoding", ["wanted": TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")])
      }
      csv.encoding = value
    }
    return csv
  }
}
