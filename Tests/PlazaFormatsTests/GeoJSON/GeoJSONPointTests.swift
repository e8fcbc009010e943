import Dispatch
import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Synchronization
import Testing

@testable import PlazaFormats

@Suite("GeoJSON records")
struct GeoJSONPointTests {
  /// One record, as a test looks at it.
  struct Record: Hashable {
    var line: Int
    var state: RecordState
    var x = Double.zero
    var y = Double.zero
    var fields: [String?] = []
  }

  private func source(_ text: String, largest: Int = 1 << 16, isStream: Bool = false) throws -> GeoJSONPointSource {
    let bytes = Array(text.utf8)
    return try GeoJSONPointSource(name: "test.geojson", open: { PieceReader(bytes, largest: largest) }, isStream: isStream)
  }

  private func records(_ batch: PointBatch) -> [Record] {
    (0..<batch.count).map { index in
      var record = Record(line: batch.lines[index], state: batch.states[index])
      if record.state == .located {
        record.x = batch.x[index]
        record.y = batch.y[index]
      }
      record.fields = batch.fields.map { column in
        column.starts[index] < 0
          ? nil : String(decoding: batch.text[Int(column.starts[index])..<Int(column.ends[index])], as: UTF8.self)
      }
      return record
    }
  }

  private func read(
    _ source: GeoJSONPointSource, fields: [String] = [], explode: Bool = false, positions: Bool = true, workers: Int = 1
  ) throws -> (records: [Record], faults: [String]) {
    let wanted = fields.map { source.schema.fields.firstIndex(of: $0)! }
    let reader = try source.makeReader(PointRequest(fields: wanted, explode: explode, positions: positions))
    struct Found {
      var batches: [Int: ([Record], [String])] = [:]
      var error: Failure?
    }
    let found = Mutex(Found())
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var batch = PointBatch()
      do {
        while try reader.next(&batch) {
          let piece = records(batch)
          let faults = batch.faults.map { "\(batch.lines[$0.record]): \($0.cell)" }
          found.withLock { $0.batches[batch.index] = (piece, faults) }
        }
      } catch {
        found.withLock { $0.error = error as? Failure }
      }
    }
    let result = found.withLock { $0 }
    if let error = result.error { throw error }
    let order = result.batches.keys.sorted()
    #expect(order == Array(0..<order.count))
    return (order.flatMap { result.batches[$0]!.0 }, order.flatMap { result.batches[$0]!.1 })
  }

  private func feature(_ geometry: String, _ properties: String = "null") -> String {
    #"{"type":"Feature","geometry":\#(geometry),"properties":\#(properties)}"#
  }

  private func point(_ coordinates: String) -> String { #"{"type":"Point","coordinates":\#(coordinates)}"# }

  private func collection(_ features: [String], _ member: String = "") -> String {
    #"{"type":"FeatureCollection",\#(member)"features":[\#(features.joined(separator: ","))]}"#
  }

  @Test("Each kind of geometry has its state")
  func states() throws {
    let source = try source(
      collection([
        feature(point("[-89.2,13.7]")), feature(point("[-89.2,13.7,650]")), feature("null"), feature(point("[]")),
        feature(point("[0,0]")),
        feature(point("[181,0]")), feature(point("[13.7,-91]")), feature(point("[1e999,2]")),
        feature(#"{"type":"MultiPoint","coordinates":[[1,2]]}"#), feature(#"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#),
        feature(#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#),
        feature(#"{"type":"GeometryCollection","geometries":[]}"#),
        feature(#"{"geometries":[{"coordinates":[5,6],"type":"Point"}],"type":"GeometryCollection"}"#), #"{"type":"Feature"}"#,
        feature(#"{"type":"MultiPoint","coordinates":[]}"#),
      ]))
    let (plain, faults) = try read(source)
    #expect(
      plain == [
        Record(line: 1, state: .located, x: -89.2, y: 13.7), Record(line: 2, state: .located, x: -89.2, y: 13.7),
        Record(line: 3, state: .noCoordinates), Record(line: 4, state: .noCoordinates), Record(line: 5, state: .nullIsland),
        Record(line: 6, state: .outOfRange), Record(line: 7, state: .outOfRange), Record(line: 8, state: .badNumber),
        Record(line: 9, state: .located, x: 1, y: 2), Record(line: 10, state: .notAPoint), Record(line: 11, state: .notAPoint),
        Record(line: 12, state: .noCoordinates), Record(line: 13, state: .located, x: 5, y: 6),
        Record(line: 14, state: .noCoordinates),
        Record(line: 15, state: .noCoordinates),
      ])
    #expect(faults == ["6: [181,0]", "7: [13.7,-91]", "8: [1e999,2]", "10: MultiPoint", "11: LineString"])
    let exploded = try read(source, explode: true).records
    #expect(exploded.count == 16)
    #expect(
      exploded[9...10] == [Record(line: 10, state: .located, x: 1, y: 2), Record(line: 10, state: .located, x: 3, y: 4)])
    #expect(try read(source, positions: false).records.allSatisfy { $0.state == .located })
  }

  @Test("Fields come as text, unescaped, whichever are asked for and in whatever order")
  func fields() throws {
    let p = point("[1,2]")
    let source = try source(
      collection([
        #"{"type":"Feature","id":7,"geometry":\#(p),"properties":{"kind":"robo \"a\" \u00e1","n":1.50,"ok":true,"x":null,"o":{"a":[1]}}}"#,
        feature(p, #"{"n":-2,"kind":"","late":1,"kind":"ñ"}"#), feature(p),
      ]))
    #expect(source.schema.fields == ["id", "kind", "n", "ok", "x", "o", "late"])
    #expect(source.schema.crs == .wgs84)
    let all = try read(source, fields: ["o", "kind", "n", "ok", "x", "id", "kind"]).records
    #expect(all[0].fields == [#"{"a":[1]}"#, #"robo "a" á"#, "1.50", "true", nil, "7", #"robo "a" á"#])
    #expect(all[1].fields == [nil, "ñ", "-2", nil, nil, nil, "ñ"])
    #expect(all[2].fields == [nil, nil, nil, nil, nil, nil, nil])
    #expect(try read(source, fields: ["n"]).records.map(\.fields) == [["1.50"], ["-2"], [nil]])
  }

  @Test("A bad line of a sequence is one rejected record; a bad feature of a collection ends the run")
  func badLines() throws {
    let good = feature(point("[1,2]"), #"{"a":"x"}"#)
    for separator in ["\n", "\r\n"] {
      let source = try source([good, "{\"type\":\"Feature\",", good, "nonsense", "", good].joined(separator: separator))
      let (found, faults) = try read(source, fields: ["a"])
      #expect(found.map(\.state) == [.located, .badRow, .located, .badRow, .located])
      #expect(found.map(\.line) == [1, 2, 3, 4, 5])
      #expect(found.map { $0.fields[0] } == ["x", nil, "x", nil, "x"])
      #expect(faults.map { String($0.prefix(11)) } == ["2: {\"type\":", "4: nonsense"])
    }
    let records = try read(source("\u{1E}\(good)\n\u{1E}{\"type\n\u{1E}\(good)\n")).records
    #expect(records.map(\.state) == [.located, .badRow, .located])
    let firstIsBad = try read(source("{\"type\":\n\(good)\n\(good)\n")).records
    #expect(firstIsBad.map(\.state) == [.badRow, .located, .located])
    #expect(throws: Failure.self) { try source(collection([good, #"{"type":"Feature","geometry":{"type":"Point"}}"#])) }
  }

  @Test("A bad encoding in a line is that and no more")
  func badEncoding() throws {
    let good = Array(feature(point("[1,2]"), #"{"a":"x"}"#).utf8)
    let bad = good.map { $0 == UInt8(ascii: "x") ? 0xE1 : $0 }
    let bytes = good + [0x0A] + bad + [0x0A] + good
    let source = try GeoJSONPointSource(name: "t", open: { PieceReader(bytes) })
    #expect(try read(source).records.map(\.state) == [.located, .badEncoding, .located])
  }

  @Test("A crs behind the features is known before the first record; in a stream it ends the run unless it says what was assumed")
  func lateCRS() throws {
    let features = "\"features\":[" + feature(point("[500000,1500000]")) + "]"
    func text(_ crs: String) -> String {
      #"{"type":"FeatureCollection",\#(features),"crs":{"type":"name","properties":{"name":"\#(crs)"}}}"#
    }
    let file = try source(text("urn:ogc:def:crs:EPSG::5460"))
    #expect(file.schema.crs == .epsg(5460))
    #expect(file.schema.notes.map(\.id) == ["geojson.legacy_crs"])
    #expect(try read(file).records == [Record(line: 1, state: .located, x: 500_000, y: 1_500_000)])
    let stream = try source(text("urn:ogc:def:crs:EPSG::5460"), isStream: true)
    #expect(throws: Failure.self) { try read(stream) }
    let same = try source(text("urn:ogc:def:crs:OGC:1.3:CRS84"), isStream: true)
    #expect(try read(same).records.map(\.state) == [.outOfRange])
    #expect(throws: Failure.self) { try same.makeReader(PointRequest()) }
  }

  @Test("Null island is one only where degrees are")
  func nullIsland() throws {
    func state(_ crs: String) throws -> RecordState {
      let member = #""crs":{"type":"name","properties":{"name":"\#(crs)"}},"#
      return try read(source(collection([feature(point("[0,0]"))], member))).records[0].state
    }
    #expect(try state("EPSG:4326") == .nullIsland)
    #expect(try state("EPSG:4674") == .nullIsland)
    #expect(try state("EPSG:32616") == .located)
  }

  @Test("Batches are the same whatever the pieces and the workers, in files of many windows too")
  func invariance() throws {
    var random = SplitMix64(seed: 12)
    let features = (0..<40_000).map { index in
      feature(
        point("[\(Double(Int.random(in: -1800...1800, using: &random)) / 10),\(index % 90)]"),
        #"{"n":\#(index),"kind":"\#(["robo", "hurto", "ñ}\\\""].randomElement(using: &random)!)"}"#)
    }
    for text in [collection(features), features.joined(separator: "\n"), features.joined(separator: " ")] {
      let source = try source(text)
      let expected = try read(source, fields: ["kind", "n"]).records
      #expect(expected.count == 40_000)
      #expect(expected.map(\.line) == Array(1...40_000))
      #expect(expected.map { $0.fields[1] } == (0..<40_000).map { String($0) })
      #expect(try read(source, fields: ["kind", "n"], workers: 4).records == expected)
      let pieces = try self.source(text, largest: 3000, isStream: true)
      #expect(try read(pieces, fields: ["kind", "n"], workers: 2).records == expected)
    }
  }
}
