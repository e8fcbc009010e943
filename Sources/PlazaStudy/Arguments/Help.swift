public import ArgumentParser
internal import PlazaWords

/// A help text in the language that help is read in; it stands with what it explains, so that no option is without one.
/// - Parameter value: what stands for the value in a synopsis, as `field`; see `ValueName`.
public func help(_ en: String, es: String, pt: String, value: String? = nil) -> ArgumentHelp {
  ArgumentHelp(text(en, es: es, pt: pt), valueName: value.map { ValueName.text($0, in: HelpLanguage.current) })
}

/// A text in the language that help is read in.
public func text(_ en: String, es: String, pt: String) -> String {
  switch HelpLanguage.current {
  case .en: en
  case .es: es
  case .pt: pt
  }
}
