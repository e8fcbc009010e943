internal import PlazaLayers
internal import PlazaStatistics

/// What is said of a change.
public enum ChangeVerdict: String, Hashable, Sendable, CaseIterable {
  case up, down
  case noClearChange = "no clear change"
  case tooFew = "too few"
}

/// Two counts of one window, and what may be said of their difference.
public struct ComparedCounts: Hashable, Sendable {
  public var now: Int
  public var before: Int
  /// What was counted now beyond the earlier count over as many days, and its limits.
  public var change: Double
  public var percent: Double?
  public var low: Double
  public var high: Double
  /// Of the E-test; nil where no test is made: too few records, or a part of an area that is not known.
  public var p: Double?
  /// Over the areas of one level, in one window, of one kind.
  public var adjustedP: Double?
  /// Nil for the unknown part of an area, which is no place.
  public var verdict: ChangeVerdict?

  /// With fewer records in both windows together no test is made. The sum says nothing about a change, so leaving such areas out does not
  /// favour those that changed; a bound on either count would.
  public static let leastRecords = 10
  public static let significance = 0.05
}

/// Everything that was compared: for each window, place and kind that occurs.
struct ComparedRows: Sendable {
  struct Row: Sendable {
    var place: Int
    var kind: Int
    /// In the order of the windows.
    var counts: [ComparedCounts]
  }

  /// Ordered by place and kind.
  private(set) var rows: [Row] = []
  /// The sum of all places of the coarsest level, `[kind]`; of one test each.
  private(set) var whole: [[ComparedCounts]]

  /// - Parameter memberships: the windows that a period counts in, and on which side.
  init(_ counts: AreaCounts, windows: [ComparedWindow], memberships: [Int: [(window: Int, isNow: Bool)]]) throws {
    let kinds = max(1, counts.kinds.count)
    var calculators = windows.map { ChangeCalculator($0) }
    let top = counts.places.ranges[counts.places.ranges.count - 1]
    var whole = [[(now: Int, before: Int)]](repeating: Array(repeating: (0, 0), count: windows.count), count: kinds)
    var index = 0
    let entries = counts.entries
    var pairs = [(now: Int, before: Int)](repeating: (0, 0), count: windows.count)
    while index < entries.count {
      let (place, kind) = (entries[index].place, entries[index].kind)
      for window in windows.indices { pairs[window] = (0, 0) }
      while index < entries.count, entries[index].place == place, entries[index].kind == kind {
        for (window, isNow) in memberships[entries[index].period] ?? [] {
          if isNow { pairs[window].now += Int(entries[index].count) } else { pairs[window].before += Int(entries[index].count) }
        }
        index += 1
      }
      guard pairs.contains(where: { $0.now + $0.before > 0 }) else { continue }
      if top.contains(place) {
        for window in windows.indices {
          whole[kind][window].now += pairs[window].now
          whole[kind][window].before += pairs[window].before
        }
      }
      let isArea = counts.places.places[place].area >= 0
      rows.append(
        Row(
          place: place, kind: kind,
          counts: try windows.indices.map { try calculators[$0].counts(pairs[$0].now, pairs[$0].before, isArea: isArea) }))
    }
    self.whole = try whole.map { pairs in
      try windows.indices.map { window in
        var counts = try calculators[window].counts(pairs[window].now, pairs[window].before, isArea: true)
        counts.adjustedP = counts.p
        counts.decide()
        return counts
      }
    }
    adjust(counts.places, kinds: kinds, windows: windows.count)
  }

  /// Over the areas of one level, of one kind, in one window: what a map of it shows.
  private mutating func adjust(_ places: JoinPlaces, kinds: Int, windows: Int) {
    var families = [[Int]](repeating: [], count: kinds * places.ranges.count)
    for (index, row) in rows.enumerated() { families[places.places[row.place].level * kinds + row.kind].append(index) }
    for family in families {
      for window in 0..<windows {
        let adjusted = MultipleTesting.benjaminiHochberg.adjusted(family.map { rows[$0].counts[window].p })
        for (row, p) in zip(family, adjusted) {
          rows[row].counts[window].adjustedP = p
          if places.places[rows[row].place].area >= 0 { rows[row].counts[window].decide() }
        }
      }
    }
  }
}

extension ComparedCounts {
  fileprivate mutating func decide() {
    guard let adjustedP else {
      verdict = .tooFew
      return
    }
    verdict = adjustedP > Self.significance ? .noClearChange : change > 0 ? .up : .down
  }
}

/// The changes of one window; equal pairs of counts, which are most of a table of small areas, are worked out once.
private struct ChangeCalculator {
  private struct Pair: Hashable {
    var now: Int
    var before: Int
    var isArea: Bool
  }

  private let days: (now: Double, before: Double)
  private var known: [Pair: ComparedCounts] = [:]

  init(_ window: ComparedWindow) { days = (Double(window.now.count), Double(window.before.count)) }

  mutating func counts(_ now: Int, _ before: Int, isArea: Bool) throws -> ComparedCounts {
    let pair = Pair(now: now, before: before, isArea: isArea)
    if let known = known[pair] { return known }
    let change = try CountChange(now: now, exposure: days.now, before: before, exposure: days.before)
    var counts = ComparedCounts(
      now: now, before: before, change: change.change, percent: change.percent, low: change.limits.low, high: change.limits.high)
    if isArea, now + before >= ComparedCounts.leastRecords {
      counts.p = try poissonETest(count: now, exposure: days.now, against: before, exposure: days.before)
    }
    known[pair] = counts
    return counts
  }
}
