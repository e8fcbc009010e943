/// Proves of one ring that no two of its edges meet but where one follows the other.
///
/// Edges in a row lie close together, so a tree over them in their order has tight boxes, needs no sorting, and is made in one pass: eight edges
/// make a node, eight nodes one of the next level. Only edges whose boxes meet are looked at, with the exact predicate.
struct RingSimplicity {
  private static let fan = 8

  struct Box {
    var low: SIMD2<Double>
    var high: SIMD2<Double>

    @inline(__always)
    func meets(_ other: Box) -> Bool { !any((low .> other.high) .| (other.low .> high)) }
  }

  private let coordinates: UnsafePointer<Double>
  private let edgeCount: Int
  /// The boxes of the edges, behind them those of every eight of these, and so on to the one of all.
  private let boxes: UnsafeMutablePointer<Box>

  /// Whether the proof succeeds; false says only that it does not: edges that touch, cross or fold back, two equal vertices in a row, fewer
  /// than three edges.
  /// - Parameter coordinates: interleaved and finite, of `vertices` vertices of which the last equals the first.
  /// - Complexity: O(n log n) for the outlines of maps, O(n²) for one that was made for it.
  static func isProven(_ coordinates: UnsafePointer<Double>, vertices: Int) -> Bool {
    let edges = vertices - 1
    guard edges >= 3 else { return false }
    var nodes = edges
    var level = edges
    while level > 1 {
      level = (level + fan - 1) / fan
      nodes += level
    }
    return withUnsafeTemporaryAllocation(of: Box.self, capacity: nodes) { boxes in
      guard let base = boxes.baseAddress else { return false }
      return RingSimplicity(coordinates: coordinates, edgeCount: edges, boxes: base).isProven()
    }
  }

  private func isProven() -> Bool {
    guard fillEdges() else { return false }
    var (start, count, height) = (0, edgeCount, 0)
    while count > 1 {
      let above = (count + Self.fan - 1) / Self.fan
      for node in 0..<above {
        var box = boxes[start + node * Self.fan]
        for child in start + node * Self.fan + 1..<start + min(count, (node + 1) * Self.fan) {
          box.low = pointwiseMin(box.low, boxes[child].low)
          box.high = pointwiseMax(box.high, boxes[child].high)
        }
        boxes[start + count + node] = box
      }
      (start, count, height) = (start + count, above, height + 1)
    }
    return !meetsItself(height, 0, start: start, count: 1)
  }

  /// False for an edge without length, which has no direction.
  private func fillEdges() -> Bool {
    var last = SIMD2(coordinates[0], coordinates[1])
    for edge in 0..<edgeCount {
      let next = SIMD2(coordinates[2 * edge + 2], coordinates[2 * edge + 3])
      if next == last { return false }
      boxes[edge] = Box(low: pointwiseMin(last, next), high: pointwiseMax(last, next))
      last = next
    }
    return true
  }

  // MARK: The tree

  /// Whether edges below a node meet each other.
  /// - Parameter start: where the boxes of its level begin, `count` of them.
  private func meetsItself(_ height: Int, _ node: Int, start: Int, count: Int) -> Bool {
    if height == 0 { return false }
    let (below, belowCount) = level(below: height, start)
    let children = node * Self.fan..<min(belowCount, (node + 1) * Self.fan)
    for first in children {
      if height > 1, meetsItself(height - 1, first, start: below, count: belowCount) { return true }
      let box = boxes[below + first]
      for second in first + 1..<children.upperBound where box.meets(boxes[below + second]) {
        if meet(height - 1, first, second, start: below) { return true }
      }
    }
    return false
  }

  /// Whether an edge below one node meets one below another of the same level; their boxes do.
  private func meet(_ height: Int, _ first: Int, _ second: Int, start: Int) -> Bool {
    if height == 0 { return edgesMeet(first, second) }
    let (below, belowCount) = level(below: height, start)
    let other = boxes[start + second]
    let others = second * Self.fan..<min(belowCount, (second + 1) * Self.fan)
    for child in first * Self.fan..<min(belowCount, (first + 1) * Self.fan) {
      let box = boxes[below + child]
      guard box.meets(other) else { continue }
      for place in others where box.meets(boxes[below + place]) {
        if meet(height - 1, child, place, start: below) { return true }
      }
    }
    return false
  }

  /// Where the boxes below a level begin, and how many there are.
  private func level(below height: Int, _ start: Int) -> (start: Int, count: Int) {
    var count = edgeCount
    for _ in 1..<max(1, height) { count = (count + Self.fan - 1) / Self.fan }
    return (start - count, count)
  }

  // MARK: Edges

  /// Whether two edges have a point in common beside the vertex in which one follows the other.
  @inline(never)
  private func edgesMeet(_ first: Int, _ second: Int) -> Bool {
    if second == first + 1 { return foldsBack(at: second) }
    if first == 0, second == edgeCount - 1 { return foldsBack(at: 0) }
    return !(isOnOneSide(of: first, second) || isOnOneSide(of: second, first))
  }

  /// Whether the edge that begins at a vertex runs back along the one that ends there.
  private func foldsBack(at vertex: Int) -> Bool {
    let a = point(vertex == 0 ? edgeCount - 1 : vertex - 1)
    let b = point(vertex)
    let c = point(vertex + 1)
    // Back means back on both axes; most edges go on along one of them, and no predicate is needed.
    guard Self.reverses(a.x, b.x, c.x), Self.reverses(a.y, b.y, c.y) else { return false }
    return orientation(ax: a.x, ay: a.y, bx: b.x, by: b.y, px: c.x, py: c.y) == 0
  }

  /// Whether the way from b to c runs against that from a to b, or both stand still.
  @inline(__always)
  private static func reverses(_ a: Double, _ b: Double, _ c: Double) -> Bool {
    (a < b && c < b) || (a > b && c > b) || (a == b && b == c)
  }

  /// Whether both ends of an edge lie strictly on one side of the line through another.
  private func isOnOneSide(of line: Int, _ edge: Int) -> Bool {
    let (a, b, c, d) = (point(line), point(line + 1), point(edge), point(edge + 1))
    let side = orientation(ax: a.x, ay: a.y, bx: b.x, by: b.y, px: c.x, py: c.y)
    return side != 0 && side == orientation(ax: a.x, ay: a.y, bx: b.x, by: b.y, px: d.x, py: d.y)
  }

  @inline(__always)
  private func point(_ vertex: Int) -> (x: Double, y: Double) { (coordinates[2 * vertex], coordinates[2 * vertex + 1]) }
}
