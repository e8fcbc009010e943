import PlazaParallel

/// How the sums around areas stand among those of random draws; see `conditionalPermutation`.
struct ConditionalCounts {
  /// For each area, how many draws gave at least its sum.
  var atLeast: [Int32]
  /// How many gave at most its sum.
  var atMost: [Int32]
}

/// For each area, draws as many of the other areas' values as it has neighbours, without replacement, and compares their weighted sum with
/// that of its neighbours (Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x).
///
/// Each area draws from the stream of its own rank, never from a table shared by all, so the tests of two areas are independent given the map
/// and no number of workers changes them. What differs by rounding alone (10⁻¹² of the largest sum) counts on both sides.
/// - Complexity: O(number of pairs × permutations), and a column of memory per worker.
func conditionalPermutation(
  _ sample: AreaSample, _ surroundings: Surroundings, permutations: Permutations, workers: Int
) -> ConditionalCounts {
  let count = sample.count
  let values = surroundings.deviations
  let undefined = surroundings.undefined
  let largest = values.reduce(0) { max($0, abs($1)) }
  let weights = sample.weights
  var atLeast = [Int32](repeating: 0, count: count)
  var atMost = atLeast
  atLeast.withUnsafeMutableBufferPointer { atLeast in
    atMost.withUnsafeMutableBufferPointer { atMost in
      nonisolated(unsafe) let atLeast = atLeast
      nonisolated(unsafe) let atMost = atMost
      runAtOnce(Chunks(of: 16, in: count), workers: min(workers, count / 16)) { chunks in
        var draws = ConditionalDraws(of: values, times: permutations.count)
        weights.weights.withUnsafeBufferPointer { factors in
          for chunk in chunks {
            for area in chunk.range where undefined[area] == nil {
              let row = UnsafeBufferPointer(rebasing: factors[weights.rowOffsets[area]..<weights.rowOffsets[area + 1]])
              let found = draws.compare(
                surroundings.lags[area], tolerance: 1e-12 * largest * surroundings.weightSums[area], weights: row,
                without: area, stream: RandomStream(seed: permutations.seed, rank: UInt64(sample.ranks[area])))
              atLeast[area] = found.atLeast
              atMost[area] = found.atMost
            }
          }
        }
      }
    }
  }
  return ConditionalCounts(atLeast: atLeast, atMost: atMost)
}
