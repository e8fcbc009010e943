import Foundation
import PlazaFormats
import PlazaGeometry
import PlazaLayers
internal import PlazaRecords
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaStudy

private let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data")

/// The verb `exposure` as a study runs it, on a made city and on published layers.
@Suite struct ExposureStudyTests {
  private let folder = TemporaryFolder()

  private func feature(_ west: Double, _ south: Double, _ width: Double, _ height: Double, _ properties: String) -> String {
    let (east, north) = (west + width, south + height)
    let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    let ring = corners.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    return "{\"type\":\"Feature\",\"properties\":{\(properties)},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[\(ring)]]}}"
  }

  private func write(_ name: String, _ features: [String]) {
    folder.write(name, "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}")
  }

  private func writeCity(reversed: Bool = false) {
    var areas: [String] = []
    for place in 0..<16 {
      let (west, south) = (-89.2 + Double(place % 4) * 0.01, 13.6 + Double(place / 4) * 0.01)
      areas.append(
        feature(
          west, south, 0.01, 0.01,
          "\"codigo\":\"\(100 + place)\",\"nombre\":\"B\(place)\",\"gente\":\(100 * place),\"mujeres\":\(60 * place),\"hombres\":\(40 * place)"
        ))
    }
    write("areas.geojson", areas)
    let flood = [
      feature(-89.21, 13.605, 0.03, 0.01, "\"clase\":\"Alta\""), feature(-89.2, 13.6, 0.02, 0.02, "\"clase\":\"Baja\""),
      feature(-89.18, 13.62, 0.01, 0.01, "\"clase\":null"),
    ]
    write("flood.geojson", reversed ? flood.reversed() : flood)
    write(
      "slide.geojson", [feature(-89.17, 13.6, 0.005, 0.04, "\"grado\":3"), feature(-89.175, 13.6, 0.005, 0.04, "\"grado\":1")])
    let spaces = ["Parque,-89.195,13.607", "Plaza,-89.165,13.63", "Cancha,-89.185,13.635"]
    folder.write("spaces.csv", "nombre,lon,lat\n" + spaces.joined(separator: "\n") + "\n")
    let records = ["-89.199,13.606", "-89.199,13.601", "-89.161,13.639", "-80,10", "NA,NA"]
    folder.write("records.csv", "lon,lat\n" + (reversed ? records.reversed() : records).joined(separator: "\n") + "\n")
    // Four cells of 0.02°, one without a value, in degrees.
    folder.write(
      "people.asc",
      "ncols 2\nnrows 2\nxllcorner -89.2\nyllcorner 13.6\ncellsize 0.02\nNODATA_value -9\n10 -9\n40 20\n")
    folder.write(
      "study.yaml",
      """
      study: s
      steps:
        - exposure: own
          areas: areas.geojson
          code: codigo
          population: gente
          hazards: [flood=flood.geojson:clase, slide=slide.geojson:grado]
          order: [flood=baja,alta, slide=1,2,3]
          hazard-kind: susceptibility
          hazard-date: [flood=2021, slide=2019]
          hazard-scale: 1:50000
          frequency: flood:alta=0.1,flood:baja=0.02
          spaces: spaces.csv
          incidents: records.csv
          map: true
          rejects: true
        - exposure: cells
          areas: areas.geojson
          code: codigo
          raster: {file: people.asc, crs: EPSG:4326}
          hazards: flood=flood.geojson:clase
      """)
  }

