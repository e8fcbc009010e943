import PlazaParallel

/// A statistic of many random maps: the same values dealt to the areas in another order, each order as likely as any.
///
/// Map r takes the random numbers of stream r of the seed, so the number of workers changes nothing.
/// - Parameter statistic: of the values in the order of the areas; up to four numbers.
/// - Complexity: O(permutations × cost of the statistic); one column of memory per worker.
func permutedStatistics(
  of values: [Double], permutations: Permutations, workers: Int,
  _ statistic: @Sendable (UnsafeBufferPointer<Double>) -> SIMD4<Double>
) -> [SIMD4<Double>] {
  let total = permutations.count
  return [SIMD4<Double>](unsafeUninitializedCapacity: total) { results, filled in
    nonisolated(unsafe) let results = results
    runAtOnce(Chunks(of: 16, in: total), workers: min(workers, total / 16)) { chunks in
      var column = values
      column.withUnsafeMutableBufferPointer { column in
        for chunk in chunks {
          for map in chunk.range {
            var stream = RandomStream(seed: permutations.seed, rank: UInt64(map))
            for place in column.indices { column[place] = values[place] }
            var left = column.count - 1
            while left > 0 {
              column.swapAt(left, Int(stream.next(below: UInt32(left + 1))))
              left -= 1
            }
            (results.baseAddress! + map).initialize(to: statistic(UnsafeBufferPointer(column)))
          }
        }
      }
    }
    filled = total
  }
}

extension PermutationTest {
  /// Counts the permuted values on either side of the observed one; what differs by rounding alone is on both.
  init(observed: Double, permuted: some Sequence<Double>, tolerance: Double, permutations: Permutations) {
    self.init(permutations: permutations, atLeast: 0, atMost: 0)
    for value in permuted {
      if value >= observed - tolerance { atLeast += 1 }
      if value <= observed + tolerance { atMost += 1 }
    }
  }
}
