import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite("GeoJSON areas")
struct GeoJSONLayerTests {
  private let square = "[[0,0],[4,0],[4,4],[0,4],[0,0]]"
  private let hole = "[[1,1],[1,2],[2,2],[2,1],[1,1]]"

  private func failure(_ text: String, jobs: Int = 1) -> Failure? {
    do {
      _ = try readLayer(text, jobs: jobs)
      return nil
    } catch {
      return error as? Failure
    }
  }

  private func feature(_ geometry: String, _ properties: String = "{}") -> String {
    #"{"type":"Feature","properties":\#(properties),"geometry":\#(geometry)}"#
  }

  private func collection(_ features: [String]) -> String {
    #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
  }

  @Test("Polygons, holes, multipolygons, heights, nested collections, null and empty geometries")
  func geometries() throws {
    let polygon = #"{"type":"Polygon","coordinates":[\#(square),\#(hole)]}"#
    let multi = #"{"type":"MultiPolygon","coordinates":[[\#(square)],[[[9,9,5],[9.5,9,5,1],[9.5,9.5,0],[9,9,5]]]]}"#
    let nestedCollection =
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"GeometryCollection","geometries":[\#(polygon),null]},\#(multi)]}"#
    let reading = try readLayer(
      collection(
        [
          polygon, multi, nestedCollection, "null", #"{"type":"Polygon","coordinates":[]}"#,
          #"{"type":"MultiPolygon","coordinates":[]}"#,
          #"{"type":"GeometryCollection","geometries":[]}"#,
        ].map { feature($0) }))
    let s: [[Double]] = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]
    let h: [[Double]] = [[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]]
    let t: [[Double]] = [[9, 9], [9.5, 9], [9.5, 9.5], [9, 9]]
    #expect(nested(reading.layer.geometry) == [[[s, h]], [[s], [t]], [[s, h], [s], [t]], [], [], [], []])
    #expect(reading.layer.crs == .wgs84)
    #expect(reading.notes.map(\.id) == ["layer.mixed_geometry"])
    #expect(reading.layer.columns.isEmpty)
  }

