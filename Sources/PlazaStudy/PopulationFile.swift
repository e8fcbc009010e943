internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

/// Reads tables `code,year[,sex,age],population` and standards `[sex,]age,population`.
enum PopulationFile {
  private typealias Column = RateFiles.Column

  /// - Throws: `Failure` `population.no_field`, `population.doubtful_field`, `population.not_a_table`, `population.bad_row`, and as
  ///   `PopulationTable` does.
  static func read(_ file: InputFile, fields: [RateFiles.Column: String]) throws -> PopulationTable {
    let table = try Reading(file, fields: fields, needed: [.code, .year, .population])
    var rows: [PopulationTable.Row] = []
    try table.eachRow { line, text in
      rows.append(
        .init(
          line: line, code: text(.code) ?? "", year: text(.year) ?? "", sex: text(.sex), age: text(.age),
          population: text(.population) ?? ""))
    }
    return try PopulationTable(rows, named: file.name, decimalMark: table.decimalMark)
  }

  static func readStandard(_ file: InputFile) throws -> StandardTable {
    let table = try Reading(file, fields: [:], needed: [.population])
    guard table.has(.age) || table.has(.sex) else { throw table.noField(.age) }
    var rows: [StandardTable.Row] = []
    try table.eachRow { line, text in
      rows.append(.init(line: line, sex: text(.sex), age: text(.age), population: text(.population) ?? ""))
    }
    return try StandardTable(rows, named: file.name, decimalMark: table.decimalMark)
  }

  /// A table with the places of its columns.
  private struct Reading {
    let source: CSVPointSource
    private let file: String
    private var slots: [Column: Int] = [:]
    private var request = PointRequest(positions: false)

    init(_ file: InputFile, fields: [Column: String], needed: Set<Column>) throws {
      self.file = file.name
      let input = Input(file.name, path: file.path)
      guard FileForm(try input.head(FileForm.evidence)) == .text else {
        throw Failure(.notUnderstood, "population.not_a_table", ["file": file.name])
      }
      source = try CSVPointSource(input, needsPosition: false)
      for column in Column.allCases {
        guard let place = try place(column, fields[column]) else {
          if needed.contains(column) { throw noField(column) }
          continue
        }
        slots[column] = request.fields.count
        request.fields.append(place)
      }
    }

    var decimalMark: UInt8 { source.schema.decimalMark }

    func has(_ column: Column) -> Bool { slots[column] != nil }

    func noField(_ column: Column) -> Failure {
      Failure(
        .notUnderstood, "population.no_field",
        ["file": file, "field": column.rawValue, "fields": source.schema.fields.joined(separator: ", ")])
    }

    /// The field that was named, else the one whose name is the most usual.
    private func place(_ column: Column, _ stated: String?) throws -> Int? {
      let all = source.schema.fields
      if let stated {
        guard let place = FieldNames.index(of: stated, in: all) else {
          throw Failure(
            .notUnderstood, "population.no_field",
            ["file": file, "field": stated, "fields": all.joined(separator: ", ")])
        }
        return place
      }
      let names = all.map(FieldNames.normalised)
      for usual in PopulationFields.usual[column]! {
        let found = names.indices.filter { usual(names[$0]) }
        if found.count == 1 { return found[0] }
        if found.count > 1 {
          throw Failure(
            .usage, "population.doubtful_field",
            ["file": file, "field": column.rawValue, "fields": found.map { all[$0] }.joined(separator: ", ")])
        }
      }
      return nil
    }

    func eachRow(_ body: (_ line: Int, _ text: (Column) -> String?) -> Void) throws {
      let reader = try source.makeReader(request)
      var batch = PointBatch()
      while try reader.next(&batch) {
        for record in 0..<batch.count {
          if let reason = batch.states[record].reason, [.badRow, .badEncoding, .tooLong].contains(reason) {
            throw Failure(.notUnderstood, "population.bad_row", ["file": file, "line": String(batch.lines[record])])
          }
          body(batch.lines[record]) { column in
            guard let slot = slots[column] else { return nil }
            let cells = batch.fields[slot]
            guard cells.starts[record] >= 0 else { return "" }
            return String(decoding: batch.text[Int(cells.starts[record])..<Int(cells.ends[record])], as: UTF8.self)
          }
        }
      }
    }
  }
}

/// How Spanish, Portuguese and English tables call the columns of a population; what is asked first is the more certain.
private enum PopulationFields {
  static let usual: [RateFiles.Column: [@Sendable (String) -> Bool]] = [
    .code: [{ ["code", "codigo"].contains($0) }, { FieldNames.isCode($0) }],
    .year: [{ ["year", "anio", "ano", "annio", "agno"].contains($0) }, { $0.hasPrefix("ano_") || $0.hasPrefix("anio_") }],
    .sex: [{ ["sex", "sexo"].contains($0) }, { ["genero", "gender"].contains($0) }],
    .age: [
      { ["age", "edad", "idade"].contains($0) },
      {
        let words = Set($0.split { " _-.".contains($0) }.map(String.init))
        let groups: Set = [
          "grupo", "grupos", "group", "groups", "faixa", "faixas", "rango", "rangos", "quinquenal", "quinquenales",
        ]
        let ages: Set = [
          "age", "ages", "edad", "edades", "idade", "idades", "etario", "etaria", "etarios", "etarias", "quinquenal",
        ]
        return !words.isDisjoint(with: groups) && !words.isDisjoint(with: ages)
      },
    ],
    .population: [
      { ["population", "poblacion", "populacao"].contains($0) },
      { name in ["pob", "pop", "hab"].contains { name.hasPrefix($0) } || name == "personas" || name == "pessoas" },
      { ["persons", "people", "residentes", "residents", "total"].contains($0) },
    ],
  ]
}
