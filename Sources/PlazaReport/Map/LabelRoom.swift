internal import PlazaGeometry

/// Where names of a map stand already, with their lines: none may lie over another.
struct LabelRoom {
  private var boxes: [Envelope] = []
  private var leaders: [(from: Coordinate, to: Coordinate)] = []

  /// Whether nothing stands in the box.
  func isFree(_ box: Envelope) -> Bool {
    !boxes.contains { Self.overlap($0, box) } && !leaders.contains { box.meets($0.from, $0.to) }
  }

  /// Whether a line meets no name and no other line.
  func isFree(from: Coordinate, to: Coordinate) -> Bool {
    !boxes.contains { $0.meets(from, to) } && !leaders.contains { Self.cross($0.from, $0.to, from, to) }
  }

  mutating func take(_ box: Envelope) { boxes.append(box) }
  mutating func take(from: Coordinate, to: Coordinate) { leaders.append((from, to)) }

  private static func overlap(_ a: Envelope, _ b: Envelope) -> Bool {
    a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY
  }

  private static func cross(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate, _ d: Coordinate) -> Bool {
    func side(_ p: Coordinate, _ q: Coordinate, _ r: Coordinate) -> Double {
      (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    }
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
  }
}

/// Which area lies where on the sheet, in squares of a few pixels.
struct GroundGrid {
  static let square = 4.0

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

  /// How many corners of squares inside a box lie in other areas than one; nil takes all of them for others.
  func foreign(in box: Envelope, to feature: Int?) -> Int {
    var count = 0
    let left = max(0, Int((box.minX / Self.square).rounded(.up)))
    let right = min(columns - 1, Int((box.maxX / Self.square).rounded(.down)))
    let top = max(0, Int((box.minY / Self.square).rounded(.up)))
    let bottom = min(rows - 1, Int((box.maxY / Self.square).rounded(.down)))
    for row in stride(from: top, through: bottom, by: 1) {
      for column in stride(from: left, through: right, by: 1) {
        let found = features[row * columns + column]
        if found >= 0, feature.map({ found != Int32($0) }) ?? true { count += 1 }
      }
    }
    return count
  }
}
