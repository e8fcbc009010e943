import PlazaTesting
import Testing

@testable import PlazaStatistics

@Suite struct PopulationSeriesTests {
  private let series: PopulationSeries

  init() throws { series = try PopulationSeries([(2020, 1_200), (2010, 1_000), (2018, 1_400)]) }

  @Test func `the figure of a year is the population of that year`() throws {
    for (year, population) in [(2010, 1_000.0), (2018, 1_400), (2020, 1_200)] {
      let span = try YearSpan(from: (year, 1, 1), through: (year, 12, 31))
      #expect(series.population(middleOf: span) == PopulationEstimate(value: population, isExtrapolated: false))
    }
  }

  @Test func `years without a figure lie on the line between their neighbours`() throws {
    for (year, population) in [(2011, 1_050.0), (2014, 1_200), (2017, 1_350), (2019, 1_300)] {
      #expect(abs(try series.population(at: Double(year) + 0.5).value - population) < 1e-9)
    }
  }

  @Test func `beyond the figures the population stays, and that is said`() throws {
    let before = try YearSpan(from: (2005, 1, 1), through: (2006, 12, 31))
    #expect(series.population(middleOf: before) == PopulationEstimate(value: 1_000, isExtrapolated: true))
    #expect(series.personYears(over: before) == PopulationEstimate(value: 2_000, isExtrapolated: true))
    let after = try YearSpan(from: (2021, 1, 1), through: (2024, 12, 31))
    #expect(series.personYears(over: after) == PopulationEstimate(value: 4_800, isExtrapolated: true))
    let across = try YearSpan(from: (2020, 7, 1), through: (2021, 6, 30))
    #expect(series.personYears(over: across).isExtrapolated)
    let within = try YearSpan(from: (2010, 1, 1), through: (2020, 12, 31))
    #expect(!series.personYears(over: within).isExtrapolated)
  }

  @Test func `one year only is a constant`() throws {
    let one = try PopulationSeries([(2018, 690_545)])
    let year = try YearSpan(from: (2018, 1, 1), through: (2018, 12, 31))
    #expect(one.personYears(over: year) == PopulationEstimate(value: 690_545, isExtrapolated: false))
    let three = try YearSpan(from: (2017, 1, 1), through: (2019, 12, 31))
    #expect(one.personYears(over: three) == PopulationEstimate(value: 3 * 690_545, isExtrapolated: true))
  }

  @Test func `person-years are the area under the line, by hand`() throws {
    // 2018.0 to 2020.5: half a year up from 1 375 to 1 400, then two years down to 1 200.
    let span = try YearSpan(start: 2018, end: 2020.5)
    #expect(abs(series.personYears(over: span).value - (0.5 * 1_387.5 + 2 * 1_300)) < 1e-9)
    // On one straight piece, the middle tells all.
    let piece = try YearSpan(start: 2011, end: 2017.25)
    #expect(abs(series.personYears(over: piece).value - 6.25 * series.population(middleOf: piece).value) < 1e-9)
    let nothing = try YearSpan(start: 2015, end: 2015)
    #expect(series.personYears(over: nothing).value == 0)
  }

  @Test func `person-years equal a sum of thin slices and add up over adjoining spans`() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<100 {
      var figures: [(year: Int, population: Double)] = []
      for year in 1990..<2030 where Int.random(in: 0..<4, using: &random) == 0 {
        figures.append((year, .random(in: 0...1e6, using: &random)))
      }
      if figures.isEmpty { figures.append((2000, 10)) }
      figures.shuffle(using: &random)
      let series = try PopulationSeries(figures)
      let start = Double.random(in: 1985...2030, using: &random)
      let end = start + .random(in: 0...12, using: &random)
      let cut = Double.random(in: start...end, using: &random)
      let span = try YearSpan(start: start, end: end)
      let whole = series.personYears(over: span)
      let parts =
        try series.personYears(over: YearSpan(start: start, end: cut)).value
        + series.personYears(over: YearSpan(start: cut, end: end)).value
      #expect(abs(whole.value - parts) <= 1e-9 * (1 + whole.value))
      let slices = 4_000
      var sum = 0.0
      for slice in 0..<slices {
        sum += try series.population(at: start + (Double(slice) + 0.5) * span.length / Double(slices)).value
      }
      #expect(abs(whole.value - sum * span.length / Double(slices)) <= 1e-5 * (1e6 + whole.value))
    }
  }

  @Test func `what is no series is refused`() {
    #expect(throws: StatisticsError.noPopulation) { try PopulationSeries([]) }
    #expect(throws: StatisticsError.repeatedYear(2010)) { try PopulationSeries([(2010, 1), (2011, 2), (2010, 3)]) }
    #expect(throws: StatisticsError.yearOutOfRange(.max)) { try PopulationSeries([(.max, 1), (2010, 1)]) }
    #expect(throws: StatisticsError.badPopulation(-1)) { try PopulationSeries([(2010, -1)]) }
    #expect(throws: StatisticsError.self) { try PopulationSeries([(2010, .nan)]) }
    #expect(throws: StatisticsError.self) { try series.population(at: .nan) }
  }
}

@Suite struct YearSpanTests {
  @Test func `a whole year is one year, leap or not`() throws {
    for year in [1900, 2000, 2019, 2020, 2100] {
      let span = try YearSpan(from: (year, 1, 1), through: (year, 12, 31))
      #expect(span.start == Double(year) && span.length == 1 && span.middle == Double(year) + 0.5)
    }
    #expect(try YearSpan(from: (2017, 1, 1), through: (2020, 12, 31)).length == 4)
  }

  @Test func `a day is its share of its own year`() throws {
    #expect(abs(try YearSpan(from: (2020, 2, 29), through: (2020, 2, 29)).length - 1.0 / 366) < 1e-12)
    #expect(abs(try YearSpan(from: (2019, 3, 1), through: (2019, 3, 1)).length - 1.0 / 365) < 1e-12)
    #expect(abs(try YearSpan(from: (2020, 1, 1), through: (2020, 6, 30)).length - 182.0 / 366) < 1e-12)
    #expect(abs(try YearSpan(from: (2019, 1, 1), through: (2019, 6, 30)).length - 181.0 / 365) < 1e-12)
  }

  @Test func `days that do not exist and spans that run backwards are refused`() {
    #expect(throws: StatisticsError.noSuchDay(year: 2019, month: 2, day: 29)) {
      try YearSpan(from: (2019, 2, 29), through: (2019, 3, 1))
    }
    #expect(throws: StatisticsError.noSuchDay(year: 1900, month: 2, day: 29)) {
      try YearSpan(from: (1900, 1, 1), through: (1900, 2, 29))
    }
    #expect(throws: StatisticsError.noSuchDay(year: 2019, month: 13, day: 1)) {
      try YearSpan(from: (2019, 13, 1), through: (2019, 3, 1))
    }
    #expect(throws: StatisticsError.noSuchDay(year: 2019, month: 1, day: 0)) {
      try YearSpan(from: (2019, 1, 0), through: (2019, 3, 1))
    }
    #expect(throws: StatisticsError.self) { try YearSpan(from: (2019, 3, 1), through: (2019, 2, 28)) }
    #expect(throws: StatisticsError.badSpan(start: 2, end: 1)) { try YearSpan(start: 2, end: 1) }
    #expect(throws: StatisticsError.self) { try YearSpan(start: .nan, end: 1) }
    #expect(throws: StatisticsError.badSpan(start: 0, end: .infinity)) { try YearSpan(start: 0, end: .infinity) }
  }
}
