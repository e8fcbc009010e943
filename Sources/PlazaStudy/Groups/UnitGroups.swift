public import ArgumentParser
public import PlazaAnalysis
internal import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords

/// Cells of a grid.
public struct GridGroup: ParsableArguments, Sendable, Checked {
  @Option(
    help: help(
      "Cells instead of areas, fixed to the CRS: `square` or `hexagon`.",
      es: "Celdas en lugar de áreas, fijas al CRS: cuadrados (`square`) o hexágonos (`hexagon`).",
      pt: "Células em vez de áreas, fixas ao CRS: quadrados (`square`) ou hexágonos (`hexagon`)."))
  public var grid: GridChoice.Shape?

  @Option(
    help: help(
      "Size of a cell in metres: the side of a square, the width of a hexagon.",
      es: "Tamaño de una celda en metros: el lado de un cuadrado, el ancho de un hexágono.",
      pt: "Tamanho de uma célula em metros: o lado de um quadrado, a largura de um hexágono.", value: "metres"))
  public var cell: Metres?

  public init() {}

  var choice: GridChoice? { cell.map { GridChoice(grid ?? .square, cell: $0.value) } }

  public func check() throws(Failure) {
    if grid != nil, cell == nil { throw .needs("--grid", "--cell") }
  }
}

/// Areas of a file, or cells of a grid.
public struct UnitGroup: ParsableArguments, Sendable {
  @Option(
    help: help(
      "Areas: a layer of polygons.",
      es: "Áreas: una capa de polígonos.",
      pt: "Áreas: uma camada de polígonos.", value: "file"))
  public var areas: InputFile?

  @OptionGroup public var fields: AreaGroup
  @OptionGroup public var grid: GridGroup

  public init() {}
}

/// Cells of a grid that stand for the areas of a verb.
public struct CellGroup: ParsableArguments, Sendable {
  @OptionGroup public var grid: GridGroup

  @Option(
    help: help(
      "The study area that the cells are cut to: polygons, all together.",
      es: "El área de estudio a la que se recortan las celdas: polígonos, todos juntos.",
      pt: "A área de estudo à qual as células são recortadas: polígonos, todos juntos.", value: "file"))
  public var boundary: InputFile?

  @Option(
    help: help(
      "Projected CRS in metres of the cells, as EPSG:32614. Default: the UTM zone, or a Lambert azimuthal where that is too narrow.",
      es:
        "CRS proyectado en metros de las celdas, como EPSG:32614. Por defecto: la zona UTM, o una proyección azimutal de Lambert donde esa zona es demasiado estrecha.",
      pt:
        "CRS projetado em metros das células, como EPSG:32614. Por padrão: o fuso UTM, ou uma projeção azimutal de Lambert onde esse fuso é estreito demais.",
      value: "crs"))
  public var crs: String?

  @Option(
    help: help(
      "Kind that is counted in cells though its name looks sensitive or the class table does not have it; repeatable.",
      es: "Tipo que se cuenta en celdas aunque su nombre parezca sensible o la tabla de clases no lo tenga; se puede repetir.",
      pt: "Tipo que é contado em células mesmo que seu nome pareça sensível ou a tabela de classes não o tenha; pode-se repetir.",
      value: "kind"))
  public var keepKind: [String] = []

  public init() {}

  /// Whether anything about cells was said.
  var isAsked: Bool { grid.grid != nil || grid.cell != nil || boundary != nil || crs != nil || !keepKind.isEmpty }

  /// Reads the boundary and lays the cells over it.
  /// - Throws: `Failure` `cells.incomplete`, and as the areas and the CRS refuse.
  func layer(_ run: Run) throws -> AreaLayer {
    guard let choice = grid.choice, let boundary else { throw Failure(.usage, "cells.incomplete") }
    let made = try CellAreas.layer(choice, within: run.areas(boundary), crs: crs.map { CRS($0) })
    run.say([made.note])
    return made.areas
  }
}

extension GridChoice.Shape: ExpressibleByArgument {}
