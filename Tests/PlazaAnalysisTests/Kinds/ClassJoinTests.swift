import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

/// Joins by crime class, beside the obvious count.
@Suite struct ClassJoinTests {
  private static let table = [
    ["robo", "0401", "Robbery", "no"], ["hurto", "0502", "Theft", "no"],
    ["hurto calificado", "05022", "Theft from a person", "no"],
    ["asalto sexual", "03012", "Sexual assault", "yes"], ["robo y lesiones", "0401", "Robbery", "no"],
    ["robo y lesiones", "0201", "Assaults and threats", "no"], ["exhorto", "", "", "no"],
  ]
  private static let codes: [String: [String]] = [
    "robo": ["0401 Robbery"], "hurto": ["0502 Theft"], "hurto calificado": ["0502 Theft"], "asalto sexual": ["0301"],
    "robo y lesiones": ["0401 Robbery", "0201 Assaults and threats"], "exhorto": ["exhorto"], "nuevo": ["nuevo"], "": [""],
  ]
  private static let kinds = codes.keys.sorted()

  private struct Record {
    var kind: String
    var month: Int
    var x: Double
  }

  private static func records(_ seed: UInt64, count: Int = 400) -> [Record] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      Record(
        kind: kinds.randomElement(using: &random)!, month: Int.random(in: 1...5, using: &random),
        x: Double.random(in: 0..<4, using: &random))
    }
  }

  private static func mapping(level: Int?) throws -> ClassMapping {
    let header = ["country", "name", "iccs", "iccs_name", "sensitive", "status"]
    let rows = table.enumerated().map { ClassTable.Row(line: $0 + 2, cells: ["XX"] + $1 + ["proposal"]) }
    return try ClassMapping(ClassTable(header: header, rows: rows), file: "classes.csv", level: level)
  }

  private static func join(
    _ records: [Record], jobs: Int = 2, tagged: RowCollector? = nil, _ change: (inout JoinOptions) throws -> Void
  ) async throws -> JoinResult {
    let folder = TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let populations = Column(name: "poblacion", values: (1...3).map { .integer(1000 * $0) })
    let areas = square(codes: (0..<3).map { .text("A\($0)") }, others: [populations])
    let lines = records.map { "\"\($0.kind)\",2020-0\($0.month)-15,\($0.x),0.5" }
    folder.write("p.csv", "delito,fecha,lon,lat\n" + lines.joined(separator: "\n") + "\n")
    var options = JoinOptions()
    options.areas.code = ["codigo"]
    options.by = "delito"
    (options.when, options.period) = ("fecha", .month)
    try change(&options)
    return try await Join.run(
      CSVPointSource(Input(folder.path + "/p.csv")), areas: areas, areasFile: "a", options: options,
      sinks: RowSinks(tagged: tagged), jobs: jobs)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `records count in each class they are in, and areas count records`(_ seed: UInt64) async throws {
    let records = Self.records(seed)
    let result = try await Self.join(records) { $0.classes = try Self.mapping(level: 2) }
    var cells: [String: Int] = [:]
    var totals: [String: Int64] = [:]
    for record in records {
      for group in Self.codes[record.kind]! {
        totals[group, default: 0] += 1
        if record.x < 3 { cells["A\(Int(record.x))|\(group)|2020-0\(record.month)", default: 0] += 1 }
      }
    }
    let found = Dictionary(uniqueKeysWithValues: result.table.rows.map { ("\($0[0])|\($0[1])|\($0[2])", Int($0[3])!) })
    #expect(found == cells, "seed \(seed)")
    #expect(Dictionary(uniqueKeysWithValues: result.kinds.map { ($0.name, $0.total) }) == totals)
    // An area's count is of records, however many classes they are in.
    let layer = try result.makeLayer()
    for (area, value) in layer.column(named: "count")!.values.enumerated() {
      #expect(value == .integer(records.count { Int($0.x) == area }))
    }
    let several = Int64(records.count { $0.kind == "robo y lesiones" })
    #expect(result.classes?.several == several && result.classes?.severalSum == 2 * several)
    #expect(result.classes?.unmapped.map(\.kind) == ["", "nuevo"])
    #expect(
      result.warnings.map(\.id).filter { $0.hasPrefix("classes") } == ["classes.proposal", "classes.unmapped", "classes.several"])
  }

  @Test func `without a level kinds stay kinds, with what the table says of them`() async throws {
    let records = Self.records(7)
    let result = try await Self.join(records) { $0.classes = try Self.mapping(level: nil) }
    let plain = try await Self.join(records) { _ in }
    #expect(result.table.rows == plain.table.rows)
    let meanings = Dictionary(uniqueKeysWithValues: result.kinds.map { ($0.name, $0.meaning!) })
    #expect(meanings["robo y lesiones"]?.classes.map(\.code) == ["0401", "0201"])
    #expect(meanings["asalto sexual"]?.isSensitive == true && meanings["robo"]?.isSensitive == false)
    #expect(meanings["nuevo"]?.isSensitive == nil && meanings["nuevo"]?.classes == [])
    #expect(plain.kinds.allSatisfy { $0.meaning == nil } && plain.classes == nil)
  }

  @Test func `classes do not depend on the order of the rows or the number of workers`() async throws {
    let records = Self.records(9, count: 3000)
    var random = SplitMix64(seed: 1)
    let first = try await Self.join(records, jobs: 1) { $0.classes = try Self.mapping(level: 1) }
    let other = try await Self.join(records.shuffled(using: &random), jobs: 2) { $0.classes = try Self.mapping(level: 1) }
    #expect(first.table.bytes == other.table.bytes && first.table.ends == other.table.ends && first.kinds == other.kinds)
    // Each run has a file of its own.
    func told(_ result: JoinResult) -> [String] {
      result.warnings.map { warning in
        warning.id + " "
          + warning.values.filter { $0.key != "file" }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(
            separator: " ")
      }
    }
    #expect(told(first) == told(other))
  }

  @Test func `sensitive and unknown kinds are not tagged, and counted`() async throws {
    let records = Self.records(11)
    func tagged(_ change: (inout JoinOptions) throws -> Void) async throws -> (kinds: [String: Int], result: JoinResult) {
      let sink = RowCollector()
      let result = try await Self.join(records, tagged: sink, change)
      return (sink.rows.reduce(into: [:]) { $0[$1[1], default: 0] += 1 }, result)
    }
    func count(_ kind: String) -> Int { records.count { $0.kind == kind } }
    let withTable = try await tagged {
      $0.classes = try Self.mapping(level: 2)
      $0.keptKinds = ["nuevo"]
    }
    #expect(
      withTable.kinds
        == Dictionary(uniqueKeysWithValues: Self.kinds.filter { !["asalto sexual", ""].contains($0) }.map { ($0, count($0)) }))
    let withheld = try #require(withTable.result.withheld)
    #expect(
      withheld.kinds.map(\.name) == ["", "asalto sexual"] && withheld.kinds.map(\.count) == [count(""), count("asalto sexual")])
    #expect(withheld.kinds.map(\.verdict) == [.unknown, .sensitive])
    let without = try await tagged { _ in }
    #expect(without.kinds["asalto sexual"] == nil && without.kinds[""] == nil)
    #expect(without.result.withheld?.count == count("asalto sexual") + count(""))
    #expect(without.result.withheld?.kinds.map(\.verdict) == [.unsaid, .likely])
    #expect(without.result.warnings.map(\.id).contains("kinds.withheld_likely"))
    // The counts by area keep them.
    #expect(without.result.kinds.first { $0.name == "asalto sexual" }?.total == Int64(count("asalto sexual")))
  }

  @Test func `a complete table has a row for every area, kind and month`() async throws {
    let records = Self.records(13, count: 40).filter { $0.month != 3 }
    let result = try await Self.join(records) {
      $0.isComplete = true
      $0.areas.population = "poblacion"
    }
    var rows: [[String]] = []
    try result.writeTable { rows += $0.rows.filter { $0[6] != "territory" } }
    let kinds = Set(records.map(\.kind)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let months = (records.map(\.month).min()!...records.map(\.month).max()!)
    var wanted: [String] = []
    for area in 0..<3 {
      for kind in kinds {
        for month in months {
          let count = records.count { Int($0.x) == area && $0.kind == kind && $0.month == month }
          wanted.append("A\(area)|\(kind)|2020-0\(month)|\(count)")
        }
      }
    }
    #expect(rows.map { $0[0..<4].joined(separator: "|") } == wanted)
    #expect(rows.filter { $0[3] != "0" } == result.table.rows)
    // No record is a rate of zero with limits, not an unknown one.
    for row in rows where row[3] == "0" { #expect(row[11] == "0" && row[12] == "0" && Double(row[13])! > 0) }
  }

  @Test func `a complete table that nobody could open is refused`() async throws {
    await #expect(throws: Failure.self) {
      _ = try await Self.join(Self.records(1)) {
        $0.isComplete = true
        $0.period = .hour
        ($0.from, $0.to) = ("1900", "2020")
        $0.classes = nil
      }
    }
  }
}
