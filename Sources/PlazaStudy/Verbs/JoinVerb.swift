public import ArgumentParser
public import PlazaAnalysis
internal import PlazaFormats
public import PlazaLayers
public import PlazaRecords
internal import PlazaReport

/// `plaza join`: how many records, where, of what kind, when.
public struct JoinVerb: Verb {
  public static let name = "join"
  public static var abstract: String {
    text(
      "How many records, where, of what kind, when; and at what rate.",
      es: "Cuántos registros hay, dónde, de qué tipo y cuándo; y con qué tasa.",
      pt: "Quantos registros há, onde, de que tipo e quando; e com que taxa.")
  }
  public static var discussion: String {
    text(
      """
      Every record is located in the area that covers it (borders included; the lowest code where several do) and ends in the \
      account: read = joined + outside + unlocated + rejected + filtered + withheld.

      Example:
        plaza join delitos.csv --areas municipios.geojson --by delito \\
          --when fecha --period month --population poblacion \\
          -o municipios-con-delitos.geojson --table delitos-por-municipio.csv

      Levels: several --areas, finest first, nested by --parent. A record without a point counts where its code (--key) or name \
      (--key-name) says; what is known to a coarser area only stands in a row <code>:unknown, so that every area is the sum of its parts.

        plaza join delitos.csv --areas barrios.geojson \\
          --areas distritos.geojson --parent distrito \\
          --key cod_barrio --key cod_distrito --key-name barrio \\
          --aliases alias.csv --table por-nivel.csv
      """,
      es: """
        Cada registro se ubica en el área que lo cubre (los límites incluidos; si son varias, la de código menor) y entra en el \
        cuadre de registros: leídos (read) = ubicados en un área (joined) + fuera de todas las áreas (outside) + sin lugar \
        utilizable (unlocated) + rechazados (rejected) + excluidos por los filtros (filtered) + reservados (withheld).

        Ejemplo:
          plaza join delitos.csv --areas municipios.geojson --by delito \\
            --when fecha --period month --population poblacion \\
            -o municipios-con-delitos.geojson --table delitos-por-municipio.csv

        Niveles: varios --areas, el más fino primero, encadenados con --parent. Un registro sin punto cuenta donde dice su código \
        (--key) o su nombre (--key-name); lo que solo se conoce hasta un área más amplia queda en una fila <código>:unknown, de modo \
        que cada área es la suma de sus partes.

          plaza join delitos.csv --areas barrios.geojson \\
            --areas distritos.geojson --parent distrito \\
            --key cod_barrio --key cod_distrito --key-name barrio \\
            --aliases alias.csv --table por-nivel.csv
        """,
      pt: """
        Cada registro é localizado na área que o cobre (limites incluídos; se são várias, a de menor código) e entra no balanço dos \
        registros: lidos (read) = localizados em uma área (joined) + fora de todas as áreas (outside) + sem lugar utilizável \
        (unlocated) + rejeitados (rejected) + excluídos pelos filtros (filtered) + reservados (withheld).

        Exemplo:
          plaza join delitos.csv --areas municipios.geojson --by delito \\
            --when fecha --period month --population poblacion \\
            -o municipios-con-delitos.geojson --table delitos-por-municipio.csv

        Níveis: vários --areas, o mais fino primeiro, encadeados com --parent. Um registro sem ponto conta onde diz seu código \
        (--key) ou seu nome (--key-name); o que só se conhece até uma área mais ampla fica em uma linha <código>:unknown, de modo \
        que cada área é a soma de suas partes.

          plaza join delitos.csv --areas barrios.geojson \\
            --areas distritos.geojson --parent distrito \\
            --key cod_barrio --key cod_distrito --key-name barrio \\
            --aliases alias.csv --table por-nivel.csv
        """)
  }
  public static let outputs: [Output] =
    OutputGroup.outputs + [
      Output("tagged", suffix: "-tagged.csv", content: .table, isPrivate: true),
      Output("disagree", suffix: "-disagree.csv", content: .table, isPrivate: true),
    ]
  /// Coordinates are rarely as exact as they look.
  public static var studyDefaults: [(option: String, value: String)] { [("accuracy", "25")] }

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

