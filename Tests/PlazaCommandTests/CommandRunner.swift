import Foundation
import PlazaTesting
import Testing

/// The built command, run as a process in a folder of its own.
struct CommandRunner {
  let folder = TemporaryFolder()

  struct Outcome {
    var code: Int32
    var output: String
    var error: String
    var wasKilled: Bool
  }

  /// The executable beside the tests that are running.
  static let executable: URL = {
    for argument in CommandLine.arguments {
      if let range = argument.range(of: ".xctest"), argument.hasPrefix("/") {
        let beside = URL(filePath: String(argument[..<range.upperBound])).deletingLastPathComponent().appending(path: "plaza")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
      }
    }
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.appending(path: ".build/debug/plaza")
  }()

  /// A territory of two squares and three records, one in each and one beside.
  init() {
    folder.write(
      "areas.geojson",
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"codigo":"01","nombre":"Uno"},"geometry":{"type":"Polygon","coordinates":[[[-89,13],[-88,13],[-88,14],[-89,14],[-89,13]]]}},
      {"type":"Feature","properties":{"codigo":"02","nombre":"Dos"},"geometry":{"type":"Polygon","coordinates":[[[-88,13],[-87,13],[-87,14],[-88,14],[-88,13]]]}}]}
      """)
    folder.write("points.csv", "id,delito,lon,lat\n1,robo,-88.5,13.5\n2,hurto,-87.5,13.5\n3,robo,-80,13.5\n")
  }

  func start(_ arguments: [String], input: Pipe? = nil) throws -> (process: Process, output: Pipe, error: Pipe) {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    var environment = ProcessInfo.processInfo.environment
    environment["LANG"] = "en_US.UTF-8"
    environment["LC_ALL"] = "en_US.UTF-8"
    // Help is as wide as the terminal: a golden file needs one width.
    environment["COLUMNS"] = "80"
    process.environment = environment
    let output = Pipe()
    let error = Pipe()
    process.standardOutput = output
    process.standardError = error
    process.standardInput = input ?? FileHandle.nullDevice
    try process.run()
    return (process, output, error)
  }

  func run(_ arguments: [String], input: String? = nil) throws -> Outcome {
    let pipe = input.map { _ in Pipe() }
    let (process, output, error) = try start(arguments, input: pipe)
    if let pipe, let input {
      try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try pipe.fileHandleForWriting.close()
    }
    let outcome = outcome(process, output, error)
    let strange = Advice.strange(in: outcome.error, of: arguments)
    #expect(strange.isEmpty, "no options of \(arguments.joined(separator: " ")): \(strange) in \(outcome.error)")
    return outcome
  }

  func outcome(_ process: Process, _ output: Pipe, _ error: Pipe) -> Outcome {
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let messages = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      error: String(decoding: messages, as: UTF8.self),
      wasKilled: process.terminationReason == .uncaughtSignal)
  }
}
