internal import PlazaLayers

/// A window of time and the earlier one that it is compared with, in days from 1970.
public struct ComparedWindow: Hashable, Sendable {
  public var window: CompareOptions.Window
  public var now: Range<Int>
  public var before: Range<Int>

  /// - Parameter end: the day after the last that counts. When it ends a month, earlier windows end months too, whatever their length: then
  ///   February of a leap year has its 29 days and that of another year its 28.
  init(_ window: CompareOptions.Window, end: Int, against: CompareOptions.Against) {
    self.window = window
    let last = CivilDate.date(ofDay: end - 1)
    func shiftedEnd(_ months: Int) -> Int { Self.days(end: end, monthsBefore: months).upperBound }
    switch window {
    case .month:
      now = Self.days(end: end, monthsBefore: 0)
      before = Self.days(end: end, monthsBefore: against == .previous ? 1 : 12)
    case .yearToDate:
      now = CivilDate.unchecked(year: last.year, month: 1, day: 1)..<end
      before = CivilDate.unchecked(year: last.year - 1, month: 1, day: 1)..<shiftedEnd(12)
    case .twelveMonths:
      now = shiftedEnd(12)..<end
      before = shiftedEnd(24)..<shiftedEnd(12)
    }
  }

  /// In months, the last of which may be a part of one.
  var months: Int {
    let (first, last) = (CivilDate.date(ofDay: now.lowerBound), CivilDate.date(ofDay: now.upperBound - 1))
    switch window {
    case .month: return 1
    case .yearToDate: return last.month - first.month + 1
    case .twelveMonths: return 12
    }
  }

  /// A month so many months earlier up to the same day of it, whole where the day ends its month.
  /// - Parameter end: the day after the last one.
  static func days(end: Int, monthsBefore months: Int) -> Range<Int> {
    let last = CivilDate.date(ofDay: end - 1)
    let (year, month) = Self.month(last.year, last.month, minus: months)
    let length = CivilDate.length(ofMonth: month, year: year)
    let isWhole = CivilDate.date(ofDay: end).day == 1
    let first = CivilDate.unchecked(year: year, month: month, day: 1)
    return first..<first + (isWhole ? length : min(last.day, length))
  }

  private static func month(_ year: Int, _ month: Int, minus months: Int) -> (year: Int, month: Int) {
    let number = year * 12 + month - 1 - months
    return (number / 12, number % 12 + 1)
  }
}
