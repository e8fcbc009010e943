internal import Glibc

/// The moment that files which must bear one are written with: that of `SOURCE_DATE_EPOCH`, else 1970-01-01, never that of the clock.
struct SourceDate {
  /// Since 1970-01-01.
  let seconds: Int
  let year: Int
  let month: Int
  let day: Int
  let hour: Int
  let minute: Int
  let second: Int

  static var current: SourceDate { SourceDate(getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) } ?? 0) }

  init(_ seconds: Int) {
    self.seconds = seconds
    var (time, parts) = (time_t(seconds), tm())
    gmtime_r(&time, &parts)
    (year, month, day) = (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    (hour, minute, second) = (Int(parts.tm_hour), Int(parts.tm_min), Int(parts.tm_sec))
  }

  /// `1970-01-01T00:00:00.000Z`.
  var text: String {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date = [padded(year, 4), padded(month, 2), padded(day, 2)].joined(separator: "-")
    let time = [hour, minute, second].map { padded($0, 2) }.joined(separator: ":")
    return "\(date)T\(time).000Z"
  }
}
