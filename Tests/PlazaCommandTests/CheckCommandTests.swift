import Foundation
import PlazaTesting
import Testing

/// `check` as its users run it.
@Suite struct CheckCommandTests {
  let runner = CommandRunner()

  @Test func `A sound layer ends with 0, a flawed one with 2 under strict, its problems written`() throws {
    let sound = try runner.run(["check", "areas.geojson", "--strict"])
    #expect(sound.code == 0, "\(sound.error)")
    #expect(sound.error.contains("areas.geojson: no problem found in 2 areas"))
    runner.folder.write(
      "flawed.geojson",
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"codigo":"01"},"geometry":{"type":"Polygon","coordinates":[[[-89,13],[-88,13],[-88,14],[-89,14],[-89,13]]]}},
      {"type":"Feature","properties":{"codigo":"02"},"geometry":{"type":"Polygon","coordinates":[[[-88.1,13],[-87,13],[-87,14],[-88.1,14],[-88.1,13]]]}}]}
      """)
    let plain = try runner.run(["check", "flawed.geojson", "-o", "p.geojson"])
    #expect(plain.code == 0)
    let strict = try runner.run(["check", "flawed.geojson", "-o", "q.geojson", "--strict"])
    #expect(strict.code == 2)
    #expect(strict.error.contains("1 problem stands"))
    #expect(runner.folder.text("q.geojson") == runner.folder.text("p.geojson"))
    #expect(runner.folder.text("q.geojson")?.contains("\"problem\":\"overlap\"") == true)
    let summary = try runner.run(["check", "flawed.geojson", "--json", "--quiet"])
    #expect(summary.output.contains("\"schema\": \"plaza.check/1\"") && summary.output.contains("\"overlap\": 1"))
    for language in ["es", "pt"] {
      let spoken = try runner.run(["check", "flawed.geojson", "--lang", language]).error
      #expect(spoken.contains(language == "es" ? "suelo en común" : "solo em comum") && !spoken.contains("{"))
    }
  }

  @Test func `A study checks its areas, and a strict one that are not sound ends it with nothing written`() throws {
    func study(_ more: String) -> String {
      "study: s\nsteps:\n  - check: soundness\n    files: [areas.geojson, points.csv]\n\(more)"
    }
    runner.folder.write("study.yaml", study(""))
    let done = try runner.run(["run", "study.yaml", "-o", "out"])
    #expect(done.code == 0, "\(done.error)")
    #expect(runner.folder.text("out/soundness.csv")?.hasPrefix("problem,file,") == true)
    #expect(runner.folder.text("out/soundness.json")?.contains("\"schema\": \"plaza.check/1\"") == true)
    runner.folder.write("points.csv", "id,lon,lat,casos\n1,-88.5,13.5,-4\n2,-87.5,13.5,1\n")
    runner.folder.write("study.yaml", study("    strict: true\n"))
    let strict = try runner.run(["run", "study.yaml", "-o", "strict"])
    #expect(strict.code == 2 && runner.folder.text("strict/soundness.csv") == nil, "\(strict.error)")
  }

  @Test func `Hostile input is refused with what is wrong`() throws {
    runner.folder.write(
      "open.geojson",
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1]]]}}]}"#
    )
    runner.folder.write("empty.csv", "")
    runner.folder.write("broken.geojson", #"{"type":"FeatureCollection","features":[{"type":"#)
    for name in ["open.geojson", "empty.csv", "broken.geojson", "missing.geojson"] {
      let outcome = try runner.run(["check", name])
      #expect(!outcome.wasKilled && [0, 65, 66].contains(outcome.code) && outcome.error.contains(name), "\(name): \(outcome)")
    }
    // Squares in squares: every pair overlaps.
    let nested = (0..<3000).map { n in
      let r = 1 - Double(n) / 4000
      return
        "{\"type\":\"Feature\",\"properties\":{\"codigo\":\"\(n)\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[\(-r),\(-r)],[\(r),\(-r)],[\(r),\(r)],[\(-r),\(r)],[\(-r),\(-r)]]]}}"
    }
    runner.folder.write("nested.geojson", "{\"type\":\"FeatureCollection\",\"features\":[\(nested.joined(separator: ","))]}")
    let tangled = try runner.run(["check", "nested.geojson"])
    #expect(tangled.code == 65 && tangled.error.contains("pairs of areas have ground in common"), "\(tangled.error)")
  }
}
