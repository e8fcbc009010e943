internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

/// A table of other names for areas: `alias` and `name` or `code`, perhaps `level`; the header may be Spanish or Portuguese.
enum AliasFile {
  /// - Throws: `Failure`: `aliases.header`, and what reading the file throws.
  static func read(_ file: InputFile) throws -> [AreaAlias] {
    let source = try CSVPointSource(Input(file.name, path: file.path), needsPosition: false)
    let fields = source.schema.fields.map(FieldNames.normalised)
    func place(_ names: [String]) -> Int? { fields.firstIndex { names.contains($0) } }
    let alias = place(["alias"])
    let code = place(["code", "codigo"])
    let name = place(["name", "nombre", "nome"])
    let level = place(["level", "nivel"])
    guard let alias, code != nil || name != nil else {
      throw Failure(
        .notUnderstood, "aliases.header", ["file": file.name, "fields": source.schema.fields.joined(separator: ", ")])
    }
    let reader = try source.makeReader(PointRequest(fields: Array(fields.indices), positions: false))
    var aliases: [AreaAlias] = []
    var batch = PointBatch()
    while try reader.next(&batch) {
      for record in 0..<batch.count {
        func text(_ field: Int?) -> String {
          guard let field, batch.fields[field].starts[record] >= 0 else { return "" }
          let bytes = batch.text[Int(batch.fields[field].starts[record])..<Int(batch.fields[field].ends[record])]
          return String(decoding: bytes, as: UTF8.self).trimmed
        }
        let isCode = !text(code).isEmpty
        let target = isCode ? text(code) : text(name)
        guard batch.states[record] != .badRow, !text(alias).isEmpty, !target.isEmpty else {
          throw Failure(.notUnderstood, "aliases.row", ["file": file.name, "line": String(batch.lines[record])])
        }
        let stated = text(level)
        aliases.append(.init(alias: text(alias), target: target, isCode: isCode, level: stated.isEmpty ? nil : stated))
      }
    }
    return aliases
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
