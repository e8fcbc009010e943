import Glibc
import PlazaGeometry
import PlazaLayers
import PlazaTesting
import Testing

@testable import PlazaFormats

@Suite struct CSVSniffingTests {
  @Test func `many fields of one name each get a number, in time that grows with them`() throws {
    let count = 20_000
    let header = [String](repeating: "a", count: count).joined(separator: ",")
    let text = "a_2,\(header)\n" + [String](repeating: "1", count: count + 1).joined(separator: ",") + "\n"
    let clock = ContinuousClock()
    var sniffer: CSVSniffer?
    let time = try clock.measure { sniffer = try CSVSniffer(Array(text.utf8), limit: 1 << 20, name: "t.csv", options: Reading()) }
    let names = try #require(sniffer).header
    #expect(names.count == count + 1 && Set(names).count == names.count && names[1] == "a" && names[2] == "a_3")
    #expect(time < .seconds(20))
  }

  private let folder = TemporaryFolder()

  private func source(_ text: String, _ options: Reading = Reading(), needsPosition: Bool = false) throws -> CSVPointSource {
    try CSVPointSource(Input(folder.write("a.csv", text)), options: options, needsPosition: needsPosition)
  }

  @Test(
    arguments: [
      ("a,b\n1,2\n", 0x2C, 0x2E), ("a;b\n1,5;2,5\n", 0x3B, 0x2C), ("a\tb\n1,5\t2\n", 0x09, 0x2C), ("a|b\n1.5|2\n", 0x7C, 0x2E),
      ("a,b\n\"1,5\",\"2,5\"\n", 0x2C, 0x2C), ("a;b;c\nuno, dos, tres;x;1.5\n", 0x3B, 0x2E), ("a\n1\n2\n", 0x2C, 0x2E),
    ] as [(String, UInt8, UInt8)])
  func `delimiter and decimal mark are found`(text: String, delimiter: UInt8, decimal: UInt8) throws {
    let dialect = try source(text).dialect
    #expect(dialect.delimiter == delimiter && dialect.decimalMark == decimal)
  }

  @Test func `newlines, encodings and byte order marks are found`() throws {
    #expect(try source("a,b\r1,2\r").dialect.newline == 0x0D)
    #expect(try source("a,b\r\n1,2\r\n").dialect.newline == 0x0A)
    let path = folder.write("b.csv", Array("a,b\n".utf8) + [0xE1, 0x2C, 0x31, 0x0A])
    #expect(try CSVPointSource(Input(path), needsPosition: false).dialect.encoding == .windows1252)
    let marked = folder.write("c.csv", [0xEF, 0xBB, 0xBF] + Array("\"a\",b\n1,é\n2,".utf8) + [0xE1, 0x0A])
    let source = try CSVPointSource(Input(marked), needsPosition: false)
    #expect(source.schema.fields == ["a", "b"] && source.dialect.encoding == .utf8 && source.dialect.hasByteOrderMark)
    let records = try seen(source.makeReader(PointRequest(fields: [0, 1], positions: false)), fields: 2)
    #expect(records.map(\.state) == [.located, .located] && records.map(\.line) == [2, 3])
    #expect(records[1].cells?[1] == Array("á".utf8))
  }

