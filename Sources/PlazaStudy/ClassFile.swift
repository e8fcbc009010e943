internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
public import PlazaRecords

/// A table of crime classes as a step asks for it: the file, whose names, and at which level records are counted.
public struct ClassFile: Hashable, Sendable {
  public var file: InputFile
  /// Nil when the table has only one.
  public var country: String?
  /// 1 to 4; nil counts kinds.
  public var level: Int?

  public init(_ file: InputFile, country: String? = nil, level: Int? = nil) {
    self.file = file
    self.country = country
    self.level = level
  }

  /// - Throws: `Failure` with the first problem of the table, `classes.which_country`, `classes.no_country`, `classes.bad_level`, and
  ///   what reading the file throws.
  public func read() throws -> ClassMapping {
    let source = try CSVPointSource(Input(file.name, path: file.path), needsPosition: false)
    let fields = source.schema.fields
    let reader = try source.makeReader(PointRequest(fields: Array(fields.indices), positions: false))
    var rows: [ClassTable.Row] = []
    var batch = PointBatch()
    while try reader.next(&batch) {
      for record in 0..<batch.count {
        if batch.states[record] == .badRow || batch.states[record] == .badEncoding || batch.states[record] == .tooLong {
          throw Failure(.notUnderstood, "classes.bad_row", ["file": file.name, "line": String(batch.lines[record])])
        }
        let cells = fields.indices.map { slot in
          let column = batch.fields[slot]
          guard column.starts[record] >= 0 else { return "" }
          return String(decoding: batch.text[Int(column.starts[record])..<Int(column.ends[record])], as: UTF8.self)
        }
        rows.append(ClassTable.Row(line: Int(batch.lines[record]), cells: cells))
      }
    }
    do {
      return try ClassMapping(ClassTable(header: fields, rows: rows), file: file.name, country: country, level: level)
    } catch let error as ClassTableError {
      var failure = Failure(.notUnderstood, "")
      failure.diagnostic = error.problems[0].diagnostic(file: file.name)
      throw failure
    }
  }
}
