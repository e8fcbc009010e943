import Foundation
import PlazaFormats
import PlazaLayers
internal import PlazaRecords
import Testing

@testable import PlazaAnalysis
@testable import PlazaStudy

/// The sample studies with spaces: the figures of their documents, and what their makers wrote down.
@Suite struct SampleSpacesTests {
  private static let studies = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "GeoData/studies")

  private static func data(_ study: String, _ file: String) -> String { studies.appending(path: "\(study)/data/\(file)").path }

  private static func truth(_ study: String) throws -> [String: Any] {
    let text = try Data(contentsOf: URL(filePath: data(study, "truth.json")))
    return try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
  }

  /// Spaces with the files of a sample study.
  private func run(_ study: String, _ words: [String]) async throws -> SpacesResult {
    let step = try step(SpacesVerb.self, words, name: "s", folder: Self.studies.appending(path: "\(study)/data").path)
    return try #require(try await step.run(into: OutputSet(force: false), StepContext(jobs: 2)).result as? SpacesResult)
  }

  private func peru(
    activities: [String] = ["actividades.csv", "charlas.csv"], _ more: String...
  ) async throws -> SpacesResult {
    let areas = ["--areas", "regiones.geojson", "--code", "codigo", "--name", "nombre", "--population", "poblacion"]
    return try await run(
      "nuestro-espacio-seguro", ["espacios.geojson"] + areas + activities.flatMap { ["--activities", $0] } + more)
  }

  @Test func `the registry of 83 spaces has the figures of its document`() async throws {
    let regions = try #require(try await peru().regions)
    #expect(regions.regions.count == 8 && regions.unknown == nil && regions.regions.allSatisfy { $0.code.hasPrefix("0") })
    let total = regions.total
    #expect(total.spaces == 83 && total.committees == 83 && total.chats == 83 && total.members == 479)
    #expect(total.women! + total.men! == 479)
    #expect(total.activities[0].rows > 80)
    // People in talks belong to regions, not to spaces.
    #expect(regions.tables == ["actividades", "charlas"] && total.activities[1].people == 4258)
    let truth = try #require(try Self.truth("nuestro-espacio-seguro")["regions"] as? [String: [String: Any]])
    for region in regions.regions {
      let wanted = try #require(truth[region.code])
      #expect(region.spaces == wanted["spaces"] as? Int && region.members == wanted["members"] as? Double, "\(region.code)")
      #expect(region.women == wanted["women"] as? Double && region.population == wanted["population"] as? Double)
      #expect(
        region.activities[0].rows == wanted["activities"] as? Int && region.activities[1].people == wanted["talks"] as? Double)
      let states = try #require(wanted["by_state"] as? [String: Int])
      for (state, count) in zip(regions.states, region.byState) { #expect(states[state] ?? 0 == count) }
    }
  }

  @Test(arguments: ["incidentes-efecto.csv", "incidentes-sin-efecto.csv"])
  func `incidents around the 83 spaces are those that the maker counted`(file: String) async throws {
    let result = try await peru("--incidents", file)
    let truth = try Self.truth("nuestro-espacio-seguro")
    let around = try #require((truth[file] as? [String: Any])?["around"] as? [String: [Double]])
    let nearest = try #require(truth["nearest"] as? [String: [Any]])
    #expect(around.count == 83)
    for space in 0..<result.register.count {
      let code = result.register.codes[space]
      let counts = (0..<3).map { result.around!.amount(space: space, distance: $0) }
      #expect(counts == around[code], "\(code)")
      let found = try #require(result.neighbours.nearest[space])
      #expect(result.register.codes[found.space] == nearest[code]?[0] as? String)
      #expect(abs(found.metres - (nearest[code]?[1] as! Double)) < 0.02, "\(code)")
    }
    #expect(result.account.read == (truth[file] as? [String: Any])?["read"] as? Int)
  }

  @Test func `after recovery there is a fifth less in one register and no less in the other`() throws {
    let truth = try Self.truth("nuestro-espacio-seguro")
    func planted(_ file: String) -> [Int]? { (truth[file] as? [String: Any])?["planted"] as? [Int] }
    let (effect, none) = (try #require(planted("incidentes-efecto.csv")), try #require(planted("incidentes-sin-efecto.csv")))
    #expect(effect[1] * 5 == effect[0] * 4 && none[0] == none[1] && effect[0] == none[0])
  }

  @Test func `the traps of the documents are flagged and nothing is completed`() async throws {
    let result = try await peru(activities: ["trampas.csv"])
    let found = result.checks.map { "\($0.kind.rawValue) \($0.code)" }
    #expect(found == ["sexes_do_not_add T01", "repeated_row T05", "cumulative T07", "beyond_stays T08"])
    let forum = try #require(result.checks.first)
    #expect(forum.values == ["women": "160", "men": "212", "sum": "372", "total": "823"])
    #expect(result.checks.last?.values["possible"] == "1000" && result.checks.last?.values["total"] == "5000")
    // Cumulative amounts stand beside those of periods: there is no sum to give.
    #expect(result.regions?.unknown?.activities[0].rows == 8 && result.regions?.unknown?.activities[0].people == nil)
  }

  @Test func `the traps of the metropolitan documents are flagged too`() async throws {
    let result = try await peru(activities: [Self.data("amss", "actividades.csv")])
    #expect(result.checks.map { "\($0.kind.rawValue) \($0.code)" }.sorted() == ["repeated_row A04", "sexes_do_not_add A10"])
    #expect(
      try await peru(activities: [Self.data("amss", "presupuesto.csv")]).checks.map(\.kind) == [.cumulative])
  }

  @Test func `the plan has three axes, seven objectives and ten actions, and dated meetings`() throws {
    let rows = try InputFile(Self.data("mercociudades", "compromisos.csv")).open().table().columns
    func values(_ name: String) -> [String] { rows.first { $0.name == name }?.values.compactMap(\.text) ?? [] }
    #expect(Set(values("eje")).count == 3 && Set(values("objetivo")).count == 7 && values("accion").count == 10)
    #expect(!values("accion").contains("I.2.b") && Set(values("accion")).count == 10)
    let meetings = try InputFile(Self.data("mercociudades", "reuniones.csv")).open().table().columns
    let from = meetings.first { $0.name == "desde" }?.values.compactMap(\.text) ?? []
    #expect(from.prefix(4) == ["2017-02-20", "2017-06", "2017-08", "2017-04"])
    #expect(meetings.first { $0.name == "hasta" }?.values.first?.text == "2017-02-24")
  }

  @Test(arguments: ["refugios.geojson", "espacios.geojson"])
  func `shelters and spaces lie in the flood classes that the maker says`(name: String) async throws {
    let result = try await run(
      "mercociudades",
      [
        name, "--hazards", "flood=inundacion.geojson:clase", "--order", "baja,media,alta", "--people", "vecinales.geojson",
        "--distance", "400",
      ])
    let truth = try #require(try Self.truth("mercociudades")[name] as? [String: Any])
    let wanted = try #require(truth["by_flood_class"] as? [String: Int])
    var found: [String: Int] = [:]
    for space in 0..<result.register.count { found[result.hazards.found[0].highest(space) ?? "ninguna", default: 0] += 1 }
    #expect(found == wanted && result.register.count == truth["read"] as? Int)
    let everybody = try #require(result.residents?.everybody)
    #expect(everybody.total == (try Self.truth("mercociudades"))["population"] as? Double)
    #expect(everybody.groups.count == 8 && abs(everybody.groups.reduce(0, +) - everybody.total) < 1e-6)
  }
}

