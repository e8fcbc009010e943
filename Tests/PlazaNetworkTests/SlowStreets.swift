import PlazaGeometry
import PlazaNetwork

/// Walks on streets by the distances between all pairs of nodes: Floyd 1962, doi:10.1145/367766.368168.
struct SlowStreets {
  private let graph: StreetGraph
  private var distances: [[Double]]

  init(_ graph: StreetGraph) {
    self.graph = graph
    let count = graph.nodeCount
    distances = (0..<count).map { a in (0..<count).map { $0 == a ? 0 : .infinity } }
    for edge in 0..<graph.edgeCount {
      let (a, b) = graph.nodes(ofEdge: edge)
      let length = min(distances[a][b], graph.length(ofEdge: edge))
      distances[a][b] = length
      distances[b][a] = length
    }
    for via in 0..<count {
      for a in 0..<count { for b in 0..<count { distances[a][b] = min(distances[a][b], distances[a][via] + distances[via][b]) } }
    }
  }

  func distance(_ a: Int, _ b: Int) -> Double { distances[a][b] }

  func distance(_ a: StreetPosition, _ b: StreetPosition) -> Double {
    var best = a.edge == b.edge ? (a.offset - b.offset).magnitude : .infinity
    for (nodeA, restA) in ways(a) { for (nodeB, restB) in ways(b) { best = min(best, restA + distances[nodeA][nodeB] + restB) } }
    return best
  }

  /// From an entry: a place within it is reached at its cost.
  func distance(_ entry: StreetEntry, _ position: StreetPosition) -> Double {
    if entry.edge == position.edge, (entry.from...entry.to).contains(position.offset) { return entry.cost }
    return entry.cost
      + min(
        distance(StreetPosition(edge: entry.edge, offset: entry.from), position),
        distance(StreetPosition(edge: entry.edge, offset: entry.to), position))
  }

  private func ways(_ position: StreetPosition) -> [(Int, Double)] {
    let (start, end) = graph.nodes(ofEdge: position.edge)
    return [(start, position.offset), (end, graph.length(ofEdge: position.edge) - position.offset)]
  }
}

/// Distances between vertices by their coordinates alone, without edges or numbers: the oracle of the graph itself.
struct SlowVertices {
  private var places: [Coordinate: Int] = [:]
  private var distances: [[Double]]

  init(_ lines: LineColumn) {
    for vertex in 0..<lines.vertexCount where places[lines.coordinate(at: vertex)] == nil {
      places[lines.coordinate(at: vertex)] = places.count
    }
    let count = places.count
    distances = (0..<count).map { a in (0..<count).map { $0 == a ? 0 : .infinity } }
    for line in 0..<lines.lineCount {
      for vertex in lines.vertices(ofLine: line).dropLast() {
        let (p, q) = (lines.coordinate(at: vertex), lines.coordinate(at: vertex + 1))
        let length = ((q.x - p.x) * (q.x - p.x) + (q.y - p.y) * (q.y - p.y)).squareRoot()
        if let a = places[p], let b = places[q] {
          distances[a][b] = min(distances[a][b], length)
          distances[b][a] = distances[a][b]
        }
      }
    }
    for via in 0..<count {
      for a in 0..<count { for b in 0..<count { distances[a][b] = min(distances[a][b], distances[a][via] + distances[via][b]) } }
    }
  }

  func distance(_ a: Coordinate, _ b: Coordinate) -> Double? {
    places[a].flatMap { place in places[b].map { distances[place][$0] } }
  }
}
