public import ArgumentParser
internal import PlazaAnalysis
public import PlazaLayers
internal import PlazaRecords
internal import PlazaReport

/// `plaza hotspots clusters`: where records crowd, with outlines.
public struct ClustersVerb: Verb {
  public static let name = "hotspots-clusters"
  public static var abstract: String {
    text(
      "Clusters: where records crowd, as outlines, with their share of the records and of the surface.",
      es: "Concentraciones: dónde se juntan los registros, como contornos, con su parte de los registros y de la superficie.",
      pt: "Concentrações: onde os registros se juntam, como contornos, com sua parte dos registros e da superfície.")
  }
  public static var discussion: String {
    text(
      """
      Records with --minimum of them within --radius, and what they reach, are a cluster (DBSCAN; Ester and others 1996); the rest is \
      counted as noise. An outline is the convex hull widened by the radius, within the boundary. inside counts the records in it, members or not, and pai is \
      their share over its share of the surface. p compares a cluster with the heaviest of each simulation, so it holds for all together; what \
      many records at one address make is beyond chance too: see places. The points are held in memory, some 200 bytes each.

      Example:
        plaza hotspots clusters robos.csv --boundary municipio.geojson \\
          -o robos-clusters.geojson
        plaza hotspots clusters robos.csv --boundary municipio.geojson \\
          --radius 250 --minimum 20 -o robos-clusters.geojson
      """,
      es: """
        Los registros que tienen al menos --minimum registros a --radius metros o menos, y los que estos alcanzan, forman una \
        concentración (DBSCAN; Ester y otros 1996); el resto se cuenta como ruido. Un contorno es la envolvente convexa ensanchada \
        con el radio, dentro del límite. inside cuenta los registros que están dentro, sean o no de la concentración, y pai es su parte dividida entre la parte de la superficie. p compara una \
        concentración con la mayor de cada simulación, así que vale para todas juntas; los muchos registros de una misma dirección \
        también superan lo que explica el azar: places dice en cuántos lugares están. Los puntos se guardan en memoria, unos 200 \
        bytes cada uno.

        Ejemplo:
          plaza hotspots clusters robos.csv --boundary municipio.geojson \\
            -o robos-clusters.geojson
          plaza hotspots clusters robos.csv --boundary municipio.geojson \\
            --radius 250 --minimum 20 -o robos-clusters.geojson
        """,
      pt: """
        Os registros que têm ao menos --minimum registros a --radius metros ou menos, e os que estes alcançam, formam uma \
        concentração (DBSCAN; Ester e outros 1996); o resto é contado como ruído. Um contorno é o fecho convexo alargado com o raio, \
        dentro do limite. inside conta os registros que estão dentro, da concentração ou não, e pai é a sua parte dividida pela parte da superfície. p compara uma concentração com a maior de \
        cada simulação, de modo que vale para todas juntas; os muitos registros de um mesmo endereço também superam o que o acaso \
        explica: places diz em quantos lugares estão. Os pontos ficam na memória, cerca de 200 bytes cada um.

        Exemplo:
          plaza hotspots clusters robos.csv --boundary municipio.geojson \\
            -o robos-clusters.geojson
          plaza hotspots clusters robos.csv --boundary municipio.geojson \\
            --radius 250 --minimum 20 -o robos-clusters.geojson
        """)
  }
  public static let outputs = OutputGroup.outputs

  @Argument(
    help: help(
      "Records with a place; - is standard input.",
      es: "Registros con lugar; - es la entrada estándar.",
      pt: "Registros com lugar; - é a entrada padrão."))
  public var points: InputFile

  @OptionGroup(title: Section.clusters) public var clusters: ClusterGroup
  @OptionGroup(title: Section.records) public var records: PointGroup
  @OptionGroup(title: Section.input) public var input: InputGroup
  @OptionGroup(title: Section.output) public var output: OutputGroup

  public init() {}

  public func check() throws(Failure) {
    if clusters.people != nil, records.boundary == nil { throw .needs("--people", "--boundary") }
  }

