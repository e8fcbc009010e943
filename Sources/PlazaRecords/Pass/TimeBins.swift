/// Cuts time where a window begins or ends, so that each window is a set of whole bins; and again by when records became known.
package struct TimeBins: Hashable, Sendable {
  /// The days on which a bin begins, ascending; the last ends the last bin.
  package let bounds: [Int]
  /// The days after the last on which records count as known, ascending; empty when that is not asked.
  package let cutoffs: [Int]
  /// The field with the day on which a record became known.
  package let registered: String?

  /// - Parameter bounds: in any order.
  package init(bounds: Set<Int>, cutoffs: Set<Int>, registered: String?) {
    self.bounds = bounds.sorted()
    self.cutoffs = cutoffs.sorted()
    self.registered = registered
  }

  /// The bin of a record in no window.
  package static let outside = 0

  private var ranks: Int { cutoffs.count + 1 }

  /// The bin of what happened between two days and was known on a third; nil when the bins cannot be told apart.
  /// - Parameter known: 0 or any day where there are no cutoffs.
  @inline(__always)
  package func number(first: Int, last: Int, known: Int) -> Int? {
    let interval = rank(first, in: bounds)
    guard rank(last, in: bounds) == interval else { return nil }
    guard interval > 0, interval < bounds.count else { return Self.outside }
    return 1 + (interval - 1) * ranks + rank(known, in: cutoffs)
  }

  /// How many bounds are at most the day.
  @inline(__always)
  private func rank(_ day: Int, in bounds: [Int]) -> Int {
    var (low, high) = (0, bounds.count)
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the records of a bin are in a span of time, as far as they were known before a day.
  package func bin(_ number: Int, isIn span: Range<Int>, knownBefore cutoff: Int?) -> Bool {
    guard number > 0 else { return false }
    let (interval, rank) = ((number - 1) / ranks, (number - 1) % ranks)
    guard span.contains(bounds[interval]) else { return false }
    return cutoff.map { rank < cutoffs.count && cutoffs[rank] <= $0 } ?? true
  }
}
