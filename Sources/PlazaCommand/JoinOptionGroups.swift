public import ArgumentParser
public import PlazaAnalysis
internal import PlazaStudy

/// Which fields of the areas are their code, name, population and parent, level by level.
struct AreaOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Field with the code, or several that make it, as a,b. Default: found by name. Repeats in the order of --areas.",
      valueName: "field"))
  var code: [String] = []

  @Option(help: ArgumentHelp("Field with the name. Default: found by name. Repeats in the order of --areas.", valueName: "field"))
  var name: [String] = []

  @Option(
    help: ArgumentHelp(
      "Field with the population: adds rates with exact Poisson limits. Repeats; coarser areas without one have the sum of their parts.",
      valueName: "field"))
  var population: [String] = []

  @Option(
    help: ArgumentHelp(
      "Field with the code (or the name) of the area one level up. Repeats in the order of --areas. Default: the one field whose values all are.",
      valueName: "field"))
  var parent: [String] = []

  @Option(help: ArgumentHelp("Field that divides one file of areas into levels, nested by --parent.", valueName: "field"))
  var level: String?

  @Option(
    help: ArgumentHelp("What a level is called, in the order of --areas. Default: its file's name.", valueName: "name"))
  var levelName: [String] = []

  @Flag(help: "Features with one code are one area.")
  var mergeCodes = false

  @Flag(help: "Refuse invalid polygons (exit 2) rather than repair them.")
  var strict = false

  /// - Parameter files: how many files of areas there are.
  func fields(files: Int) -> [AreaFields] {
    func stated(_ texts: [String], _ level: Int) -> String? {
      level < texts.count && !texts[level].isEmpty ? texts[level] : nil
    }
    return (0..<files).map { level in
      var fields = AreaFields()
      fields.code = stated(code, level).map { $0.split(separator: ",").map(String.init) } ?? []
      fields.name = stated(name, level)
      fields.population = stated(population, level)
      fields.parent = stated(parent, level)
      fields.mergesCodes = mergeCodes
      fields.isStrict = strict
      return fields
    }
  }

  /// - Throws: `ValidationError` for more fields than files.
  func check(files: Int) throws {
    for (option, count) in [
      ("--code", code.count), ("--name", name.count), ("--population", population.count), ("--parent", parent.count),
      ("--level-name", levelName.count),
    ] where count > files {
      throw ValidationError(
        "\(option) stands \(count) times, --areas \(files): one for each file, in the same order, \"\" for none.")
    }
    if level != nil, files > 1 { throw ValidationError("--level divides one file of areas; with several each is a level.") }
  }
}

/// How records are found by codes and names, and what they declare.
struct KeyGroup: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What places a record, in this order: point,code,name. Default: point; all three when a key is given.", valueName: "list"))
  var locate: String?

  @Option(
    help: ArgumentHelp(
      "Field of the records with an area's code; repeats by level, finest first, \"\" for none. Default: the field that bears the code field's name.",
      valueName: "field"))
  var key: [String] = []

  @Option(help: ArgumentHelp("Field of the records with an area's name; repeats likewise.", valueName: "field"))
  var keyName: [String] = []

  @Option(
    help: ArgumentHelp("Digits of the records' codes when no leading zero is lost. Default: found by evidence.", valueName: "n"))
  var keyWidth: Int?

  @Option(
    help: ArgumentHelp("Other names of areas: CSV with alias and name or code, perhaps level.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv"]))
  var aliases: String?

  @Option(
    help: ArgumentHelp("Least share of the records with a key that must match, as 0.95 or 95%; else exit 2.", valueName: "share"))
  var minMatch: String?

  @Option(
    help: ArgumentHelp(
      "Field with the area (code or name) that a record states beside its point: those that differ are counted.",
      valueName: "field"))
  var declared: String?

  @Option(
    help: ArgumentHelp("Field with the number of records that a row stands for, counted instead of 1.", valueName: "field"))
  var count: String?

  @Option(help: "Columns named after months hold counts: `month`.")
  var wide: JoinOptions.Wide?

  @Option(help: ArgumentHelp("Field with the year of a wide table whose columns do not say it.", valueName: "field"))
  var year: String?

  func options() throws -> KeyOptions {
    var options = KeyOptions()
    options.locate = try Self.methods(locate)
    options.codes = key
    options.names = keyName
    options.width = keyWidth
    options.minimumMatch = try Self.share(minMatch)
    options.declared = declared
    return options
  }

  static func share(_ text: String?) throws -> Double? {
    guard let text else { return nil }
    guard let share = KeyOptions.share(text) else {
      throw ValidationError("--min-match takes a share as 0.95 or 95%, not '\(text)'.")
    }
    return share
  }

  static func methods(_ text: String?) throws -> [KeyOptions.Method] {
    guard let text else { return [] }
    let methods = text.split(separator: ",").map { KeyOptions.Method(rawValue: String($0)) }
    guard !methods.isEmpty, !methods.contains(nil), Set(methods).count == methods.count else {
      throw ValidationError("--locate takes some of point,code,name, each once, not '\(text)'.")
    }
    return methods.compactMap { $0 }
  }

  func validate() throws {
    _ = try options()
    if let keyWidth, !(1...40).contains(keyWidth) { throw ValidationError("--key-width takes a number from 1 to 40.") }
    if year != nil, wide == nil { throw ValidationError("--year goes with --wide month.") }
    if wide != nil, count != nil { throw ValidationError("--wide month holds the counts: --count does not go with it.") }
  }
}

