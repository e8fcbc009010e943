import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite struct XLSXTests {
  private let folder = TemporaryFolder()

  /// A workbook of sheets, each the inside of its `worksheet`; the styles are general, day, time, moment and one of its own with text in it.
  private func workbook(
    _ sheets: [(name: String, xml: String)], strings: String = "", properties: String = "", hidden: Set<String> = []
  ) -> String {
    let list = sheets.enumerated().map { place, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(place + 1)\" \(hidden.contains(sheet.name) ? "state=\"hidden\"" : "") r:id=\"r\(place)\"/>"
    }.joined()
    let targets = sheets.indices.map { "<Relationship Id=\"r\($0)\" Target=\"worksheets/s\($0).xml\"/>" }.joined()
    let styles = """
      <styleSheet><numFmts><numFmt numFmtId="200" formatCode="&quot;día&quot; d\\-mmm\\-yy"/><numFmt numFmtId="201" formatCode="0.0 &quot;days&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="22"/>
      <xf numFmtId="200"/><xf numFmtId="201"/></cellXfs></styleSheet>
      """
    let parts: [(name: String, text: String)] =
      [
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", "<workbook xmlns:r=\"x\">\(properties)<sheets>\(list)</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships>\(targets)</Relationships>"), ("xl/styles.xml", styles),
        ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
      ] + sheets.enumerated().map { ("xl/worksheets/s\($0).xml", "<worksheet>\($1.xml)</worksheet>") }
    return folder.write("libro.xlsx", TestArchive.bytes(parts.map { ($0.name, Array($0.text.utf8)) }))
  }

  private static func row(_ number: Int, _ cells: String) -> String { "<row r=\"\(number)\">\(cells)</row>" }
  private static func text(_ place: String, _ text: String) -> String {
    "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }
  private static func number(_ place: String, _ value: String, style: Int = 0) -> String {
    "<c r=\"\(place)\" s=\"\(style)\"><v>\(value)</v></c>"
  }

  private func table(_ path: String, layer: String? = nil) throws -> [[String]] {
    var reading = Reading()
    reading.layer = layer
    let table = try Formats.open(path, as: reading).table()
    return [table.header] + table.rows.map { row in table.header.indices.map { row[$0] } }
  }

  private func failure(_ body: () throws -> Void) -> Diagnostic? {
    do { try body() } catch { return (error as? Failure)?.diagnostic }
    return nil
  }

  @Test func `texts, numbers, dates and truths are what a person sees in the sheet`() throws {
    let rows =
      "<sheetData>"
      + Self.row(1, ["A", "B", "C", "D", "E"].map { Self.text($0 + "1", "c" + $0) }.joined())
      + Self.row(
        2,
        "<c r=\"A2\" t=\"s\"><v>0</v></c>" + Self.number("B2", "45292", style: 1) + Self.number("C2", "0.5", style: 2)
          + Self.number("D2", "45292.75", style: 3) + Self.number("E2", "0.30000000000000004"))
      + Self.row(
        3,
        "<c r=\"A3\" t=\"s\"><v>1</v></c>" + Self.number("B3", "59", style: 4) + Self.number("C3", "61", style: 1)
          + Self.number("D3", "3", style: 5) + "<c r=\"E3\" t=\"e\"><v>#N/A</v></c>")
      + Self.row(5, Self.text("B5", "x") + "<c r=\"E5\" t=\"b\"><v>1</v></c>") + "</sheetData>"
    let strings =
      "<si><t>Ñuñoa, &quot;centro&quot;</t></si><si><r><t>a</t></r><r><t xml:space=\"preserve\"> b&#10;c</t></r><rPh><t>no</t></rPh></si>"
    let found = try table(workbook([("Hoja1", rows)], strings: strings))
    #expect(
      found == [
        ["cA", "cB", "cC", "cD", "cE"],
        ["Ñuñoa, \"centro\"", "2024-01-01", "12:00:00", "2024-01-01 18:00:00", "0.3"],
        ["a b c", "1900-02-28", "1900-03-01", "3", ""], ["", "x", "", "", "true"],
      ])
    let old = try table(
      workbook(
        [
          (
            "H",
            "<sheetData>" + Self.row(1, Self.text("A1", "d") + Self.text("B1", "e"))
              + Self.row(2, Self.number("A2", "0", style: 1) + Self.number("B2", "43830", style: 1)) + "</sheetData>"
          )
        ],
        properties: "<workbookPr date1904=\"1\"/>"))
    #expect(old[1] == ["1904-01-01", "2024-01-01"])
  }

  @Test func `formulas that nobody has computed read as blank, and are counted`() throws {
    // What an office program, a script and one that computes texts write; the last is a formula whose result is an empty text.
    func sheet(_ rows: Int) -> String {
      "<sheetData>" + Self.row(1, Self.text("A1", "a") + Self.text("B1", "b"))
        + (2..<rows + 2).map { row in
          Self.row(
            row,
            "<c r=\"A\(row)\" s=\"1\"><f>1+1</f>\(["<v>2</v>", "<v></v>", "<v/>", ""][row % 4])</c>"
              + "<c r=\"B\(row)\" t=\"str\"><f t=\"shared\" si=\"0\"/><v></v></c>")
        }.joined() + "</sheetData>"
    }
    for rows in [1, 3, 4, 9_001] {
      let path = workbook([("Hoja", sheet(rows))])
      let source = try Formats.open(path).records(.incidental)
      let blank = (2..<rows + 2).count { $0 % 4 != 0 }
      let said = source.schema.notes.first { $0.id == "xlsx.unsolved" }
      #expect(said?.values["count"] == (blank == 0 ? nil : String(blank)) && said?.severity == (blank == 0 ? nil : .warning))
    }
  }

  @Test func `codes of sixteen digits, moments before midnight and merged numbers stay what they are`() throws {
    let rows =
      "<sheetData>" + Self.row(1, Self.text("A1", "codigo") + Self.text("B1", "fecha") + Self.text("C1", "n"))
      + Self.row(
        2, Self.number("A2", "1234567890123459") + Self.number("B2", "42369.999999988", style: 3) + Self.number("C2", "10"))
      + Self.row(3, Self.number("A3", "1234567890123456") + Self.number("B3", "42370", style: 1))
      + "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"C2:C3\"/></mergeCells>"
    #expect(
      try table(workbook([("x", rows)])) == [
        ["codigo", "fecha", "n"], ["1234567890123459", "2015-12-31 23:59:59", "10"], ["1234567890123456", "2016-01-01", ""],
      ])
  }

  @Test func `a text that the workbook does not hold ends the reading`() {
    let rows = "<sheetData>" + Self.row(1, Self.text("A1", "a") + "<c r=\"B1\" t=\"s\"><v>7</v></c>") + "</sheetData>"
    #expect(failure { _ = try table(workbook([("x", rows)])) }?.id == "xlsx.no_text")
  }

  @Test func `lines in messages are rows of the sheet, and cells merged downwards go on`() throws {
    let rows =
      "<sheetData>" + Self.row(3, Self.text("A3", "zona") + Self.text("B3", "n"))
      + Self.row(4, Self.text("A4", "Norte") + Self.number("B4", "1")) + Self.row(5, Self.number("B5", "2"))
      + Self.row(6, Self.number("B6", "3")) + Self.row(9, Self.text("A9", "Sur") + Self.number("B9", "4"))
      + "</sheetData><mergeCells><mergeCell ref=\"A4:A5\"/><mergeCell ref=\"A1:F1\"/></mergeCells>"
    let path = workbook([("Hoja1", rows)])
    let read = try Formats.open(path).table()
    #expect(read.rows.map { [$0[0], $0[1]] } == [["Norte", "1"], ["Norte", "2"], ["", "3"], ["Sur", "4"]])
    #expect(read.rows.map(\.line) == [4, 5, 6, 9])
  }

  @Test func `a sheet is chosen by its name, hidden and empty ones are not asked for`() throws {
    func sheet(_ word: String) -> String {
      "<sheetData>" + Self.row(1, Self.text("A1", "a") + Self.text("B1", "b"))
        + Self.row(2, Self.text("A2", word) + Self.text("B2", "1")) + "</sheetData>"
    }
    let path = workbook([("Léeme", sheet("x")), ("Enero", sheet("uno")), ("Vacía", "<sheetData/>")], hidden: ["Léeme"])
    #expect(try table(path)[1][0] == "uno")
    #expect(try table(path, layer: "leeme")[1][0] == "x")
    let two = workbook([("Enero", sheet("uno")), ("Febrero", sheet("dos"))])
    #expect(failure { _ = try table(two) }?.values["layers"] == "Enero, Febrero")
    #expect(failure { _ = try table(two, layer: "Marzo") }?.id == "layers.unknown")
  }

  @Test func `workbooks that are no workbooks, and bytes that are changed, end with a message`() throws {
    let rows =
      "<sheetData>"
      + (1...40).map { Self.row($0, Self.text("A\($0)", "a\($0)") + Self.number("B\($0)", "\($0)", style: $0 % 6)) }.joined()
      + "</sheetData>"
    let path = workbook([("H", rows)])
    let sound = try #require(folder.read("libro.xlsx"))
    #expect(try table(path).count == 40)
    let bare = folder.write("b.xlsx", TestArchive.bytes([("[Content_Types].xml", [])]))
    #expect(failure { _ = try table(bare) }?.id == "xlsx.no_workbook")
    let torn = workbook([("H", "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></row>")])
    #expect(failure { _ = try table(torn) }?.id == "xml.damaged")
    let bomb = workbook([("H", "]>")])
    #expect(failure { _ = try table(bomb) } != nil)
    var random = SplitMix64(seed: 6)
    for _ in 0..<400 {
      var bytes = sound
      bytes[Int.random(in: 4..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      let changed = folder.write("c.xlsx", bytes)
      do { _ = try table(changed) } catch { #expect(error is Failure) }
    }
  }

  @Test func `places of cells are read, and none beyond a sheet`() {
    #expect(CellPlace("A1".utf8)?.column == 0 && CellPlace("XFD1048576".utf8)?.column == 16_383)
    for name in ["", "A", "1", "A0", "XFE1", "A1048577", "a1", "A1B", "AAAAAAAAAAAAAAAA1", "A99999999999999999999"] {
      #expect(CellPlace(name.utf8) == nil, "\(name)")
    }
  }
}
