internal import PlazaLayers

/// Decides for one worker which records may be written at their places, and counts those that may not.
struct Withholding {
  private let rule: SensitiveKinds
  /// By the worker's number of a kind.
  private var keys: [String] = []
  private var verdicts: [Bool] = []
  private var withheld: [Int] = []

  init(_ rule: SensitiveKinds) { self.rule = rule }

  /// - Parameter kind: its number among the kinds of the worker.
  mutating func withholds(_ kind: Int, _ kinds: CanonicalKinds) -> Bool {
    while verdicts.count <= kind {
      keys.append(kinds.keys[verdicts.count])
      verdicts.append(!rule.mayBecomePoints(kinds.names[verdicts.count]))
      withheld.append(0)
    }
    if verdicts[kind] { withheld[kind] += 1 }
    return verdicts[kind]
  }

  /// By what tells a kind apart, in any order.
  var counts: [String: Int] {
    var counts: [String: Int] = [:]
    for kind in keys.indices where withheld[kind] > 0 { counts[keys[kind], default: 0] += withheld[kind] }
    return counts
  }
}
