import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaAnalysis
@testable import PlazaFormats
@testable import PlazaRecords

@Suite struct KeyTests {
  private func join(_ csv: String, _ layer: Layer, _ change: (inout JoinOptions) -> Void, sinks: RowSinks = RowSinks())
    async throws
    -> JoinResult
  {
    var options = JoinOptions()
    change(&options)
    let folder = TemporaryFolder()
    let needsPosition = options.keys.order.contains(.point)
    let source = try CSVPointSource(
      Input("records.csv", path: folder.write("a.csv", Array(csv.utf8))), needsPosition: needsPosition && !options.keys.hasKeys)
    defer { withExtendedLifetime(folder) {} }
    return try await Join.run(source, areas: layer, areasFile: "areas.geojson", options: options, sinks: sinks, jobs: 1)
  }

  private func table(_ result: JoinResult) -> [String] { result.table.rows.map { "\($0[0]) \($0[2]) \($0[3])" } }

  @Test func `a file without any coordinates is counted by its codes, lost zeros and all`() async throws {
    let areas = square(codes: [.text("05"), .text("11")], names: [.text("Antioquia"), .text("Bogotá")])
    let result = try await join("codigo,x1\n5,a\n05,b\n11.0,c\n99,d\n,e\n", areas) { $0.keys.locate = [.code] }
    #expect(table(result) == ["05  2", "11  1"])
    #expect(result.account[.unknownCode] == 1 && result.account[.noCode] == 1 && result.account.locatedBy.code == 3)
    let padded = try #require(result.warnings.first { $0.id == "keys.padded" })
    #expect(padded.values["count"] == "1" && padded.values["example"] == "5")
  }

  @Test func `longer codes are cut, with the zero that they lost`() {
    let codes = AreaCodes(["08001", "08758", "11001"])
    let texts = ["8001000", "8758000", "11001000"]
    let width = codes.recordWidth(of: texts)
    #expect(width == 8)
    #expect(texts.map { codes.find($0, recordWidth: width)?.area } == [0, 1, 2])
    #expect(codes.recordWidth(of: ["8001", "11001"]) == nil)
    // Without evidence nothing is cut.
    #expect(codes.find("08001000", recordWidth: nil) == nil)
    #expect(AreaCodes(["A1", "B22"]).find("1", recordWidth: nil) == nil)
  }

  @Test func `names match without accents, case and punctuation, and by alias`() async throws {
    let areas = square(
      codes: [.text("1"), .text("2"), .text("3")], names: [.text("San José"), .text("El Limón"), .text("Limón")])
    let csv = "barrio,n\nSAN JOSE,1\nsan-josé.,1\nEl  limon,2\nS. José,1\nSan Jose II,1\n"
    let result = try await join(csv, areas) {
      $0.keys.locate = [.name]
      $0.keys.names = ["barrio"]
      $0.keys.aliases = [.init(alias: "S. José", target: "1", isCode: true)]
    }
    #expect(table(result) == ["1  3", "2  1"])
    #expect(result.unmatched.map(\.value) == ["San Jose II"] && result.unmatched.first?.nearest == "San José")
  }

  @Test func `a coarser code in the field of the finer ones is known, a longer one that is not is listed and cut`() async throws {
    var options = JoinOptions()
    (options.keys.locate, options.keys.codes, options.keys.minimumMatch) = ([.code], ["cod"], 0.75)
    let csv = "cod,n\n010101,1\n0102,1\n2,1\n010299,1\n"
    let result = try await Join.run(
      SmallBatches(Array((csv + "\n").utf8), needsPosition: false), levels: MadeLevels.layers, options: options, jobs: 1)
    #expect(result.levels.map { Int($0.count) } == [1, 3, 4] && result.levels.map { Int($0.unknown) } == [2, 1, 0])
    #expect(result.unmatched.map(\.value) == ["010299"])
    #expect(result.warnings.filter { $0.id == "keys.cut" }.map { $0.values["example"] } == ["010299"])
    #expect(result.warnings.filter { $0.id == "keys.padded" }.map { $0.values["example"] } == ["2"])
  }

  @Test func `the nearest candidate has the words of a name, or most of its letters`() async throws {
    let areas = square(
      codes: (0..<4).map { .text(String($0)) }, names: [.text("Opico"), .text("San Antonio"), .text("Delgado"), .text("Centro")])
    let result = try await join("muni\nSan Juan Opico\nCD. DELGADO\nCentor\nXyz\n", areas) {
      $0.keys.locate = [.name]
      $0.keys.names = ["muni"]
    }
    let nearest = Dictionary(uniqueKeysWithValues: result.unmatched.map { ($0.value, $0.nearest) })
    #expect(nearest == ["San Juan Opico": "Opico", "CD. DELGADO": "Delgado", "Centor": "Centro", "Xyz": nil])
  }

