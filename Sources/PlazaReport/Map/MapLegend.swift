internal import PlazaLayers
internal import PlazaWords

/// The classes of a map with their colours, and how many areas each has.
struct MapLegend {
  static let width = 248.0
  private static let size = 13.0
  private static let line = 16.0

  struct Entry {
    var color: RGBColor
    var label: String
    /// Nil for what is no class of areas.
    var count: Int?
    var opacity = 1.0
  }

  let title: String
  let entries: [Entry]
  private let style: LayerStyle
  private let words: Words
  private let showsCounts: Bool
  /// The id of what is counted.
  private let unit: String

  /// Every class of the style stands there, also with no area; what has no value only where it occurs.
  init(
    _ style: LayerStyle, _ classing: LayerClassing, _ words: Words, showsCounts: Bool = true, unit: String = "map.areas",
    overlays: [MapOverlay] = []
  ) {
    (self.style, self.words, self.showsCounts, self.unit) = (style, words, showsCounts, unit)
    title = words.text(style.title)
    var entries = zip(style.classes, classing.counts).map { Entry(color: $0.color, label: words.text($0.label), count: $1) }
    if classing.missingCount > 0 {
      entries.append(
        Entry(color: style.missing.color, label: words.text(style.missing.label), count: classing.missingCount))
    }
    for overlay in overlays {
      entries.append(Entry(color: overlay.color, label: words.text(overlay.label), count: nil, opacity: overlay.opacity))
    }
    self.entries = entries
  }

  /// - Returns: where it ends.
  func draw(x: Double, top: Double, into body: inout Markup) -> Double {
    var y = top + 14
    func text(_ content: String, _ x: Double, _ y: Double, _ more: String) {
      body.raw("<text x=\"\(tenths(x))\" y=\"\(tenths(y))\"\(more)>")
      body.text(content)
      body.raw("</text>\n" as StaticString)
    }
    for line in TextWidth.lines(title, size: 14, width: Self.width) {
      text(line, x, y, " font-size=\"14\" font-weight=\"bold\"")
      y += 18
    }
    if showsCounts {
      text(
        words.render(id: unit), x + Self.width, y + 4,
        " font-size=\"11\" text-anchor=\"end\" fill=\"#555555\"")
    }
    y += 12
    for entry in entries {
      let count = showsCounts ? entry.count.map { words.number(String($0)) } ?? "" : ""
      let room = Self.width - 36 - TextWidth.of(count, size: 12) - 10
      let lines = TextWidth.lines(entry.label, size: Self.size, width: room)
      body.raw(
        "<rect x=\"\(tenths(x + 0.5))\" y=\"\(tenths(y))\" width=\"26\" height=\"16\" fill=\"\(entry.color.hex)\""
          + (entry.opacity < 1 ? " fill-opacity=\"\(tenths(entry.opacity))\"" : "")
          + " stroke=\"\(style.outline.hex)\" stroke-width=\"0.7\"/>\n")
      if showsCounts { text(count, x + Self.width, y + 12.5, " font-size=\"12\" text-anchor=\"end\" fill=\"#555555\"") }
      for (index, line) in lines.enumerated() {
        text(line, x + 36, y + 12.5 + Double(index) * Self.line, " font-size=\"\(tenths(Self.size))\"")
      }
      y += max(1, Double(lines.count)) * Self.line + 8
    }
    return y
  }
}
