public import PlazaGeometry
public import PlazaLayers
public import PlazaWords

/// A map of one layer as SVG, for a reader who has nothing else: what, where and when, a legend with counts, a scale, a source.
///
/// It holds no scripts, fonts or ids, so it stands alone or inside a page. Areas carry their name and value as a tooltip. Text is broken
/// and placed after the widths of wide fonts. The same layer, style and words give the same bytes.
public struct MapDrawing: Sendable {
  /// What is shown, and where: `Robos por alcaldía`.
  public var title: String
  /// When, and what else belongs to it.
  public var subtitle: String?
  /// What every output must say about the data, shown prominently.
  public var notice: String?
  /// Where the data are from.
  public var source: String?
  /// The column with the names of the areas: tooltips, and labels where they fit.
  public var nameField: String?
  /// Outlines of coarser areas to lay over the map, in the CRS of the layer.
  public var context: PolygonColumn?
  /// What lies over the areas, the first lowest.
  public var overlays: [MapOverlay] = []
  /// Whether earlier classes lie within later ones, as contours do: they are drawn on top, and numbers of areas say nothing.
  public var isNested = false
  public var words: Words

  public init(title: String, words: Words) {
    self.title = title
    self.words = words
  }

  /// Draws the map.
  /// - Parameter layer: in longitude and latitude on WGS 84, or in a CRS whose unit is the metre.
  /// - Returns: UTF-8. A layer without any geometry is a legend without a map.
  /// - Complexity: O(vertices).
  public func svg(_ layer: Layer, style: LayerStyle) -> [UInt8] {
    let classing = LayerClassing(layer, style)
    var sheet = Sheet(title: title, subtitle: subtitle, notice: notice, source: source, words: words)
    let unit = layer.points == nil ? "map.areas" : "map.spaces"
    let legend = MapLegend(style, classing, words, showsCounts: !isNested, unit: unit, overlays: overlays)
    let geometry = layer.geometry.withPlaces(layer.points)
    let projection = MapProjection(geometry.joined(with: context), crs: layer.crs)
    let columnWidth = Sheet.innerWidth - MapLegend.width - 28
    let size = projection.size
    // About a third of a pixel: finer than any screen shows, coarser than most boundaries.
    let tallest = 720.0
    let step = 0.4 * max(size.width / columnWidth, size.height / tallest)
    var shapes = projection.project(geometry, step: step)
    var outlines = context.map { projection.project($0, step: step) }
    var box = shapes.box
    // Places show where they are by what lies around them.
    if let around = outlines?.box, !around.isEmpty {
      box.expand(x: around.minX, y: around.minY)
      box.expand(x: around.maxX, y: around.maxY)
    }
    var laid = overlays.map { projection.project($0.drawn, step: step) }
    let frame = MapFrame(box, width: columnWidth, tallest: tallest)
    let (minX, maxY) = (box.minX, box.maxY)
    shapes.place(scale: frame.scale, left: frame.left, top: frame.top, minX: minX, maxY: maxY)
    outlines?.place(scale: frame.scale, left: frame.left, top: frame.top, minX: minX, maxY: maxY)
    for index in laid.indices { laid[index].place(scale: frame.scale, left: frame.left, top: frame.top, minX: minX, maxY: maxY) }

    let top = sheet.bottom + 8
    var body = Markup()
    body.reserve(shapes.x.count * 7 + 200 * layer.featureCount)
    body.raw(
      "<svg x=\"\(tenths(Sheet.margin))\" y=\"\(tenths(top))\" width=\"\(tenths(columnWidth))\" height=\"\(tenths(frame.height))\""
        + " viewBox=\"0 0 \(Int(columnWidth * 10)) \(Int((frame.height * 10).rounded()))\">\n")
    if layer.points != nil, let outlines { draw(MapPaths(shapes: outlines), into: &body) }
    draw(layer, style, classing, MapPaths(shapes: shapes, dot: layer.points == nil ? nil : dot(layer.featureCount)), into: &body)
    for (overlay, shapes) in zip(overlays, laid) { draw(overlay, MapPaths(shapes: shapes, dot: 36), into: &body) }
    if layer.points == nil, let outlines { draw(MapPaths(shapes: outlines), into: &body) }
    body.raw("</svg>\n" as StaticString)
    if !layer.isOfPoints, let names = nameField.flatMap({ layer.column(named: $0) }) {
      let sheet = Envelope(minX: 0, minY: 0, maxX: columnWidth, maxY: frame.height)
      let labels = MapLabels(shapes: shapes, frame: sheet).placed(
        names.values.map { $0.text ?? "" }, darkness: classing.classes.map { $0.map { style.classes[$0].color.darkness } ?? 0 })
      draw(labels, left: Sheet.margin, top: top, classing, style, into: &body)
    }
    let legendBottom = legend.draw(x: Sheet.margin + columnWidth + 28, top: top, into: &body)
    var bottom = max(top + frame.height, legendBottom)
    if let bar = ScaleBar(pixelsPerMetre: frame.scale, longest: columnWidth / 4), !shapes.box.isEmpty {
      bottom = max(bottom, top + frame.height + 34)
      draw(bar, y: top + frame.height + 26, into: &body)
    }
    return sheet.finished(
      body, bottom: bottom,
      description: description(classing, legend, id: layer.points == nil ? "map.description" : "map.description_spaces"))
  }

