internal import PlazaGeometry

/// Answers whether a position is inside one polygon by the even-odd rule over all its rings; edges are binned by height.
///
/// It is asked about points inside the faces that rings cut out of the plane. A position on an edge is on that side of it, the same for every
/// polygon that has the edge.
struct EvenOddIndex {
  private struct Edge {
    var a: Coordinate
    var b: Coordinate
  }

  private let bins: Bins
  private var box = Envelope()
  private var binOffsets: [Int]
  /// The edges of each bin, bin after bin; an edge that spans several stands in each.
  private var edges: [Edge]

  /// O(edges): the number of bins is halved until the edges fall into at most eight each on average.
  init(polygon: Int, of column: PolygonColumn) {
    var all: [Edge] = []
    for ring in column.rings(ofPolygon: polygon) {
      let vertices = column.vertices(ofRing: ring)
      guard let last = vertices.last else { continue }
      // From the last vertex to the first, so that a ring that does not repeat its first vertex is closed all the same.
      var a = column.coordinate(at: last)
      for vertex in vertices {
        let b = column.coordinate(at: vertex)
        box.expand(x: b.x, y: b.y)
        if a.y != b.y { all.append(Edge(a: a, b: b)) }
        a = b
      }
    }
    var bins = Bins(count: max(1, min(4096, all.count / 4)), box)
    while bins.count > 1, all.reduce(0, { $0 + bins.range($1.a.y, $1.b.y).count }) > 8 * all.count {
      bins = Bins(count: bins.count / 2, box)
    }
    var offsets = [Int](repeating: 0, count: bins.count + 1)
    for edge in all { for bin in bins.range(edge.a.y, edge.b.y) { offsets[bin + 1] += 1 } }
    for bin in 0..<bins.count { offsets[bin + 1] += offsets[bin] }
    var next = offsets
    edges = [Edge](repeating: Edge(a: Coordinate(x: 0, y: 0), b: Coordinate(x: 0, y: 0)), count: offsets[bins.count])
    for edge in all {
      for bin in bins.range(edge.a.y, edge.b.y) {
        edges[next[bin]] = edge
        next[bin] += 1
      }
    }
    self.bins = bins
    binOffsets = offsets
  }

  /// O(edges at the height of the position).
  func contains(x: Double, y: Double) -> Bool {
    guard box.contains(x: x, y: y) else { return false }
    let bin = bins.index(y)
    var inside = false
    for edge in edges[binOffsets[bin]..<binOffsets[bin + 1]] where (edge.a.y > y) != (edge.b.y > y) {
      // From the lower end whichever way the edge runs: a position on an edge of two polygons is then inside one of them.
      let (low, high) = edge.a.y < edge.b.y ? (edge.a, edge.b) : (edge.b, edge.a)
      let cross = (high.x - low.x) * (y - low.y) - (x - low.x) * (high.y - low.y)
      if cross > 0 { inside.toggle() }
    }
    return inside
  }
}

/// Equal slices of a box's height.
private struct Bins {
  let count: Int
  private let minY: Double
  private let scale: Double

  init(count: Int, _ box: Envelope) {
    self.count = count
    minY = box.minY
    scale = box.height > 0 ? Double(count) / box.height : 0
  }

  func index(_ y: Double) -> Int { max(0, min(count - 1, Int(saturating: min((y - minY) * scale, Double(count))))) }
  func range(_ a: Double, _ b: Double) -> ClosedRange<Int> { index(min(a, b))...index(max(a, b)) }
}
