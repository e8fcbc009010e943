internal import PlazaLayers
internal import PlazaRecords
internal import PlazaStatistics

/// What a comparison says in words: counts from and to, never a percentage of few, never a cause, and nothing of what is not all there.
struct CompareFindings {
  let rows: ComparedRows
  let counts: AreaCounts
  let sums: TerritoryCounts
  let territory: Territory
  let windows: [ComparedWindow]
  /// What is counted where kinds are not asked for.
  let subject: String

  private static let nameLimit = 3
  /// Names in a list of what is missing.
  private static let listLimit = 10

  func all(_ account: Account) -> [Diagnostic] {
    guard account.joined > 0 else { return [Diagnostic(.note, "finding.no_records")] }
    var findings: [Diagnostic] = []
    for window in windows.indices where !isRepeated(window) {
      if let missing = missingWindow(window) {
        findings.append(missing)
        continue
      }
      // All together first, where there are several kinds.
      if rows.whole.count > counts.kinds.count, !counts.kinds.isEmpty { findings += told(counts.kinds.count, window) }
      for kind in counts.commonestKinds { findings += told(kind, window) }
      findings += missingAreas(window)
    }
    return findings
  }

  /// The year to date in January is the month, and twelve months that end in December are the year to date: nothing is said twice.
  private func isRepeated(_ window: Int) -> Bool {
    windows[..<window].contains { $0.now == windows[window].now && $0.before == windows[window].before }
  }

  private func dates(_ window: Int) -> [String: String] {
    let span = windows[window]
    return [
      "from": CivilDate.text(ofDay: span.now.lowerBound), "to": CivilDate.text(ofDay: span.now.upperBound - 1),
      "before_from": CivilDate.text(ofDay: span.before.lowerBound),
      "before_to": CivilDate.text(ofDay: span.before.upperBound - 1),
    ]
  }

  // MARK: What is not all there

  /// Of a window of which days are missing nothing else is said.
  private func missingWindow(_ window: Int) -> Diagnostic? {
    let states = rows.completeness.whole[window]
    guard let side = states.firstIndex(where: \.isIncomplete), case .incomplete(let holds) = states[side] else { return nil }
    let span = side == 0 ? windows[window].now : windows[window].before
    var values = ["from": CivilDate.text(ofDay: span.lowerBound), "to": CivilDate.text(ofDay: span.upperBound - 1)]
    guard let holds else { return Diagnostic(.warning, "compare.window_missing", values) }
    values["first"] = CivilDate.text(ofDay: holds.lowerBound)
    values["last"] = CivilDate.text(ofDay: holds.upperBound)
    let ends = (isFirst: holds.lowerBound == span.lowerBound, isLast: holds.upperBound == span.upperBound - 1)
    let id = ends.isFirst ? "compare.window_incomplete" : ends.isLast ? "compare.window_late" : "compare.window_within"
    return Diagnostic(.warning, id, values)
  }

  /// Of each level the areas that did not deliver, whatever the kind.
  private func missingAreas(_ window: Int) -> [Diagnostic] {
    territory.levels.indices.reversed().compactMap { level in
      let places = counts.places.ranges[level].filter { place in
        rows.completeness.places[place]?[window].contains(where: \.isIncomplete) ?? false
      }
      guard !places.isEmpty else { return nil }
      var values = dates(window)
      values["level"] = territory.levels[level].name
      values["total"] = String(territory.levels[level].areas.count)
      values["count"] = String(places.count)
      let named = places.prefix(Self.listLimit).map { place in
        let states = rows.completeness.places[place]![window]
        let side = states[0].isIncomplete ? states[0] : states[1]
        guard case .incomplete(let holds?) = side else { return label(place) }
        return "\(label(place)) (\(CivilDate.text(ofDay: holds.lowerBound)) – \(CivilDate.text(ofDay: holds.upperBound)))"
      }
      values["areas"] = named.joined(separator: ", ") + (places.count > named.count ? ", …" : "")
      return Diagnostic(
        .warning, rows.missing.isWithoutPlace[window] ? "compare.areas_unplaced" : "compare.areas_incomplete", values)
    }
  }

  // MARK: What changed

  private func told(_ kind: Int, _ window: Int) -> [Diagnostic] {
    let whole = rows.whole[kind][window]
    guard whole.now + whole.before > 0 else { return [] }
    var values = dates(window)
    let isAll = kind >= counts.kinds.count
    values["kind"] = !isAll ? counts.kinds[kind].name : counts.kinds.isEmpty ? subject : "compare.all_kinds"
    (values["now"], values["before"]) = (String(whole.now), String(whole.before))
    // Limits are told away from 0: "so many fewer" counts downwards; what is called changed changed by one at least.
    if let low = whole.low, let high = whole.high {
      let isDown = whole.verdict == .down
      let isChanged = isDown || whole.verdict == .up
      values["low"] = NumberText.text(max(isChanged ? 1 : -.infinity, (isDown ? -high : low).rounded())) ?? ""
      values["high"] = NumberText.text(max(isChanged ? 1 : -.infinity, (isDown ? -low : high).rounded())) ?? ""
    }
    values["share"] = NumberText.text(rows.missing.shares[kind][window]) ?? ""
    values["lacking"] = isAll && !counts.kinds.isEmpty ? "" : named(rows.missing.places[kind][window])
    values["months"] = whole.months.map(String.init) ?? ""
    let id =
      switch whole.verdict {
      case .up: "compare.up"
      case .down: "compare.down"
      case .noClearChange: "compare.no_clear_change"
      case .incomplete, .notComparable:
        kind < rows.completeness.kinds.count && rows.completeness.kinds[kind][window].contains(where: \.isIncomplete)
          ? "compare.kind_incomplete"
          : values["lacking"] == "" ? "compare.total_incomplete" : "compare.total_incomplete_areas"
      case .tooFew, nil: "compare.too_few"
      }
    let isTested = whole.p != nil
    let sentence = Diagnostic(.note, isTested && whole.months == nil ? id + "_chance" : id, values)
    guard id != "compare.kind_incomplete", !isAll || counts.kinds.isEmpty else { return [sentence] }
    return [sentence] + territory.levels.indices.reversed().compactMap { areas(level: $0, kind, window, values) }
  }

