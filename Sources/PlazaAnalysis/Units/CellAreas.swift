internal import PlazaGEOS
public import PlazaGeometry
public import PlazaLayers
public import PlazaRecords

/// The cells of a grid as areas, for verbs that count records in areas.
public enum CellAreas {
  /// No map is read at more cells than this, and no statistic of them tells anything.
  static let cellLimit = 4_000_000
  public static let codeField = "code"

  /// The cells over a boundary, cut to it, with their codes. They are fixed to the CRS: whatever is counted in them, at whatever time, is
  /// counted in the same ones.
  /// - Parameter boundary: in any CRS; all its polygons together.
  /// - Parameter stated: the CRS in metres that the caller wants; nil chooses one by the boundary.
  /// - Returns: the layer in that CRS, whose level is called after the size of the cells, and the CRS as a note.
  /// - Throws: `Failure` `ground.not_metric`, `grid.too_many_cells`, `grid.failed`, and as the choice of an operation does.
  /// - Complexity: O(cells + n log² n) for the n vertices of the boundary.
  public static func layer(
    _ choice: GridChoice, within boundary: AreaLayer, crs stated: CRS?
  ) throws -> (areas: AreaLayer, note: Diagnostic) {
    if boundary.layer.geometry.envelope.isEmpty {
      throw Failure(.notUnderstood, "coverage.no_ground", ["file": boundary.file])
    }
    let crs = try stated ?? StudyGround.choose(box: boundary.layer.geometry.envelope, crs: boundary.layer.crs)
    try StudyGround.requireMetres(crs)
    let ground = try Reprojection.bent(try StudyBoundary.dissolved(boundary), from: boundary.layer.crs, to: crs)
    let made =
      switch choice.shape {
      case .square: try areas(SquareGrid(cell: choice.cell), ground)
      case .hexagon: try areas(HexagonGrid(cell: choice.cell), ground)
      }
    let layer = Layer(
      geometry: made.polygons, columns: [Column(name: codeField, values: made.codes.map { .text($0) })], crs: crs)
    let note = Diagnostic(.note, stated == nil ? "ground.crs" : "ground.crs_stated", ["crs": try StudyGround.name(crs)])
    return (AreaLayer(layer, file: boundary.file, level: "\(NumberText.text(choice.cell) ?? "") m"), note)
  }

  private static func areas(
    _ grid: some PlaneGrid, _ ground: PolygonColumn
  ) throws -> (polygons: PolygonColumn, codes: [String]) {
    let made = try cells(grid, boundary: ground, box: ground.envelope)
    return (made.polygons, made.cells.map(grid.code))
  }

  /// The cells that are cut to a boundary, or the whole cells that meet a box where there is none.
  /// - Throws: `Failure` `grid.too_many_cells`, `grid.failed`.
  static func cells(
    _ grid: some PlaneGrid, boundary: PolygonColumn?, box: Envelope
  ) throws -> (cells: [GridCell], polygons: PolygonColumn) {
    guard let wanted = grid.cellCount(covering: box), wanted <= cellLimit else {
      throw Failure(
        .usage, "grid.too_many_cells",
        [
          "cell": NumberText.text(grid.cell) ?? "", "count": grid.cellCount(covering: box).map(String.init) ?? "∞",
          "limit": String(cellLimit),
        ])
    }
    guard let boundary else {
      let cells = grid.cells(meeting: box)
      return (cells, grid.polygons(of: cells))
    }
    do {
      let clipped = try GEOSContext().clip(grid, to: boundary)
      return (clipped.cells, clipped.polygons)
    } catch {
      throw Failure(.failed, "grid.failed", ["reason": error.description])
    }
  }
}
