public import ArgumentParser
public import PlazaAnalysis
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaStudy

/// The areas of a join: also their population.
struct AreaOptions: ParsableArguments {
  @OptionGroup var fields: LevelFieldOptions

  @Option(
    help: ArgumentHelp(
      "Field with the population: adds rates with exact Poisson limits. Repeats; coarser areas without one have the sum of their parts.",
      valueName: "field"))
  var population: [String] = []

  func apply(to step: inout JoinStep) { fields.apply(to: &step, population: population) }

  func check(files: Int) throws { try fields.check(files: files, others: [("--population", population.count)]) }
}

/// How the records of a join are found, and what they declare.
struct KeyGroup: ParsableArguments {
  @OptionGroup var match: KeyMatchOptions

  @Option(
    help: ArgumentHelp(
      "Field with the area (code or name) that a record states beside its point: those that differ are counted.",
      valueName: "field"))
  var declared: String?

  func apply(to step: inout JoinStep) throws {
    try match.apply(to: &step)
    step.options.keys.declared = declared
  }
}

/// What is counted of the records.
struct RecordOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Field with the kind of incident: a count (and rate) for each.", valueName: "field"))
  var by: String?

  @OptionGroup var time: TimeOptions

  @Option(help: "Divide the table into periods: year, quarter, month, week, day or hour.")
  var period: Period?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var rows: RowCountOptions

  @Option(help: ArgumentHelp("Field with a weight: its exact sum is written beside the count.", valueName: "field"))
  var weight: String?

  @Option(help: "A record in several areas counts in the one with the `lowest` code, or in `all`.")
  var assign: JoinOptions.Assignment = .lowest

  @Option(
    help: ArgumentHelp(
      "How exact positions are, in metres, or the field that says so: adds near_border, count_low and count_high.",
      valueName: "metres"))
  var accuracy: String?

  @Option(help: "Rates per `person-years`, or cumulative over the whole `period`.")
  var rateBasis: JoinOptions.RateBasis = .personYears

  @Option(
    help: ArgumentHelp(
      "Kind that --tagged shows though its name looks sensitive or the class table does not have it; repeatable.",
      valueName: "kind"))
  var keepKind: [String] = []

  @Option(help: ArgumentHelp("Identifying field that --tagged may write all the same; repeatable.", valueName: "field"))
  var keep: [String] = []

  var options: JoinOptions {
    get throws {
      var options = JoinOptions()
      options.by = by
      options.when = time.when
      options.period = period
      options.dateOrder = time.dateOrder
      options.from = time.from
      options.to = time.to
      options.conditions = try filter.conditions
      rows.apply(to: &options)
      options.weight = weight
      options.assignment = assign
      options.accuracy = accuracy.map { Accuracy($0) }
      options.explodes = filter.explode
      options.rateBasis = rateBasis
      options.keep = keep
      return options
    }
  }
}

/// What a join writes, and where.
struct OutputOptions: ParsableArguments {
  @OptionGroup var layer: LayerOutputOptions

  @Option(
    help: ArgumentHelp("Every record that counts with its area, as CSV readable by its owner only.", valueName: "file"),
    completion: .file())
  var tagged: String?

  @Flag(help: "A row of --table for every area, kind and period of the span, also without records.")
  var complete = false

  @Option(
    help: ArgumentHelp(
      "Line, declared and located area of every record whose point lies elsewhere than --declared, as CSV.", valueName: "file"),
    completion: .file())
  var disagree: String?

  var outputs: StepOutputs {
    var outputs = layer.outputs
    outputs[.tagged] = tagged
    outputs[.disagree] = disagree
    return outputs
  }

  func validate() throws {
    try layer.summary.check(outputs: outputs)
    if complete, layer.table == nil { throw ValidationError("--complete needs --table FILE.") }
  }
}

extension Period: ExpressibleByArgument {}
extension JoinOptions.Assignment: ExpressibleByArgument {}
extension JoinOptions.RateBasis: ExpressibleByArgument {}
