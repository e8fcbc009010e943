internal import PlazaLayers

/// A date that stands in several fields: the year, the month as a number or in words, and the day where there is one.
struct DateParts: Hashable, Sendable {
  /// Slots, or places among fields.
  var year: Int
  var month: Int
  var day: Int?

  private static let years: Set<String> = ["ano", "anio", "anyo", "year", "yr", "ejercicio"]
  private static let months: Set<String> = ["mes", "month", "mon"]
  private static let days: Set<String> = ["dia", "day"]

  /// The fields by their names, which must say which is which.
  /// - Returns: nil where none or several could be the year or the month.
  init?(named names: [String]) {
    let words = names.map { Set(FieldNames.words($0)) }
    func only(_ part: Set<String>) -> Int? {
      let found = words.indices.filter { !words[$0].isDisjoint(with: part) }
      let plain = found.filter { words[$0].count == 1 }
      return plain.count == 1 ? plain[0] : found.count == 1 ? found[0] : nil
    }
    guard let year = only(Self.years), let month = only(Self.months), year != month else { return nil }
    (self.year, self.month) = (year, month)
    day = only(Self.days).flatMap { [year, month].contains($0) ? nil : $0 }
  }

  /// The same by other places.
  func mapped(_ place: (Int) throws -> Int) rethrows -> DateParts {
    var other = self
    (other.year, other.month, other.day) = (try place(year), try place(month), try day.map(place))
    return other
  }

  /// The date of a record; a day that is blank leaves the month.
  func read(_ batch: PointBatch, _ record: Int, _ text: UnsafePointer<UInt8>) -> DateText.Result {
    func cell(_ slot: Int) -> String? {
      let (start, count) = batch.fields[slot].span(record)
      if MissingText.matches(text + start, count: count) { return nil }
      return Slug.plain(String(decoding: UnsafeBufferPointer(start: text + start, count: count), as: UTF8.self)).lowercased()
        .filter { $0 != " " }
    }
    func number(_ text: String) -> Int? {
      // A spreadsheet may write 2023.0.
      let whole = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
      return whole.utf8.count <= 4 && whole.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int(whole) : nil
    }
    guard let yearText = cell(year), let monthText = cell(month) else { return .blank }
    guard var year = number(yearText), let month = number(monthText) ?? MonthName.number(monthText.filter(\.isLetter)),
      (1...12).contains(month)
    else { return .unreadable }
    if yearText.utf8.count <= 2 { year += year < 69 ? 2000 : 1900 }
    let dayText = day.flatMap(cell)
    guard let day = dayText.map(number) ?? 1, let number = CivilDate.day(year: year, month: month, day: day) else {
      return .unreadable
    }
    return .moment(Moment(day: number, secondOfDay: 0, precision: dayText == nil ? .month : .day))
  }
}
