import Foundation
import PlazaGEOS
import PlazaGeometry
import Testing

/// The layers shared beside the repository, which are not part of it.
private let data = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("shared/data")
private let isPresent = FileManager.default.fileExists(atPath: data.path)

/// Reads the polygons of a GeoJSON layer, one feature each, in the order of the file; features without coordinates are passed over.
///
/// Foundation's JSON is not used: it rounds numbers of many digits wrongly, which makes a sound ring of one layer cross itself.
private func layer(_ name: String) throws -> PolygonColumn {
  let process = Process()
  let output = Pipe()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["gzip", "-dcf", data.appendingPathComponent(name).path]
  process.standardOutput = output
  try process.run()
  let bytes = [UInt8](try output.fileHandleForReading.readToEnd() ?? Data())
  process.waitUntilExit()
  let key = Array("\"coordinates\"".utf8)
  var column = PolygonColumn()
  var index = 0
  while index + key.count < bytes.count {
    guard bytes[index] == key[0], bytes[index..<index + key.count].elementsEqual(key) else {
      index += 1
      continue
    }
    index += key.count
    var depth = 0
    var positionDepth = 0
    var values: [Double] = []
    var number: [UInt8] = []
    repeat {
      let byte = bytes[index]
      index += 1
      if byte != 0x5B, byte != 0x5D, byte != 0x2C {  // not [ ] ,
        if depth > 0, byte > 0x20 { number.append(byte) }
        continue
      }
      if !number.isEmpty {
        positionDepth = depth
        values.append(try #require(Double(String(decoding: number, as: UTF8.self))))
        number = []
      }
      if byte == 0x5B { depth += 1 }
      if byte == 0x5D {
        if depth == positionDepth {
          column.append(interleaved: values.prefix(2))
          values = []
        } else if depth == positionDepth - 1 {
          column.endRing()
        } else if depth == positionDepth - 2 {
          column.endPolygon()
        }
        depth -= 1
      }
    } while depth > 0 || bytes[index - 1] != 0x5D
    column.endFeature()
  }
  return column
}

@Suite(.enabled(if: isPresent, "the shared data are not here")) struct RealLayerTests {
  /// The counts of invalid features are those of the data's own description.
  @Test(arguments: [
    ("cdmx/colonias.geojson.gz", 2), ("cdmx/colonias_iecm.geojson.gz", 14), ("medellin/comunas.geojson.gz", 10),
    ("nyc/precincts.geojson.gz", 1), ("barranquilla/barrios_epsg3116.geojson.gz", 1), ("memphis/precincts.geojson.gz", 1),
    ("brasil/municipios.geojson.gz", 46),
  ])
  func `a published layer is repaired without moving what is inside`(name: String, invalid: Int) async throws {
    let before = try layer(name)
    let (after, repairs) = try await GEOS.repaired(before, jobs: 2)
    #expect(repairs.count == invalid, "\(repairs.prefix(3))")
    #expect(after.featureCount == before.featureCount)
    #expect(try await GEOS.invalidFeatures(of: after, jobs: 2).isEmpty)
    for repair in repairs {
      expectSameInside(before, after, feature: repair.feature, points: 200, seed: UInt64(repair.feature))
    }
  }
}
