internal import PlazaLayers

/// What the text of a hazard's class says by itself, in Spanish, Portuguese or English.
enum HazardWord: Hashable {
  /// That nobody knows: `sin dato`, `N/D`.
  case missing
  /// That there is no danger: `nulo`, `sin peligro`, `false`.
  case notExposed
  /// A degree: where it stands among the others, and which word for it this is. Two words of one rank are not one class.
  case degree(rank: Int, word: String)
  case number(Double)
  /// A return period in years: the longer, the rarer.
  case returnPeriod(Double)
  /// Anything else, without what a text says of hazards as such: `zona inundable` is empty.
  case other(String)

  init(_ text: String) {
    let plain = Slug.plain(text)
    if let number = Self.number(plain) {
      self = .number(number)
      return
    }
    let all = plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if Self.unknownWords.contains(all.joined(separator: " ")) {
      self = .missing
      return
    }
    let tokens = all.filter { !Self.noise.contains($0) }
    if let years = Self.years(tokens) {
      self = .returnPeriod(years)
      return
    }
    let words = tokens.joined(separator: " ")
    if Self.none.contains(words) {
      self = .notExposed
    } else if let degree = Self.degrees[words] {
      self = .degree(rank: degree.rank, word: degree.word)
    } else if let number = Self.number(words) ?? Self.roman[words] {
      self = .number(number)
    } else {
      self = .other(words)
    }
  }

  var rank: Int? {
    if case .degree(let rank, _) = self { return rank }
    return nil
  }

  /// Digits with either decimal mark; no names as `inf` or `nan`.
  static func number(_ text: String) -> Double? {
    let trimmed = text.filter { $0 != " " }
    guard let first = trimmed.first, first.isNumber || "+-.,".contains(first), !trimmed.contains(where: \.isLetter) else {
      return nil
    }
    if let number = Double(trimmed) { return number.isFinite ? number : nil }
    guard trimmed.count(where: { $0 == "," }) == 1, !trimmed.contains(".") else { return nil }
    return Double(String(trimmed.map { $0 == "," ? "." : $0 }))
  }

  /// `t10`, `tr 100`, `100 anos`, `100 yr`, `1 in 100`.
  private static func years(_ tokens: [String]) -> Double? {
    let units: Set = ["ano", "anos", "anio", "anios", "year", "years", "yr", "yrs"]
    let marks: Set = ["t", "tr", "q", "rp"]
    var number: Double?
    var isPeriod = false
    for (place, token) in tokens.enumerated() {
      if marks.contains(token) || units.contains(token) {
        isPeriod = true
      } else if let value = Double(token), token.allSatisfy(\.isNumber) {
        // Once in so many: the second number is the period.
        if number == 1, place > 0 { isPeriod = true } else if number != nil { return nil }
        number = value
      } else if let mark = marks.filter({ token.hasPrefix($0) }).max(by: { $0.count < $1.count }),
        let value = Double(token.dropFirst(mark.count)), number == nil
      {
        (number, isPeriod) = (value, true)
      } else {
        return nil
      }
    }
    return isPeriod ? number.flatMap { $0 > 0 ? $0 : nil } : nil
  }

  private static let roman: [String: Double] = [
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
  ]

  private static let unknownWords: Set<String> = [
    "sin dato", "sin datos", "s d", "n d", "nd", "sd", "n a", "na", "no data", "nodata", "null", "nan", "desconocido",
    "desconocida",
    "unknown", "sin informacion", "sem dados", "sem dado", "sem informacao", "desconhecido", "no aplica", "nao se aplica",
    "not applicable", "no clasificado", "sin clasificar", "nao classificado", "unclassified", "not classified", "no determinado",
  ]

  private static let none: Set<String> = [
    "none", "ninguno", "ninguna", "nulo", "nula", "nenhum", "nenhuma", "sin", "sem", "no", "non", "not", "nao", "false", "falso",
    "falsa", "no expuesto", "no expuesta", "not exposed", "no exposed", "nao exposto", "nao exposta", "without",
  ]

  /// What says that this is about a hazard and nothing of its degree.
  private static let noise: Set<String> = [
    "peligro", "peligros", "peligrosidad", "amenaza", "amenazas", "riesgo", "riesgos", "susceptibilidad", "susceptible", "perigo",
    "ameaca", "risco", "suscetibilidade", "suscetivel", "hazard", "hazards", "danger", "risk", "threat", "susceptibility", "zone",
    "zona", "zonas", "zones", "area", "areas", "level", "nivel", "clase", "class", "classe", "categoria", "category", "grado",
    "grau",
    "degree", "grade", "inundacion", "inundaciones", "inundable", "inundacao", "inundavel", "alagamento", "flood", "flooding",
    "floods",
    "deslizamiento", "deslizamientos", "deslizamento", "deslizamentos", "landslide", "landslides", "remocion", "masa", "sismo",
    "sismico", "sismica", "seismic", "incendio", "incendios", "fire", "wildfire", "tsunami", "volcanico", "volcanica", "de",
    "del", "por",
    "a", "la", "el", "en", "em", "of", "by", "to", "in", "the", "da", "do", "periodo", "retorno", "return", "period", "magnitud",
    "magnitude", "intensidad", "intensidade", "intensity",
  ]

  private static let degrees: [String: (rank: Int, word: String)] = {
    let words: [(Int, [String])] = [
      (0, ["negligible", "despreciable", "insignificante", "desprezivel"]),
      (1, ["very low", "muy bajo", "muy baja", "muito baixo", "muito baixa"]),
      (1, ["minimum", "minimo", "minima", "minimal"]),
      (1, ["muy leve", "very slight", "muito leve"]),
      (2, ["low", "bajo", "baja", "baixo", "baixa"]), (2, ["leve", "slight", "ligero", "ligera"]),
      (2, ["minor", "menor"]),
      (3, ["medium low", "low medium", "medio bajo", "media baja", "bajo medio", "baja media", "medio baixo", "media baixa"]),
      (4, ["medium", "medio", "media", "mediano", "mediana"]), (4, ["moderate", "moderado", "moderada"]),
      (4, ["intermediate", "intermedio", "intermedia", "intermediario", "intermediaria"]),
      (5, ["medium high", "high medium", "medio alto", "media alta", "alto medio", "alta media"]),
      (5, ["moderately high", "moderadamente alto", "moderadamente alta"]),
      (6, ["high", "alto", "alta"]), (7, ["very high", "muy alto", "muy alta", "muito alto", "muito alta"]),
      (7, ["severe", "severo", "severa", "grave"]),
      (8, ["extreme", "extremo", "extrema"]), (8, ["critical", "critico", "critica"]),
      (8, ["extremely high", "extremadamente alto", "extremadamente alta", "extremamente alto", "extremamente alta"]),
      (8, ["maximum", "maximo", "maxima"]), (9, ["catastrophic", "catastrofico", "catastrofica"]),
    ]
    var result: [String: (rank: Int, word: String)] = [:]
    for (rank, spellings) in words { for spelling in spellings { result[spelling] = (rank, spellings[0]) } }
    return result
  }()
}
