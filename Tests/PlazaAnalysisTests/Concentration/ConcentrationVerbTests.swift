import PlazaLayers
import PlazaStatistics
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaRecords

@Suite struct ConcentrationVerbTests {
  private func run(_ made: MadeYears, jobs: Int = 2, size: Int = 2048, by: String? = "kind") async throws -> ConcentrationResult {
    var options = ConcentrationOptions()
    options.join.by = by
    options.join.keys.codes = ["", "mun"]
    options.draws = 199
    return try await Concentration.run(SmallBatches(made.csv, size: size), levels: MadeYears.levels, options: options, jobs: jobs)
  }

  /// Records of a kind in each area of a level, by looking at each.
  private func slow(_ made: MadeYears, _ codes: [String], _ kind: String?) -> [Int] {
    codes.map { code in made.records.count { (kind == nil || $0.kind == kind) && MadeYears.codes($0).contains(code) } }
  }

  @Test func `each level and kind has the measures of its counts, unknown parts apart`() async throws {
    let made = MadeYears(seed: 5, records: 800)
    let result = try await run(made)
    #expect(result.account.isBalanced && result.account.joined == 800)
    let levels = [("town", ["T0", "T1"]), ("square", (0..<6).map { "S\($0)" })]
    #expect(result.measures.map(\.level) == ["town", "town", "town", "square", "square", "square"])
    for measure in result.measures {
      let codes = try #require(levels.first { $0.0 == measure.level }).1
      let counts = slow(made, codes, measure.kind)
      #expect(measure.records == counts.reduce(0, +) && measure.places == codes.count)
      #expect(try measure.gini == Gini(counts))
      #expect(try measure.giniLimits == giniLimits(counts, draws: 199))
      #expect(try measure.holding == placesHolding(of: LorenzCurve(counts), draws: 199))
    }
  }

  @Test func `rows hold shares from the top that end at all, and quotients whose mean is 1`() async throws {
    let made = MadeYears(seed: 6, records: 800)
    let result = try await run(made)
    var shares: [String: [(rank: Int, share: Double, cumulative: Double)]] = [:]
    var weighted: [String: Double] = [:]
    for row in result.table.rows {
      let key = "\(row[11])|\(row[1])"
      shares[key, default: []].append((Int(row[4])!, Double(row[3])!, Double(row[5])!))
      #expect(row[6].isEmpty == (row[1] == "*"))
      if row[1] != "*" {
        #expect(Double(row[7])! <= Double(row[6])! && Double(row[6])! <= Double(row[8])!)
        let all = slow(made, [row[0]], nil)[0]
        weighted[key, default: 0] += Double(row[6])! * Double(all)
      }
    }
    for (key, rows) in shares {
      var sum = 0.0
      for (place, row) in rows.sorted(by: { $0.rank < $1.rank }).enumerated() {
        sum += row.share
        #expect(row.rank == place + 1 && abs(row.cumulative - sum) < 1e-9, "\(key)")
      }
      #expect(abs(sum - 1) < 1e-9)
    }
    for (key, sum) in weighted {
      let codes = key.hasPrefix("town") ? ["T0", "T1"] : (0..<6).map { "S\($0)" }
      #expect(abs(sum / Double(slow(made, codes, nil).reduce(0, +)) - 1) < 1e-9, "\(key)")
    }
  }

  @Test func `neither workers, nor batches, nor the order of records changes anything`() async throws {
    var made = MadeYears(seed: 7, records: 900)
    let wanted = try await run(made, jobs: 1, size: 1 << 20)
    var random = SplitMix64(seed: 1)
    for (jobs, size) in [(2, 300), (7, 900)] {
      made.records.shuffle(using: &random)
      let got = try await run(made, jobs: jobs, size: size)
      #expect(got.table.bytes == wanted.table.bytes && got.findings == wanted.findings && got.warnings == wanted.warnings)
      #expect(try got.makeLayer() == wanted.makeLayer())
      for (left, right) in zip(got.measures, wanted.measures) {
        #expect(left.holding == right.holding && left.giniLimits == right.giniLimits)
      }
    }
  }

  @Test func `without records nothing is measured, and without kinds nothing is compared`() async throws {
    let none = try await run(MadeYears(seed: 1, records: 0))
    #expect(none.measures.allSatisfy { $0.gini == nil && $0.holding.isEmpty && $0.giniLimits == nil })
    #expect(none.findings.map(\.id) == ["finding.no_records"])
    let plain = try await run(MadeYears(seed: 1, records: 300), by: nil)
    #expect(plain.measures.allSatisfy { $0.kind == nil } && plain.measures.count == 2)
    #expect(try plain.makeLayer().columns.allSatisfy { !$0.name.hasPrefix("lq") })
  }
}
