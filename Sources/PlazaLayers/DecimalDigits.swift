/// A decimal number 0.d₁d₂d₃… × 10^exponent with d₁ ≠ 0; zero has no digits.
package struct DecimalDigits {
  package var isNegative: Bool
  package var digits: [UInt8]
  package var exponent: Int

  /// The shortest digits that read back as the same Double, as the standard library prints them.
  package init(shortest value: Double) {
    isNegative = value < 0
    digits = []
    exponent = 0
    var point: Int?
    var written = 0
    var text = Substring("\(value.magnitude)").utf8
    if let e = text.firstIndex(of: 0x65) {
      written = Int(Substring(text[text.index(after: e)...]))!
      text = text[..<e]
    }
    for byte in text {
      if byte == 0x2E { point = digits.count } else { digits.append(byte - 0x30) }
    }
    exponent = written + (point ?? digits.count)
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty {
      exponent = 0
      isNegative = false
    }
  }

  package func rounded(decimals: Int) -> DecimalDigits { rounded(significant: exponent + decimals) }

  package func rounded(significant count: Int) -> DecimalDigits {
    guard digits.count > count else { return self }
    var result = self
    guard count >= 0 else {
      result.digits = []
      result.trim()
      return result
    }
    result.digits = Array(digits[..<count])
    if digits[count] >= 5 {
      var place = count - 1
      while place >= 0, result.digits[place] == 9 {
        result.digits[place] = 0
        place -= 1
      }
      if place >= 0 {
        result.digits[place] += 1
      } else {
        result.digits.insert(1, at: 0)
        result.exponent += 1
      }
    }
    result.trim()
    return result
  }

  /// Without an exponent.
  package var plain: String {
    if digits.isEmpty { return "0" }
    let sign = isNegative ? "-" : ""
    if exponent <= 0 { return sign + "0." + String(repeating: "0", count: -exponent) + Self.text(digits[...]) }
    let whole = min(exponent, digits.count)
    let integer = Self.text(digits[..<whole]) + String(repeating: "0", count: exponent - whole)
    return sign + integer + (whole < digits.count ? "." + Self.text(digits[whole...]) : "")
  }

  /// One digit before the point, and an exponent.
  package var scientific: String {
    if digits.isEmpty { return "0" }
    let fraction = digits.count > 1 ? "." + Self.text(digits[1...]) : ""
    return (isNegative ? "-" : "") + Self.text(digits[..<1]) + fraction + "e\(exponent - 1)"
  }

  private static func text(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
  }
}
