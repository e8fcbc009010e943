internal import PlazaAnalysis
internal import PlazaFormats
internal import PlazaLayers
internal import PlazaRecords

/// Reads tables `code,year[,sex,age],population` and standards `[sex,]age,population`.
enum PopulationFile {
  private typealias Column = PopulationColumn

  /// - Throws: `Failure` `population.no_field`, `population.doubtful_field`, as opening a table does, and as `PopulationTable` does.
  static func read(_ file: InputFile, fields: [PopulationColumn: String]) throws -> PopulationTable {
    let table = try Columns(file, fields: fields, needed: [.code, .year, .population])
    let rows = table.rows { line, text in
      PopulationTable.Row(
        line: line, code: text(.code) ?? "", year: text(.year) ?? "", sex: text(.sex), age: text(.age),
        population: text(.population) ?? "")
    }
    return try PopulationTable(
      rows, named: file.name, decimalMark: file.reading.decimalMark, mends: !file.reading.asWritten.contains(.thousands))
  }

  static func readStandard(_ file: InputFile) throws -> StandardTable {
    let table = try Columns(file, fields: [:], needed: [.population])
    guard table.has(.age) || table.has(.sex) else { throw table.noField(.age) }
    let rows = table.rows { line, text in
      StandardTable.Row(line: line, sex: text(.sex), age: text(.age), population: text(.population) ?? "")
    }
    return try StandardTable(
      rows, named: file.name, decimalMark: file.reading.decimalMark, mends: !file.reading.asWritten.contains(.thousands))
  }

  /// A table with the places of its columns.
  private struct Columns {
    private let table: Table
    private var places: [Column: Int] = [:]

    init(_ file: InputFile, fields: [Column: String], needed: Set<Column>) throws {
      table = try file.open().table()
      for column in Column.allCases {
        places[column] = try place(column, fields[column])
        if places[column] == nil, needed.contains(column) { throw noField(column) }
      }
    }

    func has(_ column: Column) -> Bool { places[column] != nil }

    func noField(_ column: Column) -> Failure {
      Failure(
        .notUnderstood, "population.no_field",
        ["file": table.name, "field": column.rawValue, "fields": table.header.joined(separator: ", ")])
    }

    /// The field that was named, else the one whose name is the most usual.
    private func place(_ column: Column, _ stated: String?) throws -> Int? {
      if let stated { return try table.column(named: stated, option: "--population-fields") }
      let names = table.header.map(FieldNames.normalised)
      for usual in PopulationFields.usual[column]! {
        let found = names.indices.filter { usual(names[$0]) }
        if found.count == 1 { return found[0] }
        if found.count > 1 {
          throw Failure(
            .usage, "population.doubtful_field",
            [
              "file": table.name, "field": column.rawValue,
              "fields": found.map { table.header[$0] }.joined(separator: ", "),
            ])
        }
      }
      return nil
    }

    func rows<Row>(_ row: (_ line: Int, _ text: (Column) -> String?) -> Row) -> [Row] {
      table.rows.map { cells in row(cells.line) { cells[places[$0]] } }
    }
  }
}

/// How Spanish, Portuguese and English tables call the columns of a population; what is asked first is the more certain.
private enum PopulationFields {
  static let usual: [PopulationColumn: [@Sendable (String) -> Bool]] = [
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
