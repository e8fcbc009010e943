import Foundation
import PlazaAnalysis
import PlazaLayers
import PlazaReport
import PlazaTesting
import PlazaWords
import Testing

@testable import PlazaFormats
@testable import PlazaStudy

/// Styles, maps and curves of `compare` and `concentration`.
@Suite struct ChangeMapTests {
  private let folder = TemporaryFolder()

  private func write() {
    var records = "fecha,delito,lon,lat\n"
    for year in [2023, 2024] {
      for record in 0..<(year == 2024 ? 300 : 100) {
        let kind = record % 5 == 0 ? "hurto" : "robo"
        records += "\(year)-10-\(10 + record % 20),\(kind),\(record % 3 == 0 ? 1.5 : 0.5),0.5\n"
      }
    }
    _ = folder.write("delitos.csv", records)
    func square(_ from: Int, _ to: Int, _ fields: String) -> String {
      """
      {"type":"Feature","properties":{\(fields)},"geometry":{"type":"Polygon","coordinates":
      [[[\(from),0],[\(to),0],[\(to),1],[\(from),1],[\(from),0]]]}}
      """
    }
    let barrios = (0..<3).map { square($0, $0 + 1, "\"codigo\":\"B\($0)\",\"nombre\":\"Barrio \($0)\",\"muni\":\"M\"") }
    for (name, features) in [("barrios", barrios), ("munis", [square(0, 3, "\"codigo\":\"M\",\"nombre\":\"Muni\"")])] {
      let text = "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
      _ = folder.write("\(name).geojson", text)
    }
  }

