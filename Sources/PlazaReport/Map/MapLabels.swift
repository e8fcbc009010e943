internal import PlazaGeometry

/// Names of areas: those that matter first (the darkest, then the largest), none over another.
///
/// A name stands inside its area where it fits; the names of the few areas that the map is about stand beside theirs, with a line to it.
struct MapLabels {
  struct Label: Hashable {
    var lines: [String]
    var x: Double
    /// The middle of all lines.
    var y: Double
    var feature: Int
    /// Where a line to the area ends; nil for a name that stands in it.
    var leader: Leader?

    struct Leader: Hashable {
      var x: Double
      var y: Double
    }
  }

  static let size = 11.0
  static let lineHeight = 12.5
  /// More names than this are a gazetteer, not a map.
  static let limit = 40
  /// So many areas have their name beside them where it does not fit in.
  static let namedAnyway = 6
  /// Of more areas than this only those of the darkest class are named: the few others with room for a name would look chosen.
  static let mostAreas = 250
  /// And no more of them than this.
  static let mostOfMany = 12

  let shapes: PlacedShapes
  /// The sheet that names must stay on; empty keeps them within the box of the shapes.
  var frame = Envelope()

  /// - Parameter names: of each feature; empty is none.
  /// - Parameter darkness: of each feature's colour, 0 … 1; empty takes all for alike.
  /// - Complexity: O(features log features), and O(vertices) of those that are named.
  func placed(_ names: [String], darkness: [Double] = []) -> [Label] {
    func dark(_ feature: Int) -> Double { darkness.isEmpty ? 0 : darkness[feature] }
    var ranked = names.indices.filter { !names[$0].isEmpty }
      .compactMap { feature in largestRing(feature).map { (feature: feature, ring: $0.ring, area: $0.area) } }
      .sorted { (dark($1.feature), $1.area, $0.feature) < (dark($0.feature), $0.area, $1.feature) }
    let isMany = names.count > Self.mostAreas
    if isMany {
      let darkest = ranked.first.map { dark($0.feature) } ?? 0
      // A map without a dark class is about none of its areas.
      ranked = darkest > (darkness.min() ?? 0) ? ranked.filter { dark($0.feature) == darkest } : []
    }
    let limit = isMany ? Self.mostOfMany : Self.limit
    var taken = Taken()
    var labels: [Label] = []
    var beside = 0
    for entry in ranked.prefix(4 * limit) where labels.count < limit {
      if let label = fitted(names[entry.feature], entry.feature, entry.ring), taken.take(Self.box(label)) {
        labels.append(label)
      } else if !darkness.isEmpty, beside < Self.namedAnyway,
        dark(entry.feature) == dark(ranked[0].feature) || labels.count < Self.namedAnyway,
        let label = outside(names[entry.feature], entry.feature, entry.ring, &taken)
      {
        labels.append(label)
        beside += 1
      }
    }
    return labels
  }

  /// The boxes of names that stand already.
  private struct Taken {
    private var boxes: [Envelope] = []

    func isFree(_ box: Envelope) -> Bool {
      !boxes.contains { $0.minX < box.maxX && box.minX < $0.maxX && $0.minY < box.maxY && box.minY < $0.maxY }
    }

    /// - Returns: false, and takes nothing, where another stands.
    mutating func take(_ box: Envelope) -> Bool {
      guard isFree(box) else { return false }
      boxes.append(box)
      return true
    }
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

  /// The name beside the area: right, left, above or below, nearest first, where nothing stands and the sheet goes on.
  private func outside(_ name: String, _ feature: Int, _ ring: Int, _ taken: inout Taken) -> Label? {
    let vertices = shapes.vertices(of: ring)
    let (xs, ys) = (vertices.map { shapes.x[$0] }, vertices.map { shapes.y[$0] })
    guard let west = xs.min(), let east = xs.max(), let north = ys.min(), let south = ys.max() else { return nil }
    let middle = (north + south) / 2
    let across = widest(vertices, middle)
    let anchor = Label.Leader(x: across.upper > across.lower ? (across.lower + across.upper) / 2 : (west + east) / 2, y: middle)
    let lines = Self.halves(name).flatMap { TextWidth.of(name, size: Self.size) > 90 ? $0 : nil } ?? [name]
    let (half, tall) = (Self.width(lines) / 2 + 2, Double(lines.count) * Self.lineHeight / 2 + 1)
    let sheet = frame.isEmpty ? shapes.box : frame
    for gap in [6.0, 22, 44] {
      for (x, y) in [
        (east + gap + half, middle), (west - gap - half, middle), ((west + east) / 2, north - gap - tall),
        ((west + east) / 2, south + gap + tall), (east + gap + half, north - gap), (west - gap - half, south + gap),
      ] {
        let label = Label(lines: lines, x: x, y: y, feature: feature, leader: anchor)
        let box = Self.box(label)
        guard box.minX >= sheet.minX, box.maxX <= sheet.maxX, box.minY >= sheet.minY, box.maxY <= sheet.maxY else { continue }
        if taken.take(box) { return label }
      }
    }
    return nil
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
