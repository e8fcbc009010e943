import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

@Suite struct JoinTests {
  static let variants: [(name: String, options: JoinOptions)] = {
    var plain = JoinOptions()
    plain.areas.code = ["codigo"]
    var byKind = plain
    byKind.by = "kind"
    var dated = byKind
    (dated.when, dated.period) = ("fecha", .month)
    var between = dated
    (between.from, between.to) = ("2015-03", "2016-02-29")
    var weighted = between
    (weighted.weight, weighted.assignment) = ("weight", .all)
    weighted.conditions = [.init(field: "sexo", values: ["M"])]
    var all = byKind
    all.assignment = .all
    all.conditions = [.init(field: "kind", values: ["hurto ", "extorsio\u{301}n", ""])]
    return [("plain", plain), ("by kind", byKind), ("dated", dated), ("between", between), ("weighted", weighted), ("all", all)]
  }()

  private func run(_ made: MadeJoin, _ options: JoinOptions, jobs: Int = 2, size: Int = 2048, sinks: RowSinks = RowSinks())
    async throws -> JoinResult
  {
    try await Join.run(
      SmallBatches(made.csv, size: size), areas: made.areas, areasFile: "areas.geojson", options: options, sinks: sinks,
      jobs: jobs)
  }

  /// The oracle compares texts as they must be understood.
  private func canonical(_ options: JoinOptions) -> JoinOptions {
    var options = options
    for index in options.conditions.indices {
      options.conditions[index].values = options.conditions[index].values.map { CanonicalText.of($0.utf8) }
    }
    return options
  }

  @Test(arguments: 0..<6)
  func `a join counts what an obvious counter counts`(variant: Int) async throws {
    let (name, options) = Self.variants[variant]
    for seed in 1...4 as ClosedRange<UInt64> {
      let made = MadeJoin(seed: seed, records: 700)
      let slow = SlowJoin(made, canonical(options))
      let fast = try await run(made, options)
      let about = "\(name), seed \(seed)"
      for reason in Account.Reason.allCases { #expect(fast.account[reason] == slow.account[reason], "\(reason), \(about)") }
      // The slow side counts and does not compare rows.
      var account = fast.account
      account.repeats = nil
      #expect(account == slow.account, "\(about)")
      #expect(slow.account.isBalanced && fast.account.isBalanced)
      var counts: [String: Int] = [:]
      var weights: [String: String] = [:]
      for row in fast.table.rows {
        let key = "\(row[0])|\(row[1])|\(row[2])"
        #expect(counts.updateValue(Int(row[3])!, forKey: key) == nil, "\(key) stands twice")
        if options.weight != nil { weights[key] = row[15] }
      }
      #expect(counts == slow.counts, "\(about)")
      if options.weight != nil {
        #expect(weights == slow.weights.mapValues { NumberText.text(DecimalAmount.double($0))! }, "\(about)")
      }
      if options.by != nil {
        #expect(Dictionary(uniqueKeysWithValues: fast.kinds.map { ($0.name, Int($0.total)) }) == slow.totals)
      }
      // The layer has the margins of the table.
      let codes = try #require(fast.layer.column(named: "codigo")).values.map { $0.text! }
      #expect(codes == codes.sorted())
      for (area, code) in codes.enumerated() {
        let mine = slow.counts.filter { $0.key.hasPrefix("\(code)|") }
        #expect(fast.layer.column(named: "count")?.values[area] == .integer(mine.values.reduce(0, +)))
        for kind in fast.kinds {
          let wanted = mine.filter { $0.key.hasPrefix("\(code)|\(kind.name)|") }.values.reduce(0, +)
          #expect(
            fast.layer.column(named: "count_\(kind.slug)")?.values[area] == .integer(wanted), "\(about), \(code), \(kind.name)")
        }
      }
    }
  }