  @Test func `a record in several areas counts in all of them and of what is above them`() async throws {
    var options = JoinOptions()
    options.assignment = .all
    let csv = "id,lon,lat\n1,4,0.5\n2,8,0.5\n3,1.5,0.5\n4,8,0.5\n"
    let result = try await Join.run(SmallBatches(Array(csv.utf8)), levels: MadeLevels.layers, options: options, jobs: 1)
    #expect(result.account.joined == 4 && result.account.assigned == 7)
    let towns = result.table.rows.filter { $0[6] == "municipio" }.map { "\($0[0]) \($0[3])" }
    #expect(towns == ["01 5", "02 2"])
  }

  @Test func `too few matches refuse the run`() async throws {
    let areas = square(codes: [.text("1"), .text("2")])
    let csv = "codigo\n1\n2\n7\n\n"
    for (least, isRefused) in [(0.66, false), (0.67, true)] {
      var kind: Failure.Kind?
      do {
        _ = try await join(csv, areas) {
          $0.keys.locate = [.code]
          $0.keys.minimumMatch = least
        }
      } catch let failure as Failure {
        kind = failure.kind
      }
      #expect(kind == (isRefused ? .refused : nil), "\(least)")
    }
  }

  @Test func `a point that contradicts its record is counted and listed`() async throws {
    let areas = square(codes: [.text("01"), .text("02")], names: [.text("Uno"), .text("Dos")])
    let sink = RowCollector()
    let csv = "zona,lon,lat\nUNO,0.5,0.5\ndos,0.5,0.5\n1,1.5,0.5\n,0.5,0.5\nTres,0.5,0.5\nDos,1,0.5\nDos,9,9\n"
    let result = try await join(csv, areas, { $0.keys.declared = "zona" }, sinks: RowSinks(disagree: sink))
    #expect(result.account.disagree == 2)
    #expect(sink.rows == [["3", "dos", "01"], ["4", "1", "02"]])
    #expect(result.unmatched.map(\.value) == ["Tres"])
  }

  @Test func `months in columns are periods`() async throws {
    let areas = square(codes: [.text("A"), .text("B")])
    let csv = "anio,codigo,Enero,feb.,Marzo\n2022,A,3,,2.0\n2023,A,1,1,0\n2022,B,4,x,1\n2022,Z,5,5,5\nn/d,B,1,1,1\n"
    let result = try await join(csv, areas) {
      $0.keys.locate = [.code]
      ($0.wide, $0.year) = (.month, "anio")
    }
    // What cannot be read in one month is unknown there; the row's other months count.
    #expect(table(result) == ["A 2022-01 3", "A 2022-03 2", "A 2023-01 1", "A 2023-02 1", "B 2022-01 4", "B 2022-03 1"])
    let account = result.account
    #expect(account.read == 5 && account.joined == 3 && account.assigned == 12 && account.isBalanced)
    #expect(result.warnings.contains { $0.id == "wide.unknown_cells" && $0.values["value"] == "x" })
    #expect(account[.badWeight] == 0 && account[.badDate] == 1 && account[.unknownCode] == 1)
    let quarters = try await join(csv, areas) {
      $0.keys.locate = [.code]
      ($0.wide, $0.year, $0.period, $0.from) = (.month, "anio", .quarter, "2022-02")
    }
    #expect(table(quarters) == ["A 2022-Q1 2", "A 2023-Q1 2", "B 2022-Q1 1"])
  }

  @Test(
    arguments: [
      ("Enero", nil, 1), ("ABR.", nil, 4), ("setembro", nil, 9), ("2019-01", 2019, 1), ("2019_12", 2019, 12), ("201907", 2019, 7),
      ("dic-2020", 2020, 12), ("2020 jan", 2020, 1),
    ] as [(String, Int?, Int)])
  func `names of months are understood`(name: String, year: Int?, month: Int) {
    let found = WideMonths.month(name)
    #expect(found?.month == month && found?.year == year)
  }

  @Test(arguments: ["Total", "Marzo total 2019", "2019-13", "anio", "201900", "1", "m1", "2019"])
  func `other names are no months`(name: String) { #expect(WideMonths.month(name) == nil) }
}
