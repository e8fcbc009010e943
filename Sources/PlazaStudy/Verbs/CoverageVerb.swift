public import ArgumentParser
internal import PlazaAnalysis
internal import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords
internal import PlazaReport

/// `plaza coverage`: who lives near a public space.
public struct CoverageVerb: Verb {
  public static let name = "coverage"
  public static var abstract: String {
    text(
      "Who lives near a public space: in a straight line, and on foot along the streets.",
      es: "Quién vive cerca de un espacio público: en línea recta, y a pie por las calles.",
      pt: "Quem mora perto de um espaço público: em linha reta, e a pé pelas ruas.")
  }
  public static var discussion: String {
    text(
      """
      For each area and distance: the share of its people (of its ground, without a population), the people and the surface within it; how \
      far its people have to a space; and access, how much of the spaces each person has when all within reach share them (two-step \
      floating catchments): m² to a person when all spaces are polygons, spaces to 1,000 people otherwise. \
      A straight line is an upper bound. With --streets a space is also reached on foot: people live within --band metres of a street that \
      leads to a space within the distance; those fields end in _walk. Distances are asked at about 64 places in each area.

      Example:
        plaza coverage plazas.geojson --areas barrios.geojson \\
          --population poblacion -o cobertura.geojson --gaps vacios.geojson
        plaza coverage espacios.csv --areas distritos.geojson \\
          --people manzanas.geojson --streets calles.geojson \\
          --distance 400 --service alcance.geojson --table cobertura.csv
      """,
      es: """
        Para cada área y distancia: la proporción de sus personas (de su suelo, si no hay población), las personas y la superficie \
        que quedan dentro; a qué distancia de su gente hay un espacio; y el acceso, cuánto de los espacios le toca a cada persona si \
        los comparten todas las que los alcanzan (áreas de captación flotantes en dos pasos): m² por persona si todos los espacios \
        son polígonos, y si no, espacios por cada mil personas. Las cifras en línea recta son una cota superior. Con --streets \
        también se llega a pie a un espacio: cuenta quien vive a no más de --band metros de una calle que lleva a un espacio dentro \
        de la distancia; esos campos terminan en _walk. Las distancias se miden en unos 64 puntos de cada área.

        Ejemplo:
          plaza coverage plazas.geojson --areas barrios.geojson \\
            --population poblacion -o cobertura.geojson --gaps vacios.geojson
          plaza coverage espacios.csv --areas distritos.geojson \\
            --people manzanas.geojson --streets calles.geojson \\
            --distance 400 --service alcance.geojson --table cobertura.csv
        """,
      pt: """
        Para cada área e distância: a proporção das suas pessoas (do seu solo, se não há população), as pessoas e a superfície que \
        ficam dentro; a que distância da sua população há um espaço; e o acesso, quanto dos espaços cabe a cada pessoa se o \
        compartilham todas as que os alcançam (áreas de captação flutuantes em dois passos): m² por pessoa se todos os espaços são \
        polígonos, e caso contrário espaços por mil pessoas. Os números em linha reta são um limite superior. Com --streets também \
        se chega a pé a um espaço: conta quem mora a não mais de --band metros de uma rua que leva a um espaço dentro da distância; \
        esses campos terminam em _walk. As distâncias são medidas em cerca de 64 pontos de cada área.

        Exemplo:
          plaza coverage plazas.geojson --areas barrios.geojson \\
            --population poblacion -o cobertura.geojson --gaps vacios.geojson
          plaza coverage espacios.csv --areas distritos.geojson \\
            --people manzanas.geojson --streets calles.geojson \\
            --distance 400 --service alcance.geojson --table cobertura.csv
        """)
  }
  public static let outputs: [Output] = [
    .layer, Output("service", suffix: "-service.geojson", content: .layer),
    Output("service-map", id: "service_map", suffix: "-service.svg", .withAll(["map", "service"])),
    Output("gaps", suffix: "-gaps.geojson", content: .layer), .map, .table,
  ]

  @Argument(
    help: help(
      "Spaces: points or polygons, or a table with positions.",
      es: "Espacios: puntos o polígonos, o una tabla con posiciones.",
      pt: "Espaços: pontos ou polígonos, ou uma tabela com posições."))
  public var spaces: InputFile

  @Option(
    help: help(
      "Areas: a layer of polygons.",
      es: "Áreas: una capa de polígonos.",
      pt: "Áreas: uma camada de polígonos.", value: "file"))
  public var areas: InputFile

  @Option(
    help: help(
      "How far people go, in metres.",
      es: "Hasta dónde va la gente, en metros.",
      pt: "Até onde as pessoas vão, em metros.", value: "list"))
  public var distance = List(CoverageOptions().distances.map { Number<DistanceRange>($0) })
  public enum DistanceRange: Bounds { public static var range: ClosedRange<Double> { CoverageOptions.distanceRange } }

