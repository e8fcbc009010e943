import Foundation
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaStudy

/// What `plaza init` makes of folders as they come.
@Suite struct StudyDraftTests {
  private static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data").path
  private static let hasData = FileManager.default.fileExists(atPath: data)

  struct Expected: Sendable {
    var folder: String
    /// Steps in order, each with its keys that are written (=) and asked for (?).
    var steps: [String: [String]]
  }

  private static let expected = [
    Expected(
      folder: "barranquilla",
      steps: ["crimenes_simulados-barrios": ["code=ID", "name=NOMBRE", "by=tipo_crimen", "when=fecha", "period=month"]]),
    Expected(
      folder: "la_paz",
      steps: [
        "recintos-otbs": [
          "code=macro_ante,nom_otb|distrito|cod_macro", "name=nom_otb||", "parent=distrito|cod_macro|", "key=|distrito|",
        ]
      ]),
    Expected(
      folder: "el_salvador",
      steps: [
        "enfermedades_por_municipio-municipios": ["code?ID_2|ID_1", "code?ID_2|NAME_1", "code?ID_2|HASC_1", "parent=ID_1|"],
        "escuelas-municipios": ["code?ID_2|ID_1", "code?ID_2|NAME_1", "code?ID_2|HASC_1", "parent=ID_1|"],
      ]),
    Expected(
      folder: "vancouver",
      steps: ["thefts_2020-neighbourhoods": ["assume-crs?EPSG:32610", "code?mapid", "code?name", "name=name", "by=TYPE"]]),
    Expected(
      folder: "sao_paulo",
      steps: ["homicides-municipios": ["code=code_muni", "name=name_muni", "by=location_type", "when=date", "period=month"]]),
    Expected(
      folder: "nottingham",
      steps: [
        "burglary_2022-lsoa": ["code?LSOA11CD", "code?LSOA11NM", "when=month", "period=month"],
        "robbery_2022-lsoa": ["code?LSOA11CD", "code?LSOA11NM", "when=month", "period=month"],
      ]),
  ]

  @Test(.enabled(if: hasData, "needs ../shared/data"), arguments: expected)
  func `real folders give the join that their readers would write`(_ expected: Expected) async throws {
    let draft = try await StudyDraft.read(
      folder: "\(Self.data)/\(expected.folder)", studyFolder: "", jobs: 2, progress: SilentProgress())
    var found: [String: [String]] = [:]
    for step in draft.steps {
      found[step.name] = step.settings.filter { $0.standing != .possible }.flatMap { setting in
        setting.lines.map {
          $0.key + (setting.standing == .asked ? "?" : "=") + ($0.list.isEmpty ? $0.value : $0.list.joined(separator: "|"))
        }
      }
    }
    #expect(found == expected.steps)
    #expect(draft.name == expected.folder)
  }

  @Test func `the same folder gives the same draft for any number of jobs`() async throws {
    let folder = Self.sample()
    let one = try await StudyDraft.read(folder: folder.path, studyFolder: folder.path + "/", jobs: 1, progress: SilentProgress())
    let two = try await StudyDraft.read(folder: folder.path, studyFolder: folder.path + "/", jobs: 2, progress: SilentProgress())
    #expect(
      one.steps.map(\.settings.count) == two.steps.map(\.settings.count) && one.steps.map(\.areas) == two.steps.map(\.areas))
    #expect(one.files.map(\.name) == ["a.geojson", "b.geojson", "empty.csv", "notes.md", "points.csv", "table.csv"])
  }

  @Test func `of areas that hold as much, those with a clear code come first, then the finer`() async throws {
    let folder = Self.sample()
    let draft = try await StudyDraft.read(
      folder: folder.path, studyFolder: folder.path + "/", jobs: 2, progress: SilentProgress())
    #expect(
      draft.steps.map(\.name) == ["points-b"] && draft.steps[0].areas == "b.geojson" && draft.steps[0].points == "points.csv")
    #expect(draft.steps[0].share == 1 && draft.steps[0].others.map(\.areas) == ["a.geojson"])
    let contents = draft.files.map { file in
      switch file.content {
      case .areas: "areas"
      case .places: "places"
      case .table: "table"
      case .other: "other"
      case .unreadable: "unreadable"
      case .ignored: "ignored"
      }
    }
    #expect(contents == ["areas", "areas", "unreadable", "ignored", "places", "table"])
  }

  /// One square without a clear code, the same in halves with one, and records in both halves.
  private static func sample() -> TemporaryFolder {
    let folder = TemporaryFolder()
    func square(_ west: Double, _ east: Double, _ properties: String) -> String {
      """
      {"type":"Feature","properties":{\(properties)},"geometry":{"type":"Polygon","coordinates":\
      [[[\(west),13],[\(east),13],[\(east),14],[\(west),14],[\(west),13]]]}}
      """
    }
    func collection(_ features: String...) -> String {
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
    }
    folder.write("a.geojson", collection(square(-89, -88, "\"x\":1,\"y\":\"u\"")))
    folder.write("b.geojson", collection(square(-89, -88.5, "\"codigo\":\"1\""), square(-88.5, -88, "\"codigo\":\"2\"")))
    folder.write("points.csv", "id,lon,lat\n1,-88.7,13.5\n2,-88.2,13.5\n")
    folder.write("table.csv", "codigo,casos\n1,5\n2,7\n")
    folder.write("empty.csv", "")
    folder.write("notes.md", "# notes")
    return folder
  }
}
