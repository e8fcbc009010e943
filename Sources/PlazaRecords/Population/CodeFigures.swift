internal import PlazaLayers

/// The figures of one code, put together from its rows.
struct CodeFigures {
  package struct Entry {
    package var line: Int
    package var year: Int
    package var cell: StratumRows.Cell
    package var population: Double
  }

  let code: String
  private(set) var years: [PopulationTable.Figures] = []
  /// Whether they are by stratum; a code that has totals only is not.
  let isDivided: Bool
  /// The rows that make them; totals beside their parts do not.
  private(set) var used = 0
  /// Strata without a row in a year that has others: nobody is taken to be in them.
  private(set) var missing: [(year: Int, stratum: String)] = []

  /// - Throws: `Failure` `population.repeated`.
  init(_ entries: [Entry], code: String, sexes: [Sex], ages: [AgeGroup], file: String) throws {
    self.code = code
    let hasStrata = !sexes.isEmpty || !ages.isEmpty
    isDivided = !hasStrata || entries.contains { $0.cell.sex != nil || $0.cell.age != nil }
    let divided = isDivided
    let used = entries.filter { divided ? !$0.cell.isTotal : $0.cell.isWhole }
    self.used = used.count
    let count = max(1, sexes.count) * max(1, ages.count)
    for (year, rows) in Dictionary(grouping: used, by: \.year).sorted(by: { $0.key < $1.key }) {
      var figures = PopulationTable.Figures(year: year, strata: Array(repeating: 0, count: count), rest: 0)
      var lines: [StratumRows.Cell: Int] = [:]
      var isKnown = [Bool](repeating: false, count: count)
      // The order of the rows decides nothing: sums of several rows run by what they say.
      for row in rows.sorted(by: { $0.line < $1.line }) {
        if let other = lines.updateValue(row.line, forKey: row.cell) {
          throw Failure(
            .notUnderstood, "population.repeated",
            ["file": file, "line": String(row.line), "other": String(other), "code": code, "year": String(year)])
        }
        guard isDivided, !row.cell.isUnknown else { continue }
        let sex = row.cell.sex.flatMap(sexes.firstIndex) ?? 0
        let age = row.cell.age.flatMap(ages.firstIndex) ?? 0
        figures.strata[sex * max(1, ages.count) + age] = row.population
        isKnown[sex * max(1, ages.count) + age] = true
      }
      figures.rest = rows.filter { !isDivided || $0.cell.isUnknown }.map(\.population).sorted().reduce(0, +)
      years.append(figures)
      guard isDivided else { continue }
      for stratum in isKnown.indices where !isKnown[stratum] {
        let sex = sexes.isEmpty ? nil : sexes[stratum / max(1, ages.count)]
        let age = ages.isEmpty ? nil : ages[stratum % max(1, ages.count)].label
        missing.append((year, [sex.map { "\($0)" }, age].compactMap { $0 }.joined(separator: " ")))
      }
    }
  }

  /// - Parameter leftOut: rows of totals.
  static func notes(_ made: [CodeFigures], leftOut: Int, file: String) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    if leftOut > 0 { notes.append(Diagnostic(.note, "population.totals", ["file": file, "count": String(leftOut)])) }
    if let first = made.first(where: { !$0.missing.isEmpty }) {
      notes.append(
        Diagnostic(
          .warning, "population.missing_strata",
          [
            "file": file, "count": String(made.reduce(0) { $0 + $1.missing.count }), "code": first.code,
            "year": String(first.missing[0].year), "group": first.missing[0].stratum,
          ]))
    }
    return notes
  }
}
