import Foundation
import PlazaGeometry
import PlazaLayers
import PlazaWords
import Testing

@testable import PlazaReport

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct DrawingTests {
  @Test func `a map is well-formed XML with a title, a legend and its counts`() throws {
    let layer = squares(counts: [1, 2, 2, nil], at: (-89.2, 13.7))
    let style = LayerStyle.sequence(layer, field: "count", .counts, title: .sentence("style.count"))
    let elements = try parsed(map().svg(layer, style: style))
    // Four areas, the scale, and the lines of what has no value, on the map and in the legend.
    #expect(elements.count { $0.name == "path" && $0.attributes["d"]?.hasPrefix("M") == true } == 7)
    #expect(elements.first { $0.name == "title" }?.text == "Robos <por> \"barrio\" & más")
    let texts = elements.filter { $0.name == "text" }.map(\.text)
    #expect(texts.contains("sin dato") && texts.contains("Registros") && texts.contains("datos simulados"))
    #expect(elements.first { $0.name == "desc" }?.text.contains("1: 1; 2: 2; sin dato: 1") == true)
  }

  @Test func `the same layer gives the same bytes, and only finite numbers`() {
    let layer = squares(counts: [1, 2, 3, 40], at: (-70, -33))
    let style = LayerStyle.sequence(layer, field: "count", .counts, title: .sentence("style.count"))
    let bytes = map().svg(layer, style: style)
    #expect(bytes == map().svg(layer, style: style))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("nan") && !text.contains("inf"))
  }

  @Test(arguments: [0, 1])
  func `a layer without geometry, or without features, is a legend without a map`(_ features: Int) throws {
    var geometry = PolygonColumn()
    for _ in 0..<features { geometry.endFeature() }
    let values = Array(repeating: FieldValue.null, count: features)
    let layer = Layer(geometry: geometry, columns: [Column(name: "bin", values: values)], crs: .wgs84)
    let elements = try parsed(map().svg(layer, style: .hotSpotBins()))
    // But for the lines of the legend's field of no value.
    #expect(elements.count { $0.name == "path" } == features)
    #expect(elements.count { $0.name == "rect" && $0.attributes["height"] == "16" } == 7 + features)
  }

  @Test func `one area alone is drawn, and so is one smaller than a pixel`() throws {
    for size in [1e-7, 1.0, 20] {
      let layer = squares(counts: [5], at: (-58, -34), size: size)
      let style = LayerStyle.sequence(layer, field: "count", .counts, title: .sentence("style.count"))
      let elements = try parsed(map().svg(layer, style: style))
      #expect(elements.count { $0.name == "path" && $0.attributes["d"]?.hasSuffix("z") == true } == 1)
    }
  }

  @Test func `a layer on both sides of the antimeridian is drawn in one piece`() {
    let apart = MapProjection(two(at: -180, and: 179), crs: .wgs84)
    let together = MapProjection(two(at: 180, and: 179), crs: .wgs84)
    let (a, b) = (apart.project(two(at: -180, and: 179), step: 0), together.project(two(at: 180, and: 179), step: 0))
    #expect(abs(a.box.width - b.box.width) < 1e-6 && a.box.width < 250_000)
  }

  @Test func `the projection keeps surfaces in a large country as near the equator`() {
    // The surface of one degree by one: R² · 1° · (sin φ₂ − sin φ₁), on the sphere.
    var geometry = PolygonColumn()
    append(square: (-70, -30), 1, to: &geometry)
    append(square: (-40, 0), 1, to: &geometry)
    let shapes = MapProjection(geometry, crs: .wgs84).project(geometry, step: 0)
    for (feature, latitude) in [(0, -30.0), (1, 0.0)] {
      let radian = Double.pi / 180
      let expected =
        MapProjection.radius * MapProjection.radius * radian * (sin((latitude + 1) * radian) - sin(latitude * radian))
      #expect(abs(area(shapes, feature) / expected - 1) < 2e-3)
    }
  }

  @Test func `metres are drawn as metres, and the scale bar is a round length`() throws {
    let bar = try #require(ScaleBar(pixelsPerMetre: 0.01, longest: 150))
    #expect(bar.metres == 10_000 && bar.pixels == 100 && bar.label(Words(.es)) == "10\u{202F}km")
    #expect(ScaleBar(pixelsPerMetre: .infinity, longest: 100) == nil)
    var geometry = PolygonColumn()
    append(square: (500_000, 1_500_000), 1000, to: &geometry)
    let shapes = MapProjection(geometry, crs: .epsg(32616)).project(geometry, step: 1)
    #expect(shapes.box.width == 1000 && shapes.box.height == 1000)
  }

  @Test func `labels lie inside their areas and not over each other`() {
    var geometry = PolygonColumn()
    for index in 0..<9 { append(square: (Double(index % 3) * 100, Double(index / 3) * 100), 100, to: &geometry) }
    var shapes = MapProjection(geometry, crs: .epsg(32616)).project(geometry, step: 0)
    shapes.place(scale: 1, left: 0, top: 0)
    let labels = MapLabels(shapes: shapes).placed(
      (0..<9).map { $0 == 4 ? "a name that is far too long for its square" : "Área \($0)" })
    #expect(labels.map(\.feature).sorted() == [0, 1, 2, 3, 5, 6, 7, 8])
    for label in labels {
      #expect(
        abs(label.x - Double(label.feature % 3) * 100 - 50) < 1 && abs(label.y - 250 + Double(label.feature / 3) * 100) < 30)
    }
  }

  @Test func `the areas that a map is about have their name, beside them where it does not fit`() throws {
    var geometry = PolygonColumn()
    for index in 0..<9 { append(square: (Double(index % 3) * 100, Double(index / 3) * 100), 100, to: &geometry) }
    append(square: (-60, 40), 5, to: &geometry)
    var shapes = MapProjection(geometry, crs: .epsg(32616)).project(geometry, step: 0)
    shapes.place(scale: 1, left: 200, top: 20)
    let names = (0..<9).map { "Área \($0)" } + ["San Bartolomé"]
    let frame = Envelope(minX: 0, minY: 0, maxX: 700, maxY: 340)
    let labels = MapLabels(shapes: shapes, frame: frame).placed(names, darkness: [Double](repeating: 0.2, count: 9) + [0.9])
    let named = try #require(labels.first)
    #expect(named.feature == 9 && named.leader != nil && labels.count == 10)
    let end = try #require(named.leader)
    #expect(abs(end.x - 202.5) < 3 && (named.x != end.x || named.y != end.y))
    // Nothing lies over anything, nor beyond the sheet.
    for (place, one) in labels.enumerated() {
      for other in labels[(place + 1)...] { #expect(abs(one.x - other.x) > 20 || abs(one.y - other.y) > 12) }
    }
    // Without colours nothing is more important than what has room.
    #expect(!MapLabels(shapes: shapes, frame: frame).placed(names).contains { $0.feature == 9 })
  }

  @Test func `a name stands on no area but its own, and no line is long`() throws {
    // A small dark area in the middle of eight large ones: there is no paper near it.
    var geometry = PolygonColumn()
    for index in 0..<9 where index != 4 {
      append(square: (Double(index % 3) * 300, Double(index / 3) * 300), 300, to: &geometry)
    }
    append(square: (300, 300), 20, to: &geometry)
    for (x, y) in [(320.0, 300.0), (600, 300), (600, 600), (300, 600), (300, 320), (320, 320), (320, 300)] {
      geometry.append(x: x, y: y)
    }
    geometry.endRing()
    geometry.endPolygon()
    geometry.endFeature()
    var shapes = MapProjection(geometry, crs: .epsg(32616)).project(geometry, step: 0)
    shapes.place(scale: 0.7, left: 0, top: 0)
    var labels = MapLabels(shapes: shapes, frame: Envelope(minX: 0, minY: 0, maxX: 640, maxY: 640))
    let names = (0..<8).map { "Área \($0)" } + ["San Bartolomé", "Centro"]
    let dark = [Double](repeating: 0.2, count: 8) + [0.9, 0.2]
    #expect(!labels.placed(names, darkness: dark).contains { $0.feature == 8 })
    // What the words name comes first, then what is highest.
    labels.said = ["Área 5"]
    labels.heights = (0..<10).map { $0 == 2 ? 9 : 1 }
    let placed = labels.placed(names, darkness: [Double](repeating: 0.2, count: 10))
    #expect(placed.prefix(2).map(\.feature) == [5, 2])
  }

  @Test func `only what can betray people says so, and numbers stand at their places`() throws {
    let layer = squares(counts: [1, 2, 2, 4], at: (0, 0))
    let style = LayerStyle.sequence(layer, field: "count", .counts, title: .sentence("style.count"))
    var map = MapDrawing(title: "Parques", words: Words(.es))
    map.numbered = [Coordinate(x: 0.05, y: 0.05), Coordinate(x: 0.35, y: 0.05)]
    #expect(String(decoding: map.svg(layer, style: style), as: UTF8.self).contains("delatar a personas"))
    map.holdsRecords = false
    let elements = try parsed(map.svg(layer, style: style))
    #expect(elements.contains { $0.text == "Uso interno: sin revisión para publicarse." && $0.attributes["font-weight"] == nil })
    let numbers = elements.filter { $0.attributes["font-weight"] == "bold" && ["1", "2"].contains($0.text) }
    #expect(numbers.count == 2)
  }

  @Test func `of very many areas only the darkest are named`() {
    var geometry = PolygonColumn()
    for index in 0..<400 { append(square: (Double(index % 20) * 100, Double(index / 20) * 100), 100, to: &geometry) }
    var shapes = MapProjection(geometry, crs: .epsg(32616)).project(geometry, step: 0)
    shapes.place(scale: 1, left: 0, top: 0)
    let names = (0..<400).map { "Z\($0)" }
    let labels = MapLabels(shapes: shapes).placed(names, darkness: (0..<400).map { $0 % 50 == 7 ? 0.8 : 0.1 })
    #expect(labels.map(\.feature).sorted() == (0..<8).map { $0 * 50 + 7 })
    #expect(MapLabels(shapes: shapes).placed(names, darkness: [Double](repeating: 0.5, count: 400)).isEmpty)
  }

  @Test func `what lies over the areas is drawn and stands in the legend`() throws {
    let layer = squares(counts: [1, 2, 2, 4], at: (0, 0))
    let style = LayerStyle.sequence(layer, field: "count", .counts, title: .sentence("style.count"))
    var map = MapDrawing(title: "Cobertura", words: Words(.es))
    map.overlays = [MapOverlay(label: .verbatim("Espacios públicos"), geometry: layer.geometry, look: .places)]
    let elements = try parsed(map.svg(layer, style: style))
    #expect(elements.contains { $0.text == "Espacios públicos" })
    #expect(elements.contains { $0.attributes["fill"] == "#1b7837" })
  }

  @Test func `a word that no line holds is broken`() {
    let name = String(repeating: "archivo_", count: 40)
    let lines = TextWidth.lines("de \(name).csv", size: 11, width: 300)
    #expect(lines.count > 4 && lines.allSatisfy { TextWidth.of($0, size: 11) <= 300 })
    #expect(lines.joined().filter { $0 != " " } == "de\(name).csv")
  }

  @Test func `text is escaped, and what XML cannot hold is replaced`() {
    var markup = Markup()
    markup.text("a<b>&\"c\"\u{1}\n")
    #expect(String(decoding: markup.bytes, as: UTF8.self) == "a&lt;b&gt;&amp;&quot;c&quot;\u{FFFD} ")
  }

  @Test func `charts are well-formed, also of nothing`() throws {
    var chart = ChartDrawing(title: "Concentración", words: Words(.pt))
    chart.notice = "dados simulados"
    let curve = ChartDrawing.Curve(name: "Roubos & furtos", points: [(0, 0), (0.8, 0.2), (1, 1)])
    for bytes in [
      chart.lorenz([curve]), chart.hitRate([]), chart.intervals([], axis: "taxa"),
      chart.intervals(
        [.init(name: "A", value: 3, lower: 1, upper: 9), .init(name: "B", value: nil)], axis: "taxa", reference: 4),
    ] {
      #expect(try parsed(bytes).first { $0.name == "title" }?.text == "Concentración")
    }
    #expect(AxisScale([0, 9.3]).ticks == [0, 2, 4, 6, 8, 10] && AxisScale([]).upper > AxisScale([]).lower)
  }
}

