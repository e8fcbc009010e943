package import PlazaLayers

/// A table whose columns are months: each row is a place (and a kind), each column holds how many records fell in its month.
package struct WideMonths: Sendable {
  package struct Month: Sendable {
    package var slot: Int
    /// Nil when a field of the row has it.
    package var year: Int?
    package var month: Int
  }

  package let months: [Month]
  let yearSlot: Int?
  package let period: Period

  package struct Found: Hashable {
    package var field: Int
    package var year: Int?
    package var month: Int
  }

  /// The columns that are named after months, in the order of the file.
  /// - Throws: `Failure`: `wide.no_months`, `wide.no_year`, `wide.repeated`, `wide.period`.
  package static func columns(of fields: [String], options: RecordOptions, file: String) throws -> [Found] {
    let found = fields.indices.compactMap { index in
      month(fields[index]).map { Found(field: index, year: $0.year, month: $0.month) }
    }
    let listed = fields.joined(separator: ", ")
    guard !found.isEmpty else { throw Failure(.notUnderstood, "wide.no_months", ["file": file, "fields": listed]) }
    if options.year == nil, let bare = found.first(where: { $0.year == nil }) {
      throw Failure(.usage, "wide.no_year", ["file": file, "field": fields[bare.field], "fields": listed])
    }
    var seen: [Found: Int] = [:]
    for column in found {
      let key = Found(field: 0, year: column.year, month: column.month)
      if let other = seen.updateValue(column.field, forKey: key) {
        throw Failure(
          .notUnderstood, "wide.repeated", ["file": file, "one": fields[other], "other": fields[column.field]])
      }
    }
    let wanted = options.period ?? .month
    guard [.month, .quarter, .year].contains(wanted) else {
      throw Failure(.usage, "wide.period", ["period": wanted.rawValue])
    }
    return found
  }

  /// `Enero`, `ene.`, `jan`, `2019-01`, `2019_01`, `201901`, `ene-2019`, `2019 jan`; nil for other names.
  package static func month(_ name: String) -> (year: Int?, month: Int)? {
    let parts = PlaceName.folded(name).split(separator: " ").map(String.init)
    switch parts.count {
    case 1:
      if let month = named(parts[0]) { return (nil, month) }
      guard parts[0].utf8.count == 6, AreaCodes.isDigits(parts[0]), let year = year(String(parts[0].prefix(4))),
        let month = Int(parts[0].suffix(2)), 1...12 ~= month
      else { return nil }
      return (year, month)
    case 2:
      for (yearText, monthText) in [(parts[0], parts[1]), (parts[1], parts[0])] {
        guard let year = year(yearText) else { continue }
        if let month = named(monthText) { return (year, month) }
        if monthText.utf8.count <= 2, AreaCodes.isDigits(monthText), let month = Int(monthText), 1...12 ~= month {
          return (year, month)
        }
      }
      return nil
    default: return nil
    }
  }

  package static func year(_ text: String) -> Int? {
    guard text.utf8.count == 4, AreaCodes.isDigits(text), let year = Int(text), 1000...2999 ~= year else { return nil }
    return year
  }

  private static func named(_ text: String) -> Int? { MonthName.number(text) }

  /// The number of the period that holds a month.
  package func number(year: Int, month: Int) -> Int {
    switch period {
    case .year: year
    case .quarter: year * 4 + (month - 1) / 3
    default: year * 12 + month - 1
    }
  }
}
