import Glibc
import PlazaTesting
import Testing

@testable import PlazaStatistics

/// Births with Down's syndrome and all births in Michigan 1950–1964 by the mother's age (rows of six) and the birth order 1 to 5 and over.
///
/// Fleiss 1981, page 249, as the example of `ageadjust.direct` in the manual of epitools has them; it says there that the average of the five
/// populations as standard recreates table 1 of Fay and Feuer 1997. The rates below are per 100 000, by the formulas of the paper in
/// scipy 1.17.1.
private let births: [(counts: [Int], births: [Double], crude: Double, rate: Double, low: Double, high: Double)] = [
  (
    [107, 141, 60, 40, 39, 25], [230_061, 329_449, 114_920, 39_487, 14_208, 3_052], 56.347505460374165, 92.30452553319945,
    80.44174985070426, 105.76334574926118
  ),
  (
    [25, 150, 110, 84, 82, 39], [72_202, 326_701, 208_667, 83_228, 28_466, 5_375], 67.61987693182398, 91.17411683466409,
    82.36121165200443, 100.86757631725105
  ),
  (
    [3, 71, 114, 103, 108, 75], [15_050, 175_702, 207_081, 117_300, 45_026, 8_660], 83.33054978824546, 85.06922133830194,
    77.18345340272157, 94.22356983220654
  ),
  (
    [1, 26, 64, 89, 137, 96], [2_293, 68_800, 132_424, 98_301, 46_075, 9_834], 115.45116806950551, 92.71786505519977,
    80.00999275539931, 114.66944482258438
  ),
  (
    [0, 8, 63, 112, 262, 295], [327, 30_666, 123_419, 149_919, 104_088, 34_392], 167.11418641361664, 75.5290074452568,
    67.70212041764665, 188.3001727277759
  ),
]
private let allBirths: [Double] = [319_933, 931_318, 786_511, 488_235, 237_863, 61_313]

