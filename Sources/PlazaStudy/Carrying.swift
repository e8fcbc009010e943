public import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers

/// Reads tables `from_code,to_code,share`.
public enum CorrespondenceFile {
  static let fields = ["from_code", "to_code", "share"]

  /// - Throws: `Failure` `correspondence.no_field`, and as `Correspondence` does.
  public static func read(_ file: InputFile) throws -> Correspondence {
    let input = Input(file.name, path: file.path)
    guard FileForm(try input.head(FileForm.evidence)) == .text else {
      throw Failure(.notUnderstood, "correspondence.not_a_table", ["file": file.name])
    }
    let source = try CSVPointSource(input, needsPosition: false)
    var request = PointRequest(positions: false)
    for name in fields {
      guard let field = FieldNames.index(of: name, in: source.schema.fields) else {
        throw Failure(
          .notUnderstood, "correspondence.no_field",
          ["file": file.name, "field": name, "fields": source.schema.fields.joined(separator: ", ")])
      }
      request.fields.append(field)
    }
    let reader = try source.makeReader(request)
    var batch = PointBatch()
    var rows: [Correspondence.Row] = []
    while try reader.next(&batch) {
      for record in 0..<batch.count {
        if let reason = batch.states[record].reason, [.badRow, .badEncoding, .tooLong].contains(reason) {
          throw Failure(
            .notUnderstood, "correspondence.bad_row", ["file": file.name, "line": String(batch.lines[record])])
        }
        func text(_ slot: Int) -> String {
          let column = batch.fields[slot]
          guard column.starts[record] >= 0 else { return "" }
          return String(decoding: batch.text[Int(column.starts[record])..<Int(column.ends[record])], as: UTF8.self)
        }
        rows.append(.init(line: batch.lines[record], from: text(0), to: text(1), share: text(2)))
      }
    }
    return try Correspondence(rows, named: file.name, decimalMark: source.schema.decimalMark)
  }
}
