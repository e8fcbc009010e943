internal import PlazaLayers
internal import PlazaRecords

/// What was counted of the whole territory, by kind and period: every good record once, with a place or without.
///
/// Records without a usable place are in no area, and those that lie outside every area are in none either: only here they are all.
struct TerritoryTotals: Sendable {
  /// What became of the records of one kind and period.
  struct Sum: Hashable, Sendable {
    var count: Int64 = 0
    var weight: Int128 = 0
    /// Of `count`: known to an area of a coarser level only, outside every area, and without a usable place.
    var coarse: Int64 = 0
    var outside: Int64 = 0
    var unlocated: Int64 = 0

    /// The share of records with a place: a point, or an area of the finest level.
    var locatedShare: Double? { count > 0 ? Double(count - coarse - unlocated) / Double(count) : nil }

    /// Whether the count may be held against the people of the areas: a few records that lie beside them are mistakes of their places, but
    /// more than one in a hundred say that the file is of more than the territory.
    var isOfTerritory: Bool { outside * 100 <= count }

    static func += (left: inout Sum, right: Sum) {
      left.count += right.count
      left.weight += right.weight
      left.coarse += right.coarse
      left.outside += right.outside
      left.unlocated += right.unlocated
    }
  }

  struct Entry: Sendable {
    var kind: Int
    var period: Int
    var sum: Sum
  }

  /// In the order of kinds and periods; an unknown period, which is written as nothing, comes first.
  private(set) var entries: [Entry] = []
  /// By kind; one when kinds were not asked for.
  private(set) var byKind: [Sum]
  /// All kinds together, each record once however many classes it counts in.
  private(set) var whole = Sum()

  private var tally: Tally
  private let cellCount: Int
  private let finestCount: Int

  /// What a cell is in the keys of the tally, in the place of an area.
  private enum Part {
    static let all = 0
    static let coarse = 1
    static let outside = 2
    static let unlocated = 3
  }

  init(_ territory: Territory, kinds: Int, isWeighted: Bool) {
    (cellCount, finestCount) = (territory.cellCount, territory.finest.count)
    tally = Tally(isWeighted: isWeighted)
    byKind = Array(repeating: Sum(), count: max(1, kinds))
  }

  /// Takes what was counted in a cell, or behind the cells.
  mutating func add(cell: Int, kinds: [Int], period: Int, count: Int64, weight: Int128) {
    var own = Sum(count: count, weight: weight)
    var part = Part.all
    if cell >= finestCount {
      if cell < cellCount {
        (own.coarse, part) = (count, Part.coarse)
      } else if cell == TallySink.outsideCell(cellCount) {
        (own.outside, part) = (count, Part.outside)
      } else if cell == TallySink.unlocatedCell(cellCount) {
        (own.unlocated, part) = (count, Part.unlocated)
      }
    }
    whole += own
    for kind in kinds {
      byKind[kind] += own
      tally.add(Tally.key(area: Part.all, kind: kind, period: period), count: count, weight: weight)
      if part != Part.all { tally.add(Tally.key(area: part, kind: kind, period: period), count: count) }
    }
  }

  /// Puts the entries together, once everything was added.
  mutating func finish() {
    struct Key: Hashable {
      var kind: Int
      var period: Int
    }
    var sums: [Key: Sum] = [:]
    let counted = tally.unordered
    for index in counted.keys.indices {
      let (part, kind, period) = Tally.parts(counted.keys[index])
      let count = counted.counts[index]
      var sum = Sum()
      switch part {
      case Part.coarse: sum.coarse = count
      case Part.outside: sum.outside = count
      case Part.unlocated: sum.unlocated = count
      default: (sum.count, sum.weight) = (count, counted.weights.isEmpty ? 0 : counted.weights[index])
      }
      sums[Key(kind: kind, period: period), default: Sum()] += sum
    }
    func rank(_ period: Int) -> Int { period == Tally.unknownPeriod ? .min : period }
    entries = sums.map { Entry(kind: $0.key.kind, period: $0.key.period, sum: $0.value) }
      .sorted { ($0.kind, rank($0.period)) < ($1.kind, rank($1.period)) }
    tally = Tally()
  }
}
