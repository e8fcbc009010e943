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
  let next = Turns()
  var atLeast = [Int32](repeating: 0, count: count)
  var atMost = atLeast
  atLeast.withUnsafeMutableBufferPointer { atLeast in
    atMost.withUnsafeMutableBufferPointer { atMost in
      nonisolated(unsafe) let atLeast = atLeast
      nonisolated(unsafe) let atMost = atMost
      runAtOnce(max(1, min(workers, count / 16))) { _ in
        var column = values
        weights.weights.withUnsafeBufferPointer { factors in
          values.withUnsafeBufferPointer { values in
            column.withUnsafeMutableBufferPointer { column in
              while true {
                let start = next.take(16)
                guard start < count else { return }
                for area in start..<min(start + 16, count) where undefined[area] == nil {
                  let row = UnsafeBufferPointer(rebasing: factors[weights.rowOffsets[area]..<weights.rowOffsets[area + 1]])
                  // The others' values: the last takes the place of the area's own.
                  _ = column.update(from: values)
                  column[area] = column[count - 1]
                  let others = UnsafeMutableBufferPointer(rebasing: column[..<(count - 1)])
                  var stream = RandomStream(seed: permutations.seed, rank: UInt64(sample.ranks[area]))
                  let isEven = row.allSatisfy { $0 == row[0] }
                  let tolerance = 1e-12 * largest * (isEven ? Double(row.count) : surroundings.weightSums[area])
                  let found =
                    isEven
                    ? evenDraws(
                      of: row.count, from: others, times: permutations.count, observed: surroundings.lags[area] / row[0],
                      tolerance: tolerance, &stream)
                    : weightedDraws(
                      row, from: others, times: permutations.count, observed: surroundings.lags[area], tolerance: tolerance,
                      &stream)
                  atLeast[area] = found.atLeast
                  atMost[area] = found.atMost
                }
              }
            }
          }
        }
      }
    }
  }
  return ConditionalCounts(atLeast: atLeast, atMost: atMost)
}

/// Sums of so many values drawn without replacement: the first places of a shuffle that stops there. It leaves the values in another order,
/// which is as good a start for the next.
private func evenDraws(
  of size: Int, from column: UnsafeMutableBufferPointer<Double>, times: Int, observed: Double, tolerance: Double,
  _ stream: inout RandomStream
) -> (atLeast: Int32, atMost: Int32) {
  let base = column.baseAddress!
  let low = observed - tolerance
  let high = observed + tolerance
  var local = stream
  var found: (atLeast: Int32, atMost: Int32) = (0, 0)
  let total = UInt64(column.count)
  for _ in 0..<times {
    var sum = 0.0
    var place = 0
    while place < size {
      // Each number gives two draws, of 32 bits each.
      let bits = local.next()
      sum += swapped(base, place, ((bits >> 32) &* (total &- UInt64(place))) >> 32)
      place &+= 1
      if place == size { break }
      sum += swapped(base, place, ((bits & 0xFFFF_FFFF) &* (total &- UInt64(place))) >> 32)
      place &+= 1
    }
    found.atLeast &+= sum >= low ? 1 : 0
    found.atMost &+= sum <= high ? 1 : 0
  }
  stream = local
  return found
}

/// The same with a weight for each value drawn.
private func weightedDraws(
  _ row: UnsafeBufferPointer<Double>, from column: UnsafeMutableBufferPointer<Double>, times: Int, observed: Double,
  tolerance: Double, _ stream: inout RandomStream
) -> (atLeast: Int32, atMost: Int32) {
  let base = column.baseAddress!
  let low = observed - tolerance
  let high = observed + tolerance
  var found: (atLeast: Int32, atMost: Int32) = (0, 0)
  for _ in 0..<times {
    var sum = 0.0
    for place in row.indices {
      sum += row[place] * swapped(base, place, UInt64(stream.next(below: UInt32(column.count &- place))))
    }
    found.atLeast &+= sum >= low ? 1 : 0
    found.atMost &+= sum <= high ? 1 : 0
  }
  return found
}

/// Brings the value that stands so far behind a place to it, and returns it.
@inline(__always)
private func swapped(_ base: UnsafeMutablePointer<Double>, _ place: Int, _ offset: UInt64) -> Double {
  let other = place &+ Int(truncatingIfNeeded: offset)
  let value = base[other]
  base[other] = base[place]
  base[place] = value
  return value
}
