/// How high the values around each area are. All columns are in the order of the areas.
public struct GetisOrd: Hashable, Sendable {
  /// Standard deviations above (hot) or below (cold) what chance gives; nil with a reason in `undefined`.
  public var z: [Double?]
  /// Two-sided, from the normal distribution; of the area alone, not corrected for the number of areas.
  public var p: [Double?]
  /// By conditional permutation; empty where none was asked for.
  public var permutation: [PermutationTest?]
  public var undefined: [UndefinedStatistic?]
  public var account: SampleAccount

  /// Cold to hot, −3 to 3: 3 at 99 %, 2 at 95 %, 1 at 90 % confidence for all areas together, 0 below; nil where there is no statistic.
  ///
  /// The sign is that of z, never the side of the mean on which the area's own value lies: an area of few records amid many is hot.
  /// - Parameter permuted: whether the permutation p is used instead of the normal one.
  public func bins(_ correction: MultipleTesting = .benjaminiHochberg, permuted: Bool = false) -> [Int?] {
    bins(adjusted: correction.adjusted(permuted ? permutation.map { $0?.p } : p))
  }

  /// The same by p-values that hold for all areas together.
  public func bins(adjusted: [Double?]) -> [Int?] {
    zip(z, adjusted).map { z, p in
      guard let z, let p else { return nil }
      let level = p <= 0.01 ? 3 : p <= 0.05 ? 2 : p <= 0.1 ? 1 : 0
      return z < 0 ? -level : level
    }
  }
}

/// Gi* and Gi (Ord and Getis 1995, doi:10.1111/j.1538-4632.1995.tb00912.x).
///
/// With the area among its own neighbours, Gi*: `z = (Σ wᵢⱼ xⱼ − x̄ Wᵢ) / (s √((n S1ᵢ − Wᵢ²) / (n − 1)))`, where `s² = Σ x²/n − x̄²`, Wᵢ is the
/// sum of its weights and S1ᵢ that of their squares. Without, Gi: the same over the n − 1 others with their own mean and variance. Dividing the
/// weights of a row by their sum changes nothing. The permutation test holds the area's value, so that of Gi* and of Gi are one.
///
/// An area without another as neighbour is an island and has no statistic, but its value has a part in the mean. Fewer than three areas, equal
/// values, or all areas as neighbours with equal weights leave nothing to compare. The study area matters: cells outside the city that can
/// have no records make every cell inside look hot.
/// - Parameter includingSelf: Gi* if true; the area's own weight is then as in `SpatialWeights.includingSelf()` unless given. Gi if false; a pair
///   of an area with itself is then left out.
/// - Parameter order: the areas in canonical order, by code, as in `localMoran`.
/// - Throws: `lengthMismatch`, `badValue`, `badOrder`.
/// - Complexity: O(n + number of pairs × permutations); a column of memory per worker.
public func getisOrd(
  _ values: [Double?], neighbors: SpatialWeights, includingSelf: Bool = true, order: [Int]? = nil,
  permutations: Permutations? = nil, workers: Int = 1
) throws(StatisticsError) -> GetisOrd {
  let sample = try AreaSample(values, weights: neighbors, scaling: .none, order: order, withIslands: true)
  var around = Surroundings(sample)
  let found = permutations.map {
    conditionalPermutation(sample, around, permutations: $0, workers: workers)
  }
  let count = sample.count
  let onlyDifferent = Surroundings.onlyDifferent(in: sample.values)
  let total = Double(count)
  let deviation = (around.squares / total).squareRoot()
  var z = [Double?](repeating: nil, count: count)
  for area in 0..<count where around.undefined[area] == nil {
    if includingSelf {
      let place = sample.places[area]
      let given = neighbors.weight(of: place, to: place)
      let row = sample.weights.rowOffsets[area]..<sample.weights.rowOffsets[area + 1]
      let own = given > 0 ? given : sample.weights.weights[row].max() ?? 1
      around.lags[area] += own * around.deviations[area]
      around.weightSums[area] += own
      around.weightSquares[area] += own * own
      let choice = around.choice(area, of: total)
      if choice > 0 {
        z[area] = around.lags[area] / (deviation * (choice / (total - 1)).squareRoot())
      } else {
        around.undefined[area] = .everyAreaIsNeighbor
      }
    } else if area == onlyDifferent {
      around.undefined[area] = .constantValues
    } else {
      let chance = around.conditionalMoments(of: area)
      if chance.variance > 0 {
        z[area] = (around.lags[area] - chance.mean) / chance.variance.squareRoot()
      } else {
        around.undefined[area] = .everyAreaIsNeighbor
      }
    }
  }
  var permuted: [PermutationTest?] = []
  if let permutations, let found {
    permuted = sample.spread(
      (0..<count).map { area in
        guard around.undefined[area] == nil else { return nil }
        return PermutationTest(
          permutations: permutations, atLeast: Int(found.atLeast[area]), atMost: Int(found.atMost[area]))
      })
  }
  return GetisOrd(
    z: sample.spread(z), p: sample.spread(z.map { $0.map(twoSidedNormalP) }), permutation: permuted,
    undefined: sample.reasons(around.undefined), account: sample.account)
}
