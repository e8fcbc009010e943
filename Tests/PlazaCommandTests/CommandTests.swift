import Foundation
import PlazaTesting
import Testing

@Suite struct CommandTests {
  private let command = CommandRunner()

  private func join(_ arguments: String..., input: String? = nil) throws -> CommandRunner.Outcome {
    try command.run(["join", "points.csv", "--areas", "areas.geojson", "-j", "2"] + arguments, input: input)
  }

  /// A failure is one line that begins with the command's name, and leaves nothing on standard output.
  private func expect(
    _ outcome: CommandRunner.Outcome, code: Int32, naming words: String..., at location: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.code == code, "\(outcome.error)", sourceLocation: location)
    let lines = outcome.error.split(separator: "\n").filter { $0.hasPrefix("plaza: ") }
    #expect(lines.count == 1, "\(outcome.error)", sourceLocation: location)
    for word in words { #expect(lines.first?.contains(word) == true, "\(outcome.error)", sourceLocation: location) }
    #expect(outcome.output.isEmpty, sourceLocation: location)
    #expect(!outcome.error.contains("Fatal"), sourceLocation: location)
  }

  private var temporaries: [String] { command.folder.names.filter { $0.hasPrefix(".") } }

  @Test func `a join writes its outputs and says what became of the records`() throws {
    let outcome = try join("--by", "delito", "-o", "out.geojson", "--table", "out.csv")
    #expect(outcome.code == 0, "\(outcome.error)")
    #expect(outcome.output.isEmpty)
    #expect(command.folder.text("out.csv")?.hasPrefix("code,category,period,count") == true)
    #expect(command.folder.text("out.csv")?.contains("01,robo,,1,Uno") == true)
    #expect(temporaries.isEmpty)
  }

  @Test func `what is not understood is exit 65 and names the file`() throws {
    command.folder.write("xy.csv", "id,x,y\n1,500000,1500000\n")
    expect(
      try command.run(["join", "xy.csv", "--areas", "areas.geojson", "-o", "o.geojson"]), code: 65, naming: "xy.csv",
      "--assume-crs")
    expect(try command.run(["join", "xy.csv", "--areas", "areas.geojson", "--assume-crs", "EPSG:0"]), code: 65, naming: "EPSG:0")
    command.folder.write("swapped.csv", "id,lon,lat\n1,13.5,-88.5\n2,13.6,-88.6\n")
    expect(
      try command.run(["join", "swapped.csv", "--areas", "areas.geojson", "-o", "o.geojson"]), code: 65, naming: "swapped.csv")
    expect(try join("--by", "tipo"), code: 65, naming: "points.csv", "tipo", "delito")
    command.folder.write("empty.csv", "")
    expect(try command.run(["join", "empty.csv", "--areas", "areas.geojson"]), code: 65, naming: "empty.csv")
    command.folder.write("cut.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\"")
    expect(try command.run(["join", "points.csv", "--areas", "cut.geojson"]), code: 65, naming: "cut.geojson")
    #expect(!command.folder.names.contains("o.geojson") && temporaries.isEmpty)
  }

  @Test func `an input that is missing, a directory or unreadable is exit 66`() throws {
    expect(try command.run(["join", "nothing.csv", "--areas", "areas.geojson"]), code: 66, naming: "nothing.csv")
    expect(try command.run(["join", "points.csv", "--areas", "nothing.geojson"]), code: 66, naming: "nothing.geojson")
    expect(try command.run(["join", ".", "--areas", "areas.geojson"]), code: 66, naming: ".")
    if getuid() != 0 {
      chmod(command.folder.path + "/points.csv", 0)
      expect(try join(), code: 66, naming: "points.csv")
    }
  }

  @Test func `an output that exists or a disk that is full is exit 73`() throws {
    command.folder.write("out.geojson", "what stood there")
    expect(try join("-o", "out.geojson"), code: 73, naming: "out.geojson", "--force")
    #expect(command.folder.text("out.geojson") == "what stood there")
    expect(try join("-o", "nowhere/out.geojson"), code: 73, naming: "nowhere/out.geojson")
    expect(try join("-o", "/dev/full"), code: 73, naming: "/dev/full")
    expect(try join("-o", "new.geojson", "--table", "/dev/full"), code: 73, naming: "/dev/full")
    #expect(!command.folder.names.contains("new.geojson") && temporaries.isEmpty)
    #expect(try join("-o", "out.geojson", "--force").code == 0)
    #expect(command.folder.text("out.geojson")?.contains("FeatureCollection") == true)
    expect(try join("-o", "same.csv", "--table", "same.csv"), code: 64, naming: "same.csv")
  }

  @Test func `with force a failed run leaves what stood there`() throws {
    command.folder.write("out.geojson", "what stood there")
    expect(try join("-o", "out.geojson", "--force", "--by", "tipo"), code: 65)
    #expect(command.folder.text("out.geojson") == "what stood there" && temporaries.isEmpty)
  }

  @Test func `usage is exit 64`() throws {
    for arguments in [
      ["join"], ["nonsense"], ["join", "a.csv", "--areas", "b", "--period", "century"], ["join", "-", "--areas", "-"],
      ["join", "points.csv", "--areas", "areas.geojson", "--where", "delito"],
      ["join", "points.csv", "--areas", "areas.geojson", "-o", "-", "--json"],
    ] {
      let outcome = try command.run(arguments)
      #expect(outcome.code == 64, "\(arguments): \(outcome.error)")
      #expect(outcome.output.isEmpty && !outcome.error.isEmpty)
    }
    expect(try join("--from", "ayer", "--when", "id"), code: 64, naming: "--from", "ayer")
  }

