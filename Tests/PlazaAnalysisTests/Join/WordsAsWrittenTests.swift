import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

/// Kinds, filters, totals and numbers as offices write them, through a whole join.
@Suite struct WordsAsWrittenTests {
  private let folder = TemporaryFolder()

  private func join(
    _ text: String, asWritten: Set<Mending> = [], needsPosition: Bool = true, names: [String] = ["Norte", "Sur"],
    size: Int? = nil,
    _ change: (inout JoinOptions) -> Void
  ) async throws -> JoinResult {
    var options = JoinOptions()
    options.areas.code = ["codigo"]
    if !needsPosition { options.keys.locate = [.code] }
    change(&options)
    var reading = Reading()
    reading.asWritten = asWritten
    let areas = square(codes: [.text("01"), .text("02")], names: names.map { .text($0) })
    let source: any PointSource =
      if let size {
        try SmallBatches(Array(text.utf8), size: size, needsPosition: needsPosition)
      } else {
        try CSVPointSource(
          Input("p.csv", path: folder.write("p.csv", text)), options: reading, needsPosition: needsPosition)
      }
    return try await Join.run(source, areas: areas, areasFile: "a.geojson", options: options, jobs: 2)
  }

  private func counts(_ result: JoinResult) -> [String: Int] {
    Dictionary(
      uniqueKeysWithValues: result.table.rows.filter { $0[0] != "" }.map { ("\($0[0])|\($0[1])|\($0[2])", Int($0[3])!) })
  }

  // MARK: Kinds

  private static let kinds =
    "delito,lon,lat\n"
    + ["ROBO", "Robo", "robo ", "RÓBO", "Robo", "ROBO  A CASA", "Robo a casa", "Robo a casa"]
    .map { "\($0),0.5,0.5\n" }.joined()

  @Test(arguments: [16, 40, 4096])
  func `kinds are one however they are written, and bear their commonest spelling`(size: Int) async throws {
    let result = try await join(Self.kinds, size: size) { $0.by = "delito" }
    #expect(result.kinds.map(\.name) == ["Robo", "Robo a casa"] && result.kinds.map(\.total) == [5, 3])
    #expect(result.account.mendings[.kinds] == 4)
    let note = try #require(result.warnings.first { $0.id == "mended.kinds" })
    #expect(note.values["distinct"] == "2" && note.values["examples"] == "Robo (ROBO, RÓBO, robo); Robo a casa (ROBO A CASA)")
  }

  @Test func `of equally common spellings the first by its bytes is shown`() async throws {
    let result = try await join("delito,lon,lat\nrobo,0.5,0.5\nROBO,0.5,0.5\nRobo,0.5,0.5\n") { $0.by = "delito" }
    #expect(result.kinds.map(\.name) == ["ROBO"])
  }

  @Test func `kinds stay apart where they are left as written`() async throws {
    let result = try await join(Self.kinds, asWritten: [.kinds]) { $0.by = "delito" }
    #expect(result.kinds.count == 6 && result.account.mendings.isEmpty)
  }

