internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

extension UnitMap {
  /// What a test of units tells of itself.
  var testFacts: [(String, JSONValue)] {
    [
      ("units", units), ("test", test), ("crs", .coordinates(coordinates)),
      ("study_crs", .text(crs)),
    ]
  }

  private var units: JSONValue {
    let facts = self.facts
    return .object([
      ("kind", .text(facts.grid == nil ? "areas" : "cells")), ("grid", .optional(facts.grid?.shape.rawValue)),
      ("cell_m", .real(facts.grid?.cell)), ("count", .integer(facts.units)),
      ("with_records", .integer(facts.withRecords)), ("tested", .integer(facts.tested)), ("islands", .integer(facts.islands)),
      ("classes", .object(facts.classes.map { ($0.name, .integer($0.count)) })),
    ])
  }

  private var test: JSONValue {
    let facts = self.facts
    let whole = facts.whole.map { statistic in
      JSONValue.object([
        ("name", .text(statistic.name)), ("value", .real(statistic.value)),
        ("expected", .real(statistic.expected)), ("z", .real(statistic.z)),
        ("p", .real(statistic.p)), ("p_permutation", .real(statistic.pPermuted)),
        ("undefined", .optional(statistic.undefined)),
      ])
    }
    return .object([
      ("on", .text(facts.measure)), ("neighbors", .text(facts.neighbors)),
      ("mean_neighbors", .real(facts.meanNeighbors)), ("correction", .text(facts.correction)),
      ("permutations", facts.permutations.map(JSONValue.integer) ?? .null),
      ("seed", facts.seed.map(JSONValue.seed) ?? .null), ("whole", .array(whole)),
    ])
  }
}
