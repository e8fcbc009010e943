import PlazaTesting
import Testing

@testable import PlazaGeometry

@Suite struct EdgeBalanceTests {
  /// The edges of a column counted in a dictionary: what the hash table has to say.
  private static func open(_ column: PolygonColumn) -> [[Double]: Int] {
    var weights: [[Double]: Int] = [:]
    for polygon in 0..<column.polygonCount {
      for ring in column.rings(ofPolygon: polygon) {
        let places = column.vertices(ofRing: ring).map { column.coordinate(at: $0) }
        let doubled = zip(places, places.dropFirst()).reduce(0.0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
        let weight = (doubled > 0) == (ring == column.rings(ofPolygon: polygon).lowerBound) ? 1 : -1
        for (a, b) in zip(places, places.dropFirst()) where a != b {
          let isForward = (a.x, a.y) < (b.x, b.y)
          let key = isForward ? [a.x, a.y, b.x, b.y] : [b.x, b.y, a.x, a.y]
          weights[key, default: 0] += isForward ? weight : -weight
        }
      }
    }
    return weights.filter { $0.value != 0 }
  }

  private static func keys(_ lines: LineColumn) -> Set<[Double]> {
    var keys: Set<[Double]> = []
    for line in 0..<lines.lineCount {
      let places = lines.vertices(ofLine: line).map { lines.coordinate(at: $0) }
      for (a, b) in zip(places, places.dropFirst()) {
        keys.insert((a.x, a.y) < (b.x, b.y) ? [a.x, a.y, b.x, b.y] : [b.x, b.y, a.x, a.y])
      }
    }
    return keys
  }

  @Test func `Of a tiling its outline is left, whichever way the rings run`() {
    var generator = PolygonGenerator(seed: 3, step: 1.0 / 64)
    let tiling = generator.tiling(count: 8, verticesPerSide: 5)
    let turned = tiling.reorderingRings { if $0[0].x > 30 { $0.reverse() } }
    for column in [tiling, turned] {
      let lines = EdgeBalance(column).openLines().lines
      let length = Self.keys(lines).reduce(0.0) { $0 + abs($1[2] - $1[0]) + abs($1[3] - $1[1]) }
      #expect(length == 4 * 64)
    }
  }

  @Test(arguments: 0..<20)
  func `What is left are the edges that a dictionary leaves`(seed: Int) {
    var generator = PolygonGenerator(seed: UInt64(seed), size: 12, step: 1)
    var column = generator.overlappingStars(areas: 12, vertices: 7)
    column.append(contentsOf: generator.tiling(count: 4, verticesPerSide: 3))
    // Rings whose surface is nothing have no side; the slow way takes it to be the right one.
    let balance = EdgeBalance(column)
    let expected = Self.open(column)
    let flat = (0..<column.ringCount).contains { ring in
      let places = column.vertices(ofRing: ring).map { column.coordinate(at: $0) }
      return zip(places, places.dropFirst()).reduce(0.0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y } == 0
    }
    if !flat { #expect(Self.keys(balance.openLines().lines) == Set(expected.keys), "seed \(seed)") }
  }

  @Test func `A whole and its parts leave nothing, and by label each part leaves its own`() {
    var generator = PolygonGenerator(seed: 5, step: 1.0 / 64)
    let tiling = generator.tiling(count: 6, verticesPerSide: 4)
    var balance = EdgeBalance()
    for feature in 0..<tiling.featureCount { balance.add(feature, of: tiling, label: feature % 5) }
    #expect(balance.openLabels == [0, 1, 2, 3, 4])
    for feature in 0..<tiling.featureCount { balance.add(feature, of: tiling, label: feature % 5, sign: -1) }
    #expect(balance.openLabels == [])
    #expect(balance.lines(meeting: [tiling.envelope]).lineCount > tiling.featureCount)
    #expect(balance.lines(meeting: [Envelope(minX: 900, minY: 900, maxX: 901, maxY: 901)]).lineCount == 0)
  }

  @Test func `A vertex of one side is put into the edge of the other, and nothing else changes`() {
    var column = PolygonColumn()
    column.append(polygon: [[.init(x: 0, y: 0), .init(x: 2, y: 0), .init(x: 2, y: 2), .init(x: 0, y: 2)]])
    column.append(polygon: [[.init(x: 2, y: 0), .init(x: 4, y: 0), .init(x: 4, y: 2), .init(x: 2, y: 2), .init(x: 2, y: 1)]])
    let open = EdgeBalance(column).openLines().lines
    let noded = column.noded(at: (0..<open.vertexCount).map { open.coordinate(at: $0) }, along: open, within: 1e-12)
    #expect(noded.count == 1)
    #expect(noded.column.vertexCount == column.vertexCount + 1)
    #expect(noded.column.planarArea(ofFeature: 0) == 4)
    #expect(Self.keys(EdgeBalance(noded.column).openLines().lines).allSatisfy { $0[0] != 2 || $0[2] != 2 })
    var doubled = PolygonColumn()
    doubled.append(polygon: [[.init(x: 0, y: 0), .init(x: 0, y: 0), .init(x: 2, y: 0), .init(x: 2, y: 2), .init(x: 2, y: 2)]])
    #expect(doubled.withoutRepeatedVertices().count == 2)
    #expect(doubled.withoutRepeatedVertices().column.vertexCount == 4)
  }
}
