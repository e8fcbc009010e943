/// The edges of polygons, set off against each other: where two neighbours run along one edge, each on its side, nothing is left of it.
///
/// What is left tells where ground is covered otherwise than once: the number of polygons over a place changes across these edges only. On a
/// layer without flaws they are its outline. An edge is one by its two ends, exactly; a border that one side has more vertices of is left on
/// both. Balances are kept by label: of the polygons of several layers in one plane, or of the parts of a larger area.
public struct EdgeBalance: Sendable {
  struct Edge: Sendable {
    var ax: Double
    var ay: Double
    var bx: Double
    var by: Double
    var label: Int32
    /// The feature that it was met in first.
    var feature: Int32
    /// How many polygons more have the edge's left side inside than its right.
    var weight: Int32
  }

  private(set) var edges: [Edge] = []
  /// One more than the place in `edges`, by hash; 0 is vacant.
  private var table: [Int32]

  /// - Parameter edges: about how many are to come.
  public init(edges: Int = 0) {
    var size = 1 << 10
    while size < edges { size <<= 1 }
    table = [Int32](repeating: 0, count: size)
    self.edges.reserveCapacity(min(edges, 1 << 24))
  }

  /// All features of a column, each with a label. O(vertices), some tens of nanoseconds each.
  public init(_ column: PolygonColumn) {
    self.init(edges: column.vertexCount)
    for feature in 0..<column.featureCount { add(feature, of: column) }
  }

  /// - Parameter sign: −1 takes the feature away: what is left then tells where it differs from what was added.
  public mutating func add(_ feature: Int, of column: PolygonColumn, label: Int = 0, sign: Int = 1) {
    let label = Int32(truncatingIfNeeded: label)
    for polygon in column.polygons(ofFeature: feature) {
      let rings = column.rings(ofPolygon: polygon)
      for ring in rings {
        let vertices = column.vertices(ofRing: ring)
        column.coordinates.withUnsafeBufferPointer { values in
          guard let base = values.baseAddress else { return }
          let doubled = Self.doubledArea(base, vertices)
          guard doubled != 0 else { return }
          let weight: Int32 = (doubled > 0) == (ring == rings.lowerBound) ? 1 : -1
          for vertex in vertices.dropLast() {
            let at = base + 2 * vertex
            // −0 and 0 are one place.
            put(
              Edge(
                ax: at[0] + 0, ay: at[1] + 0, bx: at[2] + 0, by: at[3] + 0, label: label,
                feature: Int32(truncatingIfNeeded: feature), weight: sign < 0 ? -weight : weight))
          }
        }
      }
    }
  }

  private static func doubledArea(_ base: UnsafePointer<Double>, _ vertices: Range<Int>) -> Double {
    guard let first = vertices.first else { return 0 }
    let (x0, y0) = (base[2 * first], base[2 * first + 1])
    var doubled = 0.0
    for vertex in vertices.dropLast() {
      let at = base + 2 * vertex
      doubled += (at[0] - x0) * (at[3] - y0) - (at[2] - x0) * (at[1] - y0)
    }
    return doubled
  }

  @inline(__always)
  private static func hash(_ x: Double, _ y: Double) -> UInt64 {
    var h = x.bitPattern &* 0x9E37_79B9_7F4A_7C15
    h ^= h >> 29
    h = (h ^ y.bitPattern) &* 0xBF58_476D_1CE4_E5B9
    return h ^ (h >> 32)
  }

  @inline(__always)
  private static func slot(_ edge: Edge, _ mask: Int) -> Int {
    // The same whichever way the edge is run through.
    let h = (hash(edge.ax, edge.ay) &+ hash(edge.bx, edge.by)) &+ UInt64(truncatingIfNeeded: edge.label) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (h ^ (h >> 31)) &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
  }

  @inline(__always)
  private mutating func put(_ edge: Edge) {
    let (ax, ay, bx, by) = (edge.ax, edge.ay, edge.bx, edge.by)
    if ax == bx, ay == by { return }
    let mask = table.count - 1
    var slot = Self.slot(edge, mask)
    while table[slot] != 0 {
      let place = Int(table[slot]) - 1
      let other = edges[place]
      if other.label == edge.label {
        if other.ax == ax, other.ay == ay, other.bx == bx, other.by == by {
          edges[place].weight += edge.weight
          return
        }
        if other.ax == bx, other.ay == by, other.bx == ax, other.by == ay {
          edges[place].weight -= edge.weight
          return
        }
      }
      slot = (slot + 1) & mask
    }
    edges.append(edge)
    table[slot] = Int32(truncatingIfNeeded: edges.count)
    if edges.count * 4 > table.count * 3 { grow() }
  }

  private mutating func grow() {
    table = [Int32](repeating: 0, count: 2 * table.count)
    let mask = table.count - 1
    for (place, edge) in edges.enumerated() {
      var slot = Self.slot(edge, mask)
      while table[slot] != 0 { slot = (slot + 1) & mask }
      table[slot] = Int32(truncatingIfNeeded: place + 1)
    }
  }

  // MARK: What is left

  /// The labels under which something is left, ascending.
  public var openLabels: [Int] { Set(edges.lazy.filter { $0.weight != 0 }.map { Int($0.label) }).sorted() }

  /// The edges that are left under each label, joined into lines where one follows the other: a feature for each of `openLabels`.
  public func openLines() -> (labels: [Int], lines: LineColumn) {
    let labels = openLabels
    var open = [[Int]](repeating: [], count: labels.count)
    let place = Dictionary(uniqueKeysWithValues: labels.enumerated().map { (Int32($1), $0) })
    for index in edges.indices where edges[index].weight != 0 { open[place[edges[index].label]!].append(index) }
    var lines = LineColumn()
    for group in open {
      var last: Edge?
      for index in group {
        let edge = edges[index]
        if let last, last.bx != edge.ax || last.by != edge.ay { lines.endLine() }
        if last == nil || last!.bx != edge.ax || last!.by != edge.ay { lines.append(x: edge.ax, y: edge.ay) }
        lines.append(x: edge.bx, y: edge.by)
        last = edge
      }
      if last != nil { lines.endLine() }
      lines.endFeature()
    }
    return (labels, lines)
  }

  /// The edges that are left under any label, with the feature that each was met in first: a line of its own each.
  public func openEdges() -> (lines: LineColumn, features: [Int]) {
    var (lines, features) = (LineColumn(), [Int]())
    for edge in edges where edge.weight != 0 {
      lines.append(x: edge.ax, y: edge.ay)
      lines.append(x: edge.bx, y: edge.by)
      lines.endLine()
      features.append(Int(edge.feature))
    }
    lines.endFeature()
    return (lines, features)
  }

  /// All edges whose boxes meet one of some boxes, also those of which nothing is left, each once: lines of one feature.
  public func lines(meeting boxes: [Envelope]) -> LineColumn {
    var lines = LineColumn()
    var all = Envelope()
    for box in boxes where !box.isEmpty { all.expand(box) }
    if !all.isEmpty {
      let index = BoxIndex(boxes)
      for edge in edges {
        let box = Envelope(
          minX: min(edge.ax, edge.bx), minY: min(edge.ay, edge.by), maxX: max(edge.ax, edge.bx), maxY: max(edge.ay, edge.by))
        guard box.touches(all) else { continue }
        var meets = false
        index.forEach(meeting: box) { _ in meets = true }
        guard meets else { continue }
        lines.append(x: edge.ax, y: edge.ay)
        lines.append(x: edge.bx, y: edge.by)
        lines.endLine()
      }
    }
    lines.endFeature()
    return lines
  }
}
