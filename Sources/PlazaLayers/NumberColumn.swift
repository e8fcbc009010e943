/// How the numbers of one column are written: what parts decimals, and what divides thousands.
///
/// People and counts are whole: there a mark before exactly three digits divides thousands (`1.506` is 1506). In other columns it does
/// where other cells of the column leave no doubt.
package struct NumberColumn: Hashable, Sendable {
  /// What the cells of a column have shown, counted; evidence of parts adds up in any order.
  package struct Evidence: Hashable, Sendable {
    /// The first cell of a kind: by line, so that the order of reading does not matter.
    package struct Cell: Hashable, Sendable {
      package var line: Int
      package var text: String
    }

    package private(set) var plain = 0
    /// Whole numbers of four digits and more without a mark.
    package private(set) var longPlain = 0
    /// By mark: cells with one mark before three digits, with several, and with a mark that parts decimals.
    package private(set) var grouped: [UInt8: Int] = [:]
    package private(set) var manyGroups: [UInt8: Int] = [:]
    package private(set) var decimal: [UInt8: Int] = [:]
    package private(set) var firstGrouped: [UInt8: Cell] = [:]
    package private(set) var firstDecimal: [UInt8: Cell] = [:]

    package init() {}

    package mutating func note(_ start: UnsafePointer<UInt8>, count: Int, line: Int) {
      let (start, count) = NumberColumn.trimmed(start, count)
      let shape = NumberShape(start, count: count)
      guard shape != .plain else {
        plain += 1
        if count >= 4, start[0] &- 0x30 < 10 { longPlain += 1 }
        return
      }
      func keep(_ cells: inout [UInt8: Cell], _ mark: UInt8) {
        guard cells[mark].map({ line < $0.line }) ?? true else { return }
        cells[mark] = Cell(
          line: line, text: String(decoding: UnsafeBufferPointer(start: start, count: min(count, 60)), as: UTF8.self))
      }
      switch shape {
      case .grouped(let mark, let groups):
        grouped[mark, default: 0] += 1
        if groups > 1 { manyGroups[mark, default: 0] += 1 }
        keep(&firstGrouped, mark)
      case .decimal(let mark):
        decimal[mark, default: 0] += 1
        keep(&firstDecimal, mark)
      case .groupedDecimal(let thousands, let mark):
        manyGroups[thousands, default: 0] += 1
        grouped[thousands, default: 0] += 1
        keep(&firstGrouped, thousands)
        decimal[mark, default: 0] += 1
        keep(&firstDecimal, mark)
      case .plain, .none: break
      }
    }

    package static func += (left: inout Evidence, right: Evidence) {
      left.plain += right.plain
      left.longPlain += right.longPlain
      left.grouped.merge(right.grouped, uniquingKeysWith: +)
      left.manyGroups.merge(right.manyGroups, uniquingKeysWith: +)
      left.decimal.merge(right.decimal, uniquingKeysWith: +)
      left.firstGrouped.merge(right.firstGrouped) { $0.line <= $1.line ? $0 : $1 }
      left.firstDecimal.merge(right.firstDecimal) { $0.line <= $1.line ? $0 : $1 }
    }

    /// The mark that divides thousands in some cells and parts decimals in others.
    package var mixedMark: UInt8? { [0x2E, 0x2C].first { (grouped[$0] ?? 0) > 0 && (decimal[$0] ?? 0) > 0 } }

    /// Refuses a column in which one mark means two things.
    /// - Parameter option: what says which of both it is.
    /// - Throws: `Failure` `numbers.mixed`.
    package func refuseMixture(file: String, field: String, option: String) throws {
      guard let mark = mixedMark, let one = firstGrouped[mark], let other = firstDecimal[mark] else { return }
      throw Failure(
        .notUnderstood, "numbers.mixed",
        [
          "file": file, "field": field, "line": String(one.line), "value": one.text, "other_line": String(other.line),
          "other": other.text, "mark": NumberColumn.text(mark), "option": option,
          "swapped": NumberColumn.text(mark == 0x2E ? 0x2C : 0x2E),
        ])
    }
  }

  /// What parts decimals; nil lets a mark that can only be that.
  package var decimalMark: UInt8?
  /// What divides thousands before exactly three digits.
  package var thousands: Set<UInt8>

  /// A column of people or counts: nothing but its own cells is asked.
  /// - Parameter stated: the decimal mark that the caller stated.
  /// - Parameter mends: whether a mark may divide thousands at all.
  package static func whole(stated: UInt8? = nil, mends: Bool = true) -> NumberColumn {
    guard mends else { return NumberColumn(decimalMark: stated, thousands: []) }
    let all: Set<UInt8> = [0x2E, 0x2C, 0x27, NumberShape.blank]
    return NumberColumn(decimalMark: stated, thousands: stated.map { all.subtracting([$0]) } ?? all)
  }

  /// A column whose numbers may have decimals, as its cells write them.
  ///
  /// One mark before three digits in every cell that has one is in doubt: it divides thousands where whole numbers below 1000 stand
  /// beside it, and parts decimals where larger ones do.
  /// - Throws: `Failure` `numbers.mixed`, `numbers.doubtful`.
  package static func measured(
    _ evidence: Evidence, otherwise mark: UInt8, stated: UInt8?, mends: Bool, file: String, field: String, option: String
  ) throws -> NumberColumn {
    if let stated { return NumberColumn(decimalMark: stated, thousands: mends ? [0x27, NumberShape.blank] : []) }
    guard mends else { return NumberColumn(decimalMark: mark, thousands: []) }
    var column = NumberColumn(decimalMark: nil, thousands: [0x27, NumberShape.blank])
    for mark: UInt8 in [0x2E, 0x2C] {
      let other: UInt8 = mark == 0x2E ? 0x2C : 0x2E
      let (one, many) = (evidence.grouped[mark] ?? 0, evidence.manyGroups[mark] ?? 0)
      if many > 0, (evidence.decimal[mark] ?? 0) > 0 { try evidence.refuseMixture(file: file, field: field, option: option) }
      guard one > 0, (evidence.decimal[mark] ?? 0) == 0 else { continue }
      if many > 0 || (evidence.decimal[other] ?? 0) > 0 {
        column.thousands.insert(mark)
      } else if evidence.longPlain > 0 {
        continue
      } else if evidence.plain > 0 {
        column.thousands.insert(mark)
      } else if let cell = evidence.firstGrouped[mark] {
        throw Failure(
          .notUnderstood, "numbers.doubtful",
          [
            "file": file, "field": field, "line": String(cell.line), "value": cell.text, "mark": text(mark),
            "swapped": text(other), "option": option,
          ])
      }
    }
    return column
  }

  /// The number of a cell, and whether a mark in it was taken to divide thousands; nil for what is no number.
  /// - Parameter signs: whether a typographic minus counts as one.
  package func amount(_ start: UnsafePointer<UInt8>, count: Int) -> (value: Int128, isMended: Bool)? {
    let (start, count) = Self.trimmed(start, count)
    let shape = NumberShape(start, count: count)
    let decimal: UInt8?
    switch shape {
    // An exponent, a typographic sign: what the plain reader makes of it.
    case .plain, .none:
      return DecimalAmount.parse(start, count: count, mark: decimalMark ?? 0x2E).map { ($0, false) }
    case .grouped(let mark, let groups):
      if thousands.contains(mark) {
        return Self.parse(start, count, decimal: nil).map { ($0, true) }
      }
      guard groups == 1, mark == 0x2E || mark == 0x2C, decimalMark ?? mark == mark else { return nil }
      decimal = mark
    case .decimal(let mark):
      guard decimalMark ?? mark == mark else { return nil }
      decimal = mark
    case .groupedDecimal(let thousand, let mark):
      guard thousands.contains(thousand) || decimalMark == mark, decimalMark ?? mark == mark else { return nil }
      return Self.parse(start, count, decimal: mark).map { ($0, true) }
    }
    return Self.parse(start, count, decimal: decimal).map { ($0, false) }
  }

  package func amount(_ text: String) -> (value: Int128, isMended: Bool)? {
    var text = text
    return text.withUTF8 { bytes in bytes.baseAddress.flatMap { amount($0, count: bytes.count) } }
  }

  private static func parse(_ start: UnsafePointer<UInt8>, _ count: Int, decimal: UInt8?) -> Int128? {
    NumberShape.digits(start, count: count, decimal: decimal).flatMap { digits in
      digits.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.flatMap { DecimalAmount.parse($0, count: bytes.count, mark: 0x2E) }
      }
    }
  }

  /// Without blanks at its ends, no-break ones included.
  static func trimmed(_ start: UnsafePointer<UInt8>, _ count: Int) -> (UnsafePointer<UInt8>, Int) {
    var (from, to) = (0, count)
    while true {
      if from < to, start[from] <= 0x20 {
        from += 1
      } else if from + 1 < to, start[from] == 0xC2, start[from + 1] == 0xA0 {
        from += 2
      } else {
        break
      }
    }
    while true {
      if to > from, start[to - 1] <= 0x20 {
        to -= 1
      } else if to - 1 > from, start[to - 2] == 0xC2, start[to - 1] == 0xA0 {
        to -= 2
      } else {
        break
      }
    }
    return (start + from, to - from)
  }

  package static func text(_ mark: UInt8) -> String { String(UnicodeScalar(mark)) }
}

