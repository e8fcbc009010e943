internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

extension CoverageResult {
  /// What the map's colours stand for.
  var mappedTitle: StyleText {
    let first = totals.first
    return .sentence(
      knowsPeople ? "style.covered_people" : "style.covered_ground",
      ["metres": NumberText.text(first?.distance ?? 0) ?? "", "mode": "coverage.mode.\(mappedMode.rawValue)"])
  }

  /// What a coverage tells of itself.
  var facts: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("areas", .areas(areas)),
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
            ("km", .real(streets.kilometres)), ("pieces", .integer(streets.pieces)),
            ("share_of_largest", .real(streets.shareOfLargest)), ("snapped", .integer(streets.snapped)),
            ("crossings", .integer(streets.crossings)), ("left_out", .integer(streets.leftOut)),
            ("spaces_without_street", .integer(streets.spacesWithoutStreet)),
            ("areas_without_street", .integer(streets.areasWithoutStreet)), ("band_m", .real(streets.band)),
          ])
        ))
    }
    if let openSpaces { members.append(("sdg_11_7_1", indicator(openSpaces))) }
    members.append(("study_crs", .text(crs)))
    return members
  }

  private func indicator(_ result: OpenSpaceResult) -> JSONValue {
    .object([
      ("sdg_11_7_1a", .real(result.ground)), ("sdg_11_7_1b", .real(result.people)),
      ("standard_error", .real(result.standardError)),
      ("circles", result.circles.map(JSONValue.integer) ?? .null), ("extent_km2", .real(result.extent)),
      ("open_km2", .real(result.open)), ("street_km2", .real(result.streets)),
      ("inventory", .integer(result.inventory)), ("counted", .integer(result.counted)),
      ("verified_share", .real(result.verifiedShare)),
      ("assumed_width_share", .real(result.assumedShare)),
    ])
  }

  private func total(_ total: Total) -> JSONValue {
    .object([
      ("distance_m", .real(total.distance)), ("mode", .text(total.mode.rawValue)),
      ("upper_bound", .bool(total.mode == .straight)), ("share", .real(total.share)),
      ("population", .real(total.people)), ("of_population", .real(total.ofPeople)),
      ("km2", .real(total.squareKilometres)), ("of_km2", .real(total.ofSquareKilometres)),
      ("incidents", total.records.map(JSONValue.integer) ?? .null),
      ("of_incidents", total.ofRecords.map(JSONValue.integer) ?? .null), ("access_gini", .real(total.gini)),
      ("access_shared", .real(total.shared)), ("access_given", .real(total.given)),
    ])
  }
}
