import PlazaGeometry
import PlazaLayers
internal import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

/// What rates are divided by, and what is said of it.
@Suite struct SpanNotesTests {
  private func join(_ dates: [String], _ change: (inout JoinOptions) -> Void = { _ in }) async throws -> JoinResult {
    let areas = square(codes: [.text("01")], others: [Column(name: "pob", values: [.number("100000")])])
    var options = JoinOptions()
    options.areas.population = "pob"
    change(&options)
    let csv = "fecha,lon,lat\n" + dates.map { "\($0),0.5,0.5\n" }.joined()
    return try await Join.run(SmallBatches(Array(csv.utf8)), areas: areas, areasFile: "areas.geojson", options: options, jobs: 2)
  }

  private func days(_ first: String, _ count: Int) -> [String] {
    let day = DateText.moment(first)!.day
    return (0..<count).map { CivilDate.text(ofDay: day + $0) }
  }

  private func rate(_ result: JoinResult) -> Double? { result.layer.column(named: "rate")?.values[0].text.flatMap(Double.init) }

  @Test(arguments: ["1900-01-01", "2204-11-05", "2099-12-31"])
  func `one date far from all others does not change what rates are divided by`(_ far: String) async throws {
    let result = try await join(days("2024-01-01", 366) + [far])
    #expect(result.years == 1 && rate(result) == 367)
    let note = try #require(result.warnings.first { $0.id == "dates.far" })
    #expect(note.severity == .warning && note.values["dates"] == far)
    // Its own period is in no time that is covered: it has a count and no rate.
    let table = try await join(days("2024-01-01", 366) + [far]) { $0.period = .year }.table.rows.filter { $0[0] == "01" }
    let found = Set(table.map { row in [row[2], row[3], row[11]] })
    let expected: Set<[String]> = [["2024", "366", "366"], [String(far.prefix(4)), "1", ""]]
    #expect(found == expected)
  }

  @Test func `ten records on each first of a month are ten in every month, the last too`() async throws {
    let dates = (1...12).flatMap { month in Array(repeating: "2022-\(month < 10 ? "0" : "")\(month)-01", count: 10) }
    let result = try await join(dates) { $0.period = .month }
    #expect(result.years == 1 && result.warnings.contains { $0.id == "dates.months" })
    let rows = result.table.rows.filter { $0[0] == "01" }
    #expect(rows.count == 12 && rows[11][8] == "2022-12-31")
    for row in rows {
      #expect(abs(Double(row[11])! - 10 * 365 / Double(CivilDate.length(ofMonth: Int(row[2].suffix(2))!, year: 2022))) < 1e-8)
    }
  }

  @Test func `what rates are divided by is said, and what makes them mean less`() async throws {
    let half = try await join(days("2019-01-01", 181))
    let span = try #require(half.warnings.first { $0.id == "rates.span" })
    #expect(span.values["from"] == "2019-01-01" && span.values["to"] == "2019-06-30")
    #expect(!half.warnings.contains { $0.id == "rates.short_span" || $0.id == "rates.span_beyond" })
    let year = try await join(days("2019-01-01", 181)) { ($0.from, $0.to) = ("2019", "2019") }
    #expect(rate(year) == 181)
    #expect(year.warnings.first { $0.id == "rates.span_beyond" }?.values["last"] == "2019-06-30")
    let day = try await join(["2019-05-02", "2019-05-02", "2019-05-02"])
    #expect(day.warnings.first { $0.id == "rates.short_span" }?.values["days"] == "1")
    let cumulative = try await join(["2019-05-02"]) { $0.rateBasis = .period }
    #expect(!cumulative.warnings.contains { ["rates.span", "rates.short_span", "rates.span_beyond"].contains($0.id) })
    // Whatever they are divided by, one record is too few for a rate.
    #expect(cumulative.warnings.contains { $0.id.hasPrefix("rates.few") })
  }

  @Test func `times with several offsets are said`() async throws {
    let mixed = try await join(["2023-12-31T23:30:00-06:00", "2024-01-01T05:30:00Z", "2024-03-01T05:30:00Z"])
    #expect(mixed.warnings.first { $0.id == "dates.offsets" }?.values["offsets"] == "−06:00, +00:00")
    let one = try await join(["2023-12-31T23:30:00-06:00", "2024-01-01T05:30:00-06:00"])
    #expect(!one.warnings.contains { $0.id == "dates.offsets" })
  }
}
