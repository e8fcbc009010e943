public import ArgumentParser
public import PlazaAnalysis
public import PlazaStatistics
internal import PlazaStudy

/// What is tested, and how.
struct UnitTestGroup: ParsableArguments {
  @Option(
    help:
      "What is compared: `count`, or `rate` by --population (empirical Bayes for gi, Assunção and Reis's deviations for moran).")
  var on: NeighbourTestOptions.Measure = .count

  @Option(
    help: ArgumentHelp(
      "Which units are neighbours: queen (borders meet), rook (a stretch in common), distance:METRES or nearest:K (centres).",
      valueName: "rule"))
  var neighbors: NeighborRule = .queen

  @Option(help: ArgumentHelp("Borders of areas that come so near, in metres, meet.", valueName: "metres"))
  var gap: Double?

  @Option(help: "Correction for many tests: `bh` (false alarms), `by`, `bonferroni` or `none`.")
  var correction: MultipleTesting = .benjaminiHochberg

  @Option(
    help: ArgumentHelp(
      "How often the map is dealt anew. Default: moran, as many as the number of units asks; gi, none: its p is analytic.",
      valueName: "n"))
  var permutations: Int?

  @Option(help: ArgumentHelp("Seed of the random numbers.", valueName: "n"))
  var seed: UInt64 = 1

  var options: NeighbourTestOptions {
    var options = NeighbourTestOptions()
    options.measure = on
    options.neighbors = neighbors
    options.gap = gap
    options.correction = correction
    options.permutations = permutations
    options.seed = seed
    return options
  }

  func validate() throws {
    if let permutations, !(1...9_999_999).contains(permutations) {
      throw ValidationError("--permutations takes a number from 1 to 9999999.")
    }
    if let gap, !(gap > 0 && gap.isFinite) { throw ValidationError("--gap takes metres above 0.") }
  }
}

/// `plaza hotspots gi`.
struct GetisOrdCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gi",
    abstract: "Gi*: areas or cells with many (or few) records all around, beyond chance.",
    discussion: """
      Each unit is compared with its neighbours and itself (Ord and Getis 1995). z and p are of the unit alone, two-sided; p_fdr and \
      bin (−3 to 3: 99, 95, 90 %) hold for all units together, by Benjamini and Hochberg. A unit without neighbours has none.

      Example:
        plaza hotspots gi robos.csv --areas colonias.geojson -o robos-gi.geojson
        plaza hotspots gi robos.csv --boundary municipio.geojson \\
          --grid hexagon --cell 400 -o robos-gi.geojson
      """)

  @Argument(help: "Records with a place: CSV, TSV or GeoJSON, also .gz; - is standard input.", completion: .file())
  var points: String

  @OptionGroup(title: "Areas or cells") var units: UnitOptionGroup
  @OptionGroup(title: "Test") var test: UnitTestGroup
  @OptionGroup(title: "Records") var records: PointOptionGroup
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: LayerOutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() async throws {
    let console = runOptions.console()
    try await console.guarded {
      var step = HotSpotTestStep<GetisOrdVerb>(name: "hotspots-gi", points: InputFile(points))
      step.points = try records.inputs(points, input)
      (step.units, step.test, step.outputs) = (units.inputs, test.options, output.outputs)
      step.title = output.map.title
      try await console.run(step, printsSummary: output.summary.json, force: output.summary.force, runOptions)
    }
  }
}

/// `plaza hotspots moran`.
struct MoranCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "moran",
    abstract:
      "Local Moran's I: areas or cells that are like, or unlike, their neighbours beyond chance; and Moran's I of the map.",
    discussion: """
      Each unit's value is held and its neighbours' are dealt anew (Anselin 1995); p is two-sided, p_fdr holds for all units \
      together. quadrant is HH, LL, HL or LH whatever the p; class says it where p_fdr is at most 0.05.

      Example:
        plaza hotspots moran robos.csv --areas colonias.geojson --on rate \\
          --population poblacion -o robos-moran.geojson
      """)

  @Argument(help: "Records with a place: CSV, TSV or GeoJSON, also .gz; - is standard input.", completion: .file())
  var points: String

  @OptionGroup(title: "Areas or cells") var units: UnitOptionGroup
  @OptionGroup(title: "Test") var test: UnitTestGroup
  @OptionGroup(title: "Records") var records: PointOptionGroup
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: LayerOutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() async throws {
    let console = runOptions.console()
    try await console.guarded {
      var step = HotSpotTestStep<MoranVerb>(name: "hotspots-moran", points: InputFile(points))
      step.points = try records.inputs(points, input)
      (step.units, step.test, step.outputs) = (units.inputs, test.options, output.outputs)
      step.title = output.map.title
      try await console.run(step, printsSummary: output.summary.json, force: output.summary.force, runOptions)
    }
  }
}

extension NeighbourTestOptions.Measure: ExpressibleByArgument {}
extension MultipleTesting: ExpressibleByArgument {}
extension NeighborRule: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
  public var defaultValueDescription: String { text }
}
