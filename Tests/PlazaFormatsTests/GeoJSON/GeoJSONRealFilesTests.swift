import PlazaGeometry
import PlazaLayers
import Testing

@testable import PlazaFormats

@Suite("GeoJSON as people publish it", .enabled(if: SharedData.isPresent, "../shared/data is not there"))
struct GeoJSONRealFilesTests {
  /// Files with what the README of the test data says of them: features, vertices, CRS.
  private func described() throws -> [(path: String, kinds: String, features: Int, vertices: Int, crs: String?)] {
    let readme = String(decoding: try #require(SharedData.bytes("README.md")), as: UTF8.self)
    return readme.split(separator: "\n").compactMap { line in
      guard let path = line.firstMatch(of: /^- \*\*`([^`]+\.geojson(?:\.gz)?)`/),
        let counts = line.firstMatch(of: /([0-9]+) features \(([^)]*)\), ([0-9]+) vertices/)
      else { return nil }
      let crs = line.firstMatch(of: /CRS member `([^`]+)`/).map { String($0.1) }
      return (String(path.1), String(counts.2), Int(counts.1)!, Int(counts.3)!, crs)
    }
  }

  @Test("Every layer of areas has the features, vertices and CRS that are known of it")
  func areas() throws {
    var count = 0
    for file in try described() where file.kinds.contains("Polygon") && !file.kinds.contains("Point") {
      let bytes = try #require(SharedData.bytes(file.path))
      let reading = try readLayer(bytes, jobs: 2)
      #expect(reading.layer.featureCount == file.features, "\(file.path)")
      #expect(reading.layer.geometry.vertexCount == file.vertices, "\(file.path)")
      #expect(reading.layer.crs == file.crs.map { CRS($0) } ?? .wgs84, "\(file.path)")
      #expect(reading.notes.allSatisfy { $0.id == "geojson.legacy_crs" }, "\(file.path): \(reading.notes)")
      count += 1
    }
    #expect(count > 30)
  }

  @Test("Every set of points has its records")
  func points() throws {
    var count = 0
    for file in try described() where file.kinds.contains("Point") {
      // State-plane feet without a word about it: every record is out of range, rightly.
      if file.path.hasSuffix("baltimore.geojson") { continue }
      let bytes = try #require(SharedData.bytes(file.path))
      let source = try GeoJSONPointSource(name: file.path, open: { PieceReader(bytes) })
      let reader = try source.makeReader(PointRequest(fields: Array(source.schema.fields.indices)))
      var batch = PointBatch()
      var states: [RecordState: Int] = [:]
      while try reader.next(&batch) {
        for state in batch.states { states[state, default: 0] += 1 }
      }
      #expect(states.values.reduce(0, +) == file.features, "\(file.path)")
      let nullIsland = file.path == "cdmx/car_jacking_2019.geojson" ? 152 : 0
      #expect(states[.located] == file.features - nullIsland, "\(file.path) \(states)")
      #expect(states[.nullIsland, default: 0] == nullIsland, "\(file.path)")
      count += 1
    }
    #expect(count > 8)
  }

  @Test("The 8 districts of Peru without geometry stay features")
  func nullGeometries() throws {
    let layer = try readLayer(try #require(SharedData.bytes("peru/distrital.geojson.gz"))).layer
    #expect(layer.featureCount == 1834)
    #expect((0..<layer.featureCount).filter { layer.geometry.isEmpty(feature: $0) }.count == 8)
  }

  @Test("Names outside ASCII and codes with zeros arrive")
  func attributes() throws {
    let layer = try readLayer(try #require(SharedData.bytes("cdmx/alcaldias.geojson.gz"))).layer
    #expect(layer.columns.map(\.name).contains("CVEGEO"))
    #expect(layer.column(named: "CVEGEO")?.values[0] == .text("09002"))
    #expect(layer.column(named: "NOMGEO")?.values.contains(.text("Cuauhtémoc")) == true)
    #expect(layer.column(named: "fid")?.values[0] == .number("1"))
  }

  @Test("Every layer survives writing and reading, but for what rounding takes")
  func roundTrip() throws {
    for file in try described() where file.kinds.contains("Polygon") && !file.kinds.contains("Point") {
      let layer = try readLayer(try #require(SharedData.bytes(file.path))).layer
      guard layer.crs.isWGS84 else { continue }
      var once: [UInt8] = []
      let summary = try GeoJSONLayerWriter().write(layer) { once.append(contentsOf: $0) }
      let back = try readLayer(once, jobs: 2).layer
      #expect(back.columns == layer.columns, "\(file.path)")
      #expect(back.geometry.ringCount == layer.geometry.ringCount - summary.droppedRings, "\(file.path)")
      var twice: [UInt8] = []
      let second = try GeoJSONLayerWriter().write(back) { twice.append(contentsOf: $0) }
      #expect(second == CollapsedRings(), "\(file.path)")
      #expect(twice == once, "\(file.path)")
    }
  }

  @Test("Nasty files give an error inside themselves or a result, the same on any number of threads")
  func nasty() throws {
    var outcomes: [String: String] = [:]
    for folder in ["geojson_invalid_geometry", "geojsonhint", "tippecanoe", "turf", "json_test_suite"] {
      for path in SharedData.files(under: "nasty/" + folder) where !path.hasSuffix(".csv") {
        let bytes = try #require(SharedData.bytes(path))
        func outcome(_ jobs: Int, _ window: Int) -> Result<Layer, Failure> {
          do {
            return .success(
              try GeoJSONLayerSource(name: "t", open: { PieceReader(bytes) }, jobs: jobs, windowSize: window).readLayer().layer)
          } catch {
            return .failure(error as! Failure)
          }
        }
        let first = outcome(1, 1 << 20)
        #expect(outcome(2, 500) == first, "\(path)")
        if case .failure(let failure) = first {
          outcomes[String(path.split(separator: "/").last!)] = failure.diagnostic.id
          #expect(failure.kind == .notUnderstood, "\(path)")
          if let byte = failure.diagnostic.values["byte"].flatMap({ Int($0) }) {
            #expect((0...bytes.count).contains(byte), "\(path)")
          } else {
            #expect(["layer.no_areas", "geojson.crs_not_understood"].contains(failure.diagnostic.id), "\(path)")
          }
        }
        // The same file as records.
        do {
          let source = try GeoJSONPointSource(name: "t", open: { PieceReader(bytes) })
          let reader = try source.makeReader(PointRequest(fields: Array(source.schema.fields.indices), explode: true))
          var batch = PointBatch()
          while try reader.next(&batch) {}
        } catch { #expect(error is Failure, "\(path)") }
      }
    }
    // Sound files are refused only for holding no areas.
    for path in SharedData.files(under: "nasty/geojson_invalid_geometry/valid")
      + SharedData.files(under: "nasty/geojsonhint/good")
    {
      let id = outcomes[String(path.split(separator: "/").last!)]
      #expect(id == nil || id == "layer.no_areas", "\(path): \(id ?? "")")
    }
  }
}
