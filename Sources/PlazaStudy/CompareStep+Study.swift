internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

extension CompareStep {
  /// The keys of a comparison: the names of the command's options.
  public static let keys =
    ["compare"] + JoinStep.placedRecordKeys
    + ["when", "date-order", "periods", "against", "until", "registered", "cutoff"] + CellInputs.keys + ["keep-kind"]

  public init(_ node: StudyNode, folder: String) throws {
    self.init(try JoinStep(node, named: "compare", needsAreas: false, folder: folder))
    cells.boundary = try node.text("boundary").map { InputFile($0, folder: folder) }
    if let shape = try node.choice("grid", GridChoice.Shape.self) {
      cells.grid = GridChoice(shape, cell: try node.metres("cell") ?? 0)
    } else if let cell = try node.metres("cell") {
      cells.grid = GridChoice(.square, cell: cell)
    }
    cells.crs = try node.text("crs")
    records.options.keptKinds = try node.texts("keep-kind")
    records.options.when = try node.text("when")
    records.options.dateOrder = try node.choice("date-order", DateOrder.self)
    let texts = try node.texts("periods")
    if !texts.isEmpty {
      guard let windows = Self.periods(texts) else {
        throw node.failure("study.wrong_type", key: "periods", ["wanted": "month, ytd, 12m"])
      }
      periods = windows
    }
    against = try node.choice("against", CompareOptions.Against.self) ?? .lastYear
    until = try node.text("until")
    registered = try node.text("registered")
    cutoff = try node.text("cutoff")
    outputs[.layer] = "\(name).geojson"
    outputs[.table] = "\(name).csv"
    outputs[.summary] = "\(name).json"
    if try node.flag("map") { outputs[.map] = "\(name).svg" }
    if try node.flag("rejects") { outputs[.rejects] = "\(name)-rejects.csv" }
  }
}

extension JoinStep {
  /// The keys of every step that places records in areas and tells them apart by kind.
  static let placedRecordKeys =
    [
      "points", "areas", "code", "name", "parent", "level", "level-name", "merge-codes", "strict", "locate", "key", "key-name",
      "key-width", "aliases", "min-match", "by", "where", "count", "wide", "year", "explode", "assume-crs", "map", "title",
      "rejects",
      "valid-from",
      "valid-to", "as-of", "classes", "class-country", "class-level",
    ] + CSVOptions.studyKeys

  /// Reads the keys that such steps share.
  /// - Parameter verb: the key with the step's name.
  init(_ node: StudyNode, named verb: String, needsAreas: Bool = true, folder: String) throws {
    func file(_ name: String) -> InputFile { InputFile(name, folder: folder) }
    let areas = needsAreas && !node.isList("areas") ? [try node.required("areas")] : try node.texts("areas")
    guard areas.allSatisfy({ !$0.isEmpty }), !areas.isEmpty || !needsAreas else {
      throw node.failure("study.missing_key", key: "areas")
    }
    self.init(name: try node.required(verb), points: file(try node.required("points")), areas: areas.map(file))
    try readAreas(node)
    try readKeys(node, file)
    try readChange(node, file)
    options.by = try node.text("by")
    if let conditions = try node.mapping("where") {
      options.conditions = try conditions.keys.map { .init(field: $0, values: try conditions.texts($0)) }
    }
    options.count = try node.text("count")
    options.wide = try node.choice("wide", JoinOptions.Wide.self)
    options.year = try node.text("year")
    options.explodes = try node.flag("explode")
    try readClasses(node, file)
    csv = try CSVOptions(node)
    assumedCRS = try node.text("assume-crs")
    title = try node.text("title")
  }
}
