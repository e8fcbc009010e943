import Glibc
import PlazaTesting
import Testing

@testable import PlazaStatistics

@Suite struct DispersionTests {
  private static let counts = [
    120, 98, 131, 125, 140, 133, 150, 141, 128, 119, 108, 112, 125, 101, 140, 122, 149, 139, 148, 150, 131, 122, 118, 109, 131,
    105,
    139, 133, 151, 140, 162, 149, 140, 121, 117, 120,
  ]
  private static let days = (0..<36).map { [31.0, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][$0 % 12] }

  /// scipy 1.17: `2 t.sf`, `t.isf`, `nbinom.cdf(k, μ/(φ − 1), 1/φ)`, `poisson.cdf`.
  @Test func `Tails and quantiles are those of scipy`() {
    for (t, degrees, p) in [
      (2.0, 5.0, 0.10193947882985835), (1, 1, 0.5), (4.5, 32, 8.442593224093692e-05), (0.1, 120.5, 0.9205105076317065),
    ] as [(Double, Double, Double)] { #expect(abs(twoSidedStudentP(t, degrees: degrees) / p - 1) < 1e-11) }
    for (p, degrees, t) in [
      (0.05, 10.0, 2.2281388519862753), (0.001, 32, 3.621802259867495), (1e-6, 20.5, 6.862612008361895),
      (0.5, 4, 0.7406970841126829),
    ] as [(Double, Double, Double)] { #expect(abs(studentQuantile(twoSided: p, degrees: degrees) / t - 1) < 1e-9) }
    for (count, mean, dispersion, p) in [
      (0, 20.0, 3.0, 1.693508780843028e-05), (5, 20, 3, 0.008504271440326429), (40, 100, 10, 0.009895115075887024),
      (7, 20, 1.5, 0.0038137878461020278), (7, 20, 1, 0.000778590082507362),
    ] as [(Int, Double, Double, Double)] {
      #expect(abs(chanceOfAtMost(count, expected: mean, dispersion: dispersion) / p - 1) < 1e-9)
    }
  }

  /// The same regression in numpy 2, by Newton's method: χ² 11.654119567924349, first means 112.04545011, 105.61272264, 124.64641121, and
  /// −0.6153284979 between residuals of months that follow each other.
  @Test func `A trend and a season are those of the regression in numpy`() throws {
    let history = try #require(CountHistory(counts: Self.counts, expected: Self.days, perYear: 12))
    #expect(abs(history.square - 11.654119567924349) < 1e-9 && history.degrees == 32 && history.spans == 36)
    for (mean, wanted) in zip(history.fitted, [112.04545011, 105.61272264, 124.64641121]) { #expect(abs(mean - wanted) < 1e-7) }
    #expect(abs(history.products / history.squares + 0.6153284979) < 1e-9)
    let pooled = PooledHistory([history])
    #expect(pooled.correlation == 0)
    // Less than chance is no more certain than chance.
    #expect(pooled.dispersion(of: history, length: 1)?.value == 1)
  }

  /// Fourteen months of which the sixth is missing, without a season: χ² 15.064124466916196 on 11.
  @Test func `A month that is not complete is left out`() throws {
    var counts = Self.counts.prefix(14).map(Optional.some)
    counts[5] = nil
    let history = try #require(CountHistory(counts: counts, expected: Array(Self.days.prefix(14)), perYear: 12))
    #expect(abs(history.square - 15.064124466916196) < 1e-9 && history.degrees == 11 && history.spans == 13)
  }

  @Test func `Fewer than twelve months, or five records, are no history`() {
    #expect(
      CountHistory(counts: Self.counts.prefix(11).map(Optional.some), expected: Array(Self.days.prefix(11)), perYear: 12) == nil)
    let few = [1, 0, 0, 2, 0, 1] + Array(repeating: 0, count: 30)
    #expect(CountHistory(counts: few, expected: Self.days, perYear: 12) == nil)
  }

  @Test func `With fewer records than months a history speaks with others only`() throws {
    var random = SplitMix64(seed: 5)
    func history() throws -> CountHistory {
      let counts = (0..<36).map { _ -> Int? in Int.random(in: 0..<4, using: &random) == 0 ? 2 : 0 }
      return try #require(CountHistory(counts: counts, expected: Self.days, perYear: nil))
    }
    let areas = try (0..<20).map { _ in try history() }
    #expect(areas.allSatisfy(\.isSparse) && PooledHistory([areas[0]]).dispersion(of: areas[0], length: 1) == nil)
    let all = areas.reduce(0) { $0 + $1.square } / areas.reduce(0) { $0 + $1.degrees }
    let found = try #require(PooledHistory(areas).dispersion(of: areas[0], length: 1))
    #expect(abs(found.value - all) < 1e-12 && all > 1.2)
  }

  @Test func `Sums of months that follow each other closely vary more than each`() throws {
    var random = SplitMix64(seed: 8)
    // A level that drifts: months are alike to those beside them.
    var level = 0.0
    let counts = (0..<36).map { _ -> Int? in
      level = 0.8 * level + 0.15 * Double.random(in: -1...1, using: &random)
      return Int(300 * exp(level))
    }
    let history = try #require(CountHistory(counts: counts, expected: Self.days, perYear: 12))
    let pooled = PooledHistory([history])
    // A trend and twelve months of season take most of it out of three years.
    #expect(pooled.correlation > 0.1)
    let one = try #require(pooled.dispersion(of: history, length: 1))
    let twelve = try #require(pooled.dispersion(of: history, length: 12))
    #expect(twelve.value > 1.2 * one.value)
    #expect(twelve.degrees == one.degrees && one.degrees < 32)
  }

  @Test func `An area is drawn towards the others of its kind`() throws {
    var random = SplitMix64(seed: 3)
    let areas = try (0..<8).map { area in
      try #require(
        CountHistory(
          counts: (0..<24).map { _ in Int.random(in: 10...(area == 0 ? 90 : 30), using: &random) },
          expected: Array(repeating: 1, count: 24), perYear: nil))
    }
    let pooled = PooledHistory(areas)
    let own = areas[0].square / areas[0].degrees
    let drawn = try #require(pooled.dispersion(of: areas[0], length: 1)).value
    let all = areas.reduce(0) { $0 + $1.square } / areas.reduce(0) { $0 + $1.degrees }
    #expect(own > drawn && drawn > all)
  }
}
