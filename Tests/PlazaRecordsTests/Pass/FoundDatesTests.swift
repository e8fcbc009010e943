import PlazaLayers
import Testing

@testable import PlazaRecords

@Suite struct FoundDatesTests {
  private static func day(_ text: String) -> Int { DateText.moment(text)!.day }

  private func found(_ dates: [(String, Int)]) -> FoundDates {
    var counts = DayCounts()
    for (text, count) in dates {
      let moment = DateText.moment(text)!
      counts.add(first: moment.day, last: moment.precision >= .day ? moment.day : moment.end / 86_400 - 1, count: count)
    }
    return FoundDates(counts)
  }

  private func year(_ year: Int, each count: Int = 1) -> [(String, Int)] {
    let first = CivilDate.day(year: year, month: 1, day: 1)!
    return (0..<(CivilDate.isLeap(year) ? 366 : 365)).map { (CivilDate.text(ofDay: first + $0), count) }
  }

  private func span(_ found: FoundDates) -> String {
    found.days.map { "\(CivilDate.text(ofDay: $0.lowerBound)) \(CivilDate.text(ofDay: $0.upperBound))" } ?? ""
  }

  @Test(arguments: [
    "1900-01-01", "1899-12-30", "0205-03-04", "1970-01-01", "2204-05-06", "2099-12-01", "9999-12-31", "2025-10-05", "2026-02-01",
  ])
  func `one date far from all others sets no span, and is named`(_ far: String) {
    let result = found(year(2024) + [(far, 1)])
    #expect(span(result) == "2024-01-01 2024-12-31")
    #expect(result.farCount == 1 && result.far.map(\.day) == [Self.day(far)])
    let note = result.notes(file: "f").first
    #expect(note?.id == "dates.far" && note?.values["dates"] == far && note?.values["count"] == "1")
  }

  @Test func `far dates at both ends are all found, the farther ones too`() {
    let result = found(
      year(2023, each: 5) + year(2024, each: 5) + [("1900-01-01", 7), ("1901-01-01", 1), ("2099-01-01", 1), ("2048-01-01", 2)])
    #expect(span(result) == "2023-01-01 2024-12-31" && result.farCount == 11)
  }

  @Test func `few records that are far apart by nature are all kept`() {
    for dates in [
      ["2019-03-05", "2021-07-09", "2022-01-12", "2024-11-30"],
      ["1987-02-03", "1989-05-06", "1995-01-02", "2001-09-09", "2012-04-01"],
    ] {
      let result = found(dates.map { ($0, 1) })
      #expect(result.far.isEmpty && span(result) == "\(dates.first!) \(dates.last!)")
    }
    // Old records that go on without a break are no mistakes.
    let old = found((1985...2024).flatMap { year($0) })
    #expect(old.far.isEmpty && span(old) == "1985-01-01 2024-12-31")
  }

  @Test func `a last week after two missing months is as thick as the rest, and stays`() {
    let days = (0..<700).filter { !(620..<690).contains($0) }.map { (CivilDate.text(ofDay: Self.day("2022-01-01") + $0), 20) }
    #expect(found(days).far.isEmpty)
  }

  @Test(arguments: [
    (["2022-01-01", "2022-02-01", "2022-05-01", "2022-12-01"], "month", "2022-01-01 2022-12-31", "dates.months"),
    (["2022-01-15", "2022-02-15", "2022-12-15"], "month", "2022-01-01 2022-12-31", "dates.months"),
    (["2022-01-31", "2022-02-28", "2022-04-30"], "month", "2022-01-01 2022-04-30", "dates.months_last"),
    (["2020-01-01", "2021-01-01", "2023-01-01"], "year", "2020-01-01 2023-12-31", "dates.years"),
    (["2022-01", "2022-02", "2022-05"], "month", "2022-01-01 2022-05-31", ""),
    (["2022-01-01", "2022-02-01"], "day", "2022-01-01 2022-02-01", ""),
    (["2022-01-01", "2022-02-01", "2022-03-02"], "day", "2022-01-01 2022-03-02", ""),
    (["2022-01-07", "2022-02-07", "2022-03-07"], "day", "2022-01-07 2022-03-07", ""),
  ])
  func `dates that stand for months cover them whole`(_ dates: [String], _ unit: String, _ wanted: String, _ id: String) {
    let result = found(dates.map { ($0, 10) })
    #expect(result.unit.rawValue == unit && span(result) == wanted)
    #expect(result.notes(file: "f").first?.id ?? "" == id)
  }

  @Test func `parts merge in any order to the same`() {
    var (one, other) = (DayCounts(), DayCounts())
    one.add(first: 20_000, last: 20_000)
    other.add(first: 19_000, last: 19_030)
    other.add(first: 800_000, last: 800_000)
    var (left, right) = (one, other)
    left.merge(other)
    right.merge(one)
    #expect(left.all.map(\.day) == [19_000, 20_000, 800_000] && right.all.map(\.last) == [19_030, 20_000, 800_000])
  }

  @Test(arguments: [
    ("2023-12-31T23:30:00-06:00", -360), ("2024-01-01T05:30:00Z", 0), ("2024-01-01 05:30+0530", 330),
    ("2024-01-01T05:30:00-03", -180),
  ])
  func `an offset is read from the end of a time`(_ text: String, _ minutes: Int) {
    var text = text
    #expect(text.withUTF8 { DateText.offset($0.baseAddress!, count: $0.count) } == minutes)
  }

  @Test(arguments: ["2024-01-01 05:30:00", "2024-01-01T05:30:00.123", "2024-01-01 07:12:00 p. m."])
  func `a time without an offset has none`(_ text: String) {
    var text = text
    #expect(text.withUTF8 { DateText.offset($0.baseAddress!, count: $0.count) } == nil)
  }
}
