import Glibc
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

  /// A star of many corners, so that most runs of its edges are passed over.
  private static func star(_ random: inout SplitMix64, x: Double, corners: Int) -> [Coordinate] {
    let ring = (0..<corners).map { corner in
      let radius = Double.random(in: 5...30, using: &random)
      let turn = 2 * Double.pi * Double(corner) / Double(corners)
      return Coordinate(x: x + radius * cos(turn), y: radius * cos(turn - .pi / 2))
    }
    return ring + [ring[0]]
  }

  private static func slowDistance(_ ring: [Coordinate], _ place: Coordinate) -> Double {
    var (best, isInside) = (Double.infinity, false)
    for (a, b) in zip(ring, ring.dropFirst()) {
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let share = min(1, max(0, ((place.x - a.x) * dx + (place.y - a.y) * dy) / (dx * dx + dy * dy)))
      let (px, py) = (a.x + share * dx - place.x, a.y + share * dy - place.y)
      best = min(best, (px * px + py * py).squareRoot())
      if (a.y > place.y) != (b.y > place.y), place.x < a.x + (place.y - a.y) / dy * dx { isInside.toggle() }
    }
    return isInside ? 0 : best
  }

  @Test func `shapes of many corners are as far as a look at every edge says`() throws {
    var random = SplitMix64(seed: 11)
    for corners in [3, 15, 16, 17, 48, 333] {
      let (one, other) = (
        Self.star(&random, x: 0, corners: corners), Self.star(&random, x: .random(in: 0...90, using: &random), corners: 200)
      )
      var shapes: [LocalShape] = []
      for ring in [one, other] {
        var shape = LocalShape()
        shape.append(ring: ring)
        shape.endPolygon()
        shapes.append(shape)
      }
      for _ in 0..<400 {
        let place = Coordinate(x: .random(in: -60...60, using: &random), y: .random(in: -60...60, using: &random))
        #expect(abs(shapes[0].distance(x: place.x, y: place.y) - Self.slowDistance(one, place)) < 1e-9, "\(corners) \(place)")
      }
      let ends = try #require(shapes[0].nearest(to: shapes[1]))
      let found = ((ends.from.x - ends.to.x) * (ends.from.x - ends.to.x) + (ends.from.y - ends.to.y) * (ends.from.y - ends.to.y))
        .squareRoot()
      let corner = min(one.map { Self.slowDistance(other, $0) }.min()!, other.map { Self.slowDistance(one, $0) }.min()!)
      // Outlines that cross have no distance, though all their corners have one.
      #expect(abs(found - corner) < 1e-9 || found == 0 && ends.from == ends.to, "\(corners): \(found) and \(corner)")
    }
  }
}
