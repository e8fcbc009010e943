import PlazaTesting
import Testing

@testable import PlazaStatistics

@Suite struct EmpiricalBayesTests {
  private let counts = stLouis.map(\.count)
  private let years = stLouis.map { Optional($0.personYears) }

  /// The documentation of esda 2.9.0, `smoothing.py`.
  @Test func `the rates of St. Louis equal those that esda prints`() throws {
    let printed = [
      2.36718950e-05, 4.54539167e-05, 4.78114019e-05, 2.76907146e-05, 6.58989323e-05, 3.66494122e-05, 5.79952721e-05,
      2.03064590e-05,
      3.31152999e-05, 3.02748380e-05,
    ]
    let rates = try empiricalBayesRates(counts: counts, personYears: years, per: 1)
    for (value, expected) in zip(rates.values, printed) { #expect(abs(try #require(value) - expected) < 0.5000001e-13) }
  }

  @Test func `the spatial rates of St. Louis equal those that esda prints`() throws {
    let printed = [
      4.01485749e-05, 3.62437513e-05, 4.93034844e-05, 5.09387329e-05, 3.72735210e-05, 3.69333797e-05, 5.40245456e-05,
      2.99806055e-05,
      3.73034109e-05, 3.47270722e-05,
    ]
    let neighbors = try SpatialWeights(neighbors: stLouis.map(\.neighbors))
    let rates = try spatialEmpiricalBayesRates(counts: counts, personYears: years, neighbors: neighbors, per: 1)
    for (value, expected) in zip(rates.values, printed) { #expect(abs(try #require(value) - expected) < 0.5000001e-13) }
  }

  @Test func `the excess risks of St. Louis equal those that esda prints`() throws {
    let risks = try excessRisks(counts: counts, personYears: years)
    for (value, expected) in zip(risks, [0.20665681, 0.43613787, 0.42078261]) {
      #expect(abs(try #require(value) - expected) < 0.50001e-8)
    }
  }

  @Test func `both rates equal esda in every one of the 78 counties`() throws {
    let neighbors = try SpatialWeights(neighbors: stLouis.map(\.neighbors))
    let global = try empiricalBayesRates(counts: counts, personYears: years, per: 1)
    let spatial = try spatialEmpiricalBayesRates(counts: counts, personYears: years, neighbors: neighbors, per: 1)
    for (area, row) in stLouis.enumerated() {
      #expect(relative(try #require(global.values[area]), row.global) <= 1e-12)
      #expect(relative(try #require(spatial.values[area]), row.spatial) <= 1e-12)
    }
  }

  /// `EBest(auckland$M77_85, 9 * auckland$Und5_81)` in the manual of spdep prints a = 7.284173e-07 and b = 0.002633436.
  @Test func `the moments of Auckland equal those that spdep prints`() throws {
    let prior = try #require(
      ratePrior(of: auckland.indices, counts: auckland.map(\.deaths), years: auckland.map { 9 * Double($0.under5) }))
    #expect(abs(prior.variance - 7.284173e-07) < 0.5e-13)
    #expect(abs(prior.mean - 0.002633436) < 0.5e-9)
  }

  /// esda 2.9.0 answers 0.05, 0.05, −0.04 and 0.14 here: its variance between areas is negative, so the area with the most events gets the
  /// lowest rate, below 0.
  @Test func `rates that differ less than chance would make them all become the overall rate`() throws {
    let rates = try empiricalBayesRates(counts: [5, 5, 6, 4], personYears: [100, 100, 100, 100], per: 1)
    #expect(rates.values == [0.05, 0.05, 0.05, 0.05])
    #expect(rates.reliabilities == [0, 0, 0, 0])
  }

  /// esda 2.9.0 answers nan for every area as soon as one has no population.
  @Test func `an area without person-years has no rate and changes no other`() throws {
    let with = try empiricalBayesRates(counts: [5, 9, 0, 3, 8], personYears: [100, 80, 0, 60, nil])
    let without = try empiricalBayesRates(counts: [5, 9, 3], personYears: [100, 80, 60])
    #expect(with.values[2] == nil && with.values[4] == nil)
    #expect([with.values[0], with.values[1], with.values[3]] == without.values)
    let line = try SpatialWeights(neighbors: [[1], [0, 2], [1, 3], [2, 4], [3]])
    let spatial = try spatialEmpiricalBayesRates(counts: [5, 9, 0, 3, 8], personYears: [100, 80, 0, 60, nil], neighbors: line)
    let parted = try SpatialWeights(neighbors: [[1], [0], []])
    let apart = try spatialEmpiricalBayesRates(counts: [5, 9, 3], personYears: [100, 80, 60], neighbors: parted)
    #expect([spatial.values[0], spatial.values[1], spatial.values[3]] == apart.values)
    #expect(spatial.values[2] == nil && spatial.values[4] == nil)
    #expect(try excessRisks(counts: [3, 1], personYears: [0, 10]) == [nil, 1])
  }

  /// Counts and populations of the example of `assuncao_rate` in esda, whose standardised values are 1.038, −0.041, −0.563,
  /// −1.731 and so on; rgeoda's `eb_rates` returned values of that kind, which are no rates, until 2025 (rgeoda issue 54).
  @Test func `what comes out is a rate between the own and the overall one`() throws {
    let counts = [30, 25, 25, 15, 33, 21, 30, 20]
    let years: [Double?] = [100, 100, 110, 90, 100, 90, 110, 90]
    let mean = Double(counts.reduce(0, +)) / 790
    let rates = try empiricalBayesRates(counts: counts, personYears: years, per: 1)
    for area in counts.indices {
      let value = try #require(rates.values[area])
      let own = Double(counts[area]) / (years[area] ?? 1)
      #expect(value >= min(own, mean) - 1e-15 && value <= max(own, mean) + 1e-15)
    }
  }

  @Test func `only who is a neighbour matters, not by what weight nor whether oneself is listed`() throws {
    let binary = try SpatialWeights(neighbors: [[1], [0, 2], [1, 3], [2]])
    let selves = try SpatialWeights(neighbors: [[0, 1], [0, 1, 2], [1, 2, 3], [2, 3]])
    let counts = [5, 29, 2, 3]
    let years: [Double?] = [100, 80, 40, 60]
    let expected = try spatialEmpiricalBayesRates(counts: counts, personYears: years, neighbors: binary)
    for weights in [binary.rowStandardized(), selves, selves.rowStandardized()] {
      #expect(try spatialEmpiricalBayesRates(counts: counts, personYears: years, neighbors: weights) == expected)
    }
  }

  @Test func `an island keeps its own rate, and so does a single area`() throws {
    let neighbors = try SpatialWeights(neighbors: [[1], [0], []])
    let rates = try spatialEmpiricalBayesRates(counts: [5, 20, 7], personYears: [100, 80, 40], neighbors: neighbors, per: 1)
    #expect(rates.values[2] == 7.0 / 40)
    #expect(rates.reliabilities[2] == 0)
    #expect(try empiricalBayesRates(counts: [7], personYears: [40], per: 1).values == [7.0 / 40])
  }

  /// esda 2.9.0 answers nan for both rates when nothing was counted.
  @Test func `equal rates stay, nothing counted is a rate of 0, and no areas are none`() throws {
    #expect(try empiricalBayesRates(counts: [1, 2, 4], personYears: [50, 100, 200], per: 100).values == [2, 2, 2])
    let none = try empiricalBayesRates(counts: [0, 0], personYears: [10, 20])
    #expect(none.values == [0, 0])
    let pair = try SpatialWeights(neighbors: [[1], [0]])
    #expect(try spatialEmpiricalBayesRates(counts: [0, 0], personYears: [10, 20], neighbors: pair).values == [0, 0])
    #expect(try excessRisks(counts: [0, 0], personYears: [10, 20]) == [nil, nil])
    #expect(try empiricalBayesRates(counts: [], personYears: []).values.isEmpty)
    #expect(try empiricalBayesRates(counts: [3], personYears: [0]).values == [nil])
  }

  @Test func `random maps give the formulas as they are written, finite and not negative`() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<200 {
      let n = Int.random(in: 1...30, using: &random)
      let counts = (0..<n).map { _ in Int.random(in: 0...12, using: &random) }
      let years: [Double?] = (0..<n).map { _ in
        Int.random(in: 0..<8, using: &random) == 0 ? nil : .random(in: 1...900, using: &random)
      }
      let lists = (0..<n).map { _ in (0..<n).filter { _ in Int.random(in: 0..<4, using: &random) == 0 } }
      let neighbors = try SpatialWeights(neighbors: lists)
      let global = try empiricalBayesRates(counts: counts, personYears: years, per: 1)
      let spatial = try spatialEmpiricalBayesRates(counts: counts, personYears: years, neighbors: neighbors, per: 1)
      let everyone = (0..<n).filter { years[$0] != nil }
      for area in 0..<n {
        guard years[area] != nil else {
          #expect(global.values[area] == nil && spatial.values[area] == nil)
          continue
        }
        let around = Set(lists[area] + [area]).filter { years[$0] != nil }.sorted()
        let slowGlobal = marshall(area, everyone, counts, years.map { $0 ?? 0 })
        let slowSpatial = marshall(area, around, counts, years.map { $0 ?? 0 })
        let values = try (#require(global.values[area]), #require(spatial.values[area]))
        #expect(abs(values.0 - slowGlobal) <= 1e-12 && abs(values.1 - slowSpatial) <= 1e-12)
        #expect(values.0 >= 0 && values.1 >= 0)
      }
    }
  }

  @Test func `the least and the most person-years still give numbers`() throws {
    let pair = try SpatialWeights(neighbors: [[1], [0]])
    for years in [[1e-50, 1e50], [1e-50, 1e-50], [1e50, 1e50]] {
      let global = try empiricalBayesRates(counts: [1, 1_000_000], personYears: years)
      let spatial = try spatialEmpiricalBayesRates(counts: [1, 1_000_000], personYears: years, neighbors: pair)
      for value in global.values + spatial.values + global.reliabilities { #expect(try #require(value).isFinite) }
    }
    #expect(throws: StatisticsError.badPersonYears(1e-51)) { try empiricalBayesRates(counts: [1], personYears: [1e-51]) }
  }

  @Test func `what cannot be is refused`() throws {
    #expect(throws: StatisticsError.lengthMismatch(expected: 2, found: 1)) {
      try empiricalBayesRates(counts: [1, 2], personYears: [1])
    }
    #expect(throws: StatisticsError.negativeCount(-1)) { try empiricalBayesRates(counts: [-1], personYears: [1]) }
    for years in [-1, Double.infinity] {
      #expect(throws: StatisticsError.badPersonYears(years)) { try empiricalBayesRates(counts: [1], personYears: [years]) }
    }
    #expect(throws: StatisticsError.self) { try empiricalBayesRates(counts: [1], personYears: [.nan]) }
    let one = try SpatialWeights(neighbors: [[]])
    #expect(throws: StatisticsError.lengthMismatch(expected: 2, found: 1)) {
      try spatialEmpiricalBayesRates(counts: [1, 2], personYears: [1, 2], neighbors: one)
    }
  }

