import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

/// Rows, signs and bytes as spreadsheets and offices write them.
@Suite struct CSVMendingTests {
  private let folder = TemporaryFolder()

  private func source(_ bytes: [UInt8], _ change: (inout Reading) -> Void = { _ in }) throws -> CSVPointSource {
    var reading = Reading()
    change(&reading)
    return try CSVPointSource(Input("t.csv", path: folder.write("t.csv", bytes)), options: reading, needsPosition: false)
  }

  /// The cells of a field, and what was mended.
  private func cells(_ source: CSVPointSource, _ field: Int) throws -> (texts: [String], states: [RecordState], Mendings) {
    let reader = try source.makeReader(PointRequest(fields: [field], positions: source.schema.hasPositions))
    var batch = PointBatch()
    var (texts, states, mendings): ([String], [RecordState], Mendings) = ([], [], Mendings())
    while try reader.next(&batch) {
      mendings += batch.mendings
      for record in 0..<batch.count {
        texts.append(String(decoding: batch.bytes(of: 0, record), as: UTF8.self))
        states.append(batch.states[record])
      }
    }
    return (texts, states, mendings)
  }

  @Test func `rows of delimiters alone are no records`() throws {
    let text = Array("id,a,lat,lon\n1,x,-33,-70\n,,,\n , ,\"\",\n2,y,-33,-70\n,,,\n".utf8)
    let read = try cells(source(text), 0)
    #expect(read.texts == ["1", "2"] && read.2[.blankRows] == 3 && read.2.line(.blankRows) == 3)
    let kept = try cells(source(text) { $0.asWritten = [.blankRows] }, 0)
    #expect(kept.texts.count == 5 && kept.2.isEmpty)
    // An empty first cell is no empty row.
    #expect(try cells(source(Array("id,a\n,x\n,\n".utf8)), 1).texts == ["x"])
  }

  @Test func `a typographic minus, a no-break space and the other decimal mark are read as meant`() throws {
    let text = Array(
      "id,lat,lon\n1,−33.005,−69.995\n2,\u{A0}-33.005\u{A0},-69.995\n3,\"-33,005\",-69.995\n4,-33.005,-69.995\n5,'-33.005,-69.995\n"
        .utf8)
    let table = try source(text)
    let found = try positions(table)
    #expect(found.allSatisfy { $0.state == .located && $0.x == -69.995 && $0.y == -33.005 })
    #expect(try cells(table, 0).2[.marks] == 4)
    #expect(
      try positions(source(text) { $0.asWritten = [.marks] }).map(\.state) == [
        .badNumber, .badNumber, .badNumber, .located, .badNumber,
      ])
  }

  @Test func `metres with three digits behind the other mark are not guessed at`() throws {
    let text = Array("x;y\n500000.25;4700000.5\n500.000;4700.000\n500000,25;4700000,5\n500000.75;4700000.5\n".utf8)
    #expect(try positions(source(text)).map(\.x) == [500_000.25, 500, 500_000.25, 500_000.75])
  }

  @Test func `one line of Latin-1 among UTF-8 leaves the file what it is`() throws {
    let bytes = Array("id,colonia\n1,Peñón\n2,Martínez\n3,Ca".utf8) + [0xF1] + Array("ada\n4,Niño\n".utf8)
    let table = try source(bytes)
    #expect(table.dialect.encoding == .utf8)
    let read = try cells(table, 1)
    #expect(read.texts == ["Peñón", "Martínez", "Cañada", "Niño"] && read.2[.encoding] == 1 && read.2.line(.encoding) == 4)
    let strict = try cells(source(bytes) { $0.encoding = .utf8 }, 1)
    #expect(strict.states == [.located, .located, .badEncoding, .located])
  }

  @Test func `text that was encoded twice is read as it was meant`() throws {
    let bytes = Array("id,barrio año\n1,Pe√\n".utf8)  // not of this kind: stays
    #expect(try source(bytes).dialect.encoding == .utf8)
    let twice = Array("id,nombre\n1,PeÃ±Ã³n\n2,NuÃ±ez\n3,plain\n4,â€œCaÃ±adaâ€\u{9D}\n".utf8)
    let table = try source(twice)
    #expect(table.dialect.encoding == .utf8Twice)
    let read = try cells(table, 1)
    #expect(read.texts == ["Peñón", "Nuñez", "plain", "“Cañada”"] && read.2[.encoding] == 3)
    #expect(try cells(source(twice) { $0.asWritten = [.encoding] }, 1).texts[0] == "PeÃ±Ã³n")
  }

  @Test func `code page 850 is told from Windows-1252 by its letters within words`() throws {
    // Peñón, Martínez, MUÑOZ and VIOLACIÓN of DOS.
    let dos =
      Array("id,nombre\n1,Pe".utf8) + [0xA4, 0xA2] + Array("n\n2,Mart".utf8) + [0xA1] + Array("nez\n3,MU".utf8) + [0xA5]
      + Array("OZ\n4,VIOLACI".utf8) + [0xE0] + Array("N\n".utf8)
    let table = try source(dos)
    #expect(table.dialect.encoding == .cp850)
    #expect(try cells(table, 1).texts == ["Peñón", "Martínez", "MUÑOZ", "VIOLACIÓN"])
    let windows =
      Array("id,nombre\n1,Pe".utf8) + [0xF1, 0xF3] + Array("n\n2,VIOLACI".utf8) + [0xD3] + Array("N de \n3,".utf8) + [0x93]
      + Array("uno".utf8) + [0x94] + Array("\n".utf8)
    #expect(try source(windows).dialect.encoding == .windows1252)
  }

  @Test func `two pairs of positions are refused`() throws {
    let path = folder.write("d.csv", Array("id,lat,lon,lat,lon\n1,-33,-70,-34,-71\n".utf8))
    let values = ["file": "d.csv", "fields": "lon, lat, lat_2, lon_2"]
    #expect(throws: Failure(.usage, "csv.doubtful_position", values)) { try CSVPointSource(Input("d.csv", path: path)) }
    var reading = Reading()
    (reading.longitude, reading.latitude) = ("lon_2", "lat_2")
    #expect(try positions(CSVPointSource(Input("d.csv", path: path), options: reading)).map(\.x) == [-71])
  }

  @Test func `line ends are told as they are`() throws {
    #expect(try source(Array("a,b\r\n1,2\r\n".utf8)).dialect.hasCarriageReturns)
    #expect(try !source(Array("a,b\n1,2\n".utf8)).dialect.hasCarriageReturns)
  }

  @Test func `a dash alone is written as it is, and a formula is not run`() {
    var rows = RowBlock(columns: 3)
    for cell in ["-", "-A1", "=1"] { rows.append(cell) }
    var text: [UInt8] = []
    CSVText.append(rows, to: &text)
    #expect(String(decoding: text, as: UTF8.self) == "-,'-A1,'=1\n")
  }
}
