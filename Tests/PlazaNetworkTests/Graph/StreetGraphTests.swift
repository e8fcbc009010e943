import PlazaGeometry
import PlazaNetwork
import PlazaTesting
import Testing

@Suite("Street graph") struct StreetGraphTests {
  @Test func `streets that share a vertex on the way meet there`() {
    let graph = StreetGraph(lines([[(0, 0), (10, 0), (20, 0)], [(10, -10), (10, 0), (10, 10)]]))
    #expect((graph.nodeCount, graph.edgeCount) == (5, 4))
    #expect((0..<4).allSatisfy { graph.length(ofEdge: $0) == 10 })
    #expect(graph.components.count == 1)
  }

  @Test func `a bridge without a shared vertex does not meet the street below`() {
    let graph = StreetGraph(lines([[(0, 0), (20, 0)], [(10, -10), (10, 10), (20, 10), (30, 10)]]))
    #expect((graph.nodeCount, graph.edgeCount, graph.components.count) == (4, 2, 2))
    #expect(graph.components.edgeCounts == [1, 1])
    #expect(graph.components.lengths.sorted() == [20, 40])
    #expect(graph.components.shareOfLargest == 40.0 / 60)
    #expect(graph.components.largest.map { graph.components.lengths[$0] } == 40)
  }

  @Test func `vertices where nothing meets stay within their edge`() {
    let graph = StreetGraph(lines([[(0, 0), (3, 4), (3, 9)]]))
    #expect((graph.nodeCount, graph.edgeCount, graph.length(ofEdge: 0)) == (2, 1, 10))
    #expect(graph.coordinate(at: StreetPosition(edge: 0, offset: 2.5)) == Coordinate(x: 1.5, y: 2))
    #expect(graph.coordinate(at: StreetPosition(edge: 0, offset: 7)) == Coordinate(x: 3, y: 6))
    #expect(graph.coordinate(at: StreetPosition(edge: 0, offset: 10)) == Coordinate(x: 3, y: 9))
  }

  @Test func `parallel edges and loops are kept`() {
    // A lollipop: a stick, a loop from its end, and a second way along the stick.
    let graph = StreetGraph(
      lines([[(0, 0), (10, 0), (15, 5), (20, 0), (10, 0)], [(0, 0), (5, 5), (10, 0)], [(0, 0), (10, 0)]]))
    #expect((graph.nodeCount, graph.edgeCount) == (2, 4))
    #expect((0..<4).count { graph.nodes(ofEdge: $0).start == graph.nodes(ofEdge: $0).end } == 1)
    // A ring of one line, closed at its own node.
    let ring = StreetGraph(lines([[(0, 0), (10, 0), (10, 10), (0, 0)]]))
    #expect((ring.nodeCount, ring.edgeCount) == (1, 1))
    #expect(abs(ring.length(ofEdge: 0) - (20 + 200.0.squareRoot())) < 1e-12)
  }

  @Test func `where one line goes on as another the edge goes on`() {
    // Three lines in any direction, the last one with a bend, and then a fork.
    let graph = StreetGraph(
      lines([[(0, 0), (10, 0)], [(20, 0), (10, 0)], [(20, 0), (20, 5), (30, 5)], [(30, 5), (40, 0)], [(30, 5), (40, 10)]]))
    #expect((graph.nodeCount, graph.edgeCount) == (4, 3))
    let long = (0..<3).first { graph.length(ofEdge: $0) == 35 }!
    let start = graph.coordinate(at: StreetPosition(edge: long, offset: 0))
    let places = [0.0, 5, 10, 15, 20, 22.5, 25, 35].map {
      graph.coordinate(at: StreetPosition(edge: long, offset: start.x == 0 ? $0 : 35 - $0))
    }
    let expected = [(0.0, 0.0), (5, 0), (10, 0), (15, 0), (20, 0), (20, 2.5), (20, 5), (30, 5)]
    #expect(places == expected.map { Coordinate(x: $0.0, y: $0.1) })
    #expect(graph.account == StreetGraph.Account(lines: 5, dropped: 0, snapped: 0))
    // A ring of several lines that nothing else meets is one loop, and two lines that go round a block from one corner are two.
    let ring = StreetGraph(lines([[(5, 5), (9, 5)], [(5, 5), (5, 9)], [(9, 9), (5, 9)], [(9, 9), (9, 5)]]))
    #expect((ring.nodeCount, ring.edgeCount, ring.length(ofEdge: 0)) == (1, 1, 16))
    #expect(ring.coordinate(ofNode: 0) == Coordinate(x: 5, y: 5))
    let stick = StreetGraph(lines([[(5, 5), (9, 5), (9, 9)], [(5, 5), (5, 9), (9, 9)], [(9, 9), (12, 12)]]))
    #expect((stick.nodeCount, stick.edgeCount) == (2, 2))
  }

  @Test func `lines without a length are dropped and counted`() {
    let graph = StreetGraph(
      lines([
        [], [(1, 1)], [(2, 2), (2, 2), (2, 2)], [(0, 0), (.nan, 1)], [(0, 0), (0, 0), (5, 0), (5, 0)], [(0, 0), (.infinity, 0)],
      ]))
    #expect(graph.account == StreetGraph.Account(lines: 6, dropped: 5, snapped: 0))
    #expect((graph.nodeCount, graph.edgeCount, graph.length(ofEdge: 0)) == (2, 1, 5))
    let empty = StreetGraph(LineColumn())
    #expect((empty.nodeCount, empty.edgeCount, empty.components.count) == (0, 0, 0))
    #expect(empty.components.largest == nil && empty.components.shareOfLargest == nil)
  }

