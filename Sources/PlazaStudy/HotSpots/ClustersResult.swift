public import PlazaAnalysis
public import PlazaFormats
public import PlazaLayers
internal import PlazaReport

/// Clusters as a step's outcome: their files and the summary `plaza.hotspots-clusters/1`.
public struct ClustersResult: StepResult {
  public let map: ClusterMap

  init(_ map: ClusterMap) { self.map = map }

  public var account: Account { map.account }
  public var findings: [Diagnostic] { map.findings }
  public var warnings: [Diagnostic] { map.warnings }

  func write(to files: [StepOutputs.Kind: OutputFile], drawing: StepDrawing, _ context: StepContext) async throws {
    let layer = map.makeLayer()
    if let file = files[.layer] {
      try await LayerSinks.write(layer, to: file, notice: context.notice, jobs: context.jobs, progress: context.progress)
    }
    let style = LayerStyle.clusterZones(isTested: map.facts.simulations > 0)
    try drawing.write(layer, shown: map.makeMapLayer(), style: style, into: files, context)
    try files[.table]?.write(map.table, header: map.tableHeader)
    try files[.summary]?.write(summary(seconds: nil, notice: context.notice).serialized + "\n")
  }

  public var manifestMembers: [(String, JSONValue)] {
    [
      ("left_out", UnitMapResult.leftOut(map.leftOut)), ("clusters", clusters), ("test", test),
      ("crs", JoinSummary.coordinates(map.coordinates)), ("study_crs", .text(map.crs)),
    ]
  }

  public func summary(seconds: Double?, notice: String?) -> JSONValue {
    pointSummary(verb: ClustersStep.verb, seconds: seconds, notice: notice)
  }

  private var clusters: JSONValue {
    let facts = map.facts
    return .object([
      ("used", .integer(facts.used)), ("in_clusters", .integer(facts.inClusters)), ("noise", .integer(facts.noise)),
      ("count", .integer(map.clusters.count)), ("weight", JoinSummary.number(facts.total)),
      ("weight_in_clusters", JoinSummary.number(facts.weightInClusters)), ("share", JoinSummary.number(facts.share)),
      ("area_km2", JoinSummary.number(facts.surface)), ("area_share", JoinSummary.number(facts.surfaceShare)),
      ("study_area_km2", JoinSummary.number(facts.groundSurface)), ("radius_m", JoinSummary.number(facts.scale.radius)),
      ("minimum", JoinSummary.number(facts.scale.minimum)),
    ])
  }

  private var test: JSONValue {
    let facts = map.facts
    return .object([
      ("chance", .text(facts.population == nil ? "even" : "population")), ("population", JoinSummary.number(facts.population)),
      ("simulations", .integer(facts.simulations)),
      ("seed", .integer(Int(truncatingIfNeeded: facts.seed))),
      (
        "beyond_chance",
        facts.simulations > 0 ? .integer(map.clusters.count { $0.isBeyondChance }) : .null
      ),
    ])
  }
}
