public import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers

/// The other division of a join: the new areas and the table that leads to them.
public struct Carrying: Sendable {
  public var correspondence: InputFile
  public var areas: InputFile
  public var fields = AreaFields()

  public init(correspondence: InputFile, areas: InputFile) {
    self.correspondence = correspondence
    self.areas = areas
  }

  /// Both files, read and checked: what is wrong with them ends the run before the records are read.
  struct Reading {
    var table: Correspondence
    var set: AreaSet
  }

  func read(jobs: Int, progress: any ProgressSink) async throws -> Reading {
    let table = try CorrespondenceFile.read(correspondence)
    let reading = try LayerSources.read(areas, jobs: jobs)
    for note in reading.notes { progress.emit(note) }
    let set = try await AreaSet(reading.layer, named: areas.name, fields: fields, jobs: jobs)
    return Reading(table: table, set: set)
  }

  /// Carries a result, which then has the counts on both divisions.
  func carry(_ result: inout JoinResult, _ reading: Reading, from former: InputFile, progress: any ProgressSink) throws {
    let carried = try result.carried(
      by: reading.table, from: former.name, to: reading.set, named: areas.name, hasOwnPopulations: fields.population != nil)
    for note in carried.notes { progress.emit(note) }
    result.addNotes(carried.notes)
    result.carried = carried
  }
}

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
