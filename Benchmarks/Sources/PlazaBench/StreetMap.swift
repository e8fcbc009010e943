/// Streets to walk on: quarters of crooked blocks, joined by a few streets each, every street in four segments, as maps of towns have them.
struct StreetMap {
  /// Junctions along a side of the town, and of a quarter.
  static let side = 165
  static let quarter = 11
  /// Metres between junctions, and how far one is moved at most.
  static let block = 100.0
  static let shift = 30.0
  static let segments = 4
  static let spaces = 1_000
  /// Metres.
  static let limit = 1_000

  private(set) var nodes: [(x: Double, y: Double)] = []
  private(set) var edges: [(from: Int, to: Int)] = []
  /// The nodes that spaces stand at, each once.
  private(set) var spaces: [Int] = []

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let side = Self.side
    for place in 0..<side * side {
      nodes.append(
        (
          Double(place % side) * Self.block + Self.shift * random.signed(),
          Double(place / side) * Self.block + Self.shift * random.signed()
        ))
    }
    for row in 0..<side {
      for column in 0..<side {
        if column + 1 < side, Self.isOpen(column, along: row) { street(row * side + column, row * side + column + 1, &random) }
        if row + 1 < side, Self.isOpen(row, along: column) { street(row * side + column, (row + 1) * side + column, &random) }
      }
    }
    var isTaken = [Bool](repeating: false, count: nodes.count)
    while spaces.count < Self.spaces {
      let node = random.below(nodes.count)
      if !isTaken[node] { spaces.append(node) }
      isTaken[node] = true
    }
  }

  /// Two streets lead from the side of one quarter to the next.
  private static func isOpen(_ place: Int, along other: Int) -> Bool {
    place % quarter < quarter - 1 || other % quarter == 2 || other % quarter == 8
  }

  private mutating func street(_ from: Int, _ to: Int, _ random: inout SplitMix64) {
    let (a, b) = (nodes[from], nodes[to])
    var last = from
    for step in 1..<Self.segments {
      let share = Double(step) / Double(Self.segments)
      nodes.append((a.x + (b.x - a.x) * share + 8 * random.signed(), a.y + (b.y - a.y) * share + 8 * random.signed()))
      edges.append((last, nodes.count - 1))
      last = nodes.count - 1
    }
    edges.append((last, to))
  }

  /// Writes `PREFIX_nodes.bin`, interleaved x and y, `PREFIX_edges.bin`, pairs of nodes, and `PREFIX_spaces.bin`, nodes; all as doubles.
  func write(prefix: String) throws(BenchError) {
    let nodeFile = try ByteWriter(path: prefix + "_nodes.bin")
    for node in nodes {
      nodeFile.write(double: node.x)
      nodeFile.write(double: node.y)
    }
    try nodeFile.finish()
    let edgeFile = try ByteWriter(path: prefix + "_edges.bin")
    for edge in edges {
      edgeFile.write(double: Double(edge.from))
      edgeFile.write(double: Double(edge.to))
    }
    try edgeFile.finish()
    let spaceFile = try ByteWriter(path: prefix + "_spaces.bin")
    for space in spaces { spaceFile.write(double: Double(space)) }
    try spaceFile.finish()
  }
}

/// What two sides say each space reaches: nodes and the metres to them, the nodes of a space ascending.
struct WalkDifference {
  /// Between the distances of nodes that both have.
  var greatest = 0.0
  /// Nodes that one side has and the other has not, and how far from the limit the farthest of them lies.
  var unmatched = 0
  var fromLimit = 0.0

  /// Columns of `spaces` counts, then all nodes, then all distances.
  init(_ ours: [Double], _ theirs: [Double], spaces: Int, limit: Double) throws(BenchError) {
    let sides = [ours, theirs]
    for side in sides where side.count < spaces || side.count != spaces + 2 * Int(side.prefix(spaces).reduce(0, +)) {
      throw BenchError("walks of \(side.count) numbers")
    }
    let totals = sides.map { ($0.count - spaces) / 2 }
    var places = [spaces, spaces]
    for space in 0..<spaces {
      let ends = [places[0] + Int(ours[space]), places[1] + Int(theirs[space])]
      while places[0] < ends[0] || places[1] < ends[1] {
        let nodes = (0..<2).map { places[$0] < ends[$0] ? sides[$0][places[$0]] : .infinity }
        let distances = (0..<2).map { places[$0] < ends[$0] ? sides[$0][places[$0] + totals[$0]] : .nan }
        if nodes[0] == nodes[1] {
          greatest = max(greatest, abs(distances[0] - distances[1]))
        } else {
          unmatched += 1
          fromLimit = max(fromLimit, abs(limit - (nodes[0] < nodes[1] ? distances[0] : distances[1])))
        }
        if nodes[0] <= nodes[1] { places[0] += 1 }
        if nodes[1] <= nodes[0] { places[1] += 1 }
      }
    }
  }
}
