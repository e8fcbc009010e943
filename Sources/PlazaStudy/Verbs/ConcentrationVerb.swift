public import ArgumentParser
internal import PlazaAnalysis
public import PlazaLayers
internal import PlazaRecords
internal import PlazaReport
internal import PlazaStatistics
internal import PlazaWords

/// `plaza concentration`: how few places hold how much.
public struct ConcentrationVerb: Verb {
  public static let name = "concentration"
  public static var abstract: String {
    text(
      "How few places hold how much, beside what chance alone would do.",
      es: "Cuánto reúnen unos pocos lugares, comparado con lo que daría el azar por sí solo.",
      pt: "Quanto uns poucos lugares reúnem, comparado com o que o acaso daria por si só.")
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
      """,
      es: """
        Para cada nivel y tipo: el menor número de áreas que reúne el 25, 50 y 80 % de los registros, comparado con un reparto al \
        azar de la misma cantidad de registros entre las mismas áreas; el coeficiente de Gini, en su forma para menos registros que \
        lugares, con límites por bootstrap; y para cada área su parte, la parte que suman ella y todas las anteriores, y el cociente \
        de localización: cuánto más pesa un tipo allí que en el conjunto.

        Ejemplo:
          plaza concentration delitos.csv --areas barrios.geojson --by delito \\
            --table concentracion.csv -o concentracion.geojson
        """,
      pt: """
        Para cada nível e tipo: o menor número de áreas que reúne 25, 50 e 80 % dos registros, comparado com uma distribuição ao \
        acaso da mesma quantidade de registros entre as mesmas áreas; o coeficiente de Gini, em sua forma para menos registros que \
        lugares, com limites por bootstrap; e para cada área sua parte, a parte que somam ela e todas as anteriores, e o quociente \
        locacional: quanto mais um tipo pesa ali do que no conjunto.

        Exemplo:
          plaza concentration delitos.csv --areas barrios.geojson --by delito \\
            --table concentracion.csv -o concentracion.geojson
        """)
  }
  public static let outputs: [Output] = [.layer, .map, .curve, .table, .rejects]

  @Argument(
    help: help(
      "Records with a place; - is standard input.",
      es: "Registros con lugar; - es la entrada estándar.",
      pt: "Registros com lugar; - é a entrada padrão."))
  public var points: InputFile

  @Option(
    help: help(
      "Areas: a layer of polygons. Repeats, one file for each level, finest first.",
      es: "Áreas: una capa de polígonos. Se repite, un archivo por nivel, el más fino primero.",
      pt: "Áreas: uma camada de polígonos. Repete-se, um arquivo por nível, o mais fino primeiro.", value: "file"))
  public var areas: [InputFile]

  @OptionGroup(title: Section.concentration) public var drawing: DrawGroup
  @OptionGroup(title: Section.areas) public var area: LevelGroup
  @OptionGroup(title: Section.keysAndLevels) public var key: KeyGroup
  @OptionGroup(title: Section.records) public var record: PlacedRecordGroup
  @OptionGroup(title: Section.time) public var time: TimeGroup
  @OptionGroup(title: Section.input) public var input: InputGroup
  @OptionGroup(title: Section.output) public var output: OutputGroup

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
    return outcome(result, fields, run)
  }

  private func outcome(_ result: ConcentrationResult, _ fields: [AreaFields], _ run: Run) -> Outcome {
    // The areas from the one with most, by what they hold together.
    let chosen = output.caption.shown
    let mapped = result.mapped(chosen.field ?? result.mappedField)
    var layer = LayerProduct(
      output: "output", map: "map", drawing: drawn(run, result, kind: mapped?.kind?.name),
      style: .fixed(.heldShares(field: result.mappedField)), make: { try result.makeLayer() },
      shown: { ShownLevel($0, result.levels, fields, chosen: chosen.level).shown })
    layer.levels = result.levels.map(\.name)
    layer.fields.title = { name in result.mapped(name).map { .field($0.field) } }
    // Two findings for each of the three commonest kinds.
    return Outcome(
      of: result,
      records: RecordAccount(result.account), findings: result.findings, spokenFindings: 6,
      warnings: result.warnings, facts: result.facts,
      products: [
        .layer(layer), .chart(output: "curve", drawn(run, result, kind: nil)) { Self.curves(result, $0) },
        .table(output: "table", header: ConcentrationResult.tableHeader, result.table),
      ])
  }

  private func drawn(_ run: Run, _ result: ConcentrationResult, kind: String?) -> Drawing {
    let place = ShownLevel.place(of: output.caption.shown.level, among: result.levels)
    return run.drawing(
      caption: output.caption, of: points, areas: place < areas.count ? areas[place] : areas[0],
      subtitle: time.subtitle(record.filter.where, kind: kind, by: record.by, days: result.days))
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
  @Option(
    help: help(
      "Random assignments, and as many bootstrap draws.",
      es: "Número de repartos al azar, y de muestras de bootstrap.",
      pt: "Número de distribuições ao acaso, e de amostras de bootstrap.", value: "n"))
  public var draws = Whole<DrawRange>(ConcentrationOptions().draws)
  public enum DrawRange: WholeBounds { public static var range: ClosedRange<Int> { ConcentrationOptions.drawRange } }

  @Option(
    help: help(
      "Seed of the draws.",
      es: "Semilla de los sorteos.",
      pt: "Semente dos sorteios.", value: "n"))
  public var seed = Seed(ConcentrationOptions().seed)

  @Option(
    help: help(
      "Lorenz's curve of the finest areas, as SVG: of all records, or of the three commonest kinds.",
      es: "La curva de Lorenz de las áreas más finas, en SVG: de todos los registros, o de los tres tipos más frecuentes.",
      pt: "A curva de Lorenz das áreas mais finas, em SVG: de todos os registros, ou dos três tipos mais frequentes.",
      value: "file"),
    completion: .file(extensions: ["svg"]))
  public var curve: OutputPath?

  public init() {}
}
