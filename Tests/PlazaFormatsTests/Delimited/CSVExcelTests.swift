import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite struct CSVExcelTests {
  private let folder = TemporaryFolder()

  private static func block() -> RowBlock {
    var rows = RowBlock(columns: 4)
    for (code, rate, text) in [("0801", "12.5", "a;b"), ("0802", "-0.0625", "1.5, =x"), ("0803", "1e-7", "=1+1")] {
      rows.append(code)
      rows.append(FieldValue.number(rate))
      rows.append(text)
      rows.append(Int64(7))
    }
    return rows
  }

  private static func text(_ form: CSVForm) -> String {
    var bytes = CSVText.header(["code", "rate", "name", "count"], form)
    CSVText.append(block(), form, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `where the comma marks decimals, semicolons part cells`() {
    let wanted =
      "\u{FEFF}code;rate;name;count\r\n0801;12,5;\"a;b\";7\r\n0802;-0,0625;\"1.5, =x\";7\r\n0803;1e-7;'=1+1;7\r\n"
    // Only what begins a cell is run: a blank before it makes it a text.
    #expect(Self.text(.excel(decimalComma: true)) == wanted)
  }

  @Test func `where the point does, commas part them`() {
    let wanted = "\u{FEFF}code,rate,name,count\r\n0801,12.5,\"a;b\",7\r\n0802,-0.0625,\"1.5, =x\",7\r\n0803,1e-7,'=1+1,7\r\n"
    #expect(Self.text(.excel(decimalComma: false)) == wanted)
  }

  @Test func `a formula behind the comma of another country is not run`() {
    var rows = RowBlock(columns: 1)
    rows.append("a,=1+1")
    var bytes: [UInt8] = []
    CSVText.append(rows, .excel(decimalComma: true), to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "\"a,'=1+1\"\r\n")
  }

  @Test(arguments: [true, false])
  func `our own reader reads it with its marks`(_ comma: Bool) throws {
    let path = folder.write("t.csv", Array(Self.text(.excel(decimalComma: comma)).utf8))
    let table = try Formats.open(path).table()
    #expect(table.header == ["code", "rate", "name", "count"])
    #expect(table.rows.map { $0[0] } == ["0801", "0802", "0803"] && table.rows.map { $0[3] } == ["7", "7", "7"])
    #expect(table.rows.map { $0[1] } == (comma ? ["12,5", "-0,0625", "1e-7"] : ["12.5", "-0.0625", "1e-7"]))
  }

  @Test(arguments: [
    ("-89.25", "-89,25"), ("0", "0"), ("0.5", "0,5"), ("12", "12"), ("007", "007"), ("5.", "5."), (".5", ".5"),
    ("1.5e3", "1.5e3"),
    ("1.234,5", "\"1.234,5\""), ("", ""), ("-", "-"), ("1.2.3", "1.2.3"),
  ])
  func `of cells as people wrote them only plain numbers get the mark of the country`(_ cell: String, _ written: String) {
    var rows = RowBlock(columns: 1)
    Array(cell.utf8).withUnsafeBufferPointer { rows.append(number: $0) }
    var bytes: [UInt8] = []
    CSVText.append(rows, .excel(decimalComma: true), to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == written + "\r\n")
  }

  @Test func `fields are shown by what they count`() {
    let wanted: [(String, Figure)] = [
      ("count_low", .count), ("population", .count), ("incidents_400_robo", .count), ("nearest_m", .count), ("change", .count),
      ("rate_eb_hurto", .rate), ("per_km2", .rate), ("change_pct", .rate), ("members_per_committee", .rate), ("pai", .rate),
      ("located_share_now", .share), ("overlap_share_400", .share), ("p_fdr", .probability), ("lon", .position), ("code", .other),
      ("past_months", .count), ("line", .other),
    ]
    for (name, figure) in wanted { #expect(Figure(ofField: name) == figure, "\(name)") }
  }
}