extension NumberColumn {
  /// Reads a column of people or counts that is held whole.
  /// - Parameter cells: its cells that are not blank; `line` is what a person finds them by.
  /// - Returns: by cell nil for what is no number; and what was read other than it is written.
  /// - Throws: `Failure` `numbers.mixed`.
  package static func readWhole(
    _ cells: [(line: Int, text: String)], stated: UInt8?, mends: Bool = true, file: String, field: String, option: String
  ) throws -> (values: [Double?], note: Diagnostic?) {
    let column = NumberColumn.whole(stated: stated, mends: mends)
    if stated == nil, mends {
      var evidence = Evidence()
      for cell in cells {
        var text = cell.text
        text.withUTF8 { bytes in if let base = bytes.baseAddress { evidence.note(base, count: bytes.count, line: cell.line) } }
      }
      try evidence.refuseMixture(file: file, field: field, option: option)
    }
    var (mended, first): (Int, (text: String, value: Double)?) = (0, nil)
    let values = cells.map { cell -> Double? in
      guard let found = column.amount(cell.text) else { return nil }
      let value = DecimalAmount.double(found.value)
      if found.isMended {
        mended += 1
        if first == nil { first = (cell.text, value) }
      }
      return value
    }
    let note = first.map {
      Diagnostic(
        .warning, "numbers.thousands",
        [
          "file": file, "field": field, "count": String(mended), "example": $0.text, "value": NumberText.text($0.value) ?? "",
          "option": option,
        ])
    }
    return (values, note)
  }
}

