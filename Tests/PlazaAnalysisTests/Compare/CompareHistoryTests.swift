import Foundation
import PlazaLayers
import PlazaStatistics
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaRecords

/// What the past of areas says of their changes and of what they did not deliver.
@Suite struct CompareHistoryTests {
  /// Months whose levels a gamma variable of the variance `(ratio − 1) / mean` makes, so that their counts have `ratio` times the variance of
  /// Poisson's; days within a month are even.
  private static func waves(_ seed: UInt64, perMonth mean: Double, ratio: Double, from: String, to: String) -> MadeCity {
    var random = SplitMix64(seed: seed)
    var city = MadeCity(seed: seed, from: to, to: to, perDay: 0)
    for month in Completeness.months(MadeCity.day(from)..<MadeCity.day(to) + 1) {
      for square in 0..<6 {
        // A sum of squared normals, of whole degrees of freedom, is a gamma variable of half as many.
        let degrees = max(1, Int((2 * mean / (ratio - 1)).rounded()))
        let level =
          (0..<degrees).reduce(0.0) { sum, _ in
            let normal =
              (-2 * log(1 - Double.random(in: 0..<1, using: &random))).squareRoot()
              * cos(2 * .pi * Double.random(in: 0..<1, using: &random))
            return sum + normal * normal
          } / Double(degrees)
        let expected = mean * level * Double(month.count) / 30.4
        // Poisson's count by its waiting times.
        var waited = -log(1 - Double.random(in: 0..<1, using: &random))
        while waited < expected {
          city.records.append(.init(kind: "robo", day: Int.random(in: month, using: &random), square: square))
          waited -= log(1 - Double.random(in: 0..<1, using: &random))
        }
      }
    }
    return city
  }

  private func squares(_ result: CompareResult) -> [[String]] {
    result.table.rows.filter { $0[18] == "square" && !$0[0].hasSuffix("unknown") }
  }

  @Test func `areas with less than a record a month are held against how much all of them vary`() async throws {
    var (called, tested) = (0, 0)
    for seed in 1...40 as ClosedRange<UInt64> {
      let city = Self.waves(seed, perMonth: 0.9, ratio: 3, from: "2020-01-01", to: "2024-12-31")
      // So few records that some cities have none in the last month.
      guard city.records.contains(where: { $0.day >= MadeCity.day("2024-12-01") }) else { continue }
      for row in squares(try await city.compared(until: "2024-12", periods: [.twelveMonths])) {
        guard let p = Double(row[13]) else { continue }
        tested += 1
        if p <= 0.05 { called += 1 }
        #expect(!row[22].isEmpty)
      }
    }
    // Chance alone (the E-test) calls more than a fifth of them.
    #expect(tested > 100 && Double(called) / Double(tested) < 0.09, "\(called) of \(tested)")
  }

  @Test func `months that come in waves are complete`() async throws {
    var (incomplete, runs) = (0, 0)
    for seed in 1...20 as ClosedRange<UInt64> {
      let city = Self.waves(seed, perMonth: 60, ratio: 6, from: "2020-01-01", to: "2024-12-31")
      let result = try await city.compared(until: "2024-12")
      runs += 1
      if result.table.rows.contains(where: { $0[15] == "incomplete" }) { incomplete += 1 }
    }
    #expect(incomplete <= 2, "\(incomplete) of \(runs)")
  }

  @Test func `with several kinds the territory has a row of all of them, each record once`() async throws {
    let city = MadeCity(seed: 22, from: "2022-10-01", to: "2024-10-31")
    let result = try await city.compared()
    let whole = result.table.rows.filter { $0[18] == "territory" }
    #expect(whole.map { $0[1] } == ["hurto", "robo", "*"] && result.whole.count == 3)
    let now = city.records.count { $0.day >= MadeCity.day("2024-10-01") }
    #expect(Int(whole[2][7]) == now && result.findings[0].values["kind"] == "compare.all_kinds")
    #expect(Int(whole[0][7])! + Int(whole[1][7])! == now)
  }

  @Test func `what an area did not deliver of one kind is no fall of the territory, and is named`() async throws {
    var city = MadeCity(seed: 23, from: "2021-10-01", to: "2024-10-31", perDay: 4)
    city.records.removeAll { $0.square == 1 && $0.kind == "hurto" && $0.day >= MadeCity.day("2024-09-01") }
    let result = try await city.compared()
    let verdicts = Dictionary(
      uniqueKeysWithValues: result.table.rows.filter { !$0[0].hasSuffix("unknown") }.map { ("\($0[0])|\($0[1])", $0[15]) })
    #expect(verdicts["S1|hurto"] == "incomplete" && verdicts["T0|hurto"] == "incomplete" && verdicts["|hurto"] == "incomplete")
    #expect(verdicts["S1|robo"] == "no clear change" && verdicts["|robo"] == "no clear change")
    let told = try #require(result.findings.first { $0.values["kind"] == "hurto" })
    #expect(told.id == "compare.total_incomplete_areas" && told.values["lacking"] == "S1")
  }

  @Test func `records that came without a place are not missing`() async throws {
    var city = MadeCity(seed: 24, from: "2021-10-01", to: "2024-10-31", perDay: 4)
    for place in city.records.indices
    where city.records[place].square == 1 && city.records[place].day >= MadeCity.day("2024-10-01") {
      city.records[place].hasPlace = false
    }
    let result = try await city.compared()
    #expect(Set(result.table.rows.filter { $0[0] == "S1" }.map { $0[15] }) == ["not comparable"])
    #expect(Set(result.table.rows.filter { $0[18] == "territory" }.map { $0[15] }) == ["no clear change"])
    #expect(result.findings.contains { $0.id == "compare.areas_unplaced" && $0.values["areas"]?.hasPrefix("S1") == true })
    #expect(!result.findings.contains { $0.id == "compare.areas_incomplete" })
  }
}