  @OptionGroup public var choice: SpaceChoiceGroup
  @OptionGroup(title: Section.areas) public var area: AreaGroup
  @OptionGroup(title: Section.people) public var people: PeopleGroup
  @OptionGroup(title: Section.streets) public var walk: StreetGroup
  @OptionGroup(title: Section.sdg1171) public var indicator: IndicatorGroup
  @OptionGroup(title: Section.incidents) public var incident: IncidentGroup
  @OptionGroup(title: Section.input) public var input: InputGroup
  @OptionGroup(title: Section.output) public var output: LayerTableGroup
  @OptionGroup(title: Section.output) public var ground: CoverageOutputGroup

  public init() {}

  public func check() throws(Failure) {
    try indicator.check(streets: walk.streets)
  }

  public func run(_ run: Run) async throws -> Outcome {
    var options = CoverageOptions()
    options.distances = distances
    options.only = choice.conditions
    options.areas = area.fields
    options.people = people.fields
    (options.snap, options.band, options.streets) = (walk.snap.value, walk.band.value, walk.choice)
    let result = try await Coverage.run(
      try await inputs(run), options: options, jobs: run.jobs, progress: run.progress)
    return outcome(result, run)
  }

  /// The ground within the distance that the map is about, unless that is what the map draws, and the spaces over it.
  private static func overlays(_ result: CoverageResult, withService: Bool) throws -> [MapOverlay] {
    let spaces = result.drawnSpaces
    var overlays = [
      MapOverlay(
        label: .sentence("map.overlay.spaces"), geometry: spaces.polygons, points: spaces.points, look: .places)
    ]
    if withService, let (service, metres) = try result.mappedService() {
      overlays.insert(
        MapOverlay(
          label: .sentence(
            "map.overlay.service",
            ["metres": NumberText.text(metres) ?? "", "mode": "coverage.mode.\(result.mappedMode.rawValue)"]),
          geometry: service, look: .ground(place: 0, of: 1, family: 0)), at: 0)
    }
    return overlays
  }

  private var distances: [Double] { distance.values.map(\.value).sorted() }

  private func inputs(_ run: Run) async throws -> Coverage.Inputs {
    let isStrict = area.strict
    let areas = try run.areas(areas)
    var inputs = Coverage.Inputs(
      spaces: try await run.features(input.reading(spaces), isStrict: isStrict), file: spaces.name, areas: areas)
    let people = try await people.read(run, isStrict: isStrict)
    if let given = people.features { inputs.people = .features(given.features, file: given.file) }
    if let given = people.raster { inputs.people = .raster(given.source, file: given.file) }
    inputs.residential = people.residential
    if let streets = walk.streets {
      inputs.streets = try await run.features(streets, isStrict: isStrict)
      inputs.streetsFile = streets.name
    }
    if let entrances = walk.entrances { inputs.entrances = try await run.features(entrances, isStrict: isStrict) }
    inputs.openSpaces = try await indicator.read(isStrict: isStrict, run)
    if let incidents = incident.incidents {
      inputs.incidents = try run.records(incidents)
      inputs.incidentOptions = incident.options
    }
    return inputs
  }

  private func outcome(_ result: CoverageResult, _ run: Run) -> Outcome {
    let drawing = run.drawing(
      caption: output.caption, of: spaces, as: .spaces, areas: areas,
      further: [(.people, people.people ?? people.raster), (.streets, walk.streets)])
    var nested = drawing
    nested.isNested = true
    // Where streets are in pieces nobody knows the walk, and nothing is drawn of it.
    let mode = result.mappedMode
    func ground(_ title: String, isBeyond: Bool = false, withGround: Bool = false) -> LayerProduct.Style {
      .fixed(
        .distances(
          metres: distances, isBeyond: isBeyond, mode: mode.rawValue, title: .sentence(title), withGround: withGround))
    }
    let products: [LayerProduct] = [
      LayerProduct(
        output: "output", map: "map", drawing: drawing,
        style: .fixed(.coveredShares(field: result.mappedField, title: result.mappedTitle)), make: { result.makeLayer() },
        shown: { .init($0, nameField: result.nameField, overlays: try Self.overlays(result, withService: true)) }),
      LayerProduct(
        output: nil, map: "service-map", drawing: nested, style: ground("style.service_\(mode.rawValue)", withGround: true),
        make: { try result.makeServiceLayer(mode, withGround: true) },
        shown: {
          .init(
            $0, context: MapContext(try result.outlines, names: result.areaNames),
            overlays: try Self.overlays(result, withService: false))
        }),
      LayerProduct(
        output: "service", drawing: drawing, style: ground("style.service_\(mode.rawValue)"),
        make: { try result.makeServiceLayer() }),
      LayerProduct(
        output: "gaps", drawing: drawing, style: ground("style.gaps_\(mode.rawValue)", isBeyond: true),
        make: { result.makeGapLayer() }),
    ]
    // One finding for each distance and mode, and what goes with them.
    return Outcome(
      of: result,
      records: result.countsRecords ? RecordAccount(result.account) : nil, findings: result.findings, spokenFindings: 12,
      warnings: result.warnings, facts: result.facts,
      products: products.map(Product.layer) + [.table(output: "table", header: CoverageResult.tableHeader, result.table)])
  }
}

