import Glibc

/// The limits of the unbiased generalised Gini coefficient, by a bootstrap over places.
///
/// Places are drawn with replacement, each draw taking the stream of its number; the quantiles are bias-corrected and accelerated (BCa, Efron 1987,
/// doi:10.1080/01621459.1987.10478410), with the acceleration from leaving out one place at a time. Draws without a second record tell nothing and
/// are left out.
/// - Parameter counts: one for each place; their order does not matter.
/// - Returns: nil where the coefficient itself is undefined, for fewer than three places, or when fewer than half of the draws tell anything.
/// - Throws: `negativeCount`, `confidenceOutOfRange`.
/// - Complexity: O(n · draws).
public func giniLimits(
  _ counts: [Int], draws: Int = 999, seed: UInt64 = 1, confidence: Double = 0.95
) throws(StatisticsError) -> Limits? {
  guard confidence > 0, confidence < 1 else { throw .confidenceOutOfRange(confidence) }
  guard let observed = try Gini(counts)?.unbiased, counts.count >= 3, draws > 0 else { return nil }
  let sorted = counts.sorted()
  var drawn = drawnCoefficients(sorted, draws: draws, seed: seed)
  guard drawn.count * 2 >= draws else { return nil }
  drawn.sort()

  let total = Double(drawn.count)
  // Equal values count half; the correction stays finite where all draws lie on one side.
  let below = Double(drawn.partitioningIndex { $0 >= observed })
  let through = Double(drawn.partitioningIndex { $0 > observed })
  let share = min(max((below + through) / 2 / total, 0.5 / total), 1 - 0.5 / total)
  let bias = -standardNormalQuantile(above: share)
  let acceleration = acceleration(sorted)
  func quantile(_ tail: Double) -> Double {
    let shifted = bias - standardNormalQuantile(above: tail)
    let corrected = bias + shifted / max(1 - acceleration * shifted, 1e-9)
    let place = standardNormalTail(above: -corrected) * (total + 1)
    return drawn[Int(min(max(place.rounded(), 1), total)) - 1]
  }
  let tail = (1 - confidence) / 2
  return Limits(low: quantile(tail), high: quantile(1 - tail))
}

/// The coefficients of the draws, in the order of their numbers.
private func drawnCoefficients(_ sorted: [Int], draws: Int, seed: UInt64) -> [Double] {
  let count = sorted.count
  // Places without a record come first and change no sum: only those with one are told apart.
  let empty = sorted.partitioningIndex { $0 > 0 }
  var times = [Int32](repeating: 0, count: count - empty)
  var result: [Double] = []
  result.reserveCapacity(draws)
  sorted.withUnsafeBufferPointer { sorted in
    times.withUnsafeMutableBufferPointer { times in
      for draw in 0..<draws {
        times.update(repeating: 0)
        var random = RandomStream(seed: seed, rank: UInt64(draw))
        var before = 0.0
        for _ in 0..<count {
          let place = Int(random.next(below: UInt32(count))) - empty
          if place >= 0 { times[place] += 1 } else { before += 1 }
        }
        var records = 0.0
        var ranked = 0.0
        for place in times.indices where times[place] > 0 {
          let (times, value) = (Double(times[place]), Double(sorted[empty + place]))
          records += times * value
          ranked += value * times * (before + (times + 1) / 2)
          before += times
        }
        if let value = Gini(places: Double(count), records: records, ranked: ranked)?.unbiased { result.append(value) }
      }
    }
  }
  return result
}

/// A sixth of the skewness of the coefficient as one place at a time is left out.
private func acceleration(_ sorted: [Int]) -> Double {
  let places = Double(sorted.count)
  var records = 0.0
  var ranked = 0.0
  for (place, count) in sorted.enumerated() {
    records += Double(count)
    ranked += Double(place + 1) * Double(count)
  }
  var values: [Double] = []
  values.reserveCapacity(sorted.count)
  var above = records
  for (place, count) in sorted.enumerated() {
    above -= Double(count)
    // The places above lose one rank each.
    let rest = Gini(
      places: places - 1, records: records - Double(count), ranked: ranked - Double(place + 1) * Double(count) - above)
    if let value = rest?.unbiased { values.append(value) }
  }
  let mean = values.reduce(0, +) / Double(values.count)
  var squares = 0.0
  var cubes = 0.0
  for value in values {
    let difference = mean - value
    squares += difference * difference
    cubes += difference * difference * difference
  }
  return squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
}

extension Array {
  /// The first place whose element is so, when all after it are.
  func partitioningIndex(_ isAfter: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
