internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaRecords

/// What the summary tells of crime classes, and of kinds that were not shown at their places.
extension JSONValue {
  static func classes(_ classes: KindClasses) -> JSONValue {
    .object([
      ("file", .text(classes.file)), ("country", .text(classes.country)),
      ("level", classes.level.map(JSONValue.integer) ?? .null), ("proposal", .bool(classes.isProposal)),
      ("total", .integer(Int(classes.total))), ("classified", .integer(Int(classes.classified))),
      ("in_several", .integer(Int(classes.several))), ("in_several_sum", .integer(Int(classes.severalSum))),
    ])
  }

  /// Kinds that the table does not have, with their records.
  static func unmapped(_ classes: KindClasses) -> JSONValue {
    .object(classes.unmapped.map { ($0.kind, .integer(Int($0.count))) })
  }

  static func withheld(_ withheld: WithheldKinds) -> JSONValue {
    .object([
      ("records", .integer(withheld.count)),
      (
        "kinds",
        .object(
          withheld.kinds.map { ($0.name, .object([("records", .integer($0.count)), ("why", .text($0.verdict.rawValue))])) })
      ),
    ])
  }

  /// Of a kind its class, or a list of several, and what they say alike; of a class the kinds that it is made of.
  static func meaning(_ meaning: KindMeaning) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = []
    if let code = meaning.code {
      members = [("class", .text(code)), ("kinds", .array(meaning.kinds.map(JSONValue.text)))]
    } else {
      let codes = meaning.classes.compactMap(\.code)
      members = [("class", codes.count > 1 ? .array(codes.map(JSONValue.text)) : .optional(codes.first))]
    }
    return members + [
      ("intentional", .optional(meaning.common(\.isIntentional)?.rawValue)),
      ("completed", .optional(meaning.common(\.completion)?.rawValue)),
      ("sensitive", meaning.isSensitive.map(JSONValue.bool) ?? .null),
      ("unit", .optional(meaning.common(\.unit)?.rawValue)),
      ("status", .optional(meaning.common(\.status))),
    ]
  }
}
