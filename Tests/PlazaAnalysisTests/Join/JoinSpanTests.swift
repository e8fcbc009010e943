import PlazaLayers
import Testing

@testable import PlazaAnalysis

@Suite struct JoinSpanTests {
  @Test(
    arguments: [
      ("2019-01-01", "2019-12-31", 1.0), ("2016-01-01", "2016-12-31", 1), ("2016-01-01", "2017-12-31", 2),
      ("2015-07-01", "2016-06-30", -1),
      ("2016-02-29", "2016-02-29", 1 / 366.0), ("2019-02-28", "2019-02-28", 1 / 365.0),
    ] as [(String, String, Double)])
  func `years are whole from a New Year to the next`(first: String, last: String, years: Double) throws {
    let days = try #require(DateText.moment(first)).day..<(try #require(DateText.moment(last)).day + 1)
    if years > 0 {
      #expect(abs(JoinSpan.years(days) - years) < 1e-12)
    } else {
      // 184 days of 365 and 182 of 366.
      #expect(abs(JoinSpan.years(days) - (184 / 365.0 + 182 / 366.0)) < 1e-12)
    }
  }
}
