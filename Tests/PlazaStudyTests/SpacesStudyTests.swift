import Foundation
import PlazaFormats
import PlazaGeometry
import PlazaLayers
import PlazaPROJ
internal import PlazaRecords
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaStudy

/// `spaces` from files to files: against the slow and obvious, whatever the order of the records and the number of workers.
@Suite struct SpacesStudyTests {
  let folder = TemporaryFolder()

  private struct Table {
    var header: [String]
    var rows: [[String]]
    subscript(code: String, column: String) -> String? {
      guard let place = header.firstIndex(of: column), let row = rows.first(where: { $0[0] == code }) else { return nil }
      return row[place]
    }
  }

  private func table(_ name: String) throws -> Table {
    let lines = try #require(folder.text(name)).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return Table(header: lines[0], rows: Array(lines.dropFirst()))
  }

  /// Runs `spaces` over a registry of the folder, with every output that it has.
  private func run(_ registry: String, _ more: [String] = [], jobs: Int = 2) async throws -> SpacesResult {
    let names = ["output": "s.geojson", "table": "s-table", "regions": "s-regions", "checks": "s-checks", "map": "s-map"]
    let outputs = names.sorted { $0.key < $1.key }.map { "--\($0.key)=\(folder.path)/\($0.value)" }
    let step = try step(
      SpacesVerb.self, [registry] + more + outputs, name: "s", folder: folder.path, summary: folder.path + "/s-summary")
    let files = OutputSet(force: true)
    let outcome = try await step.run(into: files, StepContext(notice: "made", jobs: jobs))
    try files.commit()
    return try #require(outcome.result as? SpacesResult)
  }

  /// Twelve spaces and three hundred incidents in a town, the incidents in any order.
  private func writeTown(shuffled seed: UInt64? = nil) -> (spaces: [Coordinate], incidents: [(Coordinate, String)]) {
    var random = SplitMix64(seed: 11)
    let plane = LocalPlane(centre: Coordinate(x: -71.5, y: -16.4))
    func place(_ reach: Double) -> Coordinate {
      let degrees = plane.degrees(
        Coordinate(x: .random(in: -reach...reach, using: &random), y: .random(in: -reach...reach, using: &random)))
      return Coordinate(x: (degrees.x * 1e7).rounded() / 1e7, y: (degrees.y * 1e7).rounded() / 1e7)
    }
    let spaces = (0..<12).map { _ in place(900) }
    let incidents = (0..<300).map { (place(1500), ["robo", "hurto", "riña"][$0 % 3]) }
    folder.write(
      "spaces.csv",
      "codigo,nombre,estado,comite,M,H,lon,lat\n"
        + spaces.enumerated().map {
          "e\($0),Plaza \($0),\($0 % 3 == 0 ? "hecho" : "por hacer"),C\($0),\($0 + 1),2,\($1.x),\($1.y)\n"
        }.joined())
    var lines = incidents.map { "\($0.0.x),\($0.0.y),\($0.1)\n" }
    if let seed {
      var order = SplitMix64(seed: seed)
      lines.shuffle(using: &order)
    }
    folder.write("incidents.csv", "lon,lat,tipo\n" + lines.joined())
    return (spaces, incidents)
  }

  @Test func `incidents within each distance are those of all pairs, and the total counts each once`() async throws {
    let (spaces, incidents) = writeTown()
    let result = try await run(
      "spaces.csv", ["--incidents", "incidents.csv", "--by", "tipo", "--distance", "400,150"])
    let table = try table("s-table")
    for distance in [150, 400] {
      var together = 0
      for kind in [nil, "robo", "hurto", "riña"] {
        let column = "incidents_\(distance)" + (kind.map { "_" + ($0 == "riña" ? "rina" : $0) } ?? "")
        for (index, space) in spaces.enumerated() {
          let count = incidents.count {
            Geodesic.wgs84.distance(from: space, to: $0.0) <= Double(distance) && (kind == nil || $0.1 == kind)
          }
          #expect(table["e\(index)", column] == String(count), "\(column) \(index)")
        }
        let any = incidents.count { incident in
          (kind == nil || incident.1 == kind)
            && spaces.contains { Geodesic.wgs84.distance(from: $0, to: incident.0) <= Double(distance) }
        }
        #expect(table["total", column] == String(any), "\(column)")
        if kind == nil { together = any }
      }
      #expect(result.together.first { $0.distance == distance }?.incidents == Double(together))
    }
    let near = incidents.count { incident in spaces.contains { Geodesic.wgs84.distance(from: $0, to: incident.0) <= 400 } }
    #expect(result.account.joined == near && result.account.outside == 300 - near && result.account.isBalanced)
    #expect(result.overlapping > 0 && result.findings.contains { $0.id == "spaces.overlap" })
  }

