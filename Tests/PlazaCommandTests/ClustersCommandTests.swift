import Foundation
import PlazaTesting
import Testing

@Suite struct ClustersCommandTests {
  private let command = CommandRunner()
  /// Records in two crowds and scattered over the areas of the folder, in the order of their numbers.
  private let rows: [String]
  /// The whole of both areas and a little around them.
  private static let boundary = """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[-88.6,13.4],[-88.4,13.4],[-88.4,13.6],[-88.6,13.6],[-88.6,13.4]]]}}]}
    """

  init() {
    var random = SplitMix64(seed: 11)
    var rows: [String] = []
    func add(_ x: Double, _ y: Double, spread: Double, _ count: Int) {
      let wanted = rows.count + count
      while rows.count < wanted {
        let lon = (x + .random(in: -spread...spread, using: &random)) * 1e4
        let lat = (y + .random(in: -spread...spread, using: &random)) * 1e4
        // The scattered ones keep out of reach of the crowds.
        let isNear = abs(abs(lon + 885_000) - 500) < 120 && abs(abs(lat - 135_000) - 500) < 120
        if spread > 0.05, isNear { continue }
        rows.append("robo,\(lon.rounded() / 1e4),\(lat.rounded() / 1e4),\(1 + rows.count % 3)")
      }
    }
    add(-88.5, 13.5, spread: 0.1, 120)
    add(-88.55, 13.55, spread: 0.003, 30)
    add(-88.45, 13.45, spread: 0.003, 25)
    self.rows = rows
    command.folder.write("boundary.geojson", Self.boundary)
    write(rows)
  }

  private func write(_ rows: [String]) {
    command.folder.write("robos.csv", "delito,lon,lat,harm\n" + rows.joined(separator: "\n") + "\n,0,0,1\n")
  }

  private func run(_ arguments: String...) throws -> CommandRunner.Outcome {
    try command.run(["hotspots", "clusters", "robos.csv", "--boundary", "boundary.geojson"] + arguments)
  }

  private func outputs() throws -> [String] {
    try ["layer.geojson", "table.csv"].map {
      try String(contentsOf: URL(filePath: command.folder.path).appending(path: $0), encoding: .utf8)
    }
  }

  @Test func `two crowds are told, and every record is in the account`() throws {
    let outcome = try run(
      "--radius", "500", "--minimum", "10", "-o", "layer.geojson", "--table", "table.csv", "--map", "map.svg", "--json")
    #expect(outcome.code == 0, "\(outcome.error)")
    let map = try String(contentsOf: URL(filePath: command.folder.path).appending(path: "map.svg"), encoding: .utf8)
    // The study area, two outlines over it, that of its boundary and the scale bar; keys of the legend are rectangles.
    #expect(map.components(separatedBy: "fill-rule=\"evenodd\"").last?.components(separatedBy: "<path d=").count == 6)
    #expect(map.contains("more than chance explains") && map.contains("the rest of the study area"))
    #expect(outcome.error.contains("2 clusters: ") && outcome.error.contains("2 are beyond what chance explains"))
    #expect(outcome.error.contains("EPSG:32616"))
    let written = try outputs()
    let lines = written[1].split(separator: "\n")
    #expect(lines.count == 3 && lines[0] == "cluster,count,places,inside,share,area_km2,area_share,pai,lon,lat,p,class")
    #expect(lines[1].hasPrefix("1,30,") && lines[1].hasSuffix(",0.01,cluster beyond chance"))
    #expect(lines[2].hasPrefix("2,25,"))
    let json = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(json["schema"] as? String == "plaza.hotspots-clusters/1" && json["release"] as? String == "internal")
    let clusters = try #require(json["clusters"] as? [String: Any])
    #expect(clusters["used"] as? Int == 175 && clusters["in_clusters"] as? Int == 55 && clusters["noise"] as? Int == 120)
    #expect(clusters["radius_m"] as? Int == 500 && clusters["minimum"] as? Int == 10)
    let test = try #require(json["test"] as? [String: Any])
    #expect(test["simulations"] as? Int == 99 && test["seed"] as? Int == 1 && test["beyond_chance"] as? Int == 2)
    let points = try #require(json["points"] as? [String: Any])
    #expect(points["read"] as? Int == 176 && points["joined"] as? Int == 175)
  }

