import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite struct WorkbookWriterTests {
  private let folder = TemporaryFolder()

  private static let columns = ["code", "name", "count", "rate", "located_share", "p", "lon", "value"].map { TableColumn($0) }

  /// What a cell of the table holds: text, or the digits of a number.
  private enum Cell {
    case text(String)
    case number(String)

    var shown: String {
      switch self {
      case .text(let text), .number(let text): text
      }
    }
  }

  private static func block(_ rows: [[Cell]]) -> RowBlock {
    var block = RowBlock(columns: rows.first?.count ?? columns.count)
    for cell in rows.joined() {
      switch cell {
      case .text(let text): block.append(text)
      case .number(let digits): block.append(FieldValue.number(digits))
      }
    }
    return block
  }

  @discardableResult
  private func write(
    _ name: String, _ blocks: [RowBlock], columns: [TableColumn] = Self.columns, notes: TableNotes = TableNotes()
  )
    throws -> [Diagnostic]
  {
    let files = OutputSet(force: true)
    let form = TableForm(sheetName: "Datos", notesName: "Léeme")
    let output = try TableOutput(folder.path + "/" + name, form: form, in: files)
    let table = try output.begin(columns)
    for block in blocks { try table.append(block) }
    let told = try output.finish(notes)
    try files.commit()
    return told
  }

  private func table(_ name: String, layer: String? = nil) throws -> [[String]] {
    var reading = Reading()
    reading.layer = layer
    let table = try Formats.open(folder.path + "/" + name, as: reading).table()
    return [table.header] + table.rows.map { row in table.header.indices.map { row[$0] } }
  }

  private func part(_ name: String, _ entry: String) throws -> String {
    let archive = try ZipArchive(path: folder.path + "/" + name, name: name)
    return String(
      decoding: try archive.bytes(try #require(archive.entries.first { $0.name == entry }), limit: 1 << 24), as: UTF8.self)
  }

  private static func row(_ number: Int) -> [Cell] {
    [
      .text(number < 10 ? "00\(number)" : "0\(number)"), .text("Ñuñoa \(number)"), .number(String(number * 7919)),
      number % 3 == 0 ? .text("") : .number("\(number).95"), .number("0.\(number + 10)5"), .number("0.000\(number)1"),
      .number("-89.\(number)12345"), .text(["=1+1", "+5", "@x", "_x0041_", "<a & \"b\">", "-", " lead"][number % 7]),
    ]
  }

  @Test func `a table is read again as it was, codes and numbers and what looks like a formula`() throws {
    let rows = (0..<60).map(Self.row)
    try write("t.xlsx", [Self.block(Array(rows[..<25])), Self.block(Array(rows[25...]))])
    let read = try table("t.xlsx")
    #expect(read[0] == Self.columns.map(\.name))
    #expect(Array(read[1...]) == rows.map { $0.map(\.shown) })
    let sheet = try part("t.xlsx", "xl/worksheets/sheet1.xml")
    #expect(!sheet.contains("<f>") && !sheet.contains("<f "))
    #expect(sheet.contains("<c r=\"A2\" t=\"inlineStr\"><is><t>000</t></is></c>") && sheet.contains("<t>=1+1</t>"))
    #expect(
      sheet.contains("<autoFilter ref=\"A1:H61\"/>") && sheet.contains("ySplit=\"1\"") && sheet.contains("state=\"frozen\""))
  }

  @Test func `numbers are shown by what they count, and shares that are none are not in percent`() throws {
    let rows: [[Cell]] = [
      [.text("1"), .text("a"), .number("1234"), .number("5.5"), .number("0.25"), .number("0.5"), .number("1"), .number("2.5")],
      [.text("2"), .text("b"), .number("1"), .number("5.5"), .number("1.25"), .number("0.5"), .number("1"), .number("2.5")],
    ]
    try write("f.xlsx", [Self.block(rows)])
    let (styles, sheet) = (try part("f.xlsx", "xl/styles.xml"), try part("f.xlsx", "xl/worksheets/sheet1.xml"))
    func attribute(_ name: String, _ text: Substring) -> String? {
      let parts = text.split(separator: " \(name)=\"", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 ? String(parts[1].prefix { $0 != "\"" }) : nil
    }
    var codes = ["0": "General", "3": "#,##0", "4": "#,##0.00"]
    for text in styles.split(separator: "<numFmt ").dropFirst() {
      let element = " " + text
      codes[attribute("numFmtId", element[...])!] = attribute("formatCode", element[...])
    }
    let cellStyles = styles.split(separator: "<cellXfs")[1].split(separator: "<xf").dropFirst().map { attribute("numFmtId", $0)! }
    func code(_ cell: String) -> String? {
      guard let element = sheet.split(separator: "<c r=\"\(cell)\"").dropFirst().first?.prefix(while: { $0 != ">" }) else {
        return nil
      }
      return codes[cellStyles[Int(attribute("s", element) ?? "0")!]]
    }
    #expect(["C2", "D2", "E2", "F2", "G2", "H2"].map(code) == ["#,##0", "#,##0.00", "0.0%", "0.0000", "0.00000", "General"])
    #expect(code("E3") == "0.000" && code("A2") == "General")
  }

  @Test func `days and times are dates, and what only looks like one is text`() throws {
    let written = [
      "2019-05-17", "1900-03-01", "9999-12-31", "2019-05-17 16:20:05", "2000-02-29 00:00:01", "2019-02-29", "1900-02-28",
      "2019-5-17", "2019-05", "2019-W22", "17/05/2019", "2019-05-17 24:00:00", "2019-05-17x",
    ]
    var block = RowBlock(columns: 1)
    for text in written { block.append(text) }
    try write("d.xlsx", [block], columns: [TableColumn("fecha")])
    let sheet = try part("d.xlsx", "xl/worksheets/sheet1.xml")
    #expect(sheet.split(separator: "<v>").count - 1 == 5 && sheet.contains("<v>43602</v>"))
    #expect(try table("d.xlsx").dropFirst().map { $0[0] } == written)
  }

  @Test func `the second sheet tells what there is to know, and is not taken for the table`() throws {
    let notes = TableNotes([
      .init("Cuadre de registros", [[.text("leídos"), .count(4_800)], [.text("ubicados"), .count(4_383), .share(0.913)]]),
      .init("Campos", [[.text("code"), .text("=Código")]]),
    ])
    try write("n.xlsx", [Self.block([Self.row(1)])], notes: notes)
    #expect(try table("n.xlsx").count == 2)
    let read = try part("n.xlsx", "xl/worksheets/sheet2.xml")
    for text in [">leídos<", "<v>4800</v>", "<v>0.913</v>", ">code<", "<t>=Código</t>"] {
      #expect(read.contains(text), "\(text)")
    }
    try write("e.xlsx", [], columns: [])
    #expect(try part("e.xlsx", "xl/workbook.xml").contains("name=\"Datos\""))
  }

  @Test func `the same table gives the same bytes, with the date of no clock`() throws {
    let block = Self.block((0..<40).map(Self.row))
    try write("a.xlsx", [block])
    let first = try #require(folder.read("a.xlsx"))
    try write("a.xlsx", [block])
    #expect(folder.read("a.xlsx") == first)
    #expect(try part("a.xlsx", "docProps/core.xml").contains("1970-01-01T00:00:01Z"))
  }

  @Test func `rows of workers stand in the order of their pieces`() throws {
    let files = OutputSet(force: true)
    let output = try TableOutput(folder.path + "/s.xlsx", form: TableForm(), in: files)
    let sink = try output.begin([TableColumn("id")]).makeSink()
    func piece(_ number: Int) -> RowBlock {
      var rows = RowBlock(columns: 1)
      for row in 0..<3 { rows.append(Int64(number * 3 + row)) }
      return rows
    }
    for number in [2, 0, 3, 1] { try sink.write(piece(number), chunk: number) }
    #expect(try output.finish(TableNotes()).isEmpty)
    try files.commit()
    #expect(try table("s.xlsx").dropFirst().map { $0[0] } == (0..<12).map(String.init))
  }

  // MARK: What a sheet cannot hold

  @Test func `long texts are cut and said, and what XML has no place for is replaced`() throws {
    let long = String(repeating: "ñ", count: 32_766) + "e\u{301}"
    let rows: [[Cell]] = [
      [.text(long), .text("a\u{FFFF}b\u{1}c\nd")], [.text("12345678901234567"), .number("12345678901234567")],
    ]
    let told = try write("l.xlsx", [Self.block(rows)], columns: [TableColumn("text"), TableColumn("other")])
    #expect(told.map(\.id) == ["xlsx.cut_texts"] && told[0].values["count"] == "1")
    let read = try table("l.xlsx")
    #expect(read[1][0] == String(repeating: "ñ", count: 32_766) && read[1][1] == "a\u{FFFD}b c d")
    // More digits than Excel keeps of a number.
    #expect(read[2] == ["12345678901234567", "12345678901234567"])
  }

  @Test func `more rows than a sheet has are refused with what to do`() throws {
    var rows = RowBlock(columns: 1)
    for _ in 0..<1_048_576 { rows.append(Int64(1)) }
    var found: Failure?
    do { try write("r.xlsx", [rows], columns: [TableColumn("count")]) } catch { found = error as? Failure }
    #expect(found?.diagnostic.id == "xlsx.rows" && found?.kind == .cannotCreate)
    #expect(folder.read("r.xlsx") == nil)
  }

  @Test(arguments: [(0, true), (0, false), (7, true), (9_000, true), (9_000, false)])
  func `a sheet that was cut short is known`(_ count: Int, _ isWhole: Bool) throws {
    let rows = (0..<count).map { "<row r=\"\($0 + 1)\"><c><is><t>some text of the row</t></is></c></row>" }.joined()
    var bytes = Array("<worksheet><sheetData>\(rows)</sheetData></worksheet>".utf8)
    #expect(try SheetRows.count(ArrayReader(bytes)) == count)
    // What stands behind is whole even where rows are not.
    bytes = Array("<worksheet><sheetData>\(rows.dropLast(isWhole ? 0 : 9))<row r=\"9\"><c></sheetData></worksheet>".utf8)
    #expect(try SheetRows.count(ArrayReader(bytes)) == nil)
    #expect(try SheetRows.count(ArrayReader(Array(bytes.dropLast(3)))) == nil)
  }

  @Test(arguments: [-1, 0, 1, 11, 12, 13])
  func `a sheet is whole wherever the pieces end in which it is read`(_ more: Int) throws {
    let (head, foot) = ("<worksheet><sheetData><row r=\"1\"></row>", "</sheetData></worksheet>")
    let blanks = String(repeating: " ", count: (1 << 18) + more - head.utf8.count - foot.utf8.count)
    #expect(try SheetRows.count(ArrayReader(Array((head + blanks + foot).utf8))) == 1)
  }

  @Test(arguments: [
    ("_x0041_", "_x005F_x0041_"), ("a_x00e9_", "a_x005F_x00e9_"), ("_x41_", "_x41_"), ("x", "x"), ("_x004G_", "_x004G_"),
  ])
  func `what looks like an escape is written so that it is none`(_ text: String, _ written: String) {
    #expect(SheetEscapes.escaped(text) == written)
    #expect(SheetEscapes.undone(Array(written.utf8)) == Array(text.utf8))
    #expect(SheetEscapes.undone(Array("a_x000D_b".utf8)) == Array("a\rb".utf8))
  }
}
