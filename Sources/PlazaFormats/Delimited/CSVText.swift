public import PlazaLayers

/// Rows as RFC 4180 text, safe to open in a spreadsheet.
public enum CSVText {
  /// Appends every row, ended by a line feed: every reader takes it, and so do the tools that compare lines.
  public static func append(_ rows: RowBlock, to text: inout [UInt8]) {
    text.reserveCapacity(text.count + rows.bytes.count + rows.ends.count * 2)
    var start = 0
    rows.bytes.withUnsafeBufferPointer { bytes in
      for (index, end) in rows.ends.enumerated() {
        append(cell: UnsafeBufferPointer(rebasing: bytes[start..<end]), to: &text)
        text.append((index + 1) % rows.columns == 0 ? 0x0A : 0x2C)
        start = end
      }
    }
  }

  public static func header(_ names: [String]) -> [UInt8] {
    var rows = RowBlock(columns: names.count)
    for name in names { rows.append(name) }
    var text: [UInt8] = []
    append(rows, to: &text)
    return text
  }

  private static func append(cell: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    var needsQuotes = false
    for byte in cell where byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D { needsQuotes = true }
    let isFormula = isFormula(cell)
    guard needsQuotes else {
      if isFormula { text.append(0x27) }
      text.append(contentsOf: cell)
      return
    }
    text.append(0x22)
    if isFormula { text.append(0x27) }
    for byte in cell {
      if byte == 0x22 { text.append(0x22) }
      text.append(byte)
    }
    text.append(0x22)
  }

  /// Whether a spreadsheet would run the cell: it begins with `= + - @`, a tab or a return, and is no number.
  private static func isFormula(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    switch cell.first {
    case 0x3D, 0x40, 0x09, 0x0D: return true
    // A sign alone is no formula: `-` is how tables write that there is nothing.
    case 0x2B, 0x2D: return cell.count > 1 && parseDecimal(cell.baseAddress!, count: cell.count, decimal: 0x2E) == nil
    default: return false
    }
  }
}
