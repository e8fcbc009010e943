internal import PlazaLayers

/// The columns of sex and age of a table of populations.
package struct StratumRows {
  /// What a row is about; nil in a column that the table lacks, or where it says nothing of one sex or group.
  package struct Cell: Hashable {
    package var sex: Sex?
    package var age: AgeGroup?
    var isSexUnknown = false
    var isAgeUnknown = false
    var isSexTotal = false
    var isAgeTotal = false

    package var isUnknown: Bool { isSexUnknown || isAgeUnknown }
    /// Whether it sums over a column whose parts stand in other rows.
    package var isTotal: Bool { isSexTotal || isAgeTotal }
    /// Whether it is about everybody.
    package var isWhole: Bool { sex == nil && age == nil && !isUnknown }
  }

  private let rows: [(line: Int, sex: String?, age: String?)]
  private let file: String

  package init(_ rows: [(line: Int, sex: String?, age: String?)], file: String) {
    self.rows = rows
    self.file = file
  }

  /// A column that says nothing but the total of every row is as good as none.
  package func cells() throws -> [Cell] {
    let evidence = rows.reduce(into: SexEvidence()) { sum, row in sum.formUnion(row.sex.map(SexEvidence.of) ?? []) }
    let m = try evidence.meaningOfM(file: file, field: "sex")
    var cells = try rows.map { row in
      var cell = Cell()
      func failure(_ id: String, _ value: String) -> Failure {
        Failure(.notUnderstood, id, ["file": file, "line": String(row.line), "value": value])
      }
      if let text = row.sex {
        switch SexText.read(text) {
        case .sex(let sex): cell.sex = sex
        case .m: cell.sex = m
        case .unknown: cell.isSexUnknown = true
        case .total: cell.isSexTotal = true
        case .unreadable: throw failure("population.bad_sex", text)
        }
      }
      if let text = row.age {
        switch AgeText.read(text) {
        case .group(let group): cell.age = group
        case .unknown: cell.isAgeUnknown = true
        case .total: cell.isAgeTotal = true
        case .unreadable: throw failure("population.bad_age", text)
        }
      }
      return cell
    }
    if cells.allSatisfy(\.isSexTotal) { for index in cells.indices { cells[index].isSexTotal = false } }
    if cells.allSatisfy(\.isAgeTotal) { for index in cells.indices { cells[index].isAgeTotal = false } }
    return cells
  }

  /// The age groups, ascending.
  /// - Throws: `Failure` `population.overlapping_ages`.
  package func groups(_ cells: [Cell]) throws -> [AgeGroup] {
    let groups = Set(cells.compactMap(\.age)).sorted { ($0.first, $0.last ?? .max) < ($1.first, $1.last ?? .max) }
    for (one, other) in zip(groups, groups.dropFirst()) where one.meets(other) {
      throw Failure(
        .notUnderstood, "population.overlapping_ages", ["file": file, "one": one.label, "other": other.label])
    }
    return groups
  }
}
