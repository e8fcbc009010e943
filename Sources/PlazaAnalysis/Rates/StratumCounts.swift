internal import PlazaLayers

/// Counts by cell, kind and mark of sex and age, with what was seen of the sexes' letters; merges in any order.
struct StratumCounts: Sendable {
  /// The mark stands in the place of the period.
  private(set) var tally = Tally()
  var evidence: SexEvidence = []

  @inline(__always)
  mutating func add(_ cell: Int, kind: Int, mark: Int, count: Int64) {
    tally.add(Tally.key(area: cell, kind: kind, period: mark), count: count)
  }

  mutating func merge(_ other: StratumCounts, kinds: [Int]) {
    tally.merge(other.tally, kinds: kinds)
    evidence.formUnion(other.evidence)
  }
}