  @Test func `an invalid polygon is refused under strict with exit 2`() throws {
    let bow =
      "{\"type\":\"Feature\",\"properties\":{\"codigo\":\"01\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}}"
    command.folder.write("bow.geojson", "{\"type\":\"FeatureCollection\",\"features\":[\(bow)]}")
    let arguments = ["join", "points.csv", "--areas", "bow.geojson"]
    expect(try command.run(arguments + ["--strict"]), code: 2, naming: "bow.geojson")
    #expect(try command.run(arguments).code == 0)
  }

  @Test func `standard input and output carry the data, and only it`() throws {
    let csv = command.folder.text("points.csv")!
    let piped = try command.run(["join", "-", "--areas", "areas.geojson", "-o", "-"], input: csv)
    #expect(piped.code == 0, "\(piped.error)")
    let plain = try join("-o", "out.geojson")
    #expect(plain.code == 0 && command.folder.text("out.geojson") == piped.output)
    let object = try JSONSerialization.jsonObject(with: Data(piped.output.utf8)) as? [String: Any]
    #expect((object?["features"] as? [Any])?.count == 2)
    let areas = command.folder.text("areas.geojson")!
    #expect(try command.run(["join", "points.csv", "--areas", "-", "-o", "-"], input: areas).output == piped.output)
  }

  @Test func `a summary as JSON is all that stands on standard output`() throws {
    let outcome = try join("--json", "--by", "delito", "-o", "out.geojson")
    let summary = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(summary["schema"] as? String == "plaza.join/1")
    let points = try #require(summary["points"] as? [String: Any])
    #expect(points["read"] as? Int == 3 && points["joined"] as? Int == 2 && points["outside"] as? Int == 1)
    #expect((summary["by_category"] as? [String: Any])?.count == 2)
  }

  @Test func `a named pipe is read from its first byte to its last`() throws {
    #expect(mkfifo(command.folder.path + "/pipe", 0o600) == 0)
    let csv = command.folder.read("points.csv")!
    let path = command.folder.path + "/pipe"
    let writer = Thread {
      guard let file = fopen(path, "w") else { return }
      fwrite(csv, 1, csv.count, file)
      fclose(file)
    }
    writer.start()
    let outcome = try command.run(["join", "pipe", "--areas", "areas.geojson", "--json"])
    #expect(outcome.code == 0, "\(outcome.error)")
    #expect(outcome.output.contains("\"read\": 3"))
  }

  /// Starts a join of an input that never ends, and waits until its temporary is there.
  private func endless() throws -> (process: Process, output: Pipe, error: Pipe, input: Pipe) {
    let input = Pipe()
    let (process, output, error) = try command.start(
      ["join", "-", "--areas", "areas.geojson", "-o", "out.geojson", "--tagged", "tagged.csv"], input: input)
    try input.fileHandleForWriting.write(contentsOf: Data(command.folder.read("points.csv")!))
    for _ in 0..<3_000 where temporaries.count < 4 { usleep(10_000) }
    #expect(temporaries.count == 4)
    return (process, output, error, input)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT]) func `an interrupted join is exit 130 and leaves nothing`(signal: Int32)
    throws
  {
    let (process, output, error, input) = try endless()
    kill(process.processIdentifier, signal)
    let outcome = command.outcome(process, output, error)
    #expect(outcome.code == 130 && !outcome.wasKilled)
    #expect(outcome.error.contains("plaza: "))
    #expect(command.folder.names == ["areas.geojson", "points.csv"])
    try input.fileHandleForWriting.close()
  }

  @Test func `a killed join leaves nothing under a final name`() throws {
    let (process, output, error, input) = try endless()
    kill(process.processIdentifier, SIGKILL)
    #expect(command.outcome(process, output, error).wasKilled)
    #expect(!command.folder.names.contains("out.geojson") && !command.folder.names.contains("tagged.csv"))
    try input.fileHandleForWriting.close()
  }

  @Test func `every verb's help has an example, and the version is one line`() throws {
    let help = try command.run(["--help"])
    #expect(help.code == 0)
    for verb in ["join", "run"] {
      #expect(help.output.contains(verb))
      let text = try command.run([verb, "--help"])
      #expect(text.code == 0 && text.output.contains("plaza \(verb) "), "\(verb)")
    }
    let version = try command.run(["--version"])
    #expect(version.code == 0 && version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completion scripts are made`(shell: String) throws {
    let outcome = try command.run(["--generate-completion-script", shell])
    #expect(outcome.code == 0 && outcome.output.contains("plaza") && outcome.output.contains("areas"))
  }

  @Test func `single records are readable by their owner only`() throws {
    #expect(try join("--tagged", "tagged.csv", "--rejects", "rejects.csv", "--table", "table.csv").code == 0)
    func mode(_ name: String) throws -> Int {
      try #require(FileManager.default.attributesOfItem(atPath: command.folder.path + "/" + name)[.posixPermissions] as? Int)
    }
    #expect(try mode("tagged.csv") == 0o600 && mode("rejects.csv") == 0o600)
    #expect(try mode("table.csv") & 0o400 == 0o400)
  }
}
