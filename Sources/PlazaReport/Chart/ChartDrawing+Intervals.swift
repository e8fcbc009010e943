internal import PlazaLayers
internal import PlazaWords

extension ChartDrawing {
  /// A dot for each value and a line for its interval, one row each, in the given order; a name is broken rather than cut.
  /// - Parameter axis: what the values are, with their unit.
  /// - Parameter reference: a value to compare with, as the mean of the city, drawn as a line.
  public func intervals(_ rows: [Interval], axis: String, reference: Double? = nil) -> [UInt8] {
    var sheet = sheet()
    var body = Markup()
    let numbers = rows.flatMap { [$0.value, $0.lower, $0.upper] }.compactMap { $0 }.filter(\.isFinite)
    let scale = AxisScale(numbers + [0] + (reference.map { [$0] } ?? []))
    let nameWidth = min(300, (rows.map { TextWidth.of($0.name, size: 13) }.max() ?? 0) + 8)
    let left = Sheet.margin + nameWidth + 14
    let width = Sheet.width - Sheet.margin - 20 - left
    func place(_ value: Double) -> Double { left + (value - scale.lower) / (scale.upper - scale.lower) * width }
    body.label(axis, x: left, y: sheet.bottom + 16, size: 13, " font-weight=\"bold\"")
    let top = sheet.bottom + 48
    let names = rows.map { TextWidth.lines($0.name, size: 13, width: nameWidth) }
    let heights = names.map { max(24, Double($0.count) * 16 + 8) }
    let bottom = top + heights.reduce(0, +)
    for tick in scale.ticks {
      body.raw(
        "<path d=\"M\(tenths(place(tick))) \(tenths(top))V\(tenths(bottom))\" stroke=\"\(tick == 0 ? "#555555" : "#dddddd")\"/>\n"
      )
      let text = words.number(NumberText.text(tick) ?? "")
      body.label(text, x: place(tick), y: top - 8, size: 12, " text-anchor=\"middle\" fill=\"#444444\"")
    }
    if let reference, reference.isFinite {
      body.raw(
        "<path d=\"M\(tenths(place(reference))) \(tenths(top))V\(tenths(bottom))\" stroke=\"\(Palette.down.hex)\" stroke-width=\"1.4\""
          + " stroke-dasharray=\"6 5\"/>\n")
    }
    var y = top
    for (index, row) in rows.enumerated() {
      let middle = y + heights[index] / 2
      for (line, text) in names[index].enumerated() {
        let base = middle + (Double(line) - Double(names[index].count - 1) / 2) * 16 + 4.5
        body.label(text, x: left - 14, y: base, size: 13, " text-anchor=\"end\"")
      }
      if let lower = row.lower, let upper = row.upper, lower.isFinite, upper.isFinite {
        body.raw(
          "<path d=\"M\(tenths(place(lower))) \(tenths(middle))H\(tenths(place(upper)))\" stroke=\"\(Palette.up.hex)\""
            + " stroke-width=\"2.2\"/>\n")
      }
      if let value = row.value, value.isFinite {
        body.raw("<circle cx=\"\(tenths(place(value)))\" cy=\"\(tenths(middle))\" r=\"4.5\" fill=\"\(Palette.up.hex)\"/>\n")
      }
      y += heights[index]
    }
    let series = rows.map { "\($0.name) \(words.shown(NumberText.field($0.value)) ?? "–")" }.joined(separator: ", ")
    return sheet.finished(
      body, bottom: bottom, description: words.render(id: "chart.description", values: ["x": title, "y": axis, "series": series]))
  }
}

/// Round limits of an axis that hold all its values, and the places of its marks.
struct AxisScale: Hashable {
  let lower: Double
  let upper: Double
  let ticks: [Double]

  /// - Parameter values: finite; none, or one alone, is an axis of length one.
  init(_ values: [Double]) {
    let (least, most) = (values.min() ?? 0, values.max() ?? 0)
    let span = most > least ? most - least : 1
    var step = 1.0
    while step * 5 < span { step *= 10 }
    while step > span { step /= 10 }
    // About five marks: 1, 2 or 5 of a power of ten apart.
    for factor in [0.2, 0.5, 1, 2] where span / (step * factor) <= 6 {
      step *= factor
      break
    }
    let first = (least / step).rounded(.down)
    let last = max((most / step).rounded(.up), first + 1)
    lower = first * step
    upper = last * step
    ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
  }
}
