import PlazaLayers
import PlazaRecords
import Testing

@Suite("A table of classes")
struct ClassTableTests {
  static let header = ["country", "name", "iccs", "share", "sensitive", "intentional", "completed", "unit"]

  static func table(_ lines: [[String]], titles: [String: String]? = nil) throws(ClassTableError) -> ClassTable {
    let rows = lines.enumerated().map { index, cells in
      ClassTable.Row(line: index + 2, cells: cells + Array(repeating: "", count: header.count - cells.count))
    }
    return try ClassTable(header: header, rows: rows, titles: titles)
  }

  static func problems(_ lines: [[String]], titles: [String: String]? = nil) -> [ClassTableError.Problem] {
    do {
      _ = try table(lines, titles: titles)
      return []
    } catch {
      return error.problems
    }
  }

  @Test("gives the classes of a kind in the order of its rows, with their shares")
  func classes() throws {
    let table = try Self.table([
      ["CO", "Hurto", "0502", "0.75"], ["CO", "Homicidio", "0101"], ["CO", "Hurto", "0401", "0.25"],
    ])
    #expect(table.classes(ofKind: "Hurto", country: "CO").map(\.code) == ["0502", "0401"])
    #expect(table.classes(ofKind: "Hurto", country: "CO").map(\.share) == [0.75, 0.25])
    #expect(table.classes(ofKind: "Homicidio", country: "CO").map(\.share) == [nil])
    #expect(table.classes(ofKind: "Hurto", country: "PE").isEmpty)
    #expect(table.countries == ["CO"])
    #expect(table.names(ofCountry: "CO") == ["Homicidio", "Hurto"])
  }

  @Test("compares kinds whatever their case, accents and blanks")
  func comparison() throws {
    let table = try Self.table([["SV", "  extorsio\u{301}n ", "0205"]])
    #expect(table.classes(ofKind: "extorsi\u{F3}n", country: "SV").count == 1)
    #expect(table.classes(ofKind: "\textorsio\u{301}n", country: "SV").count == 1)
    #expect(table.classes(ofKind: "extorsion", country: "SV").count == 1)
    #expect(table.classes(ofKind: "Extorsión", country: "SV").count == 1)
    #expect(table.classes(ofKind: "extorsiones", country: "SV").isEmpty)
  }

  @Test("lists the kinds it does not have once each, and does not count a name without class among them")
  func unmapped() throws {
    let table = try Self.table([["MX", "EXHORTOS", ""], ["MX", "FRAUDE", "0701"]])
    let kinds = ["ROBO", "FRAUDE", " ROBO", "EXHORTOS", "ABORTO"]
    #expect(table.unmapped(kinds: kinds, country: "MX") == ["ABORTO", "ROBO"])
    #expect(table.classes(ofKind: "EXHORTOS", country: "MX").map(\.code) == [nil])
  }

  @Test("calls a kind sensitive by any of its classes, and does not judge a kind it does not have")
  func sensitive() throws {
    let table = try Self.table([
      ["MX", "A", "0301", "", "yes"], ["MX", "A", "0401", "", "no"], ["MX", "B", "0502"],
    ])
    #expect(table.isSensitive(kind: "A", country: "MX") == true)
    #expect(table.isSensitive(kind: "B", country: "MX") == false)
    #expect(table.isSensitive(kind: "C", country: "MX") == nil)
  }

  @Test("takes unknown, not sensitive and incident where a cell is empty or its column is missing")
  func defaults() throws {
    let table = try ClassTable(
      header: ["iccs", "name", "country"], rows: [ClassTable.Row(line: 2, cells: ["0502", "hurto", "SV"])])
    let found = try #require(table.classes(ofKind: "hurto", country: "SV").first)
    #expect(found.isIntentional == .unknown && found.completion == .unknown && found.unit == .incident)
    #expect(!found.isSensitive && found.share == nil && found.title.isEmpty)
  }

  @Test("knows the class at each level down to its own")
  func levels() throws {
    let table = try Self.table([["X", "deep", "050211"], ["X", "shallow", "05"], ["X", "none", ""]])
    let deep = try #require(table.classes(ofKind: "deep", country: "X").first)
    #expect((0...5).map { deep.code(atLevel: $0) } == [nil, "05", "0502", "05021", "050211", nil])
    let shallow = try #require(table.classes(ofKind: "shallow", country: "X").first)
    #expect((1...4).map { shallow.code(atLevel: $0) } == ["05", nil, nil, nil])
    #expect(table.classes(ofKind: "none", country: "X").first?.code(atLevel: 1) == nil)
  }

