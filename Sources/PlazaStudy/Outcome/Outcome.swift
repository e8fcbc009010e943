internal import PlazaAnalysis
public import PlazaFormats
public import PlazaLayers
public import PlazaRecords

/// What a verb found, and everything that can be written of it: nothing is written by the verb itself.
///
/// A summary, a manifest, a page and what protects people all work on this one value.
public struct Outcome: Sendable {
  /// What became of every record; nil when there were none to count.
  public var records: RecordAccount?
  /// What the outcome says in words, the most important first.
  public var findings: [Diagnostic]
  /// How many of them a command says; the others are in the files.
  public var spokenFindings: Int
  public var warnings: [Diagnostic]
  /// What summary and manifest tell, in this order.
  public var facts: [(String, JSONValue)]
  public var products: [Product]
  /// Whether what is written holds single records, or what its owner alone could read before.
  public var isPrivate = false
  /// Why the run is to end with 2 when everything is written (`check --strict`); nil where nothing is refused.
  public var refusal: Failure?
  /// What the method itself returned, as `CoverageResult`: for a caller in Swift. Nothing of it is written.
  public var result: any Sendable

  public init(
    of result: any Sendable, records: RecordAccount? = nil, findings: [Diagnostic], spokenFindings: Int = 5,
    warnings: [Diagnostic],
    facts: [(String, JSONValue)], products: [Product]
  ) {
    self.result = result
    self.records = records
    self.findings = findings
    self.spokenFindings = spokenFindings
    self.warnings = warnings
    self.facts = facts
    self.products = products
  }
}

/// The account of the records of a verb, and by what they count as near a border.
public struct RecordAccount: Sendable {
  public var account: Account
  public var accuracy: Accuracy?

  public init(_ account: Account, accuracy: Accuracy? = nil) {
    self.account = account
    self.accuracy = accuracy
  }
}

extension Outcome {
  /// What a map has to say of the good records that are not on it, where they are more than one in twenty; nil where they are not.
  var notShown: Diagnostic? {
    guard let account = records?.account else { return nil }
    let lost = account.outside + account.unlocated
    let total = account.joined + lost
    guard 20 * lost > total else { return nil }
    return Diagnostic(
      .note, "map.not_shown",
      ["count": String(lost), "total": String(total), "share": NumberText.text(Double(lost) / Double(total)) ?? ""])
  }

  /// Whether some counts are so small that whoever knows the place can tell who is meant; the warning says how many.
  var holdsSmallCounts: Bool { warnings.contains { $0.id == "release.small_counts" } }

  /// The summary `plaza.<verb>/1` that other programs read: the account, the facts, and what was said.
  /// - Parameter seconds: how long the run took; nil in files, which are the same whenever they are written.
  public func summary(verb: String, seconds: Double?, notice: String?) -> JSONValue {
    var members: [(String, JSONValue)] = [("schema", .text("plaza.\(verb)/1"))]
    if let records { members.append(("points", .account(records.account))) }
    members += facts
    members.append(("release", .text("internal")))
    if let notice { members.append(("notice", .text(notice))) }
    members += [
      ("warnings", .array(warnings.map(JSONValue.diagnostic))), ("findings", .array(findings.map(JSONValue.diagnostic))),
      ("seconds", .real(seconds.map { ($0 * 1000).rounded() / 1000 })), ("version", .text(PlazaVersion.current)),
    ]
    return .object(members)
  }
}