  @OptionGroup(title: Section.areas) public var area: LevelGroup

  @OptionGroup(title: Section.areas) public var people: JoinPopulationGroup
  @OptionGroup(title: Section.areasThatChange) public var change: ChangeGroup
  @OptionGroup(title: Section.keysAndLevels) public var key: KeyGroup
  @OptionGroup(title: Section.keysAndLevels) public var declaration: DeclaredGroup
  @OptionGroup(title: Section.records) public var record: JoinRecordGroup
  @OptionGroup(title: Section.rates) public var rate: RateGroup
  @OptionGroup(title: Section.classes) public var classes: ClassGroup
  @OptionGroup(title: Section.input) public var input: InputGroup
  @OptionGroup(title: Section.output) public var output: OutputGroup
  @OptionGroup(title: Section.output) public var rows: JoinRowGroup

  public init() {}

  public func check() throws(Failure) {
    try area.check(files: areas.count, others: [("--population", people.population.count)])
    if rows.disagree != nil, declaration.declared == nil { throw .needs("--disagree", "--declared") }
    if rows.complete, output.layer.table == nil { throw .needs("--complete", "--table") }
    if classes.table.classes != nil, record.by == nil { throw .needs("--classes", "--by") }
    if change.toAreas != nil, rate.needsOwnDivision { throw Failure(.usage, "correspondence.plain_rates") }
  }

  public func run(_ run: Run) async throws -> Outcome {
    let options = try options(run)
    let (source, levels) = try PlacedRecords.open(input.reading(points), areas, area, options.keys, run)
    let other = try await change.read(former: options.areas, run)
    let sinks = RowSinks(
      tagged: try run.rows("tagged", header: try Join.taggedHeader(source, options, levels: levels.count)),
      rejects: try run.rejects(), disagree: try run.rows("disagree", header: JoinResult.disagreeHeader))
    var result = try await Join.run(
      source, levels: levels, options: options, sinks: sinks, jobs: run.jobs, progress: run.progress)
    try other?.carry(&result, from: areas[0].name, run)
    return outcome(result, options, run)
  }

  private func options(_ run: Run) throws -> JoinOptions {
    var options = record.options
    let fields = area.fields(
      files: areas.count, population: people.population, asWritten: areas.map(\.reading.asWritten))
    options.areas = fields[0]
    options.coarserAreas = Array(fields.dropFirst())
    options.levelField = area.level
    options.keys = try key.options(run, declared: declaration.declared)
    try rate.apply(to: &options, run)
    options.classes = try classes.mapping(run)
    options.isComplete = rows.complete
    return options
  }

  private func outcome(_ result: JoinResult, _ options: JoinOptions, _ run: Run) -> Outcome {
    let levels = result.crosswalked == nil ? result.levels : []
    let caption = output.caption
    let fields = [options.areas] + options.coarserAreas
    let place = ShownLevel.place(of: caption.shown.level, among: levels)
    let basis: @Sendable (String) -> LayerStyle.Basis? = { Self.basis($0, result) }
    var layer = LayerProduct(
      output: "output", map: "map",
      drawing: run.drawing(
        caption: caption, of: points, areas: change.toAreas ?? (place < areas.count ? areas[place] : areas[0]),
        subtitle: record.time.subtitle(record.filter.where, days: result.days)),
      style: .made { [kind = result.shownKind] in Self.style($0, options.rateBasis, kind, basis) },
      make: { try result.crosswalked?.makeLayer() ?? result.makeLayer() },
      shown: { ShownLevel($0, levels, fields, chosen: caption.shown.level).shown })
    layer.levels = levels.map(\.name)
    layer.fields.basis = basis
    return Outcome(
      of: result,
      records: RecordAccount(result.account, accuracy: result.accuracy), findings: result.findings, spokenFindings: 7,
      warnings: result.warnings, facts: result.facts,
      products: [
        .layer(layer),
        .table(output: "table", header: result.tableHeader) { write in
          if let carried = result.crosswalked { try write(carried.rows) } else { try result.writeTable(write) }
        },
      ])
  }

