import PlazaFormats
import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@Suite("Features of any geometry in GeoJSON")
struct GeoJSONFeaturesTests {
  private func read(_ text: String, jobs: Int = 1, largest: Int = 1 << 16) throws -> FeatureReading {
    let bytes = Array(text.utf8)
    return try GeoJSONLayerSource(name: "t", open: { PieceReader(bytes, largest: largest) }, jobs: jobs).readFeatures()
  }

  private func collection(_ geometries: [String]) -> String {
    let features = geometries.enumerated().map { index, geometry in
      #"{"type":"Feature","properties":{"n":\#(index)},"geometry":\#(geometry)}"#
    }
    return #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ",\n"))]}"#
  }

  @Test("Points, lines and areas come in the order of the file, each in its own column")
  func kinds() throws {
    let reading = try read(
      collection([
        #"{"type":"Point","coordinates":[1,2,99]}"#, #"{"type":"LineString","coordinates":[[1,2],[3,4],[5,6]]}"#, "null",
        #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#,
        #"{"type":"MultiLineString","coordinates":[[[0,0],[1,1]],[],[[7,7]],[[2,2],[3,3]]]}"#,
        #"{"type":"MultiPoint","coordinates":[[8,9],[10,11]]}"#, #"{"type":"Point","coordinates":[]}"#,
        #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[5,5]},{"coordinates":[[0,1],[1,0]],"type":"LineString"}]}"#,
      ]))
    let features = reading.features
    #expect(features.count == 8)
    #expect(
      features.points == PointColumn(coordinates: [1, 2, 8, 9, 10, 11, 5, 5], featureOffsets: [0, 1, 1, 1, 1, 1, 3, 3, 4]))
    #expect(
      features.lines
        == LineColumn(
          coordinates: [1, 2, 3, 4, 5, 6, 0, 0, 1, 1, 2, 2, 3, 3, 0, 1, 1, 0], lineOffsets: [0, 3, 5, 7, 9],
          featureOffsets: [0, 0, 1, 1, 1, 3, 3, 3, 4]))
    #expect(features.polygons.featureOffsets == [0, 0, 0, 0, 1, 1, 1, 1, 1])
    #expect(features.column(named: "n")?.values.map(\.text) == (0..<8).map(String.init))
    #expect(features.envelope == Envelope(minX: 0, minY: 0, maxX: 10, maxY: 11))
    #expect(
      reading.notes == [
        Diagnostic(.note, "layer.heights", ["file": "t", "count": "1"]),
        Diagnostic(.warning, "layer.short_lines", ["file": "t", "count": "1"]),
      ])
  }

  @Test("Of a geometry that comes twice in a feature the last counts")
  func twice() throws {
    let text =
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,1]},"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}]}"#
    let features = try read(text).features
    #expect(features.points.pointCount == 0)
    #expect(features.lines.vertexCount == 2)
  }

  @Test("The features do not depend on the number of threads or on how the file comes")
  func threads() throws {
    var random = SplitMix64(seed: 7)
    let geometries = (0..<6000).map { _ -> String in
      let (x, y) = (Double.random(in: -100...100, using: &random), Double.random(in: -50...50, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return #"{"type":"Point","coordinates":[\#(x),\#(y)]}"#
      case 1: return #"{"type":"LineString","coordinates":[[\#(x),\#(y)],[\#(y),\#(x)]]}"#
      case 2: return #"{"type":"Polygon","coordinates":[[[\#(x),0],[1,0],[1,\#(y)],[\#(x),0]]]}"#
      default: return "null"
      }
    }
    let text = collection(geometries)
    let one = try read(text).features
    #expect(one.count == 6000)
    #expect(try read(text, jobs: 3, largest: 5000).features == one)
  }

  @Test("A file without any geometry is refused")
  func nothing() {
    #expect { try read(collection(["null", "null"])) } throws: { ($0 as? Failure)?.diagnostic.id == "layer.no_geometry" }
  }

  @Test("A layer of points is written as points, and read back")
  func writing() throws {
    let layer = Layer(
      geometry: PolygonColumn(
        coordinates: [0, 0, 1, 0, 1, 1, 0, 0], ringOffsets: [0, 4], polygonOffsets: [0, 1], featureOffsets: [0, 0, 0, 0, 1]),
      points: PointColumn(coordinates: [-77.1234567, -12.5, 1, 2, 3, 4.00000004], featureOffsets: [0, 1, 3, 3, 3]), columns: [],
      crs: .wgs84)
    var bytes: [UInt8] = []
    _ = try GeoJSONLayerWriter().write(layer) { bytes.append(contentsOf: $0) }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(#""geometry":{"type":"Point","coordinates":[-77.1234567,-12.5]}}"#))
    #expect(text.contains(#""geometry":{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}}"#))
    let back = try read(text).features
    #expect(back.points == PointColumn(coordinates: [-77.1234567, -12.5, 1, 2, 3, 4], featureOffsets: [0, 1, 3, 3, 3]))
    #expect(back.polygons == layer.geometry)
  }

  @Test("Real files of streets and parks are read whole", .enabled(if: SharedData.isPresent, "../shared/data is not here"))
  func real() throws {
    for (file, features, lines, vertices, short) in [
      ("las_palmas/osm_roads.geojson.gz", 13467, 13467, 107_583, 0), ("las_palmas/osm_parks.geojson.gz", 4303, 0, 0, 0),
    ] {
      let bytes = try #require(SharedData.bytes(file))
      let reading = try GeoJSONLayerSource(name: file, open: { PieceReader(bytes) }, jobs: 2).readFeatures()
      #expect(reading.features.count == features)
      #expect(reading.features.lines.lineCount == lines)
      #expect(reading.features.lines.vertexCount == vertices)
      #expect(reading.notes.filter { $0.id == "layer.short_lines" }.count == short)
    }
    let bytes = try #require(SharedData.bytes("la_plata/veredas_ancho_caminable.geojson.gz"))
    let reading = try GeoJSONLayerSource(name: "v", open: { PieceReader(bytes) }, jobs: 2).readFeatures()
    #expect(reading.features.count == 5097)
    #expect(reading.notes.contains { $0.id == "layer.short_lines" })
  }
}
