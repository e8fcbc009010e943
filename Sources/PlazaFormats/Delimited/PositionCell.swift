internal import PlazaLayers

/// One coordinate as people write it: `19°11'51.0"N`, `99 08 12 O`, `-99.13`.
struct WrittenCoordinate: Hashable {
  enum Axis { case longitude, latitude }

  /// In degrees.
  var value: Double
  /// What its letter says it is; nil without one.
  var axis: Axis?

  /// - Returns: nil for text that is no coordinate in degrees, or a plain number, which needs no mending.
  init?(_ text: String, mark: UInt8) {
    guard text.utf8.count <= 64 else { return nil }
    var numbers: [Double] = []
    var (isNegative, hasSign, hasDegrees, isClosed) = (false, false, false, false)
    var digits = ""
    let decimal = mark == 0x2C ? Character(",") : Character(".")
    func close() -> Bool {
      guard !digits.isEmpty else { return true }
      guard let number = Double(digits.replacingDecimal()) else { return false }
      numbers.append(number)
      digits = ""
      return true
    }
    for character in text {
      switch character {
      case "0"..."9":
        // A letter stands before all numbers or behind them: `13 7o2` has a slip for a zero.
        guard !isClosed else { return nil }
        digits.append(character)
      case ".", ",":
        // Either mark, where only decimals can be meant: between digits.
        guard !digits.isEmpty, !digits.contains(where: { $0 == "." || $0 == "," }) else { return nil }
        digits.append(character == decimal ? "." : character)
      case "-", "−", "–":
        guard numbers.isEmpty, digits.isEmpty, !hasSign else { return nil }
        (isNegative, hasSign) = (true, true)
      case "+":
        guard numbers.isEmpty, digits.isEmpty, !hasSign else { return nil }
        hasSign = true
      case "°", "º", "˚", "'", "’", "′", "´", "\"", "”", "″", "“", " ", "\u{A0}", ":", "`":
        if ["°", "º", "˚"].contains(character) { hasDegrees = true }
        guard close() else { return nil }
      default:
        guard axis == nil, close() else { return nil }
        isClosed = !numbers.isEmpty
        switch character {
        case "N", "n": axis = .latitude
        case "S", "s": (axis, isNegative) = (.latitude, true)
        case "E", "e": axis = .longitude
        case "W", "w", "O", "o": (axis, isNegative) = (.longitude, true)
        default: return nil
        }
      }
    }
    guard close(), (1...3).contains(numbers.count), numbers.count > 1 || axis != nil || hasDegrees else { return nil }
    // Without a sign or a letter it may lie on either side; with both, one of them is a slip.
    guard hasSign != (axis != nil) else { return nil }
    // Only the last may have a fraction, and minutes and seconds are at most sixty: 59.97 rounds to it.
    guard numbers.dropLast().allSatisfy({ $0 == $0.rounded(.down) }), numbers.dropFirst().allSatisfy({ $0 <= 60 }) else {
      return nil
    }
    let degrees = numbers.reversed().reduce(0.0) { $0 / 60 + $1 }
    guard degrees <= 180 else { return nil }
    value = isNegative ? -degrees : degrees
  }
}

extension String {
  fileprivate func replacingDecimal() -> String { String(map { $0 == "," ? "." : $0 }) }
}

/// A position in one cell: `19.43, -99.13`, `POINT (-99.13 19.43)`, `19°25'57"N 99°07'59"O`.
struct WrittenPosition: Hashable {
  /// Which of the two stands first where nothing in the cell says it.
  enum Order: String, Sendable {
    case latitudeFirst = "lat, lon"
    case longitudeFirst = "lon, lat"
    /// Well-known text, which has x first.
    case wellKnownText = "POINT (lon lat)"
  }

  var first: Double
  var second: Double
  /// What the cell itself says of the order.
  var order: Order?

