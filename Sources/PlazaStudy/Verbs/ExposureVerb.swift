public import ArgumentParser
internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords
internal import PlazaReport

/// `plaza exposure`: who and what lies in which hazard class.
public struct ExposureVerb: Verb {
  public static let name = "exposure"
  public static var abstract: String {
    text(
      "Who and what lies in which hazard class, by area, sex and age.",
      es: "Quién y qué está en qué clase de amenaza, por área, sexo y edad.",
      pt: "Quem e o que está em que classe de ameaça, por área, sexo e idade.")
  }
  public static var discussion: String {
    text(
      """
      For each area, hazard and class, and for any of them: surface, share of the ground, people, and with --spaces and --incidents how many \
      of those. Within one hazard a place counts once, in the highest class; under several hazards it counts once in any. The table's rows \
      without a code are the territory: the ground of all areas taken together, every place once, however it is divided. Shares of people \
      are of the people inside the areas.

      People of areas are spread evenly over their ground, or over --residential; population_low has the units that lie wholly inside a \
      zone, population_high those that it touches, and :coarse in method says that the second is more than twice the first. Of people at \
      points nobody knows these limits. What is not known is empty, never 0. People in a zone are exposed: that counts neither damage nor \
      victims. Surfaces are those of the ellipsoid, whatever CRS the layers come in.

      Example:
        plaza exposure barrios.geojson --population pob \\
          --hazards flood=inundacion.geojson:clase --order baja,media,alta \\
          --hazard-kind susceptibility --hazard-date 2021 --hazard-scale 1:50000 \\
          -o expuestos.geojson --table expuestos.csv
      """,
      es: """
        Para cada área, amenaza y clase, y para cualquiera de ellas: superficie, proporción del suelo, personas y, con --spaces e \
        --incidents, cuántos de estos. Dentro de una amenaza un lugar cuenta una vez, en la clase más alta; bajo varias amenazas \
        cuenta una vez en cualquiera (any). Las filas de la tabla sin código son el territorio: el suelo de todas las áreas juntas, \
        cada lugar una vez, como sea que se divida. Las proporciones de personas son de las personas que viven en las áreas.

        Las personas de las áreas se reparten por igual en su suelo, o en --residential; population_low tiene las unidades que están \
        enteras dentro de una zona, population_high las que la zona toca, y :coarse en method dice que la segunda es más del doble \
        de la primera. De personas en puntos no se conocen esos límites. Lo que no se sabe queda vacío, nunca en 0. Las personas en \
        una zona están expuestas: eso no cuenta daños ni víctimas. Las superficies son las del elipsoide, cualquiera que sea el CRS \
        de las capas.

        Ejemplo:
          plaza exposure barrios.geojson --population pob \\
            --hazards flood=inundacion.geojson:clase --order baja,media,alta \\
            --hazard-kind susceptibility --hazard-date 2021 --hazard-scale 1:50000 \\
            -o expuestos.geojson --table expuestos.csv
        """,
      pt: """
        Para cada área, ameaça e classe, e para qualquer uma delas: superfície, proporção do solo, pessoas e, com --spaces e \
        --incidents, quantos destes. Dentro de uma ameaça um lugar conta uma vez, na classe mais alta; sob várias ameaças conta uma \
        vez em qualquer uma (any). As linhas da tabela sem código são o território: o solo de todas as áreas juntas, cada lugar uma \
        vez, como quer que seja dividido. As proporções de pessoas são das pessoas que moram nas áreas.

        As pessoas das áreas são distribuídas por igual em seu solo, ou em --residential; population_low tem as unidades que estão \
        inteiras dentro de uma zona, population_high as que a zona toca, e :coarse em method diz que a segunda é mais que o dobro da \
        primeira. De pessoas em pontos não se conhecem esses limites. O que não se sabe fica vazio, nunca em 0. As pessoas em uma zona \
        estão expostas: isso não conta danos nem vítimas. As superfícies são as do elipsoide, qualquer que seja o CRS das camadas.

        Exemplo:
          plaza exposure barrios.geojson --population pob \\
            --hazards flood=inundacion.geojson:clase --order baja,media,alta \\
            --hazard-kind susceptibility --hazard-date 2021 --hazard-scale 1:50000 \\
            -o expuestos.geojson --table expuestos.csv
        """)
  }
  public static let outputs: [Output] = [
    .layer, Output("exposed-spaces", id: "spaces", suffix: "-spaces.geojson", .with(["spaces"]), content: .layer), .map, .table,
    .rejects,
  ]

