import PlazaFormats
import PlazaLayers
import PlazaTesting
import Testing

@Suite struct TableTests {
  private let folder = TemporaryFolder()

  private func table(_ text: String) throws -> Table { try table(Array(text.utf8)) }

  private func table(_ bytes: [UInt8]) throws -> Table {
    try Formats.open("t.csv", path: folder.write("t.csv", bytes)).table()
  }

  private func failure(_ bytes: [UInt8]) -> Failure? {
    do {
      _ = try table(bytes)
      return nil
    } catch { return error as? Failure }
  }

  @Test func `rows keep their cells and the lines on which they begin`() throws {
    let table = try table("code;name\n1;\"Santa\nAna\"\n\n2;\n")
    #expect(table.name == "t.csv" && table.header == ["code", "name"] && table.rowCount == 2)
    #expect(table.rows.map(\.line) == [2, 5])
    #expect(table.rows.map { $0[1] } == ["Santa\nAna", ""])
    #expect(table.rows.first?[nil] == nil)
  }

  @Test func `columns of empty cells are null, not empty text`() throws {
    #expect(
      try table("a,b\n1,\n,x\n").columns == [
        Column(name: "a", values: [.text("1"), .null]), Column(name: "b", values: [.null, .text("x")]),
      ])
  }

  @Test func `a table may have a header only`() throws {
    #expect(try table("a,b\n").rowCount == 0)
  }

  @Test func `the mark of decimals is that of its numbers`() throws {
    #expect(try table("a;b\n1,5;2,25\n").decimalMark == 0x2C)
  }

  private static let head = Array("a,b\n1,2\n3".utf8)
  private static let damaged: [(bytes: [UInt8], reason: String)] = [
    (head + Array("\n".utf8), "bad_row"), (head + Array(",\"4\n".utf8), "bad_row"),
    ([0xEF, 0xBB, 0xBF] + head + [0x2C, 0x81, 0x0A], "bad_encoding"),
    (head + Array(",\"".utf8) + [UInt8](repeating: 0x78, count: 9 << 20), "too_long"),
  ]

  @Test(arguments: damaged)
  func `a row that cannot be read ends the reading, with its line and the reason`(_ damaged: (bytes: [UInt8], reason: String)) {
    let values = ["file": "t.csv", "line": "3", "reason": "account.reason." + damaged.reason]
    #expect(failure(damaged.bytes) == Failure(.notUnderstood, "table.bad_row", values))
  }

  @Test func `a field is found as people write it, and one that is not there is told with those that are`() throws {
    let table = try table("Código,año\n1,2\n")
    #expect(try table.column(named: "codigo") == 0 && table.column(called: ["ano"]) == 1 && table.column(called: ["x"]) == nil)
    let missing = Failure(.notUnderstood, "field.missing", ["file": "t.csv", "field": "x", "fields": "Código, año"])
    #expect(throws: missing) { try table.column(named: "x") }
    let unknown = Failure(
      .notUnderstood, "field.unknown", ["file": "t.csv", "field": "x", "fields": "Código, año", "option": "--code"])
    #expect(throws: unknown) { try table.column(named: "x", option: "--code") }
  }
}
