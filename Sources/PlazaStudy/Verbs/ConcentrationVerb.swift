public import ArgumentParser
internal import PlazaAnalysis
public import PlazaLayers
internal import PlazaReport
internal import PlazaStatistics
internal import PlazaWords

/// `plaza concentration`: how few places hold how much.
public struct ConcentrationVerb: Verb {
  public static let name = "concentration"
  public static var abstract: String {
    text(
      "How few places hold how much, beside what chance alone would do.")
  }
  public static var discussion: String {
    text(
      """
      For each level and kind: the fewest areas that hold 25, 50 and 80 % of the records, beside a random assignment of as many records to \
      the same areas; Gini's coefficient, in its form for fewer records than places, with limits by bootstrap; and for each area its share, \
      the share of it and all areas before it, and the location quotient: how much more a kind weighs there than everywhere.

      Example:
        plaza concentration delitos.csv --areas barrios.geojson --by delito \\
          --table concentracion.csv -o concentracion.geojson
      """)
  }
  public static let outputs: [Output] = [.layer, .map, .curve, .table, .rejects]

  @Argument(
    help: help("Records with a place: CSV, TSV, GeoJSON or a sequence of GeoJSON features, also .gz; - is standard input."))
  public var points: InputFile

  @Option(
    help: help("Areas: polygons in GeoJSON, also .gz. Repeats, one file for each level, finest first.", value: "file"))
  public var areas: [InputFile]

  @OptionGroup(title: text("Concentration")) public var drawing: DrawGroup
  @OptionGroup(title: text("Areas")) public var area: LevelGroup
  @OptionGroup(title: text("Keys and levels")) public var key: KeyGroup
  @OptionGroup(title: text("Records")) public var record: PlacedRecordGroup
  @OptionGroup(title: text("Time")) public var time: TimeGroup
  @OptionGroup(title: text("Input")) public var input: InputGroup
  @OptionGroup(title: text("Output")) public var output: OutputGroup

  public init() {}

  public func check() throws(Failure) { try area.check(files: areas.count) }

  public func run(_ run: Run) async throws -> Outcome {
    var options = ConcentrationOptions()
    record.apply(to: &options.join)
    let fields = area.fields(files: areas.count)
    options.join.areas = fields[0]
    options.join.coarserAreas = Array(fields.dropFirst())
    options.join.levelField = area.level
    options.join.keys = try key.options(run)
    time.apply(to: &options.join)
    options.join.classes = try record.classes.mapping(run)
    (options.draws, options.seed) = (drawing.draws.value, drawing.seed.value)
    let (source, levels) = try PlacedRecords.open(input.reading(points), areas, area, options.join.keys, run)
    let result = try await Concentration.run(
      source, levels: levels, options: options, rejects: try run.rejects(), jobs: run.jobs, progress: run.progress)
    return outcome(result, fields[0], run)
  }

  private func outcome(_ result: ConcentrationResult, _ fields: AreaFields, _ run: Run) -> Outcome {
    // The areas from the one with most, by what they hold together.
    let layer = LayerProduct(
      output: "output", map: "map", drawing: drawn(run, kind: result.mappedKind?.name),
      style: .fixed(.heldShares(field: result.mappedField)), make: { try result.makeLayer() },
      shown: { FinestLevel($0, result.levels, fields).shown })
    // Two findings for each of the three commonest kinds.
    return Outcome(
      records: RecordAccount(result.account), findings: result.findings, spokenFindings: 6,
      warnings: result.warnings, facts: result.facts,
      products: [
        .layer(layer), .chart(output: "curve", drawn(run, kind: nil)) { Self.curves(result, $0) },
        .table(output: "table", header: ConcentrationResult.tableHeader, result.table),
      ])
  }

  private func drawn(_ run: Run, kind: String?) -> Drawing {
    let period = time.subtitle
    return run.drawing(title: output.title, of: points, areas: areas[0]) { words in
      let parts = [kind, period(words)].compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
  }

  /// Lorenz's curves of the finest level.
  private static func curves(_ result: ConcentrationResult, _ chart: ChartDrawing) -> [UInt8] {
    chart.lorenz(
      result.leading.map { measure in
        let (places, held) = (measure.curve.places, measure.curve.held)
        let records = Double(measure.curve.records)
        // From the places with least: what the others do not hold.
        let points = held.indices.map { place in
          (x: Double(place) / Double(places), y: (records - Double(held[places - place])) / records)
        }
        return ChartDrawing.Curve(name: measure.kind ?? chart.words.render(id: "style.count"), points: points)
      })
  }
}

/// How often chance is asked, and from which seed.
public struct DrawGroup: ParsableArguments, Sendable {
  @Option(help: help("Random assignments, and as many bootstrap draws.", value: "n"))
  public var draws = Whole<DrawRange>(ConcentrationOptions().draws)
  public enum DrawRange: WholeBounds { public static var range: ClosedRange<Int> { ConcentrationOptions.drawRange } }

  @Option(help: help("Seed of the draws.", value: "n"))
  public var seed = Seed(ConcentrationOptions().seed)

  @Option(
    help: help(
      "Lorenz's curve of the finest areas, as SVG: of all records, or of the three commonest kinds.", value: "file"),
    completion: .file(extensions: ["svg"]))
  public var curve: OutputPath?

  public init() {}
}
