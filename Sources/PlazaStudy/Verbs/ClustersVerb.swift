public import ArgumentParser
internal import PlazaAnalysis
public import PlazaLayers
internal import PlazaReport

/// `plaza hotspots clusters`: where records crowd, with outlines.
public struct ClustersVerb: Verb {
  public static let name = "hotspots-clusters"
  public static var abstract: String {
    text(
      "Clusters: where records crowd, as outlines, with their share of the records and of the surface.")
  }
  public static var discussion: String {
    text(
      """
      Records with --minimum of them within --radius, and what they reach, are a cluster (DBSCAN; Ester and others 1996); the rest is \
      counted as noise. An outline is the convex hull widened by the radius, within the boundary. pai is the share of the records \
      over the share of the surface. p compares a cluster with the heaviest of each simulation, so it holds for all together; what \
      many records at one address make is beyond chance too: see places. The points are held in memory, some 200 bytes each.

      Example:
        plaza hotspots clusters robos.csv --boundary municipio.geojson -o robos-clusters.geojson
        plaza hotspots clusters robos.csv --boundary municipio.geojson \\
          --radius 250 --minimum 20 -o robos-clusters.geojson
      """)
  }
  public static let outputs = OutputGroup.outputs

  @Argument(help: help("Records with a place: CSV, TSV or GeoJSON, also .gz; - is standard input."))
  public var points: InputFile

  @OptionGroup(title: text("Clusters")) public var clusters: ClusterGroup
  @OptionGroup(title: text("Records")) public var records: PointGroup
  @OptionGroup(title: text("Input")) public var input: InputGroup
  @OptionGroup(title: text("Output")) public var output: OutputGroup

  public init() {}

  public func check() throws(Failure) {
    if clusters.people != nil, records.boundary == nil { throw .needs("--people", "--boundary") }
  }

  public func run(_ run: Run) async throws -> Outcome {
    let boundary = try records.boundary.map { try run.areas($0) }
    let ground = try await records.ground(input.reading(points), boundary: boundary, run)
    let people = try await clusters.ground(on: ground, boundary: boundary, run)
    let map = try Clusters.find(
      in: ground, population: people, records: records.options, options: clusters.options, jobs: run.jobs)
    run.say(map.notes)
    var drawing = run.drawing(
      title: output.title, of: points, areas: records.boundary, subtitle: records.time.subtitle)
    drawing.isNested = true
    let layer = LayerProduct(
      output: "output", map: "map", drawing: drawing, style: .fixed(.clusterZones(isTested: map.facts.simulations > 0)),
      make: { map.makeLayer() }, shown: { _ in .init(map.makeMapLayer()) })
    return Outcome(
      records: RecordAccount(map.account), findings: map.findings, warnings: map.warnings, facts: map.clusterFacts,
      products: [.layer(layer), .table(output: "table", header: map.tableHeader, map.table)])
  }
}

/// What counts as a cluster, and how chance is tried.
public struct ClusterGroup: ParsableArguments, Sendable, Checked {
  @Option(
    help: help(
      "How near records lie, in metres. Default: where --minimum is ten times the average of the study area.",
      value: "metres"))
  public var radius: Number<RadiusRange>?
  public enum RadiusRange: Bounds { public static var range: ClosedRange<Double> { 1...1_000_000 } }

  @Option(
    help: help(
      "How many records (or what weight) lie within the radius at least. Default: one in a hundred, five at the least; with --radius ten times the average.",
      value: "n"))
  public var minimum: AboveZero?

  @Option(
    help: help("How often as many records are spread anew; 0 tests nothing, 999 suits a publication.", value: "n"))
  public var simulations = Whole<SimulationRange>(ClusterOptions().simulations)
  public enum SimulationRange: WholeBounds { public static var range: ClosedRange<Int> { 0...99_999 } }

  @Option(
    help: help(
      "Where people are, as points (centres of blocks): chance follows them. Without it chance is an even spread. Needs --boundary.",
      value: "file"))
  public var people: InputFile?

  @Option(help: help("Field of that file with the number of people.", value: "field"))
  public var peoplePopulation: String?

  @Option(help: help("Seed of the random numbers.", value: "n"))
  public var seed = Seed(1)

  public init() {}

  public func check() throws(Failure) {
    if (people == nil) != (peoplePopulation == nil) { throw .together("--people", "--people-population") }
  }

  var options: ClusterOptions {
    var options = ClusterOptions()
    options.radius = radius?.value
    options.minimum = minimum?.value
    options.simulations = simulations.value
    options.seed = seed.value
    return options
  }

  /// The points with people that lie in the study area.
  func ground(on ground: StudyGround, boundary: AreaLayer?, _ run: Run) async throws -> StudyGround? {
    guard let people, let peoplePopulation else { return nil }
    var options = PointOptions()
    options.weight = peoplePopulation
    let found = try await PointCollection.read(
      run.records(people), within: boundary, options: options, jobs: run.jobs, progress: run.progress)
    return try StudyGround(found, boundary: boundary, crs: ground.crs, jobs: run.jobs)
  }
}
