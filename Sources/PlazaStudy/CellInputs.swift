public import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// Cells of a grid that stand for the areas of a verb.
public struct CellInputs: Sendable {
  public var grid: GridChoice?
  /// The study area: polygons, all together.
  public var boundary: InputFile?
  /// The CRS in metres that the cells are fixed to; nil chooses one.
  public var crs: String?

  public init() {}

  static let keys = ["grid", "cell", "boundary", "crs"]

  /// Whether anything about cells was said.
  var isAsked: Bool { grid != nil || boundary != nil || crs != nil }

  var parameters: [(String, JSONValue)] {
    var members = StepParameters()
    members.add("grid", grid?.shape.rawValue)
    members.add("cell", grid.flatMap { NumberText.text($0.cell) })
    members.add("boundary", boundary?.name)
    members.add("crs", crs)
    return members.members
  }

  /// Reads the boundary and lays the cells over it.
  /// - Throws: `Failure` `cells.incomplete`, and as the areas and the CRS refuse.
  func layer(_ context: StepContext) throws -> AreaLayer {
    guard let grid, grid.cell > 0, let boundary else { throw Failure(.usage, "cells.incomplete") }
    let reading = try LayerSources.read(boundary, jobs: context.jobs)
    for note in reading.notes { context.progress.emit(note) }
    let made = try CellAreas.layer(grid, within: AreaLayer(reading.layer, file: boundary.name), crs: crs.map { CRS($0) })
    context.progress.emit(made.note)
    return made.areas
  }
}
