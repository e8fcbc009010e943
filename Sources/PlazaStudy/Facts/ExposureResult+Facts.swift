internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaGeometry
internal import PlazaLayers
internal import PlazaRecords

extension ExposureResult {
  /// What an exposure tells of itself.
  var facts: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("areas", .areas(areas)), ("as_of", .optional(areas.asOf)), ("area_km2", .real(surface)),
      ("study_crs", .text(crs.description)),
    ]
    if let coordinates { members.append(("crs", .coordinates(coordinates))) }
    members.append(
      (
        "people",
        people.map {
          .object([
            ("method", .text($0.method)), ("total", .real($0.total.total)), ("groups", groups($0.total)),
            (
              "unknown", .object([("areas", .integer($0.unknownAreas)), ("km2", .real($0.unknownSurface / 1e6))])
            ),
          ])
        } ?? .null
      ))
    if let spaceCount { members.append(("spaces", .integer(spaceCount))) }
    members += [("hazards", .array(hazards.map(hazard))), ("zones", .array(zones.map(zone)))]
    if !annualImpacts.isEmpty { members.append(("annual", .array(annualImpacts.map(annual)))) }
    return members
  }

  private func hazard(_ hazard: HazardFacts) -> JSONValue {
    .object([
      ("hazard", .text(hazard.name)), ("file", .text(hazard.file)), ("field", .text(hazard.field)),
      ("kind", .optional(hazard.about.kind?.rawValue)), ("date", .optional(hazard.about.date)),
      ("scale", .optional(hazard.about.scale)),
      (
        "classes",
        .array(
          hazard.classes.indices.map { place in
            .object(
              [
                ("class", .text(hazard.classes[place])), ("slug", .text(hazard.slugs[place])),
                ("features", .integer(hazard.features[place])),
              ] + (hazard.frequencies.isEmpty ? [] : [("per_year", .real(hazard.frequencies[place]))]))
          })
      ),
      ("without_class", .integer(hazard.withoutClass)), ("without_geometry", .integer(hazard.withoutGeometry)),
      ("not_exposed", .integer(hazard.notExposed)), ("below", .integer(hazard.below)),
    ])
  }

  private func zone(_ zone: Zone) -> JSONValue {
    .object(
      [
        ("hazard", .optional(zone.hazard)), ("class", .optional(zone.name)), ("share", .real(zone.share)),
        ("people_share", .real(zone.peopleShare)), ("territory", ground(zone.total)),
      ] + (zone.studiedShare == nil ? [] : [("studied_share", .real(zone.studiedShare))])
        + (zone.name == nil ? [("outside_km2", .real(zone.outside / 1e6))] : []))
  }

  private func ground(_ ground: ExposedGround) -> JSONValue {
    var members: [(String, JSONValue)] = [("km2", .real(ground.surface / 1e6))]
    if let count = ground.people {
      members += [
        ("population", .real(count.total)), ("population_low", .real(count.low)),
        ("population_high", .real(count.high)), ("coarse", .bool(count.isCoarse)), ("groups", groups(count)),
      ]
    }
    if spaceCount != nil { members.append(("spaces", .integer(ground.spaces))) }
    if incidentAccount != nil { members.append(("incidents", .real(ground.incidents))) }
    return .object(members)
  }

  private func groups(_ count: PeopleCount) -> JSONValue {
    .array(
      (people?.groups ?? []).enumerated().map { place, group in
        .object([
          ("sex", .optional(group.sex.map { $0 == .female ? "female" : "male" })), ("age", .optional(group.age?.label)),
          ("population", .real(count.groups[place])),
        ])
      })
  }

  private func annual(_ impact: AnnualImpact) -> JSONValue {
    .object([
      ("hazard", .text(impact.hazard)), ("person_events_per_year", .real(impact.average)),
      (
        "exceedance",
        .array(
          impact.points.map {
            .object([
              ("people", .real($0.people)), ("per_year", .real($0.frequency)),
              ("return_period_years", .real($0.returnPeriod)),
            ])
          })
      ),
    ])
  }
}
