import Foundation
import PlazaTesting
import Testing

/// What users read of the command is kept in files: a change shows in review. `PLAZA_RECORD=1 swift test --filter HelpTests` rewrites them.
@Suite struct HelpTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  private static let golden = tests.appending(path: "Golden")
  private static let isRecording = ProcessInfo.processInfo.environment["PLAZA_RECORD"] == "1"

  private let command = CommandRunner()

  /// A verb under another one has both names, joined by a dash, as in studies.
  @Test(arguments: [
    "plaza", "join", "compare", "concentration", "hotspots", "hotspots-overview", "hotspots-gi", "hotspots-moran",
    "hotspots-density",
    "hotspots-clusters", "hotspots-backtest", "coverage", "spaces", "exposure", "run", "verify",
    "init", "info", "doctor",
  ])
  func `help says what it said`(verb: String) throws {
    let outcome = try command.run((verb == "plaza" ? [] : verb.split(separator: "-").map(String.init)) + ["--help"])
    #expect(outcome.code == 0 && outcome.error.isEmpty)
    let file = Self.golden.appending(path: "help-\(verb).txt")
    if Self.isRecording { try outcome.output.write(to: file, atomically: true, encoding: .utf8) }
    #expect(try outcome.output == String(contentsOf: file, encoding: .utf8), "PLAZA_RECORD=1 rewrites Golden/help-\(verb).txt")
  }

  @Test func `every verb has a golden file`() throws {
    let verbs = try verbs(under: [])
    #expect(verbs.count >= 6)
    for verb in verbs {
      #expect(FileManager.default.fileExists(atPath: Self.golden.appending(path: "help-\(verb).txt").path), "\(verb)")
    }
  }

  private func verbs(under path: [String]) throws -> [String] {
    let help = try command.run(path + ["--help"]).output
    guard let list = help.components(separatedBy: "SUBCOMMANDS:\n").dropFirst().last else { return [] }
    let names = list.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
      .filter { !$0.hasPrefix("   ") }.compactMap { $0.split(separator: " ").first.map(String.init) }
    return try names.flatMap { [(path + [$0]).joined(separator: "-")] + (try verbs(under: path + [$0])) }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "needs python3"))
  func `the manual page is what the command says of itself`() throws {
    let root = Self.tests.deletingLastPathComponent().deletingLastPathComponent()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments =
      [root.appending(path: "Scripts/make-manual").path] + (Self.isRecording ? [] : ["--check"]) + [CommandRunner.executable.path]
    process.standardOutput = FileHandle.nullDevice
    let error = Pipe()
    process.standardError = error
    try process.run()
    let text = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
  }
}
