/// The general G: whether high values stand beside high ones (above chance) or low beside low (below) (Getis and Ord 1992,
/// doi:10.1111/j.1538-4632.1992.tb00261.x).
///
/// `G = Σ wᵢⱼ xᵢ xⱼ / Σ xᵢ xⱼ` over pairs of different areas; by chance `S0 / (n (n − 1))`. The values must be 0 or above, else the reason is
/// `negativeValue`; all but one of them 0 have no product and are `constantValues`. Meant for weights of 1, hence not scaled by default. There
/// is no variance under normality. Areas, islands, arguments, errors and cost as `globalMoran`.
public func generalG(
  _ values: [Double?], neighbors: SpatialWeights, scaling: WeightScaling = .none, order: [Int]? = nil,
  permutations: Permutations? = nil, workers: Int = 1
) throws(StatisticsError) -> GlobalAutocorrelation {
  try mapGeneralG(
    values, neighbors: neighbors, scaling: scaling, order: order, permutations: permutations, withIslands: false, workers: workers
  )
}

/// `generalG`; with `withIslands` the values of islands count in n and in the mean and are dealt with the others, as in local Moran, Gi* and esda.
package func mapGeneralG(
  _ values: [Double?], neighbors: SpatialWeights, scaling: WeightScaling = .none, order: [Int]? = nil,
  permutations: Permutations? = nil, withIslands: Bool, workers: Int = 1
) throws(StatisticsError) -> GlobalAutocorrelation {
  let sample = try AreaSample(values, weights: neighbors, scaling: scaling, order: order, withIslands: withIslands)
  var reason = sample.whyNoGlobal
  if sample.values.contains(where: { $0 < 0 }) { reason = .negativeValue }
  if reason == nil, sample.values.count(where: { $0 > 0 }) < 2 { reason = .constantValues }
  if let reason { return GlobalAutocorrelation(undefined: reason, account: sample.account) }
  let values = sample.values
  // Σ over pairs of different areas, as each value times the sum of those before it: nothing cancels, however uneven the values.
  var before = 0.0
  var products = 0.0
  for value in values {
    products += 2 * value * before
    before += value
  }
  let statistic = values.withUnsafeBufferPointer { crossProducts($0, sample.weights) } / products
  var result = GlobalAutocorrelation(statistic: statistic, account: sample.account)
  if sample.count > 3 {
    let n = Double(sample.count)
    let sums = WeightSums(sample.weights)
    let expected = sums.s0 / (n * (n - 1))
    result.randomization = NormalTest(
      statistic, expected: expected, variance: secondMoment(values, sums, products: products) - expected * expected)
  }
  if let permutations {
    let weights = sample.weights
    let permuted = permutedStatistics(of: values, permutations: permutations, workers: workers) { [products] in
      SIMD4(crossProducts($0, weights) / products, 0, 0, 0)
    }
    result.permutation = PermutationTest(
      observed: statistic, permuted: permuted.lazy.map { $0.x }, tolerance: 1e-12 * statistic, permutations: permutations)
  }
  return result
}

/// E(G²) when the values are dealt at random.
private func secondMoment(_ values: [Double], _ sums: WeightSums, products: Double) -> Double {
  let n = Double(values.count)
  let (s0, s1, s2) = (sums.s0, sums.s1, sums.s2)
  var power = (first: 0.0, second: 0.0, third: 0.0, fourth: 0.0)
  for value in values {
    power.first += value
    power.second += value * value
    power.third += value * value * value
    power.fourth += value * value * value * value
  }
  let b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0
  let b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)
  let b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * s0 * s0)
  let b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s0 * s0
  let b4 = s1 - s2 + s0 * s0
  let head = b0 * power.second * power.second + b1 * power.fourth
  let middle = b2 * power.first * power.first * power.second + b3 * power.first * power.third
  let tail = b4 * power.first * power.first * power.first * power.first
  return (head + middle + tail) / (products * products * n * (n - 1) * (n - 2) * (n - 3))
}
