import Foundation
import PlazaGeometry
import PlazaPROJ
import Testing

/// The layers shared beside the repository, which are not part of it.
private let data = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("shared/data")
private let isPresent = FileManager.default.fileExists(atPath: data.path)

private func inflated(_ name: String) throws -> String {
  let process = Process()
  let output = Pipe()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["gzip", "-dc", data.appendingPathComponent(name).path]
  process.standardOutput = output
  try process.run()
  let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return String(decoding: bytes, as: UTF8.self)
}

@Suite(.enabled(if: isPresent, "the shared data are not here")) struct RealTransformTests {
  @Test func `New York's feet become its degrees`() throws {
    let lines = try inflated("nyc/shootings.csv.gz").split(separator: "\n")
    var x: [Double] = []
    var y: [Double] = []
    var expected: [Coordinate] = []
    for line in lines.dropFirst() {
      // The last four fields are numbers; quoted commas stand only before them.
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).suffix(4).map { Double($0) }
      guard let easting = fields[0], let northing = fields[1], let latitude = fields[2], let longitude = fields[3] else {
        continue
      }
      x.append(easting)
      y.append(northing)
      expected.append(Coordinate(x: longitude, y: latitude))
    }
    let box = Envelope(minX: -74.3, minY: 40.45, maxX: -73.65, maxY: 40.95)
    let chosen = try Transformation.best(from: .epsg(2263), to: .wgs84, areaOfInterest: box, in: ProjContext())
    let transformer = try Transformer(chosen)
    x.withUnsafeMutableBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in #expect(transformer.transform(x: x, y: y) == 0) }
    }
    let far = expected.indices.filter { abs(x[$0] - expected[$0].x) > 1e-5 || abs(y[$0] - expected[$0].y) > 1e-5 }
    #expect(expected.count == 27_898)
    #expect(far.isEmpty, "\(far.count) differ, first \(far.prefix(3).map { (lines[$0 + 1], x[$0], y[$0]) })")
  }

  @Test func `Vancouver's thefts fall into Vancouver`() throws {
    let box = Envelope(minX: -123.3, minY: 49.15, maxX: -122.95, maxY: 49.35)
    let chosen = try Transformation.best(from: .epsg(26910), to: .wgs84, areaOfInterest: box, in: ProjContext())
    let transformer = try Transformer(chosen)
    var located = 0
    var outside = 0
    for line in try inflated("vancouver/thefts_2020.csv.gz").split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).suffix(2).map { Double($0) ?? 0 }
      guard fields[0] > 0, let position = transformer.transform(Coordinate(x: fields[0], y: fields[1])) else { continue }
      located += 1
      if !box.contains(x: position.x, y: position.y) { outside += 1 }
    }
    #expect(located > 20_000)
    #expect(outside == 0)
  }

  @Test func `Barranquilla's box in metres is its box in degrees`() throws {
    // The layer's legacy `crs` member says EPSG:3116; the box in degrees stands in its description.
    let text = try inflated("barranquilla/barrios_epsg3116.geojson.gz")
    let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    var values: [Double] = []
    func collect(_ value: Any) {
      guard let list = value as? [Any] else { return }
      if let pair = list as? [Double], pair.count >= 2 {
        values += pair.prefix(2)
      } else {
        list.forEach(collect)
      }
    }
    for feature in root["features"] as? [[String: Any]] ?? [] {
      collect((feature["geometry"] as? [String: Any])?["coordinates"] as Any)
    }
    let box = Envelope(minX: -75, minY: 10.8, maxX: -74.7, maxY: 11.1)
    let chosen = try Transformation.best(from: .epsg(3116), to: .wgs84, areaOfInterest: box, in: ProjContext())
    let transformer = try Transformer(chosen)
    #expect(values.withUnsafeMutableBufferPointer { transformer.transform(interleaved: $0) } == 0)
    var found = Envelope()
    for index in stride(from: 0, to: values.count, by: 2) { found.expand(x: values[index], y: values[index + 1]) }
    #expect(abs(found.minX + 74.897) < 1e-3 && abs(found.maxX + 74.757) < 1e-3)
    #expect(abs(found.minY - 10.881) < 1e-3 && abs(found.maxY - 11.045) < 1e-3)
  }
}
