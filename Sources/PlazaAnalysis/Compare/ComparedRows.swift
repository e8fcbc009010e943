import Glibc
internal import PlazaLayers
internal import PlazaStatistics

/// What is said of a change.
public enum ChangeVerdict: String, Hashable, Sendable, CaseIterable {
  case up, down
  case noClearChange = "no clear change"
  case tooFew = "too few"
  /// Records are missing in one of the windows.
  case incomplete
  /// The share of records that have a place moved more than the counts did.
  case notComparable = "not comparable"
}

/// Two counts of one window, and what may be said of their difference.
public struct ComparedCounts: Hashable, Sendable {
  public var now: Int
  public var before: Int
  /// What was counted now beyond the earlier count over as many days.
  public var change: Double
  public var percent: Double?
  /// The limits of the change: they hold 0 unless the verdict is up or down. Nil where no test is made.
  public var low: Double?
  public var high: Double?
  /// Nil where no test is made: too few records, a window that is not complete, or a part of an area that is not known.
  public var p: Double?
  /// Over all that is shown together.
  public var adjustedP: Double?
  /// How much more than chance the past varies, and the months that say it; nil without a past: then chance alone was allowed for.
  public var dispersion: Double?
  public var months: Int?
  /// Of freedom, of the dispersion.
  var degrees: Double?
  /// The share of all good records of the kind in the territory that have a place at this level.
  public var locatedNow: Double?
  public var locatedBefore: Double?
  /// Nil for the unknown part of an area, which is no place.
  public var verdict: ChangeVerdict?

  /// With fewer records in both windows together no test is made. The sum says nothing about a change, so leaving such areas out does not
  /// favour those that changed; a bound on either count would.
  public static let leastRecords = 10
  public static let significance = 0.05

  static let none = ComparedCounts(now: 0, before: 0, change: 0)
}

/// Everything that was compared: for each window, place and kind that occurs.
struct ComparedRows: Sendable {
  struct Row: Sendable {
    var place: Int
    var kind: Int
    /// In the order of the windows.
    var counts: [ComparedCounts]
    /// In the months of the past; empty where it is not asked for.
    var past: [Int32] = []
  }

  /// Ordered by place and kind.
  private(set) var rows: [Row] = []
  /// All good records of the territory, wherever they are: `[kind][window]`; of several kinds the last is all of them together.
  private(set) var whole: [[ComparedCounts]] = []
  let windows: [ComparedWindow]
  let completeness: Completeness
  /// What areas did not deliver.
  private(set) var missing = MissingRecords()
  /// With this share, nothing is said of the territory's total.
  static let leastMissing = 0.05
  /// Months of the past that count, of the window that has fewest; fewer than twelve are none.
  private(set) var historyMonths = 0

  /// - Parameter uses: what each period counts in.
  init(
    _ counts: AreaCounts, _ territory: TerritoryCounts, windows: [ComparedWindow], uses: PeriodUses, completeness: Completeness
  ) throws {
    self.windows = windows
    self.completeness = completeness
    collect(counts, uses)
    let usable = uses.past.map(completeness.isComplete)
    let histories = Histories(uses, windows, territory, isComplete: usable)
    historyMonths = histories.months
    missing = MissingRecords(
      rows, places: counts.places, territory: territory, windows: windows, months: uses.past, isComplete: usable,
      completeness: completeness, kinds: max(1, counts.kinds.count))
    var changes = ChangeTable(windows)
    whole = try territory.kinds.indices.map { kind in
      try windows.indices.map { window in
        let pair = territory.kinds[kind].pairs[window]
        let isShort = missing.shares[kind][window] >= Self.leastMissing
        let state = completeness.state(kind: kind < completeness.kinds.count ? kind : nil, place: nil, window: window)
        let dispersion = histories.ofTerritory(kind: kind, window: window)
        var found = try changes.counts(
          pair.now, pair.before, window, dispersion: dispersion, isTested: !state.isIncomplete && !isShort)
        (found.locatedNow, found.locatedBefore) = territory.kinds[kind].located(level: 0, window: window)
        found.verdict = state.isIncomplete || isShort ? .incomplete : found.p == nil ? .tooFew : nil
        return found
      }
    }
    try test(counts.places, territory, histories, &changes)
    let all = whole.count > counts.kinds.count && !counts.kinds.isEmpty ? [counts.kinds.count] : []
    try settle(counts.places, told: counts.commonestKinds + all, &changes)
  }

  /// What is said of an area in which no record of a kind is, now or before.
  func verdictWithoutRecords(_ window: Int) -> ChangeVerdict {
    completeness.state(kind: nil, place: nil, window: window).isIncomplete ? .incomplete : .tooFew
  }

