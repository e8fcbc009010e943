internal import PlazaLayers

/// The tidy table: one row for each area (or unknown part of one), kind and period.
struct JoinTable: Sendable {
  let header: [String]
  let territory: Territory
  let counts: JoinCounts
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
    _ territory: Territory, _ counts: JoinCounts, _ rates: JoinRates?, span: JoinSpan, plan: JoinPlan, locatedShare: [Double?]
  ) {
    self.territory = territory
    self.counts = counts
    self.rates = rates
    self.span = span
    self.locatedShare = locatedShare
    period = plan.period
    isWeighted = plan.weightSlot != nil
    header = isWeighted ? Self.columns + ["weight"] : Self.columns
    var ranges = [Range<Int>](repeating: 0..<0, count: counts.places.count)
    for (index, entry) in counts.entries.enumerated() {
      let known = ranges[entry.place]
      ranges[entry.place] = known.isEmpty ? index..<index + 1 : known.lowerBound..<index + 1
    }
    self.ranges = ranges
  }

  /// The rows that occur.
  func rows() throws -> RowBlock {
    var rows = RowBlock(columns: header.count)
    for place in counts.places.tableOrder {
      for entry in counts.entries[ranges[place]] { try append(entry, to: &rows) }
    }
    return rows
  }

  func append(_ entry: JoinCounts.Entry, to rows: inout RowBlock) throws {
    let place = counts.places.places[entry.place]
    let level = territory.levels[place.level]
    let days = span.days(ofPeriod: entry.period)
    let isUndated = period != nil && entry.period == Tally.unknownPeriod
    var rate = JoinRates.Rate.undefined
    // A record without a date has no share of any time.
    if let rates, !isUndated {
      rate = try rates.rate(
        place: entry.place, count: entry.count, amount: JoinLayer.amount(entry.count, entry.weight, isWeighted),
        period: entry.period)
    }
    rows.append(place.code)
    rows.append(counts.kinds.isEmpty ? "" : counts.kinds[entry.kind].name)
    rows.append(period == nil || isUndated ? "" : period!.label(entry.period))
    rows.append(String(entry.count))
    rows.append(place.name)
    rows.append(place.parentCode)
    rows.append(territory.isNested || level.isNamed ? level.name : "")
    rows.append(isUndated ? "" : days.map { CivilDate.text(ofDay: $0.lowerBound) } ?? "")
    rows.append(isUndated ? "" : days.map { CivilDate.text(ofDay: $0.upperBound - 1) } ?? "")
    rows.append(isWeighted ? "weight" : counts.kinds.isEmpty ? "incidents" : counts.kinds[entry.kind].unit)
    rows.append(NumberText.field(try rates?.population(entry.place, period: isUndated ? nil : entry.period)))
    rows.append(NumberText.field(rate.value))
    rows.append(NumberText.field(rate.low))
    rows.append(NumberText.field(rate.high))
    rows.append(NumberText.field(locatedShare[entry.place]))
    if isWeighted { rows.append(NumberText.field(DecimalAmount.double(entry.weight))) }
  }
}
