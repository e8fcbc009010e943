internal import PlazaLayers

/// What a user could name in the next command, the likeliest first.
enum Suggestion {
  static let kindWords = [
    "delito", "tipo", "kind", "type", "offense", "offence", "crime", "categoria", "category", "modalidad", "clase", "class",
    "evento", "incident", "natureza", "ocorrencia",
  ]
  /// Words of places, which the areas tell better.
  private static let placeWords = [
    "barrio", "bairro", "colonia", "municip", "comuna", "alcald", "depart", "dept", "muni", "district", "distrito", "provinc",
    "estado", "state", "county", "city", "ciudad", "delegacion", "localidad", "parroquia", "canton",
  ]

  /// - Parameter holding: the fields whose values are known as kinds of incident: they come first, whatever they are called.
  static func kinds(_ fields: [FieldProfile], holding: [String] = []) -> [String] {
    // Names are looked at last: a table may have a hundred thousand fields.
    let named = fields.filter { $0.isKindCandidate(upTo: 1_000) && hasWord($0, kindWords) }
    let others = fields.filter { field in
      field.isKindCandidate(upTo: 60) && !hasWord(field, kindWords) && !FieldNames.isDate(field.name)
    }
    let ordered = named + others.filter { !hasWord($0, placeWords) } + others.filter { hasWord($0, placeWords) }
    let held = holding.filter { name in fields.contains { $0.name == name && $0.distinct > 1 } }
    return Array((held + ordered.map(\.name).filter { !held.contains($0) }).prefix(5))
  }

  private static func hasWord(_ field: FieldProfile, _ words: [String]) -> Bool {
    let name = FieldNames.normalised(field.name)
    return words.contains { name.contains($0) }
  }

  static func dates(_ fields: [FieldProfile]) -> [String] {
    let dates = fields.filter { $0.kind == .date && $0.emptyShare < 0.5 }
    return ranked(dates) { FieldNames.isDate($0.name) ? 0 : 1 }
  }

  static func populations(_ fields: [FieldProfile]) -> [String] {
    let counts = fields.filter { $0.kind == .integer || $0.kind == .number }
    return counts.map(\.name).filter { name in
      let name = FieldNames.normalised(name)
      if name.contains("pobre") { return false }
      return name.hasPrefix("pop") || name.hasPrefix("hab") || name.contains("pob") || name.contains("population")
        || name.contains("populacao") || name == "personas"
    }
  }

  /// Codes: those with the name of one first, then short ones, then long texts.
  static func codes(_ fields: [FieldProfile]) -> [String] {
    let keys = fields.filter { $0.isKey && $0.kind != .number && $0.kind != .json && $0.kind != .date }
    return ranked(keys) { field in
      if FieldNames.isCode(field.name) { return 0 }
      if field.hasLeadingZeros { return 1 }
      return field.samples.allSatisfy { $0.count <= 12 } ? 2 : 3
    }
  }

  private static func ranked(_ fields: [FieldProfile], by rank: (FieldProfile) -> Int) -> [String] {
    let ordered = fields.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
    return Array(ordered.map(\.element.name).prefix(5))
  }
}
