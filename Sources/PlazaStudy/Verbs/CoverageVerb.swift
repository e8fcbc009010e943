public import ArgumentParser
internal import PlazaAnalysis
internal import PlazaGeometry
public import PlazaLayers
internal import PlazaReport

/// `plaza coverage`: who lives near a public space.
public struct CoverageVerb: Verb {
  public static let name = "coverage"
  public static var abstract: String {
    text(
      "Who lives near a public space: in a straight line, and on foot along the streets.")
  }
  public static var discussion: String {
    text(
      """
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
  }
  public static let outputs: [Output] = [
    .layer, Output("service", suffix: "-service.geojson"), Output("service-map", id: "service_map", suffix: "-service.svg", .withAll(["map", "service"])),
    Output("gaps", suffix: "-gaps.geojson"), .map, .table,
  ]

  @Argument(help: help("Spaces: points or polygons in GeoJSON, also .gz, or a table with positions."))
  public var spaces: InputFile

  @Option(help: help("Areas: polygons in GeoJSON, also .gz.", value: "file"))
  public var areas: InputFile

  @Option(help: help("How far people go, in metres.", value: "list"))
  public var distance = List(CoverageOptions().distances.map { Number<DistanceRange>($0) })
  public enum DistanceRange: Bounds { public static var range: ClosedRange<Double> { CoverageOptions.distanceRange } }

  @OptionGroup public var choice: SpaceChoiceGroup
  @OptionGroup(title: text("Areas")) public var area: AreaGroup
  @OptionGroup(title: text("People")) public var people: PeopleGroup
  @OptionGroup(title: text("Streets")) public var walk: StreetGroup
  @OptionGroup(title: text("SDG 11.7.1")) public var indicator: IndicatorGroup
  @OptionGroup(title: text("Incidents")) public var incident: IncidentGroup
  @OptionGroup(title: text("Input")) public var input: InputGroup
  @OptionGroup(title: text("Output")) public var output: LayerTableGroup
  @OptionGroup(title: text("Output")) public var ground: CoverageOutputGroup

  public init() {}

  public func check() throws(Failure) {
    try indicator.check(streets: walk.streets)
  }

  public func run(_ run: Run) async throws -> Outcome {
    var options = CoverageOptions()
    options.distances = distances
    options.only = choice.conditions
    options.areas = area.fields
    options.people = people.fields
    (options.snap, options.band) = (walk.snap.value, walk.band.value)
    let result = try await Coverage.run(
      try await inputs(run), options: options, jobs: run.jobs, progress: run.progress)
    return outcome(result, run)
  }

  private var distances: [Double] { distance.values.map(\.value).sorted() }

  private func inputs(_ run: Run) async throws -> Coverage.Inputs {
    let isStrict = area.strict
    let areas = try run.areas(areas)
    var inputs = Coverage.Inputs(
      spaces: try await run.features(input.reading(spaces), isStrict: isStrict), file: spaces.name, areas: areas)
    let people = try await people.read(run, isStrict: isStrict)
    if let given = people.features { inputs.people = .features(given.features, file: given.file) }
    if let given = people.raster { inputs.people = .raster(given.source, file: given.file) }
    inputs.residential = people.residential
    if let streets = walk.streets {
      inputs.streets = try await run.features(streets, isStrict: isStrict)
      inputs.streetsFile = streets.name
    }
    if let entrances = walk.entrances { inputs.entrances = try await run.features(entrances, isStrict: isStrict) }
    inputs.openSpaces = try await indicator.read(isStrict: isStrict, run)
    if let incidents = incident.incidents {
      inputs.incidents = try run.records(incidents)
      inputs.incidentOptions = incident.options
    }
    return inputs
  }

  private func outcome(_ result: CoverageResult, _ run: Run) -> Outcome {
    let drawing = run.drawing(title: output.title, of: spaces, areas: areas)
    var nested = drawing
    nested.isNested = true
    let mode: CoverageMode = walk.streets == nil ? .straight : .walk
    func ground(_ title: String) -> LayerProduct.Style { .fixed(.distances(metres: distances, title: .sentence(title))) }
    let products: [LayerProduct] = [
      LayerProduct(
        output: "output", map: "map", drawing: drawing,
        style: .fixed(.coveredShares(field: result.mappedField, title: result.mappedTitle)), make: { result.makeLayer() },
        shown: { .init($0, nameField: result.nameField) }),
      LayerProduct(
        output: nil, map: "service-map", drawing: nested, style: ground("style.service_\(mode.rawValue)"),
        make: { try result.makeServiceLayer(mode) },
        shown: { .init($0, nameField: result.nameField, outlines: try result.outlines) }),
      LayerProduct(
        output: "service", drawing: drawing, style: ground("style.service"), make: { try result.makeServiceLayer() }),
      LayerProduct(output: "gaps", drawing: drawing, style: ground("style.gaps"), make: { result.makeGapLayer() }),
    ]
    // One finding for each distance and mode, and what goes with them.
    return Outcome(
      records: result.countsRecords ? RecordAccount(result.account) : nil, findings: result.findings, spokenFindings: 12,
      warnings: result.warnings, facts: result.facts,
      products: products.map(Product.layer) + [.table(output: "table", header: CoverageResult.tableHeader, result.table)])
  }
}

/// Which features of a file are the spaces that are asked about.
public struct SpaceChoiceGroup: ParsableArguments, Sendable {
  @Option(help: help("Only spaces whose field has one of the values; repeatable.", value: "field=v1,v2"))
  public var only: [Condition] = []

  public init() {}

  var conditions: [JoinOptions.Condition] { only.map(\.condition) }
}

/// How people walk.
public struct StreetGroup: ParsableArguments, Sendable, Checked {
  @Option(help: help("Streets as lines that share vertices where they meet: adds the walk.", value: "file"))
  public var streets: InputFile?

  @Option(
    help: help(
      "Points where spaces are entered; a space without one within 50 m is entered all along its boundary.", value: "file"))
  public var entrances: InputFile?

  @Option(help: help("Join ends of streets within so many metres of another vertex.", value: "metres"))
  public var snap = Number<SnapRange>(CoverageOptions().snap)
  public enum SnapRange: Bounds { public static var range: ClosedRange<Double> { 0...100 } }

  @Option(help: help("Metres to each side of a street within which people live on it.", value: "metres"))
  public var band = Number<BandRange>(CoverageOptions().band)
  public enum BandRange: Bounds { public static var range: ClosedRange<Double> { 1...500 } }

  public init() {}

  public func check() throws(Failure) {
    if streets == nil, entrances != nil { throw .needs("--entrances", "--streets") }
  }
}

/// What the indicator SDG 11.7.1 needs beyond a coverage.
public struct IndicatorGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "The built-up extent of the city. With --inventory, --streets and their widths: sdg_11_7_1a and sdg_11_7_1b of the built-up ground.",
      value: "file"))
  public var urban: InputFile?

  @Option(
    help: help(
      "All open public spaces, as polygons with the fields verified and free (or in Spanish or Portuguese).", value: "file"))
  public var inventory: InputFile?

  @Option(help: help("When the inventory was made, which is printed with the numbers.", value: "date"))
  public var inventoryDate: String?

  @Option(help: help("Field of the streets with their width in metres.", value: "field"))
  public var width: String?

  @Option(help: help("Width of the streets without one.", value: "metres"))
  public var assumedWidth: Positive<WidthRange>?
  public enum WidthRange: Bounds { public static var range: ClosedRange<Double> { 0...500 } }

  @Option(
    help: help(
      "Take the streets in so many circles of 10 ha (Halton's sequence), with a standard error, in the place of all.",
      value: "n"))
  public var sample: Whole<SampleRange>?
  public enum SampleRange: WholeBounds { public static var range: ClosedRange<Int> { 10...1_000_000 } }

  public init() {}

  func check(streets: InputFile?) throws(Failure) {
    guard urban != nil || inventory != nil else { return }
    guard urban != nil, inventory != nil, inventoryDate != nil, streets != nil, width != nil || assumedWidth != nil else {
      throw Failure(.usage, "sdg.incomplete")
    }
  }

  func read(isStrict: Bool, _ run: Run) async throws -> OpenSpaceInputs? {
    guard let urban, let inventory, let inventoryDate else { return nil }
    var inputs = OpenSpaceInputs(
      urban: try await run.features(urban, isStrict: isStrict), urbanFile: urban.name,
      inventory: try await run.features(inventory, isStrict: isStrict), inventoryFile: inventory.name,
      inventoryDate: inventoryDate)
    (inputs.width, inputs.assumedWidth, inputs.circles) = (width, assumedWidth?.value, sample?.value)
    return inputs
  }
}

/// What is written of the ground within reach.
public struct CoverageOutputGroup: ParsableArguments, Sendable {
  @Option(
    help: help("The ground within each distance, dissolved, as GeoJSON with its style.", value: "file"))
  public var service: OutputPath?

  @Option(
    help: help("A map of that ground, on foot where there are streets, as SVG.", value: "file"),
    completion: .file(extensions: ["svg"]))
  public var serviceMap: OutputPath?

  @Option(
    help: help(
      "What of each area is beyond each distance, with its people and records, as GeoJSON with its style.", value: "file"))
  public var gaps: OutputPath?

  public init() {}
}
