internal import ArgumentParser
internal import PlazaAnalysis
internal import PlazaRecords
internal import PlazaStudy

/// `plaza spaces`: a study of one step.
struct SpacesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spaces",
    abstract: "Each public space by itself, with the people and incidents around it; and the registry by region.",
    discussion: """
      One row for each space: what the registry says of it, people and incidents by kind within each --distance in a straight line, the \
      nearest other space, and the hazard classes that it lies in. What lies within the distances of several spaces stands in the row of \
      each: rows must not be added, and the last one, total, counts everything once. Distances are geodesic, and every space is measured \
      on a plane of its own, so that spaces of several zones need no projection.

      With --areas or --region the registry is summed by region. What does not add up (women and men beside the total, cumulative amounts \
      beside those of periods, repeated rows) is listed and left as it is.

      Example:
        plaza spaces espacios.geojson --incidents delitos.csv --by delito \\
          --people manzanas.geojson -o alrededor.geojson
        plaza spaces espacios.geojson --areas regiones.geojson \\
          --activities actividades.csv --regions por-region.csv
      """)

  @Argument(help: "Spaces: GeoJSON of any geometry, or CSV with positions; - is standard input.", completion: .file())
  var spaces: String

  @Option(
    help: ArgumentHelp("Metres around each space, whole numbers. Default: 100,200,400.", valueName: "m1,m2"))
  var distance: String?

  @OptionGroup var choice: SpaceChoiceOptions
  @OptionGroup(title: "Registry") var registry: RegistryOptions
  @OptionGroup(title: "Incidents") var incidents: SpaceIncidentOptions
  @OptionGroup(title: "People") var person: PeopleOptionGroup
  @OptionGroup(title: "Regions") var regions: SpaceRegionOptions
  @OptionGroup(title: "Hazards") var hazards: HazardClassOptions
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Output") var output: SpaceOutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() async throws {
    let console = runOptions.console()
    try await console.guarded {
      try await console.run(
        try step(), printsSummary: output.layer.summary.json, force: output.layer.summary.force, runOptions)
    }
  }

  private func step() throws -> SpacesStep {
    var step = SpacesStep(name: "spaces", registry: InputFile(spaces))
    step.options.distances = SpacesStep.distances(distanceTexts) ?? step.options.distances
    step.options.only = try choice.conditions
    step.options.fields = registry.fields
    try incidents.apply(to: &step)
    step.people = person.inputs
    regions.apply(to: &step)
    step.hazards = hazards.texts
    step.csv = input.csv
    step.assumedCRS = input.assumeCrs
    step.title = output.layer.map.title
    step.outputs = output.outputs
    return step
  }

  private var distanceTexts: [String] { distance?.split(separator: ",").map(String.init) ?? [] }

  func validate() throws {
    guard SpacesStep.distances(distanceTexts) != nil else {
      throw ValidationError("--distance takes up to ten whole numbers of metres from 1 to 20000, as 100,200,400.")
    }
    try SummaryOptions.check(inputs: [spaces, incidents.incident.incidents, person.people, person.residential])
    if incidents.incident.incidents == nil, output.layer.rejects.rejects != nil {
      throw ValidationError("--rejects needs --incidents FILE.")
    }
  }
}

/// Which fields of a registry are what; those that are not named are found by their usual names.
struct RegistryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Field with the code. Default: found by name, else the number of the feature.", valueName: "field"))
  var spaceCode: String?

  @Option(help: ArgumentHelp("Field with the name.", valueName: "field"))
  var spaceName: String?

  @Option(help: ArgumentHelp("Field with the type of space.", valueName: "field"))
  var type: String?

  @Option(help: ArgumentHelp("Field with the state: recovered, planned …", valueName: "field"))
  var state: String?

  @Option(help: ArgumentHelp("Field with the day of the recovery.", valueName: "field"))
  var recovered: String?

  @Option(help: ArgumentHelp("Field with the committee.", valueName: "field"))
  var committee: String?

  @Option(help: ArgumentHelp("Field with the number of members.", valueName: "field"))
  var members: String?

  @Option(help: ArgumentHelp("Field with the number of women among them. M beside H is women, beside F men.", valueName: "field"))
  var women: String?

  @Option(help: ArgumentHelp("Field with the number of men among them.", valueName: "field"))
  var men: String?

  @Option(help: ArgumentHelp("Field that says whether the committee has a chat group.", valueName: "field"))
  var chat: String?

  var fields: SpaceFields {
    var fields = SpaceFields()
    (fields.code, fields.name, fields.type, fields.state) = (spaceCode, spaceName, type, state)
    (fields.recovered, fields.committee, fields.members) = (recovered, committee, members)
    (fields.women, fields.men, fields.chat) = (women, men, chat)
    return fields
  }
}