  @Test("Columns are the union of names in order of first appearance; values stay as written")
  func columns() throws {
    let g = #"{"type":"Polygon","coordinates":[\#(square)]}"#
    let reading = try readLayer(
      collection([
        feature(g, #"{"code":"007","n":1.50,"b":true}"#), feature(g, #"{"n":-1e3,"extra":{"a":[1, 2]},"code":null,"n":2}"#),
        feature(g, "null"), #"{"type":"Feature","geometry":null}"#, feature(g, #"{"\u0063ode":"\u00e1\n"}"#),
      ]))
    #expect(reading.layer.columns.map(\.name) == ["code", "n", "b", "extra"])
    #expect(reading.layer.columns[0].values == [.text("007"), .null, .null, .null, .text("á\n")])
    #expect(reading.layer.columns[1].values == [.number("1.50"), .number("2"), .null, .null, .null])
    #expect(reading.layer.columns[2].values == [.bool(true), .null, .null, .null, .null])
    #expect(reading.layer.columns[3].values == [.null, .json(#"{"a":[1, 2]}"#), .null, .null, .null])
  }

  @Test("Ids become a column unless a property has that name")
  func identifiers() throws {
    let tail = #""geometry":{"type":"Polygon","coordinates":[\#(square)]}}"#
    let first = try readLayer(
      collection([
        #"{"type":"Feature","properties":{"a":1},\#(tail)"#, #"{"type":"Feature","id":"x7","properties":{"a":2},\#(tail)"#,
        #"{"id":12,"type":"Feature","properties":{"a":3},\#(tail)"#,
      ])
    ).layer
    #expect(first.columns.map(\.name) == ["id", "a"])
    #expect(first.columns[0].values == [.null, .text("x7"), .number("12")])
    let second = try readLayer(collection([#"{"type":"Feature","id":"x7","properties":{"a":2,"id":"mine"},\#(tail)"#])).layer
    #expect(second.columns.map(\.name) == ["a", "id"])
    #expect(second.columns[1].values == [.text("mine")])
  }

  @Test("Of duplicate members the last counts")
  func duplicates() throws {
    let text =
      #"{"type":"Feature","properties":{"a":1,"b":2},"properties":{"b":3},"geometry":{"type":"Point","coordinates":[0,0]},"geometry":{"coordinates":[[[7,7],[8,7],[8,8],[7,7]]],"type":"Point","type":"Polygon","coordinates":[\#(square)]}}"#
    let reading = try readLayer(collection([text]))
    #expect(nested(reading.layer.geometry) == [[[[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]]]])
    #expect(reading.layer.columns.map(\.values) == [[.null], [.number("3")]])
    #expect(reading.notes.isEmpty)
  }

  @Test("A legacy crs is honoured wherever it stands, and said")
  func legacyCRS() throws {
    let f = feature(#"{"type":"Polygon","coordinates":[\#(square)]}"#)
    let crs = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3116"}}"#
    for text in [
      #"{"type":"FeatureCollection",\#(crs),"features":[\#(f)]}"#, #"{"features":[\#(f)],\#(crs),"type":"FeatureCollection"}"#,
      #"{\#(crs),"features":[\#(f)],"type":"FeatureCollection"}"#, #"{"type":"Polygon","coordinates":[\#(square)],\#(crs)}"#,
      #"{"type":"FeatureCollection","crs":{"type":"EPSG","properties":{"code":3116}},"features":[\#(f)]}"#,
    ] {
      let reading = try readLayer(text)
      #expect(reading.layer.crs == .epsg(3116))
      #expect(reading.notes == [Diagnostic(.note, "geojson.legacy_crs", ["file": "test.geojson", "crs": "EPSG:3116"])])
    }
    #expect(try readLayer(#"{"type":"FeatureCollection","crs":null,"features":[\#(f)]}"#).layer.crs == .wgs84)
    let link = #"{"type":"FeatureCollection","crs":{"type":"link","properties":{"href":"http://x"}},"features":[\#(f)]}"#
    #expect(failure(link)?.diagnostic.id == "geojson.crs_not_understood")
  }

  @Test("Bare geometries, bare features, sequences by line, by record separator and one after the other; a byte order mark")
  func layouts() throws {
    let geometry = #"{"type":"Polygon","coordinates":[\#(square)]}"#
    let f = feature(geometry, #"{"a":1}"#)
    let pretty = f.replacing(",", with: ",\n  ")
    for (text, count) in [
      (geometry, 1), (f, 1), ("\u{FEFF}" + f, 1), (pretty, 1), (f + "\n" + f + "\n", 2), (f + "\r\n\r\n" + f, 2),
      (pretty + "\n" + pretty, 2),
      (f + f + " " + geometry, 3), ("\u{1E}" + f + "\n\u{1E}" + pretty + "\n", 2), (geometry + "\n" + geometry, 2),
      (collection([f, f]) + "\n" + collection([f]), -1), ("\u{1E}" + collection([f, f]) + "\n\u{1E}" + f + "\n", 3),
      (f + "\n" + collection([f, f]), 3), ("\u{FEFF} \n" + collection([f, f]) + " \n", 2), (collection([]), 0),
    ] {
      if count < 0 {
        #expect(failure(text)?.diagnostic.id == "geojson.not_json.outside")
      } else {
        #expect(try readLayer(text).layer.featureCount == count, "\(text)")
      }
    }
  }

  @Test("Rings under four positions are dropped and counted, with their holes; unclosed ones end the run")
  func rings() throws {
    let short = try readLayer(
      collection([
        feature(#"{"type":"Polygon","coordinates":[\#(square),[[1,1],[2,2],[1,1]]]}"#),
        feature(#"{"type":"Polygon","coordinates":[[[1,1],[2,2],[1,1]],\#(hole)]}"#),
        feature(#"{"type":"Polygon","coordinates":[[]]}"#),
      ]))
    #expect(nested(short.layer.geometry).map { $0.map(\.count) } == [[1], [], []])
    #expect(
      short.notes == [Diagnostic(.warning, "layer.short_rings", ["file": "test.geojson", "count": "2", "feature": "1"])])
    let open = collection([
      feature(#"{"type":"Polygon","coordinates":[\#(square)]}"#),
      feature(#"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4]]]}"#),
    ])
    let offset = open.utf8.count - 30
    let failure = failure(open)
    #expect(failure?.kind == .notUnderstood)
    #expect(failure?.diagnostic.id == "geojson.ring_not_closed")
    #expect(failure?.diagnostic.values["feature"] == "2")
    #expect(failure?.diagnostic.values["byte"] == String(offset))
    #expect(Array(open.utf8)[offset] == UInt8(ascii: "["))
  }

  @Test("Points among areas are counted; points alone are refused as areas")
  func notAreas() throws {
    let point = feature(#"{"type":"Point","coordinates":[1,2]}"#)
    let line = feature(#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#)
    let area = feature(#"{"type":"Polygon","coordinates":[\#(square)]}"#)
    let reading = try readLayer(collection([area, line, point]))
    #expect(reading.layer.featureCount == 3)
    #expect(
      reading.notes == [
        Diagnostic(
          .warning, "layer.not_areas", ["file": "test.geojson", "count": "2", "feature": "2", "kind": "LineString"])
      ])
    #expect(failure(collection([point, point]))?.diagnostic.id == "layer.no_areas")
    #expect(try readLayer(collection([feature("null")])).layer.featureCount == 1)
  }

  @Test(
    "What is not GeoJSON is refused with its byte",
    arguments: [
      ("", "geojson.cut_short.outside", 0), ("  ", "geojson.cut_short.outside", 2), ("[]", "geojson.not_json.outside", 0),
      ("{}", "geojson.missing_member.outside", 1), (#"{"type":"Topology"}"#, "geojson.unknown_type.outside", 1),
      (#"{"type":"FeatureCollection"}"#, "geojson.missing_member.outside", 27),
      (#"{"features":[]}"#, "geojson.missing_member.outside", 14),
      (#"{"features":[],"type":"Feature"}"#, "geojson.unknown_type.outside", 15),
      (#"{"type":"FeatureCollection","features":{}}"#, "geojson.wrong_type.outside", 39),
      (#"{"type":"FeatureCollection","features":[1]}"#, "geojson.wrong_type", 40),
      (#"{"type":"FeatureCollection","features":[{}]}"#, "geojson.missing_member", 40),
      (#"{"type":"FeatureCollection","features":[{"type":"Feature"},]}"#, "geojson.not_json", 59),
      (#"{"type":"FeatureCollection","features":[{"type":"Feature"} {"type":"Feature"}]}"#, "geojson.not_json", 59),
      (#"{"type":"FeatureCollection","features":[{"type":"Feature"}]} x"#, "geojson.not_json.outside", 61),
      (#"{"type":"FeatureCollection","features":[{"type":"Feature"}],"features":[]}"#, "geojson.duplicate_features.outside", 60),
      (#"{"type":"FeatureCollection","features":[{"type":"Point","coordinates":[1,2]}]}"#, "geojson.unknown_type", 48),
      (#"{"type":"Feature","geometry":{"type":"Circle"}}"#, "geojson.unknown_type", 37),
      (#"{"type":"Feature","geometry":{"type":"Polygon"}}"#, "geojson.missing_member", 29),
      (#"{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[["a",1]]]}}"#, "geojson.wrong_type", 64),
      (#"{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[1]]]}}"#, "geojson.not_json", 65),
      (
        #"{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[1e999,1],[1,1],[1,2],[1,1]]]}}"#,
        "geojson.huge_coordinate", 63
      ),
      (#"{"type":"Feature","properties":[],"geometry":null}"#, "geojson.wrong_type", 31),
      (#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":"é"#, "geojson.cut_short", 79),
    ])
  func refused(text: String, id: String, byte: Int) {
    for jobs in [1, 2] {
      let failure = failure(text, jobs: jobs)
      #expect(failure?.kind == .notUnderstood)
      #expect(failure?.diagnostic.id == id)
      #expect(failure?.diagnostic.values["byte"] == String(byte))
    }
  }

  @Test("Windows-1252 is refused as not UTF-8")
  func notUTF8() {
    let bytes = Array(collection([feature("null", #"{"a":"x"}"#)]).utf8).map { $0 == UInt8(ascii: "x") ? 0xE1 : $0 }
    do {
      _ = try readLayer(bytes)
      Issue.record("should be refused")
    } catch {
      #expect((error as? Failure)?.diagnostic.id == "geojson.not_utf8")
    }
  }

  @Test("Member order, spacing, window size, pieces and threads change nothing; a random cut is always an error inside the file")
  func invariance() throws {
    var random = SplitMix64(seed: 77)
    for round in 0..<40 {
      let features = (0..<Int.random(in: 1...40, using: &random)).map { _ in RandomFeature(using: &random) }
      let plain = RandomFeature.collection(features, shuffled: false, using: &random)
      let expected = try readLayer(plain).layer
      #expect(nested(expected.geometry) == features.map(\.polygons))
      let shuffled = Array(RandomFeature.collection(features, shuffled: true, using: &random).utf8)
      for (jobs, window, largest) in [(1, 64, 1), (2, 200, 7), (3, 1000, 1 << 16), (2, 1 << 20, 100)] {
        let source = GeoJSONLayerSource(
          name: "test.geojson", open: { PieceReader(shuffled, largest: largest, seed: UInt64(round)) }, jobs: jobs,
          windowSize: window)
        let layer = try source.readLayer().layer
        #expect(layer == expected, "seed 77, round \(round), window \(window)")
      }
      for _ in 0..<20 {
        let text = Bool.random(using: &random) ? shuffled : Array(plain.utf8)
        let cut = Int.random(in: 0..<text.count, using: &random)
        let source = GeoJSONLayerSource(
          name: "test.geojson", open: { PieceReader(Array(text[..<cut])) }, jobs: 2,
          windowSize: Int.random(in: 16...4000, using: &random))
        do {
          _ = try source.readLayer()
          Issue.record("cut at \(cut) of \(text.count) was read (round \(round))")
        } catch {
          let byte = (error as? Failure)?.diagnostic.values["byte"].flatMap { Int($0) }
          #expect((0...cut).contains(byte ?? -1), "\(error)")
        }
      }
    }
  }

  @Test("One changed byte gives an error inside the file or a layer, the same on any number of threads")
  func changedByte() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<1500 {
      let features = (0..<4).map { _ in RandomFeature(using: &random) }
      var bytes = Array(RandomFeature.collection(features, shuffled: true, using: &random).utf8)
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] = [UInt8.random(in: 0...255, using: &random), 0x22, 0x7B, 0x7D, 0x5B, 0x5D, 0x2C].randomElement(
        using: &random)!
      let changed = bytes
      var outcomes: [Result<Layer, Failure>] = []
      for (jobs, window) in [(1, 1 << 20), (2, 300), (3, 64)] {
        let source = GeoJSONLayerSource(name: "t", open: { PieceReader(changed) }, jobs: jobs, windowSize: window)
        do {
          outcomes.append(.success(try source.readLayer().layer))
        } catch let failure as Failure {
          outcomes.append(.failure(failure))
          if let byte = failure.diagnostic.values["byte"].flatMap({ Int($0) }) { #expect((0...bytes.count).contains(byte)) }
        }
      }
      #expect(outcomes[1] == outcomes[0] && outcomes[2] == outcomes[0], "\(String(decoding: bytes, as: UTF8.self))\n\(outcomes)")
    }
  }
}
