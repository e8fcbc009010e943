internal import ArgumentParser
internal import PlazaAnalysis
internal import PlazaRecords
internal import PlazaStudy

/// How the map is read.
struct BacktestGroup: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Field that orders the map, highest first; counts are taken by surface. Default: the first of density, z, count_now, count, rate.",
      valueName: "field"))
  var field: String?

  @Option(
    help: ArgumentHelp(
      "Field with the number of records that made the map, for the recapture rate index. Default: count_now or count.",
      valueName: "field"))
  var earlier: String?

  @Option(help: ArgumentHelp("Shares of the surface, in percent.", valueName: "percents"))
  var budgets: String = "1,2,5,10,20"

  @Option(
    help: ArgumentHelp("Field with the code of the polygons; a,b joins fields. Default: found by name.", valueName: "field"))
  var code: String?

  var options: BacktestOptions {
    var options = BacktestOptions()
    options.field = field
    options.earlier = earlier
    if let shares { options.budgets = shares }
    return options
  }

  private var shares: [Double]? {
    BacktestStep.budgets(budgets.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
  }

  func validate() throws {
    if shares == nil { throw ValidationError("--budgets takes percentages above 0 and at most 100, as 1,2,5.") }
  }
}

/// Which records the map is held against.
struct LaterRecordGroup: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The study area: polygons in GeoJSON, all together. Records beyond it do not count; its surface without polygon does.",
      valueName: "file"), completion: .file(extensions: ["geojson", "json", "gz"]))
  var boundary: String?

  @Option(help: ArgumentHelp("Field with the kind of incident; several kinds together are warned of.", valueName: "field"))
  var by: String?

  @OptionGroup var time: TimeOptions
  @OptionGroup var filter: FilterOptions

  @Option(help: ArgumentHelp("Field with the number of records that a row stands for.", valueName: "field"))
  var count: String?

  /// - Throws: `ValidationError`.
  func inputs(_ points: String, _ input: InputOptions) throws -> PointInputs {
    var inputs = PointInputs(points: InputFile(points))
    inputs.boundary = boundary.map { InputFile($0) }
    inputs.options.by = by
    try inputs.options.take(time, filter)
    inputs.options.count = count
    inputs.csv = input.csv
    inputs.assumedCRS = input.assumeCrs
    return inputs
  }
}

/// Where a backtest goes.
struct BacktestOutputOptions: ParsableArguments {
  @OptionGroup var layer: LayerOutputOptions

  @Option(
    help: ArgumentHelp("The curve of the hit rate over the share of the surface, as SVG.", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var curve: String?

  var outputs: StepOutputs {
    var outputs = layer.outputs
    outputs[.curve] = curve
    return outputs
  }

  func validate() throws { try layer.summary.check(outputs: outputs) }
}

/// `plaza hotspots backtest`.
struct BacktestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Whether a map said where later records would be: hit rate, PAI, PEI and recapture by share of the surface.",
    discussion: """
      The polygons that the map held highest are taken until a share of the surface is full, equal ones at their worst. PAI is the \
      share of the later records there over the share of the surface (1 is an even spread), PEI the records over the most that as much \
      surface could hold. Records in no polygon count as missed; with --boundary only those within it, and its surface beyond the \
      polygons counts too. predicted_over_observed (which some call recovery rate) and recapture_rate_index (Levine 2008) are two \
      things.

      Example:
        plaza hotspots gi robos.csv --when fecha --to 2023 \\
          --boundary municipio.geojson --cell 300 -o mapa.geojson
        plaza hotspots backtest mapa.geojson robos.csv --when fecha \\
          --from 2024 --boundary municipio.geojson --table prueba.csv
      """)

  @Argument(
    help: "The map: polygons in GeoJSON with a code and a number, as our verbs write them; also .gz.",
    completion: .file(extensions: ["geojson", "json", "gz"]))
  var map: String

  @Argument(help: "Later records with a place: CSV, TSV or GeoJSON, also .gz; - is standard input.", completion: .file())
  var points: String

  @OptionGroup(title: "Map") var backtest: BacktestGroup
  @OptionGroup(title: "Records") var records: LaterRecordGroup
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: BacktestOutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() async throws {
    let console = runOptions.console()
    try await console.guarded {
      var step = BacktestStep(name: "hotspots-backtest", map: InputFile(map), points: InputFile(points))
      step.points = try records.inputs(points, input)
      step.fields.code = backtest.code.map { $0.split(separator: ",").map(String.init) } ?? []
      (step.backtest, step.title, step.outputs) = (backtest.options, output.layer.map.title, output.outputs)
      try await console.run(step, printsSummary: output.layer.summary.json, force: output.layer.summary.force, runOptions)
    }
  }
}
