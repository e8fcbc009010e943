public import ArgumentParser
public import PlazaAnalysis
public import PlazaStatistics
internal import PlazaStudy

/// `plaza hotspots density`.
struct DensityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "density",
    abstract: "Kernel density: how many records per km² around each place, and where they are densest.",
    discussion: """
      Exact for every kernel, on cells fixed to the CRS, in records (or weight) per km²; density_year is per km² and year. volume is the \
      share of all records in cells at least as dense: the cells up to 0.5 are the densest half. With a boundary no mass leaks over it.

      Example:
        plaza hotspots density robos.csv --boundary municipio.geojson \\
          -o robos-density.geojson --contours-output robos-contours.geojson
        plaza hotspots density robos.csv --bandwidth 300 --cell 25 -o robos.tif
      """)

  @Argument(help: "Records with a place: CSV, TSV or GeoJSON, also .gz; - is standard input.", completion: .file())
  var points: String

  @Option(help: "Kernel.") var kernel: DensityKernel = .quartic

  @Option(
    help: ArgumentHelp(
      "Bandwidth in metres, or a rule: robust, scott, reference, likelihood or diggle; what comes out is printed with its reason.",
      valueName: "metres|rule"))
  var bandwidth: DensityOptions.BandwidthChoice = .rule(.robust)

  @Option(
    help: ArgumentHelp(
      "Side of a cell in metres. Default: a fifth of the bandwidth, rounded down to 1, 2 or 5 times a power of ten.",
      valueName: "metres"))
  var cell: Double?

  @Option(
    help:
      "What happens at the boundary: `diggle` keeps the mass of every record inside (default with --boundary), `none` lets it leak."
  )
  var edge: DensityOptions.Edge?

  @Flag(help: "Wider kernels where records are sparse (Abramson).")
  var adaptive = false

  @Option(
    help: ArgumentHelp("Shares of the records' volume for classes and contours, in percent.", valueName: "list"))
  var contours = "50,75,90"

  @Option(
    help: ArgumentHelp(
      "Points that the density is held against, within the same --boundary: blocks with people, or the records of the year before.",
      valueName: "file"), completion: .file())
  var against: String?

  @Option(help: ArgumentHelp("Field with the weight of these points, as the people of a block.", valueName: "field"))
  var againstWeight: String?

  @Option(
    help:
      "How: `ratio`, its `log`, the `difference`, or the `probability` that one of both is a record; null where the other density is below a hundredth of its greatest."
  )
  var ratio: DensityOptions.RatioMeasure = .ratio

  @Option(
    help: ArgumentHelp("The contours as polygons with the share of the records that they hold, as GeoJSON.", valueName: "file"),
    completion: .file())
  var contoursOutput: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The cells above 0, as GeoJSON; the raster, when the name ends in .asc or .tif.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var map: MapOptions
  @OptionGroup var rejects: RejectOptions
  @OptionGroup var summary: SummaryOptions

  @OptionGroup(title: "Records") var records: PointOptionGroup
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() async throws {
    let console = runOptions.console()
    try await console.guarded {
      var step = DensityStep(name: "hotspots-density", points: InputFile(points))
      step.points = try records.inputs(points, input)
      step.density.kernel = kernel
      step.density.bandwidth = bandwidth
      step.density.cell = cell
      step.density.edge = edge
      step.density.isAdaptive = adaptive
      step.density.contours = try percents
      step.against = against.map { InputFile($0) }
      step.againstWeight = againstWeight
      step.density.ratio = ratio
      step.title = map.title
      step.outputs = outputs
      step.write(layer: output)
      try await console.run(step, printsSummary: summary.json, force: summary.force, runOptions)
    }
  }

  private var outputs: StepOutputs {
    var outputs = StepOutputs()
    outputs[.layer] = output
    outputs[.map] = map.map
    outputs[.contours] = contoursOutput
    outputs[.rejects] = rejects.rejects
    return outputs
  }

  private var percents: [Double] {
    get throws {
      guard let percents = DensityStep.percents(contours.split(separator: ",").map(String.init)) else {
        throw ValidationError("--contours takes shares in percent, each once, as 50,75,90.")
      }
      return percents
    }
  }

  func validate() throws {
    _ = try percents
    try summary.check(outputs: outputs)
    if let cell, !(cell > 0 && cell.isFinite) { throw ValidationError("--cell takes metres above 0.") }
  }
}

extension DensityKernel: ExpressibleByArgument {}
extension DensityOptions.RatioMeasure: ExpressibleByArgument {}
extension DensityOptions.Edge: ExpressibleByArgument {}
extension DensityOptions.BandwidthChoice: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
  public var defaultValueDescription: String { text }
}
