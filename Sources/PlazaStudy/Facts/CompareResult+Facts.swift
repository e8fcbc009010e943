internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

extension CompareResult {
  /// What a comparison tells of itself.
  var facts: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("areas", .areas(areas)), ("as_of", .optional(areas.asOf))]
    if !levels.isEmpty { members.append(("levels", .array(levels.map(JSONValue.level)))) }
    return members + [
      ("against", .text(against.rawValue)), ("windows", .array(windows.indices.map(window))),
      ("elsewhere", .integer(elsewhere)), ("past_months", .integer(pastMonths)),
      ("preliminary", .bool(delay == nil)), ("delay_days", delay.map { .integer($0) } ?? .null),
      ("by_category", .categories(kinds)),
      ("withheld", withheld.map { .integer($0) } ?? .null), ("territory", .array(wholeRows)),
      ("verdicts", .array(verdicts.map(verdict))), ("crs", .coordinates(coordinates)),
    ]
  }

  private func window(_ index: Int) -> JSONValue {
    let window = windows[index]
    func dates(_ days: Range<Int>) -> [JSONValue] {
      [.text(CivilDate.text(ofDay: days.lowerBound)), .text(CivilDate.text(ofDay: days.upperBound - 1))]
    }
    let (now, before) = (dates(window.now), dates(window.before))
    return .object([
      ("window", .text(window.window.rawValue)), ("from", now[0]), ("to", now[1]), ("days", .integer(window.now.count)),
      ("before_from", before[0]), ("before_to", before[1]), ("before_days", .integer(window.before.count)),
      ("state", state(completeness[index][0])), ("before_state", state(completeness[index][1])),
      ("account", side(accounts[index].now)), ("before_account", side(accounts[index].before)),
    ])
  }

  /// Whether a window is complete, and the days that hold.
  private func state(_ state: WindowState) -> JSONValue {
    switch state {
    case .complete: return .object([("state", .text("complete"))])
    case .unjudged: return .object([("state", .text("cannot be judged"))])
    case .incomplete(let holds):
      return .object([
        ("state", .text("incomplete")),
        ("holds_from", holds.map { .text(CivilDate.text(ofDay: $0.lowerBound)) } ?? .null),
        ("holds_to", holds.map { .text(CivilDate.text(ofDay: $0.upperBound)) } ?? .null),
      ])
    }
  }

  private func side(_ account: SideAccount) -> JSONValue {
    .object([
      ("records", .integer(account.records)), ("joined", .integer(account.joined)), ("outside", .integer(account.outside)),
      ("unlocated", .integer(account.unlocated)),
    ])
  }

  private var wholeRows: [JSONValue] {
    whole.indices.flatMap { kind in
      windows.indices.map { index in
        let counts = whole[kind][index]
        return .object([
          ("category", kind < kinds.count ? .text(kinds[kind].name) : .null), ("window", .text(windows[index].window.rawValue)),
          ("count_now", .integer(counts.now)), ("count_before", .integer(counts.before)),
          ("change", .real(counts.change)), ("change_pct", .real(counts.percent)),
          ("change_low", .real(counts.low)), ("change_high", .real(counts.high)),
          ("p", .real(counts.p)), ("p_fdr", .real(counts.adjustedP)), ("dispersion", .real(counts.dispersion)),
          ("past_months", counts.months.map { .integer($0) } ?? .null), ("located_share_now", .real(counts.locatedNow)),
          ("located_share_before", .real(counts.locatedBefore)), ("verdict", counts.verdict.map { .text($0.rawValue) } ?? .null),
        ])
      }
    }
  }

  private func verdict(_ count: VerdictCount) -> JSONValue {
    .object(
      [
        ("level", .text(count.level)), ("category", .optional(count.kind)), ("window", .text(count.window.rawValue)),
      ] + ChangeVerdict.allCases.map { ($0.rawValue, .integer(count.areas[$0] ?? 0)) })
  }
}