  @Argument(
    help: help(
      "Areas: a layer of polygons.",
      es: "Áreas: una capa de polígonos.",
      pt: "Áreas: uma camada de polígonos."))
  public var areas: InputFile

  @OptionGroup(title: Section.hazards) public var hazard: HazardGroup
  @OptionGroup(title: Section.hazards) public var known: HazardFactGroup
  @OptionGroup(title: Section.areas) public var area: AreaGroup

  @Option(
    help: help(
      "What the areas are in, as EPSG:32616, when their file does not say; other files take their own, as --hazards-crs or --raster-crs.",
      es:
        "En qué están las áreas, como EPSG:32616, cuando su archivo no lo dice; los otros archivos llevan el suyo, como --hazards-crs o --raster-crs.",
      pt:
        "Em que estão as áreas, como EPSG:32616, quando seu arquivo não o diz; os outros arquivos levam o seu, como --hazards-crs ou --raster-crs.",
      value: "crs"))
  public var assumeCrs: String?

  @OptionGroup(title: Section.people) public var people: PeopleGroup
  @OptionGroup(title: Section.spacesAndIncidents) public var exposed: ExposedGroup
  @OptionGroup(title: Section.output) public var output: OutputGroup

  public init() {}

  public func check() throws(Failure) {
    guard !hazard.hazards.isEmpty else { throw Failure(.usage, "exposure.no_hazards") }
    _ = try hazard.named(known.facts)
    if exposed.exposedSpaces != nil, exposed.spaces == nil { throw .needs("--exposed-spaces", "--spaces") }
    if output.rejects.rejects != nil, exposed.incident.incidents == nil { throw .needs("--rejects", "--incidents") }
  }

  public func run(_ run: Run) async throws -> Outcome {
    let fields = area.fields
    var file = areas
    file.reading.assumedCRS = file.reading.assumedCRS ?? assumeCrs.map { CRS($0) }
    let layer = try run.areas(file)
    var inputs = ExposureInputs(
      areas: layer, hazards: try await hazard.read(known.facts, isStrict: fields.isStrict, run))
    inputs.fields = fields
    inputs.peopleFields = people.fields
    inputs.incidents = exposed.incident.options
    inputs.crs = known.crs.map { CRS($0) }
    let people = try await people.read(run, isStrict: fields.isStrict)
    (inputs.people, inputs.residential, inputs.raster) = (people.features, people.residential, people.raster)
    if let spaces = exposed.spaces {
      inputs.spaces = (try await run.features(spaces, isStrict: fields.isStrict), spaces.name)
    }
    let source = try exposed.incident.incidents.map { try run.records($0) }
    let result = try await Exposure.run(
      inputs, incidents: source, rejects: try run.rejects(), jobs: run.jobs, progress: run.progress)
    run.sayNotes(result.notes)
    // The zones are cut by the areas only for a map that is drawn.
    let zones = output.layer.map.map == nil ? [] : try await result.drawnZones(field: output.caption.shown.field, jobs: run.jobs)
    return outcome(result, zones, run)
  }

