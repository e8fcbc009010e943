/// The words by which a row says that it holds the sum of others, in Spanish, Portuguese and English.
package enum TotalWords {
  /// Whether a cell says `TOTAL`, `Subtotal`, `suma`, `Total Milpa Alta`, `geral`, `grand total` …
  package static func isTotal(_ text: String) -> Bool { part(of: text) != nil }

  /// What a total is the total of: `milpa alta`, or empty for one that does not say; nil for a cell that is no total.
  package static func part(of text: String) -> String? {
    guard text.utf8.count <= 120 else { return nil }
    let folded = PlaceName.folded(text)
    if alone.contains(folded) { return "" }
    for beginning in beginnings where folded.hasPrefix(beginning) {
      let rest = folded.dropFirst(beginning.count)
      return alone.contains(String(rest)) ? "" : String(rest)
    }
    return nil
  }

  /// Whether a cell begins as what stands below a table does: `Fuente: …`, `Nota`, `Elaborado por …`, `* datos preliminares`.
  package static func isNote(_ text: String) -> Bool {
    if text.hasPrefix("*") { return true }
    let word = PlaceName.folded(text).split(separator: " ").first.map(String.init) ?? ""
    return notes.contains(word)
  }

  private static let notes: Set<String> = [
    "fuente", "fuentes", "nota", "notas", "elaboracion", "elaborado", "fonte", "fontes", "elaboracao", "obs", "observacion",
    "observaciones", "observacao", "observacoes", "source", "sources", "note", "notes", "corte", "actualizado", "actualizacion",
  ]

  private static let alone: Set<String> = [
    "total", "totales", "totais", "totals", "subtotal", "subtotales", "subtotais", "subtotals", "sub total", "suma", "sumas",
    "sumatoria", "suma total", "soma", "soma total", "sum", "gran total", "grand total", "total general", "total geral",
    "total nacional", "total pais", "geral", "total estatal", "total municipal", "total global",
  ]

  /// The longer first.
  private static let beginnings = [
    "gran total de ", "gran total ", "grand total ", "total general de ", "total general ", "total geral ", "subtotal de ",
    "subtotal ",
    "sub total ", "total de ", "total do ", "total da ", "total del ", "total en ", "total em ", "total ", "suma de ", "soma de ",
  ]
}
