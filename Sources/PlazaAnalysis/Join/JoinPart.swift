internal import PlazaLayers

/// What one worker has counted; parts merge in any order to the same result.
struct JoinPart: Sendable {
  var account = Account()
  var tally: Tally
  var kinds = Interner()
  /// First and last day of the records that count; nil while there is none.
  var days: ClosedRange<Int>?
  /// Records without a date, or with one less precise than the period.
  var undated = 0
  var keys: KeyCounts
  /// What is near a border, by level, where that was asked.
  var borders: [BorderTally] = []
  /// By mark of sex and age in the place of periods, where that was asked.
  var strata = StratumCounts()
  /// Records that were not tagged, by kind.
  var withheld: [String: Int] = [:]
  /// The records themselves, where a method needs them.
  var kept = KeptPoints()

  init(isWeighted: Bool, levels: Int) {
    tally = Tally(isWeighted: isWeighted)
    keys = KeyCounts(levels: levels)
  }

  @inline(__always)
  mutating func saw(_ first: Int, _ last: Int) {
    guard let known = days else {
      days = first...last
      return
    }
    if first >= known.lowerBound, last <= known.upperBound { return }
    days = min(first, known.lowerBound)...max(last, known.upperBound)
  }
}

/// The sum of all parts, with the kinds in the order of their bytes.
struct JoinTotal {
  var account = Account()
  var tally: Tally
  private(set) var kinds: [String] = []
  var days: ClosedRange<Int>?
  var undated = 0
  var keys: KeyCounts
  private(set) var borders: [BorderTally] = []
  private(set) var strata = StratumCounts()
  private(set) var withheld: [String: Int] = [:]
  private(set) var kept = KeptPoints()
  /// Kinds in order of first merge; `kinds` is sorted at the end.
  private var numbers: [String: Int] = [:]

  static let kindLimit = 10_000

  init(isWeighted: Bool, levels: Int) {
    tally = Tally(isWeighted: isWeighted)
    keys = KeyCounts(levels: levels)
  }

  mutating func merge(_ part: JoinPart, hasKinds: Bool, file: String) throws {
    account += part.account
    undated += part.undated
    keys += part.keys
    withheld.merge(part.withheld, uniquingKeysWith: +)
    if borders.isEmpty {
      borders = part.borders
    } else {
      for index in borders.indices { borders[index].merge(part.borders[index]) }
    }
    account.nearBorder += part.borders.first?.near ?? 0
    if let days = part.days {
      self.days = (self.days.map { min($0.lowerBound, days.lowerBound)...max($0.upperBound, days.upperBound) }) ?? days
    }
    var renamed = [0]
    if hasKinds {
      renamed = (0..<part.kinds.count).map { raw in
        let kind = KindText.canonical(part.kinds.value(raw))
        if let known = numbers[kind] { return known }
        numbers[kind] = kinds.count
        kinds.append(kind)
        return kinds.count - 1
      }
    }
    if kinds.count > Self.kindLimit { throw Failure(.notUnderstood, "join.too_many_kinds", ["file": file]) }
    tally.merge(part.tally, kinds: renamed)
    strata.merge(part.strata, kinds: renamed)
    kept.append(part.kept, kinds: renamed)
  }
}

extension JoinTotal {
  /// Takes kinds that must not be shown at single places out of the tally.
  /// - Parameter cells: how many numbers of the tally are places; what lies beyond is in none.
  /// - Parameter keepsKinds: whether the others stay apart; else they are counted together.
  /// - Returns: by kind, what was taken out of places.
  mutating func withhold(_ rule: SensitiveKinds, cells: Int, keepingKinds keepsKinds: Bool) -> [String: Int] {
    guard !kinds.isEmpty else { return [:] }
    let isShown = kinds.map(rule.mayBecomePoints)
    var numbers = [Int](repeating: 0, count: kinds.count)
    var shown: [String] = []
    for kind in kinds.indices where isShown[kind] && keepsKinds {
      numbers[kind] = shown.count
      shown.append(kinds[kind])
    }
    var counts: [String: Int] = [:]
    var rest = Tally(isWeighted: true)
    for (key, count, weight) in tally.entries() {
      let (cell, kind, period) = Tally.parts(key)
      if isShown[kind] {
        rest.add(Tally.key(area: cell, kind: numbers[kind], period: period), count: count, weight: weight)
      } else if cell < cells {
        counts[kinds[kind], default: 0] += Int(count)
      }
    }
    (tally, kinds) = (rest, shown)
    return counts
  }
}
