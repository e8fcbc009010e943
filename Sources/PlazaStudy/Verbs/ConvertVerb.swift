public import ArgumentParser
internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords
internal import PlazaReport

/// `plaza convert`: the same layer or table in another form.
public struct ConvertVerb: Verb {
  public static let name = "convert"
  public static var abstract: String {
    text(
      "The same layer or table in another format or CRS, whole or in part; every row is accounted for.",
      es: "La misma capa o tabla en otro formato o CRS, entera o en parte; se da cuenta de cada fila.",
      pt: "A mesma camada ou tabela em outro formato ou CRS, inteira ou em parte; presta-se conta de cada linha.")
  }
  public static var discussion: String {
    text(
      """
      Reads whatever plaza reads and writes what the name of -o ends in: .geojson, .gpkg, .shp, .shp.zip, or as a table .csv or .xlsx. What \
      the new format cannot hold is said. GeoJSON is always in longitude and latitude on WGS 84; other layers stay in the CRS that they \
      are in unless --to-crs says otherwise. A table has its position in two fields. Vertices are moved, and edges stay straight \
      between them.

      Of single records (rows or points with a kind of incident, a date, or fields that say who somebody is) leaves what join --tagged \
      writes: kinds, dates, the position and what --keep names; kinds that expose their victims are left out, and only the owner can \
      read the file.

      Example:
        plaza convert barrios.shp.zip -o barrios.gpkg
        plaza convert predios.gpkg -o predios.geojson --select codigo,uso --where uso=parque,plaza
        plaza convert calles.geojson -o calles.shp --to-crs EPSG:32616 --bbox=-89.3,13.6,-89.1,13.8
      """,
      es: """
        Lee todo lo que lee plaza y escribe lo que dice la terminación de -o: .geojson, .gpkg, .shp, .shp.zip, o como tabla .csv o \
        .xlsx. Lo que el formato nuevo no puede contener se dice. GeoJSON está siempre en longitud y latitud en WGS 84; las otras capas \
        quedan en el CRS en que están, salvo que --to-crs diga otro. Una tabla lleva su posición en dos campos. Se trasladan los \
        vértices, y los lados siguen rectos entre ellos.

        De registros individuales (filas o puntos con un tipo de hecho, una fecha o campos que dicen quién es alguien) sale lo que \
        escribe join --tagged: los tipos, las fechas, la posición y lo que nombra --keep; se omiten los tipos que exponen a sus víctimas, \
        y solo el dueño puede leer el archivo.

        Ejemplo:
          plaza convert barrios.shp.zip -o barrios.gpkg
          plaza convert predios.gpkg -o predios.geojson --select codigo,uso --where uso=parque,plaza
          plaza convert calles.geojson -o calles.shp --to-crs EPSG:32616 --bbox=-89.3,13.6,-89.1,13.8
        """,
      pt: """
        Lê tudo o que plaza lê e grava o que diz a terminação de -o: .geojson, .gpkg, .shp, .shp.zip, ou como tabela .csv ou .xlsx. O \
        que o novo formato não pode conter é dito. GeoJSON está sempre em longitude e latitude em WGS 84; as outras camadas ficam no CRS \
        em que estão, salvo se --to-crs disser outro. Uma tabela tem sua posição em dois campos. Movem-se os vértices, e os lados \
        continuam retos entre eles.

        De registros individuais (linhas ou pontos com um tipo de ocorrência, uma data ou campos que dizem quem é alguém) sai o que \
        join --tagged grava: os tipos, as datas, a posição e o que --keep nomeia; omitem-se os tipos que expõem suas vítimas, e só o dono \
        pode ler o arquivo.

        Exemplo:
          plaza convert barrios.shp.zip -o barrios.gpkg
          plaza convert predios.gpkg -o predios.geojson --select codigo,uso --where uso=parque,plaza
          plaza convert calles.geojson -o calles.shp --to-crs EPSG:32616 --bbox=-89.3,13.6,-89.1,13.8
        """)
  }
  public static let outputs: [Output] = [
    // The layer looks as whoever drew it had it look: a style that stands beside it stays.
    Output("output", id: "layer", suffix: ".geojson", .always, content: .layerOrTable, isStyled: false)
  ]

