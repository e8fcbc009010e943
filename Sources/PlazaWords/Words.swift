/// Turns the ids and values of diagnostics into sentences of one language.
public struct Words: Hashable, Sendable {
  public let language: Language
  private let numbers: NumberStyle

  public init(_ language: Language) {
    self.language = language
    numbers = NumberStyle(language)
  }

  /// The sentence `id` with its places filled.
  ///
  /// Nothing a caller passes can fail: an unknown id comes back as itself with its values in order of their names, and a place
  /// without a value stays visible as `{name}`.
  /// - Parameter values: machine text by place (`1302640`, `0.0312`).
  public func render(id: String, values: [String: String] = [:]) -> String {
    guard let sentence = Catalogue.byID[id] else {
      return values.sorted { $0.key < $1.key }.reduce(id) { $0 + " \($1.key)=\(Printable.line($1.value))" }
    }
    var result = ""
    for piece in Template(sentence.text(in: language)).pieces {
      switch piece {
      case .text(let text): result += text
      case .place(let place): result += values[place.name].map { shown($0, as: place.form) } ?? "{\(place.name)}"
      }
    }
    return result
  }

  /// Whether the catalogue has a sentence of this id.
  public static func has(id: String) -> Bool { Catalogue.byID[id] != nil }

  /// `1302640` as this language writes it; text that is not a number comes back unchanged.
  public func number(_ text: String) -> String { numbers.number(text) }

  /// A share of one in percent: `0.0312` is `3.1 %`.
  public func percent(_ text: String) -> String { numbers.percent(text) }

  /// `2024-10-15` as a person says it: *15 de octubre de 2024*; text that is no such day comes back unchanged.
  public func date(_ text: String) -> String {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      1...12 ~= month, 1...31 ~= day
    else { return Printable.line(text) }
    // The first of a month is the first, not one, in Portuguese.
    let number = language == .pt && day == 1 ? "1º" : String(day)
    return render(id: "date.day", values: ["day": number, "month": "month.\(month)", "year": String(year)])
  }

  private func shown(_ value: String, as form: Template.Place.Form) -> String {
    switch form {
    case .plain: Printable.line(value)
    case .int, .number(decimals: nil): numbers.number(value)
    case .number(let decimals?): numbers.number(value, decimals: decimals)
    case .percent: numbers.percent(value)
    case .share: numbers.share(value)
    case .date: date(value)
    case .counted(let one, let many): numbers.number(value) + " " + (value == "1" ? one : many)
    case .plural(let one, let many): value == "1" ? one : many
    // A sentence with places would be shown with its places open: no recursion, no cycle.
    case .id: Catalogue.byID[value]?.text(in: language) ?? Printable.line(value)
    }
  }
}
