import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

@Suite("Territory totals") struct TerritoryTotalTests {
  /// Four squares in a row, of 1 000 people each.
  private static func areas(population: [String] = ["1000", "1000", "1000", "1000"]) -> Layer {
    var geometry = PolygonColumn()
    for square in 0..<4 {
      let x = Double(square)
      for (px, py) in [(x, 0.0), (x + 1, 0), (x + 1, 1), (x, 1), (x, 0)] { geometry.append(x: px, y: py) }
      geometry.endRing()
      geometry.endPolygon()
      geometry.endFeature()
    }
    return Layer(
      geometry: geometry,
      columns: [
        Column(name: "code", values: ["a", "b", "c", "d"].map { .text($0) }),
        Column(name: "people", values: population.map { $0.isEmpty ? .null : .text($0) }),
      ], crs: .wgs84)
  }

  private struct Made {
    var rows: [(place: String, kind: String, month: String, count: Int)] = []

    init(seed: UInt64, count: Int, outside: Int) {
      var random = SplitMix64(seed: seed)
      for record in 0..<count {
        let x = Double.random(in: 0.01...3.99, using: &random)
        var place = "\(x),\(Double.random(in: 0.01...0.99, using: &random))"
        if Int.random(in: 0..<5, using: &random) == 0 { place = "," }
        if record < outside { place = "9,9" }
        rows.append(
          (
            place, ["robo", "hurto"].randomElement(using: &random)!,
            "2024-0\(Int.random(in: 1...3, using: &random))-1\(Int.random(in: 0...9, using: &random))",
            Int.random(in: 0...4, using: &random)
          ))
      }
    }

    var csv: [UInt8] {
      Array(("lon,lat,tipo,fecha,n\n" + rows.map { "\($0.place),\($0.kind),\($0.month),\($0.count)\n" }.joined()).utf8)
    }
  }

  private func join(_ csv: [UInt8], _ areas: Layer, jobs: Int = 1, _ change: (inout JoinOptions) -> Void) async throws
    -> JoinResult
  {
    var options = JoinOptions()
    change(&options)
    return try await Join.run(try SmallBatches(csv), areas: areas, areasFile: "areas.geojson", options: options, jobs: jobs)
  }

