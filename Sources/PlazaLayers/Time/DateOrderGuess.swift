/// Finds by evidence in which order a column writes day, month and year.
package enum DateOrderGuess {
  /// - Throws: `Failure` `date.ambiguous` when every value could be read both ways, `date.unreadable` when hardly any can be read.
  package static func order(of values: some Sequence<[UInt8]>, field: String, file: String) throws -> DateOrder {
    var read: [DateOrder: Int] = [:]
    var total = 0
    for value in values {
      if value.withUnsafeBufferPointer({ bytes in bytes.baseAddress.map { isBlank($0, bytes.count) } ?? true }) { continue }
      // Numbers of days read the same in every order.
      let isSerial = value.withUnsafeBufferPointer { DateText.serial($0.baseAddress!, count: $0.count) != nil }
      if isSerial { continue }
      let results = value.withUnsafeBufferPointer { bytes -> [DateOrder] in
        guard let base = bytes.baseAddress else { return [] }
        return DateOrder.allCases.filter {
          if case .moment = DateText.parse(base, count: bytes.count, order: $0) { true } else { false }
        }
      }
      total += 1
      // Years first reads the same in every order: it decides nothing between day and month.
      if results.count == DateOrder.allCases.count {
        read[.yearMonthDay, default: 0] += 1
      } else {
        for order in results { read[order, default: 0] += 1 }
      }
    }
    if total == 0 { return .yearMonthDay }
    let best = read.values.max() ?? 0
    guard best * 2 >= total else {
      let example = values.first { !$0.allSatisfy { $0 <= 0x20 } }.map { String(decoding: $0, as: UTF8.self) } ?? ""
      throw Failure(.notUnderstood, "date.unreadable", ["file": file, "field": field, "example": example])
    }
    if read[.yearMonthDay] == best { return .yearMonthDay }
    if read[.dayMonthYear] == read[.monthDayYear] {
      throw Failure(.notUnderstood, "date.ambiguous", ["file": file, "field": field])
    }
    return (read[.dayMonthYear] ?? 0) > (read[.monthDayYear] ?? 0) ? .dayMonthYear : .monthDayYear
  }

  private static func isBlank(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    DateText.parse(start, count: count, order: .yearMonthDay) == .blank
  }
}
