public import ArgumentParser
public import PlazaAnalysis
public import PlazaLayers
internal import PlazaRecords
internal import PlazaReport
internal import PlazaWords

/// `plaza compare`: what changed, by more than chance.
public struct CompareVerb: Verb {
  public static let name = "compare"
  public static var abstract: String {
    text(
      "What changed against last year, or the window before, by more than chance.",
      es: "Qué cambió frente al año pasado, o a la ventana anterior, más de lo que explica el azar.",
      pt: "O que mudou em relação ao ano passado, ou à janela anterior, mais do que o acaso explica.")
  }
  public static var discussion: String {
    text(
      """
      Counts of each area and kind in a month, the year to date and twelve months, beside the same days a year earlier. Exposure is in \
      days, so a leap year is no rise. The verdict is up, down, no clear change, too few (under 10 records in both windows), incomplete \
      (days are missing by the file's own past) or not comparable (the share of records with a place moved more than the counts). \
      How much counts vary by themselves is taken from up to 36 months before; without twelve of them only chance is allowed for (E-test). \
      False discoveries are held at 5 % over each map and over all that is printed; the limits change_low and change_high agree with the \
      verdict. Rows of level "territory" hold all records, those without a place too. In cells of a grid kinds that expose people are \
      not counted.

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
      """,
      es: """
        Conteos de cada área y tipo en un mes, en lo que va del año y en doce meses, junto a los de los mismos días un año antes. La \
        exposición se mide en días, así que un año bisiesto no es un aumento. El veredicto es up (sube), down (baja), no clear \
        change (sin cambio claro), too few (muy pocos: menos de 10 registros en las dos ventanas), incomplete (faltan días, según el \
        propio pasado del archivo) o not comparable (la parte de los registros con lugar cambió más que los conteos). Cuánto varían \
        los conteos por sí solos se toma de hasta 36 meses anteriores; si no hay doce, solo se descuenta el azar (prueba E). Los \
        falsos descubrimientos se limitan al 5 % en cada mapa y en todo lo que se imprime; los límites change_low y change_high \
        concuerdan con el veredicto. Las filas del nivel "territory" tienen todos los registros, también los que no tienen lugar. En \
        las celdas de una cuadrícula no se cuentan los tipos que exponen a personas.

        Ejemplo:
          plaza compare delitos.csv --areas distritos.geojson \\
            --areas municipios.geojson --parent municipio \\
            --by delito --when fecha --until 2025-10 \\
            --table boletin.csv -o boletin.geojson
          plaza compare delitos.csv --grid square --cell 500 \\
            --boundary ciudad.geojson --by delito --map cambios.svg

        Ambos años tal como se conocían 15 días después del mes:
          plaza compare delitos.csv --areas municipios.geojson --by delito \\
            --when fecha --until 2025-10 --registered fecha_registro \\
            --cutoff 2025-11-15 --periods month,ytd --table boletin.csv
        """,
      pt: """
        Contagens de cada área e tipo em um mês, no acumulado do ano e em doze meses, ao lado das dos mesmos dias um ano antes. A \
        exposição é medida em dias, de modo que um ano bissexto não é um aumento. O veredito é up (sobe), down (cai), no clear \
        change (sem mudança clara), too few (muito poucos: menos de 10 registros nas duas janelas), incomplete (faltam dias, segundo o \
        próprio passado do arquivo) ou not comparable (a parte dos registros com lugar mudou mais do que as contagens). Quanto as \
        contagens variam por si sós é tomado de até 36 meses anteriores; sem doze deles só se desconta o acaso (teste E). As falsas \
        descobertas são limitadas a 5 % em cada mapa e em tudo o que se imprime; os limites change_low e change_high concordam com o \
        veredito. As linhas do nível "territory" têm todos os registros, também os sem lugar. Nas células de uma grade não se contam \
        os tipos que expõem pessoas.

        Exemplo:
          plaza compare delitos.csv --areas distritos.geojson \\
            --areas municipios.geojson --parent municipio \\
            --by delito --when fecha --until 2025-10 \\
            --table boletin.csv -o boletin.geojson
          plaza compare delitos.csv --grid square --cell 500 \\
            --boundary ciudad.geojson --by delito --map cambios.svg

        Ambos os anos tal como eram conhecidos 15 dias depois do mês:
          plaza compare delitos.csv --areas municipios.geojson --by delito \\
            --when fecha --until 2025-10 --registered fecha_registro \\
            --cutoff 2025-11-15 --periods month,ytd --table boletin.csv
        """)
  }
  public static let outputs = OutputGroup.outputs