  @Test func `a file in UTF-16 is read as its text, with a mark or without`() throws {
    let text = "id,nombre,lon,lat\n1,Peñón 🏞,-89.5,13.5\n2,\u{FFFD}x,-89.25,13.25\n"
    let units = Array(text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [[0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big] as [[UInt8]] {
      let source = try CSVPointSource(Input(folder.write("u.csv", bytes)))
      #expect(source.schema.notes.first?.values["encoding"] == "utf-16")
      #expect(source.schema.notes.contains { $0.id == "csv.lost_letters" && $0.values["example"] == "\u{FFFD}x" })
      let records = try seen(source.makeReader(PointRequest(fields: [1])), fields: 1)
      #expect(records.map { $0.cells?[0] } == [Array("Peñón 🏞".utf8), Array("\u{FFFD}x".utf8)])
    }
    // Half a character at the end, and half a pair within.
    let damaged = folder.write("d.csv", [0xFF, 0xFE] + Array("a,b\nx,y\n".utf8).flatMap { [$0, 0] } + [0, 0xD8, 0x78, 0, 0x79])
    let cut = try CSVPointSource(Input(damaged), needsPosition: false)
    #expect(try seen(cut.makeReader(PointRequest(fields: [0], positions: false)), fields: 1).count == 2)
  }

  @Test func `text that was encoded twice is mended piece by piece, and letters that are lost are said`() throws {
    let twice =
      "tipo,lon,lat\n" + String(repeating: "DAÃ‘O,-89.5,13.5\n", count: 30)
      + "TRÃ\u{FFFD}NSITO y mÃ³vil,-89.5,13.5\ncafé,-89.5,13.5\n"
    let source = try CSVPointSource(Input(folder.write("t.csv", twice)))
    #expect(source.dialect.encoding == .utf8Twice)
    #expect(source.schema.notes.contains { $0.id == "csv.lost_letters" && $0.values["count"] == "1" })
    let records = try seen(source.makeReader(PointRequest(fields: [0])), fields: 1)
    #expect(records.suffix(3).map { $0.cells?[0] } == ["DAÑO", "TRÃ\u{FFFD}NSITO y móvil", "café"].map { Array($0.utf8) })
    // Letters that are as they should be, mostly, are left alone.
    let once = "tipo,lon,lat\n" + String(repeating: "Daño,-89.5,13.5\n", count: 30) + "DAÃ‘O,-89.5,13.5\n"
    #expect(try CSVPointSource(Input(folder.write("o.csv", once))).dialect.encoding == .utf8)
  }

  @Test func `a file without any record is an error`() {
    #expect { try source("\n\n") } throws: { ($0 as? Failure)?.diagnostic.id == "csv.no_header" }
  }

  @Test func `a header with an unnamed field is the header, and titles above it are passed over`() throws {
    #expect(try source(",lon,lat\n0,-89.1,13.5\n1,-89.2,13.6\n").schema.fields == ["column_1", "lon", "lat"])
    let titled = try source("Registro de delitos;;\nAño 2016;;\n\nid;lon;lat\n1;-89,1;13,5\n2;;\n")
    #expect(titled.schema.fields == ["id", "lon", "lat"])
    #expect(try seen(titled.makeReader(PointRequest(fields: [0])), fields: 1).map(\.line) == [5, 6])
    #expect(try source("id,id,id\n1,2,3\n").schema.fields == ["id", "id_2", "id_3"])
  }

  @Test(.enabled(if: SharedData.isPresent, "needs ../shared/data"))
  func `real files are understood`() throws {
    func open(_ path: String, needsPosition: Bool = false) throws -> CSVPointSource {
      try CSVPointSource(Input(SharedData.root + path), needsPosition: needsPosition)
    }
    let medellin = try open("medellin/homicidios.csv", needsPosition: true)
    #expect(medellin.dialect.delimiter == 0x3B && medellin.dialect.decimalMark == 0x2C && medellin.schema.crs == .wgs84)
    let homicides = try positions(medellin)
    #expect(homicides.count { $0.state == .noCoordinates } == 81)
    #expect(homicides.allSatisfy { $0.state == .noCoordinates || $0.state == .located })
    #expect(homicides[0].x == -75.569854 && homicides[0].y == 6.25722555 && homicides[0].line == 2)

    let envipe = try open("survey/envipe_estatal_2011_2014.csv")
    #expect(envipe.dialect.newline == 0x0D && envipe.dialect.encoding == .macRoman && envipe.schema.fields.first == "codigo")
    let states = try seen(envipe.makeReader(PointRequest(fields: [2])), fields: 1)
    #expect(states.count == 33 && states.allSatisfy { $0.state == .located })
    #expect(states.contains { $0.cells?[0] == Array("Nuevo León".utf8) })

    #expect(try open("caba/precio_terrenos_2016.csv").dialect.delimiter == 0x3B)
    #expect(try open("messy_csv/example.tsv").dialect.delimiter == 0x09)
    #expect(try open("messy_csv/simple.psv").dialect.delimiter == 0x7C)
    #expect(try open("messy_csv/utf-16le_encoded.csv").schema.notes.first?.values["encoding"] == "utf-16")
  }

  /// A whole real file by the fast reader and by the slow one.
  @Test(
    .enabled(if: SharedData.isPresent, "needs ../shared/data"),
    arguments: [
      "messy_csv/211.csv", "messy_csv/characters.csv", "messy_csv/null.csv", "messy_csv/spanish_chars.csv",
      "caba/homicidios_viales_victimas.csv", "memphis/robberies.csv",
    ])
  func `real files are read as the slow reader reads them`(path: String) throws {
    var bytes = try #require(SharedData.bytes(path))
    bytes = Array(bytes.prefix(400_000))
    let dialect = try CSVPointSource(Input(folder.write("x.csv", bytes)), needsPosition: false).dialect
    if bytes.count == 400_000, let last = bytes.lastIndex(of: dialect.newline) { bytes.removeLast(bytes.count - 1 - last) }
    let width =
      SlowCSV.records(Array(bytes.prefix(20_000)), delimiter: dialect.delimiter, newline: dialect.newline).first?.cells.count ?? 1
    let wanted = CSVOracle.records(
      bytes, fieldCount: width, delimiter: dialect.delimiter, newline: dialect.newline, isUTF8: dialect.encoding == .utf8)
    let got = try fastRecords(bytes, fieldCount: width, dialect, chunkSize: 16 << 10)
    #expect(got.map(\.line) == wanted.map(\.line) && got.map(\.state) == wanted.map(\.state))
    if dialect.encoding == .utf8 { #expect(got == wanted) }
  }

  // MARK: gzip

  private func gzip(_ name: String) {
    let status = system("gzip -n -k -f '\(folder.path)/\(name)'")
    #expect(status == 0)
  }

  @Test func `a gzipped file is the file, also of several members`() throws {
    var random = SplitMix64(seed: 8)
    let rows = (0..<20_000).map {
      "\($0),\(Int.random(in: -180...180, using: &random)),\(Int.random(in: -90...90, using: &random))"
    }
    let text = "id,lon,lat\n" + rows.joined(separator: "\n") + "\n"
    let plain = try CSVPointSource(Input(folder.write("a.csv", text)))
    gzip("a.csv")
    let whole = try CSVPointSource(Input(folder.path + "/a.csv.gz"))
    let cut = text.utf8.count / 3
    folder.write("b.csv", Array(text.utf8.prefix(cut)))
    folder.write("c.csv", Array(text.utf8.dropFirst(cut)))
    gzip("b.csv")
    gzip("c.csv")
    let members = folder.write("d.csv.gz", folder.read("b.csv.gz")! + folder.read("c.csv.gz")! + [0, 0, 0])
    let request = PointRequest(fields: [0, 1, 2])
    let wanted = try seen(plain.makeReader(request), fields: 3)
    #expect(wanted.count == 20_000)
    #expect(try seen(whole.makeReader(request), fields: 3) == wanted)
    #expect(try seen(CSVPointSource(Input(members)).makeReader(request), fields: 3) == wanted)
  }

  @Test func `a gzipped file that is cut short or damaged is an error, never fewer records`() throws {
    folder.write("a.csv", "id,lon,lat\n" + (0..<4000).map { "\($0),\($0 % 90),1" }.joined(separator: "\n"))
    gzip("a.csv")
    let bytes = folder.read("a.csv.gz")!
    for kept in [20, bytes.count / 2, bytes.count - 9, bytes.count - 8, bytes.count - 1] {
      let path = folder.write("cut.gz", Array(bytes.prefix(kept)))
      #expect { _ = try seen(CSVPointSource(Input(path)).makeReader(PointRequest()), fields: 0) } throws: {
        ($0 as? Failure)?.diagnostic.id == "input.gzip_damaged"
      }
    }
    var wrong = bytes
    wrong[wrong.count - 6] ^= 1
    let path = folder.write("wrong.gz", wrong)
    #expect(throws: Failure.self) { _ = try seen(CSVPointSource(Input(path)).makeReader(PointRequest()), fields: 0) }
  }

  // MARK: writing

  @Test func `rows that are written read back, and only text that a spreadsheet would run is escaped`() {
    let cells = [
      "a", "", "a,b", "say \"x\"", "two\nlines", "cr\rlf", "-12.5", "+3", "-1e5", "=1+1", "@x", "-x", "+x", "\tx", "-", "--", "ñ",
      " ",
      "-75,56985", "+1.234.567,8", "-1,5E+3", "-1+2", "+52 55 1234",
    ]
    let escaped: Set<String> = ["=1+1", "@x", "-x", "+x", "\tx", "-1+2", "+52 55 1234"]
    var random = SplitMix64(seed: 2)
    var rows = RowBlock(columns: 3)
    var wanted: [[String]] = []
    for _ in 0..<400 {
      let row = (0..<3).map { _ in cells.randomElement(using: &random)! }
      for cell in row { rows.append(cell) }
      wanted.append(row.map { escaped.contains($0) ? "'" + $0 : $0 })
    }
    var text: [UInt8] = []
    CSVText.append(rows, to: &text)
    #expect(SlowCSV.records(text).map(\.texts) == wanted)
    #expect(String(decoding: CSVText.header(["a", "b,c"]), as: UTF8.self) == "a,\"b,c\"\n")
  }

  @Test(arguments: [
    ("a;=1+1", "\"a;'=1+1\""), ("a;-75,5", "\"a;-75,5\""), ("x\t@y", "\"x\t'@y\""), ("two\n=lines", "\"two\n'=lines\""),
    ("a;b", "\"a;b\""), ("-", "-"),
  ])
  func `no spreadsheet runs a cell, whatever mark it divides rows at`(_ cell: String, _ written: String) {
    var rows = RowBlock(columns: 2)
    rows.append("1")
    rows.append(cell)
    var text: [UInt8] = []
    CSVText.append(rows, to: &text)
    #expect(String(decoding: text, as: UTF8.self) == "1,\(written)\n")
  }
}
