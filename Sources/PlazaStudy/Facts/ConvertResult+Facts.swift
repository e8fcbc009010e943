internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers

extension ConvertResult {
  var facts: [(String, JSONValue)] {
    let reasons = Account.Reason.allCases.filter { $0.isRejection && account[$0] > 0 }
    return [
      (
        "rows",
        .object([
          ("read", .integer(account.read)), ("written", .integer(account.joined)), ("filtered", .integer(account.filtered)),
          ("outside", .integer(account.outside)), ("unlocated", .integer(account.unlocated)),
          ("withheld", .integer(account.withheld)), ("rejected", .integer(account.rejected)),
          ("reasons", .object(reasons.map { ($0.rawValue, .integer(account[$0])) })),
          ("without_geometry", .integer(withoutGeometry)),
        ])
      ),
      ("fields", .object([("written", names(tableHeader)), ("left_out", names(leftOutFields))])),
      (
        "crs",
        .object([
          ("from", .text(crs.description)), ("to", .text(layer.crs.description)), ("operation", .optional(operation?.name)),
          ("accuracy_m", .real(operation?.accuracyMetres)),
        ])
      ),
    ]
  }

  private func names(_ names: [String]) -> JSONValue { .array(names.map(JSONValue.text)) }

  /// What became of the rows, and what the new file does not hold of them.
  func findings(path: String) -> [Diagnostic] {
    func said(_ id: String, _ count: Int, _ more: [String: String] = [:]) -> Diagnostic? {
      guard count > 0 else { return nil }
      return Diagnostic(.note, id, more.merging(["count": String(count), "path": path]) { one, _ in one })
    }
    let isTable = Formats.asksForTable(path)
    let counts = ["file": file, "path": path, "read": String(account.read), "written": String(account.joined)]
    var findings = [Diagnostic(.note, "convert.written", counts)]
    if account.read == 0 { findings.append(Diagnostic(.warning, "convert.empty", counts)) }
    findings += [
      said("convert.filtered", account.filtered), said("convert.outside", account.outside),
      said("convert.unlocated", account.unlocated), said("convert.withheld", account.withheld),
    ].compactMap(\.self)
    findings += Account.Reason.allCases.filter(\.isRejection).compactMap { reason in
      said("convert.rejected", account[reason], ["reason": "account.reason.\(reason.rawValue)"])
    }
    if !unkept.isEmpty {
      findings.append(
        Diagnostic(
          .warning, "convert.unkept",
          [
            "file": file, "count": String(unkept.count), "fields": unkept.joined(separator: ", "),
            "list": unkept.joined(separator: ","),
          ]))
    } else if !leftOutFields.isEmpty {
      findings.append(Diagnostic(.note, "join.left_out", ["file": file, "fields": leftOutFields.joined(separator: ", ")]))
    }
    if isTable {
      findings += [said("convert.geometry_lost", lostGeometries)].compactMap(\.self)
      if !layer.crs.isWGS84, layer.kinds.contains(.points) {
        findings.append(Diagnostic(.note, "convert.crs_unsaid", ["path": path, "crs": layer.crs.description]))
      }
    } else {
      findings += [said("convert.without_geometry", withoutGeometry)].compactMap(\.self)
    }
    if isOfRecords { findings.append(Diagnostic(.note, "convert.private", ["path": path])) }
    return findings
  }
}
