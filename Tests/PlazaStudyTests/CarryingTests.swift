import Foundation
import PlazaAnalysis
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats
@testable import PlazaStudy

@Suite struct CarryingTests {
  private let folder = TemporaryFolder()

  private static func area(_ code: String, _ x: Int, _ from: String, _ to: String) -> String {
    let ring = "[[\(x),0],[\(x + 1),0],[\(x + 1),1],[\(x),1],[\(x),0]]"
    return """
      {"type":"Feature","properties":{"codigo":"\(code)","desde":\(from),"hasta":\(to)},"geometry":\
      {"type":"Polygon","coordinates":[\(ring)]}}
      """
  }

  init() {
    let features = [
      Self.area("1", 0, "null", "\"2023-01-01\""), Self.area("2", 1, "null", "null"), Self.area("3", 0, "\"2023-01-01\"", "null"),
    ]
    folder.write("areas.geojson", "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}")
    folder.write("points.csv", "id,lon,lat\n1,0.5,0.5\n2,0.5,0.25\n3,1.5,0.5\n")
    folder.write("table.csv", "from_code;to_code;share\n1;3;0,75\n1;2;0,25\n2;2;1\n")
    folder.write("study.yaml", Self.study)
  }

  private static let study = """
    study: s
    steps:
      - join: carried
        points: points.csv
        areas: areas.geojson
        code: codigo
        as-of: 2022-06-30
        correspondence: table.csv
        to-areas: areas.geojson
        to-as-of: 2023-06-30
        to-code: codigo
    """

  private func failure(_ body: () throws -> Void) -> Diagnostic? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Failure)?.diagnostic
    }
  }

  @Test func `a step counts in one division and writes the other`() async throws {
    let study = try Study(path: folder.path + "/study.yaml")
    _ = try await StudyRun.run(study, folder: folder.path + "/out", force: false, jobs: 2, progress: SilentProgress())
    func json(_ name: String) throws -> [String: Any] {
      let bytes = try #require(folder.read("out/" + name))
      return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }
    let rows = try #require(folder.text("out/carried.csv")).split(separator: "\n").map { $0.split(separator: ",")[0...1] }
    #expect(rows.dropFirst().map { $0.joined(separator: " ") } == ["2 1.5", "3 1.5"])
    let summary = try json("carried.json")
    #expect(summary["as_of"] as? String == "2022-06-30" && (summary["areas"] as? [String: Int])?["not_valid"] == 1)
    let carried = try #require(summary["carried"] as? [String: Any])
    #expect(carried["from"] as? String == "areas.geojson" && carried["table"] as? String == "table.csv")
    #expect(carried["divided"] as? Int == 1 && carried["as_of"] as? String == "2023-06-30")
    let manifest = try json("manifest.json")
    let inputs = try #require(manifest["inputs"] as? [[String: Any]])
    #expect(inputs.map { $0["path"] as? String } == ["study.yaml", "points.csv", "areas.geojson", "table.csv"])
    let step = try #require((manifest["steps"] as? [[String: Any]])?.first)
    let parameters = try #require(step["parameters"] as? [String: Any])
    #expect(parameters["as-of"] as? String == "2022-06-30" && parameters["to-as-of"] as? String == "2023-06-30")
    #expect(parameters["correspondence"] as? String == "table.csv" && step["as_of"] as? String == "2022-06-30")
    #expect((step["carried"] as? [String: Any])?["to"] as? String == "areas.geojson")
  }

  @Test func `a table and the areas that it leads to go together`() throws {
    folder.write("study.yaml", Self.study.replacing("    to-areas: areas.geojson\n", with: ""))
    let found = failure { _ = try Study(path: folder.path + "/study.yaml") }
    #expect(found?.id == "usage.together" && found?.place?.line == 8)
    #expect(found?.values == ["one": "--correspondence", "other": "--to-areas"])
  }

  @Test(arguments: [
    ("from_code,to_code,share\n1,3,1\n2,2,1.5\n", "correspondence.bad_share", "3"),
    ("from_code,to_code,share\n1,3,1\n\n,2,1\n", "correspondence.no_code", "4"),
    ("share,to_code,from_code\n1,3,1\n1,3,1\n", "correspondence.repeated", "3"),
    ("from_code,to_code,share\n1,3,1\n2,2\n", "table.bad_row", "3"),
    ("from_code,to,share\n1,3,1\n", "field.missing", nil),
    ("from_code,to_code,share\n", "correspondence.empty", nil),
    ("{\"a\": 1}", "format.refused.table", nil),
  ])
  func `what is wrong with a table is said with its line`(text: String, id: String, line: String?) {
    let file = InputFile("t.csv", path: folder.write("t.csv", text))
    let found = failure { _ = try CorrespondenceFile.read(file) }
    #expect(found?.id == id && found?.values["line"] == line && found?.values["file"] == "t.csv")
  }
}