  private func run(_ name: String, jobs: Int) async throws -> StudyRun {
    try await StudyRun.run(
      Study(path: folder.path + "/study.yaml"), folder: folder.path + "/" + name, force: true, jobs: jobs,
      progress: SilentProgress())
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: folder.path + "/" + path, encoding: .utf8) }

  @Test func `a study writes every file, and the same whatever the workers and the order`() async throws {
    writeCity()
    let first = try await run("one", jobs: 1)
    let names = [
      "own.geojson", "own.qml", "own.csv", "own.json", "own.svg", "own-spaces.geojson", "own-spaces.qml", "own-rejects.csv",
      "cells.geojson", "cells.qml", "cells.csv", "cells.json",
    ]
    let wanted = try names.map { try text("one/\($0)") }
    #expect(wanted.allSatisfy { !$0.isEmpty })
    writeCity(reversed: true)
    _ = try await run("two", jobs: 3)
    for (name, before) in zip(names, wanted) { #expect(try text("two/\(name)") == before, "\(name)") }

    let account = try #require(first.steps[0].outcome.records).account
    #expect(account.read == 5 && account.joined == 3 && account.outside == 1 && account.unlocated == 1)
    #expect(first.steps[1].outcome.records == nil)
    // Kind, date and scale are all known of both.
    #expect(!first.steps[0].outcome.warnings.contains { $0.id == "exposure.undocumented" })
    #expect(first.steps[1].outcome.warnings.contains { $0.id == "exposure.undocumented" })

    let table = try text("one/own.csv")
    #expect(
      table.hasPrefix("code,name,hazard,class,sex,age,population,population_low,population_high,method,km2,share\n"))
    #expect(table.contains("\n101,B1,flood,alta,female,,"))
    #expect(table.contains("\n,,flood,alta,,,"))
    let all = wanted.joined().lowercased()
    for word in ["sdg", "ods ", "sendai", "11.5", "13.1.1", "riesgo", "\"risk"] { #expect(!all.contains(word), "\(word)") }
    #expect(try text("one/own-spaces.geojson").contains("Parque"))
    #expect(try !text("one/own-spaces.geojson").contains("Cancha"))
  }

  @Test func `people of a raster are those of its cells, by the share within`() async throws {
    writeCity()
    let study = try await run("one", jobs: 2)
    let result = try #require(study.steps[1].outcome.result as? ExposureResult)
    #expect(abs(result.people!.total.total - 70) < 1e-3 && result.people?.method == "raster")
    // Flood: the lower left cell whole (40), and of the lower right one what the high class reaches: 0.01° by 0.01° of 0.02° by 0.02°.
    let any = try #require(result.zones.last)
    #expect(abs(any.total.people!.total - 40) < 1e-4)
    // The four areas on the cell without a value have nobody that is known.
    #expect(result.people?.unknownAreas == 4)
    let told = result.warnings.map(\.id)
    #expect(told.contains("people.beyond_raster"))
  }

  @Test(arguments: [
    ("flood", "takes.hazards"), ("flood=flood.geojson", "exposure.needs_field"),
    ("flood=flood.geojson:none", "exposure.no_field"),
    ("a b=flood.geojson:clase", "exposure.bad_name"),
    ("slide=areas.geojson:nombre", "exposure.no_order"), ("slide=spaces.csv:nombre", "exposure.no_zones"),
  ])
  func `a hazard that is not understood ends the run with the reason`(text: String, id: String) async throws {
    writeCity()
    let failure = await #expect(throws: Failure.self) {
      let step = try step(
        ExposureVerb.self, ["areas.geojson", "--code", "codigo", "--hazards", text], name: "x", folder: folder.path)
      _ = try await step.run(into: OutputSet(force: true), StepContext(jobs: 1))
    }
    #expect(failure?.diagnostic.id == id)
  }

  private func exposure(
    _ areas: String, _ hazard: String, people: String? = nil, code: String
  ) async throws -> ExposureResult {
    let step = try step(
      ExposureVerb.self,
      [areas, "--hazards", "zone=\(hazard)", "--code", code] + (people.map { ["--people", $0] } ?? []), name: "x",
      folder: shared.appendingPathComponent("hazards_inasafe").path)
    let outcome = try await step.run(into: OutputSet(force: true), StepContext(jobs: 2))
    return try #require(outcome.result as? ExposureResult)
  }

  private static let isPresent = FileManager.default.fileExists(atPath: shared.appendingPathComponent("hazards_inasafe").path)

  /// GeoPandas 1.2 `intersection` on layers cut into pieces of 0.0005° and projected to the same CRS; the surfaces are those of
  /// InaSAFE's own aggregate_classified_hazard.geojson.
  @Test(.enabled(if: isPresent, "shared/data is not beside the repository"))
  func `InaSAFE's classified hazard falls on areas as its published result and GeoPandas have it`() async throws {
    let result = try await exposure(
      "small_grid.geojson", "classified_vector.geojson:hazard_value", people: "population_gisv4.geojson",
      code: "area_id")
    // Within the union of the areas, which lie on each other by 3 parts in a million.
    let wanted: [(slug: String, km2: [Double], total: Double, people: Double, women: Double)] = [
      ("zone_high", [9.41172178642, 0, 15.1363519273 + 8.29686172022], 32.84474930880332, 139.5108894878736, 24.755444743936827),
      (
        "zone_medium", [4.71048617749, 24.5539883968 + 4.7851353066, 15.0527403749], 49.10188998771339, 38.3271640727047,
        19.16358203635235
      ),
      ("zone_low", [0, 0, 0], 0, 0, 0),
    ]
    let layer = try result.makeLayer()
    for (zone, row) in zip(result.zones, wanted) {
      #expect(zone.slug == row.slug)
      let found = layer.column(named: row.slug + "_km2")!.values.map { Double($0.text!)! }
      for (one, other) in zip(found, row.km2) { #expect(abs(one - other) < 1e-6 * max(1, other), "\(row.slug)") }
      #expect(abs(zone.total.surface / 1e6 - row.total) < 1e-6 * max(1, row.total))
      #expect(abs(zone.total.people!.total - row.people) < 1e-6 * max(1, row.people))
      #expect(abs(zone.total.people!.groups[0] - row.women) < 1e-6 * max(1, row.women))
    }
    #expect(result.warnings.contains { $0.id == "exposure.without_class" })
    #expect(abs(result.people!.total.total - 237.5826408902312) < 1e-4)
    #expect(abs(result.zones.last!.outside / 1e6 - (49.0873415877319 - 32.84474930880332 + 24.548811019069298)) < 1e-4)
  }

  @Test(.enabled(if: isPresent, "shared/data is not beside the repository"))
  func `an invalid hazard of one district is cut as GeoPandas cuts it`() async throws {
    let result = try await exposure(
      "union_check_aggregation.geojson", "union_check_hazard.geojson:hazard_class", code: "aggregation_id")
    let zone = try #require(result.zones.first)
    #expect(abs(zone.total.surface / 1e6 / 0.1773923649955529 - 1) < 1e-6)
    #expect(abs((result.zones.last!.outside + result.zones.last!.total.surface) / 1e6 / 0.4569254225978585 - 1) < 1e-6)
    #expect(abs(result.surface / 3.9941966423583026 - 1) < 1e-6)
  }
}
