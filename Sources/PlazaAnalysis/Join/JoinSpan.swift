internal import PlazaLayers
internal import PlazaRecords

/// The time that the records cover, and each of its periods: as stated by `--from` and `--to`, else as found.
struct JoinSpan: Sendable {
  /// From the first day to the first day after; nil when records have no dates.
  let days: Range<Int>?
  let period: Period?
  let basis: JoinOptions.RateBasis

  init(_ total: RecordTotals, plan: RecordPlan, options: JoinOptions) {
    // A time of day does not shorten a day: rates are by days.
    let first = plan.from.map { Self.day($0) } ?? total.days?.lowerBound
    let last = plan.to.map { Self.day($0 - 1) } ?? total.days?.upperBound
    if let first, let last, first <= last { days = first..<last + 1 } else { days = nil }
    period = plan.period
    basis = options.rateBasis
  }

  private static func day(_ second: Int) -> Int { second >= 0 ? second / 86_400 : -((-second + 86_399) / 86_400) }

  var years: Double? { days.map(Self.years) }

  /// What rates are divided by, and what makes them mean less than they seem to.
  /// - Parameter found: the days of the records.
  func notes(of found: ClosedRange<Int>?) -> [Diagnostic] {
    guard let days, let years, basis == .personYears else { return [] }
    let values = [
      "years": NumberText.text(years) ?? "", "days": String(days.count), "from": CivilDate.text(ofDay: days.lowerBound),
      "to": CivilDate.text(ofDay: days.upperBound - 1),
    ]
    var notes = [Diagnostic(.note, "rates.span", values)]
    if days.count < Self.month { notes.append(Diagnostic(.warning, "rates.short_span", values)) }
    if let found, days.upperBound - 1 - found.upperBound >= Self.month || found.lowerBound - days.lowerBound >= Self.month {
      let ends = [
        "first": CivilDate.text(ofDay: found.lowerBound), "last": CivilDate.text(ofDay: found.upperBound),
      ]
      notes.append(Diagnostic(.warning, "rates.span_beyond", values.merging(ends) { own, _ in own }))
    }
    return notes
  }

  /// The shortest one.
  private static let month = 28

  /// The days of a period within the span; none of a date far from all others, which is in no time that is covered.
  func days(ofPeriod number: Int) -> Range<Int>? {
    guard let period, number != Tally.unknownPeriod else { return days }
    guard let days else { return period.days(number) }
    return period.days(number).clamped(to: days)
  }

  /// The years of a row of the table: an hour is a part of its day.
  func years(ofPeriod number: Int) -> Double? {
    let isHour = period == .hour && number != Tally.unknownPeriod
    return days(ofPeriod: number).map { Self.years($0) / (isHour ? 24 : 1) }
  }

  static func years(_ days: Range<Int>) -> Double {
    let (first, last) = (CivilDate.date(ofDay: days.lowerBound).year, CivilDate.date(ofDay: days.upperBound).year)
    func part(_ day: Int, _ year: Int) -> Int { day - CivilDate.unchecked(year: year, month: 1, day: 1) }
    func length(_ year: Int) -> Double { CivilDate.isLeap(year) ? 366 : 365 }
    // Within one year no number as large as the year takes digits away.
    if first == last { return Double(days.count) / length(first) }
    return Double(last - first)
      + (Double(part(days.upperBound, last)) / length(last) - Double(part(days.lowerBound, first)) / length(first))
  }
}
