internal import PlazaLayers

/// Names of people, by the commonest given names of Latin America: a list of people is one whatever its fields are called.
///
/// `María Pérez López` and `PÉREZ LÓPEZ, María` are people; `Parque José Martí`, `San José` and `Villa María` begin as places do, and are none.
/// A layer of places that bear names of people and nothing else (`Benito Juárez`) looks like a list of people, and is taken for one: who knows
/// better says so with `--kinds none` and keeps the field.
enum PersonNames {
  /// How many of the first values are looked at.
  private static let sampled = 2_000
  /// The share of the different values that have a given name, in a field that is called anything: the list below has about two of
  /// three people, by one of their two names.
  private static let least = 0.4
  /// The same in a field that is called `nombre`, where neighbourhoods have one of ten.
  private static let leastUnderName = 0.2
  /// The share of values made as full names are, of three to five words, in a field that is called `nombre`.
  private static let leastFull = 0.8

  /// Whether a column under any name holds names of people. O(bytes).
  static func are(in column: Column) -> Bool {
    let values = values(of: column)
    return share(values) { has($0, alone: false) } >= least
  }

  /// Whether a column that is called `nombre` may be about people rather than places. O(bytes).
  static func mayBe(in column: Column) -> Bool {
    let values = values(of: column)
    return share(values) { has($0, alone: true) } >= leastUnderName || share(values, isFull) >= leastFull
  }

  /// Whether a word, folded, is a given name.
  static func isGiven(_ word: String) -> Bool { given.contains(word) }

  private struct Value {
    var words: FoldedWords
    /// Whether a family name stands before a comma.
    var hasComma: Bool
  }

  private static func values(of column: Column) -> [Value] {
    let texts = Set(
      column.values.prefix(sampled).compactMap { if case .text(let text) = $0, !text.isEmpty { text } else { nil } })
    return texts.map { Value(words: FoldedWords($0), hasComma: $0.contains(",")) }
  }

  private static func share(_ values: [Value], _ holds: (Value) -> Bool) -> Double {
    values.isEmpty ? 0 : Double(values.count(where: holds)) / Double(values.count)
  }

  /// - Parameter alone: whether a given name by itself is one.
  private static func has(_ value: Value, alone: Bool) -> Bool {
    let words = value.words.words
    guard isMade(value, of: (alone ? 1 : 2)...7) else { return false }
    if given.contains(words[0]) { return true }
    guard words.count > 2 || value.hasComma else { return false }
    return words.indices.dropFirst().contains { given.contains(words[$0]) && !PlaceWords.isBeforeName(words[$0 - 1]) }
  }

  private static func isFull(_ value: Value) -> Bool {
    isMade(value, of: 3...5) && value.words.words.allSatisfy { $0.utf8.count > 2 || ["de", "la"].contains($0) }
  }

  /// Whether a value is so many words of letters, and begins as no place does.
  private static func isMade(_ value: Value, of count: ClosedRange<Int>) -> Bool {
    count.contains(value.words.words.count) && !PlaceWords.begin(value.words)
      && value.words.words.last.map { !$0.isEmpty } == true
      && !value.words.text.unicodeScalars.contains { $0.properties.numericType != nil }
  }

  /// Folded; without those that name places as often (`santiago`, `victoria`, `mercedes`, `esperanza`).
  private static let given: Set<String> = [
    // Women.
    "maria", "ana", "luz", "rosa", "carmen", "juana", "marta", "martha", "gloria", "sandra", "patricia", "claudia", "diana",
    "paola", "andrea", "laura", "carolina", "adriana", "monica", "liliana", "angela", "yolanda", "blanca", "beatriz", "teresa",
    "elena", "isabel", "silvia", "sonia", "alicia", "margarita", "gabriela", "daniela", "alejandra", "valentina", "camila",
    "sofia",
    "natalia", "lucia", "paula", "karen", "karla", "katherine", "yesenia", "jessica", "vanessa", "veronica", "lorena", "norma",
    "nora", "olga", "irma", "elsa", "elvira", "esther", "ester", "ruth", "sara", "raquel", "rebeca", "noemi", "miriam", "mirna",
    "morena", "reina", "evelyn", "wendy", "xiomara", "fatima", "marisol", "maribel", "marlene", "marina", "mariana", "juliana",
    "julieta", "julia", "josefa", "josefina", "francisca", "antonia", "manuela", "guadalupe", "lourdes", "leticia", "graciela",
    "susana", "eugenia", "cecilia", "catalina", "cristina", "nancy", "nelly", "luisa", "lidia", "lilian", "leonor", "ines",
    "irene",
    "emilia", "amelia", "estela", "delia", "dora", "fernanda", "renata", "ivonne", "tatiana", "viviana", "yamileth", "brenda",
    "erika", "estefania", "jimena", "ximena", "valeria", "rocio", "aline", "bruna", "amanda", "larissa", "raimunda", "rita",
    "sebastiana", "terezinha", "tereza", "marcia", "luciana", "flor", "ingrid", "roxana",
    // Men.
    "jose", "juan", "luis", "carlos", "jorge", "manuel", "pedro", "jesus", "miguel", "angel", "francisco", "antonio", "rafael",
    "roberto", "ricardo", "mario", "victor", "julio", "oscar", "hector", "cesar", "david", "daniel", "alejandro", "fernando",
    "andres", "sergio", "eduardo", "enrique", "alberto", "javier", "raul", "ramon", "ruben", "pablo", "sebastian", "diego",
    "felipe", "cristian", "christian", "kevin", "brayan", "bryan", "jonathan", "steven", "wilmer", "wilson", "william", "walter",
    "edwin", "edgar", "elmer", "henry", "franklin", "nelson", "marvin", "milton", "josue", "samuel", "isaac", "moises", "elias",
    "ismael", "israel", "abel", "adan", "adrian", "agustin", "alfonso", "alfredo", "alvaro", "arturo", "armando", "benjamin",
    "bernardo", "camilo", "edgardo", "efrain", "emilio", "ernesto", "esteban", "fabian", "federico", "felix", "gabriel",
    "gerardo",
    "german", "gilberto", "gonzalo", "guillermo", "gustavo", "hernan", "hugo", "humberto", "ignacio", "ivan", "jaime", "joaquin",
    "joel", "julian", "leonardo", "leonel", "lorenzo", "marcos", "marco", "martin", "mauricio", "nicolas", "noe", "omar",
    "orlando",
    "osvaldo", "patricio", "rene", "rigoberto", "rodolfo", "rodrigo", "rogelio", "rolando", "saul", "tomas", "vicente",
    "wilfredo",
    "wilber", "joao", "paulo", "lucas", "marcelo", "luiz", "raimundo", "bruno", "thiago", "tiago", "vinicius", "leandro", "fabio",
    "renato", "sebastiao", "edson", "pierre", "marlon", "mateo", "santos",
  ]
}
