import Foundation
import PlazaAnalysis
import PlazaLayers
internal import PlazaRecords
import PlazaTesting
import Testing

@testable import PlazaStudy

/// What studies say of classes, accuracy and variables.
@Suite struct ClassStudyTests {
  private static let studies = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "GeoData/studies")
  private let folder = TemporaryFolder()

  private func study(_ lines: String) throws -> Study {
    folder.write("study.yaml", "study: s\nsteps:\n  - {join: a, points: p.csv, areas: a.geojson\(lines)}\n")
    return try Study(path: folder.path + "/study.yaml")
  }

  private func accuracy(_ lines: String) throws -> Accuracy? {
    try #require(try study(lines).first(JoinVerb.self)).record.options.accuracy
  }

  @Test func `a study takes records as exact to 25 m unless it says otherwise`() throws {
    #expect(try accuracy("") == .metres(25))
    #expect(try accuracy(", accuracy: none") == nil)
    #expect(try accuracy(", accuracy: 100") == .metres(100))
    #expect(try accuracy(", accuracy: precision_m") == .field("precision_m"))
  }

  @Test func `a class table is an input, and its keys need it`() throws {
    let study = try study(
      ", by: delito, classes: ../c.csv, class-country: MX, class-level: 2, keep-kind: ['a, b'], complete: true")
    #expect(study.steps[0].inputs.map(\.name) == ["p.csv", "a.geojson", "../c.csv"])
    let join = try #require(study.first(JoinVerb.self))
    #expect(join.classes.table.classCountry == "MX" && join.classes.classLevel?.value == 2 && join.rows.complete)
    #expect(join.record.options.keptKinds == ["a, b"])
    for key in ["class-level: 2", "class-country: MX"] {
      let alone = refusal { _ = try self.study(", by: d, \(key)") }
      #expect(alone?.id == "usage.needs" && alone?.values["needed"] == "--classes" && alone?.place?.line == 3, "\(key)")
      #expect(alone?.values["option"].map { key.hasPrefix($0.dropFirst(2)) } == true, "\(key)")
    }
    let level = refusal { _ = try self.study(", by: d, classes: c.csv, class-level: 5") }
    #expect(level?.id == "takes.whole" && level?.values["option"] == "--class-level" && level?.values["given"] == "5")
    #expect(level?.values["low"] == "1" && level?.values["high"] == "4" && level?.place?.line == 3)
  }

  @Test func `a class table that is wrong says the line, and the shipped one is read`() throws {
    folder.write("c.csv", "country,name,iccs\nXX,robo,0401\nXX,hurto,99\n")
    func id(_ file: ClassFile) -> [String: String]? {
      do {
        _ = try file.read()
        return nil
      } catch { return (error as? Failure)?.diagnostic.values }
    }
    #expect(id(ClassFile(InputFile("c.csv", path: folder.path + "/c.csv")))?["line"] == "3")
    let shipped = Self.studies.deletingLastPathComponent().appending(path: "reference/classes.csv").path
    let mapping = try ClassFile(InputFile("classes.csv", path: shipped), country: "MX").read()
    #expect(mapping.classes(ofKind: "VIOLACION Y ROBO DE VEHICULO").count == 2)
    #expect(mapping.classes(ofKind: "DAÑO SUELO (ACTIVIDAD, INVASIÓN O EXTRACCIÓN)").count == 1)
  }

  @Test func `the sample with a variable runs for a month, by class`() async throws {
    let path = Self.studies.appending(path: "amss/un-mes.yaml").path
    let study = try Study(path: path, variables: ["MES": "2016-05"])
    #expect(study.name == "amss-2016-05")
    let run = try await StudyRun.run(study, folder: folder.path + "/out", force: false, jobs: 2, progress: SilentProgress())
    let result = try #require(run.steps[0].outcome.result as? JoinResult)
    #expect(result.classes?.unmapped == [] && result.classes?.isProposal == true)
    #expect(result.kinds.contains { $0.name == "0502 Theft" && $0.meaning?.kinds == ["hurto"] })
    let summary = try #require(folder.text("out/clases-por-municipio.json"))
    for text in ["\"class\": \"0301", "\"sensitive\": true", "\"unmapped\": {}", "\"proposal\": true"] {
      #expect(summary.contains(text), "\(text)")
    }
    #expect(folder.text("out/manifest.json")?.contains("../../reference/classes.csv") == true)
    #expect(throws: Failure.self) { try Study(path: path) }
  }
}
