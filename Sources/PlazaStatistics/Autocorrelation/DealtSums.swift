/// The distribution of the sum over k areas when the values of a map are dealt to its areas anew, each deal as likely as any.
///
/// z of Gi* takes mean and variance of this very distribution and reads p off a normal one, which does not hold where counts are small: one
/// record in 2 500 cells lies 16 standard deviations above the mean wherever it is. Here the distribution itself is used. Values are whole numbers
/// of a lattice: counts as they are, where that is feasible, else rounded to some hundreds of steps; as the sums that are looked up
/// are those of the same lattice, the test is exact either way, and rounding costs a little power at most.
///
/// `P(k drawn, sum s)` is built value by value, v with multiplicity c, of Bernoulli draws with any rate, and divided by `P(k drawn)`: all terms are
/// positive, so far tails keep their digits. For more than `mostDrawn` areas the gamma distribution with the mean, the variance and the skewness
/// of the sum takes its place (Pearson's type III, as for other permutation statistics by Mielke and Berry 2007, doi:10.1007/978-0-387-69813-7).
struct DealtSums {
  /// So many areas at most have their sums computed one by one.
  static let mostDrawn = 32
  /// Steps of the computation that a map may cost; finer lattices would not change a verdict.
  static let budget = 5e7

  /// The values on the lattice, the least of them 0.
  let lattice: [Int]
  private let total: Int
  /// Σ (v − v̄)² and Σ (v − v̄)³ over the lattice.
  private let (squares, cubes): (Double, Double)
  /// For each number of areas drawn, the two-sided p of each sum; empty where it was not asked for.
  private var tables: [[Double]]

  /// - Parameter values: of all areas, finite; at least two differ.
  /// - Parameter sizes: the numbers of areas, 1 to n − 1, whose sums will be asked for.
  init(_ values: [Double], sizes: Set<Int>) {
    let count = values.count
    let asked = Set(sizes.map { min($0, count - $0) }.filter { $0 > 0 && $0 <= Self.mostDrawn })
    let most = asked.max() ?? 1
    lattice = Self.lattice(values, most: most)
    total = lattice.reduce(0, +)
    let mean = Double(total) / Double(count)
    (squares, cubes) = lattice.reduce((0.0, 0.0)) { sums, value in
      let deviation = Double(value) - mean
      return (sums.0 + deviation * deviation, sums.1 + deviation * deviation * deviation)
    }
    tables = [[Double]](repeating: [], count: most + 1)
    guard !asked.isEmpty else { return }
    let drawn = Self.distribution(of: lattice, most: most)
    let width = drawn.count / (most + 1)
    for size in asked { tables[size] = Self.twoSided(drawn[size * width..<(size + 1) * width]) }
  }

  /// Two-sided: the chance of a sum as far in its tail, and of what lies no less far in the other (Blaker 2000, doi:10.2307/3315916).
  func p(sum: Int, of size: Int) -> Double {
    let count = lattice.count
    // k areas and the n − k others say the same.
    let (drawn, sum) = 2 * size > count ? (count - size, total - sum) : (size, sum)
    guard drawn > 0 else { return 1 }
    return drawn <= Self.mostDrawn ? tables[drawn][sum] : gammaP(sum: sum, of: drawn)
  }

  /// Whether a sum is above the mean of all deals.
  func isHigh(sum: Int, of size: Int) -> Bool { Double(sum) * Double(lattice.count) > Double(size) * Double(total) }

  /// Whole numbers from 0 as they are, if that is not too much work; else as many steps as are.
  private static func lattice(_ values: [Double], most: Int) -> [Int] {
    let least = values.min() ?? 0
    let sorted = values.sorted(by: >)
    let top = sorted.prefix(most).reduce(0) { $0 + ($1 - least) }
    let perStep = Double(most * (most + 1)) / 2
    var distinct = 0
    for place in sorted.indices where place == 0 || sorted[place] != sorted[place - 1] { distinct += 1 }
    let isWhole = values.allSatisfy { $0 == $0.rounded() && abs($0) < 0x1p52 }
    if isWhole, top < 1e9, Double(distinct) * perStep * (top + 1) <= budget { return values.map { Int($0 - least) } }
    let span = sorted[0] - least
    guard span > 0 else { return values.map { _ in 0 } }
    // As many steps s as make min(distinct, s) · work per value · (sum of the largest in steps) no more than the budget.
    let share = max(1, top / span)
    let steps = max(
      (budget / (perStep * share)).squareRoot(), budget / (perStep * share * Double(distinct)))
    let factor = min(steps, 65_536).rounded(.down) / span
    return values.map { Int((($0 - least) * factor).rounded()) }
  }

