import Foundation
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats
@testable import PlazaStudy

@Suite struct StudyVerificationTests {
  private let folder = TemporaryFolder()
  private let scratch = TemporaryFolder()

  init() {
    folder.write(
      "areas.geojson",
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"codigo":"01","nombre":"Uno"},
      "geometry":{"type":"Polygon","coordinates":[[[-89,13],[-88,13],[-88,14],[-89,14],[-89,13]]]}}]}
      """)
    folder.write("points.csv", "id,delito,lon,lat\n1,robo,-88.5,13.5\n2,hurto,-87.5,13.5\n")
    folder.write("other.csv", "id,delito,lon,lat\n1,robo,-88.5,13.5\n")
    folder.write(
      "study.yaml",
      """
      study: s
      notice: ${NOTICE}
      steps:
        - {join: first, points: points.csv, areas: areas.geojson, by: delito, tagged: true, rejects: true}
        - {join: second, points: other.csv, areas: areas.geojson}
      """)
  }

  private var manifest: String { folder.path + "/out/manifest.json" }

  private func run() async throws {
    let study = try Study(path: folder.path + "/study.yaml", variables: ["NOTICE": "¿inventado? \"sí\""])
    _ = try await StudyRun.run(study, folder: folder.path + "/out", force: true, jobs: 2, progress: SilentProgress())
  }

  private func verify(study: String? = nil) async throws -> StudyVerification {
    try await StudyVerification.run(
      manifest: manifest, study: study, temporaryFolder: scratch.path, jobs: 2, progress: SilentProgress())
  }

  private func ids(_ verification: StudyVerification) -> [String] {
    verification.differences.map { $0.id + " " + ($0.values["path"] ?? "") }
  }

  @Test func `what is run again with its variables is identical, and leaves nothing`() async throws {
    try await run()
    let verification = try await verify()
    #expect(verification.isIdentical && verification.remarks.isEmpty)
    #expect(verification.inputs.map(\.path) == ["study.yaml", "points.csv", "areas.geojson", "other.csv"])
    #expect(verification.outputs.count == 14 && verification.outputs.allSatisfy { $0.recorded == $0.now && $0.now == $0.onDisk })
    #expect(scratch.names.isEmpty)
  }

  @Test func `one byte of an input is said, with the outputs that it changes and no others`() async throws {
    try await run()
    folder.write("points.csv", "id,delito,lon,lat\n1,rob0,-88.5,13.5\n2,hurto,-87.5,13.5\n")
    let verification = try await verify()
    let differences = verification.differences
    #expect(differences.first?.id == "verify.input_changed" && differences.first?.values["path"] == "points.csv")
    #expect(
      differences.first?.values["then"]?.count == 64 && differences.first?.values["then"] != differences.first?.values["now"])
    #expect(
      ids(verification).dropFirst() == [
        "verify.output_differs first.geojson", "verify.output_differs first.qml", "verify.output_differs first.csv",
        "verify.output_differs first-tagged.csv", "verify.output_differs first.json",
      ])
    #expect(scratch.names.isEmpty)
  }

  @Test func `outputs that were touched or are gone are said`() async throws {
    try await run()
    folder.write("out/first.csv", "touched")
    unlink(folder.path + "/out/second.csv")
    #expect(ids(try await verify()) == ["verify.disk_changed first.csv", "verify.disk_missing second.csv"])
  }

  @Test func `an input that is gone ends the run, not the comparison`() async throws {
    try await run()
    unlink(folder.path + "/other.csv")
    let verification = try await verify()
    #expect(verification.failure?.kind == .noInput)
    #expect(ids(verification).first == "verify.input_missing other.csv" && verification.differences.count == 2)
  }

  @Test func `another study makes other outputs`() async throws {
    try await run()
    folder.write(
      "study.yaml",
      "study: s\nnotice: ${NOTICE}\nsteps:\n  - {join: third, points: other.csv, areas: areas.geojson}\n")
    let found = ids(try await verify())
    #expect(found.first == "verify.input_changed study.yaml")
    #expect(found.contains("verify.output_not_made first.csv") && found.contains("verify.output_new third.csv"))
  }

  @Test func `a study that was moved is found where it is stated`() async throws {
    try await run()
    rename(folder.path + "/study.yaml", folder.path + "/moved.yaml")
    await #expect(throws: Failure(.noInput, "verify.no_study", ["file": manifest, "study": "../study.yaml"])) {
      try await verify()
    }
    #expect(try await verify(study: folder.path + "/moved.yaml").isIdentical)
  }

  @Test func `other versions are remarks, not differences`() async throws {
    try await run()
    let text = try #require(folder.text("out/manifest.json"))
    folder.write(
      "out/manifest.json",
      text.replacingOccurrences(of: "\"version\": \"\(PlazaVersion.current)\"", with: "\"version\": \"0.0.1\""))
    let verification = try await verify()
    #expect(verification.isIdentical)
    #expect(verification.remarks.map(\.values) == [["name": "plaza", "then": "0.0.1", "now": PlazaVersion.current]])
  }

  @Test(arguments: [
    "", "{}", "[1, 2]", "{\"schema\": \"plaza.join/1\"}", "a,b\n1,2\n", "{\"schema\": \"plaza.manifest/1\", \"inputs\": 3}",
  ])
  func `what is no manifest is refused`(_ text: String) async {
    mkdir(folder.path + "/out", 0o755)
    folder.write("out/manifest.json", text)
    await #expect { try await verify() } throws: { ($0 as? Failure)?.diagnostic.id == "verify.not_a_manifest" }
  }

  @Test func `the way from one folder to another says nothing of what is above both`() {
    mkdir(folder.path + "/a", 0o755)
    mkdir(folder.path + "/a/b", 0o755)
    #expect(RelativePath.from(folder: folder.path + "/a/b", to: folder.path + "/study.yaml") == "../../study.yaml")
    #expect(RelativePath.from(folder: folder.path, to: folder.path + "/a/b/") == "a/b")
    #expect(RelativePath.from(folder: folder.path, to: folder.path) == ".")
    #expect(RelativePath.from(folder: "/usr", to: folder.path) == nil)
    #expect(RelativePath.from(folder: folder.path, to: folder.path + "/nothing") == nil)
  }
}
