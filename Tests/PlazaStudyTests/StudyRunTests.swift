import Foundation
import PlazaAnalysis
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats
@testable import PlazaStudy

@Suite struct StudyRunTests {
  private let folder = TemporaryFolder()

  init() {
    folder.write(
      "areas.geojson",
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"codigo":"01","nombre":"Uno"},
      "geometry":{"type":"Polygon","coordinates":[[[-89,13],[-88,13],[-88,14],[-89,14],[-89,13]]]}}]}
      """)
    folder.write("points.csv", "id,delito,lon,lat\n1,robo,-88.5,13.5\n2,hurto,-87.5,13.5\n")
    folder.write("study.yaml", Self.text(by: "delito"))
  }

  private static func text(by: String) -> String {
    """
    study: s
    notice: invented
    steps:
      - join: first
        points: points.csv
        areas: areas.geojson
        tagged: true
        rejects: true
      - join: second
        points: points.csv
        areas: areas.geojson
        by: \(by)
    """
  }

  private func run(force: Bool = false) async throws -> StudyRun {
    try await StudyRun.run(
      Study(path: folder.path + "/study.yaml"), folder: folder.path + "/out", force: force, jobs: 2, progress: SilentProgress())
  }

  private var outputs: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").sorted()) ?? [] }

  private static let names = [
    "first-rejects.csv", "first-rejects.csv.release.json", "first-tagged.csv", "first-tagged.csv.release.json", "first.csv",
    "first.csv.release.json", "first.geojson", "first.json", "first.qml", "manifest.json", "second.csv",
    "second.csv.release.json",
    "second.geojson", "second.json", "second.qml",
  ]

  private func failure(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch {
      return (error as? Failure)?.diagnostic.id
    }
  }

  private func sha256(_ name: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    process.arguments = [folder.path + "/" + name]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return String(text.prefix(64))
  }

  @Test func `a manifest tells every input and output by its digest`() async throws {
    _ = try await run()
    #expect(outputs == Self.names)
    let data = Data(try #require(folder.read("out/manifest.json")))
    let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(
      manifest["schema"] as? String == "plaza.manifest/1" && manifest["release"] as? String == "internal"
        && manifest["notice"] as? String == "invented")
    let inputs = try #require(manifest["inputs"] as? [[String: Any]])
    #expect(inputs.map { $0["path"] as? String } == ["study.yaml", "points.csv", "areas.geojson"])
    let written = try #require(manifest["outputs"] as? [[String: Any]])
    #expect(Set(written.compactMap { $0["path"] as? String }) == Set(Self.names).subtracting(["manifest.json"]))
    for (list, place) in [(inputs, ""), (written, "out/")] {
      for file in list {
        let name = place + (file["path"] as! String)
        #expect(file["sha256"] as? String == (try sha256(name)), "\(name)")
        #expect(file["bytes"] as? Int == folder.read(name)?.count)
      }
    }
    let steps = try #require(manifest["steps"] as? [[String: Any]])
    #expect(steps.map { $0["name"] as? String } == ["first", "second"])
    #expect((steps[1]["parameters"] as? [String: Any])?["by"] as? String == "delito")
    #expect(!String(decoding: data, as: UTF8.self).contains(folder.path))
  }

  @Test func `a second run writes the same bytes`() async throws {
    _ = try await run()
    let first = Self.names.map { folder.read("out/\($0)") }
    _ = try await run(force: true)
    #expect(Self.names.map { folder.read("out/\($0)") } == first)
  }

  @Test func `an output that exists is refused and untouched, and replaced with force`() async throws {
    _ = try await run()
    folder.write("out/second.csv", "mine")
    #expect(await failure { _ = try await run() } == "output.exists")
    #expect(folder.text("out/second.csv") == "mine" && outputs == Self.names)
    _ = try await run(force: true)
    #expect(folder.text("out/second.csv")?.hasPrefix("code,") == true && outputs == Self.names)
  }

  @Test func `a later step's output that exists is found before the first step runs`() async throws {
    mkdir(folder.path + "/out", 0o777)
    folder.write("out/second.csv", "mine")
    folder.write("points.csv", "")
    #expect(await failure { _ = try await run() } == "output.exists")
  }

  @Test func `a run that fails leaves what stood there, and no temporaries`() async throws {
    folder.write("study.yaml", Self.text(by: "nothing"))
    #expect(await failure { _ = try await run() } == "join.no_field")
    #expect(outputs == [])
    folder.write("out/first.csv", "mine")
    #expect(await failure { _ = try await run(force: true) } == "join.no_field")
    #expect(outputs == ["first.csv"] && folder.text("out/first.csv") == "mine")
  }

  @Test func `files of single records are for their owner only`() async throws {
    _ = try await run()
    // The mark beside a table says of the table what it is, and nothing of what is in it.
    for name in Self.names where name.hasPrefix("first-") && !name.hasSuffix(".release.json") {
      let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/out/" + name)[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(name)")
    }
  }

  @Test func `outputs appear together, and two of one name are refused`() throws {
    let set = OutputSet(force: false)
    let path = folder.path + "/x.csv"
    try set.open(path).write("text")
    #expect(throws: Failure.self) { try set.open(path) }
    #expect(!folder.names.contains("x.csv"))
    try set.commit()
    #expect(folder.text("x.csv") == "text" && folder.names == ["areas.geojson", "points.csv", "study.yaml", "x.csv"])
  }

  @Test func `a file that appears while a run works is not replaced without force`() throws {
    let set = OutputSet(force: false)
    try set.open(folder.path + "/a.csv").write("ours")
    try set.open(folder.path + "/b.csv").write("ours")
    folder.write("b.csv", "theirs")
    #expect(throws: Failure.self) { try set.commit() }
    #expect(folder.text("b.csv") == "theirs" && folder.names == ["areas.geojson", "b.csv", "points.csv", "study.yaml"])
  }

  @Test func `a link in the way is refused, and its file is left alone`() throws {
    symlink(folder.path + "/points.csv", folder.path + "/link.csv")
    symlink(folder.path + "/nothing", folder.path + "/dangling.csv")
    for name in ["link.csv", "dangling.csv"] {
      #expect(throws: Failure.self) { try OutputSet(force: false).open(folder.path + "/" + name) }
    }
    #expect(folder.text("points.csv")?.hasPrefix("id,") == true)
  }

  @Test func `an abandoned set leaves nothing`() throws {
    do {
      let set = OutputSet(force: true)
      try set.open(folder.path + "/x.csv").write("text")
    }
    #expect(folder.names == ["areas.geojson", "points.csv", "study.yaml"])
  }
}
