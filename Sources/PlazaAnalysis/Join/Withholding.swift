internal import PlazaLayers

/// Decides for one worker which records may be written at their places, and counts those that may not.
struct Withholding {
  private let rule: SensitiveKinds
  /// By the worker's number of a kind.
  private var names: [String] = []
  private var verdicts: [Bool] = []
  private var withheld: [Int] = []

  init(_ rule: SensitiveKinds) { self.rule = rule }

  /// - Parameter kind: the number that the worker's kinds give it.
  mutating func withholds(_ kind: Int, _ kinds: Interner) -> Bool {
    while verdicts.count <= kind {
      let name = KindText.canonical(kinds.value(verdicts.count))
      names.append(name)
      verdicts.append(!rule.mayBecomePoints(name))
      withheld.append(0)
    }
    if verdicts[kind] { withheld[kind] += 1 }
    return verdicts[kind]
  }

  /// By kind, in any order: texts that differ by blanks are one kind.
  var counts: [String: Int] {
    var counts: [String: Int] = [:]
    for kind in names.indices where withheld[kind] > 0 { counts[names[kind], default: 0] += withheld[kind] }
    return counts
  }
}
