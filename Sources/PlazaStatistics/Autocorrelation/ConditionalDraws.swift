/// Draws values without replacement again and again, and counts how often their weighted sum reaches an observed one.
///
/// A few out of many are drawn with replacement, eight samples side by side, and what came twice is drawn anew until it differs: that is rare, and
/// neither moving nor marking values leaves the column unwritten and in the cache. Otherwise the first places of a shuffle are taken.
struct ConditionalDraws {
  private let values: [Double]
  private let times: Int
  /// The values, with the last in the place of the one that is left out.
  private var column: [Double]
  /// The last bits of the places that eight samples have drawn, enough to see that none came twice.
  private var places: [SIMD8<UInt16>] = []

  init(of values: [Double], times: Int) {
    self.values = values
    self.times = times
    column = values
  }

  /// How many samples, as large as there are weights and without the value of one place, sum to at least and to at most `observed`.
  mutating func compare(
    _ observed: Double, tolerance: Double, weights: UnsafeBufferPointer<Double>, without place: Int, stream: RandomStream
  ) -> (atLeast: Int32, atMost: Int32) {
    let last = values.count - 1
    column[place] = values[last]
    defer { column[place] = values[place] }
    let limits = (low: observed - tolerance, high: observed + tolerance)
    let isFew = 8 * weights.count * weights.count <= last
    return column.withUnsafeMutableBufferPointer { column in
      let others = UnsafeMutableBufferPointer(rebasing: column[..<last])
      if !isFew {
        defer { for other in 0..<last { column[other] = values[other] } }
        return Self.shuffled(others, weights, limits, times, stream)
      }
      return Self.sideBySide(UnsafeBufferPointer(others), weights, limits, times, stream, &places)
    }
  }

  private static func sideBySide(
    _ column: UnsafeBufferPointer<Double>, _ weights: UnsafeBufferPointer<Double>, _ limits: (low: Double, high: Double),
    _ times: Int, _ stream: RandomStream, _ places: inout [SIMD8<UInt16>]
  ) -> (atLeast: Int32, atMost: Int32) {
    if places.count < weights.count { places = Array(repeating: .zero, count: weights.count) }
    return places.withUnsafeMutableBufferPointer { places in
      let drawn = places.baseAddress!
      let base = column.baseAddress!
      let (total, size) = (UInt64(column.count), weights.count)
      var stream = stream
      var atLeast = SIMD8<Int64>.zero
      var atMost = atLeast
      var left = times
      while left > 0 {
        let start = stream
        var sums = SIMD8<Double>.zero
        for place in 0..<size {
          var (chosen, found) = (SIMD8<UInt16>.zero, SIMD8<Double>.zero)
          var lane = 0
          while lane < 8 {
            let (first, second) = stream.pair(below: total)
            chosen[lane] = UInt16(truncatingIfNeeded: first)
            chosen[lane &+ 1] = UInt16(truncatingIfNeeded: second)
            found[lane] = base[first]
            found[lane &+ 1] = base[second]
            lane &+= 2
          }
          drawn[place] = chosen
          sums += weights[place] * found
        }
        var repeated = drawn[0] .!= drawn[0]
        var place = 1
        while place < size {
          let own = drawn[place]
          for earlier in 0..<place { repeated .|= own .== drawn[earlier] }
          place &+= 1
        }
        let bits = unsafeBitCast(repeated, to: SIMD2<UInt64>.self)
        if bits[0] | bits[1] != 0 {
          for lane in 0..<8 where repeated[lane] { sums[lane] = drawnAnew(column, weights, lane: lane, of: start, &stream) }
        }
        // What is no number is on neither side.
        if left < 8 { for lane in left..<8 { sums[lane] = .nan } }
        atLeast.replace(with: atLeast &+ 1, where: sums .>= limits.low)
        atMost.replace(with: atMost &+ 1, where: sums .<= limits.high)
        left &-= 8
      }
      return (Int32(truncatingIfNeeded: atLeast.wrappedSum()), Int32(truncatingIfNeeded: atMost.wrappedSum()))
    }
  }

  /// The sum of one of the samples that began at a number of the stream, with another draw for each that repeats an earlier one.
  @inline(never)
  private static func drawnAnew(
    _ column: UnsafeBufferPointer<Double>, _ weights: UnsafeBufferPointer<Double>, lane: Int, of start: RandomStream,
    _ stream: inout RandomStream
  ) -> Double {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: weights.count) { places in
      let total = UInt64(column.count)
      var numbers = start
      var sum = 0.0
      for place in weights.indices {
        for pair in 0..<4 {
          let (first, second) = numbers.pair(below: total)
          if pair == lane / 2 { places[place] = lane % 2 == 0 ? first : second }
        }
        while places[..<place].contains(places[place]) { places[place] = stream.pair(below: total).0 }
        sum += weights[place] * column[places[place]]
      }
      return sum
    }
  }

  /// The first places of a shuffle that stops there. It leaves the values in another order, which is as good a start for the next.
  private static func shuffled(
    _ column: UnsafeMutableBufferPointer<Double>, _ weights: UnsafeBufferPointer<Double>,
    _ limits: (low: Double, high: Double), _ times: Int, _ stream: RandomStream
  ) -> (atLeast: Int32, atMost: Int32) {
    let base = column.baseAddress!
    var stream = stream
    var found: (atLeast: Int32, atMost: Int32) = (0, 0)
    for _ in 0..<times {
      var sum = 0.0
      for place in weights.indices {
        let other = place &+ Int(stream.next(below: UInt32(column.count &- place)))
        let value = base[other]
        base[other] = base[place]
        base[place] = value
        sum += weights[place] * value
      }
      found.atLeast &+= sum >= limits.low ? 1 : 0
      found.atMost &+= sum <= limits.high ? 1 : 0
    }
    return found
  }
}

extension RandomStream {
  /// Two whole numbers from 0 to below `bound`, as `next(below:)` draws them, of one random number.
  @inline(__always)
  fileprivate mutating func pair(below bound: UInt64) -> (Int, Int) {
    let number = next()
    return (
      Int(truncatingIfNeeded: ((number >> 32) &* bound) >> 32),
      Int(truncatingIfNeeded: ((number & 0xFFFF_FFFF) &* bound) >> 32)
    )
  }
}
