public import PlazaLayers

/// Rows as RFC 4180 text, or with the marks of a country's Excel; safe to open in a spreadsheet.
public enum CSVText {
  /// Appends every row, ended by a line feed alone where it is not for Excel: every reader takes it, and so do the tools that compare lines.
  public static func append(_ rows: RowBlock, _ form: CSVForm = .plain, to text: inout [UInt8]) {
    text.reserveCapacity(text.count + rows.bytes.count + rows.ends.count * 2)
    var start = 0
    rows.bytes.withUnsafeBufferPointer { bytes in
      for (index, end) in rows.ends.enumerated() {
        let cell = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if rows.numbers[index], form != .plain {
          text.append(contentsOf: cell.lazy.map { $0 == 0x2E ? form.decimalMark : $0 })
        } else {
          append(cell: cell, divided: form.delimiter, to: &text)
        }
        if (index + 1) % rows.columns == 0 {
          if form.isOfExcel { text.append(0x0D) }
          text.append(0x0A)
        } else {
          text.append(form.delimiter)
        }
        start = end
      }
    }
  }

  public static func header(_ names: [String], _ form: CSVForm = .plain) -> [UInt8] {
    var rows = RowBlock(columns: names.count)
    for name in names { rows.append(name) }
    var text: [UInt8] = form.isOfExcel ? [0xEF, 0xBB, 0xBF] : []
    append(rows, form, to: &text)
    return text
  }

  private static func append(cell: UnsafeBufferPointer<UInt8>, divided delimiter: UInt8, to text: inout [UInt8]) {
    var needsQuotes = false
    var isDivided = false
    for byte in cell where byte <= 0x3B {
      switch byte {
      case 0x2C where delimiter != 0x2C: (needsQuotes, isDivided) = (true, true)
      case 0x2C, 0x22: needsQuotes = true
      case 0x0A, 0x0D, 0x09, 0x3B: (needsQuotes, isDivided) = (true, true)
      default: break
      }
    }
    if needsQuotes { text.append(0x22) }
    if FormulaGuard.isFormula(cell) { text.append(FormulaGuard.mark) }
    guard needsQuotes else { return text.append(contentsOf: cell) }
    for (place, byte) in cell.enumerated() {
      if byte == 0x22 { text.append(0x22) }
      text.append(byte)
      // A spreadsheet that divides rows at another mark than ours begins a cell here, whatever the quotes.
      guard isDivided, byte != delimiter, FormulaGuard.divides(byte) || byte == 0x2C else { continue }
      if FormulaGuard.isFormula(UnsafeBufferPointer(rebasing: cell[(place + 1)...])) { text.append(FormulaGuard.mark) }
    }
    text.append(0x22)
  }
}

/// What a spreadsheet would run instead of showing it.
private enum FormulaGuard {
  /// The apostrophe, by which spreadsheets know text.
  static let mark: UInt8 = 0x27

  /// Marks at which one spreadsheet or another begins a new cell.
  static func divides(_ byte: UInt8) -> Bool { byte == 0x3B || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// Whether a cell begins with `= + - @`, a tab or a return, and is neither a number nor a mere dash.
  static func isFormula(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    switch cell.first {
    case 0x3D, 0x40, 0x09, 0x0D: true
    case 0x2B, 0x2D: !isNumber(cell.dropFirst()) && !isDash(cell)
    default: false
    }
  }

  /// Digits with marks of decimals or thousands of any country between them, perhaps with an exponent: nothing is computed of it.
  private static func isNumber(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let digits = cell.prefix { $0 &- 0x30 < 10 || $0 == 0x2C || $0 == 0x2E }
    guard digits.contains(where: { $0 &- 0x30 < 10 }) else { return false }
    var rest = cell[digits.endIndex...]
    guard let letter = rest.first else { return true }
    guard letter | 0x20 == 0x65 else { return false }
    rest = rest.dropFirst()
    if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy { $0 &- 0x30 < 10 }
  }

  /// `-`, `--`: how people write that there is nothing.
  private static func isDash(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.count == 1 || cell.allSatisfy { $0 == 0x2D || $0 == 0x20 }
  }
}
