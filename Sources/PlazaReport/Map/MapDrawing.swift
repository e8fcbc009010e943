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
  /// The names that stand in what is said about the map: labelled first.
  public var said: Set<String> = []
  /// The column with the names of the areas: tooltips, and labels where they fit.
  public var nameField: String?
  /// What stands behind the name of each feature, as how much it changed; empty is nothing.
  public var remarks: [StyleText?] = []
  /// Coarser areas to lay over the map, in the CRS of the layer.
  public var context: MapContext?
  /// What lies over the areas, the first lowest.
  public var overlays: [MapOverlay] = []
  /// Whether earlier classes lie within later ones, as contours do: they are drawn on top, and numbers of areas say nothing.
  public var isNested = false
  /// Places that the words call by a number, in the CRS of the layer: from 1 on.
  public var numbered: [Coordinate] = []
  /// What the features are, by an id of the words: areas, cells, spaces.
  public var unit = "map.areas"
  /// Whether records, or counts of them, are drawn, which can betray people.
  public var holdsRecords = true
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
    let legend = MapLegend(style, classing, words, showsCounts: !isNested, unit: unit, overlays: overlays)
    let geometry = layer.geometry.withPlaces(layer.points)
    let projection = MapProjection(geometry.joined(with: context?.geometry), crs: layer.crs)
    let columnWidth = Sheet.innerWidth - MapLegend.width - 28
    let size = projection.size
    // About a third of a pixel: finer than any screen shows, coarser than most boundaries.
    let tallest = 720.0
    let step = 0.4 * max(size.width / columnWidth, size.height / tallest)
    var shapes = projection.project(geometry, step: step)
    var outlines = context.map { projection.project($0.geometry, step: step) }
    var box = shapes.box
    // Places show where they are by what lies around them; a country around a city would leave nothing of the city.
    if let around = outlines?.box, !around.isEmpty, layer.points != nil || around.isComparable(to: box) {
      box.expand(x: around.minX, y: around.minY)
      box.expand(x: around.maxX, y: around.maxY)
    }
    var laid = overlays.map { projection.project($0.drawn, step: step) }
    // What lies over the areas may go beyond them, and is not cut there.
    for around in laid.map(\.box) where !around.isEmpty && around.isComparable(to: shapes.box) {
      box.expand(x: around.minX, y: around.minY)
      box.expand(x: around.maxX, y: around.maxY)
    }
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
    let thickness = outlineWidth(outlines?.featureCount ?? 0)
    if layer.points != nil, let outlines { draw(MapPaths(shapes: outlines), width: thickness, into: &body) }
    draw(layer, style, classing, MapPaths(shapes: shapes, dot: layer.points == nil ? nil : dot(layer.featureCount)), into: &body)
    for (overlay, shapes) in zip(overlays, laid) {
      draw(overlay, MapPaths(shapes: shapes, dot: min(36, dot(shapes.featureCount))), into: &body)
    }
    if layer.points == nil, let outlines { draw(MapPaths(shapes: outlines), width: thickness, into: &body) }
    body.raw("</svg>\n" as StaticString)
    var marks = projection.project(PolygonColumn(places: numbered), step: 0)
    marks.place(scale: frame.scale, left: frame.left, top: frame.top, minX: minX, maxY: maxY)
    let drawing = MapLabelDrawing(left: Sheet.margin, top: top)
    let numbers = MapLabels.numbers(at: marks)
    if !layer.isOfPoints {
      let names = nameField.flatMap { layer.column(named: $0)?.values.map { $0.text ?? "" } }
      var labels = MapLabels(shapes: shapes, frame: Envelope(minX: 0, minY: 0, maxX: columnWidth, maxY: frame.height))
      if let context, let outlines { labels.context = (outlines, context.names) }
      labels.heights = heights(layer, style)
      labels.said = said
      let darkness = classing.classes.map { $0.map { style.classes[$0].darkness } ?? 0 }
      labels.remarks = remarks.map { $0.map(words.text) }
      labels.taken = numbers.map(\.box)
      drawing.draw(labels.placed(names ?? [], darkness: darkness), into: &body)
    }
    drawing.draw(numbers, into: &body)
    let legendBottom = legend.draw(x: Sheet.margin + columnWidth + 28, top: top, into: &body)
    var bottom = max(top + frame.height, legendBottom)
    if let bar = ScaleBar(pixelsPerMetre: frame.scale, longest: columnWidth / 4), !shapes.box.isEmpty {
      bottom = max(bottom, top + frame.height + 34)
      draw(bar, y: top + frame.height + 26, into: &body)
    }
    return sheet.finished(
      body, bottom: bottom, holdsRecords: holdsRecords,
      description: description(
        classing, legend, id: unit == "map.areas" ? "map.description" : "map.description_\(unit.dropFirst(4))"))
  }

  /// The numbers that are shown, the greatest where the classes are darkest.
  private func heights(_ layer: Layer, _ style: LayerStyle) -> [Double] {
    let ranges = style.classes.filter { if case .range = $0.values { true } else { false } }
    guard let first = ranges.first, let last = ranges.last, let values = layer.column(named: style.field)?.values else {
      return []
    }
    let sign = first.darkness > last.darkness ? -1.0 : 1
    return values.map { $0.shownNumber.map { $0 * sign } ?? -.infinity }
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
        + (unit == "map.cells" ? " stroke-opacity=\"0.4\"" : "") + " fill-rule=\"evenodd\"\(opacity)>\n")
    // What is in no class of contours is the ground that they lie on.
    let order: [Int?] = isNested ? [nil] + style.classes.indices.reversed().map { $0 } : style.classes.indices.map { $0 } + [nil]
    for index in order {
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
          let shown = index.flatMap { style.classes[$0].isTold ? words.text(style.classes[$0].label) : nil } ?? value
          body.text("\(name): \(shown)")
          body.raw("</title></path>\n" as StaticString)
        } else {
          body.raw("\"/>\n" as StaticString)
        }
      }
      if isOpen { body.raw("</g>\n" as StaticString) }
    }
    body.raw("</g>\n" as StaticString)
    // No value, and too few to say, are no shade of one: grey alone could be taken for a class.
    guard paths.dot == nil else { return }
    for (index, entry) in style.classes.enumerated() {
      guard let hatching = Hatching(over: entry.color) else { continue }
      hatch(paths.shapes, hatching, opacity: 1, into: &body) { classing.classes[$0] == index }
    }
    if let hatching = Hatching(over: style.missing.color) {
      hatch(paths.shapes, hatching, opacity: 1, into: &body) { classing.classes[$0] == nil }
    }
  }

  private func hatch(
    _ shapes: PlacedShapes, _ hatching: Hatching, opacity: Double, into body: inout Markup, where belongs: (Int) -> Bool
  ) {
    var path = Markup()
    for feature in 0..<shapes.featureCount where belongs(feature) { hatching.append(shapes, feature: feature, to: &path) }
    guard !path.bytes.isEmpty else { return }
    body.raw("<path \(hatching.stroke)" + (opacity < 1 ? " stroke-opacity=\"\(tenths(opacity))\"" : "") + " d=\"")
    body.raw(path)
    body.raw("\"/>\n" as StaticString)
  }

  private func draw(_ overlay: MapOverlay, _ paths: MapPaths, into body: inout Markup) {
    let swatch = overlay.swatch
    if let hatching = swatch.hatching {
      // Light beside each line, so that it is seen on dark ground too.
      var casing = hatching
      (casing.color, casing.width) = (RGBColor(0xFFFFFF), hatching.width + 1)
      hatch(paths.shapes, casing, opacity: 0.4, into: &body) { _ in true }
      hatch(paths.shapes, hatching, opacity: 1, into: &body) { _ in true }
    }
    let color = (swatch.fill ?? swatch.hatching?.color ?? Palette.ink).hex
    body.raw(
      swatch.fill == nil
        ? "<g fill=\"none\" stroke=\"\(color)\" stroke-width=\"9\" stroke-linejoin=\"round\">\n"
        : "<g fill=\"\(color)\" fill-opacity=\"\(tenths(swatch.opacity))\" stroke=\"\(color)\" stroke-width=\"\(paths.shapes.featureCount == 1 ? 2 : 5)\""
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

  private func draw(_ outlines: MapPaths, width: Double, into body: inout Markup) {
    body.raw(
      "<g fill=\"none\" stroke=\"\(Palette.ink.hex)\" stroke-width=\"\(tenths(width))\" stroke-linejoin=\"round\">\n")
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

  /// Of coarser areas, in tenths of a pixel.
  private func outlineWidth(_ count: Int) -> Double { count < 60 ? 11 : 7 }

  /// In tenths of a pixel: many small areas would drown in the outlines of few large ones.
  private func outline(_ count: Int) -> Double {
    switch count {
    case ..<60: 7
    case ..<400: 5
    case ..<3000: 3
    default: 1
    }
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

extension PolygonColumn {
  /// A ring of a single place for each.
  fileprivate init(places: [Coordinate]) {
    self.init()
    for place in places {
      append(x: place.x, y: place.y)
      append(x: place.x, y: place.y)
      endRing()
      endPolygon()
      endFeature()
    }
  }
}

extension RGBColor {
  /// From 0 for white to 1 for black, as the eye weighs the three (ITU-R BT.709).
  fileprivate var darkness: Double {
    1 - (0.2126 * Double(red) + 0.7152 * Double(green) + 0.0722 * Double(blue)) / 255
  }
}

extension LayerStyle.Class {
  /// Of its colour; a class that is no value of its field is about nothing.
  fileprivate var darkness: Double {
    if case .apart = values { 0 } else { color == Palette.tooFew ? 0 : color.darkness }
  }

  /// Whether its label says what a feature of it holds: an interval does not.
  fileprivate var isTold: Bool {
    if case .range = values { false } else { true }
  }
}

extension Envelope {
  /// Whether it is no more than three times as wide or as high as another.
  fileprivate func isComparable(to other: Envelope) -> Bool { width <= 3 * other.width && height <= 3 * other.height }
}
