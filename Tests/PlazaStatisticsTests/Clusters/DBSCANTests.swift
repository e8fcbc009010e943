import PlazaStatistics
import PlazaTesting
import Testing

@Suite("DBSCAN") struct DBSCANTests {
  private struct Points {
    var x: [Double] = []
    var y: [Double] = []
    var weights: [Double] = []

    /// Clumps and scatter; whole coordinates on even seeds, so that distances tie and points coincide.
    init(seed: UInt64, count: Int) {
      var random = SplitMix64(seed: seed)
      var centre = (0.0, 0.0)
      for place in 0..<count {
        if place % 20 == 0 { centre = (.random(in: -20...20, using: &random), .random(in: -20...20, using: &random)) }
        let spread = place % 4 == 0 ? 20.0 : 2.0
        var px = centre.0 + .random(in: -spread...spread, using: &random)
        var py = centre.1 + .random(in: -spread...spread, using: &random)
        if seed % 2 == 0 { (px, py) = (px.rounded(), py.rounded()) }
        x.append(px)
        y.append(py)
        weights.append(Double(Int.random(in: 0...3, using: &random)))
      }
    }

    func clusters(_ radius: Double, _ minimum: Double) throws -> PointClusters {
      try dbscan(x: x, y: y, weights: weights, radius: radius, minimumWeight: minimum)
    }
  }

  /// The definition, pair by pair.
  private func slow(_ p: Points, _ radius: Double, _ minimum: Double) -> (labels: [Int32], isCore: [Bool]) {
    let all = p.x.indices
    func square(_ a: Int, _ b: Int) -> Double { (p.x[a] - p.x[b]) * (p.x[a] - p.x[b]) + (p.y[a] - p.y[b]) * (p.y[a] - p.y[b]) }
    func near(_ a: Int, _ b: Int) -> Bool { square(a, b) <= radius * radius }
    let isCore = all.map { a in all.reduce(0) { $0 + (near(a, $1) ? p.weights[$1] : 0) } >= minimum }
    let order = all.sorted { (p.y[$0], p.x[$0]) < (p.y[$1], p.x[$1]) }
    var labels = [Int32](repeating: -1, count: p.x.count)
    var next: Int32 = 0
    for start in order where isCore[start] && labels[start] < 0 {
      labels[start] = next
      var queue = [start]
      while let point = queue.popLast() {
        for other in all where isCore[other] && labels[other] < 0 && near(point, other) {
          labels[other] = next
          queue.append(other)
        }
      }
      next += 1
    }
    for point in all where !isCore[point] {
      var best: Int?
      for core in order where isCore[core] && near(point, core) && (best.map { square(point, core) < square(point, $0) } ?? true)
      {
        best = core
      }
      if let best { labels[point] = labels[best] }
    }
    return (labels, isCore)
  }

  @Test("equals the definition, pair by pair, in any order of the points", arguments: [UInt64](0..<40))
  func oracle(seed: UInt64) throws {
    let points = Points(seed: seed, count: [1, 30, 250][Int(seed) % 3])
    for (radius, minimum) in [(1.0, 3.0), (1.5, 8.0), (3.0, 14.0), (0.5, 1.0)] {
      let found = try points.clusters(radius, minimum)
      let expected = slow(points, radius, minimum)
      #expect(found.labels == expected.labels, "seed \(seed), radius \(radius)")
      #expect(found.isCore == expected.isCore, "seed \(seed), radius \(radius)")
      var random = SplitMix64(seed: seed + 1_000)
      let order = points.x.indices.shuffled(using: &random)
      var shuffled = points
      shuffled.x = order.map { points.x[$0] }
      shuffled.y = order.map { points.y[$0] }
      shuffled.weights = order.map { points.weights[$0] }
      #expect(try shuffled.clusters(radius, minimum).labels == order.map { found.labels[$0] }, "seed \(seed)")
    }
  }

