import Glibc

/// Irregular areas that tile a metropolis without gaps or overlaps: courses of cells, like bricks, with shared fractal edges.
///
/// Row r holds `n / rows` or one more cell, so that any number of areas comes out exactly; the courses are shifted against each
/// other, so that a cell has about six neighbours, as districts do. A border between two cells is made once and walked by both.
struct Tiling {
  static let west = -89.35
  static let south = 13.55
  static let side = 0.35

  struct Vertex { var x: Double, y: Double }

  private var cells: [Int]
  /// The corners along each horizontal line, west to east; the first and last lie on the metropolis' own border.
  private var lines: [[Vertex]]
  /// For each row, where its cells end on the line below and on the line above (indices into `lines`).
  private var below: [[Int]]
  private var above: [[Int]]
  private var spacing: Double
  private var seed: UInt64

  /// - Parameter count: areas, at least 1.
  /// - Parameter vertices: about how many vertices an area has.
  init(count: Int, vertices: Int, seed: UInt64) {
    let rows = max(1, Int(Double(count).squareRoot().rounded()))
    cells = (0..<rows).map { count * ($0 + 1) / rows - count * $0 / rows }
    self.seed = seed
    let height = 1 / Double(rows)
    let widest = 1 / (Double(count) / Double(rows))
    spacing = 2 * (height + widest) / Double(max(vertices, 4))

    var random = SplitMix64(seed: seed)
    // A cut is where two cells of a row meet; it is jittered apart on the two lines, so walls lean.
    var cuts: [(low: [Double], high: [Double])] = []
    for (row, count) in cells.enumerated() {
      let shift = row.isMultiple(of: 2) ? 0.25 : -0.25
      let places = (1..<max(count, 1)).map { (Double($0) + shift) / Double(count) }
      let lean = 0.12 / Double(count)
      cuts.append((places.map { $0 + lean * random.signed() }, places.map { $0 + lean * random.signed() }))
    }
    lines = []
    below = Array(repeating: [], count: rows)
    above = Array(repeating: [], count: rows)
    for line in 0...rows {
      let under = line > 0 ? cuts[line - 1].high : []
      let over = line < rows ? cuts[line].low : []
      // Corners nearer than a hair become one, so that no sliver of an edge is left between them.
      let hair = 0.01 * widest
      var places: [Double] = [0]
      for x in (under + over).sorted() where x - places[places.count - 1] > hair && x < 1 - hair { places.append(x) }
      places.append(1)
      let outer = line == 0 || line == rows
      var lift = 0.0
      var nodes: [Vertex] = []
      for (i, x) in places.enumerated() {
        let gap = i == 0 ? 1 : x - places[i - 1]
        if gap > 0.2 * widest { lift = outer ? 0 : 0.16 * height * random.signed() }
        nodes.append(Vertex(x: x, y: Double(line) * height + lift))
      }
      lines.append(nodes)
      func nearest(_ cuts: [Double]) -> [Int] {
        cuts.map { cut in places.indices.min { abs(places[$0] - cut) < abs(places[$1] - cut) }! }
      }
      if line > 0 { above[line - 1] = [0] + nearest(under) + [places.count - 1] }
      if line < rows { below[line] = [0] + nearest(over) + [places.count - 1] }
    }
  }

  /// Calls `body` with each area's closed ring, counter-clockwise, in degrees times 10^7.
  func forEachRing(_ body: ([(x: Int, y: Int)]) -> Void) {
    var index = 0
    for row in cells.indices {
      for cell in 0..<cells[row] {
        var ring: [Vertex] = []
        let bottom = below[row][cell]...below[row][cell + 1]
        let top = above[row][cell]...above[row][cell + 1]
        for i in bottom.dropLast() { append(edge: lines[row][i], lines[row][i + 1], key: (0, row, i), to: &ring) }
        append(edge: lines[row][bottom.upperBound], lines[row + 1][top.upperBound], key: (1, row, cell + 1), to: &ring)
        for i in top.dropLast().reversed() {
          append(edge: lines[row + 1][i], lines[row + 1][i + 1], key: (0, row + 1, i), reversed: true, to: &ring)
        }
        append(
          edge: lines[row][bottom.lowerBound], lines[row + 1][top.lowerBound], key: (1, row, cell), reversed: true, to: &ring)
        ring.append(ring[0])
        body(
          ring.map {
            (
              Int(((Self.west + $0.x * Self.side) * 1e7).rounded()),
              Int(((Self.south + $0.y * Self.side) * 1e7).rounded())
            )
          })
        index += 1
      }
    }
  }

  /// Adds the edge without its last vertex; its shape depends on its key only, so both neighbours draw the same line.
  private func append(
    edge a: Vertex, _ b: Vertex, key: (kind: Int, line: Int, place: Int), reversed: Bool = false, to ring: inout [Vertex]
  ) {
    let dx = b.x - a.x
    let dy = b.y - a.y
    let segments = max(1, Int(((dx * dx + dy * dy).squareRoot() / spacing).rounded()))
    let outer = key.kind == 0 ? key.line == 0 || key.line == cells.count : key.place == 0 || key.place == cells[key.line]
    var random = SplitMix64(seed: seed &+ UInt64(key.kind + 2 * (key.place + 1_000_003 * key.line)) &* 0x9E37_79B9_7F4A_7C15)
    var line = [a]
    line.reserveCapacity(segments + 1)
    bend(a, b, segments, outer ? 0 : 0.07, &random, &line)
    if reversed { line.reverse() }
    ring.append(contentsOf: line.dropLast())
  }

  /// Midpoint displacement: halves the edge until it has the wanted number of segments, moving each middle sideways.
  private func bend(
    _ a: Vertex, _ b: Vertex, _ segments: Int, _ amplitude: Double, _ random: inout SplitMix64, _ line: inout [Vertex]
  ) {
    if segments <= 1 {
      line.append(b)
      return
    }
    let left = segments / 2
    let share = Double(left) / Double(segments)
    let move = amplitude * random.signed()
    let middle = Vertex(x: a.x + share * (b.x - a.x) - move * (b.y - a.y), y: a.y + share * (b.y - a.y) + move * (b.x - a.x))
    bend(a, middle, left, amplitude, &random, &line)
    bend(middle, b, segments - left, amplitude, &random, &line)
  }

  /// Writes the tiling as a GeoJSON FeatureCollection (`code`, `name`, `population`) and returns its number of vertices.
  func write(to path: String) throws(BenchError) -> Int {
    let out = try ByteWriter(path: path)
    out.write("{\"type\":\"FeatureCollection\",\"features\":[\n")
    var vertices = 0
    var index = 0
    forEachRing { ring in
      if index > 0 { out.write(",\n") }
      out.write("{\"type\":\"Feature\",\"properties\":{\"code\":\"")
      out.write(index, width: 6)
      out.write("\",\"name\":\"Área ")
      out.write(index)
      out.write("\",\"population\":")
      out.write(1000 + index * 7919 % 9000)
      out.write("},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[")
      for (i, vertex) in ring.enumerated() {
        out.write(i > 0 ? ",[" : "[")
        out.write(scaled: vertex.x, decimals: 7, unit: 10_000_000)
        out.write(byte: 44)
        out.write(scaled: vertex.y, decimals: 7, unit: 10_000_000)
        out.write(byte: 93)
      }
      out.write("]]}}")
      vertices += ring.count
      index += 1
    }
    out.write("\n]}\n")
    try out.finish()
    return vertices
  }
}
