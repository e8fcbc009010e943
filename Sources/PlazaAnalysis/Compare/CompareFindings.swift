internal import PlazaLayers
internal import PlazaRecords

/// What a comparison says in words: counts from and to, never a percentage of few, never a cause.
struct CompareFindings {
  let rows: ComparedRows
  let counts: AreaCounts
  let territory: Territory
  let windows: [ComparedWindow]

  /// Kinds that are told; the table has all.
  private static let kindLimit = 3
  private static let nameLimit = 3

  func all(_ account: Account) -> [Diagnostic] {
    guard account.joined > 0 else { return [Diagnostic(.note, "finding.no_records")] }
    let kinds =
      counts.kinds.isEmpty
      ? [0]
      : Array(
        counts.kinds.indices.sorted { (-counts.kinds[$0].assigned, $0) < (-counts.kinds[$1].assigned, $1) }.prefix(Self.kindLimit)
      )
    var findings: [Diagnostic] = []
    for window in windows.indices { for kind in kinds { findings += told(kind, window) } }
    return findings
  }

  private func told(_ kind: Int, _ window: Int) -> [Diagnostic] {
    let whole = rows.whole[kind][window]
    guard whole.now + whole.before > 0 else { return [] }
    let span = windows[window]
    var values = [
      "kind": counts.kinds.isEmpty ? "compare.records" : counts.kinds[kind].name, "now": String(whole.now),
      "before": String(whole.before), "from": CivilDate.text(ofDay: span.now.lowerBound),
      "to": CivilDate.text(ofDay: span.now.upperBound - 1), "before_from": CivilDate.text(ofDay: span.before.lowerBound),
      "before_to": CivilDate.text(ofDay: span.before.upperBound - 1),
    ]
    // Limits are told away from 0: "so many fewer" counts downwards.
    let (low, high) = whole.verdict == .down ? (-whole.high, -whole.low) : (whole.low, whole.high)
    values["low"] = NumberText.text(low.rounded()) ?? ""
    values["high"] = NumberText.text(high.rounded()) ?? ""
    let id =
      switch whole.verdict {
      case .up: "compare.up"
      case .down: "compare.down"
      case .noClearChange: "compare.no_clear_change"
      case .tooFew, nil: "compare.too_few"
      }
    return [Diagnostic(.note, id, values)]
      + territory.levels.indices.reversed().compactMap { areas(level: $0, kind, window, values) }
  }

  /// Of one level, how many areas went up and down, and which most.
  private func areas(level: Int, _ kind: Int, _ window: Int, _ values: [String: String]) -> Diagnostic? {
    let total = territory.levels[level].areas.count
    guard total > 1 else { return nil }
    var found: [ChangeVerdict: Int] = [:]
    var changed: [(place: Int, counts: ComparedCounts)] = []
    for row in rows.rows where row.kind == kind && counts.places.places[row.place].level == level {
      guard let verdict = row.counts[window].verdict else { continue }
      found[verdict, default: 0] += 1
      if verdict == .up || verdict == .down { changed.append((row.place, row.counts[window])) }
    }
    let (up, down, unclear) = (found[.up] ?? 0, found[.down] ?? 0, found[.noClearChange] ?? 0)
    var values = values
    values["level"] = territory.levels[level].name
    values["total"] = String(total)
    values["up"] = String(up)
    values["down"] = String(down)
    values["unclear"] = String(unclear)
    values["few"] = String(total - up - down - unclear)
    let most = changed.sorted { (-abs($0.counts.change), $0.place) < (-abs($1.counts.change), $1.place) }.prefix(Self.nameLimit)
    values["areas"] = most.map { "\(label($0.place)) (\(Self.grouped($0.counts.before)) → \(Self.grouped($0.counts.now)))" }
      .joined(separator: ", ")
    return Diagnostic(.note, changed.isEmpty ? "compare.areas_none" : "compare.areas", values)
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

  private func label(_ place: Int) -> String {
    let place = counts.places.places[place]
    return place.name.isEmpty ? place.code : place.name
  }
}