@Suite struct StyleTests {
  @Test func `every style has its text in every language`() {
    for style in [LayerStyle.hotSpotBins(), .moranClasses(), .budgets(shares: [0.01, 0.05, 0.2]), .verdicts(), .clusterZones()] {
      for text in [style.title, style.missing.label] + style.classes.map(\.label) {
        guard case .sentence(let id, _) = text else { continue }
        #expect(Words.has(id: id), "\(id)")
      }
    }
  }

  @Test func `a QGIS style names the fields and writes the names of areas`() throws {
    let layer = squares(counts: [1, 2, 2, 4], at: (0, 0))
    let style = LayerStyle.sequence(layer, field: "count", .counts, title: .sentence("style.count"))
    let elements = try parsed(QGISStyle.qml(layer, style: style, words: Words(.es), nameField: "name"))
    #expect(elements.contains { $0.name == "alias" && $0.attributes["field"] == "count" && $0.attributes["name"] == "Registros" })
    #expect(elements.first { $0.name == "text-style" }?.attributes["fieldName"] == "name")
    #expect(Words(.es).alias(ofField: "covered_400_share_walk") == "Proporción a 400 m o menos a pie")
    #expect(Words(.en).alias(ofField: "count_violencia_familiar") == "Records: violencia familiar")
    #expect(Words(.en).alias(ofField: "nombre") == nil && Words(.en).alias(ofField: "rate_low_robo") == nil)
  }

