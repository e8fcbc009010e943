import Foundation
import PlazaTesting
import Testing

@Suite struct ChangeCommandTests {
  private let command = CommandRunner()

  private func join(_ arguments: String...) throws -> CommandRunner.Outcome {
    try command.run(["join", "points.csv", "--areas", "areas.geojson"] + arguments)
  }

  private func write(_ name: String, to end: String) {
    let ring = "[[-89,13],[-88,13],[-88,14],[-89,14],[-89,13]]"
    let geometry = "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}"
    let old = "{\"type\":\"Feature\",\"properties\":{\"codigo\":\"01\",\"valid_from\":null,\"valid_to\":\"\(end)\"},\(geometry)}"
    let new =
      "{\"type\":\"Feature\",\"properties\":{\"codigo\":\"02\",\"valid_from\":\"2024-05-01\",\"valid_to\":null},\(geometry)}"
    command.folder.write(name, "{\"type\":\"FeatureCollection\",\"features\":[\(old),\(new)]}")
  }

  @Test func `a file of two divisions asks for a day, and a day chooses one`() throws {
    write("areas.geojson", to: "2024-05-01")
    let without = try join()
    #expect(without.code == 65 && without.error.contains("--as-of 2024-05-01"), "\(without.error)")
    for (date, code, day) in [("2024-04-30", "01", "30 April 2024"), ("2024-05-01", "02", "1 May 2024")] {
      let outcome = try join("--as-of", date, "--table", "-")
      #expect(outcome.code == 0 && outcome.output.contains("\n\(code),"), "\(outcome.error)")
      #expect(outcome.error.contains("valid on \(day) by"))
    }
    #expect(try join("--as-of", "2024").code == 64)
  }

  @Test func `counts are carried by a table`() throws {
    command.folder.write("table.csv", "from_code,to_code,share\n01,01,0.5\n01,02,0.5\n02,02,1\n")
    let arguments = ["--correspondence", "table.csv", "--to-areas", "areas.geojson"]
    let outcome = try command.run(["join", "points.csv", "--areas", "areas.geojson", "--table", "-"] + arguments)
    #expect(outcome.code == 0, "\(outcome.error)")
    #expect(outcome.output.contains("\n01,,,0.5,Uno") && outcome.output.contains("\n02,,,1.5,Dos"))
    #expect(outcome.error.contains("table.csv"))
    command.folder.write("table.csv", "from_code,to_code,share\n01,01,0.5\n02,02,1\n")
    let short = try command.run(["join", "points.csv", "--areas", "areas.geojson", "-o", "out.geojson"] + arguments)
    #expect(short.code == 65 && short.error.contains("01") && short.error.contains("0.5"), "\(short.error)")
    #expect(!command.folder.names.contains("out.geojson"))
    #expect(try join("--correspondence", "table.csv").code == 64)
    #expect(try join("--to-population", "pob").code == 64)
  }
}
