public import ArgumentParser
internal import PlazaAnalysis
internal import PlazaLayers
internal import PlazaReport

/// `plaza hotspots backtest`: did a map say where later records would be?
public struct BacktestVerb: Verb {
  public static let name = "hotspots-backtest"
  public static var abstract: String {
    text(
      "Whether a map said where later records would be: hit rate, PAI, PEI and recapture by share of the surface.")
  }
  public static var discussion: String {
    text(
      """
      The polygons that the map held highest are taken until a share of the surface is full, equal ones at their worst. PAI is the \
      share of the later records there over the share of the surface (1 is an even spread), PEI the records over the most that as much \
      surface could hold. Records in no polygon count as missed; with --boundary only those within it, and its surface beyond the \
      polygons counts too. predicted_over_observed (which some call recovery rate) and recapture_rate_index (Levine 2008) are two \
      things.

      Example:
        plaza hotspots gi robos.csv --when fecha --to 2023 \\
          --boundary municipio.geojson --cell 300 -o mapa.geojson
        plaza hotspots backtest mapa.geojson robos.csv --when fecha \\
          --from 2024 --boundary municipio.geojson --table prueba.csv
      """)
  }
  public static let outputs: [Output] = [.layer, .map, .curve, .table, .rejects]

  @Argument(help: help("The map: polygons in GeoJSON with a code and a number, as our verbs write them; also .gz."))
  public var prediction: InputFile

  @Argument(help: help("Later records with a place: CSV, TSV or GeoJSON, also .gz; - is standard input."))
  public var points: InputFile

  @OptionGroup(title: text("Map")) public var backtest: BacktestGroup
  @OptionGroup(title: text("Records")) public var records: LaterRecordGroup
  @OptionGroup(title: text("Input")) public var input: InputGroup
  @OptionGroup(title: text("Output")) public var output: OutputGroup

  @Option(
    help: help("The curve of the hit rate over the share of the surface, as SVG.", value: "file"),
    completion: .file(extensions: ["svg"]))
  public var curve: OutputPath?

  public init() {}

  public func run(_ run: Run) async throws -> Outcome {
    var fields = AreaFields()
    fields.code = backtest.code?.names ?? []
    let layer = try run.areas(prediction)
    let boundary = try records.boundary.map { try run.areas($0) }
    let result = try await Backtest.run(
      run.records(input.reading(points)), map: layer, fields: fields, boundary: boundary, records: records.options,
      options: backtest.options, rejects: try run.rejects(), jobs: run.jobs, progress: run.progress)
    let drawing = run.drawing(title: output.title, of: points, areas: prediction, subtitle: records.time.subtitle)
    return Outcome(
      records: RecordAccount(result.account), findings: result.findings, warnings: result.warnings, facts: result.facts,
      products: [
        .layer(
          LayerProduct(
            output: "output", map: "map", drawing: drawing, style: .fixed(.budgets(shares: result.budgets.map(\.share))),
            make: { result.makeLayer() })),
        .chart(output: "curve", drawing) { Self.curve(result, $0) },
        .table(output: "table", header: BacktestResult.tableHeader, result.table),
      ])
  }

  /// The hit rate over the share of the surface, polygon by polygon.
  private static func curve(_ result: BacktestResult, _ chart: ChartDrawing) -> [UInt8] {
    let points = result.hitRates.map { (x: $0.area, y: $0.hits) }
    return chart.hitRate(points.isEmpty ? [] : [ChartDrawing.Curve(name: result.field, points: points)])
  }
}

/// How the map is read.
public struct BacktestGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Field that orders the map, highest first; counts are taken by surface. Default: the first of density, z, count_now, count, rate.",
      value: "field"))
  public var field: String?

  @Option(
    help: help(
      "Field with the number of records that made the map, for the recapture rate index. Default: count_now or count.",
      value: "field"))
  public var earlier: String?

  @Option(help: help("Shares of the surface, in percent.", value: "percents"))
  public var budgets = List([1, 2, 5, 10, 20].map { Percent<BudgetRange>($0) })
  public enum BudgetRange: Bounds { public static var range: ClosedRange<Double> { 0...100 } }

  @Option(help: help("Field with the code of the polygons; a,b joins fields. Default: found by name.", value: "field"))
  public var code: FieldNameList?

  public init() {}

  var options: BacktestOptions {
    var options = BacktestOptions()
    (options.field, options.earlier) = (field, earlier)
    options.budgets = budgets.values.map { $0.value / 100 }
    return options
  }
}

/// Which records the map is held against.
public struct LaterRecordGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "The study area: polygons in GeoJSON, all together. Records beyond it do not count; its surface without polygon does.",
      value: "file"))
  public var boundary: InputFile?

  @Option(help: help("Field with the kind of incident; several kinds together are warned of.", value: "field"))
  public var by: String?

  @OptionGroup public var time: TimeGroup
  @OptionGroup public var filter: FilterGroup

  @Option(help: help("Field with the number of records that a row stands for.", value: "field"))
  public var count: String?

  public init() {}

  var options: PointOptions {
    var options = PointOptions()
    time.apply(to: &options)
    options.conditions = filter.conditions
    options.explodes = filter.explode
    (options.by, options.count) = (by, count)
    return options
  }
}
