package import PlazaLayers

/// The fields of records that say which of them must not be shown at single places, found by what they hold.
///
/// A name is a hint and no more: `primary_type` holds kinds of crime, `tipo` may hold anything. A field whose values the words know as kinds
/// counts, and so does one that the caller names; a second one (a circumstance, an aggravation) counts too where any of its values is
/// sensitive.
package struct SensitiveFields: Hashable, Sendable {
  package struct Kinds: Hashable, Sendable {
    /// Its place in the schema.
    package var field: Int
    /// Whether its values come back or its name is that of kinds, so that they name what happened and tell no story.
    package var isNaming: Bool
    /// Whether the class table is asked about its values: a table has the names of one field.
    package var usesTable: Bool
  }

  package struct Flag: Hashable, Sendable {
    package var field: Int
    package var flag: VictimFlag
  }

  /// The field that the caller counts by first, then in the order of the file.
  package private(set) var kinds: [Kinds] = []
  package private(set) var flags: [Flag] = []
  /// Whether nothing says of what kind a record is, and the caller has not said that nothing has to.
  package var isUnknown: Bool { kinds.isEmpty && !areNone }
  private let areNone: Bool

  /// The share of its values that the words must know for a field to be one of kinds.
  static let leastShare = 0.3
  /// Longer values than this on average are a story.
  static let longestName = 80

  /// - Parameter batch: the first records with every field of the schema, in its order.
  /// - Parameter trustsBy: whether the field that records are counted by is one of kinds whatever it holds.
  /// - Throws: `Failure` `join.no_field` for a field that is stated and not there; `kinds.none_mistaken`.
  package init(_ schema: RecordSchema, _ batch: PointBatch, _ options: RecordOptions, trustsBy: Bool, file: String) throws {
    areNone = options.kindFields == .none
    var stated: Set<Int> = []
    if case .named(let names) = options.kindFields {
      for name in names {
        guard let field = FieldNames.index(of: name, in: schema.fields) else {
          throw Failure(
            .notUnderstood, "join.no_field",
            ["file": file, "option": "--kinds", "field": name, "fields": schema.fields.joined(separator: ", ")])
        }
        stated.insert(field)
      }
    }
    let by = options.by.flatMap { FieldNames.index(of: $0, in: schema.fields) }
    if trustsBy, let by { stated.insert(by) }
    var tableShares: [(field: Int, share: Double)] = []
    for (field, name) in schema.fields.enumerated() where !schema.coordinateFields.contains(name) {
      let values = FieldSample(batch, field)
      if let mapping = options.classes {
        tableShares.append((field, values.share { !mapping.classes(ofKind: $0).isEmpty }))
      }
      if values.count == 0, !FieldNames.isDate(name), !FieldNames.isTime(name), VictimFlag(named: name) == nil {
        // What is blank so far may still say it.
        flags.append(Flag(field: field, flag: .words))
      } else if let flag = VictimFlag(named: name), flag.fits(values.folded) {
        flags.append(Flag(field: field, flag: flag))
      } else if values.holdsRelations {
        flags.append(Flag(field: field, flag: .relation))
      }
      if stated.contains(field) || Self.isKind(name, values, isBy: field == by) {
        let isNamed = stated.contains(field) || field == by || FieldNames.kind(in: [name]) != nil
        kinds.append(Kinds(field: field, isNaming: values.comesBack || (isNamed && values.averageWords <= 8), usesTable: false))
      }
    }
    // What the table knows best is what it was made for; kinds that are counted by are it whatever it knows.
    if let by, options.classes != nil {
      if !kinds.contains(where: { $0.field == by }) { kinds.append(Kinds(field: by, isNaming: true, usesTable: true)) }
      for place in kinds.indices { kinds[place].usesTable = kinds[place].field == by }
    } else if let best = tableShares.max(by: { ($0.share, $1.field) < ($1.share, $0.field) }), best.share > 0 {
      if !kinds.contains(where: { $0.field == best.field }) {
        kinds.append(Kinds(field: best.field, isNaming: true, usesTable: true))
      }
      for place in kinds.indices { kinds[place].usesTable = kinds[place].field == best.field }
    }
    kinds.sort { ($0.field == by ? 0 : 1, $0.field) < ($1.field == by ? 0 : 1, $1.field) }
    guard areNone else { return }
    // Whoever counts by kinds, or has a field of them with what would be withheld, is mistaken in saying that there are none.
    let mistaken = kinds.filter { kind in
      if kind.field == by { return true }
      let values = FieldSample(batch, kind.field)
      // Types of places (`parque infantil`, `hogar de ancianos`) are none of what happened.
      return values.share { SensitiveWords.areIn(FoldedWords($0)) } > 0 && values.shareOfPlaces < 0.5
    }
    if let first = mistaken.first {
      throw Failure(.usage, "kinds.none_mistaken", ["file": file, "field": schema.fields[first.field]])
    }
    kinds = []
  }

  /// - Throws: `Failure` `join.no_field`, and what the source throws.
  package init(_ source: any PointSource, _ options: RecordOptions, trustsBy: Bool = false) throws {
    let request = PointRequest(fields: Array(source.schema.fields.indices), explode: options.explodes, positions: false)
    try self.init(source.schema, source.sample(request), options, trustsBy: trustsBy, file: source.name)
  }

  /// Ends the run where nothing says which records would betray a victim.
  /// - Throws: `Failure` `tagged.no_kinds`.
  func requireKnown(_ schema: RecordSchema, file: String) throws {
    guard isUnknown else { return }
    throw Failure(.usage, "tagged.no_kinds", ["file": file, "fields": schema.fields.joined(separator: ", ")])
  }

  /// What was found, to be told before the pass.
  func notes(_ schema: RecordSchema, file: String) -> [Diagnostic] {
    func names(_ fields: [Int]) -> String { fields.map { schema.fields[$0] }.joined(separator: ", ") }
    var notes: [Diagnostic] = []
    if !kinds.isEmpty {
      notes.append(Diagnostic(.note, "points.kind_field", ["file": file, "field": names(kinds.map(\.field))]))
    } else if !areNone {
      notes.append(Diagnostic(.warning, "kinds.no_field", ["file": file]))
    }
    let told = flags.filter { $0.flag != .words }
    if !told.isEmpty {
      notes.append(Diagnostic(.note, "kinds.flag_field", ["file": file, "field": names(told.map(\.field))]))
    }
    return notes
  }

  /// Whether a field says of what kind its records are.
  private static func isKind(_ name: String, _ values: FieldSample, isBy: Bool) -> Bool {
    let isCalled = FieldNames.isSurelyKind(name)
    if values.count == 0 { return isCalled }
    if values.averageLength > longestName || values.isSexes || FieldNames.isDate(name) || FieldNames.isTime(name)
      || FieldNames.isArea(name) && !FieldNames.soundsLikeKind(name)
    {
      return false
    }
    let known = values.share { CrimeWords.areIn(FoldedWords($0)) }
    if isCalled { return true }
    let soundsSo = FieldNames.soundsLikeKind(name) || isBy
    // What stands once and begins as places do is the name of one: half of all schools are called `Centro Escolar`.
    if known >= leastShare { return soundsSo || !values.areNamesOfPlaces }
    guard soundsSo else { return false }
    // Codes under the name of kinds, and a circumstance of which some are sensitive.
    return values.share { CrimeWords.saysNothing(FoldedWords($0)) } >= 0.9 && FieldNames.kind(in: [name]) != nil
      || values.share { SensitiveWords.areIn(FoldedWords($0)) } > 0
  }
}

