public import ArgumentParser
public import PlazaAnalysis
internal import PlazaRecords
internal import PlazaStudy

/// Which records become points, and the ground that they lie on.
struct PointOptionGroup: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The study area: polygons in GeoJSON, all together. Without it a box around the records, empty land and water included.",
      valueName: "file"), completion: .file(extensions: ["geojson", "json", "gz"]))
  var boundary: String?

  @Option(
    help: ArgumentHelp(
      "Places where records are put that did not happen there (police posts, hospitals, centroids): CSV or GeoJSON with a name.",
      valueName: "file"), completion: .file())
  var known: String?

  @Option(
    help:
      "What becomes of coordinates that too many records share: `keep` them as points, `drop` them, or `area`: count them in their cell and leave them out of densities and clusters. Without it they end the run."
  )
  var piles: CoincidentPolicy?

  @Option(
    help: ArgumentHelp(
      "Field that says how well each place is known (exact, address, intersection, block, neighbourhood …): coarser than a block is no point.",
      valueName: "field"))
  var precision: String?

  @Option(
    help: ArgumentHelp("Field with the kind of incident; kinds that expose people never become points.", valueName: "field"))
  var by: String?

  @OptionGroup var time: TimeOptions
  @OptionGroup var filter: FilterOptions

  @Option(help: ArgumentHelp("Field with a weight, as the harm of each incident.", valueName: "field"))
  var weight: String?

  @Option(help: ArgumentHelp("Field with the number of records that a row stands for.", valueName: "field"))
  var count: String?

  @OptionGroup var classes: ClassTableOptions

  @Option(
    help: ArgumentHelp(
      "Kind that becomes points though its name looks sensitive or the class table does not have it; repeatable.",
      valueName: "kind"))
  var keepKind: [String] = []

  @Option(
    help: ArgumentHelp(
      "Projected CRS in metres to compute in, as EPSG:32614. Default: the UTM zone, or a Lambert azimuthal where that is too narrow.",
      valueName: "crs"))
  var crs: String?

  /// - Throws: `ValidationError`.
  func inputs(_ points: String, _ input: InputOptions) throws -> PointInputs {
    var inputs = PointInputs(points: InputFile(points))
    inputs.boundary = boundary.map { InputFile($0) }
    inputs.known = known.map { InputFile($0) }
    inputs.piles = piles
    inputs.options.precision = precision
    inputs.options.by = by
    try inputs.options.take(time, filter)
    inputs.options.weight = weight
    inputs.options.count = count
    inputs.classes = classes.file
    inputs.keptKinds = keepKind
    inputs.crs = crs
    inputs.csv = input.csv
    inputs.assumedCRS = input.assumeCrs
    return inputs
  }
}

extension PointOptions {
  mutating func take(_ time: TimeOptions, _ filter: FilterOptions) throws {
    (when, dateOrder, from, to) = (time.when, time.dateOrder, time.from, time.to)
    conditions = try filter.conditions
    explodes = filter.explode
  }
}

/// Areas of a file, or cells of a grid.
struct UnitOptionGroup: ParsableArguments {
  @Option(
    help: ArgumentHelp("Areas: polygons in GeoJSON, also .gz.", valueName: "file"),
    completion: .file(extensions: ["geojson", "json", "gz"]))
  var areas: String?

  @OptionGroup var fields: SingleAreaOptions

  @Option(help: "Cells instead of areas, fixed to the CRS: `square` or `hexagon`.")
  var grid: GridChoice.Shape?

  @Option(help: ArgumentHelp("Size of a cell in metres: the side of a square, the width of a hexagon.", valueName: "metres"))
  var cell: Double?

  var inputs: UnitInputs {
    var inputs = UnitInputs()
    inputs.areas = areas.map { InputFile($0) }
    inputs.fields = fields.fields
    if grid != nil || cell != nil { inputs.grid = GridChoice(grid ?? .square, cell: cell ?? 0) }
    return inputs
  }

  func validate() throws {
    if let cell, !(cell > 0 && cell.isFinite) { throw ValidationError("--cell takes metres above 0.") }
  }
}

extension CoincidentPolicy: ExpressibleByArgument {}
extension GridChoice.Shape: ExpressibleByArgument {}

/// Incidents that a verb counts beside what it is about.
struct IncidentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Incidents with a place: CSV, TSV or GeoJSON, also .gz.", valueName: "file"), completion: .file())
  var incidents: String?

  @OptionGroup var time: TimeOptions
  @OptionGroup var filter: FilterOptions

  var options: PointOptions {
    get throws {
      var options = PointOptions()
      try options.take(time, filter)
      return options
    }
  }
}
