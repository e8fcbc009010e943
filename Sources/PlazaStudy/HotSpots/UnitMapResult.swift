public import PlazaAnalysis
public import PlazaFormats
public import PlazaLayers
internal import PlazaRecords

/// A map of units as a step's outcome: its files and its summary `plaza.<verb>/1`.
public struct UnitMapResult: StepResult {
  public let map: UnitMap
  let verb: String

  init(_ map: UnitMap, verb: String) {
    self.map = map
    self.verb = verb
  }

  public var account: Account { map.account }
  public var findings: [Diagnostic] { map.findings }
  public var warnings: [Diagnostic] { map.warnings }

  func write(
    to files: [StepOutputs.Kind: OutputFile], style: LayerStyle, drawing: StepDrawing, _ context: StepContext
  ) async throws {
    let layer = map.makeLayer()
    if let file = files[.layer] {
      try await LayerSinks.write(layer, to: file, notice: context.notice, jobs: context.jobs, progress: context.progress)
    }
    try drawing.write(layer, style: style, into: files, context)
    try files[.table]?.write(map.table, header: map.tableHeader)
    try files[.summary]?.write(summary(seconds: nil, notice: context.notice).serialized + "\n")
  }

  public var manifestMembers: [(String, JSONValue)] {
    [
      ("left_out", Self.leftOut(map.leftOut)), ("units", units), ("test", test),
      ("crs", JoinSummary.coordinates(map.coordinates)), ("study_crs", .text(map.crs)),
    ]
  }

  public func summary(seconds: Double?, notice: String?) -> JSONValue {
    pointSummary(verb: verb, seconds: seconds, notice: notice)
  }

  static func leftOut(_ leftOut: RecordsWithoutPoint) -> JSONValue {
    .object([
      ("coarse", .integer(leftOut.coarse)), ("piles", .integer(leftOut.coincident)), ("sensitive", .integer(leftOut.sensitive)),
      ("empty", .integer(leftOut.empty)),
    ])
  }

  private var units: JSONValue {
    let facts = map.facts
    return .object([
      ("kind", .text(facts.grid == nil ? "areas" : "cells")), ("grid", .optional(facts.grid?.shape.rawValue)),
      ("cell_m", JoinSummary.number(facts.grid?.cell)), ("count", .integer(facts.units)),
      ("with_records", .integer(facts.withRecords)), ("tested", .integer(facts.tested)), ("islands", .integer(facts.islands)),
      ("classes", .object(facts.classes.map { ($0.name, .integer($0.count)) })),
    ])
  }

  private var test: JSONValue {
    let facts = map.facts
    let whole = facts.whole.map { statistic in
      JSONValue.object([
        ("name", .text(statistic.name)), ("value", JoinSummary.number(statistic.value)),
        ("expected", JoinSummary.number(statistic.expected)), ("z", JoinSummary.number(statistic.z)),
        ("p", JoinSummary.number(statistic.p)), ("p_permutation", JoinSummary.number(statistic.pPermuted)),
        ("undefined", .optional(statistic.undefined)),
      ])
    }
    return .object([
      ("on", .text(facts.measure)), ("neighbors", .text(facts.neighbors)),
      ("mean_neighbors", JoinSummary.number(facts.meanNeighbors)), ("correction", .text(facts.correction)),
      ("permutations", facts.permutations.map(JSONValue.integer) ?? .null),
      ("seed", facts.seed.map { .integer(Int(truncatingIfNeeded: $0)) } ?? .null), ("whole", .array(whole)),
    ])
  }
}
