internal import ArgumentParser
internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaStudy

/// `plaza join`: a study of one step.
struct JoinCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "How many records, where, of what kind, when; and at what rate.",
    discussion: """
      Every record is located in the area that covers it (borders included; the lowest code where several do) and ends in the \
      account: read = joined + outside + unlocated + rejected + filtered.

      Example:
        plaza join delitos.csv --areas municipios.geojson --by delito --when fecha --period month \\
          --population poblacion -o municipios-con-delitos.geojson --table delitos-por-municipio.csv
      """)

  @Argument(
    help: "Records with a place: CSV, TSV, GeoJSON or a sequence of GeoJSON features, also .gz; - is standard input.",
    completion: .file())
  var points: String

  @Option(
    help: ArgumentHelp("Areas: polygons in GeoJSON, also .gz.", valueName: "file"),
    completion: .file(extensions: ["geojson", "json", "gz"]))
  var areas: String

  @OptionGroup(title: "Areas") var area: AreaOptions
  @OptionGroup(title: "Records") var record: RecordOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() async throws {
    let console = runOptions.console()
    try await console.guarded {
      let start = Console.milliseconds
      let step = try step()
      let outputs = OutputSet(force: output.force)
      let result = try await step.run(into: outputs, jobs: runOptions.workers, progress: console)
      console.endProgress()
      let seconds = Double(Console.milliseconds - start) / 1000
      if output.json {
        try outputs.open("-").write(JoinSummary.json(result, seconds: seconds, notice: nil).serialized + "\n")
      }
      try outputs.commit()
      console.warnings(result)
      console.account(result.account, accuracy: result.accuracy)
      console.findings(result, limit: 5)
      console.written(step.outputs)
    }
  }

  private func step() throws -> JoinStep {
    var step = JoinStep(name: "join", points: InputFile(points), areas: InputFile(areas))
    step.options = try record.options
    step.options.areas = area.fields
    step.csv = input.csv
    step.assumedCRS = input.assumeCrs
    step.outputs = output.outputs
    return step
  }

  func validate() throws {
    if points == "-", areas == "-" { throw ValidationError("Only one of the inputs can be standard input.") }
    let toStandardOutput = [output.output, output.table, output.tagged, output.rejects].filter { $0 == "-" }.count
    if toStandardOutput + (output.json ? 1 : 0) > 1 { throw ValidationError("Only one output can go to standard output.") }
  }
}
