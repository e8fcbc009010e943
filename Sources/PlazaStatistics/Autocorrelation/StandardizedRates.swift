/// Rates as deviations from the overall one in units of what chance does to them, for tests of autocorrelation (Assunção and Reis 1999,
/// doi:10.1002/(SICI)1097-0258(19990830)18:16<2147::AID-SIM179>3.0.CO;2-I).
///
/// `zᵢ = (rᵢ − m) / √vᵢ` with `vᵢ = A + m/Pᵢ`, where m and A are those of `empiricalBayesRates` but A may be negative; where that leaves
/// vᵢ at 0 or below, vᵢ is m/Pᵢ. Plain rates vary more where few people live, and a test of them finds the small areas, not the unusual ones.
/// Nil without person-years, and everywhere when nothing was counted.
/// - Throws: `lengthMismatch`, `negativeCount`, `badPersonYears`.
/// - Complexity: O(n).
public func standardizedRates(counts: [Int], personYears: [Double?]) throws(StatisticsError) -> [Double?] {
  let years = try checkedPersonYears(counts: counts, personYears: personYears)
  guard let prior = ratePrior(of: counts.indices, counts: counts, years: years), prior.mean > 0 else {
    return [Double?](repeating: nil, count: counts.count)
  }
  return counts.indices.map { area in
    guard years[area] > 0 else { return nil }
    let chance = prior.mean / years[area]
    let variance = prior.momentVariance + chance
    return (Double(counts[area]) / years[area] - prior.mean) / (variance > 0 ? variance : chance).squareRoot()
  }
}
