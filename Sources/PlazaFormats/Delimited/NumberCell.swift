internal import PlazaLayers

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

  /// The number that a cell means whose signs are those of a typesetter, or whose decimal mark is not its file's.
  ///
  /// A minus of another code, a no-break blank at the ends. The other mark is taken where it can only part decimals: in degrees always,
  /// else where not exactly three digits stand behind it.
  @inline(never)
  func mendedNumber(_ mark: UInt8, isDegrees: Bool) -> Double? {
    guard count > 0, count <= 64 else { return nil }
    var plain: [UInt8] = []
    // A spreadsheet's sign that a cell is text.
    var at = self[0] == 0x27 ? 1 : 0
    while at < count {
      if self[at] == 0xC2, at + 1 < count, self[at + 1] == 0xA0 {
        plain.append(0x20)
        at += 2
      } else if self[at] == 0xE2, at + 2 < count, self[at + 1] == 0x88 || self[at + 1] == 0x80 {
        switch (self[at + 1], self[at + 2]) {
        case (0x88, 0x92), (0x80, 0x92), (0x80, 0x93), (0x80, 0x90), (0x80, 0x91): plain.append(0x2D)
        case (0x80, 0xAF), (0x80, 0x89), (0x80, 0x87), (0x80, 0x8B): plain.append(0x20)
        default: return nil
        }
        at += 3
      } else {
        plain.append(self[at])
        at += 1
      }
    }
    let other: UInt8 = mark == 0x2E ? 0x2C : 0x2E
    var isOther = false
    if !plain.contains(mark), let place = plain.firstIndex(of: other), plain.lastIndex(of: other) == place {
      let digits = plain[(place + 1)...].prefix { $0 &- 0x30 < 10 }.count
      isOther = isDegrees || digits != 3
    }
    return plain.span.number(isOther ? other : mark)
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
    withUnsafeBufferPointer { bytes in bytes.baseAddress.map { MissingText.matches($0, count: bytes.count) } ?? true }
  }
}
