internal import ArgumentParser
internal import PlazaAnalysis
internal import PlazaStatistics
internal import PlazaStudy

/// `plaza hotspots`: a plain look, and the methods by name.
struct HotSpotsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hotspots",
    abstract: "Where records are many, and where beyond what chance puts there.",
    discussion: """
      Without a method, plaza hotspots POINTS is plaza hotspots overview POINTS: one map and one sentence.

      Example:
        plaza hotspots robos.csv --boundary municipio.geojson -o robos.geojson --map robos.svg
      """,
    subcommands: [
      OverviewCommand.self, GetisOrdCommand.self, MoranCommand.self, DensityCommand.self, ClustersCommand.self,
      BacktestCommand.self,
    ],
    defaultSubcommand: OverviewCommand.self)
}

/// `plaza hotspots POINTS`.
struct OverviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview",
    abstract: "Density and tested cells in one layer, with defaults that follow from the records; what hotspots does by itself.",
    discussion: """
      Cells of half the bandwidth, each with its records, the density at its centre, and Gi* with its eight neighbours: bin 3 is \
      a high concentration at 99 % after correction for all cells. A cell that a boundary cuts keeps its part inside.

      Example:
        plaza hotspots robos.csv --boundary municipio.geojson -o robos.geojson --map robos.svg
      """)

  @Argument(help: "Records with a place: CSV, TSV or GeoJSON, also .gz; - is standard input.", completion: .file())
  var points: String

  @Option(
    help: ArgumentHelp(
      "Bandwidth of the density in metres, or a rule: robust, scott, reference, likelihood or diggle; what comes out is printed with its reason.",
      valueName: "metres|rule"))
  var bandwidth: DensityOptions.BandwidthChoice = .rule(.robust)

  @Option(
    help: ArgumentHelp(
      "Side of a cell in metres. Default: half the bandwidth, rounded down to 1, 2 or 5 times a power of ten.",
      valueName: "metres"))
  var cell: Double?

  @Option(help: "Correction for many tests: `bh` (false alarms), `by`, `bonferroni` or `none`.")
  var correction: MultipleTesting = .benjaminiHochberg

  @OptionGroup(title: "Records") var records: PointOptionGroup
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: LayerOutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() async throws {
    let console = runOptions.console()
    try await console.guarded {
      var step = HotSpotsStep(name: "hotspots", points: InputFile(points))
      step.points = try records.inputs(points, input)
      step.overview.bandwidth = bandwidth
      step.overview.cell = cell
      step.overview.correction = correction
      step.title = output.map.title
      step.outputs = output.outputs
      try await console.run(step, printsSummary: output.summary.json, force: output.summary.force, runOptions)
    }
  }

  func validate() throws {
    if let cell, !(cell > 0 && cell.isFinite) { throw ValidationError("--cell takes metres above 0.") }
  }
}
