internal import PlazaGeometry
internal import PlazaLayers

/// Names on the sheet, each with a halo, and the lines from those that stand beside their areas.
struct MapLabelDrawing {
  /// Of the map on the sheet.
  let left: Double
  let top: Double

  func draw(_ labels: [MapLabels.Label], into body: inout Markup) {
    guard !labels.isEmpty else { return }
    for label in labels { drawLeader(label, into: &body) }
    body.raw(
      "<g text-anchor=\"middle\" fill=\"\(Palette.ink.hex)\" stroke=\"#ffffff\" stroke-width=\"2.8\" stroke-opacity=\"0.9\""
        + " stroke-linejoin=\"round\" paint-order=\"stroke\" pointer-events=\"none\">\n")
    for label in labels {
      for (index, line) in label.lines.enumerated() {
        let middle = label.y + (Double(index) - Double(label.lines.count - 1) / 2) * label.lineHeight
        body.raw(
          "<text x=\"\(tenths(left + label.x))\" y=\"\(tenths(top + middle + label.size * 0.36))\" font-size=\"\(tenths(label.size))\""
            + (label.isContext ? " font-weight=\"bold\">" : ">"))
        body.text(line)
        body.raw("</text>\n" as StaticString)
      }
    }
    body.raw("</g>\n" as StaticString)
  }

  /// A line that is seen on paper and on dark ground, with a dot where it ends.
  private func drawLeader(_ label: MapLabels.Label, into body: inout Markup) {
    guard let end = label.leader, let start = label.start else { return }
    let (x, y) = (tenths(left + end.x), tenths(top + end.y))
    let line = "M\(tenths(left + start.x)) \(tenths(top + start.y))L\(x) \(y)"
    body.raw("<path d=\"\(line)\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"2.4\" stroke-opacity=\"0.8\"/>\n")
    body.raw("<path d=\"\(line)\" fill=\"none\" stroke=\"\(Palette.ink.hex)\" stroke-width=\"0.9\"/>\n")
    body.raw(
      "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"2\" fill=\"\(Palette.ink.hex)\" stroke=\"#ffffff\" stroke-width=\"0.8\"/>\n")
  }
}