extension NumberColumn {
  /// Reads a column of people of a layer: texts as tables write them, numbers as JSON does.
  ///
  /// JSON has no mark for thousands, but who made numbers of a table's texts wrote `1.506` for 1506 people: where each number with a
  /// fraction has exactly three digits of it, none begins with 0 and none is 1000 or more, they are thousands.
  /// - Parameter places: what a person finds each value by, as the number of its feature.
  /// - Parameter mends: whether a mark may divide thousands.
  /// - Returns: nil where nothing is known; the first value that is no number, if there is one.
  /// - Throws: `Failure` `numbers.mixed_layer`.
  package static func readPeople(
    _ values: [FieldValue], places: [Int], mends: Bool = true, file: String, field: String
  ) throws -> (values: [Double?], bad: Int?, notes: [Diagnostic]) {
    var (texts, numbers) = (Evidence(), Evidence())
    for (index, value) in values.enumerated() {
      guard var text = value.text else { continue }
      let isNumber = if case .number = value { true } else { false }
      text.withUTF8 { bytes in
        guard let base = bytes.baseAddress else { return }
        if isNumber {
          numbers.note(base, count: bytes.count, line: places[index])
        } else {
          texts.note(base, count: bytes.count, line: places[index])
        }
      }
    }
    if mends, let mark = texts.mixedMark, let one = texts.firstGrouped[mark], let other = texts.firstDecimal[mark] {
      throw Failure(
        .notUnderstood, "numbers.mixed_layer",
        [
          "file": file, "field": field, "line": String(one.line), "value": one.text, "other_line": String(other.line),
          "other": other.text, "mark": text(mark),
        ])
    }
    let column = NumberColumn.whole(mends: mends)
    let areNumbersGrouped = mends && numbers.decimal.isEmpty && !numbers.grouped.isEmpty
    var (mended, bad): (Int, Int?) = (0, nil)
    var first: (text: String, value: Double)?
    let result = values.enumerated().map { index, value -> Double? in
      guard let text = value.text, !MissingText.matches(text) else { return nil }
      var found: (value: Double, isMended: Bool)?
      if case .number = value, !areNumbersGrouped {
        found = Double(text).map { ($0, false) }
      } else {
        found = column.amount(text).map { (DecimalAmount.double($0.value), $0.isMended) }
      }
      guard let found, found.value >= 0, found.value < 1e12 else {
        bad = bad ?? index
        return nil
      }
      if found.isMended {
        mended += 1
        if first == nil { first = (text, found.value) }
      }
      return found.value
    }
    let notes = first.map {
      Diagnostic(
        .warning, "numbers.thousands_layer",
        ["file": file, "field": field, "count": String(mended), "example": $0.text, "value": NumberText.text($0.value) ?? ""])
    }
    return (result, bad, notes.map { [$0] } ?? [])
  }
}