  private func run(_ step: String, language: String = "en") async throws -> StudyRun {
    write()
    let study = try Study(path: folder.write("study.yaml", "study: s\nsteps:\n" + step))
    return try await StudyRun.run(
      study, folder: folder.path + "/out", force: true, language: language, jobs: 2, progress: SilentProgress())
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder.path + "/out/\(name)", encoding: .utf8)
  }

  private static let areas = """
        points: delitos.csv
        areas: [barrios.geojson, munis.geojson]
        code: [codigo, codigo]
        parent: [muni]
        by: delito
        map: true
    """

  @Test func `a comparison writes the style of its verdicts, and a map that says in words what it compares`() async throws {
    _ = try await run("  - compare: cambios\n\(Self.areas)\n    periods: month\n    until: 2024-10\n", language: "es")
    #expect(try text("cambios.qml").contains("verdict_month_robo"))
    let map = try text("cambios.svg")
    #expect(map.contains("robo: octubre de 2024 frente a octubre de 2023"))
    // The three areas of the finest level have their names; the coarser one is an outline.
    #expect(map.contains("Barrio 0: sube") && map.contains("Barrio 2: muy pocos") && !map.contains("Muni:"))
  }

  @Test func `what stands around a comparison follows the field that is drawn`() async throws {
    let step = "  - compare: cambios\n\(Self.areas)\n    periods: month\n    until: 2024-10\n"
    _ = try await run(step + "    map-field: verdict_month_hurto\n", language: "es")
    let verdicts = try text("cambios.svg")
    #expect(verdicts.contains("hurto: octubre de 2024 frente a octubre de 2023") && !verdicts.contains("robo: octubre"))
    #expect(verdicts.contains("Cambio frente al año anterior") && verdicts.contains("\u{202F}%<"))
    // Only verdicts that occur are listed.
    #expect(!verdicts.contains(">baja<"))
    _ = try await run(step + "    map-field: change_pct_month_hurto\n", language: "es")
    let changes = try text("cambios.svg")
    #expect(changes.contains(">Cambio (%)<") && changes.contains("hurto: octubre de 2024 frente"))
    _ = try await run(step + "    map-field: count_before_month_robo\n", language: "es")
    #expect(try text("cambios.svg").contains(">robo: octubre de 2023<"))
    _ = try await run(step + "    map-field: nombre\n", language: "es")
    #expect(try !text("cambios.svg").contains("octubre"))
  }

  @Test func `what records were chosen by stands on the map and in the words`() async throws {
    let step = """
          points: delitos.csv
          areas: barrios.geojson
          code: codigo
          where: [delito=hurto]
          map: true

      """
    let compared = try await run("  - compare: cambios\n\(step)    periods: month\n    until: 2024-10\n", language: "es")
    #expect(try text("cambios.svg").contains("hurto: octubre de 2024 frente a octubre de 2023"))
    #expect(compared.steps[0].outcome.findings.contains { $0.values["kind"] == "hurto" })
    let held = try await run("  - concentration: donde\n\(step)    draws: 99\n    when: fecha\n", language: "es")
    #expect(try text("donde.svg").contains("hurto · 10 de octubre de 2023"))
    #expect(held.steps[0].outcome.findings.contains { $0.values["kind"] == "hurto" })
  }

  @Test func `concentration writes its style, its map and Lorenz's curve, under the title that is given`() async throws {
    _ = try await run("  - concentration: donde\n\(Self.areas)\n    draws: 99\n    title: Pocos lugares\n")
    #expect(try text("donde.qml").contains("cumulative_share_robo"))
    let (map, curve) = try (text("donde.svg"), text("donde-curve.svg"))
    for drawing in [map, curve] { #expect(drawing.contains(">Pocos lugares</text>")) }
    #expect(map.contains("up to 25\u{202F}% of the records") && map.contains("no records"))
    #expect(curve.contains(">robo</text>") && curve.contains(">hurto</text>"))
  }

  @Test func `a comparison on cells needs a boundary and no areas, and brings cells`() async throws {
    let step =
      "  - compare: celdas\n    points: delitos.csv\n    by: delito\n    until: 2024-10\n    periods: month\n    map: true\n"
    let cells = "    grid: hexagon\n    cell: 20000\n    boundary: munis.geojson\n"
    let result = try await run(step + cells).steps[0]
    let told = result.outcome.findings.map(\.id)
    // Two Octobers are no history: the words say that chance alone was asked.
    #expect(told.contains("compare.up_chance"))
    #expect(try text("celdas.csv").contains("\nh20000_") && text("celdas.qml").contains("verdict_month_robo"))
    for (more, id) in [
      ("", "cells.incomplete"), ("    cell: 500\n", "cells.incomplete"), ("    boundary: munis.geojson\n", "cells.incomplete"),
      (cells + "    areas: barrios.geojson\n", "cells.or_areas"), (cells + "    key: barrio\n", "cells.by_point"),
      (cells + "    name: nombre\n", "cells.by_point"),
    ] {
      let failure = await #expect(throws: Failure.self) { _ = try await run(step + more) }
      #expect(failure?.diagnostic.id == id, "\(more)")
    }
  }

  @Test func `windows are said in months where they are whole, and in days where not`() {
    func days(_ from: (Int, Int, Int), _ to: (Int, Int, Int)) -> Range<Int> {
      CivilDate.day(year: from.0, month: from.1, day: from.2)!..<CivilDate.day(year: to.0, month: to.1, day: to.2)! + 1
    }
    func said(_ language: Language, _ window: (Range<Int>, Range<Int>), kind: String? = nil) -> String {
      Words(language).comparison(now: window.0, before: window.1, kind: kind)
    }
    let month = (days((2024, 2, 1), (2024, 2, 29)), days((2023, 2, 1), (2023, 2, 28)))
    let ytd = (days((2024, 1, 1), (2024, 10, 31)), days((2023, 1, 1), (2023, 10, 31)))
    let twelve = (days((2023, 11, 1), (2024, 10, 31)), days((2022, 11, 1), (2023, 10, 31)))
    let part = (days((2024, 2, 1), (2024, 2, 14)), days((2023, 2, 1), (2023, 2, 14)))
    #expect(said(.en, month) == "February 2024 against February 2023")
    #expect(said(.es, month) == "Febrero de 2024 frente a febrero de 2023")
    #expect(said(.pt, month, kind: "roubo") == "roubo: fevereiro de 2024 em relação a fevereiro de 2023")
    #expect(said(.en, ytd) == "January to October 2024 against January to October 2023")
    #expect(said(.es, twelve) == "Noviembre de 2023 a octubre de 2024 frente a noviembre de 2022 a octubre de 2023")
    #expect(said(.en, part) == "1 February 2024 to 14 February 2024 against 1 February 2023 to 14 February 2023")
  }

  @Test func `shares that areas hold together fall into their classes`() {
    let classing = LayerClassing(
      [0.1, 0.25, 0.26, 0.5, 0.8, 0.81, 1].map { NumberText.field($0) } + [.null], LayerStyle.heldShares())
    #expect(classing.classes == [0, 0, 1, 1, 2, 3, 3, nil])
  }
}
