import PlazaFormats
import PlazaGeometry
import PlazaLayers
import Testing

@testable import PlazaStudy

@Suite struct InfoAreasTests {
  private let folder = TestFolder()

  private func collection(_ features: [String], crs: String = "") -> String {
    "{\"type\": \"FeatureCollection\", \(crs)\"features\": [" + features.joined(separator: ",\n") + "]}"
  }

  private func feature(_ geometry: String, _ properties: String) -> String {
    "{\"type\": \"Feature\", \"properties\": {\(properties)}, \"geometry\": \(geometry)}"
  }

  private func square(_ x: Int) -> String {
    "{\"type\": \"Polygon\", \"coordinates\": [[[\(x),0],[\(x + 1),0],[\(x + 1),1],[\(x),1],[\(x),0]]]}"
  }

  private let bowTie = "{\"type\": \"Polygon\", \"coordinates\": [[[8,0],[9,1],[9,0],[8,1],[8,0]]]}"

  @Test func `areas are counted and checked, and their fields proposed`() async throws {
    let text = collection([
      feature(square(0), "\"cod_mun\": \"01\", \"nombre\": \"Norte\", \"poblacion\": 1200, \"cve_ent\": 6"),
      feature(square(2), "\"cod_mun\": \"02\", \"nombre\": \"Sur\", \"poblacion\": 900, \"cve_ent\": 6"),
      feature(bowTie, "\"cod_mun\": \"03\", \"nombre\": \"Cruz\", \"poblacion\": 900.0, \"cve_ent\": null"),
      feature("null", "\"cod_mun\": \"04\", \"nombre\": \"Sin\", \"poblacion\": null, \"cve_ent\": 7"),
    ])
    let info = try await FileInfo.read(try folder.file("a.geojson", text), jobs: 2)
    let areas = try #require(info.areas)
    #expect(areas.features == 4 && areas.polygons == 3 && areas.rings == 3 && areas.vertices == 15 && areas.withoutGeometry == 1)
    #expect(areas.invalidCount == 1 && areas.invalid.first?.feature == 3)
    #expect(areas.invalid.first?.place == Coordinate(x: 8.5, y: 0.5))
    #expect(areas.codeFields.first == "cod_mun" && areas.nameField == "nombre" && areas.populationFields == ["poblacion"])
    #expect(info.field("nombre")?.isMasked == false)
    #expect(info.extent == Envelope(minX: 0, minY: 0, maxX: 9, maxY: 1))
    #expect(
      info.problemIDs == [
        "info.problem.invalid", "info.problem.without_geometry", "info.problem.null_codes", "info.problem.repeated_codes",
      ])
  }

  @Test func `a legacy CRS is named, and coordinates that are not its own are noticed`() async throws {
    let crs = "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::3116\"}}, "
    let info = try await FileInfo.read(
      try folder.file("b.geojson", collection([feature(square(0), "\"code\": 1")], crs: crs)), jobs: 1)
    #expect(info.crs.source == .crsMember && info.crs.title == "MAGNA-SIRGAS / Colombia Bogota zone")
    #expect(info.problemIDs == ["info.problem.degrees_as_metres"])
    let metres = "{\"type\": \"Polygon\", \"coordinates\": [[[480000,0],[480001,0],[480001,1],[480000,0]]]}"
    let bare = try await FileInfo.read(try folder.file("c.geojson", collection([feature(metres, "\"code\": 1")])), jobs: 1)
    #expect(bare.problemIDs == ["info.problem.layer_not_degrees"])
  }

  @Test func `points, lines and mixtures are told apart`() async throws {
    let point = "{\"type\": \"Point\", \"coordinates\": [-89.2, 13.7]}"
    let line = "{\"type\": \"LineString\", \"coordinates\": [[0,0],[1,1]]}"
    let points = try await FileInfo.read(
      try folder.file("d.geojson", collection([feature(point, "\"tipo\": \"a\""), feature(line, "\"tipo\": \"b\"")])), jobs: 1)
    #expect(points.records?.counts.located == 1 && points.records?.counts[.notAPoint] == 1)
    let lines = try await FileInfo.read(
      try folder.file("e.geojson", collection([feature(line, "\"nombre\": \"b\""), feature(line, "\"nombre\": \"c\"")])), jobs: 1)
    guard case .other(let census) = lines.content else {
      Issue.record("lines were taken for something else")
      return
    }
    #expect(census.lines == 2 && lines.problemIDs == ["info.problem.not_joinable"] && lines.field("nombre")?.isMasked == true)
    let empty = try await FileInfo.read(try folder.file("f.geojson", collection([])), jobs: 1)
    #expect(empty.problemIDs == ["info.problem.no_records"])
  }

  @Test func `the doctor knows every library and says what is missing`() {
    var report = DoctorReport(searchPath: "/nowhere", processors: 4)
    #expect(report.ogr2ogr == nil)
    #expect(report.libraries.map(\.name) == ["geos", "proj", "zlib", "libtiff", "SQLite", "expat", "libxlsxwriter", "libcrypto"])
    let versions = report.libraries.map { $0.version ?? "" }
    #expect(versions.allSatisfy { !$0.isEmpty })
    report.database = nil
    report.triedForDatabase = ["PROJ_DATA=/nowhere"]
    #expect(!report.isHealthy && report.problems.map(\.id) == ["doctor.no_database"])
  }
}
