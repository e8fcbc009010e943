import Foundation
import PlazaGeometry
import PlazaLayers
internal import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

/// The sample study's maker wrote down what a right join must find.
@Suite struct SampleStudyTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "GeoData/studies/amss/data")

  private func truth(_ file: String, _ join: String) throws -> [String: Any] {
    let data = try Data(contentsOf: Self.folder.appending(path: "truth.json"))
    let all = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require((all[file] as? [String: Any])?[join] as? [String: Any])
  }

  private func join(_ file: String, areas: String, _ options: JoinOptions) async throws -> JoinResult {
    let layer = Input(Self.folder.appending(path: areas).path)
    let reading = try GeoJSONLayerSource(name: areas, open: { try layer.open() }, jobs: 2).readLayer()
    // Its maker knows of no degrees with letters, and takes them for damage.
    var asMade = Reading()
    asMade.asWritten = [.degrees]
    return try await Join.run(
      CSVPointSource(Input(Self.folder.appending(path: file).path), options: asMade), areas: reading.layer, areasFile: areas,
      options: options,
      jobs: 2)
  }

  @Test(
    arguments: ["delitos.csv", "delitos-2016-semicolon.csv"],
    [
      "municipios_by_delito_when_fecha_month", "municipios_by_delito", "municipios_homicidio_only_when_fecha_month",
      "distritos_by_delito",
    ])
  func `the sample study is found as it was made`(file: String, name: String) async throws {
    let truth = try truth(file, name)
    var options = JoinOptions()
    options.areas.code = ["codigo"]
    options.by = "delito"
    if name.contains("when_fecha") { (options.when, options.period) = ("fecha", .month) }
    if name.contains("homicidio_only") { options.conditions = [.init(field: "delito", values: ["homicidio"])] }
    let result = try await join(file, areas: name.hasPrefix("distritos") ? "distritos.geojson" : "municipios.geojson", options)
    let account = result.account
    let numbers = [
      "read": account.read, "joined": account.joined, "outside": account.outside, "unlocated": account.unlocated,
      "rejected": account.rejected,
      "filtered": account.filtered, "assigned": account.assigned, "on_border": account.onBorder, "ambiguous": account.ambiguous,
    ]
    for (key, value) in numbers { #expect(value == truth[key] as? Int, "\(key)") }
    let reasons = try #require(truth["reasons"] as? [String: Int])
    for reason in Account.Reason.allCases { #expect(account[reason] == reasons[reason.rawValue] ?? 0, "\(reason)") }

    let rows = result.table.rows
    func sums(_ column: Int) -> [String: Int] { rows.reduce(into: [:]) { $0[$1[column], default: 0] += Int($1[3])! } }
    #expect(sums(0) == truth["by_area"] as? [String: Int])
    #expect(sums(1) == truth["by_category"] as? [String: Int])
    if options.period != nil { #expect(sums(2) == truth["by_period"] as? [String: Int]) }
    let nested: [String: [String: Int]] = rows.reduce(into: [:]) { $0[$1[0], default: [:]][$1[1], default: 0] += Int($1[3])! }
    #expect(nested == truth["by_area_and_category"] as? [String: [String: Int]])
  }

  @Test func `the spaces of the sample study are found as they were made`() async throws {
    let data = try Data(contentsOf: Self.folder.appending(path: "truth.json"))
    let all = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let truth = try #require(all["espacios.geojson"] as? [String: Any])
    let spaces = Input(Self.folder.appending(path: "espacios.geojson").path)
    let areas = Input(Self.folder.appending(path: "municipios.geojson").path)
    let layer = try GeoJSONLayerSource(name: "municipios.geojson", open: { try areas.open() }, jobs: 1).readLayer().layer
    let source = try GeoJSONPointSource(name: "espacios.geojson", open: { try spaces.open() }, isStream: false, assumedCRS: nil)
    var options = JoinOptions()
    options.areas.code = ["codigo"]
    let result = try await Join.run(source, areas: layer, areasFile: "municipios.geojson", options: options, jobs: 2)
    #expect(result.account.read == truth["read"] as? Int && result.account.joined == truth["joined"] as? Int)
    #expect(result.account.unlocated == truth["unlocated"] as? Int)
    #expect(result.account[.noCoordinates] == (truth["reasons"] as? [String: Int])?["no_coordinates"])
    let counts: [String: Int] = result.table.rows.reduce(into: [:]) { $0[$1[0]] = Int($1[3])! }
    #expect(counts == truth["by_area"] as? [String: Int])
  }
}
