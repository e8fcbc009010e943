/// Reads dates from bytes, in one order of day and month.
package struct DateText {
  private var at: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>

  package enum Result: Equatable {
    case blank
    case moment(Moment)
    /// Numbers in a shape of a date, in another order than the column's: `31/12/2019` read as month first.
    case otherOrder
    case unreadable
  }

  package static func parse(_ start: UnsafePointer<UInt8>, count: Int, order: DateOrder) -> Result {
    var text = DateText(start, count)
    text.trim()
    guard text.at < text.end else { return .blank }
    let begin = text.at
    let result = text.read(order)
    guard result == .unreadable else { return result }
    return spoken(begin, count: text.end - begin)
  }

  /// The day that a spreadsheet's number of days stands for, counted from 1899-12-30, with the time of its fraction: `44927.5`; nil for any
  /// other text, and for days before 1990 or after 2040, which a registry of incidents does not hold.
  package static func serial(_ start: UnsafePointer<UInt8>, count: Int) -> Moment? {
    var text = DateText(start, count)
    text.trim()
    guard let days = text.number(), days.digits == 5, (32_874...51_137).contains(days.value) else { return nil }
    let day = days.value - 25_569
    if text.isOnlyBlank { return Moment(day: day, secondOfDay: 0, precision: .day) }
    guard text.at.pointee == 0x2E || text.at.pointee == 0x2C else { return nil }
    text.at += 1
    var (fraction, scale) = (0.0, 1.0)
    while text.at < text.end, text.at.pointee &- 0x30 < 10 {
      scale /= 10
      fraction += scale * Double(text.at.pointee &- 0x30)
      text.at += 1
    }
    guard text.isOnlyBlank else { return nil }
    return Moment(day: day, secondOfDay: min(86_399, Int((fraction * 86_400).rounded())), precision: .second)
  }

  /// What is no date in numbers: a month in words, or a word that says that nothing is known.
  private static func spoken(_ start: UnsafePointer<UInt8>, count: Int) -> Result {
    switch SpokenDate.read(start, count: count) {
    case .day(let day, let rest)?:
      var text = DateText(start + rest, count - rest)
      return text.withTime(day)
    case .month(let year, let month)?:
      guard let day = CivilDate.day(year: year, month: month, day: 1) else { return .unreadable }
      return .moment(Moment(day: day, secondOfDay: 0, precision: .month))
    case nil: return MissingText.matches(start, count: count) || isZero(start, count: count) ? .blank : .unreadable
    }
  }

  /// `0000-00-00`, as a database writes what it does not know.
  private static func isZero(_ start: UnsafePointer<UInt8>, count: Int) -> Bool {
    var zeros = 0
    for index in 0..<count {
      switch start[index] {
      case 0x30: zeros += 1
      case 0x2D, 0x2F, 0x2E, 0x20, 0x3A, 0x54: break
      default: return false
      }
    }
    return zeros >= 8
  }

  private init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    at = start
    end = start + count
  }

  private mutating func trim() {
    while at < end, at.pointee <= 0x20 { at += 1 }
  }

  private mutating func read(_ order: DateOrder) -> Result {
    let first = number()
    guard let first else { return .unreadable }
    if first.digits == 8, order == .yearMonthDay {
      guard let day = CivilDate.day(year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100)
      else { return .unreadable }
      return withTime(day)
    }
    if first.digits == 4 { return readYearFirst(first.value, order) }
    guard first.digits <= 2, let mark = separator(), let second = number(), second.digits <= 2, separator() == mark,
      let third = number(), third.digits == 4 || third.digits == 2
    else { return .unreadable }
    // Two-digit years of a registry of incidents: 00–68 is this century (POSIX).
    let year = third.digits == 4 ? third.value : third.value + (third.value < 69 ? 2000 : 1900)
    if order == .yearMonthDay {
      // A day that is in no calendar speaks for no order.
      let isDate =
        CivilDate.day(year: year, month: second.value, day: first.value) != nil
        || CivilDate.day(year: year, month: first.value, day: second.value) != nil
      return isDate ? .otherOrder : .unreadable
    }
    let month = order == .dayMonthYear ? second.value : first.value
    let day = order == .dayMonthYear ? first.value : second.value
    guard let number = CivilDate.day(year: year, month: month, day: day) else {
      return CivilDate.day(year: year, month: day, day: month) == nil ? .unreadable : .otherOrder
    }
    return withTime(number)
  }

  private mutating func readYearFirst(_ year: Int, _ order: DateOrder) -> Result {
    guard at < end, let mark = separator() else {
      guard isOnlyBlank else { return .unreadable }
      return whole(CivilDate.day(year: year, month: 1, day: 1), .year)
    }
    guard let month = number(), month.digits <= 2 else { return .unreadable }
    guard at < end, at.pointee == mark else {
      guard isOnlyBlank else { return .unreadable }
      return whole(CivilDate.day(year: year, month: month.value, day: 1), .month)
    }
    at += 1
    guard let day = number(), day.digits <= 2, let number = CivilDate.day(year: year, month: month.value, day: day.value)
    else { return .unreadable }
    return withTime(number)
  }

  private func whole(_ day: Int?, _ precision: Moment.Precision) -> Result {
    guard let day else { return .unreadable }
    return .moment(Moment(day: day, secondOfDay: 0, precision: precision))
  }

  private var isOnlyBlank: Bool {
    var rest = at
    while rest < end {
      if rest.pointee > 0x20 { return false }
      rest += 1
    }
    return true
  }

  /// The time behind a date: `T16:00:00Z`, ` 16:00`, ` 7:12:00 p. m.`; the zone is not applied ("as written").
  private mutating func withTime(_ day: Int) -> Result {
    if isOnlyBlank { return .moment(Moment(day: day, secondOfDay: 0, precision: .day)) }
    guard at.pointee == 0x54 || at.pointee == 0x74 || at.pointee == 0x20 else { return .unreadable }
    at += 1
    trim()
    guard let hour = number(), hour.value <= 24, hour.digits <= 2 else { return .unreadable }
    var seconds = hour.value * 3_600
    var precision = Moment.Precision.hour
    if at < end, at.pointee == 0x3A {
      at += 1
      guard let minute = number(), minute.value < 60 else { return .unreadable }
      seconds += minute.value * 60
      precision = .minute
      if at < end, at.pointee == 0x3A {
        at += 1
        guard let second = number(), second.value <= 60 else { return .unreadable }
        seconds += min(second.value, 59)
        precision = .second
        if at < end, at.pointee == 0x2E || at.pointee == 0x2C {
          at += 1
          while number() != nil {}
        }
      }
    }
    trim()
    if at < end {
      let letter = at.pointee | 0x20
      if letter == 0x70, hour.value < 12 { seconds += 43_200 }  // p. m.
      if letter == 0x61, hour.value == 12 { seconds -= 43_200 }  // a. m.
      guard letter == 0x70 || letter == 0x61 || letter == 0x7A || at.pointee == 0x2B || at.pointee == 0x2D
      else { return .unreadable }
    }
    guard seconds < 86_400 else { return .unreadable }
    return .moment(Moment(day: day, secondOfDay: seconds, precision: precision))
  }

  private mutating func number() -> (value: Int, digits: Int)? {
    var value = 0
    var digits = 0
    while at < end, at.pointee &- 0x30 < 10, digits < 9 {
      value = value * 10 + Int(at.pointee &- 0x30)
      digits += 1
      at += 1
    }
    return digits == 0 ? nil : (value, digits)
  }

  private mutating func separator() -> UInt8? {
    guard at < end, at.pointee == 0x2D || at.pointee == 0x2F || at.pointee == 0x2E else { return nil }
    defer { at += 1 }
    return at.pointee
  }
}

