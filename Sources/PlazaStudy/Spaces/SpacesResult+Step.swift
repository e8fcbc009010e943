public import PlazaAnalysis
public import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaReport

extension SpacesStep {
  func write(_ result: SpacesResult, to files: [StepOutputs.Kind: OutputFile], _ context: StepContext) async throws {
    if files[.layer] != nil || files[.map] != nil {
      let layer = result.makeLayer()
      if let file = files[.layer] {
        try await LayerSinks.write(layer, to: file, notice: context.notice, jobs: context.jobs, progress: context.progress)
      }
      var drawing = StepDrawing(name: name, verb: Self.verb, points: registry, areas: areas)
      if let title { drawing.title = title }
      drawing.subtitle = StepDrawing.subtitle(from: records.from, to: records.to, context)
      drawing.context = result.outlines
      drawing.nameField = layer.column(named: "name") == nil ? nil : "name"
      try drawing.write(layer, style: result.style(layer), into: files, context)
    }
    try files[.table]?.write(result.table, header: result.tableHeader)
    if let regions = result.regions { try files[.regions]?.write(regions.table, header: regions.tableHeader) }
    try files[.checks]?.write(result.checkTable, header: SpacesResult.checkHeader)
    try files[.summary]?.write(result.summary(seconds: nil, notice: context.notice).serialized + "\n")
  }
}

extension SpacesResult {
  /// Incidents within the largest distance, else people, else the states.
  func style(_ layer: Layer) -> LayerStyle {
    let metres = String(options.distances.last ?? 0)
    for name in ["incidents", "people"] where layer.column(named: "\(name)_\(metres)") != nil {
      return .sequence(
        layer, field: "\(name)_\(metres)", .counts, title: .sentence("style.\(name)_within", ["metres": metres]))
    }
    return .categories(layer, field: layer.column(named: "state") != nil ? "state" : "type", title: .sentence("style.spaces"))
  }
}

extension SpacesResult: StepResult {
  public var countsRecords: Bool { countsIncidents }
  public var spokenFindings: Int { 8 }

  /// The summary `plaza.spaces/1`.
  public func summary(seconds: Double?, notice: String?) -> JSONValue {
    pointSummary(
      verb: SpacesStep.verb, members: manifestMembers + [("checks", .array(checks.map(Self.check)))], seconds: seconds,
      notice: notice)
  }

  public var manifestMembers: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("spaces", spaces)]
    if countsIncidents { members.append(("left_out", UnitMapResult.leftOut(leftOut))) }
    members.append(("rows_add_up", .bool(overlapping == 0)))
    members.append(("together", .array(together.map(whole))))
    if let regions { members.append(("regions", .array((regions.regions + [regions.total]).map { region($0, regions) }))) }
    if let coordinates { members.append(("crs", JoinSummary.coordinates(coordinates))) }
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
      ("distance_m", .integer(whole.distance)), ("area_km2", JoinSummary.number(whole.squareKilometres)),
      ("people", JoinSummary.number(whole.people?.total)), ("people_low", JoinSummary.number(whole.people?.low)),
      ("people_high", JoinSummary.number(whole.people?.high)),
      ("groups", .object(zip(whole.groups, whole.people?.groups ?? []).map { ($0, JoinSummary.number($1)) })),
      ("incidents", JoinSummary.number(whole.incidents)),
      ("by_category", .object(whole.byKind.map { ($0.name, JoinSummary.number($0.amount)) })),
    ])
  }

  private func region(_ region: SpaceRegions.Region, _ regions: SpaceRegions) -> JSONValue {
    .object([
      ("region", .text(region.code)), ("name", .text(region.name)), ("spaces", .integer(region.spaces)),
      ("by_state", .object(zip(regions.states, region.byState).map { ($0, .integer($1)) })),
      ("committees", region.committees.map(JSONValue.integer) ?? .null), ("members", JoinSummary.number(region.members)),
      ("women", JoinSummary.number(region.women)), ("men", JoinSummary.number(region.men)),
      (
        "activities",
        .object(
          zip(regions.tables, region.activities).map {
            (
              $0,
              .object([
                ("rows", .integer($1.rows)), ("people", JoinSummary.number($1.people)), ("women", JoinSummary.number($1.women)),
                ("men", JoinSummary.number($1.men)),
              ])
            )
          })
      ),
      ("population", JoinSummary.number(region.population)),
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
