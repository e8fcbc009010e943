import Glibc
import PlazaTesting
import Testing

@testable import PlazaStatistics

@Suite struct PoissonLimitsTests {
  @Test func `limits equal forty-digit arithmetic, for counts up to a thousand million`() throws {
    for row in garwoodTable {
      let limits = try poissonLimits(count: row.count, confidence: row.confidence)
      #expect(relative(limits.low, row.low) <= 1e-12, "low limit of \(row.count) at \(row.confidence)")
      #expect(relative(limits.high, row.high) <= 1e-12, "high limit of \(row.count) at \(row.confidence)")
    }
  }

  /// Biometrika Tables for Statisticians, table 40, gives these to the figures shown.
  @Test(arguments: [(0, 0.0, 3.69), (1, 0.0253, 5.57), (2, 0.242, 7.22), (5, 1.62, 11.67), (10, 4.80, 18.39), (50, 37.11, 65.92)])
  func `limits equal the published table`(_ count: Int, _ low: Double, _ high: Double) throws {
    let limits = try poissonLimits(count: count)
    #expect(abs(limits.low - low) < (low < 0.1 ? 0.00005 : low < 1 ? 0.0005 : 0.005))
    #expect(abs(limits.high - high) < 0.005)
  }

  @Test func `a count of nothing has the closed form`() throws {
    for confidence in [0.5, 0.8, 0.9, 0.95, 0.99, 0.999] {
      let limits = try poissonLimits(count: 0, confidence: confidence)
      #expect(limits.low == 0)
      #expect(relative(limits.high, -log((1 - confidence) / 2)) <= 1e-14)
    }
  }

  /// The definition itself, summed term by term: at the low limit so many or more, at the high limit so many or fewer, have α/2.
  @Test func `each limit leaves half of alpha in its tail`() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<300 {
      let count = Int.random(in: 0...400, using: &random)
      let confidence = Double.random(in: 0.01...0.9999, using: &random)
      let limits = try poissonLimits(count: count, confidence: confidence)
      let tail = (1 - confidence) / 2
      #expect(relative(poissonSum(mean: limits.high, through: count), tail) <= 1e-10, "\(count) at \(confidence)")
      if count > 0 {
        let below = poissonSum(mean: limits.low, through: count - 1)
        #expect(abs(1 - below - tail) <= 1e-12, "\(count) at \(confidence)")
      }
    }
  }

  @Test func `limits hold the count, rise with it and widen with confidence`() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<200 {
      let count = Int.random(in: 1...100_000, using: &random)
      let here = try poissonLimits(count: count)
      let next = try poissonLimits(count: count + 1)
      let wider = try poissonLimits(count: count, confidence: 0.99)
      #expect(here.low < Double(count) && Double(count) < here.high)
      #expect(here.low < next.low && here.high < next.high)
      #expect(wider.low < here.low && here.high < wider.high)
    }
  }

  @Test func `a confidence near nothing or near certainty still gives finite limits in order`() throws {
    for count in [0, 1, 2, 15, 16, 1_000] {
      for confidence in [1e-9, 1 - 1e-12] {
        let limits = try poissonLimits(count: count, confidence: confidence)
        #expect(limits.low >= 0 && limits.low <= limits.high && limits.high.isFinite, "\(count) at \(confidence)")
      }
    }
  }

  @Test func `what is not a count or a confidence is refused`() {
    #expect(throws: StatisticsError.negativeCount(-1)) { try poissonLimits(count: -1) }
    for confidence in [0, 1, -0.5, 1.5] {
      #expect(throws: StatisticsError.confidenceOutOfRange(confidence)) { try poissonLimits(count: 1, confidence: confidence) }
    }
    #expect(throws: StatisticsError.self) { try poissonLimits(count: 1, confidence: .nan) }
  }

  private func poissonSum(mean: Double, through count: Int) -> Double {
    var sum = 0.0
    for k in stride(from: count, through: 0, by: -1) { sum += exp(Double(k) * log(mean) - mean - lgamma(Double(k) + 1)) }
    return sum
  }
}

@Suite struct RateTests {
  @Test func `a rate and its limits are those of the count over the person-years`() throws {
    let rate = try #require(try rate(count: 10, personYears: 50_000))
    #expect(rate.value == 20)
    #expect(relative(rate.limits.low, 2 * 4.7953886961324344) <= 1e-12)
    #expect(relative(rate.limits.high, 2 * 18.390356042017777) <= 1e-12)
  }

  @Test func `without person-years there is no rate`() throws {
    #expect(try rate(count: 0, personYears: 0) == nil)
    #expect(try rate(count: 3, personYears: 0) == nil)
  }

  @Test func `person-years that cannot be are refused`() {
    for years in [-1, Double.infinity] {
      #expect(throws: StatisticsError.badPersonYears(years)) { try rate(count: 1, personYears: years) }
    }
    #expect(throws: StatisticsError.self) { try rate(count: 1, personYears: .nan) }
  }

  @Test func `the unit of the rate can be another`() throws {
    #expect(try rate(count: 5, personYears: 1_000, per: 1_000)?.value == 5)
  }
}

@Suite struct GammaPiecesTests {
  @Test func `the logarithm without its first term equals the difference where that is safe, and its series where not`() {
    for x in [-0.9, -0.49, 0.99, 1.01, 5, 1e6] { #expect(relative(logOnePlusMinus(x), log1p(x) - x) <= 1e-13) }
    for x in [1e-4, -1e-4, 1e-5, -1e-8] {
      let series = -x * x / 2 + x * x * x / 3 - x * x * x * x / 4 + x * x * x * x * x / 5
      #expect(relative(logOnePlusMinus(x), series) <= 1e-13)
    }
    #expect(logOnePlusMinus(0) == 0)
  }

  @Test func `Stirling's remainder equals what the C library leaves`() {
    for x in [16.0, 20, 50, 100] {
      let left = logGamma(x + 1) - (x * log(x) - x + 0.5 * log(2 * Double.pi * x))
      #expect(abs(stirlingRemainder(x) - left) <= 2e-13)
    }
  }
}

func relative(_ value: Double, _ expected: Double) -> Double {
  value == expected ? 0 : abs(value - expected) / abs(expected)
}