  /// Tenths, whose sums are rounded and depend on their order; a minimum between two tenths is met or missed by all orders alike.
  @Test(arguments: [UInt64](100..<112)) func `fractional weights equal the definition in any order of the points`(_ seed: UInt64)
    throws
  {
    var points = Points(seed: seed, count: 250)
    var random = SplitMix64(seed: seed + 500)
    points.weights = points.weights.map { _ in Double(Int.random(in: 0...9, using: &random)) / 10 }
    let wholes = points.weights.map { ($0 * 10).rounded() }
    for (radius, minimum) in [(1.0, 1.0), (1.5, 2.3), (3.0, 5.6)] {
      let found = try points.clusters(radius, minimum)
      #expect(found.isCore == slow(points, radius, minimum - 0.05).isCore, "seed \(seed), radius \(radius)")
      #expect(found.labels == slow(points, radius, minimum - 0.05).labels, "seed \(seed), radius \(radius)")
      let tenfold = try dbscan(x: points.x, y: points.y, weights: wholes, radius: radius, minimumWeight: (minimum * 10).rounded())
      #expect(found == tenfold, "seed \(seed), radius \(radius)")
      let order = points.x.indices.shuffled(using: &random)
      var shuffled = points
      shuffled.x = order.map { points.x[$0] }
      shuffled.y = order.map { points.y[$0] }
      shuffled.weights = order.map { points.weights[$0] }
      #expect(try shuffled.clusters(radius, minimum).labels == order.map { found.labels[$0] }, "seed \(seed)")
    }
  }

  @Test func `ten weights of a tenth are enough for one, nine are not`() throws {
    for count in [9, 10] {
      let line = (0..<count).map { Double($0) / 100 }
      let tenths = [Double](repeating: 0.1, count: count)
      let found = try dbscan(x: line, y: line, weights: tenths, radius: 1, minimumWeight: 1)
      #expect(found.count == (count == 10 ? 1 : 0))
    }
  }

  @Test func `no points, one point and equal points are clusters or noise by their weight`() throws {
    #expect(try dbscan(x: [], y: [], radius: 1, minimumWeight: 1).count == 0)
    #expect(try dbscan(x: [5], y: [5], radius: 1, minimumWeight: 1).labels == [0])
    #expect(try dbscan(x: [5], y: [5], radius: 1, minimumWeight: 2).labels == [-1])
    let pile = try dbscan(x: [5, 5, 5], y: [5, 5, 5], weights: [1, 2, 3], radius: 1, minimumWeight: 6)
    #expect(pile.labels == [0, 0, 0] && pile.totals(weights: [1, 2, 3]) == [6])
  }

  @Test func `what cannot be measured is refused`() {
    #expect(throws: StatisticsError.lengthMismatch(expected: 1, found: 2)) {
      try dbscan(x: [1], y: [1, 2], radius: 1, minimumWeight: 1)
    }
    #expect(throws: StatisticsError.badWeight(-1)) { try dbscan(x: [1], y: [1], weights: [-1], radius: 1, minimumWeight: 1) }
    #expect(throws: StatisticsError.badWeight(.infinity)) {
      try dbscan(x: [1], y: [1], weights: [.infinity], radius: 1, minimumWeight: 1)
    }
    #expect(throws: StatisticsError.badDistance(0)) { try dbscan(x: [1], y: [1], radius: 0, minimumWeight: 1) }
    #expect(throws: StatisticsError.badDistance(.infinity)) { try dbscan(x: [1], y: [1], radius: .infinity, minimumWeight: 1) }
    #expect(throws: StatisticsError.badMinimumWeight(0)) { try dbscan(x: [1], y: [1], radius: 1, minimumWeight: 0) }
    #expect(throws: StatisticsError.coordinateOutOfRange(.infinity)) {
      try dbscan(x: [.infinity], y: [1], radius: 1, minimumWeight: 1)
    }
    #expect(throws: StatisticsError.coordinateOutOfRange(-0x1p29)) {
      try dbscan(x: [0], y: [-0x1p29], radius: 1, minimumWeight: 1)
    }
  }
}
