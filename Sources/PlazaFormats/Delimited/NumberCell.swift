/// The bytes of one cell that should hold a number.
struct NumberCell {
  var start: UnsafePointer<UInt8>
  var count: Int

  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, _ from: Int32, _ to: Int32) {
    start = text.baseAddress! + Int(from)
    count = Int(to - from)
  }

  @inline(__always)
  func number(_ mark: UInt8) -> Double? {
    if let value = parseDecimal(start, count: count, decimal: mark) { return value }
    let trimmed = trimmed
    guard trimmed.count > 0, trimmed.count < count else { return nil }
    return parseDecimal(trimmed.start, count: trimmed.count, decimal: mark)
  }

  /// Without blanks around it.
  private var trimmed: NumberCell {
    var cell = self
    while cell.count > 0, cell.start.pointee <= 0x20 {
      cell.start += 1
      cell.count -= 1
    }
    while cell.count > 0, cell.start[cell.count - 1] <= 0x20 { cell.count -= 1 }
    return cell
  }

  var string: String { String(decoding: UnsafeBufferPointer(start: start, count: min(count, 200)), as: UTF8.self) }

  /// Blank, or one of the words that tables put where nothing is known.
  var isMissing: Bool {
    let cell = trimmed
    return cell.count == 0 || (cell.count <= 4 && MissingText.words.contains(cell.string.lowercased()))
  }
}

/// The words that stand for "nothing known" in a table.
package enum MissingText {
  package static let words: Set<String> = [
    ".", "-", "--", "na", "n/a", "#n/a", "null", "nan", "none", "nil", "s/d", "s.d.", "n.d.", "nd",
  ]
}
