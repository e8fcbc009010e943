/// Whether a text is plainly a number or a date: what may be shown of a cell of records without knowing what its field means.
///
/// It is about what a cell looks like, not whether it is right: `45/13/2024` and `-75,56,98` are shown, because whoever mends the file must
/// see them. A run of eight digits and more may be a document or a telephone, and is not, unless it can be a day (`20240131`).
public enum PlainText {
  /// What stands in the place of a text that is not shown.
  public static let mask = "•••"

  /// The text, or the mask.
  public static func shown(_ text: String) -> String { text.isEmpty || isNumber(text) || isDate(text) ? text : mask }

  /// Whether a text is a number: digits with marks, perhaps a sign and an exponent.
  public static func isNumber(_ text: String) -> Bool {
    var rest = trimmed(text)
    if let first = rest.first, first == 0x2B || first == 0x2D { rest = rest.dropFirst() }
    let body = rest.prefix { isDigit($0) || $0 == 0x2E || $0 == 0x2C || $0 == 0x27 }
    let marks = body.count { !isDigit($0) }
    let groups = body.split(omittingEmptySubsequences: false) { !isDigit($0) }
    guard let first = groups.first, body.contains(where: isDigit), body.count <= 24 else { return false }
    // Of several marks all but the last divide thousands: `12.345.678` is as long as a document.
    let whole = marks > 1 ? groups.dropLast().reduce(0) { $0 + $1.count } : first.count
    guard marks > 1 ? whole + groups[groups.count - 1].count < 8 : whole < 8 else { return false }
    rest = rest[body.endIndex...]
    guard let letter = rest.first else { return true }
    guard letter | 0x20 == 0x65 else { return false }
    rest = rest.dropFirst()
    if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
    return (1...3).contains(rest.count) && rest.allSatisfy(isDigit)
  }

  /// Whether a text is a date, with or without a time, in any order: `2024-01-31`, `31/1/24 13:50`, `13-ene-24`, `20240131`, `2024`.
  public static func isDate(_ text: String) -> Bool {
    let bytes = trimmed(text)
    guard (4...40).contains(bytes.count) else { return false }
    let parts = bytes.split { !isDigit($0) && !isLetter($0) }
    guard let first = parts.first, first.startIndex == bytes.startIndex else { return false }
    if parts.count == 1 || (parts.count <= 4 && first.count == 8) {
      return first.allSatisfy(isDigit) && [4, 6, 8].contains(first.count) && isCentury(first)
        && parts.dropFirst().allSatisfy(isTime)
    }
    let marks: Set<UInt8> = [0x2D, 0x2F, 0x2E, 0x20, 0x54, 0x74, 0x3A, 0x2B, 0x2C]
    guard bytes.allSatisfy({ isDigit($0) || isLetter($0) || marks.contains($0) }), parts.count <= 9 else { return false }
    let days = parts.prefix(3)
    guard days.allSatisfy({ isMonth($0) || ($0.allSatisfy(isDigit) && [1, 2, 4].contains($0.count)) || isDayAndTime($0) }) else {
      return false
    }
    guard days.contains(where: { !isMonth($0) }), days.count(where: isMonth) <= 1 else { return false }
    // Three numbers without a mark of dates between them are a telephone.
    if days.count == 3, !days.contains(where: { isMonth($0) }), bytes[days[0].endIndex] == 0x20 { return false }
    if days.count == 2, !days.contains(where: { $0.count == 4 }) { return false }
    return parts.dropFirst(3).allSatisfy(isTime)
  }

  private static func trimmed(_ text: String) -> ArraySlice<UInt8> {
    var bytes = Array(text.utf8)[...]
    while let first = bytes.first, first <= 0x20 { bytes = bytes.dropFirst() }
    while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
    return bytes
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }

  /// Whether digits begin or end as a year of our time does.
  private static func isCentury(_ digits: ArraySlice<UInt8>) -> Bool {
    func isYear(_ part: ArraySlice<UInt8>) -> Bool { part.starts(with: "19".utf8) || part.starts(with: "20".utf8) }
    return isYear(digits) || (digits.count == 8 && isYear(digits.suffix(4)))
  }

  /// Hours, minutes, seconds with their fraction, zones, `a. m.`.
  private static func isTime(_ part: ArraySlice<UInt8>) -> Bool {
    if part.allSatisfy(isDigit) { return part.count <= 9 }
    let letters = String(decoding: part.drop(while: isDigit), as: UTF8.self).lowercased()
    return ["z", "a", "p", "m", "am", "pm", "utc", "gmt", "h", "hs", "hrs", "t"].contains(letters)
  }

  /// `31T13` of a date with a time behind it.
  private static func isDayAndTime(_ part: ArraySlice<UInt8>) -> Bool {
    let halves = part.split(omittingEmptySubsequences: false) { $0 | 0x20 == 0x74 }
    return halves.count == 2 && halves.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy(isDigit) }
  }

  private static func isMonth(_ part: ArraySlice<UInt8>) -> Bool {
    months.contains(String(decoding: part, as: UTF8.self).lowercased())
  }

  private static let months: Set<String> = [
    "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "sept", "set", "oct", "nov", "dic", "jan", "apr", "aug", "dec",
    "fev", "mai", "out", "dez", "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "setiembre",
    "octubre", "noviembre", "diciembre", "january", "february", "march", "april", "june", "july", "august", "september",
    "october",
    "november", "december", "janeiro", "fevereiro", "março", "maio", "junho", "julho", "setembro", "outubro", "novembro",
    "dezembro",
  ]
}
