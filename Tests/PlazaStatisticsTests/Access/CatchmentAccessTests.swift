import PlazaTesting
import Testing

@testable import PlazaStatistics

@Suite struct CatchmentAccessTests {
  /// Three places, each with a hospital: two suburbs and a centre. pysal/access, `test_hospital_example.py`; A to six decimals.
  @Test(
    arguments: [
      (40.0, 40.0, 80.0, [0.331444, 0.579828, 7.286418]), (20, 40, 80, [0.435340, 0.683724, 5.727977]),
      (40, 20, 80, [0.331072, 0.577858, 7.299992]), (20, 20, 40, [0.442568, 0.666758, 5.740525]),
    ] as [(Double, Double, Double, [Double])])
  func `The hospitals of the published example serve as published`(
    inbound: Double, outbound: Double, across: Double, expected: [Double]
  ) throws {
    let costs = try TravelCosts(
      rows: [
        [(0, 1), (1, across), (2, inbound)], [(0, across), (1, 1), (2, inbound)], [(0, outbound), (1, outbound), (2, 1)],
      ],
      supplyCount: 3)
    let result = try CatchmentAccess(
      people: [100, 50, 10], supply: [15, 20, 100], costs: costs, limit: 61, decay: .power(exponent: 1, scale: 1, minimum: 1e-3))
    for place in 0..<3 { #expect(abs(result.access[place] - expected[place]) < 5e-7) }
    #expect(result.isConserved && result.shared == 135)
  }

  /// pysal/access, `test_floating_catchment_area.py`: 25 places with one supply each, 5 of them with one person each.
  @Test func `On a grid of five by five all share 25, or each has its own`() throws {
    let people = [3, 7, 11, 19, 24]
    let rows = people.map { person in
      (0..<25).map { cell -> (supply: Int, cost: Double) in
        let (dx, dy) = (Double(person % 5 - cell % 5), Double(person / 5 - cell / 5))
        return (cell, (dx * dx + dy * dy).squareRoot())
      }
    }
    let costs = try TravelCosts(rows: rows, supplyCount: 25)
    let (ones, supply) = ([Double](repeating: 1, count: 5), [Double](repeating: 1, count: 25))
    let all = try CatchmentAccess(people: ones, supply: supply, costs: costs, limit: .infinity)
    #expect(all.access.allSatisfy { abs($0 - 5) < 1e-12 })
    let own = try CatchmentAccess(people: ones, supply: supply, costs: costs, limit: 0.9)
    #expect(own.access == ones)
    #expect(own.ratios.count { $0 == nil } == 20 && own.shared == 5)
    #expect(throws: StatisticsError.badDistance(-1)) {
      try CatchmentAccess(people: ones, supply: supply, costs: costs, limit: -1)
    }
  }

  @Test(arguments: CatchmentAccess.Stages.allCases, 0..<20)
  func `It is the obvious double loop, and gives out what there is to share`(stages: CatchmentAccess.Stages, seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let (places, supplies) = (Int.random(in: 1...12, using: &random), Int.random(in: 1...9, using: &random))
    let distance = (0..<places).map { _ in (0..<supplies).map { _ in Double.random(in: 0...900, using: &random) } }
    let people = (0..<places).map { _ in Bool.random(using: &random) ? Double.random(in: 0...500, using: &random) : 0 }
    let supply = (0..<supplies).map { _ in Double.random(in: 0...9, using: &random) }
    let decays: [DistanceDecay] = [
      .none, .gaussian(sigma: 200), .exponential(scale: 300), .power(exponent: 1.5, scale: 100, minimum: 10),
      .logistic(steepness: 5, middle: 400), .linear(limit: 500),
      .step([.init(limit: 200, weight: 1), .init(limit: 400, weight: 0.68), .init(limit: 600, weight: 0.22)]),
    ]
    let decay = decays[seed % decays.count]
    let limit = 600.0
    func weight(_ i: Int, _ j: Int) -> Double {
      func plain(_ j: Int) -> Double { distance[i][j] <= limit ? decay.weight(at: distance[i][j]) : 0 }
      if stages == .two { return plain(j) }
      let sum = (0..<supplies).map(plain).reduce(0, +)
      return sum > 0 ? plain(j) * plain(j) / sum : 0
    }
    let costs = try TravelCosts(
      rows: distance.map { row in row.enumerated().map { (supply: $0.offset, cost: $0.element) }.shuffled(using: &random) },
      supplyCount: supplies)
    let result = try CatchmentAccess(people: people, supply: supply, costs: costs, limit: limit, decay: decay, stages: stages)
    for i in 0..<places {
      var expected = 0.0
      for j in 0..<supplies {
        let reaching = (0..<places).map { people[$0] * weight($0, j) }.reduce(0, +)
        if reaching > 0 { expected += supply[j] / reaching * weight(i, j) }
      }
      #expect(abs(result.access[i] - expected) <= 1e-12 * max(1, expected))
    }
    #expect(result.isConserved)
    #expect(abs(zip(people, result.access).map(*).reduce(0, +) - result.shared) <= 1e-9 * max(1, result.shared))
  }

