import Foundation
import PlazaGeometry
import PlazaLayers
internal import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

@Suite struct CarriedJoinTests {
  private static let studies = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "GeoData/studies")

  private func layer(_ name: String) throws -> Layer {
    let input = Input(Self.studies.appending(path: name).path)
    return try GeoJSONLayerSource(name: name, open: { try input.open() }, jobs: 2).readLayer().layer
  }

  private func areas(_ name: String, population: String? = nil) async throws -> AreaSet {
    var fields = AreaFields()
    fields.code = ["codigo"]
    fields.population = population
    return try await AreaSet(layer(name), named: name, fields: fields, jobs: 2)
  }

  private func join(_ points: String, _ areas: String, _ options: JoinOptions) async throws -> JoinResult {
    // Its maker takes degrees with letters for damage.
    var asMade = Reading()
    asMade.asWritten = [.degrees]
    return try await Join.run(
      CSVPointSource(Input(Self.studies.appending(path: points).path), options: asMade), areas: layer(areas), areasFile: areas,
      options: options,
      jobs: 2)
  }

  /// A study's table by the plainest reading.
  private func table(_ name: String) throws -> Correspondence {
    let text = try String(contentsOf: Self.studies.appending(path: name), encoding: .utf8)
    let rows = text.split(separator: "\n").enumerated().dropFirst().map { index, line in
      let cells = line.split(separator: ",").map(String.init)
      return Correspondence.Row(line: index + 1, from: cells[0], to: cells[1], share: cells[2])
    }
    return try Correspondence(rows, named: name)
  }

  private var laPaz: JoinOptions {
    var options = JoinOptions()
    options.areas.code = ["codigo"]
    (options.by, options.when, options.period) = ("delito", "fecha", .month)
    (options.from, options.to) = ("2022", "2022")
    // On a border the lowest code wins, and codes differ between divisions: there a record counts in both.
    options.assignment = .all
    return options
  }

  @Test func `La Paz carried from nine to eleven is what is counted in the eleven where areas went over whole`() async throws {
    let old = try await join("la-paz/data/delitos.csv", "la-paz/data/macrodistritos-2022.geojson", laPaz)
    let new = try await join("la-paz/data/delitos.csv", "la-paz/data/macrodistritos.geojson", laPaz)
    let carried = try await old.crosswalked(
      by: table("la-paz/data/correspondencia.csv"), from: "nine", to: areas("la-paz/data/macrodistritos.geojson"),
      named: "eleven",
      hasOwnPopulations: false)
    let divided: Set = ["M06", "M07", "M09"]
    #expect(carried.formerCount == 9 && carried.dividedCount == 1)
    func whole(_ rows: [[String]]) -> [[String]] { rows.filter { !divided.contains($0[0]) }.map { Array($0[..<6]) } }
    #expect(whole(carried.rows.rows) == whole(new.table.rows) && whole(new.table.rows).count > 300)
    // What was in Sur is in its three parts, by the shares of the table, month by month and kind by kind.
    var parts: [String: [String: Double]] = [:]
    for row in carried.rows.rows where divided.contains(row[0]) { parts[row[1] + row[2], default: [:]][row[0]] = Double(row[3]) }
    let sur = old.table.rows.filter { $0[0] == "A5" }
    #expect(sur.count == parts.count && sur.count > 50)
    for row in sur {
      let found = try #require(parts[row[1] + row[2]])
      let count = try #require(Double(row[3]))
      for (code, share) in [("M06", 0.3258), ("M07", 0.2360), ("M09", 0.4382)] {
        let part = try #require(found[code])
        #expect(abs(part - count * share) < 1e-9, "\(row) \(code)")
      }
    }
    let layer = try carried.makeLayer()
    let sum = try #require(layer.column(named: "count")).values.map { Double($0.text!)! }.reduce(0, +)
    #expect(abs(sum - Double(old.account.assigned)) < 1e-9 && layer.featureCount == 11)
  }

  @Test func `rates have limits where whole areas were put together, and none where one was divided`() async throws {
    var options = laPaz
    (options.period, options.areas.population) = (nil, "poblacion")
    let old = try await join("la-paz/data/delitos.csv", "la-paz/data/macrodistritos-2022.geojson", options)
    let table = try table("la-paz/data/correspondencia.csv")
    let carried = try await old.crosswalked(
      by: table, from: "", to: areas("la-paz/data/macrodistritos.geojson"), named: "", hasOwnPopulations: false)
    let formerRows = Dictionary(grouping: old.table.rows, by: { $0[0] })
    #expect(carried.rows.rows.filter { $0[0] == "M02" }.map { $0[10...13] } == formerRows["A1"]?.map { $0[10...13] })
    for row in carried.rows.rows where ["M06", "M07", "M09"].contains(row[0]) {
      #expect(row[11] != "" && row[12] == "" && row[13] == "")
      // The population is carried by the same shares, so the rate is that of the area that was divided.
      let former = try #require(formerRows["A5"]?.first { $0[1] == row[1] })
      #expect(abs(Double(row[11])! - Double(former[11])!) < 1e-6)
    }
    let populations = try #require(try carried.makeLayer().column(named: "poblacion"))
    let own = try await old.crosswalked(
      by: table, from: "", to: areas("la-paz/data/macrodistritos.geojson", population: "poblacion"), named: "",
      hasOwnPopulations: true)
    #expect(own.rows.rows.first { $0[0] == "M06" }?[10] == populations.values[5].text)
  }

  @Test func `the metropolis carried to the municipalities of 2024 is the sum of their districts`() async throws {
    var options = JoinOptions()
    options.areas.code = ["codigo"]
    options.by = "delito"
    let old = try await join("amss/data/delitos.csv", "amss/data/municipios.geojson", options)
    let table = try table("amss/data/correspondencia-2024.csv")
    let carried = try await old.crosswalked(
      by: table, from: "", to: areas("amss/data/municipios-2024.geojson"), named: "", hasOwnPopulations: false)
    let truth = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: Self.studies.appending(path: "amss/data/truth.json")))
        as? [String: Any])
    let file = try #require((truth["delitos.csv"] as? [String: Any])?["municipios_by_delito"] as? [String: Any])
    let former = try #require(file["by_area_and_category"] as? [String: [String: Int]])
    var expected: [String: Int] = [:]
    for (code, kinds) in former {
      let place = try #require(table.place(of: code))
      let to = table.toCodes[table.parts[place][0].to]
      for (kind, count) in kinds { expected["\(to) \(kind)", default: 0] += count }
    }
    #expect(Dictionary(uniqueKeysWithValues: carried.rows.rows.map { ("\($0[0]) \($0[1])", Int($0[3])) }) == expected)
    #expect(carried.dividedCount == 0 && table.isWhole && carried.findings[0].id == "carried.whole")
    // Together they are the same metropolis.
    let now = try layer("amss/data/municipios-2024.geojson").geometry
    let then = try layer("amss/data/municipios.geojson").geometry
    func surface(_ column: PolygonColumn) -> Double {
      (0..<column.featureCount).reduce(0) { $0 + column.geodesicArea(ofFeature: $1) }
    }
    #expect(abs(surface(now) - surface(then)) < 1)
  }

  @Test func `weights are carried too, to the last unit`() async throws {
    let areas = square(codes: [.text("a"), .text("b")])
    let csv = "id,w,lon,lat\n1,0.1,0.5,0.5\n2,0.000000001,0.5,0.5\n3,2.5,1.5,0.5\n"
    var options = JoinOptions()
    options.weight = "w"
    let result = try await Join.run(
      SmallBatches(Array(csv.utf8)), areas: areas, areasFile: "a.geojson", options: options, jobs: 1)
    var rows: [Correspondence.Row] = ["x", "y", "z"].map { .init(line: 2, from: "a", to: $0, share: "0.333333333333") }
    rows.append(.init(line: 5, from: "b", to: "z", share: "1"))
    let table = try Correspondence(rows, named: "t")
    let new = try await AreaSet(
      square(codes: [.text("x"), .text("y"), .text("z")]), named: "n.geojson", fields: AreaFields(), jobs: 1)
    let carried = try result.crosswalked(by: table, from: "", to: new, named: "", hasOwnPopulations: false)
    #expect(
      carried.rows.rows.map { [$0[0], $0[3], $0[15]] } == [
        ["x", "0.666666667", "0.033333334"], ["y", "0.666666667", "0.033333334"], ["z", "1.666666666", "2.533333333"],
      ])
    let weights = try #require(try carried.makeLayer().column(named: "weight"))
    #expect(weights.values.map(\.text) == ["0.033333334", "0.033333334", "2.533333333"])
  }

  @Test func `counts of several levels are not carried`() async throws {
    let fine = square(codes: [.text("a"), .text("b")], others: [Column(name: "sup", values: [.text("s"), .text("s")])])
    var options = JoinOptions()
    options.areas.parent = "sup"
    var coarse = AreaFields()
    coarse.code = ["codigo"]
    options.areas.code = ["codigo"]
    options.coarserAreas = [coarse]
    let result = try await Join.run(
      SmallBatches(Array("id,lon,lat\n1,0.5,0.5\n".utf8)),
      levels: [AreaLayer(fine, file: "f"), AreaLayer(square(codes: [.text("s")]), file: "c")], options: options, jobs: 1)
    let new = try await AreaSet(square(codes: [.text("a"), .text("b")]), named: "n", fields: AreaFields(), jobs: 1)
    #expect {
      _ = try result.crosswalked(by: .identity(["a", "b"]), from: "", to: new, named: "", hasOwnPopulations: false)
    } throws: { ($0 as? Failure)?.diagnostic.id == "correspondence.levels" }
  }
}
