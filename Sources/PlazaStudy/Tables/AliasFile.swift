internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

/// A table of other names for areas: `alias` and `name` or `code`, perhaps `level`; or for kinds: `alias` and `kind`. The header may be
/// Spanish or Portuguese.
enum AliasFile {
  /// - Throws: `Failure`: `aliases.header`, `aliases.row`, and what reading the table throws.
  static func read(_ file: InputFile) throws -> [AreaAlias] {
    let table = try file.open().table()
    let code = table.column(called: ["code", "codigo"])
    let name = table.column(called: ["name", "nombre", "nome"])
    let level = table.column(called: ["level", "nivel"])
    let kind = table.column(called: ["kind", "tipo", "delito", "crime"])
    guard let alias = table.column(called: ["alias"]), code != nil || name != nil || kind != nil else {
      throw Failure(
        .notUnderstood, "aliases.header", ["file": file.name, "fields": table.header.joined(separator: ", ")])
    }
    return try table.rows.map { row in
      func text(_ column: Int?) -> String { row[column]?.trimmed ?? "" }
      if !text(kind).isEmpty, !text(alias).isEmpty {
        return .init(alias: text(alias), target: text(kind), isCode: false, isKind: true)
      }
      let isCode = !text(code).isEmpty
      let target = isCode ? text(code) : text(name)
      guard !text(alias).isEmpty, !target.isEmpty else {
        throw Failure(.notUnderstood, "aliases.row", ["file": file.name, "line": String(row.line)])
      }
      let stated = text(level)
      return .init(alias: text(alias), target: target, isCode: isCode, level: stated.isEmpty ? nil : stated)
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
