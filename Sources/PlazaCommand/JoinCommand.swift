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

      Levels: several --areas, finest first, nested by --parent. A record without a point counts where its code (--key) or name \
      (--key-name) says; what is known to a coarser area only stands in a row <code>:unknown, so that every area is the sum of its parts.

        plaza join delitos.csv --areas barrios.geojson --areas distritos.geojson --parent distrito \
          --key cod_barrio --key cod_distrito --key-name barrio --aliases alias.csv --table por-nivel.csv
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
    try await console.guarded { try await console.run(try step(), printsSummary: output.json, force: output.force, runOptions) }
  }

  private func step() throws -> JoinStep {
    var step = JoinStep(name: "join", points: InputFile(points), areas: areas.map { InputFile($0) })
    step.options = try record.options
    let fields = area.fields(files: areas.count)
    step.options.areas = fields[0]
    step.options.coarserAreas = Array(fields.dropFirst())
    step.options.levelField = area.level
    step.options.keys = try key.options()
    step.options.count = key.count
    step.options.wide = key.wide
    step.options.year = key.year
    step.levelNames = area.levelName
    step.aliases = key.aliases.map { InputFile($0) }
    change.apply(to: &step)
    rate.apply(to: &step)
    classes.apply(to: &step)
    step.options.isComplete = output.complete
    step.csv = input.csv
    step.assumedCRS = input.assumeCrs
    step.outputs = output.outputs
    step.title = output.title
    return step
  }

  func validate() throws {
    try area.check(files: areas.count)
    if output.disagree != nil, key.declared == nil { throw ValidationError("--disagree needs --declared FIELD.") }
    try classes.check(by: record.by)
    if output.complete, output.table == nil { throw ValidationError("--complete needs --table FILE.") }
    if ([points] + areas + (key.aliases.map { [$0] } ?? []) + (classes.classes.map { [$0] } ?? [])).count(where: { $0 == "-" })
      > 1
    {
      throw ValidationError("Only one of the inputs can be standard input.")
    }
    let toStandardOutput = [output.output, output.map, output.table, output.tagged, output.rejects, output.disagree].filter {
      $0 == "-"
    }
    .count
    if toStandardOutput + (output.json ? 1 : 0) > 1 { throw ValidationError("Only one output can go to standard output.") }
  }
}
