public import ArgumentParser
public import PlazaAnalysis
public import PlazaLayers
internal import PlazaReport
internal import PlazaWords

/// `plaza compare`: what changed, by more than chance.
public struct CompareVerb: Verb {
  public static let name = "compare"
  public static var abstract: String {
    text(
      "What changed against last year, or the window before, by more than chance.")
  }
  public static var discussion: String {
    text(
      """
      Counts of each area and kind in a month, the year to date and twelve months, beside the same days a year earlier. Exposure is in \
      days, so a leap year is no rise. The verdict is up, down, no clear change or too few: an E-test of two Poisson counts, with the \
      false-discovery rate held at 5 % over the areas of one level, kind and window. With fewer than 10 records in both windows together no \
      test is made; change_pct is empty where the earlier count is under 10. change, change_low and change_high are records over \
      equal days, with 95 % limits. In cells of a grid kinds that expose people are not counted.

      Example:
        plaza compare delitos.csv --areas distritos.geojson \\
          --areas municipios.geojson --parent municipio \\
          --by delito --when fecha --until 2025-10 \\
          --table boletin.csv -o boletin.geojson
        plaza compare delitos.csv --grid square --cell 500 \\
          --boundary ciudad.geojson --by delito --map cambios.svg

      Both years as they were known 15 days after the month:
        plaza compare delitos.csv --areas municipios.geojson --by delito \\
          --when fecha --until 2025-10 --registered fecha_registro \\
          --cutoff 2025-11-15 --periods month,ytd --table boletin.csv
      """)
  }
  public static let outputs = OutputGroup.outputs

  @Argument(
    help: help(
      "Records with a place and a date: CSV, TSV, GeoJSON or a sequence of GeoJSON features, also .gz; - is standard input."))
  public var points: InputFile

  @Option(
    help: help(
      "Areas: polygons in GeoJSON, also .gz. Repeats, one file for each level, finest first. Or give a grid.", value: "file"))
  public var areas: [InputFile] = []

  @OptionGroup(title: text("Comparison")) public var comparison: ComparisonGroup
  @OptionGroup(title: text("Cells")) public var cell: CellGroup
  @OptionGroup(title: text("Areas")) public var area: LevelGroup
  @OptionGroup(title: text("Keys and levels")) public var key: KeyGroup
  @OptionGroup(title: text("Records")) public var record: PlacedRecordGroup
  @OptionGroup(title: text("Input")) public var input: InputGroup
  @OptionGroup(title: text("Output")) public var output: OutputGroup

  public init() {}

  public func check() throws(Failure) {
    try area.check(files: areas.count)
    guard areas.isEmpty else {
      if cell.isAsked { throw Failure(.usage, "cells.or_areas") }
      return
    }
    guard cell.grid.choice != nil, cell.boundary != nil else { throw Failure(.usage, "cells.incomplete") }
    // Cells are found by points alone, and have no fields.
    guard key.key.isEmpty, key.keyName.isEmpty, key.aliases == nil, key.locate?.values.allSatisfy({ $0 == .point }) ?? true,
      area.fields(files: 0) == [AreaFields()], area.level == nil, area.levelName.isEmpty
    else { throw Failure(.usage, "cells.by_point") }
  }

  public func run(_ run: Run) async throws -> Outcome {
    var compare = CompareOptions()
    compare.join = try options(run)
    compare.isOnCells = areas.isEmpty
    (compare.periods, compare.against) = (comparison.periods.values, comparison.against)
    (compare.until, compare.registered, compare.cutoff) = (comparison.until, comparison.registered, comparison.cutoff)
    let cells = areas.isEmpty ? [try cell.layer(run)] : []
    let (source, levels) = try PlacedRecords.open(input.reading(points), areas, area, compare.join.keys, run)
    let result = try await Compare.run(
      source, levels: cells + levels, options: compare, rejects: try run.rejects(), jobs: run.jobs, progress: run.progress)
    return outcome(result, run)
  }

