internal import ArgumentParser
internal import PlazaAnalysis
internal import PlazaStudy

/// `plaza coverage`: a study of one step.
struct CoverageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Who lives near a public space: in a straight line, and on foot along the streets.",
    discussion: """
      For each area and distance: the share of its people (of its ground, without a population), the people and the surface within it; how \
      far its people have to a space; and access, how much of the spaces each person has when all within reach share them (two-step \
      floating catchments): m² to a person when all spaces are polygons, spaces to 1,000 people otherwise. \
      A straight line is an upper bound. With --streets a space is also reached on foot: people live within --band metres of a street that \
      leads to a space within the distance; those fields end in _walk. Distances are asked at about 64 places in each area.

      Example:
        plaza coverage plazas.geojson --areas barrios.geojson \\
          --population poblacion -o cobertura.geojson --gaps vacios.geojson
        plaza coverage espacios.csv --areas distritos.geojson \\
          --people manzanas.geojson --streets calles.geojson \\
          --distance 400 --service alcance.geojson --table cobertura.csv
      """)

  @Argument(help: "Spaces: points or polygons in GeoJSON, also .gz, or a table with positions.", completion: .file())
  var spaces: String

  @Option(
    help: ArgumentHelp("Areas: polygons in GeoJSON, also .gz.", valueName: "file"),
    completion: .file(extensions: ["geojson", "json", "gz"]))
  var areas: String

  @Option(help: ArgumentHelp("How far people go, in metres.", valueName: "list"))
  var distance = "400,500,1000"

  @OptionGroup var choice: SpaceChoiceOptions
  @OptionGroup(title: "Areas") var area: SingleAreaOptions
  @OptionGroup(title: "People") var people: PeopleOptionGroup
  @OptionGroup(title: "Streets") var walk: CoverageStreetOptions
  @OptionGroup(title: "SDG 11.7.1") var indicator: CoverageIndicatorOptions

  @OptionGroup(title: "Incidents") var incident: IncidentOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: CoverageOutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() async throws {
    let console = runOptions.console()
    try await console.guarded {
      try await console.run(try step(), printsSummary: output.summary.json, force: output.summary.force, runOptions)
    }
  }

  private func step() throws -> CoverageStep {
    var step = CoverageStep(name: "coverage", spaces: InputFile(spaces), areas: InputFile(areas))
    step.options.distances = try metres
    step.options.only = try choice.conditions
    step.options.areas = area.fields
    step.people = people.inputs
    walk.apply(to: &step)
    indicator.apply(to: &step)
    step.incidents = incident.incidents.map { InputFile($0) }
    step.records = try incident.options
    step.csv = input.csv
    step.assumedCRS = input.assumeCrs
    step.title = output.map.title
    step.outputs = output.outputs
    return step
  }

  private var metres: [Double] {
    get throws {
      guard let metres = CoverageStep.distances(distance.split(separator: ",").map(String.init)) else {
        throw ValidationError("--distance takes metres from 1 to 50000, each once, as 400,500,1000.")
      }
      return metres
    }
  }

  func validate() throws {
    _ = try metres
    try SummaryOptions.check(
      inputs: [
        spaces, areas, people.people, people.residential, people.raster, walk.streets, walk.entrances, indicator.urban,
        indicator.inventory, incident.incidents,
      ])
  }
}

/// How people walk.
struct CoverageStreetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Streets as lines that share vertices where they meet: adds the walk.", valueName: "file"),
    completion: .file())
  var streets: String?

  @Option(
    help: ArgumentHelp(
      "Points where spaces are entered; a space without one within 50 m is entered all along its boundary.", valueName: "file"),
    completion: .file())
  var entrances: String?

  @Option(help: ArgumentHelp("Join ends of streets within so many metres of another vertex.", valueName: "metres"))
  var snap = 0.0

  @Option(help: ArgumentHelp("Metres to each side of a street within which people live on it.", valueName: "metres"))
  var band = 50.0

  func apply(to step: inout CoverageStep) {
    step.streets = streets.map { InputFile($0) }
    step.entrances = entrances.map { InputFile($0) }
    step.options.snap = snap
    step.options.band = band
  }

  func validate() throws {
    guard snap >= 0, snap <= 100 else { throw ValidationError("--snap takes metres from 0 to 100.") }
    guard band >= 1, band <= 500 else { throw ValidationError("--band takes metres from 1 to 500.") }
    if streets == nil, entrances != nil { throw ValidationError("--entrances goes with --streets.") }
  }
}

/// What the indicator needs beyond a coverage.
struct CoverageIndicatorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The built-up extent of the city. With --inventory, --streets and their widths: sdg_11_7_1a and sdg_11_7_1b of the built-up ground.",
      valueName: "file"), completion: .file())
  var urban: String?

  @Option(
    help: ArgumentHelp(
      "All open public spaces, as polygons with the fields verified and free (or in Spanish or Portuguese).", valueName: "file"),
    completion: .file())
  var inventory: String?

  @Option(help: ArgumentHelp("When the inventory was made, which is printed with the numbers.", valueName: "date"))
  var inventoryDate: String?

  @Option(help: ArgumentHelp("Field of the streets with their width in metres.", valueName: "field"))
  var width: String?

  @Option(help: ArgumentHelp("Width of the streets without one.", valueName: "metres"))
  var assumedWidth: Double?

  @Option(
    help: ArgumentHelp(
      "Take the streets in so many circles of 10 ha (Halton's sequence), with a standard error, in the place of all.",
      valueName: "n"))
  var sample: Int?

  func apply(to step: inout CoverageStep) {
    step.urban = urban.map { InputFile($0) }
    step.inventory = inventory.map { InputFile($0) }
    step.inventoryDate = inventoryDate
    step.width = width
    step.assumedWidth = assumedWidth
    step.sample = sample
  }

  func validate() throws {
    if let assumedWidth, !(assumedWidth > 0 && assumedWidth < 500) {
      throw ValidationError("--assumed-width takes metres from 0 to 500.")
    }
    if let sample, !CoverageStep.sampleRange.contains(sample) {
      throw ValidationError("--sample takes a number of circles from 10 to 1000000.")
    }
  }
}

/// What is written, and where.
struct CoverageOutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The areas with their new fields, as GeoJSON, with a style for QGIS (.qml) beside it; - is standard output.",
      valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("The ground within each distance, dissolved, as GeoJSON with its style.", valueName: "file"),
    completion: .file())
  var service: String?

  @Option(
    help: ArgumentHelp("A map of that ground, on foot where there are streets, as SVG.", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var serviceMap: String?

  @Option(
    help: ArgumentHelp(
      "What of each area is beyond each distance, with its people and records, as GeoJSON with its style.", valueName: "file"),
    completion: .file())
  var gaps: String?

  @Option(help: ArgumentHelp("The people within each distance, by sex and age, as CSV.", valueName: "file"), completion: .file())
  var table: String?

  @OptionGroup var map: MapOptions
  @OptionGroup var summary: SummaryOptions

  var outputs: StepOutputs {
    var outputs = StepOutputs()
    outputs[.layer] = output
    outputs[.service] = service
    outputs[.serviceMap] = serviceMap
    outputs[.gaps] = gaps
    outputs[.table] = table
    outputs[.map] = map.map
    return outputs
  }

  func validate() throws { try summary.check(outputs: outputs) }
}
