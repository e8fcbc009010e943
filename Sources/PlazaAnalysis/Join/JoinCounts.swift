internal import PlazaLayers

/// A tally unpacked: its entries with kinds in the order of their bytes, and its margins.
struct JoinCounts: Sendable {
  struct Entry: Sendable {
    var area: Int
    var kind: Int
    var period: Int
    var count: Int64
    var weight: Int128
  }

  /// Entries of areas, ordered by area, kind and period.
  private(set) var entries: [Entry] = []
  private(set) var kinds: [JoinResult.Kind] = []
  private(set) var byArea: [Int64]
  private(set) var weightByArea: [Int128]
  /// `[area × kinds + kind]`.
  private(set) var byAreaAndKind: [Int64] = []
  private(set) var weightByAreaAndKind: [Int128] = []
  private(set) var byPeriod: [Int: Int64] = [:]

  init(_ total: JoinTotal, areaCount: Int, hasKinds: Bool) {
    let order = total.kinds.indices.sorted { KindText.precedes(total.kinds[$0], total.kinds[$1]) }
    var place = [Int](repeating: 0, count: max(1, order.count))
    for (sorted, original) in order.enumerated() { place[original] = sorted }
    byArea = Array(repeating: 0, count: areaCount)
    weightByArea = Array(repeating: 0, count: areaCount)
    let kindCount = order.count
    byAreaAndKind = Array(repeating: 0, count: areaCount * kindCount)
    weightByAreaAndKind = Array(repeating: 0, count: areaCount * kindCount)
    var totals = [Int64](repeating: 0, count: kindCount)
    var assigned = totals
    for (key, count, weight) in total.tally.entries() {
      let (area, rawKind, period) = Tally.parts(key)
      let kind = place[rawKind]
      if hasKinds { totals[kind] += count }
      guard area < areaCount else { continue }
      entries.append(Entry(area: area, kind: kind, period: period, count: count, weight: weight))
      byArea[area] += count
      weightByArea[area] += weight
      byPeriod[period, default: 0] += count
      if hasKinds {
        assigned[kind] += count
        byAreaAndKind[area * kindCount + kind] += count
        weightByAreaAndKind[area * kindCount + kind] += weight
      }
    }
    // An unknown period is written as nothing, which sorts first.
    func rank(_ period: Int) -> Int { period == Tally.unknownPeriod ? .min : period }
    entries.sort { ($0.area, $0.kind, rank($0.period)) < ($1.area, $1.kind, rank($1.period)) }
    let names = order.map { total.kinds[$0] }
    let slugs = Slug.unique(names)
    let commonest = Set(names.indices.sorted { (-totals[$0], $0) < (-totals[$1], $1) }.prefix(JoinResult.columnLimit))
    kinds = names.indices.map {
      .init(name: names[$0], slug: slugs[$0], total: totals[$0], assigned: assigned[$0], hasColumn: commonest.contains($0))
    }
  }
}
