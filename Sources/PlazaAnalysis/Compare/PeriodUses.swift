internal import PlazaLayers
internal import PlazaRecords
internal import PlazaStatistics

/// What each period of a tally counts in: sides of windows, and a month of the past.
struct PeriodUses: Sendable {
  struct Use: Sendable {
    var sides: [(window: Int, isNow: Bool)] = []
    /// The place of a month of the past; nil for other periods.
    var past: Int?
  }

  /// The last month that counts and those before it, ascending, as long as the last one, or as many days of each.
  let past: [Range<Int>]
  private var uses: [Int: Use] = [:]

  /// How many months of the past are looked at: enough for a trend and a season, few enough for the trend to be straight.
  static let pastMonths = 36

  /// The month that ends with a day and those before it, back to the first that the records cover whole: as many as are looked at before a
  /// window of a year.
  /// - Parameter end: the day after the last that counts.
  static func past(before end: Int, from first: Int) -> [Range<Int>] {
    (0...pastMonths + 11).map { ComparedWindow.days(end: end, monthsBefore: $0) }.filter { $0.lowerBound >= first }.reversed()
  }

  /// The months that say how much counts vary by themselves beside a window: of those that are complete the last 36 before it.
  ///
  /// Where they are too few for a season, the months of the window count as well: they can only make a change look more usual.
  /// - Parameter isComplete: of each month, whether its records are all there.
  func history(before window: ComparedWindow, isComplete: [Bool]) -> [Bool] {
    func last(_ isMeant: (Range<Int>) -> Bool) -> [Bool] {
      var left = Self.pastMonths
      var found = [Bool](repeating: false, count: past.count)
      for index in past.indices.reversed() where isComplete[index] && isMeant(past[index]) && left > 0 {
        found[index] = true
        left -= 1
      }
      return found
    }
    let before = last { $0.upperBound <= window.now.lowerBound }
    guard before.count(where: \.self) < CountHistory.leastForSeason else { return before }
    // The month that a window ends with may be one that is compared by itself.
    let end = past.last?.lowerBound ?? 0
    return last { $0.upperBound <= end }
  }

  /// - Parameter periods: that occur.
  init(
    _ periods: some Sequence<Int>, windows: [ComparedWindow], past: [Range<Int>], bins: TimeBins?, delay: Int?
  ) {
    self.past = past
    for period in Set(periods) where period != Tally.unknownPeriod {
      func isIn(_ span: Range<Int>) -> Bool {
        if let bins { return bins.bin(period, isIn: span, knownBefore: delay.map { span.upperBound + $0 }) }
        return span.contains(Period.month.days(period).lowerBound)
      }
      var use = Use()
      for (index, window) in windows.enumerated() {
        if isIn(window.now) { use.sides.append((index, true)) }
        if isIn(window.before) { use.sides.append((index, false)) }
      }
      use.past = past.firstIndex(where: isIn)
      uses[period] = use
    }
  }

  subscript(period: Int) -> Use? { uses[period] }
}

/// What became of the records of one side of a window.
public struct SideAccount: Hashable, Sendable {
  /// Good records, or the cases that they count: `joined + outside + unlocated`.
  public var records = 0
  public var joined = 0
  public var outside = 0
  public var unlocated = 0
}

/// The good records of the whole territory by kind, wherever they are, and how many of them have a place.
struct TerritoryCounts: Sendable {
  struct Kind: Sendable {
    /// `[window]`.
    var pairs: [(now: Int, before: Int)]
    /// Those without a place, or with one that is known to coarser levels only: `[level][window]`.
    var vague: [[(now: Int, before: Int)]]
    /// `[month of the past]`.
    var past: [Int]

    /// The share of the good records that have a place at a level; nil without records.
    func located(level: Int, window: Int) -> (now: Double?, before: Double?) {
      func share(_ vague: Int, _ all: Int) -> Double? { all > 0 ? Double(all - vague) / Double(all) : nil }
      return (
        share(vague[level][window].now, pairs[window].now), share(vague[level][window].before, pairs[window].before)
      )
    }
  }

  /// One when records are not divided into kinds; else after the kinds one of all records, each counted once.
  private(set) var kinds: [Kind]
  /// Each record once: `[window]`.
  private(set) var accounts: [(now: SideAccount, before: SideAccount)]
  /// Good records with a date that is in no window.
  private(set) var elsewhere = 0

  init(_ tally: Tally, groups: KindGroups, territory: Territory, windows: Int, uses: PeriodUses) {
    let levels = territory.levels.count
    let all = groups.names.count > 1 ? groups.names.count : nil
    let none = [(now: Int, before: Int)](repeating: (0, 0), count: windows)
    // Into what each raw kind counts.
    let into = groups.ofKind.map { all == nil ? $0 : $0 + [all!] }
    let empty = Kind(pairs: none, vague: Array(repeating: none, count: levels), past: Array(repeating: 0, count: uses.past.count))
    kinds = Array(repeating: empty, count: max(1, groups.names.count) + (all == nil ? 0 : 1))
    accounts = Array(repeating: (SideAccount(), SideAccount()), count: windows)
    let cells = territory.cellCount
    let outside = TallySink.outsideCell(cells)
    let unlocated = TallySink.unlocatedCell(cells)
    for (key, count, _) in tally.entries() {
      let (cell, raw, period) = Tally.parts(key)
      guard let use = uses[period] else { continue }
      let count = Int(count)
      if use.sides.isEmpty { elsewhere += count }
      // Levels finer than where the record is known; of one without a place all of them.
      let vague = cell == unlocated ? levels : cell < cells ? territory.place(ofCell: cell).level : 0
      func add(_ count: Int, to account: inout SideAccount) {
        account.records += count
        if cell == outside {
          account.outside += count
        } else if cell == unlocated {
          account.unlocated += count
        } else {
          account.joined += count
        }
      }
      for (window, isNow) in use.sides {
        if isNow { add(count, to: &accounts[window].now) } else { add(count, to: &accounts[window].before) }
      }
      for group in into[raw] {
        if let past = use.past { kinds[group].past[past] += count }
        for (window, isNow) in use.sides {
          if isNow { kinds[group].pairs[window].now += count } else { kinds[group].pairs[window].before += count }
          for level in 0..<vague {
            if isNow { kinds[group].vague[level][window].now += count } else { kinds[group].vague[level][window].before += count }
          }
        }
      }
    }
  }
}