  @Argument(
    help: help(
      "Records with a place and a date; - is standard input.",
      es:
        "Registros con lugar y fecha; - es la entrada estándar.",
      pt: "Registros com lugar e data; - é a entrada padrão."))
  public var points: InputFile

  @Option(
    help: help(
      "Areas: a layer of polygons. Repeats, one file for each level, finest first. Or, in their place, a grid with --grid.",
      es:
        "Áreas: una capa de polígonos. Se repite, un archivo por nivel, el más fino primero. O, en su lugar, una cuadrícula con --grid.",
      pt:
        "Áreas: uma camada de polígonos. Repete-se, um arquivo por nível, o mais fino primeiro. Ou, em seu lugar, uma grade com --grid.",
      value: "file"))
  public var areas: [InputFile] = []

  @OptionGroup(title: Section.comparison) public var comparison: ComparisonGroup
  @OptionGroup(title: Section.cells) public var cell: CellGroup
  @OptionGroup(title: Section.areas) public var area: LevelGroup
  @OptionGroup(title: Section.keysAndLevels) public var key: KeyGroup
  @OptionGroup(title: Section.records) public var record: PlacedRecordGroup
  @OptionGroup(title: Section.input) public var input: InputGroup
  @OptionGroup(title: Section.output) public var output: OutputGroup

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
    let fields = area.fields(files: areas.count)
    let isOnCells = areas.isEmpty
    let chosen = output.caption.shown
    // The verdicts of one window and kind, the first that was compared and the commonest, or what was chosen in their place.
    let mapped = result.mapped(chosen.field ?? result.mappedField)
    let filter = record.filter.where.subject(kind: mapped?.kind?.name, by: record.by)
    let place = ShownLevel.place(of: chosen.level, among: result.levels)
    let file = place < areas.count ? areas[place] : areas.first ?? cell.boundary
    var drawing = run.drawing(caption: output.caption, of: points, areas: file) { words in
      // A field of the areas themselves tells nothing of the records.
      guard let mapped else { return nil }
      let text = words.comparison(mapped, kind: filter)
      guard mapped.kind == nil, result.withheld ?? 0 > 0 else { return text }
      return text + " · " + words.render(id: "compare.map_withheld")
    }
    drawing.countsRecords = false
    let title = StyleText.sentence(comparison.against == .lastYear ? "style.verdicts_year" : "style.verdicts")
    var layer = LayerProduct(
      output: "output", map: "map", drawing: drawing, style: .fixed(.verdicts(field: result.mappedField, title: title)),
      make: { try result.makeLayer() },
      shown: {
        var shown = ShownLevel($0, result.levels, fields, chosen: chosen.level).shown
        if let mapped, mapped.field == "verdict", !isOnCells { shown.remarks = Self.changes(shown.layer, mapped) }
        if isOnCells { shown.unit = "map.cells" }
        return shown
      })
    layer.levels = result.levels.map(\.name)
    layer.fields.title = { name in result.mapped(name).map { $0.field == "verdict" ? title : .field($0.field) } }
    // A bulletin is its words: two windows of the commonest kinds, with their areas.
    return Outcome(
      of: result,
      records: RecordAccount(result.account), findings: result.findings, spokenFindings: 24,
      warnings: result.warnings, facts: result.facts,
      products: [.layer(layer), .table(output: "table", header: CompareResult.tableHeader, result.table)])
  }

  /// By how much the areas that changed did, as it stands behind their names.
  private static func changes(_ layer: Layer, _ mapped: CompareResult.MappedField) -> [StyleText?] {
    guard let verdicts = layer.column(named: mapped.name(of: "verdict"))?.values,
      let changes = layer.column(named: mapped.name(of: "change_pct"))?.values
    else { return [] }
    return zip(verdicts, changes).map { verdict, change in
      guard ["up", "down"].contains(verdict.text), let percent = change.shownNumber else { return nil }
      return .sentence(
        percent < 0 ? "style.fewer" : "style.more", ["percent": String(max(1, Int(percent.magnitude.rounded())))])
    }
  }
}