  @Test func `neither the number of workers, nor the size of batches, nor the order of records changes anything`() async throws {
    var options = Self.variants[4].options
    options.areas.population = "poblacion"
    var made = MadeJoin(seed: 11, records: 1_500)
    let wanted = try await run(made, options, jobs: 1, size: 512 << 10)
    var random = SplitMix64(seed: 12)
    for (jobs, size) in [(1, 300), (2, 1000), (7, 300), (3, 5000)] {
      made.records.shuffle(using: &random)
      let got = try await run(made, options, jobs: jobs, size: size)
      #expect(got.layer == wanted.layer, "\(jobs) jobs")
      #expect(got.table.bytes == wanted.table.bytes && got.table.ends == wanted.table.ends, "\(jobs) jobs")
      #expect(
        got.account == wanted.account && got.kinds == wanted.kinds && got.findings == wanted.findings
          && got.warnings == wanted.warnings)
    }
  }

  /// P(X ≤ n) for a mean.
  private func cumulative(_ n: Int, _ mean: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for k in stride(from: 1, through: n, by: 1) {
      term *= mean / Double(k)
      sum += term
    }
    var power = 1.0
    // exp(−mean), by the limit of its series for a small part, squared up.
    var small = 1.0
    var part = 1.0
    for k in 1..<30 {
      part *= -mean / 1024 / Double(k)
      small += part
    }
    power = small
    for _ in 0..<10 { power *= power }
    return sum * power
  }

  private func solve(_ n: Int, _ share: Double) -> Double {
    var (low, high) = (0.0, 600.0)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if cumulative(n, middle) > share { low = middle } else { high = middle }
    }
    return low
  }

  @Test func `rates and their limits are those of an independent computation`() async throws {
    var options = Self.variants[3].options
    options.period = nil
    options.areas.population = "poblacion"
    let made = MadeJoin(seed: 21, records: 1_200)
    let result = try await run(made, options)
    // 2015-03-01 to 2016-02-29.
    let years = 306.0 / 365 + 60.0 / 366
    #expect(abs(try #require(result.years) - years) < 1e-12)
    for (area, value) in try #require(result.layer.column(named: "poblacion")).values.enumerated() {
      // Where an area was not drawn nobody can have been counted: its rate is not known.
      let isDrawn = !result.layer.geometry.isEmpty(feature: area)
      let population = isDrawn ? value.text.flatMap(Double.init) ?? 0 : 0
      for kind in result.kinds {
        let count = Int(try #require(result.layer.column(named: "count_\(kind.slug)")?.values[area].text))!
        let rate = ["rate", "rate_low", "rate_high"].map { result.layer.column(named: "\($0)_\(kind.slug)")?.values[area] }
        guard population > 0 else {
          #expect(rate == [.null, .null, .null])
          continue
        }
        let unit = 100_000 / (population * years)
        let wanted = [Double(count) * unit, count == 0 ? 0 : solve(count - 1, 0.975) * unit, solve(count, 0.025) * unit]
        for (got, wanted) in zip(rate, wanted) {
          let number = Double(try #require(got?.text))!
          #expect(abs(number - wanted) <= 1e-9 * max(1, wanted), "\(count): \(number) instead of \(wanted)")
        }
      }
    }
  }

  @Test func `stabilised rates are Marshall's, null where a rate is`() async throws {
    var options = Self.variants[3].options
    options.by = nil
    options.period = nil
    options.areas.population = "poblacion"
    let result = try await run(MadeJoin(seed: 21, records: 1_200), options)
    let years = try #require(result.years)
    func numbers(_ name: String) throws -> [Double?] {
      try #require(result.layer.column(named: name)).values.map { $0.text.flatMap(Double.init) }
    }
    let geometry = result.layer.geometry
    let exposures = try numbers("poblacion").enumerated().map { geometry.isEmpty(feature: $0) ? 0 : ($1 ?? 0) * years }
    let counts = try numbers("count").map { $0 ?? 0 }
    let known = exposures.indices.filter { exposures[$0] > 0 }
    let total = known.reduce(0) { $0 + exposures[$1] }
    let mean = known.reduce(0) { $0 + counts[$1] } / total
    let spread =
      known.reduce(0) { $0 + exposures[$1] * (counts[$1] / exposures[$1] - mean) * (counts[$1] / exposures[$1] - mean) } / total
    let variance = max(0, spread - mean / (total / Double(known.count)))
    for (area, value) in try numbers("rate_eb").enumerated() {
      guard exposures[area] > 0 else {
        #expect(value == nil)
        continue
      }
      let own = counts[area] / exposures[area]
      let wanted = mean + variance / (variance + mean / exposures[area]) * (own - mean)
      #expect(abs(try #require(value) - wanted * 100_000) <= 1e-9 * max(1, wanted * 100_000))
    }
  }

  @Test func `weights have a rate without limits, and a warning`() async throws {
    var options = Self.variants[4].options
    options.by = nil
    options.areas.population = "poblacion"
    let result = try await run(MadeJoin(seed: 22, records: 400), options)
    #expect(result.layer.column(named: "rate_low")?.values.allSatisfy(\.isNull) == true)
    #expect(result.layer.column(named: "rate_high")?.values.allSatisfy(\.isNull) == true)
    #expect(result.layer.column(named: "rate")?.values.contains { !$0.isNull } == true)
    #expect(result.warnings.contains { $0.id == "join.weighted_rates" })
  }

  @Test func `the cumulative rate knows no years`() async throws {
    var options = Self.variants[0].options
    options.areas.population = "poblacion"
    options.rateBasis = .period
    let result = try await run(MadeJoin(seed: 23, records: 300), options)
    for area in 0..<result.layer.featureCount {
      let stated = result.layer.column(named: "poblacion")?.values[area].text.flatMap(Double.init) ?? 0
      let population = result.layer.geometry.isEmpty(feature: area) ? 0 : stated
      let count = Double(result.layer.column(named: "count")!.values[area].text!)!
      #expect(
        result.layer.column(named: "rate")?.values[area] == NumberText.field(population > 0 ? count * 100_000 / population : nil))
    }
  }

  @Test func `rejects are listed by line with their reason`() async throws {
    let made = MadeJoin(seed: 31, records: 600)
    let sink = RowCollector()
    let result = try await run(made, Self.variants[2].options, jobs: 3, size: 500, sinks: RowSinks(rejects: sink))
    let rows = sink.rows
    #expect(rows.count == result.account.rejected)
    #expect(rows.map { Int($0[0])! } == rows.map { Int($0[0])! }.sorted())
    for row in rows {
      let record = made.records[Int(row[0])! - 2]
      let wanted = record.fault == .badRow ? "bad_row" : record.dateText != nil ? "bad_date" : record.fault?.rawValue
      #expect(row[1] == wanted)
      if row[1] == "bad_date" { #expect(row[3] == "2015-02-30" && !row[2].isEmpty) }
      if row[1] == "bad_number" { #expect(row[3] == "12..5" && !row[2].isEmpty) }
    }
  }

  @Test func `tagged records carry a number of ours and their area, and only fields that are allowed`() async throws {
    let csv = "id,nombre,telefono,kind,lon,lat\n1,Ana,555,robo,0.5,0.5\n2,Luis,556,hurto,50,50\n3,Eva,557,robo,,\n"
    let areas = square(codes: [.text("07")], names: [.text("Centro")])
    let sink = RowCollector()
    let source = try SmallBatches(Array(csv.utf8))
    let options = JoinOptions()
    let result = try await Join.run(
      source, areas: areas, areasFile: "a", options: options, sinks: RowSinks(tagged: sink), jobs: 2)
    #expect(try Join.taggedHeader(source, options) == ["id", "kind", "lon", "lat", "area_code", "area_name"])
    #expect(
      sink.rows == [
        ["2", "robo", "0.5", "0.5", "07", "Centro"], ["3", "hurto", "50", "50", "", ""], ["4", "robo", "", "", "", ""],
      ])
    #expect(result.account.joined == 1)
  }
}

/// Squares of side 1 beside each other, with codes and other columns.
func square(codes: [FieldValue], names: [FieldValue]? = nil, code: String = "codigo", others: [Column] = []) -> Layer {
  var geometry = PolygonColumn()
  for index in codes.indices {
    let x = Double(index)
    geometry.append(polygon: [[.init(x: x, y: 0), .init(x: x + 1, y: 0), .init(x: x + 1, y: 1), .init(x: x, y: 1)]])
  }
  return Layer(
    geometry: geometry,
    columns: [Column(name: code, values: codes)] + (names.map { [Column(name: "nombre", values: $0)] } ?? []) + others,
    crs: .wgs84)
}