@Suite struct DirectlyStandardizedRateTests {
  @Test func `an age that nobody has goes with the next of its sex, the older first`() throws {
    // Two sexes by three ages; of the first nobody is young, of the second nobody is old.
    let merged = try MergedStrata(
      counts: [1, 4, 6, 3, 2, 1], personYears: [0, 200, 300, 100, 100, 0], standard: [10, 20, 30, 10, 20, 30], ages: 3)
    #expect(merged.counts == [0, 5, 6, 3, 3, 0] && merged.standard == [0, 30, 30, 10, 50, 0] && merged.merged == 2)
    let rate = try directlyStandardizedRate(
      counts: merged.counts, personYears: merged.personYears, standard: merged.standard)
    #expect(abs(rate.value - (30 * 5.0 / 200 + 30 * 6.0 / 300 + 10 * 3.0 / 100 + 50 * 3.0 / 100) / 120 * 1e5) < 1e-6)
    #expect(throws: StatisticsError.emptyStratum(0)) {
      try MergedStrata(counts: [0, 0, 1, 1], personYears: [0, 0, 5, 5], standard: [1, 1, 1, 1], ages: 2)
    }
    let whole = try MergedStrata(counts: [1, 2], personYears: [5, 5], standard: [1, 0], ages: 2)
    #expect(whole.merged == 0 && whole.counts == [1, 2])
  }

  @Test func `the rates of Down's syndrome by birth order and their gamma limits follow Fay and Feuer`() throws {
    for row in births {
      let crude = try #require(try rate(count: row.counts.reduce(0, +), personYears: row.births.reduce(0, +)))
      #expect(relative(crude.value, row.crude) <= 1e-13)
      for standard in [allBirths, allBirths.map { $0 / 5 }] {
        let rate = try directlyStandardizedRate(counts: row.counts, personYears: row.births, standard: standard)
        #expect(relative(rate.value, row.rate) <= 1e-12)
        #expect(relative(rate.limits.low, row.low) <= 1e-11)
        #expect(relative(rate.limits.high, row.high) <= 1e-11)
      }
    }
  }

  /// The paper's own claim: exact where the standard is proportional to the population.
  @Test func `with a standard of the population's own shape the rate is the crude one and its limits the exact ones`() throws {
    var random = SplitMix64(seed: 13)
    for _ in 0..<100 {
      let strata = Int.random(in: 1...20, using: &random)
      let counts = (0..<strata).map { _ in Int.random(in: 0...9, using: &random) }
      let years = (0..<strata).map { _ in Double.random(in: 10...1e5, using: &random) }
      let standardized = try directlyStandardizedRate(counts: counts, personYears: years, standard: years.map { 3 * $0 })
      let crude = try #require(try rate(count: counts.reduce(0, +), personYears: years.reduce(0, +)))
      #expect(relative(standardized.value, crude.value) <= 1e-12)
      #expect(relative(standardized.limits.low, crude.limits.low) <= 1e-9)
      #expect(relative(standardized.limits.high, crude.limits.high) <= 1e-9)
    }
  }

  @Test func `nothing counted is a rate of 0 with the upper limit of the heaviest stratum`() throws {
    let rate = try directlyStandardizedRate(counts: [0, 0], personYears: [100, 400], standard: [1, 1], per: 1)
    #expect(rate.value == 0 && rate.limits.low == 0)
    #expect(relative(rate.limits.high, -log(0.025) * 0.5 / 100) <= 1e-13)
  }

  /// Few events, a young population and an old standard: normal limits miss the true rate far more often than they say, the gamma ones do not.
  @Test func `gamma limits cover the true rate at least as often as they say where normal ones do not`() throws {
    var random = SplitMix64(seed: 17)
    let years = [3_000.0, 2_000, 500, 60]
    let standard = [2.0, 3, 3, 2]
    let risk = [0.0005, 0.001, 0.002, 0.02]
    let truth = zip(standard, risk).map { $0 * $1 / 10 }.reduce(0, +)
    var gamma = 0
    var normal = 0
    let runs = 3_000
    for _ in 0..<runs {
      let counts = zip(years, risk).map { poisson(mean: $0 * $1, using: &random) }
      let rate = try directlyStandardizedRate(counts: counts, personYears: years, standard: standard, per: 1)
      if rate.limits.low <= truth && truth <= rate.limits.high { gamma += 1 }
      var variance = 0.0
      for stratum in 0..<4 {
        variance +=
          (standard[stratum] / 10 / years[stratum]) * (standard[stratum] / 10 / years[stratum]) * Double(counts[stratum])
      }
      if abs(rate.value - truth) <= 1.959964 * variance.squareRoot() { normal += 1 }
    }
    #expect(Double(gamma) / Double(runs) >= 0.95)
    #expect(Double(normal) / Double(runs) < 0.90)
  }

  @Test func `random strata give finite limits around the rate`() throws {
    var random = SplitMix64(seed: 19)
    for _ in 0..<500 {
      let strata = Int.random(in: 1...18, using: &random)
      let counts = (0..<strata).map { _ in Int.random(in: 0...3, using: &random) }
      let years = (0..<strata).map { _ in exp(Double.random(in: -2...14, using: &random)) }
      let standard = (0..<strata).map { $0 == 0 ? 1 : Double(Int.random(in: 0...5, using: &random)) }
      let rate = try directlyStandardizedRate(counts: counts, personYears: years, standard: standard)
      #expect(
        rate.limits.low >= 0 && rate.limits.low <= rate.value && rate.value <= rate.limits.high && rate.limits.high.isFinite)
    }
  }

  @Test func `the least weights and the most person-years still give numbers`() throws {
    for years in [[1e-50, 1e50], [1e50, 1e-50], [1e50, 1e50]] {
      for counts in [[1, 0], [0, 1], [0, 0], [5, 1_000_000]] {
        let rate = try directlyStandardizedRate(counts: counts, personYears: years, standard: [1e-50, 1])
        #expect(rate.value.isFinite && rate.limits.low >= 0 && rate.limits.high.isFinite && rate.limits.low <= rate.limits.high)
      }
    }
    #expect(throws: StatisticsError.badWeight(1e-60)) {
      try directlyStandardizedRate(counts: [1, 0], personYears: [1, 1], standard: [1e-60, 1])
    }
  }

  @Test func `an empty stratum matters only if the standard or an event is there`() throws {
    let with = try directlyStandardizedRate(counts: [2, 0], personYears: [100, 0], standard: [1, 0])
    let without = try directlyStandardizedRate(counts: [2], personYears: [100], standard: [1])
    #expect(with == without)
    #expect(throws: StatisticsError.emptyStratum(1)) {
      try directlyStandardizedRate(counts: [2, 0], personYears: [100, 0], standard: [1, 1])
    }
    #expect(throws: StatisticsError.emptyStratum(1)) {
      try directlyStandardizedRate(counts: [2, 1], personYears: [100, 0], standard: [1, 0])
    }
  }

  @Test func `what cannot be is refused`() {
    #expect(throws: StatisticsError.noStandardPopulation) {
      try directlyStandardizedRate(counts: [1], personYears: [1], standard: [0])
    }
    #expect(throws: StatisticsError.noStandardPopulation) {
      try directlyStandardizedRate(counts: [], personYears: [], standard: [])
    }
    #expect(throws: StatisticsError.badWeight(-1)) { try directlyStandardizedRate(counts: [1], personYears: [1], standard: [-1]) }
    #expect(throws: StatisticsError.negativeCount(-1)) {
      try directlyStandardizedRate(counts: [-1], personYears: [1], standard: [1])
    }
    #expect(throws: StatisticsError.badPersonYears(-1)) {
      try directlyStandardizedRate(counts: [1], personYears: [-1], standard: [1])
    }
    #expect(throws: StatisticsError.lengthMismatch(expected: 1, found: 2)) {
      try directlyStandardizedRate(counts: [1], personYears: [1], standard: [1, 2])
    }
    #expect(throws: StatisticsError.confidenceOutOfRange(1)) {
      try directlyStandardizedRate(counts: [1], personYears: [1], standard: [1], confidence: 1)
    }
  }

  private func poisson(mean: Double, using random: inout SplitMix64) -> Int {
    let limit = exp(-mean)
    var product = Double.random(in: 0..<1, using: &random)
    var count = 0
    while product > limit {
      product *= .random(in: 0..<1, using: &random)
      count += 1
    }
    return count
  }
}

