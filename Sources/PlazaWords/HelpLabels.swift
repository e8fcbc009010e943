/// The labels of the argument parser's help screens, which it knows in English only.
public enum HelpLabels {
  private static let labels: [(en: String, es: String, pt: String)] = [
    ("OVERVIEW: ", es: "DESCRIPCIÓN: ", pt: "DESCRIÇÃO: "),
    ("USAGE: ", es: "USO: ", pt: "USO: "),
    ("ARGUMENTS:", es: "ARGUMENTOS:", pt: "ARGUMENTOS:"),
    ("OPTIONS:", es: "OPCIONES:", pt: "OPÇÕES:"),
    ("SUBCOMMANDS:", es: "SUBCOMANDOS:", pt: "SUBCOMANDOS:"),
    ("for detailed help.", es: "explica cada uno.", pt: "explica cada um."),
    ("for more information.", es: "dice más.", pt: "diz mais."),
    ("  See 'plaza", es: "  'plaza", pt: "  'plaza"),
    ("<options>", es: "<opciones>", pt: "<opções>"),
    ("<subcommand>", es: "<subcomando>", pt: "<subcomando>"),
    ("(default)", es: "(por defecto)", pt: "(padrão)"),
    ("(default:", es: "(por defecto:", pt: "(padrão:"),
    ("default: ", es: "por defecto: ", pt: "padrão: "),
    ("(values:", es: "(valores:", pt: "(valores:"),
    ("Show help information.", es: "Muestra la ayuda.", pt: "Mostra a ajuda."),
    ("Show the version.", es: "Muestra la versión.", pt: "Mostra a versão."),
    ("Show subcommand help information.", es: "Muestra la ayuda de un subcomando.", pt: "Mostra a ajuda de um subcomando."),
  ]

  /// A help screen with its labels in a language; what it explains is in that language already.
  public static func translated(_ screen: String, to language: Language) -> String {
    guard language != .en else { return screen }
    return screen.split(separator: "\n", omittingEmptySubsequences: false).map { translated(line: $0, to: language) }
      .joined(separator: "\n")
  }

  private static func translated(line: Substring, to language: Language) -> String {
    var text = String(line)
    for label in labels {
      guard let range = text.firstRange(of: label.en) else { continue }
      text.replaceSubrange(range, with: language == .es ? label.es : label.pt)
    }
    return text
  }
}

extension String {
  /// Where a text stands; the standard library's own brings regular expressions with it.
  fileprivate func firstRange(of other: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
      start = index(after: start)
    }
    return nil
  }
}
