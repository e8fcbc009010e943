import Glibc
import PlazaTesting
import Testing

@testable import PlazaStatistics

@Suite struct GiniTests {
  /// The examples of the R package lorenzgini.
  @Test func `Published coefficients come out`() throws {
    let zeros = [Int](repeating: 0, count: 7)
    let many = try #require(try Gini([10, 8, 2] + zeros))
    #expect(abs(many.standard - 0.78) < 1e-12 && abs(many.generalized - 0.78) < 1e-12)
    let few = try #require(try Gini([5, 2, 1] + zeros))
    #expect(abs(few.standard - 0.8) < 1e-12 && abs(few.generalized - 0.75) < 1e-12)
    #expect(abs(few.unbiased! - 0.857142857142857) < 1e-12)
    let one = try #require(try Gini([10] + zeros + [0, 0]))
    #expect(abs(one.standard - 0.9) < 1e-12 && abs(one.unbiased! - 1) < 1e-12)
  }

  @Test func `It is half the mean difference of all pairs, over the mean`() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<50 {
      let counts = (0..<Int.random(in: 1...40, using: &random)).map { _ in Int.random(in: 0...9, using: &random) }
      let sum = counts.reduce(0, +)
      guard sum > 0 else { continue }
      let pairs = counts.reduce(0) { total, a in counts.reduce(total) { $0 + abs(a - $1) } }
      #expect(abs(try #require(try Gini(counts)).standard - Double(pairs) / Double(2 * counts.count * sum)) < 1e-12)
    }
  }

  @Test func `As even as so few records can be is 0, and one of anything has no unbiased value`() throws {
    let even = try #require(try Gini([1, 1, 1, 0, 0, 0, 0]))
    #expect(abs(even.generalized) < 1e-12 && even.standard > 0.5)
    #expect(try Gini([0, 0]) == nil)
    #expect(try Gini([]) == nil)
    #expect(try #require(try Gini([1, 0, 0])).unbiased == nil)
    #expect(throws: StatisticsError.negativeCount(-2)) { try Gini([1, -2]) }
  }
}

@Suite struct GiniLimitsTests {
  static let counts: [Int] = {
    var random = SplitMix64(seed: 8)
    return (0..<300).map { _ in Int.random(in: 0...9, using: &random) < 7 ? 0 : Int.random(in: 1...30, using: &random) }
  }()

  @Test func `Limits hold the coefficient, widen with confidence and narrow with places`() throws {
    let value = try #require(try Gini(Self.counts)?.unbiased)
    let limits = try #require(try giniLimits(Self.counts))
    let wider = try #require(try giniLimits(Self.counts, confidence: 0.99))
    let narrower = try #require(try giniLimits(Self.counts + Self.counts + Self.counts + Self.counts))
    #expect(limits.low < value && value < limits.high)
    #expect(wider.low <= limits.low && wider.high >= limits.high)
    #expect(narrower.high - narrower.low < 0.65 * (limits.high - limits.low))
  }

  @Test func `They depend on the seed and not on the order of the places`() throws {
    var random = SplitMix64(seed: 1)
    let limits = try giniLimits(Self.counts)
    #expect(try giniLimits(Self.counts.shuffled(using: &random)) == limits)
    #expect(try giniLimits(Self.counts, seed: 2) != limits)
  }

