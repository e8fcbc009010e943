internal import ArgumentParser
internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords
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
        plaza join delitos.csv --areas municipios.geojson --by delito \\
          --when fecha --period month --population poblacion \\
          -o municipios-con-delitos.geojson --table delitos-por-municipio.csv

      Levels: several --areas, finest first, nested by --parent. A record without a point counts where its code (--key) or name \
      (--key-name) says; what is known to a coarser area only stands in a row <code>:unknown, so that every area is the sum of its parts.

        plaza join delitos.csv --areas barrios.geojson \\
          --areas distritos.geojson --parent distrito \\
          --key cod_barrio --key cod_distrito --key-name barrio \\
          --aliases alias.csv --table por-nivel.csv
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

  @OptionGroup(title: "Areas") var area: AreaOptions
  @OptionGroup(title: "Areas that change") var change: ChangeOptions
  @OptionGroup(title: "Keys and levels") var key: KeyGroup
  @OptionGroup(title: "Records") var record: RecordOptions
  @OptionGroup(title: "Rates") var rate: RateOptions
  @OptionGroup(title: "Classes") var classes: ClassOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() async throws {
    let console = runOptions.console()
    try await console.guarded {
      try await console.run(try step(), printsSummary: output.layer.summary.json, force: output.layer.summary.force, runOptions)
    }
  }

  private func step() throws -> JoinStep {
    var step = JoinStep(name: "join", points: InputFile(points), areas: areas.map { InputFile($0) })
    step.options = try record.options
    area.apply(to: &step)
    try key.apply(to: &step)
    change.apply(to: &step)
    rate.apply(to: &step)
    step.classes = classes.file
    step.options.keptKinds = record.keepKind
    step.options.isComplete = output.complete
    step.csv = input.csv
    step.assumedCRS = input.assumeCrs
    step.outputs = output.outputs
    step.title = output.layer.map.title
    return step
  }

  func validate() throws {
    try area.check(files: areas.count)
    if output.disagree != nil, key.declared == nil { throw ValidationError("--disagree needs --declared FIELD.") }
    try classes.check(by: record.by)
    try SummaryOptions.check(inputs: [points] + areas + [key.match.aliases, classes.table.classes])
  }
}
