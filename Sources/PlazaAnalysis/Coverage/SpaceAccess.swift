internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaStatistics

/// How far the people of each area have to a space, and how much of one each has when all within reach share it.
struct SpaceAccess: Sendable {
  /// What is shared: the surface of the spaces, or each space as one.
  enum Supply: String, Hashable, Sendable {
    case squareMetres = "m2_per_person"
    case spaces = "spaces_per_1000"
  }

  struct Band: Sendable {
    var distance: Double
    var mode: CoverageMode
    /// Nil where the population is not known or nobody lives.
    var access: [Double?]
    /// Over people; nil without any or where nobody has anything.
    var gini: Double?
    /// The supply within reach of people, and what they were given of it.
    var shared: Double
    var given: Double
    var isConserved: Bool
  }

  /// Metres in a straight line, the mean over the people of each area, over its ground where they are not known; nil without ground or spaces.
  var nearest: [Double?]
  var supply: Supply
  var bands: [Band]

  /// - Throws: `StatisticsError`; `Failure` as the choice of an operation does.
  init(_ ground: CoverageGround, distances: [Double], walks: CoverageWalks?, jobs: Int) throws {
    let demand = DemandPoints(ground.geometry)
    let farthest = distances.last ?? 0
    let reach = try SpaceReach(
      from: demand.positions, to: ground.spaces, within: farthest, isLocal: ground.isLocal, jobs: jobs)
    let people = try ground.people?.shares(of: demand, squares: demand.squares, jobs: jobs)
    let weights = people ?? demand.areas.map { 1 / Double(demand.counts[$0]) }
    let hasSpaces = ground.spaces.count > 0
    nearest = Self.means(reach.nearest.map { $0 ?? 0 }, weights, demand, fallback: true).map { hasSpaces ? $0 : nil }

    let polygons = ground.spaces.features.polygons
    let hasSurface = hasSpaces && (0..<ground.spaces.count).allSatisfy { !polygons.isEmpty(feature: $0) }
    supply = hasSurface ? .squareMetres : .spaces
    // A thousand for each space to share reads as spaces to a thousand people.
    let supplies = (0..<ground.spaces.count).map { space in
      hasSurface ? ground.spaces.degrees.polygons.geodesicArea(ofFeature: space) : 1000
    }
    bands = []
    guard let people else { return }
    var costs = [(CoverageMode.straight, try TravelCosts(rows: reach.near, supplyCount: ground.spaces.count))]
    if let walks {
      let rows = walks.costs(of: demand.positions, within: farthest, jobs: jobs)
      costs.append((.walk, try TravelCosts(rows: rows, supplyCount: ground.spaces.count)))
    }
    for (mode, costs) in costs {
      for distance in distances {
        let result = try CatchmentAccess(people: people, supply: supplies, costs: costs, limit: distance)
        bands.append(
          Band(
            distance: distance, mode: mode, access: Self.means(result.access, people, demand, fallback: false),
            gini: try gini(of: result.access, people: people), shared: result.shared, given: result.given,
            isConserved: result.isConserved))
      }
    }
  }

  /// The weighted mean over the positions of each area.
  /// - Parameter fallback: whether an area without weight has the plain mean, or nil.
  private static func means(
    _ values: [Double], _ weights: [Double], _ demand: DemandPoints, fallback: Bool
  ) -> [Double?] {
    var (sums, plain, total) = (demand.counts.map { _ in 0.0 }, demand.counts.map { _ in 0.0 }, demand.counts.map { _ in 0.0 })
    for (place, area) in demand.areas.enumerated() {
      sums[area] += values[place] * weights[place]
      plain[area] += values[place]
      total[area] += weights[place]
    }
    return demand.counts.indices.map { area in
      guard demand.counts[area] > 0 else { return nil }
      if total[area] > 0 { return sums[area] / total[area] }
      return fallback ? plain[area] / Double(demand.counts[area]) : nil
    }
  }
}
