public import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
public import PlazaRecords

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
    let carried = try result.crosswalked(
      by: reading.table, from: former.name, to: reading.set, named: areas.name, hasOwnPopulations: fields.population != nil)
    for note in carried.notes { progress.emit(note) }
    result.addNotes(carried.notes)
    result.crosswalked = carried
  }
}

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
