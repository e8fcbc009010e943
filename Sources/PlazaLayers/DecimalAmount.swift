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
    // 30 digits hold every amount below the limit and the digit that decides its rounding; those behind are dropped.
    var value: Int128 = 0
    var kept = 0
    var hasDigits = false
    var shift = 9
    var seenMark = false
    while index < end {
      let byte = start[index]
      if byte &- 0x30 < 10 {
        hasDigits = true
        if kept < 30 {
          value = value * 10 + Int128(byte &- 0x30)
          if value != 0 { kept += 1 }
          if seenMark { shift -= 1 }
        } else if !seenMark {
          shift += 1
        }
      } else if byte == mark, !seenMark {
        seenMark = true
      } else if byte | 0x20 == 0x65, hasDigits {
        guard let exponent = exponent(start, index + 1, end) else { return nil }
        shift += exponent
        index = end
        break
      } else {
        return nil
      }
      index += 1
    }
    guard hasDigits else { return nil }
    guard value != 0 else { return 0 }
    while shift > 0 {
      value *= 10
      if value >= limit { return nil }
      shift -= 1
    }
    if shift < 0 {
      while shift < -1, value != 0 {
        value /= 10
        shift += 1
      }
      value = value / 10 + (value % 10 >= 5 ? 1 : 0)
    }
    guard value < limit else { return nil }
    return isNegative ? -value : value
  }

  private static let limit: Int128 = 100_000_000_000 * 1_000_000_000 * scale

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
    let magnitude = units.magnitude
    let fraction = String(magnitude % UInt128(scale))
    let zeros = String(repeating: "0", count: 9 - fraction.count)
    // Read as decimal text: a sum of two parts would be rounded twice.
    let value = Double("\(magnitude / UInt128(scale)).\(zeros)\(fraction)") ?? 0
    return units < 0 ? -value : value
  }
}