  /// What a field tells of a zone; nil for one that came with the areas.
  private static func title(_ field: String, _ result: ExposureResult) -> StyleText? {
    for zone in result.zones where field.hasPrefix(zone.slug + "_") {
      let measure = String(field.dropFirst(zone.slug.count + 1))
      guard ["share", "population", "km2", "spaces", "incidents"].contains(measure) else { continue }
      let id = "style.exposed_\(measure == "population" ? "people" : measure)"
      guard let hazard = zone.hazard else { return .sentence(id + "_all") }
      return zone.name.map { .sentence(id, ["hazard": hazard, "class": $0]) } ?? .sentence(id + "_any", ["hazard": hazard])
    }
    return nil
  }

  private func outcome(_ result: ExposureResult, _ zones: [ExposureResult.DrawnZone], _ run: Run) -> Outcome {
    var drawing = run.drawing(caption: output.caption, of: areas)
    drawing.source = Diagnostic(
      .note, "map.source_hazards", ["areas": areas.name, "hazards": Self.fileNames(result.hazards.map(\.file))])
    let title = Self.title(result.mappedField, result) ?? .field(result.mappedField)
    var layer = LayerProduct(
      output: "output", map: "map", drawing: drawing,
      style: .made { .sequence($0, field: result.mappedField, result.mapsPeople ? .people : .shares, title: title) },
      make: { try result.makeLayer() },
      shown: { .init($0, nameField: result.nameField, overlays: try Self.overlays(zones, result)) })
    layer.fields.title = { Self.title($0, result) }
    var products: [Product] = [.layer(layer)]
    if result.spaceCount != nil, let hazard = result.hazards.first {
      products.append(
        .layer(
          LayerProduct(
            output: "exposed-spaces", drawing: drawing,
            style: .fixed(.hazardClasses(field: "\(hazard.name)_class", hazard: hazard.name, classes: hazard.classes)),
            make: {
              guard let layer = try result.makeSpaces() else {
                throw Failure(.internalError, "internal.unexpected", ["reason": "no spaces"])
              }
              return layer
            })))
    }
    products.append(.table(output: "table", header: ExposureResult.tableHeader, result.table))
    return Outcome(
      of: result,
      records: result.incidentAccount.map { RecordAccount($0) }, findings: result.findings, spokenFindings: 8,
      warnings: result.warnings, facts: result.facts, products: products)
  }

  /// The zones, the lightest first, and the spaces over them.
  private static func overlays(_ zones: [ExposureResult.DrawnZone], _ result: ExposureResult) throws -> [MapOverlay] {
    var names: [String] = []
    var overlays = zones.map { zone in
      let hazard = zone.hazard
      if !names.contains(hazard) { names.append(hazard) }
      return MapOverlay(
        label: zone.name.map { .sentence("style.hazard_class", ["class": $0]) } ?? .sentence("map.overlay.any_class"),
        heading: .sentence("map.overlay.hazard", ["hazard": hazard]), geometry: zone.geometry,
        look: .ground(place: zone.place, of: zone.count, family: names.count - 1))
    }
    if let spaces = try result.drawnSpaces {
      for (label, features, look) in [
        ("map.overlay.other_spaces", spaces.others, MapOverlay.Look.otherPlaces),
        ("map.overlay.exposed_spaces", spaces.exposed, .places),
      ] where features.count > 0 {
        overlays.append(
          MapOverlay(label: .sentence(label), geometry: features.polygons, points: features.points, look: look))
      }
    }
    return overlays
  }

  /// Each file once, without its folder.
  private static func fileNames(_ paths: [String]) -> String {
    let names = paths.map { RelativePath.last($0) }
    return names.indices.filter { names.firstIndex(of: names[$0]) == $0 }.map { names[$0] }.joined(separator: ", ")
  }
}

