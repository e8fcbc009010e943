import Glibc
import PlazaTesting
import Testing

@testable import PlazaStatistics

/// How often a change is called that is none, and one that is: months of counts that vary more than chance, with 36 months before.
///
/// `PLAZA_TABLE=1 swift test --filter ChangePowerTests` prints the table of `docs/methods.md`; without it few draws are made.
@Suite struct ChangePowerTests {
  private static let isTable = getenv("PLAZA_TABLE") != nil
  private static let draws = isTable ? 500 : 150

  /// Values of a negative binomial with a mean and a variance that is a multiple of it: Poisson where the multiple is 1.
  private struct Counts {
    private let first: Int
    private let below: [Double]

    init(mean: Double, dispersion: Double) {
      let reach = 12 * (mean * dispersion).squareRoot() + 12 * dispersion + 30
      first = 0
      var below: [Double] = []
      var sum = 0.0
      let size = dispersion > 1 ? mean / (dispersion - 1) : 0
      for value in 0...Int(mean + reach) {
        let x = Double(value)
        sum +=
          dispersion > 1
          ? exp(
            logGamma(x + size) - logGamma(size) - logGamma(x + 1) - size * log(dispersion) + x * log1p(-1 / dispersion))
          : poissonMass(value, mean: mean)
        below.append(sum)
      }
      self.below = below
    }

    func draw(_ random: inout SplitMix64) -> Int {
      let p = Double.random(in: 0..<1, using: &random)
      var (low, high) = (0, below.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if below[middle] > p { high = middle } else { low = middle + 1 }
      }
      return first + low
    }
  }

  /// - Returns: the share of draws that the E-test calls at 5 %, and that the test with the past does.
  private func called(mean: Double, dispersion: Double, change: Double, seed: UInt64) throws -> (plain: Double, past: Double) {
    var random = SplitMix64(seed: seed)
    let months = (0..<37).map { month in
      Counts(
        mean: mean * (1 + 0.15 * sin(2 * Double.pi * Double(month) / 12)) * (month == 36 ? 1 + change : 1), dispersion: dispersion
      )
    }
    var (plain, past) = (0, 0)
    for _ in 0..<Self.draws {
      let counts = months.map { $0.draw(&random) }
      let (now, before) = (counts[36], counts[24])
      let history = try #require(
        CountHistory(counts: counts[..<36].map(Optional.some), expected: Array(repeating: 1, count: 36), perYear: 12))
      let dispersion = PooledHistory([history]).dispersion(of: history, length: 1)
      if try poissonETest(count: now, exposure: 1, against: before, exposure: 1) <= 0.05 { plain += 1 }
      if try CountChange(now: now, exposure: 1, before: before, exposure: 1, dispersion: dispersion).p <= 0.05 { past += 1 }
    }
    return (Double(plain) / Double(Self.draws), Double(past) / Double(Self.draws))
  }

  @Test(arguments: [1, 3, 10, 30] as [Double])
  func `Without a change the level holds however much the counts vary`(_ dispersion: Double) throws {
    for mean in [40.0, 400] where mean > dispersion {
      let share = try called(mean: mean, dispersion: dispersion, change: 0, seed: UInt64(dispersion) * 100 + UInt64(mean))
      // Three standard errors of the draws above 5 %.
      #expect(share.past <= 0.05 + 3 * (0.05 * 0.95 / Double(Self.draws)).squareRoot(), "\(share)")
      if dispersion >= 3 { #expect(share.plain > 0.15) }
    }
  }

  @Test func `A change of two fifths is seen where counts are many`() throws {
    // A rise by two fifths is three standard errors, a fall by as much three and a half.
    let rise = try called(mean: 400, dispersion: 3, change: 0.4, seed: 1).past
    #expect(rise > 0.7)
    let fall = try called(mean: 400, dispersion: 3, change: -0.4, seed: 2).past
    #expect(fall > 0.85)
    let dispersed = try called(mean: 400, dispersion: 30, change: -0.4, seed: 3).past
    #expect(dispersed > 0.15)
  }

  @Test(.enabled(if: getenv("PLAZA_TABLE") != nil)) func `The table of false alarms and power`() throws {
    print("| mean | φ | no change | −20 % | +20 % | −40 % | +40 % |")
    for mean in [40.0, 400, 4000] {
      for dispersion in [1.0, 3, 10, 30] {
        let cells = try [0, -0.2, 0.2, -0.4, 0.4].enumerated().map { place, change -> String in
          let share = try called(mean: mean, dispersion: dispersion, change: change, seed: UInt64(place + 1))
          return "\(Int((100 * share.plain).rounded())) → \(Int((100 * share.past).rounded()))"
        }
        print("| \(Int(mean)) | \(Int(dispersion)) | \(cells.joined(separator: " | ")) |")
      }
    }
  }
}