  private func territory(_ result: JoinResult) throws -> [[String]] {
    try result.makeTable().rows.filter { $0[0].isEmpty && $0[6] == "territory" }.map { Array($0) }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `rows of the territory hold every good record, and are the sum of the areas and of what is in none`(seed: UInt64)
    async throws
  {
    let made = Made(seed: seed, count: 400, outside: 3)
    for counts in [false, true] {
      let result = try await join(made.csv, Self.areas()) {
        ($0.by, $0.when, $0.period, $0.count) = ("tipo", "fecha", .month, counts ? "n" : nil)
      }
      var wanted: [String: Int] = [:]
      for row in made.rows { wanted["\(row.kind)|\(row.month.prefix(7))", default: 0] += counts ? row.count : 1 }
      let rows = try territory(result)
      #expect(Dictionary(uniqueKeysWithValues: rows.map { ("\($0[1])|\($0[2])", Int($0[3])!) }) == wanted)
      #expect(Array(try result.makeTable().rows.prefix(rows.count)).map { Array($0) } == rows)
      let all = wanted.values.reduce(0, +)
      let whole = result.territory.whole
      #expect(whole.count == Int64(all) && whole.inAreas + whole.outside + whole.unlocated == whole.count)
      #expect(result.territory.kinds.map(\.count).reduce(0, +) == whole.count)
      #expect(result.table.rows.reduce(0) { $0 + Int($1[3])! } == Int(whole.inAreas))
      let said = try #require(result.findings.first { $0.id == "finding.territory" })
      #expect(said.values["count"] == String(all) && said.values["unlocated"] == String(whole.unlocated))
      let share = try #require(result.findings.first { $0.id == "finding.unlocated_share" }?.values["share"])
      #expect(share == NumberText.text(Double(whole.unlocated) / Double(whole.count)))
      // Each row says how many of its own have a place.
      let missing = made.rows.filter { $0.kind == "robo" && $0.month.hasPrefix("2024-02") && $0.place == "," }
      let row = try #require(rows.first { $0[1] == "robo" && $0[2] == "2024-02" })
      let lost = missing.reduce(0) { $0 + (counts ? $1.count : 1) }
      #expect(abs(Double(row[14])! - (1 - Double(lost) / Double(row[3])!)) < 1e-9)
    }
  }

  @Test func `workers change no byte of them, and a complete table has a row for each kind and period`() async throws {
    let made = Made(seed: 9, count: 60, outside: 1)
    var tables: [[UInt8]] = []
    for jobs in [1, 3] {
      let result = try await join(made.csv, Self.areas(), jobs: jobs) {
        ($0.by, $0.when, $0.period) = ("tipo", "fecha", .day)
      }
      tables.append(try result.makeTable().bytes)
    }
    #expect(tables[0] == tables[1])
    let complete = try await join(made.csv, Self.areas()) {
      ($0.by, $0.when, $0.period, $0.isComplete, $0.from, $0.to) = ("tipo", "fecha", .day, true, "2024-01-01", "2024-03-31")
    }
    var rows: [[String]] = []
    try complete.writeTable { rows += $0.rows.map { Array($0) } }
    let own = rows.filter { $0[0].isEmpty && $0[6] == "territory" }
    #expect(own.count == 2 * 91 && own.reduce(0) { $0 + Int($1[3])! } == 60)
  }

  @Test func `the rate is of everybody, and null where an area's people are not known or the file is of more than the territory`()
    async throws
  {
    let made = Made(seed: 5, count: 300, outside: 2)
    func rate(_ layer: Layer, _ made: Made) async throws -> TerritoryTotal {
      let result = try await join(made.csv, layer) {
        ($0.areas.population, $0.rateBasis) = ("people", .period)
      }
      let row = try #require(try territory(result).first)
      #expect(Double(row[11]) == result.territory.whole.rate && Double(row[10]) == result.territory.population)
      let said = result.findings.first { $0.id == "finding.territory_rate_cumulative" }?.values["rate"]
      #expect(said == result.territory.whole.rate.flatMap(NumberText.text))
      return result.territory
    }
    let known = try await rate(Self.areas(), made)
    #expect(known.population == 4_000 && known.whole.count == 300)
    #expect(abs(known.whole.rate! - 300 / 4_000 * 100_000) < 1e-6 && known.whole.rateLow! < known.whole.rate!)
    let unknown = try await rate(Self.areas(population: ["1000", "", "1000", "1000"]), made)
    #expect(unknown.population == nil && unknown.whole.rate == nil && unknown.whole.count == 300)
    let national = try await rate(Self.areas(), Made(seed: 5, count: 300, outside: 30))
    #expect(national.population == 4_000 && national.whole.rate == nil)
  }

  @Test func `what shares an extreme is said to share it`() async throws {
    let csv = "lon,lat,tipo\n0.5,0.5,robo\n1.5,0.5,hurto\n2.5,0.5,robo\n0.5,0.4,hurto\n1.5,0.4,robo\n2.5,0.4,hurto\n"
    let result = try await join(Array(csv.utf8), Self.areas()) { $0.by = "tipo" }
    let most = try #require(result.findings.first { $0.id == "finding.most_tied" })
    #expect(most.values["tied"] == "3" && most.values["count"] == "2" && most.values["areas"] == "a, b, c")
    let kind = try #require(result.findings.first { $0.id == "finding.top_kind_tied" })
    #expect(kind.values["tied"] == "2" && kind.values["kinds"] == "hurto, robo")
    #expect(result.findings.contains { $0.id == "finding.territory_in_areas" && $0.values["count"] == "6" })
  }
}
