import PlazaGeometry
import PlazaLayers
internal import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

@Suite struct JoinFailureTests {
  @discardableResult
  private func join(
    _ csv: String, _ areas: Layer = square(codes: [.text("01"), .text("02")]), _ change: (inout JoinOptions) -> Void = { _ in }
  )
    async throws -> JoinResult
  {
    var options = JoinOptions()
    change(&options)
    return try await Join.run(SmallBatches(Array(csv.utf8)), areas: areas, areasFile: "areas.geojson", options: options, jobs: 2)
  }

  private func failure(_ body: () async throws -> Void) async -> Failure? {
    do {
      try await body()
      return nil
    } catch {
      return error as? Failure
    }
  }

  private let good = "id,lon,lat\n1,0.5,0.5\n"

  @Test func `a code that is null, repeated, doubtful or missing ends the run with what to do`() async {
    let null = await failure { try await join(good, square(codes: [.text("01"), .null])) { $0.areas.code = ["codigo"] } }
    #expect(null?.diagnostic.id == "areas.null_code" && null?.diagnostic.values["feature"] == "2" && null?.kind == .notUnderstood)
    let blank = await failure { try await join(good, square(codes: [.text("01"), .text(" ")])) { $0.areas.code = ["codigo"] } }
    #expect(blank?.diagnostic.id == "areas.null_code")
    let twice = await failure { try await join(good, square(codes: [.text("01"), .text("01")])) { $0.areas.code = ["codigo"] } }
    #expect(twice?.diagnostic.id == "areas.repeated_code" && twice?.kind == .notUnderstood)
    #expect(twice?.diagnostic.values["feature"] == "2" && twice?.diagnostic.values["other"] == "1")
    let doubtful = square(
      codes: [.text("01"), .text("02")], others: [Column(name: "cod_mun", values: [.text("1"), .text("2")])])
    let two = await failure { try await join(good, doubtful) }
    #expect(
      two?.diagnostic.id == "areas.doubtful_code" && two?.kind == .usage && two?.diagnostic.values["fields"] == "codigo, cod_mun")
    let none = await failure { try await join(good, square(codes: [.text("01"), .text("02")], code: "letra")) }
    #expect(none?.diagnostic.id == "areas.no_code" && none?.kind == .usage)
    let field = await failure { try await join(good) { $0.areas.code = ["clave"] } }
    #expect(field?.diagnostic.id == "areas.no_field" && field?.kind == .notUnderstood)
    let empty = await failure { try await join(good, square(codes: [])) { $0.areas.code = ["codigo"] } }
    #expect(empty?.diagnostic.id == "areas.none")
    let population = square(codes: [.text("01")], others: [Column(name: "pob", values: [.text("mil")])])
    let bad = await failure {
      try await join(good, population) {
        $0.areas.population = "pob"
        $0.rateBasis = .period
      }
    }
    #expect(bad?.diagnostic.id == "areas.bad_population")
  }

  @Test func `codes are text, and merge when asked`() async throws {
    let areas = square(
      codes: [.number("7.0"), .text("07"), .text(" 7 ")],
      others: [Column(name: "pob", values: [.number("100"), .number("5"), .number("100")])])
    var result = try await join("id,lon,lat\n1,0.5,0.5\n2,1.5,0.5\n3,2.5,0.5\n", areas) {
      $0.areas.code = ["codigo"]
      $0.areas.mergesCodes = true
      $0.areas.population = "pob"
      $0.rateBasis = .period
    }
    #expect(result.layer.featureCount == 2)
    #expect(result.table.rows.map { [$0[0], $0[3], $0[10]] } == [["07", "1", "5"], ["7", "2", "100"]])
    let joined = square(
      codes: [.text("a"), .text("a"), .text("b")], others: [Column(name: "sub", values: [.text("1"), .text("2"), .text("1")])])
    result = try await join("id,lon,lat\n1,0.5,0.5\n2,1.5,0.5\n", joined) { $0.areas.code = ["codigo", "sub"] }
    #expect(result.table.rows.map { $0[0] } == ["a/1", "a/2"])
  }

  @Test func `populations of parts add up, and of repeats do not`() async throws {
    for (values, total) in [(["100", "100", "50"], "250"), (["80", "80", "80"], "80")] {
      let areas = square(
        codes: [.text("a"), .text("a"), .text("a")], others: [Column(name: "pob", values: values.map { .number($0) })])
      let result = try await join(good, areas) {
        $0.areas.code = ["codigo"]
        $0.areas.mergesCodes = true
        $0.areas.population = "pob"
        $0.rateBasis = .period
      }
      #expect(result.table.rows[0][10] == total)
    }
  }

  @Test func `a CRS that nobody knows, swapped coordinates and degrees out of range end the run`() async {
    let unknown = await failure { try await join("id,x,y\n1,0.5,0.5\n") }
    #expect(unknown?.diagnostic.id == "crs.missing" && unknown?.kind == .notUnderstood)
    var far = square(codes: [.text("01")])
    far.geometry.withMutableCoordinates { values in
      for index in stride(from: 0, to: values.count, by: 2) {
        values[index] -= 89
        values[index + 1] += 13
      }
    }
    let swapped = await failure { try await join("id,lon,lat\n1,13.5,-88.5\n2,13.6,-88.6\n", far) }
    #expect(swapped?.diagnostic.id == "points.swapped" && swapped?.kind == .notUnderstood)
    let rows = (0..<200).map { "\($0),\($0 < 3 ? 500 : 0.5),0.5" }.joined(separator: "\n")
    let range = await failure { try await join("id,lon,lat\n" + rows) }
    #expect(range?.diagnostic.id == "points.out_of_range" && range?.diagnostic.values["count"] == "3")
    let few = await failure { try await join("id,lon,lat\n" + rows.replacing("500", with: "0.5")) }
    #expect(few == nil)
    let projected = await failure { try await join("id,lon,lat\n1,500000,1500000\n2,500001,1500001\n") }
    #expect(projected?.diagnostic.id == "points.out_of_range")
  }

  @Test func `no records are a result, with or without kinds`() async throws {
    for csv in ["id,lon,lat,kind,fecha", "id,lon,lat,kind,fecha\n", "id,lon,lat,kind,fecha\n\n\n"] {
      let result = try await join(csv) {
        $0.by = "kind"
        $0.when = "fecha"
        $0.period = .month
      }
      #expect(result.account == Account())
      #expect(result.table.rowCount == 0)
      #expect(result.layer.column(named: "count")?.values == [.integer(0), .integer(0)])
      #expect(result.layer.column(named: "located_share")?.values == [.null, .null])
      #expect(result.findings.map(\.id) == ["finding.no_records"])
    }
  }

  @Test func `areas without any geometry count nothing, and every record is outside`() async throws {
    var geometry = PolygonColumn()
    geometry.endFeature()
    let areas = Layer(geometry: geometry, columns: [Column(name: "codigo", values: [.text("01")])], crs: .wgs84)
    let result = try await join("id,lon,lat\n1,0.5,0.5\n2,,\n", areas)
    #expect(result.account.outside == 1 && result.account[.noCoordinates] == 1)
    #expect(result.areas.withoutGeometry == 1)
    #expect(result.layer.column(named: "area_km2")?.values == [.null])
    #expect(result.layer.column(named: "per_km2")?.values == [.null])
  }

  @Test func `of more than 60 kinds the 60 commonest have fields, and the table has all`() async throws {
    var rows: [String] = []
    for kind in 0..<75 { for _ in 0...(kind < 15 ? 0 : 1) { rows.append("k\(kind),0.5,0.5") } }
    let result = try await join("kind,lon,lat\n" + rows.joined(separator: "\n")) { $0.by = "kind" }
    #expect(result.layer.columns.count { $0.name.hasPrefix("count_") } == 60)
    #expect(result.layer.column(named: "count_k3") == nil && result.layer.column(named: "count_k74") != nil)
    #expect(result.table.rowCount == 75)
    #expect(result.warnings.contains { $0.id == "join.many_kinds" && $0.values["count"] == "75" })
  }

  @Test func `more than 10 000 kinds are an error, whoever counted them`() async {
    for count in [10_001, 17_000] {
      let rows = (0..<count).map { "k\($0),0.5,0.5" }.joined(separator: "\n")
      let failed = await failure { try await join("kind,lon,lat\n" + rows) { $0.by = "kind" } }
      #expect(failed?.diagnostic.id == "join.too_many_kinds" && failed?.kind == .notUnderstood)
    }
  }

  @Test func `options that do not fit end the run with usage or with the fields that there are`() async {
    let field = await failure { try await join(good) { $0.by = "delito" } }
    #expect(field?.diagnostic.id == "join.no_field" && field?.diagnostic.values["option"] == "--by")
    let date = await failure { try await join("id,lon,lat,fecha\n1,0,0,2019-01-01\n") { $0.from = "ayer" } }
    #expect(date?.diagnostic.id == "join.bad_option_date" && date?.kind == .usage)
    let none = await failure { try await join(good) { $0.period = .month } }
    #expect(none?.diagnostic.id == "join.no_date")
    let wrong = await failure {
      try await join(
        "id,lon,lat,fecha\n1,0.5,0.5,17/05/2019\n9,0.5,0.5,18/05/2019\n" + String(repeating: "2,0.5,0.5,01/02/2019\n", count: 200)
          + "3,0.5,0.5,05/31/2019\n"
      ) {
        $0.period = .month
      }
    }
    #expect(wrong?.diagnostic.id == "date.contradiction" && wrong?.diagnostic.values["value"] == "05/31/2019")
    let stated = await failure {
      try await join("id,lon,lat,fecha\n1,0.5,0.5,17/05/2019\n2,0.5,0.5,05/31/2019\n") {
        $0.period = .month
        $0.dateOrder = .dayMonthYear
      }
    }
    #expect(stated == nil)
  }

  @Test func `a file of years covers whole years`() async throws {
    let areas = square(codes: [.text("01")], others: [Column(name: "pob", values: [.number("1000")])])
    let result = try await join("fecha,lon,lat\n2018,0.5,0.5\n2019,0.5,0.5\n", areas) { $0.areas.population = "pob" }
    #expect(result.years == 2)
    #expect(result.layer.column(named: "rate")?.values == [.number("100")])
  }

  @Test func `records that are rejected do not widen the span of the file`() async throws {
    let areas = square(codes: [.text("01")], others: [Column(name: "pob", values: [.number("1000")])])
    let result = try await join("fecha,lon,lat\n2019-01-01,0.5,0.5\n2019-12-31,0.5,0.5\n1950-01-01,x,0.5\n", areas) {
      $0.areas.population = "pob"
    }
    #expect(result.years == 1)
  }

  @Test func `an hour is a twenty-fourth of the time of its day`() async throws {
    let areas = square(codes: [.text("01")], others: [Column(name: "pob", values: [.number("1000")])])
    let result = try await join("fecha,lon,lat\n2019-01-01T10:00,0.5,0.5\n9999-12-31T10:00,0.5,0.5\n", areas) {
      $0.areas.population = "pob"
      $0.period = .hour
      $0.to = "9999"
      $0.from = "2019"
    }
    // One record, 1 000 persons, one hour of a year of 365 days; the year 9999 has no number of an hour.
    #expect(result.table.rows.map { [$0[2], $0[11]] } == [["", ""], ["2019-01-01T10", "876000"]])
  }
}
