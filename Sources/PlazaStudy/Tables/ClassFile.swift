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
    let table = try file.open().table()
    let rows = table.rows.map { row in ClassTable.Row(line: row.line, cells: table.header.indices.map { row[$0] }) }
    do {
      return try ClassMapping(ClassTable(header: table.header, rows: rows), file: file.name, country: country, level: level)
    } catch let error as ClassTableError {
      var failure = Failure(.notUnderstood, "")
      failure.diagnostic = error.problems[0].diagnostic(file: file.name)
      throw failure
    }
  }
}
