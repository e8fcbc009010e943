internal import PlazaLayers
internal import PlazaRecords

/// Which fields of a layer are the code and the name of its features, whether they are sound or not.
struct CheckFields {
  /// Nil where a part of it is missing; empty without a field for it.
  var codes: [String?] = []
  var codeFields: [String] = []
  var names: [String] = []
  var nameField: String?

  /// - Parameter levels: the level of each feature: a code may come again in every one.
  /// - Throws: `Failure` `field.unknown`.
  init(_ columns: [Column], levels: [Int], code: [String], name: String?, file: String) throws {
    let count = levels.count
    let all = columns.map(\.name)
    func column(_ field: String, _ option: String) throws -> Column {
      guard let index = FieldNames.index(of: field, in: all) else {
        throw Failure.noField(field, of: file, option: option, in: all)
      }
      return columns[index]
    }
    let chosen = code.isEmpty ? Self.code(columns, levels).map { [$0] } ?? [] : try code.map { try column($0, "--code") }
    codeFields = chosen.map(\.name)
    if !chosen.isEmpty {
      codes = (0..<count).map { feature in
        var parts: [String] = []
        for column in chosen {
          guard let text = Self.text(column.values[feature]) else { return nil }
          parts.append(text)
        }
        return parts.joined(separator: "/")
      }
    }
    if let name {
      nameField = try column(name, "--name").name
    } else if let index = FieldNames.name(in: all), codeFields != [all[index]] {
      nameField = all[index]
    }
    if let nameField, let column = columns.first(where: { $0.name == nameField }) {
      names = column.values.map { Self.text($0) ?? "" }
    }
  }

  /// The text of a value without blanks at its ends; nil for none.
  static func text(_ value: FieldValue) -> String? {
    value.text.map { CanonicalText.of($0.utf8) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Of the fields that are called as codes are, the one that tells most features of a level apart; one that tells less than nine tenths of
  /// them apart is the code of something larger.
  private static func code(_ columns: [Column], _ levels: [Int]) -> Column? {
    var best: (column: Column, distinct: Int, present: Int)?
    for column in columns where FieldNames.isCode(column.name) {
      let codes = zip(levels, column.values).compactMap { level, value in text(value).map { [String(level), $0] } }
      let distinct = Set(codes).count
      if distinct > best?.distinct ?? 0 { best = (column, distinct, codes.count) }
    }
    guard let best, best.distinct * 10 >= best.present * 9, best.present * 2 > levels.count else { return nil }
    return best.column
  }

  /// The code of a feature, else its number.
  func label(_ feature: Int) -> String { codes.isEmpty ? String(feature + 1) : codes[feature] ?? String(feature + 1) }
  func name(_ feature: Int) -> String { names.isEmpty ? "" : names[feature] }
}

extension CheckFields {
  /// Features without a code, and those that repeat one.
  func problems(mergesCodes: Bool, levels: [Int]) -> [CheckProblem] {
    guard !codes.isEmpty else { return [] }
    var problems: [CheckProblem] = []
    // A code may stand once in every level.
    var firsts: [[String]: Int] = [:]
    for (feature, code) in codes.enumerated() {
      guard let code else {
        problems.append(
          CheckProblem(
            .noCode, feature: feature + 1, code: label(feature), name: name(feature), field: codeFields.joined(separator: ",")))
        continue
      }
      let key = [String(levels[feature]), code]
      if let first = firsts[key] {
        guard !mergesCodes else { continue }
        problems.append(
          CheckProblem(
            .repeatedCode, feature: feature + 1, code: code, name: name(feature), other: String(first + 1),
            field: codeFields.joined(separator: ",")))
      } else {
        firsts[key] = feature
      }
    }
    return problems
  }
}
