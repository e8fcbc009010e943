public import ArgumentParser
public import PlazaAnalysis
public import PlazaLayers
internal import PlazaReport
public import PlazaStatistics

/// `plaza hotspots gi`: many (or few) records all around.
public struct GetisOrdVerb: Verb {
  public static let name = "hotspots-gi"
  public static var abstract: String {
    text(
      "Gi*: areas or cells with many (or few) records all around, beyond chance.")
  }
  public static var discussion: String {
    text(
      """
      Each unit is compared with its neighbours and itself (Ord and Getis 1995). z and p are of the unit alone, two-sided; p_fdr and \
      bin (−3 to 3: 99, 95, 90 %) hold for all units together, by Benjamini and Hochberg. A unit without neighbours has none.

      Example:
        plaza hotspots gi robos.csv --areas colonias.geojson -o robos-gi.geojson
        plaza hotspots gi robos.csv --boundary municipio.geojson \\
          --grid hexagon --cell 400 -o robos-gi.geojson
      """)
  }
  public static let outputs = OutputGroup.outputs

  @Argument(help: help("Records with a place: CSV, TSV or GeoJSON, also .gz; - is standard input."))
  public var points: InputFile

  @OptionGroup(title: text("Areas or cells")) public var units: UnitGroup
  @OptionGroup(title: text("Test")) public var test: TestGroup
  @OptionGroup(title: text("Records")) public var records: PointGroup
  @OptionGroup(title: text("Input")) public var input: InputGroup
  @OptionGroup(title: text("Output")) public var output: OutputGroup

  public init() {}

  public func check() throws(Failure) { try UnitTests.check(units, records) }

  public func run(_ run: Run) async throws -> Outcome {
    let map = try await UnitTests.map(.gi, input.reading(points), units, test, records, run)
    let drawing = run.drawing(
      title: output.title, of: points, areas: units.areas ?? records.boundary, subtitle: records.time.subtitle)
    return map.outcome(style: .hotSpotBins(), drawing)
  }
}

/// `plaza hotspots moran`: units like, or unlike, their neighbours.
public struct MoranVerb: Verb {
  public static let name = "hotspots-moran"
  public static var abstract: String {
    text(
      "Local Moran's I: areas or cells that are like, or unlike, their neighbours beyond chance; and Moran's I of the map.")
  }
  public static var discussion: String {
    text(
      """
      Each unit's value is held and its neighbours' are dealt anew (Anselin 1995); p is two-sided, p_fdr holds for all units \
      together. quadrant is HH, LL, HL or LH whatever the p; class says it where p_fdr is at most 0.05.

      Example:
        plaza hotspots moran robos.csv --areas colonias.geojson --on rate \\
          --population poblacion -o robos-moran.geojson
      """)
  }
  public static let outputs = OutputGroup.outputs

  @Argument(help: help("Records with a place: CSV, TSV or GeoJSON, also .gz; - is standard input."))
  public var points: InputFile

  @OptionGroup(title: text("Areas or cells")) public var units: UnitGroup
  @OptionGroup(title: text("Test")) public var test: TestGroup
  @OptionGroup(title: text("Records")) public var records: PointGroup
  @OptionGroup(title: text("Input")) public var input: InputGroup
  @OptionGroup(title: text("Output")) public var output: OutputGroup

  public init() {}

  public func check() throws(Failure) { try UnitTests.check(units, records) }

  public func run(_ run: Run) async throws -> Outcome {
    let map = try await UnitTests.map(.moran, input.reading(points), units, test, records, run)
    let drawing = run.drawing(
      title: output.title, of: points, areas: units.areas ?? records.boundary, subtitle: records.time.subtitle)
    return map.outcome(style: .moranClasses(), drawing)
  }
}

/// What is tested, and how.
public struct TestGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "What is compared: `count`, or `rate` by --population (empirical Bayes for gi, Assunção and Reis's deviations for moran)."
    ))
  public var on: UnitTestOptions.Measure = .count

  @Option(
    help: help(
      "Which units are neighbours: queen (borders meet), rook (a stretch in common), distance:METRES or nearest:K (centres).",
      value: "rule"))
  public var neighbors = Neighbors(.queen)

  @Option(help: help("Borders of areas that come so near, in metres, meet.", value: "metres"))
  public var gap: AboveZero?

  @Option(help: help("Correction for many tests: `bh` (false alarms), `by`, `bonferroni` or `none`."))
  public var correction: MultipleTesting = .benjaminiHochberg

  @Option(
    help: help(
      "How often the map is dealt anew. Default: moran, as many as the number of units asks; gi, none: its p is analytic.",
      value: "n"))
  public var permutations: Whole<PermutationRange>?
  public enum PermutationRange: WholeBounds { public static var range: ClosedRange<Int> { 1...9_999_999 } }

  @Option(help: help("Seed of the random numbers.", value: "n"))
  public var seed = Seed(1)

  public init() {}

  var options: UnitTestOptions {
    var options = UnitTestOptions()
    options.measure = on
    options.neighbors = neighbors.value
    options.gap = gap?.value
    options.correction = correction
    options.permutations = permutations?.value
    options.seed = seed.value
    return options
  }
}

/// What both tests share: areas of a file or cells of a grid.
enum UnitTests {
  static func check(_ units: UnitGroup, _ records: PointGroup) throws(Failure) {
    guard units.areas != nil else {
      if units.grid.choice == nil { throw Failure(.usage, "hotspots.no_units") }
      return
    }
    if units.grid.grid != nil || units.grid.cell != nil { throw Failure(.usage, "hotspots.two_units") }
    guard records.boundary == nil, records.piles == nil, records.known == nil, records.crs == nil, records.precision == nil
    else { throw Failure(.usage, "hotspots.cells_only") }
  }

  static func map(
    _ method: HotSpots.Method, _ points: InputFile, _ units: UnitGroup, _ test: TestGroup, _ records: PointGroup, _ run: Run
  ) async throws -> UnitMap {
    if let file = units.areas {
      let areas = try run.areas(file)
      return try await HotSpots.onAreas(
        method, run.records(points), areas: areas, fields: units.fields.fields, options: records.options, test: test.options,
        rejects: try run.rejects(), jobs: run.jobs, progress: run.progress)
    }
    guard let grid = units.grid.choice else { throw Failure(.usage, "hotspots.no_units") }
    let ground = try await records.ground(points, run)
    return try HotSpots.onCells(
      method, ground, grid: grid, options: records.options, test: test.options, jobs: run.jobs)
  }
}

extension UnitTestOptions.Measure: ExpressibleByArgument {}
