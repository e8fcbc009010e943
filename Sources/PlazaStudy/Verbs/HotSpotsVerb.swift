public import ArgumentParser
internal import PlazaAnalysis
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaReport
public import PlazaStatistics

/// `plaza hotspots`: density and tested cells in one layer.
public struct HotSpotsVerb: Verb {
  public static let name = "hotspots"
  public static var abstract: String {
    text(
      "Density and tested cells in one layer, with defaults that follow from the records; what hotspots does by itself.",
      es:
        "Densidad y celdas puestas a prueba en una sola capa, con valores por defecto que se deducen de los registros; es lo que hotspots hace por sí solo.",
      pt:
        "Densidade e células testadas em uma só camada, com valores padrão deduzidos dos registros; é o que hotspots faz por si só."
    )
  }
  public static var discussion: String {
    text(
      """
      Cells of half the bandwidth, each with its records, the density at its centre, and Gi* with its eight neighbours: bin 3 is \
      a high concentration at 99 % after correction for all cells. A cell that a boundary cuts keeps its part inside.

      Example:
        plaza hotspots robos.csv --boundary municipio.geojson \\
          -o robos.geojson --map robos.svg
      """,
      es: """
        Celdas de la mitad del ancho de banda, cada una con sus registros, la densidad en su centro y Gi* con sus ocho vecinas: bin \
        3 es una concentración alta al 99 % tras la corrección por todas las celdas. De una celda que el límite corta queda la parte \
        de adentro.

        Ejemplo:
          plaza hotspots robos.csv --boundary municipio.geojson \\
            -o robos.geojson --map robos.svg
        """,
      pt: """
        Células com metade da largura de banda, cada uma com seus registros, a densidade em seu centro e Gi* com suas oito vizinhas: \
        bin 3 é uma concentração alta a 99 % após a correção por todas as células. De uma célula que o limite corta fica a parte de \
        dentro.

        Exemplo:
          plaza hotspots robos.csv --boundary municipio.geojson \\
            -o robos.geojson --map robos.svg
        """)
  }
  public static let outputs = OutputGroup.outputs

  @Argument(
    help: help(
      "Records with a place; - is standard input.",
      es: "Registros con lugar; - es la entrada estándar.",
      pt: "Registros com lugar; - é a entrada padrão."))
  public var points: InputFile

  @Option(
    help: help(
      "Bandwidth of the density in metres, or a rule: robust, scott, reference, likelihood or diggle; what comes out is printed with its reason.",
      es:
        "Ancho de banda de la densidad en metros, o una regla: robust, scott, reference, likelihood o diggle; el valor que resulta se muestra con su motivo.",
      pt:
        "Largura de banda da densidade em metros, ou uma regra: robust, scott, reference, likelihood ou diggle; o valor que resulta é mostrado com seu motivo.",
      value: "metres|rule"))
  public var bandwidth = Bandwidth(.rule(.robust))

  @Option(
    help: help(
      "Side of a cell in metres. Default: half the bandwidth, rounded down to 1, 2 or 5 times a power of ten.",
      es:
        "Lado de una celda en metros. Por defecto: la mitad del ancho de banda, redondeada hacia abajo a 1, 2 o 5 veces una potencia de diez.",
      pt:
        "Lado de uma célula em metros. Por padrão: metade da largura de banda, arredondada para baixo a 1, 2 ou 5 vezes uma potência de dez.",
      value: "metres"))
  public var cell: Metres?

  @Option(
    help: help(
      "Correction for many tests: `bh` (false alarms), `by`, `bonferroni` or `none`.",
      es: "Corrección por muchas pruebas: `bh` (falsas alarmas), `by`, `bonferroni` o `none`.",
      pt: "Correção por muitos testes: `bh` (alarmes falsos), `by`, `bonferroni` ou `none`."))
  public var correction: MultipleTesting = .benjaminiHochberg

  @Option(
    help: help(
      "Areas with names, as neighbourhoods: zones are called by the one they lie in. Default: the polygons of --boundary.",
      es:
        "Áreas con nombre, como barrios: cada zona se llama como el área en que está. Por defecto, los polígonos de --boundary.",
      pt:
        "Áreas com nome, como bairros: cada zona tem o nome da área em que está. Por padrão, os polígonos de --boundary.",
      value: "file"))
  public var areas: InputFile?

  @OptionGroup(title: Section.records) public var records: PointGroup
  @OptionGroup(title: Section.input) public var input: InputGroup
  @OptionGroup(title: Section.output) public var output: OutputGroup

  public init() {}

  public func run(_ run: Run) async throws -> Outcome {
    var options = HotSpots.OverviewOptions()
    options.bandwidth = bandwidth.value
    options.cell = cell?.value
    options.correction = correction
    var ground = try await records.ground(input.reading(points), run)
    if let areas { ground.named = try run.areas(areas) }
    let map = try HotSpots.overview(ground, options: options, point: records.options, jobs: run.jobs)
    let drawing = run.drawing(
      caption: output.caption, of: points, areas: records.boundary,
      subtitle: records.time.subtitle(records.filter.where, days: map.days))
    return map.outcome(style: .hotSpotBins(), drawing)
  }
}

extension UnitMap {
  /// A map of units with its layer, its table and what it says.
  func outcome(style: LayerStyle, _ drawing: Drawing) -> Outcome {
    var drawing = drawing
    drawing.method = findings.first { $0.id.hasPrefix("density.bandwidth") }
    let layer = LayerProduct(
      output: "output", map: "map", drawing: drawing, style: .fixed(style), make: { makeLayer() },
      shown: { layer in
        var shown = LayerProduct.Shown(
          layer, nameField: nameField, context: facts.grid == nil ? nil : try namedAreas.map { try MapContext(areas: $0) },
          unit: facts.grid == nil ? "map.areas" : "map.cells")
        // Areas are called by their names.
        if facts.grid != nil { shown.numbered = facts.zones.map { Coordinate(x: $0.longitude, y: $0.latitude) } }
        return shown
      })
    return Outcome(
      of: self,
      records: RecordAccount(account), findings: findings, warnings: warnings, facts: testFacts,
      products: [.layer(layer), .table(output: "table", header: tableHeader, table)])
  }
}

extension MultipleTesting: ExpressibleByArgument {}
