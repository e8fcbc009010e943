internal import PlazaLayers
internal import PlazaRecords

/// Columns of people and counts that cannot be: below zero, with texts among numbers, women and men that are not the total.
struct CheckColumns {
  /// One row that a column is wrong in.
  struct Row {
    var kind: CheckProblem.Kind
    var row: Int
    var field: String
    var value: String
  }

  /// The places of the columns that count, in the order of the file.
  private(set) var counts: [Int] = []
  private(set) var names: [String]
  /// Women, men and the total of both.
  private(set) var sexes: (women: Int, men: Int, total: Int)?

  /// - Parameter columns: those of the whole layer, or of the first records.
  init(_ columns: [Column], population: String?, file: String) throws {
    names = columns.map(\.name)
    var stated: Int?
    if let population {
      guard let index = FieldNames.index(of: population, in: names) else {
        throw Failure.noField(population, of: file, option: "--population", in: names)
      }
      stated = index
    }
    for (place, column) in columns.enumerated() {
      if place == stated || (Self.isCount(column.name) && Self.isMostlyNumbers(column.values)) { counts.append(place) }
    }
    guard let pair = try? SexFields.find(in: names, file: file) else { return }
    let (women, men) = (Self.numbers(columns[pair.women]), Self.numbers(columns[pair.men]))
    func agreement(_ total: [Double?]) -> (known: Int, equal: Int) {
      var (known, equal) = (0, 0)
      for row in total.indices {
        guard let sum = total[row], let w = women[row], let m = men[row] else { continue }
        known += 1
        if Self.isSum(w, m, sum) { equal += 1 }
      }
      return (known, equal)
    }
    // A total is what women and men add up to nearly everywhere; what was stated to be one need not be asked.
    if let stated, stated != pair.women, stated != pair.men {
      sexes = (pair.women, pair.men, stated)
    } else {
      let candidates = columns.indices.filter { $0 != pair.women && $0 != pair.men }.compactMap { place -> (Int, Int)? in
        guard Self.isMostlyNumbers(columns[place].values) else { return nil }
        let found = agreement(Self.numbers(columns[place]))
        return found.known >= 2 && found.equal * 5 >= found.known * 4 ? (place, found.equal) : nil
      }
      if let best = candidates.max(by: { ($0.1, -$0.0) < ($1.1, -$1.0) }) { sexes = (pair.women, pair.men, best.0) }
    }
    for place in [pair.women, pair.men] where !counts.contains(place) && Self.isMostlyNumbers(columns[place].values) {
      counts.append(place)
    }
    counts.sort()
  }

  /// A cell by its bytes: most are digits alone, for which no text is made.
  enum PlainCell: Hashable {
    case blank
    case count(Int)
    case other
  }

  /// Whether cells of digits and blank ones alone say that nothing is wrong with a row; false where somebody has to look.
  /// - Parameter cell: that of a column, by its place.
  func isSoundPlainly(_ cell: (Int) -> PlainCell) -> Bool {
    for place in counts where cell(place) == .other { return false }
    guard let sexes else { return true }
    switch (cell(sexes.women), cell(sexes.men), cell(sexes.total)) {
    case (.count(let women), .count(let men), .count(let total)): return women + men == total
    case (.other, _, _), (_, .other, _), (_, _, .other): return false
    default: return true
    }
  }

  /// What is wrong in one row.
  /// - Parameter cell: the text of a column, by its place; nil for null.
  func problems(row: Int, _ cell: (Int) -> String?) -> [Row] {
    var found: [Row] = []
    for place in counts {
      guard let text = cell(place), !MissingText.matches(text) else { continue }
      if let number = Self.number(text) {
        if number < 0 { found.append(Row(kind: .negativeCount, row: row, field: names[place], value: text)) }
      } else {
        found.append(Row(kind: .notACount, row: row, field: names[place], value: PlainText.shown(String(text.prefix(40)))))
      }
    }
    if let sexes, let women = cell(sexes.women).flatMap(Self.number), let men = cell(sexes.men).flatMap(Self.number),
      let total = cell(sexes.total).flatMap(Self.number), !Self.isSum(women, men, total)
    {
      func text(_ value: Double) -> String { NumberText.text(value) ?? "?" }
      found.append(
        Row(
          kind: .sexesDoNotAdd, row: row, field: "\(names[sexes.women]) + \(names[sexes.men]) ≠ \(names[sexes.total])",
          value: "\(text(women)) + \(text(men)) ≠ \(text(total))"))
    }
    return found
  }

  /// The columns that are asked.
  var asked: [Int] { Set(counts + (sexes.map { [$0.women, $0.men, $0.total] } ?? [])).sorted() }

  private static func isSum(_ women: Double, _ men: Double, _ total: Double) -> Bool {
    (women + men - total).magnitude <= 1e-6 * max(1, total.magnitude)
  }

  /// `1 506`, `1.506`, `1506.0`, `−3`.
  private static func number(_ text: String) -> Double? {
    if let plain = Double(text), plain.isFinite { return plain }
    return NumberColumn.whole().amount(text).map { DecimalAmount.double($0.value) }
  }

  private static func numbers(_ column: Column) -> [Double?] {
    column.values.map { value in value.text.flatMap { MissingText.matches($0) ? nil : number($0) } }
  }

  private static func isMostlyNumbers(_ values: [FieldValue]) -> Bool {
    var (present, good) = (0, 0)
    for value in values {
      guard let text = value.text, !MissingText.matches(text) else { continue }
      present += 1
      if number(text) != nil { good += 1 }
    }
    return good > 0 && good * 5 >= present * 4
  }

  private static let words: Set<String> = [
    "pob", "poblacion", "pobtot", "pobtotal", "pop", "population", "populacao", "hab", "habitantes", "residentes", "residents",
    "personas", "pessoas", "people", "viviendas", "hogares", "domicilios", "households", "mujeres", "hombres", "mulheres",
    "homens", "women", "men", "casos", "cantidad", "conteo", "count", "miembros", "participantes", "asistentes", "members",
  ]
  /// What makes a number of people something else: a share, a rate, a change.
  private static let others: Set<String> = [
    "tasa", "taxa", "rate", "pct", "porc", "porcentaje", "percent", "share", "densidad", "densidade", "density", "indice",
    "index",
    "cod", "codigo", "code", "id", "var", "variacion", "change", "dif", "crecimiento", "growth", "saldo", "km2",
  ]

  private static func isCount(_ name: String) -> Bool {
    let parts = FieldNames.words(name)
    guard !parts.contains(where: others.contains) else { return false }
    return parts.contains(where: words.contains) || GroupName(name) != nil
      || parts.contains { $0.hasPrefix("pob") && !$0.hasPrefix("pobre") }
  }
}
