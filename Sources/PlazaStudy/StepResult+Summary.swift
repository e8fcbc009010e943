internal import PlazaFormats
internal import PlazaLayers

/// What the outcomes of all verbs have in common.
extension StepResult {
  /// The summary `plaza.<verb>/1`: the account of the records, the verb's own members, and what was said.
  /// - Parameter own: nil is what the manifest tells too.
  func pointSummary(
    verb: String, members own: [(String, JSONValue)]? = nil, seconds: Double?, notice: String?
  ) -> JSONValue {
    var members: [(String, JSONValue)] = [("schema", .text("plaza.\(verb)/1"))]
    if countsRecords { members.append(("points", JoinSummary.points(account))) }
    members += own ?? manifestMembers
    members.append(("release", .text("internal")))
    if let notice { members.append(("notice", .text(notice))) }
    members += [
      ("warnings", .array(warnings.map(JoinSummary.diagnostic))), ("findings", .array(findings.map(JoinSummary.diagnostic))),
      ("seconds", JoinSummary.seconds(seconds)), ("version", .text(PlazaVersion.current)),
    ]
    return .object(members)
  }
}

extension OutputFile {
  /// Writes a whole table.
  func write(_ rows: RowBlock, header: [String]) throws {
    try write(CSVText.header(header))
    var text: [UInt8] = []
    CSVText.append(rows, to: &text)
    try write(text)
  }
}