  @Test func `Nobody within reach leaves a supply without a ratio, and nothing within reach is no access`() throws {
    let costs = try TravelCosts(rows: [[(0, 10)], []], supplyCount: 2)
    let result = try CatchmentAccess(people: [5, 7], supply: [2, 3], costs: costs, limit: 100)
    #expect(result.access == [0.4, 0] && result.ratios == [0.4, nil])
    #expect(result.shared == 2 && result.isConserved)
    #expect(costs.leastCost(ofPlace: 0) == 10 && costs.leastCost(ofPlace: 1) == nil)
    let empty = try CatchmentAccess(people: [0, 0], supply: [2, 3], costs: costs, limit: 100)
    #expect(empty.ratios == [nil, nil] && empty.isConserved)
  }

  @Test func `What cannot be computed with is refused`() throws {
    #expect(throws: StatisticsError.badCost(-1)) { try TravelCosts(rows: [[(0, -1)]], supplyCount: 1) }
    #expect(throws: StatisticsError.neighborOutOfRange(area: 0, neighbor: 1)) {
      try TravelCosts(rows: [[(1, 1)]], supplyCount: 1)
    }
    #expect(throws: StatisticsError.repeatedNeighbor(area: 0, neighbor: 0)) {
      try TravelCosts(rows: [[(0, 1), (0, 2)]], supplyCount: 1)
    }
    let costs = try TravelCosts(rows: [[(0, 1)]], supplyCount: 1)
    #expect(throws: StatisticsError.badPopulation(-1)) { try CatchmentAccess(people: [-1], supply: [1], costs: costs, limit: 1) }
    #expect(throws: StatisticsError.lengthMismatch(expected: 1, found: 2)) {
      try CatchmentAccess(people: [1], supply: [1, 1], costs: costs, limit: 1)
    }
    for decay: DistanceDecay in [.gaussian(sigma: 0), .linear(limit: -1), .power(exponent: 1, scale: 1, minimum: 0)] {
      #expect(throws: StatisticsError.self) { try decay.checked() }
    }
  }
}

@Suite struct DistanceDecayTests {
  /// The values that pysal/access documents for its weights, and the soft score of GHSCI with steepness 5 and 500 m.
  @Test func `Decays have their published values`() {
    let step = DistanceDecay.step([.init(limit: 20, weight: 1), .init(limit: 40, weight: 0.68), .init(limit: 60, weight: 0.22)])
    #expect([0, 10, 20, 30, 40, 50, 60, 70].map(step.weight) == [1, 1, 1, 0.68, 0.68, 0.22, 0.22, 0])
    let gaussian = DistanceDecay.gaussian(sigma: 20)
    for (distance, value) in [(0.0, 1.0), (20, 0.6065306597126334), (40, 0.1353352832366127), (60, 0.011108996538242306)] {
      #expect(abs(gaussian.weight(at: distance) - value) < 1e-15)
    }
    let power = DistanceDecay.power(exponent: 2, scale: 20, minimum: 1)
    for (distance, value) in [(0.0, 400.0), (1, 400), (2, 100), (20, 1), (40, 0.25)] {
      #expect(abs(power.weight(at: distance) - value) < 1e-12)
    }
    let soft = DistanceDecay.logistic(steepness: 5, middle: 500)
    for (distance, value) in [(0.0, 0.993307), (250, 0.924142), (400, 0.731059), (500, 0.5), (1000, 0.006693)] {
      #expect(abs(soft.weight(at: distance) - value) < 5e-7)
    }
    #expect(DistanceDecay.linear(limit: 400).weight(at: 100) == 0.75 && DistanceDecay.linear(limit: 400).weight(at: 500) == 0)
    #expect(abs(DistanceDecay.exponential(scale: 100).weight(at: 100) - 0.36787944117144233) < 1e-15)
  }
}

@Suite struct WeightedGiniTests {
  @Test func `It is half the mean difference of two people over the mean`() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<50 {
      let count = Int.random(in: 1...30, using: &random)
      let values = (0..<count).map { _ in Double.random(in: 0...3, using: &random) }
      let people = (0..<count).map { _ in Double(Int.random(in: 0...40, using: &random)) }
      let all = people.reduce(0, +)
      let mean = zip(values, people).map(*).reduce(0, +) / all
      var difference = 0.0
      for i in values.indices { for j in values.indices { difference += people[i] * people[j] * abs(values[i] - values[j]) } }
      guard all > 0, mean > 0 else { continue }
      #expect(abs(try #require(try gini(of: values, people: people)) - difference / (2 * all * all * mean)) < 1e-12)
      let order = values.indices.shuffled(using: &random)
      #expect(try gini(of: order.map { values[$0] }, people: order.map { people[$0] }) == gini(of: values, people: people))
    }
  }

  @Test func `With one person each it is the coefficient of counts`() throws {
    #expect(
      abs(
        try #require(try gini(of: [10, 8, 2] + [Double](repeating: 0, count: 7), people: .init(repeating: 1, count: 10))) - 0.78)
        < 1e-12)
    #expect(try gini(of: [1, 1, 1], people: [4, 0, 2]) == 0)
    #expect(try gini(of: [0, 0], people: [1, 1]) == nil)
    #expect(try gini(of: [1, 2], people: [0, 0]) == nil)
  }
}