  @Argument(
    help: help(
      "A layer or a table; - is standard input.",
      es: "Una capa o una tabla; - es la entrada estándar.",
      pt: "Uma camada ou uma tabela; - é a entrada padrão."))
  public var from: InputFile

  @Option(
    name: .shortAndLong,
    help: help(
      "Where it is written, in the format that the name ends in; - is standard output, as GeoJSON.",
      es: "Dónde se escribe, en el formato en que termina el nombre; - es la salida estándar, en GeoJSON.",
      pt: "Onde é gravado, no formato em que o nome termina; - é a saída padrão, em GeoJSON.", value: "file"))
  public var output: OutputPath

  @Option(
    help: help(
      "CRS of what is written, as EPSG:32616. Default: that of the input; of GeoJSON and tables WGS 84.",
      es: "CRS de lo que se escribe, como EPSG:32616. Por defecto: el de la entrada; en GeoJSON y tablas, WGS 84.",
      pt: "CRS do que é gravado, como EPSG:32616. Por padrão: o da entrada; em GeoJSON e tabelas, WGS 84.", value: "crs"))
  public var toCrs: String?

  @Option(
    help: help(
      "Fields that are written, in this order, as a,b; repeatable. Default: all.",
      es: "Campos que se escriben, en este orden, como a,b; se puede repetir. Por defecto: todos.",
      pt: "Campos que são gravados, nesta ordem, como a,b; pode-se repetir. Por padrão: todos.", value: "fields"))
  public var select: [FieldNameList] = []

  @OptionGroup(title: Section.records) public var filter: WhereGroup

  @Option(
    help: help(
      "Only what has a point in common with a box in degrees on WGS 84: west,south,east,north.",
      es: "Solo lo que tiene un punto en común con un rectángulo en grados en WGS 84: oeste,sur,este,norte.",
      pt: "Só o que tem um ponto em comum com um retângulo em graus em WGS 84: oeste,sul,leste,norte.",
      value: "w,s,e,n"))
  public var bbox: BoxList?

  @OptionGroup(title: Section.records) public var single: SingleRecordGroup
  @OptionGroup(title: Section.classes) public var classes: ClassTableGroup
  @OptionGroup(title: Section.input) public var input: InputGroup
  @OptionGroup(title: Section.output) public var excel: ExcelGroup

  public init() {}

  public func check() throws(Failure) {
    if let crs = toCrs.map({ CRS($0) }), case .layer(let prescribed?) = form, !(crs == prescribed || crs.isWGS84) {
      throw Failure(.usage, "convert.prescribed_crs", ["path": output.path, "crs": crs.description])
    }
  }

  /// What the name of the output asks for.
  private var form: ConvertOptions.Form {
    if Formats.asksForTable(output.path) { return .table }
    return .layer(crs: (try? Formats.layerWriter(for: output.path))?.prescribedCRS)
  }

  public func run(_ run: Run) async throws -> Outcome {
    var options = ConvertOptions(form: form)
    options.typesNumbers = excel.csvExcel != nil || Formats.tableWriter(for: output.path).hasNumbers
    options.crs = toCrs.map { CRS($0) }
    options.select = select.flatMap(\.names)
    options.conditions = filter.conditions
    options.box = bbox?.value
    single.apply(to: &options.records)
    options.records.classes = try classes.mapping(run)
    let file = input.reading(from)
    let opened = try run.convertible(file, needsPlaces: options.needsPlaces)
    let result = try Convert.run(opened.input, file: file.name, options: options, progress: run.progress)
    run.say(result.notes)
    var outcome = Outcome(
      of: result, findings: result.findings(path: output.path), spokenFindings: 60, warnings: result.warnings,
      facts: result.facts,
      products: [
        .layer(
          LayerProduct(
            output: "output", drawing: run.drawing(caption: Caption(), of: file),
            style: .fixed(.plain(title: .sentence("style.features"))), make: { result.layer })),
        .table(output: "output", header: result.tableHeader) { write in try result.writeTable(write) },
      ])
    outcome.isPrivate = result.isOfRecords || opened.isPrivate
    return outcome
  }
}
