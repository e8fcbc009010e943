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

  /// Whether a name looks like that of a date: `fecha_hecho`, `data`, `date`.
  public static func isDate(_ name: String) -> Bool {
    let name = normalised(name)
    return name.hasPrefix("fecha") || name == "data" || name.hasPrefix("data_") || name == "date" || name.hasPrefix("date_")
      || name.hasSuffix("_date")
  }

  /// What has a name without being a person.
  private static let named: Set<String> = [
    "municipio", "departamento", "provincia", "distrito", "macrodistrito", "barrio", "colonia", "comuna", "localidad", "alcaldia",
    "sector",
    "zona", "cuadrante", "recinto", "escuela", "centro", "estacion", "lugar", "area", "region", "estado", "pais", "delito",
    "tipo",
    "municipality", "district", "county", "station", "school", "offense", "crime", "bairro", "cidade", "espacio", "espaco",
    "space",
  ]

  /// Whether a field of records can identify a person (names, document numbers, telephones, free text, addresses): such fields are
  /// not written by any verb unless the caller keeps them by name.
  public static func isIdentifying(_ name: String) -> Bool {
    let words = normalised(divided(name)).split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
    let sensitive: Set<String> = [
      "nombre", "nombres", "apellido", "apellidos", "name", "surname", "firstname", "lastname", "nome", "sobrenome", "victima",
      "denunciante", "imputado", "dni", "cedula", "ci", "curp", "rfc", "cpf", "rg", "dui", "nit", "rut", "run", "pasaporte",
      "passport",
      "documento", "telefono", "telefonos", "telefone", "tel", "phone", "phones", "celular", "whatsapp", "movil", "email",
      "emails", "correo", "correos", "mail", "direccion", "direcciones", "endereco",
      "address", "addresses",
      "domicilio", "calle", "street", "rua", "relato", "narracion", "narrativa", "narrative", "descripcion", "descricao",
      "description",
      "observaciones", "observacao", "observacoes", "comentario", "comentarios", "comment", "comments", "notas", "notes",
    ]
    guard let hit = words.first(where: sensitive.contains) else { return false }
    // The name of a place (`municipio_nombre`) or of a thing (`nombre_delito`) is nobody's.
    if ["nombre", "name", "nome"].contains(hit), words.contains(where: named.contains) { return false }
    // `victima_sexo` says nothing of who; `nombre_victima` and `victima` do.
    return hit != "victima" || words.count == 1
  }

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
