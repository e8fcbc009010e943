public import PlazaAnalysis
public import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

/// The summary `plaza.join/1` that other programs read.
public enum JoinSummary {
  public static let schema = "plaza.join/1"

  /// - Parameter seconds: how long the run took; nil in files, which are the same whenever they are written.
  public static func json(_ result: JoinResult, seconds: Double?, notice: String?) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("schema", .text(schema)),
      ("points", points(result.account)),
      ("areas", areas(result.areas)),
      ("as_of", .optional(result.areas.asOf)),
    ]
    if !result.levels.isEmpty { members.append(("levels", .array(result.levels.map(level)))) }
    if result.usesKeys { members.append(("unmatched", .array(result.unmatched.map(unmatched)))) }
    members += [
      ("by_category", categories(result.kinds)),
      ("crs", coordinates(result.coordinates)),
      ("years", number(result.years)),
      ("release", .text("internal")),
    ]
    if let classes = result.classes {
      members += [("classes", ClassSummary.json(classes)), ("unmapped", ClassSummary.unmapped(classes))]
    }
    if let withheld = result.withheld { members.append(("withheld", ClassSummary.json(withheld))) }
    if let carried = result.crosswalked { members.append(("carried", self.carried(carried))) }
    if let notice { members.append(("notice", .text(notice))) }
    members += [
      ("warnings", .array(result.warnings.map(diagnostic))),
      ("seconds", self.seconds(seconds)),
      ("version", .text(PlazaVersion.current)),
    ]
    return .object(members)
  }

  static func points(_ account: Account) -> JSONValue {
    let reasons = Account.Reason.allCases.filter { account[$0] > 0 }.map { ($0.rawValue, JSONValue.integer(account[$0])) }
    return .object([
      ("read", .integer(account.read)), ("joined", .integer(account.joined)), ("outside", .integer(account.outside)),
      ("unlocated", .integer(account.unlocated)), ("rejected", .integer(account.rejected)),
      ("filtered", .integer(account.filtered)), ("reasons", .object(reasons)), ("assigned", .integer(account.assigned)),
      ("on_border", .integer(account.onBorder)), ("near_border", .integer(account.nearBorder)),
      ("ambiguous", .integer(account.ambiguous)), ("disagree", .integer(account.disagree)),
      (
        "located_by",
        .object([
          ("point", .integer(account.locatedBy.point)), ("code", .integer(account.locatedBy.code)),
          ("name", .integer(account.locatedBy.name)),
        ])
      ),
    ])
  }

  static func areas(_ areas: AreaAccount) -> JSONValue {
    .object([
      ("read", .integer(areas.read)), ("used", .integer(areas.used)), ("not_valid", .integer(areas.notValid)),
      ("repaired", .integer(areas.repaired)),
      ("without_geometry", .integer(areas.withoutGeometry)), ("without_records", .integer(areas.withoutRecords)),
    ])
  }

  /// From which division to which, by which table, and what became of the new areas.
  static func carried(_ carried: CrosswalkedJoin) -> JSONValue {
    .object([
      ("from", .text(carried.from)), ("to", .text(carried.to)), ("table", .text(carried.table)),
      ("divided", .integer(carried.dividedCount)), ("areas", areas(carried.areas)), ("as_of", .optional(carried.areas.asOf)),
    ])
  }

  static func level(_ level: JoinResult.Level) -> JSONValue {
    .object([
      ("level", .text(level.name)), ("areas", areas(level.areas)), ("count", .integer(Int(level.count))),
      ("unknown", .integer(Int(level.unknown))),
    ])
  }

  private static func unmatched(_ item: Unmatched) -> JSONValue {
    .object([
      ("field", .text(item.field)), ("level", .text(item.level)), ("value", .text(item.value)),
      ("within", .text(item.within)), ("count", .integer(item.count)), ("areas", .integer(item.bearers)),
      ("nearest", .optional(item.nearest)),
    ])
  }

  static func categories(_ kinds: [JoinResult.Kind]) -> JSONValue { .object(kinds.map { ($0.name, kind($0)) }) }

  private static func kind(_ kind: JoinResult.Kind) -> JSONValue {
    .object(
      [("slug", .text(kind.slug)), ("total", .integer(Int(kind.total))), ("assigned", .integer(Int(kind.assigned)))]
        + (kind.meaning.map { ClassSummary.members($0) } ?? []))
  }

  static func coordinates(_ crs: CRSFacts) -> JSONValue {
    .object([
      ("points", .text(crs.points?.description ?? "")), ("areas", .text(crs.areas.description)),
      ("operation", .text(crs.operation)),
      ("accuracy_m", number(crs.accuracyMetres)),
    ])
  }

  /// To the millisecond.
  static func seconds(_ value: Double?) -> JSONValue { number(value.map { ($0 * 1000).rounded() / 1000 }) }

  static func number(_ value: Double?) -> JSONValue { value.flatMap(NumberText.text).map(JSONValue.number) ?? .null }

  static func diagnostic(_ diagnostic: Diagnostic) -> JSONValue {
    .object(
      [("id", .text(diagnostic.id))] + diagnostic.values.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.text($0.value)) })
  }
}

extension JoinResult: StepResult {
  public func summary(seconds: Double?, notice: String?) -> JSONValue {
    JoinSummary.json(self, seconds: seconds, notice: notice)
  }

  public var manifestMembers: [(String, JSONValue)] {
    [
      ("areas", JoinSummary.areas(areas)), ("as_of", .optional(areas.asOf)),
      ("carried", crosswalked.map(JoinSummary.carried) ?? .null), ("crs", JoinSummary.coordinates(coordinates)),
      ("years", JoinSummary.number(years)),
    ] + (classes.map { [("classes", ClassSummary.json($0)), ("unmapped", ClassSummary.unmapped($0))] } ?? [])
      + (withheld.map { [("withheld", ClassSummary.json($0))] } ?? [])
  }
}
