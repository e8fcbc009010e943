public import ArgumentParser
internal import PlazaAnalysis
internal import PlazaFormats
public import PlazaLayers
internal import PlazaRecords
internal import PlazaReport

/// `plaza spaces`: each public space by itself, and the registry by region.
public struct SpacesVerb: Verb {
  public static let name = "spaces"
  public static var abstract: String {
    text(
      "Each public space by itself, with the people and incidents around it; and the registry by region.",
      es:
        "Cada espacio público por separado, con las personas y los incidentes a su alrededor; y el registro de espacios por región.",
      pt: "Cada espaço público em separado, com as pessoas e os incidentes ao redor; e o registro de espaços por região.")
  }
  public static var discussion: String {
    text(
      """
      One row for each space: what the registry says of it, people and incidents by kind within each --distance in a straight line, the \
      nearest other space, and the hazard classes that it lies in. What lies within the distances of several spaces stands in the row of \
      each: rows must not be added, and the last one, total, counts everything once. Distances are geodesic, and every space is measured \
      on a plane of its own, so that spaces of several zones need no projection.

      With --areas or --region the registry is summed by region. What does not add up (women and men beside the total, cumulative amounts \
      beside those of periods, repeated rows) is listed and left as it is.

      Example:
        plaza spaces espacios.geojson --incidents delitos.csv --by delito \\
          --people manzanas.geojson -o alrededor.geojson
        plaza spaces espacios.geojson --areas regiones.geojson \\
          --activities actividades.csv --regions por-region.csv
      """,
      es: """
        Una fila por espacio: lo que dice de él el registro de espacios, las personas y los incidentes por tipo dentro de cada \
        --distance en línea recta, el otro espacio más cercano y las clases de amenaza en las que está. Lo que queda cerca de varios \
        espacios está en la fila de cada uno: las filas no se deben sumar, y la última, total, cuenta todo una vez. Las distancias \
        son geodésicas y cada espacio se mide en un plano propio, así que los espacios de varias zonas UTM no necesitan proyección.

        Con --areas o --region el registro de espacios se suma por región. Lo que no cuadra (mujeres y hombres frente al total, \
        cantidades acumuladas junto a las de períodos, filas repetidas) se enumera y se deja como está.

        Ejemplo:
          plaza spaces espacios.geojson --incidents delitos.csv --by delito \\
            --people manzanas.geojson -o alrededor.geojson
          plaza spaces espacios.geojson --areas regiones.geojson \\
            --activities actividades.csv --regions por-region.csv
        """,
      pt: """
        Uma linha por espaço: o que diz dele o registro de espaços, as pessoas e os incidentes por tipo dentro de cada --distance em \
        linha reta, o outro espaço mais próximo e as classes de ameaça em que está. O que fica perto de vários espaços está na linha \
        de cada um: as linhas não devem ser somadas, e a última, total, conta tudo uma vez. As distâncias são geodésicas e cada \
        espaço é medido em um plano próprio, de modo que os espaços de vários fusos UTM não precisam de projeção.

        Com --areas ou --region o registro de espaços é somado por região. O que não confere (mulheres e homens frente ao total, \
        quantidades acumuladas ao lado das de períodos, linhas repetidas) é listado e fica como está.

        Exemplo:
          plaza spaces espacios.geojson --incidents delitos.csv --by delito \\
            --people manzanas.geojson -o alrededor.geojson
          plaza spaces espacios.geojson --areas regiones.geojson \\
            --activities actividades.csv --regions por-region.csv
        """)
  }
  public static let outputs: [Output] = [
    .layer, .map, .table,
    Output("regions", suffix: "-regions.csv", .with(["areas", "region", "activities"]), content: .table),
    Output("checks", suffix: "-checks.csv", .always, content: .table), .rejects,
  ]

  @Argument(
    help: help(
      "Spaces: a layer of any geometry, or a table with positions; - is standard input.",
      es: "Espacios: una capa con cualquier geometría, o una tabla con posiciones; - es la entrada estándar.",
      pt: "Espaços: uma camada com qualquer geometria, ou uma tabela com posições; - é a entrada padrão."))
  public var registry: InputFile

