internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

extension BacktestResult {
  /// What a backtest tells of itself.
  var facts: [(String, JSONValue)] {
    [
      ("map", mapMember), ("totals", totals), ("curve", curve), ("crs", .coordinates(coordinates)),
      ("budgets", .array(budgets.map(budget))),
    ]
  }

  private var mapMember: JSONValue {
    .object([
      ("field", .text(field)), ("by_surface", .bool(isAmount)), ("earlier_field", .optional(earlierField)),
      ("units", .integer(units)), ("with_value", .integer(scored)), ("area_km2", .real(mapArea)),
    ])
  }

  /// What the shares are of.
  private var totals: JSONValue {
    .object([
      ("area_km2", .real(area)), ("area_of", .text(hasBoundary ? "boundary" : "map")),
      ("records", .integer(records)), ("inside", .integer(inside)), ("missed", .integer(missed)),
      ("earlier", earlier.map(JSONValue.integer) ?? .null), ("predicted", .real(predicted)),
    ])
  }

  private var curve: JSONValue {
    .object([
      ("area_under", .real(areaUnderCurve)), ("best_area_under", .real(bestAreaUnderCurve)),
    ])
  }

  private func budget(_ budget: Budget) -> JSONValue {
    .object([
      ("budget_share", .real(budget.share)), ("units", .integer(budget.units)),
      ("area_km2", .real(budget.area)), ("area_share", .real(budget.areaShare)),
      ("hits", .integer(budget.hits)), ("hit_share", .real(budget.hitShare)),
      ("pai", .real(budget.accuracyIndex)), ("pei", .real(budget.efficiencyIndex)),
      ("best_hit_share", .real(budget.bestHitShare)),
      ("predicted_over_observed", .real(budget.predictedOverObserved)),
      ("earlier", budget.earlier.map(JSONValue.integer) ?? .null),
      ("recapture_rate_index", .real(budget.recaptureRateIndex)),
    ])
  }
}
