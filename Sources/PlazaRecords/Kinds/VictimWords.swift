internal import PlazaLayers

/// What a field says of a victim that makes a record sensitive whatever its kind is.
package enum VictimFlag: String, Hashable, Sendable, CaseIterable {
  /// That something is so: `domestic = True`.
  case truth
  /// Who the other person is to the victim: partner, parent, child …
  case relation
  /// An age, or a group of ages, of which some are under 18.
  case age
  /// The law or the article that was broken: `348` alone is a law on violence against women where the field is one of laws.
  case law
  /// What sort of violence it was: any answer but "none" is one.
  case violence
  /// A field of which nothing is known yet: only what its values say counts.
  case words

  /// What a field of this name may hold; nil for a name that says nothing of it.
  init?(named name: String) {
    let words = FieldNames.words(name)
    let text = FoldedWords(words.joined(separator: " "))
    if words.contains(where: { $0.hasPrefix("menor") || $0 == "minor" || $0 == "minors" }) {
      // `menor_de_edad = SI`: an age is no answer to it, and any answer but no is one.
      self = .truth
    } else if words.contains(where: { ["violencia", "violence"].contains($0) }),
      words.contains(where: { ["tipo", "tipos", "type", "modalidad", "modalidade", "clase", "forma"].contains($0) })
    {
      self = .violence
    } else if words.contains(where: Self.lawWords.contains) {
      self = .law
    } else if words.contains(where: Self.ageWords.contains), !words.contains(where: Self.thingWords.contains) {
      self = .age
    } else if text.begin(with: Self.relationNames) {
      self = .relation
    } else if SensitiveWords.areIn(text), !words.contains(where: Self.sexNames.contains) || words.contains(where: Self.isViolence)
    {
      self = .truth
    } else {
      return nil
    }
  }

  private static let lawWords: Set<String> = ["ley", "lei", "law", "leyes", "leis", "norma"]
  private static let ageWords: Set<String> = [
    "edad", "edades", "age", "ages", "idade", "idades", "etario", "etaria", "etareo", "etarea", "quinquenio", "quinquenal",
  ]
  private static let thingWords: Set<String> = [
    "vehiculo", "vehicle", "veiculo", "auto", "moto", "promedio", "average", "mean", "media",
  ]
  private static let sexNames: Set<String> = ["sexo", "sex", "sexos", "genero", "gender", "transporte", "transport"]
  /// `violencia_de_genero` is no sex.
  private static func isViolence(_ word: String) -> Bool { word.hasPrefix("violen") || word.hasPrefix("sexual") }

  /// What is no violence that betrays who the victim is.
  private static let plainViolence: Set<String> = [
    "con violencia", "sin violencia", "con", "robo", "comun", "arma", "arma de fuego", "arma blanca", "callejera", "urbana",
    "com violencia", "sem violencia", "delincuencial", "interpersonal", "homicidio", "homicida", "pandillas",
  ]

  private static let relationNames: Beginnings = [
    "parentesco", "relacion", "relation", "relacao", "vinculo", "vinculac", "grau de parent", "agresor", "agressor", "victimario",
    "perpetrad", "rel vic", "vic rel", "kinship", "tipo relac", "relationship",
  ]

  /// Whether values are of such a field: a name alone (`menor`, `madre`) may also be that of a text.
  /// - Parameter values: folded, with how many records bear them; none is blank.
  func fits(_ values: [(text: FoldedWords, count: Int)]) -> Bool {
    switch self {
    case .age, .relation, .law, .violence, .words: true
    case .truth:
      values.reduce(0) { $0 + ($1.text.isTruth ? $1.count : 0) } * 10 >= values.reduce(0) { $0 + $1.count } * 8
    }
  }

  /// Whether a value makes its record sensitive.
  /// - Parameter value: as records write it.
  func isRaised(by value: String) -> Bool {
    let text = FoldedWords(value)
    guard !text.words.isEmpty else { return false }
    switch self {
    case .truth: return !text.isDenial
    // A number is a code of who it was, and nobody says of whom: `0` and the like say that it is not known.
    case .relation: return RelationWords.areIn(text) || text.isCode && !text.isDenial
    case .law: return SensitiveWords.areIn(text) || SensitiveWords.areIn("ley " + value)
    case .violence: return !text.isDenial && !Self.plainViolence.contains(text.text)
    case .words: return SensitiveWords.areIn(text)
    case .age: return MinorText.mayBeMinor(value, text)
    }
  }
}