  public func run(_ run: Run) async throws -> Outcome {
    let boundary = try records.boundary.map { try run.areas($0) }
    let ground = try await records.ground(input.reading(points), boundary: boundary, run)
    let people = try await clusters.ground(on: ground, boundary: boundary, run)
    let map = try Clusters.find(
      in: ground, population: people, records: records.options, options: clusters.options, jobs: run.jobs)
    run.say(map.notes)
    var drawing = run.drawing(
      caption: output.caption, of: points, areas: records.boundary,
      subtitle: records.time.subtitle(records.filter.where, days: ground.points.dayRange))
    drawing.isNested = true
    let layer = LayerProduct(
      output: "output", map: "map", drawing: drawing, style: .fixed(.clusterZones(isTested: map.facts.simulations > 0)),
      make: { map.makeLayer() },
      shown: { _ in .init(map.makeMapLayer(), context: try boundary.map { try MapContext(areas: $0.layer) }) })
    return Outcome(
      of: map,
      records: RecordAccount(map.account), findings: map.findings, warnings: map.warnings, facts: map.clusterFacts,
      products: [.layer(layer), .table(output: "table", header: map.tableHeader, map.table)])
  }
}

/// What counts as a cluster, and how chance is tried.
public struct ClusterGroup: ParsableArguments, Sendable, Checked {
  @Option(
    help: help(
      "How near records lie, in metres. Default: where --minimum is ten times the average of the study area.",
      es:
        "Qué tan cerca están los registros entre sí, en metros. Por defecto: la distancia a la que --minimum es diez veces el promedio del área de estudio.",
      pt:
        "Quão perto os registros estão entre si, em metros. Por padrão: a distância na qual --minimum é dez vezes a média da área de estudo.",
      value: "metres"))
  public var radius: Number<RadiusRange>?
  public enum RadiusRange: Bounds { public static var range: ClosedRange<Double> { 1...1_000_000 } }

  @Option(
    help: help(
      "How many records (or what weight) lie within the radius at least. Default: one in a hundred, five at the least; with --radius ten times the average.",
      es:
        "Cuántos registros (o qué peso) hay como mínimo dentro del radio. Por defecto: uno de cada cien, cinco al menos; con --radius, diez veces el promedio.",
      pt:
        "Quantos registros (ou que peso) há no mínimo dentro do raio. Por padrão: um em cada cem, cinco no mínimo; com --radius, dez vezes a média.",
      value: "n"))
  public var minimum: AboveZero?

  @Option(
    help: help(
      "How often as many records are spread anew; 0 tests nothing, 999 suits a publication.",
      es:
        "Cuántas veces se reparte al azar la misma cantidad de registros; con 0 no se prueba nada, 999 conviene para una publicación.",
      pt:
        "Quantas vezes a mesma quantidade de registros é distribuída ao acaso; com 0 nada é testado, 999 convém para uma publicação.",
      value: "n"))
  public var simulations = Whole<SimulationRange>(ClusterOptions().simulations)
  public enum SimulationRange: WholeBounds { public static var range: ClosedRange<Int> { 0...99_999 } }

  @Option(
    help: help(
      "Where people are, as points (centres of blocks): chance follows them. Without it chance is an even spread. Needs --boundary.",
      es:
        "Dónde está la gente, como puntos (centros de manzanas): el azar la sigue. Sin esta opción el azar es un reparto uniforme. Necesita --boundary.",
      pt:
        "Onde está a população, como pontos (centros de quarteirões): o acaso a segue. Sem esta opção o acaso é uma distribuição uniforme. Precisa de --boundary.",
      value: "file"))
  public var people: InputFile?

  @Option(
    help: help(
      "Field of that file with the number of people.",
      es: "Campo de ese archivo con el número de personas.",
      pt: "Campo desse arquivo com o número de pessoas.", value: "field"))
  public var peoplePopulation: String?

  @Option(
    help: help(
      "Seed of the random numbers.",
      es: "Semilla de los números aleatorios.",
      pt: "Semente dos números aleatórios.", value: "n"))
  public var seed = Seed(1)

  public init() {}

  public func check() throws(Failure) {
    if (people == nil) != (peoplePopulation == nil) { throw .together("--people", "--people-population") }
  }

  var options: ClusterOptions {
    var options = ClusterOptions()
    options.radius = radius?.value
    options.minimum = minimum?.value
    options.simulations = simulations.value
    options.seed = seed.value
    return options
  }

  /// The points with people that lie in the study area.
  func ground(on ground: StudyGround, boundary: AreaLayer?, _ run: Run) async throws -> StudyGround? {
    guard let people, let peoplePopulation else { return nil }
    var options = PointOptions()
    options.weight = peoplePopulation
    let found = try await PointCollection.read(
      run.records(people), within: boundary, options: options, jobs: run.jobs, progress: run.progress)
    return try StudyGround(found, boundary: boundary, crs: ground.crs, jobs: run.jobs)
  }
}