@Suite struct RealSpacesTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data/la_plata/espacios_verdes.geojson.gz")
    .path
  private static let hasFile = FileManager.default.fileExists(atPath: file)

  @Test(.enabled(if: hasFile, "needs ../shared/data"))
  func `green spaces of La Plata are measured from their edges`() async throws {
    let step = try step(
      SpacesVerb.self, [Self.file, "--state", "EV MERY 1_Espacios recuperados", "--space-name", "Name"], name: "s")
    let outcome = try await step.run(into: OutputSet(force: false), StepContext(jobs: 2))
    let result = try #require(outcome.result as? SpacesResult)
    #expect(result.register.count == 214 && result.register.states?.count { $0 == "si" } == 21)
    // GeoPandas and Shapely on an azimuthal equidistant plane around each space (pyproj 3.7.2): the same to 1e-7 of a metre.
    #expect(abs(result.neighbours.nearest[0]!.metres - 758.785611995) < 1e-4 && result.neighbours.nearest[0]!.space == 205)
    #expect(abs(result.neighbours.nearest[1]!.metres - 67.6460574125) < 1e-4 && result.neighbours.nearest[1]!.space == 3)
    #expect(abs(result.zones.overlapShares[2][1]! - 0.379652206803) < 1e-7)
    #expect(result.checks.map(\.kind) == [.repeatedPlace, .repeatedPlace])
  }
}
