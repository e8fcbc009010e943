internal import PlazaLayers
internal import PlazaWords

extension ChartDrawing {
  private static let side = 520.0
  private static let colors = [Palette.up, Palette.down, Palette.rates[3], Palette.counts[2]]

  /// Curves in the unit square with the diagonal that they are read against.
  func shares(_ curves: [Curve], x: String, y: String, reference: String) -> [UInt8] {
    var sheet = sheet()
    var body = Markup()
    let (side, left) = (Self.side, Sheet.margin + 62)
    let top = sheet.bottom + 32
    // The name of the upright axis stands above it, where it can be read.
    body.label(y, x: Sheet.margin, y: top - 16, size: 13, " font-weight=\"bold\"")
    for step in 0...4 {
      let share = Double(step) / 4
      let (across, up) = (left + share * side, top + (1 - share) * side)
      body.raw(
        "<path d=\"M\(tenths(left)) \(tenths(up))h\(tenths(side))M\(tenths(across)) \(tenths(top))v\(tenths(side))\" fill=\"none\""
          + " stroke=\"\(step == 0 ? "#555555" : "#dddddd")\" stroke-width=\"1\"/>\n")
      body.label(percent(share), x: left - 8, y: up + 4, size: 12, " text-anchor=\"end\"")
      body.label(percent(share), x: across, y: top + side + 18, size: 12, " text-anchor=\"middle\"")
    }
    body.label(x, x: left + side / 2, y: top + side + 42, size: 13, " text-anchor=\"middle\" font-weight=\"bold\"")
    body.raw(
      "<path d=\"M\(tenths(left)) \(tenths(top + side))l\(tenths(side)) \(tenths(-side))\" fill=\"none\" stroke=\"#777777\""
        + " stroke-width=\"1.4\" stroke-dasharray=\"6 5\"/>\n")
    for (index, curve) in curves.enumerated() where !curve.x.isEmpty {
      body.raw("<path d=\"" as StaticString)
      for (place, point) in curve.points.enumerated() {
        body.raw("\(place == 0 ? "M" : "L")\(tenths(left + point.x * side)) \(tenths(top + (1 - point.y) * side))")
      }
      body.raw("\" fill=\"none\" stroke=\"\(color(index).hex)\" stroke-width=\"2.6\" stroke-linejoin=\"round\"/>\n")
    }
    let keys = curves.enumerated().map { ($1.name, color($0).hex, "") } + [(reference, "#777777", " stroke-dasharray=\"6 5\"")]
    var keyTop = top + 10
    let keyLeft = left + side + 28
    for (name, hex, dash) in keys {
      body.raw(
        "<path d=\"M\(tenths(keyLeft)) \(tenths(keyTop))h26\" fill=\"none\" stroke=\"\(hex)\" stroke-width=\"2.6\"\(dash)/>\n")
      for line in TextWidth.lines(name, size: 13, width: Sheet.width - Sheet.margin - keyLeft - 36) {
        body.label(line, x: keyLeft + 36, y: keyTop + 4.5, size: 13)
        keyTop += 17
      }
      keyTop += 9
    }
    let series = curves.map(\.name).joined(separator: ", ")
    return sheet.finished(
      body, bottom: max(top + side + 48, keyTop),
      description: words.render(id: "chart.description", values: ["x": x, "y": y, "series": series]))
  }

  private func color(_ index: Int) -> RGBColor { Self.colors[index % Self.colors.count] }
}
