public import ArgumentParser
internal import PlazaAnalysis
internal import PlazaGeometry
public import PlazaLayers
internal import PlazaReport

/// `plaza exposure`: who and what lies in which hazard class.
public struct ExposureVerb: Verb {
  public static let name = "exposure"
  public static var abstract: String {
    text(
      "Who and what lies in which hazard class, by area, sex and age.")
  }
  public static var discussion: String {
    text(
      """
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
  }
  public static let outputs: [Output] = [
    .layer, Output("exposed-spaces", id: "spaces", suffix: "-spaces.geojson", .with(["spaces"])), .map, .table, .rejects,
  ]

  @Argument(help: help("Areas: polygons in GeoJSON, also .gz."))
  public var areas: InputFile

  @OptionGroup(title: text("Hazards")) public var hazard: HazardGroup
  @OptionGroup(title: text("Hazards")) public var known: HazardFactGroup
  @OptionGroup(title: text("Areas")) public var area: AreaGroup
  @OptionGroup(title: text("People")) public var people: PeopleGroup
  @OptionGroup(title: text("Spaces and incidents")) public var exposed: ExposedGroup
  @OptionGroup(title: text("Output")) public var output: OutputGroup

  public init() {}

  public func check() throws(Failure) {
    guard !hazard.hazards.isEmpty else { throw Failure(.usage, "exposure.no_hazards") }
    _ = try hazard.named(known.facts)
    if exposed.exposedSpaces != nil, exposed.spaces == nil { throw .needs("--exposed-spaces", "--spaces") }
    if output.rejects.rejects != nil, exposed.incident.incidents == nil { throw .needs("--rejects", "--incidents") }
  }

  public func run(_ run: Run) async throws -> Outcome {
    let fields = area.fields
    let layer = try run.areas(areas)
    var inputs = ExposureInputs(
      areas: layer, hazards: try await hazard.read(known.facts, isStrict: fields.isStrict, run))
    inputs.fields = fields
    inputs.peopleFields = people.fields
    inputs.incidents = exposed.incident.options
    inputs.crs = known.crs.map { CRS($0) }
    let people = try await people.read(run, isStrict: fields.isStrict)
    (inputs.people, inputs.residential, inputs.raster) = (people.features, people.residential, people.raster)
    if let spaces = exposed.spaces {
      inputs.spaces = (try await run.features(spaces, isStrict: fields.isStrict), spaces.name)
    }
    let source = try exposed.incident.incidents.map { try run.records($0) }
    let result = try await Exposure.run(
      inputs, incidents: source, rejects: try run.rejects(), jobs: run.jobs, progress: run.progress)
    run.sayNotes(result.notes)
    return outcome(result, run)
  }

  private func outcome(_ result: ExposureResult, _ run: Run) -> Outcome {
    var drawing = run.drawing(title: output.title, of: areas)
    drawing.source = Diagnostic(
      .note, "map.source_hazards", ["areas": areas.name, "hazards": Self.fileNames(result.hazards.map(\.file))])
    let title = result.people == nil ? "style.exposed_share" : "style.exposed_people"
    let layer = LayerProduct(
      output: "output", map: "map", drawing: drawing,
      style: .made { .sequence($0, field: result.mappedField, .counts, title: .sentence(title)) },
      make: { try result.makeLayer() }, shown: { .init($0, nameField: result.nameField) })
    var products: [Product] = [.layer(layer)]
    if result.spaceCount != nil, let hazard = result.hazards.first {
      products.append(
        .layer(
          LayerProduct(
            output: "exposed-spaces", drawing: drawing,
            style: .fixed(.hazardClasses(field: "\(hazard.name)_class", hazard: hazard.name, classes: hazard.classes)),
            make: { try result.makeSpaces()! })))
    }
    products.append(.table(output: "table", header: ExposureResult.tableHeader, result.table))
    return Outcome(
      records: result.incidentAccount.map { RecordAccount($0) }, findings: result.findings, spokenFindings: 8,
      warnings: result.warnings, facts: result.facts, products: products)
  }

  /// Each file once, without its folder.
  private static func fileNames(_ paths: [String]) -> String {
    let names = paths.map { RelativePath.last($0) }
    return names.indices.filter { names.firstIndex(of: names[$0]) == $0 }.map { names[$0] }.joined(separator: ", ")
  }
}

/// What is known of the hazards beside their classes.
public struct HazardFactGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "What the zones are: `susceptibility` (where it can happen) or `hazard` (how often as well); for one hazard as flood=hazard. Repeatable.",
      value: "kind"))
  public var hazardKind: [String] = []

  @Option(help: help("When the zones were drawn, for all or as flood=2021. Repeatable.", value: "date"))
  public var hazardDate: [String] = []

  @Option(
    help: help("The scale that they were drawn at, as 1:50000, for all or as flood=1:50000. Repeatable.", value: "scale"))
  public var hazardScale: [String] = []

  @Option(
    help: help(
      "How often in a year ground of a class is reached, as flood:high=0.1,flood:low=0.01: the average annual impact and the exceedance curve follow, rarer events reaching all that commoner ones reach.",
      value: "name:class=n"))
  public var frequency: [String] = []

  @Option(
    help: help(
      "Projected CRS in metres to compute in, as EPSG:32614. Default: a Lambert azimuthal of equal area around the areas.",
      value: "crs"))
  public var crs: String?

  public init() {}

  var facts: HazardGroup.HazardFacts {
    HazardGroup.HazardFacts(kinds: hazardKind, dates: hazardDate, scales: hazardScale, frequencies: frequency)
  }
}

/// What else may lie in the zones.
public struct ExposedGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Spaces: points or polygons, GeoJSON or CSV; each counts in the highest class that it has ground in.", value: "file"))
  public var spaces: InputFile?

  @Option(
    help: help(
      "The spaces that lie in a zone, with their area, class and share, as GeoJSON, with a style for QGIS beside it.",
      value: "file"))
  public var exposedSpaces: OutputPath?

  @OptionGroup public var incident: IncidentGroup

  public init() {}
}