  @Test func `neither the order of the records nor the number of workers changes a byte`() async throws {
    _ = writeTown()
    let names = ["s.geojson", "s.qml", "s-table", "s-checks", "s-map"]
    func outputs(jobs: Int) async throws -> [[UInt8]?] {
      _ = try await run(
        "spaces.csv", ["--incidents", "incidents.csv", "--by", "tipo"], jobs: jobs)
      return names.map { folder.read($0) }
    }
    let first = try await outputs(jobs: 1)
    #expect(first.allSatisfy { $0?.isEmpty == false })
    for (jobs, seed) in [(2, nil), (5, 1), (1, 2)] as [(Int, UInt64?)] {
      _ = writeTown(shuffled: seed)
      #expect(try await outputs(jobs: jobs) == first)
    }
  }

  @Test func `what does not add up is listed and left as it is`() async throws {
    folder.write(
      "spaces.csv",
      """
      codigo,estado,region,comite,miembros,mujeres,hombres,fecha_recuperacion,lon,lat
      a,hecho,01,C1,10,6,4,2019-05-17,-77,-12
      b,hecho,01,C1,10,6,5,2019-06,-77.001,-12
      b,hecho,02,,3,2,1,ayer,-77.1,-12
      d,plan,02,C4,siete,3,4,,-77.1,-12
      e,plan,02,C5,,,,,,
      """)
    folder.write("actos.csv", "id,espacio,personas,M,H\n1,a,10,4,6\n2,z,5,2,2\n3,a,10,4,6\n")
    let result = try await run(
      "spaces.csv", ["--region", "region", "--activities", "actos.csv"])
    let found = result.checks.map { "\($0.kind.rawValue) \($0.row)" }.sorted()
    #expect(
      found == [
        "members_without_committee 3", "no_place 5", "not_a_count 4", "not_a_date 3", "repeated_code 3", "repeated_place 4",
        "repeated_row 3", "sexes_do_not_add 2", "sexes_do_not_add 2", "shared_committee 2", "unknown_space 2",
      ])
    let regions = try table("s-regions")
    #expect(regions["01", "members"] == "20" && regions["01", "women"] == "12" && regions["01", "committees"] == "1")
    #expect(regions["01", "actos"] == "2" && regions["01", "actos_people"] == "20" && regions["unknown", "actos_people"] == "5")
    let spaces = try table("s-table")
    #expect(spaces["a", "actos"] == "2" && spaces["a", "actos_people"] == "20" && spaces["d", "actos"] == "0")
    #expect(spaces["total", "actos"] == "2" && spaces["total", "actos_people"] == "20")
    #expect(regions["total", "spaces"] == "5" && regions["total", "members"] == "23")
    #expect(try table("s-table")["b", "recovered"] == "2019-06")
    #expect(result.warnings.map(\.id).count == 11, "\(result.warnings.map(\.id))")
  }

  @Test func `a committee that can be a person is counted and not written`() async throws {
    folder.write("spaces.csv", "codigo,nombre_presidente,lon,lat\na,Ana Ejemplo,-77,-12\nb,Luis Ejemplo,-77.001,-12\n")
    let result = try await run(
      "spaces.csv", ["--committee", "nombre_presidente", "--space-name", "codigo", "--region", "codigo"])
    #expect(result.regions?.total.committees == 2 && result.warnings.contains { $0.id == "spaces.withheld" })
    for name in ["s.geojson", "s-table", "s-regions", "s-summary", "s-map"] {
      #expect(folder.text(name)?.contains("Ejemplo") == false, "\(name)")
    }
  }

  @Test func `kinds that expose people are not counted around spaces`() async throws {
    folder.write("spaces.csv", "codigo,lon,lat\na,-77,-12\n")
    folder.write("incidents.csv", "lon,lat,tipo\n-77,-12,robo\n-77,-12,violación\n")
    let result = try await run(
      "spaces.csv", ["--incidents", "incidents.csv", "--by", "tipo"])
    #expect(try table("s-table")["a", "incidents_100"] == "1" && result.account[withheld: .sensitiveKind] == 1)
    #expect(result.account.isBalanced && result.account.joined == 1)
    #expect(folder.text("s-table")?.contains("violacion") == false)
  }

  @Test func `the highest class of a hazard goes by the order that is given`() async throws {
    folder.write("spaces.csv", "codigo,lon,lat\na,0.5,0.5\nb,1.5,0.5\nc,3,3\n")
    func zone(_ east: Double, _ level: String) -> String {
      """
      {"type":"Feature","properties":{"clase":"\(level)"},
      "geometry":{"type":"Polygon","coordinates":[[[0,0],[\(east),0],[\(east),1],[0,1],[0,0]]]}}
      """
    }
    folder.write(
      "h.geojson", #"{"type":"FeatureCollection","features":["# + zone(2, "baja") + "," + zone(1, "alta") + "]}")
    func classes(_ order: [String]) async throws -> [String?] {
      _ = try await run(
        "spaces.csv", ["--hazards", "flood=h.geojson:clase", "--order", order.joined(separator: ",")])
      let table = try table("s-table")
      return ["a", "b", "c"].map { table[$0, "flood_class"] }
    }
    #expect(try await classes(["baja", "media", "alta"]) == ["alta", "baja", ""])
    #expect(try await classes(["alta", "baja"]) == ["baja", "baja", ""])
    await #expect(throws: Failure.self) { try await classes(["baja"]) }
  }

  @Test func `people in points around a space are those within the distance, and together once`() async throws {
    folder.write("spaces.csv", "codigo,lon,lat\na,-77,-12\nb,-77.001,-12\n")
    folder.write(
      "people.csv", "lon,lat,poblacion,mujeres,hombres\n-77,-12,100,60,40\n-77.001,-12,10,4,6\n-77.01,-12,1000,500,500\n")
    let result = try await run(
      "spaces.csv", ["--people", "people.csv", "--distance", "50,300"])
    let table = try table("s-table")
    #expect(table["a", "people_50"] == "100" && table["b", "people_50"] == "10" && table["total", "people_50"] == "110")
    #expect(table["a", "people_300"] == "110" && table["total", "people_300"] == "110")
    #expect(table["a", "people_300_women"] == "64" && table["total", "people_300_men"] == "46")
    #expect(result.together[1].people?.total == 110)
  }

  @Test func `distances go from the shortest to the longest, as many as nobody states`() async throws {
    folder.write("spaces.csv", "codigo,lon,lat\na,-77,-12\nb,-77.001,-12\n")
    for (words, distances) in [([], [100, 200, 400]), (["--distance", "400, 100"], [100, 400])] as [([String], [Int])] {
      #expect(try await run("spaces.csv", words).together.map(\.distance) == distances)
    }
  }

  @Test(arguments: ["0", "1.5", "20001", "x", "-1", "400,100,400"])
  func `distances are whole metres, each once`(text: String) {
    let found = refusal { _ = try step(SpacesVerb.self, ["r.csv", "--distance=\(text)"]) }
    #expect(found?.id == "takes.list.whole", "\(String(describing: found))")
    #expect(
      found?.values == ["option": "--distance", "given": text, "low": "1", "high": "20000"], "\(String(describing: found))")
  }
}
