/// Divides numbers into a few classes that hold about equally many, with limits that a person can say.
enum ClassBreaks {
  struct Interval: Hashable {
    var lower: Double
    var upper: Double
  }

  /// Classes from the lowest to the highest; the order of the values does not matter.
  ///
  /// Up to `count` distinct values are a class each. Otherwise zero, where it occurs and nothing is below it, is a class of its own:
  /// nothing at all is another thing than little. The limits between the others are quantiles rounded to two digits or, of integers,
  /// to integers; classes that rounding leaves empty are not there. Integers have classes that do not touch: 1–5, 6–20.
  /// - Parameter values: finite.
  /// - Parameter count: the most classes, at least 2.
  /// - Returns: nothing for no values.
  /// - Complexity: O(n log n).
  static func intervals(_ values: [Double], count: Int) -> [Interval] {
    let sorted = values.sorted()
    guard let lowest = sorted.first, let highest = sorted.last else { return [] }
    var distinct: [Double] = []
    for value in sorted where distinct.last != value {
      if distinct.count == count { return divided(sorted, lowest, highest, count) }
      distinct.append(value)
    }
    return distinct.map { Interval(lower: $0, upper: $0) }
  }

  private static func divided(_ sorted: [Double], _ lowest: Double, _ highest: Double, _ count: Int) -> [Interval] {
    let areIntegers = sorted.allSatisfy { $0 == $0.rounded() && $0.magnitude < 0x1p53 }
    var result: [Interval] = []
    var rest = sorted[...]
    if lowest == 0 {
      result.append(Interval(lower: 0, upper: 0))
      rest = sorted[sorted.partitioningIndex { $0 > 0 }...]
    }
    let classes = count - result.count
    var lower = areIntegers ? rest[rest.startIndex] : down(rest[rest.startIndex])
    var start = rest.startIndex
    for place in 1..<classes {
      let quantile = rest[rest.startIndex + rest.count * place / classes]
      let limit = rounded(quantile, areIntegers)
      let end = sorted.partitioningIndex { $0 > limit }
      guard limit < highest, end > start else { continue }
      result.append(Interval(lower: lower, upper: limit))
      lower = areIntegers ? sorted[end] : limit
      // What a person reads as following on 5 is 6, whether or not a 6 occurs.
      if areIntegers { lower = limit + 1 }
      start = end
    }
    result.append(Interval(lower: lower, upper: areIntegers ? highest : up(highest)))
    return result
  }

  private static func rounded(_ value: Double, _ isInteger: Bool) -> Double {
    let nice = scaled(value) { $0.rounded() }
    return isInteger ? nice.rounded() : nice
  }

  /// The number with two digits at most, not above it.
  private static func down(_ value: Double) -> Double { min(scaled(value) { $0.rounded(.down) }, value) }
  private static func up(_ value: Double) -> Double { max(scaled(value) { $0.rounded(.up) }, value) }

  /// Rounds the first two digits of a number.
  private static func scaled(_ value: Double, _ round: (Double) -> Double) -> Double {
    guard value != 0 else { return 0 }
    var exponent = 0
    var digits = value.magnitude
    while digits >= 100 {
      digits /= 10
      exponent += 1
    }
    while digits < 10 {
      digits *= 10
      exponent -= 1
    }
    var power = 1.0
    for _ in 0..<exponent.magnitude { power *= 10 }
    // Multiplied or divided by an exact power, the result is the nearest to the decimal number that is meant.
    return exponent < 0 ? round(value * power) / power : round(value / power) * power
  }
}

extension Array where Element == Double {
  /// The first place whose element satisfies the predicate, in an array divided by it; `endIndex` for none.
  fileprivate func partitioningIndex(_ belongs: (Double) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