  /// Draws made the obvious way: a resample written out and given to `Gini`, quantiles without correction.
  @Test func `They lie near those of a plain bootstrap`() throws {
    var drawn: [Double] = []
    for draw in 0..<999 {
      var random = RandomStream(seed: 1, rank: UInt64(draw))
      let sorted = Self.counts.sorted()
      let sample = sorted.map { _ in sorted[Int(random.next(below: UInt32(sorted.count)))] }
      drawn.append(try #require(try Gini(sample)?.unbiased))
    }
    drawn.sort()
    let limits = try #require(try giniLimits(Self.counts))
    #expect(abs(limits.low - drawn[24]) < 0.02 && abs(limits.high - drawn[974]) < 0.02)
  }

  @Test func `Where nothing varies or there is too little, there is a point or nothing, never a number that is none`() throws {
    #expect(try giniLimits([4, 4, 4, 4]) == Limits(low: 0, high: 0))
    #expect(try giniLimits([1, 0, 0, 0]) == nil)
    #expect(try giniLimits([3, 4]) == nil)
    #expect(try giniLimits([]) == nil)
    let one = try #require(try giniLimits([90, 0, 0, 0, 0, 0, 0, 0]))
    #expect(one.low <= 1 && one.high <= 1 + 1e-12 && one.low.isFinite)
  }
}

@Suite struct NormalTailTests {
  @Test func `Quantiles equal the tables, and are what the tail inverts`() {
    #expect(abs(standardNormalQuantile(above: 0.025) - 1.959963984540054) < 1e-14)
    #expect(abs(standardNormalQuantile(above: 0.005) - 2.5758293035489004) < 1e-14)
    #expect(abs(standardNormalQuantile(above: 0.9) + 1.2815515655446004) < 1e-14)
    for p in [0.5, 0.3, 1e-3, 1e-9, 1e-100] {
      #expect(relative(standardNormalTail(above: standardNormalQuantile(above: p)), p) < 1e-11)
    }
  }
}

@Suite struct PlacesHoldingTests {
  @Test func `The fewest places are counted from the top`() throws {
    let curve = try LorenzCurve([2, 10, 0, 8, 0])
    #expect(curve.held == [0, 10, 18, 20, 20, 20])
    #expect(curve.fewestPlaces(holdingPercent: 50) == 1)
    #expect(curve.fewestPlaces(holdingPercent: 51) == 2)
    #expect(curve.fewestPlaces(holdingPercent: 100) == 3)
    #expect(try LorenzCurve([0, 0]).fewestPlaces(holdingPercent: 50) == 0)
    #expect(try placesHolding(of: LorenzCurve([])) == nil)
    #expect(try placesHolding(of: LorenzCurve([0, 0])) == nil)
  }

  @Test func `A draw has all records and the moments of the multinomial`() throws {
    for (places, records) in [(50, 20), (50, 5_000), (7, 100_000)] {
      var assignment = RandomAssignment(
        places: places, records: records, table: PoissonTable(mean: Double(records) / Double(places)))
      var (sum, squares) = (0.0, 0.0)
      let draws = 1_500
      for draw in 0..<draws {
        assignment.assign(RandomStream(seed: 5, rank: UInt64(draw)))
        let counts = assignment.counts
        #expect(try LorenzCurve(counts).fewestPlaces(holdingPercent: 50) == assignment.fewestPlaces(50))
        #expect(counts.reduce(0, +) == records && counts.allSatisfy { $0 >= 0 })
        sum += Double(counts[0])
        squares += Double(counts[0] * counts[0])
      }
      let mean = sum / Double(draws)
      let variance = squares / Double(draws) - mean * mean
      let expected = Double(records) / Double(places)
      let trueVariance = expected * (1 - 1 / Double(places))
      #expect(abs(mean - expected) < 4 * (trueVariance / Double(draws)).squareRoot())
      #expect(abs(variance / trueVariance - 1) < 0.2, "\(places) places, \(records) records: \(variance)")
    }
  }

  /// Each record thrown by itself.
  @Test func `The expected number of places equals that of records thrown one by one`() throws {
    let counts = [Int](repeating: 2, count: 100)
    let holding = try #require(try placesHolding(of: LorenzCurve(counts), draws: 1_999))
    var mean = 0.0
    for draw in 0..<1_999 {
      var random = RandomStream(seed: 77, rank: UInt64(draw))
      var thrown = [Int](repeating: 0, count: 100)
      for _ in 0..<200 { thrown[Int(random.next(below: 100))] += 1 }
      mean += Double(try LorenzCurve(thrown).fewestPlaces(holdingPercent: 50)) / 1_999
    }
    #expect(abs(holding[1].expected - mean) < 0.2)
    #expect(holding[1].places == 50 && holding[1].p == 1)
  }

