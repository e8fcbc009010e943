import Foundation
import PlazaTesting
import Testing

/// `init` on a folder that allows more than a join.
@Suite struct DraftCommandTests {
  private let command = CommandRunner()

  private static func square(_ west: Double, _ south: Double, _ size: Double, _ properties: String) -> String {
    """
    {"type":"Feature","properties":{\(properties)},"geometry":{"type":"Polygon","coordinates":[[[\(west),\(south)],[\(west + size),\(south)],\
    [\(west + size),\(south + size)],[\(west),\(south + size)],[\(west),\(south)]]]}}
    """
  }

  private func write(_ name: String, _ features: [String]) {
    command.folder.write(name, "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}")
  }

  /// Two years of records, barrios with a population, parks, and a flood in three classes.
  private func writeTown() {
    for name in ["areas.geojson", "points.csv"] { unlink(command.folder.path + "/" + name) }
    var barrios: [String] = []
    for row in 0..<4 {
      for column in 0..<4 {
        barrios.append(
          Self.square(
            -88.44 + 0.005 * Double(column), 13.43 + 0.005 * Double(row), 0.005,
            "\"codigo\":\"\(row)\(column)\",\"nombre\":\"Barrio \(row)\(column)\",\"poblacion\":\(900 + 100 * row)"))
      }
    }
    write("barrios.geojson", barrios)
    write(
      "inundacion.geojson",
      ["baja", "media", "alta"].enumerated().map {
        Self.square(-88.438 + 0.004 * Double($0), 13.434, 0.003, "\"clase\":\"\($1)\"")
      })
    command.folder.write("parques.csv", "codigo,nombre,lon,lat\na,Parque A,-88.431,13.441\nb,Parque B,-88.427,13.446\n")
    var random = SplitMix64(seed: 9)
    var rows = ["id,delito,fecha,lon,lat"]
    for row in 0..<1_200 {
      let (x, y) = (
        Double.random(in: -88.4399 ... -88.4201, using: &random), Double.random(in: 13.4301...13.4499, using: &random)
      )
      let day = String(format: "%d-%02d-%02d", 2023 + row % 2, 1 + row / 2 % 12, 1 + row % 28)
      rows.append("\(row),\(row % 3 == 0 ? "hurto" : "robo"),\(day),\(String(format: "%.5f,%.5f", x, y))")
    }
    command.folder.write("delitos.csv", rows.joined(separator: "\n") + "\n")
  }

  @Test func `a folder gets a step of every verb that it allows, and the study runs`() throws {
    writeTown()
    let drafted = try command.run(["init", "."])
    #expect(drafted.code == 0, "\(drafted.error)")
    let study = try #require(command.folder.text("study.yaml"))
    for line in [
      "  - join: delitos-barrios\n", "  - compare: delitos-barrios-compare\n", "  - hotspots: delitos-hotspots\n",
      "  - spaces: parques-spaces\n", "  - coverage: parques-coverage\n", "  - exposure: inundacion-exposure\n",
      "    hazards: inundacion=inundacion.geojson:clase\n", "    boundary: barrios.geojson\n", "    incidents: delitos.csv\n",
    ] {
      #expect(
        study.contains(line)
          || study.contains(
            line.replacing("inundacion=inundacion.geojson:clase", with: "\"inundacion=inundacion.geojson:clase\"")),
        "\(line)\(study)")
    }
    let run = try command.run(["run", "study.yaml", "-o", "out", "-q"])
    #expect(run.code == 0, "\(run.error)\n\(study)")
    for name in ["delitos-barrios-compare.csv", "delitos-hotspots.geojson", "parques-coverage.csv", "inundacion-exposure.csv"] {
      #expect(command.folder.names.contains("out") && command.folder.text("out/\(name)") != nil, "\(name)")
    }
  }

  @Test func `what is not sure is a comment that says why, and the study runs without it`() throws {
    writeTown()
    command.folder.write(
      "delitos.csv", "id,delito,fecha,lon,lat\n1,robo,2024-01-03,-88.431,13.441\n2,hurto,2024-02-03,-88.427,13.446\n")
    write("inundacion.geojson", [Self.square(-88.438, 13.434, 0.003, "\"clase\":\"II\",\"nivel\":\"x\"")])
    #expect(try command.run(["init", ".", "--lang", "en"]).code == 0)
    let study = try #require(command.folder.text("study.yaml"))
    for line in [
      "  # - compare: ", "  # - hotspots: ", "  # - exposure: ", "the first records are of one year", "fewer than 100 records",
    ] {
      #expect(study.contains(line), "\(line)\(study)")
    }
    let run = try command.run(["run", "study.yaml", "-o", "out", "-q"])
    #expect(run.code == 0, "\(run.error)\n\(study)")
  }
}
