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
    let endsMonth = CivilDate.date(ofDay: end).day == 1
    /// The day after the window's last day, so many months earlier.
    func shiftedEnd(_ months: Int) -> Int {
      let (year, month) = Self.month(last.year, last.month, minus: months)
      let length = CivilDate.length(ofMonth: month, year: year)
      return CivilDate.unchecked(year: year, month: month, day: endsMonth ? length : min(last.day, length)) + 1
    }
    func first(ofMonth months: Int) -> Int {
      let (year, month) = Self.month(last.year, last.month, minus: months)
      return CivilDate.unchecked(year: year, month: month, day: 1)
    }
    switch window {
    case .month:
      let shift = against == .previous ? 1 : 12
      now = first(ofMonth: 0)..<end
      before = first(ofMonth: shift)..<shiftedEnd(shift)
    case .yearToDate:
      now = CivilDate.unchecked(year: last.year, month: 1, day: 1)..<end
      before = CivilDate.unchecked(year: last.year - 1, month: 1, day: 1)..<shiftedEnd(12)
    case .twelveMonths:
      now = shiftedEnd(12)..<end
      before = shiftedEnd(24)..<shiftedEnd(12)
    }
  }

  private static func month(_ year: Int, _ month: Int, minus months: Int) -> (year: Int, month: Int) {
    let number = year * 12 + month - 1 - months
    return (number / 12, number % 12 + 1)
  }
}
