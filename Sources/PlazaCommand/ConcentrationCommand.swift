internal import ArgumentParser
internal import PlazaAnalysis
internal import PlazaRecords
internal import PlazaStudy

/// `plaza concentration`: a study of one step.
struct ConcentrationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concentration",
    abstract: "How few places hold how much, beside what chance alone would do.",
    discussion: """
      For each level and kind: the fewest areas that hold 25, 50 and 80 % of the records, beside a random assignment of as many records to \
      the same areas; Gini's coefficient, in its form for fewer records than places, with limits by bootstrap; and for each area its share, \
      the share of it and all areas before it, and the location quotient: how much more a kind weighs there than everywhere.

      Example:
        plaza concentration delitos.csv --areas barrios.geojson --by delito \\
          --table concentracion.csv -o concentracion.geojson
      """)

  @Argument(
    help: "Records with a place: CSV, TSV, GeoJSON or a sequence of GeoJSON features, also .gz; - is standard input.",
    completion: .file())
  var points: String

  @Option(
    help: ArgumentHelp(
      "Areas: polygons in GeoJSON, also .gz. Repeats, one file for each level, finest first.", valueName: "file"),
    completion: .file(extensions: ["geojson", "json", "gz"]))
  var areas: [String]

  @OptionGroup(title: "Concentration") var drawing: DrawOptions
  @OptionGroup(title: "Areas") var area: PlainAreaOptions
  @OptionGroup(title: "Keys and levels") var key: KeyMatchOptions
  @OptionGroup(title: "Records") var record: PlainRecordOptions
  @OptionGroup(title: "Time") var time: TimeOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: LayerOutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() async throws {
    let console = runOptions.console()
    try await console.guarded {
      try await console.run(try step(), printsSummary: output.summary.json, force: output.summary.force, runOptions)
    }
  }

  private func step() throws -> ConcentrationStep {
    var records = JoinStep(name: "concentration", points: InputFile(points), areas: areas.map { InputFile($0) })
    try record.apply(to: &records)
    area.apply(to: &records)
    try key.apply(to: &records)
    records.options.when = time.when
    records.options.dateOrder = time.dateOrder
    records.options.from = time.from
    records.options.to = time.to
    records.csv = input.csv
    records.assumedCRS = input.assumeCrs
    records.title = output.map.title
    var step = ConcentrationStep(records)
    step.draws = drawing.draws
    step.seed = drawing.seed
    step.outputs = outputs
    return step
  }

  private var outputs: StepOutputs {
    var outputs = output.outputs
    outputs[.curve] = drawing.curve
    return outputs
  }

  func validate() throws {
    try area.fields.check(files: areas.count)
    try SummaryOptions.check(inputs: [points] + areas + [key.aliases, record.classes.table.classes])
    try output.summary.check(outputs: outputs)
  }
}

/// How often chance is asked, and from which seed.
struct DrawOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Random assignments, and as many bootstrap draws.", valueName: "n"))
  var draws = 999

  @Option(help: ArgumentHelp("Seed of the draws.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Lorenz's curve of the finest areas, as SVG: of all records, or of the three commonest kinds.", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var curve: String?

  func validate() throws {
    guard ConcentrationOptions.drawRange ~= draws else { throw ValidationError("--draws takes a number from 99 to 99999.") }
  }
}
