/// Computed numbers as text: at most 12 significant digits, the shortest form of them, never `nan` or an infinity.
public enum NumberText {
  public static let significantDigits = 12

  /// - Returns: nil for a value that is not finite, because undefined is null, not a number.
  public static func text(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    if value == 0 { return "0" }
    let (digits, exponent) = rounded(value.magnitude)
    let sign = value < 0 ? "-" : ""
    // `exponent` is the power of ten of the first digit.
    if exponent < -7 || exponent > 20 {
      let fraction = digits.dropFirst()
      return sign + String(digits[0]) + (fraction.isEmpty ? "" : "." + fraction.map(String.init).joined()) + "e\(exponent)"
    }
    var text = sign
    if exponent < 0 { text += "0." + String(repeating: "0", count: -exponent - 1) }
    for (place, digit) in digits.enumerated() {
      text += String(digit)
      if exponent >= 0, place == exponent, place + 1 < digits.count { text += "." }
    }
    if exponent >= digits.count { text += String(repeating: "0", count: exponent - digits.count + 1) }
    return text
  }

  public static func field(_ value: Double?) -> FieldValue {
    value.flatMap(text).map(FieldValue.number) ?? .null
  }

  /// Decimal digits without zeros at the end, from the shortest text that reads back as the value.
  private static func rounded(_ value: Double) -> (digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    var exponent = 0
    var point: Int?
    var sawExponent = false
    var exponentText = ""
    for byte in value.description.utf8 {
      switch byte {
      case 0x2E: point = digits.count
      case 0x65: sawExponent = true
      case _ where sawExponent: exponentText.unicodeScalars.append(UnicodeScalar(byte))
      default: digits.append(byte - 0x30)
      }
    }
    exponent = (point ?? digits.count) - 1 + (Int(exponentText) ?? 0)
    while digits.first == 0 {
      digits.removeFirst()
      exponent -= 1
    }
    if digits.count > significantDigits {
      let up = digits[significantDigits] >= 5
      digits.removeLast(digits.count - significantDigits)
      if up {
        var place = significantDigits - 1
        while place >= 0, digits[place] == 9 {
          digits[place] = 0
          place -= 1
        }
        if place >= 0 {
          digits[place] += 1
        } else {
          digits.insert(1, at: 0)
          exponent += 1
        }
      }
    }
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    return (digits, exponent)
  }
}