  @Option(
    help: help(
      "Metres around each space, whole numbers. Default: 100,200,400.",
      es: "Metros alrededor de cada espacio, números enteros. Por defecto: 100,200,400.",
      pt: "Metros ao redor de cada espaço, números inteiros. Por padrão: 100,200,400.", value: "m1,m2"))
  public var distance = List(SpaceOptions().distances.map { Whole<DistanceRange>($0) })
  public enum DistanceRange: WholeBounds { public static var range: ClosedRange<Int> { SpaceOptions.distanceRange } }

  @OptionGroup public var choice: SpaceChoiceGroup
  @OptionGroup(title: Section.registry) public var fields: RegistryGroup
  @OptionGroup(title: Section.incidents) public var incidents: SpaceIncidentGroup
  @OptionGroup(title: Section.people) public var people: PeopleGroup
  @OptionGroup(title: Section.regions) public var regions: RegionGroup
  @OptionGroup(title: Section.hazards) public var hazards: HazardGroup
  @OptionGroup(title: Section.input) public var input: InputGroup
  @OptionGroup(title: Section.output) public var output: OutputGroup
  @OptionGroup(title: Section.output) public var tables: SpaceOutputGroup

  public init() {}

  public func check() throws(Failure) {
    if incidents.incident.incidents == nil, output.rejects.rejects != nil { throw .needs("--rejects", "--incidents") }
    if distance.values.count > 10 { throw Failure(.usage, "spaces.many_distances") }
  }

  public func run(_ run: Run) async throws -> Outcome {
    var options = SpaceOptions()
    options.distances = distance.values.map(\.value).sorted()
    options.only = choice.conditions
    options.fields = fields.fields
    options.fields.region = regions.region
    let features = try await run.features(input.reading(registry))
    var surroundings = Spaces.Surroundings()
    surroundings.incidents = try await incidents.read(run)
    surroundings.areaFields = regions.fields
    surroundings.areas = try regions.areas.map { try run.areas($0) }
    surroundings.people = try await spacePeople(run)
    surroundings.hazards = try await hazards.read(HazardGroup.HazardFacts(), run)
    surroundings.activities = try regions.activities.map { (try run.table($0).columns, $0.name) }
    let result = try await Spaces.run(
      features, file: registry.name, options: options, surroundings: surroundings, jobs: run.jobs)
    run.say(result.notes)
    return outcome(result, run)
  }

  private func spacePeople(_ run: Run) async throws -> SpacePeople? {
    let found = try await people.read(run)
    if let raster = found.raster { return SpacePeople(raster.source, file: raster.file) }
    return found.features.map {
      SpacePeople($0.features, file: $0.file, fields: people.fields, residential: found.residential)
    }
  }

  private func outcome(_ result: SpacesResult, _ run: Run) -> Outcome {
    var layer = LayerProduct(
      output: "output", map: "map",
      drawing: run.drawing(
        caption: output.caption, of: registry, as: .spaces, areas: regions.areas,
        subtitle: incidents.incident.time.subtitle(incidents.incident.filter.where)),
      style: .made { result.style($0) }, make: { result.makeLayer() },
      shown: {
        .init(
          $0, nameField: $0.column(named: "name") == nil ? nil : "name", context: result.outlines.map { MapContext($0) },
          unit: "map.spaces")
      })
    layer.fields.missing = "map.no_space_field"
    let told = ["type": fields.type, "state": fields.state]
    layer.fields.title = { name in told[name].flatMap { $0 }.map { .sentence("style.space_\(name)", ["field": $0]) } }
    var products: [Product] = [.layer(layer), .table(output: "table", header: result.tableHeader, result.table)]
    if let regions = result.regions {
      products.append(.table(output: "regions", header: regions.tableHeader, regions.table))
    }
    products.append(.table(output: "checks", header: SpacesResult.checkHeader, result.checkTable))
    return Outcome(
      of: result,
      records: result.countsIncidents ? RecordAccount(result.account) : nil, findings: result.findings, spokenFindings: 8,
      warnings: result.warnings, facts: result.facts, products: products)
  }
}

