public import PlazaLayers

extension ClassTableError.Problem {
  /// The problem as something to tell the user about a file.
  public func diagnostic(file: String) -> Diagnostic {
    let (id, values): (String, [String: String]) =
      switch reason {
      case .missingColumn(let column): ("classes.missing_column", ["column": column])
      case .repeatedColumn(let column): ("classes.repeated_column", ["column": column])
      case .cellCount(let found, let expected):
        ("classes.cell_count", ["found": String(found), "expected": String(expected)])
      case .emptyCell(let column): ("classes.empty_cell", ["column": column])
      case .badValue(let column, let value): ("classes.bad_value", ["column": column, "value": value])
      case .unknownCode(let code): ("classes.unknown_code", ["code": code])
      case .titleMismatch(let code, let found, let title):
        ("classes.title_mismatch", ["code": code, "found": found, "title": title])
      case .repeatedRow(let name, let firstLine):
        ("classes.repeated_row", ["name": name, "first": String(firstLine)])
      case .classAndNone(let name): ("classes.class_and_none", ["name": name])
      case .someShares(let name): ("classes.some_shares", ["name": name])
      case .shareSum(let name, let sum): ("classes.share_sum", ["name": name, "sum": NumberText.text(sum) ?? ""])
      }
    return Diagnostic(.error, id, values.merging(["file": file, "line": String(line)]) { first, _ in first })
  }
}
