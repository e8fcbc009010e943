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
    /// Nil where the population is not known or nobody lives.
    var access: [Double?]
    /// Over people; nil without any or where nobody has anything.
    var gini: Double?
    /// The supply within reach of people, and what they were given of it.
    var shared: Double
    var given: Double
    var isConserved: Bool
  }

  /// Metres in a straight line, the mean over an area's ground; nil without ground or spaces.
  var nearest: [Double?]
  var supply: Supply
  var bands: [Band]

  /// - Throws: `StatisticsError`; `Failure` as the choice of an operation does.
  init(_ ground: CoverageGround, distances: [Double], jobs: Int) throws {
    let demand = DemandPoints(ground.geometry)
    let reach = try SpaceReach(
      from: demand.positions, to: ground.spaces, within: distances.last ?? 0, isLocal: ground.isLocal, jobs: jobs)
    var sums = [Double](repeating: 0, count: ground.count)
    for (place, area) in demand.areas.enumerated() { sums[area] += reach.nearest[place] ?? 0 }
    nearest = (0..<ground.count).map { area in
      demand.counts[area] > 0 && ground.spaces.count > 0 ? sums[area] / Double(demand.counts[area]) : nil
    }

    let polygons = ground.spaces.features.polygons
    let hasSurface = ground.spaces.count > 0 && (0..<ground.spaces.count).allSatisfy { !polygons.isEmpty(feature: $0) }
    supply = hasSurface ? .squareMetres : .spaces
    // A thousandth of a space to each person reads as spaces to a thousand people.
    let supplies = (0..<ground.spaces.count).map { space in
      hasSurface ? ground.spaces.degrees.polygons.geodesicArea(ofFeature: space) : 1000
    }
    let people = demand.areas.map { area in (ground.areas.populations[area] ?? 0) / Double(demand.counts[area]) }
    bands = []
    guard ground.areas.populations.contains(where: { $0 != nil }) else { return }
    let costs = try TravelCosts(rows: reach.near, supplyCount: ground.spaces.count)
    for distance in distances {
      let result = try CatchmentAccess(people: people, supply: supplies, costs: costs, limit: distance)
      var sums = [Double](repeating: 0, count: ground.count)
      for (place, area) in demand.areas.enumerated() { sums[area] += result.access[place] }
      bands.append(
        Band(
          distance: distance,
          access: (0..<ground.count).map { area in
            (ground.areas.populations[area] ?? 0) > 0 && demand.counts[area] > 0 ? sums[area] / Double(demand.counts[area]) : nil
          },
          gini: try gini(of: result.access, people: people), shared: result.shared, given: result.given,
          isConserved: result.isConserved))
    }
  }
}
