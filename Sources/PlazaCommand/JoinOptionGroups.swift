public import ArgumentParser
public import PlazaAnalysis
internal import PlazaStudy

/// Which fields of the areas are their code, name and population.
struct AreaOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Field with the code, or several that make it, as a,b. Default: found by name.", valueName: "field"))
  var code: String?

  @Option(help: ArgumentHelp("Field with the name. Default: found by name.", valueName: "field"))
  var name: String?

  @Option(help: ArgumentHelp("Field with the population: adds rates with exact Poisson limits.", valueName: "field"))
  var population: String?

  @Flag(help: "Features with one code are one area.")
  var mergeCodes = false

  @Flag(help: "Refuse invalid polygons (exit 2) rather than repair them.")
  var strict = false

  var fields: AreaFields {
    var fields = AreaFields()
    fields.code = code.map { $0.split(separator: ",").map(String.init) } ?? []
    fields.name = name
    fields.population = population
    fields.mergesCodes = mergeCodes
    fields.isStrict = strict
    return fields
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

  private static func condition(_ text: String) throws -> JoinOptions.Condition {
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
    help: ArgumentHelp("The areas with their new fields, as GeoJSON; - is standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("The tidy table, as CSV: one row per area, kind and period.", valueName: "file"), completion: .file())
  var table: String?

  @Option(
    help: ArgumentHelp("Every record that counts with its area, as CSV readable by its owner only.", valueName: "file"),
    completion: .file())
  var tagged: String?

  @Option(help: ArgumentHelp("Line, reason and cell of every rejected record, as CSV.", valueName: "file"), completion: .file())
  var rejects: String?

  @Flag(help: "Print the summary plaza.join/1 on standard output.")
  var json = false

  @Flag(name: .shortAndLong, help: "Replace outputs that exist.")
  var force = false

  var outputs: JoinOutputs {
    var outputs = JoinOutputs()
    outputs.layer = output
    outputs.table = table
    outputs.tagged = tagged
    outputs.rejects = rejects
    return outputs
  }
}

extension Period: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}
extension JoinOptions.Assignment: ExpressibleByArgument {}
extension JoinOptions.RateBasis: ExpressibleByArgument {}
