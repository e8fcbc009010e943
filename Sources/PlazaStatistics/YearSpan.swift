/// A span of time in decimal years, from its start up to its end.
///
/// Each calendar year has length 1 and its days share it equally: a day of a leap year is 1/366, of another 1/365. So a span of whole years
/// has a whole length, whichever they are, and a rate per person-year does not jump in leap years.
public struct YearSpan: Hashable, Sendable {
  public let start: Double
  public let end: Double

  /// Beyond these a decimal year could no longer tell its days apart.
  static let years = -999_999.0...1_000_000

  /// - Throws: `badSpan` if the end is before the start, or a year has more than six digits.
  public init(start: Double, end: Double) throws(StatisticsError) {
    guard Self.years.contains(start), Self.years.contains(end), start <= end else { throw .badSpan(start: start, end: end) }
    self.start = start
    self.end = end
  }

  /// The days from the first to the last, both included, of the Gregorian calendar.
  /// - Throws: `noSuchDay`, and `badSpan` if the last day comes before the first.
  public init(
    from first: (year: Int, month: Int, day: Int), through last: (year: Int, month: Int, day: Int)
  ) throws(StatisticsError) {
    let (start, _) = try decimalYears(of: first)
    let (lastStart, end) = try decimalYears(of: last)
    guard start <= lastStart else { throw .badSpan(start: start, end: end) }
    try self.init(start: start, end: end)
  }

  /// In years.
  public var length: Double { end - start }
  public var middle: Double { start + (end - start) / 2 }
}

/// Where a day begins and ends.
private func decimalYears(
  of date: (year: Int, month: Int, day: Int)
) throws(StatisticsError) -> (start: Double, end: Double) {
  let (year, month, day) = date
  let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  guard (-999_999...999_999).contains(year), (1...12).contains(month), day >= 1, day <= lengths[month - 1] else {
    throw .noSuchDay(year: year, month: month, day: day)
  }
  let before = lengths[..<(month - 1)].reduce(0, +) + day - 1
  let days = isLeap ? 366.0 : 365.0
  return (Double(year) + Double(before) / days, Double(year) + Double(before + 1) / days)
}
