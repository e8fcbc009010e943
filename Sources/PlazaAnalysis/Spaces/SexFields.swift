internal import PlazaLayers
internal import PlazaRecords

/// The fields of a table that count women and men, found by their names: `mujeres` and `hombres`, `miembros_f` and `miembros_m`, `M` and `H`.
///
/// M beside H (or V) is women, beside F it is men. What stands in a name beside the sex must be the same for both.
struct SexFields: Hashable, Sendable {
  var women: Int
  var men: Int

  /// - Parameter preferred: beginnings of the words that decide between several pairs, as `miembro`.
  /// - Returns: nil when no field counts either sex.
  /// - Throws: `Failure` `sex.ambiguous` for an `M` without its partner, `spaces.doubtful_field`, `spaces.no_field`.
  static func find(
    in fields: [String], file: String, women: String? = nil, men: String? = nil, preferred: [String] = []
  ) throws -> SexFields? {
    func place(_ name: String) throws -> Int {
      guard let index = FieldNames.index(of: name, in: fields) else {
        throw Failure(
          .notUnderstood, "spaces.no_field", ["file": file, "field": name, "fields": fields.joined(separator: ", ")])
      }
      return index
    }
    if let women, let men { return SexFields(women: try place(women), men: try place(men)) }
    var pairs: [(stem: String, fields: SexFields)] = []
    var letters: [String: [(text: String, field: Int)]] = [:]
    var stems: [String] = []
    for (field, name) in fields.enumerated() {
      guard let (stem, text) = split(name) else { continue }
      if letters[stem] == nil { stems.append(stem) }
      letters[stem, default: []].append((text, field))
    }
    for stem in stems {
      let found = letters[stem]!
      let evidence = found.reduce(into: SexEvidence()) { $0.formUnion(SexEvidence.of($1.text)) }
      // A lone word for one sex is no pair; a field called just `M` is a count that cannot be read.
      if found.count == 1, found[0].text != "m" || !stem.isEmpty { continue }
      let m = found.contains { $0.text == "m" } ? try evidence.meaningOfM(file: file, field: fields[found[0].field]) : .female
      func place(_ sex: Sex) -> Int? {
        let own = found.filter {
          switch SexText.read($0.text) {
          case .sex(let read): read == sex
          case .m: m == sex
          default: false
          }
        }
        return own.count == 1 ? own[0].field : nil
      }
      if let women = place(.female), let men = place(.male) { pairs.append((stem, SexFields(women: women, men: men))) }
    }
    let wanted = pairs.filter { pair in
      preferred.contains { word in pair.stem.split(separator: " ").contains { $0.hasPrefix(word) } }
    }
    let candidates = wanted.isEmpty ? pairs : wanted
    guard candidates.count > 1 else {
      guard var only = candidates.first?.fields else {
        if let one = women ?? men { throw Failure(.usage, "spaces.one_sex", ["file": file, "field": one]) }
        return nil
      }
      if let women { only.women = try place(women) }
      if let men { only.men = try place(men) }
      return only
    }
    throw Failure(
      .usage, "spaces.doubtful_field",
      [
        "file": file, "option": "--women, --men",
        "fields": candidates.flatMap { [fields[$0.fields.women], fields[$0.fields.men]] }.joined(separator: ", "),
      ])
  }

  /// What a name says beside a sex, and the sex; nil for a name without one, or with a number (a group of ages).
  private static func split(_ name: String) -> (stem: String, sex: String)? {
    let words = FieldNames.normalised(name).split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
    guard !words.contains(where: { $0.contains(where: \.isNumber) }) else { return nil }
    let places = words.indices.filter {
      switch SexText.read(words[$0]) {
      case .sex, .m: true
      default: false
      }
    }
    guard places.count == 1 else { return nil }
    let stem = words.indices.filter { $0 != places[0] }.map { words[$0] }.joined(separator: " ")
    return (stem, words[places[0]])
  }
}

/// A count as a table wrote it.
enum CountText: Hashable, Sendable {
  case blank
  case count(Double)
  case unreadable

  /// Digits with a decimal point or one decimal comma; below zero is unreadable.
  static func read(_ value: FieldValue) -> CountText {
    guard let text = value.text.map({ CanonicalText.of($0.utf8) }), !text.isEmpty else { return .blank }
    let commas = text.utf8.count { $0 == 0x2C }
    let plain = commas == 1 ? String(text.map { $0 == "," ? "." : $0 }) : text
    guard let number = Double(plain), number >= 0, number < 1e12, text.utf8.allSatisfy({ $0 < 0x3A }) else { return .unreadable }
    return .count(number)
  }

  var number: Double? { if case .count(let number) = self { number } else { nil } }
}
