/// One number for how alike neighbouring areas are, and what chance would make of it.
public struct GlobalAutocorrelation: Hashable, Sendable {
  /// Nil with a reason in `undefined`.
  public var statistic: Double?
  public var undefined: UndefinedStatistic?
  /// Against values drawn from a normal distribution; nil where the statistic is, with too few areas for a variance, and for the general G.
  public var normality: NormalTest?
  /// Against the same values dealt to the areas at random, by the moments; nil where the statistic is and with fewer than four areas.
  public var randomization: NormalTest?
  /// The same by permutation; nil where none was asked for.
  public var permutation: PermutationTest?
  public var account: SampleAccount

  init(undefined: UndefinedStatistic, account: SampleAccount) {
    self.undefined = undefined
    self.account = account
  }

  init(statistic: Double, account: SampleAccount) {
    self.statistic = statistic
    self.account = account
  }
}

/// Moran's I: how far the values of neighbours lie on the same side of the mean (Moran 1950, doi:10.2307/2332142).
///
/// `I = (n / S0) · Σ wᵢⱼ zᵢ zⱼ / Σ zᵢ²` over deviations z from the mean; by chance −1/(n − 1). Variances by Cliff and Ord 1981, Spatial
/// Processes. Areas without a value, and islands, which neither have nor are a neighbour, have no part in n, S0 and the mean; they are listed (`mapMoran`
/// counts islands).
/// An area that is its own neighbour is not compared with itself. Fewer than three areas, or equal values, have no I.
/// - Parameter order: the areas in canonical order, by code, so that the same map gives the same last digit and the same permutations
///   whatever the order of its rows; nil if they stand in it.
/// - Parameter permutations: nil for none.
/// - Throws: `lengthMismatch`, `badValue`, `badOrder`.
/// - Complexity: O((n + number of pairs) × permutations).
public func globalMoran(
  _ values: [Double?], neighbors: SpatialWeights, scaling: WeightScaling = .rows, order: [Int]? = nil,
  permutations: Permutations? = nil, workers: Int = 1
) throws(StatisticsError) -> GlobalAutocorrelation {
  try mapMoran(
    values, neighbors: neighbors, scaling: scaling, order: order, permutations: permutations, withIslands: false, workers: workers
  )
}

/// `globalMoran`; with `withIslands` the values of islands count in n and in the mean and are dealt with the others, as in local Moran, Gi* and esda.
package func mapMoran(
  _ values: [Double?], neighbors: SpatialWeights, scaling: WeightScaling = .rows, order: [Int]? = nil,
  permutations: Permutations? = nil, withIslands: Bool, workers: Int = 1
) throws(StatisticsError) -> GlobalAutocorrelation {
  let sample = try AreaSample(values, weights: neighbors, scaling: scaling, order: order, withIslands: withIslands)
  if let reason = sample.whyNoGlobal { return GlobalAutocorrelation(undefined: reason, account: sample.account) }
  let deviations = sample.deviations
  let sums = WeightSums(sample.weights)
  let moments = Moments(deviations)
  let n = Double(sample.count)
  let factor = n / sums.s0 / moments.squares
  let statistic = factor * deviations.withUnsafeBufferPointer { crossProducts($0, sample.weights) }
  var result = GlobalAutocorrelation(statistic: statistic, account: sample.account)
  let expected = -1 / (n - 1)
  let (s0, s1, s2) = (sums.s0, sums.s1, sums.s2)
  let normal = (n * n * s1 - n * s2 + 3 * s0 * s0) / ((n * n - 1) * s0 * s0) - expected * expected
  result.normality = NormalTest(statistic, expected: expected, variance: normal)
  if sample.count > 3 {
    let random = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
    let peaked = moments.kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)
    result.randomization = NormalTest(
      statistic, expected: expected,
      variance: (random - peaked) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - expected * expected)
  }
  if let permutations {
    let weights = sample.weights
    let permuted = permutedStatistics(of: deviations, permutations: permutations, workers: workers) {
      SIMD4(factor * crossProducts($0, weights), 0, 0, 0)
    }
    result.permutation = PermutationTest(
      observed: statistic, permuted: permuted.lazy.map { $0.x }, tolerance: 1e-12, permutations: permutations)
  }
  return result
}