  /// Marshall's estimator as the formula is written, for one area among others.
  private func marshall(_ area: Int, _ others: [Int], _ counts: [Int], _ years: [Double]) -> Double {
    let population = others.map { years[$0] }.reduce(0, +)
    let mean = others.map { Double(counts[$0]) }.reduce(0, +) / population
    let squared = others.map { years[$0] * (Double(counts[$0]) / years[$0] - mean) * (Double(counts[$0]) / years[$0] - mean) }
      .reduce(0, +)
    let between = max(0, squared / population - mean / (population / Double(others.count)))
    let own = Double(counts[area]) / years[area]
    return between == 0 ? mean : mean + between / (between + mean / years[area]) * (own - mean)
  }
}

@Suite struct SpatialWeightsTests {
  @Test func `rows are sorted and pairs of no weight are left out`() throws {
    let weights = try SpatialWeights(neighbors: [[2, 1], [0], [], [3, 0]], weights: [[0.5, 2], [0], [], [1, 3]])
    #expect(weights.rowOffsets == [0, 2, 2, 2, 4])
    #expect(weights.columnIndices == [1, 2, 0, 3])
    #expect(weights.weights == [2, 0.5, 3, 1])
    #expect(weights.count == 4)
    #expect(Array(weights.neighbors(of: 3)) == [0, 3])
    #expect(weights.islands == [1, 2])
    #expect(weights.rowStandardized().weights == [0.8, 0.2, 0.75, 0.25])
  }

  @Test func `an area that has only itself is an island`() throws {
    #expect(try SpatialWeights(neighbors: [[0], [0]]).islands == [0])
    #expect(try SpatialWeights(neighbors: []).count == 0)
  }

  @Test func `what cannot be is refused`() {
    #expect(throws: StatisticsError.neighborOutOfRange(area: 1, neighbor: 2)) { try SpatialWeights(neighbors: [[1], [2]]) }
    #expect(throws: StatisticsError.neighborOutOfRange(area: 0, neighbor: -1)) { try SpatialWeights(neighbors: [[-1]]) }
    #expect(throws: StatisticsError.repeatedNeighbor(area: 0, neighbor: 1)) { try SpatialWeights(neighbors: [[1, 0, 1], []]) }
    #expect(throws: StatisticsError.badWeight(-1)) { try SpatialWeights(neighbors: [[0]], weights: [[-1]]) }
    #expect(throws: StatisticsError.lengthMismatch(expected: 1, found: 2)) {
      try SpatialWeights(neighbors: [[0]], weights: [[1, 1]])
    }
    #expect(throws: StatisticsError.lengthMismatch(expected: 1, found: 0)) { try SpatialWeights(neighbors: [[0]], weights: []) }
  }
}
