/// The bytes of one cell that should hold a number.
extension Span where Element == UInt8 {
  @inline(__always)
  func number(_ mark: UInt8) -> Double? {
    if let value = decimal(mark) { return value }
    let trimmed = trimmed
    return trimmed.count > 0 && trimmed.count < count ? extracting(trimmed).decimal(mark) : nil
  }

  @inline(__always)
  private func decimal(_ mark: UInt8) -> Double? {
    withUnsafeBufferPointer { $0.baseAddress.flatMap { parseDecimal($0, count: count, decimal: mark) } }
  }

  /// Without blanks around it.
  private var trimmed: Range<Int> {
    var (from, to) = (0, count)
    while from < to, self[from] <= 0x20 { from += 1 }
    while from < to, self[to - 1] <= 0x20 { to -= 1 }
    return from..<to
  }

  var string: String { withUnsafeBufferPointer { String(decoding: $0.prefix(200), as: UTF8.self) } }

  /// Blank, or one of the words that tables put where nothing is known.
  var isMissing: Bool {
    let trimmed = trimmed
    return trimmed.isEmpty || (trimmed.count <= 4 && MissingText.words.contains(extracting(trimmed).string.lowercased()))
  }
}

/// The words that stand for "nothing known" in a table.
package enum MissingText {
  package static let words: Set<String> = [
    ".", "-", "--", "na", "n/a", "#n/a", "null", "nan", "none", "nil", "s/d", "s.d.", "n.d.", "nd",
  ]
}
