import PlazaGeometry
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaRecords

@Suite struct LocalShapeTests {
  /// A square with a hole, a line beside it and a point beyond.
  private static let shape: LocalShape = {
    var shape = LocalShape()
    func ring(_ size: Double) -> [Coordinate] {
      [(-size, -size), (size, -size), (size, size), (-size, size), (-size, -size)].map { Coordinate(x: $0.0, y: $0.1) }
    }
    shape.append(line: [Coordinate(x: 20, y: 0), Coordinate(x: 30, y: 0)])
    shape.append(ring: ring(10))
    shape.append(ring: ring(4).reversed())
    shape.endPolygon()
    shape.append(point: Coordinate(x: 0, y: 50))
    return shape
  }()

  @Test(
    arguments: [
      (7.0, 7.0, 0.0), (0, 0, 4), (1, 0, 3), (10, 0, 0), (15, 0, 5), (25, 3, 3), (33, 4, 5), (13, 14, 5), (0, 49, 1),
      (-20, -10, 10),
    ])
  func `a distance is that to the nearest of the shape, and 0 inside it`(x: Double, y: Double, metres: Double) {
    #expect(abs(Self.shape.distance(x: x, y: y) - metres) < 1e-12)
  }

  @Test func `a shape of nothing is infinitely far`() {
    #expect(LocalShape().distance(x: 0, y: 0) == .infinity && LocalShape().nearest(to: Self.shape) == nil)
  }

  @Test func `the nearest places of two shapes are those of a fine search`() throws {
    var random = SplitMix64(seed: 3)
    func number(_ reach: Double) -> Double { .random(in: -reach...reach, using: &random) }
    for _ in 0..<60 {
      func triangle(_ x: Double) -> (LocalShape, [Coordinate]) {
        let corners = (0..<3).map { _ in Coordinate(x: x + number(30), y: number(30)) }
        var shape = LocalShape()
        shape.append(ring: corners + corners.prefix(1))
        shape.endPolygon()
        return (shape, corners)
      }
      let (one, corners) = triangle(0)
      let (other, _) = triangle(number(90))
      let ends = try #require(one.nearest(to: other))
      let found = ((ends.from.x - ends.to.x) * (ends.from.x - ends.to.x) + (ends.from.y - ends.to.y) * (ends.from.y - ends.to.y))
        .squareRoot()
      var finest = Double.infinity
      for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
        for step in 0...2000 {
          let share = Double(step) / 2000
          finest = min(finest, other.distance(x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y)))
        }
      }
      // The other may lie wholly inside the one.
      if one.distance(x: ends.to.x, y: ends.to.y) == 0 { finest = 0 }
      #expect(found <= finest + 1e-9 && finest - found < 0.05, "\(found) \(finest)")
    }
  }

  @Test func `outlines that cross have no distance though no corner lies in the other`() throws {
    func bar(_ w: Double, _ h: Double) -> LocalShape {
      var shape = LocalShape()
      shape.append(ring: [(-w, -h), (w, -h), (w, h), (-w, h), (-w, -h)].map { Coordinate(x: $0.0, y: $0.1) })
      shape.endPolygon()
      return shape
    }
    let ends = try #require(bar(10, 1).nearest(to: bar(1, 10)))
    #expect(ends.from == ends.to)
  }
}
