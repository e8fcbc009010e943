/// Lines cut at the nodes: the edges of a graph before they have their numbers.
struct StreetPieces {
  var x: [Double] = []
  var y: [Double] = []
  /// The length from each vertex to the next one of its piece.
  var steps: [Double] = []
  var starts: [Int32] = [0]
  /// Places at first, then nodes.
  var startNodes: [Int32] = []
  var endNodes: [Int32] = []
  var nodeCoordinates: [Double] = []
  /// Lines that have a piece at least.
  var lineCount = 0

  init() {}

  init(_ kept: StreetLines, _ places: StreetPlaces) {
    for line in 0..<kept.count {
      let before = pieceCount
      append(Int(kept.starts[line])..<Int(kept.starts[line + 1]), of: kept, places)
      if pieceCount > before { lineCount += 1 }
    }
  }

  var pieceCount: Int { startNodes.count }

  private mutating func append(_ vertices: Range<Int>, of kept: StreetLines, _ places: StreetPlaces) {
    var start = places.placeOfVertex[vertices.lowerBound]
    var last = start
    add(place: Int(start), places)
    for vertex in vertices.dropFirst() {
      let place = places.placeOfVertex[vertex]
      // Snapped onto the vertex before it.
      if place == last { continue }
      let ratio = kept.ratios.isEmpty ? 1 : kept.ratios[vertex - 1]
      add(place: Int(place), places)
      let count = x.count
      steps[count - 2] = ratio * planarLength(x[count - 1] - x[count - 2], y[count - 1] - y[count - 2])
      last = place
      guard places.isNode[Int(place)] else { continue }
      starts.append(Int32(count))
      startNodes.append(start)
      endNodes.append(place)
      start = place
      add(place: Int(place), places)
    }
    // The end of a line is a node, so that only the vertex of a piece without a second one is left.
    x.removeLast()
    y.removeLast()
    steps.removeLast()
  }

  private mutating func add(place: Int, _ places: StreetPlaces) {
    x.append(places.x[place])
    y.append(places.y[place])
    steps.append(0)
  }

  func vertices(of piece: Int) -> Range<Int> { Int(starts[piece])..<Int(starts[piece + 1]) }

  // MARK: Numbers

  /// Numbers the places that are ends of pieces, and turns each piece so that it begins at its lower node.
  mutating func numberNodes(_ places: StreetPlaces) {
    var isUsed = [Bool](repeating: false, count: places.x.count)
    for place in startNodes + endNodes { isUsed[Int(place)] = true }
    let used = places.x.indices.filter { isUsed[$0] }
    let curve = MortonCurve(x: used.map { places.x[$0] }, y: used.map { places.y[$0] })
    // Equal codes keep the order of the places: x, then y.
    let order = used.map { (code: curve.code(x: places.x[$0], y: places.y[$0]), place: $0) }
      .sorted { ($0.code, $0.place) < ($1.code, $1.place) }
    var nodeOfPlace = [Int32](repeating: -1, count: places.x.count)
    nodeCoordinates.reserveCapacity(2 * order.count)
    for (node, entry) in order.enumerated() {
      nodeOfPlace[entry.place] = Int32(node)
      nodeCoordinates.append(places.x[entry.place])
      nodeCoordinates.append(places.y[entry.place])
    }
    for piece in 0..<pieceCount {
      startNodes[piece] = nodeOfPlace[Int(startNodes[piece])]
      endNodes[piece] = nodeOfPlace[Int(endNodes[piece])]
      if startNodes[piece] > endNodes[piece] || startNodes[piece] == endNodes[piece] && isBackward(piece) { turn(piece) }
    }
  }

  /// Whether a loop read from its end comes before itself.
  private func isBackward(_ piece: Int) -> Bool {
    let vertices = vertices(of: piece)
    for (forth, back) in zip(vertices, vertices.reversed()) where (x[forth], y[forth]) != (x[back], y[back]) {
      return (x[back], y[back]) < (x[forth], y[forth])
    }
    return false
  }

  private mutating func turn(_ piece: Int) {
    swap(&startNodes[piece], &endNodes[piece])
    let vertices = vertices(of: piece)
    x[vertices].reverse()
    y[vertices].reverse()
    steps[vertices.dropLast()].reverse()
  }

  /// The pieces by nodes, then course; it does not matter which of two of the same course comes first.
  func canonicalOrder() -> [Int] {
    (0..<pieceCount).sorted { a, b in
      let (nodesA, nodesB) = ((startNodes[a], endNodes[a]), (startNodes[b], endNodes[b]))
      if nodesA != nodesB { return nodesA < nodesB }
      let (verticesA, verticesB) = (vertices(of: a), vertices(of: b))
      for (i, j) in zip(verticesA, verticesB) where (x[i], y[i], steps[i]) != (x[j], y[j], steps[j]) {
        return (x[i], y[i], steps[i]) < (x[j], y[j], steps[j])
      }
      return verticesA.count < verticesB.count
    }
  }
}