  @Test func `neither the workers nor the order of the rows change a byte`() throws {
    let options = ["-o", "layer.geojson", "--table", "table.csv", "--weight", "harm", "--simulations", "29", "-f"]
    command.folder.write("people.csv", "lon,lat,people\n-88.5,13.5,700\n-88.45,13.45,90.5\n-88.55,13.42,10\n")
    for extra in [[], ["--people", "people.csv", "--people-population", "people"]] {
      let arguments = ["hotspots", "clusters", "robos.csv", "--boundary", "boundary.geojson"] + options + extra
      write(rows)
      let outcome = try command.run(arguments + ["--jobs", "1"])
      #expect(outcome.code == 0, "\(outcome.error)")
      let wanted = try outputs()
      #expect(wanted[1].contains(",weight,inside,share,") && wanted[0].contains("\"cluster\":1"))
      var random = SplitMix64(seed: 12)
      for jobs in [2, 7] {
        write(rows.shuffled(using: &random))
        #expect(try command.run(arguments + ["--jobs", String(jobs)]).code == 0)
        #expect(try outputs() == wanted, "\(jobs) workers, \(extra)")
      }
      #expect(try command.run(arguments + ["--seed", "2"]).code == 0)
      #expect(try outputs()[0].count > 100)
    }
  }

  @Test func `no cluster is an empty layer and a sentence`() throws {
    let outcome = try run("--radius", "10", "--minimum", "50", "-o", "layer.geojson", "--table", "table.csv")
    #expect(outcome.code == 0 && outcome.error.contains("no cluster among 175 records"), "\(outcome.error)")
    let written = try outputs()
    #expect(written[0].contains("\"features\":[") && !written[0].contains("\"Feature\""))
    #expect(written[1] == "cluster,count,places,inside,share,area_km2,area_share,pai,lon,lat,p,class\n")
  }

  @Test func `what does not go together is refused`() throws {
    #expect(try run("--radius", "0.5").code == 64)
    #expect(try run("--minimum", "0").code == 64)
    #expect(try run("--simulations", "-1").code == 64)
    for alone in [["--people", "people.csv"], ["--people-population", "people"]] {
      let outcome = try command.run(["hotspots", "clusters", "robos.csv", "--boundary", "boundary.geojson"] + alone)
      #expect(outcome.code == 64 && outcome.error.contains("--people-population"), "\(outcome.error)")
      #expect(outcome.error.contains("go together"), "\(outcome.error)")
    }
    command.folder.write("people.csv", "lon,lat,people\n-88.5,13.5,7\n")
    let arguments = ["hotspots", "clusters", "robos.csv", "--people", "people.csv", "--people-population", "people"]
    let outcome = try command.run(arguments)
    #expect(outcome.code == 64 && outcome.error.contains("--boundary"), "\(outcome.error)")
  }

  @Test func `a step of a study writes what the command writes`() throws {
    command.folder.write(
      "study.yaml",
      """
      study: crowds
      steps:
        - hotspots-clusters: crowds
          points: robos.csv
          boundary: boundary.geojson
          radius: 500
          minimum: 10
          simulations: 19
          seed: 4

      """)
    let study = try command.run(["run", "study.yaml", "-o", "out"])
    #expect(study.code == 0, "\(study.error)")
    #expect(
      try run(
        "--radius", "500", "--minimum", "10", "--simulations", "19", "--seed", "4", "-o", "layer.geojson", "--table", "table.csv"
      )
      .code == 0)
    let folder = URL(filePath: command.folder.path).appending(path: "out")
    let written = try ["crowds.geojson", "crowds.csv"].map {
      try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }
    #expect(try outputs() == written)
    #expect(try command.run(["verify", "out/manifest.json"]).code == 0)
  }
}
