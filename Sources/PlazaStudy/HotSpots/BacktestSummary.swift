public import PlazaAnalysis
public import PlazaFormats
internal import PlazaLayers

extension BacktestResult: StepResult {
  public var manifestMembers: [(String, JSONValue)] {
    [("map", mapMember), ("totals", totals), ("curve", curve), ("crs", JoinSummary.coordinates(coordinates))]
  }

  /// The summary `plaza.hotspots-backtest/1`.
  public func summary(seconds: Double?, notice: String?) -> JSONValue {
    pointSummary(
      verb: BacktestStep.verb, members: manifestMembers + [("budgets", .array(budgets.map(budget)))], seconds: seconds,
      notice: notice)
  }

  private var mapMember: JSONValue {
    .object([
      ("field", .text(field)), ("by_surface", .bool(isAmount)), ("earlier_field", .optional(earlierField)),
      ("units", .integer(units)), ("with_value", .integer(scored)), ("area_km2", JoinSummary.number(mapArea)),
    ])
  }

  /// What the shares are of.
  private var totals: JSONValue {
    .object([
      ("area_km2", JoinSummary.number(area)), ("area_of", .text(hasBoundary ? "boundary" : "map")),
      ("records", .integer(records)), ("inside", .integer(inside)), ("missed", .integer(missed)),
      ("earlier", earlier.map(JSONValue.integer) ?? .null), ("predicted", JoinSummary.number(predicted)),
    ])
  }

  private var curve: JSONValue {
    .object([
      ("area_under", JoinSummary.number(areaUnderCurve)), ("best_area_under", JoinSummary.number(bestAreaUnderCurve)),
    ])
  }

  private func budget(_ budget: Budget) -> JSONValue {
    .object([
      ("budget_share", JoinSummary.number(budget.share)), ("units", .integer(budget.units)),
      ("area_km2", JoinSummary.number(budget.area)), ("area_share", JoinSummary.number(budget.areaShare)),
      ("hits", .integer(budget.hits)), ("hit_share", JoinSummary.number(budget.hitShare)),
      ("pai", JoinSummary.number(budget.accuracyIndex)), ("pei", JoinSummary.number(budget.efficiencyIndex)),
      ("best_hit_share", JoinSummary.number(budget.bestHitShare)),
      ("predicted_over_observed", JoinSummary.number(budget.predictedOverObserved)),
      ("earlier", budget.earlier.map(JSONValue.integer) ?? .null),
      ("recapture_rate_index", JoinSummary.number(budget.recaptureRateIndex)),
    ])
  }
}
