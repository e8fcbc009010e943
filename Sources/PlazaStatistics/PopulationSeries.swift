/// What a population series says about a time or a span.
public struct PopulationEstimate: Hashable, Sendable {
  /// Persons, or person-years.
  public var value: Double
  /// Whether some of the time lies outside the calendar years from the first figure to the last, where the nearest figure is held constant.
  public var isExtrapolated: Bool
}

/// The population of one area, or of one stratum of it, through the figures of some years.
///
/// Between two figures the population moves along a straight line; before the first and after the last it stays where it was. The figure of a
/// year stands at the middle of that year, so that the figure of 2019 is the population of the period 2019 whatever stands beside it. Years
/// are counted as decimal years (`YearSpan`). Populations of strata are summed by the caller: what is linear stays so.
public struct PopulationSeries: Hashable, Sendable {
  private let firstYear: Int
  private let lastYear: Int
  /// Decimal years, ascending, and the population at each.
  private let times: [Double]
  private let values: [Double]

  /// A series through the figures given, in any order; years may be missing.
  /// - Throws: `noPopulation`, `yearOutOfRange`, `badPopulation`, `repeatedYear`.
  public init(_ figures: [(year: Int, population: Double)]) throws(StatisticsError) {
    let sorted = figures.sorted { $0.year < $1.year }
    guard let first = sorted.first, let last = sorted.last else { throw .noPopulation }
    for place in sorted.indices {
      let figure = sorted[place]
      guard YearSpan.years.contains(Double(figure.year)) else { throw .yearOutOfRange(figure.year) }
      guard figure.population >= 0, figure.population <= 1e50 else { throw .badPopulation(figure.population) }
      if place > 0, sorted[place - 1].year == figure.year { throw .repeatedYear(figure.year) }
    }
    firstYear = first.year
    lastYear = last.year
    times = sorted.map { Double($0.year) + 0.5 }
    values = sorted.map(\.population)
  }

  /// The population at a moment, as a decimal year.
  /// - Throws: `badSpan` unless the time is finite.
  /// - Complexity: O(log years).
  public func population(at time: Double) throws(StatisticsError) -> PopulationEstimate {
    guard time.isFinite else { throw .badSpan(start: time, end: time) }
    return PopulationEstimate(value: value(at: time), isExtrapolated: isOutside(time, time))
  }

  /// The population at the middle of a span: the one that a rate of the period is told for.
  /// - Complexity: O(log years).
  public func population(middleOf span: YearSpan) -> PopulationEstimate {
    PopulationEstimate(value: value(at: span.middle), isExtrapolated: isOutside(span.start, span.end))
  }

  /// The person-years lived over a span: the integral of the line, which for straight pieces is exact.
  ///
  /// Equal to the population of the middle times the length where no figure lies inside the span; with figures inside, it also sees the bend.
  /// - Complexity: O(log years + figures inside the span).
  public func personYears(over span: YearSpan) -> PopulationEstimate {
    var sum = 0.0
    var start = span.start
    var valueAtStart = value(at: start)
    var next = firstPlace(after: start)
    while start < span.end {
      let end = next < times.count ? min(times[next], span.end) : span.end
      let valueAtEnd = value(at: end)
      sum += (end - start) * (valueAtStart + valueAtEnd) / 2
      start = end
      valueAtStart = valueAtEnd
      next += 1
    }
    return PopulationEstimate(value: sum, isExtrapolated: isOutside(span.start, span.end))
  }

  private func value(at time: Double) -> Double {
    let next = firstPlace(after: time)
    if next == 0 { return values[0] }
    if next == times.count { return values[next - 1] }
    let share = (time - times[next - 1]) / (times[next] - times[next - 1])
    return values[next - 1] * (1 - share) + values[next] * share
  }

  /// The place of the first figure later than a time, `times.count` if there is none.
  private func firstPlace(after time: Double) -> Int {
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle] > time { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func isOutside(_ start: Double, _ end: Double) -> Bool {
    start < Double(firstYear) || end > Double(lastYear) + 1
  }
}