/// What is counted of the records.
struct RecordOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Field with the kind of incident: a count (and rate) for each.", valueName: "field"))
  var by: String?

  @Option(help: ArgumentHelp("Field with the date.", valueName: "field"))
  var when: String?

  @Option(help: "Divide the table into periods: year, quarter, month, week, day or hour.")
  var period: Period?

  @Option(help: ArgumentHelp("Order of dates: ymd, dmy or mdy. Default: found by evidence.", valueName: "order"))
  var dateOrder: DateOrder?

  @Option(help: ArgumentHelp("First date that counts, as 2019, 2019-05 or 2019-05-17.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("Last date that counts, at its own precision.", valueName: "date"))
  var to: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("Only records whose field has one of the values; repeatable.", valueName: "field=v1,v2"))
  var conditions: [String] = []

  @Option(help: ArgumentHelp("Field with a weight: its exact sum is written beside the count.", valueName: "field"))
  var weight: String?

  @Option(help: "A record in several areas counts in the one with the `lowest` code, or in `all`.")
  var assign: JoinOptions.Assignment = .lowest

  @Option(
    help: ArgumentHelp(
      "How exact positions are, in metres, or the field that says so: adds near_border, count_low and count_high.",
      valueName: "metres"))
  var accuracy: String?

  @Flag(help: "A MultiPoint of several points is several records; otherwise it is rejected.")
  var explode = false

  @Option(help: "Rates per `person-years`, or cumulative over the whole `period`.")
  var rateBasis: JoinOptions.RateBasis = .personYears

  @Option(help: ArgumentHelp("Identifying field that --tagged may write all the same; repeatable.", valueName: "field"))
  var keep: [String] = []

  var options: JoinOptions {
    get throws {
      var options = JoinOptions()
      options.by = by
      options.when = when
      options.period = period
      options.dateOrder = dateOrder
      options.from = from
      options.to = to
      options.conditions = try conditions.map(Self.condition)
      options.weight = weight
      options.assignment = assign
      options.accuracy = accuracy.map { Accuracy($0) }
      options.explodes = explode
      options.rateBasis = rateBasis
      options.keep = keep
      return options
    }
  }

  static func condition(_ text: String) throws -> JoinOptions.Condition {
    guard let mark = text.firstIndex(of: "="), mark > text.startIndex else {
      throw ValidationError("--where takes FIELD=VALUE1,VALUE2, not '\(text)'.")
    }
    let values = text[text.index(after: mark)...].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return .init(field: String(text[..<mark]), values: values)
  }

  func validate() throws { for condition in conditions { _ = try Self.condition(condition) } }
}

/// What is written, and where.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The areas with their new fields, as GeoJSON, with a style for QGIS (.qml) beside it; - is standard output.",
      valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("A map of the areas, as SVG: rates where there are some, else records per km².", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var map: String?

  @Option(help: ArgumentHelp("What stands above the map. Default: the name of the file of records.", valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp("The tidy table, as CSV: one row per area, kind and period.", valueName: "file"), completion: .file())
  var table: String?

  @Option(
    help: ArgumentHelp("Every record that counts with its area, as CSV readable by its owner only.", valueName: "file"),
    completion: .file())
  var tagged: String?

  @Flag(help: "A row of --table for every area, kind and period of the span, also without records.")
  var complete = false

  @Option(help: ArgumentHelp("Line, reason and cell of every rejected record, as CSV.", valueName: "file"), completion: .file())
  var rejects: String?

  @Option(
    help: ArgumentHelp(
      "Line, declared and located area of every record whose point lies elsewhere than --declared, as CSV.", valueName: "file"),
    completion: .file())
  var disagree: String?

  @Flag(help: "Print the summary plaza.join/1 on standard output.")
  var json = false

  @Flag(name: .shortAndLong, help: "Replace outputs that exist.")
  var force = false

  var outputs: StepOutputs {
    var outputs = StepOutputs()
    outputs[.layer] = output
    outputs[.map] = map
    outputs[.table] = table
    outputs[.tagged] = tagged
    outputs[.rejects] = rejects
    outputs[.disagree] = disagree
    return outputs
  }
}

extension Period: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}
extension JoinOptions.Assignment: ExpressibleByArgument {}
extension JoinOptions.RateBasis: ExpressibleByArgument {}
extension JoinOptions.Wide: ExpressibleByArgument {}
