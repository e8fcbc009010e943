package import PlazaLayers
package import PlazaWords

extension Words {
  /// A piece of text in the language of the words.
  package func shown(_ text: StyleText) -> String { self.text(text) }

  func text(_ text: StyleText) -> String {
    switch text {
    case .sentence(let id, let values): render(id: id, values: values)
    case .verbatim(let text): text
    case .field(let name): meaning(ofField: name) ?? name
    }
  }

  /// A value as a reader wants to see it: numbers with three digits or all those before the mark.
  func shown(_ value: FieldValue) -> String? {
    guard case .number(let digits) = value, let number = Double(digits) else { return value.text }
    guard number != number.rounded() else { return self.number(value.text ?? digits) }
    var scale = 1.0
    while number.magnitude * scale < 100, scale < 1e6 { scale *= 10 }
    return NumberText.text((number * scale).rounded() / scale).map { self.number($0) }
  }
}