/// Which fields of a registry are what; those that are not named are found by their usual names.
public struct RegistryGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Field with the code. Default: found by name, else the number of the feature.",
      es: "Campo con el código. Por defecto: se reconoce por el nombre; si no lo hay, el número del elemento.",
      pt: "Campo com o código. Por padrão: é reconhecido pelo nome; se não há, o número da feição.", value: "field"))
  public var spaceCode: String?

  @Option(
    help: help(
      "Field with the name.",
      es: "Campo con el nombre.",
      pt: "Campo com o nome.", value: "field"))
  public var spaceName: String?

  @Option(
    help: help(
      "Field with the type of space.",
      es: "Campo con el tipo de espacio.",
      pt: "Campo com o tipo de espaço.", value: "field"))
  public var type: String?

  @Option(
    help: help(
      "Field with the state: recovered, planned …",
      es: "Campo con el estado: recuperado, planificado …",
      pt: "Campo com o estado: recuperado, planejado …", value: "field"))
  public var state: String?

  @Option(
    help: help(
      "Field with the day of the recovery.",
      es: "Campo con el día de la recuperación.",
      pt: "Campo com o dia da recuperação.", value: "field"))
  public var recovered: String?

  @Option(
    help: help(
      "Field with the committee.",
      es: "Campo con el comité.",
      pt: "Campo com o comitê.", value: "field"))
  public var committee: String?

  @Option(
    help: help(
      "Field with the number of members.",
      es: "Campo con el número de miembros.",
      pt: "Campo com o número de membros.", value: "field"))
  public var members: String?

  @Option(
    help: help(
      "Field with the number of women among them. M beside H is women, beside F men.",
      es: "Campo con el número de mujeres entre ellos. Un campo M es de mujeres si hay otro H, y de hombres si hay otro F.",
      pt: "Campo com o número de mulheres entre eles. Um campo M é de mulheres se há outro H, e de homens se há outro F.",
      value: "field"))
  public var women: String?

  @Option(
    help: help(
      "Field with the number of men among them.",
      es: "Campo con el número de hombres entre ellos.",
      pt: "Campo com o número de homens entre eles.", value: "field"))
  public var men: String?

  @Option(
    help: help(
      "Field that says whether the committee has a chat group.",
      es: "Campo que dice si el comité tiene un grupo de chat.",
      pt: "Campo que diz se o comitê tem um grupo de chat.", value: "field"))
  public var chat: String?

  public init() {}

  var fields: SpaceFields {
    var fields = SpaceFields()
    (fields.code, fields.name, fields.type, fields.state) = (spaceCode, spaceName, type, state)
    (fields.recovered, fields.committee, fields.members) = (recovered, committee, members)
    (fields.women, fields.men, fields.chat) = (women, men, chat)
    return fields
  }
}

/// What happened around the spaces.
public struct SpaceIncidentGroup: ParsableArguments, Sendable, Checked {
  @OptionGroup public var incident: IncidentGroup

  @Option(
    help: help(
      "Field with the kind of incident; kinds that expose people are not counted around single spaces.",
      es: "Campo con el tipo de hecho; los tipos que exponen a personas no se cuentan alrededor de un solo espacio.",
      pt: "Campo com o tipo de ocorrência; os tipos que expõem pessoas não são contados ao redor de um só espaço.", value: "field"
    ))
  public var by: String?

  @Option(
    help: help(
      "Field with a weight, as the harm of each incident.",
      es: "Campo con un peso, como el daño de cada incidente.",
      pt: "Campo com um peso, como o dano de cada incidente.", value: "field"))
  public var weight: String?

  @Option(
    help: help(
      "Field with the number of records that a row stands for.",
      es: "Campo con el número de registros que representa una fila.",
      pt: "Campo com o número de registros que uma linha representa.", value: "field"))
  public var count: String?

  @Option(
    help: help(
      "Field that says how well each place is known (exact, address, block …): coarser than a block is not counted.",
      es:
        "Campo que dice con qué precisión se conoce cada lugar (exact, address, block …): con menos precisión que una cuadra (block) no se cuenta.",
      pt:
        "Campo que diz com que precisão cada lugar é conhecido (exact, address, block …): com menos precisão que um quarteirão (block) não é contado.",
      value: "field"))
  public var precision: String?

  @OptionGroup public var classes: ClassTableGroup

