/// The months by their names and abbreviations in Spanish, Portuguese and English.
package enum MonthName {
  /// 1 to 12; nil for another word.
  /// - Parameter name: in lower case and without accents.
  package static func number(_ name: String) -> Int? { names[name] }

  private static let names: [String: Int] = {
    let spoken = [
      ["enero", "janeiro", "january", "ene", "jan"], ["febrero", "fevereiro", "february", "feb", "fev"],
      ["marzo", "marco", "march", "mar"], ["abril", "april", "abr", "apr"], ["mayo", "maio", "may", "mai"],
      ["junio", "junho", "june", "jun"], ["julio", "julho", "july", "jul"], ["agosto", "august", "ago", "aug"],
      ["septiembre", "setiembre", "setembro", "september", "sep", "sept", "set"],
      ["octubre", "outubro", "october", "oct", "out"], ["noviembre", "novembro", "november", "nov"],
      ["diciembre", "dezembro", "december", "dic", "dez", "dec"],
    ]
    return Dictionary(uniqueKeysWithValues: spoken.enumerated().flatMap { month, names in names.map { ($0, month + 1) } })
  }()
}