  private mutating func collect(_ counts: AreaCounts, _ uses: PeriodUses) {
    var index = 0
    let entries = counts.entries
    while index < entries.count {
      let (place, kind) = (entries[index].place, entries[index].kind)
      var pairs = [ComparedCounts](repeating: .none, count: windows.count)
      var past = [Int32](repeating: 0, count: uses.past.count)
      while index < entries.count, entries[index].place == place, entries[index].kind == kind {
        let count = Int(entries[index].count)
        if let use = uses[entries[index].period] {
          for (window, isNow) in use.sides {
            if isNow { pairs[window].now += count } else { pairs[window].before += count }
          }
          if let month = use.past { past[month] = Int32(clamping: Int(past[month]) + count) }
        }
        index += 1
      }
      guard pairs.contains(where: { $0.now + $0.before > 0 }) else { continue }
      // Only what is tested is held against its past.
      let isTested =
        counts.places.places[place].area >= 0 && pairs.contains { $0.now + $0.before >= ComparedCounts.leastRecords }
      rows.append(Row(place: place, kind: kind, counts: pairs, past: isTested ? past : []))
    }
  }

  /// The test of each row by its own past, drawn to those of its kind at its level.
  private mutating func test(
    _ places: JoinPlaces, _ territory: TerritoryCounts, _ histories: Histories, _ changes: inout ChangeTable
  ) throws {
    let ofRows = histories.ofRows(rows, places)
    for index in rows.indices {
      let row = rows[index]
      let place = places.places[row.place]
      let isArea = place.area >= 0
      for window in windows.indices {
        let pair = row.counts[window]
        let state = completeness.state(kind: row.kind, place: row.place, window: window)
        let isMissing = isArea && (state.isIncomplete || missing.isSilent(index, window))
        let isLost =
          isMissing && missing.isWithoutPlace[window]
          && !completeness.state(kind: row.kind, place: nil, window: window).isIncomplete
        var found = try changes.counts(
          pair.now, pair.before, window, dispersion: ofRows.dispersion(row: index, window: window), isTested: !isMissing)
        (found.locatedNow, found.locatedBefore) = territory.kinds[row.kind].located(level: place.level, window: window)
        if !isArea {
          found.p = nil
        } else {
          let cannot = isLost || !isMissing && found.p != nil && isMoved(found, windows[window])
          if cannot { found.p = nil }
          found.verdict = cannot ? .notComparable : isMissing ? .incomplete : found.p == nil ? .tooFew : nil
        }
        rows[index].counts[window] = found
      }
      rows[index].past = []
    }
  }

  /// Whether the share of records with a place moved more than the counts did, or than they would have without it, and more than chance
  /// moves them.
  private func isMoved(_ counts: ComparedCounts, _ window: ComparedWindow) -> Bool {
    guard let now = counts.locatedNow, let before = counts.locatedBefore, now != before else { return false }
    guard now > 0, before > 0 else { return true }
    let move = log(now / before)
    let (first, second) = (Double(counts.now) + 0.5, Double(counts.before) + 0.5)
    let change = log(first * Double(window.before.count) / (second * Double(window.now.count)))
    let chance = ((counts.dispersion ?? 1) * (1 / first + 1 / second)).squareRoot()
    return abs(move) >= max(0.02, chance) && abs(move) >= min(abs(change), abs(change - move))
  }

