internal import PlazaLayers

/// Words of names of crimes that can shame or betray a victim, in Spanish, Portuguese and English.
enum SensitiveWords {
  /// Whether a word of a name, folded as names of places are, begins as one of ours, or the name stands for a law of ours.
  static func areIn(_ name: String) -> Bool { areIn(FoldedWords(name)) }

  static func areIn(_ name: FoldedWords) -> Bool {
    name.words.contains(where: short.contains) || isCutShort(name.words) || namesLaw(name.words)
      || name.begin(with: beginnings, except: harmless)
  }

  /// `robo/viol.` may be with rape; `robo c/viol.` is with violence.
  private static func isCutShort(_ words: [String]) -> Bool {
    words.indices.contains { words[$0] == "viol" && ($0 == 0 || !violence.contains(words[$0 - 1])) }
  }

  private static let violence: Set<String> = ["c", "con", "s", "sin", "com", "sem", "y", "e", "o", "u"]

  // MARK: Laws

  /// Laws about violence in families and against women and children, and about trafficking, by which registries name what happened.
  private static func namesLaw(_ words: [String]) -> Bool {
    // Digits alone are a time or a code: `11:34:00`.
    guard words.contains(where: { !$0.utf8.allSatisfy { $0 &- 0x30 < 10 } }) else { return false }
    var isLaw = false
    for word in words {
      let digits = word.utf8.prefix { $0 &- 0x30 < 10 }.count
      if digits == 0 {
        let isNumberSign = ["n", "no", "nro", "num", "numero", "nr", "number", "de", "federal"].contains(word)
        isLaw = ["ley", "lei", "law", "decreto"].contains(word) || (isLaw && isNumberSign)
        continue
      }
      // `11.340/06` has its year behind it; a number of five digits is known without the word.
      let laws = isLaw ? longLaws + shortLaws : longLaws
      if laws.contains(where: { word == $0 || isDated(word, $0) }) { return true }
      isLaw = false
    }
    return false
  }

  private static func isDated(_ word: String, _ law: String) -> Bool {
    word.hasPrefix(law) && [2, 4].contains(word.utf8.count - law.utf8.count)
  }

  private static let longLaws = [
    // Peru, Argentina, Chile, Brazil.
    "30364", "27942", "30314", "30838", "30068", "26260", "27306", "28950", "26485", "24417", "12569", "26842", "26061", "20066",
    "20480", "21013", "20526", "21212", "21675", "21523", "11340", "13104", "14132", "14188", "13718", "12015", "13431", "14344",
  ]

  private static let shortLaws = [
    // Bolivia, Colombia, El Salvador, Brazil, Mexico, Uruguay, Paraguay.
    "348", "263", "243", "294", "575", "1257", "1542", "1719", "1761", "985", "1146", "1098", "1336", "2197", "520", "8069",
    "19580", "5777", "1600", "8589", "779",
  ]

  // MARK: Words

  /// Whole words that are too short to begin with.
  private static let short: Set<String> = [
    "vif", "vf", "vd", "gbv", "fgm", "vcm", "vbg", "vdg", "vg", "dv", "ipv", "csc", "csa", "csam", "nna", "nnya", "eca", "esnna",
    "esci", "vih",
    "hiv",
    // Of Mexico City's registry: the office for sexual crimes.
    "fds",
    "sida", "aids", "ile", "ive", "mpu", "leiv", "lepina", "trata", "trans", "sx", "juv", "juvs", "chld", "chldrn", "amber",
    "mae",
    "pai",
    // Offices and lines for women, for children, and for both: Brazil, Mexico, Colombia, Bolivia, Ecuador.
    "deam", "ddm", "dpca", "dcav", "avp", "dcvls", "caivas", "cavif", "felcv", "slim", "dna", "devif", "depina", "dinapen",
  ]

  /// What begins like one of ours and is something else.
  private static let harmless: Beginnings = [
    "violacion de domicilio", "violacion de morada", "violacion de correspondencia", "violacion de la correspondencia",
    "violacion de sellos", "violacion a los derechos", "violacion de derechos", "violacion de la ley", "violacion a la ley",
    "violacao de domicilio", "violacao de correspondencia", "violacao de direito", "maltrato animal", "maltrato de animal",
    "maltrato a animal", "maus tratos a animais", "maus tratos contra animais", "abandono del servicio", "abandono de servicio",
    "abandono de cargo", "abandono de vehiculo", "menor cuantia", "lesiones menores", "minor injur", "minor damage",
    "menores cuantia", "menor valor", "menor gravedad", "minor traffic", "minor theft", "minor accident", "animal domestic",
    "animales domestic", "extravio de document", "extravio de placa", "extravio de celular", "extravio de objeto",
    "extravio de equipo", "extraviado documento", "violacion de transito", "violacion de senal",
  ]

