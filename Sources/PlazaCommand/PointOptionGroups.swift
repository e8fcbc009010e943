public import ArgumentParser
public import PlazaAnalysis
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
  var piles: PilePolicy?

  @Option(
    help: ArgumentHelp(
      "Field that says how well each place is known (exact, address, intersection, block, neighbourhood …): coarser than a block is no point.",
      valueName: "field"))
  var precision: String?

  @Option(
    help: ArgumentHelp("Field with the kind of incident; kinds that expose people never become points.", valueName: "field"))
  var by: String?

  @Option(help: ArgumentHelp("Field with the date.", valueName: "field"))
  var when: String?

  @Option(help: ArgumentHelp("Order of dates: ymd, dmy or mdy. Default: found by evidence.", valueName: "order"))
  var dateOrder: DateOrder?

  @Option(help: ArgumentHelp("First date that counts, as 2019, 2019-05 or 2019-05-17.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("Last date that counts, at its own precision.", valueName: "date"))
  var to: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("Only records whose field has one of the values; repeatable.", valueName: "field=v1,v2"))
  var conditions: [String] = []

  @Option(help: ArgumentHelp("Field with a weight, as the harm of each incident.", valueName: "field"))
  var weight: String?

  @Option(help: ArgumentHelp("Field with the number of records that a row stands for.", valueName: "field"))
  var count: String?

  @Flag(help: "A MultiPoint of several points is several records; otherwise it is rejected.")
  var explode = false

  @Option(
    help: ArgumentHelp(
      "What kinds stand for, as GeoData/reference/classes.csv: it says which of them expose people. Without it their names do.",
      valueName: "file"), completion: .file(extensions: ["csv", "tsv"]))
  var classes: String?

  @Option(help: ArgumentHelp("Whose names the classes are read for, when the table has several countries.", valueName: "code"))
  var classCountry: String?

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
    inputs.options.when = when
    inputs.options.dateOrder = dateOrder
    inputs.options.from = from
    inputs.options.to = to
    inputs.options.conditions = try conditions.map(RecordOptions.condition)
    inputs.options.weight = weight
    inputs.options.count = count
    inputs.options.explodes = explode
    inputs.classes = classes.map { ClassFile(InputFile($0), country: classCountry) }
    inputs.keptKinds = keepKind
    inputs.crs = crs
    inputs.csv = input.csv
    inputs.assumedCRS = input.assumeCrs
    return inputs
  }

  func validate() throws { for condition in conditions { _ = try RecordOptions.condition(condition) } }
}

/// Areas of a file, or cells of a grid.
struct UnitOptionGroup: ParsableArguments {
  @Option(
    help: ArgumentHelp("Areas: polygons in GeoJSON, also .gz.", valueName: "file"),
    completion: .file(extensions: ["geojson", "json", "gz"]))
  var areas: String?

  @Option(help: ArgumentHelp("Field with the code; a,b joins fields. Default: found by name.", valueName: "field"))
  var code: String?

  @Option(help: ArgumentHelp("Field with the name. Default: found by name.", valueName: "field"))
  var name: String?

  @Option(help: ArgumentHelp("Field with the population, for rates.", valueName: "field"))
  var population: String?

  @Flag(help: "Features with one code are one area.")
  var mergeCodes = false

  @Flag(help: "Refuse invalid polygons (exit 2) rather than repair them.")
  var strict = false

  @Option(help: ArgumentHelp("Day on which the areas that are used are valid, as 2024-05-01.", valueName: "date"))
  var asOf: String?

  @Option(help: ArgumentHelp("Field with the first day on which an area is valid.", valueName: "field"))
  var validFrom: String?

  @Option(help: ArgumentHelp("Field with the first day on which it no longer is.", valueName: "field"))
  var validTo: String?

  @Option(help: "Cells instead of areas, fixed to the CRS: `square` or `hexagon`.")
  var grid: GridChoice.Shape?

  @Option(help: ArgumentHelp("Size of a cell in metres: the side of a square, the width of a hexagon.", valueName: "metres"))
  var cell: Double?

  var inputs: UnitInputs {
    var inputs = UnitInputs()
    inputs.areas = areas.map { InputFile($0) }
    inputs.fields.code = code.map { $0.split(separator: ",").map(String.init) } ?? []
    inputs.fields.name = name
    inputs.fields.population = population
    inputs.fields.mergesCodes = mergeCodes
    inputs.fields.isStrict = strict
    inputs.fields.asOf = asOf
    inputs.fields.validFrom = validFrom
    inputs.fields.validTo = validTo
    if grid != nil || cell != nil { inputs.grid = GridChoice(grid ?? .square, cell: cell ?? 0) }
    return inputs
  }

  func validate() throws {
    if let cell, !(cell > 0 && cell.isFinite) { throw ValidationError("--cell takes metres above 0.") }
  }
}

/// Where a map of points or units goes.
struct MapOutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The layer, as GeoJSON, with a style for QGIS (.qml) beside it; - is standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("A map of the classes, as SVG.", valueName: "file"), completion: .file(extensions: ["svg"]))
  var map: String?

  @Option(help: ArgumentHelp("What stands above the map. Default: the name of the file of records.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("The same without geometry, as CSV.", valueName: "file"), completion: .file())
  var table: String?

  @Option(help: ArgumentHelp("Line, reason and cell of every rejected record, as CSV.", valueName: "file"), completion: .file())
  var rejects: String?

  @Flag(help: "Print the summary on standard output.")
  var json = false

  @Flag(name: .shortAndLong, help: "Replace outputs that exist.")
  var force = false

  var outputs: StepOutputs {
    var outputs = StepOutputs()
    outputs[.layer] = output
    outputs[.map] = map
    outputs[.table] = table
    outputs[.rejects] = rejects
    return outputs
  }

  func validate() throws {
    if [output, map, table, rejects].count(where: { $0 == "-" }) + (json ? 1 : 0) > 1 {
      throw ValidationError("Only one output can go to standard output.")
    }
  }
}

extension PilePolicy: ExpressibleByArgument {}
extension GridChoice.Shape: ExpressibleByArgument {}
