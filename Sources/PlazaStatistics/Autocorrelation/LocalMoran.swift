/// Where an area and its neighbours stand: the first letter is the area's side of the mean, the second theirs.
public enum MoranQuadrant: String, Hashable, Sendable, CaseIterable {
  case highHigh = "HH"
  case lowLow = "LL"
  case lowHigh = "LH"
  case highLow = "HL"
}

/// The null hypothesis that the moments of local Moran belong to.
public enum MoranMoments: String, Hashable, Sendable, CaseIterable {
  /// The area keeps its value and all others are dealt anew, as in the permutation test.
  case conditional
  /// All values are dealt anew, that of the area as well.
  case total
}

/// How each area goes together with its neighbours. All columns are in the order of the areas.
public struct LocalMoran: Hashable, Sendable {
  /// Iᵢ, with the constant n − 1; nil with a reason in `undefined`.
  public var statistics: [Double?]
  /// Σⱼ wᵢⱼ xⱼ of the values: with scaled rows the mean of the neighbours.
  public var lags: [Double?]
  /// High is strictly above the mean, of the area's value and of its neighbours' weighted mean.
  public var quadrants: [MoranQuadrant?]
  /// By the moments; nil also for an area whose value is the mean itself, and where surroundings cannot vary.
  public var moments: [NormalTest?]
  /// By conditional permutation; empty where none was asked for.
  public var permutation: [PermutationTest?]
  public var undefined: [UndefinedStatistic?]
  public var account: SampleAccount
}

/// Local Moran's I (Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x).
///
/// `Iᵢ = (n − 1) zᵢ Σⱼ wᵢⱼ zⱼ / Σ z²`: the constant is that of esda and GeoDa; spdep's is n, which changes no z and no p. Moments by Sokal, Oden
/// and Thomson 1998. The permutation test holds the area's value and draws its neighbours' from the others without replacement. An island has no statistic, but its value has a
/// part in the mean and may be drawn. Fewer than three areas, or equal values, have no statistic; an area that has all others for neighbours
/// with equal weights has one, whose p is 1.
/// - Parameter order: the areas in canonical order, by code: on it hang the random numbers of each area and the order of sums, so that the
///   order of the rows changes nothing; nil if they stand in it.
/// - Parameter permutations: nil for none; `Permutations(tests:)` has the rule for their number.
/// - Throws: `lengthMismatch`, `badValue`, `badOrder`.
/// - Complexity: O(n + number of pairs × permutations); a column of memory per worker.
public func localMoran(
  _ values: [Double?], neighbors: SpatialWeights, scaling: WeightScaling = .rows, moments: MoranMoments = .conditional,
  order: [Int]? = nil, permutations: Permutations? = nil, workers: Int = 1
) throws(StatisticsError) -> LocalMoran {
  let sample = try AreaSample(values, weights: neighbors, scaling: scaling, order: order, withIslands: true)
  let around = Surroundings(sample)
  let z = around.deviations
  let count = sample.count
  let factor = Double(count - 1) / around.squares
  let kurtosis = Moments(z).kurtosis
  var statistics = [Double?](repeating: nil, count: count)
  var lags = statistics
  var quadrants = [MoranQuadrant?](repeating: nil, count: count)
  var tests = [NormalTest?](repeating: nil, count: count)
  for area in 0..<count {
    if around.undefined[area] != .island { lags[area] = sample.lag(of: area) * sample.unit }
    guard around.undefined[area] == nil else { continue }
    let statistic = factor * z[area] * around.lags[area]
    statistics[area] = statistic
    quadrants[area] =
      z[area] > 0
      ? (around.lags[area] > 0 ? .highHigh : .highLow)
      : (around.lags[area] > 0 ? .lowHigh : .lowLow)
    switch moments {
    case .conditional:
      let lag = around.conditionalMoments(of: area)
      let scale = factor * z[area]
      tests[area] = NormalTest(statistic, expected: scale * lag.mean, variance: scale * scale * lag.variance)
    case .total:
      tests[area] = totalMoments(around, area, kurtosis: kurtosis, statistic: statistic)
    }
  }
  var permuted: [PermutationTest?] = []
  if let permutations {
    let found = conditionalPermutation(sample, around, permutations: permutations, workers: workers)
    permuted = (0..<count).map { area in
      guard around.undefined[area] == nil else { return nil }
      var test = PermutationTest(
        permutations: permutations, atLeast: Int(found.atLeast[area]), atMost: Int(found.atMost[area]))
      // A product with a negative value turns the order round, and with 0 makes all equal.
      if z[area] < 0 { swap(&test.atLeast, &test.atMost) }
      if z[area] == 0 {
        test.atLeast = permutations.count
        test.atMost = permutations.count
      }
      return test
    }
    permuted = sample.spread(permuted)
  }
  return LocalMoran(
    statistics: sample.spread(statistics), lags: sample.spread(lags), quadrants: sample.spread(quadrants),
    moments: sample.spread(tests), permutation: permuted, undefined: sample.reasons(around.undefined), account: sample.account)
}

/// The moments when all values are dealt anew (Anselin 1995, equations 13 and 14), with the constant n − 1.
private func totalMoments(_ around: Surroundings, _ area: Int, kurtosis: Double, statistic: Double) -> NormalTest? {
  let n = Double(around.deviations.count)
  let constant = (n - 1) / n
  let sum = around.weightSums[area]
  let squares = around.weightSquares[area]
  let expected = -sum / (n - 1)
  let first = (n - kurtosis) / (n - 1) * squares
  let second = (2 * kurtosis - n) / ((n - 1) * (n - 2)) * (sum * sum - squares)
  return NormalTest(
    statistic, expected: constant * expected, variance: constant * constant * (first + second - expected * expected))
}

extension AreaSample {
  /// Σⱼ wᵢⱼ xⱼ, of the values themselves: where all neighbours have 0 it is 0, which a sum of deviations with the mean put back is not.
  fileprivate func lag(of area: Int) -> Double {
    var lag = 0.0
    for pair in weights.rowOffsets[area]..<weights.rowOffsets[area + 1] {
      lag += weights.weights[pair] * values[Int(weights.columnIndices[pair])]
    }
    return lag
  }

  /// Why areas have no statistic, in the caller's order.
  func reasons(_ undefined: [UndefinedStatistic?]) -> [UndefinedStatistic?] {
    var result = spread(undefined)
    for area in account.missing { result[area] = .noValue }
    return result
  }
}
