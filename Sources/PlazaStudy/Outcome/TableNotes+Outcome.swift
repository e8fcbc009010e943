internal import PlazaFormats
internal import PlazaLayers
internal import PlazaReport
internal import PlazaWords

/// What a workbook says of its table.
extension TableNotes {
  /// - Parameter verb: whose table it is.
  /// - Parameter columns: of the table.
  init(_ outcome: Outcome, verb: String, columns: [TableColumn], context: StepContext) {
    self.init()
    let words = context.words
    var about: [[Cell]] = [[.text(words.render(id: "release.internal"))]]
    if let notice = context.notice { about.append([.text(notice)]) }
    sections = [Section("Plaza \(PlazaVersion.current), \(verb)", about)]
    if let records = outcome.records { sections.append(Self.account(AccountLines(records, words: words))) }
    func said(_ title: String, _ diagnostics: [Diagnostic]) {
      let lines: [[Cell]] = diagnostics.map { [.text(words.render(id: $0.id, values: $0.values))] }
      if !lines.isEmpty { sections.append(Section(words.render(id: title), lines)) }
    }
    said("findings.title", outcome.findings)
    said("sheet.warnings", outcome.warnings)
    let fields = columns.map { [Cell.text($0.name), .text(words.meaning(ofField: $0.name) ?? "")] }
    sections.append(Section(words.render(id: "sheet.fields"), fields))
  }

  private static func account(_ account: AccountLines) -> Section {
    var lines: [[Cell]] = account.lines.map { line in
      let label = String(repeating: "   ", count: line.indent) + line.label
      let share = line.share.map { Cell.share($0) }
      let cases = line.cases.map { Cell.count($0) }
      return [.text(label), .count(line.count)] + (share == nil && cases == nil ? [] : [share ?? .text("")])
        + [cases].compactMap { $0 }
    }
    lines += account.notes.map { [.text($0.label), .count($0.count)] }
    return Section(account.title, lines)
  }
}
