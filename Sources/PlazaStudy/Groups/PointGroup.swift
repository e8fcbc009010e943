public import ArgumentParser
public import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers

/// Which records become points, and the ground that they lie on.
public struct PointGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "The study area: polygons in GeoJSON, all together. Without it a box around the records, empty land and water included.",
      value: "file"))
  public var boundary: InputFile?

  @Option(
    help: help(
      "Places where records are put that did not happen there (police posts, hospitals, centroids): CSV or GeoJSON with a name.",
      value: "file"))
  public var known: InputFile?

  @Option(
    help: help(
      "What becomes of coordinates that too many records share: `keep` them as points, `drop` them, or `area`: count them in their cell and leave them out of densities and clusters. Without it they end the run."
    ))
  public var piles: PilePolicy?

  @Option(
    help: help(
      "Field that says how well each place is known (exact, address, intersection, block, neighbourhood …): coarser than a block is no point.",
      value: "field"))
  public var precision: String?

  @Option(help: help("Field with the kind of incident; kinds that expose people never become points.", value: "field"))
  public var by: String?

  @OptionGroup public var time: TimeGroup
  @OptionGroup public var filter: FilterGroup

  @Option(help: help("Field with a weight, as the harm of each incident.", value: "field"))
  public var weight: String?

  @Option(help: help("Field with the number of records that a row stands for.", value: "field"))
  public var count: String?

  @OptionGroup public var classes: ClassTableGroup

  @Option(
    help: help(
      "Kind that becomes points though its name looks sensitive or the class table does not have it; repeatable.",
      value: "kind"))
  public var keepKind: [String] = []

  @Option(
    help: help(
      "Projected CRS in metres to compute in, as EPSG:32614. Default: the UTM zone, or a Lambert azimuthal where that is too narrow.",
      value: "crs"))
  public var crs: String?

  public init() {}

  var options: PointOptions {
    var options = PointOptions()
    time.apply(to: &options)
    options.conditions = filter.conditions
    options.explodes = filter.explode
    (options.precision, options.by, options.weight, options.count) = (precision, by, weight, count)
    return options
  }

  /// Reads the points onto their ground, with piles settled and every record accounted for.
  /// - Parameter given: the study area, where the verb has read it already.
  /// - Throws: `Failure`.
  func ground(_ points: InputFile, boundary given: AreaLayer? = nil, _ run: Run) async throws -> StudyGround {
    let area = try given ?? boundary.map { try run.areas($0) }
    let collected = try await PointCollection.read(
      run.records(points), within: area, options: options,
      sensitive: SensitiveKinds(classes: try classes.mapping(run), keeping: keepKind), rejects: try run.rejects(),
      jobs: run.jobs, progress: run.progress)
    var ground = try StudyGround(collected, boundary: area, crs: crs.map { CRS($0) }, jobs: run.jobs)
    run.sayNotes(ground.notes)
    let places = try known.map { try KnownPlaces.read(run.records($0), crs: ground.crs) }
    try ground.settlePiles(piles, known: places ?? [], file: points.name)
    guard ground.isBalanced else { throw ground.account.unbalanced }
    return ground
  }
}

/// Incidents that a verb counts beside what it is about.
public struct IncidentGroup: ParsableArguments, Sendable {
  @Option(help: help("Incidents with a place: CSV, TSV or GeoJSON, also .gz.", value: "file"))
  public var incidents: InputFile?

  @OptionGroup public var time: TimeGroup
  @OptionGroup public var filter: FilterGroup

  public init() {}

  var options: PointOptions {
    var options = PointOptions()
    time.apply(to: &options)
    options.conditions = filter.conditions
    options.explodes = filter.explode
    return options
  }
}

extension PilePolicy: ExpressibleByArgument {}
