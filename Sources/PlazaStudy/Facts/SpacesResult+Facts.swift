internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaReport

extension SpacesResult {
  /// Incidents within the largest distance, else people, else the states.
  func style(_ layer: Layer) -> LayerStyle {
    let metres = String(options.distances.last ?? 0)
    for name in ["incidents", "people"] where layer.column(named: "\(name)_\(metres)") != nil {
      return .sequence(
        layer, field: "\(name)_\(metres)", .counts, title: .sentence("style.\(name)_within", ["metres": metres]))
    }
    let field = layer.column(named: "state") != nil ? "state" : "type"
    // Spaces of which nothing is told are spaces, and no gap in the data.
    guard layer.column(named: field)?.values.contains(where: { !$0.isNull }) == true else {
      return .places(title: .sentence("style.spaces"), label: .sentence("map.overlay.spaces"))
    }
    return .chosen(layer, field: field, title: .field(field), choice: ClassChoice())
      ?? .categories(layer, field: field, title: .field(field))
  }
}

extension SpacesResult {
  /// What the spaces tell of themselves.
  var facts: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("spaces", spaces)]
    members.append(("rows_add_up", .bool(overlapping == 0)))
    members.append(("together", .array(together.map(whole))))
    if let regions { members.append(("regions", .array((regions.regions + [regions.total]).map { region($0, regions) }))) }
    if let coordinates { members.append(("crs", .coordinates(coordinates))) }
    members.append(("checks", .array(checks.map(Self.check))))
    return members
  }

  private var spaces: JSONValue {
    let states = register.states ?? []
    return .object([
      ("read", .integer(register.count)), ("without_place", .integer((0..<register.count).count { !hasPlace($0) })),
      (
        "by_state",
        register.states == nil
          ? .null : .object(register.stateNames.map { name in (name, .integer(states.count { ($0 ?? "") == name })) })
      ),
      ("overlapping", .integer(overlapping)),
    ])
  }

  private func whole(_ whole: Together) -> JSONValue {
    .object([
      ("distance_m", .integer(whole.distance)), ("area_km2", .real(whole.squareKilometres)),
      ("people", .real(whole.people?.total)), ("people_low", .real(whole.people?.low)),
      ("people_high", .real(whole.people?.high)),
      ("groups", .object(zip(whole.groups, whole.people?.groups ?? []).map { ($0, .real($1)) })),
      ("incidents", .real(whole.incidents)),
      ("by_category", .object(whole.byKind.map { ($0.name, .real($0.amount)) })),
    ])
  }

  private func region(_ region: SpaceRegions.Region, _ regions: SpaceRegions) -> JSONValue {
    .object([
      ("region", .text(region.code)), ("name", .text(region.name)), ("spaces", .integer(region.spaces)),
      ("by_state", .object(zip(regions.states, region.byState).map { ($0, .integer($1)) })),
      ("committees", region.committees.map(JSONValue.integer) ?? .null), ("members", .real(region.members)),
      ("women", .real(region.women)), ("men", .real(region.men)),
      (
        "activities",
        .object(
          zip(regions.tables, region.activities).map {
            (
              $0,
              .object([
                ("rows", .integer($1.rows)), ("people", .real($1.people)), ("women", .real($1.women)),
                ("men", .real($1.men)),
              ])
            )
          })
      ),
      ("population", .real(region.population)),
    ])
  }

  private static func check(_ check: SpaceCheck) -> JSONValue {
    .object([
      ("check", .text(check.kind.rawValue)), ("file", .text(check.file)), ("row", .integer(check.row)),
      ("code", .text(check.code)),
      ("values", .object(check.values.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })),
    ])
  }
}