  /// Of one level, how many areas went up and down, and which most.
  private func areas(level: Int, _ kind: Int, _ window: Int, _ values: [String: String]) -> Diagnostic? {
    let total = territory.levels[level].areas.count
    guard total > 1 else { return nil }
    var found: [ChangeVerdict: Int] = [:]
    var changed: [(place: Int, counts: ComparedCounts)] = []
    var withheld: [Int] = []
    for row in rows.rows where row.kind == kind && counts.places.places[row.place].level == level {
      guard let verdict = row.counts[window].verdict else { continue }
      found[verdict, default: 0] += 1
      if verdict == .up || verdict == .down { changed.append((row.place, row.counts[window])) }
      if verdict == .incomplete || verdict == .notComparable { withheld.append(row.place) }
    }
    let (up, down, unclear) = (found[.up] ?? 0, found[.down] ?? 0, found[.noClearChange] ?? 0)
    let (missing, moved) = (found[.incomplete] ?? 0, found[.notComparable] ?? 0)
    var values = values
    values["level"] = territory.levels[level].name
    values["total"] = String(total)
    values["up"] = String(up)
    values["down"] = String(down)
    values["unclear"] = String(unclear)
    values["few"] = String(total - up - down - unclear - missing - moved)
    values["missing"] = String(missing + moved)
    if moved > 0, moved * 2 >= total - missing {
      let located = sums.kinds[kind].located(level: level, window: window)
      values["located_now"] = located.now.flatMap(NumberText.text) ?? ""
      values["located_before"] = located.before.flatMap(NumberText.text) ?? ""
      values["moved"] = String(moved)
      return Diagnostic(.warning, "compare.areas_not_comparable", values)
    }
    let most = changed.sorted { (-abs($0.counts.change), $0.place) < (-abs($1.counts.change), $1.place) }.prefix(Self.nameLimit)
    values["areas"] = most.map { "\(label($0.place)) (\(Self.grouped($0.counts.before)) → \(Self.grouped($0.counts.now)))" }
      .joined(separator: ", ")
    values["withheld"] = named(withheld)
    let id = changed.isEmpty ? "compare.areas_none" : "compare.areas"
    return Diagnostic(.note, missing + moved > 0 ? id + "_missing" : id, values)
  }

  // MARK: What to know of the figures

  /// The account of each window, what lies outside of them, and how chance was measured.
  var notes: [Diagnostic] {
    var notes: [Diagnostic] = []
    for (index, account) in sums.accounts.enumerated() where !isRepeated(index) {
      for (side, span) in [(account.now, windows[index].now), (account.before, windows[index].before)] {
        notes.append(
          Diagnostic(
            .note, "compare.account",
            [
              "from": CivilDate.text(ofDay: span.lowerBound), "to": CivilDate.text(ofDay: span.upperBound - 1),
              "records": String(side.records), "joined": String(side.joined), "outside": String(side.outside),
              "unlocated": String(side.unlocated),
            ]))
      }
    }
    if sums.elsewhere > 0 { notes.append(Diagnostic(.note, "compare.elsewhere", ["count": String(sums.elsewhere)])) }
    if rows.historyMonths < CountHistory.leastSpans {
      notes.append(Diagnostic(.warning, "compare.no_past", ["months": String(rows.historyMonths)]))
    } else {
      notes.append(Diagnostic(.note, "compare.past", ["months": String(rows.historyMonths)]))
    }
    if windows.indices.contains(where: { rows.completeness.whole[$0].contains(.unjudged) }) {
      notes.append(Diagnostic(.note, "compare.unjudged"))
    }
    return notes
  }

  /// The number as people read it: thousands stand apart by a narrow no-break space, in every language.
  static func grouped(_ count: Int) -> String {
    let digits = String(count)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append("\u{202F}") }
      text.append(digit)
    }
    return text
  }

  /// Names of some areas, not too many.
  private func named(_ places: [Int]) -> String {
    places.prefix(Self.listLimit).map(label).joined(separator: ", ") + (places.count > Self.listLimit ? ", …" : "")
  }

  private func label(_ place: Int) -> String {
    let place = counts.places.places[place]
    return place.name.isEmpty ? place.code : place.name
  }
}

extension AreaCounts {
  /// The kinds that are told, the commonest first; the table has all. One when records are not divided into kinds.
  var commonestKinds: [Int] {
    guard !kinds.isEmpty else { return [0] }
    return Array(kinds.indices.sorted { (-kinds[$0].assigned, $0) < (-kinds[$1].assigned, $1) }.prefix(3))
  }
}
