public import ArgumentParser
internal import PlazaWords

/// A help text in the language that help is read in; it stands with what it explains, so that no option is without one.
/// - Parameter value: what stands for the value in a synopsis, as `field`; a word of `valueNames`.
public func help(_ en: String, es: String, pt: String, value: String? = nil) -> ArgumentHelp {
  ArgumentHelp(
    stringLiteral: text(en, es: es, pt: pt), value: value.map { Words(HelpLanguage.current).render(id: "value.\($0)") })
}

/// A text in the language that help is read in.
public func text(_ en: String, es: String, pt: String) -> String {
  switch HelpLanguage.current {
  case .en: en
  case .es: es
  case .pt: pt
  }
}

extension ArgumentHelp {
  fileprivate init(stringLiteral abstract: String, value: String?) { self.init(abstract, valueName: value) }
}