/// Geary's C: how far neighbours differ, where 1 is what chance gives and less means that they are alike (Geary 1954, doi:10.2307/2986645).
///
/// `C = (n − 1) Σ wᵢⱼ (xᵢ − xⱼ)² / (2 S0 Σ zᵢ²)`; variances by Cliff and Ord 1981. Its z is negative where neighbours are alike. Areas,
/// islands, arguments, errors and cost as `globalMoran`.
public func globalGeary(
  _ values: [Double?], neighbors: SpatialWeights, scaling: WeightScaling = .rows, order: [Int]? = nil,
  permutations: Permutations? = nil, workers: Int = 1
) throws(StatisticsError) -> GlobalAutocorrelation {
  try mapGeary(
    values, neighbors: neighbors, scaling: scaling, order: order, permutations: permutations, withIslands: false, workers: workers
  )
}

/// `globalGeary`; with `withIslands` the values of islands count in n and in the mean and are dealt with the others, as in local Moran, Gi* and esda.
package func mapGeary(
  _ values: [Double?], neighbors: SpatialWeights, scaling: WeightScaling = .rows, order: [Int]? = nil,
  permutations: Permutations? = nil, withIslands: Bool, workers: Int = 1
) throws(StatisticsError) -> GlobalAutocorrelation {
  let sample = try AreaSample(values, weights: neighbors, scaling: scaling, order: order, withIslands: withIslands)
  if let reason = sample.whyNoGlobal { return GlobalAutocorrelation(undefined: reason, account: sample.account) }
  let deviations = sample.deviations
  let sums = WeightSums(sample.weights)
  let moments = Moments(deviations)
  let n = Double(sample.count)
  let factor = (n - 1) / (2 * sums.s0 * moments.squares)
  let statistic = factor * deviations.withUnsafeBufferPointer { squaredDifferences($0, sample.weights) }
  var result = GlobalAutocorrelation(statistic: statistic, account: sample.account)
  let (s0, s1, s2, k) = (sums.s0, sums.s1, sums.s2, moments.kurtosis)
  result.normality = NormalTest(
    statistic, expected: 1, variance: ((2 * s1 + s2) * (n - 1) - 4 * s0 * s0) / (2 * (n + 1) * s0 * s0))
  if sample.count > 3 {
    let first = (n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * k)
    let second = (n - 1) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * k) / 4
    let third = s0 * s0 * (n * n - 3 - (n - 1) * (n - 1) * k)
    result.randomization = NormalTest(
      statistic, expected: 1, variance: (first - second + third) / (n * (n - 2) * (n - 3) * s0 * s0))
  }
  if let permutations {
    let weights = sample.weights
    let permuted = permutedStatistics(of: deviations, permutations: permutations, workers: workers) {
      SIMD4(factor * squaredDifferences($0, weights), 0, 0, 0)
    }
    result.permutation = PermutationTest(
      observed: statistic, permuted: permuted.lazy.map { $0.x }, tolerance: 1e-12 * max(1, statistic), permutations: permutations)
  }
  return result
}

/// The sums of powers of a column.
struct Moments {
  var squares: Double
  /// The mean fourth power over the squared mean square: 3 for a normal distribution.
  var kurtosis: Double

  init(_ deviations: [Double]) {
    squares = 0
    var fourth = 0.0
    for deviation in deviations {
      squares += deviation * deviation
      fourth += deviation * deviation * deviation * deviation
    }
    kurtosis = Double(deviations.count) * fourth / (squares * squares)
  }
}

extension AreaSample {
  /// Why the map as a whole has no statistic; nil if it has.
  var whyNoGlobal: UndefinedStatistic? {
    if weights.weights.isEmpty, !account.islands.isEmpty { return .island }
    if count < 3 { return .tooFewAreas }
    return isConstant ? .constantValues : nil
  }
}

/// Σ wᵢⱼ xᵢ xⱼ.
func crossProducts(_ values: UnsafeBufferPointer<Double>, _ weights: SpatialWeights) -> Double {
  sumOverPairs(values, weights) { $0 * $1 }
}

/// Σ wᵢⱼ (xᵢ − xⱼ)².
func squaredDifferences(_ values: UnsafeBufferPointer<Double>, _ weights: SpatialWeights) -> Double {
  sumOverPairs(values, weights) { ($0 - $1) * ($0 - $1) }
}

@inline(__always)
private func sumOverPairs(
  _ values: UnsafeBufferPointer<Double>, _ weights: SpatialWeights, _ term: (Double, Double) -> Double
) -> Double {
  weights.columnIndices.withUnsafeBufferPointer { columns in
    weights.weights.withUnsafeBufferPointer { factors in
      weights.rowOffsets.withUnsafeBufferPointer { offsets in
        var sum = 0.0
        for area in values.indices {
          let own = values[area]
          var row = 0.0
          for pair in offsets[area]..<offsets[area + 1] { row += factors[pair] * term(own, values[Int(columns[pair])]) }
          sum += row
        }
        return sum
      }
    }
  }
}
