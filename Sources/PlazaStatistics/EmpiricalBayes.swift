/// Rates drawn towards a common one by as much as chance may have moved them, each by itself.
public struct StabilizedRates: Hashable, Sendable {
  /// In the order of the areas; nil where there are no person-years. Never negative.
  public var values: [Double?]
  /// The share of its own rate in each value: 1 leaves the rate as it is, 0 replaces it by that of the whole or of the neighbourhood.
  public var reliabilities: [Double?]
}

/// What the areas of a group tell about the distribution that their rates come from.
struct RatePrior: Hashable {
  /// The rate of the group, per person-year.
  var mean: Double
  /// The variance of the true rates as Marshall's moments give it: negative where the rates differ by less than chance alone would make them.
  var momentVariance: Double
  /// The same, at least 0.
  var variance: Double { max(0, momentVariance) }

  /// The share that a rate over so many person-years keeps of itself.
  ///
  /// With nothing counted in the group both terms vanish; every rate is then 0, and none is worth more than the group's.
  func reliability(personYears: Double) -> Double {
    variance > 0 ? variance / (variance + mean / personYears) : 0
  }
}

/// Empirical Bayes rates of all areas, drawn towards their overall rate (Marshall 1991, doi:10.2307/2347593).
///
/// With m the overall rate and A the variance between areas, area i gets `m + A / (A + m/Pᵢ) · (rᵢ − m)`, where
/// `A = ΣPᵢ(rᵢ − m)² / ΣP − m / (ΣP / n)`. Where A comes out negative the rates differ by less than chance alone would make them, A is 0
/// and every area gets m; unclamped it would turn the order of the rates round and give some below 0. A single area keeps its rate.
/// Areas without person-years have no part in m, A or n, and neither have their counts.
/// - Parameter personYears: nil or 0 where unknown or none.
/// - Parameter unit: the number of person-years that the rates are told for.
/// - Throws: `lengthMismatch`, `negativeCount`, `badPersonYears`.
/// - Complexity: O(n).
public func empiricalBayesRates(
  counts: [Int], personYears: [Double?], per unit: Double = 100_000
) throws(StatisticsError) -> StabilizedRates {
  let years = try checkedPersonYears(counts: counts, personYears: personYears)
  let prior = ratePrior(of: counts.indices, counts: counts, years: years)
  return stabilized(counts: counts, years: years, per: unit) { _ in prior }
}

/// Empirical Bayes rates, each drawn towards the rate of its neighbourhood: the area with its neighbours.
///
/// As `empiricalBayesRates`, with m, A and n of the neighbourhood, which all its areas are compared with (the form of GeoDa and esda). Only
/// which areas are neighbours matters, not their weights, and an area counts once even if it is listed as its own neighbour. An island, or an
/// area whose neighbours have no person-years, is its own neighbourhood and keeps its rate: its reliability is then 0, as nothing tells how
/// much rates vary there.
/// - Throws: `lengthMismatch`, `negativeCount`, `badPersonYears`.
/// - Complexity: O(n + number of pairs).
public func spatialEmpiricalBayesRates(
  counts: [Int], personYears: [Double?], neighbors: SpatialWeights, per unit: Double = 100_000
) throws(StatisticsError) -> StabilizedRates {
  let years = try checkedPersonYears(counts: counts, personYears: personYears)
  guard neighbors.count == counts.count else { throw .lengthMismatch(expected: counts.count, found: neighbors.count) }
  var members: [Int] = []
  return stabilized(counts: counts, years: years, per: unit) { area in
    members.removeAll(keepingCapacity: true)
    members.append(area)
    for neighbor in neighbors.neighbors(of: area) where Int(neighbor) != area { members.append(Int(neighbor)) }
    return ratePrior(of: members, counts: counts, years: years)
  }
}

/// How many times the overall rate each area has: its count over the count that the overall rate would give it.
///
/// Nil without person-years, and everywhere when nothing was counted at all. Areas without person-years have no part in the overall rate.
/// - Throws: `lengthMismatch`, `negativeCount`, `badPersonYears`.
public func excessRisks(counts: [Int], personYears: [Double?]) throws(StatisticsError) -> [Double?] {
  let years = try checkedPersonYears(counts: counts, personYears: personYears)
  guard let mean = ratePrior(of: counts.indices, counts: counts, years: years)?.mean, mean > 0 else {
    return [Double?](repeating: nil, count: counts.count)
  }
  return counts.indices.map { years[$0] > 0 ? Double(counts[$0]) / (years[$0] * mean) : nil }
}

/// The moments of the rates of some areas; nil if none has person-years.
func ratePrior(of areas: some Collection<Int>, counts: [Int], years: [Double]) -> RatePrior? {
  var events = 0.0
  var total = 0.0
  var used = 0
  for area in areas where years[area] > 0 {
    events += Double(counts[area])
    total += years[area]
    used += 1
  }
  guard used > 0 else { return nil }
  let mean = events / total
  var squares = 0.0
  for area in areas where years[area] > 0 {
    let difference = Double(counts[area]) / years[area] - mean
    squares += years[area] * difference * difference
  }
  return RatePrior(mean: mean, momentVariance: squares / total - mean * Double(used) / total)
}

private func stabilized(
  counts: [Int], years: [Double], per unit: Double, prior: (Int) -> RatePrior?
) -> StabilizedRates {
  var result = StabilizedRates(values: [], reliabilities: [])
  result.values.reserveCapacity(counts.count)
  result.reliabilities.reserveCapacity(counts.count)
  for area in counts.indices {
    guard years[area] > 0, let prior = prior(area) else {
      result.values.append(nil)
      result.reliabilities.append(nil)
      continue
    }
    let reliability = prior.reliability(personYears: years[area])
    let rate = Double(counts[area]) / years[area]
    result.values.append((prior.mean + reliability * (rate - prior.mean)) * unit)
    result.reliabilities.append(reliability)
  }
  return result
}

/// The person-years with 0 for nil, once both columns are known to be sound.
func checkedPersonYears(counts: [Int], personYears: [Double?]) throws(StatisticsError) -> [Double] {
  guard personYears.count == counts.count else { throw .lengthMismatch(expected: counts.count, found: personYears.count) }
  for count in counts where count < 0 { throw .negativeCount(count) }
  var years: [Double] = []
  years.reserveCapacity(counts.count)
  for value in personYears {
    let value = value ?? 0
    guard arePersonYears(value) else { throw .badPersonYears(value) }
    years.append(value)
  }
  return years
}
