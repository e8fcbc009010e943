internal import PlazaLayers

/// What a join says in words, for people who will not open the table.
enum JoinFindings {
  /// Rates of fewer than this many records are not held up as the highest: chance alone makes small areas extreme.
  static let smallestCount = 10

  static func findings(
    _ account: Account, _ set: AreaSet, _ counts: JoinCounts, _ rates: JoinRates?, _ span: JoinSpan, _ plan: JoinPlan
  ) throws -> [Diagnostic] {
    guard account.joined > 0 else { return [Diagnostic(.note, "finding.no_records")] }
    var findings: [Diagnostic] = []
    let assigned = counts.byArea.reduce(0, +)
    let ranked = counts.byArea.indices.sorted { (-counts.byArea[$0], $0) < (-counts.byArea[$1], $1) }
    findings.append(
      Diagnostic(
        .note, "finding.most",
        [
          "area": label(set, ranked[0]), "count": String(counts.byArea[ranked[0]]),
          "share": fraction(counts.byArea[ranked[0]], assigned),
        ]))
    if let rate = try highestRate(set, counts, rates, basis: span.basis, isWeighted: plan.weightSlot != nil) {
      findings.append(rate)
    }
    let good = account.joined + account.outside + account.unlocated
    if account.unlocated > 0 {
      findings.append(Diagnostic(.note, "finding.unlocated_share", ["share": fraction(Int64(account.unlocated), Int64(good))]))
    }
    if let kind = counts.kinds.max(by: { $0.assigned < $1.assigned }), counts.kinds.count > 1 {
      findings.append(
        Diagnostic(
          .note, "finding.top_kind",
          ["kind": kind.name, "count": String(kind.assigned), "share": fraction(kind.assigned, assigned)]))
    }
    var sum: Int64 = 0
    let half = ranked.firstIndex {
      sum += counts.byArea[$0]
      return sum * 2 >= assigned
    }
    if let half, set.count >= 4 {
      findings.append(Diagnostic(.note, "finding.fewest_half", ["n": String(half + 1), "total": String(set.count)]))
    }
    let dated = counts.byPeriod.filter { $0.key != Tally.unknownPeriod }
    if let period = plan.period, dated.count > 1,
      let peak = dated.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })
    {
      findings.append(
        Diagnostic(.note, "finding.peak_period", ["period": period.label(peak.key), "count": String(peak.value)]))
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
    if account.outside > 0 { findings.append(Diagnostic(.note, "finding.outside", ["count": String(account.outside)])) }
    return findings
  }

  /// The highest rate of the one kind, or of the commonest kind, among areas with enough records.
  private static func highestRate(
    _ set: AreaSet, _ counts: JoinCounts, _ rates: JoinRates?, basis: JoinOptions.RateBasis, isWeighted: Bool
  ) throws -> Diagnostic? {
    guard let rates, !isWeighted else { return nil }
    let kind = counts.kinds.indices.max { counts.kinds[$0].assigned < counts.kinds[$1].assigned }
    var best: (area: Int, rate: JoinRates.Rate)?
    for area in 0..<set.count {
      let count = kind.map { counts.byAreaAndKind[area * counts.kinds.count + $0] } ?? counts.byArea[area]
      guard count >= smallestCount else { continue }
      let rate = try rates.rate(area: area, count: count, amount: Double(count))
      if let value = rate.value, value > best?.rate.value ?? -1 { best = (area, rate) }
    }
    guard let best, let value = best.rate.value, let low = best.rate.low, let high = best.rate.high else { return nil }
    var values = [
      "area": label(set, best.area), "rate": NumberText.text(value) ?? "", "low": NumberText.text(low) ?? "",
      "high": NumberText.text(high) ?? "",
    ]
    if let kind { values["kind"] = counts.kinds[kind].name }
    let id = kind == nil ? "finding.rate_without_kind" : "finding.rate_highest"
    return Diagnostic(.note, basis == .period ? id + "_cumulative" : id, values)
  }

  private static func label(_ set: AreaSet, _ area: Int) -> String {
    set.names[area].isEmpty ? set.codes[area] : set.names[area]
  }

  private static func fraction(_ part: Int64, _ whole: Int64) -> String {
    NumberText.text(whole == 0 ? 0 : Double(part) / Double(whole)) ?? "0"
  }
}
