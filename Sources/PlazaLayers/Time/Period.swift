/// How time is divided into periods.
public enum Period: String, Sendable, CaseIterable {
  case year, quarter, month, week, day, hour

  /// The number of the period that holds a moment; periods are consecutive numbers. Nil when the moment is not that precise.
  package func number(of moment: Moment) -> Int? {
    guard moment.precision >= needed else { return nil }
    switch self {
    case .hour: return moment.day * 24 + moment.secondOfDay / 3_600
    case .day: return moment.day
    // 1970-01-01 was a Thursday: weeks begin on Monday (ISO 8601).
    case .week: return Self.floorDivide(moment.day + 3, 7)
    case .month, .quarter, .year:
      let (year, month, _) = CivilDate.date(ofDay: moment.day)
      switch self {
      case .year: return year
      case .quarter: return year * 4 + (month - 1) / 3
      default: return year * 12 + month - 1
      }
    }
  }

  private var needed: Moment.Precision {
    switch self {
    case .year: .year
    case .quarter, .month: .month
    case .week, .day: .day
    case .hour: .hour
    }
  }

  /// `2019`, `2019-Q2`, `2019-05`, `2019-W22`, `2019-05-17`, `2019-05-17T16`.
  public func label(_ number: Int) -> String {
    switch self {
    case .year: return CivilDate.padded(number, 4)
    case .quarter:
      return "\(CivilDate.padded(Self.floorDivide(number, 4), 4))-Q\(number - Self.floorDivide(number, 4) * 4 + 1)"
    case .month:
      let year = Self.floorDivide(number, 12)
      return "\(CivilDate.padded(year, 4))-\(CivilDate.padded(number - year * 12 + 1, 2))"
    case .week:
      // A week belongs to the year that holds its Thursday.
      let thursday = number * 7
      let year = CivilDate.date(ofDay: thursday).year
      let week = (thursday - CivilDate.unchecked(year: year, month: 1, day: 1)) / 7 + 1
      return "\(CivilDate.padded(year, 4))-W\(CivilDate.padded(week, 2))"
    case .day: return CivilDate.text(ofDay: number)
    case .hour:
      let day = Self.floorDivide(number, 24)
      return "\(CivilDate.text(ofDay: day))T\(CivilDate.padded(number - day * 24, 2))"
    }
  }

  /// The days of a period: the first, and the first after it. An hour is its day.
  public func days(_ number: Int) -> Range<Int> {
    switch self {
    case .year: return Self.firstDay(month: number * 12)..<Self.firstDay(month: number * 12 + 12)
    case .quarter: return Self.firstDay(month: number * 3)..<Self.firstDay(month: number * 3 + 3)
    case .month: return Self.firstDay(month: number)..<Self.firstDay(month: number + 1)
    case .week: return number * 7 - 3..<number * 7 + 4
    case .day: return number..<number + 1
    case .hour: return Self.floorDivide(number, 24)..<Self.floorDivide(number, 24) + 1
    }
  }

  private static func firstDay(month: Int) -> Int {
    let year = floorDivide(month, 12)
    return CivilDate.unchecked(year: year, month: month - year * 12 + 1, day: 1)
  }

  private static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
  }
}
