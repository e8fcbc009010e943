public import PlazaLayers

/// Populations by code and year, perhaps by sex and age: `code,year[,sex,age],population`.
///
/// Every code has the figures of its years, in any order; a stratum is an age group, a sex, or an age group of one sex. Rows of totals
/// beside rows of their parts are left out. People of unknown sex or age count in the total only.
public struct PopulationTable: Hashable, Sendable {
  /// A row as it stands in its file; `sex` and `age` are nil where the table has no such column.
  public struct Row: Hashable, Sendable {
    public var line: Int
    public var code: String
    public var year: String
    public var sex: String?
    public var age: String?
    public var population: String

    public init(line: Int, code: String, year: String, sex: String? = nil, age: String? = nil, population: String) {
      self.line = line
      self.code = code
      self.year = year
      self.sex = sex
      self.age = age
      self.population = population
    }
  }

  /// The figures of one code and year.
  package struct Figures: Hashable, Sendable {
    package var year: Int
    /// By sex and, within it, age.
    package var strata: [Double]
    /// People whose sex or age nobody knows, and totals that are not divided.
    package var rest: Double
    package var total: Double { strata.reduce(rest, +) }
  }

  /// The file as the user named it.
  public let name: String
  /// Empty when the table has no sexes.
  public let sexes: [Sex]
  /// Ascending, apart from one another; empty when the table has no ages.
  public let ages: [AgeGroup]
  /// In the order of their bytes.
  public let codes: [String]
  /// Of each code, by year; `isDivided` whether they are by stratum.
  package let figures: [[Figures]]
  let isDivided: [Bool]
  public let notes: [Diagnostic]

  /// The years of any figure, ascending.
  public var years: [Int] { Set(figures.joined().map(\.year)).sorted() }

  /// Checks the rows, in any order.
  /// - Parameter decimalMark: `.` or `,` where the caller stated how decimals are written; else the cells say it.
  /// - Parameter mends: whether a mark may divide thousands.
  /// - Throws: `Failure` with the line: `population.no_code`, `population.bad_year`, `population.bad_number`, `population.bad_sex`,
  ///   `population.bad_age`, `population.repeated`; `population.overlapping_ages`, `population.empty`, `sex.ambiguous`.
  public init(_ rows: [Row], named name: String, decimalMark: UInt8? = nil, mends: Bool = true) throws {
    let reading = StratumRows(rows.map { ($0.line, $0.sex, $0.age) }, file: name)
    let cells = try reading.cells()
    ages = try reading.groups(cells)
    sexes = Set(cells.compactMap(\.sex)).sorted { $0.rawValue < $1.rawValue }
    self.name = name

    let amounts = try NumberColumn.readWhole(
      rows.map { ($0.line, $0.population) }, stated: decimalMark, mends: mends, file: name, field: "population",
      option: "--population-table-decimal")
    var byCode: [String: [CodeFigures.Entry]] = [:]
    var unknown = 0
    for (index, (row, cell)) in zip(rows, cells).enumerated() {
      func failure(_ id: String, _ value: String) -> Failure {
        Failure(.notUnderstood, id, ["file": name, "line": String(row.line), "value": value])
      }
      let code = CanonicalText.of(row.code.utf8)
      guard !code.isEmpty else { throw failure("population.no_code", "") }
      guard let year = Self.number(row.year, mark: 0x2E), (1...9999).contains(year), year == year.rounded() else {
        throw failure("population.bad_year", row.year)
      }
      if MissingText.matches(row.population) {
        unknown += 1
        continue
      }
      guard let population = amounts.values[index], population >= 0, population < 1e12 else {
        throw failure("population.bad_number", row.population)
      }
      byCode[code, default: []].append(.init(line: row.line, year: Int(year), cell: cell, population: population))
    }
    var made: [CodeFigures] = []
    for code in byCode.keys.sorted(by: CanonicalText.precedes) {
      let figures = try CodeFigures(byCode[code]!, code: code, sexes: sexes, ages: ages, file: name)
      if !figures.years.isEmpty { made.append(figures) }
    }
    guard !made.isEmpty else { throw Failure(.notUnderstood, "population.empty", ["file": name]) }
    codes = made.map(\.code)
    figures = made.map(\.years)
    isDivided = made.map(\.isDivided)
    notes =
      CodeFigures.notes(made, leftOut: rows.count - unknown - made.reduce(0) { $0 + $1.used }, file: name)
      + (amounts.note.map { [$0] } ?? [])
      + (unknown > 0 ? [Diagnostic(.warning, "population.unknown", ["file": name, "count": String(unknown)])] : [])
  }

  package static func number(_ text: String, mark: UInt8) -> Double? {
    var text = text
    return text.withUTF8 { bytes in
      bytes.baseAddress.flatMap { DecimalAmount.parse($0, count: bytes.count, mark: mark) }.map(DecimalAmount.double)
    }
  }
}