  /// P(so many drawn, sum) by rows of the number drawn, up to a common factor for each row.
  private static func distribution(of lattice: [Int], most: Int) -> [Double] {
    let sorted = lattice.sorted()
    let count = sorted.count
    let width = sorted.suffix(most).reduce(0, +) + 1
    let rate = Double(most) / Double(count + 1)
    var rows = [Double](repeating: 0, count: (most + 1) * width)
    rows[0] = 1
    // The largest sum that each row can hold so far; -1 for none.
    var reach = [Int](repeating: -1, count: most + 1)
    reach[0] = 0
    var chances = [Double](repeating: 0, count: most + 1)
    rows.withUnsafeMutableBufferPointer { rows in
      reach.withUnsafeMutableBufferPointer { reach in
        chances.withUnsafeMutableBufferPointer { chances in
          let base = rows.baseAddress!
          var first = 0
          while first < count {
            let value = sorted[first]
            var end = first + 1
            while end < count, sorted[end] == value { end += 1 }
            binomial(end - first, rate, into: chances)
            let kinds = min(end - first, most)
            first = end
            // From the most drawn down: what a row takes from those below is still without this value.
            for drawn in stride(from: most, through: 0, by: -1) {
              let row = base + drawn * width
              var sum = 0
              while sum <= reach[drawn] {
                row[sum] *= chances[0]
                sum &+= 1
              }
              for taken in 1...max(1, min(kinds, drawn)) where taken <= drawn && reach[drawn - taken] >= 0 {
                let source = base + (drawn - taken) * width
                let (shift, factor) = (taken * value, chances[taken])
                let last = min(reach[drawn - taken], width - 1 - shift)
                if last < 0 { continue }
                let target = row + shift
                sum = 0
                while sum <= last {
                  target[sum] += factor * source[sum]
                  sum &+= 1
                }
                reach[drawn] = max(reach[drawn], last + shift)
              }
            }
          }
        }
      }
    }
    return Array(rows)
  }

  /// The chances of 0, 1, … of `count` draws with a rate below 1.
  private static func binomial(_ count: Int, _ rate: Double, into chances: UnsafeMutableBufferPointer<Double>) {
    var chance = 1.0
    for _ in 0..<count { chance *= 1 - rate }
    for taken in chances.indices {
      chances[taken] = taken <= count ? chance : 0
      chance *= rate / (1 - rate) * Double(count - taken) / Double(taken + 1)
    }
  }

  /// The two-sided p of each sum, from its chances up to a common factor.
  private static func twoSided(_ chances: ArraySlice<Double>) -> [Double] {
    let chances = Array(chances)
    let all = chances.reduce(0, +)
    var upper = chances
    var lower = chances
    var sum = 0.0
    for place in chances.indices.reversed() {
      sum += chances[place]
      upper[place] = sum / all
    }
    sum = 0
    for place in chances.indices {
      sum += chances[place]
      lower[place] = sum / all
    }
    // Ties by rounding alone belong to the tail.
    let ease = 1 + 1e-9
    var result = [Double](repeating: 1, count: chances.count)
    var other = -1
    for place in chances.indices.reversed() where upper[place] <= lower[place] {
      while other + 1 < chances.count, lower[other + 1] <= upper[place] * ease { other += 1 }
      result[place] = min(1, upper[place] + (other >= 0 ? lower[other] : 0))
    }
    other = chances.count
    for place in chances.indices where lower[place] < upper[place] {
      while other > 0, upper[other - 1] <= lower[place] * ease { other -= 1 }
      result[place] = min(1, lower[place] + (other < chances.count ? upper[other] : 0))
    }
    return result
  }

  /// By three moments of sampling without replacement, with half a step for the lattice.
  private func gammaP(sum: Int, of drawn: Int) -> Double {
    let n = Double(lattice.count)
    let k = Double(drawn)
    let mean = Double(total) / n
    let variance = k * (n - k) / (n * (n - 1)) * squares
    let third = k * (n - k) * (n - 2 * k) / (n * (n - 1) * (n - 2)) * cubes
    let skewness = third / (variance * variance.squareRoot())
    let deviation = Double(sum) - k * mean
    func tail(_ z: Double, _ side: Tail) -> Double {
      guard abs(skewness) > 1e-6 else { return side == .upper ? standardNormalTail(above: z) : standardNormalTail(above: -z) }
      let shape = 4 / (skewness * skewness)
      let x = shape + (skewness > 0 ? z : -z) * shape.squareRoot()
      let isUpper = (side == .upper) == (skewness > 0)
      guard x > 0 else { return isUpper ? 1 : 0 }
      return gammaTail(shape: shape, x: x, side: isUpper ? .upper : .lower).tail
    }
    let unit = variance.squareRoot()
    return min(1, 2 * min(tail((deviation - 0.5) / unit, .upper), tail((deviation + 0.5) / unit, .lower)))
  }
}
