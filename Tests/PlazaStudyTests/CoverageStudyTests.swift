import Foundation
import PlazaAnalysis
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats
@testable import PlazaStudy

/// Coverage as a step of a study: four quarters of a town, three spaces, streets and incidents.
@Suite struct CoverageStudyTests {
  private let folder = TemporaryFolder()

  init() {
    func square(_ code: String, _ x: Double, _ y: Double, _ people: Int) -> String {
      let side = 0.01
      let ring = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)].map { "[\($0.0),\($0.1)]" }
      return
        "{\"type\":\"Feature\",\"properties\":{\"codigo\":\"\(code)\",\"nombre\":\"Barrio \(code)\",\"poblacion\":\(people)},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[\(ring.joined(separator: ","))]]}}"
    }
    func collection(_ features: [String]) -> String {
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
    }
    folder.write(
      "barrios.geojson",
      collection([
        square("01", -89.2, 13.7, 900), square("02", -89.19, 13.7, 1200), square("03", -89.2, 13.71, 0),
        square("04", -89.19, 13.71, 300),
      ]))
    folder.write(
      "espacios.csv",
      "id;estado;lon;lat\n1;recuperado;-89,195;13,705\n2;recuperado;-89,185;13,705\n3;pendiente;-89,185;13,715\n4;recuperado;-89,3;13,705\n"
    )
    folder.write(
      "calles.geojson",
      collection([13.702, 13.705, 13.708, 13.715].map { line(-89.2, $0, -89.18, $0) } + [line(-89.195, 13.7, -89.195, 13.71)]))
    folder.write("robos.csv", "lon,lat\n-89.195,13.705\n-89.1949,13.7051\n-89.181,13.719\n-80,10\nNA,NA\n")
  }

  private func line(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> String {
    "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[\(a),\(b)],[-89.195,\(a == c ? 13.705 : b)],[\(c),\(d)]]}}"
  }

  private func run(_ more: String, jobs: Int = 2) async throws -> StudyRun {
    let steps =
      "study: s\nsteps:\n  - coverage: cerca\n    spaces: espacios.csv\n    areas: barrios.geojson\n    only: {estado: recuperado}\n"
      + more
    let study = try Study(path: folder.write("study.yaml", steps))
    return try await StudyRun.run(study, folder: folder.path + "/out", force: true, jobs: jobs, progress: SilentProgress())
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder.path + "/out/" + name, encoding: .utf8)
  }

  private static let all = """
        population: poblacion
        distance: [300, 400]
        streets: calles.geojson
        snap: 2
        incidents: robos.csv
        service: true
        gaps: true
        map: true

    """

  @Test func `nobody of the next area is among those who may live within a distance`() async throws {
    // Far enough to reach over every border.
    _ = try await run("    population: poblacion\n    distance: [1000]\n")
    let people = ["01": 900.0, "02": 1200, "03": 0, "04": 300]
    let rows = try text("cerca.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.count == 4)
    for row in rows {
      let most = try #require(people[row[0]])
      let (low, total, high) = (Double(row[7]) ?? -1, Double(row[6]) ?? -1, Double(row[8]) ?? -1)
      #expect(0 <= low && low <= total && total <= high && high <= most, "\(row)")
    }
    let summary = try #require(JSONSerialization.jsonObject(with: Data(text("cerca.json").utf8)) as? [String: Any])
    for band in try #require(summary["coverage"] as? [[String: Any]]) {
      #expect(abs(try #require(band["of_population"] as? Double) - 2400) < 2400e-9)
    }
  }

  @Test func `every output is written, with a style beside each layer`() async throws {
    _ = try await run(Self.all)
    for name in [
      "cerca.geojson", "cerca.qml", "cerca.svg", "cerca.csv", "cerca.json", "cerca-service.geojson", "cerca-service.qml",
      "cerca-gaps.geojson", "cerca-gaps.qml",
    ] { #expect(try !text(name).isEmpty, "\(name)") }
    let layer = try text("cerca.geojson")
    for field in [
      "covered_300_share", "covered_400_population_walk", "covered_400_incidents", "nearest_space_m", "access_300_walk",
    ] {
      #expect(layer.contains("\"\(field)\":"), "\(field)")
    }
    let table = try text("cerca.csv").split(separator: "\n")
    #expect(table[0] == "code,name,distance,mode,sex,age,population,population_low,population_high" && table.count == 1 + 4 * 4)
    #expect(try text("cerca.svg").contains("in a straight line"))
    #expect(try text("cerca-gaps.geojson").contains("\"incidents\":"))
  }

  @Test func `the summary accounts for spaces and records, and calls the straight line an upper bound`() async throws {
    let run = try await run(Self.all)
    let result = try #require(run.steps.first?.outcome.result as? CoverageResult)
    #expect(result.spaces.read == 4 && result.spaces.filtered == 1 && result.spaces.far == 1 && result.spaces.used == 2)
    #expect(result.account.read == 5 && result.account.joined == 3 && result.account.outside == 1 && result.account.isBalanced)
    #expect(result.totals.map { $0.records } == [2, 2, 2, 2] && result.totals[0].ofRecords == 3)
    let summary = try text("cerca.json")
    #expect(summary.contains("\"schema\": \"plaza.coverage/1\"") && summary.contains("\"upper_bound\": true"))
    #expect(summary.contains("\"share_of\": \"people\"") && summary.contains("\"people_by\": \"areal\""))
    #expect(result.findings.contains { $0.id == "coverage.upper_bound" })
  }

  @Test func `the same bytes come out for any number of workers`() async throws {
    var outputs: [[String]] = []
    for jobs in [1, 4] {
      _ = try await run(Self.all, jobs: jobs)
      outputs.append(
        try ["cerca.geojson", "cerca-service.geojson", "cerca-gaps.geojson", "cerca.csv", "cerca.json", "cerca.svg"].map(text))
    }
    #expect(outputs[0] == outputs[1])
  }

  @Test func `people may come from blocks of their own, by sex`() async throws {
    folder.write(
      "manzanas.csv",
      "lon,lat,poblacion,mujeres,hombres\n-89.195,13.7055,100,60,40\n-89.1955,13.7152,50,20,30\n-89.05,13.7,7,4,3\n")
    let run = try await run("    people: manzanas.csv\n    distance: 400\n")
    let result = try #require(run.steps.first?.outcome.result as? CoverageResult)
    #expect(result.totals[0].people == 100 && result.totals[0].ofPeople == 150)
    let rows = try text("cerca.csv").split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows.contains { $0[0] == "01" && $0[4] == "female" && $0[6] == "60" })
    #expect(rows.contains { $0[0] == "02" && $0[4] == "" && $0[6] == "0" })
  }

  @Test(arguments: [
    ("distance: 0", "takes.list.number"), ("distance: [400, 400]", "takes.list.number"), ("band: -1", "takes.number"),
    ("walk: true", "study.unknown_key"),
  ])
  func `what a study cannot ask is refused with its line`(line: String, id: String) async throws {
    let failure = await #expect(throws: Failure.self) { _ = try await run("    \(line)\n") }
    let diagnostic = try #require(failure?.diagnostic)
    #expect(diagnostic.id == id, "\(diagnostic)")
    #expect((diagnostic.place.map { String($0.line) } ?? diagnostic.values["line"]) == "7")
  }
}
