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
    let limits = try change.limits()
    #expect(limits.low < 20 && limits.high > 20)
  }

  @Test func `An unchanged rate has the change 0, exactly`() throws {
    for (now, before) in [(29, 28), (366, 365), (62, 60), (31 * 7, 28 * 7), (60 * 3, 59 * 3)] {
      let change = try CountChange(now: now, exposure: Double(now), before: before, exposure: Double(before))
      #expect(change.change == 0 && change.percent == 0 && change.p == 1)
    }
    let change = try CountChange(now: 217, exposure: 31, before: 196, exposure: 28)
    #expect(change.change == 0 && change.percent == 0)
    let limits = try change.limits()
    #expect(limits.low < 0 && limits.high > 0)
  }

  @Test func `From 1 to 3 has no percentage, and none has any from below 10`() throws {
    #expect(try CountChange(now: 3, exposure: 1, before: 1, exposure: 1).percent == nil)
    #expect(try CountChange(now: 30, exposure: 1, before: 9, exposure: 1).percent == nil)
    #expect(try CountChange(now: 5, exposure: 1, before: 10, exposure: 1).percent == -50)
  }

  /// Verdict and limits are one method: over all pairs, exposures and dispersions, at any level.
  @Test(arguments: [nil, 1, 1.3, 4, 30] as [Double?])
  func `Limits hold 0 exactly where the test does not call a change`(_ dispersion: Double?) throws {
    let dispersion = dispersion.map { Dispersion(value: $0, degrees: 20, spans: 24) }
    for (own, other) in [(1.0, 1.0), (31, 28), (29, 31)] {
      for (now, before) in (0...24).flatMap({ a in (0...24).map { (a * a / 4, $0 * 3) } }) where now + before > 0 {
        let change = try CountChange(now: now, exposure: own, before: before, exposure: other, dispersion: dispersion)
        for level in [0.05, 0.2, 0.001, change.p, change.p.nextDown, change.p / 2] where level > 1e-200 && level <= 0.5 {
          let limits = try change.limits(significance: level)
          #expect((limits.low <= 0 && limits.high >= 0) == (change.p > level), "\(now) \(before) \(level)")
          #expect(limits.low <= change.change && change.change <= limits.high)
        }
      }
    }
  }

  /// Two against nine, of which the E-test says p 0.036: the limits by recovery from Garwood's held 0.
  @Test func `Two against nine is a fall, and its limits say so`() throws {
    let change = try CountChange(now: 2, exposure: 1, before: 9, exposure: 1)
    #expect(change.p < 0.05)
    #expect(try change.limits().high < 0)
  }

  /// `(20 − 40) / √(4 · 60)` is −1.29: by scipy 1.17 `2 t.sf(1.2909944487, 20)`.
  @Test func `With a dispersion p is that of the score in Student's distribution`() throws {
    let change = try CountChange(
      now: 20, exposure: 30, before: 40, exposure: 30, dispersion: Dispersion(value: 4, degrees: 20, spans: 24))
    #expect(abs(change.p - 0.2114293912) < 1e-9)
    let poisson = try CountChange(now: 20, exposure: 30, before: 40, exposure: 30)
    #expect(poisson.p < 0.02)
  }

  /// The coverage, summed over all pairs.
  @Test(arguments: [(3.0, 3.0), (12.0, 5.0), (40.0, 60.0)])
  func `The limits cover the true change at least about as often as they say`(_ now: Double, _ before: Double) throws {
    let (first, second) = (PoissonTable(mean: now), PoissonTable(mean: before))
    var covered = 0.0
    for (i, a) in first.masses.enumerated() where a > 1e-7 {
      for (j, b) in second.masses.enumerated() where b > 1e-7 {
        let limits = try CountChange(now: first.first + i, exposure: 1, before: second.first + j, exposure: 1).limits()
        if limits.low <= now - before, now - before <= limits.high { covered += a * b }
      }
    }
    #expect(covered > 0.945 && covered < 0.99, "\(covered)")
  }
}
