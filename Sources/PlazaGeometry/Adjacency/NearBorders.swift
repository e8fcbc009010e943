internal import PlazaParallel

/// Pairs of features whose borders run within a distance of each other, by comparing edges that are near.
///
/// Distances are measured in the plane about each edge, with the metres per unit that the metric has there.
struct NearBorders: @unchecked Sendable {
  private let column: PolygonColumn
  private let rule: ContiguityRule
  private let tolerance: Double
  private let metric: GroundMetric
  private let grid: CellGrid
  private let featureOfVertex: Memory<Int32>
  private let starts: Memory<Int32>
  /// The first vertices of the edges that each cell may touch.
  private let edges: Memory<Int32>

  private static let chunk = 64

  init(_ column: PolygonColumn, _ rule: ContiguityRule, _ tolerance: Double, _ metric: GroundMetric) {
    self.column = column
    self.rule = rule
    self.tolerance = tolerance
    self.metric = metric
    var box = Envelope()
    for vertex in 0..<column.vertexCount {
      let point = column.coordinate(at: vertex)
      if point.x.isFinite && point.y.isFinite { box.expand(x: point.x, y: point.y) }
    }
    if box.isEmpty { box = Envelope(minX: 0, minY: 0, maxX: 0, maxY: 0) }
    // About two edges a cell, but no cell much smaller than the tolerance.
    let scales = metric.scales(y: box.minY / 2 + box.maxY / 2)
    let wanted = max(1, Double(column.vertexCount) / 2).squareRoot()
    let columns = max(1, min(wanted, box.width * scales.x / tolerance))
    let rows = max(1, min(wanted, box.height * scales.y / tolerance))
    let grid = CellGrid(box: box, columns: Int(columns), rows: Int(rows))
    let starts = Memory<Int32>(zeros: grid.cellCount + 1)
    let features = Memory<Int32>(zeros: column.vertexCount)
    for feature in 0..<column.featureCount {
      for vertex in column.vertices(ofFeature: feature) { features.base[vertex] = Int32(truncatingIfNeeded: feature) }
    }
    Self.forEachEdgeCell(column, grid) { cell, _ in starts.base[cell] &+= 1 }
    var place: Int32 = 0
    for cell in 0...grid.cellCount {
      let size = starts.base[cell]
      place += size
      starts.base[cell] = place
    }
    let edges = Memory<Int32>(zeros: Int(place))
    // From the end of each cell back to its beginning.
    Self.forEachEdgeCell(column, grid) { cell, edge in
      starts.base[cell] &-= 1
      edges.base[Int(starts.base[cell])] = Int32(truncatingIfNeeded: edge)
    }
    self.grid = grid
    self.starts = starts
    self.edges = edges
    featureOfVertex = features
  }

  private static func forEachEdgeCell(_ column: PolygonColumn, _ grid: CellGrid, _ body: (_ cell: Int, _ edge: Int) -> Void) {
    let walk = EdgeWalk(grid: grid, rows: 0..<grid.rows)
    for ring in 0..<column.ringCount {
      for edge in column.vertices(ofRing: ring).dropLast() {
        let (a, b) = (column.coordinate(at: edge), column.coordinate(at: edge + 1))
        guard a.x.isFinite, a.y.isFinite, b.x.isFinite, b.y.isFinite else { continue }
        walk.forEachCell(
          ax: a.x, ay: a.y, bx: b.x, by: b.y, aColumn: grid.column(a.x), aRow: grid.row(a.y), bColumn: grid.column(b.x),
          bRow: grid.row(b.y)
        ) { body($0, edge) }
      }
    }
  }

  func run(jobs: Int) -> Adjacency {
    let count = column.featureCount
    let chunks = Chunks(of: Self.chunk, in: count)
    let slots = Slots<[(Int32, Int32)]>(count: chunks.count)
    runAtOnce(chunks, workers: jobs) { chunks in
      for chunk in chunks {
        var pairs: [(Int32, Int32)] = []
        for feature in chunk.range { visit(feature, &pairs) }
        slots[chunk.number] = pairs
      }
    }
    return Adjacency(count: count, pairs: (0..<chunks.count).flatMap { slots[$0] ?? [] })
  }

  /// A stretch of an edge that is near a feature, from and to as shares of the edge.
  private struct Stretch {
    var feature: Int32
    var edge: Int
    var from: Double
    var to: Double
  }

  private func visit(_ feature: Int, _ pairs: inout [(Int32, Int32)]) {
    var stretches: [Stretch] = []
    for ring in column.rings(ofFeature: feature) {
      for edge in column.vertices(ofRing: ring).dropLast() { collect(edge, of: Int32(feature), &stretches) }
    }
    stretches.sort { ($0.feature, $0.edge, $0.from, $0.to) < ($1.feature, $1.edge, $1.from, $1.to) }
    var place = 0
    while place < stretches.count {
      let neighbor = stretches[place].feature
      var total = 0.0
      while place < stretches.count, stretches[place].feature == neighbor {
        let edge = stretches[place].edge
        var covered = 0.0
        var end = 0.0
        while place < stretches.count, stretches[place].feature == neighbor, stretches[place].edge == edge {
          covered += max(0, stretches[place].to - max(end, stretches[place].from))
          end = max(end, stretches[place].to)
          place += 1
        }
        total += covered * length(edge)
      }
      if rule == .queen || total > 4 * tolerance { pairs.append((Int32(feature), neighbor)) }
    }
  }

