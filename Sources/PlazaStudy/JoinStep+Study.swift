internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

extension JoinStep {
  /// The keys of a join step: the names of the command's options.
  public static let keys =
    [
      "join", "points", "areas", "code", "name", "population", "parent", "level", "level-name", "merge-codes", "strict", "locate",
      "key", "key-name", "key-width", "aliases", "min-match", "declared", "disagree", "by", "when", "period", "date-order",
      "from",
      "to", "where", "weight", "count", "wide", "year", "accuracy", "assign", "explode", "rate-basis", "keep", "classes",
      "class-country", "class-level", "keep-kind", "complete", "delimiter",
      "decimal",
      "encoding", "map", "title", "lon", "lat", "easting", "northing", "assume-crs", "tagged", "rejects",
      "valid-from", "valid-to", "as-of", "correspondence", "to-areas", "to-code", "to-name", "to-population", "to-as-of",
    ] + rateKeys

  public init(_ node: StudyNode, folder: String) throws {
    func file(_ name: String) -> InputFile { InputFile(name, folder: folder) }
    let areas = node.isList("areas") ? try node.texts("areas") : [try node.required("areas")]
    guard areas.allSatisfy({ !$0.isEmpty }), !areas.isEmpty else { throw node.failure("study.missing_key", key: "areas") }
    self.init(name: try node.required("join"), points: file(try node.required("points")), areas: areas.map(file))
    try readAreas(node)
    try readKeys(node, file)
    try readChange(node, file)
    try readRates(node, folder: folder)
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
    options.accuracy = try accuracy(node)
    options.explodes = try node.flag("explode")
    options.rateBasis = try node.choice("rate-basis", JoinOptions.RateBasis.self) ?? .personYears
    options.keep = try node.texts("keep")
    options.isComplete = try node.flag("complete")
    try readClasses(node, file)
    csv = try CSVOptions(node)
    assumedCRS = try node.text("assume-crs")
    if try node.flag("tagged") { outputs[.tagged] = "\(name)-tagged.csv" }
    if try node.flag("disagree") { outputs[.disagree] = "\(name)-disagree.csv" }
    if try node.flag("rejects") { outputs[.rejects] = "\(name)-rejects.csv" }
    title = try node.text("title")
    if try node.flag("map") { outputs[.map] = "\(name).svg" }
    outputs[.layer] = "\(name).geojson"
    outputs[.table] = "\(name).csv"
    outputs[.summary] = "\(name).json"
  }

  /// How far a record may lie from where a study's records say, unless the study says otherwise.
  static let accuracy = Accuracy.metres(25)

  /// `none` asks nothing about borders.
  private func accuracy(_ node: StudyNode) throws -> Accuracy? {
    guard let text = try node.text("accuracy") else { return Self.accuracy }
    return text == "none" ? nil : Accuracy(text)
  }

  mutating func readClasses(_ node: StudyNode, _ file: (String) -> InputFile) throws {
    options.keptKinds = node.isList("keep-kind") ? try node.texts("keep-kind") : try node.text("keep-kind").map { [$0] } ?? []
    guard let table = try node.text("classes") else {
      for key in ["class-country", "class-level"] where node.keys.contains(key) {
        throw node.failure("classes.no_table", key: key)
      }
      return
    }
    let level = try node.text("class-level").map { text in
      guard let level = Int(text), 1...4 ~= level else {
        throw node.failure("study.wrong_type", key: "class-level", ["wanted": "1, 2, 3, 4"])
      }
      return level
    }
    classes = ClassFile(file(table), country: try node.text("class-country"), level: level)
  }

  /// The fields of the areas: with several files each key may be a list in their order.
  mutating func readAreas(_ node: StudyNode) throws {
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
    // Cells have none of these fields; what is stated all the same is refused with the step.
    let levels = max(1, areas.count)
    for (key, count) in [
      ("code", codes.count), ("name", names.count), ("population", populations.count), ("parent", parents.count),
    ]
    where count > levels {
      throw node.failure("study.too_many_levels", key: key, ["count": String(count), "files": String(areas.count)])
    }
    let mergesCodes = try node.flag("merge-codes")
    let isStrict = try node.flag("strict")
    let fields = (0..<levels).map { level in
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

  mutating func readKeys(_ node: StudyNode, _ file: (String) -> InputFile) throws {
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
}
