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

  private func shown(_ value: String, as form: Template.Place.Form) -> String {
    switch form {
    case .plain: Printable.line(value)
    case .int, .number(decimals: nil): numbers.number(value)
    case .number(let decimals?): numbers.number(value, decimals: decimals)
    case .percent: numbers.percent(value)
    case .counted(let one, let many): numbers.number(value) + " " + (value == "1" ? one : many)
    case .plural(let one, let many): value == "1" ? one : many
    // A sentence with places would be shown with its places open: no recursion, no cycle.
    case .id: Catalogue.byID[value]?.text(in: language) ?? Printable.line(value)
    }
  }
}
