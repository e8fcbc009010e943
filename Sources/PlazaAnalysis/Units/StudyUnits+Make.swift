internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

extension StudyUnits {
  /// Areas, with what was counted in them.
  init(areas set: AreaSet, records: [Int], amounts: [Double], isWeighted: Bool) throws {
    grid = nil
    codes = set.codes
    names = set.names
    ownColumns = set.layer.columns
    geometry = set.layer.geometry
    crs = set.layer.crs
    populations = set.populations
    (self.records, self.amounts, self.isWeighted) = (records, amounts, isWeighted)
    degrees = try WGS84Layer.geometry(of: set.layer)
    surfaces = try WGS84Layer.squareKilometres(of: set.layer)
    cells = []
  }

  /// The cells of a grid over a ground, with the points that lie in them; cells without a point are among them.
  ///
  /// Cells are cut to the boundary. Without one they are the whole cells that meet the box.
  /// - Throws: `Failure` `grid.too_many_cells`, `grid.failed`.
  /// - Complexity: O(cells + points · log cells), and the cutting.
  init(_ choice: GridChoice, over ground: StudyGround, isWeighted: Bool) throws {
    let made =
      switch choice.shape {
      case .square: try Self.cells(SquareGrid(cell: choice.cell), ground)
      case .hexagon: try Self.cells(HexagonGrid(cell: choice.cell), ground)
      }
    grid = choice
    cells = made.cells
    geometry = made.polygons
    crs = ground.crs
    codes = made.codes
    names = []
    ownColumns = []
    populations = [Double?](repeating: nil, count: made.cells.count)
    records = made.records
    amounts = made.amounts
    self.isWeighted = isWeighted
    surroundings = ground.named
    let layer = Layer(geometry: made.polygons, columns: [], crs: ground.crs)
    degrees = try WGS84Layer.geometry(of: layer)
    surfaces = WGS84Layer.squareKilometres(degrees)
  }

  private struct Made {
    var cells: [GridCell]
    var polygons: PolygonColumn
    var codes: [String]
    var records: [Int]
    var amounts: [Double]
  }

  private static func cells(_ grid: some PlaneGrid, _ ground: StudyGround) throws -> Made {
    let (cells, polygons) = try CellAreas.cells(grid, boundary: ground.boundary, box: ground.box)
    var made = Made(
      cells: cells, polygons: polygons, codes: cells.map(grid.code), records: [Int](repeating: 0, count: cells.count),
      amounts: [Double](repeating: 0, count: cells.count))
    for points in [ground.points, ground.coincident].compactMap({ $0 }) {
      for point in 0..<points.count {
        guard let place = place(x: points.x[point], y: points.y[point], in: cells, grid) else {
          throw ground.account.imbalance
        }
        made.records[place] += points.counts.map { Int($0[point]) } ?? 1
        made.amounts[place] += points.amounts[point]
      }
    }
    return made
  }

  /// A point on the boundary may be owned by a cell that the boundary only touches: its neighbour has the ground it stands on.
  private static func place(x: Double, y: Double, in cells: [GridCell], _ grid: some PlaneGrid) -> Int? {
    guard let cell = grid.cell(x: x, y: y) else { return nil }
    if let place = cells.place(of: cell) { return place }
    return grid.neighbors(of: cell, rule: .queen).sorted().lazy.compactMap { cells.place(of: $0) }.first
  }
}
