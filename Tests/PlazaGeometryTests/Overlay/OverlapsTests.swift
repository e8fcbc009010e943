import PlazaGeometry
import PlazaTesting
import Testing

@Suite struct OverlapsTests {
  private func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, hole: Bool = false) -> [[(Double, Double)]] {
    let outer = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
    guard hole else { return [outer] }
    let (a, b) = (width / 4, height / 4)
    return [
      outer, [(x + a, y + b), (x + a, y + 3 * b), (x + 3 * a, y + 3 * b), (x + 3 * a, y + b), (x + a, y + b)],
    ]
  }

  private func column(_ features: [[[[(Double, Double)]]]]) -> PolygonColumn {
    var column = PolygonColumn()
    for polygons in features {
      for rings in polygons {
        for ring in rings {
          for (x, y) in ring { column.append(x: x, y: y) }
          column.endRing()
        }
        column.endPolygon()
      }
      column.endFeature()
    }
    return column
  }

  private func surface(_ overlaps: Overlaps, _ left: Int, _ right: Int) -> Double {
    overlaps.pairs(ofFeature: left).first { overlaps.features[$0] == Int32(right) }.map { overlaps.surfaces[$0] } ?? 0
  }

  @Test func `Squares overlap by what a ruler says`() {
    let left = column([[box(0, 0, 1, 1)], [box(1, 0, 1, 1)], [box(0, 0, 4, 4, hole: true)], []])
    let right = column([[box(0.5, 0.5, 1, 1)], [box(2, 0, 1, 1)], [box(1, 1, 2, 2)], [box(0, 0, 1, 1), box(3, 3, 1, 1)]])
    let overlaps = Overlaps(left, right, jobs: 1)
    #expect(overlaps.offsets.count == 5)
    #expect(surface(overlaps, 0, 0) == 0.25)
    #expect(surface(overlaps, 1, 0) == 0.25)
    // They touch along a side.
    #expect(surface(overlaps, 1, 1) == 0)
    #expect(surface(overlaps, 0, 2) == 0)
    #expect(surface(overlaps, 0, 3) == 1)
    // The hole of the third is what the third square fills.
    #expect(surface(overlaps, 2, 2) == 0)
    #expect(surface(overlaps, 2, 3) == 2)
    #expect(abs(surface(overlaps, 2, 0) - 0.75) < 1e-15)
    #expect(overlaps.pairs(ofFeature: 3).isEmpty)
  }

  /// A convex polygon, counter-clockwise.
  private func convex(_ random: inout SplitMix64, around x: Double, _ y: Double, radius: Double) -> [(Double, Double)] {
    let corners = 3 + Int(random.next() % 9)
    let angles = (0..<corners).map { _ in Double.random(in: 0..<1, using: &random) * 2 * .pi }.sorted()
    let ring = angles.map { (x + radius * cosine($0), y + radius * cosine($0 - .pi / 2)) }
    return ring + ring.prefix(1)
  }

  private func cosine(_ angle: Double) -> Double {
    // Any smooth function with the right corners would do; this one needs no library.
    var a = angle.remainder(dividingBy: 2 * .pi)
    a *= a
    var (term, sum) = (1.0, 1.0)
    for k in 1...16 {
      term *= -a / Double((2 * k - 1) * 2 * k)
      sum += term
    }
    return sum
  }

  /// Sutherland and Hodgman 1974: one convex polygon cut by the sides of another.
  private func slowSurface(_ subject: [(Double, Double)], _ clip: [(Double, Double)]) -> Double {
    var polygon = Array(subject.dropLast())
    for (a, b) in zip(clip, clip.dropFirst()) {
      func side(_ p: (Double, Double)) -> Double { (b.0 - a.0) * (p.1 - a.1) - (b.1 - a.1) * (p.0 - a.0) }
      var next: [(Double, Double)] = []
      for index in polygon.indices {
        let (p, q) = (polygon[index], polygon[(index + 1) % polygon.count])
        let (sp, sq) = (side(p), side(q))
        if sp >= 0 { next.append(p) }
        if (sp > 0 && sq < 0) || (sp < 0 && sq > 0) {
          let t = sp / (sp - sq)
          next.append((p.0 + (q.0 - p.0) * t, p.1 + (q.1 - p.1) * t))
        }
      }
      polygon = next
      if polygon.isEmpty { return 0 }
    }
    var doubled = 0.0
    for index in polygon.indices {
      let (p, q) = (polygon[index], polygon[(index + 1) % polygon.count])
      let origin = polygon[0]
      doubled += (p.0 - origin.0) * (q.1 - origin.1) - (q.0 - origin.0) * (p.1 - origin.1)
    }
    return doubled / 2
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func `Convex polygons overlap as cutting one by the other says`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    // Where a projected CRS has its cities, so that large coordinates cost no digits.
    func rings(_ count: Int) -> [[(Double, Double)]] {
      (0..<count).map { _ in
        convex(
          &random, around: 480_000 + Double.random(in: 0..<1, using: &random) * 500,
          2_140_000 + Double.random(in: 0..<1, using: &random) * 500, radius: 20 + Double.random(in: 0..<1, using: &random) * 120)
      }
    }
    let (left, right) = (rings(60), rings(60))
    let overlaps = Overlaps(column(left.map { [[$0]] }), column(right.map { [[$0]] }), jobs: 2)
    var found = 0
    for i in left.indices {
      for j in right.indices {
        let wanted = slowSurface(left[i], right[j])
        if wanted > 1e-3 { found += 1 }
        #expect(abs(surface(overlaps, i, j) - wanted) < 1e-5, "seed \(seed), pair \(i), \(j)")
      }
    }
    #expect(found > 100)
  }

  /// A ring of many corners, star-shaped.
  private func star(_ random: inout SplitMix64, _ x: Double, _ y: Double, _ radius: Double, corners: Int) -> [(Double, Double)] {
    let ring = (0..<corners).map { corner -> (Double, Double) in
      let angle = 2 * .pi * Double(corner) / Double(corners)
      let r = radius * (0.5 + Double.random(in: 0..<1, using: &random) / 2)
      return (x + r * cosine(angle), y + r * cosine(angle - .pi / 2))
    }
    return ring + ring.prefix(1)
  }

  @Test(arguments: [4, 5] as [UInt64]) func `Squares that share out the plane share out every polygon`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let cells = column((0..<400).map { cell in [box(Double(cell % 20) * 50, Double(cell / 20) * 50, 50, 50)] })
    // From few corners to many thousands, which are divided into blocks.
    let stars = column(
      [5, 50, 500, 5_000, 20_000].map { corners in [[star(&random, 500, 500, 450, corners: corners)]] })
    let overlaps = Overlaps(stars, cells, jobs: 2)
    for feature in 0..<stars.featureCount {
      let sum = overlaps.pairs(ofFeature: feature).reduce(0) { $0 + overlaps.surfaces[$1] }
      let whole = stars.planarArea(ofFeature: feature)
      #expect(abs(sum / whole - 1) < 1e-12, "seed \(seed), polygon \(feature)")
    }
    // The same pairs from the other side.
    let turned = Overlaps(cells, stars, jobs: 1)
    for cell in 0..<cells.featureCount {
      for feature in 0..<stars.featureCount {
        #expect(abs(surface(turned, cell, feature) - surface(overlaps, feature, cell)) < 1e-8)
      }
    }
  }

  @Test func `The number of workers changes nothing, and neither does the direction of rings`() {
    var random = SplitMix64(seed: 6)
    let left = (0..<150).map { _ in
      star(
        &random, Double.random(in: 0..<1, using: &random) * 1000, Double.random(in: 0..<1, using: &random) * 1000, 100,
        corners: 300)
    }
    let right = (0..<150).map { _ in
      star(
        &random, Double.random(in: 0..<1, using: &random) * 1000, Double.random(in: 0..<1, using: &random) * 1000, 80, corners: 40
      )
    }
    let (a, b) = (column(left.map { [[$0]] }), column(right.map { [[$0]] }))
    let one = Overlaps(a, b, jobs: 1)
    #expect(one == Overlaps(a, b, jobs: 3))
    #expect(one.features.count > 500)
    let turned = Overlaps(column(left.map { [[$0.reversed()]] }), b, jobs: 1)
    #expect(turned.features == one.features)
    for (x, y) in zip(turned.surfaces, one.surfaces) { #expect(abs(x - y) < 1e-9) }
  }

  @Test func `A box index finds the boxes that a loop over all finds`() {
    var random = SplitMix64(seed: 7)
    var boxes = (0..<500).map { _ -> Envelope in
      let (x, y) = (Double.random(in: 0..<1, using: &random) * 100, Double.random(in: 0..<1, using: &random) * 100)
      return Envelope(
        minX: x, minY: y, maxX: x + Double.random(in: 0..<1, using: &random) * 5,
        maxY: y + Double.random(in: 0..<1, using: &random) * 5)
    }
    boxes[17] = Envelope()
    let index = BoxIndex(boxes)
    for query in boxes {
      let wanted = boxes.indices.filter { other in
        let box = boxes[other]
        return !box.isEmpty && !query.isEmpty && box.minX <= query.maxX && box.maxX >= query.minX && box.minY <= query.maxY
          && box.maxY >= query.minY
      }
      #expect(index.numbers(meeting: query) == wanted)
    }
    #expect(BoxIndex([]).numbers(meeting: boxes[0]).isEmpty)
  }
}
