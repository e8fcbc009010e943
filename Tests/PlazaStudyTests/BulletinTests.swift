import Foundation
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats
@testable import PlazaStudy

private let city = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data/cdmx").path
private let isPresent = FileManager.default.fileExists(atPath: city + "/carpetas_fgj_2019_2025.csv.gz")

/// The bulletin of Mexico City: October 2024 beside October 2023, by alcaldía.
///
/// The counts are those of pandas 2 and geopandas (dates by their first seven letters, coordinates joined to the repaired alcaldías by
/// `sjoin`, `intersects`). By the E-test alone family violence goes down in two alcaldías; by how much its last 36 months vary, in none.
@Suite(.enabled(if: isPresent, "shared/data is not beside the repository")) struct BulletinTests {
  private let folder = TemporaryFolder()

  /// Now and before, from 09002 Azcapotzalco to 09017 Venustiano Carranza.
  private static let counts: [String: [(now: Int, before: Int)]] = [
    "ROBO A TRANSEUNTE EN VIA PUBLICA CON VIOLENCIA": [
      (27, 22), (34, 33), (4, 6), (51, 60), (25, 32), (103, 102), (5, 12), (3, 5), (62, 61), (21, 17), (32, 30), (13, 12),
      (30, 31), (84, 75), (42, 43), (38, 24),
    ],
    "HOMICIDIO POR ARMA DE FUEGO": [
      (3, 4), (1, 1), (0, 0), (6, 9), (1, 0), (16, 13), (3, 1), (1, 1), (4, 5), (1, 2), (4, 0), (3, 2), (1, 0), (3, 1), (2, 0),
      (6, 8),
    ],
    "VIOLENCIA FAMILIAR": [
      (112, 106), (167, 183), (48, 75), (316, 345), (152, 162), (386, 498), (68, 133), (56, 53), (216, 221), (115, 145),
      (209, 187), (129, 136), (117, 98), (181, 221), (108, 130), (155, 185),
    ],
  ]

  @Test func `most verdicts on robbery and homicide by alcaldía are no clear change or too few`() async throws {
    let kinds = Self.counts.keys.sorted()
    let study = try Study(
      path: folder.write(
        "study.yaml",
        """
        study: boletin
        steps:
          - compare: boletin
            points: \(city)/carpetas_fgj_2019_2025.csv.gz
            areas: \(city)/alcaldias.geojson.gz
            code: CVEGEO
            by: delito
            when: fecha_hecho
            where:
              delito: [\(kinds.joined(separator: ", "))]
            until: 2024-10
            periods: [month]

        """))
    _ = try await StudyRun.run(study, folder: folder.path + "/out", force: true, jobs: 2, progress: SilentProgress())
    let table = try String(contentsOfFile: folder.path + "/out/boletin.csv", encoding: .utf8)
    var verdicts: [String: [String: Int]] = [:]
    var found: [String: [String: [Int]]] = [:]
    for line in table.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells[3] == "2024-10-01", !cells[0].isEmpty else { continue }
      found[cells[1], default: [:]][cells[0]] = [Int(cells[7])!, Int(cells[8])!]
      verdicts[cells[1], default: [:]][cells[15], default: 0] += 1
    }
    for kind in kinds {
      for (place, counts) in try #require(Self.counts[kind]).enumerated() {
        let code = "090" + (place < 8 ? "0" : "") + String(place + 2)
        let row = found[kind]?[code]
        #expect(row == [counts.now, counts.before] || (row == nil && counts == (0, 0)), "\(kind) in \(code): \(row ?? [])")
      }
    }
    // An alcaldía without a record in either month has no row.
    #expect(verdicts["ROBO A TRANSEUNTE EN VIA PUBLICA CON VIOLENCIA"] == ["no clear change": 15, "too few": 1])
    #expect(verdicts["VIOLENCIA FAMILIAR"] == ["no clear change": 16])
    let homicide = verdicts["HOMICIDIO POR ARMA DE FUEGO"]
    #expect(homicide?["no clear change"] == 3 && [12, 13].contains(homicide?["too few"] ?? 0) && homicide?.count == 2)
  }
}
