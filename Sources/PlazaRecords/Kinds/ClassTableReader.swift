internal import PlazaLayers

/// Turns the rows of a table of classes into classes and notes what is wrong with them.
struct ClassTableReader {
  struct Name: Hashable {
    var country: String
    var name: String
  }

  struct Read {
    var line: Int
    var value: CrimeClass
  }

  private(set) var names: [Name: [Read]] = [:]
  private(set) var problems: [ClassTableError.Problem] = []
  private var columns: [String: Int] = [:]
  private let width: Int
  private let titles: [String: String]?

  init(header: [String], titles: [String: String]?) {
    width = header.count
    self.titles = titles
    for (position, name) in header.enumerated() {
      let name = CanonicalText.of(name.utf8)
      if columns[name] != nil { note(1, .repeatedColumn(name)) }
      columns[name] = position
    }
    for name in ClassTable.requiredColumns where columns[name] == nil { note(1, .missingColumn(name)) }
  }

  private mutating func note(_ line: Int, _ reason: ClassTableError.Problem.Reason) {
    problems.append(.init(line: line, reason: reason))
  }

  mutating func read(_ row: ClassTable.Row) {
    guard row.cells.contains(where: { !CanonicalText.of($0.utf8).isEmpty }) else { return }
    guard row.cells.count == width else {
      return note(row.line, .cellCount(found: row.cells.count, expected: width))
    }
    guard ClassTable.requiredColumns.allSatisfy({ columns[$0] != nil }) else { return }
    let country = cell("country", row)
    let name = cell("name", row)
    if country.isEmpty { note(row.line, .emptyCell(column: "country")) }
    if name.isEmpty { note(row.line, .emptyCell(column: "name")) }
    let value = CrimeClass(
      code: code(row), title: title(row), share: share(row),
      isIntentional: choice("intentional", row, otherwise: .unknown),
      completion: choice("completed", row, otherwise: .unknown),
      isSensitive: choice("sensitive", row, otherwise: Flag.no) == .yes,
      unit: choice("unit", row, otherwise: .incident),
      source: cell("source", row), status: cell("status", row), note: cell("note", row))
    let key = Name(country: country, name: name)
    if let first = names[key]?.first(where: { $0.value.code == value.code }) {
      note(row.line, .repeatedRow(name: name, firstLine: first.line))
    }
    names[key, default: []].append(Read(line: row.line, value: value))
  }

  /// What can only be judged when all rows of a name are there.
  mutating func checkNames() {
    for (key, rows) in names.sorted(by: { $0.value[0].line < $1.value[0].line }) {
      let line = rows[0].line
      if rows.contains(where: { $0.value.code == nil }), rows.contains(where: { $0.value.code != nil }) {
        note(line, .classAndNone(name: key.name))
      }
      let shares = rows.compactMap(\.value.share)
      guard !shares.isEmpty else { continue }
      guard shares.count == rows.count else {
        note(line, .someShares(name: key.name))
        continue
      }
      let sum = shares.reduce(0, +)
      // Shares of thirds and sixths are written with some decimals only.
      if abs(sum - 1) > 1e-6 { note(line, .shareSum(name: key.name, sum: sum)) }
    }
  }

  private func cell(_ column: String, _ row: ClassTable.Row) -> String {
    guard let position = columns[column] else { return "" }
    return CanonicalText.of(row.cells[position].utf8)
  }

  private enum Flag: String { case yes, no }

  private mutating func choice<Value: RawRepresentable<String>>(
    _ column: String, _ row: ClassTable.Row, otherwise: Value
  ) -> Value {
    let text = cell(column, row)
    if text.isEmpty { return otherwise }
    if let value = Value(rawValue: text) { return value }
    note(row.line, .badValue(column: column, value: text))
    return otherwise
  }

  private mutating func code(_ row: ClassTable.Row) -> String? {
    let text = cell("iccs", row)
    if text.isEmpty { return nil }
    if !CrimeClass.isCode(text) {
      note(row.line, .badValue(column: "iccs", value: text))
    } else if let titles, titles[text] == nil {
      note(row.line, .unknownCode(text))
    }
    return text
  }

  private mutating func title(_ row: ClassTable.Row) -> String {
    let found = cell("iccs_name", row)
    let code = cell("iccs", row)
    if let title = titles?[code], !found.isEmpty, found != title {
      note(row.line, .titleMismatch(code: code, found: found, title: title))
    }
    return found
  }

  private mutating func share(_ row: ClassTable.Row) -> Double? {
    let text = cell("share", row)
    if text.isEmpty { return nil }
    // The standard reading also takes hexadecimal and `inf`.
    let isDecimal = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    guard isDecimal, let value = Double(text), value > 0, value <= 1 else {
      note(row.line, .badValue(column: "share", value: text))
      return nil
    }
    return value
  }
}
