import Foundation
import PlazaAnalysis
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats
@testable import PlazaStudy

/// The maker of the La Paz study wrote down what a join by levels must find.
@Suite struct LevelsStudyTests {
  private let folder = TemporaryFolder()
  private static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "GeoData/studies/la-paz/data").path

  private func yaml(_ step: String) -> String { "study: s\nsteps:\n" + step.replacing("DATA", with: Self.data) }

  private static let fourLevels = """
      - join: niveles
        points: DATA/delitos.csv
        areas: [DATA/otb.geojson, DATA/distritos.geojson, DATA/macrodistritos.geojson, DATA/municipio.geojson]
        level-name: [otb, distrito, macrodistrito, municipio]
        code: [codigo, codigo, codigo, codigo]
        name: [nombre, nombre, nombre, nombre]
        parent: [distrito, macrodistrito, municipio]
        key: ["", distrito, "", cod_municipio]
        key-name: [otb, "", macrodistrito]
        aliases: DATA/alias.csv
        declared: distrito
        disagree: true
        min-match: 95 %
    """

  private func run(_ step: String, jobs: Int, force: Bool = false) async throws -> StudyRun {
    let study = try Study(path: folder.write("study.yaml", yaml(step)))
    return try await StudyRun.run(
      study, folder: folder.path + "/out", force: force, jobs: jobs, progress: SilentProgress())
  }

  private func levels(_ key: String) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(filePath: Self.data + "/truth.json"))
    let all = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require(all[key] as? [String: Any])
  }

  private func table(_ name: String) throws -> [String: [String: Int]] {
    let text = try String(contentsOfFile: folder.path + "/out/\(name).csv", encoding: .utf8)
    var counts: [String: [String: Int]] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      // The whole territory has a test of its own.
      if cells[0].isEmpty, cells[6] == "territory" { continue }
      counts[cells[6], default: [:]][cells[0]] = Int(cells[3])
    }
    return counts
  }

  @Test func `the four levels of La Paz are found as they were made`() async throws {
    let truth = try levels("levels")
    var bytes: [Data] = []
    for jobs in [1, 2, 7] {
      let outcome = try await run(Self.fourLevels, jobs: jobs, force: true).steps[0].outcome
      let account = try #require(outcome.records).account
      let numbers = [
        "read": account.read, "joined": account.joined, "outside": account.outside, "unlocated": account.unlocated,
        "rejected": account.rejected,
      ]
      for (key, value) in numbers { #expect(value == truth[key] as? Int, "\(key)") }
      let by = ["point": account.locatedBy.point, "code": account.locatedBy.code, "name": account.locatedBy.name]
      #expect(by == truth["located_by"] as? [String: Int])
      let wanted = try #require(truth["by_level"] as? [String: [String: Int]]).mapValues { $0.filter { $0.value > 0 } }
      #expect(try table("niveles") == wanted)
      #expect(account.disagree == 60)
      let whole = try #require(outcome.result as? JoinResult).territory.whole
      #expect(whole.count == Int64(account.joined + account.outside + account.unlocated))
      #expect(whole.unlocated == Int64(account.unlocated) && whole.outside == Int64(account.outside))
      for file in ["niveles.csv", "niveles.geojson", "niveles.json", "niveles-disagree.csv"] {
        bytes.append(try Data(contentsOf: URL(filePath: folder.path + "/out/" + file)))
      }
    }
    #expect(Array(bytes[0..<4]) == Array(bytes[4..<8]) && Array(bytes[0..<4]) == Array(bytes[8..<12]))
  }

  @Test func `a series by months without places is counted by its codes`() async throws {
    let step = """
        - join: serie
          points: DATA/serie-mensual.csv
          areas: [DATA/macrodistritos-2022.geojson, DATA/municipio.geojson]
          code: [codigo, codigo]
          level-name: [macrodistrito, municipio]
          locate: code
          wide: month
          year: anio
          period: year
          from: 2022
          to: 2022
      """
    let account = try #require(try await run(step, jobs: 2).steps[0].outcome.records).account
    let truth = try levels("serie-mensual.csv")
    let counts = try table("serie")
    #expect(counts["macrodistrito"] == truth["2022"] as? [String: Int])
    #expect(account.filtered == 22 && account.isBalanced)
  }

  @Test func `a list that is longer than the files of areas is refused with its line`() throws {
    let text = yaml("  - join: a\n    points: p\n    areas: [z, y]\n    name: [a, b, c]\n")
    let failure = #expect(throws: Failure.self) { try Study(path: folder.write("s.yaml", text)) }
    #expect(failure?.diagnostic.id == "usage.too_many_levels" && failure?.diagnostic.place?.line == 6)
    #expect(failure?.diagnostic.values == ["option": "--name", "count": "3", "files": "2"])
  }
}
