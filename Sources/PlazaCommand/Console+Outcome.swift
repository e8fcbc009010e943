internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaStudy
internal import PlazaWords

extension Console {
  /// Says what an outcome warns of, its account and its findings.
  /// - Parameter limit: how many findings are said; the first three are the most important.
  func tell(_ outcome: Outcome, findings limit: Int) {
    for warning in outcome.warnings { emit(warning) }
    guard !isQuiet else { return }
    if let records = outcome.records { account(records.account, accuracy: records.accuracy) }
    guard !outcome.findings.isEmpty else { return }
    line(words.render(id: "findings.title"))
    for finding in outcome.findings.prefix(limit) { line("  • " + sentence(finding)) }
  }

  /// The account: how many records were read and what became of each.
  ///
  /// - Parameter accuracy: what records near a border were counted by.
  private func account(_ account: Account, accuracy: Accuracy?) {
    // Rows that carry counts stand for cases, which are told beside them.
    let cases = account.cases
    var rows: [(label: String, count: Int, indent: Int, cases: Int?)] = [
      (words.render(id: "account.read"), account.read, 0, cases?.read),
      (words.render(id: "account.joined"), account.joined, 1, cases?.joined),
      (words.render(id: "account.outside"), account.outside, 1, cases?.outside),
    ]
    func add(_ id: String, _ count: Int, isRejection: Bool) {
      rows.append((words.render(id: id), count, 1, isRejection ? nil : cases?.unlocated))
      for reason in Account.Reason.allCases where reason.isRejection == isRejection && account[reason] > 0 {
        rows.append((words.render(id: "account.reason.\(reason.rawValue)"), account[reason], 2, nil))
      }
    }
    add("account.unlocated", account.unlocated, isRejection: false)
    add("account.rejected", account.rejected, isRejection: true)
    if account.withheld > 0 {
      rows.append((words.render(id: "account.withheld"), account.withheld, 1, cases?.withheld))
      for reason in Account.WithheldReason.allCases where account[withheld: reason] > 0 {
        rows.append((words.render(id: "account.withheld.\(reason.rawValue)"), account[withheld: reason], 2, nil))
      }
    }
    if account.filtered > 0 || cases?.filtered ?? 0 > 0 {
      rows.append((words.render(id: "account.filtered"), account.filtered, 1, cases?.filtered))
    }
    let notes: [(String, Int)] = [
      ("account.on_border", account.onBorder), ("account.ambiguous", account.ambiguous),
      ("account.assigned", account.assigned == cases?.joined ?? account.joined ? 0 : account.assigned),
      ("account.by_code", account.locatedBy.code), ("account.by_name", account.locatedBy.name),
      ("account.disagree", account.disagree),
      (account.repeats?.isExact == false ? "account.repeats_about" : "account.repeats", account.repeats?.count ?? 0),
    ]
    line(words.render(id: cases == nil ? "account.title" : "account.title_rows"))
    let numbers = rows.map { words.number(String($0.count)) }
    let labels = rows.map { String(repeating: "  ", count: $0.indent + 1) + $0.label }
    let width = labels.map(\.count).max() ?? 0
    let numberWidth = numbers.map(\.count).max() ?? 0
    for (index, row) in rows.enumerated() {
      var text = labels[index] + String(repeating: " ", count: width - labels[index].count + 2)
      text += String(repeating: " ", count: numberWidth - numbers[index].count) + numbers[index]
      if row.indent == 1, row.count > 0, account.read > 0 {
        let share = NumberText.text(Double(row.count) / Double(account.read)) ?? "0"
        text += "  " + words.percent(share)
      }
      if let cases = row.cases { text += "  " + words.render(id: "account.cases", values: ["count": String(cases)]) }
      line(text)
    }
    for (id, count) in notes where count > 0 {
      line("  " + words.render(id: id) + ": " + words.number(String(count)))
    }
    guard let accuracy else { return }
    let label =
      switch accuracy {
      case .metres(let metres): words.render(id: "account.near_border", values: ["metres": NumberText.text(metres) ?? ""])
      case .field(let field): words.render(id: "account.near_border_stated", values: ["field": field])
      }
    line("  " + label + ": " + words.number(String(account.nearBorder)))
  }

  func written(_ destinations: Destinations) {
    for (what, path) in destinations.all where path != "-" {
      say(Diagnostic(.note, "output.written", ["what": what, "path": path]))
    }
  }
}