  @Test("names every problem of a table with its line")
  func problems() {
    let found = Self.problems(
      [
        ["MX", "A", "0101"], ["MX", "A", "0101"], ["MX", "", "0502"], ["", "B", "0502"],
        ["MX", "C", "501"], ["MX", "C2", "1201"], ["MX", "D", "0999"], ["MX", "E", "0502", "1.5"],
        ["MX", "F", "0502", "0x1"], ["MX", "G", "0502", "", "si"], ["MX", "H", "0502", "", "", "", "", "case"],
        ["MX", "I", ""], ["MX", "I", "0502"], ["MX", "J", "0502", "0.5"], ["MX", "J", "0101"],
        ["MX", "K", "0502", "0.5"], ["MX", "K", "0101", "0.4"], ["MX", "L", "0502", "0.5"],
      ], titles: ["0101": "x", "0502": "y"])
    #expect(
      found == [
        .init(line: 3, reason: .repeatedRow(name: "A", firstLine: 2)),
        .init(line: 4, reason: .emptyCell(column: "name")),
        .init(line: 5, reason: .emptyCell(column: "country")),
        .init(line: 6, reason: .badValue(column: "iccs", value: "501")),
        .init(line: 7, reason: .badValue(column: "iccs", value: "1201")),
        .init(line: 8, reason: .unknownCode("0999")),
        .init(line: 9, reason: .badValue(column: "share", value: "1.5")),
        .init(line: 10, reason: .badValue(column: "share", value: "0x1")),
        .init(line: 11, reason: .badValue(column: "sensitive", value: "si")),
        .init(line: 12, reason: .badValue(column: "unit", value: "case")),
        .init(line: 13, reason: .classAndNone(name: "I")),
        .init(line: 15, reason: .someShares(name: "J")),
        .init(line: 17, reason: .shareSum(name: "K", sum: 0.9)),
        .init(line: 19, reason: .shareSum(name: "L", sum: 0.5)),
      ])
  }

  @Test("refuses a header without the columns it needs or with one of them twice, and rows of another width")
  func header() {
    let error = #expect(throws: ClassTableError.self) {
      try ClassTable(header: ["name", "name", "iccs"], rows: [ClassTable.Row(line: 2, cells: ["A"])])
    }
    #expect(
      error?.problems == [
        .init(line: 1, reason: .repeatedColumn("name")), .init(line: 1, reason: .missingColumn("country")),
        .init(line: 2, reason: .cellCount(found: 1, expected: 3)),
      ])
  }

  @Test("refuses a class name that is not the title of its code")
  func titles() {
    let rows = [
      ClassTable.Row(line: 2, cells: ["MX", "A", "0101", "Intentional homicide"]),
      ClassTable.Row(line: 3, cells: ["MX", "B", "0101", "Homicide"]),
    ]
    let error = #expect(throws: ClassTableError.self) {
      try ClassTable(
        header: ["country", "name", "iccs", "iccs_name"], rows: rows, titles: ["0101": "Intentional homicide"])
    }
    let reason = ClassTableError.Problem.Reason.titleMismatch(
      code: "0101", found: "Homicide", title: "Intentional homicide")
    #expect(error?.problems == [.init(line: 3, reason: reason)])
  }

  @Test("takes shares of thirds written with six decimals, and passes over blank rows")
  func thirds() throws {
    let table = try Self.table([
      ["X", "A", "01", "0.333333"], ["", "", ""], ["X", "A", "02", "0.333333"], ["X", "A", "05", "0.333334"],
    ])
    #expect(table.classes(ofKind: "A", country: "X").count == 3)
  }

  @Test("says of each problem the file, the line and what is wrong")
  func diagnostics() {
    typealias Problem = ClassTableError.Problem
    let sum = Problem(line: 17, reason: .shareSum(name: "K", sum: 0.1 + 0.2)).diagnostic(file: "classes.csv")
    #expect(sum.id == "classes.share_sum" && sum.severity == .error)
    #expect(sum.values == ["file": "classes.csv", "line": "17", "name": "K", "sum": "0.3"])
    let repeated = Problem(line: 3, reason: .repeatedRow(name: "A", firstLine: 2)).diagnostic(file: "classes.csv")
    #expect(repeated.id == "classes.repeated_row")
    #expect(repeated.values == ["file": "classes.csv", "line": "3", "name": "A", "first": "2"])
  }
}
