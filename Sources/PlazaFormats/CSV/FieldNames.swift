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

  static let longitude: Set<String> = ["lon", "lng", "long", "longitud", "longitude"]
  static let latitude: Set<String> = ["lat", "latitud", "latitude"]
  static let easting: Set<String> = ["x", "easting", "este", "coord_x", "x_coord", "coordx", "point_x", "pos x", "coordenada_x", "utm_x", "utm_e"]
  static let northing: Set<String> = ["y", "northing", "norte", "coord_y", "y_coord", "coordy", "point_y", "pos y", "coordenada_y", "utm_y", "utm_n"]

  /// The indices of the fields whose name is one of `names`.
  static func matches(_ fields: [String], _ names: Set<String>) -> [Int] {
    fields.indices.filter { names.contains(normalised(fields[$0])) }
  }

  /// The place of the field that a user named: exactly, else without regard to case and accents when only one fits.
  public static func index(of name: String, in fields: [String]) -> Int? {
    if let exact = fields.firstIndex(of: name) { return exact }
    let wanted = normalised(name)
    let close = fields.indices.filter { normalised(fields[$0]) == wanted }
    return close.count == 1 ? close[0] : nil
  }
}
