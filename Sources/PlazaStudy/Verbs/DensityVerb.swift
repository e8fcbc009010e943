public import ArgumentParser
public import PlazaAnalysis
internal import PlazaFormats
public import PlazaLayers
internal import PlazaRecords
internal import PlazaReport
public import PlazaStatistics

/// `plaza hotspots density`: how many records per km² around each place.
public struct DensityVerb: Verb {
  public static let name = "hotspots-density"
  public static var abstract: String {
    text(
      "Kernel density: how many records per km² around each place, and where they are densest.",
      es: "Densidad de núcleo (kernel): cuántos registros por km² hay alrededor de cada lugar, y dónde son más densos.",
      pt: "Densidade de núcleo (kernel): quantos registros por km² há ao redor de cada lugar, e onde são mais densos.")
  }
  public static var discussion: String {
    text(
      """
      Exact for every kernel, on cells fixed to the CRS, in records (or weight) per km²; density_year is per km² and year. volume is the \
      share of all records in cells at least as dense: the cells up to 0.5 are the densest half. With a boundary no mass leaks over it.

      Example:
        plaza hotspots density robos.csv --boundary municipio.geojson \\
          -o robos-density.geojson --contours robos-contours.geojson
        plaza hotspots density robos.csv --bandwidth 300 --cell 25 -o robos.tif
      """,
      es: """
        Exacta con cualquier núcleo, en celdas fijas al CRS, en registros (o peso) por km²; density_year es por km² y año. volume es \
        la parte de todos los registros que está en celdas al menos igual de densas: las celdas hasta 0.5 son la mitad más densa. \
        Con un límite, nada de la masa se sale de él.

        Ejemplo:
          plaza hotspots density robos.csv --boundary municipio.geojson \\
            -o robos-density.geojson --contours robos-contours.geojson
          plaza hotspots density robos.csv --bandwidth 300 --cell 25 -o robos.tif
        """,
      pt: """
        Exata com qualquer núcleo, em células fixas ao CRS, em registros (ou peso) por km²; density_year é por km² e ano. volume é a \
        parte de todos os registros que está em células ao menos igualmente densas: as células até 0.5 são a metade mais densa. Com \
        um limite, nada da massa sai dele.

        Exemplo:
          plaza hotspots density robos.csv --boundary municipio.geojson \\
            -o robos-density.geojson --contours robos-contours.geojson
          plaza hotspots density robos.csv --bandwidth 300 --cell 25 -o robos.tif
        """)
  }
  public static let outputs: [Output] = [
    .cells, Output("contours", suffix: "-contours.geojson", .always, content: .layer), .map, .rejects,
  ]

  @Argument(
    help: help(
      "Records with a place; - is standard input.",
      es: "Registros con lugar; - es la entrada estándar.",
      pt: "Registros com lugar; - é a entrada padrão."))
  public var points: InputFile

  @Option(
    help: help(
      "Kernel.",
      es: "Núcleo (kernel).",
      pt: "Núcleo (kernel).")) public var kernel: DensityKernel = .quartic

  @Option(
    help: help(
      "Bandwidth in metres, or a rule: robust, scott, reference, likelihood or diggle; what comes out is printed with its reason.",
      es:
        "Ancho de banda en metros, o una regla: robust, scott, reference, likelihood o diggle; el valor que resulta se muestra con su motivo.",
      pt:
        "Largura de banda em metros, ou uma regra: robust, scott, reference, likelihood ou diggle; o valor que resulta é mostrado com seu motivo.",
      value: "metres|rule"))
  public var bandwidth = Bandwidth(.rule(.robust))

  @Option(
    help: help(
      "Side of a cell in metres. Default: a fifth of the bandwidth, rounded down to 1, 2 or 5 times a power of ten.",
      es:
        "Lado de una celda en metros. Por defecto: un quinto del ancho de banda, redondeado hacia abajo a 1, 2 o 5 veces una potencia de diez.",
      pt:
        "Lado de uma célula em metros. Por padrão: um quinto da largura de banda, arredondado para baixo a 1, 2 ou 5 vezes uma potência de dez.",
      value: "metres"))
  public var cell: Metres?

  @Option(
    help: help(
      "What happens at the boundary: `diggle` keeps the mass of every record inside (default with --boundary), `none` lets it leak.",
      es:
        "Qué pasa en el límite: `diggle` conserva adentro la masa de cada registro (por defecto con --boundary), `none` deja que se salga.",
      pt:
        "O que acontece no limite: `diggle` conserva dentro a massa de cada registro (por padrão com --boundary), `none` deixa que saia."
    ))
  public var edge: DensityOptions.Edge?

  @Flag(
    help: help(
      "Wider kernels where records are sparse (Abramson).",
      es: "Núcleos más anchos donde los registros son escasos (Abramson).",
      pt: "Núcleos mais largos onde os registros são escassos (Abramson)."))
  public var adaptive = false

  @Option(
    help: help(
      "Shares of the records' volume for classes and contours, in percent.",
      es: "Partes del volumen de los registros para las clases y los contornos, en porcentaje.",
      pt: "Partes do volume dos registros para as classes e os contornos, em porcentagem.", value: "list"))
  public var volumes = List([50, 75, 90].map { Percent<VolumeRange>($0) })
  public enum VolumeRange: Bounds { public static var range: ClosedRange<Double> { 0...99 } }

  @Option(
    help: help(
      "Points that the density is held against, within the same --boundary: blocks with people, or the records of the year before.",
      es:
        "Puntos con los que se compara la densidad, dentro del mismo --boundary: manzanas con su población, o los registros del año anterior.",
      pt:
        "Pontos com que a densidade é comparada, dentro do mesmo --boundary: quarteirões com sua população, ou os registros do ano anterior.",
      value: "file"))
  public var reference: InputFile?

