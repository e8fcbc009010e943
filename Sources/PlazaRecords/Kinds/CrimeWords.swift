internal import PlazaLayers

/// Words by which a value is known to name a kind of incident, in Spanish, Portuguese and English.
enum CrimeWords {
  /// Whether a value names a kind of incident, harmless or not.
  static func areIn(_ name: FoldedWords) -> Bool { name.begin(with: beginnings) || SensitiveWords.areIn(name) }

  /// Whether a value says nothing of what happened: it is blank, or a mark of a code (`0301`, `A1`, `Art. 208`).
  static func saysNothing(_ name: FoldedWords) -> Bool {
    if areIn(name) { return false }
    return !name.words.contains { word in
      word.unicodeScalars.count > 2 && !marks.contains(word) && !word.unicodeScalars.contains { $0.properties.numericType != nil }
    }
  }

  /// What stands before a number.
  private static let marks: Set<String> = [
    "art", "arts", "articulo", "articulos", "artigo", "artigos", "article", "cod", "codigo", "code", "inc", "inciso", "num",
    "nro",
    "numero", "number", "ley", "lei", "law", "clase", "class", "classe", "cat", "categoria", "category", "tipo", "type", "kind",
    "kod", "sec", "section", "cap", "capitulo", "parrafo", "par", "literal", "lit", "null", "none", "nan", "sin", "dato", "datos",
    "especificar", "sem", "dado", "vacio",
  ]

  private static let beginnings: Beginnings = [
    "rob", "hurt", "furt", "roub", "theft", "larcen", "burgl", "shoplift", "stolen", "steal", "atraco", "asalt", "arrebat",
    "raponazo",
    "cosquilleo", "fleteo", "lanzazo", "saque", "loot", "abigeat", "pirateria terrestre", "receptac", "encubrimient", "latrocin",
    "sustracc", "homicid", "asesin", "assassin", "murder", "manslaugh", "killing", "sicari", "muerte viol", "morte", "muerte por",
    "lesion", "lesao", "lesoes", "injury", "assault", "batter", "agresi", "agress", "rina", "pelea", "briga", "fight", "golpes",
    "disparo", "disparos", "shooting", "shots fired", "shot spot", "tentativa", "attempted", "amenaz", "ameac", "threat", "coacc",
    "coaccion", "extors", "extort", "blackmail", "chantaje", "intimidac", "intimidat", "hostig", "harass", "violenc",
    "violent crime",
    "fraud", "estafa", "estelionat", "engano", "deception", "deceptive", "forger", "falsific", "counterfeit", "apropiacion",
    "apropriac", "abuso de confianza", "abuso de autoridad", "usurpac", "despojo", "allanamient", "invasion de", "trespass",
    "violacion de domicilio", "dano", "danos", "damage", "vandal", "criminal", "arson", "incendi", "narco", "narcomenud", "drog",
    "drug", "estupefac", "entorpec", "trafico", "trafficking", "porte de arma", "porte ilegal", "portacion", "weapons viol",
    "weapon offense", "tenencia de arma", "tenencia ilegal", "cohecho", "soborno", "bribe", "peculad", "concusion", "corrupc",
    "malversa", "lavado", "launder", "contraband", "smuggl", "pandill", "gang", "terror", "calumni", "difamac", "difamat",
    "injuri",
    "perjur", "evasion", "desobed", "resistencia", "desacato", "ebriedad", "embriag", "drunk", "dui", "dwi", "liquor law",
    "gambl",
    "juego ilegal", "jogo", "delito", "delict", "crime", "crimen", "offense", "offence", "contravenc", "infracc", "falta",
    "misdemeanor",
    "felony", "colision", "choque", "atropell", "accidente de tran", "accident", "disorder", "disturb", "desorden",
    "public peace",
    "abuso", "abuse",
  ]
}
