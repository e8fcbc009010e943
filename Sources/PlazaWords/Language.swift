/// A language that Plaza speaks to people. Field names, JSON keys and exit codes are the same in all of them.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case en
  case es
  case pt

  /// The language of a tag or locale name: `es`, `es-419`, `pt_BR.UTF-8`, in any case; nil for any other language.
  ///
  /// `C` and `POSIX`, with or without an encoding, are English.
  public init?(tag: some StringProtocol) {
    let code = tag.prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }.lowercased()
    if let language = Language(rawValue: code) {
      self = language
    } else if code == "c" || code == "posix" {
      self = .en
    } else {
      return nil
    }
  }

  /// The language to speak: the option, else what the environment asks for, else English.
  ///
  /// The order is gettext's: the first language of the list `LANGUAGE` that we have, else the first of `LC_ALL`, `LC_MESSAGES`
  /// and `LANG` that is set, even if it names a language that we lack. As in gettext, `LANGUAGE` does not count when that locale is
  /// `C` or `POSIX`: a script that sets `LC_ALL=C` asks for untranslated text.
  /// - Parameter option: what the user chose for this run (`--lang`).
  /// - Parameter environment: the process's variables; an empty value counts as not set.
  public static func detected(option: Language? = nil, environment: [String: String]) -> Language {
    detection(option: option, environment: environment).language
  }

  /// The language to speak, and the variable that decided it: nil when the option did, or nothing.
  public static func detection(
    option: Language? = nil, environment: [String: String]
  ) -> (language: Language, variable: String?) {
    if let option { return (option, nil) }
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }

    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].first { value($0) != nil }
    let name = locale.flatMap(value)
    if name != "C", name != "POSIX", let list = value("LANGUAGE") {
      return (list.split(separator: ":").lazy.compactMap { Language(tag: $0) }.first ?? .en, "LANGUAGE")
    }
    return (name.flatMap { Language(tag: $0) } ?? .en, locale)
  }
}
