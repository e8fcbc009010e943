import PlazaTesting
import Testing

@testable import PlazaStatistics

@Suite struct GlobalAutocorrelationTests {
  private let columbus = columbusCrime.map(Optional.some)

  /// `Moran(CRIME, w)` and `Geary(CRIME, w)` of esda 2.9.0 on libpysal's `columbus.gal`, rows scaled.
  @Test func `Moran and Geary of Columbus equal esda`() throws {
    let neighbors = try SpatialWeights(neighbors: columbusNeighbors)
    let moran = try globalMoran(columbus, neighbors: neighbors)
    #expect(relative(try #require(moran.statistic), 0.5001885571828611) < 1e-12)
    let normality = try #require(moran.normality)
    let randomization = try #require(moran.randomization)
    #expect(relative(normality.variance, 0.00856341311940498) < 1e-12)
    #expect(relative(randomization.variance, 0.008689289201332044) < 1e-12)
    #expect(relative(randomization.z, 5.58938267504451) < 1e-12)
    #expect(moran.account.sumOfWeights.rounded() == 49 && moran.account.used == 49)
    let binary = try globalMoran(columbus, neighbors: neighbors, scaling: .none)
    #expect(relative(try #require(binary.statistic), 0.515461436886279) < 1e-12)
    #expect(abs(try #require(binary.randomization).z - 6.211512737) < 0.5e-9)
    let geary = try globalGeary(columbus, neighbors: neighbors)
    #expect(relative(try #require(geary.statistic), 0.5405282027020684) < 1e-12)
    #expect(relative(try #require(geary.normality).variance, 0.009821535433554237) < 1e-12)
    #expect(relative(try #require(geary.randomization).variance, 0.009384263776965005) < 1e-12)
    #expect(relative(try #require(geary.randomization).z, -4.7430615005044645) < 1e-12)
  }

  /// `test_geary.py` of esda: Columbus by rook. These pairs of the list by queen touch in a point only.
  @Test func `Geary of Columbus by rook equals the tests of esda`() throws {
    let corners = [
      4: [15], 6: [11], 7: [12], 8: [24, 19], 9: [21], 10: [14], 14: [25], 23: [28], 24: [29, 27], 25: [28], 27: [36],
      28: [37], 30: [38], 34: [42, 39], 37: [43],
    ]
    let rook = columbusNeighbors.enumerated().map { area, row in
      row.filter { !(corners[area] ?? []).contains($0) && !(corners[$0] ?? []).contains(area) }
    }
    let geary = try globalGeary(columbus, neighbors: SpatialWeights(neighbors: rook))
    #expect(rook.joined().count == 200)
    #expect(relative(try #require(geary.statistic), 0.5154408058652411) < 1e-12)
    #expect(relative(try #require(geary.normality).variance, 0.011403109626468939) < 1e-12)
    #expect(relative(try #require(geary.randomization).variance, 0.010848882767131886) < 1e-12)
    #expect(relative(try #require(geary.randomization).z, -4.652156651668989) < 1e-12)
  }

  /// `G(CRIME, w)` of esda 2.9.0, binary.
  @Test func `the general G of Columbus equals esda`() throws {
    let result = try generalG(columbus, neighbors: SpatialWeights(neighbors: columbusNeighbors))
    let test = try #require(result.randomization)
    #expect(relative(try #require(result.statistic), 0.12780745738195434) < 1e-12)
    #expect(relative(test.expected, 0.10034013605442177) < 1e-12)
    #expect(relative(test.variance, 3.507057303807175e-05) < 1e-10)
    #expect(relative(test.z, 4.638150931985434) < 1e-10)
  }

  /// `test_moran.py` of esda: SIDR74 of `sids2` and HR8893 of `stl_hom`, rows scaled.
  @Test func `Moran of North Carolina and of St. Louis equals the tests of esda`() throws {
    let rates = zip(carolinaDeaths74, carolinaBirths74).map { Optional(Double($0) / $1 * 1_000) }
    let carolina = try globalMoran(rates, neighbors: SpatialWeights(neighbors: carolinaNeighbors))
    // esda has the rates rounded to six decimals.
    #expect(abs(try #require(carolina.statistic) - 0.24772519320480135) < 1e-6)
    let stLouisWeights = try SpatialWeights(neighbors: stLouis.map(\.neighbors))
    let rate = try globalMoran(stLouisRates.map(Optional.some), neighbors: stLouisWeights)
    #expect(relative(try #require(rate.statistic), 0.24365582621771659) < 1e-12)
  }

