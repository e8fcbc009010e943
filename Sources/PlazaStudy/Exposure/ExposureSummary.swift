public import PlazaAnalysis
public import PlazaFormats
internal import PlazaGeometry
public import PlazaLayers
internal import PlazaRecords

extension ExposureResult: StepResult {
  public var account: Account { incidentAccount ?? Account() }
  public var countsRecords: Bool { incidentAccount != nil }
  public var spokenFindings: Int { 8 }

  /// The summary `plaza.exposure/1`.
  public func summary(seconds: Double?, notice: String?) -> JSONValue {
    pointSummary(verb: ExposureStep.verb, seconds: seconds, notice: notice)
  }

  public var manifestMembers: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("areas", JoinSummary.areas(areas)), ("as_of", .optional(areas.asOf)), ("area_km2", JoinSummary.number(surface)),
      ("study_crs", .text(crs.description)),
    ]
    if let coordinates { members.append(("crs", JoinSummary.coordinates(coordinates))) }
    members.append(
      (
        "people",
        people.map {
          .object([("method", .text($0.method)), ("total", JoinSummary.number($0.total.total)), ("groups", groups($0.total))])
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
              ] + (hazard.frequencies.isEmpty ? [] : [("per_year", JoinSummary.number(hazard.frequencies[place]))]))
          })
      ),
      ("without_class", .integer(hazard.withoutClass)), ("without_geometry", .integer(hazard.withoutGeometry)),
    ])
  }

  private func zone(_ zone: Zone) -> JSONValue {
    .object([
      ("hazard", .optional(zone.hazard)), ("class", .optional(zone.name)), ("share", JoinSummary.number(zone.share)),
      ("areas", ground(zone.inside)), ("total", ground(zone.total)),
    ])
  }

  private func ground(_ ground: ExposedGround) -> JSONValue {
    var members: [(String, JSONValue)] = [("km2", JoinSummary.number(ground.surface / 1e6))]
    if let count = ground.people {
      members += [
        ("population", JoinSummary.number(count.total)), ("population_low", JoinSummary.number(count.low)),
        ("population_high", JoinSummary.number(count.high)), ("coarse", .bool(count.isCoarse)), ("groups", groups(count)),
      ]
    }
    if spaceCount != nil { members.append(("spaces", .integer(ground.spaces))) }
    if incidentAccount != nil { members.append(("incidents", JoinSummary.number(ground.incidents))) }
    return .object(members)
  }

  private func groups(_ count: PeopleCount) -> JSONValue {
    .array(
      (people?.groups ?? []).enumerated().map { place, group in
        .object([
          ("sex", .optional(group.sex.map { $0 == .female ? "female" : "male" })), ("age", .optional(group.age?.label)),
          ("population", JoinSummary.number(count.groups[place])),
        ])
      })
  }

  private func annual(_ impact: AnnualImpact) -> JSONValue {
    .object([
      ("hazard", .text(impact.hazard)), ("people_per_year", JoinSummary.number(impact.average)),
      (
        "exceedance",
        .array(
          impact.points.map {
            .object([
              ("people", JoinSummary.number($0.people)), ("per_year", JoinSummary.number($0.frequency)),
              ("return_period_years", JoinSummary.number($0.returnPeriod)),
            ])
          })
      ),
    ])
  }
}
