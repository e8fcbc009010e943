import PlazaLayers
import Testing

@testable import PlazaAnalysis
@testable import PlazaRecords

@Suite struct RatesFailureTests {
  private func failure(_ body: () async throws -> Void) async -> Failure? {
    do {
      try await body()
      return nil
    } catch {
      return error as? Failure
    }
  }

  private func row(
    _ line: Int, _ code: String = "01", _ year: String = "2020", _ sex: String? = nil, _ age: String? = nil,
    _ people: String = "10"
  ) -> PopulationTable.Row {
    .init(line: line, code: code, year: year, sex: sex, age: age, population: people)
  }

  private func table(_ rows: [PopulationTable.Row], mark: UInt8 = 0x2E) throws -> PopulationTable {
    try PopulationTable(rows, named: "p.csv", decimalMark: mark)
  }

  @Test func `a bad row of a population table is named by its line`() async throws {
    let cases: [(String, String?, [PopulationTable.Row])] = [
      ("population.empty", nil, []),
      ("population.no_code", "2", [row(2, " ")]),
      ("population.bad_year", "3", [row(2), row(3, "02", "20-20")]),
      ("population.bad_year", "3", [row(2), row(3, "02", "2020.5")]),
      ("population.bad_number", "3", [row(2), row(3, "02", "2020", nil, nil, "mil")]),
      ("population.bad_number", "2", [row(2, "02", "2020", nil, nil, "-1")]),
      ("population.bad_sex", "2", [row(2, "01", "2020", "perro")]),
      ("population.bad_age", "2", [row(2, "01", "2020", nil, "05-sep")]),
      ("population.repeated", "4", [row(2), row(3, "02"), row(4)]),
      ("population.repeated", "3", [row(2, "01", "2020", "F", "0-4"), row(3, "01", "2020", "mujer", "00 a 04")]),
      ("population.overlapping_ages", nil, [row(2, "01", "2020", nil, "0-4"), row(3, "01", "2020", nil, "4-9")]),
      ("population.overlapping_ages", nil, [row(2, "01", "2020", nil, "60+"), row(3, "01", "2020", nil, "80+")]),
      ("sex.ambiguous", nil, [row(2, "01", "2020", "M")]),
      ("sex.ambiguous", nil, [row(2, "01", "2020", "M"), row(3, "01", "2020", "F"), row(4, "01", "2020", "H")]),
    ]
    for (id, line, rows) in cases {
      let found = await failure { _ = try table(rows) }
      #expect(found?.diagnostic.id == id && found?.diagnostic.values["line"] == line && found?.kind == .notUnderstood, "\(id)")
    }
  }

  @Test func `totals beside their parts are left out, those alone are used, and unknown ages count in the whole`() throws {
    let made = try table([
      row(2, "01", "2020", "Total", "Total", "100"), row(3, "01", "2020", "H", "0-59", "40"),
      row(4, "01", "2020", "H", "60+", "10"),
      row(5, "01", "2020", "M", "0-59", "30"), row(6, "01", "2020", "M", "no especificado", "5"),
      row(7, "02", "2020", "ambos sexos", "todas", "70"),
    ])
    #expect(made.codes == ["01", "02"] && made.isDivided == [true, false])
    #expect(made.sexes == [.female, .male] && made.ages.map(\.label) == ["0-59", "60+"])
    #expect(made.figures[0] == [.init(year: 2020, strata: [30, 0, 40, 10], rest: 5)])
    #expect(made.figures[1][0].total == 70)
    #expect(made.notes.map(\.id) == ["population.totals", "population.missing_strata"])
    #expect(made.notes[1].values["group"] == "female 60+" && made.notes[1].values["count"] == "1")
    let whole = try table([row(2, "01", "2020", "Total", "Total", "100,5")], mark: 0x2C)
    #expect(whole.sexes.isEmpty && whole.ages.isEmpty && whole.figures[0][0].total == 100.5)
  }

