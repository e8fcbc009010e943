/// A decimal number as an exact count of 10⁻⁹: read once, rounded once, summed without order mattering.
public enum DecimalAmount {
  public static let scale: Int128 = 1_000_000_000

  /// Reads decimal text (sign, digits, a fraction with `mark`, an exponent); half a unit is rounded away from zero.
  /// - Returns: nil for anything else, or a magnitude of 10²⁰ or more.
  public static func parse(_ start: UnsafePointer<UInt8>, count: Int, mark: UInt8) -> Int128? {
    var index = 0
    func skipsBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var end = count
    while index < end, skipsBlank(start[index]) { index += 1 }
    while end > index, skipsBlank(start[end - 1]) { end -= 1 }
    guard index < end else { return nil }
    let isNegative = start[index] == 0x2D
    if isNegative || start[index] == 0x2B { index += 1 }
    var digits: [UInt8] = []
    var scale = 9
    var seenMark = false
    while index < end {
      let byte = start[index]
      if byte &- 0x30 < 10 {
        if digits.count < 80 { digits.append(byte &- 0x30) } else if !seenMark { return nil }
        if seenMark { scale -= digits.count <= 80 ? 1 : 0 }
      } else if byte == mark, !seenMark {
        seenMark = true
      } else if byte | 0x20 == 0x65, !digits.isEmpty {
        guard let exponent = exponent(start, index + 1, end) else { return nil }
        scale += exponent
        index = end
        break
      } else {
        return nil
      }
      index += 1
    }
    guard !digits.isEmpty else { return nil }
    var value: Int128 = 0
    let limit: Int128 = 100_000_000_000 * 1_000_000_000 * self.scale
    let kept = digits.count + scale
    for place in 0..<max(0, kept) {
      value = value * 10 + (place < digits.count ? Int128(digits[place]) : 0)
      if value >= limit { return nil }
      if value == 0, place >= digits.count { break }
    }
    if kept >= 0, kept < digits.count, digits[kept] >= 5 { value += 1 }
    return isNegative ? -value : value
  }

  private static func exponent(_ start: UnsafePointer<UInt8>, _ from: Int, _ end: Int) -> Int? {
    var index = from
    guard index < end else { return nil }
    let isNegative = start[index] == 0x2D
    if isNegative || start[index] == 0x2B { index += 1 }
    guard index < end, end - index <= 4 else { return nil }
    var value = 0
    while index < end {
      guard start[index] &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(start[index] &- 0x30)
      index += 1
    }
    return isNegative ? -value : value
  }

  /// The nearest Double, made once, at output.
  public static func double(_ units: Int128) -> Double {
    let whole = units / scale
    return Double(whole) + Double(units - whole * scale) / 1e9
  }
}
