internal import PlazaLayers

/// The columns that count people, read and checked.
struct PeopleColumns {
  /// Of each row; 0 where nobody knows.
  private(set) var totals: [Double] = []
  private(set) var isKnown: [Bool] = []
  private(set) var groups: [PeopleGroup] = []
  /// By group, of each row; not a number where nobody knows.
  private(set) var amounts: [[Double]] = []
  private(set) var notes: [Diagnostic] = []
  private let file: String

  /// Everybody in the table, sums taken in the order of the sizes so that rows may come in any.
  /// - Parameter left: rows that stand a second time.
  func total(without left: Set<Int> = []) -> PeopleCount {
    func sum(_ values: [Double]) -> Double {
      values.indices.filter { !left.contains($0) && !values[$0].isNaN }.map { values[$0] }.sorted().reduce(0, +)
    }
    let everybody = sum(totals)
    var count = PeopleCount(total: everybody, low: everybody, high: everybody, groups: amounts.map(sum))
    for group in amounts.indices where amounts[group].contains(where: \.isNaN) { count.groups[group] = .nan }
    return count
  }

  /// Whether two rows say the same of everybody and every group.
  func isSame(_ one: Int, _ other: Int) -> Bool {
    isKnown[one] == isKnown[other] && totals[one] == totals[other]
      && amounts.allSatisfy { $0[one] == $0[other] || $0[one].isNaN && $0[other].isNaN }
  }

  /// - Throws: `Failure` `people.no_field`, `people.doubtful_field`, `people.bad_number`, `people.bad_group`, `people.two_columns`,
  ///   `sex.ambiguous`.
  init(_ columns: [Column], file: String, fields: PeopleFields) throws {
    let names = columns.map(\.name)
    let population = try Self.population(names, file: file, stated: fields.population)
    let read = try Self.numbers(columns[population], file: file)
    try self.init(totals: read.values, columns, besides: population, file: file, fields: fields)
    notes += read.notes
    if fields.population == nil {
      notes.insert(Diagnostic(.note, "people.field", ["file": file, "field": names[population]]), at: 0)
    }
  }

  /// - Parameter totals: of each row, where they were read elsewhere.
  init(totals known: [Double?], _ columns: [Column], besides population: Int?, file: String, fields: PeopleFields) throws {
    self.file = file
    let names = columns.map(\.name)
    totals = known.map { $0 ?? 0 }
    isKnown = known.map { $0 != nil }
    let unknown = known.count { $0 == nil }
    if unknown > 0 { notes.append(Diagnostic(.warning, "people.unknown", ["file": file, "count": String(unknown)])) }
    let chosen =
      fields.groups.isEmpty
      ? try GroupColumns.found(columns, file: file, besides: population)
      : try GroupColumns.stated(fields.groups, names, file: file)
    notes += chosen.notes
    for (group, column) in chosen.columns {
      groups.append(group)
      let read = try Self.numbers(columns[column], file: file)
      amounts.append(read.values.map { $0 ?? .nan })
      notes += read.notes
    }
    let lacking = chosen.columns.indices.filter { amounts[$0].contains(where: \.isNaN) }
    if !lacking.isEmpty {
      notes.append(
        Diagnostic(
          .warning, "people.groups_unknown",
          [
            "file": file, "count": String(lacking.reduce(0) { $0 + amounts[$1].count(where: \.isNaN) }),
            "fields": lacking.map { names[chosen.columns[$0].column] }.joined(separator: ", "),
          ]))
    }
    if !groups.isEmpty, fields.groups.isEmpty {
      let used = chosen.columns.map { names[$0.column] }.joined(separator: ", ")
      notes.append(Diagnostic(.note, "people.group_fields", ["file": file, "fields": used]))
    }
    compare()
  }

  /// The people of each row; nil where nobody knows.
  static func numbers(_ column: Column, file: String) throws -> (values: [Double?], notes: [Diagnostic]) {
    let read = try NumberColumn.readPeople(
      column.values, places: Array(1...max(1, column.values.count)), file: file, field: column.name)
    if let bad = read.bad {
      throw Failure(
        .notUnderstood, "people.bad_number",
        ["file": file, "feature": String(bad + 1), "field": column.name, "value": column.values[bad].text ?? ""])
    }
    return (read.values, read.notes)
  }

  private static func population(_ names: [String], file: String, stated: String?) throws -> Int {
    if let stated {
      if let index = FieldNames.index(of: stated, in: names) { return index }
      throw Failure(
        .notUnderstood, "people.no_field", ["file": file, "field": stated, "fields": names.joined(separator: ", ")])
    }
    let known: Set<String> = [
      "poblacion", "poblacao", "populacao", "population", "pob", "pobtot", "pob_total", "poblacion_total", "pob_tot", "pop",
      "habitantes", "residentes", "residents", "personas", "pessoas", "people", "total_population", "populacao_total",
    ]
    let found = names.indices.filter { known.contains(FieldNames.normalised(names[$0])) }
    if found.count == 1 { return found[0] }
    let candidates = found.isEmpty ? names : found.map { names[$0] }
    throw Failure(.usage, "people.doubtful_field", ["file": file, "fields": candidates.joined(separator: ", ")])
  }

  /// Parts that should add up to everybody and do not are told, never corrected.
  private mutating func compare() {
    for parts in GroupColumns.divisions(groups) {
      var differing = 0
      var (stated, summed) = ([Double](), [Double]())
      for row in totals.indices where isKnown[row] && !parts.contains(where: { amounts[$0][row].isNaN }) {
        let sum = parts.reduce(0) { $0 + amounts[$1][row] }
        if (sum - totals[row]).magnitude > 1e-6 * max(1, totals[row]) { differing += 1 }
        stated.append(totals[row])
        summed.append(sum)
      }
      guard differing > 0 else { continue }
      notes.append(
        Diagnostic(
          .warning, "people.groups_differ",
          [
            "file": file, "count": String(differing), "total": NumberText.text(stated.sorted().reduce(0, +)) ?? "",
            "sum": NumberText.text(summed.sorted().reduce(0, +)) ?? "",
          ]))
    }
  }
}
