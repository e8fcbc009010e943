/// The words that stand for "nothing known" in a table: one list for every column of numbers and dates, in every file.
///
/// In a column of text they are values: `NA` is Namibia, and an office may have a kind `Ignorado`.
package enum MissingText {
  /// As they are compared: in lower case, without accents and with single blanks.
  package static let words: Set<String> = [
    ".", "..", "...", "-", "--", "---", "–", "—", "*", "**", "***", "?",
    "na", "n/a", "n.a.", "#n/a", "<na>", "nd", "n/d", "n.d.", "#n/d", "ne", "n/e", "n/i", "n.i.", "ni", "s/d", "s.d.", "sd",
    "s/i",
    "s.i.", "s/n", "s/inf", "null", "(null)", "<null>", "[null]", "\\n", "nan", "#nan", "none", "nil", "nulo", "nula",
    "undefined",
    "vacio", "(vacio)", "en blanco", "(en blanco)", "(blank)", "blank", "empty",
    "sin dato", "sin datos", "sin informacion", "sin especificar", "sin registro", "sin fecha", "sin coordenadas", "sin hora",
    "no disponible", "no disp.", "no dispone", "no informado", "no informada", "no informa", "no especificado", "no especificada",
    "no especifica", "no identificado", "no identificada", "no registra", "no registrado", "no reporta", "no reportado",
    "no consta",
    "no aplica", "no sabe", "se desconoce", "se ignora", "ignorado", "ignorada", "desconocido", "desconocida",
    "dato no disponible",
    "sem dado", "sem dados", "sem informacao", "sem data", "sem registro", "nao disponivel", "nao informado", "nao informada",
    "nao especificado", "nao especificada", "nao consta", "nao se aplica", "desconhecido", "desconhecida",
    "not available", "not applicable", "not known", "not stated", "not reported", "not specified", "no data", "unknown",
    "missing", "unspecified",
  ]

  private static let longest = words.lazy.map(\.utf8.count).max() ?? 0

  /// Whether a cell is blank or one of the words.
  package static func matches(_ start: UnsafePointer<UInt8>, count: Int) -> Bool {
    var (from, to) = (0, count)
    while from < to, start[from] <= 0x20 { from += 1 }
    while to > from, start[to - 1] <= 0x20 { to -= 1 }
    // A no-break space is as blank as another, and a letter may take two bytes.
    guard from < to else { return true }
    if start[from] &- 0x30 < 10 || to - from > longest * 2 { return false }
    let text = KindName.folded(String(decoding: UnsafeBufferPointer(start: start + from, count: to - from), as: UTF8.self))
    return text.isEmpty || words.contains(text)
  }

  package static func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in bytes.baseAddress.map { matches($0, count: bytes.count) } ?? true }
  }
}