  private func options(_ run: Run) throws -> JoinOptions {
    var options = JoinOptions()
    record.apply(to: &options)
    let fields = area.fields(files: areas.count)
    options.areas = fields[0]
    options.coarserAreas = Array(fields.dropFirst())
    options.levelField = area.level
    options.keys = try key.options(run)
    (options.when, options.dateOrder) = (comparison.when, comparison.dateOrder)
    options.keptKinds = cell.keepKind
    options.classes = try record.classes.mapping(run)
    if areas.isEmpty {
      options.keys.locate = [.point]
      options.areas.code = [CellAreas.codeField]
    }
    return options
  }

  private func outcome(_ result: CompareResult, _ run: Run) -> Outcome {
    let fields = area.fields(files: areas.count)[0]
    let drawing = run.drawing(title: output.title, of: points, areas: areas.first ?? cell.boundary) { words in
      let text = words.comparison(
        now: result.mappedWindow.now, before: result.mappedWindow.before, kind: result.mappedKind?.name)
      guard result.mappedKind == nil, result.withheld ?? 0 > 0 else { return text }
      return text + " · " + words.render(id: "compare.map_withheld")
    }
    // The verdicts of one window and kind: the first that was compared, and the commonest.
    let layer = LayerProduct(
      output: "output", map: "map", drawing: drawing, style: .fixed(.verdicts(field: result.mappedField)),
      make: { try result.makeLayer() }, shown: { FinestLevel($0, result.levels, fields).shown })
    // A bulletin is its words: two windows of the commonest kinds, with their areas.
    return Outcome(
      records: RecordAccount(result.account), findings: result.findings, spokenFindings: 12,
      warnings: result.warnings, facts: result.facts,
      products: [.layer(layer), .table(output: "table", header: CompareResult.tableHeader, result.table)])
  }
}

/// What is compared with what.
public struct ComparisonGroup: ParsableArguments, Sendable, Checked {
  @Option(help: help("Windows of time: month, ytd (the year to date), 12m (twelve months).", value: "list"))
  public var periods = List(CompareOptions.Window.allCases)

  @Option(help: help("Against the same days of `last-year`, or the `previous` month or twelve months."))
  public var against: CompareOptions.Against = .lastYear

  @Option(
    help: help(
      "Last day that counts, as 2025-10-31, or month, as 2025-10. Default: the last complete month of the records.",
      value: "date"))
  public var until: String?

  @Option(help: help("Field with the date. Default: found by name.", value: "field"))
  public var when: String?

  @Option(help: help("Order of dates: ymd, dmy or mdy. Default: found by evidence.", value: "order"))
  public var dateOrder: DateOrder?

  @Option(
    help: help(
      "Field with the date on which a record became known, written as the other: earlier windows are taken as they were known after the same delay.",
      value: "field"))
  public var registered: String?

  @Option(help: help("Day up to which records are taken as known; with --registered.", value: "date"))
  public var cutoff: String?

  public init() {}

  public func check() throws(Failure) {
    if (registered == nil) != (cutoff == nil) { throw .together("--registered", "--cutoff") }
  }
}

extension CompareOptions.Against: ExpressibleByArgument {}
extension CompareOptions.Window: ExpressibleByArgument {}

extension Words {
  /// What is compared with what: `October 2024 against October 2023`.
  /// - Parameter now: days from 1970, as `before`.
  func comparison(now: Range<Int>, before: Range<Int>, kind: String?) -> String {
    let values = ["now": span(now), "before": span(before)]
    let text = render(id: "compare.against", values: values)
    if let kind { return "\(kind): \(text)" }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Days from 1970 as months where they are whole ones.
  private func span(_ days: Range<Int>) -> String {
    let (first, last) = (CivilDate.date(ofDay: days.lowerBound), CivilDate.date(ofDay: days.upperBound - 1))
    var values = ["first": "month.\(first.month)", "last": "month.\(last.month)"]
    values["first_year"] = String(first.year)
    values["last_year"] = String(last.year)
    guard first.day == 1, CivilDate.date(ofDay: days.upperBound).day == 1 else {
      return render(
        id: "compare.span.days",
        values: ["from": CivilDate.text(ofDay: days.lowerBound), "to": CivilDate.text(ofDay: days.upperBound - 1)])
    }
    if first.year != last.year { return render(id: "compare.span.years", values: values) }
    return render(id: first.month == last.month ? "compare.span.month" : "compare.span.months", values: values)
  }
}
