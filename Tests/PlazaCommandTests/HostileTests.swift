import Foundation
import PlazaTesting
import Testing

/// Input that was made to hurt, or is only unlucky: an answer or a sentence, never a trap, and nothing lost.
@Suite struct HostileTests {
  private let command = CommandRunner()

  private static let collection = "{\"type\":\"FeatureCollection\",\"features\":[%]}"

  private func layer(_ name: String, _ features: String...) {
    command.folder.write(name, Self.collection.replacingOccurrences(of: "%", with: features.joined(separator: ",")))
  }

  @Test(arguments: [
    ["hotspots", "points.csv", "--boundary", "none.geojson", "--piles", "keep"],
    ["hotspots", "gi", "points.csv", "--boundary", "none.geojson", "--cell", "1000", "--piles", "keep"],
    ["coverage", "areas.geojson", "--areas", "none.geojson"],
    ["exposure", "none.geojson", "--hazards", "h=areas.geojson:nombre"],
  ]) func `areas without a place are refused by their file`(arguments: [String]) throws {
    layer("none.geojson", "{\"type\":\"Feature\",\"properties\":{\"codigo\":\"1\"},\"geometry\":null}")
    let outcome = try command.run(arguments)
    #expect(outcome.code == 65 && outcome.error.contains("none.geojson"), "\(outcome.code) \(outcome.error)")
  }

  @Test func `escapes in names reach no terminal`() throws {
    layer(
      "esc.geojson",
      """
      {"type":"Feature","properties":{"codigo":"01","nombre":"Uno\\u001b[2J\\nplaza: done"},"geometry":
      {"type":"Polygon","coordinates":[[[-89,13],[-88,13],[-88,14],[-89,14],[-89,13]]]}}
      """)
    for arguments in [["join", "points.csv", "--areas", "esc.geojson"], ["info", "esc.geojson"]] {
      let outcome = try command.run(arguments)
      #expect(outcome.code == 0, "\(outcome.error)")
      #expect(!(outcome.output + outcome.error).contains("\u{1B}"))
      #expect(!outcome.error.split(separator: "\n").contains("plaza: done"))
    }
  }

  @Test func `an output is never an input, whatever both are called`() throws {
    let before = command.folder.read("points.csv")
    try FileManager.default.createSymbolicLink(
      atPath: command.folder.path + "/link.csv", withDestinationPath: command.folder.path + "/points.csv")
    link(command.folder.path + "/points.csv", command.folder.path + "/hard.csv")
    for path in ["points.csv", "./points.csv", "link.csv", "hard.csv", command.folder.path + "/points.csv"] {
      let outcome = try command.run(["join", "points.csv", "--areas", "areas.geojson", "--rejects", path, "--force"])
      #expect(outcome.code == 64, "\(path): \(outcome.error)")
      #expect(command.folder.read("points.csv") == before)
    }
    let twice = try command.run([
      "join", "points.csv", "--areas", "areas.geojson", "--table", "t.csv", "--rejects", command.folder.path + "/t.csv",
    ])
    #expect(twice.code == 64, "\(twice.error)")
  }

  @Test func `a manifest that names a device is refused, and ends`() throws {
    command.folder.write(
      "study.yaml", "study: s\nsteps:\n  - {join: first, points: points.csv, areas: areas.geojson}\n")
    #expect(try command.run(["run", "study.yaml", "-o", "out"]).code == 0)
    let manifest = try #require(command.folder.text("out/manifest.json"))
    command.folder.write("out/manifest.json", manifest.replacingOccurrences(of: "points.csv", with: "/dev/zero"))
    let outcome = try command.run(["verify", "out/manifest.json"])
    #expect(outcome.code == 65 && outcome.error.contains("/dev/zero"), "\(outcome.error)")
  }

  @Test func `a layer whose names hold data is refused before it takes the memory`() throws {
    let features = (0..<2_500).map { number in
      "{\"type\":\"Feature\",\"properties\":{\"codigo\":\"\(number)\",\"k\(number)\":1},\"geometry\":null}"
    }
    command.folder.write("wide.geojson", Self.collection.replacingOccurrences(of: "%", with: features.joined(separator: ",\n")))
    let outcome = try command.run(["join", "points.csv", "--areas", "wide.geojson"])
    #expect(outcome.code == 65 && outcome.error.contains("wide.geojson") && outcome.error.contains("2"), "\(outcome.error)")
  }

  @Test func `a name that is no UTF-8 is refused as such`() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "\"$0\" info \"$(printf 'pe\\361a.csv')\"", CommandRunner.executable.path]
    let error = Pipe()
    process.standardError = error
    try process.run()
    let text = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 64 && text.contains("UTF-8"), "\(text)")
  }
}
