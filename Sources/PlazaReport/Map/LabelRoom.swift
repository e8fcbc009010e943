internal import PlazaGeometry

/// Where names of a map stand already, with their lines: none may lie over another.
struct LabelRoom {
  private var boxes: [Envelope] = []
  private var leaders: [(from: Place, to: Place)] = []

  struct Place: Hashable {
    var x: Double
    var y: Double
  }

  /// Whether nothing stands in the box.
  func isFree(_ box: Envelope) -> Bool {
    !boxes.contains { Self.overlap($0, box) } && !leaders.contains { Self.meets($0.from, $0.to, box) }
  }

  /// Whether a line meets no name and no other line.
  func isFree(from: Place, to: Place) -> Bool {
    !boxes.contains { Self.meets(from, to, $0) } && !leaders.contains { Self.cross($0.from, $0.to, from, to) }
  }

  mutating func take(_ box: Envelope) { boxes.append(box) }
  mutating func take(from: Place, to: Place) { leaders.append((from, to)) }

  private static func overlap(_ a: Envelope, _ b: Envelope) -> Bool {
    a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY
  }

  /// Liang and Barsky 1984, "A New Concept and Method for Line Clipping": what is left of the line within the box.
  private static func meets(_ a: Place, _ b: Place, _ box: Envelope) -> Bool {
    var (low, high) = (0.0, 1.0)
    for (start, step, least, most) in [(a.x, b.x - a.x, box.minX, box.maxX), (a.y, b.y - a.y, box.minY, box.maxY)] {
      if step == 0 {
        if start < least || start > most { return false }
        continue
      }
      let (enter, leave) = ((least - start) / step, (most - start) / step)
      low = max(low, min(enter, leave))
      high = min(high, max(enter, leave))
    }
    return low <= high
  }

  private static func cross(_ a: Place, _ b: Place, _ c: Place, _ d: Place) -> Bool {
    func side(_ p: Place, _ q: Place, _ r: Place) -> Double { (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) }
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
  }
}

/// Which area lies where on the sheet, in squares of a few pixels.
struct GroundGrid {
  static let square = 6.0

  private let columns: Int
  private let rows: Int
  /// −1 is paper.
  private var features: [Int32]

  /// - Complexity: O(vertices + squares).
  init(_ shapes: PlacedShapes, frame: Envelope) {
    columns = max(1, Int((frame.maxX / Self.square).rounded(.up)))
    rows = max(1, Int((frame.maxY / Self.square).rounded(.up)))
    features = [Int32](repeating: -1, count: columns * rows)
    let lines = Scanlines(direction: .level, spacing: Self.square)
    for feature in 0..<shapes.featureCount {
      for span in lines.spans(shapes, feature: feature) where 0..<rows ~= span.line {
        let first = max(0, Int((span.lower / Self.square).rounded(.up)))
        let last = min(columns - 1, Int((span.upper / Self.square).rounded(.down)))
        for column in stride(from: first, through: last, by: 1) { features[span.line * columns + column] = Int32(feature) }
      }
    }
  }

  /// How many squares of a box lie in other areas than one.
  func foreign(in box: Envelope, to feature: Int) -> Int {
    var count = 0
    let (left, right) = (max(0, Int(box.minX / Self.square)), min(columns - 1, Int(box.maxX / Self.square)))
    let (top, bottom) = (max(0, Int(box.minY / Self.square)), min(rows - 1, Int(box.maxY / Self.square)))
    for row in stride(from: top, through: bottom, by: 1) {
      for column in stride(from: left, through: right, by: 1) {
        let found = features[row * columns + column]
        if found >= 0, found != Int32(feature) { count += 1 }
      }
    }
    return count
  }
}
