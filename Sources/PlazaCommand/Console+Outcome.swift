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
    if let records = outcome.records { account(AccountLines(records, words: words)) }
    guard !outcome.findings.isEmpty else { return }
    line(words.render(id: "findings.title"))
    for finding in outcome.findings.prefix(limit) { line("  • " + sentence(finding)) }
  }

  /// The account: how many records were read and what became of each.
  private func account(_ account: AccountLines) {
    line(account.title)
    let numbers = account.lines.map { words.number(String($0.count)) }
    let labels = account.lines.map { String(repeating: "  ", count: $0.indent + 1) + $0.label }
    let width = labels.map(\.count).max() ?? 0
    let numberWidth = numbers.map(\.count).max() ?? 0
    for (index, row) in account.lines.enumerated() {
      var text = labels[index] + String(repeating: " ", count: width - labels[index].count + 2)
      text += String(repeating: " ", count: numberWidth - numbers[index].count) + numbers[index]
      if let share = row.share { text += "  " + words.percent(NumberText.text(share) ?? "0") }
      if let cases = row.cases { text += "  " + words.render(id: "account.cases", values: ["count": String(cases)]) }
      line(text)
    }
    for (label, count) in account.notes { line("  " + label + ": " + words.number(String(count))) }
  }

  func written(_ destinations: Destinations) {
    for (what, path, name) in destinations.named where path != "-" {
      say(Diagnostic(.note, "output.written", ["what": what, "path": name]))
    }
  }
}
