import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaRecords

@Suite struct CompletenessTests {
  private static func city(_ seed: UInt64 = 1, to: String = "2024-10-31") -> MadeCity {
    MadeCity(seed: seed, from: "2022-10-01", to: to)
  }

  private func end(_ result: CompareResult) -> String { CivilDate.text(ofDay: result.windows[0].now.upperBound - 1) }

  /// The verdicts of a square, by kind.
  private func verdicts(_ result: CompareResult, _ code: String) -> Set<String> {
    Set(result.table.rows.filter { $0[0] == code }.map { $0[15] })
  }

  @Test func `a whole file is complete everywhere`() async throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      let result = try await Self.city(seed).compared(periods: CompareOptions.Window.allCases)
      #expect(end(result) == "2024-10-31")
      #expect(result.completeness.joined().allSatisfy { $0 == .complete })
      #expect(!result.table.rows.contains { $0[15] == "incomplete" || $0[15] == "not comparable" })
      #expect(!result.findings.contains { $0.severity == .warning })
    }
  }

  @Test(arguments: ["2024-10-15", "2024-10-26", "2024-10-02"])
  func `a month that is cut is not complete, and says up to which day it is`(_ cut: String) async throws {
    let city = Self.city(to: cut)
    #expect(end(try await city.compared()) == "2024-09-30")
    let result = try await city.compared(until: "2024-10")
    let days = MadeCity.day("2024-10-01")...MadeCity.day(cut)
    #expect(result.completeness[0] == [.incomplete(days), .complete])
    #expect(result.findings.map(\.id) == ["compare.window_incomplete"] && result.findings[0].values["last"] == cut)
    #expect(Set(result.table.rows.filter { !$0[0].hasSuffix("unknown") }.map { $0[15] }) == ["incomplete"])
    #expect(result.table.rows.allSatisfy { $0[13].isEmpty && $0[11].isEmpty })
    #expect(result.verdicts.allSatisfy { $0.areas[.incomplete] == ($0.level == "town" ? 2 : 6) })
  }

  @Test func `stray records after the end make no month complete`() async throws {
    var city = Self.city()
    for day in ["2024-11-08", "2024-11-30", "2099-12-31", "1900-01-01"] {
      city.records.append(.init(kind: "robo", day: MadeCity.day(day), square: 1))
    }
    let result = try await city.compared()
    #expect(end(result) == "2024-10-31" && result.completeness[0] == [.complete, .complete])
    let note = try #require(result.warnings.first { $0.id == "dates.far" })
    #expect(note.values["dates"] == "1900-01-01, 2099-12-31" && note.values["count"] == "2")
    let november = try await city.compared(until: "2024-11").findings.map(\.id)
    // Two days of thirty have records.
    #expect(november == ["compare.window_missing"])
  }

  @Test func `a file that begins within the earlier month is not complete there`() async throws {
    let result = try await MadeCity(seed: 4, from: "2023-10-12", to: "2024-10-31").compared()
    #expect(result.completeness[0][1] == .incomplete(MadeCity.day("2023-10-12")...MadeCity.day("2023-10-31")))
    #expect(result.findings.map(\.id) == ["compare.window_late"])
  }

  @Test(arguments: [0, 5]) func `an area that did not deliver its month has no verdict, and is listed`(_ square: Int) async throws
  {
    var city = Self.city(2)
    city.records.removeAll { $0.square == square && $0.day >= MadeCity.day("2024-10-01") }
    let result = try await city.compared()
    #expect(verdicts(result, "S\(square)") == ["incomplete"])
    #expect(verdicts(result, "S2").isDisjoint(with: ["incomplete"]))
    let listed = result.findings.filter { $0.id == "compare.areas_incomplete" }
    #expect(listed.map { $0.values["areas"] } == ["T\(square / 3)", "S\(square)"])
    #expect(result.verdicts.first { $0.level == "square" && $0.kind == "robo" }?.areas[.incomplete] == 1)
    // Nor is anything said of the sums that lack it: its town, and the territory.
    #expect(verdicts(result, "T\(square / 3)") == ["incomplete"] && verdicts(result, "T\(1 - square / 3)") == ["no clear change"])
    #expect(verdicts(result, "") == ["incomplete"])
    #expect(result.findings.contains { $0.id == "compare.total_incomplete" })
    #expect(!result.findings.contains { $0.id == "compare.down" })
  }

  @Test func `an area that stopped within the month, or brings less than half, is found; less a loss may be a change`()
    async throws
  {
    for (share, isFound) in [(4, true), (6, true), (2, false), (0, false)] {
      var city = Self.city(3)
      var random = SplitMix64(seed: 7)
      city.records.removeAll {
        $0.square == 1 && $0.day >= MadeCity.day("2024-10-01")
          && Int.random(in: 0..<10, using: &random) < share + (share == 4 ? 3 : 0)
      }
      #expect(verdicts(try await city.compared(), "S1").contains("incomplete") == isFound, "\(share)")
    }
    var city = Self.city(3)
    city.records.removeAll { $0.square == 4 && $0.day > MadeCity.day("2024-10-20") }
    let result = try await city.compared()
    #expect(verdicts(result, "S4") == ["incomplete"])
    // Its town is not complete without it.
    let told = result.findings.filter { $0.id == "compare.areas_incomplete" }.compactMap { $0.values["areas"] }
    #expect(told.contains("S4 (2024-10-01 – 2024-10-20)"))
  }

  @Test func `a kind that falls silent is not said to fall, and one that takes its place is named`() async throws {
    var city = Self.city(5)
    for place in city.records.indices
    where city.records[place].day >= MadeCity.day("2024-10-01") && city.records[place].kind == "hurto" {
      city.records[place].kind = "HURTO SIMPLE"
    }
    let result = try await city.compared()
    let whole = result.table.rows.filter { $0[18] == "territory" }
    #expect(whole.first { $0[1] == "hurto" }?[15] == "incomplete")
    #expect(result.findings.contains { $0.id == "compare.kind_incomplete" && $0.values["kind"] == "hurto" })
    let note = try #require(result.warnings.first { $0.id == "compare.kinds_both" })
    #expect(note.values["gone"]?.hasPrefix("hurto (") == true && note.values["new"]?.hasPrefix("HURTO SIMPLE (") == true)
  }

  @Test func `where places are missing areas are not compared, and the territory is`() async throws {
    var city = Self.city(6)
    var random = SplitMix64(seed: 1)
    for place in city.records.indices where city.records[place].day >= MadeCity.day("2024-10-01") {
      city.records[place].hasPlace = Int.random(in: 0..<10, using: &random) >= 3
    }
    let result = try await city.compared()
    let robo = result.table.rows.filter { $0[1] == "robo" && !$0[0].hasSuffix("unknown") }
    #expect(Set(robo.filter { $0[18] == "square" }.map { $0[15] }) == ["not comparable"])
    // Towns are known to every record.
    #expect(Set(robo.filter { $0[18] != "square" }.map { $0[15] }) == ["no clear change"])
    let whole = try #require(robo.first { $0[18] == "territory" })
    #expect(Int(whole[7]) == city.records.count { $0.kind == "robo" && $0.day >= MadeCity.day("2024-10-01") })
    #expect(abs(Double(whole[19])! - 0.7) < 0.05 && whole[20] == "1")
    let finding = try #require(result.findings.first { $0.id == "compare.areas_not_comparable" && $0.values["kind"] == "robo" })
    #expect(finding.values["level"] == "square" && finding.values["moved"] == "6")
  }

  @Test func `a fall that is one only because places are missing is not called in any area`() async throws {
    // A tenth fewer records, which is no clear change in any square; with a third of the rest without a place each square has two fifths fewer.
    func city(losing places: Bool) -> MadeCity {
      var city = Self.city(12)
      var random = SplitMix64(seed: 4)
      city.records.removeAll { $0.day >= MadeCity.day("2024-10-01") && Int.random(in: 0..<10, using: &random) == 0 }
      for place in city.records.indices where places && city.records[place].day >= MadeCity.day("2024-10-01") {
        city.records[place].hasPlace = Int.random(in: 0..<3, using: &random) > 0
      }
      return city
    }
    func squares(_ city: MadeCity) async throws -> [String] {
      try await city.compared().table.rows.filter { $0[1] == "robo" && $0[18] == "square" && !$0[0].hasSuffix("unknown") }
        .map { $0[15] }
    }
    let whole = try await squares(city(losing: false))
    let torn = try await squares(city(losing: true))
    // By chance one square of these falls anyhow.
    #expect(whole.count { $0 == "no clear change" } == 5, "\(whole)")
    #expect(torn == whole.map { $0 == "down" ? "down" : "not comparable" }, "\(torn)")
    // Two fifths fewer are a fall whether places are missing or not.
    var fallen = city(losing: true)
    var random = SplitMix64(seed: 5)
    fallen.records.removeAll { $0.day >= MadeCity.day("2024-10-01") && Int.random(in: 0..<5, using: &random) > 2 }
    let down = try await squares(fallen)
    #expect(Set(down) == ["down"], "\(down)")
  }

  @Test func `several months hold for their longest stretch without a break`() {
    let months = [0..<31, 31..<59, 59..<90, 90..<120]
    func joined(_ states: [WindowState]) -> WindowState { Completeness.joined(Array(zip(months, states)).map { ($0, $1) }) }
    let all = WindowState.complete
    #expect(joined([all, all, all, all]) == .complete && joined([all, .unjudged, all, all]) == .unjudged)
    // The first is silent: the others hold.
    #expect(joined([.incomplete(nil), all, all, all]) == .incomplete(31...119))
    #expect(joined([.incomplete(10...30), all, all, .incomplete(nil)]) == .incomplete(10...89))
    #expect(joined([all, all, .incomplete(59...70), all]) == .incomplete(0...70))
    #expect(joined([all, .incomplete(nil), all, all]) == .incomplete(59...119))
    #expect(joined([all, .incomplete(40...58), .incomplete(nil), .incomplete(nil)]) == .incomplete(0...30))
    #expect(joined(Array(repeating: .incomplete(nil), count: 4)) == .incomplete(nil))
  }

  @Test func `a year whose first month is silent is complete from its second on`() async throws {
    var city = Self.city(to: "2024-04-30")
    let january = MadeCity.day("2024-01-01")...MadeCity.day("2024-01-31")
    city.records.removeAll { january.contains($0.day) }
    let result = try await city.compared(until: "2024-04", periods: [.yearToDate])
    #expect(result.findings.map(\.id) == ["compare.window_late"] && result.findings.first?.values["first"] == "2024-02-01")
  }

  @Test func `windows stand in the order they were asked for`() async throws {
    let city = MadeCity(seed: 8, from: "2021-12-01", to: "2024-03-31")
    let result = try await city.compared(until: "2024-03", periods: [.yearToDate, .month, .yearToDate])
    #expect(result.windows.map(\.window) == [.yearToDate, .month] && result.mappedField.hasPrefix("verdict_ytd"))
  }

  /// What is told, and of how many records: limits are a little wider where more windows are tested together.
  private func told(_ result: CompareResult) -> [String] {
    result.findings.map { finding in
      finding.id + ["kind", "level", "now", "before"].map { " " + (finding.values[$0] ?? "") }.joined()
    }
  }

  @Test func `the same window is told once`() async throws {
    let city = MadeCity(seed: 8, from: "2021-12-01", to: "2024-01-31")
    let january = try await city.compared(until: "2024-01", periods: [.month, .yearToDate])
    let alone = try await city.compared(until: "2024-01", periods: [.month])
    #expect(told(january) == told(alone))
    let december = try await city.compared(until: "2023-12", periods: [.yearToDate, .twelveMonths])
    #expect(december.windows.count == 2)
    let year = try await city.compared(until: "2023-12", periods: [.yearToDate])
    #expect(told(december) == told(year))
  }

  @Test func `dates that are all of the first are months, the last of them whole`() async throws {
    var city = Self.city(9)
    for place in city.records.indices {
      let date = CivilDate.date(ofDay: city.records[place].day)
      city.records[place].day -= date.day - 1
    }
    let result = try await city.compared()
    #expect(end(result) == "2024-10-31" && result.warnings.contains { $0.id == "dates.months" })
    #expect(result.completeness[0] == [.unjudged, .unjudged] && result.warnings.contains { $0.id == "compare.unjudged" })
    // An area without its month is seen by its months.
    city.records.removeAll { $0.square == 3 && $0.day >= MadeCity.day("2024-10-01") }
    #expect(verdicts(try await city.compared(), "S3") == ["incomplete"])
  }
}