  private func join(_ change: (inout JoinOptions) throws -> Void) async throws {
    let made = MadeRates(seed: 1, records: 40)
    var options = try made.options
    try change(&options)
    _ = try await made.run(options)
  }

  @Test func `options that do not go together are said before anything is counted`() async {
    let cases: [(String, (inout JoinOptions) throws -> Void)] = [
      ("population.two", { $0.areas.population = "poblacion" }),
      ("rates.floating_without_population", { ($0.populationTable, $0.floating) = (nil, "flotante") }),
      ("rates.local_without_population", { ($0.populationTable, $0.stabilizesLocally) = (nil, true) }),
      ("rates.bad_hours", { ($0.floating, $0.floatingHours) = ("flotante", 25) }),
      ("rates.strata_without_table", { ($0.populationTable, $0.sex) = (nil, "sexo") }),
      ("rates.standard_without_strata", { $0.standard = .who }),
      ("population.no_sexes", { ($0.sex, $0.populationTable) = ("sexo", try table([row(2)])) }),
      ("population.no_ages", { ($0.age, $0.populationTable) = ("edad", try table([row(2)])) }),
    ]
    for (id, change) in cases {
      let found = await failure { try await join(change) }
      #expect(found?.diagnostic.id == id && found?.kind == .usage, "\(id)")
    }
    let field = await failure { try await join { $0.floating = "visitantes" } }
    #expect(field?.diagnostic.id == "areas.no_field" && field?.diagnostic.values["option"] == "--floating")
    let none = await failure { try await join { $0.populationTable = try table([row(2, "X")]) } }
    #expect(none?.diagnostic.id == "population.no_match" && none?.kind == .notUnderstood)
    let twice = await failure { try await join { $0.populationTable = try table([row(2, "1"), row(3, "01")]) } }
    #expect(twice?.diagnostic.id == "population.same_area" && twice?.diagnostic.values["area"] == "01")
  }

  @Test func `a standard must have the groups of the table, whole`() async throws {
    func standard(_ rows: [(String?, String?, String)]) throws -> StandardTable {
      try StandardTable(
        rows.enumerated().map { .init(line: $0 + 2, sex: $1.0, age: $1.1, population: $1.2) }, named: "s.csv")
    }
    func refused(_ rows: [(String?, String?, String)]) async -> String? {
      await failure { try await join { ($0.sex, $0.age, $0.standard) = ("sexo", "edad", .table(try standard(rows))) } }?
        .diagnostic.id
    }
    #expect(await refused([(nil, "0-14", "1"), (nil, "15-59", "1"), (nil, "60+", "1")]) == "standard.divided_group")
    #expect(await refused([(nil, "0-14", "1"), (nil, "15-29", "1"), (nil, "60+", "1")]) == "standard.no_group")
    #expect(await refused([("F", nil, "1"), ("M", nil, "1")]) == "standard.no_group")
    #expect(
      await refused([(nil, "0-14", "0"), (nil, "15-29", "0"), (nil, "30-59", "0"), (nil, "60+", "0")]) == "standard.nobody")
    #expect(await refused([(nil, "0-14", "2"), (nil, "15-29", "1"), (nil, "30-59", "1"), (nil, "60+", "0")]) == nil)
    #expect(await refused([(nil, "0-14", "2"), (nil, "0 a 14", "1")]) == "population.repeated_stratum")
    let sexes = await failure { try await join { ($0.sex, $0.standard) = ("sexo", .segi) } }
    #expect(sexes?.diagnostic.id == "standard.no_group" && sexes?.diagnostic.values["standard"] == "segi")
  }

  @Test func `a lone M in the records is not guessed at`() async throws {
    var made = MadeRates(seed: 2, records: 60)
    for index in made.records.indices { made.records[index].sexText = "M" }
    var options = try made.options
    options.sex = "sexo"
    let found = await failure { _ = try await made.run(options) }
    #expect(found?.diagnostic.id == "sex.ambiguous" && found?.diagnostic.values["field"] == "sexo")
  }
}
