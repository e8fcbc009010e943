public import ArgumentParser
public import PlazaAnalysis
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaStudy

/// `plaza compare`: a study of one step.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "What changed against last year, or the window before, by more than chance.",
    discussion: """
      Counts of each area and kind in a month, the year to date and twelve months, beside the same days a year earlier. Exposure is in \
      days, so a leap year is no rise. The verdict is up, down, no clear change or too few: an E-test of two Poisson counts, with the \
      false-discovery rate held at 5 % over the areas of one level, kind and window. With fewer than 10 records in both windows together no \
      test is made; change_pct is empty where the earlier count is under 10. change, change_low and change_high are records over \
      equal days, with 95 % limits. In cells of a grid kinds that expose people are not counted.

      Example:
        plaza compare delitos.csv --areas distritos.geojson \\
          --areas municipios.geojson --parent municipio \\
          --by delito --when fecha --until 2025-10 \\
          --table boletin.csv -o boletin.geojson
        plaza compare delitos.csv --grid square --cell 500 \\
          --boundary ciudad.geojson --by delito --map cambios.svg

      Both years as they were known 15 days after the month:
        plaza compare delitos.csv --areas municipios.geojson --by delito \\
          --when fecha --until 2025-10 --registered fecha_registro \\
          --cutoff 2025-11-15 --periods month,ytd --table boletin.csv
      """)

  @Argument(
    help: "Records with a place and a date: CSV, TSV, GeoJSON or a sequence of GeoJSON features, also .gz; - is standard input.",
    completion: .file())
  var points: String

  @Option(
    help: ArgumentHelp(
      "Areas: polygons in GeoJSON, also .gz. Repeats, one file for each level, finest first. Or give a grid.", valueName: "file"),
    completion: .file(extensions: ["geojson", "json", "gz"]))
  var areas: [String] = []

  @OptionGroup(title: "Comparison") var comparison: ComparisonOptions
  @OptionGroup(title: "Cells") var cell: CellOptions
  @OptionGroup(title: "Areas") var area: PlainAreaOptions
  @OptionGroup(title: "Keys and levels") var key: KeyMatchOptions
  @OptionGroup(title: "Records") var record: PlainRecordOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: LayerOutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() async throws {
    let console = runOptions.console()
    try await console.guarded {
      try await console.run(try step(), printsSummary: output.summary.json, force: output.summary.force, runOptions)
    }
  }

  private func step() throws -> CompareStep {
    var records = JoinStep(name: "compare", points: InputFile(points), areas: areas.map { InputFile($0) })
    try record.apply(to: &records)
    area.apply(to: &records)
    try key.apply(to: &records)
    records.options.when = comparison.when
    records.options.dateOrder = comparison.dateOrder
    records.csv = input.csv
    records.assumedCRS = input.assumeCrs
    records.options.keptKinds = cell.keepKind
    records.title = output.map.title
    var step = CompareStep(records)
    step.cells = cell.inputs
    step.periods = CompareStep.periods([comparison.periods]) ?? []
    step.against = comparison.against
    step.until = comparison.until
    step.registered = comparison.registered
    step.cutoff = comparison.cutoff
    step.outputs = output.outputs
    return step
  }

  func validate() throws {
    try area.fields.check(files: areas.count)
    try SummaryOptions.check(inputs: [points] + areas + [key.aliases, record.classes.table.classes, cell.boundary])
  }
}

/// Cells of a grid instead of areas.
struct CellOptions: ParsableArguments {
  @Option(help: "Cells instead of areas, fixed to the CRS: `square` or `hexagon`.")
  var grid: GridChoice.Shape?

  @Option(help: ArgumentHelp("Size of a cell in metres: the side of a square, the width of a hexagon.", valueName: "metres"))
  var cell: Double?

  @Option(
    help: ArgumentHelp(
      "The study area that the cells are cut to: polygons in GeoJSON, all together.", valueName: "file"),
    completion: .file(extensions: ["geojson", "json", "gz"]))
  var boundary: String?

  @Option(
    help: ArgumentHelp(
      "Projected CRS in metres of the cells, as EPSG:32614. Default: the UTM zone, or a Lambert azimuthal where that is too narrow.",
      valueName: "crs"))
  var crs: String?

  @Option(
    help: ArgumentHelp(
      "Kind that is counted in cells though its name looks sensitive or the class table does not have it; repeatable.",
      valueName: "kind"))
  var keepKind: [String] = []

  var inputs: CellInputs {
    var inputs = CellInputs()
    inputs.boundary = boundary.map { InputFile($0) }
    if grid != nil || cell != nil { inputs.grid = GridChoice(grid ?? .square, cell: cell ?? 0) }
    inputs.crs = crs
    return inputs
  }

  func validate() throws {
    if let cell, !(cell > 0 && cell.isFinite) { throw ValidationError("--cell takes metres above 0.") }
  }
}

/// What is compared with what.
struct ComparisonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Windows of time: month, ytd (the year to date), 12m (twelve months).", valueName: "list"))
  var periods = "month,ytd,12m"

  @Option(help: "Against the same days of `last-year`, or the `previous` month or twelve months.")
  var against: CompareOptions.Against = .lastYear

  @Option(
    help: ArgumentHelp(
      "Last day that counts, as 2025-10-31, or month, as 2025-10. Default: the last complete month of the records.",
      valueName: "date"))
  var until: String?

  @Option(help: ArgumentHelp("Field with the date. Default: found by name.", valueName: "field"))
  var when: String?

  @Option(help: ArgumentHelp("Order of dates: ymd, dmy or mdy. Default: found by evidence.", valueName: "order"))
  var dateOrder: DateOrder?

  @Option(
    help: ArgumentHelp(
      "Field with the date on which a record became known, written as the other: earlier windows are taken as they were known after the same delay.",
      valueName: "field"))
  var registered: String?

  @Option(help: ArgumentHelp("Day up to which records are taken as known; with --registered.", valueName: "date"))
  var cutoff: String?

  func validate() throws {
    guard CompareStep.periods([periods]) != nil else {
      throw ValidationError("--periods takes some of month,ytd,12m, each once, not '\(periods)'.")
    }
    if (registered == nil) != (cutoff == nil) { throw ValidationError("--registered FIELD and --cutoff DATE go together.") }
  }
}

extension CompareOptions.Against: ExpressibleByArgument {}
