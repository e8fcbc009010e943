public import ArgumentParser
public import PlazaAnalysis
public import PlazaLayers
internal import PlazaRecords
internal import PlazaReport
public import PlazaStatistics

/// `plaza hotspots gi`: many (or few) records all around.
public struct GetisOrdVerb: Verb {
  public static let name = "hotspots-gi"
  public static var abstract: String {
    text(
      "Gi*: areas or cells with many (or few) records all around, beyond chance.",
      es: "Gi*: áreas o celdas con muchos (o pocos) registros a su alrededor, más allá de lo que explica el azar.",
      pt: "Gi*: áreas ou células com muitos (ou poucos) registros ao redor, além do que o acaso explica.")
  }
  public static var discussion: String {
    text(
      """
      Each unit with its neighbours is compared with the whole map (Ord and Getis 1995). p is exact for any number of records, \
      two-sided: beyond what the values dealt anew and an even spread over the ground (of rates, the people) explain. p_fdr and \
      bin (−3 to 3: 99, 95, 90 %) hold for all units together, by Benjamini and Hochberg. A unit without neighbours has none.

      Example:
        plaza hotspots gi robos.csv --areas colonias.geojson -o robos-gi.geojson
        plaza hotspots gi robos.csv --boundary municipio.geojson \\
          --grid hexagon --cell 400 -o robos-gi.geojson
      """,
      es: """
        Cada unidad con sus vecinas se compara con todo el mapa (Ord y Getis 1995). p es exacto para cualquier número de registros, \
        a dos colas: más de lo que explican los valores repartidos de nuevo y un reparto parejo sobre el terreno (en tasas, sobre la \
        población). p_fdr y bin (−3 a 3: 99, 95, 90 %) valen para todas las unidades juntas, según Benjamini y Hochberg. Una unidad \
        sin vecinas no tiene ninguno.

        Ejemplo:
          plaza hotspots gi robos.csv --areas colonias.geojson -o robos-gi.geojson
          plaza hotspots gi robos.csv --boundary municipio.geojson \\
            --grid hexagon --cell 400 -o robos-gi.geojson
        """,
      pt: """
        Cada unidade com suas vizinhas é comparada com o mapa inteiro (Ord e Getis 1995). p é exato para qualquer número de \
        registros, bilateral: além do que explicam os valores redistribuídos e uma distribuição uniforme sobre o terreno (em taxas, \
        sobre a população). p_fdr e bin (−3 a 3: 99, 95, 90 %) valem para todas as unidades juntas, segundo Benjamini e Hochberg. \
        Uma unidade sem vizinhas não tem nenhum.

        Exemplo:
          plaza hotspots gi robos.csv --areas colonias.geojson -o robos-gi.geojson
          plaza hotspots gi robos.csv --boundary municipio.geojson \\
            --grid hexagon --cell 400 -o robos-gi.geojson
        """)
  }
  public static let outputs = OutputGroup.outputs

  @Argument(
    help: help(
      "Records with a place; - is standard input.",
      es: "Registros con lugar; - es la entrada estándar.",
      pt: "Registros com lugar; - é a entrada padrão."))
  public var points: InputFile

  @OptionGroup(title: Section.areasOrCells) public var units: UnitGroup
  @OptionGroup(title: Section.test) public var test: TestGroup
  @OptionGroup(title: Section.records) public var records: PointGroup
  @OptionGroup(title: Section.input) public var input: InputGroup
  @OptionGroup(title: Section.output) public var output: OutputGroup

  public init() {}

  public func check() throws(Failure) { try UnitTests.check(units, records) }

  public func run(_ run: Run) async throws -> Outcome {
    let map = try await UnitTests.map(.gi, input.reading(points), units, test, records, run)
    let drawing = run.drawing(
      caption: output.caption, of: points, areas: units.areas ?? records.boundary,
      subtitle: records.time.subtitle(records.filter.where, days: map.days)
    )
    return map.outcome(style: .hotSpotBins(), drawing)
  }
}

