public import PlazaAnalysis
public import PlazaFormats
internal import PlazaLayers

extension CoverageResult: StepResult {
  /// One for each distance and mode, and what goes with them.
  public var spokenFindings: Int { 12 }

  /// What the map's colours stand for.
  var mappedTitle: StyleText {
    let first = totals.first
    return .sentence(
      knowsPeople ? "style.covered_people" : "style.covered_ground",
      ["metres": NumberText.text(first?.distance ?? 0) ?? "", "mode": "coverage.mode.\((first?.mode ?? .straight).rawValue)"])
  }

  /// The summary `plaza.coverage/1`.
  public func summary(seconds: Double?, notice: String?) -> JSONValue {
    var members: [(String, JSONValue)] = [("schema", .text("plaza.coverage/1"))]
    if countsRecords { members.append(("points", JoinSummary.points(account))) }
    members += manifestMembers
    members.append(("release", .text("internal")))
    if let notice { members.append(("notice", .text(notice))) }
    members += [
      ("warnings", .array(warnings.map(JoinSummary.diagnostic))), ("findings", .array(findings.map(JoinSummary.diagnostic))),
      ("seconds", JoinSummary.seconds(seconds)), ("version", .text(PlazaVersion.current)),
    ]
    return .object(members)
  }

  public var manifestMembers: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("areas", JoinSummary.areas(areas)),
      (
        "spaces",
        .object([
          ("read", .integer(spaces.read)), ("used", .integer(spaces.used)), ("filtered", .integer(spaces.filtered)),
          ("without_geometry", .integer(spaces.withoutGeometry)), ("far", .integer(spaces.far)),
          ("outside", .integer(spaces.outside)),
        ])
      ),
      ("share_of", .text(knowsPeople ? "people" : "ground")), ("people_by", .optional(method)),
      ("coverage", .array(totals.map(total))),
      ("access_unit", .text(accessUnit)),
    ]
    if let streets {
      members.append(
        (
          "streets",
          .object([
            ("lines", .integer(streets.lines)), ("edges", .integer(streets.edges)),
            ("km", JoinSummary.number(streets.kilometres)), ("pieces", .integer(streets.pieces)),
            ("share_of_largest", JoinSummary.number(streets.shareOfLargest)), ("snapped", .integer(streets.snapped)),
            ("spaces_without_street", .integer(streets.spacesWithoutStreet)),
            ("areas_without_street", .integer(streets.areasWithoutStreet)), ("band_m", JoinSummary.number(streets.band)),
          ])
        ))
    }
    if let openSpaces { members.append(("sdg_11_7_1", indicator(openSpaces))) }
    members.append(("study_crs", .text(crs)))
    return members
  }

  private func indicator(_ result: OpenSpaceResult) -> JSONValue {
    .object([
      ("sdg_11_7_1a", JoinSummary.number(result.ground)), ("sdg_11_7_1b", JoinSummary.number(result.people)),
      ("standard_error", JoinSummary.number(result.standardError)),
      ("circles", result.circles.map(JSONValue.integer) ?? .null), ("extent_km2", JoinSummary.number(result.extent)),
      ("open_km2", JoinSummary.number(result.open)), ("street_km2", JoinSummary.number(result.streets)),
      ("inventory", .integer(result.inventory)), ("counted", .integer(result.counted)),
      ("verified_share", JoinSummary.number(result.verifiedShare)),
      ("assumed_width_share", JoinSummary.number(result.assumedShare)),
    ])
  }

  private func total(_ total: Total) -> JSONValue {
    .object([
      ("distance_m", JoinSummary.number(total.distance)), ("mode", .text(total.mode.rawValue)),
      ("upper_bound", .bool(total.mode == .straight)), ("share", JoinSummary.number(total.share)),
      ("population", JoinSummary.number(total.people)), ("of_population", JoinSummary.number(total.ofPeople)),
      ("km2", JoinSummary.number(total.squareKilometres)), ("of_km2", JoinSummary.number(total.ofSquareKilometres)),
      ("incidents", total.records.map(JSONValue.integer) ?? .null),
      ("of_incidents", total.ofRecords.map(JSONValue.integer) ?? .null), ("access_gini", JoinSummary.number(total.gini)),
      ("access_shared", JoinSummary.number(total.shared)), ("access_given", JoinSummary.number(total.given)),
    ])
  }
}
