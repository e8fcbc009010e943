internal import PlazaGeometry
internal import PlazaLayers
public import PlazaRecords
internal import PlazaStatistics

/// Where records crowd: density-based clusters with their outlines, and which of them are heavier than chance makes the heaviest.
public enum Clusters {
  /// A p of at most this is beyond chance.
  static let level = 0.05

  /// Finds the clusters of the points of a ground.
  ///
  /// Clusters are those of `dbscan`; each outline is the convex hull of the members widened by the radius, within the study area. The share of
  /// the records and that of the surface are both of the outline: what lies in it, be it a member or not, and its ground. p compares the
  /// weight of a cluster with that of the heaviest cluster of each simulation (`clusterNull`), so one p of at most 0.05 in twenty maps of mere
  /// chance is wrong. Chance spreads as many records, each with a weight of the observed ones, evenly over the study area, or by a population.
  /// - Parameters:
  ///   - population: points that weigh as many people as they stand for, on the same ground; nil is an even spread. They are counted in squares
  ///     as wide as the radius, and drawn evenly within each.
  /// - Throws: `Failure` `clusters.no_surface`, `clusters.bad_radius`, `clusters.no_population`, `statistics.failed`.
  /// - Complexity: O(n log n) for n points, `simulations` + 1 times.
  public static func find(
    in ground: StudyGround, population: StudyGround? = nil, records: PointOptions, options: ClusterOptions, jobs: Int
  ) throws -> ClusterMap {
    let points = ground.points
    let isWeighted = records.weight != nil || records.count != nil
    let total = points.amounts.reduce(0, +)
    let shapes = try ClusterShapes(ground)
    let scale = try ClusterScale(
      options, records: points.count, total: total, isWeighted: isWeighted, surface: shapes.groundSurface * 1e6)
    let weights = isWeighted ? points.amounts : nil
    let found = try StatisticsFailure.translated { () throws(StatisticsError) in
      try dbscan(x: points.x, y: points.y, weights: weights, radius: scale.radius, minimumWeight: scale.minimum)
    }
    let totals = found.totals(weights: weights)
    let order = totals.indices.sorted { totals[$0] != totals[$1] ? totals[$0] > totals[$1] : $0 < $1 }
    var members = [[Int]](repeating: [], count: found.count)
    for (point, label) in found.labels.enumerated() where label >= 0 { members[Int(label)].append(point) }
    members = order.map { members[$0] }

    var null: ClusterNull?
    if options.simulations > 0, found.count > 0 {
      let sampler = try sampler(shapes, population, radius: scale.radius, jobs: jobs)
      null = try StatisticsFailure.translated { () throws(StatisticsError) in
        try clusterNull(
          count: points.count, weights: weights, radius: scale.radius, minimumWeight: scale.minimum,
          simulations: options.simulations, seed: options.seed, jobs: jobs
        ) { sampler.draw(&$0) }
      }
    }
    let outlines = try shapes.outlines(members, of: points, radius: scale.radius)
    let degrees = try shapes.degrees(outlines)
    let contents = shapes.contents(outlines, members, of: points, jobs: jobs)
    let inside = Set(contents.joined())
    let amountInside = inside.sorted().reduce(0.0) { $0 + points.amounts[$1] }
    let surfaces = WGS84Layer.squareKilometres(degrees)
    let centres = try shapes.centres(members, of: points)
    let names = try ground.named.flatMap { try PlaceNames($0) }
    let clusters = members.indices.map { rank in
      let amount = contents[rank].reduce(0.0) { $0 + points.amounts[$1] }
      return ClusterMap.Cluster(
        count: members[rank].count, places: places(members[rank], points), weight: totals[order[rank]],
        inside: contents[rank].count, share: total > 0 ? amount / total : nil, surface: surfaces[rank] ?? 0,
        surfaceShare: (surfaces[rank] ?? 0) / shapes.groundSurface, longitude: centres[rank].x, latitude: centres[rank].y,
        p: null?.p(weight: totals[order[rank]]), name: names?.name(at: centres[rank]))
    }
    let facts = ClusterMap.Facts(
      used: points.count, total: total, inClusters: members.reduce(0) { $0 + $1.count },
      weightInClusters: totals.reduce(0, +), inside: inside.count, weightInside: amountInside, scale: scale,
      simulations: options.simulations, seed: options.seed,
      population: population.map { $0.points.amounts.reduce(0, +) },
      populationUnread: population.map { $0.account.rejected + $0.account.unlocated } ?? 0, groundSurface: shapes.groundSurface,
      surface: try shapes.surface(ofUnion: outlines))
    return ClusterMap(
      ground, records: records, clusters: clusters, facts: facts, isWeighted: isWeighted, outlines: degrees,
      groundOutline: try shapes.degrees(shapes.ground))
  }

  private static func sampler(_ shapes: ClusterShapes, _ population: StudyGround?, radius: Double, jobs: Int) throws
    -> PieceSampler
  {
    guard let population else {
      guard let even = try shapes.evenSampler(jobs: jobs) else {
        throw Failure(.notUnderstood, "clusters.no_surface")
      }
      return even
    }
    // No finer than a million squares: people are not known better.
    let cell = max(radius, (population.box.width * population.box.height / 1e6).squareRoot().rounded(.up))
    let units = try StudyUnits(GridChoice(.square, cell: cell), over: population, isWeighted: true)
    guard let drawn = PieceSampler(units.geometry, weights: units.amounts, jobs: jobs) else {
      throw Failure(.notUnderstood, "clusters.no_population")
    }
    return drawn
  }

  /// How many positions some points have; equal ones stand together in canonical order.
  private static func places(_ members: [Int], _ points: PointCollection) -> Int {
    var count = 0
    var last: Int?
    for point in members {
      if last.map({ points.x[$0] != points.x[point] || points.y[$0] != points.y[point] }) ?? true { count += 1 }
      last = point
    }
    return count
  }
}
