import Foundation
import PlazaAnalysis
import PlazaFormats
import PlazaLayers
internal import PlazaRecords
import PlazaTesting
import Testing

@testable import PlazaStudy

/// Series of counts by municipality without any coordinates, as ministries publish them: Brazil and Mexico by code.
@Suite struct MunicipalCodeTests {
  private static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data").path
  private static let hasData = FileManager.default.fileExists(atPath: data)

  struct Country: Sendable, CustomTestStringConvertible {
    var file: String
    var code: String
    var municipalities: Int
    /// How the records write a code.
    var write: @Sendable (String) -> String
    var testDescription: String
  }

  private static let countries = [
    Country(file: "brasil/municipios.geojson.gz", code: "id", municipalities: 5564, write: { $0 }, testDescription: "Brazil"),
    Country(
      file: "brasil/municipios.geojson.gz", code: "id", municipalities: 5564, write: { $0 + ".0" },
      testDescription: "Brazil, codes out of a program of numbers"),
    Country(
      file: "cdmx/alcaldias.geojson.gz", code: "CVEGEO", municipalities: 16, write: { String(Int($0)!) },
      testDescription: "Mexico City, the zero of 09 lost"),
    Country(
      file: "cdmx/hazards/Riesgo_Sequia.geojson.gz", code: "codgeo", municipalities: 76, write: { String(Int($0)!) },
      testDescription: "the Valley of Mexico in three states, zeros lost"),
  ]

  @Test(.enabled(if: hasData, "needs ../shared/data"), arguments: countries)
  func `monthly series by code count as the obvious sum does`(_ country: Country) async throws {
    let areas = InputFile("areas", path: "\(Self.data)/\(country.file)")
    let codes = try areas.open().layer(jobs: 2).layer.column(named: country.code)!.values.compactMap(\.text)
    #expect(codes.count == country.municipalities)
    var random = SplitMix64(seed: 4)
    var sums: [String: Int] = [:]
    var lines = ["clave,delito,enero,febrero"]
    for code in codes.shuffled(using: &random) {
      for kind in ["homicidio", "robo"] where Int.random(in: 0..<4, using: &random) > 0 {
        let counts = (0..<2).map { _ in Int.random(in: 0..<50, using: &random) }
        lines.append("\(country.write(code)),\(kind),\(counts[0]),\(counts[1])")
        for (month, count) in counts.enumerated() where count > 0 {
          sums["\(code)|\(kind)|2022-0\(month + 1)", default: 0] += count
        }
      }
    }
    lines.append("9999999,robo,5,5")
    let folder = TemporaryFolder()
    folder.write("serie.csv", lines.map { $0 + "," + ($0.hasPrefix("clave") ? "anio" : "2022") }.joined(separator: "\n") + "\n")
    let step = try step(
      JoinVerb.self,
      [
        "serie.csv", "--areas", areas.path, "--code", country.code, "--by", "delito", "--wide", "month", "--year", "anio",
        "--locate", "code", "--key", "clave", "--table", folder.path + "/t.csv",
      ], folder: folder.path)
    let outputs = OutputSet(force: false)
    let account = try #require(try await step.run(into: outputs, StepContext(jobs: 2)).records).account
    try outputs.commit()
    #expect(account.isBalanced && account[.unknownCode] == 1)
    #expect(account.assigned == sums.values.reduce(0, +))
    let rows = try #require(folder.text("t.csv")).split(separator: "\n").dropFirst()
      .filter { !$0.hasPrefix(",") }.map { $0.split(separator: ",")[0..<4] }
    let found = Dictionary(uniqueKeysWithValues: rows.map { ($0[0..<3].joined(separator: "|"), Int($0[3])!) })
    #expect(found == sums)
  }
}
