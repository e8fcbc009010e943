import Glibc
internal import PlazaLayers
internal import PlazaStatistics

/// What areas did not deliver in the windows: by the days of all their records, and by whole months of one kind.
struct MissingRecords: Sendable {
  /// Of each kind and window, the share of the records that areas hold of which some are missing: `[kind][window]`, after the kinds that of
  /// all together.
  private(set) var shares: [[Double]] = []
  /// Of each kind and window, the areas of the finest level that lack records of it, ascending: `[kind][window]`.
  private(set) var places: [[[Int]]] = []
  /// Of each window, whether as many records came without a place as areas lack: then they were delivered.
  private(set) var isWithoutPlace: [Bool] = []
  /// `row × windows + window`.
  private var silent: Set<Int> = []
  private let windows: Int

  /// In silence of a month that chance gives more often than so, over all the months of a row, nothing is missing.
  static let significance = 0.001

  init() { windows = 0 }

  /// - Parameter months: of the rows' past; those of which days are missing do not count.
  /// - Parameter kinds: of the rows.
  init(
    _ rows: [ComparedRows.Row], places: JoinPlaces, territory: TerritoryCounts, windows: [ComparedWindow], months: [Range<Int>],
    isComplete: [Bool], completeness: Completeness, kinds: Int
  ) {
    self.windows = windows.count
    let sides = windows.map { window in
      months.indices.filter { window.now.contains(months[$0].lowerBound) || window.before.contains(months[$0].lowerBound) }
    }
    var rowOf: [Int: Int] = [:]
    for (index, row) in rows.enumerated() {
      guard let zeros = Self.silentMonths(row.past, isComplete) else { continue }
      for window in windows.indices where sides[window].contains(where: zeros.contains) {
        silent.insert(index * windows.count + window)
      }
    }
    if !silent.isEmpty {
      for (index, row) in rows.enumerated() { rowOf[row.place * kinds + row.kind] = index }
      passUp(rows, places, rowOf, kinds)
    }
    measure(rows, places, territory, windows, completeness, kinds)
  }

  func isSilent(_ row: Int, _ window: Int) -> Bool { silent.contains(row * windows + window) }

  /// Months without any record of what all other months had, by more than chance at their mean and variance.
  private static func silentMonths(_ past: [Int32], _ isComplete: [Bool]) -> Set<Int>? {
    guard !past.isEmpty, past.contains(0) else { return nil }
    let zeros = past.indices.filter { isComplete[$0] && past[$0] == 0 }
    let others = past.indices.filter { isComplete[$0] && past[$0] > 0 }.map { Double(past[$0]) }
    guard !zeros.isEmpty, others.count >= CountHistory.leastSpans, zeros.count * 3 <= others.count else { return nil }
    let mean = others.reduce(0, +) / Double(others.count)
    guard mean >= StretchJudgement.leastExpected else { return nil }
    let variance = others.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(others.count - 1)
    let p = chanceOfAtMost(0, expected: mean, dispersion: max(1, variance / mean))
    return p * Double(zeros.count + others.count) < significance ? Set(zeros) : nil
  }

  /// An area lacks what a part of it lacks that holds more than a little of its records of the kind.
  private mutating func passUp(_ rows: [ComparedRows.Row], _ places: JoinPlaces, _ rowOf: [Int: Int], _ kinds: Int) {
    // Finer levels stand first.
    let finest = places.ranges.indices.map { level in
      silent.filter { places.places[rows[$0 / windows].place].level == level }.sorted()
    }
    var next: Set<Int> = []
    for level in places.ranges.indices {
      for item in Set(finest[level]).union(next.filter { places.places[rows[$0 / windows].place].level == level }).sorted() {
        let (row, window) = (rows[item / windows], item % windows)
        guard let parent = places.places[row.place].parent, let above = rowOf[parent * kinds + row.kind] else { continue }
        let (own, all) = (row.counts[window], rows[above].counts[window])
        let share = max(
          Double(own.now) / Double(max(1, all.now)), Double(own.before) / Double(max(1, all.before)))
        if share >= ComparedRows.leastMissing { next.insert(above * windows + window) }
      }
    }
    silent.formUnion(next)
  }

  /// Sums up what the areas lack of the finest level of which any lacks records: no record is missing twice.
  private mutating func measure(
    _ rows: [ComparedRows.Row], _ places: JoinPlaces, _ territory: TerritoryCounts, _ windows: [ComparedWindow],
    _ completeness: Completeness, _ kinds: Int
  ) {
    let levels = places.ranges.count
    let total = territory.kinds.count
    let none = [[Double]](repeating: [Double](repeating: 0, count: windows.count), count: total)
    var ofLevels = [[[Double]]](repeating: none, count: levels)
    var lacking = [[[[Int]]]](
      repeating: [[[Int]]](repeating: [[Int]](repeating: [], count: windows.count), count: kinds), count: levels)
    // What they would have had on the side that has less, as the other side goes.
    var lacked = [[Double]](repeating: [Double](repeating: 0, count: windows.count), count: levels)
    for (index, row) in rows.enumerated() where places.places[row.place].area >= 0 {
      let level = places.places[row.place].level
      for window in windows.indices {
        let isPlace = completeness.places[row.place]?[window].contains(where: \.isIncomplete) ?? false
        guard isPlace || isSilent(index, window) else { continue }
        let (now, before) = (Double(row.counts[window].now), Double(row.counts[window].before))
        func share(_ kind: Int) -> Double {
          let all = territory.kinds[kind].pairs[window]
          return max(now / Double(max(1, all.now)), before / Double(max(1, all.before)))
        }
        ofLevels[level][row.kind][window] = min(1, ofLevels[level][row.kind][window] + share(row.kind))
        if total > kinds { ofLevels[level][kinds][window] = min(1, ofLevels[level][kinds][window] + share(kinds)) }
        lacking[level][row.kind][window].append(row.place)
        let scale = Double(windows[window].now.count) / Double(windows[window].before.count)
        lacked[level][window] += before * scale - now
      }
    }
    let level = ofLevels.firstIndex { $0.contains { $0.contains { $0 > 0 } } } ?? 0
    (shares, self.places) = (ofLevels[level], lacking[level])
    isWithoutPlace = windows.indices.map { window in
      // All kinds together stand last.
      let vague = territory.kinds[total - 1].vague[level][window]
      let scale = Double(windows[window].now.count) / Double(windows[window].before.count)
      let gain = Double(vague.now) - Double(vague.before) * scale
      let lack = lacked[level][window]
      return lack != 0 && gain * lack > 0 && abs(gain) >= abs(lack) / 2
    }
    for window in windows.indices where isWithoutPlace[window] {
      for kind in shares.indices { shares[kind][window] = 0 }
    }
  }
}
