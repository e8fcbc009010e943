internal import PlazaLayers

/// The tidy table: one row for each area (or unknown part of one), kind and period that occurs.
struct JoinTable {
  private(set) var rows: RowBlock
  let header: [String]

  /// The columns that readers of the table rely on, in this order; `weight` follows when records are weighted.
  static let columns = [
    "code", "category", "period", "count", "name", "parent", "level", "from", "to", "unit", "population", "rate", "rate_low",
    "rate_high", "located_share",
  ]

  init(
    _ territory: Territory, _ counts: JoinCounts, _ rates: JoinRates?, span: JoinSpan, plan: JoinPlan, locatedShare: [Double?]
  ) throws {
    let isWeighted = plan.weightSlot != nil
    header = isWeighted ? Self.columns + ["weight"] : Self.columns
    rows = RowBlock(columns: header.count)
    let places = counts.places
    var ranges = [Range<Int>](repeating: 0..<0, count: places.count)
    for (index, entry) in counts.entries.enumerated() {
      let known = ranges[entry.place]
      ranges[entry.place] = known.isEmpty ? index..<index + 1 : known.lowerBound..<index + 1
    }
    for number in places.tableOrder {
      let place = places.places[number]
      let level = territory.levels[place.level]
      let share = NumberText.field(locatedShare[number])
      for entry in counts.entries[ranges[number]] {
        let days = span.days(ofPeriod: entry.period)
        let isUndated = plan.period != nil && entry.period == Tally.unknownPeriod
        var rate = JoinRates.Rate.undefined
        // A record without a date has no share of any time.
        if let rates, !isUndated {
          rate = try rates.rate(
            place: number, count: entry.count, amount: JoinLayer.amount(entry.count, entry.weight, isWeighted),
            period: entry.period)
        }
        rows.append(place.code)
        rows.append(counts.kinds.isEmpty ? "" : counts.kinds[entry.kind].name)
        rows.append(plan.period == nil || isUndated ? "" : plan.period!.label(entry.period))
        rows.append(String(entry.count))
        rows.append(place.name)
        rows.append(place.parentCode)
        rows.append(territory.isNested || level.isNamed ? level.name : "")
        rows.append(isUndated ? "" : days.map { CivilDate.text(ofDay: $0.lowerBound) } ?? "")
        rows.append(isUndated ? "" : days.map { CivilDate.text(ofDay: $0.upperBound - 1) } ?? "")
        rows.append(isWeighted ? "weight" : "incidents")
        rows.append(NumberText.field(try rates?.population(number, period: isUndated ? nil : entry.period)))
        rows.append(NumberText.field(rate.value))
        rows.append(NumberText.field(rate.low))
        rows.append(NumberText.field(rate.high))
        rows.append(share)
        if isWeighted { rows.append(NumberText.field(DecimalAmount.double(entry.weight))) }
      }
    }
  }
}
