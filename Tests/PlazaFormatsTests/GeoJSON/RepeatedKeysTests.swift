import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite struct RepeatedKeysTests {
  private static func feature(_ properties: String, _ geometry: String) -> String {
    #"{"type":"Feature","properties":{\#(properties)},"geometry":\#(geometry)}"#
  }

  private static func collection(_ features: [String]) -> [UInt8] {
    Array(#"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#.utf8)
  }

  @Test func `of two values under one name the last counts and the layer says so`() throws {
    let square = #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#
    let bytes = Self.collection([
      Self.feature(#""cod":"01","pob":1"#, square), Self.feature(#""cod":"02","pob":1000,"pob":9000"#, square),
    ])
    let reading = try GeoJSONLayerSource(name: "a.geojson", open: { ArrayReader(bytes) }, jobs: 1).readLayer()
    #expect(reading.layer.column(named: "pob")?.values == [.number("1"), .number("9000")])
    let values = ["file": "a.geojson", "field": "pob", "count": "1", "feature": "2"]
    #expect(reading.notes.contains(Diagnostic(.warning, "geojson.repeated_key", values)))
  }

  @Test func `records say so as well, for the fields that are used`() throws {
    let point = #"{"type":"Point","coordinates":[1,2]}"#
    let bytes = Self.collection([
      Self.feature(#""delito":"robo","x":1,"x":2"#, point), Self.feature(#""delito":"robo","x":1,"delito":"hurto""#, point),
    ])
    let source = try GeoJSONPointSource(name: "p.geojson", open: { ArrayReader(bytes) })
    var batch = PointBatch()
    #expect(try source.makeReader(PointRequest(fields: [0])).next(&batch))
    #expect(batch.mendings[.repeatedKeys] == 1 && batch.mendings.line(.repeatedKeys) == 2)
    #expect(String(decoding: batch.bytes(of: 0, 1), as: UTF8.self) == "hurto")
  }

  @Test(
    arguments: [
      (#"{"geometryType":"esriGeometryPolygon","features":[{"attributes":{},"geometry":{"rings":[]}}]}"#, "Esri JSON"),
      (#"{"type":"Topology","objects":{},"arcs":[]}"#, "TopoJSON"),
      (#"{"version":0.6,"osm3s":{},"elements":[]}"#, "Overpass JSON (OpenStreetMap)"),
      (#"[{"lon":1,"lat":2}]"#, "a list in JSON (not GeoJSON)"),
    ])
  func `other kinds of JSON are named`(text: String, what: String) {
    let folder = TemporaryFolder()
    let path = folder.write("a.json", text)
    #expect(throws: Failure(.notUnderstood, "input.form", ["path": "a.json", "what": what])) {
      try Formats.open("a.json", path: path)
    }
  }

  @Test func `a text in UTF-16 is read where areas are wanted`() throws {
    let folder = TemporaryFolder()
    let text = #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":"Peñón"},"geometry":null}]}"#
    let path = folder.write("a.geojson", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(try Formats.open("a.geojson", path: path).layer(jobs: 1).layer.columns[0].values == [.text("Peñón")])
  }
}
