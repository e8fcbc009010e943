/// How numbers are written for people: machine text in, text of the language out. Machine output never passes here.
///
/// Thousands stand apart by a narrow no-break space (U+202F) in every language: a comma or a point there means the opposite in the
/// next country, a space means the same everywhere (ISO 80000-1). The decimal mark is the point in English and Spanish (El Salvador,
/// Mexico and Central America write so) and the comma in Portuguese. Text that is not a number comes back unchanged.
struct NumberStyle: Hashable, Sendable {
  static let space: Character = "\u{202F}"

  let decimalMark: Character

  init(_ language: Language) {
    decimalMark = language == .pt ? "," : "."
  }

  /// `-1302640.5` as `-1 302 640.5`, with as many decimals as the text has; an exponent stays as it is.
  func number(_ text: String) -> String {
    guard Double(text) != nil else { return text }
    let sign = text.prefix { $0 == "-" || $0 == "+" }
    let whole = text.dropFirst(sign.count).prefix(while: \.isNumber)
    var rest = text.dropFirst(sign.count + whole.count)
    guard !whole.isEmpty else { return text }
    var result = (sign == "-" ? "-" : "") + grouped(whole)
    if rest.first == "." {
      rest.removeFirst()
      result.append(decimalMark)
    }
    return result + rest
  }

  /// The number rounded to so many decimals, at most nine; half away from zero.
  func number(_ text: String, decimals: Int) -> String {
    guard let value = Double(text), let fixed = Self.fixed(value, decimals: decimals) else { return text }
    return number(fixed)
  }

  /// A share of one in percent with one decimal: `0.0312` is `3.1 %`.
  ///
  /// Only nothing is `0 %` and only everything is `100 %`: a share that would round to one of them is `< 0.1 %` or `> 99.9 %`.
  func percent(_ text: String) -> String {
    guard let share = Double(text), share.isFinite else { return text }
    let shown: String
    switch share {
    case 0: shown = "0"
    case 1: shown = "100"
    case 0..<0.0005: shown = "< " + number("0.1")
    case 0.9995..<1: shown = "> " + number("99.9")
    default: shown = number(Self.fixed(share * 100, decimals: 1) ?? text)
    }
    return shown + String(Self.space) + "%"
  }

  /// The same without a decimal that is nothing: `0.2` is `20 %`, where limits of classes stand in a column.
  func share(_ text: String) -> String {
    percent(text).replacing("\(decimalMark)0\(Self.space)%", with: "\(Self.space)%")
  }

  private func grouped(_ digits: Substring) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(Self.space) }
      result.append(digit)
    }
    return result
  }

  /// Decimal text without Foundation's formatter; nil where a Double no longer holds the digits that were asked for.
  private static func fixed(_ value: Double, decimals: Int) -> String? {
    var scale = 1
    for _ in 0..<min(decimals, 9) { scale *= 10 }
    let scaled = (value * Double(scale)).rounded()
    guard abs(scaled) < 0x1p53 else { return nil }
    let units = Int(scaled.magnitude)
    var text = scaled < 0 ? "-" : ""
    text += String(units / scale)
    if scale > 1 {
      // The leading 1 of `scale + rest` keeps the zeros after the mark.
      text += "." + String(scale + units % scale).dropFirst()
    }
    return text
  }
}