  /// `test_moran.py` of esda: a 3 × 3 lattice by rook with the values 1 to 9, binary.
  @Test func `the variances of a small lattice equal the tests of esda`() throws {
    let result = try globalMoran((1...9).map { Double($0) }, neighbors: lattice(3, 3), scaling: .none)
    #expect(relative(try #require(result.randomization).variance, 0.0596875) < 1e-12)
    #expect(relative(try #require(result.normality).variance, 0.053125) < 1e-12)
  }

  /// `getisord.py` of esda: six points with a band of 15; p is one-sided there.
  @Test func `the general G of six points equals the documentation of esda`() throws {
    let result = try generalG([2, 3, 3.2, 5, 8, 7], neighbors: sixPoints())
    #expect(abs(try #require(result.statistic) - 0.55709779) < 0.5e-8)
    #expect(abs(try #require(result.randomization).p / 2 - 0.172936) < 1e-6)
  }

  /// `join_counts.py` of esda; its χ² is that of the table of joins, with Yates's correction.
  @Test func `the joins of half a lattice equal esda`() throws {
    let result = try joinCounts((0..<16).map { $0 >= 8 }, neighbors: lattice(4, 4), permutations: Permutations(count: 999))
    let (both, none, mixed) = try (
      #require(result.bothMarked), #require(result.bothUnmarked), #require(result.mixed)
    )
    #expect(both.count == 10 && none.count == 10 && mixed.count == 4)
    let joins = 24.0
    let difference = both.count * none.count - mixed.count * mixed.count / 4 - joins / 2
    #expect(abs(joins * difference * difference / (12 * 12 * 12 * 12) - 8.166667) < 1e-6)
    let permuted = try #require(both.permutation)
    #expect(permuted.pGreater < 0.05 && permuted.pLess > 0.95)
    #expect(try #require(mixed.permutation).pLess < 0.01)
  }

  /// The manual of spdep, `joincount.multi(HICRIME, …)` of Columbus by queen, CRIME cut at 35.
  @Test func `the joins of Columbus equal spdep`() throws {
    let result = try joinCounts(columbusCrime.map { $0 > 35 }, neighbors: SpatialWeights(neighbors: columbusNeighbors))
    let printed: [(JoinCounts.Join?, [Double])] = [
      (result.bothUnmarked, [35, 30.102, 19.247, 1.1164]), (result.bothMarked, [54, 27.694, 18.219, 6.1630]),
      (result.mixed, [29, 60.204, 26.630, -6.0468]),
    ]
    for (join, expected) in printed {
      let join = try #require(join)
      let test = try #require(join.randomization)
      #expect(join.count == expected[0])
      #expect(abs(test.expected - expected[1]) < 0.5001e-3 && abs(test.variance - expected[2]) < 0.5001e-3)
      #expect(abs(test.z - expected[3]) < 0.5001e-4)
    }
  }

  /// The manuals of `moran.test`, `geary.test` and `joincount.multi` of spdep on its own list.
  @Test func `Moran, Geary and joins of the older Columbus equal spdep`() throws {
    let neighbors = try SpatialWeights(neighbors: oldColumbusNeighbors)
    let values = oldColumbusCrime.map(Optional.some)
    let moran = try globalMoran(values, neighbors: neighbors)
    #expect(abs(try #require(moran.statistic) - 0.510951264) < 0.5001e-9)
    #expect(abs(try #require(moran.randomization).variance - 0.008908762) < 0.5001e-9)
    #expect(abs(try #require(moran.normality).variance - 0.008779831) < 0.5001e-9)
    #expect(abs(try #require(moran.randomization).z - 5.6341) < 0.5001e-4)
    let geary = try globalGeary(values, neighbors: neighbors)
    #expect(abs(try #require(geary.statistic) - 0.52986993) < 0.5001e-8)
    #expect(abs(try #require(geary.randomization).variance - 0.00975278) < 0.5001e-8)
    let joins = try joinCounts(oldColumbusCrime.map { $0 > 35 }, neighbors: neighbors)
    #expect(joins.bothUnmarked?.count == 34 && joins.bothMarked?.count == 54 && joins.mixed?.count == 28)
    #expect(abs(try #require(joins.mixed?.randomization).z - -6.0884) < 0.5001e-4)
  }

