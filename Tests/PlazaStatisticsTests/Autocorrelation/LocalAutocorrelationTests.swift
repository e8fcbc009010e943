import PlazaTesting
import Testing

@testable import PlazaStatistics

@Suite struct LocalAutocorrelationTests {
  private let columbus = columbusCrime.map(Optional.some)

  /// Anselin 1995, as the manual of spdep prints it: Egypt 6.9467, −0.29968, 4.2971, 3.4957; the mean is Moran's I, 0.4167956.
  @Test func `local Moran of Africa equals spdep in all 42 countries, but for its constant n`() throws {
    let neighbors = try SpatialWeights(neighbors: africa.map(\.neighbors))
    let values = africa.map { Optional($0.conflict) }
    let conditional = try localMoran(values, neighbors: neighbors)
    let total = try localMoran(values, neighbors: neighbors, moments: .total)
    let ratio = 42.0 / 41
    for (area, row) in africa.enumerated() {
      let test = try #require(conditional.moments[area])
      let found = try [
        #require(conditional.statistics[area]) * ratio, test.expected * ratio, test.variance * ratio * ratio, test.z,
      ]
      for (value, expected) in zip(found, row.conditional) { #expect(abs(value - expected) < 1e-9 * max(1, abs(expected))) }
      let all = try #require(total.moments[area])
      for (value, expected) in zip([all.expected * ratio, all.variance * ratio * ratio, all.z], row.total) {
        #expect(abs(value - expected) < 1e-9 * max(1, abs(expected)))
      }
    }
    let sum = conditional.statistics.reduce(0) { $0 + $1! }
    #expect(abs(sum / 41 - 0.4167956) < 0.5e-7)
    #expect(abs(try #require(globalMoran(values, neighbors: neighbors).statistic) - 0.4167956) < 0.5e-7)
  }

  /// The manual of spdep, `p.adjustSP`: EGYPT 4.42133637, SUDAN 4.03925235.
  @Test func `Gi* of Africa equals spdep in all 42 countries`() throws {
    let neighbors = try SpatialWeights(neighbors: africa.map(\.neighbors))
    let result = try getisOrd(africa.map { $0.conflict }, neighbors: neighbors)
    for (area, row) in africa.enumerated() { #expect(abs(try #require(result.z[area]) - row.star) < 1e-9) }
    #expect(abs(try #require(result.z[4]) - 4.42133637) < 0.5e-8)
    #expect(abs(try #require(result.z[9]) - 4.03925235) < 0.5e-8)
  }

  /// `getisord.py` of esda, 0-based points with a band of 15. Its own default, `transform="R"`, answers −0.6207 for the first Gi where Ord and
  /// Getis have −1.0137: z must not depend on whether rows are scaled, so here it does not.
  @Test func `Gi and Gi* of six points equal Ord and Getis, whatever the scale of the rows`() throws {
    let values: [Double?] = [2, 3, 3.2, 5, 8, 7]
    let printed = [-1.0136729, -0.04361589, 1.31558703, -0.31412676, 1.15373986, 1.77833941]
    let printedStar = [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331]
    let binary = try sixPoints()
    for weights in [binary, binary.rowStandardized(), binary.includingSelf(), binary.includingSelf().rowStandardized()] {
      let plain = try getisOrd(values, neighbors: weights, includingSelf: false)
      let star = try getisOrd(values, neighbors: weights)
      for area in 0..<6 {
        #expect(abs(try #require(plain.z[area]) - printed[area]) < 0.5000001e-7)
        #expect(abs(try #require(star.z[area]) - printedStar[area]) < 0.5000001e-7)
      }
    }
  }

  /// Getis and Ord 1996, as the manual of spdep's `localG` prints it: the 120th of 256 points. The book has 1.447943 for Gi*, with n − 1 in
  /// the variance.
  @Test func `Gi of the square of Getis and Ord equals the published values`() throws {
    let x = (0..<256).map { Double($0 % 16 * 30) }
    let y = (0..<256).map { Double($0 / 16 * 30) }
    for (distance, expected) in [(30.0, 1.221979), (60, 1.748098), (90, 1.986135), (120, 1.893374), (150, 1.237454)] {
      let result = try getisOrd(
        getisOrdGrid.map(Optional.some), neighbors: .within(distance, x: x, y: y), includingSelf: false)
      #expect(abs(try #require(result.z[119]) - expected) < 0.5001e-6)
    }
    let star = try getisOrd(getisOrdGrid.map(Optional.some), neighbors: .within(30, x: x, y: y))
    #expect(abs(try #require(star.z[119]) - 1.45078) < 0.5001e-5)
  }

  /// The manual of spdep's `EBImoran.mc`: SIDS74 with the list of Cressie and Chan, binary: 0.25789. Two counties are islands; spdep counts them in
  /// the mean and in n, as the map's statistics of the command do; the plain function leaves them out.
  @Test func `Moran on standardised rates is that of spdep, but for islands`() throws {
    let rates = try standardizedRates(counts: cressieDeaths, personYears: cressieBirths).map { try #require($0) }
    let neighbors = try SpatialWeights(neighbors: cressieNeighbors)
    let mean = rates.reduce(0, +) / 100
    let pairs = rates.indices.flatMap { area in cressieNeighbors[area].map { (area, $0) } }
    let products = pairs.reduce(0) { $0 + (rates[$1.0] - mean) * (rates[$1.1] - mean) }
    let squares = rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    #expect(abs(100 / Double(pairs.count) * products / squares - 0.25789) < 0.5001e-5)
    let all = try mapMoran(
      rates.map(Optional.some), neighbors: neighbors, scaling: .none, order: nil, permutations: nil, withIslands: true, workers: 1
    )
    #expect(abs(try #require(all.statistic) - 0.25789) < 0.5001e-5 && all.account.used == 100)
    let ours = try globalMoran(rates.map(Optional.some), neighbors: neighbors, scaling: .none)
    #expect(ours.account.used == 98 && ours.account.islands.count == 2)
    let used = rates.indices.filter { !ours.account.islands.contains($0) }.map { rates[$0] }
    let usedMean = used.reduce(0, +) / 98
    let usedProducts = pairs.reduce(0) { $0 + (rates[$1.0] - usedMean) * (rates[$1.1] - usedMean) }
    let usedSquares = used.reduce(0) { $0 + ($1 - usedMean) * ($1 - usedMean) }
    #expect(relative(try #require(ours.statistic), 98 / Double(pairs.count) * usedProducts / usedSquares) < 1e-12)
  }

  @Test func `local Moran, Gi* and Gi of Columbus equal esda, permutations within their error`() throws {
    let neighbors = try SpatialWeights(neighbors: columbusNeighbors)
    let moran = try localMoran(columbus, neighbors: neighbors, permutations: Permutations(count: 99_999), workers: 2)
    let star = try getisOrd(columbus, neighbors: neighbors, permutations: Permutations(count: 99_999), workers: 2)
    let plain = try getisOrd(columbus, neighbors: neighbors, includingSelf: false)
    for area in 0..<49 {
      #expect(abs(try #require(moran.statistics[area]) - columbusLocalMoran[area]) < 1e-9)
      #expect(abs(try #require(star.z[area]) - columbusStar[area]) < 1e-9)
      #expect(abs(try #require(plain.z[area]) - columbusGi[area]) < 1e-9)
      // Both sides have the error of 99 999 draws; five standard errors of their difference. Our p is twice esda's: it is two-sided.
      let p = columbusOneSidedP[area]
      let test = try #require(moran.permutation[area])
      #expect(abs(min(test.pGreater, test.pLess) - p) < 5 * (2 * p * (1 - p) / 100_000).squareRoot() + 2e-5)
      #expect(test.p == min(1, 2 * min(test.pGreater, test.pLess)))
      #expect(test.p == star.permutation[area]?.p)
    }
  }

  /// `test_moran.py` of esda: SIDS79, `Moran_Rate` I 0.16622343552567395 with a one-sided p of 0.004191499504892171; `Moran_Local_Rate`.
  @Test func `Moran on standardised rates equals esda`() throws {
    let rates = try standardizedRates(counts: carolinaDeaths79, personYears: carolinaBirths79)
    let neighbors = try SpatialWeights(neighbors: carolinaNeighbors)
    let result = try globalMoran(rates, neighbors: neighbors)
    #expect(relative(try #require(result.statistic), 0.16622343552567395) < 1e-12)
    #expect(abs(try #require(result.normality).p / 2 - 0.004191499504892171) < 1e-12)
    let local = try localMoran(rates, neighbors: neighbors).statistics.map { try #require($0) }
    #expect(relative(local[1], -1.2113398549717034) < 1e-11)
    #expect(relative(local.reduce(0, +), 16.456120117041728) < 1e-11)
  }

  /// The documentation of esda, `assuncao_rate`.
  @Test func `standardised rates of eight regions equal esda`() throws {
    let rates = try standardizedRates(
      counts: [30, 25, 25, 15, 33, 21, 30, 20], personYears: [100, 100, 110, 90, 100, 90, 110, 90])
    for (value, expected) in zip(rates, [1.03843594, -0.04099089, -0.56250375, -1.73061861]) {
      #expect(abs(try #require(value) - expected) < 0.5000001e-8)
    }
    #expect(try standardizedRates(counts: [0, 0, 4], personYears: [3, 4, nil]) == [nil, nil, nil])
    // Rates alike beyond chance: the variance of the first would be negative, so chance alone is its unit.
    let alike = try standardizedRates(counts: [10, 10, 9], personYears: [1_000, 1_000, 1_000])
    #expect(alike.allSatisfy { $0!.isFinite })
  }

  /// The kernel deals the first places of a shuffle; here all 210 ways to draw are counted.
  @Test func `conditional permutation draws each set of the other areas equally often`() throws {
    let weights = try SpatialWeights(neighbors: [[1, 2, 3], [0], [], [], [], [], [], []])
    let values: [Double?] = [7, 1, 2, 4, 8, 16, 32, 64]
    let sets = allOrders(of: Array(1..<8)).map { $0.prefix(3).reduce(0) { $0 + values[$1]! } }
    let expected = Double(sets.count { $0 >= 50 }) / Double(sets.count)
    let shifted = try SpatialWeights(neighbors: [[2, 4, 5], [0], [], [], [], [], [], []])
    #expect(weights.count == shifted.count && values[2]! + values[4]! + values[5]! == 26)
    let test = try #require(
      try getisOrd(values, neighbors: shifted, permutations: Permutations(count: 99_999)).permutation[0])
    let atLeast = Double(sets.count { $0 >= 26 }) / Double(sets.count)
    #expect(abs(test.pGreater - atLeast) < 0.008)
    #expect(expected < atLeast)
    // With unequal weights every order of the draw counts.
    let uneven = try SpatialWeights(
      neighbors: [[2, 4], [], [], [], [], [], [], []], weights: [[1, 3], [], [], [], [], [], [], []])
    let sums = allOrders(of: Array(1..<8)).map { values[$0[0]]! + 3 * values[$0[1]]! }
    let found = try #require(try getisOrd(values, neighbors: uneven, permutations: Permutations(count: 99_999)).permutation[0])
    #expect(abs(found.pLess - Double(sums.count { $0 <= 26 }) / Double(sums.count)) < 0.008)
  }

  /// Few out of many are drawn side by side: of 33 other areas every ordered pair, and of a large map as many of its ones as the hypergeometric
  /// distribution says, also where places need more than 16 bits.
  @Test func `conditional permutation draws few out of many as often as they can be chosen`() throws {
    let plan = try Permutations(count: 99_999)
    let values = (0..<34).map { Double($0 * $0 % 37) }
    let pairs = (1..<34).flatMap { a in (1..<34).filter { $0 != a }.map { values[a] + 3 * values[$0] } }
    for observed in [(1, 5), (33, 2), (7, 20)] {
      var (lists, weights) = ([[Int]](repeating: [], count: 34), [[Double]](repeating: [], count: 34))
      (lists[0], weights[0]) = ([min(observed.0, observed.1), max(observed.0, observed.1)], [1, 3])
      let sum = values[lists[0][0]] + 3 * values[lists[0][1]]
      let test = try #require(
        try getisOrd(
          values.map(Optional.some), neighbors: SpatialWeights(neighbors: lists, weights: weights), permutations: plan
        ).permutation[0])
      for (found, places) in [(test.pGreater, pairs.count { $0 >= sum }), (test.pLess, pairs.count { $0 <= sum })] {
        let p = Double(places) / Double(pairs.count)
        #expect(abs(found - p) < 5 * (p * (1 - p) / 100_000).squareRoot() + 2e-5)
      }
    }
    // Areas, ones among the others, neighbours, ones among those.
    for (areas, ones, drawn, observed) in [(34, 3, 2, 2), (600, 60, 8, 3), (70_000, 7_000, 4, 2)] {
      var lists = [[Int]](repeating: [], count: areas)
      lists[0] = Array(areas - drawn..<areas)
      let values: [Double?] = (0..<areas).map {
        $0 >= areas - observed || (areas - drawn - (ones - observed)..<areas - drawn).contains($0) ? 1 : 0
      }
      let test = try #require(
        try getisOrd(values, neighbors: SpatialWeights(neighbors: lists), permutations: plan).permutation[0])
      let p = (observed...drawn).reduce(0) { $0 + hypergeometric($1, of: drawn, ones: ones, among: areas - 1) }
      #expect(abs(test.pGreater - p) < 5 * (p * (1 - p) / 100_000).squareRoot() + 2e-5)
    }
  }

  /// The chance of so many ones among values drawn without replacement, drawn one after the other.
  private func hypergeometric(_ found: Int, of drawn: Int, ones: Int, among total: Int) -> Double {
    var ways = 1.0
    for place in 0..<drawn {
      ways *= place < found ? Double(ones - place) : Double(total - ones - (place - found))
      ways /= Double(total - place)
    }
    for place in 0..<found { ways *= Double(drawn - place) / Double(place + 1) }
    return ways
  }

  @Test func `neither workers nor other areas change the draws of a large map`() throws {
    var random = SplitMix64(seed: 3)
    let neighbors = try lattice(25, 25)
    let values: [Double?] = (0..<625).map { _ in Double(Int.random(in: 0..<9, using: &random)) }
    let plan = try Permutations(count: 1_003, seed: 9)
    let expected = try localMoran(values, neighbors: neighbors, permutations: plan)
    for workers in [2, 7] {
      #expect(try localMoran(values, neighbors: neighbors, permutations: plan, workers: workers) == expected)
    }
    // A map of twice the areas, the further ones without values: each draws from the stream of its rank.
    let longer = try SpatialWeights(
      neighbors: (0..<1_250).map { $0 < 625 ? neighbors.neighbors(of: $0).map(Int.init) : [] })
    let found = try localMoran(values + [Double?](repeating: nil, count: 625), neighbors: longer, permutations: plan)
    #expect(Array(found.permutation.prefix(625)) == expected.permutation)
  }

  @Test func `neither workers nor the order of the rows change a permutation test`() throws {
    var random = SplitMix64(seed: 21)
    let neighbors = try SpatialWeights(neighbors: columbusNeighbors)
    let plan = try Permutations(count: 999, seed: 9)
    let expected = try localMoran(columbus, neighbors: neighbors, permutations: plan)
    let expectedStar = try getisOrd(columbus, neighbors: neighbors, permutations: plan)
    for workers in [2, 7] {
      #expect(try localMoran(columbus, neighbors: neighbors, permutations: plan, workers: workers) == expected)
      #expect(try getisOrd(columbus, neighbors: neighbors, permutations: plan, workers: workers) == expectedStar)
    }
    let places = (0..<49).shuffled(using: &random)
    let order = (0..<49).map { places.firstIndex(of: $0)! }
    let moved = try SpatialWeights(neighbors: renumbered(columbusNeighbors, places))
    let shuffled = try localMoran(places.map { columbus[$0] }, neighbors: moved, order: order, permutations: plan)
    let shuffledStar = try getisOrd(places.map { columbus[$0] }, neighbors: moved, order: order, permutations: plan)
    for (place, area) in places.enumerated() {
      #expect(shuffled.statistics[place] == expected.statistics[area] && shuffled.lags[place] == expected.lags[area])
      #expect(shuffled.permutation[place] == expected.permutation[area])
      #expect(shuffledStar.z[place] == expectedStar.z[area])
      #expect(shuffledStar.permutation[place] == expectedStar.permutation[area])
    }
  }

  /// 60 maps of 36 areas without any pattern, 2 160 tests: at 5 % at most 108 are expected, fewer as equal counts make ties; at most 150 but for
  /// one seed in ten thousand were they independent. After Benjamini and Hochberg's correction 5 % of the maps may have one.
  @Test func `maps without pattern give no more false alarms than stated`() throws {
    var random = SplitMix64(seed: 5)
    let neighbors = try lattice(6, 6)
    var alarms = 0
    var maps = 0
    for map in 0..<60 {
      let values: [Double?] = (0..<36).map { _ in Double.random(in: 0..<1, using: &random) }
      let plan = Permutations(tests: 36, seed: UInt64(map))
      let p = try localMoran(values, neighbors: neighbors, permutations: plan).permutation.map { $0?.p }
      alarms += p.count { $0! <= 0.05 }
      if MultipleTesting.benjaminiHochberg.adjusted(p).contains(where: { $0! <= 0.05 }) { maps += 1 }
    }
    #expect((66...150).contains(alarms))
    #expect(maps <= 9)
  }

  /// libgeoda's `GetFDR` stops at the first p-value above its bound and so falls back to Bonferroni's (geoda issue 2353); R = 999 on 100 areas then
  /// finds nothing, where stepping up finds the planted ones.
  @Test func `a planted hot spot is found by stepping up where stopping at the first finds none`() throws {
    let z: [Double?] = (0..<100).map { $0 < 5 ? 4 : 0 }
    let p: [Double?] = (0..<100).map { $0 < 5 ? 0.002 : 0.9 }
    let account = SampleAccount(used: 100, islands: [], missing: [], sumOfWeights: 100)
    let none = [UndefinedStatistic?](repeating: nil, count: 100)
    let result = GetisOrd(z: z, p: p, permutation: [], undefined: none, account: account)
    #expect(result.bins().prefix(6) == [2, 2, 2, 2, 2, 0])
    #expect(result.bins(.bonferroni).allSatisfy { $0 == 0 })
  }

  /// spdep labelled the clusters of G by whether the area's own value is above the mean (pull request 170).
  @Test func `an area of low value amid high ones is hot`() throws {
    var values = [Double?](repeating: 1, count: 121)
    for row in 4...6 { for column in 4...6 { values[row * 11 + column] = 20 } }
    values[60] = 0
    let result = try getisOrd(values, neighbors: lattice(11, 11))
    #expect(try #require(result.bins()[60]) == 3)
  }

  @Test func `the number of permutations follows the number of tests`() throws {
    #expect([0, 1, 25, 26, 199, 10_000].map { Permutations(tests: $0).count } == [999, 999, 999, 9_999, 9_999, 9_999])
    #expect(try Permutations(count: 999).resolves(tests: 25) && !Permutations(count: 999).resolves(tests: 10_000))
    #expect(try Permutations(count: 999).leastP == 0.002 && Permutations(count: 1).leastP == 1)
  }

  @Test func `areas on which nothing can be compared have a reason, and no number is NaN`() throws {
    func reasons(_ values: [Double?], _ lists: [[Int]]) throws -> [[UndefinedStatistic?]] {
      let neighbors = try SpatialWeights(neighbors: lists)
      let plan = try Permutations(count: 19)
      let moran = try localMoran(values, neighbors: neighbors, permutations: plan, workers: 3)
      let star = try getisOrd(values, neighbors: neighbors, permutations: plan, workers: 3)
      let plain = try getisOrd(values, neighbors: neighbors, includingSelf: false, permutations: plan)
      for area in values.indices {
        #expect((moran.statistics[area] == nil) == (moran.undefined[area] != nil))
        #expect((star.z[area] == nil) == (star.undefined[area] != nil))
        #expect((plain.z[area] == nil) == (plain.undefined[area] != nil))
        for number in [
          moran.statistics[area], moran.lags[area], moran.moments[area]?.z, star.z[area], star.p[area], plain.z[area],
        ] {
          if let number { #expect(number.isFinite) }
        }
      }
      return [moran.undefined, star.undefined, plain.undefined]
    }
    #expect(try reasons([], []) == [[], [], []])
    #expect(try reasons([5], [[]]) == [[.island], [.island], [.island]])
    #expect(try reasons([5, 6], [[1], [0]])[0] == [.tooFewAreas, .tooFewAreas])
    #expect(try reasons([5, 6, 7], [[], [], []])[1] == [.island, .island, .island])
    #expect(try reasons([0.1, 0.1, 0.1], [[1], [0, 2], [1]])[1] == [.constantValues, .constantValues, .constantValues])
    #expect(
      try reasons([1, nil, 3, 4], [[1], [0], [3], [2]]) == [
        [.island, .noValue, nil, nil], [.island, .noValue, nil, nil], [.island, .noValue, nil, nil],
      ])
    #expect(
      try reasons([1, 2, 3], [[1, 2], [0, 2], [0, 1]])[1] == [.everyAreaIsNeighbor, .everyAreaIsNeighbor, .everyAreaIsNeighbor])
    // All but the first are equal: nothing can be said of what surrounds it, but Gi* sees it.
    #expect(try reasons([9, 1, 1, 1, 1], [[1], [0, 2], [1, 3], [2, 4], [3]])[2] == [.constantValues, nil, nil, nil, nil])
    #expect(try reasons([1e-50, 3e-50, 1e-49, 2e-50], [[1], [0, 2], [1, 3], [2]])[0] == [nil, nil, nil, nil])
    #expect(throws: StatisticsError.self) { try reasons([1, .nan], [[1], [0]]) }
  }

  @Test func `the lag of an area among zeros is zero`() throws {
    let values: [Double?] = [0, 0, 0, 0, 0, 0, 0, 0, 6]
    let lags = try localMoran(values, neighbors: lattice(3, 3)).lags
    #expect(lags == [0, 0, 0, 0, 0, 2, 0, 2, 0])
  }

  @Test func `equal values are ties however the sums are rounded`() throws {
    // Every neighbourhood holds 0.1, 0.2 and 0.3 in some order, or two of them twice.
    let values: [Double?] = [0.1, 0.2, 0.3, 0.1, 0.2, 0.3, 0.1, 0.2, 0.3]
    let small = try getisOrd(values, neighbors: lattice(3, 3), permutations: Permutations(count: 999))
    let whole = try getisOrd([1, 2, 3, 1, 2, 3, 1, 2, 3], neighbors: lattice(3, 3), permutations: Permutations(count: 999))
    #expect(small.permutation == whole.permutation)
  }
}
