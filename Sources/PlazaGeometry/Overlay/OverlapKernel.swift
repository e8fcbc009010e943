/// The surface that two blocks of signed edges have in common, in memory that one worker owns.
///
/// The surface of an intersection is a sum over pairs of edges: over the abscissas that both have, the ground below the lower of the two,
/// with the product of their signs. Nothing is cut or joined, so shared and nearly shared borders cost nothing but rounding, some 10⁻¹⁵ of
/// the common box for each pair of edges that meet in it.
struct OverlapKernel: ~Copyable {
  /// An edge within the common box: abscissas from its left side, ordinates from its base.
  private struct Local {
    var u0: Double
    var u1: Double
    var v0: Double
    var v1: Double
    var slope: Double
    var weight: Double
  }

  private let left: UnsafeMutablePointer<Local>
  private let right: UnsafeMutablePointer<Local>

  /// - Parameter most: the edges of the largest block on each side.
  init(most: (left: Int, right: Int)) {
    left = .allocate(capacity: max(1, most.left))
    right = .allocate(capacity: max(1, most.right))
  }

  deinit {
    left.deallocate()
    right.deallocate()
  }

  /// - Parameter box: what the boxes of the two blocks have in common, with width and height above 0.
  func surface(_ a: UnsafeBufferPointer<SignedEdge>, _ b: UnsafeBufferPointer<SignedEdge>, in box: Envelope) -> Double {
    let (countA, countB) = (load(a, box, left), load(b, box, right))
    let height = box.maxY - box.minY
    var sum = 0.0
    for i in 0..<countA {
      let p = left[i]
      for j in 0..<countB {
        let q = right[j]
        let from = max(p.u0, q.u0)
        let to = min(p.u1, q.u1)
        if from >= to { continue }
        sum += p.weight * q.weight * Self.ground(p, q, from, to, height)
      }
    }
    return max(0, sum)
  }

  /// Takes the edges that bound ground within the box, those above it brought down to its top.
  private func load(_ edges: UnsafeBufferPointer<SignedEdge>, _ box: Envelope, _ local: UnsafeMutablePointer<Local>) -> Int {
    let height = box.maxY - box.minY
    let width = box.maxX - box.minX
    var count = 0
    for edge in edges {
      if edge.x1 <= box.minX || edge.x0 >= box.maxX || (edge.y0 <= box.minY && edge.y1 <= box.minY) { continue }
      let u0 = edge.x0 - box.minX
      let u1 = edge.x1 - box.minX
      var v0 = edge.y0 - box.minY
      var v1 = edge.y1 - box.minY
      if v0 >= height, v1 >= height { (v0, v1) = (height, height) }
      let slope = (v1 - v0) / (u1 - u0)
      var result = Local(u0: u0, u1: u1, v0: v0, v1: v1, slope: slope, weight: edge.weight)
      if u1 > width {
        result.u1 = width
        result.v1 = v0 + slope * (width - u0)
      }
      if u0 < 0 {
        result.u0 = 0
        result.v0 = v0 - slope * u0
      }
      if result.u0 < result.u1 {
        local[count] = result
        count += 1
      }
    }
    return count
  }

  /// The integral of the lower of two edges, within the height of the box.
  @inline(__always)
  private static func ground(_ p: Local, _ q: Local, _ from: Double, _ to: Double, _ height: Double) -> Double {
    let p0 = from == p.u0 ? p.v0 : p.v0 + p.slope * (from - p.u0)
    let p1 = to == p.u1 ? p.v1 : p.v0 + p.slope * (to - p.u0)
    let q0 = from == q.u0 ? q.v0 : q.v0 + q.slope * (from - q.u0)
    let q1 = to == q.u1 ? q.v1 : q.v0 + q.slope * (to - q.u0)
    let width = to - from
    let first = p0 - q0
    let last = p1 - q1
    if first <= 0, last <= 0 { return within(p0, p1, height) * width }
    if first >= 0, last >= 0 { return within(q0, q1, height) * width }
    let share = first / (first - last)
    let crossing = p0 + (p1 - p0) * share
    return (within(min(p0, q0), crossing, height) * share + within(crossing, min(p1, q1), height) * (1 - share)) * width
  }

  /// The mean, from one value straight to another, of what lies between 0 and the height.
  @inline(__always)
  private static func within(_ a: Double, _ b: Double, _ height: Double) -> Double {
    if a >= 0, b >= 0, a <= height, b <= height { return (a + b) / 2 }
    return positive(a, b) - positive(a - height, b - height)
  }

  @inline(__always)
  private static func positive(_ a: Double, _ b: Double) -> Double {
    let low = min(a, b)
    let high = max(a, b)
    if low >= 0 { return (low + high) / 2 }
    return high <= 0 ? 0 : high * high / (high - low) / 2
  }
}