  /// Stabilised rates before rates, and both before records per km²: a number of records alone shows mostly how large an area is.
  ///
  /// With kinds the rate is that of the commonest, as in the words: each has its own, and there is none of all together.
  private static func style(
    _ areas: Layer, _ basis: JoinOptions.RateBasis, _ kind: JoinResult.Kind?, _ counts: (String) -> LayerStyle.Basis?
  ) -> LayerStyle {
    let suffix = kind.map { "_\($0.slug)" } ?? ""
    let rates = ["rate_eb", "rate"].first { field in
      areas.column(named: field + suffix)?.values.contains { !$0.isNull } == true
    }
    guard let rates else {
      return .sequence(areas, field: "per_km2", .counts, title: .sentence("style.per_km2"), basis: counts("per_km2"))
    }
    let id = "style.\(rates)\(basis == .period ? "_period" : "")"
    return .sequence(
      areas, field: rates + suffix, .rates,
      title: kind.map { .sentence(id + "_kind", ["kind": KindName.spoken($0.name)]) } ?? .sentence(id),
      basis: counts(rates + suffix))
  }

  /// From how many records the rates and densities of a layer are, each kind's from its own.
  private static func basis(_ field: String, _ result: JoinResult) -> LayerStyle.Basis? {
    if field == "per_km2" { return .init(count: "count") }
    for name in ["rate_eb_local", "rate_eb", "rate_present", "rate_std", "rate"] where field.hasPrefix(name) {
      let suffix = String(field.dropFirst(name.count))
      let kind = result.kinds.firstIndex { "_\($0.slug)" == suffix }
      guard suffix.isEmpty || kind != nil else { continue }
      let whole = kind.map { result.territory.kinds[$0] } ?? result.territory.whole
      return .init(
        count: "count" + suffix, rate: .init(least: JoinResult.leastRecordsForRate, high: "rate_high" + suffix, whole: whole.rate)
      )
    }
    return nil
  }
}

/// The population of the areas.
public struct JoinPopulationGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Field with the population: adds rates with exact Poisson limits. Repeats; coarser areas without one have the sum of their parts.",
      es:
        "Campo con la población: agrega tasas con límites exactos de Poisson. Se repite; las áreas más amplias sin población tienen la suma de sus partes.",
      pt:
        "Campo com a população: acrescenta taxas com limites exatos de Poisson. Repete-se; as áreas mais amplas sem população têm a soma de suas partes.",
      value: "field"))
  public var population: [String] = []

  public init() {}
}

/// What records say of their own area.
public struct DeclaredGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Field with the area (code or name) that a record states beside its point: those that differ are counted.",
      es: "Campo con el área (código o nombre) que un registro declara además de su punto: se cuentan los que no coinciden.",
      pt: "Campo com a área (código ou nome) que um registro declara além do seu ponto: contam-se os que não coincidem.",
      value: "field"))
  public var declared: String?

  public init() {}
}