  @Test func `a class table and kept kinds go by kinds as they are compared`() async throws {
    let rows = [["XX", "Robo", "0401"], ["XX", "Violación", "0301"]].enumerated().map {
      ClassTable.Row(line: $0.offset + 2, cells: $0.element)
    }
    let table = try ClassTable(header: ["country", "name", "iccs"], rows: rows)
    #expect(
      table.classes(ofKind: "RÓBO", country: "XX").first?.code == "0401" && table.unmapped(kinds: ["ROBO"], country: "XX").isEmpty
    )
    let rule = try SensitiveKinds(keeping: ["VIOLACION"])
    #expect(rule.verdict("Violación") == .kept && rule.verdict("Violación de menor") == .likely)
  }

  // MARK: Filters

  @Test func `a value that no record has is said, with the nearest`() async throws {
    let text = "delito,lon,lat\nHomicidio,0.5,0.5\nrobo,0.5,0.5\nHurto,0.5,0.5\n"
    let found = try await join(text) { $0.conditions = [.init(field: "delito", values: ["homicídio", "ROBO"])] }
    #expect(found.account.joined == 2 && !found.warnings.contains { $0.id.hasPrefix("filter.") })
    let missed = try await join(text) { $0.conditions = [.init(field: "delito", values: ["homisidio", "robo", "secuestro"])] }
    #expect(missed.account.joined == 1)
    #expect(
      missed.warnings.filter { $0.id.hasPrefix("filter.") } == [
        Diagnostic(
          .warning, "filter.nearest_value",
          ["file": "p.csv", "field": "delito", "value": "homisidio", "nearest": "Homicidio"]),
        Diagnostic(.warning, "filter.unknown_value", ["file": "p.csv", "field": "delito", "value": "secuestro"]),
      ])
  }

  // MARK: Totals

  private static let table = """
    codigo,delito,n
    01,robo,10
    01,hurto,5
    01,TOTAL,15
    02,robo,7
    02,hurto,1
    02,Total,9
    Total,robo,17
    Suma total,TOTAL,23

    """

  @Test func `rows of totals are no records and are held against their parts`() async throws {
    let result = try await join(Self.table, needsPosition: false) { ($0.by, $0.count) = ("delito", "n") }
    #expect(counts(result) == ["01|hurto|": 5, "01|robo|": 10, "02|hurto|": 1, "02|robo|": 7])
    #expect(result.account[.totalRow] == 4 && result.account.rejected == 4 && result.account.isBalanced)
    let note = try #require(result.warnings.first { $0.id == "totals.differ" })
    #expect(note.values["differing"] == "1" && note.values["checked"] == "4")
    #expect(
      note.values["what"] == "Sur" && note.values["total"] == "9" && note.values["sum"] == "8" && note.values["line"] == "4")
    #expect(!result.warnings.contains { $0.id == "keys.unmatched" })
    // Without --by the column of kinds is looked at all the same.
    let plain = try await join(Self.table, needsPosition: false) { $0.count = "n" }
    #expect(counts(plain) == ["01||": 15, "02||": 8])
    // Of what a row is the total is not known there.
    #expect(plain.warnings.contains { $0.id == "totals.left_out" && $0.values["count"] == "4" })
    #expect(!result.warnings.contains { $0.id == "mended.kinds" })
  }

  @Test func `totals that agree are said to, and count where they are left as written`() async throws {
    let text = "codigo,delito,n\n01,robo,10\n01,hurto,5\n01,TOTAL,15\n"
    let result = try await join(text, needsPosition: false) { ($0.by, $0.count) = ("delito", "n") }
    #expect(result.warnings.contains { $0.id == "totals.agree" && $0.values["sum"] == "15" })
    let kept = try await join(text, asWritten: [.totalRows], needsPosition: false) { ($0.by, $0.count) = ("delito", "n") }
    #expect(counts(kept) == ["01|TOTAL|": 15, "01|hurto|": 5, "01|robo|": 10])
  }

  // MARK: Numbers

  @Test func `records are whole: a mark before three digits divides thousands`() async throws {
    let text = "codigo;n\n01;1.506\n02;987\n"
    let result = try await join(text, needsPosition: false) { $0.count = "n" }
    #expect(counts(result) == ["01||": 1506, "02||": 987] && result.account.mendings[.thousands] == 1)
    #expect(result.warnings.contains { $0.id == "mended.thousands" && $0.values["line"] == "2" && $0.values["fields"] == "n" })
    let kept = try await join(text, asWritten: [.thousands], needsPosition: false) { $0.count = "n" }
    #expect(kept.account[.badWeight] == 1)
    await #expect {
      try await join("codigo;n\n01;1.506\n02;12.0\n", needsPosition: false) { $0.count = "n" }
    } throws: {
      let diagnostic = ($0 as? Failure)?.diagnostic
      return diagnostic?.id == "numbers.mixed" && diagnostic?.values["line"] == "2" && diagnostic?.values["field"] == "n"
    }
  }

  @Test func `weights go by what their own column shows`() async throws {
    let text = "id,lon,lat,n\n1,0.5,0.5,\"2,666\"\n2,0.5,0.5,498\n3,0.5,0.5,\"22,927\"\n"
    let result = try await join(text) { $0.weight = "n" }
    #expect(result.account.rejected == 0 && result.table.rows.first { $0[0] == "01" }?[15] == "26091")
  }

  @Test func `a wide row counts cell by cell`() async throws {
    let text = "codigo,ene_2024,feb_2024,mar_2024,abr_2024\n01,10,-,\"1,250\",\n02,*,<5,3,S/D\n"
    let result = try await join(text, needsPosition: false) { $0.wide = .month }
    #expect(counts(result) == ["01||2024-01": 10, "01||2024-03": 1250, "02||2024-03": 3])
    #expect(result.account.rejected == 0)
    let cells = result.warnings.filter { $0.id == "wide.unknown_cells" }
    #expect(cells.map { $0.values["field"] } == ["feb_2024", "ene_2024", "abr_2024"])
    #expect(cells[0].values["count"] == "2" && cells[0].values["value"] == "-" && cells[0].values["line"] == "2")
    let told = try await join(text, needsPosition: false) { ($0.wide, $0.blankIs) = (.month, .zero) }
    #expect(told.account.mendings[.blanks] == 1)
    let unknown = try await join(text, needsPosition: false) { ($0.wide, $0.blankIs) = (.month, .unknown) }
    #expect(unknown.warnings.first { $0.values["field"] == "abr_2024" }?.values["count"] == "2")
  }

  // MARK: Codes and names

  @Test func `a code that became a number is found, and NULL is no code`() async throws {
    let areas = square(codes: [.text("05001"), .text("08001")])
    let text = "codigo,n\n8.001,1\n5001,1\nNULL,1\n05001,1\nsin dato,1\n07001,1\n"
    var options = JoinOptions()
    options.areas.code = ["codigo"]
    options.keys.locate = [.code]
    let source = try SmallBatches(Array(text.utf8), needsPosition: false)
    let result = try await Join.run(source, areas: areas, areasFile: "a.geojson", options: options, jobs: 1)
    #expect(result.account.joined == 3 && result.account[.noCode] == 2 && result.account[.unknownCode] == 1)
    // The areas may have it too.
    let numbered = try await AreaSet(
      square(codes: [.text("05001"), .text("8.001")]), named: "a.geojson", fields: options.areas, jobs: 1)
    #expect(numbered.codes == ["05001", "08001"] && numbered.notes.contains { $0.id == "areas.codes_mended" })
  }

  @Test func `names are not looked for where areas have none`() async throws {
    let areas = square(codes: [.text("01"), .text("02")])
    var options = JoinOptions()
    options.areas.code = ["codigo"]
    options.keys.locate = [.name]
    options.keys.names = ["barrio"]
    let source = try SmallBatches(Array("barrio,n\nNorte,1\n".utf8), needsPosition: false)
    await #expect {
      try await Join.run(source, areas: areas, areasFile: "a.geojson", options: options, jobs: 1)
    } throws: {
      let diagnostic = ($0 as? Failure)?.diagnostic
      return diagnostic?.id == "keys.no_area_names" && diagnostic?.values["file"] == "a.geojson"
    }
  }

  // MARK: Populations

  @Test func `a population that was read wrong shows in its rate`() async throws {
    let column = Column(name: "pob", values: [.number("1"), .number("1000")])
    let areas = square(codes: [.text("01"), .text("02")], others: [column])
    var options = JoinOptions()
    (options.areas.code, options.areas.population, options.when, options.from, options.to) = (
      ["codigo"], "pob", "fecha", "2024", "2024"
    )
    let text = "fecha,lon,lat\n2024-02-01,0.5,0.5\n2024-03-01,0.5,0.5\n2024-03-01,1.5,0.5\n"
    let result = try await Join.run(
      SmallBatches(Array(text.utf8)), areas: areas, areasFile: "a.geojson", options: options, jobs: 1)
    let note = try #require(result.warnings.first { $0.id == "join.impossible_rates" })
    #expect(note.values["count"] == "1" && note.values["area"] == "01" && note.values["population"] == "1")
  }

  @Test func `texts of areas are read as people`() async throws {
    var fields = AreaFields()
    (fields.code, fields.population) = (["codigo"], "pob")
    let column = Column(name: "pob", values: [.text("1.506"), .text("1.234.567")])
    let set = try await AreaSet(
      square(codes: [.text("01"), .text("02")], others: [column]), named: "a.geojson", fields: fields, jobs: 1)
    #expect(set.populations == [1506, 1_234_567])
    let values = ["file": "a.geojson", "field": "pob", "count": "2", "example": "1.506", "value": "1506"]
    #expect(set.notes.contains(Diagnostic(.warning, "numbers.thousands_layer", values)))
  }
}
