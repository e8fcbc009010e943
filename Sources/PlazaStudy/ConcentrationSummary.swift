public import PlazaAnalysis
public import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords
internal import PlazaStatistics

extension ConcentrationResult: StepResult {
  /// The summary `plaza.concentration/1`.
  public func summary(seconds: Double?, notice: String?) -> JSONValue {
    var members: [(String, JSONValue)] = [("areas", JoinSummary.areas(areas))]
    if !levels.isEmpty { members.append(("levels", .array(levels.map(JoinSummary.level)))) }
    members += [
      ("by_category", JoinSummary.categories(kinds)),
      ("draws", .integer(draws)), ("seed", .text(String(seed))), ("concentration", .array(measures.map(measure))),
      ("crs", JoinSummary.coordinates(coordinates)),
    ]
    return pointSummary(verb: "concentration", members: members, seconds: seconds, notice: notice)
  }

  /// Two for each of the three commonest kinds.
  public var spokenFindings: Int { 6 }

  public var manifestMembers: [(String, JSONValue)] {
    [
      ("areas", JoinSummary.areas(areas)), ("as_of", .optional(areas.asOf)), ("crs", JoinSummary.coordinates(coordinates)),
    ]
  }

  private func measure(_ measure: ConcentrationMeasures) -> JSONValue {
    .object([
      ("level", .text(measure.level)), ("category", .optional(measure.kind)), ("records", .integer(measure.records)),
      ("places", .integer(measure.places)), ("with_records", .integer(measure.withRecords)),
      ("gini", JoinSummary.number(measure.gini?.standard)), ("gini_generalized", JoinSummary.number(measure.gini?.generalized)),
      ("gini_unbiased", JoinSummary.number(measure.gini?.unbiased)),
      ("gini_low", JoinSummary.number(measure.giniLimits?.low)), ("gini_high", JoinSummary.number(measure.giniLimits?.high)),
      ("holding", .array(measure.holding.map { holding($0, of: Double(measure.places)) })),
    ])
  }

  private func holding(_ holding: PlacesHolding, of places: Double) -> JSONValue {
    .object([
      ("percent", .integer(holding.percent)), ("places", .integer(holding.places)),
      ("share", JoinSummary.number(Double(holding.places) / places)),
      ("random_share", JoinSummary.number(holding.expected / places)),
      ("random_low", JoinSummary.number(holding.limits.low / places)),
      ("random_high", JoinSummary.number(holding.limits.high / places)), ("p", JoinSummary.number(holding.p)),
    ])
  }
}
