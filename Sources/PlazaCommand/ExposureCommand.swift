internal import ArgumentParser
internal import PlazaAnalysis
internal import PlazaStudy

/// `plaza exposure`: a study of one step.
struct ExposureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exposure",
    abstract: "Who and what lies in which hazard class, by area, sex and age.",
    discussion: """
      For each area, hazard and class, and for any of them: surface, share of the ground, people, and with --spaces and --incidents how many \
      of those. Within one hazard a place counts once, in the highest class; under several hazards it counts once in any. Totals are \
      computed from the zones themselves, without the areas, and are the same however the areas are divided.

      People of areas are spread evenly over their ground, or over --residential; population_low has the units that lie wholly inside a \
      zone, population_high those that it touches, and :coarse in method says that the second is more than twice the first. People in a \
      zone are exposed: that counts neither damage nor victims. Surfaces are those of the ellipsoid.

      Example:
        plaza exposure barrios.geojson --population pob --hazards flood=inundacion.geojson:clase --order baja,media,alta \\
          --hazard-kind susceptibility --hazard-date 2021 --hazard-scale 1:50000 -o expuestos.geojson --table expuestos.csv
      """)

  @Argument(help: "Areas: polygons in GeoJSON, also .gz.", completion: .file(extensions: ["geojson", "json", "gz"]))
  var areas: String

  @OptionGroup(title: "Hazards") var hazard: HazardOptionGroup
  @OptionGroup(title: "Areas") var area: SingleAreaOptions
  @OptionGroup(title: "People") var person: PeopleOptionGroup
  @OptionGroup(title: "Spaces and incidents") var exposed: ExposedOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: LayerOutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() async throws {
    let console = runOptions.console()
    try await console.guarded {
      try await console.run(
        try step(), printsSummary: output.summary.json, force: output.summary.force, runOptions)
    }
  }

  private func step() throws -> ExposureStep {
    var step = ExposureStep(name: "exposure", areas: InputFile(areas))
    step.fields = area.fields
    step.texts = hazard.texts
    step.people = person.inputs
    step.spaces = exposed.spaces.map { InputFile($0) }
    step.incidents = exposed.incident.incidents.map { InputFile($0) }
    step.options = try exposed.incident.options
    step.crs = hazard.crs
    step.csv = input.csv
    step.assumedCRS = input.assumeCrs
    step.title = output.map.title
    step.outputs = output.outputs
    step.outputs[.spaces] = exposed.spacesOut
    return step
  }

  func validate() throws {
    if exposed.spacesOut != nil, exposed.spaces == nil { throw ValidationError("--spaces-out needs --spaces.") }
    if output.rejects.rejects != nil, exposed.incident.incidents == nil { throw ValidationError("--rejects needs --incidents.") }
    try SummaryOptions.check(inputs: [areas, person.people, person.residential, exposed.spaces, exposed.incident.incidents])
  }
}

/// Which hazards, and what is known of them.
struct HazardOptionGroup: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A layer of zones and the field with their class, as flood=inundacion.geojson:clase; several divided by commas, or repeated. The name begins the fields.",
      valueName: "name=file:field"))
  var hazards: [String]

  @Option(
    help: ArgumentHelp(
      "The classes from the lowest to the highest, for all hazards or as flood=low,medium,high for one; repeatable. Default: the usual words in their usual order.",
      valueName: "classes"))
  var order: [String] = []

  @Option(
    help: ArgumentHelp(
      "What the zones are: `susceptibility` (where it can happen) or `hazard` (how often as well); for one hazard as flood=hazard. Repeatable.",
      valueName: "kind"))
  var hazardKind: [String] = []

  @Option(
    help: ArgumentHelp("When the zones were drawn, for all or as flood=2021. Repeatable.", valueName: "date"))
  var hazardDate: [String] = []

  @Option(
    help: ArgumentHelp(
      "The scale that they were drawn at, as 1:50000, for all or as flood=1:50000. Repeatable.", valueName: "scale"))
  var hazardScale: [String] = []

  @Option(
    help: ArgumentHelp(
      "How often in a year ground of a class is reached, as flood:high=0.1,flood:low=0.01: the average annual impact and the exceedance curve follow, rarer events reaching all that commoner ones reach.",
      valueName: "name:class=n"))
  var frequency: [String] = []

  @Option(
    help: ArgumentHelp(
      "Projected CRS in metres to compute in, as EPSG:32614. Default: a Lambert azimuthal of equal area around the areas.",
      valueName: "crs"))
  var crs: String?

  var texts: HazardTexts {
    var texts = HazardTexts()
    texts.hazards = hazards.flatMap { HazardTexts.divided($0) }
    texts.orders = order
    texts.kinds = hazardKind
    texts.dates = hazardDate
    texts.scales = hazardScale
    texts.frequencies = frequency.flatMap { $0.split(separator: ",").map(String.init) }
    return texts
  }
}

/// What else may lie in the zones.
struct ExposedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Spaces: points or polygons, GeoJSON or CSV; each counts in the highest class that it has ground in.", valueName: "file"),
    completion: .file())
  var spaces: String?

  @Option(
    help: ArgumentHelp(
      "The spaces that lie in a zone, with their area, class and share, as GeoJSON, with a style for QGIS beside it.",
      valueName: "file"), completion: .file())
  var spacesOut: String?

  @OptionGroup var incident: IncidentOptions
}
