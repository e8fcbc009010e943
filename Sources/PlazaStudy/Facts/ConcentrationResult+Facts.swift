internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaStatistics

extension ConcentrationResult {
  /// What a concentration tells of itself.
  var facts: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("areas", .areas(areas)), ("as_of", .optional(areas.asOf))]
    if !levels.isEmpty { members.append(("levels", .array(levels.map(JSONValue.level)))) }
    return members + [
      ("by_category", .categories(kinds)), ("draws", .integer(draws)), ("seed", .seed(seed)),
      ("concentration", .array(measures.map(measure))), ("crs", .coordinates(coordinates)),
    ]
  }

  private func measure(_ measure: ConcentrationMeasures) -> JSONValue {
    .object([
      ("level", .text(measure.level)), ("category", .optional(measure.kind)), ("records", .integer(measure.records)),
      ("places", .integer(measure.places)), ("with_records", .integer(measure.withRecords)),
      ("gini", .real(measure.gini?.standard)), ("gini_generalized", .real(measure.gini?.generalized)),
      ("gini_unbiased", .real(measure.gini?.unbiased)),
      ("gini_low", .real(measure.giniLimits?.low)), ("gini_high", .real(measure.giniLimits?.high)),
      ("holding", .array(measure.holding.map { holding($0, of: Double(measure.places)) })),
    ])
  }

  private func holding(_ holding: PlacesHolding, of places: Double) -> JSONValue {
    .object([
      ("percent", .integer(holding.percent)), ("places", .integer(holding.places)),
      ("share", .real(Double(holding.places) / places)),
      ("random_share", .real(holding.expected / places)),
      ("random_low", .real(holding.limits.low / places)),
      ("random_high", .real(holding.limits.high / places)), ("p", .real(holding.p)),
    ])
  }
}
