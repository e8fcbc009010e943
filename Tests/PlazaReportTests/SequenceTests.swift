import PlazaGeometry
import PlazaLayers
import PlazaWords
import Testing

@testable import PlazaReport

@Suite struct SequenceTests {
  private static func layer(_ field: String, _ values: [Double?], mode: [String]? = nil) -> Layer {
    var geometry = PolygonColumn()
    for place in values.indices {
      let x = Double(place)
      for (dx, dy) in [(0.0, 0.0), (1, 0), (1, 1), (0, 0)] { geometry.append(x: x + dx, y: dy) }
      geometry.endRing()
      geometry.endPolygon()
      geometry.endFeature()
    }
    var columns = [Column(name: field, values: values.map { NumberText.field($0) })]
    if let mode { columns.append(Column(name: "mode", values: mode.map(FieldValue.text))) }
    return Layer(geometry: geometry, columns: columns, crs: .wgs84)
  }

  private static func labels(_ style: LayerStyle) -> [String] { style.classes.map { Words(.en).text($0.label) } }

  @Test func `people are whole on a map, and less than half a person is nobody`() {
    let layer = Self.layer("people", [0.0048, 0, 0.036, 1462.3955617, nil])
    let style = LayerStyle.sequence(layer, field: "people", .people, title: .verbatim("t"))
    #expect(Self.labels(style).map { $0.filter(\.isNumber) } == ["0", "1462"])
    #expect(LayerClassing(layer, style).missingCount == 1)
    #expect(style.classes[0].values == .range(lower: 0, upper: 0.5))
  }

  @Test func `parts of a whole are shown in percent`() {
    let style = LayerStyle.sequence(Self.layer("s", [0, 0.25, 1]), field: "s", .shares, title: .verbatim("t"))
    #expect(Self.labels(style).allSatisfy { $0.contains("%") } && style.classes.count == 3, "\(Self.labels(style))")
  }

  @Test func `of a layer with both modes a GIS shows the walk, and what is farthest from every space darkest`() {
    let layer = Self.layer("distance_m", [300, 300, 500, 500], mode: ["straight", "walk", "straight", "walk"])
    func luma(_ color: RGBColor) -> Int { Int(color.red) + Int(color.green) + Int(color.blue) }
    for isBeyond in [false, true] {
      let style = LayerStyle.distances(metres: [300, 500], isBeyond: isBeyond, mode: "walk", title: .verbatim("t"))
      let qml = String(decoding: QGISStyle.qml(layer, style: style, words: Words(.en)), as: UTF8.self)
      #expect(qml.contains("CASE WHEN &quot;mode&quot; = 'walk' THEN &quot;distance_m&quot; END"), "\(qml.prefix(600))")
      #expect((luma(style.classes[0].color) > luma(style.classes[1].color)) == isBeyond)
      #expect(Self.labels(style) == (isBeyond ? ["more than 300 m", "more than 500 m"] : ["300 m or less", "500 m or less"]))
    }
  }
}
