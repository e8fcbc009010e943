import PlazaGeometry
import PlazaTesting
import Testing

@Suite("Orientation")
struct OrientationTests {
  /// The sign over whole numbers, exact in 128 bits below 2⁶² or so.
  private func sign(_ ax: Int, _ ay: Int, _ bx: Int, _ by: Int, _ px: Int, _ py: Int) -> Int {
    let left = Int128(ax - px) * Int128(by - py)
    let right = Int128(ay - py) * Int128(bx - px)
    return left > right ? 1 : left < right ? -1 : 0
  }

  /// Kettner, Mehlhorn, Pion, Schirra and Yap 2008, "Classroom examples of robustness problems in geometric computations",
  /// doi:10.1016/j.comgeo.2007.06.003: a grid of neighbouring doubles around a point, against a line through two others.
  @Test(
    "is exact over the neighbourhood of a point close to a line",
    arguments: [(0.5, 0.5, 12.0, 24.0), (0.500_000_000_000_025_31, 0.5, 17.300_000_000_000_01, 24.000_000_000_000_05)])
  func kettner(px: Double, py: Double, q: Double, r: Double) {
    let unit = 0x1p-53
    func whole(_ value: Double) -> Int { Int(value / unit) }
    for i in 0..<256 {
      for j in 0..<256 {
        let (x, y) = (px + Double(i) * unit, py + Double(j) * unit)
        let expected = sign(whole(q), whole(q), whole(r), whole(r), whole(x), whole(y))
        #expect(orientation(ax: q, ay: q, bx: r, by: r, px: x, py: y) == expected)
        #expect(orientation(ax: r, ay: r, bx: q, by: q, px: x, py: y) == -expected)
        #expect(orientation(ax: x, ay: y, bx: q, by: q, px: r, py: r) == expected)
      }
    }
  }

  @Test("is exact, and unchanged by powers of two, near lines of random slope", arguments: [UInt64](1...8))
  func nearCollinear(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    // So that the coordinates leave the range of the filter, and come to the ends of that of expansions.
    let scales: [Double] = [1, 0x1p-60, 0x1p340, 0x1p440, 0x1p-350, 0x1p-400]
    for _ in 0..<3_000 {
      let limit = 1 << Int.random(in: 2...52, using: &random)
      func any() -> Int { Int.random(in: -limit...limit, using: &random) }
      let (ax, ay, dx, dy) = (any() / 4, any() / 4, any() / 8, any() / 8)
      let steps = Int.random(in: 1...4, using: &random)
      let off = { Int.random(in: -1...1, using: &random) }
      let (bx, by) = (ax + dx, ay + dy)
      let (px, py) = (ax + dx * steps / 2 + off(), ay + dy * steps / 2 + off())
      let expected = sign(ax, ay, bx, by, px, py)
      for scale in scales {
        let values = [ax, ay, bx, by, px, py].map { Double($0) * scale }
        let found = orientation(
          ax: values[0], ay: values[1], bx: values[2], by: values[3], px: values[4], py: values[5])
        #expect(found == expected, "\(values)")
      }
      // Each axis by its own power.
      let found = orientation(
        ax: Double(ax) * 0x1p440, ay: Double(ay) * 0x1p-400, bx: Double(bx) * 0x1p440, by: Double(by) * 0x1p-400,
        px: Double(px) * 0x1p440, py: Double(py) * 0x1p-400)
      #expect(found == expected)
    }
  }

  @Test("changes its sign with the order of the points", arguments: [UInt64](1...4))
  func antisymmetry(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func any() -> Double {
      while true {
        let value = Double(bitPattern: random.next())
        if value.magnitude > 0x1p-340 && value.magnitude < 0x1p500 { return value }
      }
    }
    for i in 0..<2_000 {
      // Any doubles of the range, or some that differ in their last bits.
      let base = any()
      let near = { base + base.ulp * Double(Int.random(in: -3...3, using: &random)) }
      let v = (0..<6).map { _ in i % 2 == 0 ? any() : near() }
      if !v.allSatisfy(\.isFinite) { continue }
      let one = orientation(ax: v[0], ay: v[1], bx: v[2], by: v[3], px: v[4], py: v[5])
      #expect(orientation(ax: v[2], ay: v[3], bx: v[0], by: v[1], px: v[4], py: v[5]) == -one)
      #expect(orientation(ax: v[4], ay: v[5], bx: v[0], by: v[1], px: v[2], py: v[3]) == one)
      #expect(orientation(ax: v[1], ay: v[0], bx: v[3], by: v[2], px: v[5], py: v[4]) == -one)
    }
  }

  @Test("knows the extremes")
  func extremes() {
    let big = 0x1p499
    let tiny = 0x1p-400
    #expect(orientation(ax: -big, ay: -big, bx: big, by: big, px: 0, py: 0) == 0)
    #expect(orientation(ax: -big, ay: -big, bx: big, by: big, px: 0, py: tiny) == 1)
    #expect(orientation(ax: -big, ay: -big, bx: big, by: big, px: tiny, py: 0) == -1)
    #expect(orientation(ax: -big, ay: -big, bx: big, by: big.nextDown, px: 0, py: 0) == 1)
    #expect(orientation(ax: 0, ay: 0, bx: tiny, by: tiny, px: tiny, py: 0) == -1)
    #expect(orientation(ax: 0, ay: 0, bx: tiny, by: tiny, px: big, py: big) == 0)
    #expect(orientation(ax: 3, ay: 4, bx: 3, by: 4, px: 8, py: 9) == 0)
  }
}
