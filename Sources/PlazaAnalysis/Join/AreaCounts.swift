internal import PlazaLayers
internal import PlazaRecords

/// A tally unpacked and rolled up: its entries with kinds in the order of their bytes, and its margins.
struct AreaCounts: Sendable {
  typealias Entry = AreaEntries.Entry

  let places: JoinPlaces
  /// Entries of places, ordered by place, kind and period.
  let entries: AreaEntries
  private(set) var kinds: [JoinResult.Kind] = []
  private(set) var byPlace: [Int64]
  private(set) var weightByPlace: [Int128]
  /// `[place × kinds + kind]`.
  private(set) var byPlaceAndKind: [Int64] = []
  private(set) var weightByPlaceAndKind: [Int128] = []
  /// Of the coarsest level, which every record that is known at all counts in.
  private(set) var byPeriod: [Int: Int64] = [:]
  /// How often records count in more than one class at the coarsest level: by so much all kinds together exceed the records.
  private(set) var repeated: Int64 = 0
  var isRepeated: Bool { repeated > 0 }
  /// The category of all kinds together where there are several: records without a kind are a row of their own, with an empty one.
  static let allKinds = "*"

  /// What a table says of a kind; nil is all of them together.
  func category(_ kind: Int?) -> String {
    kinds.isEmpty ? "" : kind.map { kinds[$0].name } ?? Self.allKinds
  }

  /// What the class table said; nil without one.
  private(set) var classes: KindClasses?

  /// Every good record, in an area or in none.
  private(set) var territory: TerritoryTotals

  /// What each kind of the records counts as.
  let groups: KindGroups

  init(_ run: RecordReading<TallySink>, territory: Territory, hasKinds: Bool, mapping: ClassMapping? = nil) {
    let kindNames = run.totals.kinds
    groups = KindGroups(kindNames, mapping)
    let kindCount = groups.names.count
    var totals = [Int64](repeating: 0, count: kindCount)
    var assigned = totals
    var rawTotals = [Int64](repeating: 0, count: kindNames.count)
    let isRolled = territory.isNested || groups.isMapped
    let counted = run.sink.tally.unordered
    let isWeighted = !counted.weights.isEmpty
    var coarse: Set<Int> = []
    for key in counted.keys {
      let area = Tally.parts(key).area
      if area < territory.cellCount, area >= territory.finest.count { coarse.insert(area) }
    }
    places = JoinPlaces(territory, known: coarse)
    let top = places.ranges[places.ranges.count - 1]
    byPlace = Array(repeating: 0, count: places.count)
    weightByPlace = Array(repeating: 0, count: places.count)
    byPlaceAndKind = Array(repeating: 0, count: places.count * kindCount)
    weightByPlaceAndKind = Array(repeating: 0, count: places.count * kindCount)
    self.territory = TerritoryTotals(territory, kinds: kindCount, isWeighted: isWeighted)
    var rolled = Tally(isWeighted: isWeighted)
    for index in counted.keys.indices {
      let (cell, rawKind, period) = Tally.parts(counted.keys[index])
      let (count, weight) = (counted.counts[index], isWeighted ? counted.weights[index] : 0)
      let kinds = groups.ofKind[rawKind]
      if hasKinds {
        rawTotals[rawKind] += count
        for kind in kinds { totals[kind] += count }
      }
      self.territory.add(cell: cell, kinds: kinds, period: period, count: count, weight: weight)
      guard cell < territory.cellCount else { continue }
      for row in places.chains[cell] {
        let row = Int(row)
        for kind in kinds {
          if isRolled { rolled.add(Tally.key(area: row, kind: kind, period: period), count: count, weight: weight) }
          guard hasKinds else { continue }
          byPlaceAndKind[row * kindCount + kind] += count
          weightByPlaceAndKind[row * kindCount + kind] += weight
        }
        byPlace[row] += count
        weightByPlace[row] += weight
        guard top.contains(row) else { continue }
        byPeriod[period, default: 0] += count
        repeated += count * Int64(kinds.count - 1)
        if hasKinds { for kind in kinds { assigned[kind] += count } }
      }
    }
    self.territory.finish()
    if isRolled {
      entries = AreaEntries(rolled.unordered)
    } else {
      // Each cell is one row and each kind one name: the entries only change their numbers.
      let (places, groups) = (places, groups)
      let rows = places.chains.map { Int($0[0]) }
      let kinds = groups.ofKind.map { $0[0] }
      entries = AreaEntries(counted) { key in
        let (cell, kind, period) = Tally.parts(key)
        return cell < rows.count ? Tally.key(area: rows[cell], kind: kinds[kind], period: period) : nil
      }
    }
    let names = groups.names
    let slugs = Slug.unique(names)
    let commonest = Set(names.indices.sorted { (-totals[$0], $0) < (-totals[$1], $1) }.prefix(JoinResult.columnLimit))
    kinds = names.indices.map { kind in
      .init(
        name: names[kind], slug: slugs[kind], total: totals[kind], assigned: assigned[kind],
        hasColumn: commonest.contains(kind),
        meaning: mapping.map { KindMeaning($0, name: names[kind], members: groups.members[kind]) })
    }
    classes = mapping.map { KindClasses($0, kinds: kindNames, totals: rawTotals) }
  }

  /// Whether every row that is counted in is the sum of the rows under it, for every kind and period, by count and by weight.
  ///
  /// The check does not know how entries came to be: it adds up what will be written.
  func isNested(assigned: Int) -> Bool {
    struct Key: Hashable {
      var place: Int
      var kind: Int
      var period: Int
    }
    struct Sum: Equatable {
      var count: Int64 = 0
      var weight: Int128 = 0
    }
    var wholes: [Key: Sum] = [:]
    var sums: [Key: Sum] = [:]
    var total: Int64 = 0
    let coarsest = places.ranges.count - 1
    for entry in entries {
      let place = places.places[entry.place]
      if place.level == coarsest { total += entry.count }
      // The unknown part of an area is as fine as the next level and has no parts of its own.
      if place.level > 0, place.area >= 0 {
        wholes[Key(place: entry.place, kind: entry.kind, period: entry.period)] = Sum(count: entry.count, weight: entry.weight)
      }
      if let parent = place.parent {
        sums[Key(place: parent, kind: entry.kind, period: entry.period), default: Sum()].count += entry.count
        sums[Key(place: parent, kind: entry.kind, period: entry.period), default: Sum()].weight += entry.weight
      }
    }
    return wholes == sums && total == Int64(assigned) + repeated
  }

  /// The share of a row's records that are known at the finest level: 1 for an area of that level, 0 for an unknown part, between
  /// them for an area of a coarser level; nil for a row without records.
  func shareKnownAtFinest(_ territory: Territory) -> [Double?] {
    var known = [Int64](repeating: 0, count: places.count)
    for place in places.ranges[0] where places.places[place].area >= 0 {
      for row in places.chains[places.places[place].area] { known[Int(row)] += byPlace[place] }
    }
    return byPlace.indices.map { byPlace[$0] == 0 ? nil : Double(known[$0]) / Double(byPlace[$0]) }
  }
}