  @Test func `null and values of no class are counted as missing`() {
    let values: [FieldValue] = [.integer(3), .number("-3.0"), .null, .integer(9), .text("2")]
    let classing = LayerClassing(values, .hotSpotBins())
    #expect(classing.classes == [0, 6, nil, nil, 1] && classing.missingCount == 2)
  }

  @Test func `a QGIS style is well-formed and has a class for null where the layer has one`() throws {
    for (counts, classes) in [([1, 2, 2, nil], 3), ([1, 2, 2, 4], 3)] as [([Int?], Int)] {
      let layer = squares(counts: counts, at: (0, 0))
      let style = LayerStyle.sequence(layer, field: "count", .counts, title: .sentence("style.count"))
      let elements = try parsed(QGISStyle.qml(layer, style: style, words: Words(.es)))
      #expect(elements.count { $0.name == "range" } == classes)
      #expect(elements.count { $0.name == "symbol" } == classes)
      let attribute = elements.first { $0.name == "renderer-v2" }?.attributes["attr"]
      #expect(attribute == (counts.contains(nil) ? "coalesce(\"count\", 0)" : "count"))
    }
  }
}

// MARK: Support

private func map() -> MapDrawing {
  var map = MapDrawing(title: "Robos <por> \"barrio\" & más", words: Words(.es))
  map.notice = "datos simulados"
  map.nameField = "name"
  return map
}

