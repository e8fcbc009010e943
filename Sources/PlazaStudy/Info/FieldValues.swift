internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

/// The values of one field, each kept once: what a profile is made of.
struct FieldValues {
  private let name: String
  private var counts: [String: Int] = [:]
  private var first: [String] = []
  private var total = 0
  private var empty = 0
  /// Words that stand for nothing known in a column of numbers or dates; in one of text they are values.
  private var missing: [String: Int] = [:]
  /// Values that their file declares to be numbers, truths or structures (GeoJSON).
  private var booleans = 0
  private var structures = 0

  init(name: String) {
    self.name = name
  }

  /// - Parameter isSample: whether the value may be shown; of a record that must not be shown at its place nothing is.
  mutating func add(_ bytes: some Collection<UInt8>, isSample: Bool = true) {
    add(String(decoding: bytes, as: UTF8.self), isSample: isSample)
  }

  mutating func add(_ text: String, isSample: Bool = true) {
    total += 1
    let value = Self.trimmed(text)
    if value.isEmpty {
      empty += 1
      return
    }
    if MissingText.matches(value) {
      missing[value, default: 0] += 1
      return
    }
    let count = (counts[value] ?? 0) + 1
    counts[value] = count
    if isSample, first.count < 3, !first.contains(value) { first.append(value) }
  }

  mutating func add(_ value: FieldValue) {
    switch value {
    case .null: addEmpty()
    case .bool:
      booleans += 1
      add(value.text ?? "")
    case .json:
      structures += 1
      add(value.text ?? "")
    case .number, .text: add(value.text ?? "")
    }
  }

  mutating func addEmpty() {
    total += 1
    empty += 1
  }

  private static func trimmed(_ text: String) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last, mayBeBlank(first) || mayBeBlank(last) else { return text }
    var rest = text[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }

  /// Blanks of ASCII, or a byte of a character that could be one (U+00A0).
  private static func mayBeBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte >= 0x80 }

  /// Addresses of mail, whatever the field is called.
  private var holdsMail: Bool {
    first.contains { value in
      guard let mark = value.utf8.firstIndex(of: 0x40) else { return false }
      return mark > value.utf8.startIndex && value.utf8[mark...].contains(0x2E) && !value.utf8.contains(0x2F)
    }
  }

  // MARK: The profile

  /// - Parameter isMasked: whether its samples may not be shown.
  func profile(isMasked: Bool) -> FieldProfile {
    let isIdentifying = isMasked
    let isMasked = isMasked || holdsMail
    let missed = missing.values.reduce(0, +)
    var profile = FieldProfile(
      name: name, kind: .text, dateOrder: nil, unlike: 0, hasLeadingZeros: false, values: total, empty: empty + missed,
      distinct: counts.count, samples: first.map { isMasked ? FieldProfile.mask : Self.shown($0) }, isMasked: isMasked)
    profile.isIdentifying = isIdentifying
    if isMasked { profile.samples = Array(profile.samples.prefix(1)) }
    let present = total - empty - missed
    if present == 0 {
      profile.kind = .empty
    } else if booleans == present {
      profile.kind = .boolean
    } else if structures == present {
      profile.kind = .json
    } else {
      decideKind(&profile, present: present)
    }
    if profile.kind == .text, missed > 0 {
      // `NA` among the codes of countries is Namibia.
      profile.empty = empty
      profile.distinct += missing.count
    }
    if profile.kind == .integer || profile.kind == .number { profile.marks = marks() }
    return profile
  }

  /// How the numbers of the field are written.
  private func marks() -> NumberColumn.Evidence {
    var evidence = NumberColumn.Evidence()
    for value in counts.keys.sorted(by: CanonicalText.precedes) {
      var text = value
      text.withUTF8 { bytes in if let base = bytes.baseAddress { evidence.note(base, count: bytes.count, line: 0) } }
    }
    return evidence
  }

  private static func shown(_ value: String) -> String { value.count <= 60 ? value : value.prefix(59) + "…" }

  private func decideKind(_ profile: inout FieldProfile, present: Int) {
    var integers = 0
    var numbers = 0
    var zeros = 0
    for (value, count) in counts {
      let form = NumberForm.grouped(value) ?? NumberForm(value.utf8)
      if form != .none { numbers += count }
      if form == .integer || form == .padded { integers += count }
      if form == .padded { zeros += count }
    }
    func isMost(_ count: Int) -> Bool { (present - count) * 50 <= present }
    let mayBeDate = FieldNames.isDate(name)
    if isMost(integers), !(mayBeDate && isMost(readable(.yearMonthDay, wholeDays: true))) {
      if zeros > 0 {
        // Digits whose zeros matter: `05001`.
        profile.hasLeadingZeros = true
        return
      }
      profile.kind = .integer
      profile.unlike = present - integers
    } else if isMost(numbers), !mayBeDate || integers == 0 {
      profile.kind = .number
      profile.unlike = present - numbers
    } else {
      let orders = DateOrder.allCases.map { ($0, readable($0, wholeDays: mayBeDate)) }
      guard let best = orders.max(by: { $0.1 < $1.1 }), isMost(best.1) else { return }
      profile.kind = .date
      profile.unlike = present - best.1
      let values = counts.keys.map { Array($0.utf8) }
      profile.dateOrder = try? DateOrderGuess.order(of: values, field: name, file: "")
    }
  }

  /// How many values are dates in this order.
  /// - Parameter wholeDays: whether eight digits without a mark are one.
  private func readable(_ order: DateOrder, wholeDays: Bool) -> Int {
    var count = 0
    for (value, times) in counts {
      let digits = value.utf8.prefix { $0 &- 0x30 < 10 }.count
      let beginsWithMonth = digits == 0 && MonthName.number(Slug.plain(String(value.prefix { $0.isLetter }))) != nil
      guard digits > 0 && (digits < value.utf8.count || (wholeDays && digits == 8)) || beginsWithMonth else { continue }
      var text = value
      let isDate = text.withUTF8 { bytes in
        guard let base = bytes.baseAddress, case .moment = DateText.parse(base, count: bytes.count, order: order) else {
          return false
        }
        return true
      }
      if isDate { count += times }
    }
    return count
  }
}