  /// Holds the level over each map (the areas of one level, of one kind, in one window) and over everything that is shown, and draws the
  /// limits to the same level.
  ///
  /// Over everything it is the procedure of Benjamini and Hochberg with weights (Genovese, Roeder and Wasserman 2006,
  /// doi:10.1093/biomet/93.3.509): a third of the level each for what is told of the territory, for the areas of the kinds that are told, and for the
  /// rest of the table, so that a long table does not silence its headlines. A row is called changed when its map, without weights, calls it
  /// too. Its limits are those of Benjamini and Yekutieli 2005 (doi:10.1198/016214504000001907), at the level up to which it would have been
  /// called: no limits contradict a verdict. An area's change must also be one when the counts are taken for the share of the records that have a
  /// place; else what moved may be that share.
  private mutating func settle(_ places: JoinPlaces, told: [Int], _ changes: inout ChangeTable) throws {
    typealias Item = (row: Int, kind: Int, window: Int)
    let kinds = whole.count
    var families = [[Item]](repeating: [], count: kinds * places.ranges.count * windows.count)
    for (index, row) in rows.enumerated() where places.places[row.place].area >= 0 {
      let map = (places.places[row.place].level * kinds + row.kind) * windows.count
      for window in windows.indices { families[map + window].append((index, row.kind, window)) }
    }
    families.append(whole.indices.flatMap { kind in windows.indices.map { (-1, kind, $0) } })
    func p(_ item: Item) -> Double? {
      item.row < 0 ? whole[item.kind][item.window].p : rows[item.row].counts[item.window].p
    }
    let isTold = whole.indices.map(told.contains)
    func group(_ item: Item) -> Int { isTold[item.kind] ? (item.row < 0 ? 0 : 1) : 2 }
    var sizes = [0, 0, 0]
    for item in families.joined() where p(item) != nil { sizes[group(item)] += 1 }
    let share = Double(sizes.reduce(0, +)) / Double(max(1, sizes.count { $0 > 0 }))
    let weights = sizes.map { share / Double(max(1, $0)) }
    let all = Family(families.joined().map { item in p(item).map { $0 / weights[group(item)] } })
    var next = 0
    for family in families {
      // Each map by itself, and the rows of the territory among themselves: no weight calls what its own test does not.
      let own = Family(family.map(p))
      for (place, item) in family.enumerated() {
        defer { next += 1 }
        var counts = item.row < 0 ? whole[item.kind][item.window] : rows[item.row].counts[item.window]
        guard let p = counts.p, let adjusted = all.adjusted[next].map({ max($0, own.adjusted[place] ?? 0) }) else { continue }
        counts.adjustedP = adjusted
        let isCalled = adjusted <= ComparedCounts.significance
        counts.verdict = !isCalled ? .noClearChange : counts.change > 0 ? .up : .down
        // The comparison with p is for the last digit only.
        let level = min(all.level * weights[group(item)], own.level)
        if isCalled, item.row >= 0, try changes.pByShare(counts, item.window) > max(level, p) {
          counts.verdict = .notComparable
          (counts.p, counts.adjustedP) = (nil, nil)
          rows[item.row].counts[item.window] = counts
          continue
        }
        let limits = try changes.limits(counts, item.window, significance: isCalled ? max(level, p) : min(level, p.nextDown))
        (counts.low, counts.high) = (limits.low, limits.high)
        if item.row < 0 { whole[item.kind][item.window] = counts } else { rows[item.row].counts[item.window] = counts }
      }
    }
  }

  /// Tests that stand together.
  private struct Family {
    let adjusted: [Double?]
    /// The p up to which they are called.
    let level: Double

    init(_ pValues: [Double?]) {
      adjusted = MultipleTesting.benjaminiHochberg.adjusted(pValues)
      let called = adjusted.count { $0.map { $0 <= ComparedCounts.significance } ?? false }
      let tests = pValues.count { $0 != nil }
      level = ComparedCounts.significance * Double(max(1, called)) / Double(max(1, tests))
    }
  }
}

/// The changes of the windows; equal pairs of counts without a past, which are most of a table of small areas, are worked out once.
private struct ChangeTable {
  private struct Pair: Hashable {
    var now: Int
    var before: Int
    var window: Int
  }

  private let days: [(now: Double, before: Double)]
  private var known: [Pair: CountChange] = [:]

  init(_ windows: [ComparedWindow]) { days = windows.map { (Double($0.now.count), Double($0.before.count)) } }

  private mutating func change(_ now: Int, _ before: Int, _ window: Int, _ dispersion: Dispersion?) throws -> CountChange {
    let pair = Pair(now: now, before: before, window: window)
    if dispersion == nil, let known = known[pair] { return known }
    let change = try CountChange(
      now: now, exposure: days[window].now, before: before, exposure: days[window].before, dispersion: dispersion)
    if dispersion == nil { known[pair] = change }
    return change
  }

  /// - Parameter isTested: whether the counts may be held against each other.
  mutating func counts(
    _ now: Int, _ before: Int, _ window: Int, dispersion: Dispersion?, isTested: Bool
  ) throws -> ComparedCounts {
    let change = try change(now, before, window, dispersion)
    var counts = ComparedCounts(now: now, before: before, change: change.change, percent: change.percent)
    guard isTested, now + before >= ComparedCounts.leastRecords else { return counts }
    counts.p = change.p
    (counts.dispersion, counts.degrees, counts.months) = (dispersion?.value, dispersion?.degrees, dispersion?.spans)
    return counts
  }

  /// How likely chance does as much, if of each window the share of the records that have a place was counted, and the rest left as it is;
  /// 1 where the change would then go the other way.
  mutating func pByShare(_ counts: ComparedCounts, _ window: Int) throws -> Double {
    guard let now = counts.locatedNow, let before = counts.locatedBefore, now > 0, before > 0, now != before else { return 0 }
    let change = try CountChange(
      now: counts.now, exposure: days[window].now * now, before: counts.before, exposure: days[window].before * before,
      dispersion: dispersion(of: counts))
    return (change.change > 0) == (counts.change > 0) ? change.p : 1
  }

  private func dispersion(of counts: ComparedCounts) -> Dispersion? {
    counts.dispersion.map { Dispersion(value: $0, degrees: counts.degrees ?? 4, spans: counts.months ?? 0) }
  }

  mutating func limits(_ counts: ComparedCounts, _ window: Int, significance: Double) throws -> Limits {
    return try change(counts.now, counts.before, window, dispersion(of: counts)).limits(significance: significance)
  }
}
