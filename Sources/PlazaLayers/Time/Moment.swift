/// A date as a registry wrote it: a day, perhaps an hour, at the precision it was written with.
public struct Moment: Hashable, Sendable {
  public enum Precision: Int, Comparable, Sendable {
    case year, month, day, hour, minute, second

    public static func < (left: Precision, right: Precision) -> Bool { left.rawValue < right.rawValue }
  }

  /// Day number of its first day.
  public var day: Int
  public var secondOfDay: Int
  public var precision: Precision

  package init(day: Int, secondOfDay: Int, precision: Precision) {
    self.day = day
    self.secondOfDay = secondOfDay
    self.precision = precision
  }

  public var second: Int { day * 86_400 + secondOfDay }

  /// The first second after it, at its own precision: `2019-05` ends where June begins.
  public var end: Int {
    switch precision {
    case .second: second + 1
    case .minute: second + 60
    case .hour: second + 3_600
    case .day: (day + 1) * 86_400
    case .month:
      day * 86_400 + CivilDate.length(ofMonth: CivilDate.date(ofDay: day).month, year: CivilDate.date(ofDay: day).year) * 86_400
    case .year: (day + (CivilDate.isLeap(CivilDate.date(ofDay: day).year) ? 366 : 365)) * 86_400
    }
  }
}

/// The order in which a column writes day, month and year.
public enum DateOrder: String, Sendable, CaseIterable {
  /// `2019-05-17`, `2019/05/17`, `20190517`, `2019-05`, `2019`, each with or without a time.
  case yearMonthDay = "ymd"
  case dayMonthYear = "dmy"
  case monthDayYear = "mdy"
}
