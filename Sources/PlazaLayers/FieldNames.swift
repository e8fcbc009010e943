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
    fields.indices.filter { names.contains(normalised(fields[$0])) }
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
    let words = normalised(name).split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
    let sensitive: Set<String> = [
      "nombre", "nombres", "apellido", "apellidos", "name", "surname", "firstname", "lastname", "nome", "sobrenome", "victima",
      "denunciante", "imputado", "dni", "cedula", "ci", "curp", "rfc", "cpf", "rg", "dui", "nit", "rut", "run", "pasaporte",
      "passport",
      "documento", "telefono", "telefone", "phone", "celular", "movil", "email", "correo", "mail", "direccion", "endereco",
      "address",
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
}