  @Option(
    help: help(
      "Field with the weight of these points, as the people of a block.",
      es: "Campo con el peso de esos puntos, como las personas de una manzana.",
      pt: "Campo com o peso desses pontos, como as pessoas de um quarteirão.", value: "field"))
  public var referenceWeight: String?

  @Option(
    help: help(
      "How: `ratio`, its `log`, the `difference`, or the `probability` that one of both is a record; null where the other density is below a hundredth of its greatest.",
      es:
        "Cómo: el cociente (`ratio`), su logaritmo (`log`), la diferencia (`difference`) o la probabilidad (`probability`) de que un punto de los dos conjuntos sea un registro; nulo donde la otra densidad es menor que una centésima de su máximo.",
      pt:
        "Como: o quociente (`ratio`), seu logaritmo (`log`), a diferença (`difference`) ou a probabilidade (`probability`) de que um ponto dos dois conjuntos seja um registro; nulo onde a outra densidade é menor que um centésimo do seu máximo."
    ))
  public var ratio: DensityOptions.RatioMeasure = .ratio

  @Option(
    help: help(
      "The contours as polygons with the share of the records that they hold, as a layer.",
      es: "Los contornos como polígonos, con la parte de los registros que reúnen, como capa.",
      pt: "Os contornos como polígonos, com a parte dos registros que reúnem, como camada.", value: "file"))
  public var contours: OutputPath?

  @Option(
    name: .shortAndLong,
    help: help(
      "The cells above 0, as a layer; the raster, when the name ends in .asc or .tif.",
      es: "Las celdas por encima de 0, como capa; el ráster, si el nombre termina en .asc o .tif.",
      pt: "As células acima de 0, como camada; o raster, se o nome termina em .asc ou .tif.", value: "file"))
  public var output: OutputPath?

  @OptionGroup public var map: MapGroup
  @OptionGroup public var rejects: RejectGroup

  @OptionGroup(title: Section.records) public var records: PointGroup
  @OptionGroup(title: Section.input) public var input: InputGroup

  public init() {}

  public func check() throws(Failure) {
    if reference == nil, referenceWeight != nil { throw .needs("--reference-weight", "--reference") }
    if reference != nil, records.boundary == nil { throw Failure(.usage, "density.against_boundary") }
  }

  public func run(_ run: Run) async throws -> Outcome {
    var options = DensityOptions()
    options.kernel = kernel
    options.bandwidth = bandwidth.value
    options.cell = cell?.value
    options.edge = edge
    options.isAdaptive = adaptive
    options.contours = volumes.values.map(\.value).sorted()
    options.ratio = ratio
    let boundary = try records.boundary.map { try run.areas($0) }
    let ground = try await records.ground(input.reading(points), boundary: boundary, run)
    let map = try DensityMap(
      ground, options: options, point: records.options, against: try await referenceGround(ground, boundary, run), jobs: run.jobs)
    return outcome(map, days: ground.points.dayRange, around: boundary, run)
  }

  /// The other points on the same ground; of them only place and weight matter.
  private func referenceGround(_ ground: StudyGround, _ boundary: AreaLayer?, _ run: Run) async throws -> StudyGround? {
    guard let reference, let boundary else { return nil }
    var options = PointOptions()
    options.weight = referenceWeight
    let collected = try await PointCollection.read(
      run.records(reference), within: boundary, options: options, sensitive: SensitiveKinds(classes: nil, keeping: []),
      jobs: run.jobs, progress: run.progress)
    var other = try StudyGround(collected, boundary: boundary, crs: ground.crs, jobs: run.jobs)
    try other.settleCoincident(.keep, known: [], file: reference.name)
    guard other.isBalanced else { throw other.account.imbalance }
    return other
  }

  private func outcome(
    _ map: DensityMap, days: ClosedRange<Int>?, around boundary: AreaLayer?, _ run: Run
  ) -> Outcome {
    let percents = map.contours.map(\.percent)
    var drawing = run.drawing(
      caption: self.map.caption, of: points, areas: records.boundary,
      subtitle: records.time.subtitle(records.filter.where, days: days))
    drawing.method = map.findings.first { $0.id.hasPrefix("density.bandwidth") }
    let cells = LayerProduct(
      output: "output", drawing: drawing, style: .made { Self.style($0, map, percents) }, make: { try map.makeLayer() },
      raster: { WrittenRaster(map.rasterGrid, crs: map.crs) { map.fillRaster(row: $0, $1) } })
    // The map shows the contours: cells would be a mosaic, and far larger a file.
    drawing.isNested = true
    let contours = LayerProduct(
      output: "contours", map: "map", drawing: drawing, style: .fixed(.volumeContours(percents: percents)),
      make: { try map.makeContours() },
      shown: { _ in
        .init(try map.makeContours(withGround: true), context: try boundary.map { try MapContext(areas: $0.layer) })
      })
    return Outcome(
      of: map,
      records: RecordAccount(map.account), findings: map.findings, warnings: map.warnings, facts: map.facts,
      products: [.layer(cells), .layer(contours)])
  }

  /// The classes of the volume; of a ratio, its own.
  private static func style(_ layer: Layer, _ map: DensityMap, _ percents: [Double]) -> LayerStyle {
    guard let ratio = map.ratio else { return .volumeClasses(percents: percents) }
    return .sequence(layer, field: ratio.field, .rates, title: .sentence("style.density_\(ratio.field)"))
  }
}

extension DensityKernel: ExpressibleByArgument {}
extension DensityOptions.RatioMeasure: ExpressibleByArgument {}
extension DensityOptions.Edge: ExpressibleByArgument {}
