internal import PlazaFormats
internal import PlazaLayers

/// Reads a small table whole: every cell as text.
enum PlainTable {
  /// Columns in the order of the file; blank cells are null.
  /// - Throws: `Failure` `table.not_a_table`, `table.bad_row`.
  static func read(_ file: InputFile) throws -> [Column] {
    let input = Input(file.name, path: file.path)
    guard FileForm(try input.head(FileForm.evidence)) == .text else {
      throw Failure(.notUnderstood, "table.not_a_table", ["file": file.name])
    }
    let source = try CSVPointSource(input, needsPosition: false)
    var request = PointRequest(positions: false)
    request.fields = Array(source.schema.fields.indices)
    let reader = try source.makeReader(request)
    var values = [[FieldValue]](repeating: [], count: source.schema.fields.count)
    var batch = PointBatch()
    while try reader.next(&batch) {
      for record in 0..<batch.count {
        if let reason = batch.states[record].reason, [.badRow, .badEncoding, .tooLong].contains(reason) {
          throw Failure(.notUnderstood, "table.bad_row", ["file": file.name, "line": String(batch.lines[record])])
        }
        for field in values.indices {
          let (start, end) = (batch.fields[field].starts[record], batch.fields[field].ends[record])
          let text = start < 0 ? "" : String(decoding: batch.text[Int(start)..<Int(end)], as: UTF8.self)
          values[field].append(text.isEmpty ? .null : .text(text))
        }
      }
    }
    return zip(source.schema.fields, values).map { Column(name: $0, values: $1) }
  }
}