extension DateText {
  /// The offset from universal time at the end of a date with a time, in minutes: `Z`, `+02:00`, `-0300`, `-03`; nil without one.
  ///
  /// It is not applied, since times are taken as written; a column that mixes offsets is worth a word.
  package static func offset(_ start: UnsafePointer<UInt8>, count: Int) -> Int? {
    let last = start[count - 1]
    if last | 0x20 == 0x7A { return 0 }
    guard last &- 0x30 < 10 else { return nil }
    for length in [6, 5, 3] where count > length + 13 {
      let mark = start[count - length]
      guard mark == 0x2B || mark == 0x2D else { continue }
      var digits = 0
      var value = 0
      for place in count - length + 1..<count where start[place] != 0x3A {
        guard start[place] &- 0x30 < 10 else { return nil }
        value = value * 10 + Int(start[place] &- 0x30)
        digits += 1
      }
      guard digits == 2 || digits == 4 else { continue }
      let minutes = digits == 2 ? value * 60 : value / 100 * 60 + value % 100
      return mark == 0x2D ? -minutes : minutes
    }
    return nil
  }

  /// Reads a date that a person wrote as an option: `2019`, `2019-05`, `2019-05-17`.
  package static func moment(_ text: String) -> Moment? {
    var text = text
    return text.withUTF8 {
      guard let base = $0.baseAddress, case .moment(let moment) = parse(base, count: $0.count, order: .yearMonthDay)
      else { return nil }
      return moment
    }
  }
}
