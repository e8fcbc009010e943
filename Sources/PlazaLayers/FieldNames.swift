/// Finds fields by the names that Spanish, Portuguese and English tables usually give them.
public enum FieldNames {
  /// Lower case, without accents, blanks at the ends, quotes or a leading `#`: `"#X "` is `x`, `Código DANE` is `codigo dane`.
  public static func normalised(_ name: String) -> String {
    var result = ""
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "á", "à", "â", "ã", "ä": result.append("a")
      case "é", "è", "ê", "ë": result.append("e")
      case "í", "ì", "î", "ï": result.append("i")
      case "ó", "ò", "ô", "õ", "ö": result.append("o")
      case "ú", "ù", "û", "ü": result.append("u")
      case "ñ": result.append("n")
      case "ç": result.append("c")
      case "#", "\"", "\u{FEFF}": break
      default: if !(0x300...0x36F).contains(scalar.value) { result.unicodeScalars.append(scalar) }
      }
    }
    while let last = result.last, last.isWhitespace { result.removeLast() }
    while let first = result.first, first.isWhitespace { result.removeFirst() }
    return result
  }

  public static let longitude: Set<String> = ["lon", "lng", "long", "longitud", "longitude"]
  public static let latitude: Set<String> = ["lat", "latitud", "latitude"]
  public static let easting: Set<String> = [
    "x", "easting", "este", "coord_x", "x_coord", "coordx", "point_x", "pos x", "coordenada_x", "utm_x", "utm_e",
  ]
  public static let northing: Set<String> = [
    "y", "northing", "norte", "coord_y", "y_coord", "coordy", "point_y", "pos y", "coordenada_y", "utm_y", "utm_n",
  ]

  /// The indices of the fields whose name is one of `names`.
  public static func matches(_ fields: [String], _ names: Set<String>) -> [Int] {
    fields.indices.filter { index in
      let name = normalised(fields[index])
      if names.contains(name) { return true }
      // `stop_lon` ends in the word; what begins with it may be `long_name`.
      guard let last = name.split(whereSeparator: { $0 == "_" || $0 == " " || $0 == "." }).last, last.count > 1 else {
        return false
      }
      return names.contains(String(last))
    }
  }

  /// The place of the field that a user named: exactly, else without regard to case and accents when only one fits.
  public static func index(of name: String, in fields: [String]) -> Int? {
    if let exact = fields.firstIndex(of: name) { return exact }
    let wanted = normalised(name)
    let close = fields.indices.filter { normalised(fields[$0]) == wanted }
    return close.count == 1 ? close[0] : nil
  }

  /// Whether a name looks like that of a code: `codigo`, `cod_mun`, `CVEGEO`, `clave`, `ubigeo`, `code`, `geoid` …
  public static func isCode(_ name: String) -> Bool {
    let name = normalised(name)
    return name.hasPrefix("cod") || name.hasPrefix("cve")
      || ["clave", "ubigeo", "geocodigo", "geocode", "geoid", "cd_mun", "cd_geocmu"].contains(name)
  }

  /// The field that most likely holds the names of areas, among those of that sound.
  public static func name(in fields: [String]) -> Int? {
    for wanted in ["nombre", "nome", "name", "nomgeo", "nom_mun", "nm_mun"] {
      if let index = fields.firstIndex(where: { normalised($0) == wanted }) { return index }
    }
    let close = fields.indices.filter {
      let name = normalised(fields[$0])
      return name.hasPrefix("nom") || name.hasPrefix("name_") || name.hasSuffix("_name")
    }
    return close.count == 1 ? close[0] : nil
  }

  /// The field that says what kind of incident a record is, by its usual names in Spanish, Portuguese and English; the surest of several.
  public static func kind(in fields: [String]) -> Int? {
    let names = fields.map(normalised)
    return kindNames.lazy.compactMap { names.firstIndex(of: $0) }.first
  }

  private static let kindNames = [
    "delito", "tipo_delito", "tipodelito", "tipo_de_delito", "delitos", "crime", "crime_type", "tipo_crime", "offense_type",
    "offense",
    "offence", "natureza", "rubrica", "hecho", "tipo_hecho", "tipo_de_hecho", "kind", "category", "categoria", "categoria_delito",
    "modalidad",
    "tipo",
  ]

  /// Whether a name is that of kinds of incident and of nothing else, whatever the field holds.
  package static func isSurelyKind(_ name: String) -> Bool { surelyKinds.contains(normalised(name)) }

  private static let surelyKinds: Set<String> = [
    "delito", "delitos", "tipo_delito", "tipodelito", "tipo_de_delito", "tipo delito", "tipo de delito", "categoria_delito",
    "subtipo_de_delito",
    "subtipo_delito", "crime", "crime_type", "crime type", "tipo_crime", "offense", "offence", "offense_type", "rubrica",
    "natureza",
  ]

  /// Whether a name is that of a kind, or of a circumstance that may say what kind it was.
  package static func soundsLikeKind(_ name: String) -> Bool {
    let words = words(name)
    return words.contains { word in kindParts.contains { word.hasPrefix($0) } }
  }

  private static let kindParts = [
    "delito", "tipo", "tipi", "type", "subtipo", "modalidad", "modalidade", "clase", "class", "categ", "kind", "offen", "crime",
    "natur",
    "rubric", "hecho", "evento", "event", "incident", "conducta", "conduta", "context", "circunst", "motiv", "movil", "causa",
    "hipotesis",
    "agravante", "calific", "ambito", "problem", "detalle", "descrip", "desc", "flag", "label", "especif", "bien",
  ]

  /// Whether a name looks like that of a date: `fecha_hecho`, `data`, `date`.
  public static func isDate(_ name: String) -> Bool {
    let name = normalised(name)
    return name.hasPrefix("fecha") || name == "data" || name.hasPrefix("data_") || name == "date" || name.hasPrefix("date_")
      || name.hasSuffix("_date")
  }

  /// Whether a name is that of an hour or a time: `hora_hecho`, `OCCUR_TIME`.
  package static func isTime(_ name: String) -> Bool { words(name).contains { ["hora", "horas", "hour", "time"].contains($0) } }

  /// Whether a name is that of the day on which somebody was born, which tells who it is.
  package static func isBirth(_ name: String) -> Bool {
    words(name).contains {
      ["nac", "nasc", "born", "dob", "fnac"].contains($0) || $0.hasPrefix("nacim") || $0.hasPrefix("nascim")
        || $0.hasPrefix("birth")
    }
  }

  /// Whether a name is that of a division of the territory, and of no person's part in it.
  package static func isArea(_ name: String) -> Bool {
    let words = words(name)
    return !words.contains(where: persons.contains)
      && words.contains { word in areaParts.contains { word.hasPrefix($0) } || isCode(word) && words.count > 1 }
  }

  private static let areaParts = [
    "municip", "mpio", "depart", "dept", "provinc", "distrit", "district", "macrodistrit", "barrio", "bairro", "colonia",
    "comuna",
    "corregim", "localidad", "alcald", "delegac", "sector", "zona", "zone", "cuadrante", "region", "estado", "state", "county",
    "pais",
    "country", "ciudad", "cidade", "city", "parroquia", "canton", "borough", "boro", "precinct", "precint", "ward", "beat",
    "neighb",
    "community", "sede", "jurisd", "entidad", "nomgeo", "cvegeo", "ubigeo", "upz", "manzana",
  ]

  /// What has a name without being a person.
  private static let named: Set<String> = [
    "municipio", "departamento", "provincia", "distrito", "macrodistrito", "barrio", "colonia", "comuna", "localidad", "alcaldia",
    "sector",
    "zona", "cuadrante", "recinto", "escuela", "centro", "estacion", "lugar", "area", "region", "estado", "pais", "delito",
    "tipo",
    "municipality", "district", "county", "station", "school", "offense", "crime", "bairro", "cidade", "espacio", "espaco",
    "space",
  ]

  /// The words of a name, in lower case and without accents: `fechaNacimiento1` is `fecha nacimiento 1`.
  package static func words(_ name: String) -> [String] {
    normalised(divided(name)).split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
  }

  /// Whether a name says that the field can identify a person: names, document numbers, telephones, free text, addresses, case numbers.
  ///
  /// It is a deny-list, and as such not enough for records: what may be written of them is an allow-list. It is for layers of areas, lines
  /// and spaces, whose fields are mostly about things.
  /// - Parameter ofPlace: whether what has the field is a place: its name, address, telephone and description are nobody's.
  public static func isIdentifying(_ name: String, ofPlace: Bool = false) -> Bool {
    let words = words(name)
    // `C.C.`, `R.G.`: letters that stand alone are one word.
    let joined = words.allSatisfy { $0.count == 1 } ? words.joined() : ""
    func identifies(_ word: String) -> Bool { identifying.contains(word) && !(ofPlace && placeParts.contains(word)) }
    guard let hit = words.first(where: identifies) ?? (identifies(joined) ? joined : nil) else { return false }
    // The name of a place (`municipio_nombre`) or of a thing (`nombre_delito`) is nobody's.
    if ["nombre", "name", "nome", "nom"].contains(hit), words.contains(where: named.contains) { return false }
    // A number or a block of areas is a code of theirs.
    if ["num", "block", "referencia"].contains(hit), words.contains(where: named.contains) { return false }
    // When the facts happened (`fecha_hechos`) is not what they were; when somebody was born is who it is.
    if hit == "hechos", words.contains(where: ["fecha", "data", "date", "hora", "tipo"].contains) { return false }
    // `victima_sexo` says nothing of who; `nombre_victima` and `victima` do.
    return !persons.contains(hit) || words.count == 1
  }

  /// Whether a name says that the field holds names, and not of what: `nombre`, `name_es`.
  package static func isPlainName(_ name: String) -> Bool {
    let words = words(name)
    return words.first.map { ["nombre", "nome", "name", "nom"].contains($0) } == true
      && words.dropFirst().allSatisfy { ["es", "pt", "en", "oficial", "official", "corto", "short", "alt", "int"].contains($0) }
  }

  /// What a place has as people do.
  private static let placeParts: Set<String> = [
    "nombre", "nombres", "nom", "name", "names", "nome", "alias", "telefono", "telefonos", "telefone", "tel", "phone", "phones",
    "celular", "cel", "whatsapp", "fax", "contacto", "contact", "contato", "email", "emails", "correo", "correos", "mail",
    "facebook", "instagram", "twitter", "direccion", "direcciones", "endereco", "address", "addresses", "domicilio", "calle",
    "calles", "street", "rua", "logradouro", "num", "entrecalle", "referencia", "referencias", "block", "descripcion",
    "descricao",
    "description", "observacion", "observaciones", "observacao", "observacoes", "comentario", "comentarios", "comment",
    "comments",
    "notas", "nota", "notes", "remarks", "detalle", "detalles", "detalhe", "matricula",
  ]

  /// People by their part in what happened: alone they are a name, with another word they may be their age.
  private static let persons: Set<String> = [
    "victima", "victim", "vitima", "vic", "ofendido", "ofendida", "agraviado", "agraviada", "occiso", "occisa", "fallecido",
    "fallecida",
    "imputado", "imputada", "acusado", "acusada", "detenido", "detenida", "agresor", "agresora", "victimario", "testigo",
    "testigos",
    "witness", "testemunha", "denunciante", "querellante", "suspect", "sospechoso", "persona", "person", "pessoa", "familiar",
  ]

  private static let identifying: Set<String> =
    persons.union([
      "nombre", "nombres", "nom", "apellido", "apellidos", "ap", "paterno", "materno", "name", "names", "surname", "firstname",
      "lastname", "fullname", "nome", "sobrenome", "prenom", "alias", "apodo", "apelido", "sobrenombre", "nickname", "aka",
      "dni", "cedula", "cc", "ci", "nuip", "curp", "rfc", "cpf", "cnpj", "rg", "dui", "nit", "nif", "nie", "rut", "run", "cuil",
      "cuit", "ine", "ife", "ssn", "pasaporte", "passport", "passaporte", "documento", "document", "licencia", "matricula",
      "placa",
      "placas", "patente", "plate", "vin", "imei", "imsi", "mac", "ip",
      "telefono", "telefonos", "telefone", "tel", "phone", "phones", "celular", "cel", "whatsapp", "movil", "fax", "contacto",
      "contact", "contato", "email", "emails", "correo", "correos", "mail", "facebook", "instagram", "twitter", "usuario", "user",
      "username",
      "direccion", "direcciones", "endereco", "address", "addresses", "domicilio", "calle", "calles", "street", "rua",
      "logradouro", "num", "entrecalle", "referencia", "referencias", "block",
      "folio", "carpeta", "expediente", "nuc", "cud", "spoa", "noticia", "caso", "case", "legajo", "acta", "boletim", "protocolo",
      "ficha",
      "radicado",
      "relato", "narracion", "narrativa", "narrative", "hechos", "resumen", "sintesis", "synopsis", "summary", "modus",
      "operandi",
      "descripcion", "descricao", "description", "observacion", "observaciones", "observacao", "observacoes", "comentario",
      "comentarios", "comment", "comments", "notas", "nota", "notes", "remarks", "detalle", "detalles", "detalhe", "historico",
      "nacimiento", "nascimento", "nac", "birth", "dob", "madre", "padre", "mae", "pai", "mother", "father", "hijo", "hija",
      "tutor",
      "titular", "propietario", "dueno", "owner", "responsable", "conductor", "driver", "empleador", "medico", "abogado",
      "oficial",
      "agente", "officer",
    ])

  /// `MailingAddress1` as `Mailing Address 1`: words that only a capital or a digit divides.
  private static func divided(_ name: String) -> String {
    var result = ""
    var last: Unicode.Scalar = " "
    for scalar in name.unicodeScalars {
      let properties = scalar.properties
      let isDigit = properties.numericType != nil
      let wasDigit = last.properties.numericType != nil
      if properties.isUppercase, last.properties.isLowercase { result.append(" ") }
      if isDigit != wasDigit, isDigit ? last.properties.isAlphabetic : properties.isAlphabetic { result.append(" ") }
      result.unicodeScalars.append(scalar)
      last = scalar
    }
    return result
  }
}
