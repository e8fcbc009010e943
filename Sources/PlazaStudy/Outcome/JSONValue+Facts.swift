internal import PlazaFormats
internal import PlazaLayers

/// What the facts of all verbs have in common.
extension JSONValue {
  /// A computed number; nil and what is not finite are null.
  static func real(_ value: Double?) -> JSONValue { value.flatMap(NumberText.text).map(JSONValue.number) ?? .null }

  /// The seed of random numbers: all 64 bits of it.
  static func seed(_ value: UInt64) -> JSONValue { .number(String(value)) }

  static func diagnostic(_ diagnostic: Diagnostic) -> JSONValue {
    .object(
      [("id", .text(diagnostic.id))] + diagnostic.values.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.text($0.value)) })
  }

  static func account(_ account: Account) -> JSONValue {
    let reasons = Account.Reason.allCases.filter { account[$0] > 0 }.map { ($0.rawValue, JSONValue.integer(account[$0])) }
    let withheld = Account.WithheldReason.allCases.filter { account[withheld: $0] > 0 }
      .map { ($0.rawValue, JSONValue.integer(account[withheld: $0])) }
    let mended = Mending.allCases.filter { account.mendings[$0] > 0 }
      .map { ($0.rawValue, JSONValue.integer(account.mendings[$0])) }
    return .object([
      ("read", .integer(account.read)), ("joined", .integer(account.joined)), ("outside", .integer(account.outside)),
      ("unlocated", .integer(account.unlocated)), ("rejected", .integer(account.rejected)),
      ("filtered", .integer(account.filtered)), ("withheld", .integer(account.withheld)), ("reasons", .object(reasons)),
      ("withheld_reasons", .object(withheld)), ("mended", .object(mended)),
      ("assigned", .integer(account.assigned)),
      ("on_border", .integer(account.onBorder)), ("near_border", .integer(account.nearBorder)),
      ("ambiguous", .integer(account.ambiguous)), ("disagree", .integer(account.disagree)),
      (
        "located_by",
        .object([
          ("point", .integer(account.locatedBy.point)), ("code", .integer(account.locatedBy.code)),
          ("name", .integer(account.locatedBy.name)),
        ])
      ), ("cases", account.cases.map(cases) ?? .null), ("repeats", repeats(account.repeats)),
    ])
  }

  /// The records that repeat another one in every byte; null where that is not known.
  static func repeats(_ repeats: Account.Repeats?) -> JSONValue {
    repeats.map { .object([("count", .integer($0.count)), ("exact", .bool($0.isExact))]) } ?? .null
  }

  /// What rows stand for; what those say that could not be read is not known.
  private static func cases(_ cases: Account.Cases) -> JSONValue {
    .object([
      ("read", .integer(cases.read)), ("joined", .integer(cases.joined)), ("outside", .integer(cases.outside)),
      ("unlocated", .integer(cases.unlocated)), ("rejected", .null), ("filtered", .integer(cases.filtered)),
      ("withheld", .integer(cases.withheld)),
    ])
  }
}
