#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension ClassBreaks {
  /// Classes from the lowest to the highest by a method, or by fixed limits.
  ///
  /// Zero, where it occurs and nothing is below it, is a class of its own beside the `count`, but for deviations, which are around the mean.
  /// A computed limit is written with as few digits as leave every value in its class. A class that begins with −∞ or ends with ∞ holds
  /// all that is below or above: those of deviations and of fixed limits, which have classes without values too.
  /// - Parameter values: finite.
  /// - Parameter count: at least 1; deviations have six classes.
  /// - Complexity: O(n log n), and that of `NaturalBreaks`.
  static func intervals(_ values: [Double], _ choice: ClassChoice, count: Int) -> [Interval] {
    let sorted = values.sorted()
    if !choice.breaks.isEmpty { return fixed(sorted, choice.breaks) }
    guard let lowest = sorted.first else { return [] }
    let hasZero = lowest == 0
    let method = choice.method ?? .quantile
    if method == .quantile { return intervals(values, count: hasZero ? count + 1 : count) }
    if method == .deviation { return deviations(sorted) }
    let rest = hasZero ? Array(sorted.drop { $0 == 0 }) : sorted
    let zero = hasZero ? [Interval(lower: 0, upper: 0)] : []
    guard let first = rest.first, let last = rest.last else { return zero }
    let distinct = Set(rest).sorted()
    if distinct.count <= count { return zero + distinct.map { Interval(lower: $0, upper: $0) } }
    let limits =
      method == .natural
      ? NaturalBreaks.limits(rest, count: count).dropLast()
      : (1..<count).map { first + (last - first) * Double($0) / Double(count) }[...]
    return zero
      + divided(rest, spoken(Array(limits), in: rest), lowest: outer(first, .down, rest), highest: outer(last, .up, rest))
  }

  /// The mean and the standard deviation of a sample, which divides by n − 1.
  static func spread(_ values: [Double]) -> (mean: Double, deviation: Double) {
    guard values.count > 1 else { return (values.first ?? 0, 0) }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, sqrt(squares / Double(values.count - 1)))
  }

  /// Below the mean and above it: no class lies on both sides.
  static let deviationClasses = 6

  /// Limits at the mean and whole deviations from it, or half ones where the number of classes is odd.
  static func deviationLimits(_ values: [Double], count: Int) -> [Double] {
    let (mean, deviation) = spread(values)
    return (1..<count).map { mean + (Double($0) - Double(count) / 2) * deviation }
  }

  private static func deviations(_ sorted: [Double]) -> [Interval] {
    guard let first = sorted.first, let last = sorted.last, first < last else {
      return sorted.first.map { [Interval(lower: $0, upper: $0)] } ?? []
    }
    let limits = deviationLimits(sorted, count: deviationClasses)
    return divided(sorted, spoken(limits, in: sorted), lowest: -.infinity, highest: .infinity)
  }

  private static func fixed(_ sorted: [Double], _ breaks: [Double]) -> [Interval] {
    var result = divided(sorted, breaks, lowest: -.infinity, highest: .infinity)
    guard let first = breaks.first, sorted.first ?? 0 >= 0 else { return result }
    // What begins with nothing is nothing, where nothing can be less.
    if first == 0 { result[0].lower = 0 }
    // Nothing at all stands apart as it does without limits; of whole numbers always, so that months without it have the same classes.
    if first > 0, sorted.first == 0 || areIntegers(sorted + breaks) {
      if areIntegers(sorted + breaks) { result[0].lower = 1 }
      result.insert(Interval(lower: 0, upper: 0), at: 0)
    }
    return result
  }

  /// Classes between limits; of integers they do not touch.
  private static func divided(_ sorted: [Double], _ limits: [Double], lowest: Double, highest: Double) -> [Interval] {
    let areIntegers = areIntegers(sorted + limits)
    var lower = lowest
    var result: [Interval] = []
    for limit in limits {
      result.append(Interval(lower: lower, upper: limit))
      lower = areIntegers ? limit + 1 : limit
    }
    // What has no end is more than the last limit.
    if highest == .infinity, let last = limits.last { lower = last }
    return result + [Interval(lower: lower, upper: max(lower, highest))]
  }

  private static func areIntegers(_ values: [Double]) -> Bool {
    values.allSatisfy { $0 == $0.rounded() && $0.magnitude < 0x1p53 }
  }

  /// Each limit with the fewest digits that keep the values below it below and the others above, in rising order.
  private static func spoken(_ limits: [Double], in sorted: [Double]) -> [Double] {
    let areIntegers = areIntegers(sorted)
    var result: [Double] = []
    for limit in limits {
      let above = sorted.first { $0 > limit } ?? .infinity
      let below = max(sorted.last { $0 <= limit } ?? -.infinity, result.last?.nextUp ?? -.infinity)
      let ways: [FloatingPointRoundingRule] = areIntegers ? [.toNearestOrEven, .down] : [.toNearestOrEven, .up, .down]
      let shown = (2...15).lazy.flatMap { digits in ways.map { rounded(limit, digits: digits, $0) } }
        .map { areIntegers ? $0.rounded(.down) : $0 }.first { $0 >= below && $0 < above }
      result.append(shown ?? limit)
    }
    return result
  }

  /// Where the first class begins or the last one ends: with two digits, not inside of what it holds; whole numbers are told as they are.
  private static func outer(_ value: Double, _ rule: FloatingPointRoundingRule, _ sorted: [Double]) -> Double {
    areIntegers(sorted) ? value : rounded(value, digits: 2, rule)
  }

  private static func rounded(_ value: Double, digits: Int, _ rule: FloatingPointRoundingRule) -> Double {
    guard value != 0, value.isFinite else { return value }
    let exponent = digits - 1 - Int(floor(log10(value.magnitude)))
    let power = pow(10, Double(exponent.magnitude))
    let result = exponent < 0 ? (value / power).rounded(rule) * power : (value * power).rounded(rule) / power
    // A number of two digits stays what it is, whatever its binary neighbours are.
    return rule == .up && result < value || rule == .down && result > value ? value : result
  }
}