  @Option(
    help: help(
      "Kind that is counted though its name looks sensitive or the class table does not have it; repeatable.",
      es: "Tipo que se cuenta aunque su nombre parezca sensible o la tabla de clases no lo tenga; se puede repetir.",
      pt: "Tipo que é contado mesmo que seu nome pareça sensível ou a tabela de classes não o tenha; pode-se repetir.",
      value: "kind"))
  public var keepKind: [String] = []

  public init() {}

  public func check() throws(Failure) {
    if incident.incidents == nil,
      by != nil || weight != nil || count != nil || precision != nil || classes.classes != nil || !keepKind.isEmpty
    {
      throw .needs("--by, --weight, --count, --precision, --classes, --keep-kind", "--incidents")
    }
  }

  func read(_ run: Run) async throws -> PointCollection? {
    guard let incidents = incident.incidents else { return nil }
    var options = incident.options
    (options.by, options.weight, options.count, options.precision) = (by, weight, count, precision)
    return try await PointCollection.read(
      run.records(incidents), within: nil, options: options,
      sensitive: SensitiveKinds(classes: try classes.mapping(run), keeping: keepKind), rejects: try run.rejects(),
      jobs: run.jobs, progress: run.progress)
  }
}

/// By what the registry is summed.
public struct RegionGroup: ParsableArguments, Sendable, Checked {
  @Option(
    help: help(
      "Regions: polygons; a space belongs to the one that it lies in.",
      es: "Regiones: polígonos; un espacio pertenece a la región en la que está.",
      pt: "Regiões: polígonos; um espaço pertence à região em que está.", value: "file"))
  public var areas: InputFile?

  @Option(
    help: help(
      "Field of the areas with the code; a,b joins fields. Default: found by name.",
      es: "Campo de las áreas con el código; a,b une campos. Por defecto: se reconoce por el nombre.",
      pt: "Campo das áreas com o código; a,b une campos. Por padrão: é reconhecido pelo nome.", value: "field"))
  public var code: [FieldNameList] = []

  @Option(
    help: help(
      "Field of the areas with the name. Default: found by name.",
      es: "Campo de las áreas con el nombre. Por defecto: se reconoce por el nombre.",
      pt: "Campo das áreas com o nome. Por padrão: é reconhecido pelo nome.", value: "field"))
  public var name: String?

  @Option(
    help: help(
      "Field of the areas with the residents.",
      es: "Campo de las áreas con los residentes.",
      pt: "Campo das áreas com os residentes.", value: "field"))
  public var population: String?

  @Option(
    help: help(
      "Field of the spaces with the code (or the name) of their region; it counts before the place.",
      es: "Campo de los espacios con el código (o el nombre) de su región; cuenta antes que el lugar.",
      pt: "Campo dos espaços com o código (ou o nome) da sua região; conta antes do lugar.", value: "field"))
  public var region: String?

  @Option(
    help: help(
      "Table of activities or talks, with the space or the region of each and the people who took part; repeatable.",
      es:
        "Tabla de actividades o charlas, con el espacio o la región de cada una y las personas que participaron; se puede repetir.",
      pt:
        "Tabela de atividades ou palestras, com o espaço ou a região de cada uma e as pessoas que participaram; pode-se repetir.",
      value: "file"))
  public var activities: [InputFile] = []

  public init() {}

  var fields: AreaFields {
    var fields = AreaFields()
    (fields.code, fields.name, fields.population) = (code.flatMap(\.names), name, population)
    return fields
  }

  public func check() throws(Failure) {
    if areas == nil, !code.isEmpty || name != nil || population != nil { throw .needs("--code, --name, --population", "--areas") }
  }
}

/// What is written of the registry.
public struct SpaceOutputGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "The registry by region, as CSV.",
      es: "El registro de espacios por región, en CSV.",
      pt: "O registro de espaços por região, em CSV.", value: "file"))
  public var regions: OutputPath?

  @Option(
    help: help(
      "What does not add up in the registry, one row each, as CSV.",
      es: "Lo que no cuadra en el registro de espacios, una fila por caso, en CSV.",
      pt: "O que não confere no registro de espaços, uma linha por caso, em CSV.", value: "file"))
  public var checks: OutputPath?

  public init() {}
}
