internal import PlazaLayers

/// Where parallel lines lie inside features, by the even-odd rule: what hatches them, and tells which feature lies at a place.
///
/// The lines are those at `number × spacing` of a coordinate of the sheet, the same for all features, so that hatching goes on from one
/// to the next.
struct Scanlines {
  /// What the lines are level in.
  enum Direction: Hashable {
    case level, rising, falling
  }

  let direction: Direction
  let spacing: Double

  /// Which line of all, and from where to where along it.
  struct Span: Hashable {
    var line: Int
    var lower: Double
    var upper: Double
  }

  /// - Returns: by line, and along each line.
  /// - Complexity: O(vertices + crossings · log crossings).
  func spans(_ shapes: PlacedShapes, feature: Int) -> [Span] {
    var crossings: [(line: Int, at: Double)] = []
    for ring in shapes.rings(of: feature) {
      let vertices = shapes.vertices(of: ring)
      guard vertices.count > 2, var previous = vertices.last.map({ turned(shapes.x[$0], shapes.y[$0]) }) else { continue }
      for vertex in vertices {
        let next = turned(shapes.x[vertex], shapes.y[vertex])
        let (low, high) = next.across < previous.across ? (next, previous) : (previous, next)
        // A line through a vertex belongs to the edge that begins there.
        let (first, last) = (Int((low.across / spacing).rounded(.up)), Int((high.across / spacing).rounded(.up)))
        for line in first..<last {
          let part = (Double(line) * spacing - low.across) / (high.across - low.across)
          crossings.append((line, low.along + (high.along - low.along) * part))
        }
        previous = next
      }
    }
    crossings.sort { ($0.line, $0.at) < ($1.line, $1.at) }
    var spans: [Span] = []
    var place = 0
    while place + 1 < crossings.count {
      guard crossings[place].line == crossings[place + 1].line else {
        place += 1
        continue
      }
      spans.append(Span(line: crossings[place].line, lower: crossings[place].at, upper: crossings[place + 1].at))
      place += 2
    }
    return spans
  }

  /// A place of the sheet, as far along the lines and across them.
  private func turned(_ x: Double, _ y: Double) -> (along: Double, across: Double) {
    let half = 0.5.squareRoot()
    return switch direction {
    case .level: (x, y)
    case .rising: ((x - y) * half, (x + y) * half)
    case .falling: ((x + y) * half, (x - y) * half)
    }
  }

  /// The place on a line, back on the sheet.
  func place(_ along: Double, line: Int) -> (x: Double, y: Double) {
    let (across, half) = (Double(line) * spacing, 0.5.squareRoot())
    return switch direction {
    case .level: (along, across)
    case .rising: ((along + across) * half, (across - along) * half)
    case .falling: ((along + across) * half, (along - across) * half)
    }
  }
}

/// How ground is hatched: lines that are drawn, because a pattern would need an id, which two drawings on one page would share.
struct Hatching: Hashable {
  var color: RGBColor
  var spacing: Double
  var width: Double
  var direction: Scanlines.Direction

  /// What has no value, over its grey.
  static let missing = Hatching(color: RGBColor(0xFFFFFF), spacing: 5, width: 1.4, direction: .falling)
  /// What is too little to say something of, over its pale ground.
  static let few = Hatching(color: RGBColor(0xB4B0A5), spacing: 5, width: 0.8, direction: .rising)

  /// What lies over a colour that is none of a value; nil for the others.
  init?(over color: RGBColor) {
    switch color {
    case Palette.missing: self = .missing
    case Palette.tooFew: self = .few
    default: return nil
    }
  }

  init(color: RGBColor, spacing: Double, width: Double, direction: Scanlines.Direction) {
    (self.color, self.spacing, self.width, self.direction) = (color, spacing, width, direction)
  }

  private var lines: Scanlines { Scanlines(direction: direction, spacing: spacing) }

  /// The lines inside a feature, in tenths of a pixel, to be written into an open `d`.
  func append(_ shapes: PlacedShapes, feature: Int, to markup: inout Markup) {
    for span in lines.spans(shapes, feature: feature) where span.upper - span.lower > 0.3 {
      let (from, to) = (lines.place(span.lower, line: span.line), lines.place(span.upper, line: span.line))
      markup.raw("M\(tenth(from.x)) \(tenth(from.y))L\(tenth(to.x)) \(tenth(to.y))")
    }
  }

  /// The stroke of the lines on a drawing in tenths of a pixel.
  var stroke: String {
    "fill=\"none\" stroke=\"\(color.hex)\" stroke-width=\"\(tenths(width * 10))\""
  }

  /// A field of the legend, in pixels.
  func drawField(x: Double, y: Double, width: Double, height: Double, into body: inout Markup) {
    var field = PlacedShapes()
    for (dx, dy) in [(0.0, 0.0), (width, 0), (width, height), (0, height)] { field.append(x + dx, y + dy) }
    field.endRing()
    field.endFeature()
    var path = ""
    for span in lines.spans(field, feature: 0) {
      let (from, to) = (lines.place(span.lower, line: span.line), lines.place(span.upper, line: span.line))
      path += "M\(tenths(from.x)) \(tenths(from.y))L\(tenths(to.x)) \(tenths(to.y))"
    }
    body.raw("<path d=\"\(path)\" fill=\"none\" stroke=\"\(color.hex)\" stroke-width=\"\(tenths(self.width))\"/>\n")
  }

  private func tenth(_ value: Double) -> Int { Int((value * 10).rounded()) }
}