/// Which features of a file are the spaces that are asked about.
public struct SpaceChoiceGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Only spaces whose field has one of the values; repeatable.",
      es: "Solo los espacios cuyo campo tiene uno de los valores; se puede repetir.",
      pt: "Só os espaços cujo campo tem um dos valores; pode-se repetir.", value: "field=v1,v2"))
  public var only: [Condition] = []

  public init() {}

  var conditions: [RecordFilter.Condition] { only.map(\.condition) }
}

/// How people walk.
public struct StreetGroup: ParsableArguments, Sendable, Checked {
  @Option(
    help: help(
      "Streets as lines: adds the walk. Lines that cross are joined, but for bridges and tunnels by their fields.",
      es: "Calles como líneas: agrega el recorrido a pie. Las que se cruzan se unen, salvo puentes y túneles según sus campos.",
      pt: "Ruas como linhas: acrescenta o percurso a pé. As que se cruzam são unidas, salvo pontes e túneis segundo seus campos.",
      value: "file"))
  public var streets: InputFile?

  @Option(
    help: help(
      "Only streets whose field has one of the values; repeatable. Default: all but motorways and what is not built (highway, fclass).",
      es:
        "Solo las calles cuyo campo tiene uno de los valores; se puede repetir. Por defecto: todas menos las autopistas y lo no construido (highway, fclass).",
      pt:
        "Só as ruas cujo campo tem um dos valores; pode-se repetir. Por padrão: todas menos as autoestradas e o que não está construído (highway, fclass).",
      value: "field=v1,v2"))
  public var streetsWhere: [Condition] = []

  @Option(
    help: help(
      "No streets whose field has one of the values; repeatable.",
      es: "Ninguna calle cuyo campo tenga uno de los valores; se puede repetir.",
      pt: "Nenhuma rua cujo campo tenha um dos valores; pode-se repetir.", value: "field=v1,v2"))
  public var streetsExcept: [Condition] = []

  @Option(
    help: help(
      "Points where spaces are entered; a space without one within 50 m is entered all along its boundary.",
      es: "Puntos por donde se entra a los espacios; a un espacio sin ninguno a 50 m o menos se entra por todo su borde.",
      pt: "Pontos por onde se entra nos espaços; em um espaço sem nenhum a 50 m ou menos se entra por toda a sua borda.",
      value: "file"))
  public var entrances: InputFile?

  @Option(
    help: help(
      "Join ends of streets within so many metres of another vertex.",
      es: "Une los extremos de las calles que están a esta distancia en metros, o menos, de otro vértice.",
      pt: "Une os extremos das ruas que estão a esta distância em metros, ou menos, de outro vértice.", value: "metres"))
  public var snap = Number<SnapRange>(CoverageOptions().snap)
  public enum SnapRange: Bounds { public static var range: ClosedRange<Double> { 0...100 } }

  @Option(
    help: help(
      "Metres to each side of a street within which people live on it.",
      es: "Franja, en metros, a cada lado de una calle; quien vive en la franja cuenta como residente de esa calle.",
      pt: "Faixa, em metros, a cada lado de uma rua; quem mora na faixa conta como morador dessa rua.", value: "metres"))
  public var band = Number<BandRange>(CoverageOptions().band)
  public enum BandRange: Bounds { public static var range: ClosedRange<Double> { 1...500 } }

  public init() {}

  var choice: StreetChoice {
    var choice = StreetChoice()
    choice.only = streetsWhere.map(\.condition)
    choice.except = streetsExcept.map(\.condition)
    return choice
  }

  public func check() throws(Failure) {
    guard streets == nil else { return }
    if entrances != nil { throw .needs("--entrances", "--streets") }
    if !streetsWhere.isEmpty { throw .needs("--streets-where", "--streets") }
    if !streetsExcept.isEmpty { throw .needs("--streets-except", "--streets") }
  }
}

