import PlazaGeometry
import PlazaTesting
import Testing

@Suite("Convex hull") struct ConvexHullTests {
  @Test("holds every point, turns left at every corner and has the corners of any order", arguments: [UInt64](0..<60))
  func property(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let points = (0..<Int.random(in: 3...60, using: &random)).map { _ in
      let (x, y) = (Double.random(in: -5...5, using: &random), Double.random(in: -5...5, using: &random))
      return seed % 2 == 0 ? Coordinate(x: x.rounded(), y: y.rounded()) : Coordinate(x: x, y: y)
    }
    let hull = convexHull(x: points.map(\.x), y: points.map(\.y))
    for place in hull.indices where hull.count > 2 {
      let (a, b) = (hull[place], hull[(place + 1) % hull.count])
      let next = hull[(place + 2) % hull.count]
      #expect(points.contains(a))
      #expect(orientation(ax: a.x, ay: a.y, bx: b.x, by: b.y, px: next.x, py: next.y) == 1, "seed \(seed)")
      let isOutside = points.contains { orientation(ax: a.x, ay: a.y, bx: b.x, by: b.y, px: $0.x, py: $0.y) < 0 }
      #expect(!isOutside, "seed \(seed)")
    }
    let shuffled = points.shuffled(using: &random)
    #expect(convexHull(x: shuffled.map(\.x), y: shuffled.map(\.y)) == hull)
  }

  @Test func `one place, a line and nothing have one corner, two and none`() {
    #expect(convexHull(x: [], y: []).isEmpty)
    #expect(convexHull(x: [2, 2], y: [3, 3]) == [Coordinate(x: 2, y: 3)])
    #expect(convexHull(x: [0, 2, 1, .nan], y: [0, 2, 1, 9]) == [Coordinate(x: 0, y: 0), Coordinate(x: 2, y: 2)])
    #expect(convexHull(x: [0, 1, 1, 0, 0.5, 0.5], y: [0, 0, 1, 1, 0, 0.5]).count == 4)
  }
}
