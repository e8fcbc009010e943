/// How p-values of many tests are made to hold for all of them together.
public enum MultipleTesting: String, Hashable, Sendable, CaseIterable {
  /// Benjamini and Hochberg 1995 (doi:10.1111/j.2517-6161.1995.tb02031.x), step-up: the share of false alarms, for independent or positively
  /// dependent tests.
  case benjaminiHochberg = "bh"
  /// Benjamini and Yekutieli 2001 (doi:10.1214/aos/1013699998): the same for any dependence.
  case benjaminiYekutieli = "by"
  /// The chance of even one false alarm.
  case bonferroni
  case none

  /// Adjusted p-values: an item is significant at level q when its own is at most q.
  ///
  /// `adjusted(i) = min over j ≥ i of p(j) · n / j` over the p-values in ascending order, at most 1, as R's `p.adjust`. Nil items are not
  /// tests: they stay nil and do not count in n.
  /// - Parameter pValues: in any order, each from 0 to 1, or nil where there is none.
  /// - Complexity: O(n log n).
  public func adjusted(_ pValues: [Double?]) -> [Double?] {
    let tested = pValues.indices.filter { pValues[$0] != nil }
    let count = Double(tested.count)
    var result = pValues
    switch self {
    case .none: break
    case .bonferroni:
      for item in tested { result[item] = min(1, pValues[item]! * count) }
    case .benjaminiHochberg, .benjaminiYekutieli:
      var factor = count
      if self == .benjaminiYekutieli {
        factor *= (1...max(1, tested.count)).reversed().reduce(0) { $0 + 1 / Double($1) }
      }
      var least = 1.0
      for (rank, item) in tested.sorted(by: { (pValues[$0]!, $0) < (pValues[$1]!, $1) }).enumerated().reversed() {
        least = min(least, pValues[item]! * factor / Double(rank + 1))
        result[item] = least
      }
    }
    return result
  }
}