  private static let beginnings: Beginnings = [
    // Sexual. The Spanish word for rape is also that for breaking a seal.
    "sex", "homosex", "bisex", "transex", "abusosex", "violac", "violad", "violas", "violaz", "biolac", "biolad", "biolas",
    "violentac", "estupr", "rape", "raping", "rapist",
    "sodom",
    "incest", "lenocin", "prostitu", "proxenet", "rufian", "pornogra", "pederast", "pedofil", "pedoph", "paedoph", "groom",
    "lasciv",
    "libidin", "lewd", "fondl", "molest", "importunac", "voyeur", "peeping", "exhibicionis", "exibicionis", "indecen", "obscen",
    "pudor", "deshonest", "vener", "contagi", "acoso", "acosad", "ciberacos", "assedio", "stalk", "perseguicao", "carnal",
    "tocamient",
    "tocacion", "manose", "intima", "intimas", "intimo", "intimidad", "sextors", "sexting", "upskirt", "revenge porn", "nude",
    "desnud", "abuso simple", "abuso deshon", "abusos deshon", "abuso con acceso", "abuso a menor", "abuso infan", "abuso grav",
    "ultraje al", "ultraje public", "buggery", "genital", "ablacion",
    // Domestic, and against women.
    "familia", "family", "intrafamilia", "intra familia", "domestic", "conyug", "conjug", "spous", "marital", "matrimon",
    "marriage",
    "bigam", "pareja", "expareja", "concubin", "convivient", "companheir", "partner", "wife", "husband", "marido", "esposa",
    "esposo",
    "novia", "novio", "polol", "enamorad", "common law", "namorad", "boyfriend", "girlfriend", "dating", "cohab", "household",
    "battered", "feminicid", "femicid",
    "femenicid", "transfem", "travest", "genero", "gender", "mujer", "mulher", "woman", "women", "alimentari", "alimentici",
    "alimony", "pension alimen", "asistencia economica", "violencia economica", "violencia patrimonial", "violencia psicologica",
    "violencia emocional", "violencia verbal", "violencia digital", "violencia vicaria", "violencia simbolica", "violencia moral",
    "violencia fisica", "violencia de pareja", "libre de violencia", "livre de violencia", "violencia obst", "obstetric",
    "estado civil", "maria da penha", "por el vinculo", "por vinculo", "del vinculo", "parricid", "uxoricid", "matricid",
    "fratricid",
    "filicid", "neonaticid", "medida de protec", "medidas de protec", "medida protec", "medidas protec", "medida protet",
    "medidas protet", "medida protect",
    "medidas protect", "orden de protec", "ordenes de protec", "orden de alejam", "orden de restric", "orden de no acerc",
    "restriccion perimetral", "exclusion del hogar", "fuga de hogar", "fuga del hogar", "abandono de hogar", "restraining order",
    "protective order", "protection order", "order of protection", "no contact order",
    // Children, and those who depend on others.
    "menor", "minor", "nino", "nina", "ninez", "infan", "child", "kids", "girl", "boys", "crianc", "menino", "menina",
    "adolescen", "juvenil", "runaway", "truan",
    "bebe", "baby", "babies", "neonat", "newborn", "recien nacid", "lactant", "hijo", "hija", "filho", "filha", "pupil", "parent",
    "madre", "padre", "mother", "father", "abuel", "custody", "custodia", "guarda y custodia", "patria potestad", "filiacion",
    "regimen de visita", "impedimento de contacto", "bullying", "ciberbull", "escolar",
    "incapac", "incapaz", "discapac", "disab", "deficien", "vulnerab", "anciano", "anciana", "idoso", "idosa", "elder",
    "adulto mayor", "adultos mayor", "tercera edad", "cuidado", "abandono", "neglect", "maltrato", "malos tratos", "mal trato",
    "maus tratos", "mistreat", "mental",
    // Body and freedom, and death by one's own hand.
    "abort", "embaraz", "pregnan", "gravidez", "gestante", "steriliz", "esteriliz", "insemin", "procrea", "trata de", "trata y",
    "trafico de person", "trafico de pesso", "trafico de mujer", "trafico de mulher", "trafico de nin", "trafico de migr",
    "human traff", "people traff", "trafficking in person", "trafficking of person", "migrant", "slave", "esclav", "escrav",
    "servidumb", "servidao", "servitude", "trabajo forzad", "trabalho forcad", "forced labo", "explotacion laboral",
    "explotacion de person", "explotacion human", "exploracao de person", "rapto", "secuestr", "sequestr", "kidnap", "abduct",
    "plagio", "discrimin", "priv ileg", "priv de la lib", "priv de lib", "viol fam", "femin",
    "privacion de la libertad", "privacion de libertad", "privacion ileg", "privacao de liberdade",
    "privacao da liberdade",
    "carcere privado", "false imprison", "unlawful imprison", "unlawful restraint", "reclutamiento", "desplazamiento forz",
    "desplazad", "tortur", "trato cruel", "tratos cruel", "tratamento cruel", "vejacion", "vejamen", "vexame", "mutilac",
    "lesa humanidad", "suicid", "autolesi", "autoelimin", "autoagres", "autolit", "self harm", "extravi", "desaparec",
    "desaparic",
    "disappear", "missing", "no localizad", "paradero", "pessoa desaparec",
    // Hatred.
    "odio", "hate", "bias", "homofob", "transfob", "lesbofob", "lgbt", "transgen", "racis", "racial", "xenofob",
  ]
}
