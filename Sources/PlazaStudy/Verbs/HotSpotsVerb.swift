public import ArgumentParser
internal import PlazaAnalysis
internal import PlazaLayers
public import PlazaStatistics
internal import PlazaReport

/// `plaza hotspots`: density and tested cells in one layer.
public struct HotSpotsVerb: Verb {
  public static let name = "hotspots"
  public static var abstract: String {
    text(
      "Density and tested cells in one layer, with defaults that follow from the records; what hotspots does by itself.")
  }
  public static var discussion: String {
    text(
      """
      Cells of half the bandwidth, each with its records, the density at its centre, and Gi* with its eight neighbours: bin 3 is \
      a high concentration at 99 % after correction for all cells. A cell that a boundary cuts keeps its part inside.

      Example:
        plaza hotspots robos.csv --boundary municipio.geojson -o robos.geojson --map robos.svg
      """)
  }
  public static let outputs = OutputGroup.outputs

  @Argument(help: help("Records with a place: CSV, TSV or GeoJSON, also .gz; - is standard input."))
  public var points: InputFile

  @Option(
    help: help(
      "Bandwidth of the density in metres, or a rule: robust, scott, reference, likelihood or diggle; what comes out is printed with its reason.",
      value: "metres|rule"))
  public var bandwidth = Bandwidth(.rule(.robust))

  @Option(
    help: help(
      "Side of a cell in metres. Default: half the bandwidth, rounded down to 1, 2 or 5 times a power of ten.",
      value: "metres"))
  public var cell: AboveZero?

  @Option(help: help("Correction for many tests: `bh` (false alarms), `by`, `bonferroni` or `none`."))
  public var correction: MultipleTesting = .benjaminiHochberg

  @OptionGroup(title: text("Records")) public var records: PointGroup
  @OptionGroup(title: text("Input")) public var input: InputGroup
  @OptionGroup(title: text("Output")) public var output: OutputGroup

  public init() {}

  public func run(_ run: Run) async throws -> Outcome {
    var options = HotSpots.OverviewOptions()
    options.bandwidth = bandwidth.value
    options.cell = cell?.value
    options.correction = correction
    let ground = try await records.ground(input.reading(points), run)
    let map = try HotSpots.overview(ground, options: options, point: records.options, jobs: run.jobs)
    let drawing = run.drawing(
      title: output.title, of: points, areas: records.boundary, subtitle: records.time.subtitle)
    return map.outcome(style: .hotSpotBins(), drawing)
  }
}

extension UnitMap {
  /// A map of units with its layer, its table and what it says.
  func outcome(style: LayerStyle, _ drawing: Drawing) -> Outcome {
    let layer = LayerProduct(
      output: "output", map: "map", drawing: drawing, style: .fixed(style), make: { makeLayer() },
      shown: { .init($0, nameField: nameField) })
    return Outcome(
      records: RecordAccount(account), findings: findings, warnings: warnings, facts: testFacts,
      products: [.layer(layer), .table(output: "table", header: tableHeader, table)])
  }
}

extension MultipleTesting: ExpressibleByArgument {}
