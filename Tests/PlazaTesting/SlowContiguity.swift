public import PlazaGeometry

/// Neighbours by comparing every edge with every vertex and edge of every other feature; the rule as it is said.
public struct SlowContiguity {
  private let edges: [[(a: Coordinate, b: Coordinate)]]

  public init(_ column: PolygonColumn) {
    edges = (0..<column.featureCount).map { feature in
      column.rings(ofFeature: feature).flatMap { ring in
        let vertices = column.vertices(ofRing: ring).map { column.coordinate(at: $0) }
        // A ring of one position is an edge without length.
        return vertices.count == 1 ? [(vertices[0], vertices[0])] : zip(vertices, vertices.dropFirst()).map { ($0, $1) }
      }
    }
  }

  public func neighbors(_ rule: ContiguityRule) -> [[Int32]] {
    edges.indices.map { one in
      edges.indices.filter { $0 != one && (rule == .queen ? meet(one, $0) : run(one, $0)) }.map { Int32($0) }
    }
  }

  private func meet(_ one: Int, _ other: Int) -> Bool {
    edges[one].contains { e in edges[other].contains { f in holds(e, f.a) || holds(f, e.a) } }
  }

  private func run(_ one: Int, _ other: Int) -> Bool {
    edges[one].contains { e in
      edges[other].contains { f in
        guard e.a != e.b, f.a != f.b, side(e, f.a) == 0, side(e, f.b) == 0 else { return false }
        // On one line: they overlap if their shadows on the longer axis do.
        let isWide = e.a.x != e.b.x
        func span(_ s: (a: Coordinate, b: Coordinate)) -> (Double, Double) {
          let (p, q) = isWide ? (s.a.x, s.b.x) : (s.a.y, s.b.y)
          return (min(p, q), max(p, q))
        }
        return max(span(e).0, span(f).0) < min(span(e).1, span(f).1)
      }
    }
  }

  private func side(_ e: (a: Coordinate, b: Coordinate), _ p: Coordinate) -> Int {
    orientation(ax: e.a.x, ay: e.a.y, bx: e.b.x, by: e.b.y, px: p.x, py: p.y)
  }

  private func holds(_ e: (a: Coordinate, b: Coordinate), _ p: Coordinate) -> Bool {
    p.x >= min(e.a.x, e.b.x) && p.x <= max(e.a.x, e.b.x) && p.y >= min(e.a.y, e.b.y) && p.y <= max(e.a.y, e.b.y)
      && side(e, p) == 0
  }
}
