/// A date whose month is a word: `13-ene-24`, `1 de enero de 2024`, `01-Oct-24`, `Sep 5, 2024`, `ene-2024`.
///
/// It reads the same in every order of day and month.
struct SpokenDate {
  enum Result: Equatable {
    /// - Parameter rest: where the time begins, if there is one.
    case day(Int, rest: Int)
    case month(year: Int, month: Int)
  }

  private enum Word {
    case number(value: Int, digits: Int)
    case month(Int)
  }

  static func read(_ start: UnsafePointer<UInt8>, count: Int) -> Result? {
    var words: [Word] = []
    var at = 0
    while at < count, words.count < 3 {
      let byte = start[at]
      if isDigit(byte) {
        let from = at
        var value = 0
        while at < count, isDigit(start[at]), at - from < 5 {
          value = value * 10 + Int(start[at] &- 0x30)
          at += 1
        }
        words.append(.number(value: value, digits: at - from))
      } else if isLetter(byte) {
        let from = at
        while at < count, isLetter(start[at]) { at += 1 }
        guard at - from <= 24 else { return nil }
        let word = Slug.plain(String(decoding: UnsafeBufferPointer(start: start + from, count: at - from), as: UTF8.self))
        if let month = MonthName.number(word) {
          words.append(.month(month))
        } else if !(words.isEmpty ? weekdays : joining).contains(word) {
          return nil
        }
      } else if [0x20, 0x2D, 0x2F, 0x2E, 0x2C].contains(byte) {
        at += 1
      } else {
        return nil
      }
    }
    return result(words, rest: at, isWhole: (at..<count).allSatisfy { start[$0] <= 0x20 })
  }

  private static func result(_ words: [Word], rest: Int, isWhole: Bool) -> Result? {
    func day(_ year: (value: Int, digits: Int), _ month: Int, _ day: Int) -> Result? {
      guard let year = fullYear(year.value, year.digits) else { return nil }
      return CivilDate.day(year: year, month: month, day: day).map { .day($0, rest: rest) }
    }
    switch (words.first, words.dropFirst().first, words.dropFirst(2).first) {
    case (.number(let first, let digits)?, .month(let month)?, .number(let third, let thirdDigits)?):
      return digits == 4
        ? (thirdDigits <= 2 ? day((first, 4), month, third) : nil) : digits <= 2 ? day((third, thirdDigits), month, first) : nil
    case (.month(let month)?, .number(let second, let digits)?, .number(let year, let yearDigits)?):
      return digits <= 2 && yearDigits == 4 ? day((year, yearDigits), month, second) : nil
    case (.month(let month)?, .number(let year, let digits)?, nil), (.number(let year, let digits)?, .month(let month)?, nil):
      return digits == 4 && isWhole ? .month(year: year, month: month) : nil
    default: return nil
    }
  }

  /// Two-digit years of a registry of incidents: 00–68 is this century (POSIX).
  private static func fullYear(_ value: Int, _ digits: Int) -> Int? {
    digits == 4 ? value : digits == 2 ? value + (value < 69 ? 2000 : 1900) : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }

  /// What may stand between day, month and year.
  private static let joining: Set<String> = ["de", "del", "of", "th", "st", "nd", "rd", "do"]
  private static let weekdays: Set<String> = [
    "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo", "segunda", "terca", "quarta", "quinta", "sexta",
    "feira", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri",
    "sat",
    "sun",
  ]
}
