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
    "join", "points", "areas", "code", "name", "population", "parent", "level", "level-name", "merge-codes", "strict", "locate",
    "key", "key-name", "key-width", "aliases", "min-match", "declared", "disagree", "by", "when", "period", "date-order", "from",
    "to", "where", "weight", "count", "wide", "year", "accuracy", "assign", "explode", "rate-basis", "keep", "delimiter",
    "decimal",
    "encoding", "lon", "lat", "easting", "northing", "assume-crs", "tagged", "rejects",
    "valid-from", "valid-to", "as-of", "correspondence", "to-areas", "to-code", "to-name", "to-population", "to-as-of",
  ]

  init(_ node: StudyNode, folder: String) throws {
    guard node.keys.contains("join") else { throw node.failure("study.unknown_verb", key: node.keys.first ?? "") }
    try node.refuseOthers(than: Self.keys)
    func file(_ name: String) -> InputFile {
      InputFile(name, path: name.hasPrefix("/") || name == "-" ? name : folder + name)
    }
    let areas = node.isList("areas") ? try node.texts("areas") : [try node.required("areas")]
    guard areas.allSatisfy({ !$0.isEmpty }), !areas.isEmpty else { throw node.failure("study.missing_key", key: "areas") }
    self.init(name: try node.required("join"), points: file(try node.required("points")), areas: areas.map(file))
    try readAreas(node)
    try readKeys(node, file)
    try readChange(node, file)
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
    options.count = try node.text("count")
    options.wide = try node.choice("wide", JoinOptions.Wide.self)
    options.year = try node.text("year")
    options.assignment = try node.choice("assign", JoinOptions.Assignment.self) ?? .lowest
    options.accuracy = try node.text("accuracy").map { Accuracy($0) }
    options.explodes = try node.flag("explode")
    options.rateBasis = try node.choice("rate-basis", JoinOptions.RateBasis.self) ?? .personYears
    options.keep = try node.texts("keep")
    csv = try Self.csvOptions(node)
    assumedCRS = try node.text("assume-crs")
    if try node.flag("tagged") { outputs.tagged = "\(name)-tagged.csv" }
    if try node.flag("disagree") { outputs.disagree = "\(name)-disagree.csv" }
    if try node.flag("rejects") { outputs.rejects = "\(name)-rejects.csv" }
    outputs.layer = "\(name).geojson"
    outputs.table = "\(name).csv"
    outputs.summary = "\(name).json"
  }

  /// The fields of the areas: with several files each key may be a list in their order.
  private mutating func readAreas(_ node: StudyNode) throws {
    levelNames = try node.texts("level-name")
    options.levelField = try node.text("level")
    // A field's name may hold a comma; of several files it divides their fields.
    func listed(_ key: String) throws -> [String] {
      areas.count > 1 ? try node.texts(key) : try node.text(key).map { [$0] } ?? []
    }
    let names = try listed("name")
    let populations = try listed("population")
    let parents = try listed("parent")
    var codes = [try node.texts("code")]
    // Of one file a list of codes makes one code; of several it has one entry for each, whose parts a comma divides.
    if areas.count > 1, node.isList("code") { codes = codes[0].map { $0.split(separator: ",").map(String.init) } }
    func stated(_ texts: [String], _ level: Int) -> String? {
      level < texts.count && !texts[level].isEmpty ? texts[level] : nil
    }
    for (key, count) in [
      ("code", codes.count), ("name", names.count), ("population", populations.count), ("parent", parents.count),
    ]
    where count > areas.count {
      throw node.failure("study.too_many_levels", key: key, ["count": String(count), "files": String(areas.count)])
    }
    let mergesCodes = try node.flag("merge-codes")
    let isStrict = try node.flag("strict")
    let fields = areas.indices.map { level in
      var fields = AreaFields()
      fields.code = level < codes.count ? codes[level] : []
      fields.name = stated(names, level)
      fields.population = stated(populations, level)
      fields.parent = stated(parents, level)
      (fields.mergesCodes, fields.isStrict) = (mergesCodes, isStrict)
      return fields
    }
    options.areas = fields[0]
    options.coarserAreas = Array(fields.dropFirst())
  }

  private mutating func readKeys(_ node: StudyNode, _ file: (String) -> InputFile) throws {
    options.keys.locate = try node.texts("locate").map { text in
      guard let method = KeyOptions.Method(rawValue: text.filter { $0 != " " }) else {
        throw node.failure("study.wrong_type", key: "locate", ["wanted": "point, code, name"])
      }
      return method
    }
    options.keys.codes = try node.texts("key")
    options.keys.names = try node.texts("key-name")
    options.keys.width = try node.text("key-width").map { text in
      guard let width = Int(text), 1...40 ~= width else {
        throw node.failure("study.wrong_type", key: "key-width", ["wanted": "1 … 40"])
      }
      return width
    }
    options.keys.minimumMatch = try node.text("min-match").map { text in
      guard let share = KeyOptions.share(text) else {
        throw node.failure("study.wrong_type", key: "min-match", ["wanted": "0.9, 90 %"])
      }
      return share
    }
    options.keys.declared = try node.text("declared")
    aliases = try node.text("aliases").map(file)
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