  @Test func `Records that chance placed are called concentrated no more often than they should be`() throws {
    var alarms = 0
    for trial in 0..<200 {
      var assignment = RandomAssignment(places: 80, records: 300, table: PoissonTable(mean: 300.0 / 80))
      assignment.assign(RandomStream(seed: 1_000, rank: UInt64(trial)))
      let counts = assignment.counts
      if try #require(try placesHolding([50], of: LorenzCurve(counts), draws: 199))[0].p <= 0.05 { alarms += 1 }
    }
    // At most 5 % in truth: ties make it fewer. Twice that would be seen once in ten thousand.
    #expect(alarms <= 21, "\(alarms) of 200")
  }

  @Test func `The number of workers and the order of the places change nothing`() throws {
    var random = SplitMix64(seed: 2)
    let counts = (0..<200).map { _ in Int.random(in: 0...20, using: &random) }
    let one = try placesHolding(of: LorenzCurve(counts), draws: 99)
    for jobs in [2, 7] {
      #expect(try placesHolding(of: LorenzCurve(counts.shuffled(using: &random)), draws: 99, jobs: jobs) == one)
    }
  }
}

@Suite struct LocationQuotientTests {
  @Test func `It is the share in the place over the share everywhere`() throws {
    let quotient = try #require(try LocationQuotient(count: 30, of: 100, allOfKind: 150, of: 1_000))
    #expect(abs(quotient.value - 2) < 1e-12)
    // The place is part of the whole: the rest has 120 of 900.
    let own = (1.0 / 30 - 1.0 / 150) * (1.0 / 30 - 1.0 / 150) * 30 * (1 - 0.3)
    let error = (own + 120 * (1 - 120.0 / 900) / (150 * 150)).squareRoot()
    #expect(relative(try #require(quotient.limits).low, 2 * exp(-1.959963984540054 * error)) < 1e-12)
    #expect(relative(try #require(quotient.limits).high, 2 * exp(1.959963984540054 * error)) < 1e-12)
  }

  @Test func `Its limits hold the true quotient in 95 of 100 draws, however much of the whole the place is`() throws {
    var random = SplitMix64(seed: 9)
    for (size, rate, rest, other) in [(400, 0.3, 600, 0.15), (100, 0.4, 2_000, 0.2)] {
      let truth = rate / ((Double(size) * rate + Double(rest) * other) / Double(size + rest))
      var held = 0
      for _ in 0..<1_000 {
        let own = (0..<size).count { _ in Double.random(in: 0..<1, using: &random) < rate }
        let others = (0..<rest).count { _ in Double.random(in: 0..<1, using: &random) < other }
        let limits = try #require(
          try LocationQuotient(count: own, of: size, allOfKind: own + others, of: size + rest)?.limits)
        if limits.low <= truth, truth <= limits.high { held += 1 }
      }
      #expect((925...975).contains(held), "\(size) of \(size + rest): \(held)")
    }
  }

  @Test func `A place without records has none, and one without the kind has 0 without limits`() throws {
    #expect(try LocationQuotient(count: 0, of: 0, allOfKind: 5, of: 10) == nil)
    #expect(try LocationQuotient(count: 0, of: 4, allOfKind: 0, of: 10) == nil)
    let none = try #require(try LocationQuotient(count: 0, of: 4, allOfKind: 5, of: 10))
    #expect(none.value == 0 && none.limits == nil)
    #expect(throws: StatisticsError.countOutOfRange(5)) { try LocationQuotient(count: 5, of: 4, allOfKind: 5, of: 10) }
  }
}