  /// - Returns: nil for text that is no position in degrees.
  init?(_ text: String, mark: UInt8) {
    guard text.utf8.count <= 96 else { return nil }
    var text = text.trimmed
    if let named = text.lowercased().range(beginning: "point") {
      order = .wellKnownText
      text = String(text.dropFirst(named)).trimmed
      if text.first == "Z" || text.first == "z" { text = String(text.dropFirst()).trimmed }
    }
    while let open = text.first, let close = text.last, ["()", "[]", "{}", "\"\""].contains("\(open)\(close)"), text.count > 1 {
      text = String(text.dropFirst().dropLast()).trimmed
    }
    for divided in Self.halves(text) {
      guard let (a, b) = Self.pair(divided, mark) else { continue }
      if a.axis == .longitude || b.axis == .latitude { order = .longitudeFirst }
      if a.axis == .latitude || b.axis == .longitude { order = .latitudeFirst }
      (first, second) = (a.value, b.value)
      guard first.magnitude <= 180, second.magnitude <= 180, min(first.magnitude, second.magnitude) <= 90 else { continue }
      return
    }
    return nil
  }

  /// Longitude and latitude, by what the cell says, else by the order of its column.
  func coordinates(_ other: Order) -> (x: Double, y: Double)? {
    let (x, y) = (order ?? other) == .latitudeFirst ? (second, first) : (first, second)
    return y.magnitude <= 90 ? (x, y) : nil
  }

  /// The ways in which a text may be two: by a semicolon, by the only comma or the one before a blank, by a bar, by a blank.
  private static func halves(_ text: String) -> [(String, String)] {
    var found: [(String, String)] = []
    func add(_ place: String.Index, _ count: Int = 1) {
      found.append((String(text[..<place]).trimmed, String(text[text.index(place, offsetBy: count)...]).trimmed))
    }
    for mark: Character in [";", "|", "/"] {
      if let place = text.firstIndex(of: mark), text.lastIndex(of: mark) == place { add(place) }
    }
    let commas = text.indices.filter { text[$0] == "," }
    if commas.count == 1 { add(commas[0]) }
    // `19,43, -99,13`
    if commas.count == 3 { add(commas[1]) }
    let spaced = commas.filter { text.index(after: $0) < text.endIndex && text[text.index(after: $0)] == " " }
    if commas.count > 1, spaced.count == 1 { add(spaced[0]) }
    // After a letter of the first half, or at the only blank.
    if let letter = text.indices.first(where: { "NSnsEWOewo".contains(text[$0]) }), text.index(after: letter) < text.endIndex {
      add(text.index(after: letter), 0)
    }
    let blanks = text.indices.filter { text[$0] == " " }
    if blanks.count == 1 { add(blanks[0]) }
    return found.filter { !$0.0.isEmpty && !$0.1.isEmpty }
  }

  private static func pair(_ halves: (String, String), _ mark: UInt8) -> (WrittenCoordinate, WrittenCoordinate)? {
    guard let a = coordinate(halves.0, mark), let b = coordinate(halves.1, mark), a.axis == nil || a.axis != b.axis else {
      return nil
    }
    return (a, b)
  }

  private static func coordinate(_ text: String, _ mark: UInt8) -> WrittenCoordinate? {
    if let written = WrittenCoordinate(text, mark: mark) { return written }
    let bytes = Array(text.utf8)
    guard let value = bytes.span.number(mark) ?? bytes.span.mendedNumber(mark, isDegrees: true) else { return nil }
    return WrittenCoordinate(plain: value)
  }
}

extension WrittenCoordinate {
  init(plain value: Double) { (self.value, axis) = (value, nil) }
}

extension String {
  fileprivate var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first == " " || first == "\u{A0}" || first == "\t" { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "\u{A0}" || last == "\t" { rest.removeLast() }
    return String(rest)
  }

  /// The length of a beginning; nil for a text that begins otherwise.
  fileprivate func range(beginning word: String) -> Int? { hasPrefix(word) ? word.count : nil }
}
