internal import PlazaGeometry
internal import PlazaLayers
public import PlazaRecords
public import PlazaStatistics

extension HotSpots {
  /// What a plain look at hot spots may be told; the rest has defaults that follow from the records.
  public struct OverviewOptions: Hashable, Sendable {
    public var bandwidth = DensityOptions.BandwidthChoice.rule(.robust)
    /// Nil is half the bandwidth, rounded down to 1, 2 or 5 · 10ᵏ m, and larger where that would be more cells than `cellLimit`.
    public var cell: Double?
    public var correction = MultipleTesting.benjaminiHochberg

    public init() {}
  }

  /// More cells than this are neither seen on a map nor told apart by a test.
  static let cellLimit = 60_000

  /// One map that answers where records are dense and where beyond chance: the density at the centre of each cell, and Gi* of its count with
  /// its eight neighbours.
  ///
  /// A cell of half the bandwidth makes the neighbourhood that is tested about as wide as the kernel that is drawn.
  /// - Throws: `Failure` as `DensityMap` and `onCells` do.
  public static func overview(
    _ ground: StudyGround, options: OverviewOptions, point: PointOptions, jobs: Int
  ) throws -> UnitMap {
    var densityOptions = DensityOptions()
    densityOptions.bandwidth = options.bandwidth
    let bandwidth = try DensityMap.bandwidth(ground, densityOptions, point, jobs: jobs)
    let cell = options.cell ?? defaultCell(bandwidth: bandwidth.metres, over: ground)
    densityOptions.bandwidth = .metres(max(cell, bandwidth.metres))
    densityOptions.cell = cell
    let density = try DensityMap(ground, options: densityOptions, point: point, jobs: jobs)

    var test = NeighbourTestOptions()
    test.correction = options.correction
    let units = try StudyUnits(
      GridChoice(.square, cell: cell), over: ground, isWeighted: point.weight != nil || point.count != nil)
    let outcome = try GetisOrdMap.run(NeighbourTest(units, options: test, jobs: jobs) { _ in [] })
    let column = Column(name: "density", values: units.cells.map { NumberText.field(density.value(at: $0)) })
    var map = UnitMap(
      account: ground.account, coordinates: ground.points.coordinates,
      crs: ground.crs.description, facts: outcome.facts,
      findings: outcome.findings + [
        DensityMap.bandwidthFinding(bandwidth.chosen, densityOptions, metres: density.bandwidth, cell: cell)
      ],
      warnings: bandwidth.warnings + density.warnings + outcome.warnings, units: units, columns: [column] + outcome.columns)
    map.days = ground.points.dayRange
    return map
  }

  /// Half the bandwidth in a round number, in as many steps of 1, 2 and 5 larger as the ground asks for.
  static func defaultCell(bandwidth: Double, over ground: StudyGround) -> Double {
    // A fifth of 2.5 times as much is a half.
    var cell = PlazaStatistics.defaultCell(bandwidth: bandwidth * 2.5)
    while let count = SquareGrid(cell: cell).cellCount(covering: ground.box), count > cellLimit {
      cell = PlazaStatistics.defaultCell(bandwidth: cell * 5 * 2.5)
    }
    return cell
  }
}
