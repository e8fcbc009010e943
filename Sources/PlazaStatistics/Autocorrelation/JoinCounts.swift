/// How many neighbouring pairs are both marked, both unmarked, or one of each, and what chance would make of it.
public struct JoinCounts: Hashable, Sendable {
  /// One kind of pair.
  public struct Join: Hashable, Sendable {
    /// Half the sum of the weights of such pairs: their number where neighbours are mutual and weights 1.
    public var count: Double
    /// Nil where the moments leave no variance.
    public var randomization: NormalTest?
    public var permutation: PermutationTest?
  }

  /// Nil with a reason in `undefined`, as are the others.
  public var bothMarked: Join?
  public var bothUnmarked: Join?
  public var mixed: Join?
  public var undefined: UndefinedStatistic?
  public var account: SampleAccount
}

/// Counts the joins of a map of yes and no: hot and cold, covered and uncovered.
///
/// Moments of sampling without replacement (non-free: the number of marked areas is as observed), Cliff and Ord 1981, Spatial Processes. With
/// none or all areas marked the reason is `constantValues`. Areas, islands, arguments, errors and cost as `globalMoran`; the weights are not
/// scaled.
/// - Parameter marked: nil where unknown.
public func joinCounts(
  _ marked: [Bool?], neighbors: SpatialWeights, order: [Int]? = nil, permutations: Permutations? = nil, workers: Int = 1
) throws(StatisticsError) -> JoinCounts {
  try mapJoinCounts(
    marked, neighbors: neighbors, order: order, permutations: permutations, withIslands: false, workers: workers)
}

/// `joinCounts`; with `withIslands` the values of islands count in n and in the mean and are dealt with the others, as in local Moran, Gi* and esda.
package func mapJoinCounts(
  _ marked: [Bool?], neighbors: SpatialWeights, order: [Int]? = nil, permutations: Permutations? = nil, withIslands: Bool,
  workers: Int = 1
) throws(StatisticsError) -> JoinCounts {
  let values = marked.map { $0.map { $0 ? 1.0 : 0 } }
  let sample = try AreaSample(values, weights: neighbors, scaling: .none, order: order, withIslands: withIslands)
  if let reason = sample.whyNoGlobal {
    return JoinCounts(undefined: reason, account: sample.account)
  }
  let sums = WeightSums(sample.weights)
  let half = sums.s0 / 2
  let weights = sample.weights
  let count: @Sendable (UnsafeBufferPointer<Double>) -> SIMD4<Double> = { marks in
    let both = crossProducts(marks, weights) / 2
    let mixed = squaredDifferences(marks, weights) / 2
    return SIMD4(both, half - both - mixed, mixed, 0)
  }
  let observed = sample.values.withUnsafeBufferPointer(count)
  let permuted = permutations.map {
    permutedStatistics(of: sample.values, permutations: $0, workers: workers, count)
  }
  let all = Double(sample.count)
  let some = sample.values.reduce(0, +)
  func join(_ lane: Int, _ moments: (expected: Double, variance: Double)) -> JoinCounts.Join {
    var join = JoinCounts.Join(count: observed[lane])
    join.randomization = NormalTest(observed[lane], expected: moments.expected, variance: moments.variance)
    if let permutations, let permuted {
      join.permutation = PermutationTest(
        observed: observed[lane], permuted: permuted.lazy.map { $0[lane] }, tolerance: 1e-12 * half, permutations: permutations)
    }
    return join
  }
  return JoinCounts(
    bothMarked: join(0, sameMoments(some, of: all, sums)), bothUnmarked: join(1, sameMoments(all - some, of: all, sums)),
    mixed: join(2, mixedMoments(some, of: all, sums)), account: sample.account)
}

/// n (n − 1) … over `factors` factors.
private func falling(_ n: Double, _ factors: Int) -> Double {
  (0..<factors).reduce(1) { $0 * (n - Double($1)) }
}

/// A ratio that is 0 where there are too few areas for its upper part, and so for its lower one.
private func share(_ part: Double, _ whole: Double) -> Double { part == 0 ? 0 : part / whole }

private func sameMoments(_ some: Double, of n: Double, _ sums: WeightSums) -> (expected: Double, variance: Double) {
  let (s0, s1, s2) = (sums.s0, sums.s1, sums.s2)
  let pairs = share(falling(some, 2), falling(n, 2))
  let expected = s0 * pairs / 2
  let triples = (s2 - 2 * s1) * share(falling(some, 3), falling(n, 3))
  let fours = (s0 * s0 + s1 - s2) * share(falling(some, 4), falling(n, 4))
  return (expected, (s1 * pairs + triples + fours) / 4 - expected * expected)
}

private func mixedMoments(_ some: Double, of n: Double, _ sums: WeightSums) -> (expected: Double, variance: Double) {
  let (s0, s1, s2) = (sums.s0, sums.s1, sums.s2)
  let rest = n - some
  let pairs = some * rest / falling(n, 2)
  let expected = s0 * pairs
  let triples = (s2 - 2 * s1) * share(some * rest * (n - 2), falling(n, 3))
  let fours = 4 * (s0 * s0 + s1 - s2) * share(falling(some, 2) * falling(rest, 2), falling(n, 4))
  return (expected, (2 * s1 * pairs + triples + fours) / 4 - expected * expected)
}
