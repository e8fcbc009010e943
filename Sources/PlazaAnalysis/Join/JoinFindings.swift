internal import PlazaLayers
internal import PlazaRecords

/// What a join says in words, for people who will not open the table.
enum JoinFindings {
  /// Rates of fewer than this many records are not held up as the highest: chance alone makes small areas extreme.
  static let smallestCount = 10
  /// Nor are those of fewer residents than this: where few sleep and many work, records per resident tell of neither.
  static let smallestPopulation = 1_000.0

  static func findings(
    _ account: Account, _ territory: Territory, _ whole: TerritoryTotal, _ counts: AreaCounts, _ rates: JoinRates?,
    _ span: JoinSpan, _ plan: RecordPlan
  ) throws -> [Diagnostic] {
    let sums = counts.places.ranges.map { areaRows($0, counts).reduce(0) { $0 + counts.byPlace[$1] } }
    // The finest level that says something; what is known to coarser ones only is said beside it.
    guard account.joined > 0, let level = sums.firstIndex(where: { $0 > 0 }) else {
      return [Diagnostic(.note, "finding.no_records")]
    }
    var findings = [self.whole(whole.whole)]
    if let rate = wholeRate(whole, counts, basis: span.basis) { findings.append(rate) }
    let assigned = sums[sums.count - 1]
    let areas = areaRows(counts.places.ranges[level], counts)
    let ranked = areas.sorted { (-counts.byPlace[$0], $0) < (-counts.byPlace[$1], $1) }
    if territory.isNested, sums[0] < assigned {
      findings.append(
        Diagnostic(
          .note, "finding.unknown_part",
          [
            "level": territory.levels[0].name, "count": String(assigned - sums[0]),
            "share": fraction(assigned - sums[0], assigned),
          ]))
    }
    let most = counts.byPlace[ranked[0]]
    let alike = ranked.prefix { counts.byPlace[$0] == most }
    var values = ["area": label(counts, ranked[0]), "count": String(most), "share": fraction(most, assigned)]
    if alike.count > 1 {
      values["tied"] = String(alike.count)
      values["areas"] = names(counts, alike)
    }
    findings.append(Diagnostic(.note, alike.count > 1 ? "finding.most_tied" : "finding.most", values))
    if let rate = try highestRate(areas, counts, rates, basis: span.basis, isWeighted: plan.weightSlot != nil) {
      findings.append(rate)
    }
    if whole.whole.unlocated > 0 {
      findings.append(
        Diagnostic(.note, "finding.unlocated_share", ["share": fraction(whole.whole.unlocated, whole.whole.count)]))
    }
    // Of several that are as common the one with the first name, and that there are more is said.
    if let kind = counts.kinds.max(by: { $0.assigned < $1.assigned }), counts.kinds.count > 1 {
      let alike = counts.kinds.filter { $0.assigned == kind.assigned }
      var values = ["kind": kind.name, "count": String(kind.assigned), "share": fraction(kind.assigned, assigned)]
      if alike.count > 1 {
        values["tied"] = String(alike.count)
        values["kinds"] = alike.prefix(nameLimit).map(\.name).joined(separator: ", ")
      }
      findings.append(Diagnostic(.note, alike.count > 1 ? "finding.top_kind_tied" : "finding.top_kind", values))
    }
    if let classes = counts.classes, classes.level != nil, classes.classified < classes.total {
      let share = fraction(classes.total - classes.classified, classes.total)
      findings.append(Diagnostic(.note, "finding.without_class", ["share": share]))
    }
    var sum: Int64 = 0
    let half = ranked.firstIndex {
      sum += counts.byPlace[$0]
      return sum * 2 >= assigned
    }
    if let half, areas.count >= 4 {
      findings.append(Diagnostic(.note, "finding.fewest_half", ["n": String(half + 1), "total": String(areas.count)]))
    }
    let dated = counts.byPeriod.filter { $0.key != Tally.unknownPeriod }
    if let period = plan.period, dated.count > 1,
      let peak = dated.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })
    {
      let alike = dated.filter { $0.value == peak.value }.keys.sorted()
      var values = ["period": period.label(peak.key), "count": String(peak.value)]
      if alike.count > 1 {
        values["tied"] = String(alike.count)
        values["periods"] = alike.prefix(nameLimit).map(period.label).joined(separator: ", ")
      }
      findings.append(Diagnostic(.note, alike.count > 1 ? "finding.peak_period_tied" : "finding.peak_period", values))
    }
    if account.nearBorder > 0, let accuracy = plan.accuracy {
      let share = fraction(Int64(account.nearBorder), Int64(account.joined + account.outside))
      if case .metres(let metres) = accuracy {
        let text = NumberText.text(metres) ?? ""
        findings.append(Diagnostic(.note, "finding.near_border", ["share": share, "metres": text]))
      } else {
        findings.append(Diagnostic(.note, "finding.near_border_stated", ["share": share]))
      }
    }
    if whole.whole.outside > 0 {
      findings.append(Diagnostic(.note, "finding.outside", ["count": String(whole.whole.outside)]))
    }
    return findings
  }

  /// Names that are told of what shares an extreme.
  private static let nameLimit = 3

  private static func names(_ counts: AreaCounts, _ rows: ArraySlice<Int>) -> String {
    rows.prefix(nameLimit).map { label(counts, $0) }.joined(separator: ", ")
  }

  /// How many records there are in all, and how many of them are in no area.
  private static func whole(_ part: TerritoryTotal.Part) -> Diagnostic {
    let values = [
      "count": String(part.count), "joined": String(part.inAreas), "unlocated": String(part.unlocated),
      "outside": String(part.outside),
    ]
    return Diagnostic(.note, part.inAreas == part.count ? "finding.territory_in_areas" : "finding.territory", values)
  }

  /// The rate of the whole territory: of the one kind, or of the commonest.
  private static func wholeRate(_ whole: TerritoryTotal, _ counts: AreaCounts, basis: JoinOptions.RateBasis) -> Diagnostic? {
    let kind = counts.kinds.indices.max { counts.kinds[$0].assigned < counts.kinds[$1].assigned }
    let part = kind.map { whole.kinds[$0] } ?? whole.whole
    guard let rate = part.rate, let low = part.rateLow, let high = part.rateHigh else { return nil }
    var values = [
      "rate": NumberText.text(rate) ?? "", "low": NumberText.text(low) ?? "", "high": NumberText.text(high) ?? "",
      "count": String(part.count),
    ]
    if let kind { values["kind"] = counts.kinds[kind].name }
    let id = kind == nil ? "finding.territory_rate" : "finding.territory_rate_of"
    return Diagnostic(.note, basis == .period ? id + "_cumulative" : id, values)
  }

  /// The highest stabilised rate of the one kind, or of the commonest kind, among areas with enough records and people: what the map shows.
  private static func highestRate(
    _ areas: [Int], _ counts: AreaCounts, _ rates: JoinRates?, basis: JoinOptions.RateBasis, isWeighted: Bool
  ) throws -> Diagnostic? {
    guard let rates, !isWeighted else { return nil }
    let kind = commonest(counts)
    let numbers = areas.map { area in kind.map { counts.byPlaceAndKind[area * counts.kinds.count + $0] } ?? counts.byPlace[area] }
    let stabilized = try rates.stabilized(areas, counts: numbers)
    var best: (place: Int, population: Double, rate: Double)?
    for place in areas.indices where numbers[place] >= smallestCount {
      guard let rate = stabilized[place], rate > best?.rate ?? -1, let population = try rates.population(areas[place]),
        population >= smallestPopulation
      else { continue }
      best = (place, population, rate)
    }
    guard let best else { return nil }
    let plain = try rates.rate(place: areas[best.place], count: numbers[best.place], amount: Double(numbers[best.place]))
    guard let value = plain.value, let low = plain.low, let high = plain.high else { return nil }
    var values = [
      "area": label(counts, areas[best.place]), "stabilized": NumberText.text(best.rate) ?? "",
      "rate": NumberText.text(value) ?? "", "low": NumberText.text(low) ?? "", "high": NumberText.text(high) ?? "",
      "count": String(numbers[best.place]), "population": NumberText.text(best.population.rounded()) ?? "",
      "floor": NumberText.text(smallestPopulation) ?? "",
    ]
    if let kind { values["kind"] = counts.kinds[kind].name }
    let id = kind == nil ? "finding.rate_without_kind" : "finding.rate_highest"
    return Diagnostic(.note, basis == .period ? id + "_cumulative" : id, values)
  }

  /// The kind that is spoken of where there are several, and that the map shows: the commonest in the areas; nil without kinds.
  static func commonest(_ counts: AreaCounts) -> Int? {
    counts.kinds.indices.max { (counts.kinds[$0].assigned, -$0) < (counts.kinds[$1].assigned, -$1) }
  }

  private static func label(_ counts: AreaCounts, _ place: Int) -> String {
    let place = counts.places.places[place]
    return place.name.isEmpty ? place.code : place.name
  }

  /// The rows of a level that are areas.
  private static func areaRows(_ rows: Range<Int>, _ counts: AreaCounts) -> [Int] {
    rows.filter { counts.places.places[$0].area >= 0 }
  }

  private static func fraction(_ part: Int64, _ whole: Int64) -> String {
    NumberText.text(whole == 0 ? 0 : Double(part) / Double(whole)) ?? "0"
  }
}
