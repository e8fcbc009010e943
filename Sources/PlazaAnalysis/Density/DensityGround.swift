internal import PlazaGEOS
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaStatistics

/// The raster over a ground: its frame, fixed to the CRS, and how much of each cell lies inside the boundary.
struct DensityGround {
  /// Rasters beyond this hold more than a density can tell, and more than a machine should be asked for.
  static let cellLimit = 64_000_000

  let frame: RasterFrame
  let grid: SquareGrid
  let firstColumn: Int32
  let firstRow: Int32
  /// From 0 to 1 by cell; nil without a boundary: all of every cell.
  private(set) var insideShares: [Double]?
  /// What the boundary leaves of the cells that it cuts, by cell.
  private(set) var pieces: [Int: Int] = [:]
  private(set) var clipped = ClippedCells()

  /// - Throws: `Failure` `grid.too_many_cells`, `grid.failed`.
  init(_ ground: StudyGround, cell: Double) throws {
    let grid = SquareGrid(cell: cell)
    guard let range = grid.cellRange(covering: ground.box), range.columns.count * range.rows.count <= Self.cellLimit else {
      throw Failure(
        .usage, "grid.too_many_cells",
        [
          "cell": NumberText.text(cell) ?? "", "count": grid.cellCount(covering: ground.box).map(String.init) ?? "∞",
          "limit": String(Self.cellLimit),
        ])
    }
    self.grid = grid
    (firstColumn, firstRow) = (range.columns.lowerBound, range.rows.lowerBound)
    let (columns, rows) = (range.columns.count, range.rows.count)
    frame = try DensityFailure.translated { [firstColumn, firstRow] () throws(DensityError) in
      try RasterFrame(
        x0: Double(firstColumn) * cell, y0: Double(firstRow) * cell, cell: cell, columnCount: columns, rowCount: rows)
    }
    guard let boundary = ground.boundary else { return }
    do {
      clipped = try GEOSContext().clip(grid, to: boundary)
    } catch {
      throw Failure(.failed, "grid.failed", ["reason": error.description])
    }
    var shares = [Double](repeating: 0, count: frame.cellCount)
    for (place, owner) in clipped.cells.enumerated() {
      let index = Int(owner.row - firstRow) * columns + Int(owner.column - firstColumn)
      shares[index] = clipped.isWhole[place] ? 1 : min(1, clipped.polygons.planarArea(ofFeature: place) / (cell * cell))
      if !clipped.isWhole[place] { pieces[index] = place }
    }
    insideShares = shares
  }

  func gridCell(_ index: Int) -> GridCell {
    GridCell(
      column: firstColumn + Int32(index % frame.columnCount), row: firstRow + Int32(index / frame.columnCount))
  }

  /// The polygons of some cells, cut to the boundary, in the CRS of the ground.
  func polygons(of cells: [Int]) -> PolygonColumn {
    var column = PolygonColumn()
    for cell in cells {
      if let piece = pieces[cell] {
        column.append(feature: piece, of: clipped.polygons)
      } else {
        column.append(contentsOf: grid.polygons(of: [gridCell(cell)]))
      }
    }
    return column
  }
}

/// Errors of densities as failures of a run.
enum DensityFailure {
  /// - Throws: `Failure` `density.…`.
  static func translated<T>(_ body: () throws(DensityError) -> T) throws -> T {
    do {
      return try body()
    } catch {
      switch error {
      case .tooFewPoints: throw Failure(.notUnderstood, "density.too_few")
      case .onePlace: throw Failure(.notUnderstood, "density.one_place")
      case .badBandwidth(let metres, let cell):
        throw Failure(
          .usage, "density.bad_bandwidth", ["bandwidth": NumberText.text(metres) ?? "", "cell": NumberText.text(cell) ?? ""])
      default: throw Failure(.notUnderstood, "density.failed", ["reason": "\(error)"])
      }
    }
  }
}
