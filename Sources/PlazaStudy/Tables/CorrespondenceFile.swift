public import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

/// Reads tables `from_code,to_code,share`.
public enum CorrespondenceFile {
  static let fields = ["from_code", "to_code", "share"]

  /// - Throws: `Failure` as opening a table does, and as `Correspondence` does.
  public static func read(_ file: InputFile) throws -> Correspondence {
    let table = try file.open().table()
    let places = try fields.map { try table.column(named: $0) }
    let rows = table.rows.map { row in
      Correspondence.Row(line: row.line, from: row[places[0]], to: row[places[1]], share: row[places[2]])
    }
    return try Correspondence(rows, named: file.name, decimalMark: table.decimalMark)
  }
}