/// Whether text is a number, and of which form; with a point or a comma, because a table may mix them from field to field.
enum NumberForm {
  case none
  case integer
  /// Digits that begin with a zero which is not the only one.
  case padded
  case decimal

  /// Thousands divided more than once, or beside decimals: `1.234.567`, `1.234,5`.
  static func grouped(_ text: String) -> NumberForm? {
    var text = text
    let shape = text.withUTF8 { bytes in bytes.baseAddress.map { NumberShape($0, count: bytes.count) } }
    switch shape {
    case .grouped(_, let groups)? where groups > 1: return .integer
    case .groupedDecimal?: return .decimal
    default: return nil
    }
  }

  init(_ text: some Collection<UInt8>) {
    var digits = 0
    var leadingZero = false
    var marks = 0
    var isFirst = true
    for byte in text {
      defer { isFirst = false }
      if byte &- 0x30 < 10 {
        if digits == 0, marks == 0, byte == 0x30 { leadingZero = true }
        digits += 1
      } else if byte == 0x2C || byte == 0x2E, marks == 0 {
        marks = 1
        if digits > 1, leadingZero {
          self = .none
          return
        }
      } else if isFirst, byte == 0x2D || byte == 0x2B {
        continue
      } else if digits > 0, byte | 0x20 == 0x65, Self.isExponent(text) {
        self = .decimal
        return
      } else {
        self = .none
        return
      }
    }
    if digits == 0 || digits > 40 {
      self = .none
    } else if marks > 0 {
      self = .decimal
    } else {
      self = leadingZero && digits > 1 ? .padded : .integer
    }
  }

  private static func isExponent(_ text: some Collection<UInt8>) -> Bool {
    guard let place = text.firstIndex(where: { $0 | 0x20 == 0x65 }) else { return false }
    let rest = text[text.index(after: place)...].drop { $0 == 0x2B || $0 == 0x2D }
    return (1...3).contains(rest.count) && rest.allSatisfy { $0 &- 0x30 < 10 }
  }
}
