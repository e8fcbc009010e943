import PlazaGeometry
import PlazaNetwork
import PlazaTesting
import Testing

@Suite struct NodingTests {
  private func pieces(_ column: LineColumn, snap: Double = 0) -> Int { StreetGraph(column, snap: snap).components.count }

  @Test func `lines that cross without a vertex are joined there`() {
    let cross = lines([[(0, 0), (100, 0)], [(50, -50), (50, 50)]])
    #expect(pieces(cross) == 2)
    let noded = cross.noded()
    #expect(noded.crossings == 1 && pieces(noded.lines) == 1)
    #expect(noded.lines.vertexCount == 6)
    let graph = StreetGraph(noded.lines)
    #expect(graph.edgeCount == 4 && (graph.components.totalLength - 200).magnitude < 1e-9)
  }

  @Test func `a line that ends on the way of another meets it there`() {
    let tee = lines([[(0, 0), (100, 0)], [(30, 0.05), (30, 50)], [(60, 3), (60, 50)]])
    let noded = tee.noded()
    #expect(noded.crossings == 1 && pieces(noded.lines) == 2)
    // Three metres away is a matter of snapping, which needs a vertex to snap to.
    let reached = tee.noded(reach: 5)
    #expect(reached.crossings == 2 && pieces(reached.lines, snap: 5) == 1)
    #expect(pieces(reached.lines) == 2)
  }

  @Test func `lines of different levels pass over one another, and meet at a vertex all the same`() {
    let bridge = lines([[(0, 0), (100, 0)], [(50, -50), (50, 50)], [(50, 50), (0, 0)]])
    let noded = bridge.noded(levels: [0, 1, 0])
    #expect(noded.crossings == 0 && noded.lines == bridge)
    #expect(pieces(noded.lines) == 1)
  }

  @Test func `what is noded already stays as it is`() {
    let net = lattice(12, spacing: 50)
    let noded = net.noded()
    #expect(noded.crossings == 0 && noded.lines == net)
    #expect(lines([]).noded().crossings == 0)
    #expect(lines([[(0, 0)], [(.nan, 1), (2, 2)]]).noded().crossings == 0)
  }

  @Test func `a line that crosses itself is cut there`() {
    let loop = lines([[(0, 0), (100, 0), (100, 50), (50, 50), (50, -50)]])
    let noded = loop.noded()
    #expect(noded.crossings == 1 && StreetGraph(noded.lines).edgeCount == 3)
  }

  /// Random segments: every crossing that a slow loop finds has a vertex of both lines, and neither order nor direction changes the graph.
  @Test func `as a slow loop finds them, in any order`() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<30 {
      let given = (0..<Int.random(in: 2...25, using: &random)).map { _ in
        (0..<Int.random(in: 2...4, using: &random)).map { _ in
          (Double.random(in: 0...1000, using: &random), Double.random(in: 0...1000, using: &random))
        }
      }
      let column = lines(given)
      let noded = column.noded(touch: 1e-9)
      let segments = given.enumerated().flatMap { line, vertices in
        zip(vertices, vertices.dropFirst()).enumerated().map { (line: line, place: $0, a: $1.0, b: $1.1) }
      }
      var found = 0
      for (number, one) in segments.enumerated() {
        for two in segments[(number + 1)...] where one.line != two.line || two.place > one.place + 1 {
          let (px, py) = (one.b.0 - one.a.0, one.b.1 - one.a.1)
          let (qx, qy) = (two.b.0 - two.a.0, two.b.1 - two.a.1)
          let cross = px * qy - py * qx
          let t = ((two.a.0 - one.a.0) * qy - (two.a.1 - one.a.1) * qx) / cross
          let u = ((two.a.0 - one.a.0) * py - (two.a.1 - one.a.1) * px) / cross
          if t > 0, t < 1, u > 0, u < 1 { found += 1 }
        }
      }
      #expect(noded.crossings == found)
      let graph = StreetGraph(noded.lines)
      let turned = StreetGraph(lines(given.reversed().map { Array($0.reversed()) }).noded(touch: 1e-9).lines)
      #expect(graph.nodeCount == turned.nodeCount && graph.edgeCount == turned.edgeCount)
      #expect((graph.components.totalLength - StreetGraph(column).components.totalLength).magnitude < 1e-6)
    }
  }
}