/// What is counted of the records.
public struct JoinRecordGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Field with the kind of incident: a count (and rate) for each.",
      es: "Campo con el tipo de hecho: un conteo (y una tasa) para cada uno.",
      pt: "Campo com o tipo de ocorrência: uma contagem (e uma taxa) para cada um.", value: "field"))
  public var by: String?

  @OptionGroup public var time: TimeGroup

  @Option(
    help: help(
      "Divide the table into periods: year, quarter, month, week, day or hour.",
      es: "Divide la tabla en períodos: year (año), quarter (trimestre), month (mes), week (semana), day (día) u hour (hora).",
      pt: "Divide a tabela em períodos: year (ano), quarter (trimestre), month (mês), week (semana), day (dia) ou hour (hora)."))
  public var period: Period?

  @OptionGroup public var filter: FilterGroup
  @OptionGroup public var rows: RowCountGroup

  @Option(
    help: help(
      "Field with a weight: its exact sum is written beside the count.",
      es: "Campo con un peso: su suma exacta se escribe junto al conteo.",
      pt: "Campo com um peso: sua soma exata é escrita ao lado da contagem.", value: "field"))
  public var weight: String?

  @Option(
    help: help(
      "A record in several areas counts in the one with the `lowest` code, or in `all`.",
      es: "Un registro que está en varias áreas cuenta en la de código menor (`lowest`) o en todas (`all`).",
      pt: "Um registro que está em várias áreas conta na de menor código (`lowest`) ou em todas (`all`)."))
  public var assign: JoinOptions.Assignment = .lowest

  @Option(
    help: help(
      "How exact positions are, in metres, or the field that says so: adds near_border, count_low and count_high. `none` asks nothing; in a study the default is 25.",
      es:
        "Qué tan exactas son las posiciones, en metros, o el campo que lo dice: agrega near_border, count_low y count_high. `none` no pregunta nada; en un estudio el valor por defecto es 25.",
      pt:
        "Quão exatas são as posições, em metros, ou o campo que o diz: acrescenta near_border, count_low e count_high. `none` não pergunta nada; em um estudo o valor padrão é 25.",
      value: "metres"))
  public var accuracy: AccuracyChoice?

  @Option(
    help: help(
      "Rates per `person-years`, or cumulative over the whole `period`.",
      es: "Tasas por personas-año (`person-years`), o acumuladas en todo el período (`period`).",
      pt: "Taxas por pessoas-ano (`person-years`), ou acumuladas em todo o período (`period`)."))
  public var rateBasis: JoinOptions.RateBasis = .personYears

  @OptionGroup public var single: SingleRecordGroup

  public init() {}

  var options: JoinOptions {
    var options = JoinOptions()
    options.by = by
    time.apply(to: &options)
    options.period = period
    options.conditions = filter.conditions
    options.explodes = filter.explode
    rows.apply(to: &options)
    options.weight = weight
    options.assignment = assign
    options.accuracy = accuracy?.value
    options.rateBasis = rateBasis
    single.apply(to: &options.records)
    return options
  }
}

/// What a join writes beside its layer and its table.
public struct JoinRowGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Every record that counts with its area, as CSV readable by its owner only; records of kinds that expose their victims are left out, and of fields only kinds, dates and the position are written.",
      es:
        "Cada registro que cuenta, con su área, en un CSV que solo su dueño puede leer; se omiten los registros de tipos que exponen a sus víctimas, y de los campos solo se escriben los tipos, las fechas y la posición.",
      pt:
        "Cada registro que conta, com sua área, em um CSV que só o seu dono pode ler; omitem-se os registros de tipos que expõem suas vítimas, e dos campos só se escrevem os tipos, as datas e a posição.",
      value: "file"))
  public var tagged: OutputPath?

  @Flag(
    help: help(
      "A row of --table for every area, kind and period of the span, also without records.",
      es: "Una fila de --table por cada área, tipo y período del lapso, también sin registros.",
      pt: "Uma linha de --table para cada área, tipo e período do intervalo, também sem registros."))
  public var complete = false

  @Option(
    help: help(
      "Line, declared and located area of every record whose point lies elsewhere than --declared, as CSV.",
      es: "Línea, área declarada y área hallada de cada registro cuyo punto está en otra área que la de --declared, en CSV.",
      pt: "Linha, área declarada e área encontrada de cada registro cujo ponto está em outra área que a de --declared, em CSV.",
      value: "file"))
  public var disagree: OutputPath?

  public init() {}
}

/// How exact positions are: metres, a field that says so, or `none`.
public struct AccuracyChoice: Hashable, Sendable, ExpressibleByArgument {
  let value: Accuracy?

  public init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    value = argument == "none" ? nil : Accuracy(argument)
  }
}

extension Period: ExpressibleByArgument {}
extension JoinOptions.Assignment: ExpressibleByArgument {}
extension JoinOptions.RateBasis: ExpressibleByArgument {}