/// Deaths of skin cancer in 2000 by age in Florida and in the United States, and what SAS expects in each stratum.
///
/// SAS/STAT User's Guide, the STDRATE procedure, "Getting Started" (data sets `Florida_C43` and `US_C43`), with the columns "Expected
/// Events" and "SMR" of its table "Strata SMR Estimates"; a ratio is nil where it prints none.
private let skinCancer: [(deaths: Int, years: Double, usDeaths: Int, usYears: Double, expected: Double, ratio: Double?)] = [
  (0, 953_785, 0, 19_175_798, 0.000, nil),
  (0, 1_997_935, 1, 41_077_577, 0.049, 0.0000),
  (4, 1_885_014, 41, 39_183_891, 1.972, 2.0280),
  (14, 1_957_573, 186, 39_892_024, 9.127, 1.5339),
  (43, 2_356_649, 626, 45_148_527, 32.676, 1.3160),
  (72, 2_088_000, 1_199, 37_677_952, 66.445, 1.0836),
  (70, 1_548_371, 1_303, 24_274_684, 83.112, 0.8422),
  (126, 1_447_432, 1_637, 18_390_986, 128.837, nil),
  (136, 1_087_524, 1_624, 12_361_180, 142.878, nil),
  (73, 335_944, 803, 4_239_587, 63.630, nil),
]

