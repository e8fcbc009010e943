internal import PlazaLayers
internal import PlazaRecords

/// The tidy table: one row for each area (or unknown part of one), kind and period.
struct JoinTable: Sendable {
  let header: [String]
  let territory: Territory
  let counts: AreaCounts
  let rates: JoinRates?
  let span: JoinSpan
  let period: Period?
  let locatedShare: [Double?]
  let isWeighted: Bool
  /// Of each place its entries.
  let ranges: [Range<Int>]

  /// The columns that readers of the table rely on, in this order; `weight` follows when records are weighted.
  static let columns = [
    "code", "category", "period", "count", "name", "parent", "level", "from", "to", "unit", "population", "rate", "rate_low",
    "rate_high", "located_share",
  ]

  init(
    _ territory: Territory, _ counts: AreaCounts, _ rates: JoinRates?, span: JoinSpan, plan: RecordPlan, locatedShare: [Double?]
  ) {
    self.territory = territory
    self.counts = counts
    self.rates = rates
    self.span = span
    self.locatedShare = locatedShare
    period = plan.period
    isWeighted = plan.weightSlot != nil
    header = isWeighted ? Self.columns + ["weight"] : Self.columns
    ranges = counts.entries.ranges(placeCount: counts.places.count)
  }

  /// Rows of a piece: a few megabytes.
  static let pieceRows = 16_384

  /// What the column `level` says of the rows of the whole territory, whose `code` is empty.
  static let territoryLevel = "territory"

  /// The rows that occur; those of the whole territory come first, as an empty code sorts.
  func write(_ body: (RowBlock) throws -> Void) throws {
    var writer = JoinRowWriter(self)
    for entry in counts.territory.entries { try writer.append(territory: entry, body) }
    for place in counts.places.tableOrder {
      for entry in counts.entries[ranges[place]] { try writer.append(entry, body) }
    }
    try writer.finish(body)
  }
}
