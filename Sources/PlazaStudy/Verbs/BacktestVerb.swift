public import ArgumentParser
internal import PlazaAnalysis
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaReport

/// `plaza hotspots backtest`: did a map say where later records would be?
public struct BacktestVerb: Verb {
  public static let name = "hotspots-backtest"
  public static var abstract: String {
    text(
      "Whether a map said where later records would be: hit rate, PAI, PEI and recapture by share of the surface.",
      es:
        "Si un mapa dijo dónde estarían los registros posteriores: tasa de aciertos, PAI, PEI y recaptura según la parte de la superficie.",
      pt:
        "Se um mapa disse onde estariam os registros posteriores: taxa de acertos, PAI, PEI e recaptura segundo a parte da superfície."
    )
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
      """,
      es: """
        Se toman los polígonos que el mapa señalaba primero hasta completar una parte de la superficie; los de igual valor, en el \
        orden menos favorable. PAI es la parte de los registros posteriores que hay allí dividida entre la parte de la superficie (1 \
        es un reparto uniforme); PEI, los registros que hay allí divididos entre el máximo que otra tanta superficie podría reunir. \
        Los registros que no están en ningún polígono cuentan como no acertados; con --boundary cuentan solo los que están dentro de \
        él, y también cuenta su superficie fuera de los polígonos. predicted_over_observed (que algunos llaman tasa de recuperación) \
        y recapture_rate_index (Levine 2008) son dos cosas distintas.

        Ejemplo:
          plaza hotspots gi robos.csv --when fecha --to 2023 \\
            --boundary municipio.geojson --cell 300 -o mapa.geojson
          plaza hotspots backtest mapa.geojson robos.csv --when fecha \\
            --from 2024 --boundary municipio.geojson --table prueba.csv
        """,
      pt: """
        Tomam-se os polígonos que o mapa apontava primeiro até completar uma parte da superfície; os de igual valor, na ordem menos \
        favorável. PAI é a parte dos registros posteriores que há ali dividida pela parte da superfície (1 é uma distribuição \
        uniforme); PEI, os registros que há ali divididos pelo máximo que outra tanta superfície poderia reunir. Os registros que \
        não estão em nenhum polígono contam como não acertados; com --boundary contam só os que estão dentro dele, e também conta a \
        sua superfície fora dos polígonos. predicted_over_observed (que alguns chamam taxa de recuperação) e recapture_rate_index \
        (Levine 2008) são duas coisas diferentes.

        Exemplo:
          plaza hotspots gi robos.csv --when fecha --to 2023 \\
            --boundary municipio.geojson --cell 300 -o mapa.geojson
          plaza hotspots backtest mapa.geojson robos.csv --when fecha \\
            --from 2024 --boundary municipio.geojson --table prueba.csv
        """)
  }
  public static let outputs: [Output] = [.layer, .map, .curve, .table, .rejects]

  @Argument(
    help: help(
      "The map: polygons with a code and a number, as our verbs write them.",
      es: "El mapa: polígonos con un código y un número, como los escriben los verbos de Plaza.",
      pt: "O mapa: polígonos com um código e um número, como os verbos do Plaza os escrevem."))
  public var prediction: InputFile

  @Argument(
    help: help(
      "Later records with a place; - is standard input.",
      es: "Registros posteriores con lugar; - es la entrada estándar.",
      pt: "Registros posteriores com lugar; - é a entrada padrão."))
  public var points: InputFile

  @OptionGroup(title: Section.map) public var backtest: BacktestGroup
  @OptionGroup(title: Section.records) public var records: LaterRecordGroup
  @OptionGroup(title: Section.input) public var input: InputGroup
  @OptionGroup(title: Section.output) public var output: OutputGroup

  @Option(
    help: help(
      "The curve of the hit rate over the share of the surface, as SVG.",
      es: "La curva de la tasa de aciertos según la parte de la superficie, en SVG.",
      pt: "A curva da taxa de acertos segundo a parte da superfície, em SVG.", value: "file"),
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
    let drawing = run.drawing(
      caption: output.caption, of: points, areas: prediction, subtitle: records.time.subtitle(records.filter.where))
    return Outcome(
      of: result,
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
      es:
        "Campo que ordena el mapa, de mayor a menor; los conteos se toman por superficie. Por defecto: el primero que haya de density, z, count_now, count, rate.",
      pt:
        "Campo que ordena o mapa, do maior ao menor; as contagens são tomadas por superfície. Por padrão: o primeiro que houver de density, z, count_now, count, rate.",
      value: "field"))
  public var field: String?

  @Option(
    help: help(
      "Field with the number of records that made the map, for the recapture rate index. Default: count_now or count.",
      es:
        "Campo con el número de registros con que se hizo el mapa, para el índice de recaptura. Por defecto: count_now o count.",
      pt: "Campo com o número de registros com que o mapa foi feito, para o índice de recaptura. Por padrão: count_now ou count.",
      value: "field"))
  public var earlier: String?

  @Option(
    help: help(
      "Shares of the surface, in percent.",
      es: "Partes de la superficie, en porcentaje.",
      pt: "Partes da superfície, em porcentagem.", value: "percents"))
  public var budgets = List([1, 2, 5, 10, 20].map { Percent<BudgetRange>($0) })
  public enum BudgetRange: Bounds { public static var range: ClosedRange<Double> { 0...100 } }

  @Option(
    help: help(
      "Field with the code of the polygons; a,b joins fields. Default: found by name.",
      es: "Campo con el código de los polígonos; a,b une campos. Por defecto: se reconoce por el nombre.",
      pt: "Campo com o código dos polígonos; a,b une campos. Por padrão: é reconhecido pelo nome.", value: "field"))
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
      "The study area: polygons, all together. Records beyond it do not count; its surface without polygon does.",
      es:
        "El área de estudio: polígonos, todos juntos. Los registros fuera de ella no cuentan; su superficie sin polígono sí.",
      pt:
        "A área de estudo: polígonos, todos juntos. Os registros fora dela não contam; a sua superfície sem polígono sim.",
      value: "file"))
  public var boundary: InputFile?

  @Option(
    help: help(
      "Field with the kind of incident; several kinds together are warned of.",
      es: "Campo con el tipo de hecho; se avisa si hay varios tipos juntos.",
      pt: "Campo com o tipo de ocorrência; há um aviso se há vários tipos juntos.", value: "field"))
  public var by: String?

  @OptionGroup public var time: TimeGroup
  @OptionGroup public var filter: FilterGroup

  @Option(
    help: help(
      "Field with the number of records that a row stands for.",
      es: "Campo con el número de registros que representa una fila.",
      pt: "Campo com o número de registros que uma linha representa.", value: "field"))
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
