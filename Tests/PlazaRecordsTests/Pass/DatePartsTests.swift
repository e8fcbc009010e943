import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats
@testable import PlazaRecords

@Suite struct DatePartsTests {
  private let folder = TemporaryFolder()

  private func reading(_ text: String, when: String? = nil, asWritten: Set<Mending> = []) async throws -> RecordReading<DayList> {
    var reading = Reading()
    reading.asWritten = asWritten
    let source = try CSVPointSource(Input(folder.write("d.csv", text)), options: reading)
    var options = RecordOptions()
    (options.period, options.when) = (.month, when)
    let pass = try RecordPass(source, on: .everywhere, options, .init())
    return try await pass.run(into: DayList(), jobs: 1, progress: SilentProgress())
  }

  /// The first days of the good records, in the order of the file.
  struct DayList: RecordSink {
    var days: [String] = []

    mutating func take(_ batch: PointBatch, _ columns: RecordColumns, _ text: UnsafePointer<UInt8>) {
      for record in 0..<batch.count where columns.verdicts[record] == RecordColumns.Verdict.good {
        let day = columns.firstDays[record]
        days.append(day == RecordColumns.noDay ? "" : CivilDate.text(ofDay: Int(day)))
      }
    }

    mutating func merge(_ other: DayList, kinds renamed: [Int]) { days += other.days }
  }

  @Test func `fields of year, month and day are one date, the month in words or not`() async throws {
    let text =
      "DIA,MES,AÑO,lon,lat\n5,ENERO,2023,1,1\n31,diciembre,2024,1,1\n,2,2024,1,1\n31,2,2024,1,1\n,,,1,1\n7,7,24,1,1\n1,1,2023.0,1,1\n"
    let read = try await reading(text)
    #expect(read.sink.days == ["2023-01-05", "2024-12-31", "2024-02-01", "", "2024-07-07", "2023-01-01"])
    #expect(read.totals.account[.badDate] == 1)
    #expect(read.plan.fieldNotes.contains { $0.id == "join.date_fields" && $0.values["fields"] == "AÑO, MES, DIA" })
  }

  @Test func `the fields may be named, and must say what they are`() async throws {
    let text = "dia_hecho,mes_hecho,anio_hecho,mes_denuncia,anio_denuncia,lon,lat\n5,1,2023,6,2024,1,1\n"
    #expect(try await reading(text, when: "anio_denuncia,mes_denuncia").sink.days == ["2024-06-01"])
    #expect(try await reading(text, when: "dia_hecho, mes_hecho, anio_hecho").sink.days == ["2023-01-05"])
    await #expect { try await reading(text, when: "dia_hecho,lat") } throws: {
      ($0 as? Failure)?.diagnostic.id == "join.date_parts"
    }
    await #expect { try await reading(text, when: "dia_hecho,nada") } throws: {
      ($0 as? Failure)?.diagnostic.values["field"] == "nada"
    }
    // Two months could be meant.
    await #expect { try await reading(text) } throws: { ($0 as? Failure)?.diagnostic.id == "join.no_date" }
  }

  @Test func `a field of months with their years is a date`() async throws {
    #expect(try await reading("mes,lon,lat\n2023-01,1,1\n2023-02,1,1\n").sink.days == ["2023-01-01", "2023-02-01"])
    await #expect { try await reading("mes,lon,lat\nenero,1,1\n") } throws: { ($0 as? Failure)?.diagnostic.id == "join.no_date" }
  }

  @Test func `a spreadsheet's numbers of days are dates in a field of dates`() async throws {
    let text = "fecha,lon,lat\n44927,1,1\n44927.75,1,1\n45000,1,1\n99999,1,1\n2023-03-01,1,1\n"
    let read = try await reading(text)
    #expect(read.sink.days == ["2023-01-01", "2023-01-01", "2023-03-15", "2023-03-01"])
    #expect(read.totals.account.mendings[.serials] == 3 && read.totals.account[.badDate] == 1)
    #expect(read.warnings.contains { $0.id == "mended.serials" && $0.values["count"] == "3" })
    #expect(try await reading(text, asWritten: [.serials]).totals.account[.badDate] == 4)
  }

  @Test func `the time of a number of days is its fraction`() {
    func serial(_ text: String) -> Moment? {
      Array(text.utf8).withUnsafeBufferPointer { DateText.serial($0.baseAddress!, count: $0.count) }
    }
    #expect(
      serial("44927.5") == Moment(day: CivilDate.day(year: 2023, month: 1, day: 1)!, secondOfDay: 43_200, precision: .second))
    #expect(serial("43831")?.day == CivilDate.day(year: 2020, month: 1, day: 1))
    for text in ["20231", "449270", "44927a", "44927.5x", "4492", "32873", "51138"] { #expect(serial(text) == nil) }
  }
}

@Suite struct NoteRowTests {
  private let folder = TemporaryFolder()

  @Test func `rows below a table that only say TOTAL or where it is from are no records, and name no kind`() async throws {
    let rows = """
      folio;fecha;delito;lon;lat
      1;2023-01-05;Robo;1;1
      2;2023-01-05;Robo;;
      TOTAL;;17790;;
      Fuente: Fiscalía General;;;;
      "Nota: datos preliminares";;;;
      ;;Total;;
      Total Milpa Alta;2023-01-05;Robo;;
      Fuente de agua;;Robo;;
      TOTAL;;2;1;1
      """
    for (asWritten, rejected) in [([], 4), ([.totalRows], 0)] as [(Set<Mending>, Int)] {
      var reading = Reading()
      reading.asWritten = asWritten
      let source = try CSVPointSource(Input(folder.write("n.csv", rows)), options: reading)
      var options = RecordOptions()
      options.by = "delito"
      let pass = try RecordPass(source, on: .everywhere, options, .init())
      let read = try await pass.run(into: DatePartsTests.DayList(), jobs: 1, progress: SilentProgress())
      #expect(read.totals.account[.totalRow] == rejected && read.totals.account.isBalanced)
      #expect(read.warnings.contains { $0.id == "totals.left_out" } == (rejected > 0))
      #expect(read.totals.kinds.contains("17790") == (rejected == 0))
    }
  }
}
