import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

@Suite struct LevelsTests {
  static let variants: [(name: String, options: JoinOptions)] = {
    func options(_ locate: [KeyOptions.Method], _ codes: [String], _ names: [String]) -> JoinOptions {
      var options = JoinOptions()
      options.keys.locate = locate
      options.keys.codes = codes
      options.keys.names = names
      return options
    }
    var all = options([], ["cod", "", "codmun"], ["barrio", "", "mun"])
    (all.by, all.when, all.period) = ("kind", "fecha", .month)
    var counted = all
    counted.count = "n"
    return [
      ("point, code, name", all), ("counts", counted),
      ("code, name", options([.code, .name], ["cod", "", "codmun"], ["barrio", "", "mun"])),
      ("name before point", options([.name, .point], [], ["barrio", "", "mun"])),
      ("code alone, cut to each level", options([.code], ["cod"], [])),
      ("code, point", options([.code, .point], ["cod", "", "codmun"], [])), ("point alone", options([.point], [], [])),
      ("names without their parents", options([.point, .name], [], ["barrio"])),
    ]
  }()

  private func run(
    _ made: MadeLevels, _ options: JoinOptions, levels: [AreaLayer] = MadeLevels.layers, jobs: Int = 2, size: Int = 2048
  ) async throws -> JoinResult {
    try await Join.run(SmallBatches(made.csv, size: size), levels: levels, options: options, jobs: jobs)
  }

  /// The table by `level|code|category|period`.
  private func counts(_ result: JoinResult) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: result.table.rows.map { ("\($0[6])|\($0[0])|\($0[1])|\($0[2])", Int($0[3])!) })
  }

  @Test(arguments: 0..<8)
  func `every level counts what an obvious counter counts`(variant: Int) async throws {
    let (name, options) = Self.variants[variant]
    for seed in 1...5 as ClosedRange<UInt64> {
      let made = MadeLevels(seed: seed, records: 600)
      let slow = SlowLevels(made, options)
      let fast = try await run(made, options)
      let about = "\(name), seed \(seed)"
      // The slow side counts rows, and does not compare them.
      var account = fast.account
      (account.repeats, account.cases) = (nil, nil)
      #expect(account == slow.account, "\(about)")
      #expect(fast.account.isBalanced)
      #expect(counts(fast) == slow.counts, "\(about)")
      for row in fast.table.rows { #expect(row[5] == slow.parents["\(row[6])|\(row[0])"], "\(row[0]), \(about)") }
      #expect(fast.levels.map { Int($0.count) }.last == slow.known.reduce(0, +), "\(about)")
      #expect(fast.levels.map { Int($0.unknown) } == [slow.known[1], slow.known[2], 0], "\(about)")
    }
  }

  @Test(arguments: 0..<8)
  func `an area is the sum of its parts and of its unknown part`(variant: Int) async throws {
    let result = try await run(MadeLevels(seed: 9, records: 900), Self.variants[variant].options)
    var sums: [String: Int] = [:]
    var wholes: [String: Int] = [:]
    for row in result.table.rows {
      if !row[5].isEmpty { sums["\(row[5])|\(row[1])|\(row[2])", default: 0] += Int(row[3])! }
      if row[6] != "barrio", !row[0].hasSuffix(":unknown") { wholes["\(row[0])|\(row[1])|\(row[2])"] = Int(row[3])! }
    }
    #expect(sums == wholes)
  }

  @Test func `neither workers, nor batches, nor the order of records changes a byte`() async throws {
    for variant in [0, 3] {
      let options = Self.variants[variant].options
      var made = MadeLevels(seed: 3, records: 2_000)
      let wanted = try await run(made, options, jobs: 1, size: 512 << 10)
      var random = SplitMix64(seed: 4)
      for (jobs, size) in [(1, 700), (2, 1000), (7, 300)] {
        made.records.shuffle(using: &random)
        let got = try await run(made, options, jobs: jobs, size: size)
        #expect(got.table.bytes == wanted.table.bytes && got.table.ends == wanted.table.ends, "\(jobs) jobs")
        #expect(got.layer == wanted.layer && got.levels == wanted.levels && got.unmatched == wanted.unmatched, "\(jobs) jobs")
        #expect(got.account == wanted.account && got.findings == wanted.findings && got.warnings == wanted.warnings)
      }
    }
  }

  @Test func `one layer with a level field is the same territory`() async throws {
    let made = MadeLevels(seed: 5, records: 700)
    var options = Self.variants[0].options
    let wanted = try await run(made, options)
    options.levelField = "nivel"
    options.areas.code = ["codigo"]
    options.areas.parent = "padre"
    let got = try await run(made, options, levels: [MadeLevels.oneLayer(seed: 6)])
    #expect(got.table.rows == wanted.table.rows)
    #expect(got.levels == wanted.levels)
  }

  @Test func `the layer holds all levels, the coarsest first, and says how much is known at the finest`() async throws {
    let made = MadeLevels(seed: 7, records: 800)
    let result = try await run(made, Self.variants[2].options)
    let layer = result.layer
    let levels = try #require(layer.column(named: "level")).values.map { $0.text! }
    #expect(
      levels == Array(repeating: "municipio", count: 3) + Array(repeating: "distrito", count: 6)
        + Array(repeating: "barrio", count: 24))
    #expect(layer.column(named: "parent")?.values[0].isNull == true)
    #expect(layer.column(named: "parent")?.values[3].text == "01")
    let slow = SlowLevels(made, Self.variants[2].options)
    for town in 0..<3 {
      let code = MadeLevels.code(town: town)
      let whole = slow.counts["municipio|\(code)||"] ?? 0
      let fine = slow.counts.filter { $0.key.hasPrefix("barrio|\(code)") && !$0.key.contains("unknown") }.values.reduce(0, +)
      #expect(layer.column(named: "located_share")?.values[town] == NumberText.field(Double(fine) / Double(whole)))
    }
  }

  @Test func `a parent that does not exist names its feature`() async throws {
    var layers = MadeLevels.layers
    layers[0].layer.columns[2].values[17] = .text("0399")
    var options = Self.variants[6].options
    options.areas.parent = "distrito"
    let failure = await #expect(throws: Failure.self) { try await run(MadeLevels(seed: 1, records: 9), options, levels: layers) }
    #expect(failure?.kind == .notUnderstood && failure?.diagnostic.id == "areas.unknown_parent")
    #expect(failure?.diagnostic.values["feature"] == "18" && failure?.diagnostic.values["value"] == "0399")
  }

  @Test func `populations of coarser areas are the sums of their parts`() async throws {
    var layers = MadeLevels.layers
    layers[0].layer.columns.append(
      Column(name: "poblacion", values: (0..<24).map { $0 == 20 ? .null : .number(String(100 + $0)) }))
    var options = Self.variants[6].options
    options.areas.population = "poblacion"
    options.rateBasis = .period
    let result = try await run(MadeLevels(seed: 2, records: 500), options, levels: layers)
    let rows = Dictionary(uniqueKeysWithValues: result.table.rows.map { ("\($0[6])|\($0[0])", $0[10]) })
    #expect(rows["municipio|01"] == "828" && rows["distrito|0101"] == "406" && rows["municipio|03"] == "")
  }
}