  /// What a reader who does not see the map is told.
  private func description(_ classing: LayerClassing, _ legend: MapLegend, id: String) -> String {
    words.render(
      id: id,
      values: [
        "title": legend.title, "count": String(classing.classes.count),
        "classes": legend.entries.map { entry in entry.label + (entry.count.map { ": \($0)" } ?? "") }.joined(separator: "; "),
      ])
  }

  private func draw(
    _ layer: Layer, _ style: LayerStyle, _ classing: LayerClassing, _ paths: MapPaths, into body: inout Markup
  ) {
    let names = nameField.flatMap { layer.column(named: $0)?.values }
    let values = layer.column(named: style.field)?.values
    let opacity = style.opacity < 1 ? " fill-opacity=\"\(tenths(style.opacity))\"" : ""
    body.raw(
      "<g stroke=\"\(style.outline.hex)\" stroke-width=\"\(tenths(outline(layer.featureCount)))\" stroke-linejoin=\"round\""
        + " fill-rule=\"evenodd\"\(opacity)>\n")
    let order = isNested ? Array(style.classes.indices.reversed()) : Array(style.classes.indices)
    for index in order.map(Optional.some) + [nil] {
      var isOpen = false
      for feature in 0..<layer.featureCount where classing.classes[feature] == index {
        var path = Markup()
        guard paths.append(feature, to: &path) else { continue }
        if !isOpen {
          body.raw("<g fill=\"\((index.map { style.classes[$0].color } ?? style.missing.color).hex)\">\n")
          isOpen = true
        }
        body.raw("<path d=\"" as StaticString)
        body.raw(path)
        if let name = names?[feature].text {
          body.raw("\"><title>" as StaticString)
          let value = values.flatMap { words.shown($0[feature]) } ?? words.text(style.missing.label)
          let shown = index.map { style.classes[$0].label }.flatMap { style.isGraduated ? nil : words.text($0) } ?? value
          body.text("\(name): \(shown)")
          body.raw("</title></path>\n" as StaticString)
        } else {
          body.raw("\"/>\n" as StaticString)
        }
      }
      if isOpen { body.raw("</g>\n" as StaticString) }
    }
    body.raw("</g>\n" as StaticString)
  }

  private func draw(_ overlay: MapOverlay, _ paths: MapPaths, into body: inout Markup) {
    body.raw(
      "<g fill=\"\(overlay.color.hex)\" fill-opacity=\"\(tenths(overlay.opacity))\" stroke=\"\(overlay.color.hex)\" stroke-width=\"5\""
        + " stroke-linejoin=\"round\" fill-rule=\"evenodd\">\n")
    for feature in 0..<paths.shapes.featureCount {
      var path = Markup()
      guard paths.append(feature, to: &path) else { continue }
      body.raw("<path d=\"" as StaticString)
      body.raw(path)
      body.raw("\"/>\n" as StaticString)
    }
    body.raw("</g>\n" as StaticString)
  }

  private func draw(_ outlines: MapPaths, into body: inout Markup) {
    body.raw("<g fill=\"none\" stroke=\"\(Palette.ink.hex)\" stroke-width=\"11\" stroke-linejoin=\"round\">\n")
    for feature in 0..<outlines.shapes.featureCount {
      var path = Markup()
      guard outlines.append(feature, to: &path) else { continue }
      body.raw("<path d=\"" as StaticString)
      body.raw(path)
      body.raw("\"/>\n" as StaticString)
    }
    body.raw("</g>\n" as StaticString)
  }

