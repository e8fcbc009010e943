internal import PlazaLayers
internal import PlazaWords

/// The classes of a map with their colours, how many areas each has, how they were made, and what lies over them.
struct MapLegend {
  static let width = 248.0
  private static let size = 13.0
  private static let line = 16.0

  struct Entry {
    var swatch: Swatch
    var label: String
    /// Nil for what is no class of areas.
    var count: Int?
    /// What it and those after it are, where that is no class.
    var heading: String?
  }

  let title: String
  let entries: [Entry]
  private let style: LayerStyle
  private let words: Words
  private let showsCounts: Bool
  /// The id of what is counted.
  private let unit: String
  /// How many of the entries are classes.
  private let classCount: Int

  /// Every class of a scale of numbers stands there, also with no area, so that maps compare; of others, of a map of a single area, and of
  /// what has no value, only what occurs.
  init(
    _ style: LayerStyle, _ classing: LayerClassing, _ words: Words, showsCounts: Bool = true, unit: String = "map.areas",
    overlays: [MapOverlay] = []
  ) {
    (self.style, self.words, self.showsCounts, self.unit) = (style, words, showsCounts, unit)
    title = words.text(style.title)
    let isScale = style.isGraduated && classing.classes.count > 1 || classing.counts.allSatisfy { $0 == 0 }
    var entries = zip(style.classes, classing.counts).compactMap { entry, count -> Entry? in
      guard isScale || count > 0 else { return nil }
      return Entry(
        swatch: Swatch(fill: entry.color, hatching: Hatching(over: entry.color)), label: words.text(entry.label), count: count)
    }
    if classing.missingCount > 0 {
      entries.append(
        Entry(
          swatch: Swatch(fill: style.missing.color, hatching: Hatching(over: style.missing.color)),
          label: words.text(style.missing.label), count: classing.missingCount))
    }
    classCount = entries.count
    for (place, overlay) in overlays.enumerated() {
      let isFirst = place == 0 || overlays[place - 1].heading != overlay.heading
      entries.append(
        Entry(
          swatch: overlay.swatch, label: words.text(overlay.label), count: nil,
          heading: isFirst ? overlay.heading.map { words.text($0) } : nil))
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
    for line in TextWidth.lines(title, size: 14, width: Self.width, isBold: true) {
      text(line, x, y, " font-size=\"14\" font-weight=\"bold\"")
      y += 18
    }
    if showsCounts {
      text(
        words.render(id: unit), x + Self.width, y + 4,
        " font-size=\"11\" text-anchor=\"end\" fill=\"#555555\"")
    }
    y += 12
    for (place, entry) in entries.enumerated() {
      if place == classCount { y = drawNote(x: x, y, into: &body) + 8 }
      if let heading = entry.heading {
        y += 4
        for line in TextWidth.lines(heading, size: Self.size, width: Self.width, isBold: true) {
          text(line, x, y + 12, " font-size=\"\(tenths(Self.size))\" font-weight=\"bold\"")
          y += 17
        }
        y += 4
      }
      let count = showsCounts ? entry.count.map { words.number(String($0)) } ?? "" : ""
      let room = Self.width - 36 - TextWidth.of(count, size: 12) - 10
      let lines = TextWidth.lines(entry.label, size: Self.size, width: room)
      draw(entry.swatch, x: x, y: y, into: &body)
      if !count.isEmpty { text(count, x + Self.width, y + 12.5, " font-size=\"12\" text-anchor=\"end\" fill=\"#555555\"") }
      for (index, line) in lines.enumerated() {
        text(line, x + 36, y + 12.5 + Double(index) * Self.line, " font-size=\"\(tenths(Self.size))\"")
      }
      y += max(1, Double(lines.count)) * Self.line + 8
    }
    return entries.count > classCount ? y : drawNote(x: x, y, into: &body)
  }

  /// How the classes were made.
  private func drawNote(x: Double, _ top: Double, into body: inout Markup) -> Double {
    guard let note = style.note else { return top }
    var y = top
    for line in TextWidth.lines(words.text(note), size: 11, width: Self.width) {
      body.raw("<text x=\"\(tenths(x))\" y=\"\(tenths(y + 9))\" font-size=\"11\" fill=\"#555555\">")
      body.text(line)
      body.raw("</text>\n" as StaticString)
      y += 14
    }
    return y
  }

  private func draw(_ swatch: Swatch, x: Double, y: Double, into body: inout Markup) {
    let (width, height) = (26.0, 16.0)
    let stroke = swatch.fill == nil ? swatch.hatching?.color ?? style.outline : style.outline
    body.raw(
      "<rect x=\"\(tenths(x + 0.5))\" y=\"\(tenths(y))\" width=\"\(tenths(width))\" height=\"\(tenths(height))\""
        + " fill=\"\(swatch.fill?.hex ?? "#ffffff")\"" + (swatch.opacity < 1 ? " fill-opacity=\"\(tenths(swatch.opacity))\"" : "")
        + " stroke=\"\(stroke.hex)\" stroke-width=\"0.7\"/>\n")
    swatch.hatching?.drawField(x: x + 0.5, y: y, width: width, height: height, into: &body)
  }
}
