import PlazaLayers
import PlazaTesting

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

/// Records of two kinds in six squares on every day of some years, so many a day that a missing day is seen; `MadeYears` has the squares.
struct MadeCity {
  struct Record {
    var kind: String
    var day: Int
    var square: Int
    var hasPlace = true
  }

  var records: [Record] = []

  static func day(_ text: String) -> Int { DateText.moment(text)!.day }

  /// - Parameter perDay: of both kinds together, expected in each square.
  init(seed: UInt64, from: String, to: String, perDay: Int = 4) {
    var random = SplitMix64(seed: seed)
    for day in Self.day(from)...Self.day(to) {
      for square in 0..<6 {
        for _ in 0..<4 * perDay where Int.random(in: 0..<4, using: &random) == 0 {
          records.append(Record(kind: Int.random(in: 0..<4, using: &random) == 0 ? "hurto" : "robo", day: day, square: square))
        }
      }
    }
  }

  var csv: [UInt8] {
    var text = "kind,fecha,mun,lon,lat\n"
    for record in records {
      text += "\(record.kind),\(CivilDate.text(ofDay: record.day)),T\(record.square / 3),"
      text += record.hasPlace ? "\(Double(record.square) + 0.5),0.5\n" : ",\n"
    }
    return Array(text.utf8)
  }

  func compared(
    until: String? = nil, against: CompareOptions.Against = .lastYear, periods: [CompareOptions.Window] = [.month]
  ) async throws -> CompareResult {
    var options = CompareOptions()
    options.join.by = "kind"
    options.join.when = "fecha"
    options.join.keys.codes = ["", "mun"]
    (options.until, options.against, options.periods) = (until, against, periods)
    return try await Compare.run(SmallBatches(csv, size: 1 << 16), levels: MadeYears.levels, options: options, jobs: 2)
  }
}
