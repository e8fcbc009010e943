/// The different places of the vertices of lines, in the order of x, then y, and which of them are one node.
struct StreetPlaces {
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []
  /// The place at which each vertex stands after snapping.
  private(set) var placeOfVertex: [Int32]
  /// Whether lines meet or end at a place.
  private(set) var isNode: [Bool] = []
  /// Ends that were moved or that another vertex was moved to.
  private(set) var snapped = 0

  /// - Complexity: O(v log v) for v vertices, and for snapping the places within the tolerance of the x of each end.
  init(_ lines: StreetLines, snap: Double) {
    let order = (0..<Int32(lines.x.count)).map { (x: lines.x[Int($0)], y: lines.y[Int($0)], vertex: $0) }
      .sorted { ($0.x, $0.y, $0.vertex) < ($1.x, $1.y, $1.vertex) }
    placeOfVertex = [Int32](repeating: 0, count: order.count)
    var visits: [Int32] = []
    for entry in order {
      if visits.isEmpty || entry.x != x[x.count - 1] || entry.y != y[y.count - 1] {
        x.append(entry.x)
        y.append(entry.y)
        visits.append(0)
      }
      visits[visits.count - 1] += 1
      placeOfVertex[Int(entry.vertex)] = Int32(visits.count - 1)
    }
    var isEnd = [Bool](repeating: false, count: x.count)
    for line in 0..<lines.count {
      isEnd[Int(placeOfVertex[Int(lines.starts[line])])] = true
      isEnd[Int(placeOfVertex[Int(lines.starts[line + 1]) - 1])] = true
    }
    isNode = x.indices.map { isEnd[$0] || visits[$0] > 1 }
    if snap > 0 { merge(isEnd, within: snap) }
  }

  /// Makes the places near each end one with it, at the lowest place of all that hang together.
  private mutating func merge(_ isEnd: [Bool], within snap: Double) {
    var parents = (0..<Int32(x.count)).map { $0 }
    func root(_ place: Int) -> Int {
      var place = place
      while Int(parents[place]) != place {
        parents[place] = parents[Int(parents[place])]
        place = Int(parents[place])
      }
      return place
    }
    for end in x.indices where isEnd[end] {
      var isSnapped = false
      func visit(_ other: Int) {
        let (east, north) = (x[other] - x[end], y[other] - y[end])
        guard east * east + north * north <= snap * snap else { return }
        isSnapped = true
        let (a, b) = (root(end), root(other))
        // The lowest place of a group is its root.
        if a < b { parents[b] = Int32(a) } else { parents[a] = Int32(b) }
      }
      var other = end - 1
      while other >= 0, x[end] - x[other] <= snap {
        visit(other)
        other -= 1
      }
      other = end + 1
      while other < x.count, x[other] - x[end] <= snap {
        visit(other)
        other += 1
      }
      if isSnapped { snapped += 1 }
    }
    let roots = x.indices.map { root($0) }
    for place in x.indices where roots[place] != place {
      isNode[roots[place]] = true
    }
    for vertex in placeOfVertex.indices { placeOfVertex[vertex] = Int32(roots[Int(placeOfVertex[vertex])]) }
  }
}
