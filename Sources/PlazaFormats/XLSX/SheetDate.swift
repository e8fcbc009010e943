internal import PlazaLayers

/// A day or a time that a sheet keeps as a number of days.
struct SheetDate {
  let text: String

  /// Nil for a number that is none, or beyond the years that a sheet can have.
  init?(_ number: Double, _ form: Workbook.Form, isFrom1904: Bool) {
    guard form != .number, number >= 0, number < 2_958_466 else { return nil }
    // A moment before midnight is of its day; what a number of days cannot hold of a second is far below a thousandth.
    let seconds = Int((number * 86_400 + 0.0005).rounded(.down))
    let (days, rest) = (seconds / 86_400, seconds % 86_400)
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    if form == .time, days == 0 {
      text = clock
      return
    }
    // Day 60 of a sheet is 29 February 1900, which there was not.
    let day = isFrom1904 ? days : days < 60 ? days : days - 1
    let date = CivilDate.text(ofDay: isFrom1904 ? day - 24_107 : day - 25_568)
    text = rest == 0 && form != .moment ? date : "\(date) \(clock)"
  }

  /// The number of a text that is written as `text` writes a day or a moment; nil for any other, and before March 1900, where sheets have a
  /// day too many.
  static func number(of text: UnsafeBufferPointer<UInt8>) -> (days: Double, isMoment: Bool)? {
    guard text.count == 10 || text.count == 19 else { return nil }
    func digits(_ at: Int, _ count: Int) -> Int? {
      var value = 0
      for byte in text[at..<at + count] {
        guard byte &- 0x30 < 10 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard text[4] == 0x2D, text[7] == 0x2D, let year = digits(0, 4), let month = digits(5, 2), let day = digits(8, 2),
      let civil = CivilDate.day(year: year, month: month, day: day), civil + 25_569 >= 61
    else { return nil }
    let whole = Double(civil + 25_569)
    guard text.count == 19 else { return (whole, false) }
    guard text[10] == 0x20, text[13] == 0x3A, text[16] == 0x3A, let hour = digits(11, 2), let minute = digits(14, 2),
      let second = digits(17, 2), hour < 24, minute < 60, second < 60
    else { return nil }
    return (whole + Double(hour * 3600 + minute * 60 + second) / 86_400, true)
  }
}
