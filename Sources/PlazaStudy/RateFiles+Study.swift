internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

extension JoinStep {
  static let rateKeys = [
    "population-table", "population-fields", "floating", "floating-hours", "sex", "age", "standard", "eb-local",
  ]

  /// The keys of a step about populations in tables and what rates are made of them.
  mutating func readRates(_ node: StudyNode, folder: String) throws {
    rateFiles.population = try node.text("population-table").map { InputFile($0, folder: folder) }
    if let fields = try node.mapping("population-fields") {
      for key in fields.keys {
        guard let column = RateFiles.Column(rawValue: key) else {
          throw fields.failure(
            "study.unknown_key", key: key, ["keys": RateFiles.Column.allCases.map(\.rawValue).joined(separator: ", ")])
        }
        rateFiles.fields[column] = try fields.text(key)
      }
      guard rateFiles.population != nil else { throw node.failure("study.missing_key", key: "population-table") }
    }
    if let standard = try node.text("standard") { rateFiles.choose(standard: standard, folder: folder) }
    options.floating = try node.text("floating")
    if let text = try node.text("floating-hours") {
      guard let hours = Double(text), hours > 0, hours <= 24 else {
        throw node.failure("study.wrong_type", key: "floating-hours", ["wanted": "1 … 24"])
      }
      options.floatingHours = hours
    }
    options.stabilizesLocally = try node.flag("eb-local")
    options.sex = try node.text("sex")
    options.age = try node.text("age")
  }

  var rateParameters: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = []
    func add(_ name: String, _ value: String?) { if let value { members.append((name, .text(value))) } }
    add("population-table", rateFiles.population?.name)
    let fields = RateFiles.Column.allCases.compactMap { column in
      rateFiles.fields[column].map { (column.rawValue, JSONValue.text($0)) }
    }
    if !fields.isEmpty { members.append(("population-fields", .object(fields))) }
    add("floating", options.floating)
    if options.floating != nil { add("floating-hours", NumberText.text(options.floatingHours)) }
    add("sex", options.sex)
    add("age", options.age)
    add("standard", rateFiles.standard?.name ?? rateFiles.namedStandard?.name)
    if options.stabilizesLocally { members.append(("eb-local", .bool(true))) }
    return members
  }

  /// Reads the files that rates go by.
  /// - Throws: `Failure` `correspondence.plain_rates` for rates that are not carried to another division.
  func readRateFiles(into options: inout JoinOptions) throws {
    try rateFiles.read(into: &options)
    if carrying != nil, options.floating != nil || options.sex != nil || options.age != nil || options.stabilizesLocally {
      throw Failure(.usage, "correspondence.plain_rates")
    }
  }
}
