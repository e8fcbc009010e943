internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaStatistics

/// The places that a statistic is computed for, areas or cells of a grid, with what was counted in each.
///
/// Areas stand in the order of their codes, cells by row and column: the canonical order that random numbers go by.
struct StudyUnits: Sendable {
  /// Nil for areas.
  let grid: GridChoice?
  let codes: [String]
  let names: [String]
  /// The fields that areas bring along.
  let ownColumns: [Column]
  let geometry: PolygonColumn
  let crs: CRS
  /// How many records.
  let records: [Int]
  /// The sum of what they stand for and weigh; the same as `records` where they have no weight.
  let amounts: [Double]
  let isWeighted: Bool
  /// Nil where unknown, and everywhere for cells.
  let populations: [Double?]
  /// On WGS 84, and the surface there in km²; nil without geometry.
  let degrees: PolygonColumn
  let surfaces: [Double?]
  let cells: [GridCell]
  /// Areas by whose names zones of cells are called.
  var surroundings: AreaLayer?

  var count: Int { codes.count }

  /// Which units are neighbours.
  /// - Parameter gap: in metres; borders that come so near meet. Of areas only.
  /// - Throws: `Failure` as the CRS and the statistics refuse.
  func weights(_ rule: NeighborRule, gap: Double?, jobs: Int) throws -> SpatialWeights {
    switch rule {
    case .queen: return try contiguity(.queen, gap, jobs)
    case .rook: return try contiguity(.rook, gap, jobs)
    case .distance(let metres):
      let centres = try UnitCentres(self)
      return try StatisticsFailure.translated { () throws(StatisticsError) in
        try SpatialWeights.within(metres, x: centres.x, y: centres.y)
      }
    case .nearest(let count):
      let centres = try UnitCentres(self)
      return try StatisticsFailure.translated { () throws(StatisticsError) in
        try SpatialWeights.nearest(count, x: centres.x, y: centres.y)
      }
    }
  }

  private func contiguity(_ rule: ContiguityRule, _ gap: Double?, _ jobs: Int) throws -> SpatialWeights {
    let adjacency: Adjacency
    if let grid {
      adjacency =
        grid.shape == .square
        ? SquareGrid(cell: grid.cell).adjacency(of: cells, rule: rule)
        : HexagonGrid(cell: grid.cell).adjacency(of: cells, rule: rule)
    } else {
      adjacency = Contiguity.neighbors(
        of: geometry, rule: rule, tolerance: gap, metric: try GroundMetric.of(crs, file: ""), jobs: jobs)
    }
    return SpatialWeights(
      rowOffsets: adjacency.rowOffsets, columnIndices: adjacency.columnIndices,
      weights: [Double](repeating: 1, count: adjacency.columnIndices.count))
  }
}

/// Errors of the statistics as failures of a run.
enum StatisticsFailure {
  /// - Throws: `Failure` `statistics.failed` with the error's name.
  static func translated<T>(_ body: () throws(StatisticsError) -> T) throws -> T {
    do { return try body() } catch { throw Failure(.notUnderstood, "statistics.failed", ["reason": "\(error)"]) }
  }
}