@Suite struct StandardizedRatioTests {
  @Test func `what is expected in Florida, stratum by stratum and in all, is what SAS prints`() throws {
    for row in skinCancer where row.usDeaths > 0 {
      let ratio = try standardizedRatio(
        observed: row.deaths, personYears: [row.years], referenceCounts: [row.usDeaths], referencePersonYears: [row.usYears])
      #expect(abs(ratio.expected - row.expected) <= 0.0005)
      if let printed = row.ratio { #expect(abs(ratio.value - printed) <= 0.00005) }
    }
    let all = try standardizedRatio(
      observed: skinCancer.map(\.deaths).reduce(0, +), personYears: skinCancer.map(\.years),
      referenceCounts: skinCancer.map(\.usDeaths), referencePersonYears: skinCancer.map(\.usYears))
    #expect(all.observed == 538)
    #expect(abs(all.expected - skinCancer.map(\.expected).reduce(0, +)) <= 0.005)
    #expect(relative(all.value, 538 / all.expected) <= 1e-15)
    // Garwood's limits of 538 by scipy 1.17.1.
    #expect(relative(all.limits.low, 493.4934117505876 / all.expected) <= 1e-12)
    #expect(relative(all.limits.high, 585.4428783202237 / all.expected) <= 1e-12)
  }

  @Test func `the indirectly standardised rate is the ratio times the rate of the reference`() throws {
    let ratio = try standardizedRatio(
      observed: 6, personYears: [100, 300], referenceCounts: [10, 20], referencePersonYears: [1_000, 4_000])
    #expect(relative(ratio.expected, 2.5) <= 1e-15)
    #expect(relative(ratio.referenceRate, 0.006) <= 1e-15)
    let rate = ratio.rate(per: 1_000)
    #expect(relative(rate.value, 14.4) <= 1e-14)
    #expect(relative(rate.limits.low / rate.value, ratio.limits.low / ratio.value) <= 1e-14)
    #expect(relative(rate.limits.high / rate.value, ratio.limits.high / ratio.value) <= 1e-14)
  }

  @Test func `a population against itself has the ratio 1`() throws {
    let years = skinCancer.map(\.usYears)
    let counts = skinCancer.map(\.usDeaths)
    let ratio = try standardizedRatio(
      observed: counts.reduce(0, +), personYears: years, referenceCounts: counts, referencePersonYears: years)
    #expect(relative(ratio.value, 1) <= 1e-14)
  }

  @Test func `what is undefined says why`() throws {
    #expect(throws: StatisticsError.nothingExpected) {
      try standardizedRatio(observed: 0, personYears: [10], referenceCounts: [0], referencePersonYears: [10])
    }
    #expect(throws: StatisticsError.nothingExpected) {
      try standardizedRatio(observed: 2, personYears: [0], referenceCounts: [5], referencePersonYears: [10])
    }
    #expect(throws: StatisticsError.emptyStratum(1)) {
      try standardizedRatio(observed: 2, personYears: [10, 1], referenceCounts: [5, 0], referencePersonYears: [10, 0])
    }
    #expect(throws: StatisticsError.negativeCount(-1)) {
      try standardizedRatio(observed: -1, personYears: [10], referenceCounts: [5], referencePersonYears: [10])
    }
    #expect(throws: StatisticsError.lengthMismatch(expected: 1, found: 0)) {
      try standardizedRatio(observed: 1, personYears: [10], referenceCounts: [5], referencePersonYears: [])
    }
    let unused = try standardizedRatio(
      observed: 2, personYears: [10, 0], referenceCounts: [5, 0], referencePersonYears: [10, 0])
    #expect(unused.expected == 5)
  }
}

@Suite struct StandardPopulationTests {
  /// The percentages of the World Health Organization's paper; SEER*Stat adds 1 at 90–94, so that the whole is a million.
  @Test func `the world standard of the WHO is its percentages, made to add up to a million`() {
    let percent = [
      8.86, 8.69, 8.60, 8.47, 8.22, 7.93, 7.61, 7.15, 6.59, 6.04, 5.37, 4.55, 3.72, 2.96, 2.21, 1.52, 0.91, 0.44, 0.15, 0.04,
      0.005,
    ]
    let who = StandardPopulation.whoWorld2000
    let sum = percent.reduce(0, +)
    #expect(abs(sum - 100.035) < 1e-9)
    #expect(who.persons.reduce(0, +) == 1_000_000)
    #expect(who.ages.count == percent.count && who.ages.last == 100)
    for (place, share) in percent.enumerated() {
      let rounded = (share / sum * 1e6).rounded() + (who.ages[place] == 90 ? 1 : 0)
      #expect(who.persons[place] == rounded)
    }
  }

  @Test func `Segi's world adds up to a hundred thousand`() {
    let segi = StandardPopulation.segiWorld1960
    #expect(segi.persons.reduce(0, +) == 100_000)
    #expect(segi.ages.count == segi.persons.count && segi.ages.last == 85)
  }

  @Test func `age groups can be joined but not split`() throws {
    let segi = StandardPopulation.segiWorld1960
    #expect(try segi.persons(inAgesFrom: [0, 15, 60]) == [31_000, 58_000, 11_000])
    #expect(try segi.persons(inAgesFrom: [15]) == [69_000])
    #expect(try segi.persons(inAgesFrom: segi.ages) == segi.persons)
    #expect(throws: StatisticsError.badAgeGroup(18)) { try segi.persons(inAgesFrom: [0, 18]) }
    #expect(throws: StatisticsError.badAgeGroup(0)) { try segi.persons(inAgesFrom: [15, 0]) }
    #expect(throws: StatisticsError.noStandardPopulation) { try segi.persons(inAgesFrom: []) }
  }
}
