import Foundation
import PlazaAnalysis
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats
@testable import PlazaStudy

/// Comparison and concentration as steps of a study, on the records of the first sample study.
@Suite struct ChangeStudyTests {
  private let folder = TemporaryFolder()
  private static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "GeoData/studies/amss/data").path

  private static let steps = """
      - compare: boletin
        points: DATA/delitos.csv
        areas: DATA/municipios.geojson
        by: delito
        when: fecha
        periods: [month, ytd]
        until: 2016-10
      - concentration: concentrado
        points: DATA/delitos.csv
        areas: DATA/municipios.geojson
        by: delito
        when: fecha
        from: 2016
        draws: 199
      - join: meses
        points: DATA/delitos.csv
        areas: DATA/municipios.geojson
        by: delito
        when: fecha
        period: month
    """

  private func run(_ steps: String, jobs: Int = 2) async throws -> StudyRun {
    let study = try Study(path: folder.write("study.yaml", "study: s\nsteps:\n" + steps.replacing("DATA", with: Self.data)))
    return try await StudyRun.run(study, folder: folder.path + "/out", force: true, jobs: jobs, progress: SilentProgress())
  }

  private func rows(_ name: String) throws -> [[String]] {
    try String(contentsOfFile: folder.path + "/out/\(name).csv", encoding: .utf8).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func failure(_ steps: String) async -> String? {
    do {
      _ = try await run(steps)
      return nil
    } catch {
      guard let found = (error as? Failure)?.diagnostic else { return "\(error)" }
      return "\(found.id) \(found.place.map { String($0.line) } ?? found.values["line"] ?? "")"
    }
  }

  @Test func `a bulletin counts what a join by months counts`() async throws {
    _ = try await run(Self.steps)
    var months: [String: Int] = [:]
    for row in try rows("meses") {
      for kind in row[0].isEmpty ? [row[1], "*"] : [row[1]] { months["\(row[0])|\(kind)|\(row[2])", default: 0] += Int(row[3])! }
    }
    func sum(_ row: [String], _ year: Int, _ first: Int) -> Int {
      (first...10).reduce(0) { $0 + (months["\(row[0])|\(row[1])|\(year)-\($1 < 10 ? "0" : "")\($1)"] ?? 0) }
    }
    let table = try rows("boletin")
    #expect(table.count > 100)
    #expect(Set(table.map { $0.prefix(3).joined(separator: "|") }).count == table.count, "two rows of one name")
    for row in table {
      let first = row[2] == "month" ? 10 : 1
      #expect(Int(row[7]) == sum(row, 2016, first) && Int(row[8]) == sum(row, 2015, first), "\(row)")
    }
  }

  @Test func `both write a layer, a table and a summary, the same for any number of workers, and are verified`() async throws {
    let names = ["boletin", "concentrado"].flatMap { name in ["csv", "geojson", "json"].map { "\(name).\($0)" } }
    var bytes: [[Data]] = []
    for jobs in [1, 3] {
      _ = try await run(Self.steps, jobs: jobs)
      bytes.append(try names.map { try Data(contentsOf: URL(filePath: folder.path + "/out/\($0)")) })
    }
    #expect(bytes[0] == bytes[1])
    for (name, schema) in [("boletin", "plaza.compare/1"), ("concentrado", "plaza.concentration/1")] {
      let data = try Data(contentsOf: URL(filePath: folder.path + "/out/\(name).json"))
      let summary = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      #expect(summary["schema"] as? String == schema && summary["release"] as? String == "internal")
    }
    let verification = try await StudyVerification.run(
      manifest: folder.path + "/out/manifest.json", study: nil, temporaryFolder: folder.path, jobs: 2, progress: SilentProgress())
    #expect(verification.isIdentical)
  }

  @Test func `a study is refused that says what the verbs do not know`() async {
    let step = "  - compare: b\n    points: DATA/delitos.csv\n    areas: DATA/municipios.geojson\n"
    #expect(await failure(step + "    periods: [month, decade]\n") == "takes.list.of 6")
    #expect(await failure(step + "    against: yesterday\n") == "takes.one 6")
    #expect(await failure(step + "    population: poblacion\n") == "study.unknown_key 6")
    #expect(await failure(step.replacing("compare", with: "concentration") + "    draws: 3\n") == "takes.whole 6")
  }
}
