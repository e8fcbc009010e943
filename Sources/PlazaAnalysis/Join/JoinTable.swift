internal import PlazaLayers

/// The tidy table: one row for each area, kind and period that occurs.
struct JoinTable {
  private(set) var rows: RowBlock
  let header: [String]

  /// The columns that readers of the table rely on, in this order; `weight` follows when records are weighted.
  static let columns = [
    "code", "category", "period", "count", "name", "parent", "level", "from", "to", "unit", "population", "rate", "rate_low",
    "rate_high", "located_share",
  ]

  init(
    _ set: AreaSet, _ counts: JoinCounts, _ rates: JoinRates?, span: JoinSpan, plan: JoinPlan, locatedShare: Double?
  ) throws {
    let isWeighted = plan.weightSlot != nil
    header = isWeighted ? Self.columns + ["weight"] : Self.columns
    rows = RowBlock(columns: header.count)
    let share = NumberText.field(locatedShare)
    for entry in counts.entries {
      let days = span.days(ofPeriod: entry.period)
      let isUndated = plan.period != nil && entry.period == Tally.unknownPeriod
      var rate = JoinRates.Rate.undefined
      // A record without a date has no share of any time.
      if let rates, !isUndated {
        rate = try rates.rate(
          area: entry.area, count: entry.count, amount: JoinLayer.amount(entry.count, entry.weight, isWeighted),
          years: span.years(ofPeriod: entry.period))
      }
      rows.append(set.codes[entry.area])
      rows.append(counts.kinds.isEmpty ? "" : counts.kinds[entry.kind].name)
      rows.append(plan.period == nil || isUndated ? "" : plan.period!.label(entry.period))
      rows.append(String(entry.count))
      rows.append(set.names[entry.area])
      rows.append("")
      rows.append("")
      rows.append(isUndated ? "" : days.map { CivilDate.text(ofDay: $0.lowerBound) } ?? "")
      rows.append(isUndated ? "" : days.map { CivilDate.text(ofDay: $0.upperBound - 1) } ?? "")
      rows.append(isWeighted ? "weight" : "incidents")
      rows.append(NumberText.field(rates?.population(entry.area)))
      rows.append(NumberText.field(rate.value))
      rows.append(NumberText.field(rate.low))
      rows.append(NumberText.field(rate.high))
      rows.append(share)
      if isWeighted { rows.append(NumberText.field(DecimalAmount.double(entry.weight))) }
    }
  }
}
