internal import PlazaLayers

/// Words by which a value is known to name a place, in Spanish, Portuguese and English: `Centro Escolar José Martí` is a school.
///
/// Names of schools, homes and clinics hold words that name crimes against children and in families elsewhere; where a value begins as places
/// do and nothing else in it names a crime, it says where something is, and not what happened.
enum PlaceWords {
  /// Whether a value begins, in English ends, as the name of a place does, and no more of it names a crime. O(bytes).
  static func name(_ value: FoldedWords) -> Bool {
    guard begin(value) || value.words.last.map(endings.contains) == true else { return false }
    // `Parque Roberto Clemente` is no robbery.
    let rest = value.words.filter { word in !PersonNames.isGiven(word) && !cared.contains { word.hasPrefix($0) } }
    return !CrimeWords.areIn(FoldedWords(rest.joined(separator: " ")))
  }

  /// Whether the first word is one of a place, a saint or an article: no person's name begins so.
  static func begin(_ value: FoldedWords) -> Bool {
    guard let first = value.words.first else { return false }
    return generics.contains(first) || before.contains(first)
  }

  /// Whether a word stands before a name that is a place's then: `San José`, `Villa María`, `de Juan`.
  static func isBeforeName(_ word: String) -> Bool { generics.contains(word) || before.contains(word) || links.contains(word) }

  /// Whether a field is called by what stands in it: `escuela`, `espacio`, `parque`.
  static func isField(_ name: String) -> Bool { FieldNames.words(name).first.map(fields.contains) == true }

  private static let fields: Set<String> = [
    "escuela", "escola", "school", "colegio", "plantel", "establecimiento", "institucion", "instituicao", "espacio", "espaco",
    "space", "parque", "plaza", "praca", "park", "centro", "estacion", "estacao", "station", "hospital", "equipamiento",
  ]

  /// Whom institutions are for: people of whom crimes are told by the same words.
  private static let cared = [
    "escolar", "infan", "juvenil", "famil", "mujer", "mulher", "women", "nino", "nina", "ninez", "madre", "padre", "mae", "pai",
    "hogar", "adolescen", "adult", "ancian", "idos", "elder", "discapac", "incapac", "mental", "matern", "household", "child",
    "girl", "boys", "kids", "parent", "pupil", "baby", "bebe", "lactant", "hijo", "hija", "crianc", "menin", "filho", "filha",
    "abuel", "genero", "cuidado",
  ]

  private static let before: Set<String> = [
    "san", "santa", "santo", "sao", "sta", "sto", "nuestra", "nossa", "el", "la", "los", "las", "os", "as", "the", "nuevo",
    "nueva",
    "novo", "nova", "alto", "alta", "bajo", "baja", "lomas", "loma", "altos",
  ]
  private static let links: Set<String> = [
    "de", "del", "da", "do", "dos", "das", "y", "e", "don", "dona", "general", "coronel", "doctor",
  ]

  private static let generics: Set<String> = [
    // Parts of towns and of the country.
    "barrio", "bairro", "colonia", "col", "urbanizacion", "urb", "residencial", "reparto", "villa", "villas", "vila", "canton",
    "caserio", "comunidad", "comunidade", "aldea", "vereda", "corregimiento", "comuna", "sector", "setor", "zona", "distrito",
    "municipio", "ciudad", "ciudadela", "cidade", "pueblo", "parroquia", "finca", "hacienda", "fazenda", "jardines", "jardin",
    "jardim", "conjunto", "condominio", "fraccionamiento", "fracc", "ejido", "rancho", "manzana", "otb", "junta", "macrodistrito",
    "provincia", "departamento", "estado", "region", "lote", "predio", "terreno", "edificio", "edif", "torre", "localidad",
    // Ways.
    "calle", "carrera", "avenida", "av", "ave", "bulevar", "boulevard", "blvd", "rua", "travessa", "pasaje", "pje", "autopista",
    "carretera", "ruta", "rodovia", "estrada", "via", "camino", "sendero", "puente", "ponte", "glorieta", "redondel", "rotonda",
    "alameda", "paseo", "passeio", "malecon", "diagonal", "transversal",
    // Public spaces and land.
    "parque", "parques", "plaza", "plazuela", "plazoleta", "praca", "cancha", "canchas", "quadra", "campo", "polideportivo",
    "estadio", "mirador", "bosque", "reserva", "lago", "laguna", "lagoa", "rio", "quebrada", "cerro", "volcan", "playa", "praia",
    "isla", "ilha", "puerto", "porto", "aeropuerto", "aeroporto", "area", "espacio", "espaco", "ludoteca", "skatepark",
    // Institutions.
    "centro", "complejo", "complexo", "instituto", "inst", "institucion", "instituicao", "escuela", "esc", "escola", "colegio",
    "liceo", "liceu", "gimnasio", "ginasio", "universidad", "universidade", "facultad", "academia", "kinder", "preescolar",
    "guarderia", "creche", "hogar", "lar", "casa", "asilo", "albergue", "abrigo", "refugio", "hospital", "clinica", "unidad",
    "unidade", "puesto", "posto", "iglesia", "igreja", "templo", "capilla", "capela", "catedral", "mercado", "mercadito",
    "supermercado", "terminal", "estacion", "estacao", "biblioteca", "museo", "museu", "teatro", "auditorio", "salon", "alcaldia",
    "prefeitura", "ministerio", "secretaria", "delegacion", "delegacia", "comisaria", "policia", "cuartel", "batallon", "sede",
    "fundacion", "fundacao", "asociacion", "associacao", "cdi", "cei", "ceip", "emef", "emei", "ied", "cde",
  ]

  private static let endings: Set<String> = [
    "school", "park", "center", "centre", "square", "street", "avenue", "road", "church", "hospital", "library", "garden",
    "gardens", "playground", "field", "plaza", "elementary", "college", "clinic", "station", "market", "home", "shelter",
  ]
}
