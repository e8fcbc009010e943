import PlazaTesting
import Testing

@testable import PlazaGeometry

@Suite("Near borders") struct NearBordersTests {
  private func distance(_ p: (x: Double, y: Double), _ c: (x: Double, y: Double), _ d: (x: Double, y: Double)) -> Double {
    let (ux, uy) = (d.x - c.x, d.y - c.y)
    let square = ux * ux + uy * uy
    let share = square == 0 ? 0 : max(0, min(1, ((p.x - c.x) * ux + (p.y - c.y) * uy) / square))
    let (dx, dy) = (p.x - c.x - share * ux, p.y - c.y - share * uy)
    return (dx * dx + dy * dy).squareRoot()
  }

  @Test("the share of an edge within a distance is that of its points", arguments: [UInt64](0..<200))
  func share(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func point() -> (x: Double, y: Double) {
      let range = seed % 2 == 0 ? -4.0...4.0 : -1.0...1.0
      let (x, y) = (Double.random(in: range, using: &random), Double.random(in: range, using: &random))
      return seed % 3 == 0 ? (x.rounded(), y.rounded()) : (x, y)
    }
    let (b, c, d) = (point(), point(), point())
    let r = 0.75
    let found = shareWithin(r, ofEdgeTo: b, from: c, to: d)
    for step in 0...500 {
      let share = Double(step) / 500
      let gap = distance((b.x * share, b.y * share), c, d)
      let (from, to) = found ?? (2, -1)
      let isWell = gap <= r - 1e-9
      let isBeyond = gap >= r + 1e-9
      let isFound = from <= share + 1e-9 && share <= to + 1e-9
      let isStrictlyFound = from < share - 1e-9 && share < to - 1e-9
      #expect(!(isWell && !isFound) && !(isBeyond && isStrictlyFound), "seed \(seed), share \(share)")
    }
  }
}
