import Testing

@testable import PlazaLayers

@Suite struct TimeTests {
  @Test func `the calendar is the one that is walked day by day`() {
    var (year, month, day) = (1600, 1, 1)
    var number = CivilDate.day(year: 1600, month: 1, day: 1)!
    // 1970-01-01 was a Thursday; Monday is 0.
    var weekday = ((number + 3) % 7 + 7) % 7
    var isWrong = 0
    var weekLabel = ""
    while year < 2400 {
      let lengths = [31, year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      if CivilDate.day(year: year, month: month, day: day) != number { isWrong += 1 }
      let date = CivilDate.date(ofDay: number)
      if date.year != year || date.month != month || date.day != day { isWrong += 1 }
      let moment = Moment(day: number, secondOfDay: 0, precision: .day)
      if Period.month.number(of: moment) != year * 12 + month - 1 { isWrong += 1 }
      // A new week exactly on Mondays.
      let label = Period.week.label(Period.week.number(of: moment)!)
      if (label != weekLabel) != (weekday == 0 || weekLabel.isEmpty) { isWrong += 1 }
      weekLabel = label
      day += 1
      if day > lengths[month - 1] {
        if CivilDate.day(year: year, month: month, day: day) != nil { isWrong += 1 }
        (month, day) = (month + 1, 1)
      }
      if month > 12 { (year, month) = (year + 1, 1) }
      number += 1
      weekday = (weekday + 1) % 7
    }
    #expect(isWrong == 0)
    #expect(CivilDate.day(year: 1970, month: 1, day: 1) == 0)
    #expect(number == CivilDate.day(year: 2400, month: 1, day: 1))
  }

  @Test(arguments: [
    ("2005-01-01", "2004-W53"), ("2005-01-02", "2004-W53"), ("2005-12-31", "2005-W52"), ("2007-01-01", "2007-W01"),
    ("2008-12-29", "2009-W01"), ("2009-12-31", "2009-W53"), ("2010-01-03", "2009-W53"), ("2010-01-04", "2010-W01"),
    ("2016-01-01", "2015-W53"), ("2019-05-31", "2019-W22"), ("2020-12-31", "2020-W53"), ("1969-12-31", "1970-W01"),
  ])
  func `weeks at the ends of years are those of ISO 8601`(date: String, week: String) throws {
    let moment = try #require(DateText.moment(date))
    #expect(Period.week.label(try #require(Period.week.number(of: moment))) == week)
  }

  @Test(arguments: Period.allCases)
  func `a period holds the days that it says, and follows the one before`(_ period: Period) throws {
    for day in stride(from: -140_000, to: 160_000, by: 37) {
      let moment = Moment(day: day, secondOfDay: 3_600 * 16, precision: .hour)
      let number = try #require(period.number(of: moment))
      #expect(period.days(number).contains(day))
      if period != .hour { #expect(period.days(number).upperBound == period.days(number + 1).lowerBound) }
    }
  }

  @Test func `labels are those of the design and read back as what they name`() throws {
    let moment = try #require(DateText.moment("2019-05-17T16:20"))
    let labels = Period.allCases.map { $0.label($0.number(of: moment)!) }
    #expect(labels == ["2019", "2019-Q2", "2019-05", "2019-W20", "2019-05-17", "2019-05-17T16"])
    for (period, label) in zip(Period.allCases, labels) where period != .quarter && period != .week {
      let read = try #require(DateText.moment(label))
      #expect(period.label(try #require(period.number(of: read))) == label)
    }
  }

  @Test func `a moment less precise than the period has none`() throws {
    let month = try #require(DateText.moment("2019-05"))
    #expect(Period.year.number(of: month) == 2019)
    #expect(Period.quarter.number(of: month) == 2019 * 4 + 1)
    #expect(Period.week.number(of: month) == nil)
    #expect(Period.hour.number(of: try #require(DateText.moment("2019-05-17"))) == nil)
  }

  @Test(arguments: [
    ("2019", "2020-01-01"), ("2019-02", "2019-03-01"), ("2020-02", "2020-03-01"), ("2019-12", "2020-01-01"),
    ("2019-12-31", "2020-01-01"),
  ])
  func `a date ends at its own precision`(text: String, end: String) throws {
    #expect(try #require(DateText.moment(text)).end == (try #require(DateText.moment(end))).second)
  }

  @Test func `an hour ends after an hour and a minute after a minute`() throws {
    #expect(try #require(DateText.moment("2019-05-17T16")).end == (try #require(DateText.moment("2019-05-17T17:00"))).second)
    #expect(try #require(DateText.moment("2019-05-17T16:30")).end == (try #require(DateText.moment("2019-05-17T16:31"))).second)
    let second = try #require(DateText.moment("2019-05-17T16:30:59"))
    #expect(second.end == second.second + 1)
  }

  private func parse(_ text: String, _ order: DateOrder) -> String {
    let bytes = Array(text.utf8)
    let result = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { DateText.parse($0, count: buffer.count, order: order) } ?? .blank
    }
    switch result {
    case .blank: return "blank"
    case .otherOrder: return "other"
    case .unreadable: return "no"
    case .moment(let moment):
      let day = CivilDate.text(ofDay: moment.day)
      switch moment.precision {
      case .year: return String(day.prefix(4))
      case .month: return String(day.prefix(7))
      case .day: return day
      case .hour: return day + "T\(moment.secondOfDay / 3600)"
      case .minute: return day + "T\(moment.secondOfDay / 3600):\(moment.secondOfDay / 60 % 60)"
      case .second: return day + "T\(moment.secondOfDay / 3600):\(moment.secondOfDay / 60 % 60):\(moment.secondOfDay % 60)"
      }
    }
  }

  @Test(arguments: [
    // text, years first, day first, month first
    ("2019-05-17", "2019-05-17", "2019-05-17", "2019-05-17"), ("2019/5/7", "2019-05-07", "2019-05-07", "2019-05-07"),
    ("  2019-05-17 ", "2019-05-17", "2019-05-17", "2019-05-17"), ("20190517", "2019-05-17", "no", "no"),
    ("2019-05", "2019-05", "2019-05", "2019-05"), ("2019 ", "2019", "2019", "2019"), ("", "blank", "blank", "blank"),
    ("   ", "blank", "blank", "blank"), ("17/05/2019", "other", "2019-05-17", "other"),
    ("05/17/2019", "other", "other", "2019-05-17"), ("5-6-2019", "other", "2019-06-05", "2019-05-06"),
    ("17.05.19", "other", "2019-05-17", "other"), ("17/05/68", "other", "2068-05-17", "other"),
    ("17/05/69", "other", "1969-05-17", "other"), ("2019-02-29", "no", "no", "no"),
    ("2020-02-29", "2020-02-29", "2020-02-29", "2020-02-29"),
    ("1900-02-29", "no", "no", "no"), ("31/04/2019", "no", "no", "no"), ("30/02/2019", "no", "no", "no"),
    ("99/99/2019", "no", "no", "no"), ("2019-13-01", "no", "no", "no"), ("2019-00-01", "no", "no", "no"),
    ("2019-05-00", "no", "no", "no"),
    ("20190230", "no", "no", "no"), ("17/05-2019", "no", "no", "no"), ("2019-05-17x", "no", "no", "no"),
    ("mayo", "no", "no", "no"),
    ("17/05/201", "no", "no", "no"), ("123456789", "no", "no", "no"), ("1234567890123", "no", "no", "no"),
    ("-", "blank", "blank", "blank"),
    ("2019-05-17T16:00:00Z", "2019-05-17T16:0:0", "2019-05-17T16:0:0", "2019-05-17T16:0:0"),
    ("2019-05-17 16:20", "2019-05-17T16:20", "2019-05-17T16:20", "2019-05-17T16:20"),
    ("2019-05-17 16", "2019-05-17T16", "2019-05-17T16", "2019-05-17T16"),
    ("2019-05-17T16:00:00.1234567890123-06:00", "2019-05-17T16:0:0", "2019-05-17T16:0:0", "2019-05-17T16:0:0"),
    ("17/05/2019 7:12:00 p. m.", "other", "2019-05-17T19:12:0", "other"),
    ("17/05/2019 12:12 a. m.", "other", "2019-05-17T0:12", "other"),
    ("17/05/2019 12:12 pm", "other", "2019-05-17T12:12", "other"), ("2019-05-17 25:00", "no", "no", "no"),
    ("2019-05-17 10:60", "no", "no", "no"),
    ("2019-05-17 23:59:60", "2019-05-17T23:59:59", "2019-05-17T23:59:59", "2019-05-17T23:59:59"),
    ("2019-05-17T", "no", "no", "no"), ("0000-00-00", "blank", "blank", "blank"),
  ])
  func `dates in many shapes`(text: String, ymd: String, dmy: String, mdy: String) {
    #expect(parse(text, .yearMonthDay) == ymd, "\(text) years first")
    #expect(parse(text, .dayMonthYear) == dmy, "\(text) day first")
    #expect(parse(text, .monthDayYear) == mdy, "\(text) month first")
  }

  private func guess(_ values: [String]) throws -> DateOrder {
    try DateOrderGuess.order(of: values.map { Array($0.utf8) }, field: "fecha", file: "a.csv")
  }

  @Test func `the order of a column is found by evidence`() throws {
    #expect(try guess(["2019-05-06", "2019-07-08"]) == .yearMonthDay)
    #expect(try guess(["20190506", "", "  "]) == .yearMonthDay)
    #expect(try guess(["05/06/2019", "17/06/2019"]) == .dayMonthYear)
    #expect(try guess(["05/06/2019", "06/17/2019"]) == .monthDayYear)
    #expect(try guess([]) == .yearMonthDay)
    #expect(try guess(["", " ", "\t"]) == .yearMonthDay)
    #expect(try guess(["31/12/2019", " ", "  ", " "]) == .dayMonthYear)
  }

  @Test func `an order that nothing decides is an error, and so is a column of other things`() {
    #expect { try guess(["05/06/2019", "07/08/2019"]) } throws: { ($0 as? Failure)?.diagnostic.id == "date.ambiguous" }
    #expect { try guess(["robo", "hurto", "2019-01-01"]) } throws: { ($0 as? Failure)?.diagnostic.id == "date.unreadable" }
  }
}