private func append(square place: (x: Double, y: Double), _ size: Double, to geometry: inout PolygonColumn) {
  for (x, y) in [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)] { geometry.append(x: place.x + x * size, y: place.y + y * size) }
  geometry.endRing()
  geometry.endPolygon()
  geometry.endFeature()
}

private func two(at first: Double, and second: Double) -> PolygonColumn {
  var geometry = PolygonColumn()
  append(square: (first, -17), 1, to: &geometry)
  append(square: (second, -17), 1, to: &geometry)
  return geometry
}

private func squares(counts: [Int?], at place: (Double, Double), size: Double = 0.1) -> Layer {
  var geometry = PolygonColumn()
  for index in counts.indices { append(square: (place.0 + Double(index) * size, place.1), size, to: &geometry) }
  return Layer(
    geometry: geometry,
    columns: [
      Column(name: "count", values: counts.map { $0.map(FieldValue.integer) ?? .null }),
      Column(name: "name", values: counts.indices.map { .text("Área <\($0)>") }),
    ], crs: .wgs84)
}

private func area(_ shapes: PlacedShapes, _ feature: Int) -> Double {
  let vertices = Array(shapes.vertices(of: shapes.rings(of: feature).lowerBound))
  let sum = zip(vertices, vertices.dropFirst() + vertices.prefix(1)).reduce(0.0) {
    $0 + shapes.x[$1.0] * shapes.y[$1.1] - shapes.x[$1.1] * shapes.y[$1.0]
  }
  return abs(sum) / 2
}