  /// The radius of a point in tenths of a pixel.
  private func dot(_ count: Int) -> Int {
    switch count {
    case ..<200: 45
    case ..<2000: 30
    default: 18
    }
  }

  /// In tenths of a pixel: many small areas would drown in the outlines of few large ones.
  private func outline(_ count: Int) -> Double {
    switch count {
    case ..<60: 7
    case ..<400: 5
    case ..<3000: 3
    default: 1
    }
  }

  private func draw(
    _ labels: [MapLabels.Label], left: Double, top: Double, _ classing: LayerClassing, _ style: LayerStyle,
    into body: inout Markup
  ) {
    guard !labels.isEmpty else { return }
    body.raw(
      "<g font-size=\"\(tenths(MapLabels.size))\" text-anchor=\"middle\" fill=\"\(Palette.ink.hex)\" stroke=\"#ffffff\""
        + " stroke-width=\"2.6\" stroke-opacity=\"0.85\" stroke-linejoin=\"round\" paint-order=\"stroke\" pointer-events=\"none\">\n"
    )
    for label in labels {
      if let end = label.leader {
        let width = (label.lines.map { TextWidth.of($0, size: MapLabels.size) }.max() ?? 0) / 2
        // From the side of the name that is nearer.
        let start = end.x < label.x - width ? label.x - width : end.x > label.x + width ? label.x + width : label.x
        let shift = start != label.x ? 0 : (end.y > label.y ? 1 : -1) * Double(label.lines.count) * MapLabels.lineHeight / 2
        body.raw(
          "<path d=\"M\(tenths(left + start)) \(tenths(top + label.y + shift))L\(tenths(left + end.x)) \(tenths(top + end.y))\""
            + " fill=\"none\" stroke=\"\(Palette.ink.hex)\" stroke-width=\"0.8\" stroke-opacity=\"1\"/>\n")
      }
      for (index, line) in label.lines.enumerated() {
        let middle = label.y + (Double(index) - Double(label.lines.count - 1) / 2) * MapLabels.lineHeight
        body.raw("<text x=\"\(tenths(left + label.x))\" y=\"\(tenths(top + middle + MapLabels.size * 0.36))\">")
        body.text(line)
        body.raw("</text>\n" as StaticString)
      }
    }
    body.raw("</g>\n" as StaticString)
  }

  private func draw(_ bar: ScaleBar, y: Double, into body: inout Markup) {
    let (left, right) = (Sheet.margin, Sheet.margin + bar.pixels)
    body.raw(
      "<path d=\"M\(tenths(left)) \(tenths(y - 5))v5H\(tenths(right))v-5\" fill=\"none\" stroke=\"\(Palette.ink.hex)\""
        + " stroke-width=\"1.4\"/>\n<text x=\"\(tenths(right + 8))\" y=\"\(tenths(y + 1))\" font-size=\"12\">")
    body.text(bar.label(words))
    body.raw("</text>\n" as StaticString)
  }
}

extension PolygonColumn {
  fileprivate func joined(with other: PolygonColumn?) -> PolygonColumn {
    guard let other else { return self }
    var all = self
    all.append(contentsOf: other)
    return all
  }
}

/// Where the map lies in its column of the sheet.
struct MapFrame {
  let scale: Double
  let left: Double
  let top: Double
  let height: Double

  /// - Parameter box: in metres; empty, or a single place, is a frame of its least height.
  init(_ box: Envelope, width: Double, tallest: Double) {
    // Room for the outlines of the outermost areas.
    let edge = 3.0
    let fit = min((width - 2 * edge) / box.width, (tallest - 2 * edge) / box.height)
    scale = fit.isFinite && fit > 0 ? fit : 1
    height = max(160, box.height * scale + 2 * edge)
    left = (width - box.width * scale) / 2
    top = (height - box.height * scale) / 2
  }
}

extension RGBColor {
  /// From 0 for white to 1 for black, as the eye weighs the three (ITU-R BT.709).
  fileprivate var darkness: Double {
    1 - (0.2126 * Double(red) + 0.7152 * Double(green) + 0.0722 * Double(blue)) / 255
  }
}
