import Glibc
import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite("GeoJSON output")
struct GeoJSONWriterTests {
  private func write(
    _ layer: Layer, members: [(name: String, json: String)] = []
  ) throws -> (text: String, summary: CollapsedRings) {
    var bytes: [UInt8] = []
    let summary = try GeoJSONLayerWriter(members: members).write(layer) { bytes.append(contentsOf: $0) }
    return (String(decoding: bytes, as: UTF8.self), summary)
  }

  private func layer(_ features: [[[[[Double]]]]], columns: [Column] = []) -> Layer {
    var geometry = PolygonColumn()
    for feature in features {
      for polygon in feature {
        for ring in polygon {
          for position in ring { geometry.append(x: position[0], y: position[1]) }
          geometry.endRing()
        }
        geometry.endPolygon()
      }
      geometry.endFeature()
    }
    return Layer(geometry: geometry, columns: columns, crs: .wgs84)
  }

  @Test("One feature per line, exteriors counter-clockwise, holes clockwise, seven decimals")
  func form() throws {
    let clockwise: [[Double]] = [[0, 0], [0, 4], [4, 4], [4, 0], [0, 0]]
    let hole: [[Double]] = [[1, 1], [2, 1], [2, 2], [1, 2.123456789], [1, 1]]
    let columns = [
      Column(name: "code", values: [.text("0\"1"), .null]), Column(name: "n", values: [.number("1.50"), .number("NaN")]),
      Column(name: "o", values: [.json("{\n\"a\":1}"), .bool(false)]),
    ]
    let (text, summary) = try write(
      layer([[[clockwise, hole]], [[clockwise], [hole]]], columns: columns), members: [("plaza", #"{"release":"internal"}"#)])
    #expect(
      text == """
        {"type":"FeatureCollection","plaza":{"release":"internal"},"features":[
        {"type":"Feature","properties":{"code":"0\\"1","n":1.50,"o":{"a":1}},"geometry":{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2.1234568],[2,2],[2,1],[1,1]]]}},
        {"type":"Feature","properties":{"code":null,"n":null,"o":false},"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,4],[0,0]]],[[[1,1],[2,1],[2,2],[1,2.1234568],[1,1]]]]}}
        ]}

        """)
    #expect(summary == CollapsedRings())
    #expect(try write(layer([])).text == "{\"type\":\"FeatureCollection\",\"features\":[\n]}\n")
  }

  @Test("Rings that collapse when rounded are dropped and counted; what is not finite is never written")
  func collapse() throws {
    let square: [[Double]] = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]
    let tiny: [[Double]] = [[1, 1], [1 + 1e-9, 1], [1, 1 + 1e-9], [1, 1]]
    let flat: [[Double]] = [[1, 1], [2, 2], [3, 3], [1, 1]]
    let nan: [[Double]] = [[1, 1], [.nan, 2], [3, 4], [1, 1]]
    let (text, summary) = try write(
      layer([[[square, tiny]], [[tiny, square], [flat]], [[nan]], [], [[tiny], [square], [flat, flat]]]))
    #expect(summary == CollapsedRings(droppedRings: 1 + 3 + 1 + 3, emptiedFeatures: 2))
    let back = try readLayer(text).layer
    #expect(nested(back.geometry) == [[[square]], [], [], [], [[square]]])
    #expect(!text.contains("nan"))
    // Positions that become equal are one.
    let doubled: [[Double]] = [[0, 0], [4, 0], [4 + 1e-9, 0], [4, 4], [0, 0], [1e-9, 0]]
    #expect(try nested(readLayer(write(layer([[[doubled]]])).text).layer.geometry) == [[[[[0, 0], [4, 0], [4, 4], [0, 0]]]]])
  }

  @Test("Reading what was written gives the rounded layer, and writing that gives the same bytes")
  func roundTrip() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<200 {
      let features = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
          [
            (0..<Int.random(in: 3...20, using: &random)).map { _ in
              [Double.random(in: -180...180, using: &random), Double.random(in: -90...90, using: &random)]
            }
          ].map { $0 + [$0[0]] }
        }
      }
      let values: [FieldValue] = [.null, .bool(true), .number("-1.5e3"), .text("á\u{1}\n\"\\"), .json("[1,{\"a\":null}]")]
      let columns = ["a", "b\"", ""].map { name in
        Column(name: name, values: features.map { _ in values.randomElement(using: &random)! })
      }
      let original = layer(features, columns: columns)
      let (text, summary) = try write(original)
      #expect(summary.droppedRings == 0)
      let back = try readLayer(text).layer
      #expect(try write(back).text == text)
      #expect(back.columns == (features.isEmpty ? [] : columns))
      #expect(back.geometry.vertexCount == original.geometry.vertexCount)
      for ring in 0..<original.geometry.ringCount {
        let rounded = original.geometry.vertices(ofRing: ring).map { original.geometry.coordinate(at: $0) }.map {
          [($0.x * 1e7).rounded() / 1e7, ($0.y * 1e7).rounded() / 1e7]
        }
        let read = back.geometry.vertices(ofRing: ring).map {
          [back.geometry.coordinate(at: $0).x, back.geometry.coordinate(at: $0).y]
        }
        #expect(read == rounded || read == rounded.reversed())
      }
    }
  }

  @Test("Coordinates are rounded as the C library rounds them, without zeros at the end")
  func coordinates() {
    func expected(_ value: Double) -> String {
      var text = [CChar](repeating: 0, count: 400)
      let length = withVaList([value]) { vsnprintf(&text, 400, "%.7f", $0) }
      var digits = String(decoding: text[..<Int(length)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      while digits.hasSuffix("0") { digits.removeLast() }
      if digits.hasSuffix(".") { digits.removeLast() }
      return digits == "-0" ? "0" : digits
    }
    func written(_ value: Double) -> String {
      var bytes: [UInt8] = []
      appendCoordinate(value, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    var random = SplitMix64(seed: 8)
    for value in [
      0, -0.0, 1, -1, 0.5, -1e-8, 5e-8, 1.5e-7, 0.25, 179.99999995, -89.12345675, 1e-300, 99.99999999, 10, 100, 999.5,
    ] {
      #expect(written(value) == expected(value), "\(value)")
    }
    for _ in 0..<300_000 {
      var value = Double.random(in: -180...180, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: value = Double(Int.random(in: -3_600_000_000...3_600_000_000, using: &random)) * 0.5e-7
      case 1: value = (Double(Int.random(in: -180_000_000...180_000_000, using: &random)) * 128 + 64) / 128 / 1e6
      case 2: value *= 1e6
      default: break
      }
      #expect(written(value) == expected(value), "\(value)")
    }
    #expect(written(1e15) == "1000000000000000")
    #expect(written(-12345678901.25) == "-12345678901.25")
    #expect(written(1e22) == "10000000000000000000000")
  }
}
