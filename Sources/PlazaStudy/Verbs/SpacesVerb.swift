public import ArgumentParser
internal import PlazaAnalysis
public import PlazaLayers
internal import PlazaReport

/// `plaza spaces`: each public space by itself, and the registry by region.
public struct SpacesVerb: Verb {
  public static let name = "spaces"
  public static var abstract: String {
    text(
      "Each public space by itself, with the people and incidents around it; and the registry by region.")
  }
  public static var discussion: String {
    text(
      """
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
  }
  public static let outputs: [Output] = [
    .layer, .map, .table,
    Output("regions", suffix: "-regions.csv", .with(["areas", "region", "activities"])),
    Output("checks", suffix: "-checks.csv", .always), .rejects,
  ]

  @Argument(help: help("Spaces: GeoJSON of any geometry, or CSV with positions; - is standard input."))
  public var registry: InputFile

  @Option(help: help("Metres around each space, whole numbers. Default: 100,200,400.", value: "m1,m2"))
  public var distance = List(SpaceOptions().distances.map { Whole<DistanceRange>($0) })
  public enum DistanceRange: WholeBounds { public static var range: ClosedRange<Int> { SpaceOptions.distanceRange } }

  @OptionGroup public var choice: SpaceChoiceGroup
  @OptionGroup(title: text("Registry")) public var fields: RegistryGroup
  @OptionGroup(title: text("Incidents")) public var incidents: SpaceIncidentGroup
  @OptionGroup(title: text("People")) public var people: PeopleGroup
  @OptionGroup(title: text("Regions")) public var regions: RegionGroup
  @OptionGroup(title: text("Hazards")) public var hazards: HazardGroup
  @OptionGroup(title: text("Input")) public var input: InputGroup
  @OptionGroup(title: text("Output")) public var output: OutputGroup
  @OptionGroup(title: text("Output")) public var tables: SpaceOutputGroup

  public init() {}

  public func check() throws(Failure) {
    if incidents.incident.incidents == nil, output.rejects.rejects != nil { throw .needs("--rejects", "--incidents") }
    if distance.values.count > 10 { throw Failure(.usage, "spaces.many_distances") }
  }

  public func run(_ run: Run) async throws -> Outcome {
    var options = SpaceOptions()
    options.distances = distance.values.map(\.value).sorted()
    options.only = choice.conditions
    options.fields = fields.fields
    options.fields.region = regions.region
    let features = try await run.features(input.reading(registry))
    var surroundings = Spaces.Surroundings()
    surroundings.incidents = try await incidents.read(run)
    surroundings.areaFields = regions.fields
    surroundings.areas = try regions.areas.map { try run.areas($0) }
    surroundings.people = try await spacePeople(run)
    surroundings.hazards = try await hazards.read(HazardGroup.HazardFacts(), run)
    surroundings.activities = try regions.activities.map { (try run.table($0), $0.name) }
    let result = try await Spaces.run(
      features, file: registry.name, options: options, surroundings: surroundings, jobs: run.jobs)
    run.say(result.notes)
    return outcome(result, run)
  }

  private func spacePeople(_ run: Run) async throws -> SpacePeople? {
    let found = try await people.read(run)
    if let raster = found.raster { return SpacePeople(raster.source, file: raster.file) }
    return found.features.map {
      SpacePeople($0.features, file: $0.file, fields: people.fields, residential: found.residential)
    }
  }

  private func outcome(_ result: SpacesResult, _ run: Run) -> Outcome {
    let layer = LayerProduct(
      output: "output", map: "map",
      drawing: run.drawing(
        title: output.title, of: registry, areas: regions.areas, subtitle: incidents.incident.time.subtitle),
      style: .made { result.style($0) }, make: { result.makeLayer() },
      shown: {
        .init($0, nameField: $0.column(named: "name") == nil ? nil : "name", outlines: result.outlines)
      })
    var products: [Product] = [.layer(layer), .table(output: "table", header: result.tableHeader, result.table)]
    if let regions = result.regions {
      products.append(.table(output: "regions", header: regions.tableHeader, regions.table))
    }
    products.append(.table(output: "checks", header: SpacesResult.checkHeader, result.checkTable))
    return Outcome(
      records: result.countsIncidents ? RecordAccount(result.account) : nil, findings: result.findings, spokenFindings: 8,
      warnings: result.warnings, facts: result.facts, products: products)
  }
}

/// Which fields of a registry are what; those that are not named are found by their usual names.
public struct RegistryGroup: ParsableArguments, Sendable {
  @Option(help: help("Field with the code. Default: found by name, else the number of the feature.", value: "field"))
  public var spaceCode: String?

  @Option(help: help("Field with the name.", value: "field"))
  public var spaceName: String?

  @Option(help: help("Field with the type of space.", value: "field"))
  public var type: String?

  @Option(help: help("Field with the state: recovered, planned …", value: "field"))
  public var state: String?

  @Option(help: help("Field with the day of the recovery.", value: "field"))
  public var recovered: String?

  @Option(help: help("Field with the committee.", value: "field"))
  public var committee: String?

  @Option(help: help("Field with the number of members.", value: "field"))
  public var members: String?

  @Option(help: help("Field with the number of women among them. M beside H is women, beside F men.", value: "field"))
  public var women: String?

  @Option(help: help("Field with the number of men among them.", value: "field"))
  public var men: String?

  @Option(help: help("Field that says whether the committee has a chat group.", value: "field"))
  public var chat: String?

  public init() {}

  var fields: SpaceFields {
    var fields = SpaceFields()
    (fields.code, fields.name, fields.type, fields.state) = (spaceCode, spaceName, type, state)
    (fields.recovered, fields.committee, fields.members) = (recovered, committee, members)
    (fields.women, fields.men, fields.chat) = (women, men, chat)
    return fields
  }
}

/// What happened around the spaces.
public struct SpaceIncidentGroup: ParsableArguments, Sendable, Checked {
  @OptionGroup public var incident: IncidentGroup

  @Option(
    help: help(
      "Field with the kind of incident; kinds that expose people are not counted around single spaces.", value: "field"))
  public var by: String?

  @Option(help: help("Field with a weight, as the harm of each incident.", value: "field"))
  public var weight: String?

  @Option(help: help("Field with the number of records that a row stands for.", value: "field"))
  public var count: String?

  @Option(
    help: help(
      "Field that says how well each place is known (exact, address, block …): coarser than a block is not counted.",
      value: "field"))
  public var precision: String?

  @OptionGroup public var classes: ClassTableGroup

  @Option(
    help: help(
      "Kind that is counted though its name looks sensitive or the class table does not have it; repeatable.",
      value: "kind"))
  public var keepKind: [String] = []

  public init() {}

  public func check() throws(Failure) {
    if incident.incidents == nil,
      by != nil || incident.time.when != nil || weight != nil || count != nil || classes.classes != nil
    {
      throw .needs("--by, --when, --weight, --count, --classes", "--incidents")
    }
  }

  func read(_ run: Run) async throws -> PointCollection? {
    guard let incidents = incident.incidents else { return nil }
    var options = incident.options
    (options.by, options.weight, options.count, options.precision) = (by, weight, count, precision)
    return try await PointCollection.read(
      run.records(incidents), within: nil, options: options,
      sensitive: SensitiveKinds(classes: try classes.mapping(run), keeping: keepKind), rejects: try run.rejects(),
      jobs: run.jobs, progress: run.progress)
  }
}

/// By what the registry is summed.
public struct RegionGroup: ParsableArguments, Sendable, Checked {
  @Option(help: help("Regions: polygons in GeoJSON; a space belongs to the one that it lies in.", value: "file"))
  public var areas: InputFile?

  @Option(
    help: help("Field of the areas with the code; a,b joins fields. Default: found by name.", value: "field"))
  public var code: [FieldNameList] = []

  @Option(help: help("Field of the areas with the name. Default: found by name.", value: "field"))
  public var name: String?

  @Option(help: help("Field of the areas with the residents.", value: "field"))
  public var population: String?

  @Option(
    help: help(
      "Field of the spaces with the code (or the name) of their region; it counts before the place.", value: "field"))
  public var region: String?

  @Option(
    help: help(
      "Table of activities or talks, with the space or the region of each and the people who took part; repeatable.",
      value: "file"))
  public var activities: [InputFile] = []

  public init() {}

  var fields: AreaFields {
    var fields = AreaFields()
    (fields.code, fields.name, fields.population) = (code.flatMap(\.names), name, population)
    return fields
  }

  public func check() throws(Failure) {
    if areas == nil, !code.isEmpty || name != nil || population != nil { throw .needs("--code, --name, --population", "--areas") }
  }
}

/// What is written of the registry.
public struct SpaceOutputGroup: ParsableArguments, Sendable {
  @Option(help: help("The registry by region, as CSV.", value: "file"))
  public var regions: OutputPath?

  @Option(help: help("What does not add up in the registry, one row each, as CSV.", value: "file"))
  public var checks: OutputPath?

  public init() {}
}