private struct Element {
  var name: String
  var attributes: [String: String]
  var text = ""
}

/// The elements of a document in order, with the text right inside each.
private func parsed(_ bytes: [UInt8]) throws -> [Element] {
  let reader = ElementReader()
  let parser = XMLParser(data: Data(bytes))
  parser.delegate = reader
  try #require(parser.parse(), "\(String(describing: parser.parserError))")
  return reader.elements
}

private final class ElementReader: NSObject, XMLParserDelegate {
  var elements: [Element] = []
  private var open: [Int] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let last = open.last { elements[last].text += text }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }
}

@Suite("Maps of points")
struct PointMapTests {
  @Test("Every point is a circle on the map, framed by the outlines around, and a marker in the style for a GIS")
  func points() throws {
    let count = 3
    let layer = Layer(
      geometry: PolygonColumn(coordinates: [], ringOffsets: [0], polygonOffsets: [0], featureOffsets: [0, 0, 0, 0]),
      points: PointColumn(coordinates: [-77, -12, -76.9, -12.1, -76.8, -12.05], featureOffsets: [0, 1, 2, 3]),
      columns: [
        Column(name: "state", values: [.text("open"), .text("closed"), .text("open")]),
        Column(name: "name", values: [.text("A & B"), .text("B"), .text("C")]),
      ], crs: .wgs84)
    let style = LayerStyle(
      field: "state", title: .verbatim("State"),
      classes: [
        .init(.value(.text("open")), RGBColor(0x22_8833), .verbatim("open")),
        .init(.value(.text("closed")), RGBColor(0xCC_3311), .verbatim("closed")),
      ], missing: .init(RGBColor(0xDD_DDDD), .verbatim("unknown")), outline: RGBColor(0xFF_FFFF))
    var map = MapDrawing(title: "Spaces", words: Words(.en))
    map.nameField = "name"
    map.context = MapContext(
      PolygonColumn(
        coordinates: [-78, -13, -76, -13, -76, -11, -78, -11, -78, -13], ringOffsets: [0, 5], polygonOffsets: [0, 1],
        featureOffsets: [0, 1]))
    let svg = String(decoding: map.svg(layer, style: style), as: UTF8.self)
    #expect(svg.split(separator: "a45 45 0 1 0 90 0").count == count + 1)
    #expect(svg.contains("<title>A &amp; B: open</title>"))
    let qml = String(decoding: QGISStyle.qml(layer, style: style, words: Words(.en)), as: UTF8.self)
    #expect(qml.contains("<symbol type=\"marker\"") && !qml.contains("type=\"fill\""))
  }
}
