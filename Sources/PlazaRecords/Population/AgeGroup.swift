internal import PlazaLayers

/// Whole years of age from one to another, both included; the last group of a table is open.
public struct AgeGroup: Hashable, Sendable {
  public var first: Int
  /// Nil when there is no last age.
  public var last: Int?

  public init(first: Int, last: Int?) {
    self.first = first
    self.last = last
  }

  /// `0-4`, `80+`, `7`.
  public var label: String {
    guard let last else { return "\(first)+" }
    return first == last ? "\(first)" : "\(first)-\(last)"
  }

  package func contains(_ other: AgeGroup) -> Bool {
    first <= other.first && (last == nil || other.last.map { $0 <= last! } ?? false)
  }

  package func meets(_ other: AgeGroup) -> Bool {
    first <= other.last ?? .max && other.first <= last ?? .max
  }
}

/// What a cell says of an age, as a number or as the name of a group.
package enum AgeText: Hashable, Sendable {
  case group(AgeGroup)
  /// Blank, or a word for an age that nobody knows.
  case unknown
  /// All ages together.
  case total
  case unreadable

  package static let limit = 150

  private static let open: Set = ["mas", "mais", "over", "older", "more", "plus", "up", "above", "+", "≥"]
  private static let under: Set = ["menor", "menores", "menos", "under", "less", "younger", "<"]
  private static let months: Set = ["mes", "meses", "month", "months"]
  private static let days: Set = ["hora", "horas", "dia", "dias", "semana", "semanas", "hours", "day", "days", "week", "weeks"]
  private static let linking: Set = [
    "a", "y", "e", "o", "ou", "or", "and", "to", "de", "del", "entre", "hasta", "ate", "from", "than", "que", "un", "ano", "anos",
    "year", "years", "old", "edad", "idade", "age", "aged", "-", "–", "—",
  ]
  private static let unknowns: Set = [
    "ignorado", "ignorada", "desconocido", "desconocida", "desconhecido", "desconhecida", "unknown", "especificado",
    "especificada", "informado", "informada", "declarado", "declarada", "dato", "dado", "n/a", "na", "nd", "ne", "ni", "ns", "sd",
    "s/d", "null",
  ]
  private static let totals: Set = ["total", "todas", "todos", "all"]

  /// Reads `47`, `47.0`, `0-4`, `00 a 04`, `De 5 a 9 años`, `80+`, `80 y más`, `menores de 5 años`, `3 meses`.
  ///
  /// A word that is none of those that ages are told with makes the text unreadable: `05-sep` is a group that a spreadsheet took for a day.
  package static func read(_ text: String) -> AgeText {
    let tokens = tokens(FieldNames.normalised(text))
    let words = tokens.filter { Int($0) == nil }
    let numbers = tokens.compactMap { Int($0) }
    func has(_ set: Set<String>) -> Bool { words.contains(where: set.contains) }
    guard !numbers.isEmpty else {
      if words.isEmpty || has(unknowns) { return .unknown }
      return has(totals) ? .total : .unreadable
    }
    let known = linking.union(open).union(under).union(months).union(days)
    guard words.allSatisfy(known.contains), numbers.allSatisfy({ $0 <= limit || has(months) || has(days) }) else {
      return .unreadable
    }
    switch numbers.count {
    case 1:
      let number = numbers[0]
      if tokens[0] == "-" { return .unreadable }
      if has(days) { return .group(AgeGroup(first: 0, last: 0)) }
      if has(months) { return number / 12 <= limit ? .group(AgeGroup(first: number / 12, last: number / 12)) : .unreadable }
      if has(under) { return number > 0 ? .group(AgeGroup(first: 0, last: number - 1)) : .unreadable }
      if has(open) { return .group(AgeGroup(first: number, last: nil)) }
      return .group(AgeGroup(first: number, last: number))
    case 2:
      guard numbers[0] <= numbers[1], !has(open), !has(under), !has(months), !has(days) else { return .unreadable }
      return .group(AgeGroup(first: numbers[0], last: numbers[1]))
    default: return .unreadable
    }
  }

  /// Runs of digits, runs of letters, and single signs; the fraction of a number is dropped with its point.
  private static func tokens(_ text: String) -> [String] {
    let characters = Array(text)
    func isDigit(_ place: Int) -> Bool { place < characters.count && (characters[place].asciiValue ?? 0) &- 0x30 < 10 }
    var tokens: [String] = []
    var place = 0
    func run(_ belongs: (Int) -> Bool) -> String {
      let start = place
      while place < characters.count, belongs(place) { place += 1 }
      return String(characters[start..<place])
    }
    while place < characters.count {
      if isDigit(place) {
        tokens.append(run(isDigit))
        if place < characters.count, ".,".contains(characters[place]), isDigit(place + 1) {
          place += 1
          _ = run(isDigit)
        }
      } else if characters[place].isLetter {
        tokens.append(run { characters[$0].isLetter || characters[$0] == "/" })
      } else {
        if !characters[place].isWhitespace, !".,()".contains(characters[place]) { tokens.append(String(characters[place])) }
        place += 1
      }
    }
    return tokens
  }
}
