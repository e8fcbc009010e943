internal import PlazaLayers
internal import PlazaRecords
internal import PlazaStatistics

/// The population whose strata standardised rates have.
public enum StandardChoice: Hashable, Sendable {
  /// That of the territory itself.
  case territory
  /// The world standard of the World Health Organization for 2000–2025.
  case who
  /// The world standard of Segi 1960.
  case segi
  case table(StandardTable)

  /// - Returns: nil for what is no name of a standard.
  public init?(name: String) {
    switch name {
    case "territory": self = .territory
    case "who": self = .who
    case "segi": self = .segi
    default: return nil
    }
  }

  /// The names by which standards are chosen that need no file.
  public static let names = ["territory", "who", "segi"]

  public var name: String {
    switch self {
    case .territory: "territory"
    case .who: "who"
    case .segi: "segi"
    case .table(let table): table.name
    }
  }
}

/// A standard population read from a table `[sex,]age,population`.
public struct StandardTable: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var line: Int
    public var sex: String?
    public var age: String?
    public var population: String

    public init(line: Int, sex: String? = nil, age: String? = nil, population: String) {
      self.line = line
      self.sex = sex
      self.age = age
      self.population = population
    }
  }

  struct Part: Hashable, Sendable {
    var sex: Sex?
    var age: AgeGroup?
    var persons: Double
  }

  /// The file as the user named it.
  public let name: String
  let parts: [Part]

  /// Checks the rows, in any order; totals and people of unknown sex or age have no part in a standard.
  /// - Throws: `Failure` as `PopulationTable` does.
  public init(_ rows: [Row], named name: String, decimalMark: UInt8? = nil, mends: Bool = true) throws {
    self.name = name
    let reading = StratumRows(rows.map { ($0.line, $0.sex, $0.age) }, file: name)
    let cells = try reading.cells()
    _ = try reading.groups(cells)
    let amounts = try NumberColumn.readWhole(
      rows.map { ($0.line, $0.population) }, stated: decimalMark, mends: mends, file: name, field: "population",
      option: "--standard-decimal")
    var lines: [StratumRows.Cell: Int] = [:]
    var parts: [Part] = []
    for (index, (row, cell)) in zip(rows, cells).enumerated() where !cell.isUnknown && !cell.isTotal && !cell.isWhole {
      guard let persons = amounts.values[index], persons >= 0, persons < 1e12 else {
        throw Failure(
          .notUnderstood, "population.bad_number",
          ["file": name, "line": String(row.line), "value": row.population])
      }
      if let other = lines.updateValue(row.line, forKey: cell) {
        throw Failure(
          .notUnderstood, "population.repeated_stratum",
          ["file": name, "line": String(max(row.line, other)), "other": String(min(row.line, other))])
      }
      parts.append(Part(sex: cell.sex, age: cell.age, persons: persons))
    }
    guard !parts.isEmpty else { throw Failure(.notUnderstood, "population.empty", ["file": name]) }
    // Sums run in one order, whatever that of the rows.
    self.parts = parts.sorted {
      ($0.sex?.rawValue ?? -1, $0.age?.first ?? -1) < ($1.sex?.rawValue ?? -1, $1.age?.first ?? -1)
    }
  }

  init(_ standard: StandardPopulation, named name: String) {
    self.name = name
    parts = standard.ages.indices.map { place in
      let next = place + 1 < standard.ages.count ? standard.ages[place + 1] - 1 : nil
      return Part(age: AgeGroup(first: standard.ages[place], last: next), persons: standard.persons[place])
    }
  }

  /// The persons of strata that are as fine as this standard or coarser; a standard without sexes is the same for both.
  /// - Throws: `Failure` `standard.no_group` for a stratum that no part of the standard is in, `standard.divided_group` for a part that is
  ///   in none as a whole, `standard.nobody`.
  func persons(sexes: [Sex], ages: [AgeGroup]) throws -> [Double] {
    let hasSexes = parts.contains { $0.sex != nil }
    let hasAges = parts.contains { $0.age != nil }
    var persons: [Double] = []
    for sex in sexes.isEmpty ? [nil] : sexes.map(Optional.some) {
      for age in ages.isEmpty ? [nil] : ages.map(Optional.some) {
        let label = age?.label ?? ""
        guard age == nil || hasAges, sex == nil || hasSexes || age != nil else {
          throw Failure(.notUnderstood, "standard.no_group", ["standard": name, "group": label.isEmpty ? "sex" : label])
        }
        var sum: Double?
        for part in parts where sex == nil || part.sex == nil || part.sex == sex {
          if let age, let own = part.age {
            guard age.meets(own) else { continue }
            guard age.contains(own) else {
              throw Failure(
                .notUnderstood, "standard.divided_group", ["standard": name, "group": label, "part": own.label])
            }
          }
          sum = (sum ?? 0) + part.persons
        }
        guard let sum else { throw Failure(.notUnderstood, "standard.no_group", ["standard": name, "group": label]) }
        persons.append(sum)
      }
    }
    guard persons.contains(where: { $0 > 0 }) else { throw Failure(.notUnderstood, "standard.nobody", ["standard": name]) }
    return persons
  }
}

extension StandardChoice {
  /// The persons of each stratum, nil for those of the territory.
  func persons(_ plan: StratumPlan) throws -> [Double]? {
    switch self {
    case .territory: nil
    case .who: try StandardTable(.whoWorld2000, named: "who").persons(sexes: plan.sexes, ages: plan.ages)
    case .segi: try StandardTable(.segiWorld1960, named: "segi").persons(sexes: plan.sexes, ages: plan.ages)
    case .table(let table): try table.persons(sexes: plan.sexes, ages: plan.ages)
    }
  }
}
