package import PlazaLayers

/// Counts by cell, kind and mark of sex and age; merges in any order.
package struct StratumCounts: Sendable {
  /// The mark stands in the place of the period.
  package private(set) var tally = Tally()

  @inline(__always)
  mutating func add(_ cell: Int, kind: Int, mark: Int, count: Int64) {
    tally.add(Tally.key(area: cell, kind: kind, period: mark), count: count)
  }

  mutating func merge(_ other: StratumCounts, kinds: [Int]) {
    tally.merge(other.tally, kinds: kinds)
  }
}
