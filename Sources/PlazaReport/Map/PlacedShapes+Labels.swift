internal import PlazaGeometry

/// Where a name fits into an area.
extension PlacedShapes {
  /// The ring of a feature that encloses most, and how much; nil for none.
  func largestRing(_ feature: Int) -> (ring: Int, area: Double)? {
    var best: (ring: Int, area: Double)?
    for ring in rings(of: feature) {
      let vertices = vertices(of: ring)
      guard var previous = vertices.last else { continue }
      var sum = 0.0
      for vertex in vertices {
        sum += x[previous] * y[vertex] - x[vertex] * y[previous]
        previous = vertex
      }
      let area = sum.magnitude / 2
      if area > best?.area ?? 0 { best = (ring, area) }
    }
    return best
  }

  /// The name on one line or two, in the largest size that fits, about the middle of the ring; nil where none does.
  /// - Parameter overhang: by how much the name may be wider than the ring.
  /// - Parameter room: what stands already; a name moves to a side of its area rather than over another.
  func fitted(
    _ name: String, _ feature: Int, _ ring: Int, sizes: [Double], isBold: Bool = false, overhang: Double = -2, in room: LabelRoom
  ) -> MapLabels.Label? {
    var forms = [[name]]
    if let halves = Self.halves(name) { forms.append(halves) }
    let vertices = vertices(of: ring)
    let heights = vertices.map { y[$0] }
    guard let top = heights.min(), let bottom = heights.max() else { return nil }
    for size in sizes {
      for lines in forms {
        let width = lines.map { TextWidth.of($0, size: size, isBold: isBold) }.max() ?? 0
        let height = Double(lines.count) * size * 1.14
        var best: (score: Double, label: MapLabels.Label)?
        for step in 1..<24 {
          let y = top + (bottom - top) * Double(step) / 24
          guard y - height / 2 > top, y + height / 2 < bottom else { continue }
          var free = widest(vertices, y - height / 2.2)
          for other in [y, y + height / 2.2] { free = Self.common(free, widest(vertices, other)) }
          let slack = free.upper - free.lower - width
          guard slack > -overhang else { continue }
          for side in [0.0, -1, 1] {
            // Once there is room, the middle of an area is a better place than a wider one at its edge.
            let score = min(slack, 24) - (y - (top + bottom) / 2).magnitude * 0.4 - side.magnitude * max(0, slack) * 0.3
            guard score > best?.score ?? -.infinity else { continue }
            let x = (free.lower + free.upper) / 2 + side * max(0, slack - 8) / 2
            var label = MapLabels.Label(lines: lines, x: x, y: y, feature: feature, size: size)
            label.isContext = isBold
            if room.isFree(label.box) { best = (score, label) }
          }
        }
        if let best { return best.label }
      }
    }
    return nil
  }

  /// A place inside a ring, about its middle, where it is wide.
  func middle(_ vertices: Range<Int>, north: Double, south: Double) -> Coordinate {
    var best: (score: Double, place: Coordinate)?
    for step in 1..<12 {
      let y = north + (south - north) * Double(step) / 12
      let across = widest(vertices, y)
      let score = (across.upper - across.lower) - (y - (north + south) / 2).magnitude * 0.5
      if across.upper > across.lower, score > best?.score ?? -.infinity {
        best = (score, .init(x: (across.lower + across.upper) / 2, y: y))
      }
    }
    return best?.place ?? .init(x: vertices.first.map { x[$0] } ?? 0, y: vertices.first.map { y[$0] } ?? 0)
  }

  /// The widest piece of a line of one height inside the ring; of width 0 for none.
  private func widest(_ vertices: Range<Int>, _ height: Double) -> (lower: Double, upper: Double) {
    guard var previous = vertices.last else { return (0, 0) }
    var crossings: [Double] = []
    for vertex in vertices {
      let (y0, y1) = (y[previous], y[vertex])
      if (y0 > height) != (y1 > height) {
        crossings.append(x[previous] + (x[vertex] - x[previous]) * (height - y0) / (y1 - y0))
      }
      previous = vertex
    }
    crossings.sort()
    var best = (lower: 0.0, upper: 0.0)
    for pair in stride(from: 0, to: crossings.count - 1, by: 2)
    where crossings[pair + 1] - crossings[pair] > best.upper - best.lower {
      best = (crossings[pair], crossings[pair + 1])
    }
    return best
  }

  private static func common(
    _ a: (lower: Double, upper: Double), _ b: (lower: Double, upper: Double)
  ) -> (lower: Double, upper: Double) { (max(a.lower, b.lower), min(a.upper, b.upper)) }

  /// The name in two lines of about equal length; nil for one word.
  static func halves(_ name: String) -> [String]? {
    let words = name.split(separator: " ").map(String.init)
    guard words.count > 1 else { return nil }
    func width(_ lines: [String]) -> Double { lines.map { TextWidth.of($0, size: MapLabels.size) }.max() ?? 0 }
    let ways = (1..<words.count).map { [words[..<$0].joined(separator: " "), words[$0...].joined(separator: " ")] }
    return ways.min { width($0) < width($1) }
  }
}