  @Test func `zero and minus zero are one place`() {
    #expect(StreetGraph(lines([[(-5, 0.0), (-0.0, -0.0)], [(0, 0), (5, 0)]])).components.count == 1)
  }

  @Test func `ends within the tolerance become one node at the lowest of them`() {
    let streets = lines([[(0, 0), (10, 0)], [(10.5, 0), (20, 0)], [(10, 0.4), (10, 10)]])
    #expect(StreetGraph(streets).components.count == 3)
    #expect(StreetGraph(streets, snap: 0.3).components.count == 3)
    let graph = StreetGraph(streets, snap: 0.5)
    #expect((graph.nodeCount, graph.components.count, graph.account.snapped) == (4, 1, 3))
    #expect((0..<4).contains { graph.coordinate(ofNode: $0) == Coordinate(x: 10, y: 0) })
    // The segments follow the node that moved.
    #expect((0..<3).map { graph.length(ofEdge: $0) }.sorted() == [10, 10, 10])
  }

  @Test func `an end is snapped to a vertex on the way of another line, which stays within its line otherwise`() {
    let streets = lines([[(0, 0), (10, 0), (20, 0)], [(10, 0.5), (10, 10)]])
    #expect((StreetGraph(streets).nodeCount, StreetGraph(streets, snap: 1).nodeCount) == (4, 4))
    #expect((StreetGraph(streets).edgeCount, StreetGraph(streets, snap: 1).edgeCount) == (2, 3))
    // Two vertices on the way are not ends: they stay two.
    let ways = lines([[(0, 0), (10, 0), (20, 0)], [(0, 9), (10, 0.5), (20, 9)]])
    #expect(StreetGraph(ways, snap: 1).components.count == 2)
  }

  @Test func `a line that snaps to one node is dropped, and a chain of ends is one node`() {
    let graph = StreetGraph(lines([[(0, 0), (0.5, 0)], [(1, 0), (1.5, 0)], [(1.5, 0), (9, 0)]]), snap: 0.6)
    #expect(graph.account == StreetGraph.Account(lines: 3, dropped: 2, snapped: 4))
    #expect((graph.nodeCount, graph.edgeCount, graph.length(ofEdge: 0)) == (2, 1, 9))
  }

  @Test func `lengths can be those on the ground`() {
    let streets = lines([[(0, 0), (10, 0), (10, 10)], [(10, 0), (20, 0)]])
    let graph = StreetGraph(streets, lengths: [10.1, 9.9, -1, 10.2, -1])
    #expect((0..<3).map { graph.length(ofEdge: $0) }.sorted().elementsEqual([9.9, 10.1, 10.2]) { abs($0 - $1) < 1e-12 })
  }

  @Test(arguments: [UInt64](0..<20))
  func `walks between vertices are those over the coordinates alone`(seed: UInt64) {
    let streets = lines(wanderingStreets(14, size: 6, seed: seed))
    let graph = StreetGraph(streets)
    let (slow, vertices) = (SlowStreets(graph), SlowVertices(streets))
    for a in 0..<graph.nodeCount {
      for b in 0..<graph.nodeCount {
        let expected = vertices.distance(graph.coordinate(ofNode: a), graph.coordinate(ofNode: b)) ?? .nan
        let found = slow.distance(a, b)
        #expect(found == expected || abs(found - expected) < 1e-9, "seed \(seed)")
      }
    }
  }

  @Test(arguments: [UInt64](0..<20))
  func `the numbers of nodes and edges do not depend on the order or direction of the lines`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let streets = wanderingStreets(30, size: 7, seed: seed)
    let shuffled = streets.shuffled(using: &random).map { Bool.random(using: &random) ? $0 : $0.reversed() }
    for snap in [0, 1.2] {
      let (a, b) = (StreetGraph(lines(streets), snap: snap), StreetGraph(lines(shuffled), snap: snap))
      #expect((a.nodeCount, a.edgeCount) == (b.nodeCount, b.edgeCount))
      #expect((0..<a.nodeCount).allSatisfy { a.coordinate(ofNode: $0) == b.coordinate(ofNode: $0) })
      #expect(
        (0..<a.edgeCount).allSatisfy {
          a.nodes(ofEdge: $0) == b.nodes(ofEdge: $0) && a.length(ofEdge: $0) == b.length(ofEdge: $0)
        })
      let middles = { (graph: StreetGraph) in
        (0..<graph.edgeCount).map { graph.coordinate(at: StreetPosition(edge: $0, offset: graph.length(ofEdge: $0) / 3)) }
      }
      #expect(middles(a) == middles(b), "seed \(seed)")
    }
  }

  @Test(arguments: [UInt64](0..<10))
  func `the length of all lines is that of all edges`(seed: UInt64) {
    let streets = lines(wanderingStreets(40, size: 9, seed: seed))
    let graph = StreetGraph(streets)
    var expected = 0.0
    for line in 0..<streets.lineCount {
      for vertex in streets.vertices(ofLine: line).dropLast() {
        let (p, q) = (streets.coordinate(at: vertex), streets.coordinate(at: vertex + 1))
        expected += ((q.x - p.x) * (q.x - p.x) + (q.y - p.y) * (q.y - p.y)).squareRoot()
      }
    }
    #expect(abs(graph.components.totalLength - expected) < 1e-9)
  }
}