/// `plaza hotspots moran`: units like, or unlike, their neighbours.
public struct MoranVerb: Verb {
  public static let name = "hotspots-moran"
  public static var abstract: String {
    text(
      "Local Moran's I: areas or cells that are like, or unlike, their neighbours beyond chance; and Moran's I of the map.",
      es:
        "I de Moran local: áreas o celdas que se parecen a sus vecinas, o difieren de ellas, más de lo que explica el azar; y la I de Moran del mapa.",
      pt:
        "I de Moran local: áreas ou células que se parecem com as vizinhas, ou diferem delas, mais do que o acaso explica; e o I de Moran do mapa."
    )
  }
  public static var discussion: String {
    text(
      """
      Each unit's value is held and its neighbours' are dealt anew (Anselin 1995); p is two-sided, p_fdr holds for all units \
      together. quadrant is HH, LL, HL or LH whatever the p; class says it where p_fdr is at most 0.05 and the ground of the \
      neighbours does not explain their records.

      Example:
        plaza hotspots moran robos.csv --areas colonias.geojson --on rate \\
          --population poblacion -o robos-moran.geojson
      """,
      es: """
        El valor de cada unidad se mantiene y los de sus vecinas se reparten de nuevo al azar (Anselin 1995); p es a dos colas, \
        p_fdr vale para todas las unidades juntas. quadrant es HH, LL, HL o LH sea cual sea p; class lo dice donde p_fdr es 0.05 o \
        menos y el terreno de las vecinas no explica sus registros.

        Ejemplo:
          plaza hotspots moran robos.csv --areas colonias.geojson --on rate \\
            --population poblacion -o robos-moran.geojson
        """,
      pt: """
        O valor de cada unidade se mantém e os das vizinhas são redistribuídos ao acaso (Anselin 1995); p é bilateral, p_fdr vale \
        para todas as unidades juntas. quadrant é HH, LL, HL ou LH qualquer que seja p; class o diz onde p_fdr é 0.05 ou menos e o \
        terreno das vizinhas não explica seus registros.

        Exemplo:
          plaza hotspots moran robos.csv --areas colonias.geojson --on rate \\
            --population poblacion -o robos-moran.geojson
        """)
  }
  public static let outputs = OutputGroup.outputs

  @Argument(
    help: help(
      "Records with a place; - is standard input.",
      es: "Registros con lugar; - es la entrada estándar.",
      pt: "Registros com lugar; - é a entrada padrão."))
  public var points: InputFile

  @OptionGroup(title: Section.areasOrCells) public var units: UnitGroup
  @OptionGroup(title: Section.test) public var test: TestGroup
  @OptionGroup(title: Section.records) public var records: PointGroup
  @OptionGroup(title: Section.input) public var input: InputGroup
  @OptionGroup(title: Section.output) public var output: OutputGroup

  public init() {}

  public func check() throws(Failure) { try UnitTests.check(units, records) }

  public func run(_ run: Run) async throws -> Outcome {
    let map = try await UnitTests.map(.moran, input.reading(points), units, test, records, run)
    let drawing = run.drawing(
      caption: output.caption, of: points, areas: units.areas ?? records.boundary,
      subtitle: records.time.subtitle(records.filter.where, days: map.days)
    )
    return map.outcome(style: .moranClasses(), drawing)
  }
}

