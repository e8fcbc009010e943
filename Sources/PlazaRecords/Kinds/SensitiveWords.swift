internal import PlazaLayers

/// Words of names of crimes that can shame or betray a victim, in Spanish, Portuguese and English.
enum SensitiveWords {
  /// Whether a word of a name, folded as names of places are, begins as one of ours.
  static func areIn(_ name: String) -> Bool {
    let text = Array(PlaceName.folded(name).utf8)
    var place = 0
    while place < text.count {
      if let other = harmless.first(where: { text[place...].starts(with: $0) }) {
        place += other.count
      } else if beginnings.contains(where: { text[place...].starts(with: $0) }) {
        return true
      }
      while place < text.count, text[place] != 0x20 { place += 1 }
      place += 1
    }
    return false
  }

  /// What begins like one of ours and is something else.
  private static let harmless = [
    "violacion de domicilio", "violacion de morada", "violacion de correspondencia", "violacion de la correspondencia",
    "violacion de sellos", "violacion a los derechos", "violacion de derechos", "violacion de la ley", "violacion a la ley",
    "violacao de domicilio", "violacao de correspondencia", "violacao de direito", "maltrato animal", "maltrato de animal",
    "maltrato a animal", "maus tratos a animais", "maus tratos contra animais", "abandono del servicio", "abandono de servicio",
    "abandono de cargo", "abandono de vehiculo", "menor cuantia", "lesiones menores", "minor injur", "minor damage",
  ].map { Array($0.utf8) }

  private static let beginnings = [
    // Sexual. The Spanish word for rape is also that for breaking a seal.
    "sex", "violac", "violad", "estupr", "rape", "raping", "sodom", "incest", "lenocin", "prostitu", "proxenet", "rufian",
    "pornogra", "pederast", "pedofil", "pedoph", "paedoph", "groom", "lasciv", "libidin", "molest", "importunac", "voyeur",
    "exhibicionis", "exibicionis", "indecen", "obscen", "pudor", "vener", "contagi", "acoso", "ciberacoso", "assedio", "stalk",
    // Domestic, and against women.
    "familia", "family", "intrafamilia", "domestic", "conyug", "conjug", "spous", "marital", "matrimon", "marriage", "bigam",
    "pareja", "concubin", "partner", "wife", "husband", "esposa", "esposo", "feminicid", "femicid", "genero", "gender", "mujer",
    "mulher", "woman", "women", "alimentari", "alimony", "violencia economica", "violencia patrimonial", "violencia psicologica",
    "violencia fisica", "estado civil",
    // Children, and those who depend on others.
    "menor", "minor", "nino", "nina", "ninez", "infan", "child", "kids", "girl", "boys", "crianc", "menino", "menina",
    "adolescen",
    "bebe", "baby", "babies", "neonat", "hijo", "hija", "filho", "filha", "pupil", "parental", "custody", "guarda y custodia",
    "incapac", "incapaz", "discapac", "disab", "deficien", "anciano", "idoso", "elder", "cuidado", "abandono", "neglect",
    "maltrato", "maus tratos", "mistreat",
    // Body and freedom, and death by one's own hand.
    "abort", "steriliz", "esteriliz", "insemin", "procrea", "trata de", "trafico de person", "trafico de pesso",
    "trafico de mujer", "trafico de mulher", "human traff", "people traff", "trafficking in person", "slave", "esclav", "escrav",
    "rapto", "suicid", "autolesi", "self harm", "extravi", "desaparecid", "missing person", "pessoa desaparec",
  ].map { Array($0.utf8) }
}