  /// 720 deals of six values, with weights that are neither equal nor mutual.
  @Test func `the moments of joins, Moran, Geary and G are those of all deals of a small map`() throws {
    let neighbors = try SpatialWeights(
      neighbors: [[1, 2], [0, 2, 3], [1], [1, 4], [3, 5, 0], [4]],
      weights: [[1, 0.5], [1, 2, 1], [1], [0.25, 1], [1, 1, 3], [2]])
    let values = [1.0, 4, 4, 0.5, 9, 2]
    let marks: [Double?] = [1, 0, 0, 1, 1, 0]
    let first = try [
      #require(globalMoran(values, neighbors: neighbors, scaling: .none).randomization),
      #require(globalGeary(values, neighbors: neighbors, scaling: .none).randomization),
      #require(generalG(values, neighbors: neighbors).randomization),
    ]
    let joins = try joinCounts(marks.map { $0 == 1 }, neighbors: neighbors)
    let second = try [
      #require(joins.bothMarked?.randomization), #require(joins.bothUnmarked?.randomization),
      #require(joins.mixed?.randomization),
    ]
    var found = [[Double]](repeating: [], count: 6)
    for order in allOrders(of: Array(0..<6)) {
      let dealt = order.map { values[$0] }
      found[0].append(try #require(globalMoran(dealt, neighbors: neighbors, scaling: .none).statistic))
      found[1].append(try #require(globalGeary(dealt, neighbors: neighbors, scaling: .none).statistic))
      found[2].append(try #require(generalG(dealt, neighbors: neighbors).statistic))
      let joined = try joinCounts(order.map { marks[$0] == 1 }, neighbors: neighbors)
      found[3].append(try #require(joined.bothMarked).count)
      found[4].append(try #require(joined.bothUnmarked).count)
      found[5].append(try #require(joined.mixed).count)
    }
    for (test, sample) in zip(first + second, found) {
      let mean = sample.reduce(0, +) / 720
      let variance = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 720
      #expect(abs(test.expected - mean) < 1e-12)
      #expect(abs(test.variance - variance) < 1e-11)
    }
  }

  @Test func `islands and areas without a value change nothing but the account`() throws {
    let neighbors = try SpatialWeights(neighbors: [[1, 2], [0, 2], [0, 1, 3], [2], []])
    let alone = try SpatialWeights(neighbors: [[1, 2], [0, 2, 4], [0, 1, 3], [2], [1, 5], [4], []])
    let values: [Double?] = [3, 1, 4, 1, 50]
    let more: [Double?] = [3, 1, 4, 1, nil, 77, 99]
    let part = try SpatialWeights(neighbors: [[1, 2], [0, 2], [0, 1, 3], [2]])
    for statistic in [globalMoran, globalGeary, generalG] {
      let expected = try statistic(Array(values.prefix(4)), part, .rows, nil, Permutations(count: 99), 1)
      let island = try statistic(values, neighbors, .rows, nil, Permutations(count: 99), 1)
      let missing = try statistic(more, alone, .rows, nil, Permutations(count: 99), 1)
      #expect(abs(try #require(island.statistic) - #require(expected.statistic)) < 1e-12)
      #expect(abs(try #require(missing.statistic) - #require(expected.statistic)) < 1e-12)
      #expect(island.account == SampleAccount(used: 4, islands: [4], missing: [], sumOfWeights: 4))
      #expect(missing.account == SampleAccount(used: 4, islands: [5, 6], missing: [4], sumOfWeights: 4))
      #expect(island.permutation == expected.permutation)
    }
  }

  @Test func `maps on which nothing can be compared give a reason`() throws {
    for statistic in [globalMoran, globalGeary, generalG] {
      func reason(_ values: [Double?], _ lists: [[Int]]) throws -> UndefinedStatistic? {
        let result = try statistic(values, SpatialWeights(neighbors: lists), .rows, nil, Permutations(count: 9), 2)
        #expect(result.statistic == nil && result.normality == nil && result.permutation == nil)
        return result.undefined
      }
      #expect(try reason([], []) == .tooFewAreas)
      #expect(try reason([1], [[]]) == .island)
      #expect(try reason([1, 2], [[1], [0]]) == .tooFewAreas)
      #expect(try reason([0.1, 0.1, 0.1], [[1], [0, 2], [1]]) == .constantValues)
      #expect(try reason([1, 2, 3], [[], [], []]) == .island)
      #expect(throws: StatisticsError.self) { try reason([1, .nan, 2], [[1], [0, 2], [1]]) }
      #expect(throws: StatisticsError.badValue(.infinity)) { try reason([1, .infinity, 2], [[1], [0, 2], [1]]) }
      #expect(throws: StatisticsError.lengthMismatch(expected: 1, found: 2)) { try reason([1], [[1], [0]]) }
    }
    let line = try SpatialWeights(neighbors: [[1], [0, 2], [1]])
    #expect(try generalG([1, -1, 3], neighbors: line).undefined == .negativeValue)
    #expect(try generalG([0, 0, 3], neighbors: line).undefined == .constantValues)
    #expect(try joinCounts([true, true, true], neighbors: line).undefined == .constantValues)
    #expect(throws: StatisticsError.badOrder) { try globalMoran([1, 2, 3], neighbors: line, order: [0, 1, 1]) }
    #expect(throws: StatisticsError.badPermutationCount(0)) { try Permutations(count: 0) }
  }

  @Test func `neither workers nor the order of the rows nor the unit change a permutation test`() throws {
    var random = SplitMix64(seed: 11)
    let neighbors = try SpatialWeights(neighbors: columbusNeighbors)
    let expected = try globalMoran(columbus, neighbors: neighbors, permutations: Permutations(count: 499, seed: 3))
    for workers in [2, 7] {
      let result = try globalMoran(
        columbus, neighbors: neighbors, permutations: Permutations(count: 499, seed: 3), workers: workers)
      #expect(result == expected)
    }
    let places = (0..<49).shuffled(using: &random)
    let shuffled = try globalMoran(
      places.map { columbus[$0] }, neighbors: SpatialWeights(neighbors: renumbered(columbusNeighbors, places)),
      order: (0..<49).map { places.firstIndex(of: $0)! }, permutations: Permutations(count: 499, seed: 3))
    #expect(shuffled == expected)
    let huge = try globalMoran(
      columbusCrime.map { Optional($0 * 0x1p140) }, neighbors: neighbors, permutations: Permutations(count: 499, seed: 3))
    #expect(huge == expected)
  }

  private typealias NullMap = @Sendable ([Double?], SpatialWeights, Permutations) throws -> PermutationTest?

  private static let nullMaps: [(name: String, test: NullMap)] = [
    ("Moran", { try globalMoran($0, neighbors: $1, permutations: $2).permutation }),
    ("Geary", { try globalGeary($0, neighbors: $1, permutations: $2).permutation }),
    ("G", { try generalG($0, neighbors: $1, permutations: $2).permutation }),
    ("both", { try joinCounts(marks($0), neighbors: $1, permutations: $2).bothMarked?.permutation }),
    ("neither", { try joinCounts(marks($0), neighbors: $1, permutations: $2).bothUnmarked?.permutation }),
    ("mixed", { try joinCounts(marks($0), neighbors: $1, permutations: $2).mixed?.permutation }),
  ]

  private static func marks(_ values: [Double?]) -> [Bool?] { values.map { $0.map { $0 >= 3 } } }

  /// 400 maps without any pattern: at 5 % about 20 false alarms, between 8 and 35 but for one seed in a thousand. Joins are whole numbers that
  /// tie, on either side of the observed one, which makes their p larger and alarms fewer, never more.
  @Test(arguments: 0..<6) func `the permutation p of a map without pattern is uniform`(_ statistic: Int) throws {
    let (name, test) = Self.nullMaps[statistic]
    var random = SplitMix64(seed: 4)
    let neighbors = try lattice(6, 6)
    var alarms = 0
    var sum = 0.0
    for map in 0..<400 {
      let values: [Double?] = (0..<36).map { _ in Double(Int.random(in: 0..<6, using: &random)) }
      let p = try #require(try test(values, neighbors, Permutations(count: 199, seed: UInt64(map)))).p
      sum += p
      if p <= 0.05 { alarms += 1 }
    }
    let ties = statistic > 2
    #expect(((ties ? 2 : 8)...35).contains(alarms), "\(name)")
    #expect(sum / 400 > 0.44 && sum / 400 < (ties ? 0.66 : 0.56), "\(name)")
  }
}

/// A lattice of squares that share a side.
func lattice(_ rows: Int, _ columns: Int) throws -> SpatialWeights {
  try SpatialWeights(
    neighbors: (0..<rows * columns).map { cell in
      let (row, column) = (cell / columns, cell % columns)
      return [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
        .filter { (0..<rows).contains($0.0) && (0..<columns).contains($0.1) }.map { $0.0 * columns + $0.1 }
    })
}

func sixPoints() throws -> SpatialWeights {
  try .within(15, x: [10, 20, 40, 15, 30, 30], y: [10, 10, 10, 20, 20, 30])
}

/// Lists of neighbours for areas that come in another order.
func renumbered(_ lists: [[Int]], _ places: [Int]) -> [[Int]] {
  var numbers = places
  for (number, place) in places.enumerated() { numbers[place] = number }
  return places.map { lists[$0].map { numbers[$0] } }
}

func allOrders(of items: [Int]) -> [[Int]] {
  items.isEmpty ? [[]] : items.flatMap { first in allOrders(of: items.filter { $0 != first }).map { [first] + $0 } }
}