  private func length(_ edge: Int) -> Double {
    let (a, b) = (column.coordinate(at: edge), column.coordinate(at: edge + 1))
    let scales = metric.scales(y: a.y / 2 + b.y / 2)
    let (dx, dy) = ((b.x - a.x) * scales.x, (b.y - a.y) * scales.y)
    return (dx * dx + dy * dy).squareRoot()
  }

  private func collect(_ edge: Int, of own: Int32, _ stretches: inout [Stretch]) {
    let (a, b) = (column.coordinate(at: edge), column.coordinate(at: edge + 1))
    guard a.x.isFinite, a.y.isFinite, b.x.isFinite, b.y.isFinite else { return }
    let (low, high) = (metric.scales(y: min(a.y, b.y)), metric.scales(y: max(a.y, b.y)))
    let scales = metric.scales(y: a.y / 2 + b.y / 2)
    // A little more than the tolerance, for the metric changes along the way.
    let reachX = 1.01 * tolerance / max(min(low.x, high.x), scales.x * 1e-3)
    let reachY = 1.01 * tolerance / min(low.y, high.y)
    let box = grid.box
    let columns = [min(a.x, b.x) - reachX, max(a.x, b.x) + reachX].map { grid.column(max(box.minX, min(box.maxX, $0))) }
    let rows = [min(a.y, b.y) - reachY, max(a.y, b.y) + reachY].map { grid.row(max(box.minY, min(box.maxY, $0))) }
    for row in rows[0]...rows[1] {
      for cell in row * grid.columns + columns[0]...row * grid.columns + columns[1] {
        for place in Int(starts.base[cell])..<Int(starts.base[cell + 1]) {
          let other = Int(edges.base[place])
          let neighbor = featureOfVertex.base[other]
          if neighbor == own { continue }
          let (c, d) = (column.coordinate(at: other), column.coordinate(at: other + 1))
          func local(_ point: Coordinate) -> (x: Double, y: Double) { ((point.x - a.x) * scales.x, (point.y - a.y) * scales.y) }
          if let (from, to) = shareWithin(tolerance, ofEdgeTo: local(b), from: local(c), to: local(d)) {
            stretches.append(Stretch(feature: neighbor, edge: edge, from: from, to: to))
          }
        }
      }
    }
  }
}

/// The part of the segment from (0, 0) to b, as shares of it, whose distance from the segment c–d is at most r; nil where there is none.
///
/// What lies within r of a segment is convex, so the part is one interval: that of two discs and the rectangle between them together.
func shareWithin(
  _ r: Double, ofEdgeTo b: (x: Double, y: Double), from c: (x: Double, y: Double), to d: (x: Double, y: Double)
) -> (Double, Double)? {
  var (low, high) = (Double.infinity, -Double.infinity)
  func add(_ from: Double, _ to: Double) {
    let (from, to) = (max(0, from), min(1, to))
    if from <= to { (low, high) = (min(low, from), max(high, to)) }
  }
  let square = b.x * b.x + b.y * b.y
  for centre in [c, d] {
    // |t b − centre|² ≤ r²
    let middle = centre.x * b.x + centre.y * b.y
    let rest = centre.x * centre.x + centre.y * centre.y - r * r
    if square == 0 {
      if rest <= 0 { add(0, 1) }
    } else {
      let discriminant = middle * middle - square * rest
      if discriminant >= 0 { add((middle - discriminant.squareRoot()) / square, (middle + discriminant.squareRoot()) / square) }
    }
  }
  let (ux, uy) = (d.x - c.x, d.y - c.y)
  let length = (ux * ux + uy * uy).squareRoot()
  if length > 0 {
    // Along c–d between its ends, and across it at most r.
    var (from, to) = (0.0, 1.0)
    func narrow(_ slope: Double, _ start: Double, _ least: Double, _ most: Double) {
      if slope == 0 {
        if start < least || start > most { to = -1 }
      } else {
        let (one, other) = ((least - start) / slope, (most - start) / slope)
        (from, to) = (max(from, min(one, other)), min(to, max(one, other)))
      }
    }
    narrow((b.x * ux + b.y * uy) / length, -(c.x * ux + c.y * uy) / length, 0, length)
    narrow((b.x * uy - b.y * ux) / length, -(c.x * uy - c.y * ux) / length, -r, r)
    add(from, to)
  }
  return low <= high ? (low, high) : nil
}
