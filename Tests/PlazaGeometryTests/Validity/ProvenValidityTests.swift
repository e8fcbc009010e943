import PlazaGEOS
import PlazaGeometry
import PlazaTesting
import Testing

/// GEOS, asked without the proof, is the oracle.
@Suite struct ProvenValidityTests {
  private let context = GEOSContext()

  private func isValid(_ column: PolygonColumn, _ feature: Int) throws -> Bool {
    try context.geometry(feature: feature, of: column).validity().isValid
  }

  private func column(_ rings: [[Coordinate]]...) -> PolygonColumn {
    var column = PolygonColumn()
    for polygon in rings {
      for ring in polygon { column.append(ring: ring) }
      column.endPolygon()
    }
    column.endFeature()
    return column
  }

  private func square(_ x: Double, _ y: Double, _ side: Double) -> [Coordinate] {
    [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { Coordinate(x: x + $0.0 * side, y: y + $0.1 * side) }
  }

  @Test(arguments: [2, 3, 5, 9] as [Int])
  func `rings on a coarse lattice, full of touches, are proven just when GEOS calls them valid`(_ side: Int) throws {
    var random = SplitMix64(seed: UInt64(side))
    var (proven, refused) = (0, 0)
    for round in 0..<8_000 {
      let count = Int.random(in: 3...14, using: &random)
      var ring: [Coordinate] = []
      while ring.count < count {
        let next = Coordinate(
          x: Double(Int.random(in: 0...side, using: &random)), y: Double(Int.random(in: 0...side, using: &random)))
        if next != ring.last, ring.count < count - 1 || next != ring.first { ring.append(next) }
      }
      ring.append(ring[0])
      let column = column([ring])
      let found = column.isProvenValid(feature: 0)
      #expect(try found == isValid(column, 0), "round \(round): \(ring)")
      if found { proven += 1 } else { refused += 1 }
    }
    #expect(proven > 100 && refused > 100)
  }

  @Test(arguments: [3, 8, 9, 64, 65, 513, 4_000])
  func `a star is proven, and no longer when one vertex is pulled across it`(_ vertices: Int) throws {
    var random = SplitMix64(seed: UInt64(vertices))
    for _ in 0..<20 {
      var stars = PolygonGenerator(seed: random.next(), step: 1e-9)
      var ring = stars.star(around: Coordinate(x: 3, y: 4), radius: 2, vertices: vertices)
      let sound = column([ring])
      #expect(try sound.isProvenValid(feature: 0) == isValid(sound, 0))
      let place = Int.random(in: ring.indices, using: &random)
      ring[place] = Coordinate(x: 6 - ring[place].x + 0.01, y: 8 - ring[place].y)
      let pulled = column([ring])
      #expect(try pulled.isProvenValid(feature: 0) == isValid(pulled, 0))
    }
  }

  @Test func `the areas of a tiling are all proven`() throws {
    var random = SplitMix64(seed: 5)
    var generator = PolygonGenerator(seed: random.next(), step: 1e-6)
    let tiles = generator.tiling(count: 9, verticesPerSide: 40)
    for feature in 0..<tiles.featureCount { #expect(tiles.isProvenValid(feature: feature) == (try isValid(tiles, feature))) }
  }

  @Test func `what is proven is valid, whatever scribbles are drawn`() throws {
    var generator = PolygonGenerator(seed: 11)
    let scribbles = generator.scribbles(areas: 200, vertices: 9)
    for feature in 0..<scribbles.featureCount where scribbles.isProvenValid(feature: feature) {
      #expect(try isValid(scribbles, feature))
    }
  }

  @Test func `islands apart are proven together; islands that touch or nest, and holes, are left to GEOS`() {
    #expect(column([square(0, 0, 1)], [square(2, 0, 1)], [square(0, 2, 1)]).isProvenValid(feature: 0))
    #expect(!column([square(0, 0, 1)], [square(1, 1, 1)]).isProvenValid(feature: 0))
    #expect(!column([square(0, 0, 4)], [square(1, 1, 1)]).isProvenValid(feature: 0))
    #expect(!column([square(0, 0, 4), square(1, 1, 1)]).isProvenValid(feature: 0))
  }

  @Test func `a spike, a vertex twice and too few vertices are not proven`() {
    let spike = [(0, 0), (4, 0), (4, 4), (4, 6), (4, 4), (0, 4), (0, 0)].map { Coordinate(x: $0.0, y: $0.1) }
    #expect(!column([spike]).isProvenValid(feature: 0))
    var twice = square(0, 0, 1)
    twice.insert(twice[1], at: 1)
    #expect(!column([twice]).isProvenValid(feature: 0))
    #expect(!column([[(0, 0), (1, 1), (0, 0)].map { Coordinate(x: $0.0, y: $0.1) }]).isProvenValid(feature: 0))
    #expect(!column([[(0, 0), (1, 1), (2, 2), (0, 0)].map { Coordinate(x: $0.0, y: $0.1) }]).isProvenValid(feature: 0))
  }

  @Test func `the edge that closes a ring is compared as well`() {
    let ring = [(0, 0), (4, 0), (4, 4), (2, -1), (0, 0)].map { Coordinate(x: $0.0, y: $0.1) }
    #expect(!column([ring]).isProvenValid(feature: 0))
  }
}
