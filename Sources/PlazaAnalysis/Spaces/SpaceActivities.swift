public import PlazaLayers

/// A table of activities, talks or meetings: how many there were and how many took part, by space or by region.
public struct SpaceActivities: Sendable {
  /// What its columns in the outputs begin with: the name of the file without its ending.
  public let name: String
  public let file: String
  /// What one row is for: a space, a region, or nothing that the registry knows.
  public enum Owner: Hashable, Sendable {
    case space(Int)
    case region(String)
    case none
  }
  public internal(set) var owners: [Owner]
  /// People of each row; nil where the table does not say. Women and men are nil without such fields.
  public internal(set) var people: [Double?]
  public internal(set) var women: [Double?]?
  public internal(set) var men: [Double?]?
  /// Whether some rows are cumulative and others of a period: then their people are not summed.
  public internal(set) var isCumulative = false
  public internal(set) var checks: [SpaceCheck] = []

  public var count: Int { owners.count }

  /// - Parameter columns: of the table, as text.
  /// - Parameter regions: the codes of the regions, if they are known.
  /// - Throws: `Failure` as `SexFields.find`.
  public init(_ columns: [Column], file: String, register: SpaceRegister, regions: [String]) throws {
    self.file = file
    let slashed = file.split(separator: "/").last.map(String.init) ?? file
    name = Slug.slug(String(slashed.prefix { $0 != "." }))
    let names = columns.map { FieldNames.normalised($0.name) }
    let rows = columns.first?.values.count ?? 0
    func column(_ usual: [String]) -> Column? { usual.lazy.compactMap { names.firstIndex(of: $0) }.first.map { columns[$0] } }
    func text(_ column: Column?, _ row: Int) -> String? {
      column?.values[row].text.map { CanonicalText.of($0.utf8) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    let spaceColumn = column(["espacio", "id_espacio", "codigo_espacio", "cod_espacio", "espaco", "space", "space_id"])
    let regionColumn = column(["region", "codigo_region", "regiao", "departamento", "area", "district", "distrito"])
    let total = column([
      "participantes", "personas", "asistentes", "total", "people", "participants", "pessoas", "attendance", "asistencia",
    ])
    let sexes = try SexFields.find(in: columns.map(\.name), file: file, preferred: ["particip", "person", "asist"])
    let spaces = Dictionary(register.codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(regions)
    var checks: [SpaceCheck] = []
    func add(_ kind: SpaceCheck.Kind, _ row: Int, _ values: [String: String] = [:]) {
      checks.append(SpaceCheck(kind, file: file, row: row + 1, code: text(columns.first, row) ?? "", values))
    }
    func counts(_ column: Column) -> [Double?] {
      (0..<rows).map { row in
        let count = CountText.read(column.values[row])
        if count == .unreadable { add(.notACount, row, ["field": column.name, "value": column.values[row].text ?? ""]) }
        return count.number
      }
    }
    women = sexes.map { counts(columns[$0.women]) }
    men = sexes.map { counts(columns[$0.men]) }
    people = total.map { counts($0) } ?? [Double?](repeating: nil, count: rows)
    owners = (0..<rows).map { row in
      if let code = text(spaceColumn, row) {
        if let space = spaces[code] { return .space(space) }
        add(.unknownSpace, row, ["space": code])
      }
      if let code = text(regionColumn, row) {
        if known.contains(code) || known.isEmpty { return .region(code) }
        add(.unknownRegion, row, ["region": code])
      }
      return .none
    }
    for row in 0..<rows {
      if let women = women?[row], let men = men?[row] {
        if total != nil, let total = people[row], women + men != total {
          add(.sexesDoNotAdd, row, SpaceCheck.sexes(women: women, men: men, total: total))
        }
        if total == nil { people[row] = women + men }
      }
    }
    var seen: [[String]: Int] = [:]
    // The first cell numbers the rows, and a note may say that one is there twice.
    let telling = columns.indices.filter { column in
      column > 0 && !["nota", "note", "observa", "coment", "comment"].contains { names[column].hasPrefix($0) }
    }
    for row in 0..<rows where !telling.isEmpty {
      let cells = telling.map { text(columns[$0], row) ?? "" }
      if let first = seen[cells] { add(.repeatedRow, row, ["other": String(first + 1)]) } else { seen[cells] = row }
    }
    let kinds = (0..<rows).map { row in Self.span(text(column(["tipo", "type", "clase", "kind"]), row)) }
    if kinds.contains(.cumulative), kinds.contains(.period) {
      isCumulative = true
      add(.cumulative, kinds.firstIndex(of: .cumulative)!, ["count_cumulative": String(kinds.count { $0 == .cumulative })])
    }
    for row in 0..<rows {
      guard let total = people[row] else { continue }
      func number(_ usual: [String]) -> Double? { column(usual).flatMap { CountText.read($0.values[row]).number } }
      if let active = number(["activas", "activos", "active", "ativos"]), let stay = number(["permanencia_anios", "stay_years"]),
        stay > 0,
        let years = number(["anios", "years", "anos"]), total > 2 * active * years / stay
      {
        add(
          .beyondStays, row,
          [
            "total": NumberText.text(total) ?? "", "active": NumberText.text(active) ?? "", "years": NumberText.text(years) ?? "",
            "stay": NumberText.text(stay) ?? "", "possible": NumberText.text(active * years / stay) ?? "",
          ])
      }
    }
    self.checks = checks
  }

  private enum Span { case period, cumulative }

  private static func span(_ text: String?) -> Span? {
    switch FieldNames.normalised(text ?? "") {
    case "periodo", "period", "del periodo": .period
    case "acumulado", "acumulada", "cumulative", "acumulados": .cumulative
    default: nil
    }
  }
}
