import Foundation
import PlazaTesting
import Testing

/// From a folder of data to a study, its outputs and their verification, as a user goes.
@Suite struct StudyCommandTests {
  private let command = CommandRunner()

  private var study: String { command.folder.text("study.yaml") ?? "" }

  @Test func `init writes a study that runs as it is when nothing is doubtful`() throws {
    let drafted = try command.run(["init", ".", "--lang", "en"])
    #expect(drafted.code == 0 && drafted.output.isEmpty, "\(drafted.error)")
    #expect(drafted.error == "study.yaml: 1 step; run it with plaza run study.yaml\n")
    for line in ["  - join: points-areas\n", "    points: points.csv\n", "    code: codigo\n", "    name: nombre\n"] {
      #expect(study.contains(line), "\(study)")
    }
    #expect(!study.contains("CHOOSE"))
    let run = try command.run(["run", "study.yaml", "-o", "out", "-q"])
    #expect(run.code == 0, "\(run.error)")
    let verified = try command.run(["verify", "out/manifest.json"])
    #expect(verified.code == 0 && verified.output == "identical: 3 inputs and 5 outputs\n", "\(verified.output)\(verified.error)")
  }

  @Test func `what is doubtful is a comment with its candidates, and the study runs when one is taken`() throws {
    command.folder.write(
      "areas.geojson",
      try #require(command.folder.text("areas.geojson")).replacingOccurrences(
        of: "\"nombre\"", with: "\"cod_b\":\"x\",\"nombre\""
      )
      .replacingOccurrences(of: "\"cod_b\":\"x\",\"nombre\":\"Dos\"", with: "\"cod_b\":\"y\",\"nombre\":\"Dos\""))
    #expect(try command.run(["init", "."]).error.contains("1 choice to make first"))
    #expect(study.contains("    # code: codigo\n    # code: cod_b\n"), "\(study)")
    #expect(try command.run(["run", "study.yaml", "-o", "out"]).code == 64)
    command.folder.write("study.yaml", study.replacingOccurrences(of: "    # code: cod_b\n", with: "    code: cod_b\n"))
    #expect(try command.run(["run", "study.yaml", "-o", "out"]).code == 0)
    #expect(command.folder.text("out/points-areas.csv")?.contains("\nx,robo,,1,Uno") == true)
  }

  @Test func `a CRS that the file does not say is asked for, with a guess that can be judged`() throws {
    // 88.5° W, 13.5° N and the middle of the other square, in zone 16 north.
    command.folder.write("points.csv", "id,x,y\n1,337655.74,1492983.06\n2,445901.47,1492491.43\n")
    #expect(try command.run(["init", "."]).code == 0)
    #expect(study.contains("    # assume-crs: EPSG:32616\n"), "\(study)")
    #expect(try command.run(["run", "study.yaml", "-o", "out"]).code == 65)
    command.folder.write("study.yaml", study.replacingOccurrences(of: "    # assume-crs", with: "    assume-crs"))
    #expect(try command.run(["run", "study.yaml", "-o", "out"]).code == 0)
  }

  @Test func `longitude and latitude that changed places are asked for`() throws {
    command.folder.write("points.csv", "id,lon,lat\n1,13.5,-88.5\n2,13.5,-87.5\n")
    #expect(try command.run(["init", "."]).code == 0)
    #expect(study.contains("    # lon: lat\n    # lat: lon\n"), "\(study)")
    command.folder.write("study.yaml", study.replacingOccurrences(of: "    # l", with: "    l"))
    let run = try command.run(["run", "study.yaml", "-o", "out"])
    #expect(run.code == 0, "\(run.error)")
  }

  @Test func `a folder without a join is refused, and nothing is written`() throws {
    unlink(command.folder.path + "/areas.geojson")
    let outcome = try command.run(["init", "."])
    #expect(outcome.code == 65 && command.folder.names == ["points.csv"], "\(outcome.error)")
    #expect(try command.run(["init", "nowhere"]).code == 66)
  }

  @Test func `init does not replace a study, and paths are told from where it stands`() throws {
    command.folder.write("study.yaml", "mine")
    #expect(try command.run(["init", "."]).code == 73 && study == "mine")
    mkdir(command.folder.path + "/deep", 0o755)
    #expect(try command.run(["init", ".", "-o", "deep/study.yaml"]).code == 0)
    #expect(command.folder.text("deep/study.yaml")?.contains("points: ../points.csv") == true)
    #expect(try command.run(["run", "deep/study.yaml", "-o", "out"]).code == 0)
    #expect(try command.run(["init", ".", "-o", "-"]).output.contains("steps:"))
  }

  @Test func `field names that YAML would misread are quoted`() throws {
    command.folder.write(
      "points.csv",
      "id,\"tipo: a # b\",lon,lat\n1,robo,-88.5,13.5\n2,robo,-88.5,13.5\n3,robo,-88.4,13.5\n4,hurto,-87.5,13.5\n5,hurto,-87.5,13.5\n6,hurto,-87.5,13.5\n"
    )
    #expect(try command.run(["init", "."]).code == 0)
    #expect(study.contains("    by: \"tipo: a # b\"\n"), "\(study)")
    #expect(try command.run(["run", "study.yaml", "-o", "out"]).code == 0)
  }

  @Test func `a changed byte is exit 2 with a line for the input and for each output`() throws {
    #expect(try command.run(["init", "."]).code == 0)
    #expect(try command.run(["run", "study.yaml", "-o", "out", "-q"]).code == 0)
    command.folder.write(
      "points.csv", try #require(command.folder.text("points.csv")).replacingOccurrences(of: "-88.5", with: "-87.4"))
    let outcome = try command.run(["verify", "out/manifest.json"])
    let lines = outcome.output.split(separator: "\n")
    #expect(outcome.code == 2 && lines.first?.hasPrefix("input points.csv changed: was ") == true, "\(outcome.output)")
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("output points-areas.") } && lines.count == 5, "\(outcome.output)")
    let summary = try command.run(["verify", "out/manifest.json", "--json"])
    let json = try #require(try JSONSerialization.jsonObject(with: Data(summary.output.utf8)) as? [String: Any])
    #expect(summary.code == 2 && json["schema"] as? String == "plaza.verify/1" && json["identical"] as? Bool == false)
  }

  @Test func `variables come from --set alone`() throws {
    command.folder.write(
      "study.yaml", "study: s\nsteps:\n  - join: ${PLAZA_NAME}\n    points: points.csv\n    areas: areas.geojson\n")
    let unset = try command.run(["run", "study.yaml", "-o", "out"])
    #expect(unset.code == 64 && unset.error.contains("line 3") && unset.error.contains("--set PLAZA_NAME="), "\(unset.error)")
    #expect(try command.run(["run", "study.yaml", "-o", "out", "--set", "PLAZA_NAME=j", "--set", "B=1"]).code == 64)
    #expect(try command.run(["run", "study.yaml", "-o", "out", "--set", "PLAZA_NAME"]).code == 64)
    #expect(try command.run(["run", "study.yaml", "-o", "out", "--set", "PLAZA_NAME=j", "--set", "PLAZA_NAME=k"]).code == 64)
    #expect(try command.run(["run", "study.yaml", "-o", "out", "--set", "PLAZA_NAME=j"]).code == 0)
    #expect(command.folder.text("out/manifest.json")?.contains("\"variables\": {\"PLAZA_NAME\": \"j\"}") == true)
    #expect(try command.run(["verify", "out/manifest.json"]).code == 0)
  }
}
