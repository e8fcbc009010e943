internal import PlazaLayers
internal import PlazaRecords
internal import PlazaStatistics

/// The population of each row of a join: one number, or one for each time.
struct JoinPopulations: Sendable {
  /// Of a table, nil where it has none; empty when the populations are a field of the areas.
  private let residents: [Residents?]
  private let fixed: [Double?]
  private let span: JoinSpan
  private let onlyYear: Int?

  /// - Parameter fixed: one number for each row, whatever the time.
  init(_ fixed: [Double?], span: JoinSpan) {
    self.fixed = fixed
    self.span = span
    residents = []
    onlyYear = nil
  }

  init(_ residents: [Residents?], onlyYear: Int?, span: JoinSpan) {
    fixed = []
    self.residents = residents
    self.span = span
    self.onlyYear = onlyYear
  }

  var count: Int { max(fixed.count, residents.count) }

  /// The population at the middle of a period, or of the whole span.
  func value(_ row: Int, period: Int? = nil) throws -> Double? {
    guard !residents.isEmpty else { return fixed[row] }
    guard let own = residents[row], let middle = try middle(ofPeriod: period) else { return nil }
    return try own.total.population(at: middle).value
  }

  private func middle(ofPeriod period: Int?) throws -> Double? {
    var days = period.flatMap { span.days(ofPeriod: $0) } ?? span.days
    if days?.isEmpty == true { days = span.days }
    guard let days else { return onlyYear.map { Double($0) + 0.5 } }
    return try JoinSpan.yearSpan(days).middle
  }
}

extension JoinSpan {
  static func yearSpan(_ days: Range<Int>) throws -> YearSpan {
    try YearSpan(from: CivilDate.date(ofDay: days.lowerBound), through: CivilDate.date(ofDay: days.upperBound - 1))
  }

  /// The whole span in decimal years; without dates the one year that a table knows.
  func yearSpan(onlyYear: Int?) throws -> YearSpan? {
    if let days { return try Self.yearSpan(days) }
    return try onlyYear.map { try YearSpan(start: Double($0), end: Double($0) + 1) }
  }
}