/// What is compared with what.
public struct ComparisonGroup: ParsableArguments, Sendable, Checked {
  @Option(
    help: help(
      "Windows of time: month, ytd (the year to date), 12m (twelve months).",
      es: "Ventanas de tiempo: month (el mes), ytd (lo que va del año), 12m (doce meses).",
      pt: "Janelas de tempo: month (o mês), ytd (o acumulado do ano), 12m (doze meses).", value: "list"))
  public var periods = List(CompareOptions.Window.allCases)

  @Option(
    help: help(
      "Against the same days of `last-year`, or the `previous` month or twelve months.",
      es: "Frente a los mismos días del año pasado (`last-year`), o al mes o los doce meses anteriores (`previous`).",
      pt: "Em relação aos mesmos dias do ano passado (`last-year`), ou ao mês ou aos doze meses anteriores (`previous`)."))
  public var against: CompareOptions.Against = .lastYear

  @Option(
    help: help(
      "Last day that counts, as 2025-10-31, or month, as 2025-10. Default: the last complete month of the records.",
      es: "Último día que cuenta, como 2025-10-31, o mes, como 2025-10. Por defecto: el último mes completo de los registros.",
      pt: "Último dia que conta, como 2025-10-31, ou mês, como 2025-10. Por padrão: o último mês completo dos registros.",
      value: "date"))
  public var until: String?

  @Option(
    help: help(
      "Field with the date. Default: found by name.",
      es: "Campo con la fecha. Por defecto: se reconoce por el nombre.",
      pt: "Campo com a data. Por padrão: é reconhecido pelo nome.", value: "field"))
  public var when: String?

  @Option(
    help: help(
      "Order of dates: ymd, dmy or mdy. Default: found by evidence.",
      es:
        "Orden de las fechas: ymd (año, mes, día), dmy (día, mes, año) o mdy (mes, día, año). Por defecto: se deduce de los datos.",
      pt: "Ordem das datas: ymd (ano, mês, dia), dmy (dia, mês, ano) ou mdy (mês, dia, ano). Por padrão: deduzida dos dados.",
      value: "order"))
  public var dateOrder: DateOrder?

  @Option(
    help: help(
      "Field with the date on which a record became known, written as the other: earlier windows are taken as they were known after the same delay.",
      es:
        "Campo con la fecha en que se conoció un registro, escrita como la otra: las ventanas anteriores se toman tal como se conocían con el mismo retraso.",
      pt:
        "Campo com a data em que um registro foi conhecido, escrita como a outra: as janelas anteriores são tomadas tal como eram conhecidas com o mesmo atraso.",
      value: "field"))
  public var registered: String?

  @Option(
    help: help(
      "Day up to which records are taken as known; with --registered.",
      es: "Día hasta el que los registros se toman como conocidos; va con --registered.",
      pt: "Dia até o qual os registros são tomados como conhecidos; vai com --registered.", value: "date"))
  public var cutoff: String?

  public init() {}

  public func check() throws(Failure) {
    if (registered == nil) != (cutoff == nil) { throw .together("--registered", "--cutoff") }
  }
}

extension CompareOptions.Against: ExpressibleByArgument {}
extension CompareOptions.Window: ExpressibleByArgument {}

extension Words {
  /// What a field of a comparison is about: both windows, or the one that it counts.
  func comparison(_ mapped: CompareResult.MappedField, kind: String?) -> String {
    let window: Range<Int>
    switch mapped.field {
    case "count_now": window = mapped.window.now
    case "count_before": window = mapped.window.before
    default: return comparison(now: mapped.window.now, before: mapped.window.before, kind: kind)
    }
    let span = span(window)
    return kind.map { "\($0): \(span)" } ?? span.prefix(1).uppercased() + span.dropFirst()
  }

  /// What is compared with what: `October 2024 against October 2023`.
  /// - Parameter now: days from 1970, as `before`.
  func comparison(now: Range<Int>, before: Range<Int>, kind: String?) -> String {
    let values = ["now": span(now), "before": span(before)]
    let text = render(id: "compare.against", values: values)
    if let kind { return "\(kind): \(text)" }
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Days from 1970 as months where they are whole ones.
  func span(_ days: Range<Int>) -> String {
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
