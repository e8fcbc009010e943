/// The text of a sentence taken apart: what stands as it is, and the places to fill.
struct Template: Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    case text(String)
    case place(Place)
  }

  struct Place: Hashable, Sendable {
    enum Form: Hashable, Sendable {
      case plain
      case int
      case number(decimals: Int?)
      case percent
      /// A share of one in percent, whole where it is: the limit of a class.
      case share
      /// A day, `2024-10-15`, as it is said; other text as it is.
      case date
      case counted(one: String, many: String)
      case plural(one: String, many: String)
      case id
    }

    var name: String
    var form: Form
  }

  var pieces: [Piece] = []

  /// Braces that are no place, as `{}` or one that never closes, are text.
  init(_ source: String) {
    var rest = source[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      let inner = rest[rest.index(after: open)..<close]
      pieces.append(Place(inner).map { .place($0) } ?? .text(String(rest[open...close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
  }

  var places: [Place] {
    pieces.compactMap { if case .place(let place) = $0 { place } else { nil } }
  }
}

extension Template.Place {
  fileprivate init?(_ inner: Substring) {
    let halves = inner.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = halves.first, !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else { return nil }
    self.name = String(name)
    guard halves.count == 2 else {
      form = .plain
      return
    }
    let words = halves[1].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    switch (words[0], words.count) {
    case ("int", 1): form = .int
    case ("int", 3): form = .counted(one: words[1], many: words[2])
    case ("plural", 3): form = .plural(one: words[1], many: words[2])
    case ("percent", 1): form = .percent
    case ("share", 1): form = .share
    case ("date", 1): form = .date
    case ("id", 1): form = .id
    case ("number", 1): form = .number(decimals: nil)
    default:
      guard words.count == 1, words[0].hasPrefix("number."), let decimals = Int(words[0].dropFirst(7)), 0...9 ~= decimals
      else { return nil }
      form = .number(decimals: decimals)
    }
  }
}
