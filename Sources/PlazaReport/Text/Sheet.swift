internal import PlazaWords

/// The paper of a drawing: its title, what must be said about the data, and below everything the source.
struct Sheet {
  static let width = 960.0
  static let margin = 28.0
  static var innerWidth: Double { width - 2 * margin }

  private let title: String
  private let notice: String?
  private let source: String?
  private let words: Words
  private var head = Markup()
  /// Where the head ends and the drawing may begin.
  private(set) var bottom: Double

  init(title: String, subtitle: String?, notice: String?, source: String?, words: Words) {
    (self.title, self.notice, self.source, self.words) = (title, notice, source, words)
    bottom = 24
    // A title that is a little too long is smaller rather than broken.
    let size = TextWidth.of(title, size: 24, isBold: true) > Self.innerWidth ? 20.0 : 24
    for line in TextWidth.lines(title, size: size, width: Self.innerWidth, isBold: true) {
      bottom += size + 4
      text(line, y: bottom - 4, " font-size=\"\(tenths(size))\" font-weight=\"bold\"")
    }
    for line in TextWidth.lines(subtitle ?? "", size: 14, width: Self.innerWidth) {
      bottom += 20
      text(line, y: bottom - 2, " font-size=\"14\" fill=\"#444444\"")
    }
    let lines = TextWidth.lines(notice ?? "", size: 13, width: Self.innerWidth - 24, isBold: true)
    if !lines.isEmpty {
      bottom += 10
      let height = Double(lines.count) * 18 + 10
      head.raw(
        "<rect x=\"\(tenths(Self.margin))\" y=\"\(tenths(bottom))\" width=\"\(tenths(Self.innerWidth))\" height=\"\(tenths(height))\""
          + " fill=\"#fff3cd\"/>\n<rect x=\"\(tenths(Self.margin))\" y=\"\(tenths(bottom))\" width=\"4\" height=\"\(tenths(height))\""
          + " fill=\"#b7791f\"/>\n")
      for (index, line) in lines.enumerated() {
        text(line, x: Self.margin + 14, y: bottom + 19 + Double(index) * 18, " font-size=\"13\" font-weight=\"bold\"")
      }
      bottom += height
    }
    bottom += 8
  }

  private mutating func text(_ content: String, x: Double = margin, y: Double, _ more: String) {
    head.raw("<text x=\"\(tenths(x))\" y=\"\(tenths(y))\"\(more)>")
    head.text(content)
    head.raw("</text>\n" as StaticString)
  }

  /// The whole file.
  /// - Parameter bottom: where the drawing ends.
  /// - Parameter holdsRecords: whether it can betray people, which has to be seen by whoever passes it on.
  /// - Parameter description: what a reader who does not see it is told.
  mutating func finished(_ body: Markup, bottom: Double, holdsRecords: Bool = true, description: String) -> [UInt8] {
    var y = bottom + 8
    for line in TextWidth.lines(source ?? "", size: 11, width: Self.innerWidth) {
      y += 15
      text(line, y: y, " font-size=\"11\" fill=\"#555555\"")
    }
    // Whoever passes a drawing on has nothing else to go by.
    let release = words.render(id: holdsRecords ? "release.internal" : "release.unpublished")
    for line in TextWidth.lines(release, size: 11, width: Self.innerWidth, isBold: holdsRecords) {
      y += 15
      text(line, y: y, " font-size=\"11\"" + (holdsRecords ? " font-weight=\"bold\" fill=\"#8a1c1c\"" : " fill=\"#555555\""))
    }
    let (width, height) = (tenths(Self.width), tenths((y + 20).rounded()))
    var result = Markup()
    result.reserve(body.bytes.count + 4096)
    result.raw(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\""
        + " role=\"img\" lang=\"\(words.language.rawValue)\" fill=\"#222222\""
        + " font-family=\"system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif\">\n<title>"
    )
    result.text(title)
    result.raw("</title>\n<desc>" as StaticString)
    result.text([description, notice].compactMap { $0 }.joined(separator: " "))
    result.raw(
      "</desc>\n<metadata>release: internal</metadata>\n<rect width=\"\(width)\" height=\"\(height)\" fill=\"#ffffff\"/>\n")
    result.raw(head)
    result.raw(body)
    result.raw("</svg>\n" as StaticString)
    return result.bytes
  }
}
