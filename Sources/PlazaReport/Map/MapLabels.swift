internal import PlazaGeometry

/// Names of areas that fit into them, the largest areas first, none over another.
struct MapLabels {
  struct Label: Hashable {
    var lines: [String]
    var x: Double
    /// The middle of all lines.
    var y: Double
    var feature: Int
  }

  static let size = 11.0
  static let lineHeight = 12.5
  /// More names than this are a gazetteer, not a map.
  static let limit = 40
  /// Of more areas than this the few that have room for a name would look chosen.
  static let mostAreas = 250

  let shapes: PlacedShapes

  /// - Parameter names: of each feature; empty is none.
  /// - Complexity: O(features log features), and O(vertices) of the largest.
  func placed(_ names: [String]) -> [Label] {
    let largest = names.indices.filter { !names[$0].isEmpty }
      .map { (feature: $0, ring: largestRing($0)) }
      .compactMap { entry in entry.ring.map { (entry.feature, $0.ring, $0.area) } }
      .sorted { ($1.2, $0.0) < ($0.2, $1.0) }
    var labels: [Label] = []
    var boxes: [Envelope] = []
    for (feature, ring, area) in largest.prefix(2 * Self.limit) {
      // Under this no two letters fit.
      guard labels.count < Self.limit, area > 300 else { break }
      guard let label = fitted(names[feature], feature, ring) else { continue }
      let box = Self.box(label)
      if boxes.contains(where: { $0.minX < box.maxX && box.minX < $0.maxX && $0.minY < box.maxY && box.minY < $0.maxY }) {
        continue
      }
      boxes.append(box)
      labels.append(label)
    }
    return labels
  }

  private static func width(_ lines: [String]) -> Double { lines.map { TextWidth.of($0, size: size) }.max() ?? 0 }

  private static func box(_ label: Label) -> Envelope {
    let (width, height) = (width(label.lines) + 4, Double(label.lines.count) * lineHeight + 2)
    return Envelope(
      minX: label.x - width / 2, minY: label.y - height / 2, maxX: label.x + width / 2, maxY: label.y + height / 2)
  }

  private func largestRing(_ feature: Int) -> (ring: Int, area: Double)? {
    var best: (ring: Int, area: Double)?
    for ring in shapes.rings(of: feature) {
      let vertices = shapes.vertices(of: ring)
      guard var previous = vertices.last else { continue }
      var sum = 0.0
      for vertex in vertices {
        sum += shapes.x[previous] * shapes.y[vertex] - shapes.x[vertex] * shapes.y[previous]
        previous = vertex
      }
      let area = sum.magnitude / 2
      if area > best?.area ?? 0 { best = (ring, area) }
    }
    return best
  }

  /// The name on one line or two, where the ring is widest; nil where neither fits.
  private func fitted(_ name: String, _ feature: Int, _ ring: Int) -> Label? {
    var forms = [[name]]
    if let halves = Self.halves(name) { forms.append(halves) }
    let vertices = shapes.vertices(of: ring)
    let heights = vertices.map { shapes.y[$0] }
    guard let top = heights.min(), let bottom = heights.max() else { return nil }
    for lines in forms {
      let (width, height) = (Self.width(lines), Double(lines.count) * Self.lineHeight)
      var best: (slack: Double, x: Double, y: Double)?
      for step in 1..<16 {
        let y = top + (bottom - top) * Double(step) / 16
        guard y - height / 2 > top, y + height / 2 < bottom else { continue }
        var free = widest(vertices, y - height / 2.4)
        for other in [y, y + height / 2.4] { free = Self.common(free, widest(vertices, other)) }
        // The middle of an area is a better place than a slightly wider one at its edge.
        let slack = free.upper - free.lower - width - (y - (top + bottom) / 2).magnitude * 0.4
        if free.upper - free.lower >= width + 3, slack > best?.slack ?? -.infinity {
          best = (slack, (free.lower + free.upper) / 2, y)
        }
      }
      if let best { return Label(lines: lines, x: best.x, y: best.y, feature: feature) }
    }
    return nil
  }

  /// The widest stretch of a horizontal line inside the ring; of width 0 for none.
  private func widest(_ vertices: Range<Int>, _ y: Double) -> (lower: Double, upper: Double) {
    guard var previous = vertices.last else { return (0, 0) }
    var crossings: [Double] = []
    for vertex in vertices {
      let (y0, y1) = (shapes.y[previous], shapes.y[vertex])
      if (y0 > y) != (y1 > y) {
        crossings.append(shapes.x[previous] + (shapes.x[vertex] - shapes.x[previous]) * (y - y0) / (y1 - y0))
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
  private static func halves(_ name: String) -> [String]? {
    let words = name.split(separator: " ").map(String.init)
    guard words.count > 1 else { return nil }
    let ways = (1..<words.count).map { [words[..<$0].joined(separator: " "), words[$0...].joined(separator: " ")] }
    return ways.min { width($0) < width($1) }
  }
}