/// What is tested, and how.
public struct TestGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "What is compared: `count`, or `rate` by --population (empirical Bayes for gi, Assunção and Reis's deviations for moran).",
      es:
        "Qué se compara: el conteo (`count`), o la tasa (`rate`) según --population (Bayes empírico en gi, desviaciones de Assunção y Reis en moran).",
      pt:
        "O que se compara: a contagem (`count`), ou a taxa (`rate`) segundo --population (Bayes empírico em gi, desvios de Assunção e Reis em moran)."
    ))
  public var on: NeighbourTestOptions.Measure = .count

  @Option(
    help: help(
      "Which units are neighbours: queen (borders meet), rook (a stretch in common), distance:METRES or nearest:K (centres).",
      es:
        "Qué unidades son vecinas: queen (sus límites se tocan), rook (tienen un tramo en común), distance:METROS o nearest:K (entre centros).",
      pt:
        "Que unidades são vizinhas: queen (seus limites se tocam), rook (têm um trecho em comum), distance:METROS ou nearest:K (entre centros).",
      value: "rule"))
  public var neighbors = Neighbors(.queen)

  @Option(
    help: help(
      "Borders of areas that come so near, in metres, meet.",
      es: "Distancia, en metros, hasta la cual los límites de dos áreas se consideran en contacto.",
      pt: "Distância, em metros, até a qual os limites de duas áreas são considerados em contato.", value: "metres"))
  public var gap: Metres?

  @Option(
    help: help(
      "Correction for many tests: `bh` (false alarms), `by`, `bonferroni` or `none`.",
      es: "Corrección por muchas pruebas: `bh` (falsas alarmas), `by`, `bonferroni` o `none`.",
      pt: "Correção por muitos testes: `bh` (alarmes falsos), `by`, `bonferroni` ou `none`."))
  public var correction: MultipleTesting = .benjaminiHochberg

  @Option(
    help: help(
      "How often the map is dealt anew. Default: moran, as many as the number of units asks; gi, none: its p is exact.",
      es:
        "Cuántas veces se reparten de nuevo al azar los valores del mapa. Por defecto: en moran, las que pide el número de unidades; en gi, ninguna: su p es exacto.",
      pt:
        "Quantas vezes os valores do mapa são redistribuídos ao acaso. Por padrão: em moran, as que o número de unidades pede; em gi, nenhuma: seu p é exato.",
      value: "n"))
  public var permutations: Whole<PermutationRange>?
  public enum PermutationRange: WholeBounds { public static var range: ClosedRange<Int> { 1...9_999_999 } }

  @Option(
    help: help(
      "Seed of the random numbers.",
      es: "Semilla de los números aleatorios.",
      pt: "Semente dos números aleatórios.", value: "n"))
  public var seed = Seed(1)

  public init() {}

  var options: NeighbourTestOptions {
    var options = NeighbourTestOptions()
    options.measure = on
    options.neighbors = neighbors.value
    options.gap = gap?.value
    options.correction = correction
    options.permutations = permutations?.value
    options.seed = seed.value
    return options
  }
}

/// What both tests share: areas of a file or cells of a grid.
enum UnitTests {
  static func check(_ units: UnitGroup, _ records: PointGroup) throws(Failure) {
    guard units.areas != nil else {
      if units.grid.choice == nil { throw Failure(.usage, "hotspots.no_units") }
      if units.fields.fields != AreaFields() { throw .needs("--code, --name, --population, --strict …", "--areas") }
      return
    }
    if units.grid.grid != nil || units.grid.cell != nil { throw Failure(.usage, "hotspots.two_units") }
    guard records.boundary == nil, records.piles == nil, records.known == nil, records.crs == nil, records.precision == nil,
      records.classes.classes == nil, records.keepKind.isEmpty
    else { throw Failure(.usage, "hotspots.cells_only") }
  }

  static func map(
    _ method: HotSpots.Method, _ points: InputFile, _ units: UnitGroup, _ test: TestGroup, _ records: PointGroup, _ run: Run
  ) async throws -> UnitMap {
    if let file = units.areas {
      let areas = try run.areas(file)
      return try await HotSpots.onAreas(
        method, run.records(points), areas: areas, fields: units.fields.fields, options: records.options, test: test.options,
        rejects: try run.rejects(), jobs: run.jobs, progress: run.progress)
    }
    guard let grid = units.grid.choice else { throw Failure(.usage, "hotspots.no_units") }
    let ground = try await records.ground(points, run)
    return try HotSpots.onCells(
      method, ground, grid: grid, options: records.options, test: test.options, jobs: run.jobs)
  }
}

extension NeighbourTestOptions.Measure: ExpressibleByArgument {}