/// What the indicator SDG 11.7.1 needs beyond a coverage.
public struct IndicatorGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "The built-up extent of the city. With --inventory, --streets and their widths: sdg_11_7_1a and sdg_11_7_1b of the built-up ground.",
      es:
        "La extensión urbanizada de la ciudad. Con --inventory, --streets y el ancho de las calles: sdg_11_7_1a y sdg_11_7_1b del suelo urbanizado.",
      pt:
        "A extensão urbanizada da cidade. Com --inventory, --streets e a largura das ruas: sdg_11_7_1a e sdg_11_7_1b do solo urbanizado.",
      value: "file"))
  public var urban: InputFile?

  @Option(
    help: help(
      "All open public spaces, as polygons with the fields verified and free (or in Spanish or Portuguese).",
      es: "Todos los espacios públicos abiertos, como polígonos con los campos verified y free (o verificado y libre).",
      pt: "Todos os espaços públicos abertos, como polígonos com os campos verified e free (ou verificado e gratuito).",
      value: "file"))
  public var inventory: InputFile?

  @Option(
    help: help(
      "When the inventory was made, which is printed with the numbers.",
      es: "Cuándo se hizo el inventario; se muestra junto a las cifras.",
      pt: "Quando o inventário foi feito; é mostrado com os números.", value: "date"))
  public var inventoryDate: String?

  @Option(
    help: help(
      "Field of the streets with their width in metres.",
      es: "Campo de las calles con su ancho en metros.",
      pt: "Campo das ruas com sua largura em metros.", value: "field"))
  public var width: String?

  @Option(
    help: help(
      "Width of the streets without one.",
      es: "Ancho de las calles que no lo indican.",
      pt: "Largura das ruas que não a indicam.", value: "metres"))
  public var assumedWidth: Positive<WidthRange>?
  public enum WidthRange: Bounds { public static var range: ClosedRange<Double> { 0...500 } }

  @Option(
    help: help(
      "Take the streets in so many circles of 10 ha (Halton's sequence), with a standard error, in the place of all.",
      es: "Toma las calles en este número de círculos de 10 ha (sucesión de Halton), con un error estándar, en lugar de todas.",
      pt: "Toma as ruas neste número de círculos de 10 ha (sequência de Halton), com um erro padrão, em vez de todas.",
      value: "n"))
  public var sample: Whole<SampleRange>?
  public enum SampleRange: WholeBounds { public static var range: ClosedRange<Int> { 10...1_000_000 } }

  public init() {}

  func check(streets: InputFile?) throws(Failure) {
    guard urban != nil || inventory != nil else {
      if inventoryDate != nil || width != nil || assumedWidth != nil || sample != nil {
        throw .needs("--inventory-date, --width, --assumed-width, --sample", "--urban, --inventory")
      }
      return
    }
    guard urban != nil, inventory != nil, inventoryDate != nil, streets != nil, width != nil || assumedWidth != nil else {
      throw Failure(.usage, "sdg.incomplete")
    }
  }

  func read(isStrict: Bool, _ run: Run) async throws -> OpenSpaceInputs? {
    guard let urban, let inventory, let inventoryDate else { return nil }
    var inputs = OpenSpaceInputs(
      urban: try await run.features(urban, isStrict: isStrict), urbanFile: urban.name,
      inventory: try await run.features(inventory, isStrict: isStrict), inventoryFile: inventory.name,
      inventoryDate: inventoryDate)
    (inputs.width, inputs.assumedWidth, inputs.circles) = (width, assumedWidth?.value, sample?.value)
    return inputs
  }
}

/// What is written of the ground within reach.
public struct CoverageOutputGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "The ground within each distance, dissolved, as a layer with its style.",
      es: "El suelo dentro de cada distancia, unido en una sola figura, como capa con su estilo.",
      pt: "O solo dentro de cada distância, unido em uma só figura, como camada com seu estilo.", value: "file"))
  public var service: OutputPath?

  @Option(
    help: help(
      "A map of that ground, on foot where there are streets, as SVG.",
      es: "Un mapa de ese suelo, a pie donde hay calles, en SVG.",
      pt: "Um mapa desse solo, a pé onde há ruas, em SVG.", value: "file"),
    completion: .file(extensions: ["svg"]))
  public var serviceMap: OutputPath?

  @Option(
    help: help(
      "What of each area is beyond each distance, with its people and records, as a layer with its style.",
      es: "Lo que de cada área queda más allá de cada distancia, con sus personas y registros, como capa con su estilo.",
      pt: "O que de cada área fica além de cada distância, com suas pessoas e registros, como camada com seu estilo.",
      value: "file"))
  public var gaps: OutputPath?

  public init() {}
}
