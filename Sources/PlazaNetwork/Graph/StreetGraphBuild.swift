public import PlazaGeometry

extension StreetGraph {
  /// A graph of lines in a metric CRS.
  ///
  /// Lines without a length are dropped and counted. Where snapping moves a vertex, the segments at it take their new course and length.
  /// - Parameter lengths: for each vertex of the column the true length of the segment that begins there, in metres, above 0 wherever its
  ///   ends differ; the entry of the last vertex of a line is not read. Without it, lengths are those in the plane.
  /// - Parameter snap: an end of a line within so many metres of another vertex becomes one node with it, where the lowest of all the
  ///   vertices that hang together in this way stands (by x, then y). 0 joins equal coordinates only.
  /// - Complexity: O(v log v) for v vertices; fewer than 2³⁰ of them.
  public init(_ lines: LineColumn, lengths: [Double]? = nil, snap: Double = 0) {
    precondition(lines.vertexCount < 1 << 30, "too many vertices for one graph")
    precondition(lengths.map { $0.count == lines.vertexCount } ?? true, "as many lengths as vertices")
    precondition(snap >= 0 && snap.isFinite, "a tolerance of at least 0")
    let kept = StreetLines(lines, lengths: lengths)
    let places = StreetPlaces(kept, snap: snap)
    var pieces = StreetPieces(kept, places).joined(placeCount: places.x.count)
    pieces.numberNodes(places)
    self.init(
      pieces,
      account: Account(lines: lines.lineCount, dropped: lines.lineCount - pieces.lineCount, snapped: places.snapped))
  }

  private init(_ pieces: StreetPieces, account: Account) {
    self.account = account
    nodeCoordinates = pieces.nodeCoordinates
    let order = pieces.canonicalOrder()
    var ends: [Int32] = []
    var lengths: [Double] = []
    var vertexOffsets: [Int32] = [0]
    var coordinates: [Double] = []
    var offsets: [Double] = []
    coordinates.reserveCapacity(pieces.x.count * 2)
    offsets.reserveCapacity(pieces.x.count)
    for piece in order {
      let vertices = pieces.vertices(of: piece)
      var length = 0.0
      for vertex in vertices {
        coordinates.append(pieces.x[vertex])
        coordinates.append(pieces.y[vertex])
        offsets.append(length)
        if vertex + 1 < vertices.upperBound { length += pieces.steps[vertex] }
      }
      vertexOffsets.append(Int32(offsets.count))
      ends.append(pieces.startNodes[piece])
      ends.append(pieces.endNodes[piece])
      lengths.append(length)
    }
    let nodeCount = nodeCoordinates.count / 2
    var halfOffsets = [Int32](repeating: 0, count: nodeCount + 1)
    for end in ends { halfOffsets[Int(end) + 1] += 1 }
    for node in 0..<nodeCount { halfOffsets[node + 1] += halfOffsets[node] }
    var next = halfOffsets
    var halves = [Half](repeating: Half(node: 0, edge: 0, length: 0), count: ends.count)
    for (place, end) in ends.enumerated() {
      halves[Int(next[Int(end)])] = Half(node: ends[place ^ 1], edge: Int32(place), length: lengths[place / 2])
      next[Int(end)] += 1
    }
    components = StreetComponents(
      nodeCount: nodeCount, halfOffsets: halfOffsets, halves: halves, ends: ends, lengths: lengths)
    (self.ends, self.lengths, self.vertexOffsets, self.coordinates) = (ends, lengths, vertexOffsets, coordinates)
    (self.offsets, self.halfOffsets, self.halves) = (offsets, halfOffsets, halves)
  }
}
