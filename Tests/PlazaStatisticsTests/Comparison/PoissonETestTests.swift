import Glibc
import PlazaTesting
import Testing

@testable import PlazaStatistics

@Suite struct PoissonETestTests {
  /// Printed by the function `e_test` of the R package ptools in its examples.
  @Test(arguments: [(0, 3, 0.0884), (6, 2, 0.1749)])
  func `Published p-values of small counts come out`(_ first: Int, _ second: Int, _ p: Double) throws {
    #expect(abs(try poissonETest(count: first, exposure: 1, against: second, exposure: 1) - p) < 0.00005)
  }

  @Test func `It equals the double sum of the paper, term by term`() throws {
    var random = SplitMix64(seed: 21)
    for _ in 0..<120 {
      let (first, second) = (Int.random(in: 0...40, using: &random), Int.random(in: 0...40, using: &random))
      let (own, other) = (Double(Int.random(in: 1...366, using: &random)), Double(Int.random(in: 1...366, using: &random)))
      let p = try poissonETest(count: first, exposure: own, against: second, exposure: other)
      let slow = slowETest(first, own, second, other)
      #expect(abs(p - slow) <= 1e-12 + 1e-10 * slow, "(\(first), \(own)) against (\(second), \(other))")
    }
  }

  @Test func `Large counts give the normal answer, which is the limit and not the method`() throws {
    for (first, second) in [(10_000, 10_300), (1_000_000, 1_002_000), (50_000_000, 49_990_000)] {
      let p = try poissonETest(count: first, exposure: 30, against: second, exposure: 30)
      let z = Double(abs(first - second)) / Double(first + second).squareRoot()
      #expect(relative(p, 2 * standardNormalTail(above: z)) < 0.02)
    }
  }

  @Test func `Exchanging the two or changing the unit of exposure changes nothing`() throws {
    for (first, own, second, other) in [(3, 31.0, 9, 30.0), (120, 28.0, 90, 29.0), (5_000, 365.0, 5_200, 366.0)] {
      let p = try poissonETest(count: first, exposure: own, against: second, exposure: other)
      #expect(try poissonETest(count: second, exposure: other, against: first, exposure: own) == p)
      #expect(relative(try poissonETest(count: first, exposure: own * 24, against: second, exposure: other * 24), p) < 1e-12)
    }
  }

  @Test func `Equal rates have p 1, and nothing at all too`() throws {
    #expect(try poissonETest(count: 0, exposure: 31, against: 0, exposure: 30) == 1)
    #expect(try poissonETest(count: 62, exposure: 31, against: 60, exposure: 30) == 1)
    #expect(try poissonETest(count: 1_000_000, exposure: 1, against: 0, exposure: 1) < 1e-25)
  }

  /// The size of the test, summed over all pairs: close to 5 % and never much above, as the paper reports.
  @Test(arguments: [(4.0, 1.0), (15.0, 1.0), (15.0, 2.0)])
  func `False alarms stay near five percent`(_ mean: Double, _ ratio: Double) throws {
    let first = PoissonTable(mean: mean)
    let second = PoissonTable(mean: mean * ratio)
    var size = 0.0
    for (i, a) in first.masses.enumerated() where a > 1e-9 {
      for (j, b) in second.masses.enumerated() where b > 1e-9 {
        let p = try poissonETest(count: first.first + i, exposure: 1, against: second.first + j, exposure: ratio)
        if p <= 0.05 { size += a * b }
      }
    }
    #expect(size > 0.03 && size < 0.055, "\(size)")
  }

  @Test func `What is no count or exposure is refused`() {
    #expect(throws: StatisticsError.negativeCount(-1)) { try poissonETest(count: -1, exposure: 1, against: 0, exposure: 1) }
    #expect(throws: StatisticsError.badExposure(0)) { try poissonETest(count: 1, exposure: 0, against: 0, exposure: 1) }
    #expect(throws: StatisticsError.self) { try poissonETest(count: 1, exposure: .nan, against: 0, exposure: 1) }
    #expect(throws: StatisticsError.countOutOfRange(.max)) { try poissonETest(count: .max, exposure: 1, against: 0, exposure: 1) }
  }

  private func slowETest(_ k1: Int, _ n1: Double, _ k2: Int, _ n2: Double) -> Double {
    func squared(_ a: Int, _ b: Int) -> Double {
      guard a + b > 0 else { return 0 }
      let gap = Double(a) / n1 - Double(b) / n2
      return gap * gap / (Double(a) / (n1 * n1) + Double(b) / (n2 * n2))
    }
    let rate = Double(k1 + k2) / (n1 + n2)
    guard rate > 0 else { return 1 }
    func mass(_ k: Int, _ mean: Double) -> Double { exp(Double(k) * log(mean) - mean - lgamma(Double(k) + 1)) }
    let observed = squared(k1, k2)
    var sum = 0.0
    for a in 0..<Int(rate * n1 + 12 * (rate * n1).squareRoot() + 30) {
      for b in 0..<Int(rate * n2 + 12 * (rate * n2).squareRoot() + 30) where squared(a, b) >= observed * (1 - 1e-11) {
        sum += mass(a, rate * n1) * mass(b, rate * n2)
      }
    }
    return min(sum, 1)
  }
}

@Suite struct CountChangeTests {
  @Test func `Over as many days the change is the plain difference`() throws {
    let change = try CountChange(now: 120, exposure: 31, before: 100, exposure: 31)
    #expect(change.change == 20)
    #expect(change.percent == 20)
    #expect(change.limits.low < 20 && change.limits.high > 20)
  }

  @Test func `A leap day is no change: 29 in 29 days against 28 in 28`() throws {
    let change = try CountChange(now: 29, exposure: 29, before: 28, exposure: 28)
    #expect(abs(change.change) < 1e-12 && abs(change.percent!) < 1e-12)
  }

  @Test func `From 1 to 3 has no percentage, and none has any from below 10`() throws {
    #expect(try CountChange(now: 3, exposure: 1, before: 1, exposure: 1).percent == nil)
    #expect(try CountChange(now: 30, exposure: 1, before: 9, exposure: 1).percent == nil)
    #expect(try CountChange(now: 5, exposure: 1, before: 10, exposure: 1).percent == -50)
  }

  /// By hand from Garwood's table: 0 has limits 0 and 3.69, 10 has 4.80 and 18.39.
  @Test func `The limits recover the published ones of both counts`() throws {
    let change = try CountChange(now: 10, exposure: 1, before: 0, exposure: 1)
    #expect(abs(change.limits.low - (10 - (5.2 * 5.2 + 3.69 * 3.69).squareRoot())) < 0.01)
    #expect(abs(change.limits.high - 18.39) < 0.01)
  }

  /// The coverage, summed over all pairs.
  @Test(arguments: [(3.0, 3.0), (12.0, 5.0), (40.0, 60.0)])
  func `The limits cover the true change at least about as often as they say`(_ now: Double, _ before: Double) throws {
    let (first, second) = (PoissonTable(mean: now), PoissonTable(mean: before))
    var covered = 0.0
    for (i, a) in first.masses.enumerated() where a > 1e-7 {
      for (j, b) in second.masses.enumerated() where b > 1e-7 {
        let limits = try CountChange(now: first.first + i, exposure: 1, before: second.first + j, exposure: 1).limits
        if limits.low <= now - before, now - before <= limits.high { covered += a * b }
      }
    }
    #expect(covered > 0.945 && covered < 0.99, "\(covered)")
  }
}
