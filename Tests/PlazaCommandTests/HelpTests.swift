import Foundation
import PlazaTesting
import Testing

/// What users read of the command is kept in files: a change shows in review. `PLAZA_RECORD=1 swift test --filter HelpTests` rewrites them.
@Suite struct HelpTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  private static let golden = tests.appending(path: "Golden")
  private static let isRecording = ProcessInfo.processInfo.environment["PLAZA_RECORD"] == "1"

  private let command = CommandRunner()

  /// A verb under another one has both names, joined by a dash, as in studies. The list is the command's own.
  @Test func `help says what it said`() throws {
    let verbs = try ["plaza"] + verbs(under: [])
    #expect(verbs.count >= 20)
    for verb in verbs { try compare(help: verb, language: "en", with: "help-\(verb).txt") }
    let kept = try FileManager.default.contentsOfDirectory(atPath: Self.golden.path).filter { $0.hasPrefix("help-") }
    #expect(Set(kept) == Set(verbs.map { "help-\($0).txt" } + ["help-coverage.es.txt", "help-coverage.pt.txt"]))
  }

  @Test(arguments: ["es", "pt"]) func `help speaks the language that it is asked in`(_ language: String) throws {
    try compare(help: "coverage", language: language, with: "help-coverage.\(language).txt")
    for verb in try ["plaza"] + verbs(under: []) {
      let path = verb == "plaza" ? [] : verb.split(separator: "-").map(String.init)
      let help = try command.run(["help"] + path + ["--lang", language])
      #expect(help.code == 0)
      for english in ["OVERVIEW:", "USAGE:", "OPTIONS:", "(default:", "Default:", "Show help", "<file>", "<field>", " the "] {
        #expect(!help.output.contains(english), "\(verb): \(english)")
      }
    }
  }

  private func compare(help verb: String, language: String, with name: String) throws {
    let path = verb == "plaza" ? [] : verb.split(separator: "-").map(String.init)
    let outcome = try command.run(["help"] + path + ["--lang", language])
    #expect(outcome.code == 0 && outcome.error.isEmpty)
    let file = Self.golden.appending(path: name)
    if Self.isRecording { try outcome.output.write(to: file, atomically: true, encoding: .utf8) }
    #expect(try outcome.output == String(contentsOf: file, encoding: .utf8), "PLAZA_RECORD=1 rewrites Golden/\(name)")
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