/// The different values of one field among the first records, blank ones left out.
private struct FieldSample {
  /// The commonest first.
  private let values: [(text: String, count: Int)]
  let folded: [(text: FoldedWords, count: Int)]
  let count: Int

  /// How many different values are looked at.
  private static let looked = 1_000

  init(_ batch: PointBatch, _ field: Int) {
    let column = batch.fields[field]
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for record in 0..<min(batch.count, 20_000) where batch.states[record] != .badRow && column.starts[record] >= 0 {
      let value = batch.text[Int(column.starts[record])..<Int(column.ends[record])]
      if value.contains(where: { $0 > 0x20 }) { counts[value, default: 0] += 1 }
    }
    values = counts.map { (CanonicalText.of($0.key), $0.value) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : CanonicalText.precedes($0.text, $1.text) }
    // What is not blank and folds to nothing is a mark that nothing is known.
    folded = values.prefix(Self.looked).map { (FoldedWords($0.text), $0.count) }.filter { !$0.0.words.isEmpty }
    count = values.reduce(0) { $0 + $1.count }
  }

  /// Of the records with a value.
  func share(_ isSo: (String) -> Bool) -> Double {
    let seen = values.prefix(Self.looked)
    let total = seen.reduce(0) { $0 + $1.count }
    return total == 0 ? 0 : Double(seen.reduce(0) { $0 + (isSo($1.text) ? $1.count : 0) }) / Double(total)
  }

  var averageLength: Int { count == 0 ? 0 : values.reduce(0) { $0 + $1.text.count * $1.count } / count }
  var averageWords: Int { count == 0 ? 0 : folded.reduce(0) { $0 + $1.text.words.count * $1.count } / count }
  /// Whether a value stands for three records or so.
  var comesBack: Bool { values.count * 3 <= count }

  /// Of the records with a value, those in which it names a place or a type of them.
  var shareOfPlaces: Double { share { PlaceWords.name(FoldedWords($0)) } }
  /// Whether its values are names of places, each of one.
  var areNamesOfPlaces: Bool { !comesBack && shareOfPlaces >= 0.5 }

  /// Whether its values tell men from women, and nothing else.
  var isSexes: Bool {
    let words: Set<String> = [
      "mujer", "mujeres", "hombre", "hombres", "femenino", "masculino", "femenina", "masculina", "female", "male", "woman", "man",
      "women",
      "men", "mulher", "homem", "feminino", "f", "m", "h", "otro", "other", "outro", "x", "no binario", "desconocido", "unknown",
      "sin dato", "ignorado", "no aplica", "na",
    ]
    return !folded.isEmpty && folded.allSatisfy { words.contains($0.text.text) }
  }

  /// Whether some of its values say who the other person is: short, few, and hardly anything else.
  var holdsRelations: Bool {
    guard !folded.isEmpty, folded.count <= 60, averageLength <= 40, comesBack || count < 30, !isSexes else { return false }
    let related = folded.reduce(0) { $0 + ($1.text.words.count <= 4 && RelationWords.areIn($1.text) ? $1.count : 0) }
    let strange = folded.reduce(0) { $0 + (Self.strangers.contains($1.text.words[0]) ? $1.count : 0) }
    // One of them alone is a name or a place; both together are an answer to who it was.
    return related * 2 >= count || (strange > 0 && related * 20 >= count)
  }

  private static let strangers: Set<String> = [
    "desconocido", "desconocida", "conocido", "conocida", "vecino", "vecina", "amigo", "amiga", "stranger", "acquaintance",
    "neighbor",
    "friend", "vizinho", "vizinha", "ninguno", "ninguna", "otro", "otra", "other", "none", "unknown", "companero",
  ]
}