/// What is known of the hazards beside their classes.
public struct HazardFactGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "What the zones are: `susceptibility` (where it can happen) or `hazard` (how often as well); for one hazard as flood=hazard. Repeatable.",
      es:
        "Qué son las zonas: `susceptibility` (dónde puede ocurrir) o `hazard` (también con qué frecuencia); para una sola amenaza, como flood=hazard. Se puede repetir.",
      pt:
        "O que são as zonas: `susceptibility` (onde pode ocorrer) ou `hazard` (também com que frequência); para uma só ameaça, como flood=hazard. Pode-se repetir.",
      value: "kind"))
  public var hazardKind: [String] = []

  @Option(
    help: help(
      "When the zones were drawn, for all or as flood=2021. Repeatable.",
      es: "Cuándo se trazaron las zonas, para todas o como flood=2021. Se puede repetir.",
      pt: "Quando as zonas foram traçadas, para todas ou como flood=2021. Pode-se repetir.", value: "date"))
  public var hazardDate: [String] = []

  @Option(
    help: help(
      "The scale that they were drawn at, as 1:50000, for all or as flood=1:50000. Repeatable.",
      es: "La escala a la que se trazaron, como 1:50000, para todas o como flood=1:50000. Se puede repetir.",
      pt: "A escala em que foram traçadas, como 1:50000, para todas ou como flood=1:50000. Pode-se repetir.", value: "scale"))
  public var hazardScale: [String] = []

  @Option(
    help: help(
      "How often in a year ground of a class is reached, as flood:high=0.1,flood:low=0.01: the average annual impact and the exceedance curve follow, rarer events reaching all that commoner ones reach.",
      es:
        "Cuántas veces al año se alcanza el suelo de una clase, como flood:high=0.1,flood:low=0.01: de ahí salen el impacto anual promedio y la curva de excedencia, con los eventos más raros alcanzando todo lo que alcanzan los más frecuentes.",
      pt:
        "Quantas vezes por ano o solo de uma classe é atingido, como flood:high=0.1,flood:low=0.01: daí saem o impacto anual médio e a curva de excedência, com os eventos mais raros atingindo tudo o que os mais frequentes atingem.",
      value: "name:class=n"))
  public var frequency: [String] = []

  @Option(
    help: help(
      "Projected CRS in metres and of equal area to compute in, as EPSG:6933; one whose surfaces are not those on the ground is not taken. Default: a Lambert azimuthal of equal area around the areas.",
      es:
        "CRS proyectado en metros y de áreas iguales en el que se calcula, como EPSG:6933; uno cuyas superficies no son las del terreno no se usa. Por defecto: una proyección azimutal de Lambert, de áreas iguales, alrededor de las áreas.",
      pt:
        "CRS projetado em metros e de áreas iguais em que se calcula, como EPSG:6933; um cujas superfícies não são as do terreno não é usado. Por padrão: uma projeção azimutal de Lambert, de áreas iguais, ao redor das áreas.",
      value: "crs"))
  public var crs: String?

  public init() {}

  var facts: HazardGroup.HazardFacts {
    HazardGroup.HazardFacts(kinds: hazardKind, dates: hazardDate, scales: hazardScale, frequencies: frequency)
  }
}

/// What else may lie in the zones.
public struct ExposedGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Spaces: points or polygons, or a table with positions; each counts in the highest class that it has ground in.",
      es:
        "Espacios: puntos o polígonos, o una tabla con posiciones; cada uno cuenta en la clase más alta en la que está alguna parte de él.",
      pt:
        "Espaços: pontos ou polígonos, ou uma tabela com posições; cada um conta na classe mais alta em que está alguma parte dele.",
      value: "file"))
  public var spaces: InputFile?

  @Option(
    help: help(
      "The spaces that lie in a zone, with their area, class and share, as a layer with a style for QGIS.",
      es: "Los espacios que están en una zona, con su área, clase y proporción, como capa con un estilo para QGIS.",
      pt: "Os espaços que estão em uma zona, com sua área, classe e proporção, como camada com um estilo para QGIS.",
      value: "file"))
  public var exposedSpaces: OutputPath?

  @OptionGroup public var incident: IncidentGroup

  public init() {}
}