extension FoldedWords {
  private static let yes: Set<String> = ["true", "t", "si", "s", "yes", "y", "sim", "verdadero", "verdadeiro", "v", "x", "1"]
  private static let no: Set<String> = [
    "false", "f", "no", "n", "nao", "falso", "0", "00", "ninguno", "ninguna", "none", "nenhum", "nenhuma", "null", "na", "n a",
    "nan",
    "nd", "sd", "sin dato", "sin datos", "sem dado", "no aplica", "nao se aplica", "not applicable", "ignorado", "desconocido",
    "unknown", "no especificado", "sin informacion", "sem informacao", "nil",
  ]

  /// Whether it says that something is so or not, or how often.
  fileprivate var isTruth: Bool {
    Self.yes.contains(text) || Self.no.contains(text) || (text.utf8.count <= 2 && text.utf8.allSatisfy { $0 &- 0x30 < 10 })
  }

  /// Whether it is a number and nothing else.
  fileprivate var isCode: Bool { text.utf8.allSatisfy { $0 &- 0x30 < 10 } }

  /// Whether it says that something is not so, or not known.
  fileprivate var isDenial: Bool { Self.no.contains(text) }
}

/// Who a person is to a victim, in Spanish, Portuguese and English.
enum RelationWords {
  static func areIn(_ text: FoldedWords) -> Bool {
    text.words.contains(where: short.contains) || text.begin(with: beginnings)
  }

  private static let short: Set<String> = [
    "tio", "tia", "son", "avo", "avos", "pai", "mae", "ex", "nora", "papa", "mama", "dad", "mom",
  ]

  private static let beginnings: Beginnings = [
    "pareja", "expareja", "conyug", "conjug", "espos", "marido", "mujer", "concubin", "convivient", "novia", "novio", "exnovi",
    "amante", "companero perman", "companera perman", "companero sent", "companera sent", "companheir", "namorad", "padre",
    "padrastr",
    "madre", "madrastr", "progenitor", "hijo", "hija", "hijastr", "herman", "abuel", "sobrin", "primo", "prima", "suegr", "cunad",
    "yerno", "nuera", "nieto", "nieta", "famili", "parient", "consanguin", "tutor", "curador", "cuidador", "domestic", "parent",
    "spous",
    "husband", "wife", "partner", "boyfriend", "girlfriend", "dating", "mother", "father", "daughter", "child", "sibling",
    "brother",
    "sister", "grand", "step", "uncle", "aunt", "nephew", "niece", "cousin", "in law", "relative", "guardian", "intimate",
    "cohab",
    "filho", "filha", "irmao", "irma", "sogr", "genro", "cunhad", "entead", "padrasto", "madrasta", "parente", "exmarido",
    "exespos",
    "exconviv",
  ]
}

/// Ages and groups of ages as registries write them: `16`, `17 años`, `15-19`, `<18`, `menor de edad`, `8 meses`.
enum MinorText {
  /// Whether somebody of the age, or of some age of the group, is under 18.
  static func mayBeMinor(_ value: String, _ text: FoldedWords) -> Bool {
    if text.begin(with: groups, except: adults) { return true }
    guard let number = firstNumber(value) else { return false }
    if text.begin(with: upTo) || value.contains("<") { return true }
    if text.begin(with: adults) || text.begin(with: beyond) || value.contains(">") { return number < 17 }
    return number < 18
  }

  /// The first number of a text, its fraction cut off; nil without one, and for a negative one, which says that nothing is known.
  private static func firstNumber(_ value: String) -> Int? {
    let bytes = Array(value.utf8)
    guard let start = bytes.firstIndex(where: { $0 &- 0x30 < 10 }) else { return nil }
    if start > 0, bytes[start - 1] == 0x2D, bytes[..<(start - 1)].allSatisfy({ $0 <= 0x20 }) { return nil }
    return Int(String(decoding: bytes[start...].prefix { $0 &- 0x30 < 10 }.prefix(9), as: UTF8.self))
  }

  private static let groups: Beginnings = [
    "menor", "minor", "nino", "nina", "ninez", "infan", "adolesc", "child", "kid", "teen", "juvenil", "under age", "underage",
    "lactant", "bebe", "baby", "recien nacid", "neonat", "crianc", "prima infancia", "nna", "mes", "meses", "month", "dias",
    "days",
    "preescolar", "escolar",
  ]
  private static let adults: Beginnings = ["mayor", "maior", "over", "mas de", "mais de", "adult", "older"]
  private static let upTo: Beginnings = ["menos de", "under", "hasta", "ate", "up to", "below", "less than"]
  private static let beyond: Beginnings = ["mayor", "maior", "over", "mas de", "mais de", "above", "desde"]
}
