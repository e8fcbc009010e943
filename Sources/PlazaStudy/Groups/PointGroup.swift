public import ArgumentParser
internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
public import PlazaLayers
public import PlazaRecords

/// Which records become points, and the ground that they lie on.
public struct PointGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "The study area: polygons, all together. Without it a box around the records, empty land and water included.",
      es:
        "El área de estudio: polígonos, todos juntos. Sin ella, un rectángulo alrededor de los registros, con terrenos vacíos y agua.",
      pt:
        "A área de estudo: polígonos, todos juntos. Sem ela, um retângulo ao redor dos registros, com terrenos vazios e água.",
      value: "file"))
  public var boundary: InputFile?

  @Option(
    help: help(
      "Places where records are put that did not happen there (police posts, hospitals, centroids), with a name.",
      es:
        "Lugares donde se anotan registros que no ocurrieron allí (puestos policiales, hospitales, centroides), con un nombre.",
      pt:
        "Lugares onde são anotados registros que não ocorreram ali (postos policiais, hospitais, centroides), com um nome.",
      value: "file"))
  public var known: InputFile?

  @Option(
    help: help(
      "What becomes of coordinates that too many records share: `keep` them as points, `drop` them, or `area`: count them in their cell and leave them out of densities and clusters. Without it they end the run.",
      es:
        "Qué se hace con las coordenadas que comparten demasiados registros: `keep` los deja como puntos, `drop` los excluye, `area` los cuenta en su celda y no en densidades ni concentraciones. Sin esta opción, esas coordenadas detienen la ejecución.",
      pt:
        "O que se faz com as coordenadas que registros demais compartilham: `keep` os mantém como pontos, `drop` os exclui, `area` os conta em sua célula e não em densidades nem concentrações. Sem esta opção, essas coordenadas interrompem a execução."
    ))
  public var piles: CoincidentPolicy?

  @Option(
    help: help(
      "Field that says how well each place is known (exact, address, intersection, block, neighbourhood …): coarser than a block is no point.",
      es:
        "Campo que dice con qué precisión se conoce cada lugar (exact, address, intersection, block, neighbourhood …): con menos precisión que una cuadra (block) no es un punto.",
      pt:
        "Campo que diz com que precisão cada lugar é conhecido (exact, address, intersection, block, neighbourhood …): com menos precisão que um quarteirão (block) não é um ponto.",
      value: "field"))
  public var precision: String?

  @Option(
    help: help(
      "Field with the kind of incident; kinds that expose people never become points.",
      es: "Campo con el tipo de hecho; los tipos que exponen a personas nunca se muestran como puntos.",
      pt: "Campo com o tipo de ocorrência; os tipos que expõem pessoas nunca são mostrados como pontos.", value: "field"))
  public var by: String?

  @OptionGroup public var time: TimeGroup
  @OptionGroup public var filter: FilterGroup

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

  @OptionGroup public var classes: ClassTableGroup

  @Option(
    help: help(
      "Kind that becomes points though its name looks sensitive or the class table does not have it; repeatable.",
      es: "Tipo que se muestra como puntos aunque su nombre parezca sensible o la tabla de clases no lo tenga; se puede repetir.",
      pt:
        "Tipo que é mostrado como pontos mesmo que seu nome pareça sensível ou a tabela de classes não o tenha; pode-se repetir.",
      value: "kind"))
  public var keepKind: [String] = []

  @Option(
    help: help(
      "Projected CRS in metres to compute in, as EPSG:32614. Default: the UTM zone, or a Lambert azimuthal where that is too narrow.",
      es:
        "CRS proyectado en metros en el que se calcula, como EPSG:32614. Por defecto: la zona UTM, o una proyección azimutal de Lambert donde esa zona es demasiado estrecha.",
      pt:
        "CRS projetado em metros em que se calcula, como EPSG:32614. Por padrão: o fuso UTM, ou uma projeção azimutal de Lambert onde esse fuso é estreito demais.",
      value: "crs"))
  public var crs: String?

  public init() {}

  var options: PointOptions {
    var options = PointOptions()
    time.apply(to: &options)
    options.conditions = filter.conditions
    options.explodes = filter.explode
    (options.precision, options.by, options.weight, options.count) = (precision, by, weight, count)
    return options
  }

  /// Reads the points onto their ground, with piles settled and every record accounted for.
  /// - Parameter given: the study area, where the verb has read it already.
  /// - Throws: `Failure`.
  func ground(_ points: InputFile, boundary given: AreaLayer? = nil, _ run: Run) async throws -> StudyGround {
    let area = try given ?? boundary.map { try run.areas($0) }
    let collected = try await PointCollection.read(
      run.records(points), within: area, options: options,
      sensitive: SensitiveKinds(classes: try classes.mapping(run), keeping: keepKind), rejects: try run.rejects(),
      jobs: run.jobs, progress: run.progress)
    var ground = try StudyGround(collected, boundary: area, crs: crs.map { CRS($0) }, jobs: run.jobs)
    run.sayNotes(ground.notes)
    let places = try known.map { try KnownPlaces.read(run.records($0), crs: ground.crs) }
    try ground.settleCoincident(piles, known: places ?? [], file: points.name)
    guard ground.isBalanced else { throw ground.account.imbalance }
    return ground
  }
}

/// Incidents that a verb counts beside what it is about.
public struct IncidentGroup: ParsableArguments, Sendable, Checked {
  @Option(
    help: help(
      "Incidents with a place.",
      es: "Incidentes con lugar.",
      pt: "Incidentes com lugar.", value: "file"))
  public var incidents: InputFile?

  @OptionGroup public var time: TimeGroup
  @OptionGroup public var filter: FilterGroup

  public init() {}

  public func check() throws(Failure) {
    guard incidents == nil else { return }
    if time.when != nil || time.dateOrder != nil || time.from != nil || time.to != nil || !filter.where.isEmpty || filter.explode
    {
      throw .needs("--when, --date-order, --from, --to, --where, --explode", "--incidents")
    }
  }

  var options: PointOptions {
    var options = PointOptions()
    time.apply(to: &options)
    options.conditions = filter.conditions
    options.explodes = filter.explode
    return options
  }
}

extension CoincidentPolicy: ExpressibleByArgument {}
