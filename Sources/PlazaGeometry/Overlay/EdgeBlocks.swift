/// The polygons of a column as blocks of signed edges, none of them large: the sides of an overlap.
///
/// A polygon of many edges is halved again and again; a block counts the ground inside its box only. What lies above a block is one level
/// edge along its top wherever the polygon is inside there.
struct EdgeBlocks: Sendable {
  /// Of each block; the lower side is the base from which ground is counted.
  private(set) var boxes: [Envelope] = []
  /// The feature that each block is of, ascending.
  private(set) var features: [Int32] = []
  private(set) var starts: [Int] = [0]
  private(set) var edges: [SignedEdge] = []

  /// Edges of a block: fewer make more blocks, more make each pair of blocks dearer.
  private static let limit = 160
  /// Where many edges meet in one place no halving tells them apart.
  private static let depth = 40

  var count: Int { boxes.count }
  /// The edges of the largest block.
  var most: Int { boxes.indices.reduce(0) { max($0, starts[$1 + 1] - starts[$1]) } }

  /// - Complexity: O(n log n) in the edges of the largest polygon.
  init(_ column: PolygonColumn) {
    edges.reserveCapacity(column.vertexCount)
    var large: [SignedEdge] = []
    for feature in 0..<column.featureCount {
      for polygon in column.polygons(ofFeature: feature) {
        let rings = column.rings(ofPolygon: polygon)
        let vertices =
          column.vertices(ofRing: rings.lowerBound).lowerBound..<column.vertices(ofRing: rings.upperBound - 1).upperBound
        var box = Envelope()
        column.coordinates.withUnsafeBufferPointer { values in
          for vertex in vertices { box.expand(x: values[2 * vertex], y: values[2 * vertex + 1]) }
        }
        if vertices.count <= Self.limit {
          SignedEdge.append(polygon: polygon, of: column, to: &edges)
          close(box, feature)
        } else {
          large.removeAll(keepingCapacity: true)
          SignedEdge.append(polygon: polygon, of: column, to: &large)
          divide(large, box, feature, depth: 0)
        }
      }
    }
  }

  private mutating func close(_ box: Envelope, _ feature: Int) {
    guard edges.count > starts[starts.count - 1], box.width > 0, box.height > 0 else {
      edges.removeSubrange(starts[starts.count - 1]...)
      return
    }
    boxes.append(box)
    features.append(Int32(feature))
    starts.append(edges.count)
  }

  private mutating func divide(_ block: [SignedEdge], _ box: Envelope, _ feature: Int, depth: Int) {
    if block.count <= Self.limit || depth == Self.depth {
      edges += block
      return close(box, feature)
    }
    var (low, high) = (box, box)
    if box.width >= box.height {
      let middle = box.minX / 2 + box.maxX / 2
      (low.maxX, high.minX) = (middle, middle)
      let halves = Self.halves(block, atX: middle)
      divide(halves.low, low, feature, depth: depth + 1)
      divide(halves.high, high, feature, depth: depth + 1)
    } else {
      let middle = box.minY / 2 + box.maxY / 2
      (low.maxY, high.minY) = (middle, middle)
      let halves = Self.halves(block, atY: middle)
      divide(halves.low, low, feature, depth: depth + 1)
      divide(halves.high, high, feature, depth: depth + 1)
    }
  }

  private static func halves(_ block: [SignedEdge], atX middle: Double) -> (low: [SignedEdge], high: [SignedEdge]) {
    var low: [SignedEdge] = []
    var high: [SignedEdge] = []
    for edge in block {
      if edge.x1 <= middle {
        low.append(edge)
      } else if edge.x0 >= middle {
        high.append(edge)
      } else {
        var (left, right) = (edge, edge)
        let y = edge.y(at: middle)
        (left.x1, left.y1) = (middle, y)
        (right.x0, right.y0) = (middle, y)
        low.append(left)
        high.append(right)
      }
    }
    return (low, high)
  }

  private static func halves(_ block: [SignedEdge], atY middle: Double) -> (low: [SignedEdge], high: [SignedEdge]) {
    var low: [SignedEdge] = []
    var high: [SignedEdge] = []
    var above: [(x: Double, weight: Double)] = []
    func cover(_ edge: SignedEdge) { above += [(edge.x0, edge.weight), (edge.x1, -edge.weight)] }
    for edge in block {
      if max(edge.y0, edge.y1) <= middle {
        low.append(edge)
      } else if min(edge.y0, edge.y1) >= middle {
        high.append(edge)
        cover(edge)
      } else {
        let x = edge.x(at: middle)
        var (left, right) = (edge, edge)
        (left.x1, left.y1) = (x, middle)
        (right.x0, right.y0) = (x, middle)
        let (under, over) = edge.y0 < middle ? (left, right) : (right, left)
        if under.x0 < under.x1 { low.append(under) }
        if over.x0 < over.x1 {
          high.append(over)
          cover(over)
        }
      }
    }
    above.sort { $0.x < $1.x }
    var weight = 0.0
    var start = 0.0
    var place = 0
    while place < above.count {
      let x = above[place].x
      var next = weight
      while place < above.count, above[place].x == x {
        next += above[place].weight
        place += 1
      }
      guard next != weight else { continue }
      if weight != 0 { low.append(SignedEdge(x0: start, y0: middle, x1: x, y1: middle, weight: weight)) }
      (weight, start) = (next, x)
    }
    return (low, high)
  }

  @inline(__always)
  func withEdges<Result>(_ body: (UnsafeBufferPointer<SignedEdge>) -> Result) -> Result {
    edges.withUnsafeBufferPointer(body)
  }
}
