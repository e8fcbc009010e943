/// The order in which single records are taken whatever the order of their file: by y, x, day, amount and kind.
package enum CanonicalOrder {
  /// - Parameter kindRanks: the place of each kind among all, in the order of their bytes.
  /// - Returns: the places of the records in that order; records that agree in all five are alike.
  /// - Complexity: O(n) for the first key, and O(m log m) for each run of m records that share it.
  package static func places(of points: KeptPoints, kindRanks: [Int]) -> [Int32] {
    var order = radixSorted(points.y)
    func precedes(_ a: Int32, _ b: Int32) -> Bool {
      let (a, b) = (Int(a), Int(b))
      if points.x[a] != points.x[b] { return points.x[a] < points.x[b] }
      if points.days[a] != points.days[b] { return points.days[a] < points.days[b] }
      if points.amounts[a] != points.amounts[b] { return points.amounts[a] < points.amounts[b] }
      return kindRanks[Int(points.kinds[a])] < kindRanks[Int(points.kinds[b])]
    }
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, points.y[Int(order[end])] == points.y[Int(order[start])] { end += 1 }
      if end > start + 1 { order[start..<end].sort(by: precedes) }
      start = end
    }
    return order
  }

  /// The places of finite numbers in ascending order; equal ones stay in theirs.
  package static func radixSorted(_ values: [Double]) -> [Int32] {
    let count = values.count
    var keys = values.map { value in
      // −0 is 0; the bits of negative numbers run backwards.
      let bits = (value + 0).bitPattern
      return bits >> 63 == 1 ? ~bits : bits | 1 << 63
    }
    var order = (0..<count).map { Int32(truncatingIfNeeded: $0) }
    var nextKeys = keys
    var nextOrder = order
    let digits = 11
    for shift in stride(from: 0, to: 64, by: digits) {
      var starts = [Int](repeating: 0, count: 1 << digits + 1)
      for key in keys { starts[Int(truncatingIfNeeded: key >> UInt64(shift)) & (1 << digits - 1) + 1] += 1 }
      if starts.contains(count) { continue }
      for digit in 1..<starts.count { starts[digit] += starts[digit - 1] }
      for place in 0..<count {
        let digit = Int(truncatingIfNeeded: keys[place] >> UInt64(shift)) & (1 << digits - 1)
        nextKeys[starts[digit]] = keys[place]
        nextOrder[starts[digit]] = order[place]
        starts[digit] += 1
      }
      swap(&keys, &nextKeys)
      swap(&order, &nextOrder)
    }
    return order
  }
}
