import PlazaLayers
import PlazaStatistics
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaRecords

@Suite struct CompareTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var until: String?
    var against = CompareOptions.Against.lastYear
    var cutoff: String?
    var windows: [StatedWindow]
  }

  static let cases = [
    Case(
      testDescription: "whole months, leap against common", until: "2024-02",
      windows: [
        .init(name: "month", now: "2024-02-01"..."2024-02-29", before: "2023-02-01"..."2023-02-28"),
        .init(name: "ytd", now: "2024-01-01"..."2024-02-29", before: "2023-01-01"..."2023-02-28"),
      ]),
    Case(
      testDescription: "the last complete month", until: nil,
      windows: [
        .init(name: "month", now: "2025-02-01"..."2025-02-28", before: "2024-02-01"..."2024-02-29"),
        .init(name: "ytd", now: "2025-01-01"..."2025-02-28", before: "2024-01-01"..."2024-02-29"),
        .init(name: "12m", now: "2024-03-01"..."2025-02-28", before: "2023-03-01"..."2024-02-29"),
      ]),
    Case(
      testDescription: "a day within a month", until: "2025-02-14",
      windows: [
        .init(name: "month", now: "2025-02-01"..."2025-02-14", before: "2024-02-01"..."2024-02-14"),
        .init(name: "ytd", now: "2025-01-01"..."2025-02-14", before: "2024-01-01"..."2024-02-14"),
        .init(name: "12m", now: "2024-02-15"..."2025-02-14", before: "2023-02-15"..."2024-02-14"),
      ]),
    Case(
      testDescription: "against the window before", until: "2025-02-14", against: .previous,
      windows: [
        .init(name: "month", now: "2025-02-01"..."2025-02-14", before: "2025-01-01"..."2025-01-14"),
        .init(name: "ytd", now: "2025-01-01"..."2025-02-14", before: "2024-01-01"..."2024-02-14"),
        .init(name: "12m", now: "2024-02-15"..."2025-02-14", before: "2023-02-15"..."2024-02-14"),
      ]),
    Case(
      testDescription: "as known fifteen days later", until: "2025-02-14", cutoff: "2025-03-01",
      windows: [
        .init(
          name: "month", now: "2025-02-01"..."2025-02-14", before: "2024-02-01"..."2024-02-14", knownNow: "2025-03-01",
          knownBefore: "2024-02-29"),
        .init(
          name: "ytd", now: "2025-01-01"..."2025-02-14", before: "2024-01-01"..."2024-02-14", knownNow: "2025-03-01",
          knownBefore: "2024-02-29"),
        .init(
          name: "12m", now: "2024-02-15"..."2025-02-14", before: "2023-02-15"..."2024-02-14", knownNow: "2025-03-01",
          knownBefore: "2024-02-29"),
      ]),
    Case(
      testDescription: "a cutoff alone means the months complete by then", until: nil, against: .previous, cutoff: "2025-02-10",
      windows: [
        .init(
          name: "month", now: "2025-01-01"..."2025-01-31", before: "2024-12-01"..."2024-12-31", knownNow: "2025-02-10",
          knownBefore: "2025-01-10"),
        .init(
          name: "ytd", now: "2025-01-01"..."2025-01-31", before: "2024-01-01"..."2024-01-31", knownNow: "2025-02-10",
          knownBefore: "2024-02-10"),
        .init(
          name: "12m", now: "2024-02-01"..."2025-01-31", before: "2023-02-01"..."2024-01-31", knownNow: "2025-02-10",
          knownBefore: "2024-02-10"),
      ]),
  ]

  private static func options(_ item: Case) -> CompareOptions {
    var options = CompareOptions()
    options.join.by = "kind"
    options.join.when = "fecha"
    options.join.keys.codes = ["", "mun"]
    (options.until, options.against, options.cutoff) = (item.until, item.against, item.cutoff)
    if item.cutoff != nil { options.registered = "registro" }
    return options
  }

  private func run(_ made: MadeYears, _ options: CompareOptions, jobs: Int = 2, size: Int = 2048) async throws -> CompareResult {
    try await Compare.run(SmallBatches(made.csv, size: size), levels: MadeYears.levels, options: options, jobs: jobs)
  }

  @Test(arguments: cases)
  func `windows count what a look at every record counts`(_ item: Case) async throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      let made = MadeYears(seed: seed, records: 1_200)
      let slow = SlowCompare(made, item.windows)
      let fast = try await run(made, Self.options(item))
      #expect(fast.account.isBalanced && fast.account.joined == 1_200)
      #expect(fast.windows.map(\.window.rawValue) == item.windows.map(\.name))
      #expect(fast.windows.map { CivilDate.text(ofDay: $0.now.lowerBound) } == item.windows.map(\.now.lowerBound))
      #expect(fast.windows.map { CivilDate.text(ofDay: $0.before.upperBound - 1) } == item.windows.map(\.before.upperBound))
      var found: Set<String> = []
      // All kinds together, of which the others are parts, stand in `CompareHistoryTests`.
      for row in fast.table.rows where row[1] != "*" {
        let key = "\(row[0])|\(row[1])|\(row[2])"
        #expect(found.insert(key).inserted)
        #expect(Int(row[7]) == slow.counts[key]?.now && Int(row[8]) == slow.counts[key]?.before, "\(key)")
      }
      #expect(found == Set(slow.counts.keys))
    }
  }

  /// The E-test where the past varies no more than chance, else the score with the dispersion that the row states.
  @Test(arguments: [0, 1]) func `a row has the test that it states, adjusted over its map and over all that is shown`(
    _ index: Int
  ) async throws {
    let result = try await run(MadeYears(seed: 4, records: 2_000), Self.options(Self.cases[index]))
    var families: [String: [(p: Double, adjusted: Double)]] = [:]
    for row in result.table.rows {
      let (now, before) = (Int(row[7])!, Int(row[8])!)
      let window = try #require(result.windows.first { $0.window.rawValue == row[2] })
      let (days, earlier) = (Double(window.now.count), Double(window.before.count))
      #expect(abs(Double(row[9])! - (Double(now) - Double(before) * days / earlier)) < 1e-9)
      #expect(row[10].isEmpty == (before < 10))
      let isUnknown = row[0].hasSuffix(":unknown")
      #expect(row[13].isEmpty == (isUnknown || now + before < 10))
      if isUnknown {
        #expect(row[15].isEmpty)
      } else if row[13].isEmpty {
        #expect(row[15] == "too few" && row[14].isEmpty)
      } else {
        let p = Double(row[13])!
        #expect(row[21].isEmpty == row[22].isEmpty && (row[22].isEmpty || [["13"], ["24", "25"]][index].contains(row[22])))
        if row[21].isEmpty || row[21] == "1" {
          #expect(abs(p - (try poissonETest(count: now, exposure: days, against: before, exposure: earlier))) < 1e-11)
        }
        let verdict = Double(row[14])! > 0.05 ? "no clear change" : Double(row[9])! > 0 ? "up" : "down"
        #expect(row[15] == verdict)
        // Limits and verdict never disagree.
        #expect((Double(row[11])! <= 0 && Double(row[12])! >= 0) == (verdict == "no clear change"))
        let map = row[18] == "territory" ? "" : "\(row[18])|\(row[1])|\(row[2])"
        families[map, default: []].append((p, Double(row[14])!))
      }
    }
    #expect(families.count > 6)
    // Both kinds are told: half of the level is the territory's, half the areas', and a map has one of its own.
    let territory = try #require(families[""])
    families[""] = nil
    let maps = families.keys.sorted().flatMap { families[$0]! }
    let total = Double(territory.count + maps.count)
    let weights = (territory: total / 2 / Double(territory.count), maps: total / 2 / Double(maps.count))
    let adjusted = MultipleTesting.benjaminiHochberg.adjusted(
      territory.map { $0.p / weights.territory } + maps.map { $0.p / weights.maps })
    // No weight calls what is not called among the rows of the territory alone.
    let own = MultipleTesting.benjaminiHochberg.adjusted(territory.map(\.p))
    for ((value, alone), item) in zip(zip(adjusted, own), territory) {
      #expect(abs(max(value!, alone!) - item.adjusted) < 1e-10 && item.adjusted >= item.p - 1e-12)
    }
    let overall = Dictionary(zip(maps.map(\.p), adjusted.dropFirst(territory.count).map { $0! }), uniquingKeysWith: min)
    for family in families.values {
      let adjusted = MultipleTesting.benjaminiHochberg.adjusted(family.map(\.p))
      for (value, item) in zip(adjusted, family) { #expect(abs(max(value!, overall[item.p]!) - item.adjusted) < 1e-10) }
    }
  }

  @Test func `the territory's row holds every good record, those without a place too`() async throws {
    let made = MadeYears(seed: 5, records: 2_000)
    let result = try await run(made, Self.options(Self.cases[1]))
    let rows = result.table.rows.filter { $0[18] == "territory" && $0[1] != "*" }
    #expect(Set(rows.map { $0[0] }) == [""] && rows.count == 6)
    for row in rows {
      let window = Self.cases[1].windows.first { $0.name == row[2] }!
      let now = made.records.filter { $0.kind == row[1] && window.now.contains($0.date) }
      #expect(Int(row[7]) == now.count)
      #expect(abs(Double(row[19])! - Double(now.count { $0.square != nil }) / Double(now.count)) < 1e-11)
    }
    // Towns know all their records, squares not all of them.
    for row in result.table.rows where row[18] == "town" { #expect(row[19] == "1" || row[19].isEmpty) }
    for account in result.accounts {
      for side in [account.now, account.before] {
        #expect(side.records == side.joined + side.outside + side.unlocated && side.records > 0)
      }
    }
    let dated = made.records.count { !$0.date.isEmpty }
    #expect(result.elsewhere == dated - result.accounts[2].now.records - result.accounts[2].before.records)
  }

  @Test(arguments: [1, 4])
  func `neither workers, nor batches, nor the order of records changes anything`(_ index: Int) async throws {
    let options = Self.options(Self.cases[index])
    var made = MadeYears(seed: 9, records: 1_500)
    let wanted = try await run(made, options, jobs: 1, size: 1 << 20)
    var random = SplitMix64(seed: 3)
    for (jobs, size) in [(2, 300), (7, 1_000)] {
      made.records.shuffle(using: &random)
      let got = try await run(made, options, jobs: jobs, size: size)
      #expect(got.table.bytes == wanted.table.bytes && got.table.ends == wanted.table.ends)
      #expect(try got.makeLayer() == wanted.makeLayer())
      #expect(got.findings == wanted.findings && got.warnings == wanted.warnings && got.verdicts == wanted.verdicts)
    }
  }

  @Test func `the layer has the fields of the table for every area, and its verdicts add up to the areas`() async throws {
    let result = try await run(MadeYears(seed: 2, records: 900), Self.options(Self.cases[1]))
    let layer = try result.makeLayer()
    let codes = try #require(layer.column(named: "codigo")).values.map { $0.text! }
    #expect(codes == ["T0", "T1", "S0", "S1", "S2", "S3", "S4", "S5"])
    for row in result.table.rows where !row[0].isEmpty && !row[0].hasSuffix(":unknown") {
      let column = try #require(layer.column(named: "count_now_\(row[2])_\(row[1])"))
      #expect(column.values[codes.firstIndex(of: row[0])!].text == row[7])
    }
    for count in result.verdicts { #expect(count.areas.values.reduce(0, +) == (count.level == "town" ? 2 : 6)) }
  }

  @Test func `records that change nothing in truth are rarely called changed`() async throws {
    var clear = 0
    for seed in 20..<40 as Range<UInt64> {
      let result = try await run(MadeYears(seed: seed, records: 1_500), Self.options(Self.cases[1]))
      for count in result.verdicts where count.level == "square" {
        if (count.areas[.up] ?? 0) + (count.areas[.down] ?? 0) > 0 { clear += 1 }
      }
    }
    // In 20 files the level is held over all that is printed together: one file with a call is expected, with a few of its maps.
    #expect(clear <= 5, "\(clear) of 120")
  }

  @Test func `a window that the records do not reach back to is left out, and said`() async throws {
    var item = Self.cases[0]
    item.until = "2024-02"
    let result = try await run(MadeYears(seed: 1, records: 300), Self.options(item))
    #expect(result.windows.map(\.window) == [.month, .yearToDate])
    #expect(result.warnings.contains { $0.id == "compare.window_dropped" && $0.values["window"] == "12m" })
    #expect(result.warnings.contains { $0.id == "compare.preliminary" })
  }

  @Test(arguments: [
    ("2026-07", nil, nil, "compare.until_beyond"), ("2023-01", nil, nil, "compare.not_covered"),
    ("soon", nil, nil, "compare.bad_date"), ("2025-02", "registro", nil, "compare.registered_cutoff"),
    ("2025-02", "registro", "2025-02-10", "compare.cutoff_before_end"),
  ])
  func `what cannot be compared is refused`(_ until: String, _ registered: String?, _ cutoff: String?, _ id: String) async throws
  {
    var options = Self.options(Self.cases[0])
    (options.until, options.registered, options.cutoff) = (until, registered, cutoff)
    do {
      _ = try await run(MadeYears(seed: 1, records: 100), options)
      Issue.record("not refused")
    } catch let failure as Failure {
      #expect(failure.diagnostic.id == id)
    }
  }

  @Test func `findings tell counts from and to, and the parts of them by level`() async throws {
    let result = try await run(MadeYears(seed: 6, records: 900), Self.options(Self.cases[1]))
    // After all kinds together.
    let first = result.findings[1]
    #expect(first.values["kind"] == "robo" && first.values["from"] == "2025-02-01")
    #expect(first.values["now"] == String(result.whole[1][0].now) && first.values["before"] == String(result.whole[1][0].before))
    #expect(result.findings[2].values["level"] == "town" && result.findings[3].values["level"] == "square")
  }
}