/// What happened around the spaces.
struct SpaceIncidentOptions: ParsableArguments {
  @OptionGroup var incident: IncidentOptions

  @Option(
    help: ArgumentHelp(
      "Field with the kind of incident; kinds that expose people are not counted around single spaces.", valueName: "field"))
  var by: String?

  @Option(help: ArgumentHelp("Field with a weight, as the harm of each incident.", valueName: "field"))
  var weight: String?

  @Option(help: ArgumentHelp("Field with the number of records that a row stands for.", valueName: "field"))
  var count: String?

  @Option(
    help: ArgumentHelp(
      "Field that says how well each place is known (exact, address, block …): coarser than a block is not counted.",
      valueName: "field"))
  var precision: String?

  @OptionGroup var classes: ClassTableOptions

  @Option(
    help: ArgumentHelp(
      "Kind that is counted though its name looks sensitive or the class table does not have it; repeatable.",
      valueName: "kind"))
  var keepKind: [String] = []

  func apply(to step: inout SpacesStep) throws {
    step.incidents = incident.incidents.map { InputFile($0) }
    step.records = try incident.options
    step.records.by = by
    (step.records.weight, step.records.count, step.records.precision) = (weight, count, precision)
    step.classes = classes.file
    step.keptKinds = keepKind
  }

  func validate() throws {
    if incident.incidents == nil,
      by != nil || incident.time.when != nil || weight != nil || count != nil || classes.classes != nil
    {
      throw ValidationError("--by, --when, --weight, --count and --classes need --incidents FILE.")
    }
  }
}

/// By what the registry is summed.
struct SpaceRegionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Regions: polygons in GeoJSON; a space belongs to the one that it lies in.", valueName: "file"),
    completion: .file(extensions: ["geojson", "json", "gz"]))
  var areas: String?

  @Option(help: ArgumentHelp("Field of the areas with the code; a,b joins fields. Default: found by name.", valueName: "field"))
  var code: String?

  @Option(help: ArgumentHelp("Field of the areas with the name. Default: found by name.", valueName: "field"))
  var name: String?

  @Option(help: ArgumentHelp("Field of the areas with the residents.", valueName: "field"))
  var population: String?

  @Option(
    help: ArgumentHelp(
      "Field of the spaces with the code (or the name) of their region; it counts before the place.", valueName: "field"))
  var region: String?

  @Option(
    help: ArgumentHelp(
      "Table of activities or talks, with the space or the region of each and the people who took part; repeatable.",
      valueName: "file"), completion: .file(extensions: ["csv", "tsv"]))
  var activities: [String] = []

  func apply(to step: inout SpacesStep) {
    step.areas = areas.map { InputFile($0) }
    step.areaFields.code = code.map { $0.split(separator: ",").map(String.init) } ?? []
    step.areaFields.name = name
    step.areaFields.population = population
    step.options.fields.region = region
    step.activities = activities.map { InputFile($0) }
  }

  func validate() throws {
    if areas == nil, code != nil || name != nil || population != nil {
      throw ValidationError(
        "--code, --name and --population are fields of --areas FILE; for those of the spaces see --space-code.")
    }
  }
}

/// Hazard zones and the order of their classes.
struct HazardClassOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A layer of zones and the field with their class, as flood=inundacion.geojson:clase; several divided by commas, or repeated.",
      valueName: "name=file:field"))
  var hazards: [String] = []

  @Option(
    help: ArgumentHelp(
      "The classes from the lowest to the highest, for all hazards or as flood=low,medium,high for one; repeatable. Default: the usual words in their usual order.",
      valueName: "classes"))
  var order: [String] = []

  var texts: HazardTexts {
    var texts = HazardTexts()
    texts.hazards = hazards.flatMap { HazardTexts.divided($0) }
    texts.orders = order
    return texts
  }

  func validate() throws { if !order.isEmpty, hazards.isEmpty { throw ValidationError("--order needs --hazards.") } }
}

/// What is written of spaces.
struct SpaceOutputOptions: ParsableArguments {
  @OptionGroup var layer: LayerOutputOptions

  @Option(help: ArgumentHelp("The registry by region, as CSV.", valueName: "file"), completion: .file())
  var regions: String?

  @Option(
    help: ArgumentHelp("What does not add up in the registry, one row each, as CSV.", valueName: "file"), completion: .file())
  var checks: String?

  var outputs: StepOutputs {
    var outputs = layer.outputs
    outputs[.regions] = regions
    outputs[.checks] = checks
    return outputs
  }

  func validate() throws { try layer.summary.check(outputs: outputs) }
}
