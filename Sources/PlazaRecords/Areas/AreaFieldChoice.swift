internal import PlazaLayers

/// Which fields of an area layer are its code, name and population: as stated, else found by name.
struct AreaFieldChoice {
  /// The code of each feature, nil when a part of it is null.
  var codes: [String?]
  var codeFields: [String]
  var names: [String]?
  var nameField: String?
  var population: Column?
  var floating: Column?
  var parent: Column?
  var notes: [Diagnostic] = []

  init(_ layer: Layer, file: String, fields: AreaFields) throws {
    let all = layer.columns.map(\.name)
    func column(_ name: String, _ option: String) throws -> Column {
      guard let index = FieldNames.index(of: name, in: all) else {
        throw Failure(
          .notUnderstood, "areas.no_field",
          ["file": file, "option": option, "field": name, "fields": all.joined(separator: ", ")])
      }
      return layer.columns[index]
    }
    guard layer.featureCount > 0 else { throw Failure(.notUnderstood, "areas.none", ["file": file]) }
    let codeColumns: [Column]
    if fields.code.isEmpty {
      codeColumns = [try Self.codeColumn(layer, file: file)]
      notes.append(Diagnostic(.note, "areas.code_field", ["file": file, "field": codeColumns[0].name]))
    } else {
      codeColumns = try fields.code.map { try column($0, "--code") }
    }
    codes = (0..<layer.featureCount).map { feature in
      var parts: [String] = []
      for column in codeColumns {
        guard let text = column.values[feature].text.map({ CanonicalText.of($0.utf8) }), !text.isEmpty else { return nil }
        parts.append(text)
      }
      return parts.joined(separator: "/")
    }
    codeFields = codeColumns.map(\.name)
    if codeColumns.count == 1, !fields.asWritten.contains(.codes) { mendCodes(file: file) }
    if let name = fields.name {
      nameField = try column(name, "--name").name
    } else if let index = FieldNames.name(in: all), codeFields != [all[index]] {
      nameField = all[index]
      notes.append(Diagnostic(.note, "areas.name_field", ["file": file, "field": all[index]]))
    }
    names = nameField.flatMap { layer.column(named: $0) }.map { $0.values.map { $0.text ?? "" } }
    population = try fields.population.map { try column($0, "--population") }
    floating = fields.floating.flatMap { FieldNames.index(of: $0, in: all) }.map { layer.columns[$0] }
    parent = try fields.parent.map { try column($0, "--parent") }
  }

  /// `8.001` beside `05001` is 08001: a program took the code for a number, and a spreadsheet gave it a point.
  private mutating func mendCodes(file: String) {
    let plain = codes.compactMap { $0 }.filter(AreaCodes.isDigits)
    guard let width = plain.first?.utf8.count, plain.allSatisfy({ $0.utf8.count == width }), plain.count < codes.count else {
      return
    }
    var mended: [(text: String, code: String)] = []
    var result = codes
    for (feature, code) in codes.enumerated() {
      guard let code, !AreaCodes.isDigits(code) else { continue }
      // One code of another kind, and none is a number.
      guard let digits = AreaCodes.withoutThousands(code), digits.utf8.count <= width else { return }
      let padded = String(repeating: "0", count: width - digits.utf8.count) + digits
      result[feature] = padded
      mended.append((code, padded))
    }
    guard let first = mended.first else { return }
    codes = result
    notes.append(
      Diagnostic(
        .warning, "areas.codes_mended",
        ["file": file, "field": codeFields[0], "count": String(mended.count), "example": first.text, "code": first.code]))
  }

  /// The one field with a code's name that is non-null and unique.
  private static func codeColumn(_ layer: Layer, file: String) throws -> Column {
    func isKey(_ column: Column) -> Bool {
      let texts = column.values.compactMap(\.text)
      return texts.count == layer.featureCount && Set(texts).count == texts.count
    }
    let named = layer.columns.filter { FieldNames.isCode($0.name) && isKey($0) }
    if named.count == 1 { return named[0] }
    let candidates = named.isEmpty ? layer.columns.filter(isKey) : named
    // One area needs no code to be told from others.
    if layer.featureCount == 1, let only = candidates.first { return only }
    throw Failure(
      .usage, named.count > 1 ? "areas.doubtful_code" : candidates.isEmpty ? "areas.no_key" : "areas.no_code",
      [
        "file": file,
        "fields": (candidates.isEmpty ? layer.columns : candidates).map(\.name).joined(separator: ", "),
      ])
  }
}
